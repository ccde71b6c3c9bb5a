/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A plain table: what lists and histories hand to whoever shows them.  Owns its cells; may call GLib
 * only.  Made by report/, shown by ui/. */
#pragma once
#include <glib.h>

typedef struct {
  char *titel;     /* what the table shows, for a heading; may be NULL */
  char *zeile;     /* element name of a row in XML: "vorlage", "ereignis" */
  GPtrArray *keys; /* column keys, as attribute names in XML */
  GPtrArray *kopf; /* column headings, German */
  GPtrArray *rows; /* GPtrArray of char*, one a column; NULL for an empty cell */
} Table;

/* @columns: key, heading, key, heading, ..., NULL. */
Table *table_new (const char *zeile, const char *const *columns);
void table_free (Table *t);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

/* Adds an empty row and returns its number. */
guint table_row (Table *t);
/* Sets a cell of the last row; the value is copied. */
void table_set (Table *t, const char *key, const char *value);
const char *table_get (const Table *t, guint row, const char *key);
