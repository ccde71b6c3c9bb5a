/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256, hexadecimal, commitments.  Owns nothing; may call libcrypto. */
#pragma once
#include <glib.h>

#define HASH_BYTES 32
#define NONCE_BYTES 32
#define HASH_HEX (2 * HASH_BYTES + 1)

typedef struct {
  guint8 b[HASH_BYTES];
} Hash;

/* SHA-256 (FIPS 180-4) of up to three runs of bytes, one behind the other; a NULL run is skipped. */
Hash hash_bytes (const void *a, gsize na, const void *b, gsize nb, const void *c, gsize nc);

/* The same of one piece. */
Hash hash_of (GBytes *bytes);

/* Commitment of the design, section 7: SHA-256 of 32 bytes of nonce and the content's bytes. */
Hash hash_commitment (const guint8 nonce[NONCE_BYTES], GBytes *bytes);

/* The running form, for files that are streamed.  hash_stream_end frees @s. */
typedef struct _HashStream HashStream;
HashStream *hash_stream_new (void);
void hash_stream_add (HashStream *s, const void *p, gsize n);
Hash hash_stream_end (HashStream *s);

gboolean hash_equal (const Hash *a, const Hash *b);

/* Lower-case hexadecimal of @n bytes; the caller frees. */
char *hex_encode (const void *p, gsize n);
/* Exactly @n bytes from exactly 2 @n lower-case digits; FALSE for anything else. */
gboolean hex_decode (const char *hex, guint8 *out, gsize n);
