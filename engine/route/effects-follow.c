/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects of a result on who comes next: the same body once more, others before it, and who waits for them.
 * Called through effects.c. */
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/agenda.h"
#include <string.h>

/* -- new stations -- */

/* Whether what is referred comes back: as said, else by what the rules say of this station. */
static gboolean
comes_back (const Zug *z)
{
  const char *said = zug_wert (z, "rueckkehr");
  const char *kind = node_get (regeln_entry (z->regeln, "ergebnis", zug_wert (z, "code")), "rueckkehr");
  return said ? g_str_equal (said, "ja")
              : kind && regeln_role_is (z->regeln, node_get (z->station, "zustaendigkeit"), kind);
}

static char *
day_of (const Zug *z, const xmlNode *e, const char *gremium)
{
  const char *how = node_get (e, "termin"), *named = zug_wert (z, "termin");
  if (named && text_in_list (how, "genannt"))
    return g_strdup (named);
  if (!text_in_list (how, "naechste-sitzung"))
    return NULL;
  const char *from = node_get (z->station, "termin");
  Doc *next = akte_naechste_sitzung (z->akte, gremium, from ? from : z->akte->tag);
  return next ? sitzung_tag (doc_root (next)) : NULL;
}

static const char *
role_of (const Zug *z, const xmlNode *e)
{
  const char *role = node_get (e, "zustaendigkeit"), *alone = node_get (e, "ohne-rueckkehr");
  gboolean own =
    g_str_equal (role, "dieselbe") || (alone && zug_entscheidet (z, z->station) && !comes_back (z));
  return own ? node_get (z->station, "zustaendigkeit") : role;
}

static xmlNode *
add_station (Zug *z, const xmlNode *e, const char *gremium)
{
  g_autofree char *id = node_new_id (zug_root (z), 's');
  g_autofree char *day = day_of (z, e, gremium);
  xmlNode *n = node_add (z->station->parent, "station");
  node_set (n, "gremium", gremium);
  node_set (n, "zustaendigkeit", role_of (z, e));
  node_set (n, "id", id);
  node_set (n, "folge", node_get (z->station, "folge"));
  if (node_is (n, "zustaendigkeit", node_get (z->station, "zustaendigkeit")))
    node_set (n, "ziffern", node_get (z->station, "ziffern"));
  node_set (n, "termin", day);
  effect_date_station (z, n);
  node_set (n, "nach", node_get (z->station, "id"));
  return n;
}

/* Who takes a matter up again still waits for whom it waited for before. */
static void
inherit_marks (Zug *z, xmlNode *to)
{
  NODE_EACH (k, z->station, "kennzeichen") {
    const xmlNode *other = node_find (to->parent, "station", "id", node_get (k, "station"));
    if (other && other != z->station)
      effect_add_mark (to, node_get (k, "art"), other);
  }
}

/* The stations that this result has made, but for @without. */
static GPtrArray *
continuations (const Zug *z, const xmlNode *without)
{
  GPtrArray *list = g_ptr_array_new ();
  NODE_EACH (n, z->station->parent, "station")
    if (n != without && node_is (n, "nach", node_get (z->station, "id")))
      g_ptr_array_add (list, n);
  return list;
}

/* Sittings of the body that lie before the chosen day and cannot take the matter, with their states. */
static char *
skipped (const Zug *z, const xmlNode *n)
{
  g_autoptr (GPtrArray) list = text_list_new ();
  const char *from = node_get (z->station, "termin"), *to = node_get (n, "termin");
  for (guint i = 0; i < z->akte->docs->len; i++) {
    const Doc *d = z->akte->docs->pdata[i];
    g_autofree char *start =
      doc_art (d) == DOC_SITZUNG ? node_child_text (doc_root (d), "beginn") : NULL;
    if (!start || !node_is (doc_root (d), "gremium", node_get (n, "gremium")) ||
        g_strcmp0 (from, start) >= 0 || g_str_has_prefix (start, from ? from : "") ||
        (to && strncmp (start, to, 10) >= 0))
      continue;
    g_autofree char *day = day_german (start);
    g_ptr_array_add (list, g_strdup_printf ("%s (%s)", day,
                                            regeln_zustand_wort (z->regeln, "sitzung",
                                                                 node_get (doc_root (d), "zustand"))));
  }
  return text_enumerate (list);
}

