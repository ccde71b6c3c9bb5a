/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Which row of the rules, which day, which station a call means.  Decides nothing.  Called by ratsweg-step.c,
 * ratsweg-checkin.c, ratsweg-show.c. */
#include "ratsweg-intern.h"
#include "doc/agenda.h"
#include "doc/vorlage.h"
#include <string.h>

xmlNode *
rw_step_row (const Regeln *regeln, const Doc *doc, const char *schritt, GError **error)
{
  const char *ablauf = regeln_ablauf_of (regeln, doc);
  if (!ablauf) {
    g_autofree char *known = regeln_enumerate (regeln, "papierart", FALSE);
    fail (error, RATSWEG_ERROR_UNKNOWN, "%s: die Papierart „%s“ ist unbekannt; erwartet wird %s.",
          doc_quelle (doc), node_get (doc_root (doc), "art"), known);
    return NULL;
  }
  const char *zustand = doc_art (doc) == DOC_BRIEFKOPF ? NULL : node_get (doc_root (doc), "zustand");
  xmlNode *row = regeln_schritt (regeln, ablauf, schritt, zustand);
  row = row ? row : regeln_schritt (regeln, ablauf, schritt, "*");
  if (row)
    return row;
  g_autoptr (GPtrArray) all = regeln_schritte (regeln, ablauf);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (!g_ptr_array_find_with_equal_func (names, node_get (all->pdata[i], "name"), g_str_equal, NULL))
      g_ptr_array_add (names, (gpointer) node_get (all->pdata[i], "name"));
  g_autofree char *list = text_enumerate (names);
  fail (error, RATSWEG_ERROR_UNKNOWN, "Den Schritt „%s“ gibt es für %s nicht; es gibt %s.", schritt,
        doc_kennung (doc) ? doc_kennung (doc) : "dieses Dokument", list);
  return NULL;
}

static char *
day_of_sitting (Ratsweg *r, const Doc *objekt, const char *station, GError **error)
{
  if (doc_art (objekt) == DOC_SITZUNG)
    return sitzung_tag (doc_root (objekt));
  const xmlNode *n = station ? vorlage_station (objekt, station) : NULL;
  (void) r;
  (void) error;
  return n ? g_strdup (node_get (n, "termin")) : NULL;
}

char *
rw_effective_day (Ratsweg *r, const xmlNode *row, const Doc *objekt, const char *station,
                  const char *asked, GError **error)
{
  if (asked) {
    char *day = day_parse (asked);
    if (!day)
      fail (error, RATSWEG_ERROR_USAGE,
            "--wirksam %s ist kein Tag; erwartet wird ein Tag, den es gibt, z. B. 2021-09-23.", asked);
    return day;
  }
  char *day = node_is (row, "wirksam", "sitzung") ? day_of_sitting (r, objekt, station, error) : NULL;
  gint64 zeit, uhr;
  if (day)
    return day;
  return rw_clock (r, &zeit, &uhr, error) ? day_of_instant (zeit) : NULL;
}

/* The best station of a body: the first that is open, else the last. */
static const xmlNode *
station_of_body (const Doc *vorlage, const char *gremium, const char *day)
{
  g_autoptr (GPtrArray) order = vorlage_stations (vorlage, NULL);
  const xmlNode *best = NULL;
  for (guint i = 0; i < order->len; i++) {
    const xmlNode *n = order->pdata[i];
    if (!node_is (n, "gremium", gremium) || (day && !node_is (n, "termin", day)))
      continue;
    gboolean open = !node_child (n, "ergebnis") && !node_get (n, "grund");
    if (open)
      return n;
    best = n;
  }
  return best;
}

char *
rw_station_id (Ratsweg *r, const Doc *vorlage, const char *text, GError **error)
{
  (void) r;
  if (vorlage_station (vorlage, text))
    return g_strdup (text);
  const char *slash = strchr (text, '/');
  g_autofree char *gremium = slash ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);
  g_autofree char *day = slash ? day_parse (slash + 1) : NULL;
  if (slash && !day) {
    fail (error, RATSWEG_ERROR_USAGE,
          "„%s“: hinter dem Gremium wird ein Tag erwartet, z. B. %s/2021-09-23.", text, gremium);
    return NULL;
  }
  const xmlNode *n = station_of_body (vorlage, gremium, day);
  if (n)
    return g_strdup (node_get (n, "id"));
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  NODE_EACH (s, node_child (doc_root (vorlage), "beratungsfolge"), "station")
    g_ptr_array_add (known, (gpointer) node_get (s, "gremium"));
  g_autofree char *list = text_enumerate (known);
  fail (error, RATSWEG_ERROR_UNKNOWN, "In der Beratungsfolge von %s gibt es „%s“ nicht; sie nennt %s.",
        doc_kennung (vorlage), text, known->len ? list : "noch kein Gremium");
  return NULL;
}
