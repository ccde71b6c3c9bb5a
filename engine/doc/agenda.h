/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading and ordering a sitting and its agenda.  Owns nothing; may call doc/.
 *
 * The public and the other part are numbered apart, each TOP by a text: 3.2, 3.2a, 3.10.  A TOP may have none. */
#pragma once
#include "doc/node.h"

/* Negative, 0 or positive: which of two TOP numbers comes first, as people count: 3.2 before 3.10, 9.0 before 9.1. */
int agenda_compare (const char *a, const char *b);
/* Moves @top before the first one that comes after it: the public part first, then by number.  One without a number
 * goes to the end of its part. */
void agenda_place (xmlNode *agenda, xmlNode *top);
/* The TOP that a person names by its number, with the part before it where both parts have it ("NÖ 3.1", "Ö 3.1"), or
 * by its id; NULL if there is none, or more than one.  Lent. */
xmlNode *agenda_top (const xmlNode *agenda, const char *name);
/* "TOP 3.1", "TOP NÖ 3.1", "TOP ohne Nummer"; the caller frees. */
char *agenda_top_text (const xmlNode *top);

/* The last Einladung or Nachtrag to the sitting as it is planned; NULL before there is one, and after the sitting
 * was moved.  Lent. */
xmlNode *agenda_einladung (const xmlNode *sitzung);
/* The day of the sitting; the caller frees. */
char *sitzung_tag (const xmlNode *sitzung);
/* A new part of a sitting, or of a TOP, at its place. */
xmlNode *sitzung_add (xmlNode *sitzung, const char *name);
xmlNode *agenda_add_to_top (xmlNode *top, const char *name);
/* The number of the Nachtrag that would be sent next, from 1. */
guint agenda_naechster_nachtrag (const xmlNode *sitzung);
