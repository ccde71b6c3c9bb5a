/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on text, signatures, numbers and versions of a paper.  Called through effects.c. */
#include "route/effects.h"
#include "route/changes.h"
#include "route/number.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/vorlage.h"
#include <string.h>

static void
zustand_wechseln (Zug *z, const xmlNode *e)
{
  (void) e;
  zug_zustand (z, node_get (z->schritt, "nach"));
}

/* -- signatures -- */

/* All signatures back to open, and how many there were. */
static guint
drop_signatures (Zug *z)
{
  guint count = 0;
  NODE_EACH (n, node_child (zug_root (z), "mitzeichnung"), "zeichner") {
    if (node_is (n, "zustand", "gezeichnet"))
      count++;
    node_set (n, "zustand", "offen");
    node_set (n, "von", NULL);
    node_set (n, "fuer", NULL);
    node_set (n, "am", NULL);
    node_set (n, "zu-stand", NULL);
  }
  if (count > 0)
    zug_sagt (z, "%u Unterschrift%s ungültig; es ist neu mitzuzeichnen.", count,
              count == 1 ? " wird" : "en werden");
  return count;
}

void
effect_complete_parts (Zug *z)
{
  NODE_EACH (n, node_child (zug_root (z), "mitzeichnung"), "zeichner")
    if (!node_get (n, "zustand"))
      node_set (n, "zustand", "offen");
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (!node_get (n, "zustand"))
      node_set (n, "zustand", regeln_anfang (z->regeln, "station"));
}

/* Who changed the substance last, and for whom. */
static void
note_editor (Zug *z)
{
  const Doc *acting = z->akte->benutzer, *fuer = z->akte->fuer;
  if (!acting)
    return;
  g_autofree char *ids = g_strjoin (" ", node_get (doc_root (acting), "id"),
                                    fuer ? node_get (doc_root (fuer), "id") : NULL, NULL);
  node_set (zug_root (z), "bearbeiter", ids);
}

/* With a state to go on in, the text was changed: in a draft there is nothing to sign again yet.  What an internal body
 * has to say is no part of what was signed, where the rules say so. */
static void
unterschriften_loeschen (Zug *z, const xmlNode *e)
{
  const char *body = z->station ? node_get (z->station, "gremium") : zug_wert (z, "gremium");
  if (node_is (e, "intern", "nein") && zug_intern (z, body))
    return;
  guint count = drop_signatures (z);
  const char *zustand = node_get (e, "zustand");
  if (zustand)
    note_editor (z);
  if (zustand && count > 0 && !node_is (zug_root (z), "zustand", regeln_anfang (z->regeln, z->ablauf)))
    zug_zustand (z, zustand);
}

static void
mitzeichnung_beginnen (Zug *z, const xmlNode *e)
{
  NODE_EACH (n, node_child (zug_root (z), "mitzeichnung"), "zeichner")
    if (node_is (n, "zustand", "zurueckgegeben") || node_is (n, "zustand", "abgelehnt"))
      node_set (n, "zustand", "offen");
  g_autofree char *next = zug_naechste_zeichner (z);
  if (next)
    zug_sagt (z, "Zur Mitzeichnung an der Reihe: %s.", next);
  else {
    zug_sagt (z, "Niemand hat noch mitzuzeichnen.");
    zug_zustand (z, node_get (e, "fertig"));
  }
}

static void
sign (Zug *z, xmlNode *zeichner, const char *zustand)
{
  node_set (zeichner, "zustand", zustand);
  if (z->akte->benutzer)
    node_set (zeichner, "von", node_get (doc_root (z->akte->benutzer), "id"));
  node_set (zeichner, "fuer", z->akte->fuer ? node_get (doc_root (z->akte->fuer), "id") : NULL);
  node_set (zeichner, "am", z->akte->tag);
  node_set_int (zeichner, "zu-stand", z->akte->objekt ? (gint64) doc_stand (z->akte->objekt) : 0);
}

/* Once nobody has to sign any more the paper is ready. */
static void
go_on_signing (Zug *z, const char *fertig)
{
  g_autofree char *next = zug_naechste_zeichner (z);
  if (next)
    zug_sagt (z, "Als Nächstes an der Reihe: %s.", next);
  else
    zug_zustand (z, fertig);
}

static void
set_opinion (xmlNode *zeichner, const char *text)
{
  xmlNode *before = node_child (zeichner, "kommentar");
  if (text)
    node_set_text (node_need (zeichner, "kommentar"), text);
  else if (before)
    node_remove (before);
}

/* The signature, or that it is refused; what was said stays. */
static void
unterschreiben (Zug *z, const xmlNode *e)
{
  g_autofree char *mine = akte_stelle (z->akte);
  xmlNode *n = vorlage_zeichner (z->doc, mine);
  gboolean refuses = node_is (e, "zustand", "abgelehnt");
  if (!n)
    return;
  sign (z, n, refuses ? "abgelehnt" : "gezeichnet");
  set_opinion (n, refuses ? z->request->grund : zug_wert (z, "stellungnahme"));
  zug_sagt (z, "%s hat %s%s.", mine, refuses ? "die Mitzeichnung abgelehnt" : "mitgezeichnet",
            z->akte->fuer ? " (in Vertretung)" : "");
  go_on_signing (z, node_get (e, "fertig"));
}

