/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Makes running text ready for ODF, where white space is not what it is in our documents.  Owns nothing;
 * may call doc/. */
#pragma once
#include "typeset/tree.h"

/* In each paragraph below @n: a blank that ODF would swallow (ODF 1.3 part 3, 6.1.2: at the start, at the
 * end, behind another blank; also behind br) becomes s:leer, a tab s:tab.  Footnotes are numbered.  The
 * attributes abschnitt/@ueberschrift and anlage/@titel become children, so that they are text too. */
void flow_prepare (xmlDoc *satz, xmlNode *n);
