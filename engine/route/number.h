/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Numbers and the ranges they are drawn from.  Internal to route/; owns nothing. */
#pragma once
#include "route/zug.h"

/* The range of provisional Kennungen. */
#define NUMBER_DRAFTS "entwurf"
/* The range of orders that come from decisions. */
#define NUMBER_ORDERS "auftraege"

/* The range from which the step draws the paper's number, NULL where it draws none: it is drawn once, at the
 * step that the Papierart names, and stays when the release is taken back.  Lent. */
const char *number_range (const Zug *z);
/* The number below another paper that the step draws, NULL where it draws none; z->error if the rules number none. The
 * caller frees. */
char *number_below (Zug *z);
/* Whether the step begins a draft and draws a provisional Kennung. */
gboolean number_begins_draft (const Zug *z);
/* The next Kennung of a range for a document (its root); moves the range.  NULL and z->error if there is no such
 * range, or no count in it for the day of the document. */
char *number_draw (Zug *z, const char *zaehler, const xmlNode *papier);
