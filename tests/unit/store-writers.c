/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Several processes, aborted steps, and the guards of the trail's tables. */
#include "store-help.h"
#include "base/error.h"
#include <sys/file.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <signal.h>
#include <sys/wait.h>

#define EACH 100

static void
append_many (const char *folder, char mark)
{
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  for (int i = 0; i < EACH; i++) {
    g_autofree char *kennung = g_strdup_printf ("%c-%d", mark, i);
    help_store_vorlage (s, kennung, "Titel");
  }
}

static gboolean
collect (guint64 seq, GBytes *xml, gpointer user, GError **error)
{
  g_autoptr (Event) e = event_read (xml, error);
  g_assert_nonnull (e);
  g_assert_cmpuint (e->seq, ==, seq);
  g_assert_cmpuint (g_hash_table_size (user), ==, seq);
  g_assert_true (g_hash_table_add (user, g_strdup (e->anfrage)));
  return TRUE;
}

static void
test_two_processes (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  store_close (help_create (folder));
  pid_t children[2];
  for (int i = 0; i < 2; i++) {
    children[i] = fork ();
    if (children[i] == 0) {
      append_many (folder, (char) ('a' + i));
      _exit (0);
    }
  }
  for (int i = 0; i < 2; i++) {
    int status;
    g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  }
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_assert_cmpuint (store_count (s), ==, 2 * EACH);
  g_assert_true (store_each_event (s, 0, G_MAXUINT64, collect, seen, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2 * EACH);
  help_assert_clean (s);
}

/* A check beside a writer at work finds nothing wrong. */
static void
test_check_beside_writer (void)
{
  g_autofree char *folder = help_folder ();
  store_close (help_create (folder));
  pid_t child = fork ();
  if (child == 0) {
    append_many (folder, 'a');
    _exit (0);
  }
  int status;
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  while (waitpid (child, &status, WNOHANG) == 0)
    help_assert_clean (s);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  help_assert_clean (s);
  g_assert_cmpuint (store_count (s), ==, EACH);
}

static void
test_abort (void)
{
  GError *error = NULL;
  guint8 nonce[NONCE_BYTES];
  Hash h;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Bild", 4);
  g_autoptr (Doc) d = help_vorlage ("1-21", "Titel", NULL);
  help_nonce (nonce);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  g_assert_true (store_put_content (s, bytes, nonce, &h, &error));
  g_assert_true (help_put (s, e, d, NULL, &error));
  g_assert_true (help_put_event (s, e, &error));
  store_abort (s);
  g_assert_cmpuint (store_count (s), ==, 0);
  g_autoptr (GBytes) none = NULL;
  g_assert_cmpint (store_content (s, &h, &none, &error), ==, STORE_ABSENT);
  g_autofree char *vorlagen = g_build_filename (folder, "vorlagen", NULL);
  g_assert_false (g_file_test (vorlagen, G_FILE_TEST_EXISTS));
  help_assert_clean (s);
  /* nothing can be written outside a step */
  g_assert_false (store_put_text (s, "x", nonce, &h, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INTERNAL);
  g_clear_error (&error);
  help_step (s, d, NULL);
  help_assert_clean (s);
}

/* Another holder of the lock: status 3 after the time that the header names, and all is as before. */
static void
test_lock (void)
{
  GError *error = NULL;
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  g_autofree char *path = g_build_filename (folder, ".sperre", NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  if (g_test_slow ()) {
    gint64 start = g_get_monotonic_time ();
    g_assert_false (store_begin (s, &error));
    g_assert_cmpint (error_exit_status (error), ==, 3);
    g_assert_cmpint (g_get_monotonic_time () - start, >, 9 * G_USEC_PER_SEC);
    g_clear_error (&error);
  }
  pid_t child = fork ();
  if (child == 0) { /* inherits the lock, and lets it go after a while */
    g_usleep (300000);
    flock (fd, LOCK_UN);
    _exit (0);
  }
  close (fd);
  gint64 start = g_get_monotonic_time ();
  help_store_vorlage (s, "1-21", "Titel");
  g_assert_cmpint (g_get_monotonic_time () - start, >, 200000);
  waitpid (child, NULL, 0);
  help_assert_clean (s);
}

/* -- the tables of the trail -- */

static void
refuse_sql (const char *folder, const char *text)
{
  int rc = help_sql (folder, text);
  if (rc != SQLITE_CONSTRAINT)
    g_test_message ("%s", text);
  g_assert_cmpint (rc, ==, SQLITE_CONSTRAINT);
}

static void
test_guards (void)
{
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_store_vorlage (s, "1-21", "Titel");
  help_store_vorlage (s, "2-21", "Titel");
  g_assert_cmpint (help_sql (folder, "INSERT INTO siegel VALUES (2, x'00')"), ==, SQLITE_OK);
  refuse_sql (folder, "INSERT OR REPLACE INTO ereignis SELECT seq, x'00', anfrage, teil FROM ereignis");
  refuse_sql (folder,
              "INSERT OR REPLACE INTO ereignis SELECT 2, x'00', anfrage, teil FROM ereignis LIMIT 1");
  refuse_sql (folder,
              "INSERT INTO ereignis SELECT 2, x'00', anfrage, teil FROM ereignis WHERE true LIMIT 1 "
              "ON CONFLICT DO UPDATE SET xml = x'00'");
  refuse_sql (folder, "INSERT INTO ereignis VALUES (3, x'00', 'x', 0)");
  refuse_sql (folder, "INSERT INTO ereignis VALUES (-1, x'00', 'x', 0)");
  refuse_sql (folder, "UPDATE ereignis SET xml = x'00'");
  refuse_sql (folder, "UPDATE OR REPLACE ereignis SET seq = 1 WHERE seq = 0");
  refuse_sql (folder, "DELETE FROM ereignis");
  refuse_sql (folder, "INSERT OR REPLACE INTO knoten VALUES (0, 0, x'00')");
  refuse_sql (folder, "UPDATE knoten SET hash = x'00'");
  refuse_sql (folder, "DELETE FROM knoten");
  refuse_sql (folder, "INSERT OR REPLACE INTO siegel VALUES (2, x'01')");
  refuse_sql (folder, "UPDATE siegel SET note = x'01'");
  refuse_sql (folder, "DELETE FROM siegel");
  g_assert_cmpuint (store_count (s), ==, 2);
}

/* -- full disk -- */

/* In a child whose files may not grow further: each step fails with status 3 or succeeds whole. */
static void
fill_disk (const char *folder)
{
  struct stat st;
  guint failed = 0;
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (stat (path, &st), ==, 0);
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  struct rlimit limit = { (rlim_t) st.st_size + 8192, RLIM_INFINITY };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  for (int i = 0; i < 60 && failed < 3; i++) {
    GError *error = NULL;
    guint64 before = store_count (s);
    g_autofree char *kennung = g_strdup_printf ("v-%d", i);
    g_autoptr (Doc) d = help_vorlage (kennung, "Titel", NULL);
    gboolean ok = help_try (s, d, NULL, &error);
    g_assert_cmpuint (store_count (s), ==, before + (ok ? 1 : 0));
    if (!ok) {
      g_assert_cmpint (error_exit_status (error), ==, 3);
      g_assert_nonnull (strstr (error->message, "ratsweg.db"));
      failed++;
    }
    g_clear_error (&error);
  }
  g_assert_cmpuint (failed, ==, 3);
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  help_store_vorlage (s, "danach", "Titel");
  help_assert_clean (s);
}

/* The same for a content file: nothing of it stays, and with space the same step works. */
static void
fill_disk_with_content (const char *folder)
{
  GError *error = NULL;
  guint8 nonce[NONCE_BYTES];
  Hash h;
  struct rlimit limit = { 200000, RLIM_INFINITY };
  signal (SIGXFSZ, SIG_IGN);
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (300000), 300000);
  help_nonce (nonce);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (store_begin (s, &error));
  g_assert_false (store_put_content (s, bytes, nonce, &h, &error));
  g_assert_cmpint (error_exit_status (error), ==, 3);
  g_assert_nonnull (strstr (error->message, "inhalt/"));
  g_clear_error (&error);
  store_abort (s);
  help_assert_clean (s);
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  g_assert_true (store_put_content (s, bytes, nonce, &h, &error));
  EventDoc *d = event_add_doc (e, "inhalt", NULL);
  d->nachher = 1;
  d->commitment_nachher = hex_encode (h.b, HASH_BYTES);
  g_assert_true (help_put_event (s, e, &error));
  g_assert_true (store_commit (s, &error));
  help_assert_clean (s);
}

static void
in_child (const char *folder, void (*test) (const char *folder))
{
  int status;
  pid_t child = fork ();
  if (child == 0) {
    test (folder);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_disk_full (void)
{
  g_autofree char *folder = help_folder ();
  {
    g_autoptr (Store) s = help_create (folder);
    help_store_vorlage (s, "1-21", "Titel");
  }
  in_child (folder, fill_disk);
  in_child (folder, fill_disk_with_content);
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  help_assert_clean (s);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/writers/two-processes", test_two_processes);
  g_test_add_func ("/store/writers/check-beside-writer", test_check_beside_writer);
  g_test_add_func ("/store/writers/abort", test_abort);
  g_test_add_func ("/store/writers/lock", test_lock);
  g_test_add_func ("/store/writers/guards", test_guards);
  g_test_add_func ("/store/writers/disk-full", test_disk_full);
  return g_test_run ();
}
