/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The grammar with <text/> for each <data>, and beside it the patterns of each place, compiled once.  A place has the
 * patterns of all definitions of its name, and its value must match them all: then it matches that of the definition
 * that holds there, whichever it is.  Never the last word where that fails.  Called by schema.c. */
#include "doc/relaxed.h"
#include "doc/node.h"
#include <libxml/xmlregexp.h>
#include <stdlib.h>

typedef struct {
  xmlRegexp *pattern; /* or NULL; of several places */
  glong most;         /* characters */
} Demand;

/* An element by name. */
typedef struct {
  GPtrArray *text;        /* Demand* on its text */
  GHashTable *attributes; /* name to GPtrArray of Demand* */
} Place;

/* -- what is demanded -- */

typedef struct {
  const Grammar *grammar;
  GHashTable *patterns; /* text to xmlRegexp* */
  Place *place;
  GPtrArray *demands; /* of the place's text, or of an attribute */
} Filling;

static xmlRegexp *
compiled (GHashTable *patterns, const char *text)
{
  xmlRegexp *re = g_hash_table_lookup (patterns, text);
  if (!re) {
    re = xmlRegexpCompile ((const xmlChar *) text);
    g_hash_table_insert (patterns, g_strdup (text), re);
  }
  return re;
}

static void
add_demand (const xmlNode *data, gboolean needed, gpointer user)
{
  const Filling *f = user;
  (void) needed;
  if (!node_named (data, "data") || !node_child (data, "param"))
    return;
  Demand *d = g_new0 (Demand, 1);
  d->most = G_MAXLONG;
  NODE_EACH (p, data, "param") {
    g_autofree char *text = node_text (p);
    if (node_is (p, "name", "maxLength"))
      d->most = atol (text);
    else
      d->pattern = compiled (f->patterns, text);
  }
  g_ptr_array_add (f->demands, d);
}

static GPtrArray *
demands_on (GHashTable *attributes, const char *name)
{
  GPtrArray *list = g_hash_table_lookup (attributes, name);
  if (!list) {
    list = g_ptr_array_new ();
    g_hash_table_insert (attributes, g_strdup (name), list);
  }
  return list;
}

static void
add_to_place (const xmlNode *p, gboolean needed, gpointer user)
{
  Filling f = *(const Filling *) user;
  if (!node_named (p, "attribute")) {
    add_demand (p, needed, user);
    return;
  }
  f.demands = demands_on (f.place->attributes, node_get (p, "name"));
  grammar_walk (f.grammar, p, add_demand, &f);
}

static Place *
place_of (GHashTable *places, const char *name)
{
  Place *place = g_hash_table_lookup (places, name);
  if (!place) {
    place = g_new0 (Place, 1);
    place->text = g_ptr_array_new ();
    place->attributes = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (places, g_strdup (name), place);
  }
  return place;
}

static void
note_places (GHashTable *places, Filling *f, const xmlNode *n)
{
  NODE_EACH (c, n, NULL) {
    note_places (places, f, c);
    if (!node_named (c, "element"))
      continue;
    f->place = place_of (places, node_get (c, "name"));
    f->demands = f->place->text;
    grammar_walk (f->grammar, c, add_to_place, f);
  }
}

/* -- the grammar without it -- */

static void
drop_demands (xmlNode *n)
{
  NODE_EACH (c, n, NULL) {
    if (!node_named (c, "data")) {
      drop_demands (c);
      continue;
    }
    for (xmlNode *p = node_child (c, NULL); p; p = node_child (c, NULL))
      node_remove (p);
    xmlNodeSetName (c, (const xmlChar *) "text");
    node_set (c, "type", NULL);
  }
}

/* What the kind's grammar includes stands in it. */
static xmlDoc *
one_grammar (const Grammar *g)
{
  xmlDoc *xml = xmlCopyDoc (g->own, 1);
  xmlNode *root = xmlDocGetRootElement (xml), *include = node_child (root, "include");
  if (include)
    node_remove (include);
  node_copy_children (root, xmlDocGetRootElement (g->common));
  drop_demands (root);
  return xml;
}

void
relaxed_make (Relaxed *r, const Grammar *g)
{
  g_autoptr (xmlDoc) xml = one_grammar (g);
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt (xml);
  r->compiled = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_autoptr (GHashTable) patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Filling f = { g, patterns, NULL, NULL };
  r->places = g_hash_table_new (g_str_hash, g_str_equal);
  note_places (r->places, &f, xmlDocGetRootElement (g->own));
  note_places (r->places, &f, xmlDocGetRootElement (g->common));
}

/* -- the answer -- */

static gboolean
matches_all (const GPtrArray *demands, const char *value)
{
  for (guint i = 0; demands && i < demands->len; i++) {
    const Demand *d = demands->pdata[i];
    if (d->most < G_MAXLONG && g_utf8_strlen (value, -1) > d->most)
      return FALSE;
    if (d->pattern && xmlRegexpExec (d->pattern, (const xmlChar *) value) != 1)
      return FALSE;
  }
  return TRUE;
}

static gboolean
text_matches (const xmlNode *n, const Place *place)
{
  if (place->text->len == 0)
    return TRUE;
  xmlChar *text = xmlNodeGetContent (n);
  gboolean ok = text && matches_all (place->text, (const char *) text);
  xmlFree (text);
  return ok;
}

static gboolean
values_match (const Relaxed *r, const xmlNode *n)
{
  const Place *place = g_hash_table_lookup (r->places, n->name);
  if (!place)
    return FALSE;
  for (const xmlAttr *a = n->properties; a; a = a->next) {
    const char *name = (const char *) a->name;
    if (!matches_all (g_hash_table_lookup (place->attributes, name), node_get (n, name)))
      return FALSE;
  }
  if (!node_child (n, NULL))
    return text_matches (n, place);
  NODE_EACH (c, n, NULL)
    if (!values_match (r, c))
      return FALSE;
  return TRUE;
}

static void
say_nothing (void *user, xmlErrorPtr e)
{
  (void) user;
  (void) e;
}

gboolean
relaxed_accepts (const Relaxed *r, xmlDoc *xml)
{
  if (!r->compiled)
    return FALSE;
  g_autoptr (xmlRelaxNGValidCtxt) ctxt = xmlRelaxNGNewValidCtxt (r->compiled);
  xmlRelaxNGSetValidStructuredErrors (ctxt, say_nothing, NULL);
  return xmlRelaxNGValidateDoc (ctxt, xml) == 0 && values_match (r, xmlDocGetRootElement (xml));
}
