/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Names that lead somewhere, and numbers that are free: what a file or a step names is known to the store, and
 * what is right gets through. */
#include "route-office.h"

/* -- bodies and their roles -- */

static void
bodies_of_a_paper (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  g_autoptr (Doc) body = edited (o, "gremium=\"rat\"", "gremium=\"rad\"");
  assert_file_refused_by (o->a, body, "gremien-bekannt", "das Gremium „rad“ (Zeile ");
  g_autoptr (Doc) role = edited (o, "zustaendigkeit=\"beschluss\"", "zustaendigkeit=\"entschluss\"");
  assert_file_refused_by (o->a, role, "gremien-bekannt", "die Zuständigkeit „entschluss“ (Zeile ");
  edit_keep (o, "gremium=\"rat\"", "gremium=\"apod\"");
}

/* A body that the store does not have is met again at each step that builds on it. */
static void
bodies_on_the_way (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  node_set (node_path (doc_root (o->a->objekt), "beratungsfolge", "station"), "gremium", "rad");
  assert_input_refused_by (o->a, "vorlegen", "", "gremien-bekannt", "das Gremium „rad“");
  put_body (o->a, "rad");
  submit (o);
}

static void
body_of_a_sitting (Office *o, gconstpointer data)
{
  (void) data;
  as_service (o);
  g_autoptr (Doc) wrong = document ("<sitzung " NS " kennung=\"rad/2021-10-07\" gremium=\"rad\">"
                                    "<beginn>2021-10-07T15:00</beginn></sitzung>");
  assert_file_refused_by (o->a, wrong, "gremium-bekannt", "Das Gremium „rad“ ist unbekannt.");
  g_autoptr (Doc) right = document ("<sitzung " NS " kennung=\"apod/2021-10-07\" gremium=\"apod\">"
                                    "<beginn>2021-10-07T15:00</beginn></sitzung>");
  g_autoptr (StepResult) r = check_in (o->a, right);
  assert_taken (r);
}

static void
body_that_is_named (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  assert_input_refused_by (o->a, "station-hinzufuegen", "gremium=rad zustaendigkeit=empfehlung",
                           "genanntes-gremium-bekannt", "Unbekannt ist das Gremium „rad“.");
  assert_input_refused_by (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=zuruf",
                           "genanntes-gremium-bekannt", "Unbekannt ist die Zuständigkeit „zuruf“.");
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
}

/* -- the Kennung of a sitting -- */

static void
kennung_of_a_sitting (Office *o, gconstpointer data)
{
  static const struct {
    const char *kennung, *start;
    gboolean fits;
  } cases[] = {
    { "rat/2021-10-07", "2021-10-07T15:00", TRUE },   { "rat/2021-10-07.2", "2021-10-07T17:00", TRUE },
    { "rat/2021-10-07", "2021-10-08T15:00", FALSE },  { "rat/2021-10-07.2", "2021-10-08T15:00", FALSE },
    { "apod/2021-10-07", "2021-10-07T15:00", FALSE },
  };
  (void) data;
  as_service (o);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *right = g_strdup_printf ("als rat/%.10s schreiben", cases[i].start);
    g_autoptr (Doc) d =
      document ("<sitzung " NS " kennung=\"%s\" gremium=\"rat\"><beginn>%s</beginn></sitzung>",
                cases[i].kennung, cases[i].start);
    if (!cases[i].fits) {
      assert_file_refused_by (o->a, d, "kennung-passt", right);
      continue;
    }
    g_autoptr (StepResult) r = check_in (o->a, d);
    assert_taken (r);
  }
}

/* -- offices and roles -- */

static void
offices (Office *o, gconstpointer data)
{
  (void) data;
  begin (o);
  g_autoptr (Doc) d = edited (o, "stelle=\"dezernat\"", "stelle=\"dezernat-9\"");
  assert_file_refused_by (o->a, d, "stellen-bekannt", "Unbekannte Stelle: dezernat-9 (Zeile ");
  edit_keep (o, "stelle=\"dezernat\"", "stelle=\"fb-2\"");
}

static Doc *
new_account (const char *stelle, const char *rolle)
{
  return document ("<benutzer " NS " kennung=\"neu\"><bezeichnung>Neu</bezeichnung><stelle>%s</stelle>"
                   "<rolle>%s</rolle></benutzer>",
                   stelle, rolle);
}

