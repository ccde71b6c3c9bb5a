/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Backwards from the target: each body takes its latest sitting before the next station's.  Changes nothing; how
 * long a Frist is, the rules say.  Called by ratsweg-plan.c. */
#include "route/planner.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/agenda.h"
#include "doc/gremium.h"
#include "rules/calendar.h"
#include <string.h>

typedef struct {
  const Akte *akte;
  GPtrArray *stations; /* xmlNode* */
  guint target;        /* index of the station that is to be in the target */
  gboolean draft;      /* it can still be signed */
  gboolean submitted;  /* the paper is in already: its Vorlagenschluss is kept or forgiven */
} Task;

static void
row_free (gpointer p)
{
  PlanRow *r = p;
  g_free (r->gremium);
  g_free (r->zustaendigkeit);
  g_free (r->sitzung);
  g_free (r->beginn);
  g_free (r->schluss);
  g_free (r->ladung);
  g_free (r->hinweis);
  g_free (r);
}

void
plan_free (Plan *p)
{
  if (!p)
    return;
  g_ptr_array_unref (p->rows);
  g_ptr_array_unref (p->saetze);
  g_free (p);
}

static void says (GPtrArray *sentences, const char *fmt, ...) G_GNUC_PRINTF (2, 3);
static void
says (GPtrArray *sentences, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_ptr_array_add (sentences, g_strdup_vprintf (fmt, ap));
  va_end (ap);
}

static void
hint (PlanRow *r, char *take_text)
{
  char *old = r->hinweis;
  r->hinweis = old ? g_strjoin ("; ", old, take_text, NULL) : g_strdup (take_text);
  g_free (old);
  g_free (take_text);
}

/* -- sittings -- */

/* Not before the day of planning. */
static gboolean
is_to_come (const Akte *a, const Doc *d, const char *start)
{
  return strncmp (start, a->tag, 10) >= 0 && akte_steht_aus (a, d);
}

static gboolean
is_earlier (const Akte *a, const Doc *d, const char *start, const char *than)
{
  return strcmp (start, than) < 0 && is_to_come (a, d, start);
}

static gboolean
is_later (const Akte *a, const Doc *d, const char *start, const char *than)
{
  return strcmp (start, than) > 0 && is_to_come (a, d, start);
}

/* The body's sitting nearest to @from: the last before it, or the first after it. */
static Doc *
nearest (const Akte *a, const char *gremium, const char *from, gboolean before)
{
  return akte_sitzung (a, gremium, from, before, before ? is_earlier : is_later);
}

/* -- one station -- */

static void
take_sitting (const Task *t, PlanRow *r, const Doc *sitzung)
{
  const Akte *a = t->akte;
  r->sitzung = g_strdup (doc_kennung (sitzung));
  r->beginn = node_child_text (doc_root (sitzung), "beginn");
  g_autofree char *day = g_strndup (r->beginn, 10);
  r->schluss = t->submitted ? NULL : regeln_frist (a->regeln, "vorlagenschluss", day);
  r->ladung = regeln_frist (a->regeln, "ladung", day);
  if (r->schluss && strcmp (r->schluss, a->tag) < 0)
    hint (r, g_strdup ("Vorlagenschluss vorbei"));
  if (agenda_einladung (doc_root (sitzung)))
    hint (r, g_strdup ("Einladung ist versandt, nur noch als Nachtrag"));
  else if (r->ladung && strcmp (r->ladung, a->tag) < 0)
    hint (r, g_strdup ("Ladungsfrist vorbei"));
}

static PlanRow *
new_row (const Task *t, const xmlNode *station)
{
  PlanRow *r = g_new0 (PlanRow, 1);
  r->gremium = akte_gremium (t->akte, node_get (station, "gremium"));
  r->zustaendigkeit =
    g_strdup (regeln_word (t->akte->regeln, "zustaendigkeit", node_get (station, "zustaendigkeit")));
  return r;
}

/* Stations of one rank wait for the same next one, and not for each other. */
static gboolean
same_rank (const Task *t, guint i, guint k)
{
  const char *rank = node_get (t->stations->pdata[i], "folge");
  return rank && node_is (t->stations->pdata[k], "folge", rank);
}

