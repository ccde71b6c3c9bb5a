/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Results by TOP: which TOPs a call means, and for each the step that a single result takes, in one transaction.
 * Holds no rule.  Called by ui/. */
#include "ratsweg-intern.h"
#include "doc/agenda.h"
#include "doc/vorlage.h"
#include <string.h>

/* A TOP that was asked for, and its paper's station; without a paper the result is the TOP's own. */
typedef struct {
  char *nummer, *id;
  char *vorlage, *station; /* NULL for a TOP without a paper */
  char *wie_vorlage;       /* the code that this means here, or NULL */
} Target;

static void
target_free (gpointer p)
{
  Target *t = p;
  g_free (t->nummer);
  g_free (t->id);
  g_free (t->vorlage);
  g_free (t->station);
  g_free (t->wie_vorlage);
  g_free (t);
}

typedef struct {
  RwCall *c;
  const Regeln *regeln;
  const Doc *sitzung;
  gboolean gemeinsam; /* by one vote */
  GPtrArray *targets; /* Target* */
} Choice;

/* -- the papers of a TOP -- */

static gboolean
is_open (const Choice *x, const xmlNode *station)
{
  return station && node_is (station, "sitzung", doc_kennung (x->sitzung)) &&
         regeln_station_offen (x->regeln, station);
}

/* The paper's station at this TOP, in *@ret_doc; NULL and no error where the paper has none such. */
static const xmlNode *
station_at (const Choice *x, const xmlNode *papier, Doc **ret_doc, GError **error)
{
  if (!rw_get (x->c->r, DOC_VORLAGE, node_get (papier, "vorlage"), ret_doc, NULL, error))
    return NULL;
  return *ret_doc ? vorlage_station (*ret_doc, node_get (papier, "station")) : NULL;
}

/* What stands under one TOP is decided one by one: a motion does not share the fate of what it amends. */
static gboolean
fail_several (const Choice *x, const xmlNode *top, GPtrArray *papers, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < papers->len; i++)
    g_ptr_array_add (names, (gpointer) node_get (papers->pdata[i], "vorlage"));
  g_autofree char *list = text_enumerate (names);
  return fail (error, RATSWEG_ERROR_USAGE,
               "TOP %s hat mehrere Papiere, offen: %s; jedes braucht sein eigenes Ergebnis. Abhilfe: "
               "ratsweg ergebnis %s %s CODE.",
               node_get (top, "nummer"), list, (char *) names->pdata[0],
               node_get (doc_root (x->sitzung), "gremium"));
}

/* What "wie-vorlage" means at a station. */
static const char *
wie_vorlage (const Choice *x, const xmlNode *station)
{
  const char *role = station ? node_get (station, "zustaendigkeit") : NULL;
  return role ? node_get (regeln_entry (x->regeln, "zustaendigkeit", role), "wie-vorlage") : NULL;
}

static void
add (Choice *x, const xmlNode *top, const xmlNode *papier, const char *wie)
{
  Target *t = g_new0 (Target, 1);
  t->nummer = g_strdup (node_get (top, "nummer") ? node_get (top, "nummer") : "ohne Nummer");
  t->id = g_strdup (node_get (top, "id"));
  t->vorlage = g_strdup (node_get (papier, "vorlage"));
  t->station = g_strdup (node_get (papier, "station"));
  t->wie_vorlage = g_strdup (wie);
  g_ptr_array_add (x->targets, t);
}

/* The papers of a TOP that are open; NULL in case of an error.  *@ret_wie: what following the first one means. */
static GPtrArray *
open_papers (const Choice *x, const xmlNode *top, char **ret_wie, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  NODE_EACH (p, top, "papier") {
    g_autoptr (Doc) d = NULL;
    g_autoptr (GError) failed = NULL;
    const xmlNode *n = station_at (x, p, &d, &failed);
    if (failed) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
    if (is_open (x, n))
      g_ptr_array_add (open, p);
    if (p == node_child (top, "papier"))
      *ret_wie = g_strdup (wie_vorlage (x, n));
  }
  return g_steal_pointer (&open);
}

/* Adds the TOP; with @only_open only if its paper is. */
static gboolean
add_target (Choice *x, const xmlNode *top, gboolean only_open, GError **error)
{
  g_autofree char *wie = NULL;
  const xmlNode *first = node_child (top, "papier");
  g_autoptr (GPtrArray) open = open_papers (x, top, &wie, error);
  if (!open)
    return FALSE;
  if (x->gemeinsam && (open->len > 1 || (open->len == 1 && open->pdata[0] != first)))
    return fail_several (x, top, open, error);
  for (guint i = 0; i < open->len; i++)
    add (x, top, open->pdata[i], wie);
  if (open->len == 0 && !only_open)
    add (x, top, first, wie);
  return TRUE;
}

