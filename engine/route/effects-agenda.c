/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on the agenda of a sitting: what comes onto it, and where.  Called through effects.c. */
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/agenda.h"

static xmlNode *
agenda_of (Zug *z)
{
  return node_need (zug_root (z), "tagesordnung");
}

/* One more than the highest first number of this part. */
static char *
next_top_number (const xmlNode *agenda, const char *part)
{
  gint64 high = 0;
  NODE_EACH (top, agenda, "top")
    if (node_is (top, "oeffentlich", part) && node_get (top, "nummer"))
      high = MAX (high, g_ascii_strtoll (node_get (top, "nummer"), NULL, 10));
  return g_strdup_printf ("%" G_GINT64_FORMAT, high + 1);
}

/* A TOP that was kept free for what comes. */
static xmlNode *
placeholder (const xmlNode *agenda, const char *part, const char *number)
{
  NODE_EACH (top, agenda, "top")
    if (node_is (top, "art", "platzhalter") && node_is (top, "oeffentlich", part) &&
        node_is (top, "nummer", number))
      return top;
  return NULL;
}

static xmlNode *
new_top (Zug *z, const char *part, const char *number, const char *title)
{
  xmlNode *agenda = agenda_of (z), *top = placeholder (agenda, part, number);
  if (top)
    node_set (top, "art", NULL);
  else {
    g_autofree char *id = node_new_id (zug_root (z), 't');
    top = node_add (agenda, "top");
    node_set (top, "nummer", number);
    node_set (top, "id", id);
    node_set (top, "oeffentlich", part);
    agenda_place (agenda, top);
  }
  node_set_text (node_need (top, "titel"), title);
  return top;
}

/* How the TOP came onto the agenda, where that was not with the Einladung. */
static void
mark_addition (Zug *z, xmlNode *top, const xmlNode *e)
{
  node_set (top, "aufnahme", node_get (e, "aufnahme"));
  if (node_is (e, "aufnahme", "nachtrag"))
    node_set_int (top, "nachtrag", agenda_naechster_nachtrag (zug_root (z)));
}

static void
put_station_on (Zug *z, xmlNode *top, const Doc *paper, xmlNode *station)
{
  xmlNode *p = agenda_add_to_top (top, "papier");
  node_set (p, "vorlage", doc_kennung (paper));
  node_set (p, "station", node_get (station, "id"));
  g_autofree char *day = sitzung_tag (zug_root (z));
  node_set (station, "termin", day);
  node_set (station, "sitzung", doc_kennung (z->doc));
  node_set (station, "top", node_get (top, "id"));
  node_set (station, "zustand", "auf-to");
  effect_dated (z, station);
  g_autofree char *text = zug_station_text (z, station), *which = agenda_top_text (top);
  zug_sagt (z, "%s steht als %s auf der Tagesordnung: %s.", doc_kennung (paper), which, text);
}

static void
top_anlegen (Zug *z, const xmlNode *e)
{
  const char *named = zug_wert (z, "vorlage"), *part = zug_wert (z, "oeffentlich");
  Doc *paper = named ? zug_edit (z, DOC_VORLAGE, named) : NULL;
  xmlNode *station = paper ? zug_station_der_sitzung (z, paper) : NULL;
  if (!named == !zug_wert (z, "titel")) {
    fail (
      &z->error, RATSWEG_ERROR_USAGE,
      "Was auf die Tagesordnung kommt, fehlt oder steht zweimal. Abhilfe: entweder vorlage=NUMMER oder "
      "titel=TEXT angeben.");
    return;
  }
  if (named && !station) {
    fail (&z->error, RATSWEG_ERROR_INTERNAL, "Die Station zu dieser Sitzung fehlt.");
    return;
  }
  if (!part)
    part = paper ? node_get (doc_root (paper), "oeffentlich") : "ja";
  const char *given = zug_wert (z, "top");
  g_autofree char *number = given ? g_strdup (given) : next_top_number (agenda_of (z), part);
  g_autofree char *title =
    paper ? node_child_text (doc_root (paper), "titel") : g_strdup (zug_wert (z, "titel"));
  xmlNode *top = new_top (z, part, number, title);
  mark_addition (z, top, e);
  if (paper) {
    put_station_on (z, top, paper, station);
    return;
  }
  node_set (top, "art", zug_wert (z, "art"));
  g_autofree char *which = agenda_top_text (top);
  zug_sagt (z, "„%s“ steht als %s auf der Tagesordnung.", title, which);
}

/* -- what each sitting begins with -- */

