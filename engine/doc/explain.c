/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Walks a tree beside its grammar and names the first fault.  The verdict itself is libxml2's.  Called
 * by schema.c. */
#include "doc/explain.h"
#include "doc/node.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include <libxml/xmlregexp.h>
#include <string.h>

/* -- reading the grammar -- */

static void
index_below (Grammar *g, xmlNode *n)
{
  NODE_EACH (c, n, NULL) {
    GHashTable *names = node_named (c, "element")  ? g->elements
                        : node_named (c, "define") ? g->defines
                                                   : NULL;
    const char *name = node_get (c, "name");
    if (names && name && !g_hash_table_contains (names, name))
      g_hash_table_insert (names, (gpointer) name, c);
    index_below (g, c);
  }
}

void
grammar_index (Grammar *g)
{
  g->elements = g_hash_table_new (g_str_hash, g_str_equal);
  g->defines = g_hash_table_new (g_str_hash, g_str_equal);
  index_below (g, xmlDocGetRootElement (g->own));
  index_below (g, xmlDocGetRootElement (g->common));
}

static xmlNode *
find_define (const Grammar *g, const char *name)
{
  return g_hash_table_lookup (g->defines, name);
}

xmlNode *
grammar_element (const Grammar *g, const char *name)
{
  return g_hash_table_lookup (g->elements, name);
}

const char *
grammar_expected (const xmlNode *definition)
{
  for (xmlAttr *a = definition ? definition->properties : NULL; a; a = a->next)
    if (a->ns && strcmp ((const char *) a->name, "erwartet") == 0 && a->children)
      return (const char *) a->children->content;
  return "etwas anderes";
}

static void
walk_pattern (const Grammar *g, const xmlNode *p, gboolean needed, GrammarFound found, gpointer user,
              int depth)
{
  NODE_EACH (c, p, NULL) {
    const char *name = (const char *) c->name;
    if (strcmp (name, "ref") == 0) {
      xmlNode *def = find_define (g, node_get (c, "name"));
      if (def && depth < 12)
        walk_pattern (g, def, needed, found, user, depth + 1);
    } else if (strcmp (name, "element") == 0 || strcmp (name, "attribute") == 0 ||
               strcmp (name, "text") == 0 || strcmp (name, "data") == 0 || strcmp (name, "value") == 0)
      found (c, needed, user);
    else {
      gboolean loose = strcmp (name, "optional") == 0 || strcmp (name, "zeroOrMore") == 0 ||
                       strcmp (name, "choice") == 0;
      walk_pattern (g, c, needed && !loose, found, user, depth);
    }
  }
}

void
grammar_walk (const Grammar *g, const xmlNode *pattern, GrammarFound found, gpointer user)
{
  walk_pattern (g, pattern, TRUE, found, user, 0);
}

typedef struct {
  const char *kind, *name;
  const xmlNode *hit;
} Search;

static void
search_one (const xmlNode *p, gboolean needed, gpointer user)
{
  Search *s = user;
  (void) needed;
  if (!s->hit && node_named (p, s->kind) && (!s->name || node_is (p, "name", s->name)))
    s->hit = p;
}

static xmlNode *
pattern_has (const Grammar *g, const xmlNode *element, const char *kind, const char *name)
{
  Search s = { kind, name, NULL };
  grammar_walk (g, element, search_one, &s);
  return (xmlNode *) s.hit;
}

/* -- values -- */

