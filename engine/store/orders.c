/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Orders that come from decisions, and decisions that lack one, from the index: pages, so that no read transaction is
 * open while the caller works on a row.  Opens no document.  Called by report/ and ratsweg-gather.c. */
#include "store/inside.h"
#include <string.h>

#define PAGE 200
#define LAST "9999-12-31" /* orders without a day come last */

/* Rows of @n texts each, and the key of the next page in the last cells. */
static GPtrArray *
texts_of (Sql *q, int n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error)) {
    char **row = g_new0 (char *, (gsize) n + 1);
    for (int i = 0; i < n; i++)
      row[i] = g_strdup (sql_text (q, i) ? sql_text (q, i) : "");
    g_ptr_array_add (rows, row);
  }
  return a == STORE_ABSENT ? g_steal_pointer (&rows) : NULL;
}

/* Whether a row comes behind the one whose key is kept; then its key is kept. */
static gboolean
go_on (Store *s, char **last, char *const *key, int n, GError **error)
{
  int c = 0;
  for (int i = 0; i < n && c == 0; i++)
    c = strcmp (key[i], last[i] ? last[i] : "");
  if (!sql_forward (s->index, !last[0] || c > 0, error))
    return FALSE;
  for (int i = 0; i < n; i++) {
    g_free (last[i]);
    last[i] = g_strdup (key[i]);
  }
  return TRUE;
}

static const char *
or_null (const char *text)
{
  return *text ? text : NULL;
}

/* -- orders -- */

static GPtrArray *
page_of_orders (Store *s, const StoreOrderFilter *f, char *const *last, GError **error)
{
  g_autoptr (Sql) q = sql_query (
    s->index, error,
    "SELECT d.kennung, d.titel, d.zustand, d.gremium, a.vorlage, a.amt, a.frist, a.sachstand, "
    "coalesce(a.frist, '" LAST "'), d.ordnung, d.kennung "
    "FROM auftrag AS a JOIN dokument AS d USING (art, spur) WHERE (?1 IS NULL OR d.zustand = ?1) "
    "AND (?2 IS NULL OR d.gremium = ?2) AND (?3 IS NULL OR a.amt = ?3) AND (?4 IS NULL OR a.vorlage = ?4) "
    "AND (?5 IS NULL OR a.frist < ?5) AND (?6 IS NULL OR instr(?6, ' ' || d.zustand || ' ') = 0) "
    "AND (?7 IS NULL OR a.berichtet IS NULL OR instr(?7, ' ' || d.zustand || ' ') = 0) "
    "AND (?8 IS NULL OR (coalesce(a.frist, '" LAST "'), d.ordnung, d.kennung) > (?8, ?9, ?10)) "
    "ORDER BY coalesce(a.frist, '" LAST "'), d.ordnung, d.kennung LIMIT ?11",
    "tttttttttti", f->zustand, f->gremium, f->amt, f->vorlage, f->frist_vor, f->ohne, f->berichtet,
    last[0], last[1], last[2], (gint64) PAGE);
  return texts_of (q, 11, error);
}

static StoreOrder
order_of (char *const *t)
{
  return (StoreOrder){ .kennung = t[0],
                       .text = t[1],
                       .zustand = t[2],
                       .gremium = t[3],
                       .vorlage = t[4],
                       .amt = t[5],
                       .frist = or_null (t[6]),
                       .sachstand = or_null (t[7]) };
}

gboolean
store_each_order (Store *s, const StoreOrderFilter *f, StoreOrderFunc row, gpointer user, GError **error)
{
  g_auto (GStrv) last = g_new0 (char *, 4);
  for (;;) {
    g_autoptr (GPtrArray) rows = page_of_orders (s, f, last, error);
    for (guint i = 0; rows && i < rows->len; i++) {
      StoreOrder out = order_of (rows->pdata[i]);
      if (!row (&out, user))
        return TRUE;
    }
    if (!rows || rows->len < PAGE)
      return rows != NULL;
    if (!go_on (s, last, (char **) rows->pdata[rows->len - 1] + 8, 3, error))
      return FALSE;
  }
}

static gboolean
add_kennung (const StoreOrder *row, gpointer user)
{
  g_ptr_array_add (user, g_strdup (row->kennung));
  return TRUE;
}

GPtrArray *
store_orders_to_report (Store *s, const char *gremium, const char *over, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  StoreOrderFilter f = { .gremium = gremium, .berichtet = over };
  return store_each_order (s, &f, add_kennung, list, error) ? g_steal_pointer (&list) : NULL;
}

/* -- decisions without one -- */

static GPtrArray *
page_of_decisions (Store *s, const char *gremium, char *const *last, GError **error)
{
  g_autoptr (Sql) q = sql_query (
    s->index, error,
    "SELECT d.kennung, d.titel, t.gremium, t.termin, t.code, coalesce(t.termin, ''), d.ordnung, "
    "d.kennung, t.id FROM station AS t JOIN dokument AS d USING (art, spur) "
    "WHERE t.auftrag = 'erwartet' AND (?1 IS NULL OR t.gremium = ?1) "
    "AND (?2 IS NULL OR (coalesce(t.termin, ''), d.ordnung, d.kennung, t.id) > (?2, ?3, ?4, ?5)) "
    "ORDER BY coalesce(t.termin, ''), d.ordnung, d.kennung, t.id LIMIT ?6",
    "ttttti", gremium, last[0], last[1], last[2], last[3], (gint64) PAGE);
  return texts_of (q, 9, error);
}

gboolean
store_each_decision_without_order (Store *s, const char *gremium, StoreDecisionFunc row, gpointer user,
                                   GError **error)
{
  g_auto (GStrv) last = g_new0 (char *, 5);
  for (;;) {
    g_autoptr (GPtrArray) rows = page_of_decisions (s, gremium, last, error);
    for (guint i = 0; rows && i < rows->len; i++) {
      char **t = rows->pdata[i];
      StoreDecision out = { t[0], t[1], t[2], or_null (t[3]), t[4] };
      if (!row (&out, user))
        return TRUE;
    }
    if (!rows || rows->len < PAGE)
      return rows != NULL;
    if (!go_on (s, last, (char **) rows->pdata[rows->len - 1] + 5, 4, error))
      return FALSE;
  }
}
