/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The check of a store as a whole: its parts in order, schema, seals, what is too much in the tree.
 * Repairs nothing.  Called by ratsweg.c. */
#include "store/verify.h"
#include "store/content.h"
#include "store/events.h"
#include "store/tables.h"
#include "base/error.h"
#include <stdarg.h>
#include <string.h>
#include <glib/gstdio.h>

/* A full look at each page is one long read transaction, so only small databases get it. */
#define PAGE_CHECK_LIMIT (4 * 1024 * 1024)

void
verify_found (Verify *v, const char *what, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_autofree char *found = g_strdup_vprintf (fmt, ap);
  va_end (ap);
  v->n->befunde++;
  if (v->finding)
    v->finding (what, found, v->user);
}

void
verify_trouble (Verify *v, const char *what, const GError *why)
{
  verify_found (v, what, "%s", why->message);
}

gboolean
verify_go_on (Verify *v, guint64 done, guint64 all, GError **error)
{
  return !v->progress || v->progress (done, all, v->user) ||
         fail (error, RATSWEG_ERROR_INTERRUPTED, "Die Prüfung ist abgebrochen und sagt nichts aus.");
}

/* -- schema -- */

static StoreAnswer
schema_text (Verify *v, const char *name, char **ret, GError **error)
{
  *ret = NULL;
  g_autoptr (Sql) q =
    sql_query (v->s->db, error, "SELECT sql FROM sqlite_schema WHERE name = ?", "t", name);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND)
    *ret = g_strdup (sql_text (q, 0));
  return a;
}

static gboolean
compare_tables (Verify *v, const Table *list, const char *what, GError **error)
{
  for (; list->name; list++) {
    g_autofree char *text = NULL;
    StoreAnswer a = schema_text (v, list->name, &text, error);
    if (a == STORE_FAILED)
      return FALSE;
    if (a == STORE_ABSENT)
      verify_found (v, "Datenbankschema",
                    "%s „%s“ fehlt; ohne das ist nicht gesichert, dass nur angefügt wird.", what,
                    list->name);
    else if (g_strcmp0 (text, list->text) != 0)
      verify_found (v, "Datenbankschema", "%s „%s“ lautet anders, als Ratsweg es anlegt: %s", what,
                    list->name, text ? text : "(leer)");
  }
  return TRUE;
}

static gboolean
listed (const char *name)
{
  for (const Table *t = tables_trail; t->name; t++)
    if (strcmp (t->name, name) == 0)
      return TRUE;
  for (const Table *t = tables_index; t->name; t++)
    if (strcmp (t->name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
verify_schema (Verify *v, GError **error)
{
  if (!compare_tables (v, tables_trail, "Der feste Teil", error) ||
      (v->s->index == v->s->db && !compare_tables (v, tables_index, "Das Verzeichnis", error)))
    return FALSE;
  g_autoptr (Sql) q =
    sql_query (v->s->db, error,
               "SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", "");
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND && v->s->index == v->s->db; a = sql_step (q, error))
    if (!listed (sql_text (q, 1)))
      verify_found (v, "Datenbankschema", "„%s“ (%s) ist unbekannt und nicht von Ratsweg.",
                    sql_text (q, 1), sql_text (q, 0));
  return a != STORE_FAILED;
}

/* SQLite's own look at its pages and indices. */
static gboolean
verify_pages (Verify *v, GError **error)
{
  GStatBuf st;
  g_autofree char *path = store_path (v->s, "ratsweg.db");
  if (g_stat (path, &st) != 0 || st.st_size > PAGE_CHECK_LIMIT)
    return TRUE;
  g_autoptr (Sql) q = sql_query (v->s->db, error, "PRAGMA integrity_check(20)", "");
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error))
    if (g_strcmp0 (sql_text (q, 0), "ok") != 0)
      verify_found (v, "Datenbank", "SQLite meldet einen Schaden: %s", sql_text (q, 0));
  return a != STORE_FAILED;
}

/* -- what is too much -- */

static gboolean
verify_tail (Verify *v, GError **error)
{
  gint64 odd = 0;
  for (guint level = 0; level < 63; level++) {
    gint64 nr;
    StoreAnswer a =
      sql_number (v->s->db, error, &nr,
                  "SELECT nr FROM knoten WHERE ebene = ?1 AND nr >= (SELECT coalesce(max(seq), -1) + 1 "
                  "FROM ereignis) >> ?1 ORDER BY nr LIMIT 1",
                  "i", (gint64) level);
    if (a == STORE_FAILED)
      return FALSE;
    v->lost = v->lost || a == STORE_FOUND;
    if (a == STORE_FOUND && level == 0)
      verify_found (v, "Ende des Trails",
                    "Der Baum kennt ein Ereignis %" G_GINT64_FORMAT ", das nicht da ist: am Ende des "
                    "Trails wurden Ereignisse entfernt.",
                    nr);
    else if (a == STORE_FOUND)
      verify_found (v, "Baum", "Knoten %u/%" G_GINT64_FORMAT " ist zu viel.", level, nr);
  }
  if (sql_number (v->s->db, error, &odd,
                  "SELECT (SELECT count(*) FROM knoten WHERE ebene < 0 OR ebene > 62) + "
                  "(SELECT count(*) FROM knoten WHERE ebene = 0 AND nr < 0) + "
                  "(SELECT count(*) FROM ereignis WHERE seq < 0)",
                  "") == STORE_FAILED)
    return FALSE;
  if (odd > 0)
    verify_found (v, "Baum", "%" G_GINT64_FORMAT " Zeilen des Trails haben unmögliche Nummern.", odd);
  return TRUE;
}

