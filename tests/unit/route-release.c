/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A paper that is released and submitted: number, four eyes, deputies; Antrag and Anfrage, which need none of
 * that; number ranges and accounts. */
#include "route-office.h"

/* -- release and number -- */

static void
released (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  release (o);
  assert_zustand (o->a, "freigegeben");
  assert_nummer (o, "21874-21", "21875");
  xmlNode *list = node_child (doc_root (o->a->objekt), "fassungen");
  g_assert_cmpuint (node_count (list, "fassung"), ==, 1);
  g_assert_true (node_is (node_child (list, "fassung"), "nr", "1"));
  g_assert_true (node_is (doc_root (o->a->objekt), "entwurf", "entwurf-0001"));
}

static void
not_before_signed (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  submit (o);
  as_releaser (o);
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", "eilt");
  assert_refused_by (r, "zustand");
  g_assert_nonnull (strstr (refusal_of (r, "zustand")->text, "mitgezeichnet"));
  assert_nummer (o, "entwurf-0001", "21874");
}

/* The text is fixed; only taking the release back opens it again. */
static void
text_is_fixed (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  release (o);
  g_autoptr (StepResult) r = edit (o, "Darum geht es.", "Nein, darum.");
  assert_refused_by (r, "text-fest");
  g_assert_nonnull (strstr (refusal_of (r, "text-fest")->abhilfe, "freigabe-zuruecknehmen"));
}

/* Drawn once: the number survives the way back and is not drawn again. */
static void
number_survives (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  release (o);
  done (o->a, "freigabe-zuruecknehmen", "", "Fehler gefunden");
  assert_zustand (o->a, "entwurf");
  assert_signers (o, "oo");
  assert_nummer (o, "21874-21", "21875");
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  assert_nummer (o, "21874-21", "21875");
  xmlNode *list = node_child (doc_root (o->a->objekt), "fassungen");
  g_assert_cmpuint (node_count (list, "fassung"), ==, 2);
}

/* The year is the paper's, the number the range's. */
static void
number_of_another_year (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  edit_keep (o, "<datum>2021-08-19</datum>", "<datum>2022-01-03</datum>");
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  assert_nummer (o, "21874-22", "21875");
}

static void
no_range (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  for (guint i = 0; i < o->a->docs->len; i++)
    if (doc_art (o->a->docs->pdata[i]) == DOC_ZAEHLER)
      g_ptr_array_remove_index (o->a->docs, i--);
  as_releaser (o);
  g_autoptr (GError) error = NULL;
  g_assert_null (ask_step (o->a, "freigeben", "", NULL, NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "drucksachen"));
}

/* Four eyes: not the last one who changed the substance, by file or by command; editorial work by the
 * releaser is allowed. */
static void
four_eyes (Office *o, gconstpointer data)
{
  const char *how = data;
  sign_all (o);
  acts (o->a, account ("alles", NULL, "sachbearbeitung mitzeichnung freigabe", ""));
  if (g_str_equal (how, "editorial"))
    edit_keep (o, "Darum geht es.", "Darum geht es also.");
  else if (g_str_equal (how, "substance"))
    edit_keep (o, "Keine Kosten.", "Eine Million.");
  else
    done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  if (!g_str_equal (how, "editorial")) {
    sign_as (o, "fb-1");
    sign_as (o, "dezernat");
    acts (o->a, account ("alles", NULL, "sachbearbeitung mitzeichnung freigabe", ""));
  }
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", "eilt");
  if (g_str_equal (how, "editorial"))
    assert_taken (r);
  else
    assert_refused_by (r, "vier-augen");
}

/* -- submission -- */

static void
submission (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  edit_keep (o, "folge=\"1\"", "folge=\"1\" termin=\"2021-09-24\"");
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  as_clerk (o);
  g_autoptr (StepResult) r = step (o->a, "einreichen", "", NULL);
  assert_refused_by (r, "termin-ist-sitzung");
  g_assert_cmpstr (refusal_of (r, "termin-ist-sitzung")->regel, ==, "G13");
  as_service (o);
  xmlNode *n = node_path (doc_root (o->a->objekt), "beratungsfolge", "station");
  g_autofree char *values = g_strdup_printf ("station=%s termin=2021-09-23", node_get (n, "id"));
  done (o->a, "station-verlegen", values, "Termin berichtigt");
  as_clerk (o);
  done (o->a, "einreichen", "", NULL);
  assert_zustand (o->a, "eingereicht");
  n = node_path (doc_root (o->a->objekt), "beratungsfolge", "station");
  g_assert_true (node_is (n, "zustand", "terminiert"));
  g_assert_true (node_is (n, "sitzung", "rat/2021-09-23"));
}

