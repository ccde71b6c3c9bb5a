/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Questions about orders.  Decides nothing.  Called by guards-order.c and effects-order.c. */
#include "route/order.h"
#include "base/text.h"
#include "doc/vorlage.h"

const char *
order_kind (const Zug *z)
{
  g_autoptr (GPtrArray) kinds = regeln_entries (z->regeln, "auftragsart");
  const char *said = zug_wert (z, "art"), *paper = node_get (zug_root (z), "art");
  for (guint i = 0; !said && i < kinds->len; i++)
    if (text_in_list (node_get (kinds->pdata[i], "papierarten"), paper))
      said = node_get (kinds->pdata[i], "code");
  return said ? said : kinds->len > 0 ? node_get (kinds->pdata[0], "code") : "";
}

static xmlNode *
state_of (const Zug *z, const Doc *order)
{
  return regeln_zustand (z->regeln, "auftrag", node_get (doc_root (order), "zustand"));
}

gboolean
order_is_running (const Zug *z, const Doc *order)
{
  return node_is (state_of (z, order), "laeuft", "ja");
}

gboolean
order_is_to_report (const Zug *z, const Doc *read)
{
  if (doc_art (read) != DOC_AUFTRAG)
    return FALSE;
  const xmlNode *root = doc_root (read);
  return node_is (node_child (root, "beschluss"), "gremium", node_get (zug_root (z), "gremium")) &&
         (!node_is (state_of (z, read), "ende", "ja") || !node_is (root, "berichtet", "ja"));
}

gboolean
order_comes_from (const Zug *z, const char *code)
{
  return code && node_is (regeln_entry (z->regeln, "ergebnis", code), "beauftragt", "ja");
}

Doc *
order_paper (const Zug *z)
{
  return akte_doc (z->akte, DOC_VORLAGE, node_get (node_child (zug_root (z), "beschluss"), "vorlage"));
}

xmlNode *
order_station (const Zug *z)
{
  const Doc *paper = order_paper (z);
  return paper ? vorlage_station (paper, node_get (node_child (zug_root (z), "beschluss"), "station"))
               : NULL;
}
