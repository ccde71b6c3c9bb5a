/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* liste, zeige, moeglich, verlauf: looking. */
#include "ui/cli/cli.h"
#include <string.h>

static char *zustand, *gremium, *von, *bis, *am, *amt, *vorlage;
static int stand;
static gboolean csv, uebergangen, meine, beschlusstext, ueberfaellig, fehlende, alle;
static char *bei;

const GOptionEntry options_liste[] = {
  { "zustand", 0, 0, G_OPTION_ARG_FILENAME, &zustand, "nur in diesem Zustand", "CODE" },
  { "gremium", 0, 0, G_OPTION_ARG_FILENAME, &gremium, "nur mit diesem Gremium", "KENNUNG" },
  { "von", 0, 0, G_OPTION_ARG_FILENAME, &von, "ab diesem Tag", "DATUM" },
  { "bis", 0, 0, G_OPTION_ARG_FILENAME, &bis, "bis zu diesem Tag", "DATUM" },
  { "bei", 0, 0, G_OPTION_ARG_FILENAME, &bei, "Vorlagen, die diese Stelle mitzuzeichnen hat", "STELLE" },
  { "meine", 0, 0, G_OPTION_ARG_NONE, &meine,
    "Vorlagen, die auf die eigene Mitzeichnung warten, auch in Vertretung", NULL },
  { "amt", 0, 0, G_OPTION_ARG_FILENAME, &amt, "Aufträge: nur an dieses Amt", "STELLE" },
  { "vorlage", 0, 0, G_OPTION_ARG_FILENAME, &vorlage, "Aufträge: nur aus dieser Drucksache", "KENNUNG" },
  { "ueberfaellig", 0, 0, G_OPTION_ARG_NONE, &ueberfaellig, "Aufträge: nur überfällige", NULL },
  { "fehlende", 0, 0, G_OPTION_ARG_NONE, &fehlende,
    "statt der Aufträge: Beschlüsse, die beauftragen und noch keinen Auftrag haben", NULL },
  { "alle", 0, 0, G_OPTION_ARG_NONE, &alle, "Aufträge: auch die, deren Erledigung berichtet ist", NULL },
  { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, "als CSV", NULL },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};
const GOptionEntry options_zeige[] = {
  { "stand", 0, 0, G_OPTION_ARG_INT, &stand, "dieser Stand", "N" },
  { "am", 0, 0, G_OPTION_ARG_FILENAME, &am, "wie es an diesem Tag oder zu dieser Zeit erfasst war",
    "ZEIT" },
  { "beschlusstext", 0, 0, G_OPTION_ARG_NONE, &beschlusstext,
    "nur der geltende Text des Beschlusses, Absatz für Absatz, mit seiner Herkunft", NULL },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};