/* -- which TOPs -- */

static xmlNode *
find_top (const Choice *x, const char *text, GError **error)
{
  xmlNode *agenda = node_child (doc_root (x->sitzung), "tagesordnung"), *found = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  if (agenda && agenda_top (agenda, text))
    return agenda_top (agenda, text);
  NODE_EACH (top, agenda, "top") {
    if (node_get (top, "nummer"))
      g_ptr_array_add (known, (gpointer) node_get (top, "nummer"));
    if (!node_is (top, "nummer", text))
      continue;
    if (found) {
      fail (
        error, RATSWEG_ERROR_USAGE,
        "TOP %s gibt es mehrmals, etwa im öffentlichen und im nichtöffentlichen Teil. Abhilfe: die id nennen, %s oder "
        "%s.",
        text, node_get (found, "id"), node_get (top, "id"));
      return NULL;
    }
    found = top;
  }
  g_autofree char *list = text_enumerate (known);
  fail (error, RATSWEG_ERROR_UNKNOWN, "TOP „%s“ gibt es in %s nicht; auf der Tagesordnung stehen %s.",
        text, doc_kennung (x->sitzung), known->len > 0 ? list : "keine TOP");
  return NULL;
}

/* "3.1", or "3.1-3.4": every TOP from one to the other, in the order of the agenda. */
static gboolean
add_named (Choice *x, const char *word, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 2);
  xmlNode *top = find_top (x, ends[0] ? ends[0] : "", error);
  xmlNode *last = top && ends[1] ? find_top (x, ends[1], error) : top;
  if (!top || !last)
    return FALSE;
  for (xmlNode *n = top; n; n = node_next (n, "top")) {
    for (guint i = 0; i < x->targets->len; i++)
      if (node_is (n, "id", ((Target *) x->targets->pdata[i])->id))
        return fail (error, RATSWEG_ERROR_USAGE, "TOP %s steht doppelt.", node_get (n, "nummer"));
    if (!add_target (x, n, FALSE, error))
      return FALSE;
    if (n == last)
      return TRUE;
  }
  return fail (error, RATSWEG_ERROR_USAGE, "%s: TOP %s steht hinter TOP %s.", word, ends[0], ends[1]);
}

static gboolean
choose (Choice *x, const char *tops, GError **error)
{
  if (!tops) {
    NODE_EACH (top, node_child (doc_root (x->sitzung), "tagesordnung"), "top")
      if (!add_target (x, top, TRUE, error))
        return FALSE;
    return TRUE;
  }
  g_auto (GStrv) words = g_strsplit (tops, ",", -1);
  for (guint i = 0; words[i]; i++)
    if (!add_named (x, words[i], error))
      return FALSE;
  return TRUE;
}

/* -- the results -- */

static GHashTable *
values_for (const Choice *x, const Target *t, GHashTable *werte, GError **error)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const Target *first = x->targets->pdata[0];
  GHashTableIter it;
  gpointer name, value;
  g_hash_table_iter_init (&it, werte);
  while (g_hash_table_iter_next (&it, &name, &value))
    g_hash_table_insert (own, g_strdup (name), g_strdup (value));
  if (g_strcmp0 (g_hash_table_lookup (own, "code"), "wie-vorlage") == 0) {
    if (!t->wie_vorlage) {
      fail (
        error, RATSWEG_ERROR_USAGE,
        "Hier gibt es keine Vorlage, der gefolgt wird. Abhilfe: das Ergebnis nennen, z. B. beschlossen.");
      return NULL;
    }
    g_hash_table_insert (own, g_strdup ("code"), g_strdup (t->wie_vorlage));
  }
  g_hash_table_insert (own, g_strdup (t->vorlage ? "station" : "top"),
                       g_strdup (t->vorlage ? t->station : t->id));
  if (x->gemeinsam && x->targets->len > 1)
    g_hash_table_insert (own, g_strdup ("en-bloc"), g_strdup (first->id));
  return g_steal_pointer (&own);
}

