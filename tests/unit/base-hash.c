/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256 against the examples published for FIPS 180-4, commitments, hexadecimal. */
#include "base/hash.h"
#include <string.h>

static void
assert_hash (Hash h, const char *expected)
{
  g_autofree char *hex = hex_encode (h.b, HASH_BYTES);
  g_assert_cmpstr (hex, ==, expected);
}

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define TWO_BLOCKS "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
#define MILLION_A "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

static void
fips_180_4 (void)
{
  static const char two[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  assert_hash (hash_bytes (NULL, 0, NULL, 0, NULL, 0), EMPTY);
  assert_hash (hash_bytes ("", 0, NULL, 0, "", 0), EMPTY);
  assert_hash (hash_bytes ("abc", 3, NULL, 0, NULL, 0), ABC);
  assert_hash (hash_bytes ("a", 1, "b", 1, "c", 1), ABC);
  assert_hash (hash_bytes (two, 10, two + 10, strlen (two) - 10, NULL, 0), TWO_BLOCKS);
}

static void
streamed (void)
{
  char thousand[1000];
  memset (thousand, 'a', sizeof thousand);
  HashStream *s = hash_stream_new ();
  for (int i = 0; i < 1000; i++)
    hash_stream_add (s, thousand, sizeof thousand);
  assert_hash (hash_stream_end (s), MILLION_A);
}

/* The expected value is what sha256sum prints for 32 zero bytes and "abc". */
static void
commitment (void)
{
  static const guint8 nonce[NONCE_BYTES];
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  Hash h = hash_commitment (nonce, bytes);
  assert_hash (h, "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370");
  Hash same = h;
  g_assert_true (hash_equal (&h, &same));
  same.b[HASH_BYTES - 1] ^= 1;
  g_assert_false (hash_equal (&h, &same));
}

static void
hexadecimal (void)
{
  static const guint8 bytes[] = { 0x00, 0x0f, 0xa5, 0xff };
  guint8 back[4];
  g_autofree char *hex = hex_encode (bytes, sizeof bytes);
  g_assert_cmpstr (hex, ==, "000fa5ff");
  g_assert_true (hex_decode (hex, back, sizeof back));
  g_assert_cmpint (memcmp (back, bytes, sizeof bytes), ==, 0);
  static const char *const bad[] = { "000FA5FF", "000fa5f", "000fa5ff0", "000fa5fg", "000fa5f ", "" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (hex_decode (bad[i], back, sizeof back));
  g_assert_false (hex_decode (NULL, back, sizeof back));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/hash/fips-180-4", fips_180_4);
  g_test_add_func ("/base/hash/streamed", streamed);
  g_test_add_func ("/base/hash/commitment", commitment);
  g_test_add_func ("/base/hash/hexadecimal", hexadecimal);
  return g_test_run ();
}
