/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A step killed at each named place, and at many moments without a name: afterwards it is there whole or not
 * at all, and files and trail agree (the kills of daten-trail-insert-fails). */
#include "../unit/store-help.h"
#include "base/error.h"
#include <signal.h>
#include <sys/wait.h>

/* The second version of the paper, its image, and a second paper, in one step. */
static gboolean
big_step (const char *folder)
{
  guint8 nonce[NONCE_BYTES];
  Hash image;
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Bild", 4);
  if (!store_begin (s, NULL))
    return FALSE;
  g_autoptr (Event) e = help_event (s);
  help_nonce (nonce);
  if (!store_put_content (s, bytes, nonce, &image, NULL))
    return FALSE;
  EventDoc *ed = event_add_doc (e, "inhalt", NULL);
  ed->nachher = 1;
  ed->commitment_nachher = hex_encode (image.b, HASH_BYTES);
  g_autofree char *more =
    g_strdup_printf ("<p><img src='a.png' alt='x' inhalt='%s'/></p>", ed->commitment_nachher);
  g_autoptr (Doc) one = help_vorlage ("21874-21", "Zwei", more);
  g_autoptr (Doc) two = help_vorlage ("21875-21", "Neu", NULL);
  return help_put (s, e, one, "entwurf-1", NULL) && help_put (s, e, two, NULL, NULL) &&
         help_put_event (s, e, NULL) && store_commit (s, NULL);
}

static char *
prepare (void)
{
  char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_store_vorlage (s, "entwurf-1", "Eins");
  return folder;
}

/* Whole or absent; @redone: files were left out, and the next writer says so. */
static void
assert_after (const char *folder, gboolean whole, gboolean redone)
{
  GError *error = NULL;
  g_auto (StoreDoc) d = { 0 };
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_assert_cmpuint (store_count (s), ==, whole ? 2 : 1);
  g_assert_cmpint (store_get (s, DOC_VORLAGE, whole ? "21874-21" : "entwurf-1", 0, &d, &error), ==,
                   STORE_FOUND);
  g_assert_cmpuint (d.stand, ==, whole ? 2 : 1);
  store_doc_clear (&d);
  g_assert_cmpint (store_get (s, DOC_VORLAGE, "21875-21", 0, &d, &error), ==,
                   whole ? STORE_FOUND : STORE_ABSENT);
  if (redone)
    g_assert_true (help_has (store_warnings (s), "nachgeholt"));
  help_store_vorlage (s, "danach", "Titel"); /* begin tidies content files of steps that never were */
  help_assert_clean (s);
  g_autofree char *old = help_read (folder, "vorlagen/2021/entwurf-1.xml");
  g_autofree char *now = help_read (folder, "vorlagen/2021/21874-21.xml");
  g_assert_true (whole ? now && !old : old && !now);
}

static void
kill_at (const char *point, gboolean whole, gboolean redone)
{
  g_autofree char *folder = prepare ();
  int status;
  pid_t child = fork ();
  if (child == 0) {
    g_setenv ("RATSWEG_STOERUNG", point, TRUE);
    big_step (folder);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  assert_after (folder, whole, redone);
}

static void
test_named (void)
{
  kill_at ("nach-inhalt", FALSE, FALSE);
  kill_at ("vor-commit", FALSE, FALSE);
  kill_at ("nach-commit", TRUE, TRUE);
  kill_at ("zwischen-dateien", TRUE, TRUE);
}

/* A reader that comes first finds the same, and does not call half-refreshed files tampered with. */
static void
test_reader_first (void)
{
  g_autofree char *folder = prepare ();
  pid_t child = fork ();
  if (child == 0) {
    g_setenv ("RATSWEG_STOERUNG", "nach-commit", TRUE);
    big_step (folder);
    _exit (0);
  }
  waitpid (child, NULL, 0);
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_true (help_has (found,
                           "Datei vorlagen/2021/21874-21.xml: Die lesbare Datei zu Vorlage 21874-21, "
                           "Stand 2 fehlt"));
  for (guint i = 0; i < found->len; i++)
    g_assert_null (strstr (found->pdata[i], "ohne Ereignis geändert"));
}

/* Killed again while redoing: the third start still gets there. */
static void
test_twice (void)
{
  g_autofree char *folder = prepare ();
  const char *points[] = { "nach-commit", "zwischen-dateien", "zwischen-dateien" };
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++) {
    int status;
    pid_t child = fork ();
    if (child == 0) {
      g_setenv ("RATSWEG_STOERUNG", points[i], TRUE);
      if (i == 0)
        big_step (folder);
      else
        store_close (help_open (folder, STORE_WRITE));
      _exit (0);
    }
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));
  }
  assert_after (folder, TRUE, TRUE);
}

