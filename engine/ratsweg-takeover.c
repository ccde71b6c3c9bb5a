/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Takes over the courses of another system: reads them, and sends each paper and each result through the same steps
 * as any other, some hundred papers a transaction.  Holds no rule; what words mean stands in the profile.  Called by
 * ui/. */
#include "ratsweg-takeover.h"
#include <string.h>

#define BATCH 200      /* papers in a transaction: about a second */
#define PAUSE_US 20000 /* between two, for others who wait */

void
ratsweg_takeover_free (RatswegTakeover *t)
{
  if (!t)
    return;
  g_clear_pointer (&t->zahlen, table_free);
  g_ptr_array_unref (t->falsch);
  g_ptr_array_unref (t->streit);
  g_ptr_array_unref (t->hinweis);
  g_free (t);
}

void
takeover_item_free (gpointer p)
{
  TakeoverItem *i = p;
  course_free (i->course);
  g_free (i);
}

static void
takeover_clear (Takeover *t)
{
  takeover_free (t);
  g_clear_pointer (&t->numbers, g_hash_table_unref);
  g_clear_pointer (&t->items, g_ptr_array_unref);
  g_clear_pointer (&t->counts, g_hash_table_unref);
  g_clear_pointer (&t->running, g_hash_table_unref);
  words_free (t->words);
  regeln_free (t->regeln);
  g_free (t->heute);
  ratsweg_takeover_free (t->ret);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Takeover, takeover_clear)

/* -- one step -- */

/* Whether the account lacks the right to take over anything. */
static gboolean
is_of_the_account (const Refusal *r)
{
  return g_str_equal (r->waechter, "rolle") || g_str_equal (r->waechter, "vertretung");
}

/* What no reason helps against lies in one paper, unless it lies in the account. */
static gboolean
fail_refused (const StepResult *result, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RatswegError code = RATSWEG_ERROR_INVALID;
  for (guint i = 0; i < result->refusals->len; i++) {
    const Refusal *r = result->refusals->pdata[i];
    if (r->uebergangen)
      continue;
    g_string_append_printf (text, "%s%s Abhilfe: %s", text->len ? " " : "", r->text, r->abhilfe);
    if (is_of_the_account (r))
      code = RATSWEG_ERROR_FINDING;
  }
  return fail (error, code, "%s", text->str);
}

static void
count_objections (Takeover *t, const StepResult *result)
{
  for (guint i = 0; i < result->refusals->len; i++) {
    const Refusal *r = result->refusals->pdata[i];
    g_autofree char *name =
      g_strdup_printf ("%s%s%s", r->regel ? r->regel : "", r->regel ? " " : "", r->waechter);
    takeover_count (t->running, "einwaende", name, 1);
  }
}

gboolean
takeover_step (Takeover *t, Doc *objekt, Doc *neu, const StepRequest *request, const char *day,
               const char *anfrage, guint teil, StepResult **ret, GError **error)
{
  Ratsweg *r = t->r;
  StepRequest own = *request;
  g_autofree char *id = source_id (r->source);
  guint64 seq = 0;
  const char *first = regeln_gueltig_ab (t->regeln);
  g_autoptr (Gathered) g = rw_gather_begin (r, strcmp (day, first) < 0 ? first : day, objekt, error);
  const xmlNode *row = g ? rw_step_row (g->akte->regeln, neu ? neu : objekt, own.schritt, error) : NULL;
  if (!row || !rw_gather (r, g, node_get (row, "liest"), neu, own.werte, error))
    return FALSE;
  own.frische_id = id;
  own.grund = node_get (words_table (t->words), "grund");
  g_autoptr (StepResult) result = route_step (g->akte, &own, error);
  if (!result)
    return FALSE;
  if (result->abgelehnt)
    return fail_refused (result, error);
  if (result->refusals->len == 0)
    own.grund = NULL; /* there was nothing to answer for */
  count_objections (t, result);
  if (!rw_record (r, g, &own, result, anfrage, teil, &seq, error))
    return FALSE;
  *ret = g_steal_pointer (&result);
  return TRUE;
}

/* -- one paper -- */

static gboolean
is_known (const char *nummer, gpointer takeover)
{
  Takeover *t = takeover;
  g_autofree char *key = g_ascii_strdown (nummer, -1);
  DocArt art;
  g_autofree char *kennung = NULL, *asked = g_strconcat ("vorlage:", nummer, NULL);
  const TakeoverItem *item = g_hash_table_lookup (t->numbers, key);
  return (item && g_str_equal (item->course->nummer, nummer)) ||
         store_find (t->r->store, asked, &art, &kennung, NULL) == STORE_FOUND;
}

static const char *
word_of_state (const Takeover *t, const Doc *paper)
{
  const char *ablauf = regeln_ablauf_of (t->regeln, paper);
  return regeln_zustand_wort (t->regeln, ablauf ? ablauf : "", node_get (doc_root (paper), "zustand"));
}

