/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at the result itself: its word, its text, its votes, where it refers to.  Decide nothing else.
 * Called through guards.c. */
#include "route/guards.h"
#include "base/text.h"
#include <string.h>

static gboolean
is_allowed (const Zug *z, const xmlNode *entry)
{
  return regeln_zulaessig (z->regeln, entry, node_get (z->station, "zustaendigkeit"));
}

/* The codes that fit this station; with @einzeln those that a single Ziffer may have. */
static char *
possible_results (const Zug *z, gboolean einzeln)
{
  g_autoptr (GPtrArray) all = regeln_entries (z->regeln, "ergebnis");
  g_autoptr (GPtrArray) fit = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (is_allowed (z, all->pdata[i]) && (!einzeln || node_is (all->pdata[i], "je-ziffer", "ja")))
      g_ptr_array_add (fit, (gpointer) node_get (all->pdata[i], "code"));
  return text_enumerate (fit);
}

static gboolean
ergebnis_zulaessig (const Zug *z, GHashTable *werte)
{
  const char *code = zug_wert (z, "code"), *role = node_get (z->station, "zustaendigkeit");
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
  wert (werte, "zustaendigkeit", regeln_word (z->regeln, "zustaendigkeit", role));
  wert_take (werte, "moegliche", possible_results (z, FALSE));
  return is_allowed (z, regeln_entry (z->regeln, "ergebnis", code)) ||
         zug_intern (z, node_get (z->station, "gremium")); /* of which another guard speaks */
}

static gboolean
internes_ergebnis (const Zug *z, GHashTable *werte)
{
  const char *code = zug_wert (z, "code");
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
  wert_take (werte, "moegliche", regeln_enumerate (z->regeln, "internes-ergebnis", FALSE));
  return !zug_intern (z, node_get (z->station, "gremium")) ||
         regeln_entry (z->regeln, "internes-ergebnis", code);
}

static gboolean
text_pflicht (const Zug *z, GHashTable *werte)
{
  const char *code = zug_wert (z, "code");
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
  return !node_is (regeln_entry (z->regeln, "ergebnis", code), "text", "pflicht") || z->request->text;
}

/* After the decision a body can only take note. */
static gboolean
nachtraeglich (const Zug *z, GHashTable *werte)
{
  const char *code = zug_wert (z, "code");
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
  return !zug_ueberholt (z->station) || g_str_equal (code, "zur-kenntnis") || zug_entscheidet_erneut (z);
}

static gboolean
noch_nicht_entschieden (const Zug *z, GHashTable *werte)
{
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", zug_wert (z, "code")));
  return !zug_entscheidet_erneut (z);
}

/* -- where it refers to -- */

static gboolean
ziele_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) wrong = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) names = g_strsplit (zug_wert (z, "an"), ",", -1);
  for (guint i = 0; names[i]; i++)
    if (!g_hash_table_add (seen, names[i]) || node_is (z->station, "gremium", names[i]) ||
        !akte_doc (z->akte, DOC_GREMIUM, names[i]))
      g_ptr_array_add (wrong, names[i]);
  wert_take (werte, "falsche", text_enumerate (wrong));
  return wrong->len == 0;
}

/* -- Ziffer by Ziffer -- */

static gboolean
fits_ziffer (const Zug *z, const char *code)
{
  xmlNode *entry = code ? regeln_entry (z->regeln, "ergebnis", code) : NULL;
  return entry && is_allowed (z, entry) && node_is (entry, "je-ziffer", "ja");
}

static gboolean
ziffern_richtig (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) pairs = zug_ziffern (z);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < pairs->len; i += 2)
    if (!*(char *) pairs->pdata[i] || !g_hash_table_add (seen, pairs->pdata[i]) ||
        !fits_ziffer (z, pairs->pdata[i + 1]))
      g_ptr_array_add (wrong, pairs->pdata[i]);
  wert_take (werte, "falsche", text_enumerate (wrong));
  wert_take (werte, "moegliche", possible_results (z, TRUE));
  wert (werte, "beispiel", zug_entscheidet (z, z->station) ? "beschlossen" : "empfohlen");
  return wrong->len == 0;
}

const Guard guards_result[] = {
  { "nachtraeglich", nachtraeglich, "code", "ergebnis" },
  { "noch-nicht-entschieden", noch_nicht_entschieden, "code", "ergebnis" },
  { "ergebnis-zulaessig", ergebnis_zulaessig, "code", "ergebnis zustaendigkeit moegliche" },
  { "internes-ergebnis", internes_ergebnis, "code", "ergebnis gremium moegliche" },
  { "text-pflicht", text_pflicht, "code", "ergebnis" },
  { "ziele-bekannt", ziele_bekannt, "an", "falsche" },
  { "ziffern-richtig", ziffern_richtig, "ziffern", "falsche moegliche beispiel" },
  { NULL, NULL, NULL, NULL },
};
