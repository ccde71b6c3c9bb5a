/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on the minutes of a sitting: what was said, what was decided, who signed, what was put right afterwards.
 * Called through effects.c. */
#include "route/effects.h"
#include "route/minutes.h"
#include "route/wording.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/agenda.h"
#include "doc/gremium.h"
#include "doc/vorlage.h"
#include <string.h>

static void
offene_top_nennen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autoptr (GPtrArray) open = minutes_open (z, FALSE), children = minutes_open_children (z);
  for (guint i = 0; i < open->len; i++)
    zug_sagt (z, "Noch ohne Ergebnis: %s.", (char *) open->pdata[i]);
  for (guint i = 0; i < children->len; i++)
    zug_sagt (z, "Noch offen: %s.", (char *) children->pdata[i]);
}

/* -- at one TOP -- */

static xmlNode *
replace_in_top (xmlNode *top, const char *name)
{
  xmlNode *old = node_child (top, name);
  if (old)
    node_remove (old);
  return agenda_add_to_top (top, name);
}

static void
verlauf_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = zug_top (z);
  const char *vermerk = zug_wert (z, "vermerk");
  gboolean says = z->request->text || vermerk;
  if (!top && !says)
    return;
  if (!top || !says) {
    fail (&z->error, RATSWEG_ERROR_USAGE,
          "Was zu welchem TOP in die Niederschrift soll, ist nicht gesagt. "
          "Abhilfe: top=NUMMER mit --text DATEI oder vermerk=TEXT.");
    return;
  }
  g_autofree char *which = agenda_top_text (top);
  if (z->request->text)
    node_copy_children (replace_in_top (top, "verlauf"), z->request->text);
  if (vermerk)
    node_set_text (replace_in_top (top, "vermerk"), vermerk);
  zug_sagt (z, "%s: %s in der Niederschrift.", which,
            !vermerk           ? "Verlauf"
            : z->request->text ? "Verlauf und Vermerk"
                               : "Vermerk");
}

/* -- the text of a decision -- */

/* The section that a paper of its kind may not lack comes first: that is what is voted on. */
static const xmlNode *
proposal_of (const Zug *z, const Doc *paper)
{
  xmlNode *kind = regeln_entry (z->regeln, "papierart", node_get (doc_root (paper), "art"));
  const char *first = node_get (node_child (kind, "pflicht"), "abschnitt");
  return first ? node_find (doc_root (paper), "abschnitt", "art", first) : NULL;
}

/* What a station voted on: the text of the last Fassung before it, which another body may have changed.
 * *@ret_fassung: its number, or NULL. */
static const xmlNode *
text_before (const Zug *z, const Doc *paper, const xmlNode *station, const char **ret_fassung)
{
  const xmlNode *text = proposal_of (z, paper);
  const char *day = node_get (node_child (station, "ergebnis"), "am");
  NODE_EACH (f, node_child (doc_root (paper), "fassungen"), "fassung") {
    if (g_strcmp0 (node_get (f, "am"), day) > 0 || node_is (f, "station", node_get (station, "id")))
      break;
    text = node_get (f, "station") ? wording_changed (paper, f) : proposal_of (z, paper);
    *ret_fassung = node_get (f, "nr");
  }
  return text;
}

static void
add_decision (const Zug *z, xmlNode *top, const xmlNode *papier)
{
  const xmlNode *station = minutes_station (z, papier), *result = node_child (station, "ergebnis");
  const xmlNode *lead = result ? regeln_entry (z->regeln, "leitsatz", node_get (result, "code")) : NULL;
  const char *fassung = NULL;
  if (!lead)
    return;
  const Doc *paper = akte_doc (z->akte, DOC_VORLAGE, node_get (papier, "vorlage"));
  const xmlNode *text = node_child (result, "text");
  text = text ? text : text_before (z, paper, station, &fassung);
  if (!text)
    return;
  g_autoptr (GHashTable) werte = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  wert_take (werte, "gremium", akte_gremium (z->akte, node_get (zug_root (z), "gremium")));
  g_autofree char *sentence = text_fill (node_get (lead, "wort"), werte);
  xmlNode *n = agenda_add_to_top (top, "beschluss");
  node_set (n, "vorlage", node_get (papier, "vorlage"));
  node_set (n, "fassung", fassung);
  node_set_text (node_add (n, "einleitung"), sentence);
  node_copy_children (node_add (n, "text"), text);
}

/* As the results are: what the minutes said before of a result that was put right is gone. */
static void
beschlusstexte_festhalten (Zug *z, const xmlNode *e)
{
  guint count = 0;
  (void) e;
  NODE_EACH (top, node_child (zug_root (z), "tagesordnung"), "top") {
    for (xmlNode *old = node_child (top, "beschluss"); old; old = node_child (top, "beschluss"))
      node_remove (old);
    NODE_EACH (p, top, "papier")
      add_decision (z, top, p);
    count += node_count (top, "beschluss");
  }
  if (!zug_wert (z, "top"))
    zug_sagt (z, "Beschlusstexte in der Niederschrift: %u.", count);
}

/* -- the minutes as a whole -- */

static xmlNode *
minutes_of (Zug *z)
{
  xmlNode *n = node_child (zug_root (z), "niederschrift");
  return n ? n : sitzung_add (zug_root (z), "niederschrift");
}

/* A mark with the values of the step; a TOP of another sitting by its id there. */
static void
niederschrift_vermerken (Zug *z, const xmlNode *e)
{
  static const char *const names[] = { "vorsitz", "schriftfuehrung", "sitzung", "wo", NULL };
  const char *mark = node_get (e, "vermerk");
  xmlNode *n = node_add (minutes_of (z), mark);
  node_set (n, "am", z->akte->tag);
  for (guint i = 0; names[i]; i++)
    node_set (n, names[i], zug_wert (z, names[i]));
  const Doc *there = akte_doc (z->akte, DOC_SITZUNG, zug_wert (z, "sitzung"));
  xmlNode *top =
    there ? agenda_top (node_child (doc_root (there), "tagesordnung"), zug_wert (z, "top")) : NULL;
  node_set (n, "top", node_get (top, "id"));
  zug_sagt (z, "Niederschrift %s.", g_str_equal (mark, "veroeffentlicht") ? "veröffentlicht" : mark);
}

/* What was signed stays as it is; this stands beside it. */
static void
berichtigung_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = zug_top (z);
  if (!z->request->text) {
    fail (&z->error, RATSWEG_ERROR_USAGE,
          "Es fehlt der richtige Wortlaut. Abhilfe: --text DATEI angeben.");
    return;
  }
  xmlNode *n = node_add (minutes_of (z), "berichtigung");
  node_set (n, "am", z->akte->tag);
  node_set (n, "top", node_get (top, "id"));
  node_set_text (node_add (n, "grund"), z->request->grund);
  node_copy_children (node_add (n, "text"), z->request->text);
  g_autofree char *which = agenda_top_text (top);
  zug_sagt (z, "%s: Berichtigung neben der unterzeichneten Niederschrift festgehalten.", which);
}

const Effect effects_minutes[] = {
  { "offene-top-nennen", offene_top_nennen },
  { "verlauf-festhalten", verlauf_festhalten },
  { "beschlusstexte-festhalten", beschlusstexte_festhalten },
  { "niederschrift-vermerken", niederschrift_vermerken },
  { "berichtigung-festhalten", berichtigung_festhalten },
  { NULL, NULL },
};
