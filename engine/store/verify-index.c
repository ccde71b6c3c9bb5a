/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The check of the index: each row against the one that the events give, both ways.  Called by verify.c. */
#include "store/verify.h"
#include "base/error.h"
#include <string.h>

#define PAGE 128

typedef struct {
  const char *name;
  int keys; /* the first columns, which together name a row */
  const char *columns[20];
} Compared;

static const Compared tables[] = {
  { "dokument", 2, { "art",        "spur",       "kennung",       "klein",         "stand",
                     "commitment", "seq",        "titel",         "zustand",       "datum",
                     "gremium",    "gueltig_ab", "pfad",          "alt",           "ordnung",
                     "papierart",  "wartet",     "wartet_termin", "wartet_marken", NULL } },
  { "version", 3, { "art", "spur", "stand", "commitment", "seq", "zeit", "gueltig_ab", NULL } },
  { "alias", 2, { "art", "name", "spur", NULL } },
  { "station",
    3,
    { "art", "spur", "nr", "id", "gremium", "termin", "zustand", "sitzung", "code", "auftrag", NULL } },
  { "datei", 2, { "art", "pfad", "spur", "klein", "commitment", NULL } },
  { "anmeldung", 3, { "art", "spur", "login", NULL } },
  { "auftrag", 2, { "art", "spur", "vorlage", "amt", "frist", "berichtet", "sachstand", NULL } },
};

/* The first @n columns, by name if @names, each with @behind, joined by @between. */
static void
append_list (GString *into, const Compared *t, int n, gboolean names, const char *behind,
             const char *between)
{
  for (int i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (into, between);
    if (names)
      g_string_append (into, t->columns[i]);
    g_string_append (into, behind);
  }
}

static int
column_count (const Compared *t)
{
  int n = 0;
  while (t->columns[n])
    n++;
  return n;
}

/* The columns of a page behind a key; spur comes last once more, to name the document. */
static char *
page_text (const Compared *t, gboolean first)
{
  GString *s = g_string_new ("SELECT ");
  append_list (s, t, column_count (t), TRUE, "", ", ");
  g_string_append_printf (s, ", spur FROM %s", t->name);
  if (!first) {
    g_string_append (s, " WHERE (");
    append_list (s, t, t->keys, TRUE, "", ", ");
    g_string_append (s, ") > (");
    append_list (s, t, t->keys, FALSE, "?", ", ");
    g_string_append (s, ")");
  }
  g_string_append (s, " ORDER BY ");
  append_list (s, t, t->keys, TRUE, "", ", ");
  g_string_append_printf (s, " LIMIT %d", PAGE);
  return g_string_free (s, FALSE);
}

static char *
match_text (const Compared *t)
{
  GString *s = g_string_new (NULL);
  g_string_printf (s, "SELECT 1 FROM %s WHERE ", t->name);
  append_list (s, t, column_count (t), TRUE, " IS ?", " AND ");
  return g_string_free (s, FALSE);
}

gboolean
verify_changed_since (Verify *v, const char *art, const char *spur)
{
  gint64 one;
  if (store_count (v->s) == v->count)
    return FALSE;
  return sql_number (v->s->index, NULL, &one,
                     "SELECT 1 FROM version WHERE art = ?1 AND seq >= ?3 AND (spur = ?2 OR spur IN "
                     "(SELECT spur FROM alias WHERE name = ?2 AND art = ?1)) LIMIT 1",
                     "tti", art, spur, (gint64) v->count) == STORE_FOUND;
}

static gboolean
left_out (Verify *v, const char *art, const char *spur)
{
  gint64 one;
  return sql_number (v->own, NULL, &one, "SELECT 1 FROM kaputt WHERE art = ? AND spur = ?", "tt", art,
                     spur) == STORE_FOUND ||
         verify_changed_since (v, art, spur);
}

