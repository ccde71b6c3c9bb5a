/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on a text that changes after it was submitted.  Called through effects.c. */
#include "route/effects.h"
#include "route/changes.h"
#include "base/date.h"
#include "base/text.h"

/* Nobody signs again: what has changed is said, and the Fassung says when. */
static void
korrektur_nennen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autoptr (GPtrArray) words = text_list_new ();
  changes_of (z, doc_root (z->akte->objekt), zug_root (z), words, words);
  g_autofree char *what = text_enumerate (words);
  zug_sagt (z, "Korrigiert: %s. Die Unterschriften bleiben gültig.", what);
}

static void
anlagen_nachreichen (Zug *z, const xmlNode *e)
{
  (void) e;
  const xmlNode *before = node_child (doc_root (z->akte->objekt), "anlagen");
  NODE_EACH (n, node_child (zug_root (z), "anlagen"), "anlage") {
    if (node_find (before, "anlage", "id", node_get (n, "id")))
      continue;
    node_set (n, "nachgereicht", z->akte->tag);
    zug_sagt (z, "Anlage „%s“ nachgereicht.", node_get (n, "titel"));
  }
}

/* Laid on the table: the members have it in the sitting itself. */
static void
tischvorlage_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  NODE_EACH (n, zug_top (z), "papier") {
    node_set (n, "tischvorlage", z->akte->tag);
    zug_sagt (z, "%s liegt als Tischvorlage vor.", node_get (n, "vorlage"));
  }
}

const Effect effects_amend[] = {
  { "korrektur-nennen", korrektur_nennen },
  { "anlagen-nachreichen", anlagen_nachreichen },
  { "tischvorlage-festhalten", tischvorlage_festhalten },
  { NULL, NULL },
};
