/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Packing versions: what goes in comes out, and nothing damaged does. */
#include "store/coding.h"
#include <string.h>

static GBytes *
noise (guint32 seed, gsize n)
{
  g_autoptr (GRand) r = g_rand_new_with_seed (seed);
  guint8 *p = g_malloc (n + 1);
  for (gsize i = 0; i < n; i++)
    p[i] = (guint8) g_rand_int (r);
  return g_bytes_new_take (p, n);
}

static void
test_sizes (void)
{
  const gsize sizes[] = { 0, 1, 100, 16384, 32768, 32769, 200000 };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GBytes) bytes = noise (1, sizes[i]);
    g_autoptr (GBytes) basis = noise (2, sizes[i]);
    g_autoptr (GBytes) alone = coding_pack (bytes, NULL);
    g_autoptr (GBytes) back = coding_unpack (alone, NULL);
    g_assert_true (g_bytes_equal (back, bytes));
    g_autoptr (GBytes) with = coding_pack (bytes, basis);
    g_autoptr (GBytes) with_back = coding_unpack (with, basis);
    g_assert_true (g_bytes_equal (with_back, bytes));
  }
}

/* Of a dictionary the last 32 KiB serve, less the 262 bytes that zlib keeps for itself. */
static void
test_saves (void)
{
  g_autoptr (GBytes) basis = noise (1, 60000);
  g_autoptr (GBytes) tail = g_bytes_new_from_bytes (basis, 60000 - 32000, 32000);
  g_autoptr (GBytes) packed = coding_pack (tail, basis);
  g_assert_cmpuint (g_bytes_get_size (packed), <, 1000);
}

static void
test_wrong_basis (void)
{
  g_autoptr (GBytes) bytes = noise (1, 5000);
  g_autoptr (GBytes) basis = noise (2, 5000);
  g_autoptr (GBytes) other = noise (3, 5000);
  g_autoptr (GBytes) packed = coding_pack (bytes, basis);
  g_assert_null (coding_unpack (packed, other));
  g_assert_null (coding_unpack (packed, NULL));
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Ein Satz, der aufbewahrt wird.", 30);
  g_autoptr (GBytes) packed = coding_pack (bytes, NULL);
  gsize n = g_bytes_get_size (packed);
  for (gsize i = 0; i < n; i++) {
    guint8 *p = g_memdup2 (g_bytes_get_data (packed, NULL), n);
    g_autoptr (GBytes) cut = g_bytes_new (p, i);
    g_assert_null (coding_unpack (cut, NULL));
    p[i] ^= 0x10;
    g_autoptr (GBytes) flipped = g_bytes_new_take (p, n);
    g_autoptr (GBytes) back = coding_unpack (flipped, NULL);
    g_assert_true (!back || g_bytes_equal (back, bytes));
  }
  g_autoptr (GByteArray) more = g_byte_array_new ();
  g_byte_array_append (more, g_bytes_get_data (packed, NULL), (guint) n);
  g_byte_array_append (more, (const guint8 *) "x", 1);
  g_autoptr (GBytes) longer = g_byte_array_free_to_bytes (g_steal_pointer (&more));
  g_assert_null (coding_unpack (longer, NULL));
}

/* A few kilobytes that would become gigabytes. */
static void
test_bomb (void)
{
  gsize n = 64 * 1024 * 1024;
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (n), n);
  g_autoptr (GBytes) packed = coding_pack (zeros, NULL);
  g_assert_cmpuint (g_bytes_get_size (packed), <, 100000);
  g_assert_null (coding_unpack (packed, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/coding/sizes", test_sizes);
  g_test_add_func ("/store/coding/saves", test_saves);
  g_test_add_func ("/store/coding/wrong-basis", test_wrong_basis);
  g_test_add_func ("/store/coding/damaged", test_damaged);
  g_test_add_func ("/store/coding/bomb", test_bomb);
  return g_test_run ();
}