static gboolean
check_row (Verify *v, const Compared *t, Sql *row, Db *other, gboolean replayed, GError **error)
{
  int n = column_count (t);
  g_autofree char *text = match_text (t);
  g_autoptr (Sql) q = sql_query (other, error, text, "");
  for (int i = 0; q && i < n; i++)
    sql_bind_value (q, i + 1, sqlite3_column_value (row->h, i));
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  const char *art = sql_text (row, 0), *spur = sql_text (row, n);
  if (a == STORE_ABSENT && !left_out (v, art ? art : "", spur ? spur : "")) {
    DocArt kind;
    g_autofree char *what =
      doc_art_parse (art, &kind) && spur ? store_label (kind, spur, 0) : g_strdup ("Verzeichnis");
    verify_found (v, what, "%s (Tabelle %s). Abhilfe: %s.",
                  replayed ? "Im Verzeichnis fehlt oder ist anders, was die Ereignisse sagen"
                           : "Das Verzeichnis sagt, was kein Ereignis sagt",
                  t->name,
                  v->lost ? "eine Sicherung einspielen, denn es fehlen Ereignisse"
                          : "„ratsweg wiederherstellen“ legt es neu an");
  }
  return a != STORE_FAILED;
}

/* Keeps the key of the last row, so that the next page can start behind it. */
static void
keep_key (GPtrArray *key, const Compared *t, Sql *row)
{
  g_ptr_array_set_size (key, 0);
  for (int i = 0; i < t->keys; i++)
    g_ptr_array_add (key, sqlite3_value_dup (sqlite3_column_value (row->h, i)));
}

static void
value_free (gpointer p)
{
  sqlite3_value_free (p);
}

/* Whether one key comes behind another, as SQLite orders them; the first page has none before it. */
static gboolean
is_behind (Db *db, const GPtrArray *key, const GPtrArray *before)
{
  g_autoptr (GString) text = g_string_new ("SELECT (");
  for (guint i = 0; i < 2 * key->len; i++)
    g_string_append (text, i == key->len ? ") > (?" : i == 0 ? "?" : ",?");
  g_autoptr (Sql) q =
    before->len > 0 ? sql_query (db, NULL, g_string_append (text, ")")->str, "") : NULL;
  for (guint i = 0; q && i < key->len; i++) {
    sql_bind_value (q, (int) i + 1, key->pdata[i]);
    sql_bind_value (q, (int) (key->len + i) + 1, before->pdata[i]);
  }
  return before->len == 0 || (q && sql_step (q, NULL) == STORE_FOUND && sql_int (q, 0) == 1);
}

static gboolean
compare (Verify *v, const Compared *t, Db *from, Db *to, gboolean replayed, GError **error)
{
  g_autoptr (GPtrArray) key = g_ptr_array_new_with_free_func (value_free);
  for (;;) {
    guint n = 0;
    g_autoptr (GPtrArray) before = g_steal_pointer (&key);
    key = g_ptr_array_new_with_free_func (value_free);
    g_autofree char *text = page_text (t, before->len == 0);
    g_autoptr (Sql) q = sql_query (from, error, text, "");
    for (guint i = 0; q && i < before->len; i++)
      sql_bind_value (q, (int) i + 1, before->pdata[i]);
    StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
    for (; a == STORE_FOUND; a = sql_step (q, error), n++) {
      if (!check_row (v, t, q, to, replayed, error))
        return FALSE;
      keep_key (key, t, q);
    }
    if (a == STORE_FAILED || n < PAGE)
      return a != STORE_FAILED;
    if (!sql_forward (from, is_behind (from, key, before), error))
      return FALSE;
  }
}

gboolean
verify_index (Verify *v, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!compare (v, &tables[i], v->own, v->s->index, TRUE, error) ||
        !compare (v, &tables[i], v->s->index, v->own, FALSE, error) ||
        !verify_go_on (v, v->count, v->count, error))
      return FALSE;
  return TRUE;
}
