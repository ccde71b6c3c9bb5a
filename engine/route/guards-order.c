/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards of the Beschlusskontrolle: what an order comes from, and what it waits for.  Decide nothing else.  Called
 * through guards.c. */
#include "route/guards.h"
#include "route/order.h"
#include "base/date.h"
#include "base/text.h"
#include <string.h>

/* -- a new order -- */

/* Several offices may be charged at once; an order that is handed on goes to one. */
static void
add_wrong_offices (const Zug *z, GPtrArray *into)
{
  gboolean one = doc_art (z->doc) == DOC_AUFTRAG;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) names = g_strsplit (zug_wert (z, "amt"), one ? "\n" : ",", -1);
  for (guint i = 0; names[i]; i++)
    if (!g_hash_table_add (seen, names[i]) || !akte_doc (z->akte, DOC_STELLE, names[i]))
      g_ptr_array_add (into, g_strdup_printf ("die Stelle „%s“", names[i]));
}

static gboolean
auftrag_richtig (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) wrong = text_list_new ();
  const char *art = zug_wert (z, "art");
  add_wrong_offices (z, wrong);
  if (art && !regeln_entry (z->regeln, "auftragsart", art))
    g_ptr_array_add (wrong, g_strdup_printf ("die Auftragsart „%s“", art));
  wert_take (werte, "unbekannte", text_enumerate (wrong));
  wert_take (werte, "arten", regeln_enumerate (z->regeln, "auftragsart", FALSE));
  return wrong->len == 0;
}

static const char *
code_of (const xmlNode *station)
{
  return node_get (node_child (station, "ergebnis"), "code");
}

static char *
who_decided (const Zug *z)
{
  g_autoptr (GPtrArray) list = text_list_new ();
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station")
    if (order_comes_from (z, code_of (n)))
      g_ptr_array_add (list, akte_gremium (z->akte, node_get (n, "gremium")));
  return list->len > 0 ? text_enumerate (list) : g_strdup ("bisher keines");
}

static gboolean
beschluss_gefasst (const Zug *z, GHashTable *werte)
{
  const char *code = code_of (z->station);
  wert (werte, "wie", code ? regeln_word (z->regeln, "ergebnis", code) : "noch kein Ergebnis");
  wert_take (werte, "entschieden", who_decided (z));
  return node_is (regeln_entry (z->regeln, "auftragsart", order_kind (z)), "ohne-beschluss", "ja") ||
         order_comes_from (z, code);
}

static gboolean
ziffern_beschlossen (const Zug *z, GHashTable *werte)
{
  const xmlNode *result = node_child (z->station, "ergebnis");
  g_autoptr (GPtrArray) wrong = g_ptr_array_new (), fit = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (zug_wert (z, "ziffern"), ",", -1);
  NODE_EACH (n, result, "ziffer")
    if (order_comes_from (z, node_get (n, "code")))
      g_ptr_array_add (fit, (gpointer) node_get (n, "nr"));
  for (guint i = 0; names[i] && node_child (result, "ziffer"); i++)
    if (!g_ptr_array_find_with_equal_func (fit, names[i], g_str_equal, NULL))
      g_ptr_array_add (wrong, names[i]);
  wert_take (werte, "falsche", text_enumerate (wrong));
  wert_take (werte, "moegliche", fit->len > 0 ? text_enumerate (fit) : g_strdup ("keine"));
  return wrong->len == 0;
}

static gboolean
auftrag_erwartet (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return node_is (z->station, "auftrag", "erwartet");
}

/* -- what it waits for -- */

static gboolean
nachweis_vorhanden (const Zug *z, GHashTable *werte)
{
  (void) werte;
  g_autofree char *proof = g_strdup (zug_wert (z, "nachweis"));
  return *g_strstrip (proof) != '\0';
}

static gboolean
einspruchsfrist_abgelaufen (const Zug *z, GHashTable *werte)
{
  const char *until = node_get (node_child (zug_root (z), "beschluss"), "einspruch-bis");
  wert_take (werte, "bis", day_german (until));
  return !until || strcmp (z->akte->tag, until) > 0;
}

static const char *
fate_of_paper (const Zug *z)
{
  const Doc *paper = order_paper (z);
  const char *ablauf = paper ? regeln_ablauf_of (z->regeln, paper) : NULL;
  return ablauf ? node_get (regeln_zustand (z->regeln, ablauf, node_get (doc_root (paper), "zustand")),
                            "umsetzung")
                : NULL;
}

