/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Deflate.  Knows no commitment.  Called by content.c. */
#include "store/coding.h"
#include <zlib.h>

#define DICTIONARY 32768u
#define LIMIT (32u * 1024 * 1024)

static const Bytef *
dictionary (GBytes *basis, uInt *ret_n)
{
  gsize n;
  const Bytef *p = g_bytes_get_data (basis, &n);
  gsize use = MIN (n, DICTIONARY);
  *ret_n = (uInt) use;
  return p + (n - use);
}

GBytes *
coding_pack (GBytes *bytes, GBytes *basis)
{
  gsize n;
  z_stream z = { 0 };
  const Bytef *p = g_bytes_get_data (bytes, &n);
  if (deflateInit (&z, Z_DEFAULT_COMPRESSION) != Z_OK)
    g_error ("zlib has no memory");
  if (basis) {
    uInt dn;
    const Bytef *d = dictionary (basis, &dn);
    deflateSetDictionary (&z, d, dn);
  }
  gsize room = deflateBound (&z, (uLong) n);
  Bytef *out = g_malloc (room);
  z.next_in = (Bytef *) p;
  z.avail_in = (uInt) n;
  z.next_out = out;
  z.avail_out = (uInt) room;
  int rc = deflate (&z, Z_FINISH);
  gsize made = room - z.avail_out;
  deflateEnd (&z);
  if (rc != Z_STREAM_END)
    g_error ("zlib did not finish within its own bound");
  return g_bytes_new_take (out, made);
}

/* Feeds the dictionary where the stream asks for it. */
static int
step (z_stream *z, GBytes *basis)
{
  int rc = inflate (z, Z_NO_FLUSH);
  if (rc != Z_NEED_DICT)
    return rc;
  uInt dn;
  const Bytef *d = basis ? dictionary (basis, &dn) : NULL;
  return d && inflateSetDictionary (z, d, dn) == Z_OK ? Z_OK : Z_DATA_ERROR;
}

GBytes *
coding_unpack (GBytes *packed, GBytes *basis)
{
  gsize n;
  guint8 buf[16384];
  z_stream z = { 0 };
  const Bytef *p = g_bytes_get_data (packed, &n);
  if (n > LIMIT || inflateInit (&z) != Z_OK)
    return NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z.next_in = (Bytef *) p;
  z.avail_in = (uInt) n;
  int rc = Z_OK;
  while (rc == Z_OK && out->len <= LIMIT) {
    z.next_out = buf;
    z.avail_out = sizeof buf;
    rc = step (&z, basis);
    g_byte_array_append (out, buf, (guint) (sizeof buf - z.avail_out));
  }
  gboolean whole = rc == Z_STREAM_END && z.avail_in == 0;
  inflateEnd (&z);
  return whole ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}
