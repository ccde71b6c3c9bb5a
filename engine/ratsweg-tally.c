/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Counts what a takeover did, and keeps what has to be told.  Called by the other files of the takeover. */
#include "ratsweg-takeover.h"
#include <string.h>

#define TOLD_MOST 200 /* bad lines, or numbers in dispute, that are told one by one */

GHashTable *
takeover_counts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
takeover_count (GHashTable *counts, const char *bereich, const char *word, guint n)
{
  char *key = g_strdup_printf ("%s\t%s", bereich, word);
  guint so_far = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
  g_hash_table_replace (counts, key, GUINT_TO_POINTER (so_far + n));
}

void
takeover_add_counts (GHashTable *to, GHashTable *from)
{
  GHashTableIter it;
  gpointer key, n;
  g_hash_table_iter_init (&it, from);
  while (g_hash_table_iter_next (&it, &key, &n)) {
    guint so_far = GPOINTER_TO_UINT (g_hash_table_lookup (to, key));
    g_hash_table_replace (to, g_strdup (key), GUINT_TO_POINTER (so_far + GPOINTER_TO_UINT (n)));
  }
}

/* By kind, and within one the most frequent first. */
static int
by_count (gconstpointer a, gconstpointer b, gpointer counts)
{
  const char *x = *(char *const *) a, *y = *(char *const *) b;
  gsize n = strcspn (x, "\t"), m = strcspn (y, "\t");
  int kind = n == m ? strncmp (x, y, n) : strcmp (x, y);
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (counts, x)),
        k = GPOINTER_TO_UINT (g_hash_table_lookup (counts, y));
  return kind ? kind : i != k ? (i < k ? 1 : -1) : strcmp (x, y);
}

Table *
takeover_table (GHashTable *counts)
{
  static const char *const columns[] = {
    "bereich", "Bereich", "wort", "Wort", "anzahl", "Anzahl", NULL
  };
  Table *table = table_new ("zahl", columns);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter it;
  gpointer name;
  g_hash_table_iter_init (&it, counts);
  while (g_hash_table_iter_next (&it, &name, NULL))
    g_ptr_array_add (keys, name);
  g_ptr_array_sort_with_data (keys, by_count, counts);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i], *tab = strchr (key, '\t');
    g_autofree char *kind = g_strndup (key, (gsize) (tab - key));
    g_autofree char *n = g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)));
    table_row (table);
    table_set (table, "bereich", kind);
    table_set (table, "wort", tab + 1);
    table_set (table, "anzahl", n);
  }
  return table;
}

void
takeover_tell (Takeover *t, GPtrArray *list, const char *bereich, char *take)
{
  takeover_count (t->counts, bereich, list == t->ret->falsch ? "Zeilen" : "Nummern", 1);
  if (list->len < TOLD_MOST)
    g_ptr_array_add (list, take);
  else
    g_free (take);
}
