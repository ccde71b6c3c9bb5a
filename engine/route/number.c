/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Numbers from their ranges.  Whether one is taken already asks a guard (guards-vorlage.c).  Called by guards
 * and effects, and by ratsweg-gather.c for what is read. */
#include "route/number.h"
#include "route/paper.h"
#include "base/date.h"
#include "base/error.h"
#include "doc/vorlage.h"
#include <string.h>

/* What the placeholder at @p stands for, and how long it is; NULL where there is none. */
static char *
placeholder (const char *p, gint64 n, const char *day, const char *lauf, gsize *length)
{
  *length = strcspn (p, "}") + 1;
  if (g_str_has_prefix (p, "{nr:"))
    return g_strdup_printf ("%0*" G_GINT64_FORMAT, p[4] - '0', n);
  if (g_str_has_prefix (p, "{jjjj}"))
    return g_strndup (day, 4);
  if (g_str_has_prefix (p, "{jj}"))
    return g_strndup (day + 2, 2);
  return g_str_has_prefix (p, "{wp}") ? g_strdup (lauf) : NULL;
}

static char *
format_number (const char *pattern, gint64 n, const char *day, const char *lauf)
{
  GString *out = g_string_new (NULL);
  gsize length = 0;
  for (const char *p = pattern; *p; p += length) {
    g_autofree char *text = placeholder (p, n, day, lauf, &length);
    length = text ? length : 1;
    g_string_append_len (out, text ? text : p, text ? -1 : 1);
  }
  return g_string_free (out, FALSE);
}

/* -- counts: a year and a Wahlperiode each have their own -- */

/* The paper's own day decides, so that a late one of the old year continues the old count. */
static char *
day_of (const xmlNode *papier, const char *tag)
{
  const xmlNode *datum = node_path (papier, "kopf", "datum");
  return datum ? node_text (datum) : g_strdup (tag);
}

/* Where the day's count stands: the range itself, one of its laeufe, or NULL where that has not begun. */
static xmlNode *
count_of (const Doc *range, const char *day)
{
  xmlNode *root = doc_root (range), *best = NULL;
  g_autofree char *year = g_strndup (day, 4);
  if (!node_get (root, "beginnt"))
    return root;
  if (node_is (root, "beginnt", "jahr"))
    return node_find (root, "lauf", "name", year);
  NODE_EACH (n, root, "lauf") {
    const char *from = node_get (n, "ab");
    if (from && strcmp (from, day) <= 0 && (!best || strcmp (from, node_get (best, "ab")) > 0))
      best = n;
  }
  return best;
}

/* A year begins its count by itself, a Wahlperiode is entered. */
static xmlNode *
need_count (Doc *range, const char *day)
{
  xmlNode *root = doc_root (range), *n = count_of (range, day);
  if (n || !node_is (root, "beginnt", "jahr"))
    return n;
  g_autofree char *year = g_strndup (day, 4);
  n = node_add (root, "lauf");
  node_set (n, "name", year);
  node_set (n, "naechste", node_get (root, "naechste"));
  return n;
}

char *
route_next_number (const Doc *range, const xmlNode *papier, const char *tag)
{
  g_autofree char *day = day_of (papier, tag);
  const xmlNode *root = doc_root (range), *n = count_of (range, day);
  if (!n && !node_is (root, "beginnt", "jahr"))
    return NULL;
  n = n ? n : root;
  return format_number (node_get (root, "muster"), node_get_int (n, "naechste", 1), day,
                        node_get (n, "name"));
}

/* The Papierart, where the step draws the paper's number. */
static const xmlNode *
art_that_draws (const Zug *z)
{
  const xmlNode *root = zug_root (z);
  const char *kennung = node_get (root, "kennung");
  const xmlNode *art = regeln_entry (z->regeln, "papierart", node_get (root, "art"));
  gboolean numbered = kennung && !node_is (root, "entwurf", kennung);
  return !numbered && node_is (art, "nummer-bei", z->request->schritt) ? art : NULL;
}

const char *
number_range (const Zug *z)
{
  const xmlNode *art = art_that_draws (z);
  return art && !node_get (art, "haengt-an") ? node_get (art, "zaehler") : NULL;
}

char *
number_below (Zug *z)
{
  if (!node_get (art_that_draws (z), "haengt-an"))
    return NULL;
  char *number = route_number_below (z->akte, zug_root (z));
  if (!number)
    fail (&z->error, RATSWEG_ERROR_INVALID,
          "Die Regeln dieser Stadt sagen nicht, wie zählt, was an einer Drucksache hängt. Abhilfe: im "
          "Profil unternummer code=\"ergaenzung\" eintragen.");
  return number;
}

gboolean
number_begins_draft (const Zug *z)
{
  return !z->akte->objekt && !doc_kennung (z->doc) &&
         node_path (z->schritt, "wirkt", "aenderung-einordnen");
}

char *
number_draw (Zug *z, const char *zaehler, const xmlNode *papier)
{
  Doc *range = zug_edit (z, DOC_ZAEHLER, zaehler);
  if (!range) {
    fail (&z->error, RATSWEG_ERROR_INVALID,
          "Der Nummernkreis „%s“ fehlt in dieser Ablage. Abhilfe: ihn als zaehler einlesen.", zaehler);
    return NULL;
  }
  g_autofree char *day = day_of (papier, z->akte->tag);
  xmlNode *n = need_count (range, day);
  if (!n) {
    g_autofree char *german = day_german (day);
    fail (
      &z->error, RATSWEG_ERROR_INVALID,
      "Der Nummernkreis „%s“ kennt für den %s keine Wahlperiode. Abhilfe: ihn mit einem lauf einlesen, "
      "der ihren Namen und ihren ersten Tag (ab) nennt.",
      zaehler, german);
    return NULL;
  }
  char *number = route_next_number (range, papier, z->akte->tag);
  node_set_int (n, "naechste", node_get_int (n, "naechste", 1) + 1);
  return number;
}
