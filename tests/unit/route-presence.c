/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Who is present, who may not take part, and whether the votes fit that: G7, G8, G17. */
#include "route-council.h"

#define M(person, klasse, more) "<person person=\"" person "\" klasse=\"" klasse "\" " more "/>"
/* Five with a vote, of whom d has left at 16:10 and e is not there; f advises. */
#define FIVE                                                                                            \
  M ("a", "mitglied", "")                                                                               \
  M ("b", "mitglied", "")                                                                               \
  M ("c", "mitglied", "")                                                                               \
  M ("d", "mitglied", "bis=\"16:10\"")                                                                  \
  M ("e", "mitglied", "fehlt=\"entschuldigt\"") M ("f", "beratend", "")

static Doc *
sitting (const char *body, const char *more, const char *attendance)
{
  return document (
    "<sitzung " NS " kennung=\"%s/2021-09-23\" gremium=\"%s\" stand=\"3\" zustand=\"eroeffnet\" "
    "naechste-id=\"9\"><beginn>2021-09-23T15:00</beginn>%s%s%s%s<tagesordnung>"
    "<top nummer=\"1\" id=\"t1\" oeffentlich=\"ja\"><titel>Eins</titel>"
    "<papier vorlage=\"00001-21\" station=\"r\"/><befangen person=\"c\" raum=\"verlassen\"/></top>"
    "<top nummer=\"2\" id=\"t2\" oeffentlich=\"nein\"><titel>Zwei</titel></top></tagesordnung></sitzung>",
    body, body, more, *attendance ? "<anwesenheit>" : "", attendance,
    *attendance ? "</anwesenheit>" : "");
}

/* The Rat decides at TOP 1, where c is befangen. */
static Akte *
decides (const char *more, const char *attendance)
{
  Akte *a = akte_with (IN_DELIBERATION,
                       S ("r", "rat", "beschluss", ON_AGENDA ("rat", "2021-09-23") " top=\"t1\""));
  put (a, sitting ("rat", more, attendance));
  return a;
}

#define DECIDED "station=r code=beschlossen "

static void
votes (const char *attendance, const char *figures, gboolean right)
{
  g_autoptr (Akte) a = decides ("", attendance);
  g_autofree char *werte = g_strconcat (DECIDED, figures, NULL);
  g_test_message ("%s", figures);
  g_autoptr (StepResult) r = step (a, "ergebnis", werte, NULL);
  if (right)
    assert_taken (r);
  else {
    assert_refused_by (r, "stimmen-vollstaendig");
    g_assert_cmpstr (refusal_of (r, "stimmen-vollstaendig")->regel, ==, "G8");
  }
}

/* G8: of five, one has left, one is absent, one befangen: two may vote.  At 16:00 it was three. */
static void
figures_fit_attendance (void)
{
  votes (FIVE, "ja=2 nein=0 enthaltung=0", TRUE);
  votes (FIVE, "ja=1 nein=0 enthaltung=1", TRUE);
  votes (FIVE, "ja=1 nein=0 enthaltung=0 ungueltig=1", TRUE);
  votes (FIVE, "ja=1 nein=0 enthaltung=0 nicht-abgestimmt=1", TRUE);
  votes (FIVE, "ja=1 nein=0 enthaltung=0", FALSE);
  votes (FIVE, "ja=3 nein=0 enthaltung=0", FALSE);
  votes (FIVE, "ja=2 nein=0 enthaltung=0 ungueltig=1", FALSE);
  votes (FIVE, "ja=3 nein=0 enthaltung=0 um=16:00", TRUE);
  votes (FIVE, "ja=3 nein=0 enthaltung=0 um=16:10", FALSE);
}

/* Nobody counts where not all figures are there, or nobody was recorded as present. */
static void
figures_alone (void)
{
  votes (FIVE, "ja=7 nein=1", TRUE);
  votes (FIVE, "wort=einstimmig", TRUE);
  votes ("", "ja=70 nein=1 enthaltung=0", TRUE);
}

