/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A paper before its deliberation: drafts, Mitzeichnung, classes of change, release and number, deputies;
 * Antrag and Anfrage, which have none of that. */
#include "route-help.h"

#define TODAY "2021-08-19"

static const char draft_text[] =
  "<vorlage " NS " art=\"beschlussvorlage\" oeffentlich=\"ja\">"
  "<kopf><fachbereich>1</fachbereich><datum>2021-08-19</datum></kopf><titel>Roadmap</titel>"
  "<abschnitt art=\"beschlussvorschlag\"><p>Der Rat beschließt die Roadmap.</p></abschnitt>"
  "<abschnitt art=\"finanzielle-auswirkungen\"><p>Keine Kosten.</p></abschnitt>"
  "<abschnitt art=\"begruendung\"><p>Darum geht es.</p></abschnitt>"
  "<anlagen><anlage titel=\"Übersicht\"/></anlagen>"
  "<mitzeichnung><zeichner stelle=\"fb-1\"/><zeichner stelle=\"dezernat\"/></mitzeichnung>"
  "<beratungsfolge><station gremium=\"rat\" zustaendigkeit=\"beschluss\" folge=\"1\"/></beratungsfolge>"
  "</vorlage>";

typedef struct {
  Akte *a;
} Office;

static void
put_range (Akte *a, const char *kennung, const char *muster, guint next)
{
  put (a, document ("<zaehler " NS " kennung=\"%s\" muster=\"%s\" naechste=\"%u\" stand=\"1\"/>",
                    kennung, muster, next));
}

static void
put_office (Akte *a, const char *kennung)
{
  put (a, document ("<stelle " NS
                    " kennung=\"%s\" art=\"fachbereich\" stand=\"1\"><name>%s</name></stelle>",
                    kennung, kennung));
}

static void
open_office (Office *o, gconstpointer data)
{
  (void) data;
  o->a = akte_on (TODAY);
  put_range (o->a, "entwurf", "entwurf-{nr:4}", 1);
  put_range (o->a, "drucksachen", "{nr:5}-{jj}", 21874);
  put_office (o->a, "fb-1");
  put_office (o->a, "dezernat");
  put_office (o->a, "fb-2");
  put_body (o->a, "rat");
  put_body (o->a, "apod");
  put_sitting (o->a, "rat", "2021-09-23T15:00", "geplant");
}

static void
close_office (Office *o, gconstpointer data)
{
  (void) data;
  akte_free (o->a);
}

/* -- who acts -- */

static void
as_clerk (Office *o)
{
  acts (o->a, account ("sachbearbeitung", "fb-1", "sachbearbeitung", ""));
}

static void
as_signer (Office *o, const char *stelle)
{
  g_autofree char *name = g_strconcat ("leitung-", stelle, NULL);
  acts (o->a, account (name, stelle, "mitzeichnung", ""));
}

static void
as_releaser (Office *o)
{
  acts (o->a, account ("freigabe", NULL, "freigabe", ""));
}

static void
as_service (Office *o)
{
  acts (o->a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
}

static void
begin (Office *o)
{
  as_clerk (o);
  g_autoptr (Doc) d = doc_from (draft_text, "entwurf.xml");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
}

static void
submit (Office *o)
{
  as_clerk (o);
  done (o->a, "vorlegen", "", NULL);
}

static void
sign_as (Office *o, const char *stelle)
{
  as_signer (o, stelle);
  done (o->a, "mitzeichnen", "", NULL);
}

static void
sign_all (Office *o)
{
  begin (o);
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  assert_zustand (o->a, "mitgezeichnet");
}

static void
release (Office *o)
{
  as_releaser (o);
  done (o->a, "freigeben", "", NULL);
}

/* The present text with @find replaced. */
static Doc *
edited (const Office *o, const char *find, const char *by)
{
  g_autofree char *text = written (o->a->objekt);
  const char *at = strstr (text, find);
  g_assert_nonnull (at);
  g_autofree char *next = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, by, at + strlen (find));
  return doc_from (next, "neu.xml");
}

static StepResult *
edit (Office *o, const char *find, const char *by)
{
  g_autoptr (Doc) d = edited (o, find, by);
  return check_in (o->a, d);
}

