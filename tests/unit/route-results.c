/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Outcomes as a decision table: which outcome is open to which role, and what it does to its station, to the
 * others and to the paper.  The rows stand in route-results.txt: what the state model says (D4 of the
 * reference, section 6 of the design), not what the program answers. */
#include "route-help.h"

/* Three places in a Beratungsfolge of the bodies probe (the one asked), erst, zweit, dritt:
 *   first   probe R · erst Empfehlung · zweit Beschluss · dritt Kenntnisnahme, all open
 *   middle  erst Empfehlung (done) · probe R · zweit, open · dritt Kenntnisnahme, open
 *           zweit decides, or recommends where R itself decides
 *   last    erst Empfehlung (done) · dritt Kenntnisnahme (done) · probe R */
typedef enum { FIRST, MIDDLE, LAST } Place;
static const char *const place_names[] = { "first", "middle", "last" };
static const char *const place_days[] = { "2021-09-01", "2021-09-08", "2021-09-15" };
static const char *const place_ids[] = { "s1", "s2", "s3" };
#define NEXT_SITTING "2021-10-06"
#define OTHER_SITTING "2021-10-01"

/* Each code at each role: Y where the state model lists it, n where it is the wrong word (G3).
 * Columns: empfehlung, anhoerung, beschluss, kenntnisnahme, einbringung, genehmigung. */
static const char *const roles[] = { "empfehlung",    "anhoerung",   "beschluss",
                                     "kenntnisnahme", "einbringung", "genehmigung" };
static const struct {
  const char *code, *allowed;
} vocabulary[] = {
  { "empfohlen", "YYnnnn" },       { "geaendert-empfohlen", "Ynnnnn" },
  { "nicht-empfohlen", "YYnnnn" }, { "ohne-votum", "YYnnnn" },
  { "stellungnahme", "nYnnnn" },   { "keine-stellungnahme", "nYnnnn" },
  { "zur-kenntnis", "YYYYYY" },    { "eingebracht", "nnnnYn" },
  { "beantwortet", "nnYYYn" },     { "beschlossen", "nnYnnn" },
  { "gewaehlt", "nnYnnn" },        { "geaendert-beschlossen", "nnYnnn" },
  { "teilweise", "YnYnnY" },       { "abgelehnt", "nnYnnn" },
  { "genehmigt", "nnnnnY" },       { "aufgehoben", "nnnnnY" },
  { "vertagt", "YYYYYY" },         { "zurueckgestellt", "YYYYYY" },
  { "abgesetzt", "YYYYYY" },       { "nicht-behandelt", "YYYYYY" },
  { "verwiesen", "YYYYYY" },       { "rueckverwiesen", "YYYYYY" },
  { "zurueckgezogen", "YYYYYY" },  { "erledigt", "YYYYYY" },
};

/* A line of route-results.txt, which says what the columns mean. */
typedef struct {
  char *code, *role;
  Place place;
  char *votum, *others, *marks, *more, *paper;
  char **words;
} Row;
static GArray *rows;

static Place
place_of (const char *name)
{
  for (Place p = FIRST; p <= LAST; p++)
    if (g_str_equal (place_names[p], name))
      return p;
  g_error ("„%s“ is no place", name);
}

static void
read_rows (void)
{
  g_autofree char *text = shipped ("tests/unit/route-results.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; lines[i]; i++) {
    if (!*lines[i] || *lines[i] == '#')
      continue;
    g_autoptr (GRegex) blanks = g_regex_new (" +", 0, 0, NULL);
    char **w = g_regex_split (blanks, lines[i], 0);
    g_assert_cmpuint (g_strv_length (w), ==, 8);
    Row row = { w[0], w[1], place_of (w[2]), w[3], w[4], w[5], w[6], w[7], w };
    g_array_append_val (rows, row);
  }
}

static void
free_rows (void)
{
  for (guint i = 0; i < rows->len; i++)
    g_strfreev (g_array_index (rows, Row, i).words);
  g_array_unref (rows);
}

/* -- the places -- */

static char *
station (const char *gremium, const char *role, guint rank, const char *day)
{
  return g_strdup_printf (
    "<station gremium=\"%s\" zustaendigkeit=\"%s\" id=\"s%u\" folge=\"%u\" termin=\"%s\" "
    "zustand=\"terminiert\" sitzung=\"%s/%s\"/>",
    gremium, role, rank, rank, day, gremium, day);
}

