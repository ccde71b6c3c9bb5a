/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The one tree that the sheets read (s:satz): paper, rules, profile, letterhead, places, facts of this
 * printing.  Owns nothing; may call doc/.
 *
 * The namespace urn:ratsweg:satz is the sheets' own; nothing of it may reach an ODT (part.h). */
#pragma once
#include "typeset/typeset.h"

#define SATZ_NS "urn:ratsweg:satz"

/* A tree from @in; the letterhead's and the places' parts only where @in names a letterhead.  Stations stand
 * in their order and carry gremium-name, internal bodies intern="ja".  Fails (status 2) where a body is
 * missing.  The caller owns it. */
xmlDoc *tree_new (const TypesetInput *in, GError **error);

/* Adds the letterhead and the places of @stueck; fails (status 2) for an unknown piece. */
gboolean tree_add_letterhead (xmlDoc *satz, Doc *briefkopf, const char *stueck, GError **error);

/* An empty tree. */
xmlDoc *tree_new_empty (void);

/* A new child in the sheets' namespace, appended. */
xmlNode *tree_add (xmlNode *parent, const char *name);
/* The same, not yet in the tree; its place is up to the caller. */
xmlNode *tree_make (xmlDoc *satz, const char *name);

/* The paper's root in s:papier. */
xmlNode *tree_paper (xmlDoc *satz);
