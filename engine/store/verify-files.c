/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The check of the readable files: missing, changed, unknown ones.  Called by verify.c. */
#include "store/verify.h"
#include "store/content.h"
#include "store/files.h"
#include "store/lock.h"
#include "base/error.h"
#include "base/file.h"
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

/* The newest version cannot be read (and was named), so nobody knows what the file should be. */
static gboolean
is_broken (Verify *v, const char *art, const char *spur)
{
  gint64 one;
  return sql_number (
           v->own, NULL, &one,
           "SELECT 1 FROM dokument AS d WHERE art = ? AND spur = ? AND stand < (SELECT max(stand) "
           "FROM version AS v WHERE v.art = d.art AND v.spur = d.spur)",
           "tt", art, spur) == STORE_FOUND;
}

/* A step at work may be about to write or remove the very file that looks wrong: with the writers' lock held
 * no step is.  -1 where nobody can be at work: within an own step, or on a copy without lock file. */
static int
hold_writers (Verify *v)
{
  g_autofree char *file = store_path (v->s, ".sperre");
  return v->s->writing || access (file, R_OK) != 0 ? -1 : lock_take (v->s->folder, 10, NULL);
}

/* The older version of the document that @full holds, or 0: then a step's files were not refreshed. */
static guint
older_version (Verify *v, const ReadableFile *f, const char *full)
{
  guint stand = 0;
  g_autoptr (Sql) q = sql_query (v->own, NULL,
                                 "SELECT stand, commitment FROM version WHERE art = ? AND spur = ? "
                                 "ORDER BY stand DESC LIMIT 1 OFFSET 1",
                                 "tt", doc_art_name (f->art), f->spur);
  Hash c;
  g_autoptr (GBytes) bytes = NULL;
  if (q && sql_step (q, NULL) == STORE_FOUND && sql_hash (q, 1, &c) &&
      content_get (v->s, &c, f->label, &bytes, NULL) == STORE_FOUND && file_equals (full, bytes, NULL))
    stand = (guint) sql_int (q, 0);
  return stand;
}

static void
name_wrong (Verify *v, const ReadableFile *f, const char *full, const GError *unreadable)
{
  GStatBuf st;
  g_autofree char *what = g_strdup_printf ("Datei %s", f->path);
  guint older = older_version (v, f, full);
  if (g_lstat (full, &st) != 0)
    verify_found (v, what, "Die lesbare Datei zu %s fehlt. Abhilfe: „ratsweg wiederherstellen“.",
                  f->label);
  else if (unreadable)
    verify_found (v, what, "%s", unreadable->message);
  else if (older)
    verify_found (v, what,
                  "Die Datei zeigt noch Stand %u statt %s: ein Schritt wurde unterbrochen. Abhilfe: der "
                  "nächste Schritt holt es nach, oder „ratsweg wiederherstellen“.",
                  older, f->label);
  else
    verify_found (v, what,
                  "Die Datei wurde ohne Ereignis geändert; sie ist nicht %s. Abhilfe: „ratsweg "
                  "wiederherstellen“ legt sie beiseite und schreibt den aufbewahrten Stand.",
                  f->label);
}

static gboolean
check_file (const ReadableFile *f, gpointer user, GError **error)
{
  Verify *v = user;
  const char *art = doc_art_name (f->art);
  g_autofree char *full = store_path (v->s, f->path);
  if (!verify_go_on (v, v->count, v->count, error))
    return FALSE;
  v->n->dateien++;
  if (is_broken (v, art, f->spur) || file_equals (full, f->bytes, NULL))
    return TRUE;
  int lock = hold_writers (v);
  g_autoptr (GError) unreadable = NULL;
  if (!file_equals (full, f->bytes, &unreadable) && !verify_changed_since (v, art, f->spur))
    name_wrong (v, f, full, unreadable);
  lock_release (lock);
  return TRUE;
}

/* What could not be read was named when the events were replayed. */
static void
lost (const char *label, const GError *why, gpointer user)
{
  (void) label;
  (void) why;
  (void) user;
}

/* -- files that no document asks for -- */

static gboolean
is_wanted (Db *db, const char *path)
{
  gint64 one;
  return sql_number (
           db, NULL, &one,
           "SELECT 1 FROM dokument WHERE pfad = ?1 UNION ALL SELECT 1 FROM datei WHERE pfad = ?1", "t",
           path) == STORE_FOUND;
}

/* A document of which no newest state is known may have any file of its own. */
static gboolean
any_broken (Verify *v)
{
  gint64 one;
  return sql_number (v->own, NULL, &one, "SELECT 1 FROM kaputt LIMIT 1", "") == STORE_FOUND;
}

static gboolean
is_unknown (Verify *v, const char *path)
{
  g_autofree char *full = store_path (v->s, path);
  GStatBuf st;
  gboolean live = store_count (v->s) != v->count || any_broken (v);
  return g_lstat (full, &st) == 0 && !is_wanted (v->own, path) &&
         !(live && is_wanted (v->s->index, path));
}

static void
check_unknown (Verify *v, const char *path)
{
  g_autofree char *what = g_strdup_printf ("Datei %s", path);
  if (!is_unknown (v, path))
    return;
  int lock = hold_writers (v);
  gboolean unknown = is_unknown (v, path);
  lock_release (lock);
  if (unknown && strstr (path, ".teil-"))
    verify_found (v, what, "Rest eines unterbrochenen Schreibens; die Datei kann gelöscht werden.");
  else if (unknown)
    verify_found (v, what,
                  "Unbekannte Datei: zu ihr gehört kein Dokument. Abhilfe: sie mit „ratsweg "
                  "einlesen“ aufnehmen oder an einen anderen Ort legen.");
}

static gboolean
walk (Verify *v, const char *folder, GError **error)
{
  const char *name;
  g_autofree char *full = store_path (v->s, folder);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *below = store_path (v->s, path);
    if (!verify_go_on (v, v->count, v->count, error))
      return FALSE;
    if (!g_file_test (below, G_FILE_TEST_IS_DIR) || g_file_test (below, G_FILE_TEST_IS_SYMLINK))
      check_unknown (v, path);
    else if (!walk (v, path, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
verify_files (Verify *v, GError **error)
{
  static const char *const folders[] = { "vorlagen", "sitzungen", "gremien", "stellen",
                                         "benutzer", "zaehler",   "profil",  "anlagen" };
  if (!files_each (v->s, v->own, check_file, lost, v, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (!walk (v, folders[i], error))
      return FALSE;
  return TRUE;
}
