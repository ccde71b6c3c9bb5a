/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A quick first answer of a schema: libxml2 compiles a value's pattern anew at each value, which is most of the time
 * of a check.  Owns what it compiled; may call explain.h and libxml2. */
#pragma once
#include "doc/explain.h"

typedef struct {
  xmlRelaxNG *compiled; /* the grammar without demands on values; NULL if there is no quick answer */
  GHashTable *places;   /* element name to Place*, see relaxed.c */
} Relaxed;

/* Takes nothing of @g, which must live as long. */
void relaxed_make (Relaxed *r, const Grammar *g);

/* TRUE: the whole schema accepts the tree.  FALSE says nothing. */
gboolean relaxed_accepts (const Relaxed *r, xmlDoc *xml);
