/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The Beschlusskontrolle: orders that come from decisions, what they wait for, and what the body is told. */
#include "route-council.h"

#define DECIDED(id, gremium, code)                                                                      \
  "<station gremium=\"" gremium "\" zustaendigkeit=\"beschluss\" id=\"" id                              \
  "\" termin=\"2021-09-23\" zustand=\"abgeschlossen\"><ergebnis code=\"" code                           \
  "\" am=\"2021-09-23\" votum=\"dafuer\"/></station>"
#define DONE "art=\"beschlussvorlage\" zustand=\"beschlossen\""

static void
put_offices (Akte *a)
{
  put (a, document ("<zaehler " NS
                    " kennung=\"auftraege\" muster=\"A-{jjjj}-{nr:4}\" naechste=\"42\" stand=\"1\"/>"));
  put (a, document ("<stelle " NS
                    " kennung=\"fb-1\" art=\"fachbereich\" stand=\"1\"><name>FB 1</name></stelle>"));
  put (a, document ("<stelle " NS
                    " kennung=\"fb-2\" art=\"fachbereich\" stand=\"1\"><name>FB 2</name></stelle>"));
}

static Akte *
after_decision (const char *attributes, const char *stations)
{
  Akte *a = akte_with (attributes, stations);
  put_offices (a);
  return a;
}

/* The n-th order among what a step made; NULL if there is none. */
static Doc *
order_in (const StepResult *r, guint n)
{
  for (guint i = 0; i < r->neu->len; i++) {
    Doc *d = ((StepDoc *) r->neu->pdata[i])->doc;
    if (doc_art (d) == DOC_AUFTRAG && n-- == 0)
      return d;
  }
  return NULL;
}

static char *
text_of (const Doc *d, const char *child)
{
  return node_child_text (doc_root (d), child);
}

/* -- from a decision -- */

static void
two_offices (void)
{
  g_autoptr (Akte) a = after_decision (DONE, DECIDED ("r", "rat", "beschlossen"));
  g_autoptr (StepResult) r =
    step (a, "beauftragen", "station=r amt=fb-1,fb-2 text=Berichten frist=2022-06-30 ziffern=1,3", NULL);
  assert_taken (r);
  Doc *first = order_in (r, 0), *second = order_in (r, 1);
  g_assert_null (order_in (r, 2));
  g_assert_cmpstr (doc_kennung (first), ==, "A-2021-0042");
  g_assert_cmpstr (doc_kennung (second), ==, "A-2021-0043");
  const xmlNode *source = node_child (doc_root (first), "beschluss");
  g_assert_cmpstr (node_get (source, "vorlage"), ==, "00001-21");
  g_assert_cmpstr (node_get (source, "station"), ==, "r");
  g_assert_cmpstr (node_get (source, "gremium"), ==, "rat");
  g_assert_cmpstr (node_get (source, "am"), ==, "2021-09-23");
  g_assert_cmpstr (node_get (source, "ziffern"), ==, "1 3");
  g_assert_cmpstr (node_get (doc_root (first), "art"), ==, "beschluss");
  g_assert_cmpstr (node_get (doc_root (first), "zustand"), ==, "offen");
  g_autofree char *amt = text_of (second, "amt"), *frist = text_of (second, "frist");
  g_assert_cmpstr (amt, ==, "fb-2");
  g_assert_cmpstr (frist, ==, "2022-06-30");
  keep (a, r);
  g_assert_cmpstr (node_get (station (a, "r"), "auftrag"), ==, "erteilt");
}

static void
wrong_office (void)
{
  g_autoptr (Akte) a = after_decision (DONE, DECIDED ("r", "rat", "beschlossen"));
  assert_input_refused_by (a, "beauftragen", "station=r amt=fb-9 text=x", "auftrag-richtig", "„fb-9“");
  assert_input_refused_by (a, "beauftragen", "station=r amt=fb-1,fb-1 text=x", "auftrag-richtig",
                           "die Stelle „fb-1“");
  assert_input_refused_by (a, "beauftragen", "station=r amt=fb-1 text=x art=wunsch", "auftrag-richtig",
                           "die Auftragsart „wunsch“");
}