static PlanRow *
plan_station (const Task *t, guint i, const char *limit, gboolean before)
{
  const xmlNode *station = t->stations->pdata[i];
  const char *gremium = node_get (station, "gremium");
  const Doc *body = akte_doc (t->akte, DOC_GREMIUM, gremium);
  PlanRow *r = new_row (t, station);
  g_autofree char *when = local_german (limit);
  if (!regeln_station_offen (t->akte->regeln, station)) {
    hint (r, g_strdup ("ist abgeschlossen"));
    return r;
  }
  if (body && !gremium_holds_sittings (body)) {
    hint (r, g_strdup_printf ("tagt nicht; %s dem %s", before ? "vor" : "nach", when));
    return r;
  }
  const Doc *sitzung = nearest (t->akte, gremium, limit, before);
  if (sitzung)
    take_sitting (t, r, sitzung);
  else {
    r->fehlt = TRUE;
    hint (r, g_strdup_printf ("keine Sitzung %s dem %s", before ? "vor" : "nach", when));
  }
  return r;
}

/* -- the whole way -- */

/* All stations for this target, in their order. */
static GPtrArray *
plan_rows (const Task *t, const Doc *ziel)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *start = node_child_text (doc_root (ziel), "beginn");
  g_autofree char *limit = g_strdup (start), *next = g_strdup (start);
  PlanRow *last = new_row (t, t->stations->pdata[t->target]);
  take_sitting (t, last, ziel);
  g_ptr_array_add (rows, last);
  for (guint i = t->target; i-- > 0;) {
    if (!same_rank (t, i, i + 1)) {
      g_free (limit);
      limit = g_strdup (next);
    }
    PlanRow *r = plan_station (t, i, limit, TRUE);
    if (r->beginn && strcmp (r->beginn, next) < 0) {
      g_free (next);
      next = g_strdup (r->beginn);
    }
    g_ptr_array_insert (rows, 0, r);
  }
  for (guint i = t->target + 1; i < t->stations->len; i++)
    g_ptr_array_add (rows, plan_station (t, i, start, FALSE));
  return rows;
}

/* What follows the decision holds nobody up. */
static gboolean
rows_work (const Task *t, const GPtrArray *rows)
{
  for (guint i = 0; i <= t->target; i++) {
    const PlanRow *r = rows->pdata[i];
    gboolean late = r->schluss && strcmp (r->schluss, t->akte->tag) < 0;
    if (r->fehlt || late)
      return FALSE;
  }
  return TRUE;
}

static char *
earliest_close (const GPtrArray *rows)
{
  const char *first = NULL;
  for (guint i = 0; i < rows->len; i++) {
    const PlanRow *r = rows->pdata[i];
    if (r->schluss && (!first || strcmp (r->schluss, first) < 0))
      first = r->schluss;
  }
  return g_strdup (first);
}

static void
say_deadline (const Task *t, GPtrArray *sentences, const char *what, const char *day, const char *code)
{
  g_autofree char *german = day_german (day);
  g_autofree char *phrase = regeln_frist_text (t->akte->regeln, code);
  gboolean past = strcmp (day, t->akte->tag) < 0;
  says (sentences, "%s bis %s (%s: %s)%s.", what, german, regeln_word (t->akte->regeln, "frist", code),
        phrase, past ? "; das ist vorbei" : "");
}

static void
say_deadlines (const Task *t, const GPtrArray *rows, GPtrArray *sentences)
{
  g_autofree char *close = earliest_close (rows);
  g_autofree char *signing = NULL;
  if (close && t->draft)
    signing = regeln_frist (t->akte->regeln, "mitzeichnung", close);
  if (signing)
    say_deadline (t, sentences, "Mitzeichnen und freigeben", signing, "mitzeichnung");
  if (close)
    say_deadline (t, sentences, "Einreichen", close, "vorlagenschluss");
}

static void
say_obstacles (const Task *t, const GPtrArray *rows, GPtrArray *sentences)
{
  for (guint i = 0; i <= t->target; i++) {
    const PlanRow *r = rows->pdata[i];
    g_autofree char *day = day_german (r->schluss);
    g_autofree char *today = day_german (t->akte->tag);
    if (r->fehlt)
      says (sentences, "%s: ab dem %s %s.", r->gremium, today, r->hinweis);
    else if (r->schluss && strcmp (r->schluss, t->akte->tag) < 0)
      says (sentences, "%s: der Vorlagenschluss war am %s.", r->gremium, day);
  }
}

