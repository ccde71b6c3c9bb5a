/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Whether the values of a call are those that the rules name, and of the right form.  Whether they fit the matter is
 * for the guards.  Called by step.c. */
#include "route/values.h"
#include "route/votes.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include <string.h>

static gboolean
is_time (const char *text)
{
  return g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
check_value (const Zug *z, const char *name, const char *value, GError **error)
{
  static const char *const days[] = { "termin", "frist", NULL };
  static const char *const names[] = { "ob", "mitglied", "vorsitz", "schriftfuehrung", NULL };
  static const char *const answers[] = { "ja", "nein", NULL };
  static const char *const absent[] = { "entschuldigt", "unentschuldigt", "nein", NULL };
  static const char *const rooms[] = { "verlassen", "zuhoererraum", NULL };
  static const char *const times[] = { "um", "von", "bis", NULL };
  static const char *const scopes[] = { "sitzung", "ganz", NULL };
  static const char *const numbers[] = {
    "ja", "nein", "enthaltung", "ungueltig", "nicht-abgestimmt", "folge", "fassung", NULL
  };
  if (g_strv_contains (names, name) && !text_is_line (value))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "%s= nennt niemanden; erwartet wird ein Name in einer Zeile.", name);
  if (g_strv_contains (days, name) && !day_valid (value))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "%s=%s ist kein Tag; erwartet wird ein Tag, den es gibt, z. B. 2021-09-23.", name,
                 value);
  if (g_strv_contains (numbers, name) &&
      (!*value || strlen (value) > 9 || strspn (value, "0123456789") != strlen (value)))
    return fail (error, RATSWEG_ERROR_USAGE, "%s=%s ist keine Zahl ab 0.", name, value);
  static const char *const questions[] = { "rueckkehr", "oeffentlich", NULL };
  if (g_strv_contains (questions, name) && !g_strv_contains (answers, value))
    return fail (error, RATSWEG_ERROR_USAGE, "%s=%s ist unbekannt; erwartet wird ja oder nein.", name,
                 value);
  if (g_str_equal (name, "fehlt") && !g_strv_contains (absent, value))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "fehlt=%s ist unbekannt; erwartet wird entschuldigt, unentschuldigt oder nein.", value);
  if (g_str_equal (name, "raum") && !g_strv_contains (rooms, value))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "raum=%s ist unbekannt; erwartet wird verlassen oder zuhoererraum.", value);
  if (g_strv_contains (times, name) && !is_time (value))
    return fail (error, RATSWEG_ERROR_USAGE, "%s=%s ist keine Uhrzeit; erwartet wird z. B. %s=16:10.",
                 name, value, name);
  if (g_str_equal (name, "klasse") && !regeln_entry (z->regeln, "anwesenheitsklasse", value)) {
    g_autofree char *known = regeln_enumerate (z->regeln, "anwesenheitsklasse", FALSE);
    return fail (error, RATSWEG_ERROR_UNKNOWN, "klasse=%s ist unbekannt; erwartet wird %s.", value,
                 known);
  }
  if (g_str_equal (name, "umfang") && !g_strv_contains (scopes, value))
    return fail (
      error, RATSWEG_ERROR_USAGE,
      "umfang=%s ist unbekannt; erwartet wird sitzung (nur von dieser Tagesordnung) oder ganz.", value);
  if (g_str_equal (name, "code") && !regeln_entry (z->regeln, "ergebnis", value)) {
    g_autofree char *known = regeln_enumerate (z->regeln, "ergebnis", FALSE);
    return fail (error, RATSWEG_ERROR_UNKNOWN, "Das Ergebnis „%s“ ist unbekannt; erwartet wird %s.",
                 value, known);
  }
  return TRUE;
}

/* What the step takes, and what its result takes besides; where both name a value, the step says whether it may be
 * missing. */
static char *
values_taken (const Zug *z)
{
  const char *code = zug_wert (z, "code"), *own = node_get (z->schritt, "werte");
  const char *more = code ? node_get (regeln_entry (z->regeln, "ergebnis", code), "werte") : NULL;
  g_auto (GStrv) names = g_strsplit (more ? more : "", " ", -1);
  GString *all = g_string_new (own);
  for (guint i = 0; names[i]; i++) {
    g_autofree char *plain = g_strdelimit (g_strdup (names[i]), "!", '\0');
    if (*names[i] && !text_in_list (own, plain))
      g_string_append_printf (all, "%s%s", all->len ? " " : "", names[i]);
  }
  return g_string_free (all, FALSE);
}

static gboolean
value_is_allowed (const char *werte, const char *name)
{
  g_autofree char *needed = g_strconcat (name, "!", NULL);
  return text_in_list (werte, name) || text_in_list (werte, needed);
}

/* Where a result was named, it is the result that takes the value or not. */
static const char *
word_of_call (const Zug *z)
{
  const char *code = zug_wert (z, "code");
  return code ? code : node_get (z->schritt, "name");
}

/* The results that take this value. */
static char *
results_with (const Zug *z, const char *name)
{
  g_autoptr (GPtrArray) all = regeln_entries (z->regeln, "ergebnis");
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (value_is_allowed (node_get (all->pdata[i], "werte"), name))
      g_ptr_array_add (codes, (gpointer) node_get (all->pdata[i], "code"));
  return text_enumerate (codes);
}

static gboolean
fail_unknown_value (const Zug *z, const char *name, const char *werte, GError **error)
{
  g_autofree char *fitting = results_with (z, name);
  if (zug_wert (z, "code") && *fitting)
    return fail (error, RATSWEG_ERROR_USAGE, "--%s gehört nicht zu „%s“, sondern zu %s.", name,
                 word_of_call (z), fitting);
  return fail (error, RATSWEG_ERROR_USAGE, "„%s“ kennt keinen Wert „%s“%s%s.", word_of_call (z), name,
               *werte ? "; erwartet werden: " : "; erwartet wird keiner", werte);
}

static const char *
what_it_says (const char *name)
{
  return g_str_equal (name, "umfang")
           ? ": sitzung (nur von dieser Tagesordnung; es geht weiter) oder ganz (die Vorlage selbst)"
         : g_str_equal (name, "an") ? ": das Gremium, auch mehrere"
                                    : "";
}

static gboolean
check_needed (const Zug *z, char **names, GError **error)
{
  gboolean options = g_strcmp0 (node_get (z->schritt, "befehl"), "ergebnis") == 0;
  for (guint i = 0; names[i]; i++) {
    gsize n = strlen (names[i]);
    g_autofree char *needed = g_str_has_suffix (names[i], "!") ? g_strndup (names[i], n - 1) : NULL;
    if (needed && !zug_wert (z, needed))
      return fail (error, RATSWEG_ERROR_USAGE, "Es fehlt %s%s%s; „%s“ braucht diesen Wert%s.",
                   options ? "--" : "", needed, options ? "" : "=…", word_of_call (z),
                   what_it_says (needed));
  }
  return TRUE;
}

gboolean
values_check (const Zug *z, GError **error)
{
  g_autofree char *werte = values_taken (z);
  g_auto (GStrv) names = g_strsplit (werte, " ", -1);
  GHashTableIter it;
  gpointer name, value;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&it, z->request->werte ? z->request->werte : none);
  while (g_hash_table_iter_next (&it, &name, &value)) {
    if (!value_is_allowed (werte, name))
      return fail_unknown_value (z, name, werte, error);
    if (!check_value (z, name, value, error))
      return FALSE;
  }
  return check_needed (z, names, error) && votes_check (z, error);
}
