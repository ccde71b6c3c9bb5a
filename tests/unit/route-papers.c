/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Every kind of paper: what comes in beside the Vorlage, what hangs on another paper and under which number, and what
 * becomes of it. */
#include "route-council.h"
#include "route-office.h"

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
  return g_test_run ();
}
