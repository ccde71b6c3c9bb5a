/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Tables as data.  Prints nothing.  Called by report/ and ratsweg.c. */
#include "base/table.h"

Table *
table_new (const char *zeile, const char *const *columns)
{
  Table *t = g_new0 (Table, 1);
  t->zeile = g_strdup (zeile);
  t->keys = g_ptr_array_new_with_free_func (g_free);
  t->kopf = g_ptr_array_new_with_free_func (g_free);
  t->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; columns[i]; i += 2) {
    g_ptr_array_add (t->keys, g_strdup (columns[i]));
    g_ptr_array_add (t->kopf, g_strdup (columns[i + 1]));
  }
  return t;
}

void
table_free (Table *t)
{
  if (!t)
    return;
  g_free (t->titel);
  g_free (t->zeile);
  g_ptr_array_unref (t->keys);
  g_ptr_array_unref (t->kopf);
  g_ptr_array_unref (t->rows);
  g_free (t);
}

guint
table_row (Table *t)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row, (gint) t->keys->len);
  g_ptr_array_add (t->rows, row);
  return t->rows->len - 1;
}

static gint
column (const Table *t, const char *key)
{
  for (guint i = 0; i < t->keys->len; i++)
    if (g_str_equal (t->keys->pdata[i], key))
      return (gint) i;
  return -1;
}

void
table_set (Table *t, const char *key, const char *value)
{
  gint c = column (t, key);
  g_return_if_fail (c >= 0 && t->rows->len > 0);
  GPtrArray *row = t->rows->pdata[t->rows->len - 1];
  g_free (row->pdata[c]);
  row->pdata[c] = g_strdup (value);
}

const char *
table_get (const Table *t, guint row, const char *key)
{
  gint c = column (t, key);
  if (c < 0 || row >= t->rows->len)
    return NULL;
  return ((GPtrArray *) t->rows->pdata[row])->pdata[c];
}
