/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The RELAX NG schemas, one a kind.  Owns the compiled schemas of the process; may call base/ and
 * libxml2. */
#pragma once
#include "doc/doc.h"

/* Whether @xml is valid as @art: schema, existing days and times, ids unique.  The message names
 * @quelle, line, what is wrong and what was expected. */
gboolean schema_check (DocArt art, xmlDoc *xml, const char *quelle, GError **error);

/* The same words for an element that will become part of an @art (the text of a result), as far as a walk
 * beside the grammar sees; the whole is checked when it is there. */
gboolean schema_check_part (DocArt art, xmlDoc *xml, const char *quelle, GError **error);

/* Whether the engine keeps this element (@attribute NULL) or attribute: rw:programm="ja" in the schema. */
gboolean schema_engine_owned (DocArt art, const char *element, const char *attribute);
