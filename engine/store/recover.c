/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Hot journals, and private copies of databases that may only be read.  Undoes nothing itself: SQLite does.
 * Called by open.c and write.c. */
#include "store/recover.h"
#include "store/copy.h"
#include "store/lock.h"
#include "base/error.h"
#include "base/interrupt.h"
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gstdio.h>

gboolean
recover_journal_full (const Store *s)
{
  struct stat st;
  g_autofree char *journal = store_path (s, "ratsweg.db-journal");
  return g_stat (journal, &st) == 0 && st.st_size > 0;
}

static gboolean
copy_both (Store *s, char **ret_copy, GError **error)
{
  g_autofree char *db = store_path (s, "ratsweg.db");
  g_autofree char *journal = store_path (s, "ratsweg.db-journal");
  interrupt_hold (); /* until it is forgotten: no copy of an office's papers stays behind */
  s->recovered = g_dir_make_tmp ("ratsweg-XXXXXX", NULL);
  if (!s->recovered) {
    interrupt_release ();
    return fail (error, RATSWEG_ERROR_STORE,
                 "Ein Ordner für eine Kopie lässt sich unter %s nicht anlegen. Abhilfe: dort Platz und "
                 "Rechte prüfen, oder mit TMPDIR einen anderen Ort nennen.",
                 g_get_tmp_dir ());
  }
  g_autofree char *copy = g_build_filename (s->recovered, "ratsweg.db", NULL);
  g_autofree char *copy_journal = g_strconcat (copy, "-journal", NULL);
  if (!copy_file (db, copy, FALSE, error) || !copy_file (journal, copy_journal, FALSE, error))
    return FALSE;
  *ret_copy = g_steal_pointer (&copy);
  return TRUE;
}

gboolean
recover_copy (Store *s, char **ret_copy, GError **error)
{
  int lock = -1;
  g_autofree char *file = store_path (s, ".sperre");
  *ret_copy = NULL;
  if (!recover_journal_full (s))
    return TRUE;
  /* a mere copy of a store has no lock file, and no writer */
  if (access (file, R_OK) == 0 && (lock = lock_take (s->folder, 10, error)) < 0)
    return FALSE;
  gboolean ok = !recover_journal_full (s) || copy_both (s, ret_copy, error);
  if (!ok)
    recover_forget (s);
  lock_release (lock);
  return ok;
}

void
recover_forget (Store *s)
{
  static const char *const names[] = { "ratsweg.db", "ratsweg.db-journal" };
  if (!s->recovered)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (s->recovered, names[i], NULL);
    unlink (path);
  }
  rmdir (s->recovered);
  g_clear_pointer (&s->recovered, g_free);
  interrupt_release ();
}
