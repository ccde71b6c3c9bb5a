/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What guards and effects of the Beschlusskontrolle share.  Internal to route/; owns nothing. */
#pragma once
#include "route/zug.h"

/* The kind of order: as said, else that of this kind of paper, else the first in the rules.  Lent. */
const char *order_kind (const Zug *z);
/* Whether something is left to do. */
gboolean order_is_running (const Zug *z, const Doc *order);
/* Whether @read is an order of the sitting's body that it has not been told the end of. */
gboolean order_is_to_report (const Zug *z, const Doc *read);
/* Whether orders come from this result. */
gboolean order_comes_from (const Zug *z, const char *code);
/* The paper whose decision the object, an order, comes from, and its station; NULL where they were not read. */
Doc *order_paper (const Zug *z);
xmlNode *order_station (const Zug *z);