static void
office_and_role_of_an_account (Office *o, gconstpointer data)
{
  (void) data;
  acts (o->a, account ("verwaltung", NULL, "verwaltung", ""));
  g_autoptr (Doc) nowhere = new_account ("fb-99", "freigabe");
  assert_file_refused_by (o->a, nowhere, "stellen-bekannt", "Unbekannte Stelle: fb-99 (Zeile 1)");
  g_autoptr (Doc) nobody = new_account ("fb-1", "pforte");
  assert_file_refused_by (o->a, nobody, "rollen-bekannt", "Unbekannte Rolle: pforte (Zeile 1)");
  g_autoptr (Doc) right = new_account ("fb-1", "freigabe");
  g_autoptr (StepResult) r = check_in (o->a, right);
  assert_taken (r);
}

/* -- stations -- */

/* There is somebody to submit it to: a station that is open. */
static void
station_to_submit_to (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  release (o);
  as_clerk (o);
  node_set (doc_root (o->a->objekt), "art", "mitteilungsvorlage");
  xmlNode *n = node_path (doc_root (o->a->objekt), "beratungsfolge", "station");
  node_set (n, "zustaendigkeit", "kenntnisnahme");
  node_set (n, "zustand", "entfallen");
  g_autoptr (StepResult) dropped = step (o->a, "einreichen", "", NULL);
  assert_refused_by (dropped, "station-vorhanden");
  node_set (n, "zustand", "geplant");
  g_autoptr (StepResult) open = step (o->a, "einreichen", "", NULL);
  assert_taken (open);
  node_remove (n->parent);
  g_autoptr (StepResult) none = step (o->a, "einreichen", "", NULL);
  assert_refused_by (none, "station-vorhanden");
}

/* -- numbers -- */

/* Another paper of the store. */
static void
put_paper (Office *o, const char *kennung, const char *entwurf)
{
  put (o->a, document ("<vorlage " NS " art=\"beschlussvorlage\" oeffentlich=\"ja\" kennung=\"%s\" "
                       "entwurf=\"%s\" stand=\"1\" zustand=\"freigegeben\">"
                       "<kopf><datum>2021-08-19</datum></kopf><titel>Anderes</titel>"
                       "<abschnitt art=\"begruendung\"><p>Darum.</p></abschnitt></vorlage>",
                       kennung, entwurf));
}

static void
set_next (Office *o, const char *range, const char *next)
{
  node_set (doc_root (akte_doc (o->a, DOC_ZAEHLER, range)), "naechste", next);
}

static void
number_of_another (Office *o, gconstpointer data)
{
  (void) data;
  put_paper (o, "21874-21", "entwurf-0900");
  put_paper (o, "21875-20", "entwurf-0901");
  sign_all (o);
  as_releaser (o);
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", "eilt");
  assert_refused_by (r, "nummer-frei");
  g_assert_nonnull (
    strstr (refusal_of (r, "nummer-frei")->text, "21874-21 des Nummernkreises drucksachen"));
  assert_nummer (o, "entwurf-0001", "21874");
  set_next (o, "drucksachen", "21875");
  release (o);
  assert_nummer (o, "21875-21", "21876");
}

/* What a draft was called stays taken when it has its number. */
static void
number_of_a_former_draft (Office *o, gconstpointer data)
{
  (void) data;
  put_paper (o, "20000-21", "entwurf-0001");
  as_clerk (o);
  g_autoptr (Doc) d = doc_from (draft_text, "entwurf.xml");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_refused_by (r, "nummer-frei");
  set_next (o, "entwurf", "2");
  begin (o);
  g_assert_cmpstr (doc_kennung (o->a->objekt), ==, "entwurf-0002");
}

/* A paper that has its number is not asked for another. */
static void
number_once (Office *o, gconstpointer data)
{
  (void) data;
  sign_all (o);
  release (o);
  put_paper (o, "21875-21", "entwurf-0900");
  done (o->a, "freigabe-zuruecknehmen", "", "Fehler gefunden");
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  assert_nummer (o, "21874-21", "21875");
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("names/bodies", NULL, bodies_of_a_paper);
  ADD ("names/bodies-on-the-way", NULL, bodies_on_the_way);
  ADD ("names/body-of-sitting", NULL, body_of_a_sitting);
  ADD ("names/body-named", NULL, body_that_is_named);
  ADD ("names/kennung", NULL, kennung_of_a_sitting);
  ADD ("names/offices", NULL, offices);
  ADD ("names/account", NULL, office_and_role_of_an_account);
  ADD ("names/station", NULL, station_to_submit_to);
  ADD ("numbers/another", NULL, number_of_another);
  ADD ("numbers/former-draft", NULL, number_of_a_former_draft);
  ADD ("numbers/once", NULL, number_once);
  return g_test_run ();
}
