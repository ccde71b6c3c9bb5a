/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Documents in a store: what was put in comes back, under each name it had, at each point of its history. */
#include "store-help.h"
#include "base/error.h"

static void
assert_get (Store *s, DocArt art, const char *kennung, guint stand, const Doc *expected)
{
  GError *error = NULL;
  g_auto (StoreDoc) back = { 0 };
  g_autoptr (GBytes) bytes = doc_bytes (expected);
  StoreAnswer a = store_get (s, art, kennung, stand, &back, &error);
  g_assert_no_error (error);
  g_assert_cmpint (a, ==, STORE_FOUND);
  g_assert_true (g_bytes_equal (back.bytes, bytes));
}

static void
test_round_trip (void)
{
  GError *error = NULL;
  DocArt art;
  g_autofree char *folder = help_folder ();
  g_autofree char *kennung = NULL;
  g_autoptr (Doc) d = help_vorlage ("21874-21", "Kopfsteinpflaster &amp; Grün", NULL);
  {
    g_autoptr (Store) s = help_create (folder);
    g_assert_cmpuint (store_count (s), ==, 0);
    help_step (s, d, NULL);
  }
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_auto (StoreDoc) back = { 0 };
  g_assert_cmpint (store_find (s, "21874-21", &art, &kennung, &error), ==, STORE_FOUND);
  g_assert_cmpint (art, ==, DOC_VORLAGE);
  g_assert_cmpstr (kennung, ==, "21874-21");
  assert_get (s, art, kennung, 0, d);
  g_assert_cmpint (store_get (s, art, "21875-21", 0, &back, &error), ==, STORE_ABSENT);
  g_assert_cmpint (store_get (s, art, "21874-21", 2, &back, &error), ==, STORE_ABSENT);
  g_assert_no_error (error);
  g_autofree char *file = help_read (folder, "vorlagen/2021/21874-21.xml");
  g_autoptr (GBytes) bytes = doc_bytes (d);
  g_autoptr (GBytes) there = g_bytes_new (file, strlen (file));
  g_assert_true (g_bytes_equal (bytes, there));
  g_assert_cmpuint (store_warnings (s)->len, ==, 0);
  help_assert_clean (s);
}

/* Some 15 KB of text that deflate alone does not make small. */
static char *
long_text (void)
{
  GString *t = g_string_new (NULL);
  GRand *r = g_rand_new_with_seed (7);
  for (int i = 0; i < 200; i++) {
    g_string_append (t, "<p>");
    for (int k = 0; k < 8; k++)
      g_string_append_printf (t, "%08x ", g_rand_int (r));
    g_string_append (t, "</p>");
  }
  g_rand_free (r);
  return g_string_free (t, FALSE);
}

static void
test_forty_versions (void)
{
  Doc *docs[40];
  g_autofree char *folder = help_folder ();
  g_autofree char *text = long_text ();
  g_autoptr (Store) s = help_create (folder);
  for (int i = 0; i < 40; i++) {
    g_autofree char *titel = g_strdup_printf ("Titel %d", i + 1);
    docs[i] = help_vorlage ("21874-21", titel, text);
    help_step (s, docs[i], NULL);
  }
  for (guint i = 0; i < 40; i++) {
    assert_get (s, DOC_VORLAGE, "21874-21", i + 1, docs[i]);
    doc_unref (docs[i]);
  }
  sqlite3 *db;
  sqlite3_stmt *q;
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (
    db,
    "SELECT count(*), max(length(bytes)), (SELECT count(*) FROM inhalt WHERE kodierung = 0) "
    "FROM inhalt WHERE kodierung = 1",
    -1, &q, NULL);
  g_assert_cmpint (sqlite3_step (q), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (q, 0), ==, 37);
  g_assert_cmpint (sqlite3_column_int (q, 1), <, 400); /* the budget of the design, section 7 */
  g_assert_cmpint (sqlite3_column_int (q, 2), ==, 3);
  sqlite3_finalize (q);
  sqlite3_close (db);
  help_assert_clean (s);
}

