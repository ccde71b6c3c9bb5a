/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Puts a course into our words and order.  What a result does is left to the rules; only what they cannot know is
 * said here: that the later stations exist already, and which of them carries which one on.  Called by
 * ratsweg-takeover.c. */
#include "exchange/uptake.h"
#include "base/date.h"
#include "base/text.h"
#include <string.h>

typedef struct {
  const CourseStation *old;
  char *id;
  const char *gremium, *role, *kind; /* @kind: vorberatung, entscheidung, ... */
  const char *code;                  /* NULL: no result is known */
  gboolean dropped;                  /* without a result, and nobody waits for one any more */
} Stop;

typedef struct {
  const UptakeWorld *w;
  const Course *c;
  Uptake *uptake;
  Stop *stops;
  guint n;
} Maker;

static void
result_free (gpointer p)
{
  UptakeResult *r = p;
  g_hash_table_unref (r->werte);
  g_free (r->tag);
  g_free (r);
}

void
uptake_free (Uptake *p)
{
  if (!p)
    return;
  doc_unref (p->vorlage);
  g_ptr_array_unref (p->ergebnisse);
  g_ptr_array_unref (p->unbekannt);
  g_free (p);
}

char *
uptake_station_id (guint place)
{
  return g_strdup_printf ("s%u", place + 1);
}

static const char *
table (const Maker *p, const char *attribute)
{
  return node_get (words_table (p->w->words), attribute);
}

/* -- words -- */

static void
note_unknown (const Maker *p, const char *what, const char *word)
{
  g_autofree char *text =
    word ? g_strdup_printf ("%s „%s“", what, word) : g_strdup_printf ("%s fehlt", what);
  if (!g_ptr_array_find_with_equal_func (p->uptake->unbekannt, text, g_str_equal, NULL))
    g_ptr_array_add (p->uptake->unbekannt, g_steal_pointer (&text));
}

/* The code of a word, else that for unknown ones, which is noted. */
static const char *
code_of (const Maker *p, const char *art, const char *what, const char *word, const char *kind)
{
  const char *code = words_code (p->w->words, art, word, kind);
  if (code)
    return code;
  note_unknown (p, what, word);
  return table (p, art);
}

/* Where a later station has a result, or its day is long past, nobody waits for the missing one. */
static void
drop_stops (Maker *p)
{
  gint64 days = node_get_int (words_table (p->w->words), "offen-tage", 0);
  g_autofree char *limit = day_add (p->w->heute, (gint) -days);
  gboolean later = FALSE;
  for (guint i = p->n; i-- > 0;) {
    Stop *s = &p->stops[i];
    s->dropped = !s->code && (later || (s->old->tag && g_strcmp0 (s->old->tag, limit) < 0));
    later = later || s->code;
  }
}

static void
read_stops (Maker *p)
{
  for (guint i = 0; i < p->n; i++) {
    Stop *s = &p->stops[i];
    s->old = p->c->stationen->pdata[i];
    s->id = uptake_station_id (i);
    s->gremium = p->w->gremium (s->old->gremium, p->w->user);
    s->role = code_of (p, "zustaendigkeit", "Zuständigkeit", s->old->rolle, NULL);
    s->kind = node_get (regeln_entry (p->w->regeln, "zustaendigkeit", s->role), "art");
    s->code = s->old->ergebnis ? code_of (p, "ergebnis", "Ergebnis", s->old->ergebnis, s->kind) : NULL;
  }
  drop_stops (p);
}

/* -- who carries on -- */

static gboolean
decides (const Stop *s)
{
  return g_strcmp0 (s->kind, "entscheidung") == 0;
}

/* The next station of the same body, or the next that decides; 0: none, as nothing comes before the first. */
static guint
next_stop (const Maker *p, guint from, gboolean same_body)
{
  for (guint i = from + 1; i < p->n; i++) {
    const Stop *s = &p->stops[i];
    if (!s->dropped && (same_body ? g_str_equal (s->gremium, p->stops[from].gremium) : decides (s)))
      return i;
  }
  return 0;
}

static gboolean
anything_later (const Maker *p, guint from)
{
  for (guint i = from + 1; i < p->n; i++)
    if (!p->stops[i].dropped)
      return TRUE;
  return FALSE;
}

