/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What writing and reading an event share inside trail/.  Owns nothing; may call doc/. */
#pragma once
#include "trail/event.h"

/* The event as a DOM in the one shape that is kept; the caller owns it. */
xmlDoc *event_tree (const Event *e);
/* Whether the fields can stand in an event: what must be there is, hexadecimal and days are such, text is
 * clean.  Else *@ret_why is a German phrase; the caller frees it. */
gboolean event_check (const Event *e, char **ret_why);