static char *
over (const char *gremium, const char *role, guint rank, const char *day, const char *code)
{
  return g_strdup_printf (
    "<station gremium=\"%s\" zustaendigkeit=\"%s\" id=\"s%u\" folge=\"%u\" termin=\"%s\" "
    "zustand=\"abgeschlossen\"><ergebnis code=\"%s\" am=\"%s\"/></station>",
    gremium, role, rank, rank, day, code, day);
}

static char *
route_of (const char *role, Place place)
{
  gboolean decides = g_str_equal (role, "beschluss") || g_str_equal (role, "genehmigung");
  g_autofree char *asked = NULL, *a = NULL, *b = NULL, *c = NULL;
  g_autofree char *own = station ("probe", role, place + 1, place_days[place]);
  char *mark = strstr (own, "\"terminiert\"");
  asked =
    g_strdup_printf ("%.*s\"auf-to\"%s", (int) (mark - own), own, mark + strlen ("\"terminiert\""));
  switch (place) {
  case FIRST:
    a = station ("erst", "empfehlung", 2, "2021-09-08");
    b = station ("zweit", "beschluss", 3, "2021-09-15");
    c = station ("dritt", "kenntnisnahme", 4, "2021-09-22");
    return g_strconcat (asked, a, b, c, NULL);
  case MIDDLE:
    a = over ("erst", "empfehlung", 1, "2021-09-01", "empfohlen");
    b = station ("zweit", decides ? "empfehlung" : "beschluss", 3, "2021-09-15");
    c = station ("dritt", "kenntnisnahme", 4, "2021-09-22");
    return g_strconcat (a, asked, b, c, NULL);
  case LAST:
    break;
  }
  a = over ("erst", "empfehlung", 1, "2021-09-01", "empfohlen");
  b = over ("dritt", "kenntnisnahme", 2, "2021-09-08", "zur-kenntnis");
  return g_strconcat (a, b, asked, NULL);
}

static Akte *
akte_of (const char *role, Place place)
{
  static const char *const bodies[] = { "probe", "erst", "zweit", "dritt", "viert", NULL };
  Akte *a = akte_on (place_days[place]);
  g_autofree char *route = route_of (role, place);
  g_autofree char *start = g_strconcat (place_days[place], "T15:00", NULL);
  for (guint i = 0; bodies[i]; i++)
    put_body (a, bodies[i]);
  put_sitting (a, "probe", start, "eroeffnet");
  put_sitting (a, "probe", NEXT_SITTING "T15:00", "geplant");
  put_sitting (a, "viert", OTHER_SITTING "T15:00", "geplant");
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  set_object (
    a, paper (
         "art=\"beschlussvorlage\" zustand=\"in-beratung\"",
         "<fassungen><fassung nr=\"1\" am=\"2021-08-19\" anlass=\"freigeben\" stand=\"2\"/></fassungen>",
         route));
  return a;
}

/* What has to be said with a result. */
static const char *
said_with (const char *code)
{
  return g_str_equal (code, "verwiesen")        ? " an=viert"
         : g_str_equal (code, "zurueckgezogen") ? " umfang=ganz"
                                                : "";
}

static StepResult *
result_at (const Akte *a, const char *code, Place place, const char *grund)
{
  g_autofree char *values =
    g_strdup_printf ("station=%s code=%s%s", place_ids[place], code, said_with (code));
  gboolean changed = g_str_has_prefix (code, "geaendert-");
  return step_text (a, "ergebnis", values, grund, changed ? "<p>Neuer Wortlaut.</p>" : NULL);
}

/* -- one row -- */

static char
letter_of (const xmlNode *n)
{
  static const char *const reasons[] = { "ueberholt", "zurueckgezogen", "erledigt" };
  if (node_is (n, "zustand", "terminiert"))
    return 't';
  if (node_is (n, "zustand", "abgeschlossen"))
    return 'a';
  for (gsize i = 0; i < G_N_ELEMENTS (reasons) && node_is (n, "zustand", "entfallen"); i++)
    if (node_is (n, "grund", reasons[i]))
      return "xze"[i];
  return '?';
}

