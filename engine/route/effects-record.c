/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Writes what a body decided: the word, its values, the votes, the objections.  What follows from it is done in
 * effects-result.c.  Called through effects.c. */
#include "route/effects.h"
#include "base/text.h"

void
effect_add_votes (const Zug *z, xmlNode *result)
{
  static const char *const names[] = { "ja", "nein", "enthaltung", "wort", NULL };
  xmlNode *votes = NULL;
  for (guint i = 0; names[i]; i++)
    if (zug_wert (z, names[i])) {
      votes = votes ? votes : node_add (result, "stimmen");
      node_set (votes, names[i], zug_wert (z, names[i]));
    }
}

static void
add_ziffern (const Zug *z, xmlNode *result)
{
  g_autoptr (GPtrArray) pairs = zug_ziffern (z);
  for (guint i = 0; i < pairs->len; i += 2) {
    xmlNode *n = node_add (result, "ziffer");
    node_set (n, "nr", pairs->pdata[i]);
    node_set (n, "code", pairs->pdata[i + 1]);
  }
}

static void
add_values (const Zug *z, xmlNode *result)
{
  static const char *const names[] = { "umfang", "anlass", "durch", "en-bloc", NULL };
  const char *word = zug_wert (z, "altwort");
  for (guint i = 0; names[i]; i++)
    node_set (result, names[i], zug_wert (z, names[i]));
  if (g_strcmp0 (word, regeln_word (z->regeln, "ergebnis", zug_wert (z, "code"))) != 0)
    node_set (result, "altwort", word);
}

static char *
votes_text (const Zug *z)
{
  const char *ja = zug_wert (z, "ja"), *nein = zug_wert (z, "nein"), *wort = zug_wert (z, "wort");
  const char *enthaltung = zug_wert (z, "enthaltung");
  if (ja || nein)
    return g_strdup_printf (" (%s Ja, %s Nein, %s Enthaltungen)", ja ? ja : "?", nein ? nein : "?",
                            enthaltung ? enthaltung : "0");
  return wort ? g_strdup_printf (" (%s)", wort) : g_strdup ("");
}

void
effect_record_result (Zug *z, xmlNode *where, gboolean late, const char *what)
{
  const char *code = zug_wert (z, "code");
  xmlNode *result = node_add (where, "ergebnis");
  node_set (result, "code", code);
  node_set (result, "am", z->akte->tag);
  node_set (result, "nachtraeglich", late ? "ja" : NULL);
  add_values (z, result);
  effect_add_votes (z, result);
  add_ziffern (z, result);
  if (z->request->text)
    node_copy_children (node_add (result, "text"), z->request->text);
  for (guint i = 0; i < z->ret->refusals->len; i++)
    effect_set_objection (node_add (result, "einwand"), z->ret->refusals->pdata[i]);
  g_autofree char *votes = votes_text (z);
  zug_sagt (z, "%s: %s%s.", what, regeln_word (z->regeln, "ergebnis", code), votes);
}

/* A TOP without a paper has its result itself; nothing follows from it. */
static void
top_ergebnis_eintragen (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = zug_top (z);
  g_autofree char *title = node_child_text (top, "titel");
  effect_record_result (z, top, FALSE, title);
}

const Effect effects_record[] = {
  { "top-ergebnis-eintragen", top_ergebnis_eintragen },
  { NULL, NULL },
};