const GOptionEntry options_verlauf[] = {
  { "von", 0, 0, G_OPTION_ARG_FILENAME, &von, "erfasst ab diesem Tag", "DATUM" },
  { "bis", 0, 0, G_OPTION_ARG_FILENAME, &bis, "erfasst bis zu diesem Tag", "DATUM" },
  { "uebergangen", 0, 0, G_OPTION_ARG_NONE, &uebergangen,
    "nur übergangene Regeln: Einwand, Grund und wer", NULL },
  { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, "als CSV", NULL },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

static int
show (Call *c, Ratsweg *r, Table *take, const char *empty)
{
  g_autoptr (Table) t = take;
  if (!t)
    return -1;
  if (csv)
    say_csv (t);
  else
    say_table (c, t, empty);
  say_warnings (r);
  return 0;
}

int
cmd_liste (Call *c, GError **error)
{
  RatswegFilter f = { .was = c->n_words ? c->words[0] : NULL,
                      .zustand = zustand,
                      .gremium = gremium,
                      .von = von,
                      .bis = bis,
                      .bei = bei,
                      .meine = meine,
                      .amt = amt,
                      .vorlage = vorlage,
                      .ueberfaellig = ueberfaellig,
                      .fehlende = fehlende,
                      .alle = alle };
  g_autoptr (Ratsweg) r = meine ? cli_open (c, FALSE, error) : cli_open_to_read (c, error);
  return r ? show (c, r, ratsweg_list (r, &f, error), "Nichts gefunden.") : -1;
}

static gboolean
is_of_event (const Table *t, guint row, const char *nr)
{
  return row < t->rows->len && g_str_equal (table_get (t, row, "nr"), nr);
}

static void
say_reason (const Table *t, guint row)
{
  const char *fuer = table_get (t, row, "fuer"), *grund = table_get (t, row, "grund");
  g_auto (GStrv) lines = g_strsplit (grund ? grund : "", "\n", -1);
  g_autofree char *text = g_strjoinv ("\n         ", lines);
  say ("  Grund: %s\n", text);
  say ("  Wer:   %s%s%s\n", table_get (t, row, "wer"), fuer ? " für " : "", fuer ? fuer : "");
}

/* Sentences and reasons are too long for columns: a block an event. */
static void
say_overridden (const Table *t)
{
  for (guint i = 0; i < t->rows->len; i++) {
    const char *nr = table_get (t, i, "nr");
    if (i == 0 || !is_of_event (t, i - 1, nr))
      say ("%sEreignis %s, erfasst am %s, wirksam am %s: %s\n", i ? "\n" : "", nr,
           table_get (t, i, "erfasst"), table_get (t, i, "wirksam"), table_get (t, i, "was"));
    say ("  Einwand (%s): %s\n", table_get (t, i, "regel"), table_get (t, i, "einwand"));
    if (!is_of_event (t, i + 1, nr))
      say_reason (t, i);
  }
}

int
cmd_verlauf (Call *c, GError **error)
{
  RatswegPast p = { c->n_words ? c->words[0] : NULL, von, bis, uebergangen };
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  g_autoptr (Table) t = r ? ratsweg_history (r, &p, error) : NULL;
  if (!t)
    return -1;
  if (!uebergangen || csv || c->xml || t->rows->len == 0)
    return show (c, r, g_steal_pointer (&t),
                 uebergangen ? "Keine Regel wurde übergangen." : "Kein Ereignis gefunden.");
  say_overridden (t);
  say_warnings (r);
  return 0;
}

static int
show_wording (Call *c, GError **error)
{
  if (stand || am) {
    fail (error, RATSWEG_ERROR_USAGE,
          "--beschlusstext zeigt, was jetzt gilt; --stand und --am gehören nicht dazu.");
    return -1;
  }
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  g_autoptr (Table) t = r ? ratsweg_wording (r, c->words[0], error) : NULL;
  if (!t)
    return -1;
  if (c->xml)
    say_table (c, t, "");
  else
    say ("%s\n", t->titel);
  for (guint i = 0; !c->xml && i < t->rows->len; i++)
    say ("\n%s\n    (aus %s)\n", table_get (t, i, "text"), table_get (t, i, "wort"));
  say_warnings (r);
  return 0;
}

int
cmd_zeige (Call *c, GError **error)
{
  if (beschlusstext)
    return show_wording (c, error);
  if (stand < 0) {
    fail (error, RATSWEG_ERROR_USAGE, "--stand %d ist kein Stand; erwartet wird eine Zahl ab 1.", stand);
    return -1;
  }
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  g_autoptr (GBytes) bytes = r ? ratsweg_show (r, c->words[0], (guint) stand, am, error) : NULL;
  if (!bytes)
    return -1;
  say_bytes (bytes);
  say_warnings (r);
  return 0;
}

/* What stands against a step, each with what helps; against a wrong state helps the list itself. */
static void
say_objections (const Table *t, guint row, gboolean possible)
{
  g_auto (GStrv) why = g_strsplit (table_get (t, row, "hinweis"), "\n", -1);
  g_auto (GStrv) help = g_strsplit (table_get (t, row, "abhilfe"), "\n", -1);
  g_auto (GStrv) rule = g_strsplit (table_get (t, row, "regel"), ", ", -1);
  for (guint i = 0; why[i] && help[i] && rule[i]; i++) {
    say ("      %s (%s): %s\n", possible ? "nur mit --grund" : "weil", rule[i], why[i]);
    if (*help[i] && !g_str_equal (rule[i], "zustand"))
      say ("      Abhilfe: %s\n", help[i]);
  }
}

/* Steps with a command of their own: "ratsweg station verlegen", "ratsweg einlesen --schritt korrigieren". */
static char *
own_command (const char *command, const char *step)
{
  static const char *const usual[] = { "bearbeiten", "eingang", NULL };
  if (g_str_has_prefix (step, "station-"))
    return g_strdup_printf ("ratsweg %s %s", command, step + strlen ("station-"));
  if (g_str_equal (command, "einlesen") && !g_strv_contains (usual, step))
    return g_strdup_printf ("ratsweg einlesen --schritt %s", step);
  return g_strdup_printf ("ratsweg %s", command);
}

static void
say_steps (const Table *t, gboolean possible)
{
  gboolean any = FALSE;
  for (guint i = 0; i < t->rows->len; i++) {
    gboolean is = !g_str_equal (table_get (t, i, "moeglich"), "nein");
    if (is != possible)
      continue;
    if (!any)
      say ("%s\n", possible ? "Möglich:" : "Nicht möglich:");
    any = TRUE;
    const char *werte = table_get (t, i, "werte");
    const char *command = table_get (t, i, "befehl"), *step = table_get (t, i, "schritt");
    gboolean own = !g_str_equal (command, "schritt");
    g_autofree char *name = own ? own_command (command, step) : g_strdup_printf ("schritt %s", step);
    say ("  %-30s %s", name, table_get (t, i, "wort"));
    if (possible && werte)
      say (" [%s]", werte);
    say ("\n");
    say_objections (t, i, possible);
  }
}

int
cmd_moeglich (Call *c, GError **error)
{
  g_autoptr (Ratsweg) r = cli_open (c, FALSE, error);
  g_autoptr (Table) t = r ? ratsweg_possible (r, c->words[0], error) : NULL;
  if (!t)
    return -1;
  say_warnings (r);
  if (c->xml) {
    say_table (c, t, "");
    return 0;
  }
  say ("%s, für das Konto %s\n", t->titel, ratsweg_account (r));
  say_steps (t, TRUE);
  say_steps (t, FALSE);
  return 0;
}