/* The station at which the body takes up its own decision once more. */
static xmlNode *
once_more (const Zug *z)
{
  xmlNode *station = order_station (z);
  return station ? zug_fortsetzung (station) : NULL;
}

static gboolean
beschluss_nicht_ausgesetzt (const Zug *z, GHashTable *werte)
{
  xmlNode *again = once_more (z);
  wert (werte, "vorlage", node_get (node_child (zug_root (z), "beschluss"), "vorlage"));
  return g_strcmp0 (fate_of_paper (z), "ruht") != 0 || !again || !zug_offen (z, again);
}

static gboolean
beschluss_gilt (const Zug *z, GHashTable *werte)
{
  const xmlNode *again = once_more (z), *result = again ? node_child (again, "ergebnis") : NULL;
  gboolean undone = result && node_is (result, "votum", "dagegen");
  gboolean void_now = g_strcmp0 (fate_of_paper (z), "nein") == 0;
  wert (werte, "vorlage", node_get (node_child (zug_root (z), "beschluss"), "vorlage"));
  wert (werte, "weshalb",
        undone ? "das Gremium hat erneut und anders entschieden" : "er ist aufgehoben");
  return !undone && !void_now;
}

/* -- the body -- */

/* Why the body cannot have been told there; NULL where it can. */
static char *
why_not_there (const Zug *z, const Doc *sitting)
{
  const char *body = node_get (node_child (zug_root (z), "beschluss"), "gremium");
  if (!sitting)
    return g_strdup ("die Sitzung gibt es nicht");
  if (!node_is (doc_root (sitting), "gremium", body))
    return g_strdup ("es ist die Sitzung eines anderen Gremiums");
  xmlNode *state = regeln_zustand (z->regeln, "sitzung", node_get (doc_root (sitting), "zustand"));
  return node_is (state, "laeuft", "ja") ? NULL
                                         : g_strdup_printf ("die Sitzung ist im Zustand „%s“",
                                                            state ? node_get (state, "wort") : "neu");
}

static gboolean
sitzung_des_auftrags (const Zug *z, GHashTable *werte)
{
  const char *named = zug_wert (z, "sitzung"),
             *body = node_get (node_child (zug_root (z), "beschluss"), "gremium");
  const Doc *sitting = akte_doc (z->akte, DOC_SITZUNG, named);
  char *why = why_not_there (z, sitting);
  gboolean own = sitting && node_is (doc_root (sitting), "gremium", body);
  wert (werte, "sitzung", named);
  wert_take (werte, "weshalb", why);
  wert_take (werte, "hilfe",
             own ? g_strdup_printf ("Die Sitzung eröffnen: ratsweg schritt %s eroeffnen.", named)
                 : g_strdup_printf ("Mit sitzung=%s/JJJJ-MM-TT eine Sitzung dieses Gremiums nennen.",
                                    body));
  return !why;
}

static gboolean
auftraege_vorhanden (const Zug *z, GHashTable *werte)
{
  (void) werte;
  for (guint i = 0; i < z->akte->docs->len; i++)
    if (order_is_to_report (z, z->akte->docs->pdata[i]))
      return TRUE;
  return FALSE;
}

const Guard guards_order[] = {
  { "auftrag-richtig", auftrag_richtig, "amt", "unbekannte arten" },
  { "beschluss-gefasst", beschluss_gefasst, "station", "wie entschieden" },
  { "ziffern-beschlossen", ziffern_beschlossen, "ziffern", "falsche moegliche" },
  { "auftrag-erwartet", auftrag_erwartet, "station", "" },
  { "nachweis-vorhanden", nachweis_vorhanden, "nachweis", "" },
  { "einspruchsfrist-abgelaufen", einspruchsfrist_abgelaufen, NULL, "bis" },
  { "beschluss-nicht-ausgesetzt", beschluss_nicht_ausgesetzt, NULL, "vorlage" },
  { "beschluss-gilt", beschluss_gilt, NULL, "vorlage weshalb" },
  { "sitzung-des-auftrags", sitzung_des_auftrags, "sitzung", "sitzung weshalb hilfe" },
  { "auftraege-vorhanden", auftraege_vorhanden, NULL, "" },
  { NULL, NULL, NULL, NULL },
};
