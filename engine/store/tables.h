/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The text of the database schema, for store/ only.  The trail's tables are frozen: their text is compared.
 * The index can be made anew from them at any time and carries a version.  Owns nothing; may call
 * SQLite through sql.h. */
#pragma once
#include "store/sql.h"

#define TABLES_INDEX_VERSION 4
#define TABLES_APPLICATION 0x52617477 /* "Ratw" */

typedef struct {
  const char *name, *text;
} Table;

/* Tables, indices and triggers, each list ended by a NULL name. */
extern const Table tables_trail[];
extern const Table tables_index[];

/* All of it, in a new database. */
gboolean tables_create (Db *db, GError **error);
/* Drops everything that is not the trail, and makes an empty index. */
gboolean tables_reset_index (Db *db, GError **error);
/* Only the index, in an empty database. */
gboolean tables_create_index (Db *db, GError **error);
/* The version of the index; fails for a database of another program. */
gboolean tables_version (Db *db, gint64 *ret_version, GError **error);
