/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Copying a file as a stream, for store/ only. */
#pragma once
#include <glib.h>

/* @to must not exist; @durable: fsynced.  On failure no part of @to is left. */
gboolean copy_file (const char *from, const char *to, gboolean durable, GError **error);
