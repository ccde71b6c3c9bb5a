/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Names of bodies.  Decides nothing.  Called by route/, report/ and ratsweg.c. */
#include "doc/gremium.h"

char *
gremium_name (const Doc *gremium, const char *day)
{
  xmlNode *best = node_child (doc_root (gremium), "name");
  NODE_EACH (n, doc_root (gremium), "name") {
    const char *from = node_get (n, "ab");
    if (!day || !from || g_strcmp0 (from, day) <= 0)
      best = n;
  }
  return node_text (best);
}

char *
gremium_kurz (const Doc *gremium)
{
  char *kurz = node_child_text (doc_root (gremium), "kurz");
  return kurz ? kurz : gremium_name (gremium, NULL);
}

gboolean
gremium_is_internal (const Doc *gremium)
{
  return node_is (doc_root (gremium), "art", "intern");
}

gboolean
gremium_holds_sittings (const Doc *gremium)
{
  return !node_is (doc_root (gremium), "sitzungen", "nein") && !gremium_is_internal (gremium);
}
