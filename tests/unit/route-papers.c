/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Every kind of paper: what comes in beside the Vorlage, what hangs on another paper and under which number, and what
 * becomes of it. */
#include "route-council.h"
#include "route-office.h"
#include "route/wording.h"

/* A paper of this kind as it comes in; @section its text, @station "gremium role" or NULL. */
static Doc *
incoming (const char *art, const char *section, const char *refers, const char *role)
{
  g_autofree char *bezuege =
    refers ? g_strdup_printf ("<bezuege><bezug drucksache=\"%s\" art=\"ergaenzung\"/></bezuege>", refers)
           : g_strdup ("");
  g_autofree char *stations =
    role ? g_strdup_printf ("<beratungsfolge><station gremium=\"rat\" zustaendigkeit=\"%s\" folge=\"1\" "
                            "termin=\"2021-09-23\"/></beratungsfolge>",
                            role)
         : g_strdup ("");
  return document ("<vorlage " NS " art=\"%s\" oeffentlich=\"ja\">"
                   "<kopf><antragsteller>Fraktion Blau</antragsteller><datum>2021-08-19</datum>"
                   "<eingang>2021-08-19T09:30</eingang></kopf><titel>Bänke</titel>"
                   "<abschnitt art=\"%s\"><p>Es sollen Bänke her.</p></abschnitt>%s%s</vorlage>",
                   art, section, bezuege, stations);
}

/* The object becomes one of the papers that were read. */
static void
put_aside (Office *o)
{
  put (o->a, o->a->objekt);
  o->a->objekt = NULL;
}

/* -- which body may do what with it -- */

/* A Mitteilung is for information only: no body decides on it or recommends it (section 6 of the design). */
static void
mitteilung_has_no_vote (Office *o, gconstpointer data)
{
  const char *art = data;
  static const char *const roles[] = { "beschluss", "empfehlung", "anhoerung", "genehmigung" };
  as_service (o);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++) {
    set_object (o->a, paper ("art=\"mitteilungsvorlage\" zustand=\"freigegeben\"", "",
                             "<station gremium=\"rat\" zustaendigkeit=\"kenntnisnahme\" id=\"r\"/>"));
    node_set (doc_root (o->a->objekt), "art", art);
    node_set (doc_root (o->a->objekt), "zustand",
              g_str_equal (art, "mitteilungsvorlage") ? "freigegeben" : "eingegangen");
    g_autofree char *add = g_strdup_printf ("gremium=apod zustaendigkeit=%s", roles[i]);
    g_autoptr (StepResult) r = step (o->a, "station-hinzufuegen", add, "so");
    assert_refused_by (r, "zustaendigkeit-der-papierart");
    node_set (vorlage_station (o->a->objekt, "r"), "zustaendigkeit", roles[i]);
    g_autoptr (StepResult) submitted = step (o->a, "einreichen", "", NULL);
    assert_refused_by (submitted, "zustaendigkeit-der-papierart");
  }
  node_set (vorlage_station (o->a->objekt, "r"), "zustaendigkeit", "kenntnisnahme");
  done (o->a, "einreichen", "", NULL);
}

/* -- what hangs on another paper -- */

static const struct {
  const char *art, *section;
} hanging[] = { { "aenderungsantrag", "antragstext" },
                { "stellungnahme", "stellungnahme" },
                { "antwort", "antwort" },
                { "ergaenzung", "begruendung" },
                { "liste", "begruendung" } };

/* D5.7: whatever supplements 21874-21 is -E1, -E2, ...; the range of the other papers stands still. */
static void
numbers_below (Office *o, gconstpointer data)
{
  (void) data;
  as_service (o);
  set_object (o->a, paper ("art=\"beschlussvorlage\" zustand=\"eingereicht\"", "", ""));
  put_aside (o);
  for (gsize i = 0; i < G_N_ELEMENTS (hanging); i++) {
    g_autoptr (Doc) d = incoming (hanging[i].art, hanging[i].section, "00001-21", NULL);
    g_autoptr (StepResult) r = check_in (o->a, d);
    assert_taken (r);
    keep (o->a, r);
    g_autofree char *number = g_strdup_printf ("00001-21-E%zu", i + 1);
    assert_nummer (o, number, "21874");
    put_aside (o);
    const Doc *main = akte_doc (o->a, DOC_VORLAGE, "00001-21");
    const xmlNode *kind = node_find (node_child (doc_root (main), "kinder"), "kind", "vorlage", number);
    g_assert_true (node_is (kind, "art", hanging[i].art));
  }
}

