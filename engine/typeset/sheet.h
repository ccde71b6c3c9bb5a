/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The program's own stylesheets, compiled once a process.  Owns them; may call doc/ and libxslt. */
#pragma once
#include "doc/auto.h"

/* Runs the sheet @path ("xslt/odt/fuellen.xsl") on @in, which must belong to the caller alone: libxslt
 * writes into its input.  @teil: the sheet's parameter of that name, or NULL.  Where the sheet itself
 * stops (xsl:message), its sentence is the message (status 2); other failures are the program's own
 * (status 3).  The caller owns the result. */
xmlDoc *sheet_run (const char *path, xmlDoc *in, const char *teil, GError **error);
