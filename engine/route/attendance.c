/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Counts who is present.  Refuses nothing and changes nothing.  Called by guards and effects. */
#include "route/attendance.h"
#include "doc/agenda.h"
#include <string.h>

xmlNode *
attendance_of (const Doc *sitzung)
{
  return sitzung ? node_child (doc_root (sitzung), "anwesenheit") : NULL;
}

gboolean
attendance_is_present (const xmlNode *person, const char *um)
{
  const char *von = node_get (person, "von"), *bis = node_get (person, "bis");
  if (node_get (person, "fehlt"))
    return FALSE;
  return um ? (!von || strcmp (von, um) <= 0) && (!bis || strcmp (um, bis) < 0) : !bis;
}

gboolean
attendance_votes (const Zug *z, const xmlNode *person)
{
  return node_is (regeln_entry (z->regeln, "anwesenheitsklasse", node_get (person, "klasse")), "stimme",
                  "ja");
}

Presence
attendance_count (const Zug *z, const Doc *sitzung, const xmlNode *top, const char *um)
{
  Presence count = { 0, 0, 0 };
  NODE_EACH (p, attendance_of (sitzung), "person") {
    xmlNode *entry = regeln_entry (z->regeln, "anwesenheitsklasse", node_get (p, "klasse"));
    if (!node_is (entry, "stimme", "ja") || !attendance_is_present (p, um) ||
        (top && node_find (top, "befangen", "person", node_get (p, "person"))))
      continue;
    count.stimmen++;
    if (node_is (entry, "ratsmitglied", "ja"))
      count.ratsmitglieder++;
    else
      count.andere++;
  }
  return count;
}

gboolean
attendance_valid (const xmlNode *mitglied, const char *tag)
{
  const char *ab = node_get (mitglied, "ab"), *bis = node_get (mitglied, "bis");
  return (!ab || strcmp (ab, tag) <= 0) && (!bis || strcmp (tag, bis) <= 0);
}

const char *
attendance_class (const xmlNode *mitglied)
{
  const char *own = node_get (mitglied, "klasse");
  return own ? own : node_is (mitglied, "stimme", "ja") ? "mitglied" : "beratend";
}

guint
attendance_members (const Zug *z, const Doc *sitzung)
{
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (doc_root (sitzung), "gremium"));
  gint64 by_law = body ? node_get_int (doc_root (body), "mitglieder", 0) : 0;
  g_autofree char *day = sitzung_tag (doc_root (sitzung));
  guint members = 0;
  NODE_EACH (m, body ? doc_root (body) : NULL, "mitglied")
    members += node_is (m, "stimme", "ja") && attendance_valid (m, day) ? 1 : 0;
  return by_law > 0 ? (guint) by_law : members;
}

gboolean
attendance_is_enough (const Zug *z, const Doc *sitzung, Presence p)
{
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (doc_root (sitzung), "gremium"));
  gboolean committee = body && node_is (doc_root (body), "art", "ausschuss");
  return 2 * p.stimmen > attendance_members (z, sitzung) && (!committee || p.ratsmitglieder > p.andere);
}

char *
attendance_name (const Zug *z, const char *person)
{
  const Doc *d = akte_doc (z->akte, DOC_PERSON, person);
  xmlNode *last = NULL;
  NODE_EACH (n, d ? doc_root (d) : NULL, "name")
    last = n;
  return last ? node_text (last) : g_strdup (person);
}