static void
factions (void)
{
  g_autoptr (Akte) a = decides ("", "");
  g_autoptr (StepResult) r =
    step (a, "ergebnis", DECIDED "ja=5 nein=1 fraktionen=Rot:ja=3;Blau:ja=1,nein=1", NULL);
  assert_refused_by (r, "fraktionen-ergeben-summe");
  done (a, "ergebnis", DECIDED "fraktionen=Rot:ja=3;Blau:ja=1,nein=1", NULL);
  const xmlNode *v = node_path (station (a, "r"), "ergebnis", "stimmen");
  g_assert_cmpstr (node_get (v, "ja"), ==, "4");
  g_assert_cmpstr (node_get (v, "nein"), ==, "1");
  g_assert_cmpstr (node_get (node_find (v, "fraktion", "name", "Blau"), "nein"), ==, "1");
}

static void
factions_decide (void)
{
  g_autoptr (Akte) a = decides ("", "");
  g_autoptr (StepResult) r = step (a, "ergebnis", DECIDED "fraktionen=Rot:ja=3;Blau:nein=3", NULL);
  assert_refused_by (r, "mehrheit");
}

static void
by_name (void)
{
  g_autoptr (Akte) a = decides ("", FIVE);
  assert_input_refused_by (a, "ergebnis", DECIDED "namentlich=ja=a,a", "namentlich-richtig", "a");
  assert_input_refused_by (a, "ergebnis", DECIDED "namentlich=ja=a,e", "namentlich-richtig", "e");
  assert_input_refused_by (a, "ergebnis", DECIDED "namentlich=ja=a,f", "namentlich-richtig", "f");
  g_autoptr (StepResult) biased = step (a, "ergebnis", DECIDED "namentlich=ja=a,c", NULL);
  assert_refused_by (biased, "befangene-stimmen-nicht");
  done (a, "ergebnis", DECIDED "namentlich=ja=a,b", NULL);
  const xmlNode *v = node_path (station (a, "r"), "ergebnis", "stimmen");
  g_assert_cmpstr (node_get (v, "ja"), ==, "2");
  g_assert_cmpstr (node_get (v, "nein"), ==, "0");
  g_assert_cmpstr (node_get (node_find (v, "stimme", "person", "b"), "wahl"), ==, "ja");
}

