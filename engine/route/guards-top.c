/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at one TOP and what is decided there.  Decide nothing else.  Called through guards.c. */
#include "route/guards.h"
#include "base/text.h"

static gboolean
top_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) known = text_list_new ();
  NODE_EACH (top, node_child (zug_root (z), "tagesordnung"), "top")
    if (node_get (top, "nummer"))
      g_ptr_array_add (known, g_strdup (node_get (top, "nummer")));
  g_autofree char *list = text_enumerate (known);
  wert (werte, "top", zug_wert (z, "top"));
  wert (werte, "nummern", known->len > 0 ? list : "keine");
  return zug_top (z) != NULL;
}

/* What has a paper has its result there. */
static gboolean
top_ohne_vorlage (const Zug *z, GHashTable *werte)
{
  xmlNode *paper = node_child (zug_top (z), "papier");
  wert (werte, "top", node_get (zug_top (z), "nummer"));
  wert (werte, "vorlage", node_get (paper, "vorlage"));
  return !paper;
}

static gboolean
top_ohne_ergebnis (const Zug *z, GHashTable *werte)
{
  xmlNode *result = node_child (zug_top (z), "ergebnis");
  wert (werte, "top", node_get (zug_top (z), "nummer"));
  wert (werte, "wie", regeln_word (z->regeln, "ergebnis", node_get (result, "code")));
  return !result;
}

static gboolean
ergebnis_ohne_vorlage (const Zug *z, GHashTable *werte)
{
  const char *code = zug_wert (z, "code");
  g_autoptr (GPtrArray) all = regeln_entries (z->regeln, "ergebnis"), fit = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (node_is (all->pdata[i], "ohne-vorlage", "ja"))
      g_ptr_array_add (fit, (gpointer) node_get (all->pdata[i], "code"));
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
  wert_take (werte, "moegliche", text_enumerate (fit));
  return node_is (regeln_entry (z->regeln, "ergebnis", code), "ohne-vorlage", "ja");
}

const Guard guards_top[] = {
  { "top-bekannt", top_bekannt, "top", "top nummern" },
  { "top-ohne-vorlage", top_ohne_vorlage, "top", "top vorlage" },
  { "top-ohne-ergebnis", top_ohne_ergebnis, "top", "top wie" },
  { "ergebnis-ohne-vorlage", ergebnis_ohne_vorlage, "code", "ergebnis moegliche" },
  { NULL, NULL, NULL, NULL },
};