/* The first later sitting of the target's body for which everything works. */
static void
say_alternative (const Task *t, const Doc *ziel, GPtrArray *sentences)
{
  const char *gremium = node_get (doc_root (ziel), "gremium");
  g_autofree char *name = akte_gremium (t->akte, gremium);
  g_autofree char *from = node_child_text (doc_root (ziel), "beginn");
  for (const Doc *d = ziel; (d = nearest (t->akte, gremium, from, FALSE));) {
    g_autoptr (GPtrArray) rows = plan_rows (t, d);
    g_free (from);
    from = node_child_text (doc_root (d), "beginn");
    if (rows_work (t, rows)) {
      g_autofree char *when = local_german (from);
      says (sentences, "Mit der Sitzung %s am %s (%s) reicht die Zeit.", name, when, doc_kennung (d));
      return;
    }
  }
  says (sentences, "Auch mit keiner späteren Sitzung, die bekannt ist, reicht die Zeit (%s).", name);
}

/* Where the city has not said how long a Frist is, the plan is no better than what was assumed. */
static void
say_assumptions (const Task *t, GPtrArray *sentences)
{
  static const char *const codes[] = { "mitzeichnung", "vorlagenschluss", "ladung" };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    const xmlNode *n = regeln_entry (t->akte->regeln, "frist", codes[i]);
    if (node_is (n, "annahme", "ja"))
      g_ptr_array_add (words, (gpointer) node_get (n, "wort"));
  }
  g_autofree char *list = text_enumerate (words);
  if (words->len > 0)
    says (sentences, "Annahmen im Profil, noch nicht bestätigt: %s.", list);
}

static gboolean
find_target (Task *t, const Doc *ziel, GError **error)
{
  const char *gremium = node_get (doc_root (ziel), "gremium");
  g_autofree char *name = akte_gremium (t->akte, gremium);
  g_autofree char *start = node_child_text (doc_root (ziel), "beginn");
  const char *kennung = doc_kennung (t->akte->objekt);
  t->target = t->stations->len;
  for (guint i = 0; i < t->stations->len; i++)
    if (node_is (t->stations->pdata[i], "gremium", gremium) &&
        regeln_station_offen (t->akte->regeln, t->stations->pdata[i]))
      t->target = i;
  if (t->target == t->stations->len)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "In der Beratungsfolge von %s ist %s nicht offen. Abhilfe: ein Gremium der "
                 "Beratungsfolge als Ziel nennen, oder „ratsweg station %s hinzufuegen %s“.",
                 kennung, name, kennung, gremium);
  if (!is_to_come (t->akte, ziel, start))
    return fail (
      error, RATSWEG_ERROR_INVALID,
      "Die Sitzung %s kommt als Ziel nicht in Frage: sie ist vorbei, läuft oder ist abgesagt.",
      doc_kennung (ziel));
  return TRUE;
}

Plan *
route_plan (const Akte *akte, const Doc *ziel, GError **error)
{
  g_autoptr (GPtrArray) stations = akte_stations (akte, akte->objekt);
  const char *ablauf = regeln_ablauf_of (akte->regeln, akte->objekt);
  const xmlNode *state =
    ablauf ? regeln_zustand (akte->regeln, ablauf, node_get (doc_root (akte->objekt), "zustand")) : NULL;
  Task t = { akte, stations, 0, node_is (state, "text", "frei"), node_is (state, "beratbar", "ja") };
  if (!find_target (&t, ziel, error))
    return NULL;
  Plan *p = g_new0 (Plan, 1);
  p->rows = plan_rows (&t, ziel);
  p->saetze = g_ptr_array_new_with_free_func (g_free);
  p->geht = rows_work (&t, p->rows);
  say_deadlines (&t, p->rows, p->saetze);
  if (!p->geht) {
    say_obstacles (&t, p->rows, p->saetze);
    say_alternative (&t, ziel, p->saetze);
  }
  say_assumptions (&t, p->saetze);
  return p;
}
