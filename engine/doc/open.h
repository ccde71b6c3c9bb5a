/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The one gate for XML into the program: nobody else calls xmlRead*.  Owns the process-wide entity
 * loader; may call base/ and libxml2.
 *
 * No network, no entities beyond the five, no DOCTYPE, UTF-8 only, bounded size and depth. */
#pragma once
#include "doc/auto.h"

#define DOC_MAX_BYTES (8 * 1024 * 1024)
#define DOC_MAX_DEPTH 200

/* Once a process, before threads: library versions, the refusing loader. */
void doc_library_init (void);

/* Well-formed XML from @bytes, or a German message with @quelle (file name or Kennung), line, for what is
 * not well-formed the column in characters, what is wrong and what was expected.  The caller owns the result. */
xmlDoc *doc_parse (GBytes *bytes, const char *quelle, GError **error);

/* The same for a file that travels in the binary, e.g. "engine/schema/vorlage.rng". */
xmlDoc *doc_parse_resource (const char *path, GError **error);
/* Its bytes. */
GBytes *doc_resource (const char *path, GError **error);

/* The bytes of a file that is to be a document.  One that is too large is refused in bounded memory, and the
 * message names the element with the longest text, or values, as far as the file is well-formed. */
GBytes *doc_read (const char *path, GError **error);
