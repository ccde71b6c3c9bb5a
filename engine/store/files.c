/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Refreshing the readable files behind a commit, or at the next start.  Never overwrites what it did not
 * write.  Called by write.c and open.c. */
#include "store/files.h"
#include "store/content.h"
#include "store/events.h"
#include "store/index.h"
#include "store/parts.h"
#include "store/reached.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/file.h"
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

/* A version with what its files are: path below the folder -> commitment (NULL: the document itself). */
typedef struct {
  GBytes *bytes;
  Facts *facts;
} Version;

static void
version_clear (Version *v)
{
  g_clear_pointer (&v->bytes, g_bytes_unref);
  g_clear_pointer (&v->facts, facts_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Version, version_clear)

#define PUT_MOST (32u * 1024 * 1024)

static void
version_free (gpointer v)
{
  version_clear (v);
  g_free (v);
}

static char *
version_key (DocArt art, const char *spur)
{
  return g_strconcat (doc_art_name (art), " ", spur, NULL);
}

void
files_remember (Store *s, GBytes *bytes, Facts *facts)
{
  Version v = { g_bytes_ref (bytes), facts };
  s->put_bytes += g_bytes_get_size (bytes);
  if (!s->put)
    s->put = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, version_free);
  g_autofree char *key = version_key (facts->art, facts->spur);
  if (s->put_bytes <= PUT_MOST)
    g_hash_table_insert (s->put, g_steal_pointer (&key), g_memdup2 (&v, sizeof v));
  else {
    g_hash_table_remove (s->put, key);
    version_clear (&v);
  }
}

void
files_forget (Store *s)
{
  g_clear_pointer (&s->put, g_hash_table_unref);
  s->put_bytes = 0;
}

typedef struct {
  Store *s;
  gboolean redo;     /* after a kill: say which files were written late */
  gboolean complete; /* FALSE once a file could not be written */
} Refresh;

/* The newest version below event @before; absent is no failure and leaves @ret empty. */
static gboolean
load (Store *s, DocArt art, const char *spur, guint64 before, Version *ret, GError **error)
{
  Hash c;
  g_autoptr (Sql) q = sql_query (s->index, error,
                                 "SELECT stand, commitment FROM version WHERE art = ? AND spur = ? AND "
                                 "seq < ? ORDER BY stand DESC LIMIT 1",
                                 "tti", doc_art_name (art), spur, (gint64) MIN (before, G_MAXINT64));
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a != STORE_FOUND)
    return a == STORE_ABSENT;
  g_autofree char *label = store_label (art, spur, (guint) sql_int (q, 0));
  gboolean valid = sql_hash (q, 1, &c);
  g_clear_pointer (&q, sql_done);
  if (!valid || (a = content_get (s, &c, label, &ret->bytes, error)) == STORE_ABSENT)
    return fail (error, RATSWEG_ERROR_DAMAGED, "%s: der Inhalt fehlt.", label);
  if (a == STORE_FAILED)
    return FALSE;
  g_autoptr (Doc) doc = doc_open_stored (art, spur, ret->bytes, label, error);
  if (doc)
    ret->facts = facts_of (doc);
  return doc != NULL;
}

/* The commitment of the attached file at @path, or NULL. */
static const char *
attached (const Facts *f, const char *path)
{
  for (guint i = 0; f && i < f->dateien->len; i++) {
    const FactFile *file = f->dateien->pdata[i];
    if (strcmp (file->path, path) == 0)
      return file->commitment;
  }
  return NULL;
}

static GBytes *
attached_bytes (Store *s, const char *commitment, const char *path, GError **error)
{
  Hash c;
  GBytes *bytes = NULL;
  if (!commitment || !hex_decode (commitment, c.b, HASH_BYTES))
    return NULL;
  if (content_get (s, &c, path, &bytes, error) == STORE_ABSENT)
    fail (error, RATSWEG_ERROR_DAMAGED, "%s: der Inhalt fehlt.", path);
  return bytes;
}

/* -- one file -- */

static void
failed (Refresh *r, const char *path, const GError *why)
{
  g_autofree char *cause = error_cause (why);
  r->complete = FALSE;
  store_warn (
    r->s,
    "%s ist aufgenommen, die lesbare Datei %s aber nicht geschrieben: %s Abhilfe: der nächste Schritt "
    "holt es nach, oder „ratsweg wiederherstellen“.",
    r->redo ? "Ein früherer Schritt" : "Der Schritt", path, cause);
}

static void
warn_changed (Refresh *r, const char *path)
{
  store_warn (r->s,
              "Die Datei %s wurde außerhalb von Ratsweg geändert; sie bleibt, wie sie ist, und zeigt "
              "nicht den neuesten Stand. Abhilfe: „ratsweg pruefe“ zeigt alle solchen Dateien, „ratsweg "
              "wiederherstellen“ legt sie beiseite und schreibt den aufbewahrten Stand.",
              path);
}

static gboolean
exists (const char *full)
{
  GStatBuf st;
  return g_lstat (full, &st) == 0;
}

static void
write_one (Refresh *r, const char *path, GBytes *now, GBytes *before)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *full = store_path (r->s, path);
  if (r->redo)
    parts_remove (full);
  if (file_equals (full, now, &why))
    return;
  gboolean ours = !why && (!exists (full) || (before && file_equals (full, before, &why)));
  if (!ours && !why) {
    warn_changed (r, path);
    return;
  }
  if (why || !file_write (full, now, FALSE, &why))
    failed (r, path, why);
  else if (r->redo)
    store_warn (r->s, "Ein Abbruch hatte die Datei %s nicht mehr erreicht; sie ist nachgeholt.", path);
  fault_point ("zwischen-dateien");
}

