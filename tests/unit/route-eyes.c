/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Four eyes: nobody releases what they changed in substance last.  Who is represented counts as who acts does;
 * editorial work, by whomever, changes nothing; and there is no way round by calling substance something else. */
#include "route-office.h"

#define ALL "sachbearbeitung mitzeichnung freigabe"

/* @who acts, for @fuer or for nobody; both may do everything. */
static void
as (Office *o, const char *who, const char *fuer)
{
  g_autofree char *deputises = fuer ? g_strdup_printf ("<vertretung fuer=\"%s\" ab=\"2021-01-01\" "
                                                       "bis=\"2021-12-31\"/>",
                                                       fuer)
                                    : g_strdup ("");
  acts (o->a, account (who, "fb-1", ALL, deputises));
  g_clear_pointer (&o->a->fuer, doc_unref);
  if (fuer)
    o->a->fuer = account (fuer, "fb-1", ALL, "");
}

/* A paper of one signer. */
static void
write_as (Office *o, const char *who, const char *fuer)
{
  g_autoptr (Doc) d = doc_from (draft_text, "entwurf.xml");
  xmlNode *second =
    node_find (node_child (doc_root (d), "mitzeichnung"), "zeichner", "stelle", "dezernat");
  node_remove (second);
  as (o, who, fuer);
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
}

static void
sign (Office *o)
{
  as (o, "dritte", NULL);
  if (node_is (doc_root (o->a->objekt), "zustand", "entwurf"))
    done (o->a, "vorlegen", "", NULL);
  done (o->a, "mitzeichnen", "", NULL);
  assert_zustand (o->a, "mitgezeichnet");
}

/* @name: whom the refusal names, NULL if the release is taken. */
static void
assert_release (Office *o, const char *who, const char *fuer, const char *name)
{
  as (o, who, fuer);
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", "eilt");
  if (!name) {
    assert_taken (r);
    return;
  }
  g_autofree char *named = g_strdup_printf ("(%s)", name);
  assert_refused_by (r, "vier-augen");
  g_assert_false (refusal_of (r, "vier-augen")->fragt);
  g_assert_nonnull (strstr (refusal_of (r, "vier-augen")->text, named));
}

/* Who wrote the draft and who releases it, each for somebody or for nobody. */
static void
deputies (Office *o, gconstpointer data)
{
  static const struct {
    const char *writer, *written_for, *releaser, *released_for, *named;
  } cases[] = {
    { "a", NULL, "a", NULL, "a" }, { "a", NULL, "b", NULL, NULL }, { "a", "b", "b", NULL, "b" },
    { "a", "b", "a", NULL, "a" },  { "a", NULL, "b", "a", "a" },   { "a", NULL, "a", "b", "a" },
    { "a", "b", "c", "b", "b" },   { "a", "b", "c", "a", "a" },    { "a", "b", "c", "d", NULL },
    { "a", "b", "b", "c", "b" },
  };
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%" G_GSIZE_FORMAT, i);
    set_object (o->a, NULL);
    write_as (o, cases[i].writer, cases[i].written_for);
    sign (o);
    assert_release (o, cases[i].releaser, cases[i].released_for, cases[i].named);
  }
}

/* Editorial work of the releaser does not bar, whoever's it is done for. */
static void
editorial_by_the_releaser (Office *o, gconstpointer data)
{
  (void) data;
  write_as (o, "a", NULL);
  sign (o);
  as (o, "b", NULL);
  edit_keep (o, "Darum geht es.", "Darum geht es also.");
  as (o, "c", "b");
  edit_keep (o, "<titel>Roadmap</titel>", "<titel>Die Roadmap</titel>");
  assert_zustand (o->a, "mitgezeichnet");
  assert_release (o, "b", NULL, NULL);
}

/* The substance is the releaser's, also when somebody corrected the spelling afterwards. */
static void
editorial_by_another (Office *o, gconstpointer data)
{
  (void) data;
  write_as (o, "a", NULL);
  as (o, "b", NULL);
  edit_keep (o, "Keine Kosten.", "Eine Million.");
  as (o, "c", NULL);
  edit_keep (o, "Darum geht es.", "Darum geht es also.");
  sign (o);
  assert_release (o, "b", NULL, "b");
  assert_release (o, "a", NULL, NULL);
}

/* A draft of the releaser's own, with nothing but editorial work by others. */
static void
draft_of_the_releaser (Office *o, gconstpointer data)
{
  (void) data;
  write_as (o, "b", NULL);
  as (o, "a", NULL);
  edit_keep (o, "Darum geht es.", "Darum geht es also.");
  sign (o);
  assert_release (o, "b", NULL, "b");
}

static void
station_by_command (Office *o, gconstpointer data)
{
  (void) data;
  write_as (o, "a", NULL);
  as (o, "c", "b");
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  sign (o);
  assert_release (o, "b", NULL, "b");
  assert_release (o, "c", NULL, "c");
  assert_release (o, "a", NULL, NULL);
}

/* Substance that comes in, goes out or turns into something else under another name is substance. */
static void
by_another_name (Office *o, gconstpointer data)
{
  static const struct {
    const char *find, *by;
  } cases[] = {
    { "art=\"finanzielle-auswirkungen\"", "art=\"begruendung\"" },
    { "art=\"begruendung\"", "art=\"klimarelevanz\"" },
    { "art=\"beschlussvorlage\"", "art=\"mitteilungsvorlage\"" },
  };
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].by);
    set_object (o->a, NULL);
    write_as (o, "a", NULL);
    sign (o);
    as (o, "b", NULL);
    g_autoptr (StepResult) r = edit (o, cases[i].find, cases[i].by);
    assert_taken (r);
    g_assert_true (has_sentence (r, "1 Unterschrift wird ungültig"));
    keep (o->a, r);
    assert_signers (o, "o");
    xmlNode *need = node_find (doc_root (o->a->objekt), "abschnitt", "art", "begruendung");
    if (!need)
      continue;
    sign (o);
    assert_release (o, "b", NULL, "b");
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("eyes/deputies", NULL, deputies);
  ADD ("eyes/editorial-by-releaser", NULL, editorial_by_the_releaser);
  ADD ("eyes/editorial-by-another", NULL, editorial_by_another);
  ADD ("eyes/draft", NULL, draft_of_the_releaser);
  ADD ("eyes/station", NULL, station_by_command);
  ADD ("eyes/by-another-name", NULL, by_another_name);
  return g_test_run ();
}
