/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Papers that hang on another one.  Holds no rule: kinds and numbers stand in the rules.  Called by guards, effects
 * and number.c; route_number_below also by ratsweg-gather.c. */
#include "route/paper.h"
#include "base/text.h"

const char *
paper_hangs_by (const Regeln *regeln, const xmlNode *papier)
{
  return node_get (regeln_entry (regeln, "papierart", node_get (papier, "art")), "haengt-an");
}

Doc *
paper_main (const Akte *akte, const xmlNode *papier)
{
  const char *kind = paper_hangs_by (akte->regeln, papier);
  const xmlNode *n = kind ? node_find (node_child (papier, "bezuege"), "bezug", "art", kind) : NULL;
  Doc *d = n ? akte_doc (akte, DOC_VORLAGE, node_get (n, "drucksache")) : NULL;
  return d && !node_is (doc_root (d), "entwurf", doc_kennung (d)) ? d : NULL;
}

gboolean
paper_is_over (const Regeln *regeln, const Doc *vorlage)
{
  const char *ablauf = regeln_ablauf_of (regeln, vorlage);
  return ablauf && node_is (regeln_zustand (regeln, ablauf, node_get (doc_root (vorlage), "zustand")),
                            "ende", "ja");
}

char *
route_number_below (const Akte *akte, const xmlNode *papier)
{
  const Doc *main = paper_main (akte, papier);
  if (!main)
    return NULL;
  const xmlNode *entry = regeln_entry (akte->regeln, "unternummer", "ergaenzung");
  guint n = node_count (node_child (doc_root (main), "kinder"), "kind");
  g_autoptr (GHashTable) werte = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  wert (werte, "nummer", doc_kennung (main));
  for (;;) {
    wert_take (werte, "nr", g_strdup_printf ("%u", ++n));
    char *number = entry ? text_fill (node_get (entry, "muster"), werte) : NULL;
    if (!number || !akte_doc (akte, DOC_VORLAGE, number))
      return number;
    g_free (number);
  }
}
