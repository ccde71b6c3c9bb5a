/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects of a result: on its station, on the others, on the paper.  Called through effects.c. */
#include "route/effects.h"
#include "route/paper.h"
#include "route/wording.h"
#include "base/text.h"

static void
beratung_beginnt (Zug *z, const xmlNode *e)
{
  xmlNode *rule = regeln_entry (z->regeln, "ergebnis", zug_wert (z, "code"));
  if (!node_is (rule, "beraten", "nein") && !zug_intern (z, node_get (z->station, "gremium")) &&
      text_in_list (node_get (e, "von"), node_get (zug_root (z), "zustand")))
    zug_zustand (z, node_get (e, "zustand"));
}

void
effect_add_mark (xmlNode *n, const char *mark, const xmlNode *because)
{
  xmlNode *k = node_add (n, "kennzeichen");
  node_set (k, "art", mark);
  node_set (k, "station", node_get (because, "id"));
}

void
effect_clear_marks (Zug *z, const xmlNode *station)
{
  const char *id = node_get (station, "id");
  (void) z;
  NODE_EACH (n, station->parent, "station")
    for (xmlNode *k = node_child (n, "kennzeichen"), *next; k; k = next) {
      next = node_next (k, "kennzeichen");
      if (node_is (k, "station", id))
        node_remove (k);
    }
}

void
effect_dated (const Zug *z, xmlNode *station)
{
  for (xmlNode *k = node_child (station, "kennzeichen"), *next; k && node_get (station, "termin");
       k = next) {
    next = node_next (k, "kennzeichen");
    if (node_is (regeln_entry (z->regeln, "kennzeichen", node_get (k, "art")), "bis", "termin"))
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

/* Where bodies have changed the text, the result says on which of them was voted. */
static void
note_fassung (const Zug *z)
{
  g_autoptr (GPtrArray) open = wording_open (z->akte, z->doc, z->station);
  const char *said = zug_wert (z, "fassung");
  gboolean votes = g_strcmp0 (zug_votum (z), "keines") != 0;
  if (!said && (open->len != 1 || !votes))
    return;
  node_set (node_child (z->station, "ergebnis"), "fassung",
            said ? said : node_get (open->pdata[0], "nr"));
}

/* Writes the result, then does what the rules say of its code, at a body of the council or at an internal one. */
static void
ergebnis_eintragen (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *rule = regeln_entry (z->regeln, "ergebnis", zug_wert (z, "code"));
  gboolean internal = zug_intern (z, node_get (z->station, "gremium"));
  const xmlNode *own = regeln_entry (z->regeln, "internes-ergebnis", zug_wert (z, "code"));
  gboolean late = !zug_offen (z, z->station);
  g_autofree char *text = zug_station_text (z, z->station);
  g_autofree char *what = g_strdup_printf ("Station %s", text);
  effect_record_result (z, z->station, late, what);
  if (!internal)
    note_fassung (z);
  /* what an old system records of an internal body may be no outcome of ours */
  if (late || (internal && !own))
    diese_station (z, node_child (rule, "diese-station"));
  else
    effects_apply (z, internal ? own : rule);
}

/* What a paper came to stays so, also when somebody takes note of it afterwards. */
static void
vorlage_wird (Zug *z, const xmlNode *e)
{
  if (!paper_is_over (z->regeln, z->doc) && effect_is_due (z, e))
    zug_zustand (z, node_get (e, "zustand"));
}

/* The codes by which the deciding bodies have decided; where none has, that of this station. */
static GPtrArray *
decisions (const Zug *z)
{
  GPtrArray *codes = g_ptr_array_new ();
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station") {
    const xmlNode *result = node_child (n, "ergebnis");
    /* what came too late counts as little as what was to be decided once more */
    if (result && zug_entscheidet (z, n) && !node_get (result, "nachtraeglich") && !zug_fortsetzung (n))
      g_ptr_array_add (codes, (gpointer) node_get (result, "code"));
  }
  if (codes->len == 0 && zug_wert (z, "code"))
    g_ptr_array_add (codes, (gpointer) zug_wert (z, "code"));
  return codes;
}

/* Whether this entry names all the codes that count, and there is one. */
static gboolean
makes (const Zug *z, const GPtrArray *codes, const xmlNode *entry)
{
  guint fit = 0;
  for (guint i = 0; i < codes->len; i++) {
    gboolean fits = text_in_list (node_get (entry, "aus"), codes->pdata[i]);
    if (!fits && zug_ist_entscheidung (z, codes->pdata[i]))
      return FALSE;
    fit += fits ? 1 : 0;
  }
  return fit > 0;
}

/* Several bodies may decide, each for its part: the first state in the rules that names all their results. */
static void
vorlage_abschliessen (Zug *z, const xmlNode *e)
{
  g_autoptr (GPtrArray) entries = regeln_entries (z->regeln, "gesamtergebnis");
  g_autoptr (GPtrArray) codes = decisions (z);
  if (paper_is_over (z->regeln, z->doc) || !effect_is_due (z, e))
    return;
  for (guint i = 0; i < entries->len; i++)
    if (makes (z, codes, entries->pdata[i])) {
      zug_zustand (z, node_get (entries->pdata[i], "code"));
      return;
    }
}

static gboolean
has_open_date (const Zug *z)
{
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (zug_erwartet (z, n) && node_get (n, "termin"))
      return TRUE;
  return FALSE;
}

static void
ruhen (Zug *z, const xmlNode *e)
{
  const char *rests = node_get (e, "zustand"), *goes_on = node_get (e, "sonst");
  gboolean dated = has_open_date (z);
  if (node_is (zug_root (z), "zustand", dated ? rests : goes_on))
    zug_zustand (z, dated ? goes_on : rests);
}

/* What a result does only at a station of this kind, or with this value. */
static void
falls (Zug *z, const xmlNode *e)
{
  const char *kind = node_get (e, "zustaendigkeit"), *name = node_get (e, "angabe");
  gboolean is_so = kind ? regeln_role_is (z->regeln, node_get (z->station, "zustaendigkeit"), kind)
                        : g_strcmp0 (zug_wert (z, name), node_get (e, "ist")) == 0;
  if (is_so)
    effects_apply (z, e);
}

const Effect effects_result[] = {
  { "beratung-beginnt", beratung_beginnt },
  { "ergebnis-eintragen", ergebnis_eintragen },
  { "diese-station", diese_station },
  { "vorlage", vorlage_wird },
  { "vorlage-abschliessen", vorlage_abschliessen },
  { "ruhen", ruhen },
  { "falls", falls },
  { NULL, NULL },
};