static void
somebody_has_to_decide (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  edit_keep (o, "zustaendigkeit=\"beschluss\"", "zustaendigkeit=\"kenntnisnahme\"");
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  as_clerk (o);
  g_autoptr (StepResult) r = step (o->a, "einreichen", "", NULL);
  assert_refused_by (r, "entscheidung-vorgesehen");
  node_set (doc_root (o->a->objekt), "art", "mitteilungsvorlage");
  g_autoptr (StepResult) note = step (o->a, "einreichen", "", NULL);
  assert_taken (note);
}

/* -- deputies -- */

/* A deputy signs within the dates, and the trail's role is that of the represented account. */
static void
deputy (Office *o, gconstpointer data)
{
  static const struct {
    const char *from, *to;
    gboolean may;
  } cases[] = { { "2021-08-01", "2021-08-31", TRUE },
                { TODAY, TODAY, TRUE },
                { "2021-08-20", "2021-08-31", FALSE },
                { "2021-08-01", "2021-08-18", FALSE } };
  (void) data;
  begin (o);
  submit (o);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *deputises =
      g_strdup_printf ("<vertretung fuer=\"leitung-fb-1\" ab=\"%s\" bis=\"%s\"/>", cases[i].from,
                       cases[i].to);
    acts (o->a, account ("vertretung", "fb-2", "revision", deputises));
    o->a->fuer = account ("leitung-fb-1", "fb-1", "mitzeichnung", "");
    g_autoptr (StepResult) r = step (o->a, "mitzeichnen", "", NULL);
    if (cases[i].may) {
      assert_taken (r);
      g_assert_cmpstr (r->rolle, ==, "mitzeichnung");
    } else {
      assert_refused_by (r, "vertretung");
      g_assert_nonnull (strstr (refusal_of (r, "vertretung")->text, "leitung-fb-1"));
    }
    g_clear_pointer (&o->a->fuer, doc_unref);
  }
}

static void
deputy_of_another (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  submit (o);
  acts (o->a, account ("vertretung", "fb-1", "mitzeichnung",
                       "<vertretung fuer=\"jemand\" ab=\"2021-01-01\" bis=\"2021-12-31\"/>"));
  o->a->fuer = account ("leitung-fb-1", "fb-1", "mitzeichnung", "");
  g_autoptr (StepResult) r = step (o->a, "mitzeichnen", "", NULL);
  assert_refused_by (r, "vertretung");
}

/* Four eyes see both: who acts, and for whom. */
static void
deputy_does_not_help (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  acts (o->a, account ("sachbearbeitung", "fb-1", "sachbearbeitung",
                       "<vertretung fuer=\"freigabe\" ab=\"2021-01-01\" bis=\"2021-12-31\"/>"));
  o->a->fuer = account ("freigabe", NULL, "freigabe", "");
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", NULL);
  assert_refused_by (r, "vier-augen");
}

/* -- Antrag and Anfrage -- */

static const char motion_text[] =
  "<vorlage " NS " art=\"%s\" oeffentlich=\"ja\">"
  "<kopf><antragsteller>Fraktion Blau</antragsteller><datum>2021-08-19</datum>"
  "<eingang>2021-08-19T09:30</eingang></kopf><titel>Mehr Bänke</titel>"
  "<abschnitt art=\"%s\"><p>Es sollen Bänke her.</p></abschnitt>"
  "<beratungsfolge><station gremium=\"rat\" zustaendigkeit=\"%s\" folge=\"1\" termin=\"2021-09-23\"/>"
  "</beratungsfolge></vorlage>";

static Doc *
motion (const char *art)
{
  gboolean question = g_str_equal (art, "anfrage");
  return document (motion_text, art, question ? "fragen" : "antragstext",
                   question ? "kenntnisnahme" : "beschluss");
}

