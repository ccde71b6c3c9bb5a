/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Tables beside the tests of real cases: a line a row, fields between „|“, the first two are kind and key.  Owns the
 * rows; the cases come from RATSWEG_SHARED. */
#pragma once
#include "route-help.h"
#include <jansson.h>

typedef struct {
  GPtrArray *rows; /* char ** */
} Table;

static inline Table *
table_read (const char *path)
{
  Table *t = g_new0 (Table, 1);
  t->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *text = shipped (path);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    if (!*lines[i] || *lines[i] == '#')
      continue;
    char **fields = g_strsplit (lines[i], "|", -1);
    for (guint k = 0; fields[k]; k++)
      g_strstrip (fields[k]);
    g_ptr_array_add (t->rows, fields);
  }
  return t;
}

static inline void
table_free (Table *t)
{
  g_ptr_array_unref (t->rows);
  g_free (t);
}

/* The row of this kind and key, NULL if there is none; lent. */
static inline char **
table_row (const Table *t, const char *kind, const char *key)
{
  for (guint i = 0; i < t->rows->len; i++) {
    char **row = t->rows->pdata[i];
    if (g_str_equal (row[0], kind) && g_str_equal (row[1], key))
      return row;
  }
  return NULL;
}

static inline guint
table_count (const Table *t, const char *kind)
{
  guint n = 0;
  for (guint i = 0; i < t->rows->len; i++)
    n += g_str_equal (((char **) t->rows->pdata[i])[0], kind);
  return n;
}

static inline gboolean
table_has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  return g_strv_contains ((const char *const *) list, word);
}

/* A file of cases in the shared folder; NULL where none is set: then a test says that it skips. */
static inline void
no_cases (void)
{
  g_test_skip ("RATSWEG_SHARED is not set");
}

static inline json_t *
shared_cases (const char *name)
{
  const char *shared = g_getenv ("RATSWEG_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", "data", "cases", name, NULL);
  if (!shared) {
    g_test_add_func ("/route/cases", no_cases);
    return NULL;
  }
  json_error_t error;
  json_t *all = json_load_file (path, 0, &error);
  if (!all)
    g_error ("%s: %s", path, error.text);
  return all;
}
