/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Case 5 of the state model (D5 of the reference): decisions that cannot wait, § 60 GO NRW. */
#include "route-council.h"

#define RAT_LATER S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-11-04"))
#define HA(role) S ("h", "ha", role, RANK ("1") ON_AGENDA ("ha", "2021-09-23"))
#define WAITS S ("s1", "apod", "empfehlung", RANK ("0") DATED ("2021-10-01"))
#define INFORMED S ("k", "kita", "kenntnisnahme", RANK ("3") DATED ("2021-11-09"))
#define SIGNED "gremium=rat ob=Oberbürgermeisterin mitglied=Ratsmitglied-A"

/* The bodies say what they are; the Rat meets on 30 September and 4 November. */
static Akte *
urgent (const char *stations)
{
  Akte *a = akte_with (IN_DELIBERATION, stations);
  node_set (doc_root (akte_doc (a, DOC_GREMIUM, "rat")), "art", "rat");
  node_set (doc_root (akte_doc (a, DOC_GREMIUM, "ha")), "art", "hauptausschuss");
  put_sitting (a, "ha", "2021-09-23T13:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-30T15:00", "geplant");
  put_sitting (a, "rat", "2021-11-04T15:00", "geplant");
  return a;
}

static void
assert_to_be_approved (const Akte *a, const char *id, const char *day)
{
  const xmlNode *n = station (a, id);
  assert_zustand (a, "eilentschieden");
  g_assert_cmpstr (node_get (n, "zustaendigkeit"), ==, "genehmigung");
  g_assert_cmpstr (node_get (n, "termin"), ==, day);
  g_assert_cmpstr (node_get (n, "zustand"), ==, "terminiert");
}

/* The Rat's sitting takes place, and what it says of the station becomes of the paper. */
static void
assert_approval (Akte *a, const char *id, const char *code, const char *zustand)
{
  node_set (doc_root (akte_doc (a, DOC_SITZUNG, "rat/2021-09-30")), "zustand", "eroeffnet");
  node_set (station (a, id), "zustand", "auf-to");
  g_autofree char *values = g_strdup_printf ("station=%s code=%s", id, code);
  done (a, "ergebnis", values, NULL);
  assert_zustand (a, zustand);
}

/* (b) The Hauptausschuss in the place of the Rat: Empfehlung becomes a decision, the Rat approves in its next
 * sitting, who would have recommended is overtaken, who is to know still gets to know. */
static void
case_5b_hauptausschuss (void)
{
  static const char *const ends[][2] = { { "genehmigt", "beschlossen" },
                                         { "aufgehoben", "aufgehoben" } };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (Akte) a = urgent (WAITS HA ("empfehlung") RAT_LATER INFORMED);
    g_autoptr (StepResult) idle = step (a, "eilentscheidung-vorsehen", "station=h", NULL);
    assert_refused_by (idle, "grund");
    done (a, "eilentscheidung-vorsehen", "station=h", "Förderfrist läuft ab");
    g_assert_cmpstr (node_get (station (a, "h"), "zustaendigkeit"), ==, "eilentscheidung");
    assert_zustand (a, "in-beratung");
    done (a, "ergebnis", "station=h code=beschlossen",
          NULL); /* G1 does not ask who is waiting: it is urgent */
    assert_to_be_approved (a, "r", "2021-09-30");
    g_assert_true (node_is (station (a, "s1"), "grund", "ueberholt"));
    g_assert_true (node_is (station (a, "k"), "zustand", "terminiert"));
    assert_approval (a, "r", ends[i][0], ends[i][1]);
  }
}

