/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Carries the engine's own parts over into an edited version.  Decides nothing about who may edit what.
 * Called by route/ at check-in. */
#include "doc/adopt.h"
#include "doc/schema.h"
#include "doc/write.h"
#include "base/error.h"
#include <string.h>

static gboolean
fail_kept (const Doc *d, const xmlNode *n, const char *what, const char *expected, GError **error)
{
  return fail (
    error, RATSWEG_ERROR_INVALID,
    "%s, Zeile %ld: %s wird von Ratsweg geführt und kann nicht eingelesen werden; erwartet wird "
    "%s. Abhilfe: weglassen.",
    doc_quelle (d), xmlGetLineNo (n), what, expected);
}

typedef struct {
  Doc *next;
  const xmlNode *current; /* the kept root, or NULL */
} Adoption;

/* An image or Anlage is known by its file, wherever it stands now. */
static const char *
content_of_file (const xmlNode *n, const char *element, const char *attribute, const char *file)
{
  NODE_EACH (c, n, NULL) {
    const char *deep = node_named (c, element) && node_is (c, attribute, file)
                         ? node_get (c, "inhalt")
                         : content_of_file (c, element, attribute, file);
    if (deep)
      return deep;
  }
  return NULL;
}

static const char *
kept_value (const Adoption *a, const xmlNode *n, const xmlNode *current, const char *name)
{
  if (strcmp (name, "inhalt") != 0)
    return current ? node_get (current, name) : NULL;
  const char *attribute = node_get (n, "src") ? "src" : "datei";
  const char *file = node_get (n, attribute);
  return file ? content_of_file (a->current, (const char *) n->name, attribute, file) : NULL;
}

static gboolean
adopt_attributes (const Adoption *a, xmlNode *next, const xmlNode *current, GError **error)
{
  const char *element = (const char *) next->name;
  DocArt art = doc_art (a->next);
  for (xmlAttr *p = next->properties; p; p = p->next) {
    const char *name = (const char *) p->name, *kept = kept_value (a, next, current, name);
    if (!schema_engine_owned (art, element, name) || node_is (next, name, kept))
      continue;
    g_autofree char *what =
      g_strdup_printf ("das Attribut %s=\"%s\" an <%s>", name, node_get (next, name), element);
    g_autofree char *expected =
      kept ? g_strdup_printf ("„%s“ wie gespeichert", kept) : g_strdup ("es hier nicht");
    return fail_kept (a->next, next, what, expected, error);
  }
  for (xmlAttr *p = current ? current->properties : NULL; p; p = p->next)
    if (strcmp ((const char *) p->name, "inhalt") != 0 &&
        schema_engine_owned (art, element, (const char *) p->name))
      node_set (next, (const char *) p->name, node_get (current, (const char *) p->name));
  if (schema_engine_owned (art, element, "inhalt"))
    node_set (next, "inhalt", kept_value (a, next, current, "inhalt"));
  return TRUE;
}

/* The counterpart of @n in @current: same name and id, else the same place among those without id. */
static xmlNode *
counterpart (xmlNode *n, const xmlNode *current)
{
  const char *name = (const char *) n->name, *id = node_get (n, "id");
  /* In running text the engine keeps only what images hold, and those are known by their file. */
  if (!current || node_named (current, "abschnitt"))
    return NULL;
  if (id)
    return node_find (current, name, "id", id);
  xmlNode *c = node_child (current, name);
  for (xmlNode *s = node_child (n->parent, name); s && s != n && c; s = node_next (s, name))
    c = node_next (c, name);
  /* A station or section that lost its id is a new one, so that two can change places. */
  return c && node_get (c, "id") ? NULL : c;
}

/* Puts a copy of @kept behind the last element of @next that stands before it in @current. */
static void
insert_kept (xmlNode *next, xmlNode *kept)
{
  xmlNode *copy = xmlDocCopyNode (kept, next->doc, 1);
  for (const xmlNode *p = kept->prev; p; p = p->prev) {
    if (p->type != XML_ELEMENT_NODE)
      continue;
    xmlNode *last = NULL;
    NODE_EACH (c, next, (const char *) p->name)
      last = c;
    if (last) {
      xmlAddNextSibling (last, copy);
      xmlReconciliateNs (next->doc, copy);
      return;
    }
  }
  if (next->children)
    xmlAddPrevSibling (next->children, copy);
  else
    xmlAddChild (next, copy);
  xmlReconciliateNs (next->doc, copy);
}

