/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lists from the index, in pages: no read transaction is open while the caller works on a row.  Called by
 * ratsweg.c, report/, ui/. */
#include "store/inside.h"

#define PAGE 200

typedef struct {
  char *kennung, *titel, *zustand, *datum, *gremium, *ordnung;
  guint stand;
} Row;

static void
row_free (gpointer p)
{
  Row *r = p;
  g_free (r->kennung);
  g_free (r->titel);
  g_free (r->zustand);
  g_free (r->datum);
  g_free (r->gremium);
  g_free (r->ordnung);
  g_free (r);
}

typedef struct {
  const char *art, *zustand, *gremium, *von, *bis;
  char *datum, *ordnung, *kennung; /* of the last row handed out; NULL before the first */
} Walk;

static void
walk_clear (Walk *w)
{
  g_free (w->datum);
  g_free (w->ordnung);
  g_free (w->kennung);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static GPtrArray *
read_page (Store *s, const Walk *w, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (Sql) q = sql_query (
    s->index, error,
    "SELECT kennung, titel, zustand, datum, gremium, ordnung, stand FROM dokument AS d WHERE art = ?1 "
    "AND (?2 IS NULL OR zustand = ?2) "
    "AND (?3 IS NULL OR gremium = ?3 OR EXISTS (SELECT 1 FROM station AS t WHERE t.gremium = ?3 AND "
    "t.art = d.art AND t.spur = d.spur)) "
    "AND (?4 IS NULL OR datum >= ?4) AND (?5 IS NULL OR substr(datum, 1, 10) <= ?5) "
    "AND (?8 IS NULL OR (coalesce(datum, ''), ordnung, kennung) > (?6, ?7, ?8)) "
    "ORDER BY coalesce(datum, ''), ordnung, kennung LIMIT ?9",
    "ttttttt"
    "ti",
    w->art, w->zustand, w->gremium, w->von, w->bis, w->datum, w->ordnung, w->kennung, (gint64) PAGE);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    Row *r = g_new0 (Row, 1);
    char **texts[] = { &r->kennung, &r->titel, &r->zustand, &r->datum, &r->gremium, &r->ordnung };
    for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
      *texts[i] = g_strdup (sql_text (q, i));
    r->stand = (guint) sql_int (q, 6);
    g_ptr_array_add (rows, r);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&rows) : NULL;
}

/* In the order of the list: by datum, ordnung, kennung. */
static gboolean
is_behind (const Row *r, const Walk *w)
{
  int c = g_strcmp0 (r->datum ? r->datum : "", w->datum);
  c = c ? c : g_strcmp0 (r->ordnung, w->ordnung);
  return (c ? c : g_strcmp0 (r->kennung, w->kennung)) > 0;
}

static gboolean
remember (Store *s, Walk *w, const Row *r, GError **error)
{
  if (!sql_forward (s->index, !w->kennung || is_behind (r, w), error))
    return FALSE;
  walk_clear (w);
  w->datum = g_strdup (r->datum ? r->datum : "");
  w->ordnung = g_strdup (r->ordnung);
  w->kennung = g_strdup (r->kennung);
  return TRUE;
}

gboolean
store_each (Store *s, DocArt art, const char *zustand, const char *gremium, const char *von,
            const char *bis, StoreRowFunc row, gpointer user, GError **error)
{
  g_auto (Walk)
    w = { .art = doc_art_name (art), .zustand = zustand, .gremium = gremium, .von = von, .bis = bis };
  for (;;) {
    g_autoptr (GPtrArray) rows = read_page (s, &w, error);
    if (!rows)
      return FALSE;
    for (guint i = 0; i < rows->len; i++) {
      const Row *r = rows->pdata[i];
      StoreRow out = { .kennung = r->kennung,
                       .titel = r->titel,
                       .zustand = r->zustand,
                       .datum = r->datum,
                       .gremium = r->gremium,
                       .stand = r->stand };
      if (!row (&out, user))
        return TRUE;
    }
    if (rows->len < PAGE)
      return TRUE;
    if (!remember (s, &w, rows->pdata[rows->len - 1], error))
      return FALSE;
  }
}

static GPtrArray *
collect (Sql *q, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error))
    g_ptr_array_add (list, g_strdup (sql_text (q, 0)));
  return a == STORE_ABSENT ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
store_sittings (Store *s, const char *gremium, const char *von, GError **error)
{
  g_autoptr (Sql) q = sql_query (s->index, error,
                                 "SELECT kennung FROM dokument WHERE art = 'sitzung' AND gremium = ? "
                                 "AND datum >= ? ORDER BY datum, ordnung, kennung",
                                 "tt", gremium, von);
  return collect (q, error);
}

GPtrArray *
store_papers_of_sitting (Store *s, const char *sitzung, GError **error)
{
  g_autoptr (Sql) q =
    sql_query (s->index, error,
               "SELECT DISTINCT d.kennung FROM station AS t JOIN dokument AS d USING (art, spur) "
               "WHERE t.sitzung = ? ORDER BY d.ordnung, d.kennung",
               "t", sitzung);
  return collect (q, error);
}

GPtrArray *
store_accounts_of_login (Store *s, const char *login, GError **error)
{
  g_autoptr (Sql) q =
    sql_query (s->index, error,
               "SELECT d.kennung FROM anmeldung AS a JOIN dokument AS d USING (art, spur) "
               "WHERE a.login = ? ORDER BY d.ordnung, d.kennung",
               "t", login);
  return collect (q, error);
}
