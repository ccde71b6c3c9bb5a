/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Says in German what a schema finds wrong: RELAX NG itself says where, seldom what was expected.  Owns
 * nothing; may call base/ and libxml2. */
#pragma once
#include "doc/auto.h"

typedef struct {
  xmlDoc *common;                 /* the shared grammar, read as XML */
  xmlDoc *own;                    /* the kind's grammar */
  GHashTable *elements, *defines; /* the first of each name to its xmlNode*, own before common */
  GHashTable *asked;              /* answers of earlier walks, kept with the grammar; see explain.c */
  GMutex lock;                    /* of @asked */
} Grammar;

/* Finds what @own and @common define; before anything else is asked. */
void grammar_index (Grammar *g);
/* The definition of an element by name, NULL if the grammar has none. */
xmlNode *grammar_element (const Grammar *g, const char *name);

/* The first fault of the tree as a German phrase without final stop, and its line; NULL if this walk sees
 * none.  @values_only: looks at days, times and ids alone (the rest is known to be valid). */
char *grammar_explain (Grammar *g, xmlNode *root, gboolean values_only, long *ret_line);

/* What a pattern holds directly: calls @found for each attribute, element, value or text in it, through
 * references, not into inner elements.  @needed: not inside an optional, zeroOrMore or choice. */
typedef void (*GrammarFound) (const xmlNode *pattern, gboolean needed, gpointer user);
void grammar_walk (const Grammar *g, const xmlNode *pattern, GrammarFound found, gpointer user);

/* rw:erwartet of a definition, never NULL; lent. */
const char *grammar_expected (const xmlNode *definition);
