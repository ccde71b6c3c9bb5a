/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Deflate with and without a dictionary (zlib's own format, so that any zlib reads it).  Owns nothing; may
 * call zlib.  For store/ only. */
#pragma once
#include <glib.h>

/* @basis may be NULL; only its last 32 KiB serve. */
GBytes *coding_pack (GBytes *bytes, GBytes *basis);
/* The inverse; NULL for anything damaged, or larger than a kept version can be. */
GBytes *coding_unpack (GBytes *packed, GBytes *basis);
