/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The minutes of a sitting: what is missing in them, the signature and what it ends, the marks afterwards. */
#include "route-council.h"

#define TOP(nr, more) "<top nummer=\"" nr "\" id=\"t" nr "\" oeffentlich=\"ja\" " more "</titel>"
#define PAPER "<papier vorlage=\"00001-21\" station=\"r\"/>"
#define DECIDED(text)                                                                                   \
  "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"r\" termin=\"2021-09-23\" "               \
  "sitzung=\"rat/2021-09-23\" top=\"t3\" zustand=\"abgeschlossen\"><ergebnis code=\"beschlossen\" "     \
  "am=\"2021-09-23\">" text "</ergebnis></station>"

/* The sitting of the Rat: 1 a formality, 2 without a paper, 3 with one that has these stations. */
static Akte *
sitting (const char *zustand, const char *fassungen, const char *stations)
{
  Akte *a = akte_with (IN_DELIBERATION, stations);
  put (a, paper (IN_DELIBERATION, fassungen, stations));
  set_object (a,
              document ("<sitzung " NS " kennung=\"rat/2021-09-23\" gremium=\"rat\" stand=\"3\" "
                        "zustand=\"%s\" naechste-id=\"9\"><beginn>2021-09-23T15:00</beginn>"
                        "<tagesordnung>" TOP ("1", "art=\"regularie\"><titel>Regularien") "</top>" TOP (
                          "2", "><titel>Bericht") "</top>" TOP ("3", "><titel>Roadmap") PAPER
                        "</top></tagesordnung></sitzung>",
                        zustand));
  return a;
}

static const xmlNode *
top (const Akte *a, const char *id)
{
  return node_find (node_child (doc_root (a->objekt), "tagesordnung"), "top", "id", id);
}

static void
assert_decision (const Akte *a, const char *fassung, const char *sentence, const char *says)
{
  const xmlNode *n = node_child (top (a, "t3"), "beschluss");
  g_autofree char *lead = node_child_text (n, "einleitung"), *text = node_child_text (n, "text");
  g_assert_cmpstr (node_get (n, "fassung"), ==, fassung);
  g_assert_cmpstr (lead, ==, sentence);
  g_assert_cmpstr (text, ==, says);
}

/* The Fassung as it was, behind the sentence that the rules have. */
static void
decision_unchanged (void)
{
  g_autoptr (Akte) a = sitting ("geschlossen", "", DECIDED (""));
  done (a, "niederschrift", "", NULL);
  assert_zustand (a, "niederschrift-entwurf");
  assert_decision (a, NULL, "rat fasst folgenden Beschluss:", "Der Rat beschließt.");
}

static void
decision_changed (void)
{
  g_autoptr (Akte) a = sitting ("geschlossen", "", DECIDED ("<text><p>Anders.</p></text>"));
  done (a, "niederschrift", "", NULL);
  assert_decision (a, NULL, "rat fasst folgenden Beschluss:", "Anders.");
  done (a, "niederschrift", "top=2 vermerk=entfiel", NULL);
  g_assert_cmpuint (node_count (top (a, "t3"), "beschluss"), ==, 1);
}

/* What a committee had changed is what was voted on. */
static void
decision_of_a_changed_fassung (void)
{
  g_autoptr (Akte) a = sitting (
    "geschlossen",
    "<fassungen><fassung nr=\"1\" am=\"2021-08-20\" anlass=\"freigeben\"/>"
    "<fassung nr=\"2\" am=\"2021-09-02\" anlass=\"geaendert-empfohlen\" station=\"s1\"/></fassungen>",
    "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s1\" termin=\"2021-09-02\" "
    "zustand=\"abgeschlossen\"><ergebnis code=\"geaendert-empfohlen\" am=\"2021-09-02\"><text><p>Mit "
    "Frist.</p></text></ergebnis></station>" DECIDED (""));
  done (a, "niederschrift", "", NULL);
  assert_decision (a, "2", "rat fasst folgenden Beschluss:", "Mit Frist.");
}

#define SIGN "vorsitz=Vorsitz schriftfuehrung=Schriftführung"

/* Closing names what is open; the signature asks for it. */
static void
completeness (void)
{
  g_autoptr (Akte) a = sitting ("eroeffnet", "", RAT (""));
  g_autoptr (StepResult) closed = step (a, "schliessen", "um=18:00", NULL);
  assert_taken (closed);
  g_assert_true (has_sentence (closed, "Noch ohne Ergebnis: TOP 2."));
  g_assert_true (has_sentence (closed, "Noch ohne Ergebnis: TOP 3 (00001-21)."));
  g_assert_false (has_sentence (closed, "TOP 1"));
  keep (a, closed);
  done (a, "niederschrift", "", NULL);
  g_autoptr (StepResult) r = step (a, "unterzeichnen", SIGN, NULL);
  assert_refused_by (r, "niederschrift-vollstaendig");
  g_assert_nonnull (
    strstr (refusal_of (r, "niederschrift-vollstaendig")->text, "TOP 2 und TOP 3 (00001-21)"));
  g_autoptr (StepResult) said = step_text (a, "niederschrift", "top=2", NULL, "<p>Bericht.</p>");
  keep (a, said);
  g_autoptr (StepResult) text = step_text (a, "niederschrift", "top=3", NULL, "<p>Aussprache.</p>");
  keep (a, text);
  g_autoptr (StepResult) again = step (a, "unterzeichnen", SIGN, NULL);
  g_assert_nonnull (
    strstr (refusal_of (again, "niederschrift-vollstaendig")->text, ": TOP 3 (00001-21)."));
  done (a, "niederschrift", "top=3 vermerk=verschoben", NULL);
  done (a, "unterzeichnen", SIGN, NULL);
  const xmlNode *sign = node_path (doc_root (a->objekt), "niederschrift", "unterzeichnet");
  g_assert_cmpstr (node_get (sign, "schriftfuehrung"), ==, "Schriftführung");
}

