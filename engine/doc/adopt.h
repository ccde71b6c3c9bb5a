/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Check-in of a new version over the one that is kept: takes over what the engine keeps.  Owns nothing;
 * may call doc/ only. */
#pragma once
#include "doc/doc.h"

/* Into @next, a file that somebody edited, goes everything that the schema marks rw:programm="ja" from
 * @current.  Where @next holds such a part itself it must be equal, else this fails (status 2) with line
 * and what was expected.  @current NULL: a new document, in which no such part may stand.  Elements are
 * paired by id, else by their place among those of their name; the content of an image or Anlage by its
 * file.  An id below the counter that @current does not have fails too: it was another's once. */
gboolean doc_adopt (Doc *next, const Doc *current, GError **error);

/* Gives an id to each station, section, signer, Anlage and TOP that has none. */
void doc_complete_ids (Doc *d);
