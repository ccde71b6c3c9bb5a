/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Who signs when: side by side, only if they like, or not at all; and when a paper is ready. */
#include "route-office.h"

#define SIDE_BY_SIDE                                                                                    \
  "<zeichner stelle=\"fb-1\" folge=\"1\"/><zeichner stelle=\"fb-2\" folge=\"1\"/>"                      \
  "<zeichner stelle=\"dezernat\" folge=\"2\"/>"
#define MAY_SIGN "<zeichner stelle=\"fb-2\" pflicht=\"nein\"/><zeichner stelle=\"dezernat\"/>"

/* A draft with these signers, submitted to them. */
static void
submitted (Office *o, const char *list)
{
  as_clerk (o);
  const char *from = strstr (draft_text, "<mitzeichnung>"),
             *to = strstr (draft_text, "<beratungsfolge>");
  g_autofree char *text = g_strdup_printf ("%.*s<mitzeichnung>%s</mitzeichnung>%s",
                                           (int) (from - draft_text), draft_text, list, to);
  g_autoptr (Doc) d = doc_from (text, "entwurf.xml");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
  submit (o);
}

static void
assert_not_due (Office *o, const char *stelle, const char *schritt)
{
  as_signer (o, stelle);
  g_autoptr (StepResult) r = step (o->a, schritt, "", "so");
  assert_refused_by (r, "an-der-reihe");
}

/* Two of one rank sign in any order; the next rank waits for both. */
static void
side_by_side (Office *o, gconstpointer data)
{
  const char *const *order = data;
  submitted (o, SIDE_BY_SIDE);
  sign_as (o, order[0]);
  assert_not_due (o, "dezernat", "mitzeichnen");
  assert_not_due (o, order[0], "mitzeichnen");
  sign_as (o, order[1]);
  assert_zustand (o->a, "in-mitzeichnung");
  sign_as (o, "dezernat");
  assert_zustand (o->a, "mitgezeichnet");
}

/* Who only may sign keeps nobody waiting, and may do so until the release. */
static void
may_sign (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, MAY_SIGN);
  sign_as (o, "dezernat");
  assert_zustand (o->a, "mitgezeichnet");
  as_signer (o, "fb-2");
  done (o->a, "mitzeichnen", "stellungnahme=Einverstanden", NULL);
  assert_zustand (o->a, "mitgezeichnet");
  assert_signers (o, "gg");
  xmlNode *n = node_path (doc_root (o->a->objekt), "mitzeichnung", "zeichner");
  g_autofree char *opinion = node_child_text (n, "kommentar");
  g_assert_cmpstr (opinion, ==, "Einverstanden");
  release (o);
  as_signer (o, "fb-2");
  g_autoptr (StepResult) late = step (o->a, "mitzeichnen", "", NULL);
  assert_refused_by (late, "zustand");
}

/* Nobody has to sign: ready at once, and the opinion may still come. */
static void
nobody_has_to (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, "<zeichner stelle=\"fb-2\" pflicht=\"nein\"/>");
  assert_zustand (o->a, "mitgezeichnet");
  sign_as (o, "fb-2");
  assert_signers (o, "g");
}

/* A signature refused goes on with its opinion; the releaser answers for releasing all the same. */
static void
refused_signature (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, SIDE_BY_SIDE);
  sign_as (o, "fb-1");
  as_signer (o, "fb-2");
  g_autoptr (StepResult) silent = step (o->a, "mitzeichnung-ablehnen", "", NULL);
  assert_refused_by (silent, "grund");
  done (o->a, "mitzeichnung-ablehnen", "", "Kein Geld im Haushalt");
  assert_not_due (o, "fb-2", "mitzeichnen");
  sign_as (o, "dezernat");
  assert_zustand (o->a, "mitgezeichnet");
  as_releaser (o);
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", NULL);
  assert_refused_by (r, "mitzeichnung-verweigert");
  g_assert_nonnull (
    strstr (refusal_of (r, "mitzeichnung-verweigert")->text, "fb-2 („Kein Geld im Haushalt“)"));
  done (o->a, "freigeben", "", "Der Nachtragshaushalt kommt");
  assert_zustand (o->a, "freigegeben");
}

/* A changed text is signed anew, also by who had refused. */
static void
refused_and_changed (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, "<zeichner stelle=\"fb-2\"/>");
  as_signer (o, "fb-2");
  done (o->a, "mitzeichnung-ablehnen", "", "Zu teuer");
  assert_zustand (o->a, "mitgezeichnet");
  as_clerk (o);
  edit_keep (o, "Keine Kosten.", "Kaum Kosten.");
  assert_signers (o, "o");
  assert_zustand (o->a, "in-mitzeichnung");
  sign_as (o, "fb-2");
  assert_zustand (o->a, "mitgezeichnet");
}