/* What a body did can be recorded with a reason: a Prüfauftrag from a recommendation. */
static void
no_decision (void)
{
  g_autoptr (Akte) a =
    after_decision (IN_DELIBERATION, S ("s1", "apod", "empfehlung", DATED ("2021-09-02"))
                                       DECIDED ("r", "rat", "vertagt"));
  g_autoptr (StepResult) no = step (a, "beauftragen", "station=r amt=fb-1 text=x", NULL);
  assert_refused_by (no, "beschluss-gefasst");
  g_autoptr (StepResult) open = step (a, "beauftragen", "station=s1 amt=fb-1 text=x", NULL);
  assert_refused_by (open, "beschluss-gefasst");
  g_autoptr (StepResult) yes =
    step (a, "beauftragen", "station=r amt=fb-1 text=x art=pruefauftrag", "Der Rat bat darum.");
  assert_taken (yes);
  g_assert_cmpstr (node_get (doc_root (order_in (yes, 0)), "art"), ==, "pruefauftrag");
}

/* An Anfrage is to be answered before anybody decides anything. */
static void
question (void)
{
  g_autoptr (Akte) a = after_decision ("art=\"anfrage\" zustand=\"eingegangen\"",
                                       S ("s1", "apod", "kenntnisnahme", DATED ("2021-09-02")));
  g_autoptr (StepResult) r = step (a, "beauftragen", "station=s1 amt=fb-1 text=Antworten", NULL);
  assert_taken (r);
  g_assert_cmpstr (node_get (doc_root (order_in (r, 0)), "art"), ==, "anfrage");
}

static void
single_ziffern (void)
{
  g_autoptr (Akte) a = after_decision (
    "art=\"beschlussvorlage\" zustand=\"teilweise-beschlossen\"",
    "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"r\" termin=\"2021-09-23\" "
    "zustand=\"abgeschlossen\"><ergebnis code=\"teilweise\" am=\"2021-09-23\" votum=\"teilweise\">"
    "<ziffer nr=\"1\" code=\"beschlossen\"/><ziffer nr=\"2\" code=\"abgelehnt\"/></ergebnis></station>");
  assert_input_refused_by (a, "beauftragen", "station=r amt=fb-1 text=x ziffern=1,2",
                           "ziffern-beschlossen", "Ziffer 2");
  g_autoptr (StepResult) r = step (a, "beauftragen", "station=r amt=fb-1 text=x ziffern=1", NULL);
  assert_taken (r);
}

/* -- decisions that charge the administration -- */

static Akte *
to_decide (const char *text)
{
  g_autofree char *file = g_strdup_printf (
    "<vorlage " NS
    " oeffentlich=\"ja\" kennung=\"00001-21\" stand=\"3\" naechste-id=\"20\" " IN_DELIBERATION
    "><kopf><datum>2021-08-19</datum></kopf><titel>Roadmap</titel>"
    "<abschnitt art=\"beschlussvorschlag\" id=\"a11\"><p>%s</p></abschnitt>"
    "<abschnitt art=\"begruendung\" id=\"a12\"><p>Die Verwaltung wurde früher beauftragt.</p></abschnitt>"
    "<beratungsfolge>%s</beratungsfolge></vorlage>",
    text, RAT ("folge=\"1\" "));
  Akte *a = after_decision (IN_DELIBERATION, "");
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  set_object (a, doc_from (file, "probe.xml"));
  return a;
}

static const char *
due_after (Akte *a, const char *code, const char *text)
{
  g_autofree char *werte = g_strdup_printf ("station=r code=%s", code);
  g_autoptr (StepResult) r = step_text (a, "ergebnis", werte, NULL, text);
  assert_taken (r);
  keep (a, r);
  return node_get (station (a, "r"), "auftrag");
}

static void
words (void)
{
  static const struct {
    const char *proposed, *code, *text, *due;
  } rows[] = {
    { "Der Rat nimmt zur Kenntnis und beauftragt die Verwaltung.", "beschlossen", NULL, "erwartet" },
    { "Die Verwaltung wird gebeten zu prüfen.", "beschlossen", NULL, "erwartet" },
    { "Der Rat beschließt die Satzung.", "beschlossen", NULL, NULL },
    { "Der Rat beauftragt die Verwaltung.", "abgelehnt", NULL, NULL },
    { "Der Rat beauftragt die Verwaltung.", "vertagt", NULL, NULL },
    { "Der Rat beauftragt die Verwaltung.", "geaendert-beschlossen", "<p>Nur zur Kenntnis.</p>", NULL },
    { "Nur zur Kenntnis.", "geaendert-beschlossen", "<p>Die Verwaltung wird beauftragt.</p>",
      "erwartet" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Akte) a = to_decide (rows[i].proposed);
    g_autofree char *fassung =
      rows[i].text
        ? g_strdup ("<fassungen><fassung nr=\"1\" am=\"2021-08-19\" anlass=\"freigabe\"/></fassungen>")
        : NULL;
    if (fassung) {
      g_autofree char *was = written (a->objekt);
      g_auto (GStrv) parts = g_strsplit (was, "<beratungsfolge>", 2);
      g_autofree char *with = g_strconcat (parts[0], fassung, "<beratungsfolge>", parts[1], NULL);
      set_object (a, doc_from (with, "probe.xml"));
    }
    g_test_message ("%s: %s", rows[i].code, rows[i].proposed);
    g_assert_cmpstr (due_after (a, rows[i].code, rows[i].text), ==, rows[i].due);
  }
}

