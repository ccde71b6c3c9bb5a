/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Connections, statements, messages.  Knows no table.  Called by all of store/. */
#include "store/sql.h"
#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

#define WAIT_STEP_US 300
#define WAIT_LIMIT_US (10 * G_USEC_PER_SEC)

/* The stock handler sleeps up to 100 ms at a time and lets a reader starve beside a busy writer. */
static int
wait_for_others (void *user, int count)
{
  Db *db = user;
  gint64 now = g_get_monotonic_time ();
  if (count == 0)
    db->waiting_since = now;
  if (now - db->waiting_since > WAIT_LIMIT_US || interrupt_asked ())
    return 0;
  g_usleep (WAIT_STEP_US);
  return 1;
}

static void
statement_free (gpointer p)
{
  Sql *q = p;
  sqlite3_finalize (q->h);
  g_free (q);
}

Db *
db_open (const char *path, int flags, const char *name, GError **error)
{
  g_autoptr (Db) db = g_new0 (Db, 1);
  db->name = g_strdup (name);
  db->pool = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
  if (sqlite3_open_v2 (path, &db->h, flags, NULL) != SQLITE_OK) {
    db_fail (db, error);
    return NULL;
  }
  sqlite3_extended_result_codes (db->h, 1);
  sqlite3_busy_handler (db->h, wait_for_others, db);
  sqlite3_db_config (db->h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return g_steal_pointer (&db);
}

Db *
db_open_scratch (GError **error)
{
  g_autoptr (Db) db =
    db_open ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "Zwischenspeicher der Prüfung", error);
  if (!db || !sql_exec (db, "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF", error))
    return NULL;
  return g_steal_pointer (&db);
}

void
db_close (Db *db)
{
  if (!db)
    return;
  if (db->pool)
    g_hash_table_unref (db->pool);
  sqlite3_close (db->h);
  g_free (db->name);
  g_free (db);
}

static gboolean
fail_input_output (Db *db, int system, GError **error)
{
  if (system == ENOSPC || system == EDQUOT)
    return fail (error, RATSWEG_ERROR_STORE,
                 "%s: auf dem Datenträger ist kein Platz mehr; der Schritt ist nicht aufgenommen, die "
                 "Ablage ist wie zuvor. Abhilfe: Platz schaffen und den Befehl wiederholen.",
                 db->name);
  errno = system ? system : EIO;
  return file_fail (error, RATSWEG_ERROR_STORE, db->name, "Lesen oder Schreiben ist fehlgeschlagen");
}

/* A failing COMMIT leaves its errno with the file only. */
static int
system_error (Db *db)
{
  int e = sqlite3_system_errno (db->h);
  if (e == 0)
    sqlite3_file_control (db->h, "main", SQLITE_FCNTL_LAST_ERRNO, &e);
  return e;
}

gboolean
db_fail (Db *db, GError **error)
{
  return db->h ? db_fail_of (db, sqlite3_errcode (db->h), system_error (db), error)
               : db_fail_of (db, SQLITE_NOMEM, 0, error);
}

gboolean
db_fail_of (Db *db, int rc, int system, GError **error)
{
  switch (rc & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_FORMAT:
    return fail (error, RATSWEG_ERROR_DAMAGED,
                 "%s: die Datenbank ist beschädigt, oder der Datenträger gibt sie nicht richtig wieder. "
                 "Abhilfe: den Datenträger prüfen; „ratsweg pruefe“ nennt, was betroffen ist; eine "
                 "Sicherung einspielen.",
                 db->name); /* SQLite makes no difference between them */
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return interrupt_check (error) &&
           fail (
             error, RATSWEG_ERROR_STORE,
             "%s: die Ablage ist seit 10 Sekunden von anderen belegt. Abhilfe: den Befehl gleich noch "
             "einmal geben; bleibt es dabei, beenden, was die Ablage lange liest.",
             db->name);
  case SQLITE_FULL:
    return fail_input_output (db, ENOSPC, error);
  case SQLITE_IOERR:
    return fail_input_output (db, system, error);
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return fail (error, RATSWEG_ERROR_STORE,
                 "%s: die Ablage ist schreibgeschützt. Abhilfe: Rechte an Ordner und Datei geben, oder "
                 "mit einer Kopie arbeiten.",
                 db->name);
  case SQLITE_CANTOPEN: /* errno is of SQLite's second try, to read only: no cause to name */
    return fail (error, RATSWEG_ERROR_STORE,
                 "%s: die Datenbank oder ihr Journal lässt sich nicht öffnen oder anlegen. Abhilfe: "
                 "Platz, Ordner und Rechte prüfen und den Befehl wiederholen.",
                 db->name);
  default:
    return fail (error, RATSWEG_ERROR_INTERNAL, "%s: die Datenbank hat abgelehnt: %s.", db->name,
                 db->h ? sqlite3_errmsg (db->h) : "kein Speicher");
  }
}

gboolean
sql_exec (Db *db, const char *text, GError **error)
{
  return sqlite3_exec (db->h, text, NULL, NULL, NULL) == SQLITE_OK || db_fail (db, error);
}

