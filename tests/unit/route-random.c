/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Random steps on a small council, a sample of them in make check, 20,000 that are taken with RATSWEG_LANG: whatever
 * is tried, what holds keeps holding.  GLib prints the seed; --seed takes it again.
 *
 * After each step: the documents are valid, no station is lost, a result is never changed, no id comes twice,
 * marks point to open stations, agenda and station name each other, somebody still decides.  A step asked
 * twice answers the same; one that is refused changes nothing. */
#include "route-help.h"

static const char *const bodies[] = { "apod", "afbl", "ha", "rat", NULL };
static const char *const days[] = { "2021-09-02", "2021-09-09", "2021-09-16", "2021-09-23", NULL };
static const char *const roles[] = { "empfehlung",  "anhoerung",   "beschluss", "kenntnisnahme",
                                     "einbringung", "genehmigung", NULL };

static const char *
pick (const char *const *list)
{
  return list[g_test_rand_int_range (0, (gint32) g_strv_length ((char **) list))];
}

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

/* -- the council -- */

typedef struct {
  GPtrArray *docs;   /* all documents, newest versions */
  GHashTable *seen;  /* ids that ever were given in the paper */
  GHashTable *fixed; /* station id to the bytes of its result */
  guint taken, refused;
} Council;

static Doc *
find_doc (const Council *c, DocArt art, const char *kennung)
{
  for (guint i = 0; i < c->docs->len; i++) {
    Doc *d = c->docs->pdata[i];
    if (doc_art (d) == art && g_strcmp0 (doc_kennung (d), kennung) == 0)
      return d;
  }
  return NULL;
}

static Doc *
the_paper (const Council *c)
{
  return find_doc (c, DOC_VORLAGE, "00001-21");
}

static Council *
council_new (void)
{
  Council *c = g_new0 (Council, 1);
  g_autoptr (Akte) a = akte_on (days[0]);
  for (guint i = 0; bodies[i]; i++) {
    put_body (a, bodies[i]);
    for (guint k = 0; days[k]; k++) {
      g_autofree char *start = g_strdup_printf ("%sT1%u:00", days[k], i);
      put_sitting (a, bodies[i], start, "geplant");
    }
  }
  put (
    a,
    paper (
      "art=\"beschlussvorlage\" zustand=\"freigegeben\"",
      "<fassungen><fassung nr=\"1\" am=\"2021-08-19\" anlass=\"freigeben\" stand=\"2\"/></fassungen>",
      "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s13\" folge=\"1\"/>"
      "<station gremium=\"afbl\" zustaendigkeit=\"empfehlung\" id=\"s14\" folge=\"2\" termin=\"2021-09-16\"/>"
      "<station gremium=\"ha\" zustaendigkeit=\"empfehlung\" id=\"s15\" folge=\"3\" termin=\"2021-09-23\"/>"
      "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s16\" folge=\"4\" termin=\"2021-09-23\"/>"));
  c->docs = g_ptr_array_ref (a->docs);
  c->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  c->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return c;
}

static void
council_free (Council *c)
{
  g_ptr_array_unref (c->docs);
  g_hash_table_unref (c->seen);
  g_hash_table_unref (c->fixed);
  g_free (c);
}

static Akte *
akte_for (const Council *c, Doc *objekt)
{
  Akte *a = akte_on (pick (days));
  for (guint i = 0; i < c->docs->len; i++)
    if (c->docs->pdata[i] != objekt)
      akte_add (a, c->docs->pdata[i]);
  set_object (a, doc_ref (objekt));
  acts (a, account ("konto", NULL, one_in (10) ? "sachbearbeitung" : "sitzungsdienst", ""));
  return a;
}

/* -- random steps -- */

static gboolean
is_open (const xmlNode *n)
{
  return !node_is (n, "zustand", "abgeschlossen") && !node_is (n, "zustand", "entfallen");
}

