/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* One step from the call to the commit, and an account.  Holds no rule.  Called by ui/. */
#include "ratsweg-intern.h"
#include "doc/open.h"
#include "doc/schema.h"
#include "doc/write.h"
#include <string.h>

/* -- the changed wording -- */

/* Editors write it in front of a text in UTF-8; it is no part of the text. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Plain text as a form gives it: a line without text ends the paragraph, any other line end is a br.  Tabs and
 * blanks stay as they were typed, at the beginning of a line too; at its end, where nobody sees them, they go. */
static xmlDoc *
text_from_plain (const char *text)
{
  xmlDoc *d = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (d, NULL, (const xmlChar *) "text", NULL);
  xmlDocSetRootElement (d, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *) RATSWEG_NS, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  xmlNode *p = NULL;
  for (guint i = 0; lines[i]; i++) {
    if (!*g_strchomp (lines[i])) {
      p = NULL;
      continue;
    }
    if (p)
      node_add (p, "br");
    else
      p = node_add (root, "p");
    xmlAddChild (p, xmlNewDocText (d, (const xmlChar *) lines[i]));
  }
  return d;
}

static xmlDoc *
text_from_markup (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (xmlDoc) xml = doc_parse (bytes, file, error);
  if (!xml || !doc_normalise (xml, file, error))
    return NULL;
  xmlNode *root = xmlDocGetRootElement (xml);
  if (node_named (root, "text") && root->ns && g_str_equal (root->ns->href, RATSWEG_NS))
    return schema_check_part (DOC_VORLAGE, xml, file, error) ? g_steal_pointer (&xml) : NULL;
  fail (error, RATSWEG_ERROR_INVALID, "%s: erwartet wird Text oder ein Element <text xmlns=\"%s\">.",
        file, RATSWEG_NS);
  return NULL;
}

xmlDoc *
rw_read_text (const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = doc_read (file, error);
  if (!bytes)
    return NULL;
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  g_autofree char *raw = g_strndup (p, n);
  if (strlen (raw) != n) {
    fail (error, RATSWEG_ERROR_INVALID, "%s: enthält ein Nullbyte; erwartet wird Text.", file);
    return NULL;
  }
  const char *start = g_str_has_prefix (raw, BYTE_ORDER_MARK) ? raw + strlen (BYTE_ORDER_MARK) : raw;
  gboolean markup = start[strspn (start, " \t\r\n")] == '<';
  g_autofree char *text = markup ? NULL : text_take (start, file, error);
  g_autoptr (xmlDoc) d = markup ? text_from_markup (bytes, file, error)
                         : text ? text_from_plain (text)
                                : NULL;
  if (!d || node_child (xmlDocGetRootElement (d), NULL))
    return g_steal_pointer (&d);
  fail (error, RATSWEG_ERROR_INVALID, "%s: die Datei enthält keinen Text.", file);
  return NULL;
}

/* -- values -- */

/* Copies, with days as yyyy-mm-dd, a station as its id and persons as their Kennungen. */
static GHashTable *
take_values (Ratsweg *r, const Doc *objekt, GHashTable *werte, GError **error)
{
  static const char *const persons[] = { "person", "fuer", "namentlich", NULL };
  g_autoptr (GHashTable) out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter it;
  gpointer name, value;
  if (!werte)
    return g_steal_pointer (&out);
  g_hash_table_iter_init (&it, werte);
  while (g_hash_table_iter_next (&it, &name, &value)) {
    g_autofree char *clean = text_take (value, name, error);
    if (!clean)
      return NULL;
    char *day = text_in_list ("termin frist", name) ? day_parse (clean) : NULL;
    char *kept = day ? day : g_steal_pointer (&clean);
    if (g_str_equal (name, "station") && doc_art (objekt) == DOC_VORLAGE) {
      g_autofree char *asked = kept;
      kept = rw_station_id (r, objekt, asked, error);
      if (!kept)
        return NULL;
    }
    if (g_strv_contains (persons, name)) {
      g_autofree char *typed = kept;
      kept = rw_persons (r, typed, error);
      if (!kept)
        return NULL;
    }
    g_hash_table_insert (out, g_strdup (name), kept);
  }
  return g_steal_pointer (&out);
}

