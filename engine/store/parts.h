/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Half-written files of a killed process, for store/ only.  Owns nothing; may call base/. */
#pragma once
#include <glib.h>

/* Removes what file_write left beside the file that it was to become. */
void parts_remove (const char *path);
