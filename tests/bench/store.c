/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What a durable step costs beside a bare commit of SQLite with the same bytes in the same folder, and what a
 * version costs beside the same version deflated alone.  Judges nothing: prints ratios. */
#include "../unit/store-help.h"
#include <sqlite3.h>
#include <stdio.h>
#include <zlib.h>

#define STEPS 300

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

/* About nine thousand bytes of text that hardly repeats, as a paper has; each version changes one word. */
static char *
paragraphs (guint version)
{
  GString *s = g_string_new (NULL);
  g_autoptr (GRand) dice = g_rand_new_with_seed (4711);
  for (guint i = 0; i < 60; i++) {
    g_string_append (s, "<p>");
    for (guint k = 0; k < 14; k++) {
      for (int n = g_rand_int_range (dice, 3, 12); n > 0; n--)
        g_string_append_c (s, (char) ('a' + g_rand_int_range (dice, 0, 26)));
      g_string_append_c (s, ' ');
    }
    g_string_append_printf (s, "Nummer %u.</p>", i == version % 60 ? version : i);
  }
  return g_string_free (s, FALSE);
}

static double
durable_steps (Store *s, gsize *ret_raw, gsize *ret_alone)
{
  double spent = 0;
  for (guint i = 0; i < STEPS; i++) {
    g_autofree char *more = paragraphs (i);
    g_autoptr (Doc) d = help_vorlage ("21874-21", "Titel", more);
    g_autoptr (GBytes) bytes = doc_bytes (d);
    uLongf room = compressBound (g_bytes_get_size (bytes));
    g_autofree Bytef *packed = g_malloc (room);
    compress (packed, &room, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    *ret_raw += g_bytes_get_size (bytes);
    *ret_alone += room;
    double from = now_ms ();
    help_step (s, d, NULL);
    spent += now_ms () - from;
  }
  return spent / STEPS;
}

static double
bare_commits (const char *folder, gsize bytes)
{
  sqlite3 *db;
  g_autofree char *path = g_build_filename (folder, "bar.db", NULL);
  g_autofree char *insert =
    g_strdup_printf ("INSERT INTO t VALUES (randomblob (%" G_GSIZE_FORMAT "))", bytes);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; "
                                 "CREATE TABLE t (x BLOB)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  double from = now_ms ();
  for (guint i = 0; i < STEPS; i++)
    g_assert_cmpint (sqlite3_exec (db, insert, NULL, NULL, NULL), ==, SQLITE_OK);
  double spent = now_ms () - from;
  sqlite3_close (db);
  return spent / STEPS;
}

static gint64
number (const char *folder, const char *query)
{
  sqlite3 *db;
  sqlite3_stmt *q;
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, query, -1, &q, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (q), ==, SQLITE_ROW);
  gint64 n = sqlite3_column_int64 (q, 0);
  sqlite3_finalize (q);
  sqlite3_close (db);
  return n;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = help_folder ();
  gsize raw = 0, alone = 0;
  double step;
  {
    g_autoptr (Store) s = help_create (folder);
    step = durable_steps (s, &raw, &alone);
  }
  double kept = (double) number (folder, "SELECT sum (length (bytes)) FROM inhalt") / STEPS;
  double event = (double) number (folder, "SELECT sum (length (xml)) FROM ereignis") / STEPS;
  double bare = bare_commits (folder, (gsize) (kept + event));
  printf ("durable step: %.2f ms; bare commit of the same bytes: %.2f ms; ratio %.2f\n", step, bare,
          step / bare);
  printf ("bytes a version: %.0f kept of %.0f; deflated alone: %.0f; ratio %.3f\n", kept,
          (double) raw / STEPS, (double) alone / STEPS, kept / ((double) alone / STEPS));
  printf ("bytes an event: %.0f\n", event);
  return 0;
}
