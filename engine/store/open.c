/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Making, opening and closing a store; its warnings.  Records no step.  Called by ratsweg.c and ui/. */
#include "store/inside.h"
#include "store/index.h"
#include "store/files.h"
#include "store/lock.h"
#include "store/recover.h"
#include "store/tables.h"
#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define DB_NAME "ratsweg.db"

char *
store_path (const Store *s, const char *name)
{
  return g_build_filename (s->folder, name, NULL);
}

const char *
store_folder (const Store *s)
{
  return s->folder;
}

GPtrArray *
store_warnings (Store *s)
{
  return s->warnings;
}

void
store_warn (Store *s, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_autofree char *text = g_strdup_vprintf (fmt, ap);
  va_end (ap);
  if (!g_ptr_array_find_with_equal_func (s->warnings, text, g_str_equal, NULL))
    g_ptr_array_add (s->warnings, g_steal_pointer (&text));
}

static Store *
store_new (const char *folder, StoreMode mode)
{
  Store *s = g_new0 (Store, 1);
  s->folder = g_canonicalize_filename (folder, NULL);
  s->mode = mode;
  s->lock = -1;
  s->warnings = g_ptr_array_new_with_free_func (g_free);
  s->fresh = g_array_new (FALSE, FALSE, sizeof (Hash));
  return s;
}

void
store_close (Store *s)
{
  if (!s)
    return;
  if (s->writing)
    store_abort (s);
  db_close (s->scratch);
  db_close (s->db);
  recover_forget (s);
  lock_release (s->lock);
  g_ptr_array_unref (s->warnings);
  g_array_unref (s->fresh);
  g_clear_pointer (&s->remembered, g_hash_table_unref);
  g_free (s->folder);
  g_free (s);
}

static gboolean
set_up (Store *s, const char *path, int flags, GError **error)
{
  g_autofree char *name = store_path (s, DB_NAME);
  s->db = s->index = db_open (path, flags, name, error);
  return s->db && sql_exec (s->db,
                            "PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; "
                            "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-16000",
                            error);
}

/* -- making -- */

static gboolean
folder_is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  return dir && !g_dir_read_name (dir);
}

static gboolean
make_folder (const char *folder, gboolean *ret_made, GError **error)
{
  *ret_made = !g_file_test (folder, G_FILE_TEST_EXISTS);
  if (*ret_made && !file_make_folder (folder, error))
    return FALSE;
  if (!*ret_made && !folder_is_empty (folder))
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s: der Ordner ist nicht leer oder keiner. Abhilfe: einen neuen oder leeren Ordner "
                 "nennen.",
                 folder);
  return TRUE;
}

/* SQLite gives its journal the rights of the database. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return file_fail (error, RATSWEG_ERROR_STORE, path, "kann nicht angelegt werden");
  close (fd);
  return TRUE;
}

static void
warn_of_network (Store *s)
{
  struct statfs fs;
  if (statfs (s->folder, &fs) != 0)
    return;
  guint32 type = (guint32) fs.f_type;
  if (type == NFS_SUPER_MAGIC || type == SMB_SUPER_MAGIC || type == CIFS_SUPER_MAGIC ||
      type == SMB2_SUPER_MAGIC || type == AFS_SUPER_MAGIC || type == CODA_SUPER_MAGIC ||
      type == FUSE_SUPER_MAGIC)
    store_warn (s,
                "%s liegt auf einem Netzlaufwerk oder in einem Benutzer-Dateisystem; dort halten "
                "Sperren und Sicherung gegen Absturz nicht immer. Abhilfe: die Ablage auf einen eigenen "
                "Datenträger legen.",
                s->folder);
}

static gboolean
fill_new (Store *s, GError **error)
{
  g_autofree char *path = store_path (s, DB_NAME);
  g_autofree char *above = g_path_get_dirname (s->folder);
  return make_file (path, error) && set_up (s, path, SQLITE_OPEN_READWRITE, error) &&
         sql_exec (s->db, "PRAGMA journal_mode=TRUNCATE; BEGIN IMMEDIATE", error) &&
         tables_create (s->db, error) && sql_exec (s->db, "COMMIT", error) &&
         (s->lock = lock_take (s->folder, 1, error)) >= 0 && file_sync_folder (s->folder, error) &&
         file_sync_folder (above, error);
}

void
store_discard (Store *s)
{
  static const char *const names[] = { DB_NAME, DB_NAME "-journal", ".sperre" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = store_path (s, names[i]);
    unlink (path);
  }
  if (s->made)
    rmdir (s->folder);
  store_close (s);
}

Store *
store_create (const char *folder, GError **error)
{
  g_autoptr (Store) s = store_new (folder, STORE_WRITE);
  if (!make_folder (s->folder, &s->made, error))
    return NULL;
  if (!fill_new (s, error)) {
    store_discard (g_steal_pointer (&s));
    return NULL;
  }
  lock_release (s->lock);
  s->lock = -1;
  warn_of_network (s);
  return g_steal_pointer (&s);
}

/* -- opening -- */

