/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading the trail.  Judges nothing: verify-events.c does.  Called by ratsweg.c, report/, ui/. */
#include "store/events.h"
#include "base/error.h"

#define PAGE 256

gboolean
events_count (Store *s, guint64 *ret, GError **error)
{
  gint64 last = -1;
  StoreAnswer a = sql_number (s->db, error, &last, "SELECT max(seq) FROM ereignis", "");
  *ret = (guint64) (last + 1);
  return a != STORE_FAILED;
}

guint64
store_count (Store *s)
{
  guint64 n = 0;
  return events_count (s, &n, NULL) ? n : 0;
}

StoreAnswer
store_event (Store *s, guint64 seq, GBytes **ret, GError **error)
{
  *ret = NULL;
  g_autoptr (Sql) q =
    sql_query (s->db, error, "SELECT xml FROM ereignis WHERE seq = ?", "i", (gint64) seq);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND)
    *ret = sql_bytes (q, 0);
  return a;
}

StoreAnswer
store_last_event (Store *s, gint64 *ret_zeit, Hash *ret_hash, GError **error)
{
  if (s->writing && s->last_zeit) {
    *ret_zeit = s->last_zeit;
    *ret_hash = s->last_hash;
    return STORE_FOUND;
  }
  g_autoptr (Sql) q = sql_query (s->db, error, "SELECT xml FROM ereignis ORDER BY seq DESC LIMIT 1", "");
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a != STORE_FOUND)
    return a;
  g_autoptr (GBytes) xml = sql_bytes (q, 0);
  g_autoptr (Event) e = event_read (xml, error);
  if (!e)
    return STORE_FAILED;
  *ret_zeit = e->zeit;
  *ret_hash = hash_of (xml);
  if (s->writing) { /* nobody else appends meanwhile */
    s->last_zeit = *ret_zeit;
    s->last_hash = *ret_hash;
  }
  return STORE_FOUND;
}

StoreAnswer
store_request (Store *s, const char *anfrage, guint64 *ret_seq, GError **error)
{
  gint64 seq = 0;
  StoreAnswer a =
    sql_number (s->db, error, &seq, "SELECT seq FROM ereignis WHERE anfrage = ? ORDER BY teil LIMIT 1",
                "t", anfrage);
  *ret_seq = (guint64) seq;
  return a;
}

gboolean
store_is_probe (Store *s)
{
  g_autoptr (GBytes) xml = NULL;
  if (store_event (s, 0, &xml, NULL) != STORE_FOUND)
    return FALSE;
  g_autoptr (Event) e = event_read (xml, NULL);
  return e && e->probe;
}

/* The events that made a version of the document, oldest first. */
static GArray *
events_of (Store *s, DocArt art, const char *kennung, GError **error)
{
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (Sql) q =
    sql_query (s->index, error,
               "SELECT DISTINCT v.seq FROM dokument AS d JOIN version AS v USING (art, spur) "
               "WHERE d.art = ? AND d.kennung = ? ORDER BY v.seq",
               "tt", doc_art_name (art), kennung);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    guint64 seq = (guint64) sql_int (q, 0);
    g_array_append_val (seqs, seq);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&seqs) : NULL;
}

gboolean
store_each_event_of (Store *s, DocArt art, const char *kennung, StoreEventFunc event, gpointer user,
                     GError **error)
{
  g_autoptr (GArray) seqs = events_of (s, art, kennung, error);
  for (guint i = 0; seqs && i < seqs->len; i++) {
    guint64 seq = g_array_index (seqs, guint64, i);
    g_autoptr (GError) inner = NULL;
    g_autoptr (GBytes) xml = NULL;
    StoreAnswer a = store_event (s, seq, &xml, error);
    if (a == STORE_ABSENT)
      return fail (error, RATSWEG_ERROR_DAMAGED,
                   "Ereignis %" G_GUINT64_FORMAT " fehlt. Abhilfe: „ratsweg pruefe“.", seq);
    if (a == STORE_FAILED)
      return FALSE;
    if (event (seq, xml, user, &inner))
      continue;
    if (!inner)
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  return seqs != NULL;
}

typedef struct {
  guint64 seq;
  GBytes *xml;
} Row;

static void
row_clear (gpointer p)
{
  g_bytes_unref (((Row *) p)->xml);
}

static GArray *
read_page (Store *s, guint64 from, guint64 to, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (rows, row_clear);
  g_autoptr (Sql) q =
    sql_query (s->db, error,
               "SELECT seq, xml FROM ereignis WHERE seq >= ? AND seq < ? ORDER BY seq LIMIT ?", "iii",
               (gint64) from, (gint64) to, (gint64) PAGE);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    Row r = { (guint64) sql_int (q, 0), sql_bytes (q, 1) };
    g_array_append_val (rows, r);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&rows) : NULL;
}

gboolean
store_each_event (Store *s, guint64 from, guint64 to, StoreEventFunc event, gpointer user,
                  GError **error)
{
  to = MIN (to, (guint64) G_MAXINT64);
  for (;;) {
    g_autoptr (GArray) rows = read_page (s, from, to, error);
    if (!rows)
      return FALSE;
    for (guint i = 0; i < rows->len; i++) {
      g_autoptr (GError) inner = NULL;
      const Row *r = &g_array_index (rows, Row, i);
      if (event (r->seq, r->xml, user, &inner))
        continue;
      if (!inner)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
    if (rows->len < PAGE)
      return TRUE;
    guint64 last = g_array_index (rows, Row, rows->len - 1).seq;
    if (!sql_forward (s->db, last >= from, error))
      return FALSE;
    from = last + 1;
  }
}

/* -- the tree -- */

StoreAnswer
events_row (Store *s, guint level, guint64 nr, Hash *ret, GError **error)
{
  g_autoptr (Sql) q = sql_query (s->db, error, "SELECT hash FROM knoten WHERE ebene = ? AND nr = ?",
                                 "ii", (gint64) level, (gint64) nr);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND && !sql_hash (q, 0, ret)) {
    fail (error, RATSWEG_ERROR_DAMAGED, "Knoten %u/%" G_GUINT64_FORMAT " ist keine Prüfsumme.", level,
          nr);
    return STORE_FAILED;
  }
  return a;
}

static gboolean
get_row (gpointer user, guint level, guint64 nr, Hash *ret, GError **error)
{
  StoreAnswer a = events_row (user, level, nr, ret, error);
  if (a == STORE_ABSENT)
    fail (error, RATSWEG_ERROR_DAMAGED,
          "Im Baum des Trails fehlt Knoten %u/%" G_GUINT64_FORMAT ". Abhilfe: „ratsweg pruefe“.", level,
          nr);
  return a == STORE_FOUND;
}

static gboolean
put_row (gpointer user, guint level, guint64 nr, const Hash *hash, GError **error)
{
  Store *s = user;
  return sql_run (s->db, error, "INSERT INTO knoten (ebene, nr, hash) VALUES (?, ?, ?)", "iih",
                  (gint64) level, (gint64) nr, hash);
}

TreeRows
events_rows (Store *s)
{
  return (TreeRows){ .get = get_row, .put = put_row, .user = s };
}

gboolean
store_root (Store *s, Hash *ret, GError **error)
{
  guint64 n;
  TreeRows rows = events_rows (s);
  return events_count (s, &n, error) && tree_root (&rows, n, ret, error);
}