/* A paper named in a value goes by its present Kennung. */
static gboolean
resolve_paper (Ratsweg *r, GHashTable *werte, const char *name, GError **error)
{
  const char *named = g_hash_table_lookup (werte, name);
  char *kennung = NULL;
  DocArt art;
  if (!named)
    return TRUE;
  if (!rw_find (r, named, &art, &kennung, error))
    return FALSE;
  g_hash_table_insert (werte, g_strdup (name), kennung);
  return art == DOC_VORLAGE || fail (error, RATSWEG_ERROR_USAGE, "„%s“ ist keine Vorlage.", kennung);
}

static gboolean
resolve_papers (Ratsweg *r, GHashTable *werte, GError **error)
{
  return resolve_paper (r, werte, "vorlage", error) && resolve_paper (r, werte, "durch", error);
}

/* -- the step -- */

gboolean
rw_already_done (Ratsweg *r, const RatswegOptions *o, RatswegAnswer *a, GError **error)
{
  if (!o->anfrage)
    return TRUE;
  guint8 id[16];
  if (!hex_decode (o->anfrage, id, sizeof id))
    return fail (error, RATSWEG_ERROR_USAGE, "--anfrage erwartet 32 hexadezimale Ziffern.");
  StoreAnswer answer = store_request (r->store, o->anfrage, &a->seq, error);
  a->schon_getan = answer == STORE_FOUND;
  if (a->schon_getan)
    g_ptr_array_add (a->saetze,
                     g_strdup_printf ("Diese Anfrage wurde schon ausgeführt (Ereignis %" G_GUINT64_FORMAT
                                      "); es geschieht nichts zweimal.",
                                      a->seq));
  return answer != STORE_FAILED;
}

gboolean
rw_call_begin (RwCall *c, GError **error)
{
  c->a->probe = c->o->probe;
  if (!rw_already_done (c->r, c->o, c->a, error))
    return FALSE;
  c->anfrage = c->o->anfrage ? g_strdup (c->o->anfrage) : source_id (c->r->source);
  return TRUE;
}

void
rw_call_clear (RwCall *c)
{
  g_free (c->anfrage);
  g_free (c->offene_top);
  g_free (c->anlass);
}

static gboolean
route_and_record (RwCall *c, Gathered *g, StepRequest *request, GError **error)
{
  g_autofree char *id = source_id (c->r->source);
  request->frische_id = id;
  g_autoptr (StepResult) result = route_step (g->akte, request, error);
  if (!result)
    return FALSE;
  g_free (c->a->kennung);
  c->a->kennung = g_strdup (doc_kennung (((StepDoc *) result->neu->pdata[0])->doc));
  gboolean ok =
    result->abgelehnt || rw_record (c->r, g, request, result, c->anfrage, c->teil++, &c->a->seq, error);
  c->a->geschrieben = c->a->geschrieben || (ok && !result->abgelehnt);
  rw_answer_add (c->a, result);
  return ok;
}

/* Steps that need a file or a rendered paper are taken by their own command alone. */
static gboolean
by_its_command (const RwCall *c, const xmlNode *row, GError **error)
{
  const char *command = node_get (row, "befehl");
  static const char *const usual_for_files[] = { "bearbeiten", "eingang", NULL };
  static const char *const own[] = { "einlesen", "ausgeben", "uebernehmen", NULL };
  gboolean needs_more = command && g_strv_contains (own, command);
  if (!needs_more || c->prepare)
    return TRUE;
  const char *name = node_get (row, "name");
  gboolean usual = g_strv_contains (usual_for_files, name) || !g_str_equal (command, "einlesen");
  return fail (error, RATSWEG_ERROR_USAGE, "„%s“ hat einen eigenen Befehl: ratsweg %s%s%s.", name,
               command, usual ? "" : " DATEI --schritt ", usual ? "" : name);
}

