/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Finds the command, reads the options, runs it, answers with the exit status of the design (section 9).
 * Holds no rule.  Nobody calls it but the system. */
#include "ui/cli/cli.h"
#include "base/interrupt.h"
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const Command commands[] = {
  { "anlegen", "ORDNER", "eine neue Ablage anlegen", options_anlegen, 1, 1, cmd_anlegen },
  { "einlesen", "DATEI...", "Dokumente einlesen, alle oder keines", options_einlesen, 1, 0,
    cmd_einlesen },
  { "liste",
    "[vorlagen|sitzungen|gremien|auftraege|stellen|personen|benutzer|zaehler|regeln|profile|briefkoepfe]",
    "Dokumente auflisten", options_liste, 0, 1, cmd_liste },
  { "zeige", "KENNUNG", "ein Dokument zeigen, auch in einem früheren Stand", options_zeige, 1, 1,
    cmd_zeige },
  { "moeglich", "KENNUNG", "welche Schritte jetzt möglich sind, und warum die anderen nicht", NULL, 1, 1,
    cmd_moeglich },
  { "schritt", "KENNUNG[,KENNUNG...] SCHRITT [name=wert...]",
    "einen Schritt tun, auch an mehreren Dokumenten", options_schritt, 2, 0, cmd_schritt },
  { "station", "KENNUNG hinzufuegen|verlegen|streichen [GREMIUM] [name=wert...]",
    "die Beratungsfolge ändern", NULL, 2, 0, cmd_station },
  { "ergebnis", "KENNUNG GREMIUM[/DATUM] CODE, oder SITZUNG TOP[,TOP...] CODE",
    "das Ergebnis einer Station eintragen, oder mehrerer TOP", options_ergebnis, 1, 3, cmd_ergebnis },
  { "plane", "KENNUNG --ziel SITZUNG",
    "rückwärts planen, welche Sitzungen eine Vorlage bis zum Ziel braucht", options_plane, 1, 1,
    cmd_plane },
  { "drucke", "KENNUNG", "ein ODT zum Ansehen schreiben", options_drucke, 0, 1, cmd_drucke },
  { "ausgeben", "KENNUNG", "ein ODT ausgeben: festgehalten, nummeriert, protokolliert", options_ausgeben,
    1, 1, cmd_ausgeben },
  { "verlauf", "[KENNUNG]", "was wann durch wen geschah", options_verlauf, 0, 1, cmd_verlauf },
  { "pruefe", "[DATEI.odt]", "Protokoll, Dokumente und Dateien prüfen, oder ein ausgegebenes ODT", NULL,
    0, 1, cmd_pruefe },
  { "wiederherstellen", "", "die lesbaren Dateien Byte für Byte neu schreiben", NULL, 0, 0,
    cmd_wiederherstellen },
  { "sicherung", "DATEI", "die Ablage im laufenden Betrieb sichern", NULL, 1, 1, cmd_sicherung },
  { "benutzer", "[anlegen KENNUNG]", "Konten auflisten oder anlegen", options_benutzer, 0, 2,
    cmd_benutzer },
  { "uebernehmen", "DATEI.jsonl", "Verläufe aus einem Altsystem übernehmen (-: von der Standardeingabe)",
    NULL, 1, 1, cmd_uebernehmen },
  { "hilfe", "[BEFEHL]", "diese Übersicht, oder Hilfe zu einem Befehl", NULL, 0, 1, cmd_hilfe },
  { NULL, NULL, NULL, NULL, 0, 0, NULL },
};

static const Command *
find_command (const char *name)
{
  for (const Command *k = commands; k->name; k++)
    if (g_strcmp0 (k->name, name) == 0)
      return k;
  return NULL;
}

/* The first word that is no global option or its value. */
static int
command_index (int argc, char **argv)
{
  static const char *const with_value[] = { "-C",      "--ablage",  "--als",     "--fuer",
                                            "--grund", "--wirksam", "--anfrage", NULL };
  for (int i = 1; i < argc; i++) {
    if (g_strv_contains (with_value, argv[i]))
      i++;
    else if (argv[i][0] != '-')
      return i;
  }
  return -1;
}

/* GOption speaks the language of the locale; a clerk's is German. */
static gboolean
fail_option (const GError *e, GError **error)
{
  const char *word = strstr (e->message, "-");
  const char *what = g_error_matches (e, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)
                       ? "Unbekannte Option"
                       : "Zu dieser Option fehlt ein Wert, oder er ist falsch";
  return fail (error, RATSWEG_ERROR_USAGE, "%s: %s. Abhilfe: „ratsweg hilfe“.", what, word ? word : "?");
}

