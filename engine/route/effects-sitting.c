/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on a sitting and its agenda.  Called through effects.c. */
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "doc/agenda.h"
#include "base/text.h"
#include <string.h>

char *
effect_moment (Zug *z, char *take_otherwise)
{
  g_autofree char *otherwise = take_otherwise, *start = node_child_text (zug_root (z), "beginn");
  const char *um = zug_wert (z, "um");
  if (um) {
    g_autofree char *local = g_strdup_printf ("%.10sT%s", start, um);
    if (local_valid (local))
      return g_steal_pointer (&local);
    fail (&z->error, RATSWEG_ERROR_USAGE, "um=%s ist keine Uhrzeit; erwartet wird z. B. um=15:02.", um);
    return NULL;
  }
  if (g_str_has_prefix (start, z->akte->heute))
    return g_strdup (z->akte->jetzt);
  if (!otherwise)
    fail (&z->error, RATSWEG_ERROR_USAGE,
          "Um welche Uhrzeit das war, ist nicht bekannt. Abhilfe: um=hh:mm angeben.");
  return g_steal_pointer (&otherwise);
}

static void
uhrzeit (Zug *z, const xmlNode *e)
{
  const char *element = node_get (e, "element");
  gboolean opens = g_str_equal (element, "eroeffnet");
  g_autofree char *when = effect_moment (z, node_child_text (zug_root (z), opens ? "beginn" : "ende"));
  if (!when)
    return;
  xmlNode *n = sitzung_add (zug_root (z), element);
  node_set_text (n, when);
  g_autofree char *text = local_german (when);
  zug_sagt (z, "Sitzung %s am %s.", opens ? "eröffnet" : "geschlossen", text);
}

/* A station of the sitting that does not take place: planned again, without a day, and marked until it has one. */
static void
free_station (Zug *z, const Doc *paper, xmlNode *n, const char *mark)
{
  static const char *const gone[] = { "termin", "sitzung", "top" };
  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    node_set (n, gone[i], NULL);
  node_set (n, "zustand", regeln_anfang (z->regeln, "station"));
  effect_add_mark (n, mark, n);
  g_autofree char *text = zug_station_text (z, n);
  zug_sagt (z, "%s: Station %s; Kennzeichen: %s.", doc_kennung (paper), text,
            regeln_word (z->regeln, "kennzeichen", mark));
}

static gboolean
is_open_at (const Zug *z, const xmlNode *station, const char *sitzung)
{
  return node_is (station, "sitzung", sitzung) && zug_offen (z, station);
}

static gboolean
waits_for (const Zug *z, const Doc *read, const char *sitzung)
{
  if (doc_art (read) != DOC_VORLAGE)
    return FALSE;
  NODE_EACH (n, node_child (doc_root (read), "beratungsfolge"), "station")
    if (is_open_at (z, n, sitzung))
      return TRUE;
  return FALSE;
}

/* Every open station that was planned for @sitzung, in working copies of its papers. */
static void
each_open_station (Zug *z, const char *sitzung,
                   void (*change) (Zug *z, const Doc *paper, xmlNode *station, const char *value),
                   const char *value)
{
  for (guint i = 0; i < z->akte->docs->len; i++) {
    const Doc *read = z->akte->docs->pdata[i];
    if (!waits_for (z, read, sitzung))
      continue;
    Doc *paper = zug_edit (z, DOC_VORLAGE, doc_kennung (read));
    NODE_EACH (n, node_child (doc_root (paper), "beratungsfolge"), "station")
      if (is_open_at (z, n, sitzung))
        change (z, paper, n, value);
  }
}

static void
stationen_freigeben (Zug *z, const xmlNode *e)
{
  each_open_station (z, doc_kennung (z->doc), free_station, node_get (e, "kennzeichen"));
}

/* -- on another day -- */

/* "rat/2021-09-30", or ".2" and so on where the body sits that day already. */
static char *
kennung_on (const Zug *z, const char *day)
{
  const char *gremium = node_get (zug_root (z), "gremium");
  char *kennung = g_strdup_printf ("%s/%s", gremium, day);
  for (guint i = 2; i <= 9 && akte_doc (z->akte, DOC_SITZUNG, kennung); i++) {
    g_free (kennung);
    kennung = g_strdup_printf ("%s/%s.%u", gremium, day, i);
  }
  return kennung;
}

static void
note_former_start (Zug *z, const char *start)
{
  xmlNode *n = sitzung_add (zug_root (z), "verlegt");
  node_set (n, "von", start);
  node_set (n, "am", z->akte->tag);
}

/* The planned end keeps its hour, unless the sitting now begins later than that. */
static void
move_end (xmlNode *end, const char *day, const char *start)
{
  g_autofree char *over = node_text (end);
  g_autofree char *later = g_strdup_printf ("%s%s", day, over + 10);
  if (strcmp (later, start) > 0)
    node_set_text (end, later);
  else
    node_remove (end);
}

static void
move_station (Zug *z, const Doc *paper, xmlNode *n, const char *day)
{
  node_set (n, "termin", day);
  node_set (n, "sitzung", doc_kennung (z->doc));
  g_autofree char *text = zug_station_text (z, n);
  zug_sagt (z, "%s: Station %s.", doc_kennung (paper), text);
}

/* The sitting keeps its agenda and its papers; it is found under its former Kennung, too. */
static void
sitzung_verlegen (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *root = zug_root (z), *end = node_child (root, "ende");
  const char *day = zug_wert (z, "termin"), *um = zug_wert (z, "um");
  g_autofree char *from = g_strdup (doc_kennung (z->doc)), *start = node_child_text (root, "beginn");
  g_autofree char *neu = g_strdup_printf ("%sT%s", day, um ? um : start + 11);
  if (!local_valid (neu) || g_str_equal (neu, start)) {
    fail (
      &z->error, RATSWEG_ERROR_USAGE,
      "%s um %s: dorthin lässt sich die Sitzung nicht verlegen; erwartet wird ein anderer Tag oder eine "
      "andere Uhrzeit, die es gibt.",
      day, neu + 11);
    return;
  }
  g_autofree char *kennung = g_str_has_prefix (start, day) ? g_strdup (from) : kennung_on (z, day);
  note_former_start (z, start);
  NODE_EACH (n, root, NULL)
    if (node_named (n, "einladung") || node_named (n, "bekanntmachung"))
      node_set (n, "gilt", "nein"); /* it named the former beginning */
  node_set_text (node_child (root, "beginn"), neu);
  if (end)
    move_end (end, day, neu);
  node_set (root, "kennung", kennung);
  g_autofree char *before = local_german (start), *now = local_german (neu);
  zug_sagt (z, "Die Sitzung vom %s ist verlegt auf den %s (%s).", before, now, kennung);
  each_open_station (z, from, move_station, day);
}

const Effect effects_sitting[] = {
  { "uhrzeit", uhrzeit },
  { "sitzung-verlegen", sitzung_verlegen },
  { "stationen-freigeben", stationen_freigeben },
  { NULL, NULL },
};
