/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Papers that hang on another one: which, and under what number.  Internal to route/; owns nothing. */
#pragma once
#include "route/zug.h"

/* The kind of reference by which papers of this Papierart hang on another one; NULL where they do not.  Lent. */
const char *paper_hangs_by (const Regeln *regeln, const xmlNode *papier);
/* The paper on which this one hangs: read, and with a number of its own.  NULL if there is none.  Lent. */
Doc *paper_main (const Akte *akte, const xmlNode *papier);
/* Whether a paper has come to its end. */
gboolean paper_is_over (const Regeln *regeln, const Doc *vorlage);
