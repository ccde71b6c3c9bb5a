/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Small access to a DOM in the namespace of Ratsweg.  Owns nothing; may call base/ and libxml2.
 *
 * Documents come through the gate, so an attribute holds one text and lookups cannot fail: NULL means
 * absent.  Strings that are returned as const are lent until the node changes. */
#pragma once
#include "doc/auto.h"

#define RATSWEG_NS "urn:ratsweg:1"

/* The attribute's value, lent; NULL if absent. */
const char *node_get (const xmlNode *n, const char *name);
/* As a number; @otherwise if absent or no number. */
gint64 node_get_int (const xmlNode *n, const char *name, gint64 otherwise);
/* TRUE if the attribute is there and equals @value. */
gboolean node_is (const xmlNode *n, const char *name, const char *value);
/* Sets or replaces; NULL removes.  @value is text, not markup. */
void node_set (xmlNode *n, const char *name, const char *value);
void node_set_int (xmlNode *n, const char *name, gint64 value);

/* TRUE for an element of this name in the namespace of its document's root. */
gboolean node_named (const xmlNode *n, const char *name);
/* First child element, next sibling element; @name NULL takes any. */
xmlNode *node_child (const xmlNode *n, const char *name);
xmlNode *node_next (const xmlNode *n, const char *name);
/* Follows a path of child names from @n, each first of its name: node_path (root, "kopf", "datum"). */
xmlNode *node_path (const xmlNode *n, const char *first, const char *second);
/* The child of @n with this name and attribute value, or NULL. */
xmlNode *node_find (const xmlNode *n, const char *child, const char *attr, const char *value);
guint node_count (const xmlNode *n, const char *child);

/* All text below @n, blanks at both ends cut; never NULL; the caller frees. */
char *node_text (const xmlNode *n);
/* The text of a child; NULL if there is none; the caller frees. */
char *node_child_text (const xmlNode *n, const char *child);
/* Replaces all content by this text. */
void node_set_text (xmlNode *n, const char *text);

/* A new last child in the parent's namespace. */
xmlNode *node_add (xmlNode *parent, const char *name);
/* A new child at its place: before the first that comes after it in @order, names divided by blanks; last if none does. */
xmlNode *node_place (xmlNode *parent, const char *name, const char *order);
/* The first child of this name; made as last child if absent. */
xmlNode *node_need (xmlNode *parent, const char *name);
/* Copies the children of @from to the end of @to. */
void node_copy_children (xmlNode *to, const xmlNode *from);
void node_remove (xmlNode *n);

#define NODE_EACH(var, parent, name)                                                                    \
  for (xmlNode *var = node_child (parent, name); var; var = node_next (var, name))

/* The next id of the document ("s7"), never used before and never again: moves @root's counter. */
char *node_new_id (xmlNode *root, char prefix);
