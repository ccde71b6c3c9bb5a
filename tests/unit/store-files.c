/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Readable files: they follow the newest version, and what somebody else wrote is never overwritten. */
#include "store-help.h"
#include "base/error.h"

#define FILE_NAME "vorlagen/2021/21874-21.xml"

static char *
bytes_text (const Doc *d)
{
  g_autoptr (GBytes) bytes = doc_bytes (d);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_file (const char *folder, const char *name, const char *expected)
{
  g_autofree char *text = help_read (folder, name);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_follow (void)
{
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) one = help_vorlage ("21874-21", "Eins", NULL);
  g_autoptr (Doc) two = help_vorlage ("21874-21", "Zwei", NULL);
  g_autofree char *text = bytes_text (one);
  g_autofree char *newer = bytes_text (two);
  help_step (s, one, NULL);
  assert_file (folder, FILE_NAME, text);
  help_step (s, two, NULL);
  assert_file (folder, FILE_NAME, newer);
  g_assert_cmpuint (store_warnings (s)->len, ==, 0);
}

static void
test_rights (void)
{
  static const char *const names[] = { "ratsweg.db", ".sperre", FILE_NAME, "vorlagen", "." };
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_store_vorlage (s, "21874-21", "Eins");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    GStatBuf st;
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    g_assert_cmpint (g_stat (path, &st), ==, 0);
    g_assert_cmpint (st.st_mode & 077, ==, 0);
  }
}

static void
test_foreign_change (void)
{
  GError *error = NULL;
  guint64 written, lost;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) two = help_vorlage ("21874-21", "Zwei", NULL);
  g_autofree char *newer = bytes_text (two);
  help_store_vorlage (s, "21874-21", "Eins");
  help_write (folder, FILE_NAME, "von Hand");
  help_step (s, two, NULL);
  assert_file (folder, FILE_NAME, "von Hand");
  g_assert_cmpuint (store_warnings (s)->len, ==, 1);
  g_assert_true (help_has (store_warnings (s), FILE_NAME));
  g_assert_true (help_has (store_warnings (s), "ratsweg wiederherstellen"));
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (help_has (found, "Datei " FILE_NAME ": Die Datei wurde ohne Ereignis geändert"));
  g_ptr_array_set_size (found, 0);
  g_assert_true (store_restore_files (s, help_findings_add, found, &written, &lost, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (written, ==, 1);
  g_assert_cmpuint (found->len, ==, 1);
  assert_file (folder, FILE_NAME, newer);
  assert_file (folder, "verdraengt/1/" FILE_NAME, "von Hand");
  help_assert_clean (s);
  /* a second time beside the first */
  help_write (folder, FILE_NAME, "noch einmal");
  g_assert_true (store_restore_files (s, NULL, NULL, &written, &lost, &error));
  assert_file (folder, "verdraengt/1/" FILE_NAME, "von Hand");
  assert_file (folder, "verdraengt/2/" FILE_NAME, "noch einmal");
}

/* A file of somebody else where a new document's file would go. */
static void
test_in_the_way (void)
{
  g_autofree char *folder = help_folder ();
  g_autofree char *sub = g_build_filename (folder, "vorlagen/2021", NULL);
  g_autoptr (Store) s = help_create (folder);
  g_assert_cmpint (g_mkdir_with_parents (sub, 0700), ==, 0);
  help_write (folder, FILE_NAME, "fremd");
  help_store_vorlage (s, "21874-21", "Eins");
  assert_file (folder, FILE_NAME, "fremd");
  g_assert_true (help_has (store_warnings (s), FILE_NAME));
}

/* The old file of a document that got its number goes only if it is the engine's own. */
static void
test_renamed (void)
{
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) a = help_vorlage ("1-21", "A", NULL);
  g_autoptr (Doc) b = help_vorlage ("2-21", "B", NULL);
  help_store_vorlage (s, "entwurf-1", "A");
  help_store_vorlage (s, "entwurf-2", "B");
  help_write (folder, "vorlagen/2021/entwurf-2.xml", "von Hand");
  help_step (s, a, "entwurf-1");
  help_step (s, b, "entwurf-2");
  assert_file (folder, "vorlagen/2021/entwurf-1.xml", NULL);
  assert_file (folder, "vorlagen/2021/entwurf-2.xml", "von Hand");
  g_assert_true (help_has (store_warnings (s), "entwurf-2.xml"));
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (help_has (found, "entwurf-2.xml: Unbekannte Datei"));
}

/* Files that could not be written stay to be done, and the next begin does them. */
static void
test_late (void)
{
  g_autofree char *folder = help_folder ();
  g_autofree char *block = g_build_filename (folder, "vorlagen", NULL);
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) d = help_vorlage ("21874-21", "Eins", NULL);
  g_autofree char *text = bytes_text (d);
  help_write (folder, "vorlagen", "kein Ordner");
  help_step (s, d, NULL);
  g_assert_cmpuint (store_count (s), ==, 1);
  g_assert_true (help_has (store_warnings (s), "nicht geschrieben"));
  g_assert_cmpint (unlink (block), ==, 0);
  help_store_vorlage (s, "21875-21", "Zwei");
  assert_file (folder, FILE_NAME, text);
  help_assert_clean (s);
}

