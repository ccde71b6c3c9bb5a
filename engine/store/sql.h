/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* SQLite in few words, for store/ only: a connection with its prepared statements, binding, stepping, and
 * the one place that turns SQLite's answers into German messages.  Owns connections; may call SQLite. */
#pragma once
#include "store/store.h"
#include <sqlite3.h>

typedef struct {
  sqlite3 *h;
  GHashTable *pool; /* text of a statement -> its idle Sql* */
  gint64 waiting_since;
  char *name; /* as messages call the database */
} Db;

typedef struct {
  sqlite3_stmt *h;
  Db *db;
} Sql;

/* @flags as for sqlite3_open_v2; waits for others up to 10 s in steps of 0.3 ms. */
Db *db_open (const char *path, int flags, const char *name, GError **error);
/* A private database in temporary storage. */
Db *db_open_scratch (GError **error);
void db_close (Db *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Db, db_close)
/* Sets @error from the connection's last answer; always FALSE. */
gboolean db_fail (Db *db, GError **error);

/* The same of a result code, and errno (or 0), that a call gave back: where the connection does not keep them. */
gboolean db_fail_of (Db *db, int rc, int system, GError **error);

/* One or more statements without parameters or rows. */
gboolean sql_exec (Db *db, const char *text, GError **error);
/* A statement with its parameters.  One letter of @types each: t const char* (NULL allowed), i gint64,
 * h const Hash* (NULL allowed), y GBytes* (NULL allowed).  Numbers must be passed as gint64. */
Sql *sql_query (Db *db, GError **error, const char *text, const char *types, ...);
/* The same, run to its end. */
gboolean sql_run (Db *db, GError **error, const char *text, const char *types, ...);
/* The same, for the number in its first row; ABSENT without a row or for NULL. */
StoreAnswer sql_number (Db *db, GError **error, gint64 *ret, const char *text, const char *types, ...);
StoreAnswer sql_step (Sql *q, GError **error);
/* For a walk in pages: fails (damaged) unless the next page begins behind the last.  A damaged table gives rows out
 * of order, and the walk would go in circles. */
gboolean sql_forward (Db *db, gboolean forward, GError **error);
/* Ends it, and with it its read transaction. */
void sql_done (Sql *q);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sql, sql_done)
/* Binds parameter @nr (from 1) as text; for callers that choose parameters at run time. */
void sql_bind_value (Sql *q, int nr, sqlite3_value *value);

const char *sql_text (Sql *q, int column); /* lent until the next step */
gint64 sql_int (Sql *q, int column);
gboolean sql_hash (Sql *q, int column, Hash *ret); /* FALSE if it is not 32 bytes */
GBytes *sql_bytes (Sql *q, int column);
