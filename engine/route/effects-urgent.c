/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects of an urgent decision: who signed it, and that the body in whose place it was taken approves it.
 * Called through effects.c. */
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "doc/agenda.h"
#include "doc/vorlage.h"
#include <string.h>

/* It is put before the body in its next sitting, whatever day was planned; on an agenda it stays there. */
static void
to_next_sitting (Zug *z, xmlNode *n)
{
  if (node_get (n, "top"))
    return;
  Doc *next = akte_naechste_sitzung (z->akte, node_get (n, "gremium"), z->akte->tag);
  g_autofree char *day = next ? sitzung_tag (doc_root (next)) : NULL;
  if (day)
    node_set (n, "termin", day);
  effect_date_station (z, n);
}

static void
genehmigung_vorsehen (Zug *z, const xmlNode *e)
{
  xmlNode *n = zug_genehmigende_station (z, zug_wert (z, "gremium"));
  if (!n) {
    fail (&z->error, RATSWEG_ERROR_INVALID,
          "In der Beratungsfolge von %s ist kein Gremium offen, das die Eilentscheidung genehmigt. "
          "Abhilfe: die Station mit der Zuständigkeit Beschluss aufnehmen.",
          doc_kennung (z->doc));
    return;
  }
  g_autofree char *before = zug_station_text (z, n);
  node_set (n, "zustaendigkeit", node_get (e, "zustaendigkeit"));
  to_next_sitting (z, n);
  g_autofree char *now = zug_station_text (z, n);
  zug_sagt (z, "Zur Genehmigung in der nächsten Sitzung: %s, bisher %s.%s", now, before,
            node_get (n, "termin") ? "" : " Eine nächste Sitzung ist nicht bekannt.");
  zug_zustand (z, node_get (e, "zustand"));
}

/* The station stays what it was planned as in the versions before. */
static void
station_wird (Zug *z, const xmlNode *e)
{
  g_autofree char *before = zug_station_text (z, z->station);
  node_set (z->station, "zustaendigkeit", node_get (e, "zustaendigkeit"));
  g_autofree char *now = zug_station_text (z, z->station);
  zug_sagt (z, "Station %s wird zu %s.", before, now);
}

static void
eilentscheidung_festhalten (Zug *z, const xmlNode *e)
{
  static const char *const signers[] = { "ob", "mitglied" };
  (void) e;
  xmlNode *n = vorlage_add (zug_root (z), "eilentscheidung");
  xmlNode *n_station = zug_genehmigende_station (z, zug_wert (z, "gremium"));
  node_set (n, "am", z->akte->tag);
  node_set (n, "fuer", zug_wert (z, "gremium"));
  node_set (n, "station", node_get (n_station, "id"));
  for (gsize i = 0; i < G_N_ELEMENTS (signers); i++)
    node_set_text (node_add (n, "unterschrift"), zug_wert (z, signers[i]));
  node_set_text (node_add (n, "grund"), z->request->grund);
  g_autofree char *body = akte_gremium (z->akte, zug_wert (z, "gremium"));
  g_autofree char *day = day_german (z->akte->tag);
  zug_sagt (z, "Eilentscheidung vom %s anstelle von %s, unterschrieben von %s und %s.", day, body,
            zug_wert (z, signers[0]), zug_wert (z, signers[1]));
}

const Effect effects_urgent[] = {
  { "genehmigung-vorsehen", genehmigung_vorsehen },
  { "station-wird", station_wird },
  { "eilentscheidung-festhalten", eilentscheidung_festhalten },
  { NULL, NULL },
};
