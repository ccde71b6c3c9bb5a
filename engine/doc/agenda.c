/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reads and orders a sitting and its agenda.  What may stand on it is for the rules.  Called by route/ and
 * report/. */
#include "doc/agenda.h"
#include "base/text.h"
#include <string.h>

int
agenda_compare (const char *a, const char *b)
{
  g_autofree char *ka = text_sort_key (a), *kb = text_sort_key (b);
  return strcmp (ka, kb);
}

static gboolean
comes_after (const xmlNode *other, const xmlNode *top)
{
  const char *part = node_get (top, "oeffentlich"), *number = node_get (top, "nummer");
  if (!node_is (other, "oeffentlich", part))
    return node_is (top, "oeffentlich", "ja");
  return number && node_get (other, "nummer") && agenda_compare (node_get (other, "nummer"), number) > 0;
}

void
agenda_place (xmlNode *agenda, xmlNode *top)
{
  xmlUnlinkNode (top);
  NODE_EACH (other, agenda, "top")
    if (comes_after (other, top)) {
      xmlAddPrevSibling (other, top);
      return;
    }
  xmlAddChild (agenda, top);
}

static xmlNode *
only_one (const xmlNode *agenda, const char *attribute, const char *value, const char *part)
{
  xmlNode *found = NULL;
  NODE_EACH (top, agenda, "top")
    if (node_is (top, attribute, value) && (!part || node_is (top, "oeffentlich", part))) {
      if (found)
        return NULL;
      found = top;
    }
  return found;
}

xmlNode *
agenda_top (const xmlNode *agenda, const char *name)
{
  static const struct {
    const char *word, *part;
  } parts[] = { { "NÖ", "nein" }, { "N", "nein" }, { "Ö", "ja" } };
  xmlNode *top = only_one (agenda, "nummer", name, NULL);
  if (!top && !node_find (agenda, "top", "nummer", name))
    top = only_one (agenda, "id", name, NULL);
  for (gsize i = 0; !top && i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (name, parts[i].word)) {
      const char *number = name + strlen (parts[i].word);
      top = only_one (agenda, "nummer", number + strspn (number, " "), parts[i].part);
    }
  return top;
}

char *
agenda_top_text (const xmlNode *top)
{
  const char *number = node_get (top, "nummer");
  return g_strdup_printf ("TOP %s%s", node_is (top, "oeffentlich", "nein") ? "NÖ " : "",
                          number ? number : "ohne Nummer");
}

xmlNode *
agenda_einladung (const xmlNode *sitzung)
{
  xmlNode *last = NULL;
  NODE_EACH (n, sitzung, "einladung")
    if (!node_is (n, "gilt", "nein"))
      last = n;
  return last;
}

guint
agenda_naechster_nachtrag (const xmlNode *sitzung)
{
  guint n = 0;
  NODE_EACH (e, sitzung, "einladung")
    n += !node_is (e, "gilt", "nein");
  return MAX (n, 1);
}

char *
sitzung_tag (const xmlNode *sitzung)
{
  g_autofree char *start = node_child_text (sitzung, "beginn");
  return g_strndup (start, 10);
}

xmlNode *
sitzung_add (xmlNode *sitzung, const char *name)
{
  return node_place (
    sitzung, name,
    "verlegt ende ort eroeffnet geschlossen unterbrechung beschlussunfaehig anwesenheit niederschrift "
    "einladung bekanntmachung tagesordnung auftragsbericht");
}

xmlNode *
agenda_add_to_top (xmlNode *top, const char *name)
{
  return node_place (top, name,
                     "dringlichkeit oeffentlichkeit papier befangen verlauf vermerk beschluss ergebnis");
}