static gboolean
data_ok (const xmlNode *data, const char *value)
{
  NODE_EACH (param, data, "param") {
    g_autofree char *text = node_text (param);
    if (node_is (param, "name", "maxLength")) {
      if (g_utf8_strlen (value, -1) > atol (text))
        return FALSE;
      continue;
    }
    xmlRegexpPtr re = xmlRegexpCompile ((const xmlChar *) text);
    gboolean ok = re && xmlRegexpExec (re, (const xmlChar *) value) == 1;
    xmlRegFreeRegexp (re);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

typedef struct {
  const char *value;
  gboolean any, ok;
} ValueCheck;

static void
check_value (const xmlNode *p, gboolean needed, gpointer user)
{
  ValueCheck *v = user;
  (void) needed;
  g_autofree char *text = node_text (p);
  if (node_named (p, "text"))
    v->any = v->ok = TRUE;
  else if (node_named (p, "data"))
    v->any = TRUE, v->ok = v->ok || data_ok (p, v->value);
  else if (node_named (p, "value"))
    v->any = TRUE, v->ok = v->ok || strcmp (text, v->value) == 0;
}

static gboolean
value_ok (const Grammar *g, const xmlNode *pattern, const char *value)
{
  ValueCheck v = { value, FALSE, FALSE };
  grammar_walk (g, pattern, check_value, &v);
  return v.ok || !v.any;
}

/* A day or time that the calendar does not have passes the schema's pattern. */
static gboolean
calendar_ok (const xmlNode *pattern, const char *value)
{
  NODE_EACH (c, pattern, "ref") {
    if (node_is (c, "name", "tag"))
      return day_valid (value);
    if (node_is (c, "name", "zeitpunkt"))
      return local_valid (value);
  }
  return TRUE;
}

/* -- the walk -- */

typedef struct {
  Grammar *g;
  gboolean values_only;
  GHashTable *ids;
  long line;
  char *fault;
} Walk;

/* Characters of a name or value from outside that a message repeats. */
#define SAID_MOST 60

static gboolean found_fault (Walk *w, const xmlNode *n, const char *fmt, ...) G_GNUC_PRINTF (3, 4);

/* The number of the outermost numbered item around @n, as it is printed; 0 outside of such lists. */
static gint64
ziffer_of (const xmlNode *n)
{
  const xmlNode *item = NULL;
  for (const xmlNode *p = n; p; p = p->parent)
    if (node_named (p, "li") && node_named (p->parent, "ol"))
      item = p;
  if (!item)
    return 0;
  gint64 number = node_get_int (item->parent, "start", 1);
  for (const xmlNode *c = node_child (item->parent, "li"); c && c != item; c = node_next (c, "li"))
    number++;
  return number;
}

static gboolean
found_fault (Walk *w, const xmlNode *n, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_autofree char *what = g_strdup_vprintf (fmt, ap);
  va_end (ap);
  gint64 ziffer = ziffer_of (n);
  w->fault = ziffer > 0 ? g_strdup_printf ("Ziffer %" G_GINT64_FORMAT ": %s", ziffer, what)
                        : g_steal_pointer (&what);
  w->line = xmlGetLineNo (n);
  return TRUE;
}

typedef struct {
  const xmlNode *def; /* NULL: the whole grammar */
  char *kind, *name;
} Question;

static guint
question_hash (gconstpointer p)
{
  const Question *q = p;
  return g_direct_hash (q->def) ^ g_str_hash (q->kind) ^ (g_str_hash (q->name) << 1);
}

static gboolean
question_equal (gconstpointer a, gconstpointer b)
{
  const Question *x = a, *y = b;
  return x->def == y->def && strcmp (x->kind, y->kind) == 0 && strcmp (x->name, y->name) == 0;
}

static void
question_free (gpointer p)
{
  Question *q = p;
  g_free (q->kind);
  g_free (q->name);
  g_free (q);
}

/* Names from outside are not kept without end. */
#define ASKED_MOST 4096

static const xmlNode *
ask_grammar (Grammar *g, const Question *q)
{
  gpointer node;
  if (!g->asked)
    g->asked = g_hash_table_new_full (question_hash, question_equal, question_free, NULL);
  if (g_hash_table_lookup_extended (g->asked, q, NULL, &node))
    return node;
  node = q->def ? pattern_has (g, q->def, q->kind, q->name) : grammar_element (g, q->name);
  if (g_hash_table_size (g->asked) < ASKED_MOST) {
    Question own = { q->def, g_strdup (q->kind), g_strdup (q->name) };
    g_hash_table_insert (g->asked, g_memdup2 (&own, sizeof own), node);
  }
  return node;
}

/* pattern_has, and for @def NULL grammar_element, each asked once: documents repeat few names. */
static const xmlNode *
look_up (Walk *w, const xmlNode *def, const char *kind, const char *name)
{
  Question q = { def, (char *) kind, (char *) name };
  g_mutex_lock (&w->g->lock);
  const xmlNode *node = ask_grammar (w->g, &q);
  g_mutex_unlock (&w->g->lock);
  return node;
}

static gboolean
walk_id (Walk *w, const xmlNode *n, const char *id)
{
  if (g_hash_table_add (w->ids, (gpointer) id))
    return FALSE;
  g_autofree char *said = text_short (id, SAID_MOST);
  return found_fault (w, n, "die id „%s“ kommt doppelt vor; erwartet wird jede id nur einmal", said);
}

static gboolean
unknown_attribute (Walk *w, const xmlNode *n, const char *name)
{
  g_autofree char *said = text_short (name, SAID_MOST);
  return found_fault (w, n, "<%s> kennt kein Attribut „%s“; erwartet wird es ohne dieses Attribut",
                      (const char *) n->name, said);
}

static gboolean
walk_attribute (Walk *w, const xmlNode *n, const xmlNode *def, const xmlAttr *a)
{
  const char *name = (const char *) a->name, *value = node_get (n, name);
  const xmlNode *pattern = a->ns ? NULL : look_up (w, def, "attribute", name);
  if (!pattern)
    return unknown_attribute (w, n, name);
  if (!calendar_ok (pattern, value) || (!w->values_only && !value_ok (w->g, pattern, value))) {
    g_autofree char *said = text_short (value, SAID_MOST);
    return found_fault (w, n, "das Attribut %s=\"%s\" an <%s> ist falsch; erwartet wird %s", name, said,
                        (const char *) n->name, grammar_expected (pattern));
  }
  return strcmp (name, "id") == 0 && walk_id (w, n, value);
}

typedef struct {
  Walk *w;
  const xmlNode *n;
} Needs;

static void
check_needed (const xmlNode *p, gboolean needed, gpointer user)
{
  Needs *c = user;
  const char *name = node_get (p, "name");
  if (!needed || c->w->fault || !name)
    return;
  if (node_named (p, "attribute") && !node_get (c->n, name))
    found_fault (c->w, c->n, "<%s> fehlt das Attribut „%s“; erwartet wird %s", (const char *) c->n->name,
                 name, grammar_expected (p));
  if (node_named (p, "element") && !node_child (c->n, name))
    found_fault (c->w, c->n, "in <%s> fehlt <%s>; erwartet wird %s", (const char *) c->n->name, name,
                 grammar_expected (p));
}

static gboolean walk_element (Walk *w, const xmlNode *n);

static gboolean
walk_child (Walk *w, const xmlNode *n, const xmlNode *def, const xmlNode *c)
{
  const char *parent = (const char *) n->name, *name = (const char *) c->name;
  gboolean ours = c->ns && n->ns && strcmp ((const char *) c->ns->href, (const char *) n->ns->href) == 0;
  if (ours && look_up (w, def, "element", name))
    return walk_element (w, c);
  g_autofree char *said = text_short (name, SAID_MOST);
  if (ours)
    return found_fault (w, c, "%s <%s> in <%s>; erwartet wird %s",
                        grammar_element (w->g, name) ? "hier steht falsch" : "unbekanntes Element", said,
                        parent, grammar_expected (def));
  return found_fault (w, c, "<%s> in <%s> liegt in einem anderen Namensraum; erwartet wird %s in %s",
                      said, parent, grammar_expected (def), RATSWEG_NS);
}

/* Where an element may stand among its siblings: the number of its place, and whether the place takes
 * many.  Alternatives, and what repeats, share one place. */
typedef struct {
  const char *name;
  guint place;
  gboolean many;
} Seat;

static gboolean
find_seat (const Grammar *g, const xmlNode *p, Seat *seat, gboolean shared, gboolean many, int depth)
{
  NODE_EACH (c, p, NULL) {
    const char *name = (const char *) c->name;
    gboolean here = strcmp (name, "element") == 0;
    gboolean choice = strcmp (name, "choice") == 0 || strcmp (name, "interleave") == 0;
    gboolean repeats = strcmp (name, "zeroOrMore") == 0 || strcmp (name, "oneOrMore") == 0;
    if ((here || choice || repeats) && !shared)
      seat->place++;
    seat->many = many;
    if (here && node_is (c, "name", seat->name))
      return TRUE;
    const xmlNode *inner = c;
    if (strcmp (name, "ref") == 0)
      inner = depth < 12 ? find_define (g, node_get (c, "name")) : NULL;
    if (!here && inner &&
        find_seat (g, inner, seat, shared || choice || repeats, many || choice || repeats, depth + 1))
      return TRUE;
  }
  return FALSE;
}

static gboolean
walk_order (Walk *w, const xmlNode *n, const xmlNode *def)
{
  guint last = 0;
  NODE_EACH (c, n, NULL) {
    Seat seat = { (const char *) c->name, 0, FALSE };
    if (!find_seat (w->g, def, &seat, FALSE, FALSE, 0))
      continue;
    if (seat.place < last)
      return found_fault (w, c, "<%s> steht in <%s> an der falschen Stelle; erwartet wird %s", seat.name,
                          (const char *) n->name, grammar_expected (def));
    if (seat.place == last && !seat.many)
      return found_fault (w, c, "<%s> steht in <%s> mehr als einmal; erwartet wird %s", seat.name,
                          (const char *) n->name, grammar_expected (def));
    last = seat.place;
  }
  return FALSE;
}

static gboolean
walk_text (Walk *w, const xmlNode *n, const xmlNode *def)
{
  g_autofree char *text = node_text (n);
  if (calendar_ok (def, text) && (w->values_only || value_ok (w->g, def, text)))
    return FALSE;
  g_autofree char *said = text_short (text, SAID_MOST);
  return found_fault (w, n, "der Inhalt „%s“ von <%s> ist falsch; erwartet wird %s", said,
                      (const char *) n->name, grammar_expected (def));
}

static gboolean
walk_element (Walk *w, const xmlNode *n)
{
  const xmlNode *def = look_up (w, NULL, "element", (const char *) n->name);
  if (!def)
    return found_fault (w, n, "unbekanntes Element <%s>", (const char *) n->name);
  for (const xmlAttr *a = n->properties; a; a = a->next)
    if (walk_attribute (w, n, def, a))
      return TRUE;
  if (!node_child (n, NULL) && walk_text (w, n, def))
    return TRUE;
  NODE_EACH (c, n, NULL)
    if (walk_child (w, n, def, c))
      return TRUE;
  if (w->values_only)
    return FALSE;
  Needs needs = { w, n };
  grammar_walk (w->g, def, check_needed, &needs);
  if (!w->fault)
    walk_order (w, n, def);
  return w->fault != NULL;
}

char *
grammar_explain (Grammar *g, xmlNode *root, gboolean values_only, long *ret_line)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Walk w = { g, values_only, ids, 0, NULL };
  walk_element (&w, root);
  *ret_line = w.line;
  return w.fault;
}
