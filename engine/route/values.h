/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The values of a step: names and forms.  Internal to route/. */
#pragma once
#include "route/zug.h"

/* Fails (status 2) for a value that neither the step nor its result takes, for one of a wrong form, and where one is
 * missing. */
gboolean values_check (const Zug *z, GError **error);
