/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The Merkle tree of RFC 6962, section 2.1, from its perfect subtrees.  Keeps no row itself and makes no
 * proof.  Called by store/. */
#include "trail/tree.h"

#define LEVELS 64

struct _TreeRoll {
  guint64 size;
  Hash open[LEVELS]; /* root of the perfect subtree of 2^i leaves where bit i of size is set */
};

Hash
tree_leaf (GBytes *bytes)
{
  static const guint8 mark = 0;
  gsize n;
  const void *p = g_bytes_get_data (bytes, &n);
  return hash_bytes (&mark, 1, p, n, NULL, 0);
}

Hash
tree_node (const Hash *left, const Hash *right)
{
  static const guint8 mark = 1;
  return hash_bytes (&mark, 1, left->b, HASH_BYTES, right->b, HASH_BYTES);
}

gboolean
tree_append (const TreeRows *rows, guint64 size, const Hash *leaf, GError **error)
{
  Hash h = *leaf;
  guint level = 0;
  guint64 nr = size;
  if (!rows->put (rows->user, level, nr, &h, error))
    return FALSE;
  for (; nr & 1; level++, nr >>= 1) {
    Hash left;
    if (!rows->get (rows->user, level, nr - 1, &left, error))
      return FALSE;
    h = tree_node (&left, &h);
    if (!rows->put (rows->user, level + 1, nr >> 1, &h, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
tree_root (const TreeRows *rows, guint64 size, Hash *ret, GError **error)
{
  gboolean first = TRUE;
  Hash root = hash_bytes (NULL, 0, NULL, 0, NULL, 0);
  for (guint level = 0; level < LEVELS && size >> level; level++) {
    Hash part;
    if (!(size >> level & 1))
      continue;
    if (!rows->get (rows->user, level, (size >> level) - 1, &part, error))
      return FALSE;
    root = first ? part : tree_node (&part, &root);
    first = FALSE;
  }
  *ret = root;
  return TRUE;
}

TreeRoll *
tree_roll_new (void)
{
  return g_new0 (TreeRoll, 1);
}

gboolean
tree_roll_add (TreeRoll *r, const Hash *leaf, TreeRollNode node, gpointer user, GError **error)
{
  Hash h = *leaf;
  guint level = 0;
  guint64 nr = r->size;
  gboolean ok = !node || node (user, level, nr, &h, error);
  for (; nr & 1; nr >>= 1) {
    h = tree_node (&r->open[level], &h);
    level++;
    ok = ok && (!node || node (user, level, nr >> 1, &h, error));
  }
  r->open[level] = h;
  r->size++;
  return ok;
}

Hash
tree_roll_root (const TreeRoll *r)
{
  gboolean first = TRUE;
  Hash root = hash_bytes (NULL, 0, NULL, 0, NULL, 0);
  for (guint level = 0; level < LEVELS && r->size >> level; level++) {
    if (!(r->size >> level & 1))
      continue;
    root = first ? r->open[level] : tree_node (&r->open[level], &root);
    first = FALSE;
  }
  return root;
}

void
tree_roll_free (TreeRoll *r)
{
  g_free (r);
}