/* It declines: nothing was decided, and the Rat decides as it was planned. */
static void
case_5b_declined (void)
{
  g_autoptr (Akte) a = urgent (HA ("eilentscheidung") RAT_LATER);
  done (a, "ergebnis", "station=h code=abgelehnt", NULL);
  assert_zustand (a, "in-beratung");
  g_assert_true (node_is (station (a, "r"), "zustaendigkeit", "beschluss"));
  g_assert_true (node_is (station (a, "r"), "termin", "2021-11-04"));
  node_set (doc_root (akte_doc (a, DOC_SITZUNG, "rat/2021-11-04")), "zustand", "eroeffnet");
  node_set (station (a, "r"), "zustand", "auf-to");
  done (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_zustand (a, "beschlossen");
}

/* What the Hauptausschuss changes is the text that the Rat approves. */
static void
case_5b_changed (void)
{
  g_autoptr (Akte) a = urgent (HA ("eilentscheidung") RAT_LATER);
  set_object (a, paper (IN_DELIBERATION,
                        "<fassungen><fassung nr=\"1\" am=\"2021-08-19\" anlass=\"freigeben\" "
                        "stand=\"2\"/></fassungen>",
                        HA ("eilentscheidung") RAT_LATER));
  g_autoptr (StepResult) bare = step (a, "ergebnis", "station=h code=geaendert-beschlossen", NULL);
  assert_refused_by (bare, "text-pflicht");
  g_autoptr (StepResult) r =
    step_text (a, "ergebnis", "station=h code=geaendert-beschlossen", NULL, "<p>Anders.</p>");
  assert_taken (r);
  keep (a, r);
  assert_to_be_approved (a, "r", "2021-09-30");
  g_assert_cmpuint (node_count (node_child (doc_root (a->objekt), "fassungen"), "fassung"), ==, 2);
}

/* Only the Hauptausschuss, and only where somebody is there to approve. */
static void
case_5b_who (void)
{
  g_autoptr (Akte) a = urgent (WAITS HA ("empfehlung") RAT_LATER);
  g_autoptr (StepResult) apod = step (a, "eilentscheidung-vorsehen", "station=s1", "eilt");
  assert_refused_by (apod, "eil-gremium");
  g_autoptr (StepResult) added =
    step (a, "station-hinzufuegen", "gremium=afbl zustaendigkeit=eilentscheidung", "eilt");
  assert_refused_by (added, "eil-gremium");
  g_autoptr (Akte) b = urgent (HA ("empfehlung") S ("d", "bv-1", "beschluss", RANK ("2")));
  g_autoptr (StepResult) nobody = step (b, "eilentscheidung-vorsehen", "station=h", "eilt");
  assert_refused_by (nobody, "eil-genehmigung");
  g_autoptr (Akte) c = urgent (HA ("eilentscheidung") INFORMED);
  node_set (doc_root (c->objekt), "art", "mitteilungsvorlage");
  node_set (doc_root (c->objekt), "zustand", "freigegeben");
  put_sitting (c, "kita", "2021-11-09T15:00", "geplant");
  g_autoptr (StepResult) submitted = step (c, "einreichen", "", NULL);
  g_assert_true (submitted->abgelehnt);
  g_assert_nonnull (refusal_of (submitted, "eil-genehmigung"));
}

/* (c) Two signatures in the place of the Rat: no sitting, both named, the same way on. */
static void
case_5c_two_signatures (void)
{
  g_autoptr (Akte) a = urgent (WAITS HA ("empfehlung") RAT_LATER);
  done (a, "eilentscheiden", SIGNED, "Deich droht zu brechen");
  assert_to_be_approved (a, "r", "2021-09-30");
  g_assert_true (node_is (station (a, "h"), "grund", "ueberholt"));
  const xmlNode *n = node_child (doc_root (a->objekt), "eilentscheidung");
  const xmlNode *first = node_child (n, "unterschrift");
  g_autofree char *ob = node_text (first), *member = node_text (node_next (first, "unterschrift"));
  g_autofree char *why = node_child_text (n, "grund");
  g_assert_cmpstr (ob, ==, "Oberbürgermeisterin");
  g_assert_cmpstr (member, ==, "Ratsmitglied-A");
  g_assert_cmpstr (why, ==, "Deich droht zu brechen");
  g_assert_true (node_is (n, "am", "2021-09-23") && node_is (n, "fuer", "rat") &&
                 node_is (n, "station", "r"));
  assert_approval (a, "r", "genehmigt", "beschlossen");
}

static void
case_5c_one_signature (void)
{
  g_autoptr (Akte) a = urgent (RAT_LATER);
  assert_input_refused_by (a, "eilentscheiden", "gremium=rat ob=Muster mitglied=MUSTER",
                           "zwei-unterschriften", "nicht allein");
  static const char *const nobody[] = { "gremium=rat ob=Muster", "gremium=rat ob=Muster mitglied=" };
  for (gsize i = 0; i < G_N_ELEMENTS (nobody); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (ask_step (a, "eilentscheiden", nobody[i], "eilt", NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  }
}

/* (d) A committee's matter: that committee approves, whatever its next sitting. */
static void
case_5d_committee (void)
{
  g_autoptr (Akte) a = urgent (S ("c", "afbl", "beschluss", RANK ("1")) INFORMED);
  put_sitting (a, "afbl", "2021-10-07T15:00", "geplant");
  g_autoptr (StepResult) wrong = step (a, "eilentscheiden", SIGNED, "eilt");
  assert_refused_by (wrong, "eil-genehmigung");
  done (a, "eilentscheiden", "gremium=afbl ob=Oberbürgermeisterin mitglied=Vorsitz", "eilt");
  assert_to_be_approved (a, "c", "2021-10-07");
}

/* The approval is put off: it stays open, and the paper stays what it was. */
static void
case_5_approval_put_off (void)
{
  g_autoptr (Akte) a = urgent (HA ("eilentscheidung") RAT_LATER);
  done (a, "ergebnis", "station=h code=beschlossen", NULL);
  assert_approval (a, "r", "vertagt", "eilentschieden");
  xmlNode *n = after (a, "r");
  g_assert_true (node_is (n, "zustaendigkeit", "genehmigung") && node_is (n, "termin", "2021-11-04"));
  node_set (doc_root (akte_doc (a, DOC_SITZUNG, "rat/2021-11-04")), "zustand", "eroeffnet");
  node_set (n, "zustand", "auf-to");
  g_autofree char *values = g_strdup_printf ("station=%s code=genehmigt", node_get (n, "id"));
  done (a, "ergebnis", values, NULL);
  assert_zustand (a, "beschlossen");
}

/* Rights of others stand against a part: approved and annulled Ziffer by Ziffer. */
static void
case_5_approved_in_part (void)
{
  g_autoptr (Akte) a = urgent (HA ("eilentscheidung") RAT_LATER);
  done (a, "ergebnis", "station=h code=beschlossen", NULL);
  assert_approval (a, "r", "teilweise ziffern=1=genehmigt,2=aufgehoben", "teilweise-beschlossen");
}

/* The Rat's station stands on an agenda already: it stays there. */
static void
case_5_on_the_agenda (void)
{
  g_autoptr (Akte) a =
    urgent (HA ("eilentscheidung")
              S ("r", "rat", "beschluss", RANK ("2") ON_AGENDA ("rat", "2021-11-04") " top=\"t1\""));
  done (a, "ergebnis", "station=h code=beschlossen", NULL);
  const xmlNode *n = station (a, "r");
  g_assert_true (node_is (n, "zustaendigkeit", "genehmigung") && node_is (n, "zustand", "auf-to") &&
                 node_is (n, "termin", "2021-11-04"));
}

/* No sitting is known: the approval waits without a day. */
static void
case_5_no_sitting_known (void)
{
  g_autoptr (Akte) a = urgent (S ("c", "afbl", "beschluss", RANK ("1")));
  g_autoptr (StepResult) r =
    step (a, "eilentscheiden", "gremium=afbl ob=Oberbürgermeisterin mitglied=Vorsitz", "eilt");
  assert_taken (r);
  g_assert_true (has_sentence (r, "Eine nächste Sitzung ist nicht bekannt."));
  keep (a, r);
  g_assert_cmpstr (node_get (station (a, "c"), "zustand"), ==, "geplant");
}

#define CASE(name, fn) g_test_add_func ("/route/cases/5" name, fn)

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  CASE ("b-hauptausschuss", case_5b_hauptausschuss);
  CASE ("b-declined", case_5b_declined);
  CASE ("b-changed", case_5b_changed);
  CASE ("b-who", case_5b_who);
  CASE ("c-two-signatures", case_5c_two_signatures);
  CASE ("c-one-signature", case_5c_one_signature);
  CASE ("d-committee", case_5d_committee);
  CASE ("-approval-put-off", case_5_approval_put_off);
  CASE ("-approved-in-part", case_5_approved_in_part);
  CASE ("-on-the-agenda", case_5_on_the_agenda);
  CASE ("-no-sitting-known", case_5_no_sitting_known);
  return g_test_run ();
}
