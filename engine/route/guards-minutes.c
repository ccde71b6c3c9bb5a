/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at the minutes of a sitting.  Decide nothing else.  Called through guards.c. */
#include "route/guards.h"
#include "route/minutes.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/agenda.h"
#include <string.h>

/* G11: after the signature the minutes say what was decided. */
static gboolean
niederschrift_nicht_unterzeichnet (const Zug *z, GHashTable *werte)
{
  const Doc *sitzung = zug_sitzung (z);
  const xmlNode *signature = sitzung ? minutes_signature (sitzung) : NULL;
  if (!signature)
    return TRUE;
  wert (werte, "sitzung", doc_kennung (sitzung));
  wert_take (werte, "am", day_german (node_get (signature, "am")));
  return FALSE;
}

static gboolean
niederschrift_vollstaendig (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) open = minutes_open (z, TRUE);
  wert_take (werte, "offene", text_enumerate (open));
  return open->len == 0;
}

static gboolean
zwei_unterzeichnen (const Zug *z, GHashTable *werte)
{
  g_autofree char *a = g_utf8_casefold (zug_wert (z, "vorsitz"), -1);
  g_autofree char *b = g_utf8_casefold (zug_wert (z, "schriftfuehrung"), -1);
  wert (werte, "vorsitz", zug_wert (z, "vorsitz"));
  return !g_str_equal (a, b);
}

/* Why the minutes cannot have been approved there; NULL if they can. */
static const char *
why_not_there (const Zug *z, const Doc *later)
{
  if (!later)
    return "diese Sitzung gibt es nicht";
  if (!node_is (doc_root (later), "gremium", node_get (zug_root (z), "gremium")))
    return "es ist die Sitzung eines anderen Gremiums";
  g_autofree char *own = node_child_text (zug_root (z), "beginn");
  g_autofree char *there = node_child_text (doc_root (later), "beginn");
  if (strcmp (there, own) <= 0)
    return "sie ist nicht später";
  xmlNode *agenda = node_child (doc_root (later), "tagesordnung");
  return agenda && agenda_top (agenda, zug_wert (z, "top")) ? NULL : "diesen TOP gibt es dort nicht";
}

static gboolean
genehmigt_in_spaeterer_sitzung (const Zug *z, GHashTable *werte)
{
  const char *why = why_not_there (z, akte_doc (z->akte, DOC_SITZUNG, zug_wert (z, "sitzung")));
  wert (werte, "sitzung", zug_wert (z, "sitzung"));
  wert (werte, "weshalb", why);
  return !why;
}

const Guard guards_minutes[] = {
  { "niederschrift-nicht-unterzeichnet", niederschrift_nicht_unterzeichnet, NULL, "sitzung am" },
  { "niederschrift-vollstaendig", niederschrift_vollstaendig, NULL, "offene" },
  { "zwei-unterzeichnen", zwei_unterzeichnen, "vorsitz", "vorsitz" },
  { "genehmigt-in-spaeterer-sitzung", genehmigt_in_spaeterer_sitzung, "sitzung", "sitzung weshalb" },
  { NULL, NULL, NULL, NULL },
};