/* -- seals: size and root, lines two and three of a signed note -- */

static void
check_seal (Verify *v, guint64 size, GBytes *note)
{
  gsize n;
  Hash root;
  g_autoptr (GError) why = NULL;
  const char *p = g_bytes_get_data (note, &n);
  g_autofree char *text = g_strndup (p ? p : "", n);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);
  g_autofree char *what = g_strdup_printf ("Siegel %" G_GUINT64_FORMAT, size);
  g_autofree char *decimal = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
  TreeRows rows = events_rows (v->s);
  if (g_strv_length (lines) < 3 || strcmp (lines[1], decimal) != 0) {
    verify_found (v, what, "Das Siegel nennt nicht die Größe, unter der es aufbewahrt ist.");
    return;
  }
  if (size > v->count) {
    if (size > store_count (v->s))
      verify_found (v, what,
                    "Das Siegel bezeugt %" G_GUINT64_FORMAT " Ereignisse, da sind %" G_GUINT64_FORMAT
                    ": am Ende des Trails wurden Ereignisse entfernt.",
                    size, v->count);
    return;
  }
  if (!tree_root (&rows, size, &root, &why)) {
    verify_trouble (v, what, why);
    return;
  }
  g_autofree char *base64 = g_base64_encode (root.b, HASH_BYTES);
  if (strcmp (lines[2], base64) != 0)
    verify_found (v, what,
                  "Das Siegel bezeugt eine andere Wurzel als die der Ereignisse: sie wurden nach "
                  "dem Siegel geändert.");
}

static gboolean
verify_seals (Verify *v, GError **error)
{
  for (gint64 last = -1;;) {
    g_autoptr (Sql) q =
      sql_query (v->s->db, error,
                 "SELECT groesse, note FROM siegel WHERE groesse > ? ORDER BY groesse LIMIT 1", "i",
                 last);
    StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
    if (a != STORE_FOUND)
      return a == STORE_ABSENT;
    gint64 next = sql_int (q, 0);
    if (!sql_forward (v->s->db, next > last, error))
      return FALSE;
    last = next;
    g_autoptr (GBytes) note = sql_bytes (q, 1);
    g_clear_pointer (&q, sql_done);
    check_seal (v, (guint64) last, note);
  }
}

/* -- all of it -- */

static gboolean
fix_extent (Verify *v, GError **error)
{
  if (!v->s->writing && !sql_exec (v->s->db, "BEGIN", error))
    return FALSE;
  gboolean ok =
    events_count (v->s, &v->count, error) &&
    sql_number (v->s->db, error, &v->last_content, "SELECT max(rowid) FROM inhalt", "") != STORE_FAILED;
  return (v->s->writing || sql_exec (v->s->db, "COMMIT", ok ? error : NULL)) && ok;
}

static gboolean
make_own (Verify *v, GError **error)
{
  v->own = db_open_scratch (error);
  return v->own && tables_create_index (v->own, error) &&
         sql_exec (v->own,
                   "CREATE TABLE bezug(commitment BLOB PRIMARY KEY) WITHOUT ROWID;"
                   "CREATE TABLE kaputt(art TEXT, spur TEXT, PRIMARY KEY(art, spur)) WITHOUT ROWID;"
                   "CREATE TABLE regel(kennung TEXT, stand INTEGER, sha256 TEXT);"
                   "CREATE INDEX regel_kennung ON regel(kennung, stand);"
                   "BEGIN",
                   error);
}

typedef gboolean (*Part) (Verify *v, GError **error);

/* What keeps a part from being checked is a finding too; only an interruption ends the check. */
static gboolean
run_part (Verify *v, Part part, GError **error)
{
  g_autoptr (GError) why = NULL;
  if (part (v, &why))
    return TRUE;
  if (g_error_matches (why, RATSWEG_ERROR, RATSWEG_ERROR_INTERRUPTED)) {
    g_propagate_error (error, g_steal_pointer (&why));
    return FALSE;
  }
  verify_trouble (v, "Datenbank", why);
  return TRUE;
}

gboolean
store_verify (Store *s, StoreFinding finding, StoreProgress progress, gpointer user, StoreCounts *ret,
              GError **error)
{
  static const Part parts[] = { verify_pages, verify_schema,   verify_events, verify_tail,
                                verify_seals, verify_contents, verify_index,  verify_files };
  Verify v = { .s = s, .finding = finding, .progress = progress, .user = user, .n = ret };
  *ret = (StoreCounts){ 0 };
  if (!make_own (&v, error)) {
    db_close (v.own);
    return FALSE;
  }
  content_remember (s);
  gboolean ok = run_part (&v, fix_extent, error);
  for (gsize i = 0; ok && i < G_N_ELEMENTS (parts); i++)
    ok = run_part (&v, parts[i], error);
  content_forget (s);
  db_close (v.own);
  return ok;
}
