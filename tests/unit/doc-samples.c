/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Every released sample is valid, stays so, and is a fixed point of the writer. */
#include "doc-help.h"

static void
assert_sample (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Doc) d = doc_open_file (path, &error);
  g_assert_no_error (error);
  g_autofree char *once = written (d);
  g_autoptr (Doc) again = opened (once);
  g_autofree char *twice = written (again);
  g_assert_cmpstr (once, ==, twice);
  g_autofree char *text = node_text (doc_root (d)), *same = node_text (doc_root (again));
  g_assert_cmpstr (text, ==, same);
}

static guint
add_samples (const char *root, const char *folder)
{
  guint n = 0;
  g_autofree char *where = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir));) {
    g_autofree char *below = g_build_filename (folder, name, NULL);
    g_autofree char *path = g_build_filename (root, below, NULL);
    g_autofree char *test = g_strdup_printf ("/doc/%s", below);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      n += add_samples (root, below);
    else if (g_str_has_suffix (name, ".xml")) {
      g_test_add_data_func_full (test, g_strdup (path), assert_sample, g_free);
      n++;
    }
  }
  return n;
}

static void
none (void)
{
  g_test_skip ("no samples here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (add_samples (g_test_get_dir (G_TEST_DIST), "samples") == 0)
    g_test_add_func ("/doc/samples/none", none);
  return g_test_run ();
}
