/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Rows of the trail, for store/ only. */
#pragma once
#include "store/inside.h"
#include "trail/tree.h"

/* The tree's rows in the table knoten. */
TreeRows events_rows (Store *s);
/* One row; ABSENT if it is not there. */
StoreAnswer events_row (Store *s, guint level, guint64 nr, Hash *ret, GError **error);
/* Number of events, with an error. */
gboolean events_count (Store *s, guint64 *ret, GError **error);
