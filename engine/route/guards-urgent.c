/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards of urgent decisions: who may take one, in whose place, and who approves it.  Decide nothing else.
 * Called through guards.c. */
#include "route/guards.h"
#include "base/text.h"

static gboolean
is_urgent (const Zug *z, const char *zustaendigkeit)
{
  return zustaendigkeit && regeln_role_is (z->regeln, zustaendigkeit, "eilentscheidung");
}

/* Bodies that are to take an urgent decision: of the station that becomes one, of one that is added, and of those
 * that stand in the Beratungsfolge. */
static GPtrArray *
urgent_bodies (const Zug *z)
{
  GPtrArray *list = g_ptr_array_new ();
  if (z->station)
    g_ptr_array_add (list, (gpointer) node_get (z->station, "gremium"));
  else if (is_urgent (z, zug_wert (z, "zustaendigkeit")))
    g_ptr_array_add (list, (gpointer) zug_wert (z, "gremium"));
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (zug_offen (z, n) && is_urgent (z, node_get (n, "zustaendigkeit")))
      g_ptr_array_add (list, (gpointer) node_get (n, "gremium"));
  return list;
}

static gboolean
eil_gremium (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) bodies = urgent_bodies (z);
  for (guint i = 0; i < bodies->len; i++) {
    const Doc *body = akte_doc (z->akte, DOC_GREMIUM, bodies->pdata[i]);
    if (!body || node_is (doc_root (body), "art", "hauptausschuss"))
      continue;
    wert_take (werte, "gremium", akte_gremium (z->akte, bodies->pdata[i]));
    return FALSE;
  }
  return TRUE;
}

/* In the place of the Rat, or of the body that is named with two signatures. */
static gboolean
eil_genehmigung (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) bodies = urgent_bodies (z);
  const char *named = zug_wert (z, "mitglied") ? zug_wert (z, "gremium") : NULL;
  if (named && !akte_doc (z->akte, DOC_GREMIUM, named))
    return TRUE; /* another guard's matter */
  wert_take (werte, "genehmigend", named ? akte_gremium (z->akte, named) : g_strdup ("Der Rat"));
  return (!named && bodies->len == 0) || zug_genehmigende_station (z, named);
}

static gboolean
zwei_unterschriften (const Zug *z, GHashTable *werte)
{
  const char *ob = zug_wert (z, "ob"), *member = zug_wert (z, "mitglied");
  g_autofree char *a = text_sort_key (ob ? ob : ""), *b = text_sort_key (member);
  wert (werte, "ob", ob);
  return !g_str_equal (a, b);
}

const Guard guards_urgent[] = {
  { "eil-gremium", eil_gremium, NULL, "" },
  { "eil-genehmigung", eil_genehmigung, NULL, "genehmigend" },
  { "zwei-unterschriften", zwei_unterschriften, "mitglied", "ob" },
  { NULL, NULL, NULL, NULL },
};