gboolean
rw_call_step (RwCall *c, DocArt art, const char *kennung, StepRequest *request, GHashTable *werte,
              GError **error)
{
  Ratsweg *r = c->r;
  g_autoptr (Doc) objekt = NULL;
  gint64 zeit, uhr;
  if (!rw_get (r, art, kennung, &objekt, NULL, error))
    return FALSE;
  if (!objekt)
    return fail (error, RATSWEG_ERROR_UNKNOWN, "„%s“ gibt es nicht mehr unter dieser Kennung.", kennung);
  if (!rw_clock (r, &zeit, &uhr, error))
    return FALSE;
  g_autofree char *today = day_of_instant (zeit);
  g_autoptr (GHashTable) values =
    c->prepare ? c->prepare (r, kennung, c->user, error) : take_values (r, objekt, werte, error);
  const Regeln *now = values && resolve_papers (r, values, error) ? rw_rules (r, today, error) : NULL;
  xmlNode *row = now ? rw_step_row (now, objekt, request->schritt, error) : NULL;
  if (!row || !by_its_command (c, row, error))
    return FALSE;
  g_autofree char *day =
    rw_effective_day (r, row, objekt, g_hash_table_lookup (values, "station"), c->o->wirksam, error);
  g_autoptr (Gathered) g = day ? rw_gather_begin (r, day, objekt, error) : NULL;
  row = g ? rw_step_row (g->akte->regeln, objekt, request->schritt, error) : NULL;
  if (!row || !rw_gather (r, g, node_get (row, "liest"), NULL, values, error))
    return FALSE;
  g_free (c->offene_top);
  g_free (c->anlass);
  c->offene_top = g_strdup (node_get (row, "offene-top"));
  c->anlass = g_strdup (node_get (row, "anlass"));
  request->werte = values;
  return route_and_record (c, g, request, error);
}

/* Some steps of a sitting give each paper that is still open a result. */
static gboolean
close_open_tops (RwCall *c, const char *sitzung, const char *grund, GError **error)
{
  if (!c->offene_top || c->a->abgelehnt)
    return TRUE;
  g_autoptr (GHashTable) werte = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  StepRequest request = { .schritt = "ergebnis", .grund = grund };
  g_hash_table_insert (werte, g_strdup ("code"), g_strdup (c->offene_top));
  if (c->anlass)
    g_hash_table_insert (werte, g_strdup ("anlass"), g_strdup (c->anlass));
  return rw_call_results (c, sitzung, NULL, FALSE, &request, werte, error);
}

/* @request->werte is taken from @werte inside the transaction, when the object is known. */
static RatswegAnswer *
run_step (Ratsweg *r, const char *kennung, StepRequest *request, GHashTable *werte, RwPrepare prepare,
          gpointer user, const RatswegOptions *o, GError **error)
{
  g_autoptr (RatswegAnswer) a = rw_answer_new ();
  g_autofree char *full = NULL;
  g_auto (RwCall) c = { .r = r, .o = o, .a = a, .prepare = prepare, .user = user };
  DocArt art;
  if (!store_begin (r->store, error))
    return NULL;
  if (!rw_find (r, kennung, &art, &full, error) || !rw_call_begin (&c, error) ||
      (!a->schon_getan && (!rw_call_step (&c, art, full, request, werte, error) ||
                           !close_open_tops (&c, full, request->grund, error)))) {
    store_abort (r->store);
    return NULL;
  }
  return rw_finish (r, a, error) ? g_steal_pointer (&a) : NULL;
}

char *
rw_take_reason (const RatswegOptions *o, GError **error)
{
  return o->grund ? text_take (o->grund, "--grund", error) : NULL;
}

RatswegAnswer *
ratsweg_step (Ratsweg *r, const char *kennung, const char *schritt, GHashTable *werte,
              const char *text_file, const RatswegOptions *o, GError **error)
{
  g_autoptr (xmlDoc) text = text_file ? rw_read_text (text_file, error) : NULL;
  g_autofree char *grund = rw_take_reason (o, error);
  if ((text_file && !text) || (o->grund && !grund))
    return NULL;
  StepRequest request = { .schritt = schritt, .grund = grund };
  request.text = text ? xmlDocGetRootElement (text) : NULL;
  return run_step (r, kennung, &request, werte, NULL, NULL, o, error);
}

RatswegAnswer *
rw_issue_step (Ratsweg *r, const char *kennung, RwPrepare prepare, gpointer user, const char *const *an,
               const RatswegOptions *o, GError **error)
{
  g_autofree char *grund = rw_take_reason (o, error);
  if (o->grund && !grund)
    return NULL;
  StepRequest request = { .schritt = "ausgeben", .grund = grund, .an = an };
  return run_step (r, kennung, &request, NULL, prepare, user, o, error);
}