static void
test_names (void)
{
  GError *error = NULL;
  DocArt art;
  g_autofree char *folder = help_folder ();
  g_autofree char *kennung = NULL;
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) draft = help_vorlage ("entwurf-0007", "Titel", NULL);
  g_autoptr (Doc) numbered = help_vorlage ("21874-21", "Titel", NULL);
  help_step (s, draft, NULL);
  help_step (s, numbered, "entwurf-0007");
  g_assert_cmpint (store_find (s, "entwurf-0007", &art, &kennung, &error), ==, STORE_FOUND);
  g_assert_cmpstr (kennung, ==, "21874-21");
  assert_get (s, DOC_VORLAGE, "entwurf-0007", 1, draft);
  assert_get (s, DOC_VORLAGE, "entwurf-0007", 0, numbered);
  assert_get (s, DOC_VORLAGE, "21874-21", 1, draft);
  g_autofree char *old = help_read (folder, "vorlagen/2021/entwurf-0007.xml");
  g_assert_null (old);
  /* the old name stays taken */
  g_autoptr (Doc) other = help_vorlage ("entwurf-0007", "Andere", NULL);
  g_assert_false (help_try (s, other, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_clear_error (&error);
  help_assert_clean (s);
}

static void
test_taken (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_store_vorlage (s, "A0202/20", "Eins");
  help_store_vorlage (s, "B1", "Zwei");
  g_autoptr (Doc) clash = help_vorlage ("a0202/20", "Drei", NULL);
  g_assert_false (help_try (s, clash, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_assert_nonnull (strstr (error->message, "A0202/20"));
  g_clear_error (&error);
  g_autoptr (Doc) taken = help_vorlage ("B1", "Eins", NULL);
  g_assert_false (help_try (s, taken, "A0202/20", &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_clear_error (&error);
  g_autoptr (Doc) lost = help_vorlage ("B2", "Eins", NULL);
  g_assert_false (help_try (s, lost, "gibt-es-nicht", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_cmpuint (store_count (s), ==, 2);
  help_assert_clean (s);
}

static void
test_ambiguous (void)
{
  GError *error = NULL;
  DocArt art;
  g_autofree char *folder = help_folder ();
  g_autofree char *kennung = NULL;
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) body =
    help_doc (DOC_GREMIUM, "<gremium xmlns='urn:ratsweg:1' kennung='rat'><name>Rat</name></gremium>");
  help_store_vorlage (s, "rat", "Ein Papier namens rat");
  help_store_vorlage (s, "vorlage:x", "Mit Doppelpunkt");
  help_step (s, body, NULL);
  g_assert_cmpint (store_find (s, "rat", &art, &kennung, &error), ==, STORE_FAILED);
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_assert_nonnull (strstr (error->message, "gremium:rat"));
  g_assert_nonnull (strstr (error->message, "vorlage:rat"));
  g_clear_error (&error);
  g_assert_cmpint (store_find (s, "gremium:rat", &art, &kennung, &error), ==, STORE_FOUND);
  g_assert_cmpint (art, ==, DOC_GREMIUM);
  g_clear_pointer (&kennung, g_free);
  g_assert_cmpint (store_find (s, "vorlage:x", &art, &kennung, &error), ==, STORE_FOUND);
  g_assert_cmpstr (kennung, ==, "vorlage:x");
  g_clear_pointer (&kennung, g_free);
  g_assert_cmpint (store_find (s, "nirgends", &art, &kennung, &error), ==, STORE_ABSENT);
  g_assert_no_error (error);
}

/* Events and index know an account by its opaque id only. */
static void
test_accounts (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autofree char *kennung = NULL;
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) a =
    help_doc (DOC_BENUTZER,
              "<benutzer xmlns='urn:ratsweg:1' kennung='mueller' id='00112233445566778899aabbccddeeff'>"
              "<bezeichnung>Frau Müller</bezeichnung><rolle>leser</rolle><anmeldung>mm</anmeldung>"
              "<anmeldung>mueller</anmeldung></benutzer>");
  g_autoptr (Doc) b =
    help_doc (DOC_BENUTZER,
              "<benutzer xmlns='urn:ratsweg:1' kennung='meier' id='00112233445566778899aabbccddeeff'>"
              "<bezeichnung>Frau Meier</bezeichnung><rolle>leser</rolle><anmeldung>mm</anmeldung>"
              "</benutzer>");
  help_step (s, a, NULL);
  g_autoptr (GPtrArray) first = store_accounts_of_login (s, "mueller", &error);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (first->pdata[0], ==, "mueller");
  help_step (s, b, "mueller");
  g_autoptr (GPtrArray) second = store_accounts_of_login (s, "mm", &error);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpstr (second->pdata[0], ==, "meier");
  g_autoptr (GPtrArray) gone = store_accounts_of_login (s, "mueller", &error);
  g_assert_cmpuint (gone->len, ==, 0);
  assert_get (s, DOC_BENUTZER, "mueller", 1, a);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) named = help_event (s);
  g_assert_true (help_put (s, named, a, "meier", &error));
  ((EventDoc *) named->dokumente->pdata[0])->kennung_vorher = g_strdup ("meier");
  g_assert_false (help_put_event (s, named, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INTERNAL);
  g_clear_error (&error);
  store_abort (s);
  g_assert_cmpint (store_of_trail (s, DOC_BENUTZER, "00112233445566778899aabbccddeeff", &kennung,
                                   &error),
                   ==, STORE_FOUND);
  g_assert_cmpstr (kennung, ==, "meier");
  g_autoptr (GBytes) event = NULL;
  g_assert_cmpint (store_event (s, 1, &event, &error), ==, STORE_FOUND);
  g_autofree char *text = g_strndup (g_bytes_get_data (event, NULL), g_bytes_get_size (event));
  g_assert_null (strstr (text, "meier"));
  g_assert_null (strstr (text, "mueller"));
  help_assert_clean (s);
}

static void
test_history (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) one =
    help_doc (DOC_REGELN,
              "<regeln xmlns='urn:ratsweg:1' kennung='nrw' name='a' gueltig-ab='2020-01-01'/>");
  g_autoptr (Doc) two =
    help_doc (DOC_REGELN,
              "<regeln xmlns='urn:ratsweg:1' kennung='nrw' name='b' gueltig-ab='2022-01-01'/>");
  gint64 zeit;
  Hash last;
  help_step (s, one, NULL);
  g_assert_cmpint (store_last_event (s, &zeit, &last, &error), ==, STORE_FOUND);
  help_step (s, two, NULL);
  g_auto (StoreDoc) d = { 0 };
  g_assert_cmpint (store_get_at (s, DOC_REGELN, "nrw", zeit - 1, &d, &error), ==, STORE_ABSENT);
  g_assert_cmpint (store_get_at (s, DOC_REGELN, "nrw", zeit, &d, &error), ==, STORE_FOUND);
  g_assert_cmpuint (d.stand, ==, 1);
  store_doc_clear (&d);
  g_assert_cmpint (store_get_at (s, DOC_REGELN, "nrw", G_MAXINT64, &d, &error), ==, STORE_FOUND);
  g_assert_cmpuint (d.stand, ==, 2);
  store_doc_clear (&d);
  g_assert_cmpint (store_in_force (s, DOC_REGELN, "nrw", "2021-12-31", &d, &error), ==, STORE_FOUND);
  g_assert_cmpuint (d.stand, ==, 1);
  store_doc_clear (&d);
  g_assert_cmpint (store_in_force (s, DOC_REGELN, "nrw", "2022-01-01", &d, &error), ==, STORE_FOUND);
  g_assert_cmpuint (d.stand, ==, 2);
  g_assert_cmpint (store_in_force (s, DOC_REGELN, "nrw", "2019-12-31", &d, &error), ==, STORE_ABSENT);
  g_assert_no_error (error);
}

static gboolean
join (const StoreRow *row, gpointer user)
{
  g_string_append_printf (user, "%s ", row->kennung);
  return TRUE;
}

static gboolean
stop_at_once (const StoreRow *row, gpointer user)
{
  join (row, user);
  return FALSE;
}

static void
test_lists (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *sittings[] = { "rat/2021-10-01", "rat/2021-09-23", "rat/2021-09-22" };
  for (int i = 0; i < 3; i++) {
    g_autofree char *xml = g_strdup_printf ("<sitzung xmlns='urn:ratsweg:1' kennung='%s' gremium='rat'>"
                                            "<beginn>%sT15:00</beginn></sitzung>",
                                            sittings[i], sittings[i] + 4);
    g_autoptr (Doc) d = help_doc (DOC_SITZUNG, xml);
    help_step (s, d, NULL);
  }
  g_autoptr (GPtrArray) found = store_sittings (s, "rat", "2021-09-23", &error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (found->pdata[0], ==, "rat/2021-09-23");
  g_assert_cmpstr (found->pdata[1], ==, "rat/2021-10-01");
  g_assert_true (
    store_each (s, DOC_SITZUNG, NULL, "rat", "2021-09-22", "2021-09-23", join, out, &error));
  g_assert_cmpstr (out->str, ==, "rat/2021-09-22 rat/2021-09-23 ");
  for (int i = 450; i > 0; i -= 90) { /* in order of number, not of text */
    g_autofree char *kennung = g_strdup_printf ("%d-21", i);
    help_store_vorlage (s, kennung, "Titel");
  }
  g_string_truncate (out, 0);
  g_assert_true (store_each (s, DOC_VORLAGE, "entwurf", "apod", NULL, NULL, join, out, &error));
  g_assert_cmpstr (out->str, ==, "90-21 180-21 270-21 360-21 450-21 ");
  g_string_truncate (out, 0);
  g_assert_true (store_each (s, DOC_VORLAGE, NULL, NULL, NULL, NULL, stop_at_once, out, &error));
  g_assert_cmpstr (out->str, ==, "90-21 ");
  g_string_truncate (out, 0);
  g_assert_true (store_each (s, DOC_VORLAGE, "beschlossen", NULL, NULL, NULL, join, out, &error));
  g_assert_cmpstr (out->str, ==, "");
}

/* All in one step, so that a list longer than a page is cheap. */
static void
test_long_list (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  for (int i = 650; i > 0; i--) {
    g_autofree char *kennung = g_strdup_printf ("%d-21", i);
    g_autoptr (Doc) d = help_vorlage (kennung, "Titel", NULL);
    help_put (s, e, d, NULL, &error);
    g_assert_no_error (error);
  }
  help_put_event (s, e, &error);
  g_assert_no_error (error);
  g_assert_true (store_commit (s, &error));
  for (int i = 1; i <= 650; i++)
    g_string_append_printf (expected, "%d-21 ", i);
  g_assert_true (store_each (s, DOC_VORLAGE, NULL, NULL, NULL, NULL, join, out, &error));
  g_assert_cmpstr (out->str, ==, expected->str);
  help_assert_clean (s);
}

static void
test_contents (void)
{
  GError *error = NULL;
  guint8 nonce[NONCE_BYTES];
  Hash image, twice, reason;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG-Beispiel", 13);
  help_nonce (nonce);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  g_assert_true (store_put_content (s, bytes, nonce, &image, &error));
  g_assert_true (store_put_content (s, bytes, nonce, &twice, &error));
  g_assert_true (hash_equal (&image, &twice));
  Hash expected = hash_commitment (nonce, bytes);
  g_assert_true (hash_equal (&image, &expected));
  help_nonce (nonce);
  g_assert_true (store_put_text (s, "", nonce, &reason, &error));
  g_autofree char *hex = hex_encode (image.b, HASH_BYTES);
  g_autofree char *more =
    g_strdup_printf ("<p><img src='Bild 1.png' alt='Ein Bild' inhalt='%s'/></p>", hex);
  g_autoptr (Doc) d = help_vorlage ("21874-21", "Titel", more);
  EventDoc *ed = event_add_doc (e, "inhalt", NULL);
  ed->nachher = 1;
  ed->commitment_nachher = g_strdup (hex);
  e->grund = hex_encode (reason.b, HASH_BYTES);
  help_put (s, e, d, NULL, &error);
  g_assert_no_error (error);
  help_put_event (s, e, &error);
  g_assert_no_error (error);
  g_assert_true (store_commit (s, &error));
  g_autoptr (GBytes) back = NULL;
  g_assert_cmpint (store_content (s, &image, &back, &error), ==, STORE_FOUND);
  g_assert_true (g_bytes_equal (back, bytes));
  g_autoptr (GBytes) text = NULL;
  g_assert_cmpint (store_content (s, &reason, &text, &error), ==, STORE_FOUND);
  g_assert_cmpuint (g_bytes_get_size (text), ==, 0);
  g_autoptr (GBytes) none = NULL;
  reason.b[0] ^= 1;
  g_assert_cmpint (store_content (s, &reason, &none, &error), ==, STORE_ABSENT);
  g_autofree char *file = help_read (folder, "anlagen/21874-21/Bild%201.png");
  g_assert_cmpstr (file, ==, "\x89PNG-Beispiel");
  help_assert_clean (s);
}

/* Two contents under names that are one on some machines. */
static void
test_file_names (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) d = help_vorlage (
    "1-21", "Titel",
    "<p><img src='a.png' alt='x' inhalt='0000000000000000000000000000000000000000000000000000000000000000'/>"
    "<img src='A.png' alt='x' inhalt='1111111111111111111111111111111111111111111111111111111111111111'/></p>");
  g_assert_false (help_try (s, d, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_clear_error (&error);
}

static void
test_too_large (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autofree char *big = g_malloc (8 * 1024 * 1024);
  memset (big, 'x', 8 * 1024 * 1024 - 1);
  big[8 * 1024 * 1024 - 1] = '\0';
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) d = help_vorlage ("1-21", "Titel", NULL);
  node_set_text (node_child (doc_root (d), "titel"), big);
  g_assert_false (help_try (s, d, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_assert_nonnull (strstr (error->message, "8 MB"));
  g_clear_error (&error);
}

static void
test_requests (void)
{
  GError *error = NULL;
  guint64 seq;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  e->probe = TRUE;
  help_put_event (s, e, &error);
  g_assert_no_error (error);
  g_assert_true (store_commit (s, &error));
  g_assert_true (store_is_probe (s));
  g_assert_cmpint (store_request (s, e->anfrage, &seq, &error), ==, STORE_FOUND);
  g_assert_cmpuint (seq, ==, 0);
  g_assert_cmpint (store_request (s, "ffffffffffffffffffffffffffffffff", &seq, &error), ==,
                   STORE_ABSENT);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) again = help_event (s);
  g_free (again->anfrage);
  again->anfrage = g_strdup (e->anfrage);
  g_assert_false (help_put_event (s, again, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_clear_error (&error);
  again->teil = 1;
  g_assert_true (help_put_event (s, again, &error));
  store_abort (s);
  g_assert_cmpuint (store_count (s), ==, 1);
}

/* What does not follow on the last event, or names what was not put, never becomes one. */
static void
test_wrong_events (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_store_vorlage (s, "1-21", "Titel");
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  e->seq = 2;
  g_assert_false (help_put_event (s, e, &error));
  g_clear_error (&error);
  e->seq = 1;
  char *right = e->vorher;
  e->vorher = g_strdup ("0000000000000000000000000000000000000000000000000000000000000000");
  g_assert_false (help_put_event (s, e, &error));
  g_clear_error (&error);
  g_free (e->vorher);
  e->vorher = right;
  EventDoc *d = event_add_doc (e, "vorlage", "1-21");
  d->vorher = 1;
  d->nachher = 2;
  d->commitment_nachher = g_strdup (e->vorher);
  g_assert_false (help_put_event (s, e, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INTERNAL);
  g_clear_error (&error);
  store_abort (s);
  help_assert_clean (s);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/documents/round-trip", test_round_trip);
  g_test_add_func ("/store/documents/forty-versions", test_forty_versions);
  g_test_add_func ("/store/documents/names", test_names);
  g_test_add_func ("/store/documents/taken", test_taken);
  g_test_add_func ("/store/documents/ambiguous", test_ambiguous);
  g_test_add_func ("/store/documents/accounts", test_accounts);
  g_test_add_func ("/store/documents/history", test_history);
  g_test_add_func ("/store/documents/lists", test_lists);
  g_test_add_func ("/store/documents/long-list", test_long_list);
  g_test_add_func ("/store/documents/contents", test_contents);
  g_test_add_func ("/store/documents/file-names", test_file_names);
  g_test_add_func ("/store/documents/too-large", test_too_large);
  g_test_add_func ("/store/documents/requests", test_requests);
  g_test_add_func ("/store/documents/wrong-events", test_wrong_events);
  return g_test_run ();
}