/* A number that is there already is not given again. */
static void
number_below_taken (Office *o, gconstpointer data)
{
  (void) data;
  as_service (o);
  set_object (o->a, paper ("art=\"beschlussvorlage\" zustand=\"eingereicht\"", "", ""));
  put_aside (o);
  set_object (o->a, paper ("art=\"antrag\" zustand=\"eingereicht\"", "", ""));
  node_set (doc_root (o->a->objekt), "kennung", "00001-21-E1");
  put_aside (o);
  g_autoptr (Doc) d = incoming ("aenderungsantrag", "antragstext", "00001-21", NULL);
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  g_assert_cmpstr (doc_kennung (result_doc (r)), ==, "00001-21-E2");
}

static void
hangs_on_one (Office *o, gconstpointer data)
{
  (void) data;
  as_service (o);
  set_object (o->a, paper ("art=\"beschlussvorlage\" zustand=\"entwurf\"", "", ""));
  node_set (doc_root (o->a->objekt), "kennung", "entwurf-0001");
  node_set (doc_root (o->a->objekt), "entwurf", "entwurf-0001");
  put_aside (o);
  static const char *const to[] = { NULL, "entwurf-0001", "99999-99" };
  for (gsize i = 0; i < G_N_ELEMENTS (to); i++) {
    g_autoptr (Doc) d = incoming ("aenderungsantrag", "antragstext", to[i], NULL);
    g_autoptr (StepResult) r = check_in (o->a, d);
    assert_refused_by (r, "hauptpapier-genannt");
  }
}

/* A supplement with its own station at the Rat, named by the object. */
static void
put_child (Akte *a, const char *kennung, const char *art, const char *zustand, const char *state)
{
  Doc *d = paper ("art=\"antrag\"", "", RAT (""));
  xmlNode *root = doc_root (d), *kinder = vorlage_part (doc_root (a->objekt), "kinder");
  node_set (root, "kennung", kennung);
  node_set (root, "art", art);
  node_set (root, "zustand", zustand);
  node_set (vorlage_station (d, "r"), "zustand", state);
  xmlNode *kind = node_add (kinder, "kind");
  node_set (kind, "vorlage", kennung);
  node_set (kind, "art", art);
  put (a, d);
}

static xmlNode *
root_of (const Akte *a, const char *kennung)
{
  return doc_root (akte_doc (a, DOC_VORLAGE, kennung));
}

/* A paper on no agenda yet with one supplement open and one that was decided on. */
static Akte *
with_children (void)
{
  Akte *a = akte_with (IN_DELIBERATION, S ("r", "rat", "beschluss", DATED ("2021-09-23")));
  put_child (a, "00001-21-E1", "aenderungsantrag", "eingereicht", "terminiert");
  put_child (a, "00001-21-E2", "aenderungsantrag", "abgelehnt", "abgeschlossen");
  return a;
}

static void
assert_settled (const Akte *a)
{
  g_assert_true (node_is (root_of (a, "00001-21-E1"), "zustand", "erledigt"));
  g_assert_true (node_is (root_of (a, "00001-21-E1"), "erledigt-durch", "00001-21"));
  g_assert_true (
    node_is (vorlage_station (akte_doc (a, DOC_VORLAGE, "00001-21-E1"), "r"), "zustand", "entfallen"));
  g_assert_true (node_is (root_of (a, "00001-21-E2"), "zustand", "abgelehnt"));
  g_assert_null (node_get (root_of (a, "00001-21-E2"), "erledigt-durch"));
}

/* D5.8: a paper that is withdrawn takes along what is open on it, and nothing that was decided. */
static void
withdrawn_with_children (void)
{
  g_autoptr (Akte) a = with_children ();
  done (a, "zurueckziehen", "", "so");
  assert_settled (a);
}

/* The same where it is withdrawn in the sitting; taken off one agenda only, all go on. */
static void
withdrawn_in_the_sitting (void)
{
  g_autoptr (Akte) a = with_children ();
  done (a, "ergebnis", "station=r code=zurueckgezogen umfang=sitzung", "so");
  g_assert_true (node_is (root_of (a, "00001-21-E1"), "zustand", "eingereicht"));
  g_autoptr (Akte) b = with_children ();
  done (b, "ergebnis", "station=r code=zurueckgezogen umfang=ganz", "so");
  assert_settled (b);
}

/* -- answers -- */

static Akte *
question (const char *zustand, const char *stations)
{
  g_autofree char *attributes = g_strdup_printf ("art=\"anfrage\" zustand=\"%s\"", zustand);
  Akte *a = akte_with (attributes, stations);
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  return a;
}

