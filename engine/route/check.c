/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Whether the rules ask only for what the program has: guards, effects, placeholders, and somebody who may
 * override what asks.  Takes no step.  Called by ratsweg.c when rules come in. */
#include "route/effects.h"
#include "route/guards.h"
#include "base/error.h"
#include "base/text.h"
#include <string.h>

static gboolean
check_effects (const Doc *d, const xmlNode *list, GError **error)
{
  NODE_EACH (n, list, NULL)
    if (!effect_find ((const char *) n->name))
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s, Zeile %ld: die Wirkung <%s> kennt das Programm nicht.", doc_quelle (d),
                   xmlGetLineNo (n), (const char *) n->name);
  return TRUE;
}

/* What the step itself asks, and the placeholders it fills. */
static const struct {
  const char *name, *platzhalter;
} own_guards[] = {
  { "rolle", "rollen erlaubt" }, { "vertretung", "fuer" },
  { "zustand", "aus moeglich" }, { "grund", "" },
  { "text-fest", "hilfe" },
};

static const char *
placeholders_of (const char *waechter)
{
  const Guard *g = guard_find (waechter);
  for (gsize i = 0; !g && i < G_N_ELEMENTS (own_guards); i++)
    if (g_strcmp0 (own_guards[i].name, waechter) == 0)
      return own_guards[i].platzhalter;
  return g ? g->platzhalter : NULL;
}

static gboolean
check_placeholders (const Doc *d, const xmlNode *sentence, const char *waechter, const char *known,
                    GError **error)
{
  g_autofree char *text = node_text (sentence);
  for (const char *p = strchr (text, '{'); p; p = strchr (p + 1, '{')) {
    const char *end = strchr (p, '}');
    g_autofree char *word = g_strndup (p + 1, end ? (gsize) (end - p - 1) : strlen (p + 1));
    if (!text_in_list (known, word) && !text_in_list (GUARD_COMMON, word))
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s, Zeile %ld: der Wächter „%s“ füllt {%s} nicht; erwartet wird %s%s%s.",
                   doc_quelle (d), xmlGetLineNo (sentence), waechter, word, known, *known ? " " : "",
                   GUARD_COMMON);
  }
  return TRUE;
}

/* What asks is answered for by somebody, what bars by nobody; wrong input is no matter of answering. */
static const char *
wrong_kind (const xmlNode *n)
{
  gboolean asks = node_is (n, "art", "fragt"), named = node_get (n, "uebergehen") != NULL;
  if (asks && !named)
    return "fragt, aber niemand darf übergehen; erwartet wird das Attribut uebergehen mit Rollen";
  if (!asks && named)
    return "sperrt und lässt sich nicht übergehen; erwartet wird kein Attribut uebergehen";
  if (asks && node_get (n, "eingabe"))
    return "fragt nach einer falschen Eingabe; erwartet wird dort art=\"sperrt\"";
  return NULL;
}

static gboolean
check_guard (const Doc *d, const xmlNode *n, GError **error)
{
  const char *name = node_get (n, "name"), *known = placeholders_of (name);
  if (!known)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s, Zeile %ld: den Wächter „%s“ kennt das Programm nicht.", doc_quelle (d),
                 xmlGetLineNo (n), name);
  const char *wrong = wrong_kind (n);
  if (wrong)
    return fail (error, RATSWEG_ERROR_INVALID, "%s, Zeile %ld: der Wächter „%s“ %s.", doc_quelle (d),
                 xmlGetLineNo (n), name, wrong);
  NODE_EACH (sentence, n, NULL)
    if (!check_placeholders (d, sentence, name, known, error))
      return FALSE;
  return TRUE;
}

gboolean
route_check_rules (const Regeln *regeln, GError **error)
{
  const GPtrArray *documents = regeln_documents (regeln);
  for (guint i = 0; i < documents->len; i++)
    NODE_EACH (n, doc_root (documents->pdata[i]), NULL) {
      if (node_named (n, "ergebnis") && !check_effects (documents->pdata[i], n, error))
        return FALSE;
      if (node_named (n, "waechter") && !check_guard (documents->pdata[i], n, error))
        return FALSE;
      NODE_EACH (s, node_named (n, "ablauf") ? n : NULL, "schritt")
        if (!check_effects (documents->pdata[i], node_child (s, "wirkt"), error))
          return FALSE;
    }
  return TRUE;
}