static void
same_body (Zug *z, const xmlNode *e)
{
  if (g_strcmp0 (node_get (e, "nur"), "rueckkehr") == 0 && !comes_back (z))
    return;
  xmlNode *n = add_station (z, e, node_get (z->station, "gremium"));
  const char *mark = node_get (e, "kennzeichen");
  inherit_marks (z, n);
  g_autoptr (GPtrArray) before = continuations (z, n);
  for (guint i = 0; mark && i < before->len; i++)
    effect_add_mark (n, mark, before->pdata[i]);
  g_autofree char *text = zug_station_text (z, n);
  gboolean waits_for_day =
    !node_get (n, "termin") && text_in_list (node_get (e, "termin"), "naechste-sitzung");
  zug_sagt (z, "Neue Station: %s; die bisherige bleibt erhalten.%s", text,
            waits_for_day ? " Eine nächste Sitzung ist nicht bekannt." : "");
  g_autofree char *over = zug_wert (z, "termin") ? NULL : skipped (z, n);
  if (over && *over && text_in_list (node_get (e, "termin"), "naechste-sitzung"))
    zug_sagt (z, "Übersprungen: %s.", over);
}

static void
named_bodies (Zug *z, const xmlNode *e)
{
  g_auto (GStrv) names = g_strsplit (zug_wert (z, "an"), ",", -1);
  for (guint i = 0; names[i]; i++) {
    g_autofree char *text = zug_station_text (z, add_station (z, e, names[i]));
    zug_sagt (z, "Neue Station: %s.", text);
  }
}

/* Whether it is known already who carries on: stations of the course, or nobody ("keine"). */
static gboolean
is_carried_on (const Zug *z, gboolean same)
{
  const char *known = zug_wert (z, "fortsetzung");
  if (!known || !same || g_str_equal (known, "keine"))
    return known != NULL;
  g_autoptr (GPtrArray) list = continuations (z, NULL);
  for (guint i = 0; i < list->len; i++)
    if (node_is (list->pdata[i], "gremium", node_get (z->station, "gremium")))
      return TRUE;
  return FALSE;
}

static void
neue_station (Zug *z, const xmlNode *e)
{
  gboolean named = node_is (e, "gremium", "genannte");
  if (is_carried_on (z, !named))
    return;
  if (!named)
    same_body (z, e);
  else if (zug_wert (z, "an"))
    named_bodies (z, e);
}

/* A course that is taken over has the later stations already: they are said to carry this one on. */
static void
fortsetzung_verknuepfen (Zug *z, const xmlNode *e)
{
  (void) e;
  const char *known = zug_wert (z, "fortsetzung");
  g_auto (GStrv) ids = g_strsplit (known && !g_str_equal (known, "keine") ? known : "", ",", -1);
  for (guint i = 0; ids[i] && *ids[i]; i++) {
    xmlNode *n = node_find (z->station->parent, "station", "id", ids[i]);
    if (!n || n == z->station) {
      fail (&z->error, RATSWEG_ERROR_USAGE, "fortsetzung=%s: die Station „%s“ gibt es nicht.", known,
            ids[i]);
      return;
    }
    node_set (n, "nach", node_get (z->station, "id"));
  }
}

