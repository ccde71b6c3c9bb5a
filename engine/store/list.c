/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lists from the index, in pages: no read transaction is open while the caller works on a row.  Called by
 * ratsweg.c, report/, ui/. */
#include "store/inside.h"

#define PAGE 200

/* The texts of a row, as page_text asks for them. */
enum {
  KENNUNG,
  TITEL,
  ZUSTAND,
  DATUM,
  GREMIUM,
  ORDNUNG,
  PAPIERART,
  WARTET,
  WARTET_TERMIN,
  WARTET_MARKEN,
  TEXTS
};

typedef struct {
  char *texts[TEXTS];
  guint stand;
} Row;

static void
row_free (gpointer p)
{
  Row *r = p;
  for (int i = 0; i < TEXTS; i++)
    g_free (r->texts[i]);
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

/* Only what is asked for stands in the text: then an index answers it. */
static char *
page_text (const Walk *w)
{
  return g_strconcat (
    "SELECT kennung, titel, zustand, datum, gremium, ordnung, papierart, wartet, wartet_termin, "
    "wartet_marken, stand FROM dokument AS d WHERE art = ?1",
    w->zustand ? " AND zustand = ?2" : "",
    w->gremium ? " AND (gremium = ?3 OR EXISTS (SELECT 1 FROM station AS t WHERE t.gremium = ?3 AND "
                 "t.art = d.art AND t.spur = d.spur))"
               : "",
    w->von ? " AND coalesce(datum, '') >= ?4" : "",
    w->bis ? " AND datum IS NOT NULL AND substr(datum, 1, 10) <= ?5" : "",
    w->kennung
      ? " AND coalesce(datum, '') >= ?6 AND (coalesce(datum, ''), ordnung, kennung) > (?6, ?7, ?8)"
      : "",
    " ORDER BY coalesce(datum, ''), ordnung, kennung LIMIT ?9", NULL);
}

static GPtrArray *
read_page (Store *s, const Walk *w, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *text = page_text (w);
  g_autoptr (Sql) q = sql_query (s->index, error, text,
                                 "ttttttt"
                                 "ti",
                                 w->art, w->zustand, w->gremium, w->von, w->bis, w->datum, w->ordnung,
                                 w->kennung, (gint64) PAGE);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    Row *r = g_new0 (Row, 1);
    for (int i = 0; i < TEXTS; i++)
      r->texts[i] = g_strdup (sql_text (q, i));
    r->stand = (guint) sql_int (q, TEXTS);
    g_ptr_array_add (rows, r);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&rows) : NULL;
}

/* In the order of the list: by datum, ordnung, kennung. */
static gboolean
is_behind (const Row *r, const Walk *w)
{
  int c = g_strcmp0 (r->texts[DATUM] ? r->texts[DATUM] : "", w->datum);
  c = c ? c : g_strcmp0 (r->texts[ORDNUNG], w->ordnung);
  return (c ? c : g_strcmp0 (r->texts[KENNUNG], w->kennung)) > 0;
}

static gboolean
remember (Store *s, Walk *w, const Row *r, GError **error)
{
  if (!sql_forward (s->index, !w->kennung || is_behind (r, w), error))
    return FALSE;
  walk_clear (w);
  w->datum = g_strdup (r->texts[DATUM] ? r->texts[DATUM] : "");
  w->ordnung = g_strdup (r->texts[ORDNUNG]);
  w->kennung = g_strdup (r->texts[KENNUNG]);
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
      StoreRow out = { .kennung = r->texts[KENNUNG],
                       .titel = r->texts[TITEL],
                       .zustand = r->texts[ZUSTAND],
                       .datum = r->texts[DATUM],
                       .gremium = r->texts[GREMIUM],
                       .papierart = r->texts[PAPIERART],
                       .wartet = r->texts[WARTET],
                       .wartet_termin = r->texts[WARTET_TERMIN],
                       .wartet_marken = r->texts[WARTET_MARKEN],
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
store_open_papers_of_sitting (Store *s, const char *sitzung, GError **error)
{
  g_autoptr (Sql) q =
    sql_query (s->index, error,
               "SELECT DISTINCT d.kennung FROM station AS t JOIN dokument AS d USING (art, spur) "
               "WHERE t.sitzung = ? AND t.zustand = 'auf-to' ORDER BY d.ordnung, d.kennung",
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