#define TAKES_NOTE S ("r", "rat", "kenntnisnahme", "top=\"t1\" " ON_AGENDA ("rat", "2021-09-23"))

/* A question is answered by an answer, not by the word alone. */
static void
answered_needs_an_answer (void)
{
  g_autoptr (Akte) a = question ("in-beratung", TAKES_NOTE);
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beantwortet", NULL);
  assert_refused_by (r, "antwort-vorhanden");
  done (a, "beantworten", "muendlich=Fachbereich-1", NULL);
  assert_zustand (a, "in-beratung");
  done (a, "ergebnis", "station=r code=beantwortet", NULL);
  assert_zustand (a, "beantwortet");
}

static void
answered_by_a_paper (void)
{
  g_autoptr (Akte) a = question ("eingegangen", "");
  put_child (a, "00001-21-E1", "antwort", "eingegangen", "geplant");
  assert_input_refused_by (a, "beantworten", "", "antwort-genannt", "womit 00001-21 beantwortet ist");
  assert_input_refused_by (a, "beantworten", "vorlage=00001-21", "antwort-genannt",
                           "keine andere Drucksache");
  assert_input_refused_by (a, "beantworten", "vorlage=99999-99", "antwort-genannt",
                           "keine andere Drucksache");
  assert_input_refused_by (a, "beantworten", "vorlage=00001-21-E1 muendlich=ja", "antwort-genannt",
                           "beides");
  done (a, "beantworten", "vorlage=00001-21-E1", NULL);
  assert_zustand (a, "beantwortet");
  g_assert_true (
    node_is (node_path (doc_root (a->objekt), "antworten", "antwort"), "vorlage", "00001-21-E1"));
}

/* -- votes on what hangs on a paper -- */

/* The case of 18828-20: of three supplements one is rejected, one adopted, one not called; the main paper's outcome is
 * written on none of them. */
static void
rat_outcome_spreads_to_children (void)
{
  g_autoptr (Akte) a =
    rat_decides (S ("r", "rat", "beschluss", "top=\"t1\" " ON_AGENDA ("rat", "2021-09-23")));
  put_child (a, "00001-21-E1", "aenderungsantrag", "abgelehnt", "abgeschlossen");
  put_child (a, "00001-21-E5", "aenderungsantrag", "beschlossen", "abgeschlossen");
  put_child (a, "00001-21-E7", "aenderungsantrag", "eingereicht", "auf-to");
  put_child (a, "00001-21-E8", "liste", "eingegangen", "geplant");
  xmlNode *adopted =
    node_add (vorlage_station (akte_doc (a, DOC_VORLAGE, "00001-21-E5"), "r"), "ergebnis");
  node_set (adopted, "votum", "dafuer");
  g_autoptr (StepResult) r =
    step_text (a, "ergebnis", "station=r code=geaendert-beschlossen", NULL, "<p>Neu.</p>");
  assert_refused_by (r, "kinder-abgestimmt");
  g_assert_nonnull (strstr (refusal_of (r, "kinder-abgestimmt")->text, "über 00001-21-E7 abzustimmen"));
  g_autoptr (StepResult) as_it_was = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_objections (as_it_was, "kinder-abgestimmt aenderung-eingearbeitet");
  g_assert_nonnull (
    strstr (refusal_of (as_it_was, "aenderung-eingearbeitet")->text, "00001-21-E5 angenommen"));
  g_autoptr (StepResult) put_off = step (a, "ergebnis", "station=r code=vertagt", NULL);
  assert_taken (put_off);
  g_autoptr (StepResult) done_so =
    step_text (a, "ergebnis", "station=r code=geaendert-beschlossen", "so", "<p>Neu.</p>");
  assert_taken (done_so);
  g_assert_cmpuint (done_so->neu->len, ==, 1); /* no child is written */
  g_assert_true (node_is (doc_root (result_doc (done_so)), "zustand", "geaendert-beschlossen"));
  node_set (root_of (a, "00001-21-E7"), "zustand", "erledigt");
  g_autoptr (StepResult) unchanged = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (unchanged, "aenderung-eingearbeitet");
}

/* A committee is asked only for what lies before it. */
static void
committee_votes_on_its_own (void)
{
  g_autoptr (Akte) a =
    rat_decides (S ("s1", "ha", "empfehlung", "top=\"t1\" " ON_AGENDA ("ha", "2021-09-23")) RAT (""));
  put_child (a, "00001-21-E1", "aenderungsantrag", "eingereicht", "auf-to");
  node_set (doc_root (akte_doc (a, DOC_SITZUNG, "ha/2021-09-23")), "zustand", "eroeffnet");
  done (a, "ergebnis", "station=s1 code=empfohlen", NULL);
}