/* Mostly one that is open. */
static const char *
any_station (const Council *c)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  NODE_EACH (n, node_child (doc_root (the_paper (c)), "beratungsfolge"), "station") {
    g_ptr_array_add (all, (gpointer) node_get (n, "id"));
    if (is_open (n))
      g_ptr_array_add (open, (gpointer) node_get (n, "id"));
  }
  const GPtrArray *from = open->len > 0 && !one_in (8) ? open : all;
  return from->pdata[g_test_rand_int_range (0, (gint32) from->len)];
}

/* What this outcome takes besides: what has to be said, and some of the rest. */
static char *
random_values (const xmlNode *outcome)
{
  static const char *const scopes[] = { "sitzung", "ganz", NULL }, *const answers[] = { "ja", "nein",
                                                                                        NULL };
  static const char *const ziffern[] = { "1=beschlossen,2=abgelehnt", "1=empfohlen", "1=vertagt", "1",
                                         NULL };
  g_autoptr (GString) s = g_string_new (NULL);
  const char *werte = node_get (outcome, "werte");
  g_auto (GStrv) names = g_strsplit (werte ? werte : "", " ", -1);
  for (guint i = 0; names[i]; i++) {
    gboolean needed = g_str_has_suffix (names[i], "!");
    if (needed)
      names[i][strlen (names[i]) - 1] = '\0';
    const char *value = g_str_equal (names[i], "termin")      ? pick (days)
                        : g_str_equal (names[i], "an")        ? pick (bodies)
                        : g_str_equal (names[i], "umfang")    ? pick (scopes)
                        : g_str_equal (names[i], "rueckkehr") ? pick (answers)
                        : g_str_equal (names[i], "ziffern")   ? pick (ziffern)
                        : g_str_equal (names[i], "anlass")    ? "beschlussunfaehig"
                                                              : "00001-21";
    if (needed || one_in (3))
      g_string_append_printf (s, " %s=%s", names[i], value);
  }
  return g_string_free (g_steal_pointer (&s), FALSE);
}

static char *
random_result (const Council *c)
{
  g_autofree char *votes = one_in (3) ? g_strdup_printf (" ja=%d nein=%d", g_test_rand_int_range (0, 9),
                                                         g_test_rand_int_range (0, 9))
                                      : g_strdup ("");
  g_autoptr (GPtrArray) outcomes = regeln_entries (rules (), "ergebnis");
  const xmlNode *outcome = one_in (3)
                             ? regeln_entry (rules (), "ergebnis", "vertagt")
                             : outcomes->pdata[g_test_rand_int_range (0, (gint32) outcomes->len)];
  g_autofree char *more = random_values (outcome);
  return g_strdup_printf ("station=%s code=%s%s%s", any_station (c), node_get (outcome, "code"), votes,
                          more);
}

/* A step on the paper; its values in *@werte. */
static const char *
random_paper_step (const Council *c, char **werte)
{
  switch (g_test_rand_int_range (0, 12)) {
  case 0:
    *werte = g_strdup ("");
    return "einreichen";
  case 1:
    *werte = g_strdup_printf ("gremium=%s zustaendigkeit=%s%s%s", pick (bodies), pick (roles),
                              one_in (2) ? " termin=2021-09-16" : "", one_in (2) ? " folge=2" : "");
    return "station-hinzufuegen";
  case 2:
    *werte = g_strdup_printf ("station=%s termin=%s", any_station (c), pick (days));
    return "station-verlegen";
  case 3:
    *werte = g_strdup_printf ("station=%s", any_station (c));
    return "station-streichen";
  case 4:
    *werte = g_strdup ("");
    return one_in (8) ? "zurueckziehen" : "freigeben";
  default:
    *werte = random_result (c);
    return "ergebnis";
  }
}

static const char *
random_sitting_step (char **werte)
{
  static const char *const steps[] = { "aufnehmen", "aufnehmen",  "einladen", "nachtrag",
                                       "eroeffnen", "schliessen", NULL };
  const char *name = pick (steps);
  gboolean adds = g_str_equal (name, "aufnehmen");
  gboolean times = g_str_equal (name, "eroeffnen") || g_str_equal (name, "schliessen");
  *werte = g_strdup (adds ? "vorlage=00001-21" : times ? "um=17:00" : "");
  return name;
}

