/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Making index and readable files anew from what the trail keeps.  Writes kept bytes and renders nothing.
 * Called by ratsweg.c. */
#include "store/events.h"
#include "store/files.h"
#include "store/index.h"
#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include <errno.h>
#include <glib/gstdio.h>

typedef struct {
  Store *s;
  StoreFinding finding;
  gpointer user;
  guint64 written, lost;
  guint number; /* of the folder below verdraengt/; 0 until one is needed */
} Restore;

static guint
free_number (Store *s)
{
  for (guint n = 1;; n++) {
    g_autofree char *name = g_strdup_printf ("verdraengt/%u", n);
    g_autofree char *full = store_path (s, name);
    if (!g_file_test (full, G_FILE_TEST_EXISTS))
      return n;
  }
}

/* Moves what stands in the way; *@ret_aside is where to, below the store's folder. */
static gboolean
put_aside (Restore *r, const char *path, const char *full, char **ret_aside, GError **error)
{
  if (r->number == 0)
    r->number = free_number (r->s);
  *ret_aside = g_strdup_printf ("verdraengt/%u/%s", r->number, path);
  g_autofree char *to = store_path (r->s, *ret_aside);
  g_autofree char *folder = g_path_get_dirname (to);
  if (!file_make_folder (folder, error))
    return FALSE;
  return g_rename (full, to) == 0 ||
         file_fail (error, RATSWEG_ERROR_STORE, full, "lässt sich nicht unter verdraengt/ ablegen");
}

static gboolean
restore_one (const ReadableFile *f, gpointer user, GError **error)
{
  Restore *r = user;
  GStatBuf st;
  g_autofree char *full = store_path (r->s, f->path);
  g_autofree char *what = g_strdup_printf ("Datei %s", f->path);
  g_autofree char *aside = NULL;
  if (file_equals (full, f->bytes, NULL))
    return TRUE;
  if (interrupt_asked ())
    return fail (
      error, RATSWEG_ERROR_INTERRUPTED,
      "Abgebrochen; was schon geschrieben ist, stimmt, der Rest fehlt noch. Abhilfe: „ratsweg "
      "wiederherstellen“ noch einmal aufrufen.");
  if (g_lstat (full, &st) == 0 && !put_aside (r, f->path, full, &aside, error))
    return FALSE;
  if (!file_write (full, f->bytes, FALSE, error))
    return FALSE;
  g_autofree char *found =
    aside ? g_strdup_printf ("Die geänderte Datei liegt jetzt unter %s; geschrieben ist der aufbewahrte "
                             "Stand.",
                             aside)
          : g_strdup ("Die Datei fehlte und ist geschrieben.");
  r->written++;
  if (r->finding)
    r->finding (what, found, r->user);
  return TRUE;
}

static void
lost (const char *label, const GError *why, gpointer user)
{
  Restore *r = user;
  r->lost++;
  store_warn (r->s, "%s wird nicht wiederhergestellt: %s", label, why->message);
}

/* The index as the events have it; where a content is damaged it stays as it is. */
static gboolean
renew_index (Restore *r, GError **error)
{
  Store *s = r->s;
  g_autoptr (GError) why = NULL;
  if (!sql_exec (s->db, "SAVEPOINT verzeichnis", error))
    return FALSE;
  if (!index_rebuild (s, s->db, &why)) {
    r->lost++;
    store_warn (s, "Das Verzeichnis bleibt, wie es ist: %s", why->message);
    if (!sql_exec (s->db, "ROLLBACK TO verzeichnis", error))
      return FALSE;
  }
  return sql_exec (s->db, "RELEASE verzeichnis", error);
}

static gboolean
restore_all (Restore *r, GError **error)
{
  guint64 count;
  if (!renew_index (r, error) || !files_each (r->s, r->s->db, restore_one, lost, r, error) ||
      !events_count (r->s, &count, error))
    return FALSE;
  r->s->files_until = count;
  return index_set_meta (r->s->db, "dateien", (gint64) count, error);
}

gboolean
store_restore_files (Store *s, StoreFinding finding, gpointer user, guint64 *ret_written,
                     guint64 *ret_lost, GError **error)
{
  Restore r = { .s = s, .finding = finding, .user = user };
  *ret_written = *ret_lost = 0;
  if (!store_begin (s, error))
    return FALSE;
  gboolean ok = restore_all (&r, error);
  *ret_written = r.written;
  *ret_lost = r.lost;
  if (ok)
    return store_commit (s, error);
  store_abort (s);
  return FALSE;
}