static void
edit_keep (Office *o, const char *find, const char *by)
{
  g_autoptr (StepResult) r = edit (o, find, by);
  assert_taken (r);
  keep (o->a, r);
}

/* One letter a signer in their order: o offen, g gezeichnet, z zurueckgegeben. */
static void
assert_signers (const Office *o, const char *expected)
{
  g_autoptr (GString) s = g_string_new (NULL);
  NODE_EACH (n, node_child (doc_root (o->a->objekt), "mitzeichnung"), "zeichner")
    g_string_append_c (s, *node_get (n, "zustand"));
  g_assert_cmpstr (s->str, ==, expected);
}

static void
assert_nummer (const Office *o, const char *kennung, const char *next)
{
  const Doc *range = akte_doc (o->a, DOC_ZAEHLER, "drucksachen");
  g_assert_cmpstr (doc_kennung (o->a->objekt), ==, kennung);
  g_assert_cmpstr (node_get (doc_root (range), "naechste"), ==, next);
}

/* -- drafts -- */

static void
draft (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  const xmlNode *root = doc_root (o->a->objekt);
  g_autofree char *clerk = id_of ("sachbearbeitung");
  g_assert_cmpstr (doc_kennung (o->a->objekt), ==, "entwurf-0001");
  assert_zustand (o->a, "entwurf");
  assert_signers (o, "oo");
  g_assert_true (node_is (root, "bearbeiter", clerk));
  g_assert_true (node_is (node_path (root, "beratungsfolge", "station"), "zustand", "geplant"));
  assert_nummer (o, "entwurf-0001", "21874");
  g_assert_cmpuint (doc_stand (o->a->objekt), ==, 1);
}

static void
second_draft_has_the_next_number (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  set_object (o->a, NULL);
  begin (o);
  g_assert_cmpstr (doc_kennung (o->a->objekt), ==, "entwurf-0002");
}

static void
who_may_write (Office *o, gconstpointer data)
{
  (void) data;
  as_signer (o, "fb-1");
  g_autoptr (Doc) d = doc_from (draft_text, "entwurf.xml");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_refused_by (r, "rolle");
  g_assert_nonnull (strstr (refusal_of (r, "rolle")->text, "Mitzeichnung"));
  g_assert_nonnull (strstr (refusal_of (r, "rolle")->abhilfe, "Sachbearbeitung oder Freigabe"));
}

static void
unknown_names (Office *o, gconstpointer data)
{
  static const struct {
    const char *find, *by, *says;
  } cases[] = {
    { "stelle=\"dezernat\"", "stelle=\"dezernat-9\"", "dezernat-9 (Zeile " },
    { "gremium=\"rat\"", "gremium=\"rad\"", "das Gremium „rad“ (Zeile " },
    { "zustaendigkeit=\"beschluss\"", "zustaendigkeit=\"entschluss\"",
      "die Zuständigkeit „entschluss“ (Zeile " },
  };
  (void) data;
  begin (o);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Doc) d = edited (o, cases[i].find, cases[i].by);
    assert_bad_file (o->a, d, cases[i].says);
  }
  /* Who may not write is told that, whatever the file says. */
  as_signer (o, "fb-1");
  g_autoptr (Doc) d = edited (o, "gremium=\"rat\"", "gremium=\"rad\"");
  g_autoptr (StepResult) r = check_in (o->a, d);
  g_assert_nonnull (refusal_of (r, "rolle"));
}

static void
mandatory_sections (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  edit_keep (o, "Darum geht es.", " ");
  g_autoptr (StepResult) r = step (o->a, "vorlegen", "", NULL);
  assert_refused_by (r, "pflichtabschnitte");
  g_assert_nonnull (strstr (refusal_of (r, "pflichtabschnitte")->text, "Begründung"));
  edit_keep (o, "art=\"begruendung\" id=\"a3\"", "art=\"klimarelevanz\" id=\"a3\"");
  g_autoptr (StepResult) none = step (o->a, "vorlegen", "", NULL);
  assert_refused_by (none, "pflichtabschnitte");
}

