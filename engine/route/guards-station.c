/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at the Beratungsfolge and its stations.  Decide nothing else.  Called through
 * guards.c. */
#include "route/guards.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/gremium.h"
#include <string.h>

#define EACH_STATION(z, n) NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")

static gboolean
station_vorhanden (const Zug *z, GHashTable *werte)
{
  (void) werte;
  EACH_STATION (z, n)
  if (zug_erwartet (z, n))
    return TRUE;
  return FALSE;
}

static gboolean
decision_left (const Zug *z, const xmlNode *without)
{
  xmlNode *art = regeln_entry (z->regeln, "papierart", node_get (zug_root (z), "art"));
  if (!node_is (art, "entscheidung", "ja"))
    return TRUE;
  EACH_STATION (z, n)
  if (n != without && zug_offen (z, n) && zug_entscheidet (z, n))
    return TRUE;
  return FALSE;
}

static gboolean
entscheidung_vorgesehen (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return decision_left (z, NULL);
}

static gboolean
has_decided (const Zug *z, const xmlNode *n)
{
  xmlNode *result = node_child (n, "ergebnis");
  return result && zug_entscheidet (z, n) && zug_ist_entscheidung (z, node_get (result, "code"));
}

/* Somebody else still decides, or has done so and is not asked again. */
static gboolean
entscheidung_bleibt (const Zug *z, GHashTable *werte)
{
  (void) werte;
  EACH_STATION (z, n)
  if (n != z->station && has_decided (z, n) && !zug_fortsetzung (n))
    return TRUE;
  return !zug_entscheidet (z, z->station) || decision_left (z, z->station);
}

/* A body that is unknown is another guard's matter. */
static gboolean
date_fits (const Zug *z, const char *gremium, const char *termin)
{
  Doc *body = akte_doc (z->akte, DOC_GREMIUM, gremium);
  return !termin || !body || !gremium_holds_sittings (body) ||
         akte_sitzung_am (z->akte, gremium, termin);
}

static gboolean
termin_ist_sitzung (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) wrong = text_list_new ();
  EACH_STATION (z, n)
  if (zug_offen (z, n) && !date_fits (z, node_get (n, "gremium"), node_get (n, "termin")))
    g_ptr_array_add (wrong, zug_station_text (z, n));
  if (wrong->len > 0)
    wert_take (werte, "falsche", text_enumerate (wrong));
  return wrong->len == 0;
}

static char *
known_sittings (const Zug *z, const char *gremium)
{
  g_autoptr (GPtrArray) days = text_list_new ();
  for (guint i = 0; i < z->akte->docs->len; i++) {
    Doc *d = z->akte->docs->pdata[i];
    if (doc_art (d) != DOC_SITZUNG || !node_is (doc_root (d), "gremium", gremium))
      continue;
    g_autofree char *start = node_child_text (doc_root (d), "beginn");
    g_ptr_array_add (days, day_german (start));
  }
  g_autofree char *list = text_enumerate (days);
  return days->len > 0
           ? g_strdup_printf ("Bekannte Sitzungen: %s.", list)
           : g_strdup ("Die Sitzung zuerst einlesen („ratsweg liste sitzungen“ zeigt die bekannten).");
}

/* The body whose day is named: of a new station, or of one that moves. */
static const char *
named_body (const Zug *z)
{
  return z->station ? node_get (z->station, "gremium") : zug_wert (z, "gremium");
}

static gboolean
genannter_termin_ist_sitzung (const Zug *z, GHashTable *werte)
{
  const char *termin = zug_wert (z, "termin");
  wert_take (werte, "termin", day_german (termin));
  wert_take (werte, "sitzungen", known_sittings (z, named_body (z)));
  return date_fits (z, named_body (z), termin);
}

/* What is put off comes later than now. */
static gboolean
genannter_termin_spaeter (const Zug *z, GHashTable *werte)
{
  const char *termin = zug_wert (z, "termin"),
             *now = z->station ? node_get (z->station, "termin") : NULL;
  now = now ? now : z->akte->tag;
  wert_take (werte, "termin", day_german (termin));
  wert_take (werte, "bisher", day_german (now));
  return strcmp (termin, now) > 0;
}

