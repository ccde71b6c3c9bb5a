/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on what the public may see of a paper.  What is cut from a public view is said in xslt/sicht.xsl.  Called
 * through effects.c. */
#include "route/effects.h"
#include "base/date.h"

static void
veroeffentlichen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *day = day_german (z->akte->tag);
  node_set (zug_root (z), "veroeffentlicht", z->akte->tag);
  node_set (zug_root (z), "zurueckgenommen", NULL);
  zug_sagt (z, "%s ist veröffentlicht am %s.", doc_kennung (z->doc), day);
}

/* What was public once stays known as taken back: its place is not given to another paper. */
static void
take_back (Zug *z)
{
  g_autofree char *day = day_german (z->akte->tag);
  node_set (zug_root (z), "veroeffentlicht", NULL);
  node_set (zug_root (z), "zurueckgenommen", z->akte->tag);
  zug_sagt (z, "Die Veröffentlichung von %s ist zurückgenommen am %s.", doc_kennung (z->doc), day);
}

static void
veroeffentlichung_zuruecknehmen (Zug *z, const xmlNode *e)
{
  (void) e;
  take_back (z);
}

static void
oeffentlichkeit_setzen (Zug *z, const xmlNode *e)
{
  (void) e;
  gboolean public = g_str_equal (zug_wert (z, "oeffentlich"), "ja");
  node_set (zug_root (z), "oeffentlich", public ? "ja" : "nein");
  zug_sagt (z, "%s ist von nun an %s.", doc_kennung (z->doc), public ? "öffentlich" : "nichtöffentlich");
  if (!public && node_get (zug_root (z), "veroeffentlicht"))
    take_back (z);
}

const Effect effects_public[] = {
  { "veroeffentlichen", veroeffentlichen },
  { "veroeffentlichung-zuruecknehmen", veroeffentlichung_zuruecknehmen },
  { "oeffentlichkeit-setzen", oeffentlichkeit_setzen },
  { NULL, NULL },
};