static gboolean
may_write (const Store *s, const char *path)
{
  return access (s->folder, W_OK | X_OK) == 0 && access (path, W_OK) == 0;
}

static gboolean
set_up_and_look (Store *s, const char *path, int flags, GError **error)
{
  gint64 version;
  return set_up (s, path, flags, error) && tables_version (s->db, &version, error);
}

/* The first look at a database undoes what a killed writer left.  The lock tells the dead from the living: if
 * somebody holds it, the journal is in use. */
static gboolean
open_to_write (Store *s, const char *path, GError **error)
{
  int lock = recover_journal_full (s) ? lock_take (s->folder, 0, NULL) : -1;
  gboolean hot = lock >= 0 && recover_journal_full (s);
  gboolean ok = set_up_and_look (s, path, SQLITE_OPEN_READWRITE, error);
  lock_release (lock);
  if (ok && hot)
    store_warn (
      s, "Ein unterbrochener Schritt war nicht aufgenommen und ist zurückgenommen; die Ablage ist "
         "wie vor ihm.");
  return ok;
}

/* Once SQLite has recovered the copy it needs no name any more, and nothing is left behind whatever happens. */
static gboolean
open_copy (Store *s, const char *copy, GError **error)
{
  gboolean ok = set_up_and_look (s, copy, SQLITE_OPEN_READWRITE, error);
  recover_forget (s);
  return ok && interrupt_check (error);
}

/* Reading what may not, or cannot, be written. */
static gboolean
open_beside (Store *s, const char *path, const char *why, GError **error)
{
  g_autofree char *copy = NULL;
  if (!recover_copy (s, &copy, error))
    return FALSE;
  if (!copy)
    return set_up_and_look (s, path, SQLITE_OPEN_READONLY, error);
  if (!open_copy (s, copy, error))
    return FALSE;
  store_warn (
    s, "%s: ein Schritt war unterbrochen, und %s; gelesen wird eine eigene Kopie ohne diesen Schritt.",
    path, why);
  return TRUE;
}

/* What a killed writer left cannot be taken back in its place, as on a full disk. */
static gboolean
is_stuck (const Store *s)
{
  int rc = s->db ? sqlite3_errcode (s->db->h) & 0xff : SQLITE_OK;
  return recover_journal_full (s) && (rc == SQLITE_FULL || rc == SQLITE_IOERR || rc == SQLITE_READONLY);
}

static gboolean
open_for_reading (Store *s, const char *path, GError **error)
{
  g_autoptr (GError) why = NULL;
  if (!may_write (s, path))
    return open_beside (s, path, "die Ablage ist schreibgeschützt", error);
  if (open_to_write (s, path, &why))
    return TRUE;
  if (!is_stuck (s)) {
    g_propagate_error (error, g_steal_pointer (&why));
    return FALSE;
  }
  g_clear_pointer (&s->db, db_close);
  return open_beside (s, path, "der Datenträger nimmt nichts mehr auf", error);
}

static gboolean
open_for_writing (Store *s, const char *path, GError **error)
{
  if (!may_write (s, path))
    return fail (error, RATSWEG_ERROR_STORE,
                 "%s: die Ablage ist schreibgeschützt. Abhilfe: Rechte an Ordner und Datei geben, oder "
                 "nur lesende Befehle verwenden.",
                 s->folder);
  return open_to_write (s, path, error) && sql_exec (s->db, "PRAGMA journal_mode=TRUNCATE", error);
}

/* An index of an older version is not read but made anew: here for looking, in place at the first write. */
static gboolean
ready_index (Store *s, GError **error)
{
  gint64 version;
  if (!tables_version (s->db, &version, error))
    return FALSE;
  if (version == TABLES_INDEX_VERSION)
    return TRUE;
  s->scratch = db_open_scratch (error);
  if (!s->scratch || !index_rebuild (s, s->scratch, error))
    return FALSE;
  s->index = s->scratch;
  return TRUE;
}

/* Files that a killed process left behind; if another process is at work, its next start sees to them. */
static void
catch_up (Store *s)
{
  s->lock = lock_take (s->folder, 0, NULL);
  if (s->lock >= 0)
    files_catch_up (s);
  lock_release (s->lock);
  s->lock = -1;
}

Store *
store_open (const char *folder, StoreMode mode, GError **error)
{
  g_autoptr (Store) s = store_new (folder, mode);
  g_autofree char *path = store_path (s, DB_NAME);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    fail (
      error, RATSWEG_ERROR_STORE,
      "%s: hier liegt keine Ablage (%s fehlt). Abhilfe: mit -C ihren Ordner nennen, oder mit „ratsweg "
      "anlegen“ eine neue machen.",
      s->folder, DB_NAME);
    return NULL;
  }
  gboolean ok =
    mode == STORE_WRITE ? open_for_writing (s, path, error) : open_for_reading (s, path, error);
  if (!ok || !ready_index (s, error))
    return NULL;
  if (mode == STORE_WRITE && s->index == s->db)
    catch_up (s);
  return g_steal_pointer (&s);
}