static xmlNode *
new_station (const Row *row, const Doc *d, const char *gremium)
{
  xmlNode *found = NULL;
  NODE_EACH (n, node_child (doc_root (d), "beratungsfolge"), "station")
    if (node_is (n, "nach", place_ids[row->place]) && node_is (n, "gremium", gremium)) {
      g_assert_null (found);
      found = n;
    }
  return found;
}

static void
assert_new (const xmlNode *n, const char *role, const char *day, const char *sitzung)
{
  g_assert_nonnull (n);
  g_assert_cmpstr (node_get (n, "zustaendigkeit"), ==, role);
  g_assert_cmpstr (node_get (n, "termin"), ==, day);
  g_assert_cmpstr (node_get (n, "sitzung"), ==, sitzung);
  g_assert_cmpstr (node_get (n, "zustand"), ==, day ? "terminiert" : "geplant");
  g_assert_null (node_child (n, "ergebnis"));
}

/* The stations that the result made; for whom the later ones wait. */
static const xmlNode *
assert_continued (const Row *row, const Doc *d)
{
  xmlNode *own = new_station (row, d, "probe"), *other = new_station (row, d, "viert");
  gboolean refers = *row->more == '>', again = strchr (row->more, '=') != NULL;
  gboolean dated = g_str_has_suffix (row->more, "+");
  g_assert_true ((own != NULL) == again && (other != NULL) == refers);
  if (refers)
    assert_new (other, "empfehlung", OTHER_SITTING, "viert/" OTHER_SITTING);
  if (again)
    assert_new (own, row->role, dated ? NEXT_SITTING : NULL, dated ? "probe/" NEXT_SITTING : NULL);
  if (refers && again)
    g_assert_true (node_find (own, "kennzeichen", "station", node_get (other, "id")) &&
                   g_str_equal (node_get (node_child (own, "kennzeichen"), "art"), "vorberatung-offen"));
  return own ? own : other;
}

static void
assert_others (const Row *row, const Doc *d)
{
  const char *own = place_ids[row->place];
  g_autoptr (GString) states = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  const xmlNode *more = assert_continued (row, d);
  NODE_EACH (n, node_child (doc_root (d), "beratungsfolge"), "station") {
    if (node_is (n, "id", own) || node_is (n, "nach", own))
      continue;
    xmlNode *mark = node_child (n, "kennzeichen");
    g_string_append_c (states, letter_of (n));
    g_string_append_c (marks, mark && node_is (mark, "art", "vorberatung-offen") ? 'k' : '-');
    if (mark)
      g_assert_cmpstr (node_get (mark, "station"), ==, node_get (more, "id"));
  }
  g_assert_cmpstr (states->str, ==, row->others);
  g_assert_cmpstr (marks->str, ==, row->marks);
}

static void
assert_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Akte) a = akte_of (row->role, row->place);
  g_autoptr (StepResult) r = result_at (a, row->code, row->place, NULL);
  assert_taken (r);
  g_assert_cmpuint (r->refusals->len, ==, 0);
  Doc *d = result_doc (r);
  xmlNode *own = vorlage_station (d, place_ids[row->place]), *result = node_child (own, "ergebnis");
  g_assert_cmpstr (node_get (own, "zustand"), ==, "abgeschlossen");
  g_assert_cmpstr (node_get (result, "code"), ==, row->code);
  g_assert_cmpstr (node_get (result, "votum"), ==, row->votum);
  g_assert_cmpstr (node_get (result, "am"), ==, place_days[row->place]);
  assert_others (row, d);
  g_assert_cmpstr (node_get (doc_root (d), "zustand"), ==, row->paper);
  gboolean changed = g_str_has_prefix (row->code, "geaendert-");
  g_assert_cmpuint (node_count (node_child (doc_root (d), "fassungen"), "fassung"), ==, changed ? 2 : 1);
  g_assert_true ((node_child (result, "text") != NULL) == changed);
  g_assert_cmpstr (r->code, ==, row->code);
  g_assert_cmpstr (r->von, ==, "auf-to");
  g_assert_cmpstr (r->nach, ==, "abgeschlossen");
}

/* -- the wrong word -- */

