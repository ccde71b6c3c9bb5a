/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Contents by commitment: coding them in the table inhalt or in files below inhalt/, and reading them back
 * checked.  For store/ only. */
#pragma once
#include "store/inside.h"

/* How table inhalt holds a content: with deflate; with deflate and the basis as dictionary; as a file. */
typedef enum { CONTENT_FULL = 0, CONTENT_DELTA = 1, CONTENT_FILE = 2 } ContentCoding;

/* A content, checked against its commitment.  @what names it in messages, e.g. "Vorlage 7, Stand 2". */
StoreAnswer content_get (Store *s, const Hash *commitment, const char *what, GBytes **ret,
                         GError **error);
/* Keeps @bytes in the database; @basis NULL: on its own. */
gboolean content_put (Store *s, const Hash *commitment, const guint8 *nonce, GBytes *bytes,
                      const Hash *basis, GError **error);
/* Keeps @bytes as a file, fsynced. */
gboolean content_put_file (Store *s, const Hash *commitment, const guint8 *nonce, GBytes *bytes,
                           GError **error);
/* "inhalt/ab/abcd...", below the store's folder; the caller frees. */
char *content_file_name (const Hash *commitment);

/* While many contents are read in a row, keep what was read and checked. */
void content_remember (Store *s);
void content_forget (Store *s);

/* Content files whose step was not committed are removed; those of a committed one lose their mark. */
gboolean content_tidy (Store *s, GError **error);
/* TRUE while the file's step is open, or was killed. */
gboolean content_is_marked (Store *s, const char *hex);