static void
check_in_without (Office *o, const char *stelle)
{
  g_autoptr (Doc) d = doc_copy (o->a->objekt);
  node_remove (node_find (node_child (doc_root (d), "mitzeichnung"), "zeichner", "stelle", stelle));
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
}

/* The last one who was missing is taken out: the paper is ready; one who is added opens it again. */
static void
last_one_goes (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, "<zeichner stelle=\"fb-1\"/><zeichner stelle=\"dezernat\"/>");
  sign_as (o, "fb-1");
  as_clerk (o);
  check_in_without (o, "dezernat");
  assert_zustand (o->a, "mitgezeichnet");
  g_autoptr (Doc) d = doc_copy (o->a->objekt);
  node_set (node_add (node_child (doc_root (d), "mitzeichnung"), "zeichner"), "stelle", "fb-2");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
  assert_zustand (o->a, "in-mitzeichnung");
}

/* Sent back by one of several: it is theirs that says so. */
static void
sent_back_by_one (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, SIDE_BY_SIDE);
  as_signer (o, "fb-2");
  done (o->a, "zurueckgeben", "", "Ziffer 2 fehlt");
  assert_zustand (o->a, "entwurf");
  assert_signers (o, "ozo");
}

/* Signed for another: both stand there. */
static void
deputy (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o, "<zeichner stelle=\"fb-1\"/>");
  acts (o->a, account ("vertretung", "fb-2", "mitzeichnung",
                       "<vertretung fuer=\"leitung\" ab=\"2021-01-01\" bis=\"2021-12-31\"/>"));
  o->a->fuer = account ("leitung", "fb-1", "mitzeichnung", "");
  g_autoptr (StepResult) r = step (o->a, "mitzeichnen", "", NULL);
  assert_taken (r);
  g_assert_true (has_sentence (r, "fb-1 hat mitgezeichnet (in Vertretung)."));
  xmlNode *n = node_path (doc_root (result_doc (r)), "mitzeichnung", "zeichner");
  g_autofree char *who = id_of ("vertretung"), *for_whom = id_of ("leitung");
  g_assert_true (node_is (n, "von", who) && node_is (n, "fuer", for_whom));
}

/* -- one person, two accounts -- */

static Doc *
account_of (const char *kennung, const char *rolle, const char *person, const char *login)
{
  g_autofree char *rest = g_strdup_printf ("<anmeldung>%s</anmeldung>", login);
  Doc *d = account (kennung, NULL, rolle, rest);
  if (person) {
    g_autofree char *id = id_of (person);
    node_set (doc_root (d), "person", id);
  }
  return d;
}

typedef struct {
  const char *person_a, *login_a, *person_b, *login_b;
  gboolean same;
} Eyes;

static const Eyes eyes[] = {
  { "schmidt", "s1", "schmidt", "s2", TRUE },  /* two logins of one person */
  { "schmidt", "amt", "meier", "amt", FALSE }, /* two persons at one login */
  { NULL, "s1", NULL, "s1", TRUE },            /* nobody is named: one login is one person */
  { NULL, "s1", NULL, "s2", FALSE },
  { NULL, "verwalterin", NULL, "verwalterin",
    FALSE }, /* who administers the store lends every account his login */
};

static void
one_person (Office *o, gconstpointer data)
{
  const Eyes *e = data;
  submitted (o, "<zeichner stelle=\"fb-1\"/>");
  sign_as (o, "fb-1");
  put (o->a, account_of ("sachbearbeitung", "sachbearbeitung", e->person_a, e->login_a));
  put (o->a, account_of ("verwaltung", "verwaltung", NULL, "verwalterin"));
  acts (o->a, account_of ("freigabe", "freigabe", e->person_b, e->login_b));
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", NULL);
  if (e->same)
    assert_refused_by (r, "vier-augen");
  else
    assert_taken (r);
}

int
main (int argc, char **argv)
{
  static const char *const orders[][2] = { { "fb-1", "fb-2" }, { "fb-2", "fb-1" } };
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("side-by-side", orders[0], side_by_side);
  ADD ("side-by-side-the-other-way", orders[1], side_by_side);
  ADD ("may-sign", NULL, may_sign);
  ADD ("nobody-has-to", NULL, nobody_has_to);
  ADD ("refused", NULL, refused_signature);
  ADD ("refused-and-changed", NULL, refused_and_changed);
  ADD ("last-one-goes", NULL, last_one_goes);
  ADD ("sent-back-by-one", NULL, sent_back_by_one);
  ADD ("deputy", NULL, deputy);
  for (gsize i = 0; i < G_N_ELEMENTS (eyes); i++) {
    g_autofree char *name = g_strdup_printf ("/route/sign/one-person-%" G_GSIZE_FORMAT, i);
    g_test_add (name, Office, &eyes[i], open_office, one_person, close_office);
  }
  return g_test_run ();
}
