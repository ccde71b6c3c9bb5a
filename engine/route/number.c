/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Numbers from their ranges.  Whether one is taken already asks a guard (guards-vorlage.c).  Called by guards
 * and effects, and by ratsweg-gather.c for what is read. */
#include "route/number.h"
#include "route/paper.h"
#include "base/error.h"
#include "doc/vorlage.h"

static char *
format_number (const char *pattern, gint64 n, const char *day)
{
  GString *out = g_string_new (NULL);
  for (const char *p = pattern; *p; p++) {
    if (g_str_has_prefix (p, "{nr:")) {
      g_string_append_printf (out, "%0*" G_GINT64_FORMAT, p[4] - '0', n);
      p += 5;
    } else if (g_str_has_prefix (p, "{jjjj}")) {
      g_string_append_len (out, day, 4);
      p += 5;
    } else if (g_str_has_prefix (p, "{jj}")) {
      g_string_append_len (out, day + 2, 2);
      p += 3;
    } else
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

char *
route_next_number (const Doc *range, const xmlNode *papier, const char *tag)
{
  const xmlNode *datum = node_path (papier, "kopf", "datum");
  g_autofree char *day = datum ? node_text (datum) : NULL;
  const xmlNode *root = doc_root (range);
  return format_number (node_get (root, "muster"), node_get_int (root, "naechste", 1), day ? day : tag);
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
number_draw (Zug *z, const char *zaehler)
{
  Doc *range = zug_edit (z, DOC_ZAEHLER, zaehler);
  if (!range) {
    fail (&z->error, RATSWEG_ERROR_INVALID,
          "Der Nummernkreis „%s“ fehlt in dieser Ablage. Abhilfe: ihn als zaehler einlesen.", zaehler);
    return NULL;
  }
  char *number = route_next_number (range, zug_root (z), z->akte->tag);
  node_set_int (doc_root (range), "naechste", node_get_int (doc_root (range), "naechste", 1) + 1);
  return number;
}