/* Says of each sentence and refusal from @saetze and @refusals on which TOP it is about. */
static void
name_top (RatswegAnswer *a, const Target *t, guint saetze, guint refusals)
{
  for (guint i = saetze; i < a->saetze->len; i++) {
    g_autofree char *said = a->saetze->pdata[i];
    a->saetze->pdata[i] = g_strdup_printf ("TOP %s: %s", t->nummer, said);
  }
  for (guint i = refusals; i < a->refusals->len; i++) {
    Refusal *r = a->refusals->pdata[i];
    g_autofree char *said = r->text;
    r->text = g_strdup_printf ("TOP %s: %s", t->nummer, said);
  }
}

static gboolean
record_one (Choice *x, const Target *t, StepRequest *request, GHashTable *werte, GError **error)
{
  RatswegAnswer *a = x->c->a;
  guint saetze = a->saetze->len, refusals = a->refusals->len;
  g_autoptr (GHashTable) own = values_for (x, t, werte, error);
  gboolean ok =
    own && rw_call_step (x->c, t->vorlage ? DOC_VORLAGE : DOC_SITZUNG,
                         t->vorlage ? t->vorlage : doc_kennung (x->sitzung), request, own, error);
  if (!ok)
    g_prefix_error (error, "TOP %s: ", t->nummer);
  name_top (a, t, saetze, refusals);
  return ok;
}

static gboolean
record_all (Choice *x, StepRequest *request, GHashTable *werte, GError **error)
{
  RatswegAnswer *a = x->c->a;
  if (request->text && x->targets->len > 1)
    return fail (error, RATSWEG_ERROR_USAGE,
                 "--text gilt für einen TOP. Abhilfe: diesen TOP allein eintragen.");
  for (guint i = 0; i < x->targets->len; i++)
    if (!record_one (x, x->targets->pdata[i], request, werte, error))
      return FALSE;
  g_free (a->kennung);
  a->kennung = g_strdup (doc_kennung (x->sitzung));
  if (x->targets->len == 0 && x->gemeinsam)
    g_ptr_array_add (a->saetze, g_strdup ("Kein TOP mit einer Vorlage ist mehr offen; nichts zu tun."));
  return TRUE;
}

gboolean
rw_call_results (RwCall *c, const char *sitzung, const char *tops, gboolean gemeinsam,
                 StepRequest *request, GHashTable *werte, GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (target_free);
  g_autoptr (Doc) d = NULL;
  gint64 zeit, uhr;
  if (!rw_get (c->r, DOC_SITZUNG, sitzung, &d, NULL, error) || !rw_clock (c->r, &zeit, &uhr, error))
    return FALSE;
  g_autofree char *today = day_of_instant (zeit);
  Choice x = { c, rw_rules (c->r, today, error), d, gemeinsam, targets };
  return x.regeln && choose (&x, tops, error) && record_all (&x, request, werte, error);
}

static gboolean
find_sitting (Ratsweg *r, const char *asked, char **ret, GError **error)
{
  DocArt art;
  return rw_find (r, asked, &art, ret, error) &&
         (art == DOC_SITZUNG ||
          fail (error, RATSWEG_ERROR_USAGE, "„%s“ ist keine Sitzung; TOP gibt es nur dort.", asked));
}

gboolean
ratsweg_is_sitting (Ratsweg *r, const char *kennung, gboolean *ret, GError **error)
{
  g_autofree char *full = NULL;
  DocArt art;
  if (!rw_find (r, kennung, &art, &full, error))
    return FALSE;
  *ret = art == DOC_SITZUNG;
  return TRUE;
}

RatswegAnswer *
ratsweg_results (Ratsweg *r, const char *sitzung, const char *tops, GHashTable *werte,
                 const char *text_file, const RatswegOptions *o, GError **error)
{
  g_autoptr (xmlDoc) text = text_file ? rw_read_text (text_file, error) : NULL;
  g_autofree char *grund = rw_take_reason (o, error), *full = NULL;
  g_autoptr (RatswegAnswer) a = rw_answer_new ();
  g_auto (RwCall) c = { .r = r, .o = o, .a = a };
  if ((text_file && !text) || (o->grund && !grund) || !store_begin (r->store, error))
    return NULL;
  StepRequest request = { .schritt = "ergebnis", .grund = grund };
  request.text = text ? xmlDocGetRootElement (text) : NULL;
  if (!find_sitting (r, sitzung, &full, error) || !rw_call_begin (&c, error) ||
      (!a->schon_getan && !rw_call_results (&c, full, tops, TRUE, &request, werte, error))) {
    store_abort (r->store);
    return NULL;
  }
  return rw_finish (r, a, error) ? g_steal_pointer (&a) : NULL;
}