static void
two_sign (void)
{
  g_autoptr (Akte) a = sitting ("niederschrift-entwurf", "", DECIDED (""));
  done (a, "niederschrift", "top=2 vermerk=entfiel", NULL);
  assert_input_refused_by (a, "unterzeichnen", "vorsitz=Eine schriftfuehrung=eine", "zwei-unterzeichnen",
                           "Eine kann nicht allein unterzeichnen");
}

/* G11: a TOP of its own and a station alike. */
static void
nothing_after_the_signature (void)
{
  g_autoptr (Akte) a = sitting ("niederschrift-entwurf", "", RAT (""));
  done (a, "unterzeichnen", SIGN, "so war es");
  g_autoptr (StepResult) r = step (a, "ergebnis", "top=2 code=beschlossen", NULL);
  assert_refused_by (r, "niederschrift-nicht-unterzeichnet");
  g_assert_cmpstr (refusal_of (r, "niederschrift-nicht-unterzeichnet")->regel, ==, "G11");
  g_assert_nonnull (
    strstr (refusal_of (r, "niederschrift-nicht-unterzeichnet")->abhilfe, "berichtigung"));
  g_autoptr (Akte) b = akte_with (IN_DELIBERATION, RAT (""));
  put (b, doc_ref (a->objekt));
  g_autoptr (StepResult) station = step (b, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (station, "niederschrift-nicht-unterzeichnet");
}

/* Neither mark asks for the other; what is put right stands beside what was signed. */
static void
marks (void)
{
  g_autoptr (Akte) a = sitting ("niederschrift-entwurf", "", DECIDED (""));
  done (a, "unterzeichnen", SIGN, "so war es");
  done (a, "niederschrift-veroeffentlichen", "wo=Netz", NULL);
  put_sitting (a, "apod", "2021-10-07T15:00", "geplant");
  put_sitting (a, "rat", "2021-09-02T15:00", "geplant");
  put (a, document ("<sitzung " NS " kennung=\"rat/2021-11-11\" gremium=\"rat\" stand=\"1\" "
                    "zustand=\"geplant\"><beginn>2021-11-11T15:00</beginn><tagesordnung>" TOP (
                      "1.4", "><titel>Niederschrift") "</top></tagesordnung></sitzung>"));
  static const char *const wrong[][2] = {
    { "sitzung=rat/2022-01-01 top=1.4", "diese Sitzung gibt es nicht" },
    { "sitzung=apod/2021-10-07 top=1.4", "eines anderen Gremiums" },
    { "sitzung=rat/2021-09-02 top=1.4", "sie ist nicht später" },
    { "sitzung=rat/2021-11-11 top=9", "diesen TOP gibt es dort nicht" }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_input_refused_by (a, "genehmigen", wrong[i][0], "genehmigt-in-spaeterer-sitzung",
                             wrong[i][1]);
  done (a, "genehmigen", "sitzung=rat/2021-11-11 top=1.4", NULL);
  assert_zustand (a, "unterzeichnet");
  g_assert_cmpstr (node_get (node_path (doc_root (a->objekt), "niederschrift", "genehmigt"), "top"), ==,
                   "t1.4");
  g_autoptr (StepResult) r = step_text (a, "berichtigung", "top=3", "Schreibfehler", "<p>Richtig.</p>");
  assert_taken (r);
  keep (a, r);
  const xmlNode *n = node_path (doc_root (a->objekt), "niederschrift", "berichtigung");
  g_autofree char *text = node_child_text (n, "text"), *grund = node_child_text (n, "grund");
  g_assert_cmpstr (text, ==, "Richtig.");
  g_assert_cmpstr (grund, ==, "Schreibfehler");
  assert_decision (a, NULL, "rat fasst folgenden Beschluss:", "Der Rat beschließt.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  doc_library_init ();
  g_test_add_func ("/route/minutes/decision-unchanged", decision_unchanged);
  g_test_add_func ("/route/minutes/decision-changed", decision_changed);
  g_test_add_func ("/route/minutes/decision-of-a-fassung", decision_of_a_changed_fassung);
  g_test_add_func ("/route/minutes/completeness", completeness);
  g_test_add_func ("/route/minutes/two-sign", two_sign);
  g_test_add_func ("/route/minutes/after-the-signature", nothing_after_the_signature);
  g_test_add_func ("/route/minutes/marks", marks);
  return g_test_run ();
}
