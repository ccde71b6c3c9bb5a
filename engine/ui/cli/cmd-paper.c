/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* drucke, ausgeben: papers. */
#include "ui/cli/cli.h"
#include "base/interrupt.h"

static char **an;
static char *stueck, *sicht, *weg, *ziel, *datei;
static int stand;
static gboolean pruefe_vorlage;

const GOptionEntry options_drucke[] = {
  { "stueck", 0, 0, G_OPTION_ARG_FILENAME, &stueck, "was gedruckt wird (vorlage)", "NAME" },
  { "sicht", 0, 0, G_OPTION_ARG_FILENAME, &sicht, "oeffentlich (sonst) oder intern", "SICHT" },
  { "stand", 0, 0, G_OPTION_ARG_INT, &stand, "dieser Stand", "N" },
  { "ausgabe", 'o', 0, G_OPTION_ARG_FILENAME, &ziel,
    "wohin (sonst KENNUNG.odt hier; -: zur Standardausgabe)", "DATEI" },
  { "pruefe-vorlage", 0, 0, G_OPTION_ARG_NONE, &pruefe_vorlage, "den Briefkopf prüfen statt zu drucken",
    NULL },
  { "briefkopf", 0, 0, G_OPTION_ARG_FILENAME, &datei, "mit --pruefe-vorlage: diese Datei",
    "DATEI.fodt" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};
const GOptionEntry options_ausgeben[] = {
  { "an", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &an, "an wen (mehrfach)", "EMPFÄNGER" },
  { "weg", 0, 0, G_OPTION_ARG_FILENAME, &weg, "auf welchem Weg, z. B. Post", "WEG" },
  { "stueck", 0, 0, G_OPTION_ARG_FILENAME, &stueck, "was ausgegeben wird (vorlage)", "NAME" },
  { "sicht", 0, 0, G_OPTION_ARG_FILENAME, &sicht, "oeffentlich (sonst) oder intern", "SICHT" },
  { "stand", 0, 0, G_OPTION_ARG_INT, &stand, "dieser Stand", "N" },
  { "ausgabe", 'o', 0, G_OPTION_ARG_FILENAME, &ziel, "wohin (sonst KENNUNG.odt hier)", "DATEI" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

static gboolean
take_piece (RatswegPiece *p, GError **error)
{
  gboolean intern = g_strcmp0 (sicht, "intern") == 0;
  if (sicht && !intern && !g_str_equal (sicht, "oeffentlich"))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "--sicht %s ist unbekannt; erwartet wird oeffentlich oder intern.", sicht);
  if (stand < 0)
    return fail (error, RATSWEG_ERROR_USAGE, "--stand %d ist kein Stand; erwartet wird eine Zahl ab 1.",
                 stand);
  *p = (RatswegPiece){ stueck, intern, (guint) stand };
  return TRUE;
}

/* Where the paper goes; NULL: to stdout. */
static char *
target (const char *kennung)
{
  g_autofree char *name = text_file_name (kennung);
  if (ziel)
    return g_str_equal (ziel, "-") ? NULL : g_strdup (ziel);
  return g_strconcat (name, ".odt", NULL);
}

static void
say_written (const char *path, GBytes *odt)
{
  if (path)
    say ("%s geschrieben (%" G_GSIZE_FORMAT " Bytes).\n", path, g_bytes_get_size (odt));
  else
    say_bytes (odt);
}

static int
check_letterhead (Call *c, GError **error)
{
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  g_autoptr (GPtrArray) found =
    r ? ratsweg_check_letterhead (r, stueck ? stueck : "vorlage", datei, error) : NULL;
  if (!found)
    return -1;
  for (guint i = 0; i < found->len; i++)
    say ("Befund: %s\n", (char *) found->pdata[i]);
  if (found->len == 0)
    say ("Der Briefkopf ist in Ordnung.\n");
  return found->len ? 1 : 0;
}

/* Once the file is there, the command is done, whoever asks it to stop. */
static gboolean
write_paper (const char *path, GBytes *odt, GError **error)
{
  interrupt_hold ();
  gboolean ok = file_write (path, odt, TRUE, error);
  interrupt_done (ok);
  interrupt_release ();
  return ok;
}

int
cmd_drucke (Call *c, GError **error)
{
  RatswegPiece p;
  if (pruefe_vorlage)
    return check_letterhead (c, error);
  if (c->n_words == 0) {
    fail (error, RATSWEG_ERROR_USAGE, "Aufruf: ratsweg drucke KENNUNG");
    return -1;
  }
  if (!take_piece (&p, error))
    return -1;
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  g_autoptr (GBytes) odt = r ? ratsweg_print (r, c->words[0], &p, error) : NULL;
  if (r)
    say_warnings (r);
  g_autofree char *path = target (c->words[0]);
  if (!odt || (path && !write_paper (path, odt, error)))
    return -1;
  say_written (path, odt);
  return 0;
}

/* What is recorded as issued has to arrive whole, and stdout has the answer. */
static gboolean
is_file (GError **error)
{
  return g_strcmp0 (ziel, "-") != 0 ||
         fail (
           error, RATSWEG_ERROR_USAGE,
           "-o -: eine Ausgabe wird festgehalten und muss ganz ankommen; sie geht nur in eine Datei. "
           "Abhilfe: -o DATEI, oder zum Ansehen „ratsweg drucke“.");
}

int
cmd_ausgeben (Call *c, GError **error)
{
  RatswegOptions o = cli_options (c);
  RatswegPiece p;
  if (!an || !weg) {
    fail (error, RATSWEG_ERROR_USAGE, "Aufruf: ratsweg ausgeben KENNUNG --an EMPFÄNGER --weg WEG");
    return -1;
  }
  if (!is_file (error) || !take_piece (&p, error))
    return -1;
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  g_autoptr (GBytes) odt = NULL;
  g_autofree char *path = target (c->words[0]);
  g_autoptr (RatswegAnswer) a =
    r ? ratsweg_issue (r, c->words[0], &p, (const char *const *) an, weg, path, &o, &odt, error) : NULL;
  if (r)
    say_warnings (r);
  if (!a)
    return -1;
  int status = say_answer (c, a);
  if (odt && a->geschrieben)
    say_written (path, odt);
  return status;
}