static void
thrown_away (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  g_autoptr (StepResult) without = step (o->a, "verwerfen", "", NULL);
  assert_refused_by (without, "grund");
  done (o->a, "verwerfen", "", "doppelt");
  assert_zustand (o->a, "verworfen");
  g_autoptr (StepResult) r = edit (o, "Roadmap", "Fahrplan");
  assert_refused_by (r, "text-fest");
}

/* -- order of signers -- */

static void
in_order (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  submit (o);
  assert_zustand (o->a, "in-mitzeichnung");
  as_signer (o, "dezernat");
  g_autoptr (StepResult) early = step (o->a, "mitzeichnen", "", NULL);
  assert_refused_by (early, "an-der-reihe");
  g_assert_nonnull (strstr (refusal_of (early, "an-der-reihe")->text, "fb-1"));
  as_signer (o, "fb-2");
  g_autoptr (StepResult) stranger = step (o->a, "mitzeichnen", "", "ich auch");
  assert_refused_by (stranger, "an-der-reihe");
  sign_as (o, "fb-1");
  assert_signers (o, "go");
  assert_zustand (o->a, "in-mitzeichnung");
  g_autoptr (StepResult) twice = step (o->a, "mitzeichnen", "", NULL);
  assert_refused_by (twice, "an-der-reihe");
  sign_as (o, "dezernat");
  assert_signers (o, "gg");
  assert_zustand (o->a, "mitgezeichnet");
  xmlNode *first = node_path (doc_root (o->a->objekt), "mitzeichnung", "zeichner");
  g_autofree char *who = id_of ("leitung-fb-1");
  g_assert_true (node_is (first, "von", who));
  g_assert_true (node_is (first, "am", TODAY));
  g_assert_true (node_is (first, "zu-stand", "2"));
}

static void
nobody_to_sign (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  g_autoptr (Doc) d = doc_copy (o->a->objekt);
  node_remove (node_child (doc_root (d), "mitzeichnung"));
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
  done (o->a, "vorlegen", "", NULL);
  assert_zustand (o->a, "mitgezeichnet");
}

static void
sent_back (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  submit (o);
  sign_as (o, "fb-1");
  as_signer (o, "dezernat");
  g_autoptr (StepResult) silent = step (o->a, "zurueckgeben", "", NULL);
  assert_refused_by (silent, "grund");
  done (o->a, "zurueckgeben", "", "Die Kosten fehlen.");
  assert_zustand (o->a, "entwurf");
  assert_signers (o, "gz");
  xmlNode *second =
    node_next (node_path (doc_root (o->a->objekt), "mitzeichnung", "zeichner"), "zeichner");
  g_autofree char *comment = node_child_text (second, "kommentar");
  g_assert_cmpstr (comment, ==, "Die Kosten fehlen.");
  submit (o);
  assert_signers (o, "go");
  sign_as (o, "dezernat");
  assert_signers (o, "gg");
  second = node_next (node_path (doc_root (o->a->objekt), "mitzeichnung", "zeichner"), "zeichner");
  g_assert_null (node_child (second, "kommentar"));
}

static void
who_may_send_back (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  submit (o);
  as_signer (o, "dezernat");
  g_autoptr (StepResult) early = step (o->a, "zurueckgeben", "", "nein");
  assert_refused_by (early, "an-der-reihe-oder-freigabe");
  as_releaser (o);
  done (o->a, "zurueckgeben", "", "nein");
  assert_zustand (o->a, "entwurf");
}

/* -- classes of change -- */

static const struct {
  const char *name, *find, *by;
  gboolean substance;
} changes[] = {
  { "proposal", "Der Rat beschließt die Roadmap.", "Der Rat lehnt die Roadmap ab.", TRUE },
  { "finances", "Keine Kosten.", "Eine Million.", TRUE },
  { "attachment", "titel=\"Übersicht\"", "titel=\"Plan\"", TRUE },
  { "attachment-new", "</anlagen>", "<anlage titel=\"Karte\"/></anlagen>", TRUE },
  { "station", "zustaendigkeit=\"beschluss\"", "zustaendigkeit=\"kenntnisnahme\"", TRUE },
  { "date-of-station", "folge=\"1\"", "folge=\"1\" termin=\"2021-09-23\"", TRUE },
  { "new-section", "<abschnitt art=\"begruendung\"",
    "<abschnitt art=\"klimarelevanz\"><p>Keine.</p></abschnitt><abschnitt art=\"begruendung\"", TRUE },
  { "public", "oeffentlich=\"ja\"", "oeffentlich=\"nein\"", TRUE },
  { "reasons", "Darum geht es.", "Darum geht es also.", FALSE },
  { "head", "<fachbereich>1</fachbereich>", "<fachbereich>2</fachbereich>", FALSE },
  { "title", "<titel>Roadmap</titel>", "<titel>Die Roadmap</titel>", FALSE },
};

