/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Asks each step as if it were taken, without values.  Holds no rule.  Called by ratsweg.c. */
#include "route/possible.h"
#include "route/guards.h"
#include "base/date.h"

void
possible_free (Possible *p)
{
  if (!p)
    return;
  g_free (p->schritt);
  g_free (p->wort);
  g_free (p->befehl);
  g_free (p->werte);
  g_ptr_array_unref (p->refusals);
  g_free (p);
}

static gboolean
may_override_all (const Akte *akte, const GPtrArray *refusals)
{
  for (guint i = 0; i < refusals->len; i++) {
    const Refusal *r = refusals->pdata[i];
    if (!r->fragt || !akte_hat_rolle (akte, r->uebergehen))
      return FALSE;
  }
  return refusals->len > 0;
}

static Possible *
possible_new (const Akte *akte, const xmlNode *schritt, GPtrArray *take_refusals)
{
  Possible *p = g_new0 (Possible, 1);
  p->schritt = g_strdup (node_get (schritt, "name"));
  p->wort = g_strdup (node_get (schritt, "wort"));
  const char *befehl = node_get (schritt, "befehl");
  p->befehl = g_strdup (befehl ? befehl : "schritt");
  p->werte = befehl ? NULL : g_strdup (node_get (schritt, "werte"));
  p->refusals = take_refusals;
  p->moeglich = take_refusals->len == 0;
  p->mit_grund = may_override_all (akte, take_refusals);
  return p;
}

static Possible *
ask (const Akte *akte, const xmlNode *schritt, const char *station, GError **error)
{
  g_autoptr (GHashTable) werte = g_hash_table_new (g_str_hash, g_str_equal);
  if (station)
    g_hash_table_insert (werte, (gpointer) "station", (gpointer) station);
  StepRequest request = { .schritt = node_get (schritt, "name"), .werte = werte, .grund = NULL };
  GPtrArray *refusals = route_ask (akte, &request, error);
  return refusals ? possible_new (akte, schritt, refusals) : NULL;
}

/* The row that fits the present state, else the first of its name; each name once. */
static xmlNode *
row_of (const Akte *akte, const char *ablauf, const xmlNode *n)
{
  const char *zustand = node_get (doc_root (akte->objekt), "zustand");
  xmlNode *now = regeln_schritt (akte->regeln, ablauf, node_get (n, "name"), zustand);
  return now ? now : regeln_schritt (akte->regeln, ablauf, node_get (n, "name"), "*");
}

static gboolean
add_results (const Akte *akte, const xmlNode *schritt, GPtrArray *into, GError **error)
{
  g_autoptr (GPtrArray) order = akte_stations (akte, akte->objekt);
  for (guint i = 0; i < order->len; i++) {
    const xmlNode *n = order->pdata[i];
    if (!regeln_station_offen (akte->regeln, n))
      continue;
    Possible *p = ask (akte, schritt, node_get (n, "id"), error);
    if (!p)
      return FALSE;
    g_autofree char *gremium = akte_gremium (akte, node_get (n, "gremium"));
    g_autofree char *day = day_german (node_get (n, "termin"));
    g_free (p->wort);
    p->wort = g_strdup_printf ("Ergebnis eintragen: %s%s%s", gremium, day ? " " : "", day ? day : "");
    g_ptr_array_add (into, p);
  }
  return TRUE;
}

GPtrArray *
route_possible (const Akte *akte, GError **error)
{
  const char *ablauf = regeln_ablauf_of (akte->regeln, akte->objekt);
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func ((GDestroyNotify) possible_free);
  g_autoptr (GPtrArray) rows = regeln_schritte (akte->regeln, ablauf ? ablauf : "");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++) {
    xmlNode *row = row_of (akte, ablauf, rows->pdata[i]);
    if (route_is_takeover (row) || !g_hash_table_add (seen, (gpointer) node_get (row, "name")))
      continue;
    gboolean results =
      g_str_equal (node_get (row, "name"), "ergebnis") && doc_art (akte->objekt) == DOC_VORLAGE;
    Possible *p = results ? NULL : ask (akte, row, NULL, error);
    if (p)
      g_ptr_array_add (into, p);
    else if (!results || !add_results (akte, row, into, error))
      return NULL;
  }
  return g_steal_pointer (&into);
}
