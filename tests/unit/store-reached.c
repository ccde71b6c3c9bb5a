/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* How far the readable files are is noted beside the lock, and the note is only believed of this trail and
 * since this start of the machine: files are not synced. */
#include "store-help.h"
#include <string.h>
#include <sys/stat.h>

#define FILE_NAME "vorlagen/2021/entwurf-1.xml"

/* Whether a start, that finds this line in the lock file, looks after the last step's files. */
static gboolean
looks_after (const char *folder, const char *line)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  help_write (folder, ".sperre", line);
  g_remove (path);
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_note (void)
{
  g_autofree char *folder = help_folder ();
  {
    g_autoptr (Store) s = help_create (folder);
    help_store_vorlage (s, "entwurf-1", "Eins");
  }
  g_autofree char *line = help_read (folder, ".sperre");
  g_auto (GStrv) word = g_strsplit (g_strchomp (line), " ", -1);
  g_assert_cmpuint (g_strv_length (word), ==, 3);
  g_assert_cmpstr (word[0], ==, "1");
  g_autofree char *same = g_strdup_printf ("%s %s %s\n", word[0], word[1], word[2]);
  g_assert_false (looks_after (folder, same));
  g_autofree char *other_trail =
    g_strdup_printf ("%s %c%s %s\n", word[0], word[1][0] == 'a' ? 'b' : 'a', word[1] + 1, word[2]);
  g_autofree char *other_start =
    g_strdup_printf ("%s %s %c%s\n", word[0], word[1], word[2][0] == 'a' ? 'b' : 'a', word[2] + 1);
  g_autofree char *beyond = g_strdup_printf ("2 %s %s\n", word[1], word[2]);
  g_autofree char *endless = g_strnfill (100000, '1');
  const char *const bad[] = { "",          "\n",        "1",
                              "Unsinn",    "-1 ",       "18446744073709551615 a b\n",
                              other_trail, other_start, beyond,
                              endless };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_true (looks_after (folder, bad[i]));
}

/* A step whose files could not be written is not noted as done. */
static void
test_not_written (void)
{
  g_autofree char *folder = help_folder ();
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *in_the_way = g_build_filename (folder, "vorlagen", NULL);
  {
    g_autoptr (Store) s = help_create (folder);
    help_write (folder, "vorlagen", "keine Mappe");
    help_store_vorlage (s, "entwurf-1", "Eins");
    g_assert_true (help_has (store_warnings (s), "nicht geschrieben"));
  }
  g_remove (in_the_way);
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reached/note", test_note);
  g_test_add_func ("/store/reached/not-written", test_not_written);
  return g_test_run ();
}