typedef struct {
  const char *code, *role;
  Place place;
} Wrong;

/* G3: refused, and told what is possible; but what a body truly said can be recorded with a reason, and the
 * objection stays. */
static void
assert_wrong_word (gconstpointer data)
{
  const Wrong *w = data;
  g_autoptr (Akte) a = akte_of (w->role, w->place);
  g_autofree char *before = written (a->objekt);
  g_autoptr (StepResult) r = result_at (a, w->code, w->place, NULL);
  assert_refused_by (r, "ergebnis-zulaessig");
  const Refusal *f = refusal_of (r, "ergebnis-zulaessig");
  g_assert_cmpstr (f->regel, ==, "G3");
  g_assert_true (f->fragt);
  g_assert_nonnull (strstr (f->text, "probe"));
  g_assert_nonnull (strstr (f->abhilfe, "vertagt"));
  g_autofree char *after = written (a->objekt);
  g_assert_cmpstr (before, ==, after);

  g_autoptr (StepResult) forced = result_at (a, w->code, w->place, "so beschlossen");
  assert_taken (forced);
  g_assert_true (refusal_of (forced, "ergebnis-zulaessig")->uebergangen);
  xmlNode *own = vorlage_station (result_doc (forced), place_ids[w->place]);
  g_assert_true (node_is (own, "zustand", "abgeschlossen"));
  g_assert_nonnull (node_find (node_child (own, "ergebnis"), "einwand", "regel", "G3"));
}

/* -- what the table leaves open -- */

static void
vocabulary_is_complete (void)
{
  g_autoptr (GPtrArray) known = regeln_entries (rules (), "ergebnis");
  g_assert_cmpuint (known->len, ==, G_N_ELEMENTS (vocabulary));
  for (gsize i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    g_assert_nonnull (regeln_entry (rules (), "ergebnis", vocabulary[i].code));
}

/* Each allowed code has its three rows, and no other one has any. */
static void
table_is_complete (void)
{
  for (gsize v = 0; v < G_N_ELEMENTS (vocabulary); v++)
    for (gsize k = 0; k < G_N_ELEMENTS (roles); k++) {
      guint found = 0;
      for (guint i = 0; i < rows->len; i++) {
        const Row *row = &g_array_index (rows, Row, i);
        found += g_str_equal (row->code, vocabulary[v].code) && g_str_equal (row->role, roles[k]);
      }
      g_assert_cmpuint (found, ==, vocabulary[v].allowed[k] == 'Y' ? 3 : 0);
    }
}

/* The changed wording has to be known, whatever the reason (G4). */
static void
changed_needs_text (void)
{
  static const char *const codes[][2] = { { "geaendert-empfohlen", "empfehlung" },
                                          { "geaendert-beschlossen", "beschluss" } };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (Akte) a = akte_of (codes[i][1], LAST);
    g_autofree char *values = g_strdup_printf ("station=s3 code=%s", codes[i][0]);
    g_autoptr (StepResult) r = step (a, "ergebnis", values, "trotzdem");
    assert_refused_by (r, "text-pflicht");
    g_assert_cmpstr (refusal_of (r, "text-pflicht")->regel, ==, "G4");
  }
}