/* Enters with its number; nobody signs or releases it; the text cannot be touched again. */
static void
enters (Office *o, gconstpointer data)
{
  g_autoptr (Doc) d = motion (data);
  as_service (o);
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
  assert_zustand (o->a, "eingegangen");
  assert_nummer (o, "21874-21", "21875");
  g_assert_cmpuint (node_count (node_child (doc_root (o->a->objekt), "fassungen"), "fassung"), ==, 1);
  g_autoptr (StepResult) touched = edit (o, "Es sollen Bänke her.", "Es sollen Stühle her.");
  assert_refused_by (touched, "text-fest");
  static const char *const none[] = { "vorlegen", "mitzeichnen", "freigeben" };
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (ask_step (o->a, none[i], "", NULL, NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_UNKNOWN);
  }
  done (o->a, "einreichen", "", NULL);
  assert_zustand (o->a, "eingereicht");
}

static void
who_enters (Office *o, gconstpointer data)
{
  g_autoptr (Doc) d = motion (data);
  as_clerk (o);
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_refused_by (r, "rolle");
  g_autoptr (Doc) anonymous = motion (data);
  node_remove (node_path (doc_root (anonymous), "kopf", "antragsteller"));
  as_service (o);
  g_autoptr (StepResult) whose = check_in (o->a, anonymous);
  assert_refused_by (whose, "antragsteller-genannt");
  g_autoptr (Doc) timeless = motion (data);
  node_remove (node_path (doc_root (timeless), "kopf", "eingang"));
  g_autoptr (StepResult) when = check_in (o->a, timeless);
  assert_refused_by (when, "antragsteller-genannt");
}

static void
motion_without_text (Office *o, gconstpointer data)
{
  g_autoptr (Doc) d = motion (data);
  node_set (node_child (doc_root (d), "abschnitt"), "art", "begruendung");
  as_service (o);
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_refused_by (r, "pflichtabschnitte");
}

/* -- small documents -- */

/* A number range does not go back. */
static void
range_does_not_go_back (Office *o, gconstpointer data)
{
  (void) data;
  acts (o->a, account ("verwaltung", NULL, "verwaltung", ""));
  set_object (o->a, doc_ref (akte_doc (o->a, DOC_ZAEHLER, "drucksachen")));
  g_autoptr (StepResult) back = edit (o, "naechste=\"21874\"", "naechste=\"21873\"");
  assert_refused_by (back, "zaehler-nicht-zurueck");
  g_autoptr (StepResult) on = edit (o, "naechste=\"21874\"", "naechste=\"22000\"");
  assert_taken (on);
}

static void
account_with_unknown_role (Office *o, gconstpointer data)
{
  (void) data;
  acts (o->a, account ("verwaltung", NULL, "verwaltung", ""));
  g_autoptr (Doc) d = document ("<benutzer " NS " kennung=\"neu\"><bezeichnung>Neu</bezeichnung>"
                                "<rolle>pforte</rolle></benutzer>");
  assert_bad_file (o->a, d, "pforte (Zeile 1)");
  assert_bad_file (o->a, d, "sitzungsdienst");
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("released", NULL, released);
  ADD ("not-before-signed", NULL, not_before_signed);
  ADD ("text-is-fixed", NULL, text_is_fixed);
  ADD ("number-survives", NULL, number_survives);
  ADD ("number-of-another-year", NULL, number_of_another_year);
  ADD ("no-range", NULL, no_range);
  ADD ("four-eyes/editorial", "editorial", four_eyes);
  ADD ("four-eyes/substance", "substance", four_eyes);
  ADD ("four-eyes/station", "station", four_eyes);
  ADD ("submission", NULL, submission);
  ADD ("somebody-decides", NULL, somebody_has_to_decide);
  ADD ("deputy", NULL, deputy);
  ADD ("deputy-of-another", NULL, deputy_of_another);
  ADD ("deputy-does-not-help", NULL, deputy_does_not_help);
  ADD ("enters/antrag", "antrag", enters);
  ADD ("enters/anfrage", "anfrage", enters);
  ADD ("who-enters/antrag", "antrag", who_enters);
  ADD ("who-enters/anfrage", "anfrage", who_enters);
  ADD ("without-text/antrag", "antrag", motion_without_text);
  ADD ("without-text/anfrage", "anfrage", motion_without_text);
  ADD ("range", NULL, range_does_not_go_back);
  ADD ("account", NULL, account_with_unknown_role);
  return g_test_run ();
}