/* -- the text on its way -- */

#define KEPT                                                                                            \
  "<fassungen><fassung nr=\"1\" am=\"2021-08-19\" anlass=\"freigeben\" stand=\"2\"/></fassungen>"

/* Two bodies before the Rat; @ranks: those of the two. */
static Akte *
two_bodies (const char *first, const char *second)
{
  g_autofree char *stations =
    g_strdup_printf (S ("s1", "apod", "empfehlung",
                        "folge=\"%s\" top=\"t1\" " ON_AGENDA ("apod", "2021-09-02"))
                       S ("s2", "afbl", "empfehlung",
                          "folge=\"%s\" top=\"t1\" " ON_AGENDA ("afbl", "2021-09-16"))
                         S ("r", "rat", "beschluss",
                            "folge=\"9\" top=\"t1\" " ON_AGENDA ("rat", "2021-09-23")),
                     first, second);
  Akte *a = akte_with (IN_DELIBERATION, stations);
  set_object (a, paper (IN_DELIBERATION, KEPT, stations));
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "afbl", "2021-09-16T15:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  return a;
}

static void
changes (Akte *a, const char *values, const char *text)
{
  g_autoptr (StepResult) r = step_text (a, "ergebnis", values, NULL, text);
  assert_taken (r);
  g_assert_cmpuint (r->refusals->len, ==, 0);
  keep (a, r);
}

/* "text=origin|...": the text in force, paragraph by paragraph. */
static void
assert_wording (const Akte *a, gint64 nr, const char *expected)
{
  gint64 found;
  g_autoptr (GPtrArray) parts = route_wording (a, a->objekt, &found);
  g_autoptr (GString) s = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++) {
    const WordingPart *p = parts->pdata[i];
    g_string_append_printf (s, "%s%s=%s", i ? "|" : "", p->text, p->quelle);
  }
  g_assert_cmpstr (s->str, ==, expected);
  g_assert_cmpint (found, ==, nr);
}

static const xmlNode *
fassung_of (const Akte *a, const char *station)
{
  return node_find (node_child (doc_root (a->objekt), "fassungen"), "fassung", "station", station);
}

/* D5.6: the text of a committee is a Fassung with it as its author, and the next body's basis; the original stays. */
static void
d5_6_changed_recommendation (void)
{
  g_autoptr (Akte) a = two_bodies ("1", "2");
  assert_wording (a, 1, "Der Rat beschließt.=00001-21");
  changes (a, "station=s1 code=geaendert-empfohlen",
           "<p>Der Rat beschließt.</p><ol><li>Halbjährlich.</li></ol>");
  g_assert_true (node_is (fassung_of (a, "s1"), "gremium", "apod"));
  g_assert_true (node_is (fassung_of (a, "s1"), "grundlage", "1"));
  assert_wording (a, 2, "Der Rat beschließt.=00001-21|Halbjährlich.=s1");
  changes (a, "station=s2 code=geaendert-empfohlen",
           "<p>Der Rat beschließt.</p><ol><li>Halbjährlich.</li><li>Ab 2022.</li></ol>");
  g_assert_true (node_is (fassung_of (a, "s2"), "grundlage", "2"));
  changes (a, "station=r code=beschlossen", NULL);
  g_assert_true (node_is (node_child (station (a, "r"), "ergebnis"), "fassung", "3"));
  assert_wording (a, 3, "Der Rat beschließt.=00001-21|Halbjährlich.=s1|Ab 2022.=s2");
}

static void
d5_6_original_stays (void)
{
  g_autoptr (Akte) a = two_bodies ("1", "2");
  changes (a, "station=s1 code=geaendert-empfohlen", "<p>Anders.</p>");
  changes (a, "station=s2 code=empfohlen", NULL);
  assert_input_refused_by (a, "ergebnis", "station=r code=beschlossen fassung=7", "fassung-bekannt",
                           "00001-21 hat keine Fassung 7");
  changes (a, "station=r code=beschlossen fassung=1", NULL);
  assert_wording (a, 1, "Der Rat beschließt.=00001-21");
}

