/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Refusals among each other: all that objects is named, what bars before what asks; who may override, with what
 * reason; what is left of an objection; and days, with bodies that hold sittings and one that holds none. */
#include "route-council.h"
#include "route/possible.h"

#define RELEASED "art=\"beschlussvorlage\" zustand=\"freigegeben\""

/* -- all of them, what bars first -- */

/* Everything that can stand against one result at once. */
#define ALL_WRONG "station=r code=geaendert-empfohlen ja=1 nein=2"
#define BARS "text-pflicht"
#define ASKS "vorlage-in-beratung ergebnis-zulaessig auf-tagesordnung vorberatung-abgeschlossen mehrheit"

static Akte *
all_wrong (void)
{
  Akte *a = akte_with (RELEASED, S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02"))
                                   S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eingeladen");
  return a;
}

static void
all_are_named (void)
{
  g_autoptr (Akte) a = all_wrong ();
  g_autofree char *before = written (a->objekt);
  g_autoptr (StepResult) r = step (a, "ergebnis", ALL_WRONG, NULL);
  assert_objections (r, BARS " " ASKS);
  g_assert_true (r->abgelehnt);
  acts (a, account ("freigabe", NULL, "freigabe", ""));
  g_autoptr (StepResult) stranger = step (a, "ergebnis", ALL_WRONG, "so war es");
  assert_objections (stranger, "rolle " BARS " " ASKS);
  g_autofree char *after = written (a->objekt);
  g_assert_cmpstr (before, ==, after);
}

/* A reason helps against what asks; the step stays refused for what bars. */
static void
reason_against_some (void)
{
  g_autoptr (Akte) a = all_wrong ();
  g_autoptr (StepResult) r = step (a, "ergebnis", ALL_WRONG, "so war es");
  assert_objections (r, BARS " " ASKS);
  g_assert_true (r->abgelehnt);
  for (guint i = 0; i < r->refusals->len; i++) {
    const Refusal *f = r->refusals->pdata[i];
    g_assert_true (f->uebergangen == f->fragt);
    g_assert_true (f->fragt == (i >= 1));
  }
}

static void
reason_against_all (void)
{
  g_autoptr (Akte) a = all_wrong ();
  g_autoptr (StepResult) r = step_text (a, "ergebnis", "station=r code=geaendert-empfohlen ja=1 nein=2",
                                        "so war es", "<p>Neu.</p>");
  assert_taken (r);
  assert_objections (r, ASKS);
  xmlNode *result = node_child (vorlage_station (result_doc (r), "r"), "ergebnis");
  g_assert_cmpuint (node_count (result, "einwand"), ==, 5);
}

/* Rights and state: whoever corrects one of them does not want to meet the other afterwards. */
static void
rights_in_a_wrong_state (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
  acts (a, account ("revision", NULL, "revision", ""));
  g_autoptr (StepResult) r = step (a, "einreichen", "", NULL);
  assert_objections (r, "rolle zustand");
  g_assert_nonnull (strstr (refusal_of (r, "rolle")->text, "„beim Sitzungsdienst einreichen“"));
  a->fuer = account ("sitzungsdienst", NULL, "sitzungsdienst", "");
  g_autoptr (StepResult) unnamed = step (a, "einreichen", "", NULL);
  assert_objections (unnamed, "vertretung zustand");
  g_clear_pointer (&a->fuer, doc_unref);
  /* In one state it is the Sachbearbeitung's step, in another the Sitzungsdienst's: here the state is wrong. */
  node_set (doc_root (a->objekt), "zustand", "beschlossen");
  acts (a, account ("sachbearbeitung", NULL, "sachbearbeitung", ""));
  g_autoptr (StepResult) late =
    step (a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", "so");
  assert_refused_by (late, "zustand");
}

static void
all_that_is_wrong_in_a_file (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
  acts (a, account ("sachbearbeitung", NULL, "sachbearbeitung", ""));
  g_autoptr (Doc) d =
    paper ("art=\"beschlussvorlage\"", "<mitzeichnung><zeichner stelle=\"fb-99\"/></mitzeichnung>",
           "<station gremium=\"rad\" zustaendigkeit=\"beschluss\"/>");
  set_object (a, NULL);
  assert_bad_file (a, d, "das Gremium „rad“ (Zeile 1)");
  assert_bad_file (a, d, "Unbekannte Stelle: fb-99 (Zeile 1)");
  assert_bad_file (a, d, "ratsweg liste gremien");
  assert_bad_file (a, d, "die Stelle zuerst einlesen");
}

/* -- who, and with what reason -- */

static void
blanks_are_no_reason (void)
{
  static const char *const blanks[] = { NULL, "", " ", " \t\n ", "\302\240\342\200\203" };
  g_autoptr (Akte) a =
    rat_decides (S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")));
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++) {
    g_autoptr (StepResult) asked = step (a, "ergebnis", "station=r code=beschlossen", blanks[i]);
    assert_refused_by (asked, "vorberatung-abgeschlossen");
    g_autoptr (StepResult) needed = step (a, "station-streichen", "station=s1", blanks[i]);
    assert_refused_by (needed, "grund");
  }
  g_autoptr (StepResult) short_one = step (a, "ergebnis", "station=r code=beschlossen", " x ");
  assert_taken (short_one);
}

static void
who_is_named (void)
{
  g_autoptr (Akte) a = all_wrong ();
  g_autoptr (StepResult) r = step (a, "ergebnis", ALL_WRONG, NULL);
  for (guint i = 0; i < r->refusals->len; i++) {
    const Refusal *f = r->refusals->pdata[i];
    g_test_message ("%s", f->abhilfe);
    g_assert_true ((strstr (f->abhilfe, "Übergehen darf die Rolle Sitzungsdienst") != NULL) == f->fragt);
  }
}

/* The sentence names the account whose rights were asked, and the day on which somebody acts. */
static void
for_another (void)
{
  g_autoptr (Akte) a = akte_on ("2021-09-23");
  g_free (a->tag);
  a->tag = g_strdup ("2021-09-01");
  set_object (a, paper (IN_DELIBERATION, "", ""));
  acts (a, account ("revision", NULL, "revision",
                    "<vertretung fuer=\"freigabe\" ab=\"2021-09-01\" bis=\"2021-09-22\"/>"));
  a->fuer = account ("freigabe", NULL, "freigabe", "");
  g_autoptr (StepResult) r =
    step (a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", "so");
  g_assert_nonnull (strstr (refusal_of (r, "rolle")->text,
                            "steht dem Konto freigabe nicht zu: es hat die Rolle Freigabe."));
  g_assert_nonnull (strstr (refusal_of (r, "vertretung")->text,
                            "Das Konto revision vertritt freigabe am 23.09.2021 nicht."));
}

static const Possible *
possible_of (const GPtrArray *all, const char *schritt)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const Possible *) all->pdata[i])->schritt, schritt))
      return all->pdata[i];
  g_assert_not_reached ();
}