/* The new stations that the rules make after this outcome: of the named bodies, of the same one, or none. */
static const xmlNode *
makes_station (const xmlNode *rule, const char *gremium)
{
  NODE_EACH (n, rule, NULL) {
    const xmlNode *deep = node_named (n, "falls") ? makes_station (n, gremium) : NULL;
    if (deep || (node_named (n, "neue-station") && node_is (n, "gremium", gremium)))
      return deep ? deep : n;
  }
  return NULL;
}

/* Other bodies until the same one is there again. */
static char *
referred_to (const Maker *p, guint from, guint until)
{
  GString *ids = g_string_new (NULL);
  for (guint i = from + 1; i < (until ? until + 1 : p->n); i++)
    if (!p->stops[i].dropped)
      g_string_append_printf (ids, "%s%s", ids->len ? "," : "", p->stops[i].id);
  return g_string_free (ids, FALSE);
}

/* What the course says of it: ids, "keine", or NULL where the rules have to provide. */
static char *
continuation (const Maker *p, guint i, const xmlNode *rule)
{
  const Stop *s = &p->stops[i];
  guint same = next_stop (p, i, TRUE), decision = next_stop (p, i, FALSE);
  if (!anything_later (p, i))
    return NULL;
  if (makes_station (rule, "genannte"))
    return referred_to (p, i, same);
  if (!makes_station (rule, "dasselbe"))
    return decides (s) && decision && regeln_settles (p->w->regeln, s->code)
             ? g_strdup (p->stops[decision].id)
             : NULL;
  if (same)
    return g_strdup (p->stops[same].id);
  return decides (s) && !decision ? NULL : g_strdup ("keine");
}

/* -- results -- */

static void
set (GHashTable *werte, const char *name, const char *value)
{
  if (value)
    g_hash_table_insert (werte, g_strdup (name), g_strdup (value));
}

/* Rules are in force from a day on; what was before is taken in on that day, and that is said. */
static const char *
day_of (const Maker *p, const Stop *s, const char *last)
{
  const char *day = s->old->tag ? s->old->tag : last ? last : p->w->heute;
  const char *first = regeln_gueltig_ab (p->w->regeln);
  if (strcmp (first, day) <= 0)
    return day;
  note_unknown (p, "Regel für den Tag", day);
  return first;
}

static void
add_result (Maker *p, guint i, const char *last)
{
  const Stop *s = &p->stops[i];
  const xmlNode *rule = regeln_entry (p->w->regeln, "ergebnis", s->code);
  UptakeResult *r = g_new0 (UptakeResult, 1);
  g_autofree char *carries = continuation (p, i, rule);
  r->werte = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  r->tag = g_strdup (day_of (p, s, last));
  g_ptr_array_add (p->uptake->ergebnisse, r);
  set (r->werte, "station", s->id);
  set (r->werte, "code", s->code);
  set (r->werte, "altwort", s->old->ergebnis);
  set (r->werte, "fortsetzung", carries);
  if (text_in_list (node_get (rule, "werte"), "umfang!"))
    set (r->werte, "umfang", anything_later (p, i) ? "sitzung" : "ganz");
  if (makes_station (rule, "genannte") && carries && !next_stop (p, i, TRUE) && next_stop (p, i, FALSE))
    set (r->werte, "rueckkehr", "nein");
}

static void
add_results (Maker *p)
{
  const char *last = NULL;
  for (guint i = 0; i < p->n; i++) {
    last = p->stops[i].old->tag ? p->stops[i].old->tag : last;
    if (p->stops[i].code)
      add_result (p, i, last);
  }
}

/* -- the paper -- */

/* The year in the number, where the city says where it stands. */
static char *
year_of_number (const Maker *p)
{
  const char *pattern = table (p, "jahr");
  g_autoptr (GRegex) regex = pattern ? g_regex_new (pattern, 0, 0, NULL) : NULL;
  g_autoptr (GMatchInfo) match = NULL;
  if (!regex || !g_regex_match (regex, p->c->nummer, 0, &match))
    return NULL;
  g_autofree char *digits = g_match_info_fetch (match, 1);
  int this = digits && strlen (p->w->heute) > 3 ? atoi (p->w->heute + 2) % 100 : 0;
  return digits && *digits
           ? g_strdup_printf ("%d-01-01",
                              atoi (digits) % 100 + (atoi (digits) % 100 > this + 1 ? 1900 : 2000))
           : NULL;
}

