/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What differs between two versions of a paper.  Owns nothing; may call rules/. */
#pragma once
#include "route/zug.h"

/* Adds the words of the parts in which the papers differ (char*, owned by the arrays), by their class in the rules:
 * what voids signatures, and what does not. */
void changes_of (const Zug *z, const xmlNode *old, const xmlNode *new, GPtrArray *substance,
                 GPtrArray *editorial);
