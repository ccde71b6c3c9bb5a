/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Making and opening stores: what is no store, an older or newer index, copies that may only be read, a
 * journal that a killed writer left. */
#include "store-help.h"
#include "base/error.h"
#include <signal.h>
#include <sys/wait.h>

static void
test_create (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autofree char *here = g_path_get_dirname (folder);
  g_autoptr (Store) s = help_create (folder);
  g_assert_cmpstr (store_folder (s), ==, folder);
  g_assert_null (store_create (folder, &error));
  g_assert_cmpint (error_exit_status (error), ==, 2);
  g_clear_error (&error);
  g_assert_null (store_create ("/proc/gibt-es-nicht/x", &error));
  g_assert_cmpint (error_exit_status (error), ==, 3);
  g_clear_error (&error);
  g_assert_null (store_open (here, STORE_READ, &error));
  g_assert_cmpint (error_exit_status (error), ==, 3);
  g_assert_nonnull (strstr (error->message, "ratsweg anlegen"));
  g_clear_error (&error);
}

static void
test_not_ours (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (help_sql (folder, "CREATE TABLE x(y)"), ==, SQLITE_OK);
  g_assert_null (store_open (folder, STORE_READ, &error));
  g_assert_cmpint (error_exit_status (error), ==, 3);
  g_clear_error (&error);
  help_write (folder, "ratsweg.db",
              "Das ist keine Datenbank, sondern ein Satz, der lang genug ist, um "
              "hundert Zeichen zu haben, wie der Kopf einer Datenbank sie hat.");
  g_assert_null (store_open (folder, STORE_WRITE, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_DAMAGED);
  g_clear_error (&error);
}

static void
test_newer (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  store_close (help_create (folder));
  g_assert_cmpint (help_sql (folder, "PRAGMA user_version = 99"), ==, SQLITE_OK);
  g_assert_null (store_open (folder, STORE_READ, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "neuere"));
  g_clear_error (&error);
}

/* A store with names, a login, an image, stations: all tables of the index hold something. */
static void
fill (Store *s)
{
  GError *error = NULL;
  guint8 nonce[NONCE_BYTES];
  Hash image;
  help_store_vorlage (s, "entwurf-1", "Eins");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Bild", 4);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  help_nonce (nonce);
  g_assert_true (store_put_content (s, bytes, nonce, &image, &error));
  EventDoc *ed = event_add_doc (e, "inhalt", NULL);
  ed->nachher = 1;
  ed->commitment_nachher = hex_encode (image.b, HASH_BYTES);
  g_autofree char *more =
    g_strdup_printf ("<p><img src='a.png' alt='x' inhalt='%s'/></p>", ed->commitment_nachher);
  g_autoptr (Doc) two = help_vorlage ("21874-21", "Zwei", more);
  help_put (s, e, two, "entwurf-1", &error);
  help_put_event (s, e, &error);
  g_assert_no_error (error);
  g_assert_true (store_commit (s, &error));
  g_autoptr (Doc) account =
    help_doc (DOC_BENUTZER,
              "<benutzer xmlns='urn:ratsweg:1' kennung='meier' id='00112233445566778899aabbccddeeff'>"
              "<bezeichnung>Frau Meier</bezeichnung><rolle>leser</rolle><anmeldung>mm</anmeldung>"
              "</benutzer>");
  help_step (s, account, NULL);
}

/* The index as text, all tables, all columns. */
static char *
dump (const char *folder)
{
  static const char *const tables[] = { "dokument", "version",   "alias", "station",
                                        "datei",    "anmeldung", "meta" };
  sqlite3 *db;
  GString *out = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    sqlite3_stmt *q;
    guint rows = 0;
    g_autofree char *text = g_strdup_printf ("SELECT * FROM %s", tables[i]);
    g_assert_cmpint (sqlite3_prepare_v2 (db, text, -1, &q, NULL), ==, SQLITE_OK);
    for (; sqlite3_step (q) == SQLITE_ROW; rows++)
      for (int c = 0; c < sqlite3_column_count (q); c++) {
        g_autofree char *hex =
          sqlite3_column_type (q, c) == SQLITE_BLOB
            ? hex_encode (sqlite3_column_blob (q, c), (gsize) sqlite3_column_bytes (q, c))
            : g_strdup ((const char *) sqlite3_column_text (q, c));
        g_string_append_printf (out, "%s|%s\n", tables[i], hex ? hex : "(nichts)");
      }
    sqlite3_finalize (q);
    g_assert_cmpuint (rows, >, 0);
  }
  sqlite3_close (db);
  return g_string_free (out, FALSE);
}

static void
assert_usable (Store *s)
{
  GError *error = NULL;
  DocArt art;
  g_autofree char *kennung = NULL;
  g_auto (StoreDoc) d = { 0 };
  g_assert_cmpint (store_find (s, "entwurf-1", &art, &kennung, &error), ==, STORE_FOUND);
  g_assert_cmpstr (kennung, ==, "21874-21");
  g_assert_cmpint (store_get (s, art, kennung, 0, &d, &error), ==, STORE_FOUND);
  g_assert_cmpuint (d.stand, ==, 2);
  g_assert_no_error (error);
}

