/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at the agenda of a sitting, at the Einladung and its Frist.  Decide nothing else.  Called
 * through guards.c. */
#include "route/guards.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/agenda.h"
#include "rules/calendar.h"

static const xmlNode *
agenda (const Zug *z)
{
  return node_child (zug_root (z), "tagesordnung");
}

static gboolean
noch_nicht_aufgenommen (const Zug *z, GHashTable *werte)
{
  wert (werte, "vorlage", zug_wert (z, "vorlage"));
  NODE_EACH (top, agenda (z), "top")
    if (node_find (top, "papier", "vorlage", zug_wert (z, "vorlage"))) {
      wert (werte, "top", node_get (top, "nummer"));
      return FALSE;
    }
  return TRUE;
}

/* The part in which the number has to be free. */
static const char *
part_of_step (const Zug *z)
{
  const xmlNode *top = zug_wert (z, "nach") ? zug_top (z) : NULL;
  const Doc *paper =
    zug_wert (z, "vorlage") ? akte_doc (z->akte, DOC_VORLAGE, zug_wert (z, "vorlage")) : NULL;
  if (top && node_path (z->schritt, "wirkt", "oeffentlichkeit-aendern"))
    return node_is (top, "oeffentlich", "ja") ? "nein" : "ja";
  if (top)
    return node_get (top, "oeffentlich");
  if (zug_wert (z, "oeffentlich"))
    return zug_wert (z, "oeffentlich");
  return paper ? node_get (doc_root (paper), "oeffentlich") : "ja";
}

/* A placeholder waits for what takes its number; a TOP that is moved may keep its own. */
static gboolean
top_frei (const Zug *z, GHashTable *werte)
{
  const char *number = zug_wert (z, "nach") ? zug_wert (z, "nach") : zug_wert (z, "top");
  const char *part = part_of_step (z);
  gboolean moves = zug_wert (z, "nach") != NULL;
  if (!moves && node_path (z->schritt, "wirkt", "oeffentlichkeit-aendern"))
    return TRUE; /* it gets the next number there */
  wert (werte, "top", number);
  NODE_EACH (top, agenda (z), "top")
    if (node_is (top, "nummer", number) && node_is (top, "oeffentlich", part) &&
        (moves ? top != zug_top (z) : !node_is (top, "art", "platzhalter")))
      return FALSE;
  return TRUE;
}

static gboolean
einladung_noch_nicht_versandt (const Zug *z, GHashTable *werte)
{
  const char *paper = zug_wert (z, "vorlage"), *title = zug_wert (z, "titel");
  wert (werte, "vorlage", paper ? paper : title ? title : "der TOP");
  return agenda_einladung (zug_root (z)) == NULL;
}

static gboolean
tagesordnung_vorhanden (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return node_path (zug_root (z), "tagesordnung", "top") != NULL;
}

static gboolean
top_nummern_eindeutig (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) twice = text_list_new ();
  NODE_EACH (top, agenda (z), "top")
    for (const xmlNode *other = node_next (top, "top"); other; other = node_next (other, "top")) {
      const char *number = node_get (top, "nummer");
      g_autofree char *text = agenda_top_text (top);
      if (number && node_is (other, "nummer", number) &&
          node_is (other, "oeffentlich", node_get (top, "oeffentlich")) &&
          !g_ptr_array_find_with_equal_func (twice, text, g_str_equal, NULL))
        g_ptr_array_add (twice, g_steal_pointer (&text));
    }
  wert_take (werte, "doppelte", text_enumerate (twice));
  return twice->len == 0;
}

/* -- what a body decides about its agenda -- */

static gboolean
erweiterung_angenommen (const Zug *z, GHashTable *werte)
{
  const char *ja = zug_wert (z, "ja"), *nein = zug_wert (z, "nein");
  wert (werte, "ja", ja);
  wert (werte, "nein", nein);
  return !ja || g_ascii_strtoll (ja, NULL, 10) > g_ascii_strtoll (nein, NULL, 10);
}

/* -- the Einladung -- */

static char *
how_far_it_may_be_shortened (const Zug *z, const char *start)
{
  const xmlNode *frist = regeln_entry (z->regeln, "frist", "ladung");
  g_autofree char *last = regeln_frist_verkuerzt (z->regeln, "ladung", start);
  g_autofree char *text = local_german (last);
  if (!last)
    return g_strdup ("Eine Verkürzung sehen die Regeln der Stadt nicht vor.");
  return g_strdup_printf ("In dringenden Fällen lassen die Regeln der Stadt %s Stunden zu, also bis %s.",
                          node_get (frist, "verkuerzt-stunden"), text);
}

static gboolean
ladungsfrist (const Zug *z, GHashTable *werte)
{
  g_autofree char *start = node_child_text (zug_root (z), "beginn");
  g_autofree char *day = sitzung_tag (zug_root (z));
  g_autofree char *last = regeln_frist (z->regeln, "ladung", day);
  wert_take (werte, "beginn", local_german (start));
  wert_take (werte, "spaetestens", day_german (last));
  wert_take (werte, "frist", regeln_frist_text (z->regeln, "ladung"));
  wert_take (werte, "verkuerzung", how_far_it_may_be_shortened (z, start));
  return !last || g_strcmp0 (z->akte->tag, last) <= 0;
}

/* Asked where the city says by when: an entry frist "bekanntmachung". */
static gboolean
bekanntmachung_erfolgt (const Zug *z, GHashTable *werte)
{
  g_autofree char *start = node_child_text (zug_root (z), "beginn");
  g_autofree char *day = sitzung_tag (zug_root (z));
  g_autofree char *last = regeln_frist (z->regeln, "bekanntmachung", day);
  wert_take (werte, "beginn", local_german (start));
  wert_take (werte, "spaetestens", day_german (last));
  NODE_EACH (n, last ? zug_root (z) : NULL, "bekanntmachung")
    if (!node_is (n, "gilt", "nein") && g_strcmp0 (node_get (n, "am"), last) <= 0)
      return TRUE;
  return !last;
}

static gboolean
is_recipient (const xmlNode *einladung, const char *name)
{
  NODE_EACH (e, einladung, "empfaenger") {
    g_autofree char *text = node_text (e);
    if (node_is (e, "person", name) || g_strcmp0 (text, name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A Nachtrag may have gone to others than the Einladung. */
static gboolean
empfaenger_eingeladen (const Zug *z, GHashTable *werte)
{
  wert (werte, "an", zug_wert (z, "an"));
  NODE_EACH (e, zug_root (z), "einladung")
    if (!node_is (e, "gilt", "nein") && is_recipient (e, zug_wert (z, "an")))
      return TRUE;
  return FALSE;
}

const Guard guards_agenda[] = {
  { "noch-nicht-aufgenommen", noch_nicht_aufgenommen, "vorlage", "vorlage top" },
  { "top-frei", top_frei, "top", "top" },
  { "einladung-noch-nicht-versandt", einladung_noch_nicht_versandt, NULL, "vorlage" },
  { "tagesordnung-vorhanden", tagesordnung_vorhanden, NULL, "" },
  { "top-nummern-eindeutig", top_nummern_eindeutig, NULL, "doppelte" },
  { "erweiterung-angenommen", erweiterung_angenommen, "nein", "ja nein" },
  { "ladungsfrist", ladungsfrist, NULL, "beginn spaetestens frist verkuerzung" },
  { "bekanntmachung-erfolgt", bekanntmachung_erfolgt, NULL, "beginn spaetestens" },
  { "empfaenger-eingeladen", empfaenger_eingeladen, "an", "an" },
  { NULL, NULL, NULL, NULL },
};
