/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The tree against the vectors of RFC 6962's reference tests, and against the definition in section 2.1,
 * written down here once more in the plainest way. */
#include "trail/tree.h"
#include <string.h>

/* -- rows in memory; a row that is written twice is an error -- */

static char *
key (guint level, guint64 nr)
{
  return g_strdup_printf ("%u/%" G_GUINT64_FORMAT, level, nr);
}

static gboolean
get (gpointer user, guint level, guint64 nr, Hash *ret, GError **error)
{
  g_autofree char *k = key (level, nr);
  Hash *h = g_hash_table_lookup (user, k);
  (void) error;
  g_assert_nonnull (h);
  *ret = *h;
  return TRUE;
}

static gboolean
put (gpointer user, guint level, guint64 nr, const Hash *hash, GError **error)
{
  char *k = key (level, nr);
  (void) error;
  g_assert_false (g_hash_table_contains (user, k));
  g_hash_table_insert (user, k, g_memdup2 (hash, sizeof *hash));
  return TRUE;
}

static GHashTable *
rows_new (TreeRows *rows)
{
  GHashTable *t = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  *rows = (TreeRows){ .get = get, .put = put, .user = t };
  return t;
}

/* -- RFC 6962, section 2.1, as written there -- */

static Hash
mth (const Hash *leaves, guint64 n)
{
  guint64 k = 1;
  if (n == 0)
    return hash_bytes ("", 0, NULL, 0, NULL, 0);
  if (n == 1)
    return leaves[0];
  while (2 * k < n)
    k *= 2;
  Hash left = mth (leaves, k), right = mth (leaves + k, n - k);
  return hash_bytes ("\x01", 1, left.b, HASH_BYTES, right.b, HASH_BYTES);
}

static void
assert_hash (const Hash *h, const char *hex)
{
  g_autofree char *own = hex_encode (h->b, HASH_BYTES);
  g_assert_cmpstr (own, ==, hex);
}

/* -- vectors -- */

typedef struct {
  TreeRows *rows;
  GHashTable *kept;
  guint64 size;
  guint seen;
} Vectors;

static void
check_line (Vectors *v, char **f)
{
  guint64 a = g_ascii_strtoull (f[1], NULL, 10), b = g_ascii_strtoull (f[2], NULL, 10);
  Hash h;
  if (strcmp (f[0], "leaf") == 0) {
    guint8 raw[64];
    gsize n = strcmp (f[3], "-") == 0 ? 0 : strlen (f[3]) / 2;
    g_assert_true (n == 0 || hex_decode (f[3], raw, n));
    g_autoptr (GBytes) bytes = g_bytes_new (raw, n);
    h = tree_leaf (bytes);
    g_assert_cmpuint (b, ==, v->size);
    g_assert_true (tree_append (v->rows, v->size++, &h, NULL));
  } else if (strcmp (f[0], "node") == 0) {
    get (v->kept, (guint) a, b, &h, NULL);
    assert_hash (&h, f[3]);
  } else {
    g_assert_cmpstr (f[0], ==, "root");
    g_assert_true (tree_root (v->rows, a, &h, NULL));
    assert_hash (&h, f[3]);
  }
  v->seen++;
}

static void
test_vectors (void)
{
  g_autofree char *text = NULL;
  const char *shared = g_getenv ("RATSWEG_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", "data/trail/merkle/tree.tsv", NULL);
  if (!shared || !g_file_get_contents (path, &text, NULL, NULL)) {
    g_test_skip ("RATSWEG_SHARED names no folder with data/trail/merkle/tree.tsv");
    return;
  }
  TreeRows rows;
  g_autoptr (GHashTable) kept = rows_new (&rows);
  Vectors v = { &rows, kept, 0, 0 };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **l = lines; *l; l++) {
    g_auto (GStrv) fields = g_strsplit (*l, "\t", -1);
    if (**l && **l != '#')
      check_line (&v, fields);
  }
  g_assert_cmpuint (v.seen, ==, 8 + 15 + 9);
}

/* -- all sizes -- */

static gboolean
same_as_kept (gpointer user, guint level, guint64 nr, const Hash *hash, GError **error)
{
  Hash kept;
  Vectors *v = user;
  get (v->kept, level, nr, &kept, error);
  g_assert_true (hash_equal (&kept, hash));
  v->seen++;
  return TRUE;
}

static guint
ones (guint n)
{
  guint c = 0;
  for (; n; n &= n - 1)
    c++;
  return c;
}

static void
test_all_sizes (void)
{
  enum { LEAVES = 300 };
  Hash leaves[LEAVES], h;
  TreeRows rows;
  g_autoptr (GHashTable) kept = rows_new (&rows);
  g_autoptr (TreeRoll) roll = tree_roll_new ();
  Vectors v = { &rows, kept, 0, 0 };
  for (guint n = 0; n <= LEAVES; n++) {
    Hash expected = mth (leaves, n);
    Hash rolled = tree_roll_root (roll);
    g_assert_true (tree_root (&rows, n, &h, NULL));
    g_assert_true (hash_equal (&h, &expected));
    g_assert_true (hash_equal (&rolled, &expected));
    /* 2n - popcount (n) rows in all */
    g_assert_cmpuint (g_hash_table_size (kept), ==, 2 * n - ones (n));
    g_assert_cmpuint (v.seen, ==, 2 * n - ones (n));
    if (n == LEAVES)
      break;
    g_autofree char *text = g_strdup_printf ("Blatt %u", n);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    leaves[n] = hash_bytes ("\0", 1, text, strlen (text), NULL, 0);
    Hash leaf = tree_leaf (bytes);
    g_assert_true (hash_equal (&leaf, &leaves[n]));
    g_assert_true (tree_append (&rows, n, &leaf, NULL));
    g_assert_true (tree_roll_add (roll, &leaf, same_as_kept, &v, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trail/tree/vectors", test_vectors);
  g_test_add_func ("/trail/tree/all-sizes", test_all_sizes);
  return g_test_run ();
}