static gboolean
genanntes_gremium_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) unknown = text_list_new ();
  const char *gremium = zug_wert (z, "gremium"), *role = zug_wert (z, "zustaendigkeit");
  if (!akte_doc (z->akte, DOC_GREMIUM, gremium))
    g_ptr_array_add (unknown, g_strdup_printf ("das Gremium „%s“", gremium));
  if (role && !regeln_entry (z->regeln, "zustaendigkeit", role))
    g_ptr_array_add (unknown, g_strdup_printf ("die Zuständigkeit „%s“", role));
  wert_take (werte, "zustaendigkeiten", regeln_enumerate (z->regeln, "zustaendigkeit", FALSE));
  wert_take (werte, "unbekannte", text_enumerate (unknown));
  return unknown->len == 0;
}

static char *
start_of_station (const Zug *z, const xmlNode *n)
{
  Doc *d = akte_doc (z->akte, DOC_SITZUNG, node_get (n, "sitzung"));
  if (!d)
    d = akte_sitzung_am (z->akte, node_get (n, "gremium"), node_get (n, "termin"));
  return d ? node_child_text (doc_root (d), "beginn") : NULL;
}

/* Two open stations of one day need an order: their ranks, or different starts of known sittings. */
static gboolean
ordered (const Zug *z, const xmlNode *a, const xmlNode *b)
{
  if (node_get (a, "folge") && node_get (b, "folge"))
    return TRUE;
  g_autofree char *x = start_of_station (z, a), *y = start_of_station (z, b);
  return x && y && strcmp (x, y) != 0;
}

static gboolean
folge_eindeutig (const Zug *z, GHashTable *werte)
{
  EACH_STATION (z, a)
  for (xmlNode *b = node_next (a, "station"); b; b = node_next (b, "station")) {
    const char *day = node_get (a, "termin");
    if (!day || !node_is (b, "termin", day) || !zug_offen (z, a) || !zug_offen (z, b) ||
        ordered (z, a, b))
      continue;
    g_autofree char *x = zug_station_text (z, a), *y = zug_station_text (z, b);
    wert_take (werte, "stationen", g_strdup_printf ("%s und %s", x, y));
    return FALSE;
  }
  return TRUE;
}

/* -- a day that is named: for a new station, or for one that moves -- */

/* An open station of that day, other than the one that moves; of the same body, or of another. */
static const xmlNode *
other_on_day (const Zug *z, const char *day, gboolean same_body)
{
  EACH_STATION (z, n)
  if (n != z->station && zug_offen (z, n) && node_is (n, "termin", day) &&
      node_is (n, "gremium", named_body (z)) == same_body)
    return n;
  return NULL;
}

static gboolean
genannte_folge_eindeutig (const Zug *z, GHashTable *werte)
{
  const char *day = zug_wert (z, "termin"), *rank = zug_wert (z, "folge");
  const xmlNode *other = other_on_day (z, day, FALSE);
  rank = z->station ? node_get (z->station, "folge") : rank;
  if (!other || (rank && node_get (other, "folge")))
    return TRUE;
  Doc *sitting = akte_sitzung_am (z->akte, named_body (z), day);
  g_autofree char *own = sitting ? node_child_text (doc_root (sitting), "beginn") : NULL;
  g_autofree char *start = start_of_station (z, other);
  wert_take (werte, "andere", zug_station_text (z, other));
  wert_take (werte, "termin", day_german (day));
  return own && start && strcmp (own, start) != 0;
}

/* Two open stations of one body on one day. */
static const xmlNode *
doubled (const Zug *z)
{
  EACH_STATION (z, a)
  for (xmlNode *b = node_next (a, "station"); b; b = node_next (b, "station"))
    if (node_get (a, "termin") && node_is (b, "termin", node_get (a, "termin")) && zug_offen (z, a) &&
        zug_offen (z, b) && node_is (b, "gremium", node_get (a, "gremium")))
      return b;
  return NULL;
}