static Doc *
random_sitting (const Council *c)
{
  g_autofree char *kennung = g_strdup_printf ("%s/%s", pick (bodies), pick (days));
  return find_doc (c, DOC_SITZUNG, kennung);
}

/* -- what holds -- */

static void
assert_same_answer (const StepResult *a, const StepResult *b)
{
  g_assert_true (a->abgelehnt == b->abgelehnt);
  g_assert_cmpuint (a->saetze->len, ==, b->saetze->len);
  for (guint i = 0; i < a->saetze->len; i++)
    g_assert_cmpstr (a->saetze->pdata[i], ==, b->saetze->pdata[i]);
  g_assert_cmpuint (a->refusals->len, ==, b->refusals->len);
  for (guint i = 0; i < a->refusals->len; i++)
    g_assert_cmpstr (((Refusal *) a->refusals->pdata[i])->text, ==,
                     ((Refusal *) b->refusals->pdata[i])->text);
  g_assert_cmpuint (a->neu->len, ==, b->neu->len);
  for (guint i = 0; i < a->neu->len; i++) {
    g_autofree char *x = written (((StepDoc *) a->neu->pdata[i])->doc);
    g_autofree char *y = written (((StepDoc *) b->neu->pdata[i])->doc);
    g_assert_cmpstr (x, ==, y);
  }
}

static char *
all_bytes (const Council *c)
{
  g_autoptr (GString) s = g_string_new (NULL);
  for (guint i = 0; i < c->docs->len; i++) {
    g_autofree char *one = written (c->docs->pdata[i]);
    g_string_append (s, one);
  }
  return g_string_free (g_steal_pointer (&s), FALSE);
}

static char *
bytes_of_node (const xmlNode *n)
{
  g_autoptr (xmlDoc) d = xmlNewDoc ((const xmlChar *) "1.0");
  xmlChar *text = NULL;
  int length = 0;
  xmlDocSetRootElement (d, xmlDocCopyNode ((xmlNode *) n, d, 1));
  xmlDocDumpMemory (d, &text, &length);
  char *copy = g_strndup ((char *) text, (gsize) length);
  xmlFree (text);
  return copy;
}

static void
assert_marks (const Doc *p, const xmlNode *n)
{
  NODE_EACH (k, n, "kennzeichen") {
    xmlNode *waits_for = vorlage_station (p, node_get (k, "station"));
    g_assert_nonnull (waits_for);
    g_assert_true (is_open (waits_for));
  }
}

/* An agenda and the station name each other. */
static void
assert_agenda (const Council *c, const xmlNode *n)
{
  if (!node_is (n, "zustand", "auf-to"))
    return;
  Doc *sitting = find_doc (c, DOC_SITZUNG, node_get (n, "sitzung"));
  g_assert_nonnull (sitting);
  g_assert_true (node_is (doc_root (sitting), "gremium", node_get (n, "gremium")));
  xmlNode *top =
    node_find (node_child (doc_root (sitting), "tagesordnung"), "top", "id", node_get (n, "top"));
  g_assert_nonnull (node_find (top, "papier", "station", node_get (n, "id")));
}

static void
assert_result_stays (Council *c, const xmlNode *n)
{
  const xmlNode *result = node_child (n, "ergebnis");
  const char *id = node_get (n, "id");
  g_autofree char *now = result ? bytes_of_node (result) : NULL;
  const char *before = g_hash_table_lookup (c->fixed, id);
  if (before)
    g_assert_cmpstr (now, ==, before);
  else if (now)
    g_hash_table_insert (c->fixed, g_strdup (id), g_steal_pointer (&now));
}

static void
assert_stations (Council *c)
{
  const Doc *p = the_paper (c);
  g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);
  NODE_EACH (n, node_child (doc_root (p), "beratungsfolge"), "station") {
    g_assert_true (g_hash_table_add (now, (gpointer) node_get (n, "id")));
    g_hash_table_add (c->seen, g_strdup (node_get (n, "id")));
    assert_marks (p, n);
    assert_agenda (c, n);
    assert_result_stays (c, n);
  }
  /* No station is lost; so an id that was there is no new one's. */
  g_assert_cmpuint (g_hash_table_size (now), ==, g_hash_table_size (c->seen));
}