/* Possible with a reason is only what the account itself may override. */
static void
possible_with_a_reason (gconstpointer data)
{
  const char *rolle = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  acts (a, account ("konto", NULL, rolle, ""));
  g_autoptr (GPtrArray) all = route_possible (a, &error);
  g_assert_no_error (error);
  const Possible *p = possible_of (all, "zurueckziehen");
  g_assert_false (p->moeglich);
  g_assert_true (p->mit_grund == g_str_equal (rolle, "sitzungsdienst"));
  g_assert_cmpstr (((const Refusal *) p->refusals->pdata[0])->waechter, ==, "nicht-auf-tagesordnung");
  g_assert_false (possible_of (all, "vorlegen")->mit_grund);
  g_assert_false (possible_of (all, "station-hinzufuegen")->mit_grund);
}

/* -- what is left of an objection -- */

static xmlNode *
assert_einwand (const Doc *d, guint index, guint count, const char *regel, const char *schritt)
{
  xmlNode *n = node_child (doc_root (d), "einwand");
  g_assert_cmpuint (node_count (doc_root (d), "einwand"), ==, count);
  for (guint i = 0; i < index; i++)
    n = node_next (n, "einwand");
  g_assert_cmpstr (node_get (n, "regel"), ==, regel);
  g_assert_cmpstr (node_get (n, "schritt"), ==, schritt);
  g_assert_cmpstr (node_get (n, "am"), ==, "2021-09-23");
  return n;
}

static void
assert_text (const xmlNode *n, const Refusal *f)
{
  g_autofree char *text = node_text (n);
  g_assert_cmpstr (text, ==, f->text);
}

/* With a sitting, in the order in which it was overridden; and the way of the document goes on. */
static void
kept_with_a_sitting (void)
{
  g_autoptr (Akte) a = akte_with ("art=\"beschlussvorlage\" zustand=\"eingereicht\"",
                                  S ("r", "rat", "beschluss", DATED ("2021-09-23")));
  Doc *p = a->objekt;
  a->objekt = NULL;
  put (a, p);
  put_sitting (a, "rat", "2021-09-23T15:00", "geplant");
  set_object (a, doc_ref (akte_doc (a, DOC_SITZUNG, "rat/2021-09-23")));
  xmlNode *sent = node_add (doc_root (a->objekt), "einladung");
  node_set (sent, "version", "1");
  node_set (sent, "am", "2021-09-10");
  node_set (sent, "stand", "1");
  node_set (sent, "sha256", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
  node_set (doc_root (a->objekt), "zustand", "eingeladen");
  g_autoptr (StepResult) r = step (a, "aufnehmen", "vorlage=00001-21", "Nachtrag");
  assert_taken (r);
  assert_text (assert_einwand (result_doc (r), 0, 1, "G5", "aufnehmen"),
               refusal_of (r, "einladung-noch-nicht-versandt"));
  keep (a, r);
  done (a, "nachtrag", "", NULL);
  done (a, "eroeffnen", "um=15:00", NULL);
  done (a, "schliessen", "um=18:00", NULL);
  assert_einwand (a->objekt, 0, 1, "G5", "aufnehmen");
}

static void
kept_with_a_paper (void)
{
  static const char *const to[] = { "Archiv", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Akte) a = rat_decides (RAT (RANK ("1")));
  g_autoptr (StepResult) r = step (a, "zurueckziehen", "", "erledigt");
  assert_taken (r);
  assert_text (assert_einwand (result_doc (r), 0, 1, "nicht-auf-tagesordnung", "zurueckziehen"),
               refusal_of (r, "nicht-auf-tagesordnung"));
  keep (a, r);
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "x", -1);
  g_autofree char *values = g_strdup_printf ("stueck=vorlage sicht=intern stand=4 weg=Post datei=a.odt "
                                             "inhalt=%s sha256=%s",
                                             hex, hex);
  g_autoptr (GHashTable) werte = values_of (values);
  StepRequest issue = { .schritt = "ausgeben", .werte = werte, .an = to };
  g_autoptr (StepResult) issued = route_step (a, &issue, &error);
  g_assert_no_error (error);
  assert_taken (issued);
  assert_einwand (result_doc (issued), 0, 1, "nicht-auf-tagesordnung", "zurueckziehen");
}

