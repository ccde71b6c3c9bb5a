/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards on papers that hang on another one, on what answers them, and on which text is voted.  Decide nothing else.
 * Called through guards.c. */
#include "route/guards.h"
#include "route/paper.h"
#include "route/wording.h"
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
    if (zug_erwartet (z, n) && !text_in_list (allowed, node_get (n, "zustaendigkeit")))
      g_ptr_array_add (wrong, zug_station_text (z, n));
  if (allowed && named && !text_in_list (allowed, named) && !zug_intern (z, zug_wert (z, "gremium")))
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

/* -- votes -- */

/* The station at which the body of this one deals with a paper that hangs on the object; NULL if there is none. */
static const xmlNode *
station_here (const Zug *z, const Doc *child, gboolean open)
{
  NODE_EACH (n, node_child (doc_root (child), "beratungsfolge"), "station")
    if (node_is (n, "gremium", node_get (z->station, "gremium")) && zug_offen (z, n) == open)
      return n;
  return NULL;
}

/* A deciding body decides on everything that hangs on the paper, another one on what is put to it. */
static gboolean
waits_for_vote (const Zug *z, const Doc *child)
{
  const xmlNode *art = regeln_entry (z->regeln, "papierart", node_get (doc_root (child), "art"));
  return node_is (art, "entscheidung", "ja") && !paper_is_over (z->regeln, child) &&
         (zug_entscheidet (z, z->station) || station_here (z, child, TRUE));
}

static gboolean
was_adopted (const Zug *z, const Doc *child)
{
  const xmlNode *n = station_here (z, child, FALSE);
  return n && node_is (node_child (n, "ergebnis"), "votum", "dafuer");
}

/* TRUE where no child @is so; else the placeholder names them. */
static gboolean
no_child (const Zug *z, GHashTable *werte, gboolean (*is) (const Zug *z, const Doc *child))
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  NODE_EACH (n, node_child (zug_root (z), "kinder"), "kind") {
    const Doc *child = akte_doc (z->akte, DOC_VORLAGE, node_get (n, "vorlage"));
    if (child && is (z, child))
      g_ptr_array_add (names, (gpointer) doc_kennung (child));
  }
  wert_take (werte, "kinder", text_enumerate (names));
  wert (werte, "bei", node_get (z->station, "gremium"));
  wert (werte, "erstes", names->len ? names->pdata[0] : "");
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", zug_wert (z, "code")));
  return names->len == 0;
}

static gboolean
kinder_abgestimmt (const Zug *z, GHashTable *werte)
{
  return g_strcmp0 (zug_votum (z), "keines") == 0 || no_child (z, werte, waits_for_vote);
}

static gboolean
aenderung_eingearbeitet (const Zug *z, GHashTable *werte)
{
  return g_strcmp0 (zug_votum (z), "dafuer") != 0 || z->request->text ||
         no_child (z, werte, was_adopted);
}

static char *
name_fassungen (const Zug *z, const GPtrArray *list)
{
  g_autoptr (GPtrArray) names = text_list_new ();
  for (guint i = 0; i < list->len; i++) {
    const char *gremium = node_get (list->pdata[i], "gremium");
    g_autofree char *von = gremium ? akte_gremium (z->akte, gremium) : g_strdup ("der Vorlage selbst");
    g_ptr_array_add (names, g_strdup_printf ("%s von %s", node_get (list->pdata[i], "nr"), von));
  }
  return text_enumerate (names);
}

static gboolean
fassung_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  const char *nr = zug_wert (z, "fassung");
  NODE_EACH (f, node_child (zug_root (z), "fassungen"), "fassung")
    g_ptr_array_add (all, f);
  wert (werte, "fassung", nr);
  wert_take (werte, "fassungen", name_fassungen (z, all));
  return node_find (node_child (zug_root (z), "fassungen"), "fassung", "nr", nr) != NULL;
}

/* A result with a text of its own says itself what was decided. */
static gboolean
grundlage_eindeutig (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) open = wording_open (z->akte, z->doc, z->station);
  wert_take (werte, "fassungen", name_fassungen (z, open));
  return open->len < 2 || zug_wert (z, "fassung") || z->request->text ||
         g_strcmp0 (zug_votum (z), "keines") == 0;
}

const Guard guards_paper[] = {
  { "kinder-abgestimmt", kinder_abgestimmt, "code", "kinder erstes bei" },
  { "aenderung-eingearbeitet", aenderung_eingearbeitet, "code", "kinder ergebnis" },
  { "fassung-bekannt", fassung_bekannt, "fassung", "fassung fassungen" },
  { "grundlage-eindeutig", grundlage_eindeutig, "code", "fassungen" },
  { "hauptpapier-genannt", hauptpapier_genannt, NULL, "genannt" },
  { "zustaendigkeit-der-papierart", zustaendigkeit_der_papierart, NULL, "art falsche zulaessige" },
  { "antwort-genannt", antwort_genannt, NULL, "weshalb" },
  { "antwort-vorhanden", antwort_vorhanden, "code", "" },
  { NULL, NULL, NULL, NULL },
};
