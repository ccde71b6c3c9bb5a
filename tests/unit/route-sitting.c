/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Results in sittings, and papers on agendas. */
#include "route-council.h"

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
  assert_objections (none, "tagesordnung-vorhanden ladungsfrist"); /* it is the day of the sitting */
  g_autoptr (StepResult) r = step (a, "aufnehmen", "vorlage=00001-21", NULL);
  assert_taken (r);
  g_assert_cmpuint (r->neu->len, ==, 2);
  keep (a, r);
  xmlNode *n = vorlage_station (akte_doc (a, DOC_VORLAGE, "00001-21"), "r");
  xmlNode *top = node_path (doc_root (a->objekt), "tagesordnung", "top");
  while (top && !node_child (top, "papier")) /* the Regularien stand before it */
    top = node_next (top, "top");
  g_assert_true (node_is (n, "zustand", "auf-to"));
  g_assert_true (node_is (n, "sitzung", "rat/2021-09-23"));
  g_assert_true (node_is (n, "top", node_get (top, "id")));
  g_assert_true (node_is (node_child (top, "papier"), "station", "r"));
  g_assert_true (node_is (top, "nummer", "2"));
  g_autoptr (StepResult) twice = step (a, "aufnehmen", "vorlage=00001-21", NULL);
  g_assert_nonnull (refusal_of (twice, "noch-nicht-aufgenommen"));
  done (a, "einladen", "", "verkürzt");
  assert_zustand (a, "eingeladen");
  g_assert_true (node_is (node_child (doc_root (a->objekt), "einladung"), "version", "1"));
}

/* The paper in this state, with this station, and the agenda of the Rat, whose number 1 is taken; @guard NULL:
 * it comes onto it. */
static void
assert_kept_off (const char *state, const char *station, const char *values, const char *guard)
{
  g_autofree char *attributes = g_strdup_printf ("art=\"beschlussvorlage\" zustand=\"%s\"", state);
  g_autofree char *s = g_strdup_printf (S ("r", "rat", "beschluss", "%s"), station);
  g_autoptr (Akte) a = agenda (attributes, s, "geplant");
  xmlNode *top = node_add (node_need (doc_root (a->objekt), "tagesordnung"), "top");
  node_set (top, "nummer", "1");
  node_set (top, "oeffentlich", "ja");
  node_set_text (node_add (top, "titel"), "Begrüßung");
  g_autoptr (StepResult) r = step (a, "aufnehmen", values, NULL);
  if (guard)
    assert_refused_by (r, guard);
  else
    assert_taken (r);
}

static void
not_on_this_agenda (void)
{
  const char *over = "zustand=\"abgeschlossen\" termin=\"2021-09-23\"", *plain = "vorlage=00001-21";
  assert_kept_off ("eingereicht", DATED ("2021-09-23"), plain, NULL);
  assert_kept_off ("eingereicht", "zustand=\"geplant\"", plain, NULL);
  assert_kept_off ("freigegeben", DATED ("2021-09-23"), plain, "vorlage-eingereicht");
  assert_kept_off ("eingereicht", DATED ("2021-09-30"), plain, "station-des-gremiums-offen");
  assert_kept_off ("eingereicht", over, plain, "station-des-gremiums-offen");
  assert_kept_off ("eingereicht", DATED ("2021-09-23"), "vorlage=00001-21 top=1", "top-frei");
  assert_kept_off ("eingereicht", DATED ("2021-09-23"), "vorlage=00001-21 top=2", NULL);
  assert_kept_off ("eingereicht", DATED ("2021-09-23"), "vorlage=00001-21 top=1 oeffentlich=nein", NULL);
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
  g_assert_true (has_sentence (r, "Noch ohne Ergebnis: TOP 7 (00001-21)"));
}

/* A sitting that does not take place: its stations are open again without a day, and marked until they have one; what
 * was decided elsewhere stays. */
static void
cancelled (void)
{
  g_autoptr (Akte) a =
    agenda (IN_DELIBERATION,
            S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
            "eingeladen");
  g_autoptr (StepResult) refused = step (a, "absagen", "", NULL);
  assert_refused_by (refused, "grund");
  g_autoptr (StepResult) r = step (a, "absagen", "", "Raum gesperrt");
  assert_taken (r);
  g_assert_true (node_is (doc_root (result_doc (r)), "zustand", "abgesagt"));
  keep (a, r);
  const Doc *p = akte_doc (a, DOC_VORLAGE, "00001-21");
  xmlNode *n = vorlage_station (p, "r"), *other = vorlage_station (p, "s1");
  g_assert_true (node_is (n, "zustand", "geplant") && !node_get (n, "termin") &&
                 !node_get (n, "sitzung"));
  g_assert_true (node_is (node_child (n, "kennzeichen"), "art", "neu-zu-terminieren"));
  g_assert_true (node_is (other, "termin", "2021-09-02") && !node_child (other, "kennzeichen"));
  g_assert_null (akte_sitzung_am (a, "rat", "2021-09-23"));
}

