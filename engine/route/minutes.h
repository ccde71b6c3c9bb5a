/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the minutes of a sitting have to say, and what of it is missing.  Internal to route/.  Owns nothing. */
#pragma once
#include "route/zug.h"

/* The paper's station of an entry papier of the agenda; NULL where the paper was not read. */
xmlNode *minutes_station (const Zug *z, const xmlNode *papier);
/* What has no result yet, as "TOP 3.1 (00001-21)" or "TOP 3.1"; with @unexplained only that of which the minutes do not
 * say why either.  The caller owns the array of char*. */
GPtrArray *minutes_open (const Zug *z, gboolean unexplained);
/* The papers that hang on a paper and have not come to their end, as "00001-21-E1 (TOP 3.1, 00001-21)".  The caller owns
 * the array of char*. */
GPtrArray *minutes_open_children (const Zug *z);
/* The signature of a sitting's minutes; NULL before there is one. */
xmlNode *minutes_signature (const Doc *sitzung);