static gboolean
gremium_einmal (const Zug *z, GHashTable *werte)
{
  const char *day = zug_wert (z, "termin");
  const xmlNode *n = day ? other_on_day (z, day, TRUE) : doubled (z);
  if (!n)
    return TRUE;
  wert_take (werte, "gremium", akte_gremium (z->akte, node_get (n, "gremium")));
  wert_take (werte, "termin", day_german (node_get (n, "termin")));
  return FALSE;
}

static gboolean
station_offen (const Zug *z, GHashTable *werte)
{
  if (zug_offen (z, z->station) || (zug_wert (z, "code") && zug_ueberholt (z->station)))
    return TRUE;
  xmlNode *result = node_child (z->station, "ergebnis");
  const char *reason = node_get (z->station, "grund");
  wert (werte, "wie",
        result ? regeln_word (z->regeln, "ergebnis", node_get (result, "code"))
               : regeln_word (z->regeln, "entfallgrund", reason ? reason : "entfallen"));
  g_autoptr (GPtrArray) open = text_list_new ();
  EACH_STATION (z, n)
  if (zug_offen (z, n))
    g_ptr_array_add (open, zug_station_text (z, n));
  g_autofree char *list = text_enumerate (open);
  wert_take (werte, "offene",
             open->len > 0 ? g_strdup_printf ("Offen: %s.", list)
                           : g_strdup ("Keine Station ist mehr offen."));
  return FALSE;
}

/* Before the release nobody but the administration deals with a paper. */
static gboolean
station_intern (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return zug_intern (z, node_get (z->station, "gremium"));
}

static gboolean
station_entschieden (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) decided = text_list_new ();
  EACH_STATION (z, n)
  if (has_decided (z, n))
    g_ptr_array_add (decided, zug_station_text (z, n));
  g_autofree char *list = text_enumerate (decided);
  wert (werte, "entschieden", decided->len > 0 ? list : "keines");
  return has_decided (z, z->station);
}

static gboolean
station_nicht_auf_tagesordnung (const Zug *z, GHashTable *werte)
{
  wert (werte, "sitzung", node_get (z->station, "sitzung"));
  return !node_is (z->station, "zustand", "auf-to");
}

static gboolean
nicht_auf_tagesordnung (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) on = g_ptr_array_new ();
  EACH_STATION (z, n)
  if (node_is (n, "zustand", "auf-to"))
    g_ptr_array_add (on, (gpointer) node_get (n, "sitzung"));
  wert_take (werte, "sitzungen", text_enumerate (on));
  return on->len == 0;
}

static gboolean
auf_tagesordnung (const Zug *z, GHashTable *werte)
{
  (void) werte;
  Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (z->station, "gremium"));
  if (!zug_offen (z, z->station))
    return TRUE; /* what is over left its agenda: another guard speaks */
  return node_is (z->station, "zustand", "auf-to") || (body && !gremium_holds_sittings (body));
}

static gboolean
sitzung_eroeffnet (const Zug *z, GHashTable *werte)
{
  Doc *sitzung = akte_doc (z->akte, DOC_SITZUNG, node_get (z->station, "sitzung"));
  if (!sitzung)
    return TRUE; /* without a sitting it is on no agenda either: that guard speaks */
  xmlNode *state = regeln_zustand (z->regeln, "sitzung", node_get (doc_root (sitzung), "zustand"));
  wert (werte, "sitzung", doc_kennung (sitzung));
  wert (werte, "zustand", state ? node_get (state, "wort") : "neu");
  return node_is (state, "laeuft", "ja");
}

/* G1: what precedes the decision is what it is marked to wait for, what is of lower rank, or stands before it in
 * the order of days. */
static gboolean
precedes (const xmlNode *n, guint index, const xmlNode *decision, guint decision_index)
{
  if (node_find (decision, "kennzeichen", "station", node_get (n, "id")))
    return TRUE;
  gint64 a = node_get_int (n, "folge", -1), b = node_get_int (decision, "folge", -1);
  if (a >= 0 && b >= 0)
    return a < b;
  return index < decision_index;
}

