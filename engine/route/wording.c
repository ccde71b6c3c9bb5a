/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Which text is voted on, and where its paragraphs come from.  Changes nothing and refuses nothing.  Called by
 * guards-paper.c, effects-paper.c and ratsweg-show.c. */
#include "route/wording.h"
#include "route/zug.h"
#include "base/date.h"
#include "doc/vorlage.h"
#include <string.h>

/* -- Fassungen -- */

static xmlNode *
fassung (const Doc *vorlage, gint64 nr)
{
  NODE_EACH (f, node_child (doc_root (vorlage), "fassungen"), "fassung")
    if (node_get_int (f, "nr", -1) == nr)
      return f;
  return NULL;
}

const xmlNode *
wording_changed (const Doc *vorlage, const xmlNode *f)
{
  const char *id = f ? node_get (f, "station") : NULL;
  const xmlNode *station = id ? vorlage_station (vorlage, id) : NULL;
  return station ? node_path (station, "ergebnis", "text") : NULL;
}

/* The last one that no body has made; 0 where none was kept. */
static gint64
original (const Doc *vorlage)
{
  gint64 nr = 0;
  NODE_EACH (f, node_child (doc_root (vorlage), "fassungen"), "fassung")
    if (!node_get (f, "station"))
      nr = node_get_int (f, "nr", 0);
  return nr;
}

/* What a Fassung builds on; of one that does not say, the one before. */
static gint64
grundlage (const xmlNode *f)
{
  return node_get_int (f, "grundlage", node_get_int (f, "nr", 1) - 1);
}

/* Bodies of one rank deliberate independently of each other. */
static gboolean
is_before (const Akte *akte, const Doc *vorlage, const char *id, const xmlNode *station)
{
  const xmlNode *earlier = vorlage_station (vorlage, id);
  if (!station)
    return TRUE;
  if (!earlier || earlier == station ||
      (node_get (station, "folge") && node_is (earlier, "folge", node_get (station, "folge"))))
    return FALSE;
  g_autoptr (GPtrArray) order = akte_stations (akte, vorlage);
  guint a = 0, b = 0;
  return g_ptr_array_find (order, earlier, &a) && g_ptr_array_find (order, station, &b) && a < b;
}

/* @f itself, or what it goes back to that the body of @station could know; NULL for the original. */
static xmlNode *
known_at (const Akte *akte, const Doc *vorlage, xmlNode *f, const xmlNode *station)
{
  while (f && node_get (f, "station") && !is_before (akte, vorlage, node_get (f, "station"), station))
    f = grundlage (f) < node_get_int (f, "nr", 0) ? fassung (vorlage, grundlage (f)) : NULL;
  return f && node_get (f, "station") ? f : NULL;
}

static gboolean
goes_back_to (const Doc *vorlage, const xmlNode *f, const xmlNode *to)
{
  for (; f && f != to;
       f = grundlage (f) < node_get_int (f, "nr", 0) ? fassung (vorlage, grundlage (f)) : NULL)
    ;
  return f == to;
}

GPtrArray *
wording_open (const Akte *akte, const Doc *vorlage, const xmlNode *station)
{
  const xmlNode *list = node_child (doc_root (vorlage), "fassungen");
  GPtrArray *open = g_ptr_array_new ();
  const char *chosen = node_get (list, "gewaehlt");
  if (chosen && fassung (vorlage, g_ascii_strtoll (chosen, NULL, 10))) {
    g_ptr_array_add (open, fassung (vorlage, g_ascii_strtoll (chosen, NULL, 10)));
    return open;
  }
  NODE_EACH (f, list, "fassung") {
    xmlNode *known = known_at (akte, vorlage, f, station);
    for (guint i = open->len; known && i > 0; i--)
      if (goes_back_to (vorlage, known, open->pdata[i - 1]))
        g_ptr_array_remove_index (open, i - 1);
    if (known)
      g_ptr_array_add (open, known);
  }
  return open;
}

gint64
wording_basis (const Akte *akte, const Doc *vorlage, const xmlNode *station)
{
  g_autoptr (GPtrArray) open = wording_open (akte, vorlage, station);
  return open->len > 1 ? -1 : open->len ? node_get_int (open->pdata[0], "nr", 0) : original (vorlage);
}

/* -- paragraphs -- */

static void
part_free (gpointer p)
{
  WordingPart *part = p;
  g_free (part->text);
  g_free (part->herkunft);
  g_free (part->quelle);
  g_free (part->wort);
  g_free (part);
}

