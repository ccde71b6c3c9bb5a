/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256 through libcrypto, hexadecimal, commitments.  Knows no event.  Called by every layer. */
#include "base/hash.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>

struct _HashStream {
  EVP_MD_CTX *ctx;
};

/* Fetching the algorithm anew for each hash costs more than hashing a short event. */
static const EVP_MD *
sha256 (void)
{
  static EVP_MD *md;
  if (g_once_init_enter (&md)) {
    /* its file of settings says nothing about SHA-256 */
    OPENSSL_init_crypto (OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
    EVP_MD *fetched = EVP_MD_fetch (NULL, "SHA256", NULL);
    if (!fetched)
      g_error ("libcrypto has no SHA-256");
    g_once_init_leave (&md, fetched);
  }
  return md;
}

HashStream *
hash_stream_new (void)
{
  HashStream *s = g_new0 (HashStream, 1);
  s->ctx = EVP_MD_CTX_new ();
  if (!s->ctx || EVP_DigestInit_ex2 (s->ctx, sha256 (), NULL) != 1)
    g_error ("SHA-256 cannot be started");
  return s;
}

void
hash_stream_add (HashStream *s, const void *p, gsize n)
{
  if (n > 0 && EVP_DigestUpdate (s->ctx, p, n) != 1)
    g_error ("SHA-256 failed");
}

Hash
hash_stream_end (HashStream *s)
{
  Hash h;
  unsigned int n = 0;
  if (EVP_DigestFinal_ex (s->ctx, h.b, &n) != 1 || n != HASH_BYTES)
    g_error ("SHA-256 failed");
  EVP_MD_CTX_free (s->ctx);
  g_free (s);
  return h;
}

Hash
hash_bytes (const void *a, gsize na, const void *b, gsize nb, const void *c, gsize nc)
{
  HashStream *s = hash_stream_new ();
  if (a)
    hash_stream_add (s, a, na);
  if (b)
    hash_stream_add (s, b, nb);
  if (c)
    hash_stream_add (s, c, nc);
  return hash_stream_end (s);
}

Hash
hash_of (GBytes *bytes)
{
  return hash_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, 0, NULL, 0);
}

Hash
hash_commitment (const guint8 nonce[NONCE_BYTES], GBytes *bytes)
{
  gsize n;
  const void *p = g_bytes_get_data (bytes, &n);
  return hash_bytes (nonce, NONCE_BYTES, p, n, NULL, 0);
}

gboolean
hash_equal (const Hash *a, const Hash *b)
{
  return memcmp (a->b, b->b, HASH_BYTES) == 0;
}

char *
hex_encode (const void *p, gsize n)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *in = p;
  char *out = g_malloc (2 * n + 1);
  for (gsize i = 0; i < n; i++) {
    out[2 * i] = digits[in[i] >> 4];
    out[2 * i + 1] = digits[in[i] & 15];
  }
  out[2 * n] = '\0';
  return out;
}

static int
hex_digit (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

gboolean
hex_decode (const char *hex, guint8 *out, gsize n)
{
  if (!hex || strlen (hex) != 2 * n)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    int hi = hex_digit (hex[2 * i]), lo = hex_digit (hex[2 * i + 1]);
    if (hi < 0 || lo < 0)
      return FALSE;
    out[i] = (guint8) (hi << 4 | lo);
  }
  return TRUE;
}
