/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The tricky cases of the state model (D5 of the reference, section 6 of the design), each by its number and name. */
#include "route-council.h"

#define COMMITTEE S ("s1", "apod", "empfehlung", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
#define INFORMED S ("k", "kita", "kenntnisnahme", RANK ("4") ON_AGENDA ("kita", "2021-09-30"))

static Akte *
council (const char *stations)
{
  Akte *a = akte_with (IN_DELIBERATION, stations);
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "ha", "2021-09-23T13:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  put_sitting (a, "kita", "2021-09-30T15:00", "eroeffnet");
  return a;
}

static StepResult *
take (Akte *a, const char *schritt, const char *werte, const char *grund)
{
  StepResult *r = step (a, schritt, werte, grund);
  g_test_message ("%s %s", schritt, werte);
  assert_taken (r);
  keep (a, r);
  return r;
}

static void
took (Akte *a, const char *schritt, const char *werte, const char *grund)
{
  step_result_free (take (a, schritt, werte, grund));
}

static void
assert_paper (const Akte *a, const char *zustand)
{
  g_assert_cmpstr (node_get (doc_root (a->objekt), "zustand"), ==, zustand);
}

/* Hauptausschuss at 13:00, Rat at 15:00: the first unlocks the second, and the other way round asks. */
static void
case_1_same_day (void)
{
  g_autoptr (Akte) a =
    council (S ("h", "ha", "empfehlung", RANK ("1") ON_AGENDA ("ha", "2021-09-23")) RAT (RANK ("2")));
  g_autoptr (StepResult) early = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (early, "vorberatung-abgeschlossen");
  g_assert_cmpstr (refusal_of (early, "vorberatung-abgeschlossen")->regel, ==, "G1");
  took (a, "ergebnis", "station=h code=empfohlen", NULL);
  took (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_paper (a, "beschlossen");
}

/* The committee is overtaken by the decision and meets all the same: it takes note, or what it said is kept as late;
 * the paper stays as it was decided. */
static void
case_2_recommendation_after_decision (void)
{
  static const char *const codes[] = { "zur-kenntnis", "nicht-empfohlen", "vertagt" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (Akte) a = council (COMMITTEE RAT (RANK ("2")));
    took (a, "ergebnis", "station=r code=beschlossen", "es eilt");
    g_assert_true (node_is (station (a, "s1"), "grund", "ueberholt"));
    g_autofree char *late = g_strconcat ("station=s1 code=", codes[i], NULL);
    g_autoptr (StepResult) r = step (a, "ergebnis", late, NULL);
    if (i == 0)
      assert_taken (r);
    else
      assert_refused_by (r, "nachtraeglich");
    g_autoptr (StepResult) kept = take (a, "ergebnis", late, i == 0 ? NULL : "so war es");
    xmlNode *result = node_child (station (a, "s1"), "ergebnis");
    g_assert_true (node_is (result, "code", codes[i]) && node_is (result, "nachtraeglich", "ja"));
    g_assert_cmpuint (node_count (node_child (doc_root (a->objekt), "beratungsfolge"), "station"), ==,
                      2);
    assert_paper (a, "beschlossen");
    g_autoptr (StepResult) twice = step (a, "ergebnis", late, "noch einmal");
    g_assert_true (twice->abgelehnt && refusal_of (twice, "station-offen"));
  }
}

/* Put off: the same role at a new day, behind its predecessor and linked to it. */
static void
case_3_put_off (void)
{
  g_autoptr (Akte) a = council (COMMITTEE RAT (RANK ("2")));
  put_sitting (a, "apod", "2021-11-04T15:00", "geplant");
  took (a, "ergebnis", "station=s1 code=vertagt", NULL);
  xmlNode *n = after (a, "s1");
  g_assert_true (node_is (n, "zustaendigkeit", "empfehlung") && node_is (n, "termin", "2021-11-04"));
  g_assert_true (node_is (node_child (station (a, "r"), "kennzeichen"), "art", "vorberatung-offen"));
}

/* Referred to a body that has no sitting yet: planned without a day, and the decision is marked. */
static void
case_4_referred_outside_the_order (void)
{
  g_autoptr (Akte) a = council (COMMITTEE RAT (RANK ("2")));
  took (a, "ergebnis", "station=s1 code=verwiesen an=bv-1", NULL);
  xmlNode *n = after (a, "s1");
  g_assert_true (node_is (n, "gremium", "bv-1") && node_is (n, "zustand", "geplant") &&
                 !node_get (n, "termin"));
  g_assert_true (node_is (node_child (station (a, "r"), "kennzeichen"), "station", node_get (n, "id")));
}

/* On an agenda, a withdrawal belongs into the sitting; before that the step suffices. */
static void
case_8_withdrawal (void)
{
  g_autoptr (Akte) a = council (COMMITTEE RAT (RANK ("2")));
  g_autoptr (StepResult) r = step (a, "zurueckziehen", "", "nicht mehr nötig");
  assert_taken (r); /* over the objection, which the reason answers */
  g_assert_true (refusal_of (r, "nicht-auf-tagesordnung")->uebergangen);
  took (a, "ergebnis", "station=s1 code=zurueckgezogen umfang=ganz", NULL);
  assert_paper (a, "zurueckgezogen");
  g_assert_true (node_is (station (a, "r"), "grund", "zurueckgezogen"));
  g_assert_cmpstr (doc_kennung (a->objekt), ==, "00001-21");
  g_autoptr (Akte) b = akte_with ("art=\"beschlussvorlage\" zustand=\"eingereicht\"",
                                  S ("r", "rat", "beschluss", RANK ("1") DATED ("2021-09-23")));
  took (b, "zurueckziehen", "", "nicht mehr nötig");
  assert_paper (b, "zurueckgezogen");
}

/* Nobody decides: the order is free, and who puts off does so for himself alone. */
static void
case_10_for_information_only (void)
{
  g_autoptr (Akte) a =
    council (S ("s1", "apod", "kenntnisnahme", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
               S ("r", "rat", "kenntnisnahme", RANK ("2") ON_AGENDA ("rat", "2021-09-23")));
  node_set (doc_root (a->objekt), "art", "mitteilungsvorlage");
  took (a, "ergebnis", "station=r code=zur-kenntnis", NULL);
  assert_paper (a, "in-beratung");
  took (a, "ergebnis", "station=s1 code=vertagt", NULL);
  g_assert_null (node_child (after (a, "s1"), "kennzeichen"));
}

/* A release is taken back only before the paper is submitted. */
static void
case_11_release_taken_back (void)
{
  static const char *const states[] = { "freigegeben", "eingereicht", "in-beratung" };
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (Akte) a = council (COMMITTEE RAT (RANK ("2")));
    node_set (doc_root (a->objekt), "zustand", states[i]);
    acts (a, account ("freigabe", NULL, "freigabe", ""));
    g_autoptr (StepResult) r = step (a, "freigabe-zuruecknehmen", "", "Fehler");
    if (i == 0)
      assert_taken (r);
    else
      assert_refused_by (r, "zustand");
  }
}

static Doc *
new_paper (const char *zustand, const char *stations)
{
  return document (
    "<vorlage " NS " art=\"beschlussvorlage\" oeffentlich=\"ja\" kennung=\"00002-21\" stand=\"1\" "
    "naechste-id=\"20\" zustand=\"%s\"><kopf><datum>2021-09-20</datum></kopf><titel>Neu</titel>"
    "<abschnitt art=\"beschlussvorschlag\" id=\"a11\"><p>Der Rat beschließt.</p></abschnitt>"
    "<abschnitt art=\"begruendung\" id=\"a12\"><p>Darum.</p></abschnitt>"
    "<beratungsfolge>%s</beratungsfolge></vorlage>",
    zustand, stations);
}

/* A new paper after the first result: what is open moves to it; a body that has dealt with the old one is heard again
 * only where that is said. */
static void
case_12_new_paper (void)
{
  static const char *const again[] = { "", " erneut=apod" };
  for (gsize i = 0; i < G_N_ELEMENTS (again); i++) {
    g_autoptr (Akte) a =
      council (COMMITTEE S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
    put (a, new_paper ("freigegeben", ""));
    took (a, "ergebnis", "station=s1 code=empfohlen", NULL);
    g_autofree char *values = g_strconcat ("vorlage=00002-21", again[i], NULL);
    g_autoptr (StepResult) r = take (a, "ersetzen", values, "grundlegend geändert");
    assert_paper (a, "ersetzt");
    g_assert_true (node_is (station (a, "r"), "grund", "ersetzt"));
    g_assert_true (node_is (doc_root (a->objekt), "ersetzt-durch", "00002-21"));
    Doc *neu = akte_doc (a, DOC_VORLAGE, "00002-21");
    xmlNode *list = node_child (doc_root (neu), "beratungsfolge");
    g_assert_true (
      node_is (node_find (list, "station", "gremium", "rat"), "zustaendigkeit", "beschluss"));
    g_assert_true (node_is (node_find (list, "station", "gremium", "rat"), "termin", "2021-09-23"));
    g_assert_true ((node_find (list, "station", "gremium", "apod") != NULL) == (i == 1));
  }
  g_autoptr (Akte) b = council (S ("r", "rat", "beschluss", RANK ("1") DATED ("2021-09-23")));
  put (b, new_paper ("zurueckgezogen", ""));
  assert_input_refused_by (b, "ersetzen", "vorlage=00002-21", "ersatz-bereit", "selbst am Ende");
}

/* § 54: the decision is suspended, the body decides once more, and that counts; or the decision stays. */
static void
case_13_suspended (void)
{
  g_autoptr (Akte) a = council (COMMITTEE RAT (RANK ("2")) INFORMED);
  took (a, "ergebnis", "station=s1 code=empfohlen", NULL);
  took (a, "ergebnis", "station=r code=beschlossen", NULL);
  g_autoptr (StepResult) wrong = step (a, "aussetzen", "station=s1", "Widerspruch");
  assert_refused_by (wrong, "station-entschieden");
  put_sitting (a, "rat", "2021-09-30T15:00", "eroeffnet");
  took (a, "aussetzen", "station=r termin=2021-09-30", "Widerspruch des Oberbürgermeisters");
  assert_paper (a, "ausgesetzt");
  xmlNode *n = after (a, "r");
  g_assert_true (node_is (n, "termin", "2021-09-30") && node_is (n, "zustaendigkeit", "beschluss"));
  node_set (n, "zustand", "auf-to");
  g_autofree char *again = g_strdup_printf ("station=%s code=abgelehnt", node_get (n, "id"));
  took (a, "ergebnis", again, NULL);
  assert_paper (a, "abgelehnt");

  g_autoptr (Akte) b = council (COMMITTEE RAT (RANK ("2")));
  took (b, "ergebnis", "station=s1 code=empfohlen", NULL);
  took (b, "ergebnis", "station=r code=beschlossen", NULL);
  took (b, "aussetzen", "station=r", "Widerspruch");
  g_autofree char *end = g_strdup_printf ("station=%s", node_get (after (b, "r"), "id"));
  took (b, "aussetzung-beenden", end, "Widerspruch zurückgenommen");
  assert_paper (b, "beschlossen");
}

/* The term ends: what is open lapses, with a reason. */
static void
case_14_end_of_term (void)
{
  g_autoptr (Akte) a = council (COMMITTEE S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
  took (a, "ergebnis", "station=s1 code=vertagt", NULL);
  g_autoptr (StepResult) r = step (a, "verfallen", "", NULL);
  assert_refused_by (r, "grund");
  took (a, "verfallen", "", "Ende der Wahlperiode");
  assert_paper (a, "verfallen");
  g_assert_true (node_is (station (a, "r"), "grund", "verfallen"));
  g_assert_true (node_is (after (a, "s1"), "grund", "verfallen"));
}

/* G14: what a paper refers to is there, or is marked as a paper from elsewhere. */
static void
references (void)
{
  static const struct {
    const char *bezug;
    gboolean known;
  } cases[] = { { "drucksache=\"00002-21\"", TRUE },
                { "drucksache=\"00003-21\"", FALSE },
                { "drucksache=\"00003-21\" extern=\"ja\"", TRUE },
                { "drucksache=\"00003-21\" extern=\"nein\"", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = council (S ("r", "rat", "beschluss", RANK ("1") DATED ("2021-09-23")));
    g_autofree char *more =
      g_strdup_printf ("<bezuege><bezug art=\"siehe\" %s/></bezuege>", cases[i].bezug);
    set_object (a, paper ("art=\"beschlussvorlage\" zustand=\"freigegeben\"", more,
                          S ("r", "rat", "beschluss", RANK ("1") DATED ("2021-09-23"))));
    put (a, new_paper ("entwurf", ""));
    g_autoptr (StepResult) r = step (a, "einreichen", "", NULL);
    if (cases[i].known)
      assert_taken (r);
    else {
      assert_refused_by (r, "bezuege-bekannt");
      g_assert_cmpstr (refusal_of (r, "bezuege-bekannt")->regel, ==, "G14");
    }
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/cases/1-same-day", case_1_same_day);
  g_test_add_func ("/route/cases/2-recommendation-after-decision", case_2_recommendation_after_decision);
  g_test_add_func ("/route/cases/3-put-off", case_3_put_off);
  g_test_add_func ("/route/cases/4-referred-outside-the-order", case_4_referred_outside_the_order);
  g_test_add_func ("/route/cases/8-withdrawal", case_8_withdrawal);
  g_test_add_func ("/route/cases/10-for-information-only", case_10_for_information_only);
  g_test_add_func ("/route/cases/11-release-taken-back", case_11_release_taken_back);
  g_test_add_func ("/route/cases/12-new-paper", case_12_new_paper);
  g_test_add_func ("/route/cases/13-suspended", case_13_suspended);
  g_test_add_func ("/route/cases/14-end-of-term", case_14_end_of_term);
  g_test_add_func ("/route/cases/references", references);
  return g_test_run ();
}
