/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects of a result: on its station, on the others, on the paper.  Called through effects.c. */
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

static void
beratung_beginnt (Zug *z, const xmlNode *e)
{
  if (text_in_list (node_get (e, "von"), node_get (zug_root (z), "zustand")))
    zug_zustand (z, node_get (e, "zustand"));
}

static void
add_votes (const Zug *z, xmlNode *result)
{
  static const char *const names[] = { "ja", "nein", "enthaltung", "wort", NULL };
  xmlNode *votes = NULL;
  for (guint i = 0; names[i]; i++)
    if (zug_wert (z, names[i])) {
      votes = votes ? votes : node_add (result, "stimmen");
      node_set (votes, names[i], zug_wert (z, names[i]));
    }
}

static char *
votes_text (const Zug *z)
{
  const char *ja = zug_wert (z, "ja"), *nein = zug_wert (z, "nein"), *wort = zug_wert (z, "wort");
  const char *enthaltung = zug_wert (z, "enthaltung");
  if (ja || nein)
    return g_strdup_printf (" (%s Ja, %s Nein, %s Enthaltungen)", ja ? ja : "?", nein ? nein : "?",
                            enthaltung ? enthaltung : "0");
  return wort ? g_strdup_printf (" (%s)", wort) : g_strdup ("");
}

/* Writes the result, then does what the rules say of its code. */
static void
ergebnis_eintragen (Zug *z, const xmlNode *e)
{
  (void) e;
  const char *code = zug_wert (z, "code");
  xmlNode *rule = regeln_entry (z->regeln, "ergebnis", code);
  xmlNode *result = node_add (z->station, "ergebnis");
  node_set (result, "code", code);
  node_set (result, "am", z->akte->tag);
  add_votes (z, result);
  if (z->request->text)
    node_copy_children (node_add (result, "text"), z->request->text);
  for (guint i = 0; i < z->ret->refusals->len; i++)
    effect_set_objection (node_add (result, "einwand"), z->ret->refusals->pdata[i]);
  g_autofree char *station = zug_station_text (z, z->station);
  g_autofree char *votes = votes_text (z);
  zug_sagt (z, "Station %s: %s%s.", station, regeln_word (z->regeln, "ergebnis", code), votes);
  effects_apply (z, rule);
}

void
effect_clear_marks (Zug *z, const xmlNode *station)
{
  const char *id = node_get (station, "id");
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    for (xmlNode *k = node_child (n, "kennzeichen"), *next; k; k = next) {
      next = node_next (k, "kennzeichen");
      if (node_is (k, "station", id))
        node_remove (k);
    }
}

static void
diese_station (Zug *z, const xmlNode *e)
{
  node_set (z->station, "zustand", node_get (e, "zustand"));
  node_set (node_child (z->station, "ergebnis"), "votum", node_get (e, "votum"));
  effect_clear_marks (z, z->station);
}

static char *
day_of_new_station (const Zug *z, const xmlNode *e)
{
  if (zug_wert (z, "termin"))
    return g_strdup (zug_wert (z, "termin"));
  if (!text_in_list (node_get (e, "termin"), "naechste-sitzung"))
    return NULL;
  const char *from = node_get (z->station, "termin");
  Doc *next =
    akte_naechste_sitzung (z->akte, node_get (z->station, "gremium"), from ? from : z->akte->tag);
  char *start = next ? node_child_text (doc_root (next), "beginn") : NULL;
  if (start)
    start[10] = '\0';
  return start;
}

static void
neue_station (Zug *z, const xmlNode *e)
{
  g_autofree char *id = node_new_id (zug_root (z), 's');
  g_autofree char *day = day_of_new_station (z, e);
  xmlNode *n = node_add (z->station->parent, "station");
  node_set (n, "gremium", node_get (z->station, "gremium"));
  node_set (n, "zustaendigkeit", node_get (z->station, "zustaendigkeit"));
  node_set (n, "id", id);
  node_set (n, "folge", node_get (z->station, "folge"));
  node_set (n, "termin", day);
  Doc *sitzung = day ? akte_sitzung_am (z->akte, node_get (n, "gremium"), day) : NULL;
  node_set (n, "zustand", day ? "terminiert" : "geplant");
  node_set (n, "sitzung", sitzung ? doc_kennung (sitzung) : NULL);
  node_set (n, "nach", node_get (z->station, "id"));
  g_autofree char *text = zug_station_text (z, n);
  zug_sagt (z, "Neue Station: %s; die bisherige bleibt erhalten.%s", text,
            day ? "" : " Eine nächste Sitzung ist nicht bekannt.");
}

/* Where nobody decides the order is free, and nobody waits for another. */
static gboolean
somebody_decides (const Zug *z)
{
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (regeln_role_is (z->regeln, node_get (n, "zustaendigkeit"), "entscheidung"))
      return TRUE;
  return FALSE;
}

/* Ranks behind this station wait for its continuation: the newest station of the Beratungsfolge. */
static void
spaetere_stationen (Zug *z, const xmlNode *e)
{
  const char *mark = node_get (e, "kennzeichen");
  xmlNode *continuation = node_find (z->station->parent, "station", "nach", node_get (z->station, "id"));
  g_autoptr (GPtrArray) order = akte_stations (z->akte, z->doc);
  gint64 rank = node_get_int (z->station, "folge", -1);
  gboolean behind = FALSE;
  for (guint i = 0; i < order->len && somebody_decides (z); i++) {
    xmlNode *n = order->pdata[i];
    gint64 here = node_get_int (n, "folge", -1);
    gboolean later = rank >= 0 && here >= 0 ? here > rank : behind;
    behind = behind || n == z->station;
    if (!later || n == continuation || !zug_offen (z, n))
      continue;
    xmlNode *k = node_add (n, "kennzeichen");
    node_set (k, "art", mark);
    node_set (k, "station", node_get (continuation ? continuation : z->station, "id"));
    g_autofree char *text = zug_station_text (z, n);
    zug_sagt (z, "Station %s behält ihren Termin; Kennzeichen: %s.", text,
              regeln_word (z->regeln, "kennzeichen", mark));
  }
}

static void
neue_fassung (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *list = node_child (zug_root (z), "fassungen");
  if (!list)
    return;
  guint nr = node_count (list, "fassung") + 1;
  xmlNode *f = node_add (list, "fassung");
  node_set_int (f, "nr", nr);
  node_set (f, "am", z->akte->tag);
  node_set (f, "anlass", zug_wert (z, "code"));
  node_set (f, "station", node_get (z->station, "id"));
  g_autofree char *text = zug_station_text (z, z->station);
  zug_sagt (z, "Fassung %u: der geänderte Text von %s ist Grundlage der weiteren Beratung.", nr, text);
}

/* What a paper came to stays so, also when somebody takes note of it afterwards. */
static void
vorlage_endet (Zug *z, const xmlNode *e)
{
  xmlNode *state = regeln_zustand (z->regeln, z->ablauf, node_get (zug_root (z), "zustand"));
  if (!node_is (state, "ende", "ja") && effect_is_due (z, e))
    zug_zustand (z, node_get (e, "zustand"));
}

const Effect effects_result[] = {
  { "beratung-beginnt", beratung_beginnt },
  { "ergebnis-eintragen", ergebnis_eintragen },
  { "diese-station", diese_station },
  { "neue-station", neue_station },
  { "spaetere-stationen", spaetere_stationen },
  { "neue-fassung", neue_fassung },
  { "vorlage", vorlage_endet },
  { NULL, NULL },
};