/* The blocks of @from as paragraphs, a list point by point. */
static void
add_paragraphs (GPtrArray *into, const xmlNode *from)
{
  NODE_EACH (n, from, NULL) {
    if (node_named (n, "ol") || node_named (n, "ul")) {
      add_paragraphs (into, n);
      continue;
    }
    WordingPart *part = g_new0 (WordingPart, 1);
    part->text = node_text (n);
    g_ptr_array_add (into, part);
  }
}

/* The sections that a paper puts to the vote. */
static GPtrArray *
own_text (const Regeln *regeln, const Doc *vorlage)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  NODE_EACH (n, doc_root (vorlage), "abschnitt")
    if (node_is (regeln_entry (regeln, "abschnittsart", node_get (n, "art")), "beschluss", "ja"))
      add_paragraphs (parts, n);
  return parts;
}

static const WordingPart *
same_text (const GPtrArray *parts, const char *text)
{
  for (guint i = 0; i < parts->len; i++)
    if (strcmp (((WordingPart *) parts->pdata[i])->text, text) == 0)
      return parts->pdata[i];
  return NULL;
}

static void
comes_from (WordingPart *part, const char *herkunft, const char *quelle, const char *wort)
{
  part->herkunft = g_strdup (herkunft);
  part->quelle = g_strdup (quelle);
  part->wort = g_strdup (wort);
}

static gboolean
comes_from_child (const Akte *akte, const Doc *vorlage, WordingPart *part)
{
  NODE_EACH (n, node_child (doc_root (vorlage), "kinder"), "kind") {
    const Doc *child = akte_doc (akte, DOC_VORLAGE, node_get (n, "vorlage"));
    g_autoptr (GPtrArray) text = child ? own_text (akte->regeln, child) : NULL;
    if (!text || !same_text (text, part->text))
      continue;
    g_autofree char *wort =
      g_strdup_printf ("%s (%s)", doc_kennung (child),
                       regeln_word (akte->regeln, "papierart", node_get (doc_root (child), "art")));
    comes_from (part, "papier", doc_kennung (child), wort);
    return TRUE;
  }
  return FALSE;
}

static char *
station_words (const Akte *akte, const xmlNode *station)
{
  g_autofree char *gremium = akte_gremium (akte, node_get (station, "gremium"));
  g_autofree char *day = day_german (node_get (node_child (station, "ergebnis"), "am"));
  return g_strdup_printf ("%s %s", gremium, day);
}

/* The paragraphs of one Fassung: what its basis had keeps its origin. */
static GPtrArray *
text_of (const Akte *akte, const Doc *vorlage, const xmlNode *f)
{
  const xmlNode *changed = wording_changed (vorlage, f);
  if (!changed) {
    GPtrArray *parts = own_text (akte->regeln, vorlage);
    for (guint i = 0; i < parts->len; i++)
      comes_from (parts->pdata[i], "vorlage", doc_kennung (vorlage), doc_kennung (vorlage));
    return parts;
  }
  gboolean back = grundlage (f) < node_get_int (f, "nr", 0);
  g_autoptr (GPtrArray) before = text_of (akte, vorlage, back ? fassung (vorlage, grundlage (f)) : NULL);
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  const xmlNode *station = vorlage_station (vorlage, node_get (f, "station"));
  g_autofree char *wort = station_words (akte, station);
  add_paragraphs (parts, changed);
  for (guint i = 0; i < parts->len; i++) {
    WordingPart *part = parts->pdata[i];
    const WordingPart *old = same_text (before, part->text);
    if (old)
      comes_from (part, old->herkunft, old->quelle, old->wort);
    else if (!comes_from_child (akte, vorlage, part))
      comes_from (part, "station", node_get (station, "id"), wort);
  }
  return parts;
}

/* The Fassung on which the last body that decided has decided; -1 where none has. */
static gint64
decided (const Akte *akte, const Doc *vorlage)
{
  g_autoptr (GPtrArray) order = akte_stations (akte, vorlage);
  for (guint i = order->len; i > 0; i--) {
    const xmlNode *n = order->pdata[i - 1], *result = node_child (n, "ergebnis");
    if (!result || !regeln_role_is (akte->regeln, node_get (n, "zustaendigkeit"), "entscheidung") ||
        !node_is (result, "votum", "dafuer"))
      continue;
    NODE_EACH (f, node_child (doc_root (vorlage), "fassungen"), "fassung")
      if (node_is (f, "station", node_get (n, "id")))
        return node_get_int (f, "nr", 0);
    return node_get_int (result, "fassung", -1);
  }
  return -1;
}

GPtrArray *
route_wording (const Akte *akte, const Doc *vorlage, gint64 *ret_fassung)
{
  gint64 nr = decided (akte, vorlage);
  *ret_fassung = nr >= 0 ? nr : wording_basis (akte, vorlage, NULL);
  return text_of (akte, vorlage, fassung (vorlage, *ret_fassung));
}