static char *
day_of_paper (const Maker *p)
{
  for (guint i = 0; i < p->n; i++)
    if (p->stops[i].old->tag)
      return g_strdup (p->stops[i].old->tag);
  char *year = year_of_number (p);
  return year ? year : g_strdup (p->w->heute);
}

static void
add_paragraph (xmlNode *section, const char *text)
{
  node_set_text (node_add (section, "p"), text);
}

/* What is known of the paper: its kind there, and the words that nobody has put into ours. */
static void
add_section (const Maker *p, xmlNode *root)
{
  xmlNode *section = node_add (root, "abschnitt");
  g_autofree char *kind = g_strdup_printf ("Aus dem Altsystem übernommen: %s. Der Text liegt dort.",
                                           p->c->art ? p->c->art : "ohne Art");
  node_set (section, "art", table (p, "abschnitt"));
  add_paragraph (section, kind);
  for (guint i = 0; i < p->uptake->unbekannt->len; i++) {
    g_autofree char *text =
      g_strdup_printf ("Nicht zugeordnet: %s.", (char *) p->uptake->unbekannt->pdata[i]);
    add_paragraph (section, text);
  }
}

static void
add_references (const Maker *p, xmlNode *root)
{
  xmlNode *list = p->c->bezuege->len ? node_add (root, "bezuege") : NULL;
  for (guint i = 0; i < p->c->bezuege->len; i++) {
    xmlNode *n = node_add (list, "bezug");
    node_set (n, "drucksache", p->c->bezuege->pdata[i]);
    node_set (n, "art", "siehe");
    if (!p->w->bekannt (p->c->bezuege->pdata[i], p->w->user))
      node_set (n, "extern", "ja");
  }
}

static void
add_station (const Maker *p, xmlNode *list, guint i)
{
  const Stop *s = &p->stops[i];
  const char *day = s->old->tag;
  const char *sitting = day ? p->w->sitzung (s->gremium, day, p->w->user) : NULL;
  const char *top = sitting ? p->w->top (sitting, p->c->nummer, s->id, p->w->user) : NULL;
  xmlNode *n = node_add (list, "station");
  node_set (n, "gremium", s->gremium);
  node_set (n, "zustaendigkeit", s->role);
  node_set (n, "id", s->id);
  node_set_int (n, "folge", i + 1);
  node_set (n, "termin", day);
  node_set (n, "zustand", s->dropped ? "entfallen" : top ? "auf-to" : day ? "terminiert" : "geplant");
  node_set (n, "sitzung", sitting);
  node_set (n, "top", top);
  node_set (n, "grund", s->dropped ? table (p, "entfallgrund") : NULL);
}

static Doc *
make_paper (const Maker *p, GError **error)
{
  g_autoptr (Doc) d = doc_begin (DOC_VORLAGE, p->c->nummer);
  xmlNode *root = doc_root (d);
  g_autofree char *day = day_of_paper (p);
  node_set (root, "art", code_of (p, "papierart", "Papierart", p->c->art, NULL));
  node_set (root, "oeffentlich", "ja");
  node_set (root, "kennung", p->c->nummer);
  node_set_text (node_add (node_add (root, "kopf"), "datum"), day);
  node_set_text (node_add (root, "titel"), p->c->titel);
  add_section (p, root);
  add_references (p, root);
  xmlNode *list = p->n ? node_add (root, "beratungsfolge") : NULL;
  for (guint i = 0; i < p->n; i++)
    add_station (p, list, i);
  return doc_finish (d, error);
}

Uptake *
uptake_new (const UptakeWorld *w, const Course *c, GError **error)
{
  g_autoptr (Uptake) uptake = g_new0 (Uptake, 1);
  Maker p = { w, c, uptake, NULL, c->stationen->len };
  uptake->ergebnisse = g_ptr_array_new_with_free_func (result_free);
  uptake->unbekannt = text_list_new ();
  p.stops = g_new0 (Stop, p.n + 1);
  read_stops (&p);
  add_results (&p);
  uptake->vorlage = make_paper (&p, error);
  for (guint i = 0; i < p.n; i++)
    g_free (p.stops[i].id);
  g_free (p.stops);
  return uptake->vorlage ? g_steal_pointer (&uptake) : NULL;
}
