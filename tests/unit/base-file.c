/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading within bounds; writing whole or not at all. */
#include "base/file.h"
#include "base/error.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder, *path;
} Place;

static void
set_up (Place *p, gconstpointer data)
{
  (void) data;
  p->folder = g_dir_make_tmp ("ratsweg-XXXXXX", NULL);
  p->path = g_build_filename (p->folder, "akte.xml", NULL);
}

static void
remove_tree (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_tree (path);
    else
      g_unlink (path);
  }
  if (dir)
    g_dir_close (dir);
  g_rmdir (folder);
}

static void
tear_down (Place *p, gconstpointer data)
{
  (void) data;
  remove_tree (p->folder);
  g_free (p->folder);
  g_free (p->path);
}

static GBytes *
text (const char *s)
{
  return g_bytes_new (s, strlen (s));
}

static guint
files_in (const char *folder)
{
  guint n = 0;
  GDir *dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir))
    n++;
  g_dir_close (dir);
  return n;
}

static void
write_and_read (Place *p, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = text ("eins");
  g_autoptr (GBytes) two = text ("zwei, länger");
  g_assert_true (file_write (p->path, one, FALSE, &error));
  g_assert_true (file_equals (p->path, one, NULL));
  g_assert_false (file_equals (p->path, two, NULL));
  g_assert_true (file_write (p->path, two, TRUE, &error));
  g_assert_no_error (error);
  g_autoptr (GBytes) there = file_read (p->path, 100, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (there, two));
  g_assert_cmpuint (files_in (p->folder), ==, 1);
  struct stat st;
  g_assert_cmpint (g_stat (p->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
folders_are_made (Place *p, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = text ("x");
  g_autofree char *folder = g_build_filename (p->folder, "vorlagen", "2021", NULL);
  g_autofree char *deep = g_build_filename (folder, "a.xml", NULL);
  g_assert_true (file_write (deep, bytes, TRUE, &error));
  g_assert_no_error (error);
  struct stat st;
  g_assert_cmpint (g_stat (folder, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
}

static void
bounds (Place *p, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = text ("12345");
  g_assert_true (file_write (p->path, bytes, FALSE, &error));
  g_autoptr (GBytes) whole = file_read (p->path, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), ==, 5);
  g_assert_null (file_read (p->path, 4, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, p->path));
}

static void
assert_unreadable (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (file_read (path, 100, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, path));
}

/* Not even a pipe that nobody writes to may stop the program. */
static void
no_files (Place *p, gconstpointer data)
{
  (void) data;
  g_autofree char *pipe = g_build_filename (p->folder, "rohr", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_unreadable (pipe);
  assert_unreadable (p->folder);
  assert_unreadable ("/dev/zero");
  assert_unreadable (p->path);
}

/* The disk is full after 100 bytes: the old file stays, no part file is left. */
static void
disk_full (Place *p, gconstpointer durable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) old = text ("alt");
  g_autofree char *much = g_strnfill (100000, 'x');
  g_autoptr (GBytes) large = text (much);
  g_assert_true (file_write (p->path, old, FALSE, &error));
  struct rlimit before, small;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 100;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  gboolean ok = file_write (p->path, large, GPOINTER_TO_INT (durable), &error);
  setrlimit (RLIMIT_FSIZE, &before);
  signal (SIGXFSZ, handler);
  g_assert_false (ok);
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_STORE);
  g_assert_true (g_str_has_prefix (error->message, p->path));
  g_assert_true (file_equals (p->path, old, NULL));
  g_assert_cmpuint (files_in (p->folder), ==, 1);
}

static void
rename_fails (Place *p, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = text ("x");
  g_assert_cmpint (g_mkdir (p->path, 0700), ==, 0);
  g_assert_false (file_write (p->path, bytes, FALSE, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_STORE);
  g_assert_true (g_file_test (p->path, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (files_in (p->folder), ==, 1);
}

static void
removal (Place *p, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = text ("x");
  g_assert_true (file_write (p->path, bytes, FALSE, &error));
  g_assert_true (file_remove (p->path, &error));
  g_assert_true (file_remove (p->path, &error));
  g_assert_no_error (error);
  g_assert_false (file_remove (p->folder, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_STORE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/base/file/" name, Place, data, set_up, func, tear_down)
  ADD ("write-and-read", NULL, write_and_read);
  ADD ("folders", NULL, folders_are_made);
  ADD ("bounds", NULL, bounds);
  ADD ("no-files", NULL, no_files);
  ADD ("disk-full", GINT_TO_POINTER (FALSE), disk_full);
  ADD ("disk-full-durable", GINT_TO_POINTER (TRUE), disk_full);
  ADD ("rename-fails", NULL, rename_fails);
  ADD ("removal", NULL, removal);
  return g_test_run ();
}
