/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects between a paper and what hangs on it (supplements and answers), and on which text is deliberated.  Called
 * through effects.c. */
#include "route/effects.h"
#include "route/paper.h"
#include "route/wording.h"
#include "doc/vorlage.h"

/* The main paper names what hangs on it, once it has a number. */
static void
kind_eintragen (Zug *z, const xmlNode *e)
{
  (void) e;
  const Doc *read = paper_main (z->akte, zug_root (z));
  Doc *main = read ? zug_edit (z, DOC_VORLAGE, doc_kennung (read)) : NULL;
  xmlNode *list = main ? vorlage_part (doc_root (main), "kinder") : NULL;
  if (!list || node_find (list, "kind", "vorlage", doc_kennung (z->doc)))
    return;
  xmlNode *n = node_add (list, "kind");
  node_set (n, "vorlage", doc_kennung (z->doc));
  node_set (n, "art", node_get (zug_root (z), "art"));
  zug_sagt (z, "%s hängt an %s (%s).", doc_kennung (z->doc), doc_kennung (main),
            regeln_word (z->regeln, "papierart", node_get (n, "art")));
}

static void
settle (Zug *z, Doc *child, const xmlNode *e)
{
  const char *ablauf = regeln_ablauf_of (z->regeln, child);
  xmlNode *root = doc_root (child);
  node_set (root, "zustand", node_get (e, "zustand"));
  node_set (root, "erledigt-durch", doc_kennung (z->doc));
  zug_sagt (z, "%s: %s, weil %s zurückgezogen ist.", doc_kennung (child),
            regeln_zustand_wort (z->regeln, ablauf, node_get (e, "zustand")), doc_kennung (z->doc));
  NODE_EACH (n, node_child (root, "beratungsfolge"), "station")
    if (zug_offen (z, n))
      effect_drop_station (z, n, node_get (e, "grund"));
}

/* What hangs on a paper that is withdrawn is settled with it; what was decided stays. */
static void
kinder_erledigen (Zug *z, const xmlNode *e)
{
  NODE_EACH (n, node_child (zug_root (z), "kinder"), "kind") {
    const Doc *read = akte_doc (z->akte, DOC_VORLAGE, node_get (n, "vorlage"));
    if (read && !paper_is_over (z->regeln, read))
      settle (z, zug_edit (z, DOC_VORLAGE, doc_kennung (read)), e);
  }
}

/* An Anfrage on no agenda has its end with the answer. */
static void
antwort_festhalten (Zug *z, const xmlNode *e)
{
  const char *paper = zug_wert (z, "vorlage"), *oral = zug_wert (z, "muendlich");
  xmlNode *n = node_add (vorlage_part (zug_root (z), "antworten"), "antwort");
  node_set (n, "am", z->akte->tag);
  node_set (n, "vorlage", paper);
  if (oral)
    node_set_text (n, oral);
  if (paper)
    zug_sagt (z, "Antwort auf %s: %s.", doc_kennung (z->doc), paper);
  else
    zug_sagt (z, "Mündliche Antwort auf %s: %s.", doc_kennung (z->doc), oral);
  NODE_EACH (s, node_child (zug_root (z), "beratungsfolge"), "station")
    if (zug_erwartet (z, s))
      return;
  zug_zustand (z, node_get (e, "zustand"));
}

/* -- the text on its way -- */

/* The changed wording of a body is what the next one deliberates on; what it changed stays. */
static void
neue_fassung (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *list = node_child (zug_root (z), "fassungen");
  if (!list)
    return;
  const char *said = zug_wert (z, "fassung");
  gint64 basis = said ? g_ascii_strtoll (said, NULL, 10) : wording_basis (z->akte, z->doc, z->station);
  guint nr = node_count (list, "fassung") + 1;
  xmlNode *f = node_add (list, "fassung");
  node_set_int (f, "nr", nr);
  node_set (f, "am", z->akte->tag);
  node_set (f, "anlass", zug_wert (z, "code"));
  node_set (f, "station", node_get (z->station, "id"));
  node_set (f, "gremium", node_get (z->station, "gremium"));
  node_set_int (f, "grundlage", MAX (basis, 0));
  if (node_get (list, "gewaehlt"))
    node_set_int (list, "gewaehlt", nr);
  g_autofree char *text = zug_station_text (z, z->station);
  zug_sagt (z, "Fassung %u: der geänderte Text von %s ist Grundlage der weiteren Beratung.", nr, text);
  if (wording_basis (z->akte, z->doc, NULL) < 0)
    zug_sagt (z,
              "Es gibt mehrere geänderte Fassungen; die Grundlage ist zu wählen (grundlage-waehlen).");
}

static void
grundlage_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  const char *nr = zug_wert (z, "fassung");
  node_set (node_child (zug_root (z), "fassungen"), "gewaehlt", nr);
  zug_sagt (z, "Weiter beraten wird über Fassung %s von %s.", nr, doc_kennung (z->doc));
}

const Effect effects_paper[] = {
  { "neue-fassung", neue_fassung },
  { "grundlage-festhalten", grundlage_festhalten },
  { "kind-eintragen", kind_eintragen },
  { "kinder-erledigen", kinder_erledigen },
  { "antwort-festhalten", antwort_festhalten },
  { NULL, NULL },
};