/* Where a result has it, it does not stand a second time. */
static void
kept_with_a_result (void)
{
  g_autoptr (Akte) a =
    rat_decides (S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")));
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", "Dringlichkeit");
  assert_taken (r);
  xmlNode *result = node_child (vorlage_station (result_doc (r), "r"), "ergebnis");
  assert_text (node_child (result, "einwand"), refusal_of (r, "vorberatung-abgeschlossen"));
  g_assert_null (node_child (doc_root (result_doc (r)), "einwand"));
}

/* -- days (G13) -- */

/* A body's day is a sitting of its own; one that holds none takes any day. */
static void
days (gconstpointer data)
{
  static const struct {
    const char *gremium, *day;
    gboolean fits;
  } cases[] = {
    { "rat", "2021-09-30", TRUE },  { "rat", "2021-10-01", FALSE }, { "apod", "2021-09-30", FALSE },
    { "apod", "2021-10-07", TRUE }, { "ha", "2021-10-07", FALSE },  { "ob", "2021-09-30", TRUE },
    { "ob", "2021-10-02", TRUE },   { "ob", "2021-12-26", TRUE },
  };
  const char *how = data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean submits = g_str_equal (how, "einreichen"), moves = g_str_equal (how, "station-verlegen");
    g_autofree char *s =
      g_strdup_printf ("<station gremium=\"%s\" zustaendigkeit=\"beschluss\" id=\"x\" %s%s%s/>",
                       cases[i].gremium, submits ? "termin=\"" : "", submits ? cases[i].day : "",
                       submits ? "\"" : "");
    g_autoptr (Akte) a = akte_with (RELEASED, s);
    put_sitting (a, "rat", "2021-09-30T15:00", "geplant");
    put_sitting (a, "apod", "2021-10-07T15:00", "geplant");
    g_autofree char *werte = submits ? g_strdup ("")
                             : moves ? g_strdup_printf ("station=x termin=%s", cases[i].day)
                                     : g_strdup_printf ("gremium=%s zustaendigkeit=empfehlung termin=%s",
                                                        cases[i].gremium, cases[i].day);
    g_test_message ("%s %s", cases[i].gremium, cases[i].day);
    g_autoptr (StepResult) r = step (a, how, werte, submits ? NULL : "so");
    if (cases[i].fits)
      assert_taken (r);
    else
      assert_refused_by (r, submits ? "termin-ist-sitzung" : "genannter-termin-ist-sitzung");
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/refusals/all", all_are_named);
  g_test_add_func ("/route/refusals/reason-against-some", reason_against_some);
  g_test_add_func ("/route/refusals/reason-against-all", reason_against_all);
  g_test_add_func ("/route/refusals/rights-and-state", rights_in_a_wrong_state);
  g_test_add_func ("/route/refusals/file", all_that_is_wrong_in_a_file);
  g_test_add_func ("/route/override/blanks", blanks_are_no_reason);
  g_test_add_func ("/route/override/who", who_is_named);
  g_test_add_func ("/route/override/for-another", for_another);
  g_test_add_data_func ("/route/override/possible-service", "sitzungsdienst", possible_with_a_reason);
  g_test_add_data_func ("/route/override/possible-releaser", "freigabe", possible_with_a_reason);
  g_test_add_func ("/route/objection/sitting", kept_with_a_sitting);
  g_test_add_func ("/route/objection/paper", kept_with_a_paper);
  g_test_add_func ("/route/objection/result", kept_with_a_result);
  g_test_add_data_func ("/route/days/submit", "einreichen", days);
  g_test_add_data_func ("/route/days/add", "station-hinzufuegen", days);
  g_test_add_data_func ("/route/days/move", "station-verlegen", days);
  return g_test_run ();
}
