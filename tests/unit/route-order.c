/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Order: of stations, of decisions after what precedes them (G1), of what is put off; several deciding bodies;
 * sittings and agendas; a dry run that says what the step says. */
#include "route-help.h"

/* A station as text: S ("s1", "apod", "empfehlung", "folge=\"1\" ..."). */
#define S(id, gremium, role, more)                                                                      \
  "<station gremium=\"" gremium "\" zustaendigkeit=\"" role "\" id=\"" id "\" " more "/>"
#define DATED(day) "termin=\"" day "\" zustand=\"terminiert\""
#define RANK(n) "folge=\"" n "\" "
#define ON_AGENDA(body, day) "termin=\"" day "\" sitzung=\"" body "/" day "\" zustand=\"auf-to\""
#define IN_DELIBERATION "art=\"beschlussvorlage\" zustand=\"in-beratung\""

static Akte *
akte_with (const char *attributes, const char *stations)
{
  static const char *const bodies[] = { "apod", "afbl", "ha", "rat", "bv-1", "bv-2", "kita", NULL };
  Akte *a = akte_on ("2021-09-23");
  for (guint i = 0; bodies[i]; i++)
    put_body (a, bodies[i]);
  put (a, document ("<gremium " NS " kennung=\"vv\" art=\"intern\" sitzungen=\"nein\" stand=\"1\">"
                    "<name>Verwaltungsvorstand</name></gremium>"));
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  set_object (a, paper (attributes, "", stations));
  return a;
}

static xmlNode *
station (const Akte *a, const char *id)
{
  return vorlage_station (a->objekt, id);
}

static xmlNode *
after (const Akte *a, const char *id)
{
  return node_find (node_child (doc_root (a->objekt), "beratungsfolge"), "station", "nach", id);
}

/* -- the order of stations -- */

static void
assert_order (const Akte *a, const char *expected)
{
  g_autoptr (GPtrArray) order = akte_stations (a, a->objekt);
  g_autoptr (GString) ids = g_string_new (NULL);
  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "", node_get (order->pdata[i], "id"));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
by_day_not_by_list (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", DATED ("2021-09-23"))
                                  S ("s2", "apod", "empfehlung", DATED ("2021-09-02"))
                                    S ("s3", "afbl", "empfehlung", DATED ("2021-09-16")));
  assert_order (a, "s2 s3 s1");
}

/* One day: the sittings' beginnings, whatever list and rank say. */
static void
same_day_by_start (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", ON_AGENDA ("rat", "2021-09-23"))
                                  S ("s2", "ha", "empfehlung", ON_AGENDA ("ha", "2021-09-23")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eingeladen");
  put_sitting (a, "ha", "2021-09-23T13:00", "eingeladen");
  assert_order (a, "s2 s1");
}

static void
same_day_by_rank (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", RANK ("2") DATED ("2021-09-23"))
                                  S ("s2", "ha", "empfehlung", RANK ("1") DATED ("2021-09-23")));
  assert_order (a, "s2 s1");
}

