/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Finding and asking guards, and their refusals in the words of the rules.  Called by step.c. */
#include "route/guards.h"
#include "base/date.h"
#include "base/text.h"
#include <string.h>

const Guard *const guard_tables[] = { guards_vorlage, guards_station,
                                      guards_result,  guards_sitting,
                                      guards_top,     guards_paper,
                                      guards_urgent,  guards_agenda,
                                      guards_votes,   guards_eyes,
                                      guards_minutes, guards_order,
                                      guards_amend,   NULL };

const Guard *
guard_find (const char *name)
{
  for (guint t = 0; guard_tables[t]; t++)
    for (const Guard *g = guard_tables[t]; g->name; g++)
      if (g_str_equal (g->name, name))
        return g;
  return NULL;
}

GHashTable *
guard_werte (const Zug *z)
{
  GHashTable *w = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  wert (w, "kennung", doc_kennung (z->doc) ? doc_kennung (z->doc) : "das Papier");
  wert (w, "schritt", z->schritt ? node_get (z->schritt, "wort") : z->request->schritt);
  wert (w, "benutzer", z->akte->benutzer ? doc_kennung (z->akte->benutzer) : "");
  wert (w, "zustand", regeln_zustand_wort (z->regeln, z->ablauf, node_get (zug_root (z), "zustand")));
  wert_take (w, "tag", day_german (z->akte->tag));
  const char *gremium = z->station ? node_get (z->station, "gremium") : NULL;
  if (!gremium)
    gremium = zug_wert (z, "gremium");
  if (!gremium)
    gremium =
      node_get (doc_art (z->doc) == DOC_AUFTRAG ? node_child (zug_root (z), "beschluss") : zug_root (z),
                "gremium");
  wert_take (w, "gremium", akte_gremium (z->akte, gremium ? gremium : ""));
  return w;
}

char *
guard_roles (const Zug *z, const char *rollen)
{
  g_auto (GStrv) codes = g_strsplit (rollen ? rollen : "", " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; codes[i]; i++)
    g_ptr_array_add (words, (gpointer) regeln_word (z->regeln, "rolle", codes[i]));
  g_autofree char *list = text_enumerate (words);
  char *und = words->len > 1 ? g_strrstr (list, " und ") : NULL;
  return und ? g_strdup_printf ("%.*s oder %s", (int) (und - list), list, und + strlen (" und "))
             : g_steal_pointer (&list);
}

/* What helps, and where a reason does: whose. */
static char *
help_of (const Zug *z, const xmlNode *n, GHashTable *werte)
{
  g_autofree char *text = node_child_text (n, "abhilfe");
  g_autofree char *help = text_fill (text, werte);
  if (!node_is (n, "art", "fragt"))
    return g_steal_pointer (&help);
  g_autofree char *who = guard_roles (z, node_get (n, "uebergehen"));
  return g_strdup_printf ("%s Übergehen darf die Rolle %s, mit --grund TEXT.", help, who);
}

Refusal *
guard_refuse (const Zug *z, const char *name, GHashTable *take_werte)
{
  g_autoptr (GHashTable) werte = take_werte;
  xmlNode *n = regeln_entry (z->regeln, "waechter", name);
  Refusal *r = refusal_new (name);
  if (!n) {
    r->text = g_strdup_printf ("Die Regeln kennen den Wächter „%s“ nicht.", name);
    return r;
  }
  g_autofree char *text = node_child_text (n, "ablehnung");
  r->regel = g_strdup (node_get (n, "regel"));
  r->quelle = g_strdup (node_get (n, "quelle"));
  r->fragt = node_is (n, "art", "fragt");
  r->eingabe = node_is (n, "eingabe", "ja");
  r->uebergehen = g_strdup (node_get (n, "uebergehen"));
  r->text = text_fill (text, werte);
  r->abhilfe = help_of (z, n, werte);
  return r;
}

Refusal *
guard_ask (const Zug *z, const char *name)
{
  const Guard *g = guard_find (name);
  if (!g || (g->braucht && !zug_wert (z, g->braucht)))
    return NULL;
  g_autoptr (GHashTable) werte = guard_werte (z);
  if (g->ok (z, werte))
    return NULL;
  return guard_refuse (z, name, g_steal_pointer (&werte));
}