static void
count_paper (Takeover *t, const Doc *paper, const Uptake *uptake)
{
  const Regeln *regeln = t->regeln;
  takeover_count (t->running, "papiere", "übernommen", 1);
  takeover_count (t->running, "zustaende", word_of_state (t, paper), 1);
  NODE_EACH (n, node_child (doc_root (paper), "beratungsfolge"), "station") {
    const xmlNode *result = node_child (n, "ergebnis");
    if (!result)
      takeover_count (t->running, "stationen-ohne-ergebnis",
                      node_get (n, "grund") ? "entfallen" : "offen", 1);
    else
      takeover_count (t->running, "ergebnisse",
                      regeln_word (regeln, "ergebnis", node_get (result, "code")), 1);
  }
  for (guint i = 0; i < uptake->unbekannt->len; i++)
    takeover_count (t->running, "unbekannt", uptake->unbekannt->pdata[i], 1);
}

/* The results of a paper, each on what the one before has made of it. */
static gboolean
take_results (Takeover *t, const Course *c, const Uptake *uptake, StepResult **last, GError **error)
{
  for (guint i = 0; i < uptake->ergebnisse->len; i++) {
    const UptakeResult *p = uptake->ergebnisse->pdata[i];
    g_autoptr (Doc) paper = doc_ref (((StepDoc *) (*last)->neu->pdata[0])->doc);
    StepRequest request = { .schritt = "altergebnis", .werte = p->werte };
    StepResult *next = NULL;
    if (!takeover_step (t, paper, NULL, &request, p->tag, c->id, i + 1, &next, error))
      return FALSE;
    step_result_free (*last);
    *last = next;
  }
  return TRUE;
}

static gboolean
take_course (Takeover *t, const Course *c, GError **error)
{
  UptakeWorld world = { t->regeln,        t->words,     t->heute, takeover_body,
                        takeover_sitting, takeover_top, is_known, t };
  if (!takeover_put_sittings (t, c, error))
    return FALSE;
  g_autoptr (Uptake) uptake = uptake_new (&world, c, error);
  g_autoptr (StepResult) result = NULL;
  StepRequest request = { .schritt = "uebernehmen", .neu = uptake ? uptake->vorlage : NULL };
  if (!uptake ||
      !takeover_step (t, NULL, uptake->vorlage, &request, t->heute, c->id, 0, &result, error) ||
      !take_results (t, c, uptake, &result, error))
    return FALSE;
  count_paper (t, ((StepDoc *) result->neu->pdata[0])->doc, uptake);
  return TRUE;
}

/* -- what is there already -- */

/* FALSE in *@ret where the course was taken before, or its number belongs to another paper. */
static gboolean
is_to_take (Takeover *t, const TakeoverItem *item, gboolean *ret, GError **error)
{
  g_autofree char *there = NULL, *asked = g_strconcat ("vorlage:", item->course->nummer, NULL);
  guint64 seq;
  DocArt art;
  StoreAnswer a = store_request (t->r->store, item->course->id, &seq, error);
  *ret = FALSE;
  if (a == STORE_FOUND)
    takeover_count (t->counts, "papiere", "schon da", 1);
  if (a != STORE_ABSENT)
    return a == STORE_FOUND;
  a = store_find (t->r->store, asked, &art, &there, error);
  *ret = a == STORE_ABSENT;
  if (a != STORE_FOUND)
    return a == STORE_ABSENT;
  g_autoptr (Doc) d = NULL;
  if (!rw_get (t->r, art, there, &d, NULL, error) || !d)
    return FALSE;
  g_autofree char *title = node_child_text (doc_root (d), "titel");
  takeover_tell (t, t->ret->streit, "strittige-nummern",
                 g_strdup_printf ("%s: Ablage | Zeile %u\n  Titel: %s | %s", item->course->nummer,
                                  item->line, title, item->course->titel));
  return TRUE;
}

static gboolean
find_new (Takeover *t, GError **error)
{
  guint kept = 0;
  for (guint i = 0; i < t->items->len; i++) {
    TakeoverItem *item = t->items->pdata[i];
    gboolean take;
    if (!is_to_take (t, item, &take, error) || (take && !takeover_note (t, item->course, error)))
      return FALSE;
    if (take) {
      t->items->pdata[i] = t->items->pdata[kept];
      t->items->pdata[kept++] = item;
    }
  }
  g_ptr_array_set_size (t->items, (gint) kept);
  return TRUE;
}

/* -- many papers -- */

static gboolean
take_range (Takeover *t, guint from, guint to, GError **error)
{
  guint64 seq;
  if (from == 0 && !takeover_put_bodies (t, error))
    return FALSE;
  for (guint i = from; i < to; i++) {
    const TakeoverItem *item = t->items->pdata[i];
    StoreAnswer a = store_request (t->r->store, item->course->id, &seq, error);
    if (a == STORE_FAILED || (a == STORE_ABSENT && !take_course (t, item->course, error)))
      return FALSE; /* another takeover may have taken it meanwhile */
  }
  return TRUE;
}