/* The latest station at which the same body has decided; NULL where it has not. */
static const xmlNode *
earlier_decision (const Zug *z)
{
  const xmlNode *best = NULL;
  NODE_EACH (n, z->station->parent, "station") {
    const char *day = node_get (node_child (n, "ergebnis"), "am");
    if (n != z->station && day && zug_entscheidet (z, n) &&
        node_is (n, "gremium", node_get (z->station, "gremium")) &&
        (!best || strcmp (day, node_get (node_child (best, "ergebnis"), "am")) >= 0))
      best = n;
  }
  return best;
}

/* A body that has decided may do so again: its station carries the earlier one on, and the paper is open for what
 * comes of it. */
static void
erneut_entscheiden (Zug *z, const xmlNode *e)
{
  if (!zug_entscheidet_erneut (z))
    return;
  const xmlNode *before = earlier_decision (z);
  g_autofree char *text = before ? zug_station_text (z, before) : NULL;
  node_set (z->station, "zustand", node_get (e, "station"));
  node_set (z->station, "grund", NULL);
  if (before) {
    node_set (z->station, "nach", node_get (before, "id"));
    zug_sagt (z, "An die Stelle des Ergebnisses von %s tritt das neue.", text);
  }
  zug_zustand (z, node_get (e, "zustand"));
}

static void
kennzeichnen (Zug *z, const xmlNode *e)
{
  const char *mark = node_get (e, "kennzeichen");
  g_autoptr (GPtrArray) list = continuations (z, NULL);
  for (guint i = 0; i < list->len; i++) {
    g_autofree char *text = zug_station_text (z, list->pdata[i]);
    effect_add_mark (list->pdata[i], mark, list->pdata[i]);
    zug_sagt (z, "Station %s; Kennzeichen: %s.", text, regeln_word (z->regeln, "kennzeichen", mark));
  }
}

/* -- who waits -- */

/* Where nobody decides the order is free, and nobody waits for another. */
static gboolean
somebody_decides (const Zug *z)
{
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (zug_entscheidet (z, n))
      return TRUE;
  return FALSE;
}

/* What comes back waits for the others itself: who waits for it waits for all of them. */
static GPtrArray *
waited_for (const Zug *z)
{
  GPtrArray *list = continuations (z, NULL);
  for (guint i = 0; i < list->len; i++)
    if (node_is (list->pdata[i], "gremium", node_get (z->station, "gremium"))) {
      xmlNode *own = list->pdata[i];
      g_ptr_array_set_size (list, 0);
      g_ptr_array_add (list, own);
    }
  return list;
}

/* Ranks behind this station wait for its continuation. */
static void
spaetere_stationen (Zug *z, const xmlNode *e)
{
  const char *mark = node_get (e, "kennzeichen");
  g_autoptr (GPtrArray) order = akte_stations (z->akte, z->doc);
  g_autoptr (GPtrArray) made = continuations (z, NULL);
  g_autoptr (GPtrArray) first = waited_for (z);
  gint64 rank = node_get_int (z->station, "folge", -1);
  gboolean behind = FALSE, anybody = somebody_decides (z);
  for (guint i = 0; i < order->len && anybody; i++) {
    xmlNode *n = order->pdata[i];
    gint64 here = node_get_int (n, "folge", -1);
    gboolean later = rank >= 0 && here >= 0 ? here > rank : behind;
    behind = behind || n == z->station;
    if (!later || !zug_erwartet (z, n) || g_ptr_array_find (made, n, NULL))
      continue;
    for (guint k = 0; k < first->len; k++)
      effect_add_mark (n, mark, first->pdata[k]);
    g_autofree char *text = zug_station_text (z, n);
    zug_sagt (z, "Station %s behält ihren Termin; Kennzeichen: %s.", text,
              regeln_word (z->regeln, "kennzeichen", mark));
  }
}

const Effect effects_follow[] = {
  { "erneut-entscheiden", erneut_entscheiden },
  { "fortsetzung-verknuepfen", fortsetzung_verknuepfen },
  { "neue-station", neue_station },
  { "kennzeichnen", kennzeichnen },
  { "spaetere-stationen", spaetere_stationen },
  { NULL, NULL },
};
