/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Writes what a body decided: the word, its values, the votes, the objections.  What follows from it is done in
 * effects-result.c.  Called through effects.c. */
#include "route/effects.h"
#include "route/votes.h"
#include "base/text.h"

static void
add_faction (const char *who, const char *kind, const char *number, gpointer user)
{
  xmlNode *votes = user, *n = node_find (votes, "fraktion", "name", who);
  n = n ? n : node_add (votes, "fraktion");
  node_set (n, "name", who);
  node_set (n, kind, number);
}

static void
add_voice (const char *who, const char *kind, const char *number, gpointer user)
{
  xmlNode *n = node_add (user, "stimme");
  (void) number;
  node_set (n, "person", who);
  node_set (n, "wahl", kind);
}

void
effect_add_votes (const Zug *z, xmlNode *result)
{
  static const char *const names[] = { "wort", "um", "geheim", "los", NULL };
  xmlNode *votes = node_add (result, "stimmen");
  for (guint i = 0; vote_kinds[i]; i++) {
    gint64 n = votes_total (z, vote_kinds[i]);
    if (n > 0 || (n == 0 && (i < 3 || zug_wert (z, vote_kinds[i]))))
      node_set_int (votes, vote_kinds[i], n);
  }
  for (guint i = 0; names[i]; i++)
    node_set (votes, names[i], zug_wert (z, names[i]));
  votes_each (z, "fraktionen", add_faction, votes);
  votes_each (z, "namentlich", add_voice, votes);
  if (!votes->properties && !votes->children)
    node_remove (votes);
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
  static const char *const words[] = { "Ja", "Nein", "Enthaltungen", "ungültig", "nicht abgestimmt" };
  GString *text = g_string_new (NULL);
  gboolean figures = votes_total (z, "ja") >= 0 || votes_total (z, "nein") >= 0;
  for (guint i = 0; figures && vote_kinds[i]; i++) {
    gint64 n = votes_total (z, vote_kinds[i]);
    if (n >= 0 && (i < 3 || n > 0))
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", text->len ? ", " : "", n, words[i]);
    else if (i < 3)
      g_string_append_printf (text, "%s%s %s", text->len ? ", " : "", i == 2 ? "0" : "?", words[i]);
  }
  if (!figures && zug_wert (z, "wort"))
    g_string_append (text, zug_wert (z, "wort"));
  if (zug_wert (z, "los"))
    g_string_append_printf (text, "%sdurch Los", text->len ? ", " : "");
  if (text->len > 0)
    g_string_prepend (text, " (");
  return g_string_free (text->len > 0 ? g_string_append_c (text, ')') : text, FALSE);
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
