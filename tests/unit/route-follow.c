/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What follows a result beyond its row in the table: referred with and without return, withdrawn for one sitting,
 * resting and going on, given back to the administration, Ziffer by Ziffer, several bodies that decide. */
#include "route-council.h"

/* A paper in deliberation before APOD (s1), AFBL (s2) and Rat (r), each on the agenda of a sitting that is open. */
static Akte *
three_bodies (void)
{
  Akte *a = akte_with (IN_DELIBERATION,
                       S ("s1", "apod", "empfehlung", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
                         S ("s2", "afbl", "empfehlung", RANK ("2") ON_AGENDA ("afbl", "2021-09-16"))
                           RAT (RANK ("3")));
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "afbl", "2021-09-16T15:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  NODE_EACH (n, node_child (doc_root (a->objekt), "beratungsfolge"), "station")
    node_set (n, "top", "t1");
  return a;
}

static void
result (Akte *a, const char *values)
{
  g_autofree char *all = g_strconcat ("station=", values, NULL);
  g_test_message ("%s", values);
  g_autoptr (StepResult) r = step (a, "ergebnis", all, NULL);
  assert_taken (r);
  g_assert_cmpuint (r->refusals->len, ==, 0);
  keep (a, r);
}

static xmlNode *
open_station (const Akte *a, const char *gremium)
{
  NODE_EACH (n, node_child (doc_root (a->objekt), "beratungsfolge"), "station")
    if (node_is (n, "gremium", gremium) && !node_is (n, "zustand", "abgeschlossen") &&
        !node_is (n, "zustand", "entfallen"))
      return n;
  return NULL;
}

static void
assert_state (const Akte *a, const char *zustand)
{
  g_assert_cmpstr (node_get (doc_root (a->objekt), "zustand"), ==, zustand);
}

/* Puts an undated station on the agenda of a sitting that is open. */
static void
convene (Akte *a, const char *gremium, const char *start)
{
  xmlNode *n = open_station (a, gremium);
  g_autofree char *day = g_strndup (start, 10);
  g_autofree char *kennung = g_strconcat (gremium, "/", day, NULL);
  put_sitting (a, gremium, start, "eroeffnet");
  node_set (n, "termin", day);
  node_set (n, "sitzung", kennung);
  node_set (n, "zustand", "auf-to");
}

/* -- referred -- */

/* The Rat hands on to two committees: it decides once both have dealt with it, and not before. */
static void
referred_comes_back (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=empfohlen");
  result (a, "s2 code=empfohlen");
  result (a, "r code=verwiesen an=apod,ha");
  g_assert_true (node_is (open_station (a, "apod"), "zustaendigkeit", "empfehlung"));
  g_assert_true (node_is (open_station (a, "ha"), "zustaendigkeit", "empfehlung"));
  g_assert_true (node_is (open_station (a, "rat"), "zustaendigkeit", "beschluss"));
  g_assert_cmpuint (node_count (open_station (a, "rat"), "kennzeichen"), ==, 2);

  convene (a, "rat", "2021-11-11T15:00");
  g_autofree char *decide =
    g_strdup_printf ("station=%s code=beschlossen", node_get (open_station (a, "rat"), "id"));
  g_autoptr (StepResult) early = step (a, "ergebnis", decide, NULL);
  assert_refused_by (early, "vorberatung-abgeschlossen");
  g_assert_nonnull (strstr (refusal_of (early, "vorberatung-abgeschlossen")->text, "apod"));
  g_assert_nonnull (strstr (refusal_of (early, "vorberatung-abgeschlossen")->text, "ha"));
  convene (a, "apod", "2021-10-07T15:00");
  convene (a, "ha", "2021-10-14T15:00");
  static const char *const bodies[] = { "apod", "ha" };
  for (guint i = 0; i < 2; i++) {
    g_autofree char *values_one =
      g_strdup_printf ("%s code=empfohlen", node_get (open_station (a, bodies[i]), "id"));
    result (a, values_one);
  }
  g_assert_null (node_child (open_station (a, "rat"), "kennzeichen"));
  g_autoptr (StepResult) decided = step (a, "ergebnis", decide, NULL);
  assert_taken (decided);
  g_assert_cmpuint (decided->refusals->len, ==, 0);
  keep (a, decided);
  assert_state (a, "beschlossen");
}

/* Handed on for good, the decision goes along: somebody still decides. */
static void
referred_for_good (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=empfohlen");
  result (a, "s2 code=empfohlen");
  result (a, "r code=verwiesen an=ha rueckkehr=nein");
  g_assert_null (open_station (a, "rat"));
  g_assert_true (node_is (open_station (a, "ha"), "zustaendigkeit", "beschluss"));
  assert_state (a, "in-beratung");
}

/* A committee hands on to another; it is heard before the decision, and the committee itself only if it says so. */
static void
referred_by_a_committee (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=verwiesen an=ha");
  g_assert_null (open_station (a, "apod"));
  g_assert_true (node_is (open_station (a, "ha"), "zustaendigkeit", "empfehlung"));
  g_assert_true (node_find (open_station (a, "rat"), "kennzeichen", "station",
                            node_get (open_station (a, "ha"), "id")) != NULL);
  g_autoptr (Akte) b = three_bodies ();
  result (b, "s1 code=verwiesen an=ha rueckkehr=ja");
  g_assert_true (node_is (open_station (b, "apod"), "zustaendigkeit", "empfehlung"));
  g_assert_true (node_find (open_station (b, "rat"), "kennzeichen", "station",
                            node_get (open_station (b, "apod"), "id")) != NULL);
}

static void
wrong_targets (void)
{
  static const char *const wrong[] = { "rat", "rad", "apod,rat", "ha,ha" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (Akte) a = three_bodies ();
    g_autofree char *values = g_strconcat ("station=r code=verwiesen an=", wrong[i], NULL);
    assert_input_refused_by (a, "ergebnis", values, "ziele-bekannt", "kann nicht verweisen an");
  }
}

/* -- resting, withdrawn, given back -- */

static void
rests_and_goes_on (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=empfohlen");
  result (a, "s2 code=empfohlen");
  result (a, "r code=zurueckgestellt");
  assert_state (a, "ruhend");
  put_sitting (a, "rat", "2021-11-11T15:00", "geplant");
  g_autofree char *move =
    g_strdup_printf ("station=%s termin=2021-11-11", node_get (open_station (a, "rat"), "id"));
  g_autoptr (StepResult) r = step (a, "station-verlegen", move, "neuer Termin");
  assert_taken (r);
  keep (a, r);
  assert_state (a, "in-beratung");
}

/* Put off to a day that is known, nothing rests. */
static void
put_back_to_a_day (void)
{
  g_autoptr (Akte) a = three_bodies ();
  put_sitting (a, "rat", "2021-11-11T15:00", "geplant");
  result (a, "s1 code=empfohlen");
  result (a, "s2 code=empfohlen");
  result (a, "r code=zurueckgestellt termin=2021-11-11");
  assert_state (a, "in-beratung");
  g_assert_true (node_is (open_station (a, "rat"), "sitzung", "rat/2021-11-11"));
}

/* Withdrawn from this sitting only, the matter is where it was. */
static void
withdrawn_from_one_sitting (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=zurueckgezogen umfang=sitzung");
  assert_state (a, "in-beratung");
  g_assert_true (node_is (open_station (a, "apod"), "zustand", "geplant"));
  g_assert_nonnull (open_station (a, "afbl"));
  g_assert_true (
    node_is (node_child (vorlage_station (a->objekt, "s1"), "ergebnis"), "umfang", "sitzung"));
}

/* It is asked how far a withdrawal goes: three in ten go on. */
static void
withdrawal_needs_scope (void)
{
  g_autoptr (Akte) a = three_bodies ();
  g_autoptr (GError) error = NULL;
  g_assert_null (ask_step (a, "ergebnis", "station=s1 code=zurueckgezogen", "so", NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "--umfang"));
}

/* The administration works on the text again and submits it again; what is on an agenda stays there. */
static void
given_back (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=rueckverwiesen");
  assert_state (a, "zurueckverwiesen");
  acts (a, account ("sachbearbeitung", NULL, "sachbearbeitung", ""));
  g_autoptr (StepResult) shown = step (a, "vorlegen", "", NULL);
  assert_taken (shown);
  keep (a, shown);
  acts (a, account ("freigabe", NULL, "freigabe", ""));
  g_autoptr (StepResult) released = step (a, "freigeben", "", NULL);
  assert_taken (released);
  keep (a, released);
  /* the first, as this paper began without */
  g_assert_cmpuint (node_count (node_child (doc_root (a->objekt), "fassungen"), "fassung"), ==, 1);
  g_assert_cmpstr (doc_kennung (a->objekt), ==, "00001-21");
  acts (a, account ("sachbearbeitung", NULL, "sachbearbeitung", ""));
  g_autoptr (StepResult) submitted = step (a, "einreichen", "", NULL);
  assert_taken (submitted);
  keep (a, submitted);
  assert_state (a, "eingereicht");
  g_assert_true (node_is (open_station (a, "rat"), "zustand", "auf-to"));
}

/* Without a quorum the body is called a second time, and the invitation has to say so. */
static void
without_quorum (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=nicht-behandelt anlass=beschlussunfaehig");
  g_assert_true (node_is (node_child (open_station (a, "apod"), "kennzeichen"), "art", "zweite-ladung"));
  g_autoptr (Akte) b = three_bodies ();
  result (b, "s1 code=nicht-behandelt");
  g_assert_null (node_child (open_station (b, "apod"), "kennzeichen"));
}

/* -- what is not a value of this result -- */

static void
values_belong_to_results (void)
{
  static const char *const wrong[] = { "beschlossen termin=2021-11-11",
                                       "beschlossen an=ha",
                                       "vertagt umfang=ganz",
                                       "verwiesen durch=00001-21",
                                       "verwiesen",
                                       "zurueckgezogen umfang=halb",
                                       "verwiesen an=ha rueckkehr=vielleicht" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (Akte) a = three_bodies ();
    g_autofree char *values = g_strconcat ("station=r code=", wrong[i], NULL);
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", values);
    g_assert_null (ask_step (a, "ergebnis", values, "so", NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  }
}

/* -- Ziffern -- */

static void
ziffer_by_ziffer (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=teilweise ziffern=1=empfohlen,2=nicht-empfohlen");
  result (a, "s2 code=empfohlen");
  result (a, "r code=teilweise ziffern=1=beschlossen,2=abgelehnt,3.1=zur-kenntnis");
  assert_state (a, "teilweise-beschlossen");
  xmlNode *n = node_child (vorlage_station (a->objekt, "r"), "ergebnis");
  g_assert_cmpuint (node_count (n, "ziffer"), ==, 3);
  g_assert_true (node_is (node_find (n, "ziffer", "nr", "3.1"), "code", "zur-kenntnis"));
}

static void
wrong_ziffern (void)
{
  static const char *const wrong[] = { "1",         "=beschlossen", "1=beschlossen,1=abgelehnt",
                                       "1=vertagt", "1=empfohlen",  "1=gelesen" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (Akte) a = three_bodies ();
    result (a, "s1 code=empfohlen");
    result (a, "s2 code=empfohlen");
    g_autofree char *values = g_strconcat ("station=r code=teilweise ziffern=", wrong[i], NULL);
    assert_input_refused_by (a, "ergebnis", values, "ziffern-richtig", "--ziffern");
  }
}

/* -- several that decide -- */

/* Districts decide in parallel, each for its part: the paper is at its end with the last of them, as what they
 * decided together. */
static void
several_decide (void)
{
  static const struct {
    const char *first, *second, *together;
  } cases[] = {
    { "beschlossen", "beschlossen", "beschlossen" },
    { "beschlossen", "zur-kenntnis", "beschlossen" },
    { "abgelehnt", "abgelehnt", "abgelehnt" },
    { "beschlossen", "abgelehnt", "teilweise-beschlossen" },
    { "abgelehnt", "beschlossen", "teilweise-beschlossen" },
    { "zur-kenntnis", "zur-kenntnis", "zur-kenntnis" },
    { "erledigt", "abgelehnt", "abgelehnt" },
    { "teilweise", "beschlossen", "teilweise-beschlossen" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = three_bodies ();
    node_set (vorlage_station (a->objekt, "s2"), "zustaendigkeit", "beschluss");
    result (a, "s1 code=empfohlen");
    g_autofree char *first = g_strconcat ("s2 code=", cases[i].first, NULL);
    g_autofree char *second = g_strconcat ("r code=", cases[i].second, NULL);
    result (a, first);
    assert_state (a, "in-beratung");
    result (a, second);
    assert_state (a, cases[i].together);
  }
}

/* What comes back from a referral and is put off then still waits for whom it was referred to (G1). */
static void
put_off_behind_a_referral (void)
{
  g_autoptr (Akte) a = three_bodies ();
  result (a, "s1 code=empfohlen");
  result (a, "s2 code=empfohlen");
  result (a, "r code=verwiesen an=kita");
  convene (a, "rat", "2021-10-07T15:00");
  g_autofree char *back = g_strconcat (node_get (open_station (a, "rat"), "id"), " code=vertagt", NULL);
  result (a, back);
  convene (a, "rat", "2021-11-04T15:00");
  const xmlNode *again = open_station (a, "rat"), *asked = open_station (a, "kita");
  g_assert_nonnull (node_find (again, "kennzeichen", "station", node_get (asked, "id")));
  g_autofree char *decision =
    g_strconcat ("station=", node_get (again, "id"), " code=beschlossen", NULL);
  g_autoptr (StepResult) r = step (a, "ergebnis", decision, NULL);
  assert_refused_by (r, "vorberatung-abgeschlossen");
}

/* Two sittings were planned for one body, and it decides in the first: nothing is left to decide. */
static void
decides_early (void)
{
  g_autoptr (Akte) a =
    rat_decides (RAT (RANK ("1")) S ("r2", "rat", "beschluss", RANK ("2") DATED ("2021-10-07")));
  result (a, "r code=beschlossen");
  g_assert_true (node_is (vorlage_station (a->objekt, "r2"), "grund", "ueberholt"));
  assert_state (a, "beschlossen");
}

/* A body may decide otherwise later on, as Magdeburg's council did about DS0080/26/2: with a reason the later decision
 * stands in the place of the earlier one. */
static void
decides_again (void)
{
  g_autoptr (Akte) a =
    rat_decides (RAT (RANK ("1")) S ("r2", "rat", "beschluss", RANK ("2") DATED ("2021-10-07")));
  put_sitting (a, "rat", "2021-10-07T15:00", "eroeffnet");
  result (a, "r code=beschlossen");
  g_autoptr (StepResult) barred = step (a, "ergebnis", "station=r2 code=abgelehnt", NULL);
  assert_refused_by (barred, "noch-nicht-entschieden");
  done (a, "ergebnis", "station=r2 code=abgelehnt", "Der Rat hat neu entschieden.");
  assert_state (a, "abgelehnt");
  const xmlNode *again = vorlage_station (a->objekt, "r2");
  g_assert_true (node_is (again, "zustand", "abgeschlossen") && node_is (again, "nach", "r"));
  g_assert_null (node_get (again, "grund"));
  g_assert_null (node_get (node_child (again, "ergebnis"), "nachtraeglich"));
}

/* What was not dealt with has not begun. */
static void
not_dealt_with (void)
{
  static const char *const values[] = { "r code=abgesetzt", "r code=nicht-behandelt",
                                        "r code=zurueckgezogen umfang=sitzung" };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (Akte) a = rat_decides (RAT (RANK ("1")));
    node_set (doc_root (a->objekt), "zustand", "eingereicht");
    result (a, values[i]);
    assert_state (a, "eingereicht");
  }
}

/* A committee has decided for good; without the Rat the matter is at its end. */
static void
struck_behind_a_decision (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("h", "ha", "beschluss", RANK ("1") ON_AGENDA ("ha", "2021-09-23"))
                                  S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-30")));
  put_sitting (a, "ha", "2021-09-23T13:00", "eroeffnet");
  result (a, "h code=beschlossen");
  assert_state (a, "in-beratung");
  done (a, "station-streichen", "station=r", "Der Rat braucht nicht mehr zu beschließen.");
  assert_state (a, "beschlossen");
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/follow/referred", referred_comes_back);
  g_test_add_func ("/route/follow/referred-for-good", referred_for_good);
  g_test_add_func ("/route/follow/referred-by-committee", referred_by_a_committee);
  g_test_add_func ("/route/follow/wrong-targets", wrong_targets);
  g_test_add_func ("/route/follow/rests", rests_and_goes_on);
  g_test_add_func ("/route/follow/put-back-to-a-day", put_back_to_a_day);
  g_test_add_func ("/route/follow/withdrawn-from-one-sitting", withdrawn_from_one_sitting);
  g_test_add_func ("/route/follow/withdrawal-needs-scope", withdrawal_needs_scope);
  g_test_add_func ("/route/follow/given-back", given_back);
  g_test_add_func ("/route/follow/without-quorum", without_quorum);
  g_test_add_func ("/route/follow/values", values_belong_to_results);
  g_test_add_func ("/route/follow/ziffern", ziffer_by_ziffer);
  g_test_add_func ("/route/follow/wrong-ziffern", wrong_ziffern);
  g_test_add_func ("/route/follow/several-decide", several_decide);
  g_test_add_func ("/route/follow/put-off-behind-a-referral", put_off_behind_a_referral);
  g_test_add_func ("/route/follow/decides-early", decides_early);
  g_test_add_func ("/route/follow/decides-again", decides_again);
  g_test_add_func ("/route/follow/not-dealt-with", not_dealt_with);
  g_test_add_func ("/route/follow/struck-behind-a-decision", struck_behind_a_decision);
  return g_test_run ();
}
