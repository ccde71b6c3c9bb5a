/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The Merkle tree of RFC 6962, section 2.1, kept as its perfect subtrees only: rows never change.  Owns
 * nothing; may call libcrypto.  Whoever keeps the rows hands in two functions. */
#pragma once
#include "base/hash.h"

typedef struct {
  gboolean (*get) (gpointer user, guint level, guint64 nr, Hash *ret, GError **error);
  gboolean (*put) (gpointer user, guint level, guint64 nr, const Hash *hash, GError **error);
  gpointer user;
} TreeRows;

/* SHA-256 (00 || bytes), SHA-256 (01 || left || right). */
Hash tree_leaf (GBytes *bytes);
Hash tree_node (const Hash *left, const Hash *right);

/* Adds leaf number @size: 1 + (trailing 1-bits of @size) rows. */
gboolean tree_append (const TreeRows *rows, guint64 size, const Hash *leaf, GError **error);
/* The root of the first @size leaves; SHA-256 of nothing for 0. */
gboolean tree_root (const TreeRows *rows, guint64 size, Hash *ret, GError **error);

/* A root from leaves in order, in memory independent of their number: for whoever verifies.
 * tree_roll_level calls back for each perfect subtree as it is completed (may be NULL). */
typedef struct _TreeRoll TreeRoll;
typedef gboolean (*TreeRollNode) (gpointer user, guint level, guint64 nr, const Hash *hash,
                                  GError **error);
TreeRoll *tree_roll_new (void);
gboolean tree_roll_add (TreeRoll *r, const Hash *leaf, TreeRollNode node, gpointer user, GError **error);
Hash tree_roll_root (const TreeRoll *r);
void tree_roll_free (TreeRoll *r);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TreeRoll, tree_roll_free)