static gboolean
batch (Takeover *t, guint from, guint to, GError **error)
{
  if (!store_begin (t->r->store, error))
    return FALSE;
  g_hash_table_remove_all (t->running);
  rw_seen_begin (t->r);
  gboolean ok = take_range (t, from, to, error);
  rw_seen_end (t->r);
  if (ok && !t->o->probe)
    ok = store_commit (t->r->store, error);
  else
    store_abort (t->r->store);
  takeover_end (t, ok);
  if (ok)
    takeover_add_counts (t->counts, t->running);
  return ok;
}

/* Whether the fault may lie in a single paper, so that the others can be taken without it. */
static gboolean
is_of_a_paper (const GError *e)
{
  return g_error_matches (e, RATSWEG_ERROR, RATSWEG_ERROR_INVALID) ||
         g_error_matches (e, RATSWEG_ERROR, RATSWEG_ERROR_UNKNOWN) ||
         g_error_matches (e, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
}

static gboolean
one_by_one (Takeover *t, guint from, guint to, GError **error)
{
  for (guint i = from; i < to; i++) {
    g_autoptr (GError) why = NULL;
    if (batch (t, i, i + 1, &why))
      continue;
    if (!is_of_a_paper (why)) {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
    const TakeoverItem *item = t->items->pdata[i];
    g_autofree char *at = takeover_where (t, item->line);
    takeover_tell (t, t->ret->falsch, "falsche-zeilen",
                   g_strdup_printf ("%s (%s): %s", at, item->course->nummer, why->message));
  }
  return TRUE;
}

static gboolean
stopped (const Takeover *t, guint done, GError **error)
{
  return fail (
    error, RATSWEG_ERROR_INTERRUPTED,
    "Abgebrochen: %u von %u Papieren sind übernommen. Abhilfe: den Befehl noch einmal geben; er "
    "macht dort weiter.",
    t->o->probe ? 0 : done, t->items->len);
}

static gboolean
take_all (Takeover *t, RatswegProgress progress, gpointer user, GError **error)
{
  guint size = t->o->probe ? MAX (t->items->len, 1) : BATCH;
  for (guint from = 0; from < t->items->len; from += size) {
    guint to = MIN (from + size, t->items->len);
    g_autoptr (GError) why = NULL;
    if (progress && !progress (from, t->items->len, user))
      return stopped (t, from, error);
    gboolean ok = batch (t, from, to, &why);
    if (!ok && g_error_matches (why, RATSWEG_ERROR, RATSWEG_ERROR_INTERRUPTED))
      return stopped (t, from, error);
    if (!ok && !is_of_a_paper (why)) {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
    if (!ok && !one_by_one (t, from, to, error))
      return FALSE;
    if (to < t->items->len)
      g_usleep (PAUSE_US);
  }
  return TRUE;
}

/* -- the whole -- */

static gboolean
prepare (Takeover *t, GError **error)
{
  gint64 zeit, uhr;
  if (!rw_clock (t->r, &zeit, &uhr, error))
    return FALSE;
  t->heute = day_of_instant (zeit);
  if (!rw_rules (t->r, t->heute, error))
    return FALSE;
  t->regeln =
    g_steal_pointer (&t->r->regeln); /* the words of the table stay, whatever day is asked for */
  rw_rules_forget (t->r);
  t->words = words_new (t->regeln, error);
  if (!t->words)
    return FALSE;
  return TRUE;
}

static void
note_unknown (Takeover *t)
{
  for (guint i = 0; i < t->ret->zahlen->rows->len; i++)
    if (g_str_equal (table_get (t->ret->zahlen, i, "bereich"), "unbekannt"))
      g_ptr_array_add (t->ret->hinweis,
                       g_strdup_printf ("%s (%s-mal)", table_get (t->ret->zahlen, i, "wort"),
                                        table_get (t->ret->zahlen, i, "anzahl")));
}

RatswegTakeover *
ratsweg_take_over (Ratsweg *r, const char *file, const RatswegOptions *o, RatswegProgress progress,
                   gpointer user, GError **error)
{
  g_auto (Takeover) t = { .r = r, .file = file, .o = o };
  t.items = g_ptr_array_new_with_free_func (takeover_item_free);
  t.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  t.counts = takeover_counts_new ();
  t.running = takeover_counts_new ();
  t.ret = g_new0 (RatswegTakeover, 1);
  t.ret->falsch = text_list_new ();
  t.ret->streit = text_list_new ();
  t.ret->hinweis = text_list_new ();
  if (!prepare (&t, error) || !takeover_read (&t, error) || !find_new (&t, error) ||
      !take_all (&t, progress, user, error))
    return NULL;
  t.ret->zahlen = takeover_table (t.counts);
  note_unknown (&t);
  return g_steal_pointer (&t.ret);
}
