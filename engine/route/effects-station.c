/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on the Beratungsfolge.  Called through effects.c. */
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/vorlage.h"
#include "doc/gremium.h"

void
effect_date_station (const Zug *z, xmlNode *n)
{
  Doc *sitzung = akte_sitzung_am (z->akte, node_get (n, "gremium"), node_get (n, "termin"));
  node_set (n, "sitzung", sitzung ? doc_kennung (sitzung) : NULL);
  node_set (n, "zustand", node_get (n, "termin") ? "terminiert" : "geplant");
  effect_dated (z, n);
}

/* Before it is submitted, a paper's dates are wishes. */
static gboolean
dates_bind (const Zug *z)
{
  xmlNode *state = regeln_zustand (z->regeln, z->ablauf, node_get (zug_root (z), "zustand"));
  return node_is (state, "beratbar", "ja");
}

static void
stationen_terminieren (Zug *z, const xmlNode *e)
{
  (void) e;
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station") {
    if (!zug_offen (z, n) || node_get (n, "top"))
      continue; /* what is on an agenda stays there */
    effect_date_station (z, n);
    g_autofree char *text = zug_station_text (z, n);
    zug_sagt (z, "Station %s%s.", text, node_get (n, "termin") ? " ist verbindlich terminiert" : "");
  }
}

static void
station_anlegen (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *root = zug_root (z), *list = vorlage_part (root, "beratungsfolge");
  g_autofree char *id = node_new_id (root, 's');
  xmlNode *n = node_add (list, "station");
  node_set (n, "gremium", zug_wert (z, "gremium"));
  node_set (n, "zustaendigkeit", zug_wert (z, "zustaendigkeit"));
  node_set (n, "id", id);
  node_set (n, "folge", zug_wert (z, "folge"));
  node_set (n, "termin", zug_wert (z, "termin"));
  node_set (n, "zustand", regeln_anfang (z->regeln, "station"));
  if (dates_bind (z))
    effect_date_station (z, n);
  g_autofree char *text = zug_station_text (z, n);
  zug_sagt (z, "Neue Station: %s.", text);
}

static void
station_verlegen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *from = zug_station_text (z, z->station);
  g_autofree char *to = day_german (zug_wert (z, "termin"));
  node_set (z->station, "termin", zug_wert (z, "termin"));
  if (dates_bind (z))
    effect_date_station (z, z->station);
  zug_sagt (z, "Station %s: neuer Termin %s.", from, to);
}

void
effect_drop_station (Zug *z, xmlNode *station, const char *grund)
{
  node_set (station, "zustand", "entfallen");
  node_set (station, "grund", grund);
  effect_clear_marks (z, station);
  g_autofree char *text = zug_station_text (z, station);
  zug_sagt (z, "Station %s entfällt (%s).", text, regeln_word (z->regeln, "entfallgrund", grund));
}

/* In a draft nothing was announced yet: the station goes without a trace in the text. */
static void
station_streichen (Zug *z, const xmlNode *e)
{
  if (dates_bind (z) || node_child (zug_root (z), "fassungen"))
    effect_drop_station (z, z->station, node_get (e, "grund"));
  else {
    g_autofree char *text = zug_station_text (z, z->station);
    zug_sagt (z, "Station %s gestrichen.", text);
    node_remove (z->station);
    z->station = NULL;
  }
}

/* Whether somebody else still has to decide @n: a body that has decided has done so for its other stations, too. */
static gboolean
is_undecided (const Zug *z, const xmlNode *n)
{
  gboolean decided =
    z->station && node_child (z->station, "ergebnis") && zug_entscheidet (z, z->station);
  return zug_offen (z, n) && zug_entscheidet (z, n) &&
         !(decided && node_is (n, "gremium", node_get (z->station, "gremium")));
}

gboolean
effect_is_due (const Zug *z, const xmlNode *e)
{
  const char *when = node_get (e, "sobald");
  gboolean open = FALSE, decides = FALSE, undecided = FALSE;
  if (!when)
    return TRUE;
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station") {
    open = open || zug_erwartet (z, n);
    decides = decides || zug_entscheidet (z, n);
    undecided = undecided || is_undecided (z, n);
  }
  return g_str_equal (when, "alle-entscheidungen") && decides ? !undecided : !open;
}

static void
offene_stationen (Zug *z, const xmlNode *e)
{
  if (!effect_is_due (z, e))
    return;
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (zug_offen (z, n) && !text_in_list (node_get (e, "ausser"), node_get (n, "zustaendigkeit")))
      effect_drop_station (z, n, node_get (e, "grund"));
}

/* -- to the paper that replaces this one -- */

static gboolean
is_to_be_heard (const Zug *z, const xmlNode *n)
{
  const char *again = zug_wert (z, "erneut");
  g_auto (GStrv) names = g_strsplit (again ? again : "", ",", -1);
  return zug_offen (z, n) || (node_child (n, "ergebnis") && !zug_fortsetzung (n) &&
                              g_strv_contains ((const char *const *) names, node_get (n, "gremium")));
}

static void
move_station (Zug *z, const Doc *to, const xmlNode *n)
{
  static const char *const kept[] = { "gremium", "zustaendigkeit", "folge", "ziffern" };
  xmlNode *list = node_child (doc_root (to), "beratungsfolge");
  g_autofree char *id = node_new_id (doc_root (to), 's');
  if (node_find (list, "station", "gremium", node_get (n, "gremium")))
    return; /* it is planned there already */
  xmlNode *neu = node_add (list, "station");
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    node_set (neu, kept[i], node_get (n, kept[i]));
  node_set (neu, "id", id);
  node_set (neu, "termin", zug_offen (z, n) ? node_get (n, "termin") : NULL);
  node_set (neu, "zustand", regeln_anfang (z->regeln, "station"));
  g_autofree char *text = zug_station_text (z, neu);
  zug_sagt (z, "%s: Station %s.", doc_kennung (to), text);
}

/* What is still open goes on with the new paper; who has dealt with the old one is heard again where that is said. */
static void
stationen_uebertragen (Zug *z, const xmlNode *e)
{
  (void) e;
  Doc *to = zug_edit (z, DOC_VORLAGE, zug_wert (z, "vorlage"));
  vorlage_part (doc_root (to), "beratungsfolge");
  node_set (zug_root (z), "ersetzt-durch", doc_kennung (to));
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (is_to_be_heard (z, n))
      move_station (z, to, n);
}

const Effect effects_station[] = {
  { "stationen-terminieren", stationen_terminieren },
  { "station-anlegen", station_anlegen },
  { "station-verlegen", station_verlegen },
  { "station-streichen", station_streichen },
  { "stationen-uebertragen", stationen_uebertragen },
  { "offene-stationen", offene_stationen },
  { NULL, NULL },
};