/* An idle statement of this text, or a new one; a text in use twice has two. */
static Sql *
take (Db *db, const char *text, GError **error)
{
  Sql *q = g_hash_table_lookup (db->pool, text);
  if (q) {
    g_hash_table_steal (db->pool, text);
    return q;
  }
  sqlite3_stmt *h;
  if (sqlite3_prepare_v3 (db->h, text, -1, SQLITE_PREPARE_PERSISTENT, &h, NULL) != SQLITE_OK) {
    db_fail (db, error);
    return NULL;
  }
  q = g_new0 (Sql, 1);
  q->h = h;
  q->db = db;
  return q;
}

void
sql_done (Sql *q)
{
  if (!q)
    return;
  sqlite3_reset (q->h);
  sqlite3_clear_bindings (q->h);
  const char *text = sqlite3_sql (q->h);
  if (g_hash_table_contains (q->db->pool, text))
    statement_free (q);
  else
    g_hash_table_insert (q->db->pool, (gpointer) text, q);
}

static void
bind_bytes (Sql *q, int nr, GBytes *bytes)
{
  gsize n;
  const void *p = bytes ? g_bytes_get_data (bytes, &n) : NULL;
  if (!bytes)
    sqlite3_bind_null (q->h, nr);
  else
    sqlite3_bind_blob64 (q->h, nr, p ? p : "", n, SQLITE_TRANSIENT);
}

static void
bind_all (Sql *q, const char *types, va_list ap)
{
  for (int nr = 1; *types; types++, nr++)
    switch (*types) {
    case 't':
      sqlite3_bind_text (q->h, nr, va_arg (ap, const char *), -1, SQLITE_TRANSIENT);
      break;
    case 'i':
      sqlite3_bind_int64 (q->h, nr, va_arg (ap, gint64));
      break;
    case 'h': {
      const Hash *h = va_arg (ap, const Hash *);
      sqlite3_bind_blob (q->h, nr, h ? h->b : NULL, HASH_BYTES, SQLITE_TRANSIENT);
      break;
    }
    case 'y':
      bind_bytes (q, nr, va_arg (ap, GBytes *));
      break;
    default:
      g_assert_not_reached ();
    }
}

static Sql *
query (Db *db, GError **error, const char *text, const char *types, va_list ap)
{
  Sql *q = take (db, text, error);
  if (q)
    bind_all (q, types, ap);
  return q;
}

Sql *
sql_query (Db *db, GError **error, const char *text, const char *types, ...)
{
  va_list ap;
  va_start (ap, types);
  Sql *q = query (db, error, text, types, ap);
  va_end (ap);
  return q;
}

gboolean
sql_run (Db *db, GError **error, const char *text, const char *types, ...)
{
  va_list ap;
  va_start (ap, types);
  g_autoptr (Sql) q = query (db, error, text, types, ap);
  va_end (ap);
  StoreAnswer a = q ? STORE_FOUND : STORE_FAILED;
  while (a == STORE_FOUND)
    a = sql_step (q, error);
  return a == STORE_ABSENT;
}

StoreAnswer
sql_number (Db *db, GError **error, gint64 *ret, const char *text, const char *types, ...)
{
  va_list ap;
  va_start (ap, types);
  g_autoptr (Sql) q = query (db, error, text, types, ap);
  va_end (ap);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND && sqlite3_column_type (q->h, 0) == SQLITE_NULL)
    return STORE_ABSENT;
  if (a == STORE_FOUND)
    *ret = sql_int (q, 0);
  return a;
}

StoreAnswer
sql_step (Sql *q, GError **error)
{
  switch (sqlite3_step (q->h)) {
  case SQLITE_ROW:
    return STORE_FOUND;
  case SQLITE_DONE:
    return STORE_ABSENT;
  default:
    db_fail (q->db, error);
    return STORE_FAILED;
  }
}

gboolean
sql_forward (Db *db, gboolean forward, GError **error)
{
  return forward || db_fail_of (db, SQLITE_CORRUPT, 0, error);
}

void
sql_bind_value (Sql *q, int nr, sqlite3_value *value)
{
  sqlite3_bind_value (q->h, nr, value);
}

const char *
sql_text (Sql *q, int column)
{
  return (const char *) sqlite3_column_text (q->h, column);
}

gint64
sql_int (Sql *q, int column)
{
  return sqlite3_column_int64 (q->h, column);
}

gboolean
sql_hash (Sql *q, int column, Hash *ret)
{
  const void *p = sqlite3_column_blob (q->h, column);
  if (!p || sqlite3_column_bytes (q->h, column) != HASH_BYTES)
    return FALSE;
  memcpy (ret->b, p, HASH_BYTES);
  return TRUE;
}

GBytes *
sql_bytes (Sql *q, int column)
{
  const void *p = sqlite3_column_blob (q->h, column);
  return g_bytes_new (p, (gsize) sqlite3_column_bytes (q->h, column));
}
