/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Compiled schemas and the verdict.  The German reasons are explain.c's.  Called by doc.c and route/. */
#include "doc/schema.h"
#include "doc/explain.h"
#include "doc/open.h"
#include "doc/relaxed.h"
#include "base/error.h"
#include <string.h>

typedef struct {
  xmlRelaxNG *compiled;
  Grammar grammar;
  Relaxed relaxed; /* made once many documents are checked */
  guint checks;
  GHashTable *owned; /* "element" and "element@attribute" that the engine keeps */
} Schema;

static void
note_owned (GHashTable *owned, const xmlNode *n, const char *element)
{
  NODE_EACH (c, n, NULL) {
    gboolean is_element = node_named (c, "element");
    const char *name = node_get (c, "name");
    const char *own = NULL;
    for (xmlAttr *a = c->properties; a; a = a->next)
      if (a->ns && strcmp ((const char *) a->name, "programm") == 0)
        own = (const char *) a->children->content;
    if (g_strcmp0 (own, "ja") == 0)
      g_hash_table_add (owned, is_element ? g_strdup (name)
                                          : g_strdup_printf ("%s@%s", element ? element : "", name));
    note_owned (owned, c, is_element ? name : element);
  }
}

static Schema *
schema_load (DocArt art, GError **error)
{
  /* A profile is made of the same entries as the rules that it adds to. */
  const char *name = doc_art_name (art == DOC_PROFIL ? DOC_REGELN : art);
  g_autofree char *path = g_strdup_printf ("engine/schema/%s.rng", name);
  g_autoptr (xmlDoc) own = doc_parse_resource (path, error);
  g_autoptr (xmlDoc) common = own ? doc_parse_resource ("engine/schema/gemeinsam.rng", error) : NULL;
  if (!common)
    return NULL;
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt (own);
  xmlRelaxNG *compiled = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  if (!compiled) {
    fail (error, RATSWEG_ERROR_INTERNAL, "Das Schema %s im Programm ist fehlerhaft.", path);
    return NULL;
  }
  Schema *s = g_new0 (Schema, 1);
  s->compiled = compiled;
  s->owned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_owned (s->owned, xmlDocGetRootElement (common), NULL);
  note_owned (s->owned, xmlDocGetRootElement (own), NULL);
  s->grammar.own = g_steal_pointer (&own);
  s->grammar.common = g_steal_pointer (&common);
  grammar_index (&s->grammar);
  return s;
}

/* Compiled once a process and kept to its end. */
static Schema *
schema_get (DocArt art, GError **error)
{
  static Schema *cache[DOC_N_ARTEN];
  static GMutex mutex;
  g_mutex_lock (&mutex);
  if (!cache[art])
    cache[art] = schema_load (art, error);
  Schema *s = cache[art];
  g_mutex_unlock (&mutex);
  return s;
}

typedef struct {
  const xmlNode *node;
  char *message;
} LastError;

static void
note_last (void *user, xmlErrorPtr e)
{
  LastError *last = user;
  last->node = e->node;
  g_free (last->message);
  last->message = g_strchomp (g_strdup (e->message ? e->message : ""));
}

/* What the engine made itself has no line. */
static gboolean
fail_at (const char *quelle, long line, const char *fault, GError **error)
{
  g_autofree char *place = line > 0 ? g_strdup_printf (", Zeile %ld", line) : NULL;
  return fail (error, RATSWEG_ERROR_INVALID, "%s%s: %s.", quelle, place ? place : "", fault);
}

static gboolean
fail_invalid (Schema *s, xmlDoc *xml, const LastError *last, const char *quelle, GError **error)
{
  long line = 0;
  g_autofree char *fault = grammar_explain (&s->grammar, xmlDocGetRootElement (xml), FALSE, &line);
  if (fault)
    return fail_at (quelle, line, fault, error);
  const xmlNode *n = last->node ? last->node : xmlDocGetRootElement (xml);
  const xmlNode *def = grammar_element (&s->grammar, (const char *) n->name);
  return fail (
    error, RATSWEG_ERROR_INVALID,
    "%s, Zeile %ld: der Inhalt von <%s> hat nicht die richtige Form oder Reihenfolge; erwartet "
    "wird %s.",
    quelle, xmlGetLineNo (n), (const char *) n->name, grammar_expected (def));
}

/* Making the quick answer takes as long as some checks, so a command that looks at few documents goes without. */
#define CHECKS_WITHOUT 16

static gboolean
accepts_quickly (Schema *s, xmlDoc *xml)
{
  static GMutex mutex;
  g_mutex_lock (&mutex);
  if (s->checks < CHECKS_WITHOUT && ++s->checks == CHECKS_WITHOUT)
    relaxed_make (&s->relaxed, &s->grammar);
  gboolean made = s->checks == CHECKS_WITHOUT;
  g_mutex_unlock (&mutex);
  return made && relaxed_accepts (&s->relaxed, xml);
}

static gboolean
is_valid (Schema *s, xmlDoc *xml, const char *quelle, GError **error)
{
  if (accepts_quickly (s, xml))
    return TRUE;
  LastError last = { NULL, NULL };
  g_autoptr (xmlRelaxNGValidCtxt) ctxt = xmlRelaxNGNewValidCtxt (s->compiled);
  xmlRelaxNGSetValidStructuredErrors (ctxt, note_last, &last);
  int verdict = xmlRelaxNGValidateDoc (ctxt, xml);
  g_autofree char *message = last.message;
  return verdict == 0 || fail_invalid (s, xml, &last, quelle, error);
}

gboolean
schema_check (DocArt art, xmlDoc *xml, const char *quelle, GError **error)
{
  Schema *s = schema_get (art, error);
  if (!s || !is_valid (s, xml, quelle, error))
    return FALSE;
  long line = 0;
  g_autofree char *fault = grammar_explain (&s->grammar, xmlDocGetRootElement (xml), TRUE, &line);
  return !fault || fail_at (quelle, line, fault, error);
}

gboolean
schema_check_part (DocArt art, xmlDoc *xml, const char *quelle, GError **error)
{
  Schema *s = schema_get (art, error);
  if (!s)
    return FALSE;
  long line = 0;
  g_autofree char *fault = grammar_explain (&s->grammar, xmlDocGetRootElement (xml), FALSE, &line);
  return !fault || fail_at (quelle, line, fault, error);
}

gboolean
schema_engine_owned (DocArt art, const char *element, const char *attribute)
{
  const Schema *s = schema_get (art, NULL);
  g_autofree char *key = attribute ? g_strdup_printf ("%s@%s", element, attribute) : g_strdup (element);
  g_autofree char *any = attribute ? g_strdup_printf ("@%s", attribute) : NULL;
  return s && (g_hash_table_contains (s->owned, key) || (any && g_hash_table_contains (s->owned, any)));
}