static void
wrong_forms (void)
{
  static const char *const wrong[] = {
    "fraktionen=Rot",    "fraktionen=Rot:ja", "fraktionen=Rot:ja=viele", "fraktionen=:ja=1",
    "namentlich=a",      "namentlich=ja=",    "namentlich=vielleicht=a", "um=16",
    "nicht-abgestimmt=x"
  };
  g_autoptr (Akte) a = decides ("", FIVE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *werte = g_strconcat (DECIDED, wrong[i], NULL);
    g_test_message ("%s", wrong[i]);
    g_assert_null (ask_step (a, "ergebnis", werte, NULL, NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  }
}

/* The lot decides an election, and nothing else: a tie is a refusal. */
static void
lot (void)
{
  g_autoptr (Akte) a = decides ("", "");
  g_autoptr (GError) error = NULL;
  g_assert_null (ask_step (a, "ergebnis", DECIDED "los=ja", NULL, NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  done (a, "ergebnis", "station=r code=gewaehlt ja=4 nein=4 los=ja geheim=ja", NULL);
  g_assert_cmpstr (node_get (node_path (station (a, "r"), "ergebnis", "stimmen"), "los"), ==, "ja");
}

/* -- quorum -- */

static void
after_it_was_found_missing (void)
{
  g_autoptr (Akte) a = decides ("<beschlussunfaehig>2021-09-23T16:20</beschlussunfaehig>", "");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (r, "beschlussfaehig");
  g_assert_cmpstr (refusal_of (r, "beschlussfaehig")->regel, ==, "G7");
  done (a, "ergebnis", "station=r code=nicht-behandelt anlass=beschlussunfaehig", NULL);
  g_assert_cmpstr (node_get (node_child (after (a, "r"), "kennzeichen"), "art"), ==, "zweite-ladung");
}

/* The object is the sitting of a body of @members; it can be found to lack a quorum or not. */
static void
quorum (const char *body, const char *art, const char *members, const char *attendance, gboolean lacks)
{
  g_autoptr (Akte) a = akte_on ("2021-09-23");
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  put (a, document ("<gremium " NS " kennung=\"%s\" art=\"%s\" mitglieder=\"%s\" stand=\"1\">"
                    "<name>G</name></gremium>",
                    body, art, members));
  set_object (a, sitting (body, "", attendance));
  g_autoptr (StepResult) r = step (a, "beschlussunfaehig", "um=16:20", NULL);
  g_test_message ("%s of %s", body, members);
  if (lacks)
    assert_taken (r);
  else {
    assert_refused_by (r, "unfaehigkeit-belegt");
    g_assert_cmpstr (refusal_of (r, "unfaehigkeit-belegt")->regel, ==, "G7");
  }
}

/* More than half of the members by law; in a committee besides more members of the Rat than others. */
static void
quorum_by_body (void)
{
#define TWO M ("a", "mitglied", "") M ("b", "mitglied", "")
  quorum ("rat", "rat", "3", TWO, FALSE);
  quorum ("rat", "rat", "4", TWO, TRUE);
  quorum ("rat", "rat", "4", TWO M ("x", "beratend", ""), TRUE);
  quorum ("apod", "ausschuss", "5", TWO M ("s", "sb", ""), FALSE);
  quorum ("apod", "ausschuss", "7", TWO M ("s", "sb", "") M ("t", "sb", ""), TRUE);
  quorum ("apod", "ausschuss", "5", TWO M ("s", "sb", "") M ("t", "sb", ""), TRUE);
}

/* -- attendance -- */

static Akte *
in_sitting (const char *attendance)
{
  Akte *a = akte_on ("2021-09-23");
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  put (a, document ("<gremium " NS " kennung=\"rat\" art=\"rat\" stand=\"1\"><name>Rat</name>"
                    "<mitglied person=\"a\" stimme=\"ja\"/>"
                    "<mitglied person=\"b\" stimme=\"ja\" klasse=\"sb\" ab=\"2021-09-23\"/>"
                    "<mitglied person=\"c\" stimme=\"beratend\"/>"
                    "<mitglied person=\"d\" stimme=\"ja\" bis=\"2021-09-22\"/></gremium>"));
  put (a, document ("<person " NS " kennung=\"g\" stand=\"1\"><name>Gast A</name></person>"));
  set_object (a, sitting ("rat", "", attendance));
  return a;
}

static const xmlNode *
entry (const Akte *a, const char *person, guint nth)
{
  NODE_EACH (p, node_child (doc_root (a->objekt), "anwesenheit"), "person")
    if (node_is (p, "person", person) && nth-- == 0)
      return p;
  return NULL;
}

static void
all_at_the_beginning (void)
{
  g_autoptr (Akte) a = in_sitting ("");
  node_set (doc_root (a->objekt), "zustand", "eingeladen");
  done (a, "eroeffnen", "um=15:00", NULL);
  g_assert_cmpstr (node_get (entry (a, "a", 0), "klasse"), ==, "mitglied");
  g_assert_cmpstr (node_get (entry (a, "b", 0), "klasse"), ==, "sb");
  g_assert_cmpstr (node_get (entry (a, "c", 0), "klasse"), ==, "beratend");
  g_assert_null (entry (a, "d", 0));
}

static void
comes_and_goes (void)
{
  g_autoptr (Akte) a = in_sitting (M ("a", "mitglied", "") M ("b", "mitglied", ""));
  done (a, "anwesenheit", "person=a von=15:20", NULL);
  done (a, "anwesenheit", "person=a bis=16:10", NULL);
  done (a, "anwesenheit", "person=a von=17:00", NULL);
  g_assert_cmpstr (node_get (entry (a, "a", 0), "von"), ==, "15:20");
  g_assert_cmpstr (node_get (entry (a, "a", 0), "bis"), ==, "16:10");
  g_assert_cmpstr (node_get (entry (a, "a", 1), "von"), ==, "17:00");
  g_assert_null (node_get (entry (a, "a", 1), "bis"));
  done (a, "anwesenheit", "person=a fehlt=unentschuldigt", NULL);
  g_assert_cmpstr (node_get (entry (a, "a", 0), "fehlt"), ==, "unentschuldigt");
  g_assert_null (node_get (entry (a, "a", 0), "von"));
  g_assert_null (entry (a, "a", 1));
  done (a, "anwesenheit", "person=a,b fehlt=nein", NULL);
  g_assert_null (node_get (entry (a, "a", 0), "fehlt"));
}

static void
deputies_and_guests (void)
{
  g_autoptr (Akte) a = in_sitting (M ("a", "mitglied", "") M ("b", "mitglied", ""));
  assert_input_refused_by (a, "anwesenheit", "person=x klasse=gast", "personen-bekannt", "x");
  assert_input_refused_by (a, "anwesenheit", "person=g", "klasse-genannt", "Gast A");
  done (a, "anwesenheit", "person=g fuer=b", NULL);
  g_assert_cmpstr (node_get (entry (a, "g", 0), "klasse"), ==, "mitglied");
  g_assert_cmpstr (node_get (entry (a, "g", 0), "fuer"), ==, "b");
  g_assert_cmpstr (node_get (entry (a, "b", 0), "fehlt"), ==, "entschuldigt");
}

static void
befangen (void)
{
  g_autoptr (Akte) a = in_sitting (M ("a", "mitglied", ""));
  g_autoptr (StepResult) r = step (a, "befangen", "top=2 person=a raum=zuhoererraum", NULL);
  assert_refused_by (r, "befangene-verlassen-raum");
  g_assert_cmpstr (refusal_of (r, "befangene-verlassen-raum")->regel, ==, "G17");
  done (a, "befangen", "top=1 person=a raum=zuhoererraum", NULL);
  done (a, "befangen", "top=2 person=a", NULL);
  const xmlNode *agenda = node_child (doc_root (a->objekt), "tagesordnung");
  g_assert_cmpstr (node_get (node_find (node_child (agenda, "top"), "befangen", "person", "a"), "raum"),
                   ==, "zuhoererraum");
  g_assert_nonnull (node_find (node_find (agenda, "top", "id", "t2"), "befangen", "raum", "verlassen"));
}

static void
interrupted (void)
{
  g_autoptr (Akte) a = in_sitting ("");
  g_autoptr (GError) error = NULL;
  done (a, "unterbrechen", "um=17:00", NULL);
  assert_zustand (a, "unterbrochen");
  g_assert_null (ask_step (a, "fortsetzen", "um=16:59", NULL, NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  done (a, "fortsetzen", "um=17:20", NULL);
  assert_zustand (a, "eroeffnet");
  const xmlNode *n = node_child (doc_root (a->objekt), "unterbrechung");
  g_assert_cmpstr (node_get (n, "von"), ==, "2021-09-23T17:00");
  g_assert_cmpstr (node_get (n, "bis"), ==, "2021-09-23T17:20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  doc_library_init ();
  g_test_add_func ("/route/presence/figures", figures_fit_attendance);
  g_test_add_func ("/route/presence/figures-alone", figures_alone);
  g_test_add_func ("/route/presence/factions", factions);
  g_test_add_func ("/route/presence/factions-decide", factions_decide);
  g_test_add_func ("/route/presence/by-name", by_name);
  g_test_add_func ("/route/presence/wrong-forms", wrong_forms);
  g_test_add_func ("/route/presence/lot", lot);
  g_test_add_func ("/route/presence/quorum-missing", after_it_was_found_missing);
  g_test_add_func ("/route/presence/quorum", quorum_by_body);
  g_test_add_func ("/route/presence/beginning", all_at_the_beginning);
  g_test_add_func ("/route/presence/comes-and-goes", comes_and_goes);
  g_test_add_func ("/route/presence/deputies", deputies_and_guests);
  g_test_add_func ("/route/presence/befangen", befangen);
  g_test_add_func ("/route/presence/interrupted", interrupted);
  return g_test_run ();
}