static void
none_due (void)
{
  g_autoptr (Akte) a = to_decide ("Der Rat beauftragt die Verwaltung.");
  g_autoptr (Akte) b = after_decision (DONE, DECIDED ("r", "rat", "beschlossen"));
  g_autoptr (StepResult) not_due = step (b, "kein-auftrag", "station=r", "so");
  assert_refused_by (not_due, "auftrag-erwartet");
  due_after (a, "beschlossen", NULL);
  done (a, "kein-auftrag", "station=r", "nur die Ausführung der Satzung selbst");
  g_assert_cmpstr (node_get (station (a, "r"), "auftrag"), ==, "keiner");
}

/* -- its way -- */

static Doc *
an_order (const char *kennung, const char *attributes, const char *source, const char *rest)
{
  return document ("<auftrag " NS " kennung=\"%s\" art=\"beschluss\" oeffentlich=\"ja\" stand=\"1\" %s>"
                   "<beschluss vorlage=\"00001-21\" station=\"r\" gremium=\"rat\" am=\"2021-09-23\" %s/>"
                   "<datum>2021-09-24</datum><text>Berichten</text><amt>fb-1</amt>%s</auftrag>",
                   kennung, attributes, source, rest);
}

static Akte *
with_order (const char *day, const char *zustand, const char *source, Doc *take_paper)
{
  Akte *a = akte_on (day);
  g_autofree char *state = g_strdup_printf ("zustand=\"%s\"", zustand);
  put_body (a, "rat");
  put_body (a, "apod");
  put_offices (a);
  put (a, take_paper);
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  set_object (a, an_order ("A-2021-0001", state, source, ""));
  return a;
}

static Doc *
decided_paper (const char *zustand, const char *more)
{
  g_autofree char *attributes = g_strdup_printf ("art=\"beschlussvorlage\" zustand=\"%s\"", zustand);
  g_autofree char *stations = g_strconcat (DECIDED ("r", "rat", "beschlossen"), more, NULL);
  return paper (attributes, "", stations);
}

static void
whole_way (void)
{
  g_autoptr (Akte) a = with_order ("2021-10-01", "offen", "", decided_paper ("beschlossen", ""));
  put_sitting (a, "rat", "2021-10-01T15:00", "eroeffnet");
  done (a, "umsetzen", "text=begonnen", NULL);
  assert_zustand (a, "in-umsetzung");
  done (a, "fortschreiben", "text=halb intern=knapp", NULL);
  done (a, "frist-setzen", "frist=2022-01-31", "mehr Zeit");
  done (a, "abgeben", "amt=fb-2", "zuständig");
  done (a, "zuordnen", "massnahme=M-017", NULL);
  done (a, "erledigt-melden", "nachweis=00002-21", NULL);
  assert_zustand (a, "erledigt-gemeldet");
  done (a, "kenntnisnahme", "sitzung=rat/2021-10-01", NULL);
  assert_zustand (a, "erledigt");
  const xmlNode *root = doc_root (a->objekt);
  g_assert_cmpuint (node_count (root, "eintrag"), ==, 7);
  g_autofree char *frist = text_of (a->objekt, "frist"), *amt = text_of (a->objekt, "amt");
  g_autofree char *massnahme = text_of (a->objekt, "massnahme");
  g_assert_cmpstr (frist, ==, "2022-01-31");
  g_assert_cmpstr (amt, ==, "fb-2");
  g_assert_cmpstr (massnahme, ==, "M-017");
  const xmlNode *proof = node_find (root, "eintrag", "schritt", "erledigt-melden");
  g_autofree char *text = node_child_text (proof, "nachweis");
  g_assert_cmpstr (text, ==, "00002-21");
}