/* Who has the release may send a paper back for which nobody of his Stelle has to sign. */
static void
zurueckgeben (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *mine = akte_stelle (z->akte);
  g_autoptr (GPtrArray) due = vorlage_naechste_zeichner (z->doc);
  xmlNode *n = vorlage_zeichner (z->doc, mine);
  n = n ? n : due->len > 0 ? due->pdata[0] : NULL;
  if (n) {
    sign (z, n, "zurueckgegeben");
    set_opinion (n, z->request->grund);
  }
  zug_sagt (z, "Zurück an die Sachbearbeitung: %s", z->request->grund);
}

/* -- change classes -- */

static gboolean
any_signature (const Zug *z)
{
  return node_find (node_child (zug_root (z), "mitzeichnung"), "zeichner", "zustand", "gezeichnet") !=
         NULL;
}

/* A new signer opens what was ready; where the last one that was missing goes, the paper is ready. */
static void
signers_changed (Zug *z, const xmlNode *e)
{
  g_autofree char *next = zug_naechste_zeichner (z);
  const char *ready = node_get (e, "von"), *open = node_get (e, "neu-zeichnen");
  if (next && text_in_list (ready, node_get (zug_root (z), "zustand")))
    zug_zustand (z, open);
  else if (!next && node_is (zug_root (z), "zustand", open))
    zug_zustand (z, node_get (e, "fertig"));
}

static void
classify_change (Zug *z, const xmlNode *e)
{
  g_autoptr (GPtrArray) substance = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) editorial = g_ptr_array_new_with_free_func (g_free);
  changes_of (z, doc_root (z->akte->objekt), zug_root (z), substance, editorial);
  if (substance->len > 0) {
    g_autofree char *what = text_enumerate (substance);
    zug_sagt (z, "Geändert: %s.", what);
    note_editor (z);
    drop_signatures (z);
  }
  if (editorial->len > 0) {
    g_autofree char *what = text_enumerate (editorial);
    zug_sagt (z, "%s geändert: %s.", substance->len > 0 ? "Außerdem" : "Redaktionell", what);
    if (substance->len == 0 && any_signature (z))
      zug_sagt (z, "Die Unterschriften bleiben gültig.");
  }
  signers_changed (z, e);
}

/* A new draft gets its provisional Kennung here. */
static void
begin_draft (Zug *z)
{
  xmlNode *root = zug_root (z);
  if (!doc_kennung (z->doc)) {
    g_autofree char *kennung = number_draw (z, NUMBER_DRAFTS, zug_root (z));
    if (!kennung)
      return;
    node_set (root, "kennung", kennung);
    node_set (root, "entwurf", kennung);
  }
  note_editor (z);
  zug_sagt (z, "Neuer Entwurf %s angelegt.", doc_kennung (z->doc));
}

static void
aenderung_einordnen (Zug *z, const xmlNode *e)
{
  if (z->akte->objekt)
    classify_change (z, e);
  else
    begin_draft (z);
}

/* -- numbers and versions -- */

static void
nummer_ziehen (Zug *z, const xmlNode *e)
{
  (void) e;
  const char *range = number_range (z);
  g_autofree char *number = range ? number_draw (z, range, zug_root (z)) : number_below (z);
  if (!number)
    return;
  node_set (zug_root (z), "kennung", number);
  zug_sagt (z, "Drucksachen-Nr. %s vergeben.", number);
}

static void
fassung_einfrieren (Zug *z, const xmlNode *e)
{
  (void) e;
  guint stand = z->akte->objekt ? doc_stand (z->akte->objekt) : 0;
  xmlNode *list = vorlage_part (zug_root (z), "fassungen");
  guint nr = node_count (list, "fassung") + 1;
  xmlNode *f = node_add (list, "fassung");
  node_set_int (f, "nr", nr);
  node_set (f, "am", z->akte->tag);
  node_set (f, "anlass", z->request->schritt);
  node_set_int (f, "stand", stand + 1);
  zug_sagt (z, "Fassung %u festgehalten.", nr);
}

static void
ausgabe_festhalten (Zug *z, const xmlNode *e)
{
  static const char *const names[] = { "stueck", "sicht",  "stand",  "weg",
                                       "datei",  "inhalt", "sha256", NULL };
  (void) e;
  xmlNode *list = vorlage_part (zug_root (z), "ausgaben");
  guint nr = node_count (list, "ausgabe") + 1;
  xmlNode *a = node_add (list, "ausgabe");
  node_set_int (a, "nr", nr);
  node_set (a, "am", z->akte->tag);
  for (guint i = 0; names[i]; i++)
    node_set (a, names[i], zug_wert (z, names[i]));
  for (guint i = 0; z->request->an && z->request->an[i]; i++)
    node_set_text (node_add (a, "an"), z->request->an[i]);
  g_autofree char *list_an = z->request->an ? g_strjoinv (", ", (char **) z->request->an) : NULL;
  zug_sagt (z, "Ausgabe %u von %s (%s, Stand %s) an %s, Weg: %s.", nr, doc_kennung (z->doc),
            zug_wert (z, "stueck"), zug_wert (z, "stand"), list_an, zug_wert (z, "weg"));
}

const Effect effects_sign[] = {
  { "zustand-wechseln", zustand_wechseln },
  { "aenderung-einordnen", aenderung_einordnen },
  { "mitzeichnung-beginnen", mitzeichnung_beginnen },
  { "unterschreiben", unterschreiben },
  { "zurueckgeben", zurueckgeben },
  { "unterschriften-loeschen", unterschriften_loeschen },
  { "nummer-ziehen", nummer_ziehen },
  { "fassung-einfrieren", fassung_einfrieren },
  { "ausgabe-festhalten", ausgabe_festhalten },
  { NULL, NULL },
};