static gboolean
is_for (const Zug *z, const xmlNode *entry)
{
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (zug_root (z), "gremium"));
  return body && text_in_list (node_get (entry, "gremien"), node_get (doc_root (body), "art"));
}

/* An agenda that was begun already keeps its own beginning. */
static void
regularien_aufnehmen (Zug *z, const xmlNode *e)
{
  (void) e;
  if (node_path (zug_root (z), "tagesordnung", "top"))
    return;
  g_autoptr (GPtrArray) entries = regeln_entries (z->regeln, "regularie");
  guint added = 0;
  for (guint i = 0; i < entries->len; i++) {
    const xmlNode *n = entries->pdata[i];
    if (!is_for (z, n))
      continue;
    xmlNode *top = new_top (z, "ja", node_get (n, "nummer"), node_get (n, "wort"));
    node_set (top, "art", "regularie");
    added++;
  }
  if (added > 0)
    zug_sagt (z, "Die Tagesordnung beginnt mit den Regularien (%u TOP).", added);
}

/* -- places -- */

static xmlNode *
named_top (Zug *z)
{
  xmlNode *top = zug_top (z);
  if (!top)
    fail (&z->error, RATSWEG_ERROR_INTERNAL, "Der TOP fehlt.");
  return top;
}

static void
top_verschieben (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = named_top (z);
  if (!top)
    return;
  g_autofree char *before = agenda_top_text (top);
  node_set (top, "nummer", zug_wert (z, "nach"));
  agenda_place (agenda_of (z), top);
  g_autofree char *now = agenda_top_text (top);
  zug_sagt (z, "%s ist jetzt %s.", before, now);
}

/* What was decided about the agenda itself: the day, the votes, the reason. */
static xmlNode *
note_decision (Zug *z, xmlNode *top, const char *element)
{
  xmlNode *running = regeln_zustand (z->regeln, z->ablauf, node_get (zug_root (z), "zustand"));
  if (node_is (running, "laeuft", "ja") && !zug_wert (z, "wort") &&
      !(zug_wert (z, "ja") && zug_wert (z, "nein")))
    fail (&z->error, RATSWEG_ERROR_USAGE,
          "In der Sitzung entscheidet das Gremium selbst über die Tagesordnung; die Abstimmung fehlt. "
          "Abhilfe: ja=ZAHL nein=ZAHL angeben, oder wort=einstimmig.");
  xmlNode *n = agenda_add_to_top (top, element);
  node_set (n, "am", z->akte->tag);
  effect_add_votes (z, n);
  node_set_text (node_add (n, "grund"), z->request->grund);
  return n;
}

static void
oeffentlichkeit_aendern (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = named_top (z);
  if (!top)
    return;
  const char *part = node_is (top, "oeffentlich", "ja") ? "nein" : "ja", *given = zug_wert (z, "nach");
  g_autofree char *before = agenda_top_text (top);
  g_autofree char *number = given ? g_strdup (given) : next_top_number (agenda_of (z), part);
  xmlNode *n = note_decision (z, top, "oeffentlichkeit");
  node_set (n, "von", node_get (top, "nummer") ? node_get (top, "nummer") : "-");
  node_set (n, "jetzt", part);
  node_set (top, "oeffentlich", part);
  node_set (top, "nummer", number);
  agenda_place (agenda_of (z), top);
  g_autofree char *now = agenda_top_text (top);
  zug_sagt (z, "%s wird im %s Teil behandelt, als %s.", before,
            g_str_equal (part, "ja") ? "öffentlichen" : "nichtöffentlichen", now);
}

/* Onto the TOP that was made last by this step. */
static void
dringlichkeit_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = NULL;
  NODE_EACH (n, agenda_of (z), "top")
    if (node_is (n, "aufnahme", "dringlich") && !node_child (n, "dringlichkeit"))
      top = n;
  if (!top) {
    fail (&z->error, RATSWEG_ERROR_INTERNAL, "Der TOP fehlt.");
    return;
  }
  note_decision (z, top, "dringlichkeit");
  zug_sagt (z, "Die Tagesordnung ist wegen Dringlichkeit erweitert.");
}

const Effect effects_agenda[] = {
  { "top-anlegen", top_anlegen },
  { "regularien-aufnehmen", regularien_aufnehmen },
  { "top-verschieben", top_verschieben },
  { "oeffentlichkeit-aendern", oeffentlichkeit_aendern },
  { "dringlichkeit-festhalten", dringlichkeit_festhalten },
  { NULL, NULL },
};
