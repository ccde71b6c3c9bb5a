/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The ZIP of an ODF package.  Owns its entries until the end; may call base/ and libzip. */
#pragma once
#include <glib.h>

typedef struct _Pack Pack;

/* A package of @mime: its first entry is mimetype, stored. */
Pack *pack_new (const char *mime);
void pack_free (Pack *p);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pack, pack_free)

/* A file of the package and its line in the manifest; entries keep their order. */
void pack_add (Pack *p, const char *path, const char *mime, GBytes *bytes);

/* The whole file: mimetype, the entries, META-INF/manifest.xml.  All dates are 1980-01-01, whatever clock
 * and zone; the same entries give the same bytes.  The caller owns the result. */
GBytes *pack_bytes (Pack *p, GError **error);
