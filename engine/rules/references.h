/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Whether the entries of the rules that name others name known ones.  Internal to rules/.  Owns nothing; may
 * call doc/. */
#pragma once
#include "rules/rules.h"

/* Fails with file and line (status 2) at the first name that leads nowhere. */
gboolean regeln_check_references (const Regeln *r, GError **error);