static void
put_off_and_back (void)
{
  g_autoptr (Akte) a = with_order ("2021-10-01", "offen", "", decided_paper ("beschlossen", ""));
  done (a, "zurueckstellen", "frist=2022-12-31", "erst nach dem Haushalt");
  assert_zustand (a, "zurueckgestellt");
  done (a, "wieder-aufnehmen", "", "Haushalt liegt vor");
  assert_zustand (a, "offen");
  done (a, "ueberholen", "", "durch Gesetz geregelt");
  assert_zustand (a, "ueberholt");
}

static void
proof (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Akte) a = with_order ("2021-10-01", "offen", "", decided_paper ("beschlossen", ""));
  g_autoptr (StepResult) blank = step (a, "erledigt-melden", "nachweis=", NULL);
  assert_refused_by (blank, "nachweis-vorhanden");
  g_assert_null (ask_step (a, "erledigt-melden", "", NULL, NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
}

/* Up to and on the last day of the time in which somebody may object, nothing is carried out. */
static void
objection_time (void)
{
  static const struct {
    const char *day;
    gboolean waits;
  } rows[] = { { "2021-09-24", TRUE }, { "2021-09-27", TRUE }, { "2021-09-28", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Akte) a = with_order (rows[i].day, "offen", "einspruch-bis=\"2021-09-27\"",
                                     decided_paper ("beschlossen", ""));
    g_autoptr (StepResult) begin = step (a, "umsetzen", "", NULL);
    g_autoptr (StepResult) end = step (a, "erledigt-melden", "nachweis=x", NULL);
    g_assert_cmpint (begin->abgelehnt, ==, rows[i].waits);
    g_assert_cmpint (end->abgelehnt, ==, rows[i].waits);
    if (rows[i].waits)
      assert_refused_by (begin, "einspruchsfrist-abgelaufen");
    g_autoptr (StepResult) note = step (a, "fortschreiben", "text=wartet", NULL);
    assert_taken (note);
  }
}

#define AGAIN(zustand, result)                                                                          \
  "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"r2\" zustand=\"" zustand                  \
  "\" nach=\"r\">" result "</station>"

/* § 54: what is suspended stands still until the body has decided once more. */
static void
suspended (void)
{
  g_autoptr (Akte) a =
    with_order ("2021-10-01", "in-umsetzung", "", decided_paper ("ausgesetzt", AGAIN ("geplant", "")));
  g_autoptr (StepResult) r = step (a, "erledigt-melden", "nachweis=x", NULL);
  assert_refused_by (r, "beschluss-nicht-ausgesetzt");
  g_assert_nonnull (strstr (refusal_of (r, "beschluss-nicht-ausgesetzt")->quelle, "§ 54"));
  g_autoptr (Akte) b =
    with_order ("2021-10-01", "in-umsetzung", "",
                decided_paper ("beschlossen", AGAIN ("abgeschlossen",
                                                     "<ergebnis code=\"beschlossen\" am=\"2021-09-30\" "
                                                     "votum=\"dafuer\"/>")));
  done (b, "erledigt-melden", "nachweis=x", NULL);
}

static void
undone (void)
{
  g_autoptr (Akte) a =
    with_order ("2021-10-01", "offen", "",
                decided_paper ("abgelehnt",
                               AGAIN ("abgeschlossen", "<ergebnis code=\"abgelehnt\" am=\"2021-09-30\" "
                                                       "votum=\"dagegen\"/>")));
  g_autoptr (StepResult) r = step (a, "umsetzen", "", NULL);
  assert_refused_by (r, "beschluss-gilt");
  g_autoptr (Akte) b = with_order ("2021-10-01", "offen", "", decided_paper ("aufgehoben", ""));
  g_autoptr (StepResult) s = step (b, "umsetzen", "", NULL);
  assert_refused_by (s, "beschluss-gilt");
  done (b, "ueberholen", "", "aufgehoben");
  assert_zustand (b, "ueberholt");
}

static void
note_taken_where (void)
{
  g_autoptr (Akte) a =
    with_order ("2021-10-01", "erledigt-gemeldet", "", decided_paper ("beschlossen", ""));
  put_sitting (a, "rat", "2021-10-01T15:00", "eingeladen");
  put_sitting (a, "apod", "2021-10-01T15:00", "eroeffnet");
  static const char *const named[] = { "sitzung=rat/2021-10-01", "sitzung=apod/2021-10-01",
                                       "sitzung=rat/2021-10-02" };
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++) {
    g_autoptr (StepResult) r = step (a, "kenntnisnahme", named[i], NULL);
    assert_refused_by (r, "sitzung-des-auftrags");
  }
}