static gboolean
adopt_kept_element (const Adoption *a, xmlNode *n, const xmlNode *current, GError **error)
{
  NODE_EACH (k, current, (const char *) n->name)
    if (doc_same_parts (n, k))
      return TRUE;
  g_autofree char *what = g_strdup_printf ("<%s>", (const char *) n->name);
  return fail_kept (a->next, n, what, "der gespeicherte Inhalt oder nichts", error);
}

static void
insert_missing (const Adoption *a, xmlNode *next, const xmlNode *current)
{
  NODE_EACH (k, current, NULL) {
    const char *name = (const char *) k->name;
    if (schema_engine_owned (doc_art (a->next), name, NULL) && !node_child (next, name))
      for (xmlNode *each = k; each; each = node_next (each, name))
        insert_kept (next, each);
  }
}

static gboolean
adopt_node (const Adoption *a, xmlNode *next, const xmlNode *current, GError **error)
{
  if (!adopt_attributes (a, next, current, error))
    return FALSE;
  NODE_EACH (c, next, NULL) {
    if (schema_engine_owned (doc_art (a->next), (const char *) c->name, NULL)) {
      if (!adopt_kept_element (a, c, current, error))
        return FALSE;
    } else if (!adopt_node (a, c, counterpart (c, current), error))
      return FALSE;
  }
  insert_missing (a, next, current);
  return TRUE;
}

/* -- ids -- */

/* The number of an id of the form that Ratsweg gives ("s7"); 0 for another one, and for numbers that the
 * counter cannot reach. */
static gint64
id_number (const char *id)
{
  gsize digits = id && g_ascii_isalpha (*id) ? strspn (id + 1, "0123456789") : 0;
  if (digits == 0 || digits > 8 || id[1 + digits] != '\0')
    return 0;
  return g_ascii_strtoll (id + 1, NULL, 10);
}

static gboolean
has_id (const xmlNode *n, const char *id)
{
  NODE_EACH (c, n, NULL)
    if (node_is (c, "id", id) || has_id (c, id))
      return TRUE;
  return FALSE;
}

/* An id below the counter that the kept version does not have was another's once. */
static gboolean
check_ids (const Adoption *a, const xmlNode *n, GError **error)
{
  gint64 counter = node_get_int (a->current, "naechste-id", 1);
  NODE_EACH (c, n, NULL) {
    const char *id = node_get (c, "id");
    if (id_number (id) > 0 && id_number (id) < counter && !has_id (a->current, id))
      return fail (
        error, RATSWEG_ERROR_INVALID,
        "%s, Zeile %ld: die id „%s“ an <%s> ist nicht mehr frei; erwartet wird ein neues Element "
        "ohne id. Abhilfe: die id weglassen, Ratsweg vergibt eine.",
        doc_quelle (a->next), xmlGetLineNo (c), id, (const char *) c->name);
    if (!check_ids (a, c, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
counts_ids (const Doc *d)
{
  return doc_art (d) == DOC_VORLAGE || doc_art (d) == DOC_SITZUNG;
}

gboolean
doc_adopt (Doc *next, const Doc *current, GError **error)
{
  Adoption a = { next, current ? doc_root (current) : NULL };
  if (current && counts_ids (next) && !check_ids (&a, doc_root (next), error))
    return FALSE;
  return adopt_node (&a, doc_root (next), a.current, error);
}

static void
complete_below (xmlNode *root, xmlNode *n)
{
  static const struct {
    const char *name;
    char prefix;
  } with_id[] = {
    { "abschnitt", 'a' }, { "anlage", 'n' }, { "zeichner", 'm' }, { "station", 's' }, { "top", 't' }
  };
  NODE_EACH (c, n, NULL) {
    for (gsize i = 0; i < G_N_ELEMENTS (with_id); i++)
      if (node_named (c, with_id[i].name) && !node_get (c, "id") &&
          !(c->parent && node_named (c->parent, "ergebnis"))) {
        g_autofree char *id = node_new_id (root, with_id[i].prefix);
        node_set (c, "id", id);
      }
    complete_below (root, c);
  }
}

/* Ids that the clerk chose must not be given again: the counter starts behind the highest of them. */
static gint64
highest_id (const xmlNode *n)
{
  gint64 high = 0;
  NODE_EACH (c, n, NULL)
    high = MAX (high, MAX (id_number (node_get (c, "id")), highest_id (c)));
  return high;
}

void
doc_complete_ids (Doc *d)
{
  if (!counts_ids (d))
    return;
  xmlNode *root = doc_root (d);
  gint64 high = highest_id (root);
  if (high >= node_get_int (root, "naechste-id", 1))
    node_set_int (root, "naechste-id", high + 1);
  complete_below (root, root);
}
