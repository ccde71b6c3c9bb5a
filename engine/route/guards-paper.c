/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards on papers that hang on another one and on what answers them.  Decide nothing else.  Called through
 * guards.c. */
#include "route/guards.h"
#include "route/paper.h"
#include "base/text.h"

static gboolean
hauptpapier_genannt (const Zug *z, GHashTable *werte)
{
  const char *kind = paper_hangs_by (z->regeln, zug_root (z));
  guint named = 0;
  const char *name = NULL;
  NODE_EACH (n, kind ? node_child (zug_root (z), "bezuege") : NULL, "bezug")
    if (node_is (n, "art", kind)) {
      named++;
      name = node_get (n, "drucksache");
    }
  wert_take (werte, "genannt",
             named == 0  ? g_strdup ("genannt ist keine")
             : named > 1 ? g_strdup_printf ("genannt sind %u", named)
                         : g_strdup_printf ("„%s“ ist hier keine", name));
  return !kind || (named == 1 && paper_main (z->akte, zug_root (z)));
}

/* Also the one that is named for a new station. */
static gboolean
zustaendigkeit_der_papierart (const Zug *z, GHashTable *werte)
{
  const xmlNode *art = regeln_entry (z->regeln, "papierart", node_get (zug_root (z), "art"));
  const char *allowed = node_get (art, "zustaendigkeiten"), *named = zug_wert (z, "zustaendigkeit");
  g_autoptr (GPtrArray) wrong = text_list_new ();
  NODE_EACH (n, allowed ? node_child (zug_root (z), "beratungsfolge") : NULL, "station")
    if (zug_offen (z, n) && !text_in_list (allowed, node_get (n, "zustaendigkeit")))
      g_ptr_array_add (wrong, zug_station_text (z, n));
  if (allowed && named && !text_in_list (allowed, named))
    g_ptr_array_add (wrong, g_strdup (regeln_word (z->regeln, "zustaendigkeit", named)));
  g_auto (GStrv) codes = g_strsplit (allowed ? allowed : "", " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; codes[i]; i++)
    g_ptr_array_add (words, (gpointer) regeln_word (z->regeln, "zustaendigkeit", codes[i]));
  wert (werte, "art", node_get (art, "wort"));
  wert_take (werte, "falsche", text_enumerate (wrong));
  wert_take (werte, "zulaessige", text_enumerate (words));
  return wrong->len == 0;
}

static gboolean
antwort_genannt (const Zug *z, GHashTable *werte)
{
  const char *paper = zug_wert (z, "vorlage"), *oral = zug_wert (z, "muendlich");
  gboolean known =
    paper && akte_doc (z->akte, DOC_VORLAGE, paper) && g_strcmp0 (paper, doc_kennung (z->doc)) != 0;
  wert_take (werte, "weshalb",
             paper && !known ? g_strdup_printf (": %s ist keine andere Drucksache dieser Ablage", paper)
             : paper && oral ? g_strdup (": genannt ist beides")
                             : g_strdup (""));
  return paper ? known && !oral : oral && *oral;
}

/* Where a machine knows answers, nothing is answered without one. */
static gboolean
antwort_vorhanden (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return !g_str_equal (zug_wert (z, "code"), "beantwortet") ||
         !regeln_schritt (z->regeln, z->ablauf, "beantworten", "*") ||
         node_path (zug_root (z), "antworten", "antwort");
}

const Guard guards_paper[] = {
  { "hauptpapier-genannt", hauptpapier_genannt, NULL, "genannt" },
  { "zustaendigkeit-der-papierart", zustaendigkeit_der_papierart, NULL, "art falsche zulaessige" },
  { "antwort-genannt", antwort_genannt, NULL, "weshalb" },
  { "antwort-vorhanden", antwort_vorhanden, "code", "" },
  { NULL, NULL, NULL, NULL },
};