/* G9: more Ja than Nein, or not; a tie rejects.  Figures count only where both are given. */
static void
majority (void)
{
  static const struct {
    const char *role, *code, *votes;
    gboolean fits;
  } cases[] = {
    { "beschluss", "beschlossen", "ja=5 nein=4", TRUE },
    { "beschluss", "beschlossen", "ja=5 nein=5", FALSE },
    { "beschluss", "beschlossen", "ja=4 nein=5", FALSE },
    { "beschluss", "beschlossen", "ja=4", TRUE },
    { "beschluss", "beschlossen", "nein=9", TRUE },
    { "beschluss", "abgelehnt", "ja=5 nein=5", TRUE },
    { "beschluss", "abgelehnt", "ja=4 nein=5 enthaltung=40", TRUE },
    { "beschluss", "abgelehnt", "ja=6 nein=5", FALSE },
    { "empfehlung", "empfohlen", "ja=5 nein=5", FALSE },
    { "empfehlung", "nicht-empfohlen", "ja=5 nein=5", TRUE },
    { "empfehlung", "nicht-empfohlen", "ja=10 nein=9", FALSE },
    { "empfehlung", "vertagt", "ja=1 nein=9", TRUE },
    { "kenntnisnahme", "zur-kenntnis", "ja=0 nein=9", TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = akte_of (cases[i].role, LAST);
    g_autofree char *values = g_strdup_printf ("station=s3 code=%s %s", cases[i].code, cases[i].votes);
    g_autoptr (StepResult) r = step (a, "ergebnis", values, NULL);
    g_test_message ("%s %s", cases[i].code, cases[i].votes);
    if (cases[i].fits)
      assert_taken (r);
    else {
      assert_refused_by (r, "mehrheit");
      g_assert_cmpstr (refusal_of (r, "mehrheit")->regel, ==, "G9");
    }
  }
}

/* The first result begins the deliberation. */
static void
deliberation_begins (void)
{
  g_autoptr (Akte) a = akte_of ("empfehlung", FIRST);
  node_set (doc_root (a->objekt), "zustand", "eingereicht");
  g_autoptr (StepResult) r = result_at (a, "empfohlen", FIRST, NULL);
  assert_taken (r);
  g_assert_cmpstr (node_get (doc_root (result_doc (r)), "zustand"), ==, "in-beratung");
}

/* What was decided stays decided when those who are only informed take note of it afterwards; that is no
 * objection, since the decision left their station open. */
static void
note_after_decision (void)
{
  g_autoptr (Akte) a = akte_of ("beschluss", MIDDLE);
  g_autoptr (StepResult) r = result_at (a, "beschlossen", MIDDLE, NULL);
  assert_taken (r);
  keep (a, r);
  put_sitting (a, "dritt", "2021-09-22T15:00", "eroeffnet");
  node_set (vorlage_station (a->objekt, "s4"), "zustand", "auf-to");
  g_autoptr (StepResult) note = step (a, "ergebnis", "station=s4 code=zur-kenntnis", NULL);
  assert_taken (note);
  g_assert_cmpuint (note->refusals->len, ==, 0);
  g_assert_cmpstr (node_get (doc_root (result_doc (note)), "zustand"), ==, "beschlossen");
}

/* There is one result, and no reason for a second. */
static void
one_result (void)
{
  g_autoptr (Akte) a = akte_of ("beschluss", FIRST);
  g_autoptr (StepResult) r = result_at (a, "beschlossen", FIRST, NULL);
  assert_taken (r);
  keep (a, r);
  g_autoptr (StepResult) again = result_at (a, "abgelehnt", FIRST, "verzählt");
  assert_refused_by (again, "station-offen");
}

static void
add_rows (void)
{
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = &g_array_index (rows, Row, i);
    g_autofree char *name =
      g_strdup_printf ("/route/results/%s/%s/%s", row->code, row->role, place_names[row->place]);
    g_test_add_data_func (name, row, assert_row);
  }
}

static void
add_wrong_words (void)
{
  for (gsize v = 0; v < G_N_ELEMENTS (vocabulary); v++)
    for (gsize k = 0; k < G_N_ELEMENTS (roles); k++)
      for (guint p = FIRST; vocabulary[v].allowed[k] == 'n' && p <= LAST; p++) {
        Wrong *w = g_new0 (Wrong, 1);
        *w = (Wrong){ vocabulary[v].code, roles[k], (Place) p };
        g_autofree char *name =
          g_strdup_printf ("/route/results/wrong/%s/%s/%s", w->code, w->role, place_names[p]);
        g_test_add_data_func_full (name, w, assert_wrong_word, g_free);
      }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  read_rows ();
  add_rows ();
  add_wrong_words ();
  g_test_add_func ("/route/results/vocabulary", vocabulary_is_complete);
  g_test_add_func ("/route/results/table", table_is_complete);
  g_test_add_func ("/route/results/changed-needs-text", changed_needs_text);
  g_test_add_func ("/route/results/majority", majority);
  g_test_add_func ("/route/results/deliberation-begins", deliberation_begins);
  g_test_add_func ("/route/results/note-after-decision", note_after_decision);
  g_test_add_func ("/route/results/one", one_result);
  int status = g_test_run ();
  free_rows ();
  return status;
}