/* A deciding body may put a matter off or hand it on whoever else has not dealt with it yet. */
static gboolean
puts_off (const Zug *z)
{
  const char *code = zug_wert (z, "code"), *role = node_get (z->station, "zustaendigkeit");
  return regeln_zulaessig (z->regeln, regeln_entry (z->regeln, "ergebnis", code), role) &&
         !zug_ist_entscheidung (z, code);
}

static gboolean
vorberatung_abgeschlossen (const Zug *z, GHashTable *werte)
{
  if (!zug_entscheidet (z, z->station) || puts_off (z))
    return TRUE;
  g_autoptr (GPtrArray) order = akte_stations (z->akte, z->doc);
  g_autoptr (GPtrArray) open = text_list_new ();
  guint own = 0;
  g_ptr_array_find (order, z->station, &own);
  for (guint i = 0; i < order->len; i++) {
    xmlNode *n = order->pdata[i];
    if (n != z->station && zug_erwartet (z, n) && precedes (n, i, z->station, own) &&
        regeln_role_is (z->regeln, node_get (n, "zustaendigkeit"), "vorberatung"))
      g_ptr_array_add (open, zug_station_text (z, n));
  }
  g_autofree char *list = text_enumerate (open);
  wert_take (werte, "offene", g_strdup_printf ("%s %s", list, open->len == 1 ? "hat" : "haben"));
  return open->len == 0;
}

static gboolean
vorlage_in_beratung (const Zug *z, GHashTable *werte)
{
  const char *zustand = node_get (zug_root (z), "zustand");
  xmlNode *state = regeln_zustand (z->regeln, z->ablauf, zustand);
  gboolean over = node_is (state, "ende", "ja");
  wert_take (werte, "hilfe",
             over ? g_strdup ("Nichts zu tun: der Weg dieses Papiers ist zu Ende.")
                  : g_strdup_printf ("Zuerst einreichen: ratsweg schritt %s einreichen.",
                                     doc_kennung (z->doc)));
  return zug_beratbar (z, z->doc, z->station) || (z->station && zug_ueberholt (z->station));
}

const Guard guards_station[] = {
  { "station-vorhanden", station_vorhanden, NULL, "" },
  { "entscheidung-vorgesehen", entscheidung_vorgesehen, NULL, "" },
  { "entscheidung-bleibt", entscheidung_bleibt, "station", "" },
  { "termin-ist-sitzung", termin_ist_sitzung, NULL, "falsche" },
  { "genannter-termin-ist-sitzung", genannter_termin_ist_sitzung, "termin", "termin sitzungen" },
  { "genannter-termin-spaeter", genannter_termin_spaeter, "termin", "termin bisher" },
  { "genanntes-gremium-bekannt", genanntes_gremium_bekannt, "gremium", "unbekannte zustaendigkeiten" },
  { "folge-eindeutig", folge_eindeutig, NULL, "stationen" },
  { "genannte-folge-eindeutig", genannte_folge_eindeutig, "termin", "andere termin" },
  { "gremium-einmal", gremium_einmal, NULL, "termin" },
  { "station-offen", station_offen, "station", "wie offene" },
  { "station-intern", station_intern, "station", "gremium" },
  { "station-entschieden", station_entschieden, "station", "entschieden" },
  { "station-nicht-auf-tagesordnung", station_nicht_auf_tagesordnung, "station", "sitzung" },
  { "nicht-auf-tagesordnung", nicht_auf_tagesordnung, NULL, "sitzungen" },
  { "auf-tagesordnung", auf_tagesordnung, "station", "" },
  { "sitzung-eroeffnet", sitzung_eroeffnet, "station", "sitzung" },
  { "vorberatung-abgeschlossen", vorberatung_abgeschlossen, "station", "offene" },
  { "vorlage-in-beratung", vorlage_in_beratung, NULL, "hilfe" },
  { NULL, NULL, NULL, NULL },
};