static gboolean
is_over (const Council *c)
{
  const char *state = node_get (doc_root (the_paper (c)), "zustand");
  return node_is (regeln_zustand (rules (), "vorlage", state), "ende", "ja");
}

/* Somebody still decides, or the paper is at its end; a deciding body may also have been content to take
 * note. */
static void
assert_somebody_decides (const Council *c)
{
  const xmlNode *root = doc_root (the_paper (c));
  if (is_over (c))
    return;
  gboolean decides = FALSE, took_note = FALSE;
  NODE_EACH (n, node_child (root, "beratungsfolge"), "station") {
    gboolean decision =
      node_is (n, "zustaendigkeit", "beschluss") || node_is (n, "zustaendigkeit", "genehmigung");
    xmlNode *result = node_child (n, "ergebnis");
    decides = decides || (decision && is_open (n));
    /* Words of a committee at a deciding body come only over an objection. */
    took_note =
      took_note || (decision && result &&
                    (node_is (result, "code", "zur-kenntnis") || node_child (result, "einwand")));
  }
  g_assert_true (decides || took_note);
}

static void
keep_all (Council *c, const StepResult *r)
{
  for (guint i = 0; i < r->neu->len; i++) {
    Doc *d = ((StepDoc *) r->neu->pdata[i])->doc;
    g_autofree char *text = written (d);
    g_autoptr (Doc) again = doc_from (text, "neu.xml"); /* asserts that the gate takes it */
    for (guint k = 0; k < c->docs->len; k++) {
      Doc **old = (Doc **) &c->docs->pdata[k];
      if (doc_art (*old) == doc_art (d) && g_strcmp0 (doc_kennung (*old), doc_kennung (d)) == 0) {
        g_assert_cmpuint (doc_stand (d), ==, doc_stand (*old) + 1);
        doc_unref (*old);
        *old = doc_ref (d);
      }
    }
  }
}

static void
try_step (Council *c)
{
  g_autofree char *werte = NULL;
  gboolean sitting = one_in (3);
  Doc *objekt = sitting ? random_sitting (c) : the_paper (c);
  const char *schritt = sitting ? random_sitting_step (&werte) : random_paper_step (c, &werte);
  const char *grund = !one_in (4) ? "ein Grund" : NULL, *text = one_in (3) ? "<p>Neu.</p>" : NULL;
  g_autoptr (Akte) a = akte_for (c, objekt);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = all_bytes (c);
  g_autoptr (StepResult) r = ask_step (a, schritt, werte, grund, text, &error);
  g_autofree char *after = all_bytes (c);
  g_test_message ("%s %s %s%s", doc_kennung (objekt), schritt, werte, grund ? " (Grund)" : "");
  /* What was read is never changed, taken or not. */
  g_assert_cmpstr (before, ==, after);
  if (error) { /* such a call is wrong in itself */
    g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
    c->refused++;
    return;
  }
  g_autoptr (StepResult) again = ask_step (a, schritt, werte, grund, text, NULL);
  assert_same_answer (r, again);
  if (r->abgelehnt) {
    c->refused++;
    return;
  }
  c->taken++;
  keep_all (c, r);
  assert_stations (c);
  assert_somebody_decides (c);
}

static void
random_steps (void)
{
  guint taken = 0, refused = 0, rounds = g_getenv ("RATSWEG_LANG") ? 2200 : 24;
  for (guint round = 0; round < rounds; round++) {
    Council *c = council_new ();
    guint more = 4; /* some steps are tried behind the end, too */
    assert_stations (c);
    for (guint i = 0; i < 60 && more > 0; i++) {
      try_step (c);
      if (is_over (c))
        more--;
    }
    taken += c->taken;
    refused += c->refused;
    council_free (c);
  }
  g_test_message ("%u taken, %u refused", taken, refused);
  /* The random steps really are steps. */
  g_assert_cmpuint (taken, >, 6 * rounds);
  g_assert_cmpuint (refused, >, 2 * rounds);
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/random", random_steps);
  return g_test_run ();
}
