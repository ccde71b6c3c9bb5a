/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* All readable files that an index asks for, one after the other, with the bytes they should hold.  Writes
 * nothing.  Called by restore.c and verify-files.c. */
#include "store/content.h"
#include "store/files.h"
#include "base/error.h"

#define PAGE 100

typedef struct {
  DocArt art;
  char *spur, *path;
  guint stand; /* 0: an attached file */
  Hash commitment;
} Row;

static void
row_clear (gpointer p)
{
  Row *r = p;
  g_free (r->spur);
  g_free (r->path);
}

/* Rows of art, spur, path, stand, commitment. */
static GArray *
read_page (Sql *q, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (rows, row_clear);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    Row r = { .stand = (guint) sql_int (q, 3) };
    if (!store_art (sql_text (q, 0), &r.art, error))
      return NULL;
    if (!sql_hash (q, 4, &r.commitment)) {
      fail (error, RATSWEG_ERROR_DAMAGED, "Das Verzeichnis nennt für %s kein gültiges Commitment.",
            sql_text (q, 2));
      return NULL;
    }
    r.spur = g_strdup (sql_text (q, 1));
    r.path = g_strdup (sql_text (q, 2));
    g_array_append_val (rows, r);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&rows) : NULL;
}

static GArray *
next_docs (Db *db, const Row *after, GError **error)
{
  g_autoptr (Sql) q =
    sql_query (db, error,
               "SELECT art, spur, pfad, stand, commitment FROM dokument WHERE (art, spur) > (?, ?) "
               "ORDER BY art, spur LIMIT ?",
               "tti", after ? doc_art_name (after->art) : "", after ? after->spur : "", (gint64) PAGE);
  return read_page (q, error);
}

static GArray *
next_attached (Db *db, const Row *after, GError **error)
{
  g_autoptr (Sql) q = sql_query (db, error,
                                 "SELECT art, spur, pfad, 0, commitment FROM datei WHERE pfad > ? "
                                 "ORDER BY pfad LIMIT ?",
                                 "ti", after ? after->path : "", (gint64) PAGE);
  return read_page (q, error);
}

typedef struct {
  Store *s;
  ReadableFileFunc file;
  ReadableFileLost lost;
  gpointer user;
} Walk;

static gboolean
visit (const Walk *w, const Row *r, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) why = NULL;
  g_autofree char *label =
    r->stand ? store_label (r->art, r->spur, r->stand) : g_strdup_printf ("Datei %s", r->path);
  StoreAnswer a = content_get (w->s, &r->commitment, label, &bytes, &why);
  if (a == STORE_ABSENT)
    fail (&why, RATSWEG_ERROR_DAMAGED, "%s: der Inhalt fehlt.", label);
  if (bytes) {
    ReadableFile f = { r->path, bytes, r->art, r->spur, label };
    return w->file (&f, w->user, error);
  }
  if (!w->lost) {
    g_propagate_error (error, g_steal_pointer (&why));
    return FALSE;
  }
  w->lost (label, why, w->user);
  return TRUE;
}

/* In the order of either walk: documents by art and spur, attached files by path. */
static gboolean
is_behind (const Row *r, const Row *before)
{
  int c = r->stand ? g_strcmp0 (doc_art_name (r->art), doc_art_name (before->art)) : 0;
  return (c ? c : g_strcmp0 (r->stand ? r->spur : r->path, r->stand ? before->spur : before->path)) > 0;
}

static gboolean
each (const Walk *w, Db *db, GArray *(*next) (Db *, const Row *, GError **), GError **error)
{
  g_autoptr (GArray) rows = next (db, NULL, error);
  while (rows && rows->len > 0) {
    for (guint i = 0; i < rows->len; i++)
      if (!visit (w, &g_array_index (rows, Row, i), error))
        return FALSE;
    g_autoptr (GArray) done = g_steal_pointer (&rows);
    rows = next (db, &g_array_index (done, Row, done->len - 1), error);
    if (rows && rows->len > 0 &&
        !sql_forward (db,
                      is_behind (&g_array_index (rows, Row, 0),
                                 &g_array_index (done, Row, done->len - 1)),
                      error))
      return FALSE;
  }
  return rows != NULL;
}

gboolean
files_each (Store *s, Db *db, ReadableFileFunc file, ReadableFileLost lost, gpointer user,
            GError **error)
{
  Walk w = { s, file, lost, user };
  return each (&w, db, next_docs, error) && each (&w, db, next_attached, error);
}