/* Bodies of one rank change the text each for itself: the Rat is asked on which it votes. */
static void
d5_6_conflict (void)
{
  g_autoptr (Akte) a = two_bodies ("1", "1");
  changes (a, "station=s1 code=geaendert-empfohlen", "<p>So.</p>");
  changes (a, "station=s2 code=geaendert-empfohlen", "<p>Anders.</p>");
  g_assert_true (node_is (fassung_of (a, "s2"), "grundlage", "1"));
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (r, "grundlage-eindeutig");
  g_assert_nonnull (strstr (refusal_of (r, "grundlage-eindeutig")->text, "2 von apod und 3 von afbl"));
  g_autoptr (StepResult) named = step (a, "ergebnis", "station=r code=beschlossen fassung=2", NULL);
  assert_taken (named);
  done (a, "grundlage-waehlen", "fassung=3", "so");
  done (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_wording (a, 3, "Anders.=s2");
}

/* D5.7: what an adopted supplement brings stays its own in the text. */
static void
d5_7_adopted_into_the_text (void)
{
  g_autoptr (Akte) a = two_bodies ("1", "2");
  put_child (a, "00001-21-E1", "aenderungsantrag", "beschlossen", "abgeschlossen");
  xmlNode *section = node_child (root_of (a, "00001-21-E1"), "abschnitt");
  node_set (section, "art", "antragstext");
  node_set_text (node_child (section, "p"), "Mit Bänken.");
  changes (a, "station=s1 code=empfohlen", NULL);
  changes (a, "station=s2 code=empfohlen", NULL);
  changes (a, "station=r code=geaendert-beschlossen",
           "<p>Der Rat beschließt.</p><p>Mit Bänken.</p><p>Bald.</p>");
  assert_wording (a, 2, "Der Rat beschließt.=00001-21|Mit Bänken.=00001-21-E1|Bald.=r");
}

/* -- what is public -- */

/* G10: nothing is public before the step, nothing nonpublic ever; what is taken back leaves its mark. */
static void
published (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (""));
  g_autoptr (StepResult) nothing = step (a, "veroeffentlichung-zuruecknehmen", "", "so");
  assert_refused_by (nothing, "ist-veroeffentlicht");
  done (a, "oeffentlichkeit-aendern", "oeffentlich=nein", "so");
  g_autoptr (StepResult) secret = step (a, "veroeffentlichen", "", "so");
  assert_refused_by (secret, "papier-oeffentlich");
  done (a, "oeffentlichkeit-aendern", "oeffentlich=ja", "so");
  done (a, "veroeffentlichen", "", NULL);
  g_assert_true (node_is (doc_root (a->objekt), "veroeffentlicht", "2021-09-23"));
  g_autoptr (StepResult) twice = step (a, "veroeffentlichen", "", "so");
  assert_refused_by (twice, "noch-nicht-veroeffentlicht");
  done (a, "veroeffentlichung-zuruecknehmen", "", "so");
  g_assert_null (node_get (doc_root (a->objekt), "veroeffentlicht"));
  g_assert_true (node_is (doc_root (a->objekt), "zurueckgenommen", "2021-09-23"));
  done (a, "veroeffentlichen", "", NULL);
  done (a, "oeffentlichkeit-aendern", "oeffentlich=nein", "so");
  g_assert_null (node_get (doc_root (a->objekt), "veroeffentlicht"));
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("papers/no-vote/mitteilung", "mitteilungsvorlage", mitteilung_has_no_vote);
  ADD ("papers/no-vote/stellungnahme", "stellungnahme", mitteilung_has_no_vote);
  ADD ("papers/no-vote/liste", "liste", mitteilung_has_no_vote);
  ADD ("papers/hangs/numbers-below", NULL, numbers_below);
  ADD ("papers/hangs/number-taken", NULL, number_below_taken);
  ADD ("papers/hangs/on-one", NULL, hangs_on_one);
  g_test_add_func ("/route/papers/withdrawn/d5-8", withdrawn_with_children);
  g_test_add_func ("/route/papers/withdrawn/in-the-sitting", withdrawn_in_the_sitting);
  g_test_add_func ("/route/papers/answer/needed", answered_needs_an_answer);
  g_test_add_func ("/route/papers/answer/paper", answered_by_a_paper);
  g_test_add_func ("/route/papers/rat-outcome-spreads-to-children", rat_outcome_spreads_to_children);
  g_test_add_func ("/route/papers/g10-published", published);
  g_test_add_func ("/route/papers/children/committee", committee_votes_on_its_own);
  g_test_add_func ("/route/papers/d5-6/changed-recommendation", d5_6_changed_recommendation);
  g_test_add_func ("/route/papers/d5-6/original-stays", d5_6_original_stays);
  g_test_add_func ("/route/papers/d5-6/conflict", d5_6_conflict);
  g_test_add_func ("/route/papers/d5-7/adopted-into-the-text", d5_7_adopted_into_the_text);
  return g_test_run ();
}
