/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A paper that is written and signed: drafts, the order of signers, sending back, classes of change. */
#include "route-office.h"

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
  ADD ("new-signer", NULL, new_signer);
  ADD ("station-by-command", NULL, station_by_command);
  ADD ("station-in-returned-draft", NULL, station_in_returned_draft);
  ADD ("station-goes-from-draft", NULL, station_goes_from_draft);
  add_changes ();
  return g_test_run ();
}
