/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The one writer's form of a document, and canonical XML.  Owns nothing; may call base/ and libxml2. */
#pragma once
#include "doc/auto.h"

/* Brings a fresh DOM into the form that is stored: text in NFC; between elements no white space; inside
 * running text a run of white space with a line end is one blank, and none next to br, next to another
 * blank or at the ends of the paragraph, whatever markup lies between; other white space is kept, and in
 * plain text that was typed (kommentar) all of it.  Processing
 * instructions inside the root are refused. */
gboolean doc_normalise (xmlDoc *xml, const char *quelle, GError **error);

/* UTF-8 bytes, one element a line, running text never indented, default namespace at the root.  Written,
 * read and written again they are the same. */
GBytes *doc_write (xmlDoc *xml);

/* TRUE for an element that holds running text (p, li with text, ...), which is never indented. */
gboolean doc_is_flow (const xmlNode *n);

/* Exclusive C14N without comments (W3C, 18 July 2002) of the whole document; NULL if libxml2 refuses. */
GBytes *doc_canonical (xmlDoc *xml);
/* The same of one element as if it stood alone. */
GBytes *doc_canonical_part (const xmlNode *n);
/* Whether two elements are the same in canonical form; two that are both absent (NULL) are. */
gboolean doc_same_parts (const xmlNode *a, const xmlNode *b);