/* Somebody changes a file between the kill and the next start: it is left alone. */
static void
test_foreign_between (void)
{
  g_autofree char *folder = prepare ();
  pid_t child = fork ();
  if (child == 0) {
    g_setenv ("RATSWEG_STOERUNG", "nach-commit", TRUE);
    big_step (folder);
    _exit (0);
  }
  waitpid (child, NULL, 0);
  help_write (folder, "vorlagen/2021/entwurf-1.xml", "von Hand");
  help_write (folder, "vorlagen/2021/21875-21.xml", "von Hand");
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_assert_true (help_has (store_warnings (s), "vorlagen/2021/entwurf-1.xml"));
  g_assert_true (help_has (store_warnings (s), "vorlagen/2021/21875-21.xml"));
  g_autofree char *old = help_read (folder, "vorlagen/2021/entwurf-1.xml");
  g_autofree char *other = help_read (folder, "vorlagen/2021/21875-21.xml");
  g_assert_cmpstr (old, ==, "von Hand");
  g_assert_cmpstr (other, ==, "von Hand");
}

/* SIGKILL after more and more microseconds, so that it falls into every part of a step. */
static void
test_any_moment (void)
{
  guint whole = 0, absent = 0, step = g_getenv ("RATSWEG_LANG") ? 40 : 400;
  for (guint delay = 0; delay < 24000; delay += step) {
    g_autofree char *folder = prepare ();
    int status;
    pid_t child = fork ();
    if (child == 0) {
      big_step (folder);
      _exit (0);
    }
    g_usleep (delay);
    kill (child, SIGKILL);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    gboolean there;
    {
      g_autoptr (Store) s = help_open (folder, STORE_READ);
      there = store_count (s) == 2;
    }
    assert_after (folder, there, FALSE);
    if (there)
      whole++;
    else
      absent++;
  }
  g_test_message ("%u whole, %u absent", whole, absent);
  g_assert_cmpuint (absent, >, 0);
}

/* A signal that asks politely waits from the commit to the refreshed files. */
static void
test_signals_wait (void)
{
  for (guint delay = 0; delay < 16000; delay += 1000) {
    g_autofree char *folder = prepare ();
    int status;
    pid_t child = fork ();
    if (child == 0) {
      signal (SIGTERM, SIG_DFL);
      big_step (folder);
      _exit (0);
    }
    g_usleep (delay);
    kill (child, SIGTERM);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_autoptr (Store) s = help_open (folder, STORE_WRITE);
    for (guint i = 0; i < store_warnings (s)->len; i++)
      g_assert_null (strstr (store_warnings (s)->pdata[i], "nachgeholt"));
    assert_after (folder, store_count (s) == 2, FALSE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault/store/named", test_named);
  g_test_add_func ("/fault/store/reader-first", test_reader_first);
  g_test_add_func ("/fault/store/twice", test_twice);
  g_test_add_func ("/fault/store/foreign-between", test_foreign_between);
  g_test_add_func ("/fault/store/any-moment", test_any_moment);
  g_test_add_func ("/fault/store/signals-wait", test_signals_wait);
  return g_test_run ();
}