/* -- what the body is told -- */

static Akte *
sitting_with_orders (void)
{
  static const struct {
    const char *kennung, *attributes;
  } orders[] = {
    { "A-1", "zustand=\"offen\"" },
    { "A-2", "zustand=\"erledigt-gemeldet\"" },
    { "A-3", "zustand=\"erledigt\" berichtet=\"ja\"" },
    { "A-4", "zustand=\"ueberholt\"" },
  };
  Akte *a = akte_on ("2021-10-01");
  put_body (a, "rat");
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  set_object (a, document ("<sitzung " NS " kennung=\"rat/2021-10-01\" gremium=\"rat\" stand=\"1\" "
                           "zustand=\"geplant\"><beginn>2021-10-01T15:00</beginn></sitzung>"));
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    put (a, an_order (orders[i].kennung, orders[i].attributes, "", ""));
  return a;
}

static const char *
told (const Akte *a, const char *kennung)
{
  return node_get (doc_root (akte_doc (a, DOC_AUFTRAG, kennung)), "berichtet");
}

static void
report (void)
{
  g_autoptr (Akte) a = sitting_with_orders ();
  g_autoptr (StepResult) r = step (a, "berichten", "", NULL);
  assert_taken (r);
  g_assert_cmpuint (r->neu->len, ==, 4); /* the sitting, and all but A-3 */
  keep (a, r);
  g_assert_cmpstr (told (a, "A-1"), ==, NULL);
  g_assert_cmpstr (told (a, "A-2"), ==, "ja");
  g_assert_cmpstr (told (a, "A-4"), ==, "ja");
  const xmlNode *line = node_child (doc_root (a->objekt), "auftragsbericht");
  g_assert_cmpstr (node_get (line, "offen"), ==, "1");
  g_assert_cmpstr (node_get (line, "erledigt"), ==, "2");
  g_autoptr (StepResult) again = step (a, "berichten", "", NULL);
  assert_taken (again);
  g_assert_cmpuint (again->neu->len, ==, 3); /* the sitting, A-1 and A-2: still nobody took note of it */
}

static void
nothing_to_report (void)
{
  g_autoptr (Akte) a = sitting_with_orders ();
  set_object (a, document ("<sitzung " NS " kennung=\"apod/2021-10-01\" gremium=\"apod\" stand=\"1\" "
                           "zustand=\"geplant\"><beginn>2021-10-01T15:00</beginn></sitzung>"));
  g_autoptr (StepResult) r = step (a, "berichten", "", NULL);
  assert_refused_by (r, "auftraege-vorhanden");
}

/* What goes on after it was reported as done is reported once more when it is done again. */
static void
taken_up_again (void)
{
  g_autoptr (Akte) a = with_order ("2021-10-01", "offen", "", decided_paper ("beschlossen", ""));
  set_object (a, an_order ("A-2021-0001", "zustand=\"erledigt\" berichtet=\"ja\"", "", ""));
  done (a, "wieder-aufnehmen", "", "es fehlt noch etwas");
  assert_zustand (a, "in-umsetzung");
  g_assert_null (node_get (doc_root (a->objekt), "berichtet"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/orders/two-offices", two_offices);
  g_test_add_func ("/route/orders/wrong-office", wrong_office);
  g_test_add_func ("/route/orders/no-decision", no_decision);
  g_test_add_func ("/route/orders/question", question);
  g_test_add_func ("/route/orders/ziffern", single_ziffern);
  g_test_add_func ("/route/orders/words", words);
  g_test_add_func ("/route/orders/none-due", none_due);
  g_test_add_func ("/route/orders/whole-way", whole_way);
  g_test_add_func ("/route/orders/put-off", put_off_and_back);
  g_test_add_func ("/route/orders/proof", proof);
  g_test_add_func ("/route/orders/objection-time", objection_time);
  g_test_add_func ("/route/orders/suspended", suspended);
  g_test_add_func ("/route/orders/undone", undone);
  g_test_add_func ("/route/orders/note-taken", note_taken_where);
  g_test_add_func ("/route/orders/report", report);
  g_test_add_func ("/route/orders/nothing-to-report", nothing_to_report);
  g_test_add_func ("/route/orders/taken-up-again", taken_up_again);
  return g_test_run ();
}