/* Nothing of it is invited to, opened or put on its agenda any more. */
static void
nothing_after_cancelling (void)
{
  static const char *const steps[] = { "einladen",   "nachtrag",  "eroeffnen",
                                       "schliessen", "aufnehmen", "absagen" };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (Akte) a = agenda (IN_DELIBERATION, RAT (RANK ("1")), "abgesagt");
    g_autoptr (StepResult) r =
      step (a, steps[i], g_str_equal (steps[i], "aufnehmen") ? "vorlage=00001-21" : "", "doch");
    assert_refused_by (r, "zustand");
  }
}

/* The sitting goes by its new day, keeps its agenda, and takes its stations along; it has to be invited to anew. */
static void
moved (void)
{
  g_autoptr (Akte) a =
    agenda (IN_DELIBERATION,
            S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
            "eingeladen");
  g_autoptr (StepResult) r = step (a, "verlegen", "termin=2021-09-30 um=16:30", "Raum gesperrt");
  assert_taken (r);
  keep (a, r);
  g_autofree char *start = node_child_text (doc_root (a->objekt), "beginn");
  g_assert_cmpstr (doc_kennung (a->objekt), ==, "rat/2021-09-30");
  g_assert_cmpstr (((StepDoc *) r->neu->pdata[0])->kennung_vorher, ==, "rat/2021-09-23");
  g_assert_cmpstr (start, ==, "2021-09-30T16:30");
  g_assert_true (node_is (node_child (doc_root (a->objekt), "verlegt"), "von", "2021-09-23T15:00"));
  g_assert_true (node_is (doc_root (a->objekt), "zustand", "geplant"));
  const Doc *p = akte_doc (a, DOC_VORLAGE, "00001-21");
  g_assert_true (node_is (vorlage_station (p, "r"), "sitzung", "rat/2021-09-30"));
  g_assert_true (node_is (vorlage_station (p, "r"), "termin", "2021-09-30"));
  g_assert_true (node_is (vorlage_station (p, "r"), "zustand", "auf-to"));
  g_assert_true (node_is (vorlage_station (p, "s1"), "termin", "2021-09-02"));
}

static void
moved_where (void)
{
  static const struct {
    const char *values, *kennung;
  } cases[] = {
    { "termin=2021-10-07", "rat/2021-10-07.2" },        /* the body sits that day already */
    { "termin=2021-09-23 um=17:00", "rat/2021-09-23" }, /* later on the same day */
    { "termin=2021-09-23", NULL },                      /* nowhere else */
    { "termin=2022-03-27 um=02:30", NULL }, /* an hour that there is not: summer time begins */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = agenda (IN_DELIBERATION, RAT (RANK ("1")), "geplant");
    put_sitting (a, "rat", "2021-10-07T15:00", "geplant");
    g_autoptr (GError) error = NULL;
    g_autoptr (StepResult) r = ask_step (a, "verlegen", cases[i].values, "so", NULL, &error);
    g_test_message ("%s", cases[i].values);
    g_assert_true ((error == NULL) == (cases[i].kennung != NULL));
    if (cases[i].kennung)
      g_assert_cmpstr (doc_kennung (result_doc (r)), ==, cases[i].kennung);
  }
}

/* The next sitting is neither one that was cancelled nor one that is over; those passed over are named. */
static void
next_sitting (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-30T15:00", "geschlossen");
  put_sitting (a, "rat", "2021-10-07T15:00", "abgesagt");
  put_sitting (a, "rat", "2021-11-04T15:00", "geplant");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=vertagt", NULL);
  assert_taken (r);
  xmlNode *list = node_child (doc_root (result_doc (r)), "beratungsfolge");
  g_assert_true (node_is (node_find (list, "station", "nach", "r"), "termin", "2021-11-04"));
  gboolean said = FALSE;
  for (guint i = 0; i < r->saetze->len; i++)
    said = said || g_str_equal (r->saetze->pdata[i],
                                "Übersprungen: 30.09.2021 (geschlossen) und 07.10.2021 (abgesagt).");
  g_assert_true (said);
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/sitting/open", only_in_an_open_sitting);
  g_test_add_func ("/route/sitting/agenda", only_on_an_agenda);
  g_test_add_func ("/route/sitting/submitted", released_but_not_submitted);
  g_test_add_func ("/route/sitting/on-the-agenda", on_the_agenda);
  g_test_add_func ("/route/sitting/not-on-this-agenda", not_on_this_agenda);
  g_test_add_func ("/route/sitting/supplement", supplement);
  g_test_add_func ("/route/sitting/information", information_after_decision);
  g_test_add_func ("/route/sitting/times", sitting_times);
  g_test_add_func ("/route/sitting/cancelled", cancelled);
  g_test_add_func ("/route/sitting/moved", moved);
  g_test_add_func ("/route/sitting/moved-where", moved_where);
  g_test_add_func ("/route/sitting/next", next_sitting);
  g_test_add_func ("/route/sitting/nothing-after-cancelling", nothing_after_cancelling);
  return g_test_run ();
}
