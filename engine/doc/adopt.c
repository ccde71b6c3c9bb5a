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
equal_trees (xmlNode *a, xmlNode *b)
{
  g_autoptr (xmlDoc) da = xmlNewDoc ((const xmlChar *) "1.0");
  g_autoptr (xmlDoc) db = xmlNewDoc ((const xmlChar *) "1.0");
  xmlDocSetRootElement (da, xmlDocCopyNode (a, da, 1));
  xmlDocSetRootElement (db, xmlDocCopyNode (b, db, 1));
  g_autoptr (GBytes) ba = doc_canonical (da);
  g_autoptr (GBytes) bb = doc_canonical (db);
  return ba && bb && g_bytes_equal (ba, bb);
}

static gboolean
fail_kept (const Doc *d, const xmlNode *n, const char *what, const char *expected, GError **error)
{
  return fail (error, RATSWEG_ERROR_INVALID,
               "%s, Zeile %ld: %s wird von Ratsweg geführt und kann nicht eingelesen werden; erwartet wird "
               "%s. Abhilfe: weglassen.",
               doc_quelle (d), xmlGetLineNo (n), what, expected);
}

static gboolean
adopt_attributes (Doc *d, xmlNode *next, const xmlNode *current, GError **error)
{
  const char *element = (const char *) next->name;
  for (xmlAttr *a = next->properties; a; a = a->next) {
    const char *name = (const char *) a->name, *kept = current ? node_get (current, name) : NULL;
    if (!schema_engine_owned (doc_art (d), element, name) || node_is (next, name, kept))
      continue;
    g_autofree char *what = g_strdup_printf ("das Attribut %s=\"%s\" an <%s>", name,
                                             node_get (next, name), element);
    g_autofree char *expected =
      kept ? g_strdup_printf ("„%s“ wie gespeichert", kept) : g_strdup ("es hier nicht");
    return fail_kept (d, next, what, expected, error);
  }
  for (xmlAttr *a = current ? current->properties : NULL; a; a = a->next)
    if (schema_engine_owned (doc_art (d), element, (const char *) a->name))
      node_set (next, (const char *) a->name, node_get (current, (const char *) a->name));
  return TRUE;
}

/* The counterpart of @n in @current: same name and id, else the same place among those without id. */
static xmlNode *
counterpart (xmlNode *n, const xmlNode *current)
{
  const char *name = (const char *) n->name, *id = node_get (n, "id");
  if (!current)
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
adopt_kept_element (Doc *d, xmlNode *n, const xmlNode *current, GError **error)
{
  NODE_EACH (k, current, (const char *) n->name)
    if (equal_trees (n, k))
      return TRUE;
  g_autofree char *what = g_strdup_printf ("<%s>", (const char *) n->name);
  return fail_kept (d, n, what, "der gespeicherte Inhalt oder nichts", error);
}

static gboolean
adopt_node (Doc *d, xmlNode *next, const xmlNode *current, GError **error)
{
  if (!adopt_attributes (d, next, current, error))
    return FALSE;
  NODE_EACH (c, next, NULL) {
    if (schema_engine_owned (doc_art (d), (const char *) c->name, NULL)) {
      if (!adopt_kept_element (d, c, current, error))
        return FALSE;
    } else if (!adopt_node (d, c, counterpart (c, current), error))
      return FALSE;
  }
  if (!current)
    return TRUE;
  NODE_EACH (k, current, NULL) {
    if (schema_engine_owned (doc_art (d), (const char *) k->name, NULL) &&
        !node_child (next, (const char *) k->name))
      for (xmlNode *each = k; each; each = node_next (each, (const char *) k->name))
        insert_kept (next, each);
  }
  return TRUE;
}

gboolean
doc_adopt (Doc *next, const Doc *current, GError **error)
{
  return adopt_node (next, doc_root (next), current ? doc_root (current) : NULL, error);
}

static void
complete_below (xmlNode *root, xmlNode *n)
{
  static const struct {
    const char *name;
    char prefix;
  } with_id[] = { { "abschnitt", 'a' }, { "anlage", 'n' }, { "zeichner", 'm' }, { "station", 's' },
                  { "top", 't' } };
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
  NODE_EACH (c, n, NULL) {
    const char *id = node_get (c, "id");
    gint64 here = id && g_ascii_isalpha (*id) ? g_ascii_strtoll (id + 1, NULL, 10) : 0;
    high = MAX (high, MAX (here, highest_id (c)));
  }
  return high;
}

void
doc_complete_ids (Doc *d)
{
  if (doc_art (d) != DOC_VORLAGE && doc_art (d) != DOC_SITZUNG)
    return;
  xmlNode *root = doc_root (d);
  gint64 high = highest_id (root);
  if (high >= node_get_int (root, "naechste-id", 1))
    node_set_int (root, "naechste-id", high + 1);
  complete_below (root, root);
}
