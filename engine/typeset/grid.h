/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lays tables of the rich text out as the full grid that ODF wants.  Owns nothing; may call doc/. */
#pragma once
#include "typeset/tree.h"

#define GRID_MAX_COLUMNS 40
#define TEXT_WIDTH_CM 16.5

/* Each table below @n becomes thead (if it has headings: its own, or a first row of th alone) and tbody,
 * gets a number, one s:spalte a column with its width by content, s:verdeckt where a cell reaches over
 * others, s:luecke where a row is short; cells know their width, and rand="ja" in the last column.  Fails
 * (status 2) where cells overlap or a table is too wide. */
gboolean grid_prepare (xmlDoc *satz, xmlNode *n, GError **error);

/* "16.500cm", the same in every locale; the caller frees. */
char *grid_cm (double cm);