/* In Mitzeichnung and after it, substance voids the signatures and editorial work keeps them. */
static void
change_class (Office *o, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  sign_all (o);
  as_clerk (o);
  g_autoptr (StepResult) r = edit (o, changes[i].find, changes[i].by);
  assert_taken (r);
  keep (o->a, r);
  assert_signers (o, changes[i].substance ? "oo" : "gg");
  assert_zustand (o->a, changes[i].substance ? "in-mitzeichnung" : "mitgezeichnet");
  g_assert_true (has_sentence (r, "2 Unterschriften werden ungültig") == changes[i].substance);
  g_assert_true (has_sentence (r, "bleiben gültig") == !changes[i].substance);
}

static void
new_signer (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  as_clerk (o);
  edit_keep (o, "</mitzeichnung>", "<zeichner stelle=\"fb-2\"/></mitzeichnung>");
  assert_signers (o, "ggo");
  assert_zustand (o->a, "in-mitzeichnung");
  sign_as (o, "fb-2");
  assert_zustand (o->a, "mitgezeichnet");
}

static void
station_by_command (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  as_clerk (o);
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  assert_signers (o, "oo");
  assert_zustand (o->a, "in-mitzeichnung");
}

/* A draft that came back has signatures too; a new station voids them and leaves it a draft. */
static void
station_in_returned_draft (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  submit (o);
  sign_as (o, "fb-1");
  as_signer (o, "dezernat");
  done (o->a, "zurueckgeben", "", "Der APOD fehlt.");
  as_clerk (o);
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  assert_signers (o, "oo");
  assert_zustand (o->a, "entwurf");
}

/* In a draft a station goes without a trace; its id does not come again. */
static void
station_goes_from_draft (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  xmlNode *list = node_child (doc_root (o->a->objekt), "beratungsfolge");
  g_autofree char *id = g_strdup (node_get (node_find (list, "station", "gremium", "apod"), "id"));
  g_autofree char *values = g_strdup_printf ("station=%s", id);
  done (o->a, "station-streichen", values, NULL);
  list = node_child (doc_root (o->a->objekt), "beratungsfolge");
  g_assert_cmpuint (node_count (list, "station"), ==, 1);
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  list = node_child (doc_root (o->a->objekt), "beratungsfolge");
  g_assert_cmpstr (node_get (node_find (list, "station", "gremium", "apod"), "id"), !=, id);
}

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

#define ADD(name, data, fn)                                                                             \
  g_test_add ("/route/sign/" name, Office, (gconstpointer) (data), open_office, fn, close_office)

static void
add_changes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *name = g_strdup_printf ("/route/sign/change/%s", changes[i].name);
    g_test_add (name, Office, GSIZE_TO_POINTER (i), open_office, change_class, close_office);
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("draft", NULL, draft);
  ADD ("second-draft", NULL, second_draft_has_the_next_number);
  ADD ("who-may-write", NULL, who_may_write);
  ADD ("unknown-names", NULL, unknown_names);
  ADD ("mandatory-sections", NULL, mandatory_sections);
  ADD ("thrown-away", NULL, thrown_away);
  ADD ("in-order", NULL, in_order);
  ADD ("nobody", NULL, nobody_to_sign);
  ADD ("sent-back", NULL, sent_back);
  ADD ("who-may-send-back", NULL, who_may_send_back);
  add_changes ();
  ADD ("new-signer", NULL, new_signer);
  ADD ("station-by-command", NULL, station_by_command);
  ADD ("station-in-returned-draft", NULL, station_in_returned_draft);
  ADD ("station-goes-from-draft", NULL, station_goes_from_draft);
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