/* An index of an older version: usable at once, made anew in place at the first write, then the same. */
static void
test_older (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  {
    g_autoptr (Store) s = help_create (folder);
    fill (s);
    g_assert_true (store_begin (s, &error)); /* records how far the files are */
    g_autoptr (Event) e = help_event (s);
    g_assert_true (help_put_event (s, e, &error));
    g_assert_true (store_commit (s, &error));
  }
  g_autofree char *grown = dump (folder);
  g_assert_cmpint (help_sql (folder,
                             "DROP TABLE station; DROP TABLE alias; ALTER TABLE dokument RENAME TO alt;"
                             "CREATE TABLE dokument(alles TEXT); PRAGMA user_version = 0"),
                   ==, SQLITE_OK);
  {
    g_autoptr (Store) s = help_open (folder, STORE_READ);
    assert_usable (s);
  }
  {
    g_autoptr (Store) s = help_open (folder, STORE_WRITE);
    assert_usable (s);
    g_assert_true (store_begin (s, &error));
    assert_usable (s);
    g_assert_true (store_commit (s, &error));
    assert_usable (s);
    help_assert_clean (s);
    g_assert_cmpuint (store_warnings (s)->len, ==, 0);
  }
  g_assert_cmpint (help_sql (folder, "UPDATE meta SET wert = 3 WHERE name = 'dateien'"), ==, SQLITE_OK);
  g_autofree char *rebuilt = dump (folder);
  g_assert_cmpstr (rebuilt, ==, grown);
}

/* -- without the right to write -- */

/* Runs @test as somebody who may only read; root may write everything. */
static void
as_reader (const char *folder, void (*test) (const char *folder))
{
  pid_t child = fork ();
  if (child == 0) {
    if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
      _exit (77);
    test (folder);
    _exit (0);
  }
  int status;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("no other user to read as");
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* Readable for all, writable for nobody, up to the test's own folder. */
static void
make_readable (const char *folder)
{
  g_autofree char *here = g_path_get_dirname (folder);
  const char *argv[] = { "chmod", "-R", "a-w,a+rX", here, NULL };
  int status = -1;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static void
make_writable (const char *folder)
{
  g_autofree char *here = g_path_get_dirname (folder);
  const char *argv[] = { "chmod", "-R", "u+w", here, NULL };
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* A folder that another user can reach. */
static char *
public_folder (void)
{
  g_autofree char *here = g_strdup ("/tmp/ratsweg-test-XXXXXX");
  g_assert_nonnull (g_mkdtemp (here));
  g_assert_cmpint (g_chmod (here, 0755), ==, 0);
  return g_build_filename (here, "a", NULL);
}

static void
remove_folder (const char *folder)
{
  g_autofree char *here = g_path_get_dirname (folder);
  const char *argv[] = { "rm", "-rf", here, NULL };
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
read_only_quiet (const char *folder)
{
  GError *error = NULL;
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  assert_usable (s);
  help_assert_clean (s);
  g_assert_cmpuint (store_warnings (s)->len, ==, 0);
  g_assert_null (store_open (folder, STORE_WRITE, &error));
  g_assert_cmpint (error_exit_status (error), ==, 3);
  g_clear_error (&error);
}

static void
test_read_only (void)
{
  g_autofree char *folder = public_folder ();
  {
    g_autoptr (Store) s = help_create (folder);
    fill (s);
  }
  make_readable (folder);
  as_reader (folder, read_only_quiet);
  make_writable (folder);
  remove_folder (folder);
}

/* -- hot journals -- */

/* A writer that is killed in the middle of a transaction whose pages are already in the database file. */
static void
leave_hot_journal (const char *folder)
{
  pid_t child = fork ();
  if (child == 0) {
    sqlite3 *db;
    g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
    sqlite3_open (path, &db);
    sqlite3_exec (db,
                  "PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=1; BEGIN IMMEDIATE;"
                  "UPDATE dokument SET titel = 'halb' || hex(zeroblob(3000));"
                  "UPDATE version SET gueltig_ab = hex(zeroblob(3000));"
                  "UPDATE station SET code = hex(zeroblob(3000));",
                  NULL, NULL, NULL);
    sqlite3_db_cacheflush (db);
    raise (SIGKILL);
  }
  int status;
  GStatBuf st;
  g_autofree char *journal = g_build_filename (folder, "ratsweg.db-journal", NULL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (g_stat (journal, &st), ==, 0);
  g_assert_cmpint (st.st_size, >, 0);
}

static void
read_only_hot (const char *folder)
{
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  assert_usable (s);
  help_assert_clean (s);
  g_assert_cmpuint (store_warnings (s)->len, ==, 1);
  g_assert_true (help_has (store_warnings (s), "Kopie"));
}

static void
test_hot_read_only (void)
{
  char *before = NULL, *after = NULL;
  gsize n, m;
  g_autofree char *folder = public_folder ();
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  {
    g_autoptr (Store) s = help_create (folder);
    fill (s);
  }
  leave_hot_journal (folder);
  g_assert_true (g_file_get_contents (path, &before, &n, NULL));
  make_readable (folder);
  as_reader (folder, read_only_hot);
  g_assert_true (g_file_get_contents (path, &after, &m, NULL));
  g_assert_true (n == m && memcmp (before, after, n) == 0);
  g_free (before);
  g_free (after);
  make_writable (folder);
  remove_folder (folder);
}

static void
test_hot (void)
{
  StoreMode modes[] = { STORE_READ, STORE_WRITE };
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *folder = help_folder ();
    {
      g_autoptr (Store) s = help_create (folder);
      fill (s);
    }
    leave_hot_journal (folder);
    g_autoptr (Store) s = help_open (folder, modes[i]);
    assert_usable (s);
    help_assert_clean (s);
    g_assert_cmpuint (store_warnings (s)->len, ==, 1);
    g_assert_true (help_has (store_warnings (s), "zurückgenommen"));
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("TMPDIR", "/tmp", TRUE); /* where the reader of as_reader may write too */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/create", test_create);
  g_test_add_func ("/store/open/not-ours", test_not_ours);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/older", test_older);
  g_test_add_func ("/store/open/read-only", test_read_only);
  g_test_add_func ("/store/open/hot", test_hot);
  g_test_add_func ("/store/open/hot-read-only", test_hot_read_only);
  return g_test_run ();
}
