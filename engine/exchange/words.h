/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the words of another system mean here: the table <uebernahme> of the profile.  Lends what it finds; may call
 * rules/.  Compares whole words, never a part, and guesses nothing. */
#pragma once
#include "rules/rules.h"

typedef struct _Words Words;

/* @regeln has to live longer.  Fails (status 2) where the rules have no table, or one that names what they do not
 * have. */
Words *words_new (const Regeln *regeln, GError **error);
void words_free (Words *w);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

/* The table itself, for its attributes. */
const xmlNode *words_table (const Words *w);
/* Code for a word of @art ("papierart", "zustaendigkeit", "ergebnis"); @bei: the kind of the Zuständigkeit, or NULL.
 * NULL for an unknown word. */
const char *words_code (const Words *w, const char *art, const char *word, const char *bei);
/* The entry of a body by one of its names; NULL if unknown. */
const xmlNode *words_gremium (const Words *w, const char *name);