static void
undated_keeps_its_rank (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", RANK ("3") DATED ("2021-09-23"))
                                  S ("s2", "afbl", "empfehlung", RANK ("2") "zustand=\"geplant\"")
                                    S ("s3", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")));
  assert_order (a, "s3 s2 s1");
}

/* G2: two open stations of one day need a rank each, or sittings that begin at different times. */
static void
rank_on_one_day (void)
{
  static const struct {
    const char *ha, *rat, *ha_start;
    gboolean clear;
  } cases[] = {
    { "", "", NULL, FALSE },
    { RANK ("1"), "", NULL, FALSE },
    { RANK ("1"), RANK ("2"), NULL, TRUE },
    { "", "", "2021-09-23T13:00", TRUE },
    { "", "", "2021-09-23T15:00", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stations =
      g_strdup_printf (S ("s1", "ha", "empfehlung", "%s termin=\"2021-09-23\"")
                         S ("s2", "rat", "beschluss", "%s termin=\"2021-09-23\""),
                       cases[i].ha, cases[i].rat);
    g_autoptr (Akte) a = akte_with ("art=\"beschlussvorlage\" zustand=\"freigegeben\"", stations);
    put_sitting (a, "rat", "2021-09-23T15:00", "geplant");
    if (cases[i].ha_start)
      put_sitting (a, "ha", cases[i].ha_start, "geplant");
    else
      node_set (doc_root (akte_doc (a, DOC_GREMIUM, "ha")), "sitzungen", "nein");
    g_autoptr (StepResult) r = step (a, "einreichen", "", NULL);
    if (cases[i].clear)
      assert_taken (r);
    else {
      assert_refused_by (r, "folge-eindeutig");
      g_assert_cmpstr (refusal_of (r, "folge-eindeutig")->regel, ==, "G2");
    }
  }
}

/* -- G1 -- */

/* What the Rat's decision in station r may meet. */
typedef struct {
  const char *name, *stations;
  gboolean open; /* a Vorberatung is still open */
} Before;

#define RAT(rank) S ("r", "rat", "beschluss", rank ON_AGENDA ("rat", "2021-09-23"))
#define CLOSED_APOD                                                                                      \
  "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s1\" folge=\"1\" termin=\"2021-09-02\" " \
  "zustand=\"abgeschlossen\"><ergebnis code=\"nicht-empfohlen\" am=\"2021-09-02\"/></station>"

static const Before before[] = {
  { "earlier-rank", S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
    TRUE },
  { "hearing", S ("s1", "bv-1", "anhoerung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")), TRUE },
  { "rank-without-date",
    S ("s1", "apod", "empfehlung", RANK ("1") "zustand=\"geplant\"") RAT (RANK ("2")), TRUE },
  { "rank-beats-date", S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-10-07")) RAT (RANK ("2")),
    TRUE },
  { "same-day-rank", S ("s1", "ha", "empfehlung", RANK ("1") DATED ("2021-09-23")) RAT (RANK ("2")),
    TRUE },
  { "earlier-day", S ("s1", "apod", "empfehlung", DATED ("2021-09-02")) RAT (""), TRUE },
  { "listed-behind", RAT ("") S ("s1", "apod", "empfehlung", DATED ("2021-09-02")), TRUE },
  { "same-day-start", RAT ("") S ("s1", "ha", "empfehlung", ON_AGENDA ("ha", "2021-09-23")), TRUE },
  { "closed", CLOSED_APOD RAT (RANK ("2")), FALSE },
  { "dropped",
    S ("s1", "apod", "empfehlung", RANK ("1") "zustand=\"entfallen\" grund=\"gestrichen\"")
      RAT (RANK ("2")),
    FALSE },
  { "same-rank", S ("s1", "bv-1", "anhoerung", RANK ("2") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
  { "later-rank", S ("s1", "apod", "empfehlung", RANK ("3") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
  { "later-day", S ("s1", "apod", "empfehlung", DATED ("2021-10-07")) RAT (""), FALSE },
  { "only-informed", S ("s1", "apod", "kenntnisnahme", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
  { "other-decision", S ("s1", "bv-1", "beschluss", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
};

static Akte *
rat_decides (const char *stations)
{
  Akte *a = akte_with (IN_DELIBERATION, stations);
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  put_sitting (a, "ha", "2021-09-23T13:00", "eingeladen");
  return a;
}

static void
what_precedes (gconstpointer data)
{
  const Before *b = data;
  g_autoptr (Akte) a = rat_decides (b->stations);
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  if (!b->open) {
    assert_taken (r);
    return;
  }
  assert_refused_by (r, "vorberatung-abgeschlossen");
  const Refusal *f = refusal_of (r, "vorberatung-abgeschlossen");
  g_autofree char *body = akte_gremium (a, node_get (station (a, "s1"), "gremium"));
  g_assert_cmpstr (f->regel, ==, "G1");
  g_assert_true (f->fragt);
  g_assert_nonnull (strstr (f->text, "rat kann noch nicht entscheiden"));
  g_assert_nonnull (strstr (f->text, body));
  g_autoptr (StepResult) forced = step (a, "ergebnis", "station=r code=beschlossen", "Dringlichkeit");
  assert_taken (forced);
  xmlNode *result = node_child (vorlage_station (result_doc (forced), "r"), "ergebnis");
  g_autofree char *kept = node_child_text (result, "einwand");
  g_assert_cmpstr (kept, ==, f->text);
}

/* Only who the rule names may override it, and only with a reason. */
static void
who_may_override (void)
{
  g_autoptr (Akte) a = rat_decides (before[0].stations);
  g_autoptr (StepResult) blank = step (a, "ergebnis", "station=r code=beschlossen", "");
  assert_refused_by (blank, "vorberatung-abgeschlossen");
  acts (a, account ("freigabe", NULL, "freigabe", ""));
  g_autoptr (StepResult) other = step (a, "ergebnis", "station=r code=beschlossen", "eilt");
  g_assert_true (other->abgelehnt);
  g_assert_false (refusal_of (other, "vorberatung-abgeschlossen")->uebergangen);
}

/* Nobody but the deciding body has to wait. */
static void
committee_need_not_wait (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02"))
                                  S ("s2", "afbl", "empfehlung",
                                     RANK ("2") ON_AGENDA ("afbl", "2021-09-16")) RAT (RANK ("3")));
  put_sitting (a, "afbl", "2021-09-16T15:00", "eroeffnet");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=s2 code=empfohlen", NULL);
  assert_taken (r);
}

/* -- sittings -- */

static void
only_in_an_open_sitting (void)
{
  static const struct {
    const char *zustand;
    gboolean runs;
  } cases[] = {
    { "geplant", FALSE }, { "eingeladen", FALSE }, { "eroeffnet", TRUE }, { "geschlossen", TRUE }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
    put_sitting (a, "rat", "2021-09-23T15:00", cases[i].zustand);
    g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
    if (cases[i].runs)
      assert_taken (r);
    else {
      assert_refused_by (r, "sitzung-eroeffnet");
      g_assert_cmpstr (refusal_of (r, "sitzung-eroeffnet")->regel, ==, "G11");
    }
  }
}

static void
only_on_an_agenda (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, S ("r", "rat", "beschluss", DATED ("2021-09-23"))
                                                     S ("v", "vv", "empfehlung", DATED ("2021-09-24")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=vertagt", NULL);
  assert_refused_by (r, "auf-tagesordnung");
  g_assert_cmpstr (refusal_of (r, "auf-tagesordnung")->regel, ==, "G5");
  /* A body that holds no sittings has no agenda. */
  g_autoptr (StepResult) v = step (a, "ergebnis", "station=v code=empfohlen", NULL);
  assert_taken (v);
}

static void
released_but_not_submitted (void)
{
  g_autoptr (Akte) a = akte_with ("art=\"beschlussvorlage\" zustand=\"freigegeben\"", RAT (RANK ("1")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (r, "vorlage-in-beratung");
  g_assert_nonnull (strstr (refusal_of (r, "vorlage-in-beratung")->abhilfe, "einreichen"));
}

/* The agenda of a sitting: from here on the object is the sitting. */
static Akte *
agenda (const char *attributes, const char *stations, const char *zustand)
{
  Akte *a = akte_with (attributes, stations);
  Doc *p = a->objekt;
  a->objekt = NULL;
  put (a, p);
  put_sitting (a, "rat", "2021-09-23T15:00", zustand);
  set_object (a, doc_ref (akte_doc (a, DOC_SITZUNG, "rat/2021-09-23")));
  return a;
}

static void
on_the_agenda (void)
{
  g_autoptr (Akte) a = agenda ("art=\"beschlussvorlage\" zustand=\"eingereicht\"",
                               S ("r", "rat", "beschluss", RANK ("1") DATED ("2021-09-23")), "geplant");
  g_autoptr (StepResult) none = step (a, "einladen", "", NULL);
  assert_refused_by (none, "tagesordnung-vorhanden");
  g_autoptr (StepResult) r = step (a, "aufnehmen", "vorlage=00001-21", NULL);
  assert_taken (r);
  g_assert_cmpuint (r->neu->len, ==, 2);
  keep (a, r);
  xmlNode *n = vorlage_station (akte_doc (a, DOC_VORLAGE, "00001-21"), "r");
  xmlNode *top = node_path (doc_root (a->objekt), "tagesordnung", "top");
  g_assert_true (node_is (n, "zustand", "auf-to"));
  g_assert_true (node_is (n, "sitzung", "rat/2021-09-23"));
  g_assert_true (node_is (n, "top", node_get (top, "id")));
  g_assert_true (node_is (node_child (top, "papier"), "station", "r"));
  g_assert_true (node_is (top, "nummer", "1"));
  g_autoptr (StepResult) twice = step (a, "aufnehmen", "vorlage=00001-21", NULL);
  g_assert_nonnull (refusal_of (twice, "noch-nicht-aufgenommen"));
  done (a, "einladen", "", NULL);
  assert_zustand (a, "eingeladen");
  g_assert_true (node_is (node_child (doc_root (a->objekt), "einladung"), "version", "1"));
}

static void
not_on_this_agenda (void)
{
  static const struct {
    const char *paper, *station, *values, *zustand, *guard;
  } cases[] = {
    { "art=\"beschlussvorlage\" zustand=\"freigegeben\"", DATED ("2021-09-23"), "vorlage=00001-21",
      "geplant", "vorlage-eingereicht" },
    { "art=\"beschlussvorlage\" zustand=\"eingereicht\"", DATED ("2021-09-30"), "vorlage=00001-21",
      "geplant", "station-des-gremiums-offen" },
    { "art=\"beschlussvorlage\" zustand=\"eingereicht\"",
      "zustand=\"abgeschlossen\" termin=\"2021-09-23\"", "vorlage=00001-21", "geplant",
      "station-des-gremiums-offen" },
    { "art=\"beschlussvorlage\" zustand=\"eingereicht\"", DATED ("2021-09-23"), "vorlage=00001-21 top=1",
      "geplant", "top-frei" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *s = g_strdup_printf (S ("r", "rat", "beschluss", "%s"), cases[i].station);
    g_autoptr (Akte) a = agenda (cases[i].paper, s, cases[i].zustand);
    xmlNode *top = node_add (node_need (doc_root (a->objekt), "tagesordnung"), "top");
    node_set (top, "nummer", "1");
    node_set (top, "oeffentlich", "ja");
    g_autoptr (StepResult) r = step (a, "aufnehmen", cases[i].values, NULL);
    assert_refused_by (r, cases[i].guard);
  }
}

/* After the invitation a paper comes as a supplement, with a reason. */
static void
supplement (void)
{
  g_autoptr (Akte) a = agenda ("art=\"beschlussvorlage\" zustand=\"eingereicht\"",
                               S ("r", "rat", "beschluss", DATED ("2021-09-23")), "eingeladen");
  xmlNode *n = node_add (doc_root (a->objekt), "einladung");
  node_set (n, "version", "1");
  node_set (n, "am", "2021-09-10");
  node_set (n, "stand", "1");
  node_set (n, "sha256", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
  g_autoptr (StepResult) r = step (a, "aufnehmen", "vorlage=00001-21", NULL);
  assert_refused_by (r, "einladung-noch-nicht-versandt");
  done (a, "aufnehmen", "vorlage=00001-21", "Nachtrag");
  done (a, "nachtrag", "", NULL);
  g_assert_cmpuint (node_count (doc_root (a->objekt), "einladung"), ==, 2);
}

/* A decided paper still comes to those whom the decision left to be informed. */
static void
information_after_decision (void)
{
  g_autoptr (Akte) a = agenda ("art=\"beschlussvorlage\" zustand=\"beschlossen\"",
                               S ("r", "rat", "kenntnisnahme", DATED ("2021-09-23")), "geplant");
  g_autoptr (StepResult) r = step (a, "aufnehmen", "vorlage=00001-21", NULL);
  assert_taken (r);
}

static void
sitting_times (void)
{
  g_autoptr (Akte) a =
    agenda ("art=\"beschlussvorlage\" zustand=\"eingereicht\"",
            S ("r", "rat", "beschluss", ON_AGENDA ("rat", "2021-09-23")), "eingeladen");
  xmlNode *top = node_add (node_need (doc_root (a->objekt), "tagesordnung"), "top");
  node_set (top, "nummer", "7");
  node_set (top, "oeffentlich", "ja");
  node_set_text (node_add (top, "titel"), "Roadmap");
  xmlNode *p = node_add (top, "papier");
  node_set (p, "vorlage", "00001-21");
  node_set (p, "station", "r");
  g_autoptr (GError) error = NULL;
  g_assert_null (ask_step (a, "eroeffnen", "um=25:00", NULL, NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  done (a, "eroeffnen", "um=15:02", NULL);
  g_autofree char *opened = node_child_text (doc_root (a->objekt), "eroeffnet");
  g_assert_cmpstr (opened, ==, "2021-09-23T15:02");
  /* What has no result is named, not refused: closing is a fact. */
  g_autoptr (StepResult) r = step (a, "schliessen", "um=20:40", NULL);
  assert_taken (r);
  g_assert_true (has_sentence (r, "Noch ohne Ergebnis: TOP 7, 00001-21"));
}

/* -- put off -- */

static Akte *
apod_puts_off (void)
{
  Akte *a =
    akte_with (IN_DELIBERATION,
               S ("s1", "apod", "empfehlung", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
                 S ("s2", "afbl", "empfehlung", RANK ("2") DATED ("2021-09-16")) RAT (RANK ("3")));
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  return a;
}

static void
to_the_next_sitting (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  /* Not the one that runs, not one that is over or has begun, not another body's. */
  put_sitting (a, "apod", "2021-09-09T15:00", "geschlossen");
  put_sitting (a, "apod", "2021-09-14T15:00", "eroeffnet");
  put_sitting (a, "apod", "2021-08-26T15:00", "geplant");
  put_sitting (a, "afbl", "2021-09-15T15:00", "geplant");
  put_sitting (a, "apod", "2021-11-04T15:00", "geplant");
  put_sitting (a, "apod", "2021-10-07T15:00", "eingeladen");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=s1 code=vertagt", NULL);
  assert_taken (r);
  g_assert_true (has_sentence (r, "Neue Station: apod (07.10.2021, Empfehlung)"));
  keep (a, r);
  xmlNode *n = after (a, "s1");
  g_assert_true (node_is (n, "termin", "2021-10-07"));
  g_assert_true (node_is (n, "sitzung", "apod/2021-10-07"));
  g_assert_true (node_is (n, "folge", "1"));
  g_assert_true (node_is (station (a, "s1"), "zustand", "abgeschlossen"));
  g_assert_true (node_is (station (a, "s2"), "termin", "2021-09-16"));
  g_assert_true (node_is (node_child (station (a, "r"), "kennzeichen"), "station", node_get (n, "id")));
}

static void
to_a_named_day (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  put_sitting (a, "apod", "2021-10-07T15:00", "geplant");
  put_sitting (a, "apod", "2021-11-04T15:00", "geplant");
  g_autoptr (StepResult) wrong =
    step (a, "ergebnis", "station=s1 code=vertagt termin=2021-11-05", "doch");
  assert_refused_by (wrong, "genannter-termin-ist-sitzung");
  g_assert_nonnull (strstr (refusal_of (wrong, "genannter-termin-ist-sitzung")->abhilfe, "04.11.2021"));
  g_autoptr (StepResult) same =
    step (a, "ergebnis", "station=s1 code=vertagt termin=2021-09-02", "doch");
  assert_refused_by (same, "genannter-termin-spaeter");
  done (a, "ergebnis", "station=s1 code=vertagt termin=2021-11-04", NULL);
  g_assert_true (node_is (after (a, "s1"), "termin", "2021-11-04"));
}

static void
to_no_known_day (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=s1 code=vertagt", NULL);
  assert_taken (r);
  g_assert_true (has_sentence (r, "Eine nächste Sitzung ist nicht bekannt."));
  keep (a, r);
  g_assert_null (node_get (after (a, "s1"), "termin"));
  g_assert_true (node_is (after (a, "s1"), "zustand", "geplant"));
}

/* A body without sittings may name any later day. */
static void
without_sittings (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, S ("v", "vv", "empfehlung",
                                                      RANK ("1") DATED ("2021-09-20")) RAT (RANK ("2")));
  done (a, "ergebnis", "station=v code=vertagt termin=2021-09-22", NULL);
  g_assert_true (node_is (after (a, "v"), "termin", "2021-09-22"));
  g_assert_null (node_get (after (a, "v"), "sitzung"));
}

/* The decision waits for the continuation, and the marks go with its result, or with itself. */
static void
decision_waits (gconstpointer data)
{
  gboolean struck = GPOINTER_TO_INT (data);
  g_autoptr (Akte) a = apod_puts_off ();
  done (a, "ergebnis", "station=s1 code=vertagt", NULL);
  node_set (station (a, "s2"), "zustand", "abgeschlossen");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (r, "vorberatung-abgeschlossen");
  g_assert_nonnull (node_child (station (a, "r"), "kennzeichen"));
  g_autofree char *id = g_strdup (node_get (after (a, "s1"), "id"));
  g_autofree char *strike = g_strdup_printf ("station=%s", id);
  g_autofree char *result = g_strdup_printf ("station=%s code=empfohlen", id);
  if (struck)
    done (a, "station-streichen", strike, "kein Bedarf");
  else
    done (a, "ergebnis", result, "ohne Sitzung");
  g_assert_null (node_child (station (a, "r"), "kennzeichen"));
  done (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_zustand (a, "beschlossen");
}

static void
put_off_twice (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  done (a, "ergebnis", "station=s1 code=vertagt", NULL);
  g_autofree char *second = g_strdup (node_get (after (a, "s1"), "id"));
  g_autofree char *values = g_strdup_printf ("station=%s code=vertagt", second);
  done (a, "ergebnis", values, "ohne Sitzung");
  xmlNode *third = after (a, second);
  g_assert_cmpstr (node_get (third, "id"), !=, second);
  g_assert_cmpuint (node_count (station (a, "r"), "kennzeichen"), ==, 1);
  g_assert_true (
    node_is (node_child (station (a, "r"), "kennzeichen"), "station", node_get (third, "id")));
}

/* For information only the order is free: nobody waits for the one that put it off. */
static void
for_information_only (void)
{
  g_autoptr (Akte) a =
    akte_with ("art=\"mitteilungsvorlage\" zustand=\"in-beratung\"",
               S ("s1", "apod", "kenntnisnahme", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
                 S ("s2", "afbl", "kenntnisnahme", RANK ("2") ON_AGENDA ("afbl", "2021-09-16")));
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "afbl", "2021-09-16T15:00", "eroeffnet");
  done (a, "ergebnis", "station=s1 code=vertagt", NULL);
  g_assert_null (node_child (station (a, "s2"), "kennzeichen"));
  done (a, "ergebnis", "station=s2 code=zur-kenntnis", NULL);
  assert_zustand (a, "in-beratung");
  g_autofree char *last =
    g_strdup_printf ("station=%s code=zur-kenntnis", node_get (after (a, "s1"), "id"));
  done (a, "ergebnis", last, "ohne Sitzung");
  assert_zustand (a, "zur-kenntnis");
}

/* -- several deciding bodies -- */

static void
all_have_to_decide (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION,
               S ("s1", "bv-1", "beschluss", RANK ("1") ON_AGENDA ("bv-1", "2021-09-16"))
                 S ("s2", "bv-2", "beschluss", RANK ("1") ON_AGENDA ("bv-2", "2021-09-16"))
                   S ("s3", "kita", "empfehlung", RANK ("2") DATED ("2021-10-07")));
  put_sitting (a, "bv-1", "2021-09-16T15:00", "eroeffnet");
  put_sitting (a, "bv-2", "2021-09-16T15:00", "eroeffnet");
  done (a, "ergebnis", "station=s1 code=beschlossen", NULL);
  assert_zustand (a, "in-beratung");
  g_assert_true (node_is (station (a, "s3"), "zustand", "terminiert"));
  done (a, "ergebnis", "station=s2 code=beschlossen", NULL);
  assert_zustand (a, "beschlossen");
  g_assert_true (node_is (station (a, "s3"), "zustand", "entfallen"));
  g_assert_true (node_is (station (a, "s3"), "grund", "ueberholt"));
}

static void
a_decision_stays (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "bv-1", "beschluss", RANK ("1") DATED ("2021-09-16"))
                                  S ("s2", "apod", "empfehlung", RANK ("1") DATED ("2021-09-16")));
  g_autoptr (StepResult) r = step (a, "station-streichen", "station=s1", "Irrtum");
  assert_refused_by (r, "entscheidung-bleibt");
  done (a, "station-streichen", "station=s2", "Irrtum");
  g_assert_true (node_is (station (a, "s2"), "grund", "gestrichen"));
}

/* -- changing the route -- */

static void
on_an_agenda_it_stays (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  g_autoptr (StepResult) struck = step (a, "station-streichen", "station=s1", "weg");
  assert_refused_by (struck, "station-nicht-auf-tagesordnung");
  g_autoptr (StepResult) moved = step (a, "station-verlegen", "station=s1 termin=2021-09-02", "weg");
  assert_refused_by (moved, "station-nicht-auf-tagesordnung");
  g_autoptr (StepResult) withdrawn = step (a, "zurueckziehen", "", NULL);
  g_assert_nonnull (refusal_of (withdrawn, "nicht-auf-tagesordnung"));
  g_assert_nonnull (refusal_of (withdrawn, "grund"));
}

static void
withdrawn (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02"))
                                  S ("s2", "afbl", "kenntnisnahme", RANK ("2") DATED ("2021-09-16")));
  done (a, "zurueckziehen", "", "überholt");
  assert_zustand (a, "zurueckgezogen");
  g_assert_true (node_is (station (a, "s1"), "grund", "zurueckgezogen"));
  g_assert_true (node_is (station (a, "s2"), "grund", "zurueckgezogen"));
}

static void
unknown_body (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
  g_assert_null (
    ask_step (a, "station-hinzufuegen", "gremium=rad zustaendigkeit=zuruf", "neu", NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "das Gremium „rad“ und die Zuständigkeit „zuruf“"));
  g_assert_nonnull (strstr (error->message, "empfehlung"));
  g_autoptr (StepResult) day =
    step (a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung termin=2021-12-01", "neu");
  assert_refused_by (day, "genannter-termin-ist-sitzung");
}

/* -- wrong calls -- */

static void
wrong_calls (void)
{
  static const struct {
    const char *schritt, *werte;
    RatswegError code;
    const char *says;
  } cases[] = {
    { "hexen", "", RATSWEG_ERROR_UNKNOWN, "hexen" },
    { "ergebnis", "station=s9 code=beschlossen", RATSWEG_ERROR_UNKNOWN, "s9" },
    { "ergebnis", "station=r", RATSWEG_ERROR_USAGE, "code" },
    { "ergebnis", "station=r code=hurra", RATSWEG_ERROR_UNKNOWN, "beschlossen" },
    { "ergebnis", "station=r code=beschlossen farbe=rot", RATSWEG_ERROR_USAGE, "farbe" },
    { "ergebnis", "station=r code=beschlossen ja=viele", RATSWEG_ERROR_USAGE, "viele" },
    { "ergebnis", "station=r code=beschlossen ja=-1", RATSWEG_ERROR_USAGE, "-1" },
    { "ergebnis", "station=r code=vertagt termin=2021-02-29", RATSWEG_ERROR_USAGE, "2021-02-29" },
    { "zurueckziehen", "warum=so", RATSWEG_ERROR_USAGE, "warum" },
  };
  g_autoptr (Akte) a = rat_decides (RAT (RANK ("1")));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (ask_step (a, cases[i].schritt, cases[i].werte, "Grund", NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, (int) cases[i].code);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/order/day", by_day_not_by_list);
  g_test_add_func ("/route/order/same-day-start", same_day_by_start);
  g_test_add_func ("/route/order/same-day-rank", same_day_by_rank);
  g_test_add_func ("/route/order/undated", undated_keeps_its_rank);
  g_test_add_func ("/route/order/rank-on-one-day", rank_on_one_day);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++) {
    g_autofree char *name = g_strdup_printf ("/route/order/before/%s", before[i].name);
    g_test_add_data_func (name, &before[i], what_precedes);
  }
  g_test_add_func ("/route/order/override", who_may_override);
  g_test_add_func ("/route/order/committee", committee_need_not_wait);
  g_test_add_func ("/route/sitting/open", only_in_an_open_sitting);
  g_test_add_func ("/route/sitting/agenda", only_on_an_agenda);
  g_test_add_func ("/route/sitting/submitted", released_but_not_submitted);
  g_test_add_func ("/route/sitting/on-the-agenda", on_the_agenda);
  g_test_add_func ("/route/sitting/not-on-this-agenda", not_on_this_agenda);
  g_test_add_func ("/route/sitting/supplement", supplement);
  g_test_add_func ("/route/sitting/information", information_after_decision);
  g_test_add_func ("/route/sitting/times", sitting_times);
  g_test_add_func ("/route/put-off/next", to_the_next_sitting);
  g_test_add_func ("/route/put-off/named", to_a_named_day);
  g_test_add_func ("/route/put-off/unknown", to_no_known_day);
  g_test_add_func ("/route/put-off/without-sittings", without_sittings);
  g_test_add_data_func ("/route/put-off/decision-waits", GINT_TO_POINTER (FALSE), decision_waits);
  g_test_add_data_func ("/route/put-off/struck", GINT_TO_POINTER (TRUE), decision_waits);
  g_test_add_func ("/route/put-off/twice", put_off_twice);
  g_test_add_func ("/route/put-off/information", for_information_only);
  g_test_add_func ("/route/decide/all", all_have_to_decide);
  g_test_add_func ("/route/decide/stays", a_decision_stays);
  g_test_add_func ("/route/change/agenda", on_an_agenda_it_stays);
  g_test_add_func ("/route/change/withdrawn", withdrawn);
  g_test_add_func ("/route/change/unknown", unknown_body);
  g_test_add_func ("/route/wrong-calls", wrong_calls);
  return g_test_run ();
}