static void
test_restore_all (void)
{
  GError *error = NULL;
  guint64 written, lost;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (Doc) d = help_vorlage ("21874-21", "Eins", NULL);
  g_autofree char *text = bytes_text (d);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  help_step (s, d, NULL);
  help_store_vorlage (s, "21875-21", "Zwei");
  g_assert_cmpint (unlink (path), ==, 0);
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (
    help_has (found, "Datei " FILE_NAME ": Die lesbare Datei zu Vorlage 21874-21, Stand 1 fehlt"));
  g_assert_true (store_restore_files (s, NULL, NULL, &written, &lost, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (written, ==, 1);
  assert_file (folder, FILE_NAME, text);
}

/* An index that was tampered with is found and made anew. */
static void
test_restore_index (void)
{
  GError *error = NULL;
  guint64 written, lost;
  g_autofree char *folder = help_folder ();
  {
    g_autoptr (Store) s = help_create (folder);
    help_store_vorlage (s, "21874-21", "Eins");
    help_store_vorlage (s, "21875-21", "Zwei");
  }
  g_assert_cmpint (help_sql (folder, "UPDATE dokument SET titel = 'Falsch' WHERE kennung = '21874-21';"
                                     "INSERT INTO alias VALUES ('x', 'vorlage', '21875-21')"),
                   ==, SQLITE_OK);
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_true (help_has (found, "Vorlage 21874-21: Im Verzeichnis fehlt oder ist anders"));
  g_assert_true (help_has (found, "Vorlage 21875-21: Das Verzeichnis sagt, was kein Ereignis sagt"));
  g_assert_true (store_restore_files (s, NULL, NULL, &written, &lost, &error));
  g_assert_no_error (error);
  help_assert_clean (s);
}

static gboolean
stop (guint64 done, guint64 all, gpointer user)
{
  (void) done;
  (void) all;
  (void) user;
  return FALSE;
}

static void
test_backup (void)
{
  GError *error = NULL;
  guint8 nonce[NONCE_BYTES];
  guint64 written, lost;
  Hash image;
  g_autofree char *folder = help_folder ();
  g_autofree char *here = g_path_get_dirname (folder);
  g_autofree char *file = g_build_filename (here, "sicherung.db", NULL);
  g_autofree char *second = g_build_filename (here, "zweite.db", NULL);
  g_autofree char *third = g_build_filename (here, "dritte.db", NULL);
  g_autofree char *inhalt = g_strconcat (file, ".inhalt", NULL);
  g_autofree char *fresh = g_build_filename (here, "neu", NULL);
  g_autofree char *fresh_db = g_build_filename (fresh, "ratsweg.db", NULL);
  g_autofree char *fresh_inhalt = g_build_filename (fresh, "inhalt", NULL);
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Bild", 4);
  help_nonce (nonce);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  g_assert_true (store_put_content (s, bytes, nonce, &image, &error));
  EventDoc *ed = event_add_doc (e, "inhalt", NULL);
  ed->nachher = 1;
  ed->commitment_nachher = hex_encode (image.b, HASH_BYTES);
  g_autofree char *more =
    g_strdup_printf ("<p><img src='a.png' alt='x' inhalt='%s'/></p>", ed->commitment_nachher);
  g_autoptr (Doc) d = help_vorlage ("21874-21", "Eins", more);
  help_put (s, e, d, NULL, &error);
  help_put_event (s, e, &error);
  g_assert_true (store_commit (s, &error));
  g_assert_no_error (error);
  g_assert_true (store_backup (s, file, NULL, NULL, &error));
  g_assert_no_error (error);
  /* an existing file is never overwritten, and an interrupted copy leaves nothing */
  g_assert_false (store_backup (s, file, NULL, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_clear_error (&error);
  g_assert_false (store_backup (s, second, stop, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 130);
  g_clear_error (&error);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_false (store_backup (s, "/gibt/es/nicht/x.db", NULL, NULL, &error));
  g_assert_cmpint (error_exit_status (error), ==, 3);
  g_clear_error (&error);
  g_assert_true (store_backup (s, third, NULL, NULL, &error));
  /* put where a store is, it is one again */
  g_assert_cmpint (g_mkdir (fresh, 0700), ==, 0);
  g_assert_cmpint (g_rename (file, fresh_db), ==, 0);
  g_assert_cmpint (g_rename (inhalt, fresh_inhalt), ==, 0);
  g_autoptr (Store) again = help_open (fresh, STORE_WRITE);
  g_assert_true (store_restore_files (again, NULL, NULL, &written, &lost, &error));
  g_assert_no_error (error);
  assert_file (fresh, "anlagen/21874-21/a.png", "Bild");
  help_assert_clean (again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/files/follow", test_follow);
  g_test_add_func ("/store/files/rights", test_rights);
  g_test_add_func ("/store/files/foreign-change", test_foreign_change);
  g_test_add_func ("/store/files/in-the-way", test_in_the_way);
  g_test_add_func ("/store/files/renamed", test_renamed);
  g_test_add_func ("/store/files/late", test_late);
  g_test_add_func ("/store/files/restore-all", test_restore_all);
  g_test_add_func ("/store/files/restore-index", test_restore_index);
  g_test_add_func ("/store/files/backup", test_backup);
  return g_test_run ();
}
