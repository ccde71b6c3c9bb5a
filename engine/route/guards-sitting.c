/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at a sitting and its agenda.  Decide nothing else.  Called through guards.c. */
#include "route/guards.h"
#include "base/date.h"
#include "base/text.h"
#include <string.h>

static gboolean
gremium_bekannt (const Zug *z, GHashTable *werte)
{
  const char *gremium = node_get (zug_root (z), "gremium");
  wert (werte, "gremium", gremium);
  return akte_doc (z->akte, DOC_GREMIUM, gremium) != NULL;
}

static gboolean
kennung_passt (const Zug *z, GHashTable *werte)
{
  const char *kennung = doc_kennung (z->doc), *gremium = node_get (zug_root (z), "gremium");
  g_autofree char *start = node_child_text (zug_root (z), "beginn");
  g_autofree char *right = g_strdup_printf ("%s/%.10s", gremium, start);
  wert (werte, "gremium", gremium);
  wert_take (werte, "beginn", local_german (start));
  wert (werte, "richtig", right);
  return g_str_has_prefix (kennung, right) &&
         (kennung[strlen (right)] == '\0' || kennung[strlen (right)] == '.');
}

static Doc *
paper (const Zug *z)
{
  return akte_doc (z->akte, DOC_VORLAGE, zug_wert (z, "vorlage"));
}

static gboolean
vorlage_eingereicht (const Zug *z, GHashTable *werte)
{
  Doc *v = paper (z);
  const char *zustand = v ? node_get (doc_root (v), "zustand") : NULL;
  const char *ablauf = v ? regeln_ablauf_of (z->regeln, v) : NULL;
  wert (werte, "vorlage", zug_wert (z, "vorlage"));
  wert (werte, "zustand", ablauf ? regeln_zustand_wort (z->regeln, ablauf, zustand) : "unbekannt");
  return v && zug_beratbar (z, v, zug_station_der_sitzung (z, v));
}

static gboolean
station_des_gremiums_offen (const Zug *z, GHashTable *werte)
{
  g_autofree char *start = node_child_text (zug_root (z), "beginn");
  wert (werte, "vorlage", zug_wert (z, "vorlage"));
  wert_take (werte, "tag", day_german (start));
  return zug_station_der_sitzung (z, paper (z)) != NULL;
}

const Guard guards_sitting[] = {
  { "gremium-bekannt", gremium_bekannt, NULL, "" },
  { "kennung-passt", kennung_passt, NULL, "beginn richtig" },
  { "vorlage-eingereicht", vorlage_eingereicht, "vorlage", "vorlage" },
  { "station-des-gremiums-offen", station_des_gremiums_offen, "vorlage", "vorlage" },
  { NULL, NULL, NULL, NULL },
};
