/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A complete copy of a store's database and content files, while the office works: writers wait for the
 * database alone, and neither for the disk nor for the contents.
 * Copies no readable file (restore.c makes those) and no key.  Called by ratsweg.c. */
#include "store/content.h"
#include "store/copy.h"
#include "store/lock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define AT_ONCE (1 << 20)

typedef struct {
  Store *s;
  StoreProgress progress;
  gpointer user;
  GPtrArray *made; /* files, removed again on failure, with folders that are empty then */
} Backup;

static gboolean
go_on (const Backup *b, guint64 done, guint64 all, GError **error)
{
  return !b->progress || b->progress (done, all, b->user) ||
         fail (error, RATSWEG_ERROR_INTERRUPTED, "Die Sicherung ist abgebrochen; keine Datei bleibt.");
}

/* As SQLite's own descriptor reads it: another one, closed, would drop SQLite's locks. */
static gboolean
copy_bytes (const Backup *b, const char *file, int to, GError **error)
{
  sqlite3_file *from = NULL;
  sqlite3_int64 all = 0;
  g_autofree guint8 *buf = g_malloc (AT_ONCE);
  sqlite3_file_control (b->s->db->h, "main", SQLITE_FCNTL_FILE_POINTER, &from);
  errno = 0;
  int rc = from->pMethods->xFileSize (from, &all);
  for (sqlite3_int64 done = 0; rc == SQLITE_OK && done < all;) {
    int n = (int) MIN (all - done, AT_ONCE);
    rc = from->pMethods->xRead (from, buf, n, done);
    if (rc != SQLITE_OK)
      break;
    if (!file_write_all (to, buf, (gsize) n))
      return file_fail (error, RATSWEG_ERROR_STORE, file, "kann nicht geschrieben werden");
    done += n;
    if (!go_on (b, (guint64) done, (guint64) all, error))
      return FALSE;
  }
  return rc == SQLITE_OK || db_fail_of (b->s->db, rc, errno, error);
}

/* No writer is at work, and the file is whole: at rest a database is its file. */
static gboolean
copy_at_rest (const Backup *b, const char *file, int to, GError **error)
{
  gint64 tables;
  if (!sql_exec (b->s->db, "BEGIN", error))
    return FALSE;
  /* the first look takes back what a hot journal holds */
  gboolean ok =
    sql_number (b->s->db, error, &tables, "SELECT count(*) FROM sqlite_master", "") != STORE_FAILED &&
    copy_bytes (b, file, to, error);
  sql_exec (b->s->db, "ROLLBACK", NULL);
  return ok;
}

static gboolean
copy_database (Backup *b, const char *file, GError **error)
{
  int fd = open (file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return file_fail (error, errno == EEXIST ? RATSWEG_ERROR_INVALID : RATSWEG_ERROR_STORE, file,
                      "kann nicht angelegt werden");
  g_ptr_array_add (b->made, g_strdup (file));
  gboolean ok = copy_at_rest (b, file, fd, error);
  if (close (fd) != 0 && ok)
    return file_fail (error, RATSWEG_ERROR_STORE, file, "kann nicht geschrieben werden");
  return ok;
}

static gboolean
copy_content (Backup *b, const Hash *c, const char *to, GError **error)
{
  g_autofree char *name = content_file_name (c);
  g_autofree char *source = store_path (b->s, name);
  g_autofree char *target = g_build_filename (to, name + strlen ("inhalt/"), NULL);
  g_autofree char *folder = g_path_get_dirname (target);
  if (!g_file_test (source, G_FILE_TEST_EXISTS)) {
    store_warn (b->s,
                "Der Inhalt %s fehlt in der Ablage und deshalb auch in der Sicherung. Abhilfe: „ratsweg "
                "pruefe“ nennt alles, was betroffen ist; eine ältere Sicherung hat ihn noch.",
                name);
    return TRUE;
  }
  g_ptr_array_add (b->made, g_strdup (target));
  return file_make_folder (folder, error) && copy_file (source, target, TRUE, error) &&
         file_sync_folder (folder, error);
}

/* Exactly the files that the copied database names: they never change, so nobody has to wait for this. */
static gboolean
copy_contents (Backup *b, const char *file, const char *to, GError **error)
{
  g_autoptr (Db) db = db_open (file, SQLITE_OPEN_READONLY, file, error);
  gint64 all = 0;
  if (!db || sql_number (db, error, &all, "SELECT count(*) FROM inhalt WHERE kodierung = ?", "i",
                         (gint64) CONTENT_FILE) == STORE_FAILED)
    return FALSE;
  if (!file_make_folder (to, error))
    return FALSE;
  g_autoptr (Sql) q = sql_query (db, error, "SELECT commitment FROM inhalt WHERE kodierung = ?", "i",
                                 (gint64) CONTENT_FILE);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (guint64 done = 0; a == STORE_FOUND; a = sql_step (q, error)) {
    Hash c;
    if (sql_hash (q, 0, &c) &&
        (!go_on (b, ++done, (guint64) all, error) || !copy_content (b, &c, to, error)))
      return FALSE;
  }
  return a == STORE_ABSENT && file_sync_folder (to, error);
}

static gboolean
copy_all (Backup *b, const char *file, int lock, GError **error)
{
  g_autofree char *to = g_strconcat (file, ".inhalt", NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  gboolean ok = !g_file_test (to, G_FILE_TEST_EXISTS) ||
                fail (error, RATSWEG_ERROR_INVALID,
                      "%s: gibt es schon. Abhilfe: eine neue Datei für die Sicherung nennen.", to);
  ok = ok && copy_database (b, file, error);
  lock_release (lock); /* only the database needs it */
  return ok && file_sync (file, error) && copy_contents (b, file, to, error) &&
         file_sync_folder (folder, error);
}

static void
undo (const Backup *b, const char *file)
{
  g_autofree char *inhalt = g_strconcat (file, ".inhalt", NULL);
  for (guint i = 0; i < b->made->len; i++) {
    g_autofree char *folder = g_path_get_dirname (b->made->pdata[i]);
    unlink (b->made->pdata[i]);
    if (i > 0)
      rmdir (folder);
  }
  rmdir (inhalt);
}

gboolean
store_backup (Store *s, const char *file, StoreProgress progress, gpointer user, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  Backup b = { s, progress, user, made };
  g_autofree char *full = g_canonicalize_filename (file, NULL);
  if (s->writing)
    return fail (error, RATSWEG_ERROR_INTERNAL, "Während eines Schritts gibt es keine Sicherung.");
  int lock = lock_take (s->folder, 10, error);
  if (lock < 0)
    return FALSE;
  interrupt_hold (); /* from the first file on a backup is not cut off, but taken back */
  gboolean ok = copy_all (&b, full, lock, error);
  if (!ok)
    undo (&b, full);
  interrupt_done (ok);
  interrupt_release ();
  return ok;
}
