/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Opening a store for a command, and help.  Called by the commands. */
#include "ui/cli/cli.h"

static const char *
folder_of (const Call *c)
{
  const char *env = g_getenv ("RATSWEG_ABLAGE");
  return c->ablage ? c->ablage : env && *env ? env : ".";
}

Ratsweg *
cli_open (Call *c, gboolean writes, GError **error)
{
  g_autoptr (Ratsweg) r = ratsweg_open (folder_of (c), writes, error);
  return r && ratsweg_login (r, c->als, c->fuer, error) ? g_steal_pointer (&r) : NULL;
}

Ratsweg *
cli_open_to_read (Call *c, GError **error)
{
  return c->als ? cli_open (c, FALSE, error) : ratsweg_open (folder_of (c), FALSE, error);
}

RatswegOptions
cli_options (const Call *c)
{
  return (RatswegOptions){
    .probe = c->probe, .grund = c->grund, .wirksam = c->wirksam, .anfrage = c->anfrage
  };
}

static void
help_on (const Command *k)
{
  say ("ratsweg %s %s\n  %s\n", k->name, k->words, k->help);
  for (const GOptionEntry *o = k->options; o && o->long_name; o++)
    if (o->description)
      say ("  --%s%s%s  %s\n", o->long_name, o->arg_description ? " " : "",
           o->arg_description ? o->arg_description : "", o->description);
}

int
cmd_hilfe (Call *c, GError **error)
{
  if (c->n_words > 0) {
    for (const Command *k = commands; k->name; k++)
      if (g_str_equal (k->name, c->words[0])) {
        help_on (k);
        return 0;
      }
    fail (error, RATSWEG_ERROR_USAGE, "Den Befehl „%s“ gibt es nicht. Abhilfe: „ratsweg hilfe“.",
          c->words[0]);
    return -1;
  }
  say ("%s: Vorlagen durch die Beratungsfolge bringen.\n\n"
       "ratsweg [-C ABLAGE] [--als KONTO] [--fuer KONTO] BEFEHL ...\n\n",
       PACKAGE_STRING);
  for (const Command *k = commands; k->name; k++)
    say ("  %-17s %s\n", k->name, k->help);
  say ("\nÜberall: --probe (nur sagen, was geschähe), --grund TEXT, --wirksam DATUM, --xml.\n"
       "Die Ablage ist -C, $RATSWEG_ABLAGE oder der Ordner hier.\n"
       "Status: 0 getan, 1 abgelehnt oder Befund, 2 falscher Aufruf oder Eingabe, 3 Ablage oder "
       "Hilfsprogramm, 130 unterbrochen.\n");
  return 0;
}