static void
remove_one (Refresh *r, const char *path, GBytes *before)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *full = store_path (r->s, path);
  if (r->redo)
    parts_remove (full);
  if (!exists (full))
    return;
  gboolean ours = before && file_equals (full, before, &why);
  if (!ours && !why)
    warn_changed (r, path);
  else if (!ours || !file_remove (full, &why))
    failed (r, path, why);
  else {
    g_autofree char *folder = g_path_get_dirname (full);
    rmdir (folder); /* only if it is empty */
  }
}

/* -- one document -- */

static void
write_attached (Refresh *r, const Version *now, const Version *before)
{
  for (guint i = 0; i < now->facts->dateien->len; i++) {
    const FactFile *f = now->facts->dateien->pdata[i];
    g_autoptr (GError) why = NULL;
    g_autoptr (GBytes) bytes = attached_bytes (r->s, f->commitment, f->path, &why);
    const char *was = attached (before->facts, f->path);
    g_autoptr (GBytes) old =
      g_strcmp0 (was, f->commitment) != 0 ? attached_bytes (r->s, was, f->path, NULL) : NULL;
    if (bytes)
      write_one (r, f->path, bytes, old);
    else if (why)
      failed (r, f->path, why);
  }
}

static void
remove_left (Refresh *r, const Version *now, const Version *before)
{
  if (!before->facts)
    return;
  for (guint i = 0; i < before->facts->dateien->len; i++) {
    const FactFile *f = before->facts->dateien->pdata[i];
    if (attached (now->facts, f->path))
      continue;
    g_autoptr (GBytes) old = attached_bytes (r->s, f->commitment, f->path, NULL);
    remove_one (r, f->path, old);
  }
  if (g_strcmp0 (before->facts->path, now->facts->path) != 0)
    remove_one (r, before->facts->path, before->bytes);
}

/* The newest version: as this transaction put it, else read. */
static gboolean
load_newest (Store *s, DocArt art, const char *spur, Version *ret, GError **error)
{
  gpointer key = NULL, put = NULL;
  g_autofree char *name = version_key (art, spur);
  if (!s->put || !g_hash_table_steal_extended (s->put, name, &key, &put))
    return load (s, art, spur, G_MAXINT64, ret, error);
  g_free (key);
  *ret = *(Version *) put;
  g_free (put);
  return TRUE;
}

static void
refresh_doc (Refresh *r, DocArt art, const char *spur, guint64 from)
{
  g_autoptr (GError) why = NULL;
  g_auto (Version) now = { 0 };
  g_auto (Version) before = { 0 };
  if (!load_newest (r->s, art, spur, &now, &why) || !load (r->s, art, spur, from, &before, &why) ||
      !now.facts) {
    g_autofree char *label = store_label (art, spur, 0);
    if (why)
      failed (r, label, why);
    return;
  }
  gboolean same_path = before.facts && strcmp (before.facts->path, now.facts->path) == 0;
  write_attached (r, &now, &before);
  write_one (r, now.facts->path, now.bytes, same_path ? before.bytes : NULL);
  remove_left (r, &now, &before);
}

/* -- all that changed -- */

typedef struct {
  DocArt art;
  char *spur;
} Name;

static void
name_clear (gpointer p)
{
  g_free (((Name *) p)->spur);
}

static GArray *
changed_since (Store *s, guint64 from, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (names, name_clear);
  /* the plus signs keep SQLite from grouping by the primary key, which is a walk over the whole table */
  g_autoptr (Sql) q =
    sql_query (s->index, error,
               "SELECT art, spur FROM version WHERE seq >= ? GROUP BY +art, +spur ORDER BY min(seq)",
               "i", (gint64) from);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    Name n;
    if (!store_art (sql_text (q, 0), &n.art, error))
      return NULL;
    n.spur = g_strdup (sql_text (q, 1));
    g_array_append_val (names, n);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&names) : NULL;
}

static void
refresh (Store *s, guint64 from, gboolean redo)
{
  guint64 count;
  g_autoptr (GError) why = NULL;
  Refresh r = { .s = s, .redo = redo, .complete = TRUE };
  g_autoptr (GArray) names = events_count (s, &count, &why) ? changed_since (s, from, &why) : NULL;
  if (!names) {
    g_autofree char *cause = error_cause (why);
    store_warn (s,
                "%s ist aufgenommen, die lesbaren Dateien sind aber nicht aufgefrischt: %s Abhilfe: der "
                "nächste Schritt holt es nach, oder „ratsweg wiederherstellen“.",
                redo ? "Ein früherer Schritt" : "Der Schritt", cause);
    return;
  }
  /* one look at the database for all of them; nobody waits for it, as no writer is at work */
  gboolean once = !s->writing && sql_exec (s->db, "BEGIN", NULL);
  for (guint i = 0; i < names->len; i++) {
    const Name *n = &g_array_index (names, Name, i);
    refresh_doc (&r, n->art, n->spur, from);
  }
  if (once)
    sql_exec (s->db, "ROLLBACK", NULL);
  if (!r.complete)
    return;
  s->files_until = count;
  reached_note (s);
}

void
files_refresh (Store *s, guint64 from)
{
  /* what an earlier step could not write stays to be done, so its old state must be known too */
  refresh (s, MIN (from, s->files_until), FALSE);
}

gboolean
files_catch_up (Store *s)
{
  guint64 count = 0;
  reached_read (s);
  if (events_count (s, &count, NULL) && s->files_until < count)
    refresh (s, s->files_until, TRUE);
  return TRUE;
}