static gboolean
parse (Call *c, const Command *k, int argc, char **argv, GError **error)
{
  const GOptionEntry global[] = {
    { "ablage", 'C', 0, G_OPTION_ARG_FILENAME, &c->ablage, NULL, NULL },
    { "als", 0, 0, G_OPTION_ARG_FILENAME, &c->als, NULL, NULL },
    { "fuer", 0, 0, G_OPTION_ARG_FILENAME, &c->fuer, NULL, NULL },
    { "grund", 0, 0, G_OPTION_ARG_FILENAME, &c->grund, NULL, NULL },
    { "wirksam", 0, 0, G_OPTION_ARG_FILENAME, &c->wirksam, NULL, NULL },
    { "anfrage", 0, 0, G_OPTION_ARG_FILENAME, &c->anfrage, NULL, NULL },
    { "probe", 0, 0, G_OPTION_ARG_NONE, &c->probe, NULL, NULL },
    { "xml", 0, 0, G_OPTION_ARG_NONE, &c->xml, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &c->words, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) ctxt = g_option_context_new (NULL);
  g_autoptr (GError) wrong = NULL;
  g_option_context_set_help_enabled (ctxt, FALSE);
  g_option_context_add_main_entries (ctxt, global, NULL);
  if (k->options)
    g_option_context_add_main_entries (ctxt, k->options, NULL);
  g_auto (GStrv) copy = g_new0 (char *, (gsize) argc + 1);
  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  g_auto (GStrv) shrinking = g_strdupv (copy);
  if (!g_option_context_parse_strv (ctxt, &shrinking, &wrong))
    return fail_option (wrong, error);
  /* The first word left is the command itself. */
  c->n_words = c->words ? g_strv_length (c->words) : 0;
  if (c->n_words > 0) {
    g_free (c->words[0]);
    memmove (c->words, c->words + 1, c->n_words * sizeof *c->words);
    c->n_words--;
  }
  return TRUE;
}

static int
run (Call *c, const Command *k, int argc, char **argv, GError **error)
{
  if (!parse (c, k, argc, argv, error))
    return -1;
  if (c->n_words < k->min || (k->max > 0 && c->n_words > k->max)) {
    fail (error, RATSWEG_ERROR_USAGE, "Aufruf: ratsweg %s %s", k->name, k->words);
    return -1;
  }
  return k->run (c, error);
}

static void
call_clear (Call *c)
{
  g_free (c->ablage);
  g_free (c->als);
  g_free (c->fuer);
  g_free (c->grund);
  g_free (c->wirksam);
  g_free (c->anfrage);
  g_strfreev (c->words);
}

static int
finish (int status, const GError *error)
{
  if (status < 0 && error) {
    complain ("%s\n", error->message);
    status = error_exit_status (error);
  }
  status = status < 0 ? 3 : status;
  gboolean said = said_all ();
  interrupt_hold (); /* the answer is out: nothing is left to stop */
  return said ? status : 3;
}

/* -- being asked to stop -- */

static void
say_stopped (void)
{
  const char *text = interrupt_is_done () ? "Abgebrochen; der Befehl selbst war schon ausgeführt.\n"
                                          : "Abgebrochen; es wurde nichts gespeichert.\n";
  ssize_t n = write (STDERR_FILENO, text, strlen (text));
  (void) n; /* there is nobody left to tell */
}

static void
on_signal (int sig)
{
  (void) sig;
  if (!interrupt_signal ())
    return;
  cli_progress_end ();
  say_stopped ();
  _exit (130);
}

/* What the caller had ignored stays ignored, as under nohup. */
static void
catch_signals (void)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction before, sa = { .sa_handler = on_signal };
  sigemptyset (&sa.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&sa.sa_mask, signals[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    if (sigaction (signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction (signals[i], &sa, NULL);
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN); /* writing fails then, and that is said */
}

/* What zlib and libzip take and give back for each document stays with the process: handing it to the system
 * and fetching it again costs more than the work itself. */
static void
keep_memory (void)
{
  mallopt (M_MMAP_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 256 * 1024 * 1024);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Call c = { 0 };
  keep_memory ();
  catch_signals ();
  umask (0077);
  if (!setlocale (LC_CTYPE, "C.UTF-8"))
    setlocale (LC_CTYPE, "");
  int at = command_index (argc, argv);
  const Command *k = find_command (at < 0 ? "hilfe" : argv[at]);
  for (int i = 1; i < argc && at < 0; i++)
    if (g_str_equal (argv[i], "--version")) {
      say ("%s\n", PACKAGE_STRING);
      return finish (0, NULL);
    }
  if (!k) {
    fail (&error, RATSWEG_ERROR_USAGE, "Den Befehl „%s“ gibt es nicht. Abhilfe: „ratsweg hilfe“.",
          argv[at]);
    return finish (-1, error);
  }
  int status = at < 0 ? cmd_hilfe (&c, &error) : run (&c, k, argc, argv, &error);
  call_clear (&c);
  return finish (status, error);
}
