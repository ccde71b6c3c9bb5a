/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* anlegen, pruefe, wiederherstellen, sicherung: the store as a whole. */
#include "ui/cli/cli.h"
#include "base/interrupt.h"

static char *profil_name;
static gboolean probeablage;
const GOptionEntry options_anlegen[] = {
  { "profil", 0, 0, G_OPTION_ARG_FILENAME, &profil_name, "das Profil der Stadt (dortmund, magdeburg)",
    "NAME" },
  { "probeablage", 0, 0, G_OPTION_ARG_NONE, &probeablage, "eine Ablage zum Üben, mit stellbarer Uhr",
    NULL },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

int
cmd_anlegen (Call *c, GError **error)
{
  g_autoptr (GPtrArray) notes = NULL;
  interrupt_hold (); /* an unfinished store is taken away again, not left behind */
  gboolean ok =
    ratsweg_create (c->words[0], profil_name ? profil_name : "dortmund", probeablage, &notes, error);
  interrupt_release ();
  if (!ok)
    return -1;
  say ("Ablage %s mit dem Profil %s angelegt; das Konto „verwaltung“ gehört zu Ihrer Anmeldung.\n",
       c->words[0], profil_name ? profil_name : "dortmund");
  for (guint i = 0; i < notes->len; i++)
    complain ("Hinweis: %s\n", (char *) notes->pdata[i]);
  return 0;
}

static int
verify_paper (Ratsweg *r, const char *file, GError **error)
{
  gboolean known = FALSE;
  g_autoptr (GPtrArray) lines = ratsweg_verify_paper (r, file, &known, error);
  if (!lines)
    return -1;
  for (guint i = 0; i < lines->len; i++)
    say ("%s\n", (char *) lines->pdata[i]);
  return known ? 0 : 1;
}

static void
say_report (const Call *c, const RatswegReport *p)
{
  static const char *const columns[] = { "was", "was", "befund", "Befund", NULL };
  g_autoptr (Table) t = table_new ("befund", columns);
  for (guint i = 0; i < p->was->len; i++) {
    table_row (t);
    table_set (t, "was", p->was->pdata[i]);
    table_set (t, "befund", p->befund->pdata[i]);
    if (!c->xml)
      say ("Befund: %s: %s\n", (char *) p->was->pdata[i], (char *) p->befund->pdata[i]);
  }
  if (c->xml)
    say_table (c, t, "");
}

int
cmd_pruefe (Call *c, GError **error)
{
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  if (!r)
    return -1;
  if (c->n_words > 0)
    return verify_paper (r, c->words[0], error);
  g_autoptr (RatswegReport) p = ratsweg_verify (r, cli_progress, (gpointer) "geprüft", error);
  cli_progress_end ();
  say_warnings (r);
  if (!p)
    return -1;
  say_report (c, p);
  if (c->xml)
    return p->was->len ? 1 : 0;
  say ("Vollständig, unverändert, lückenlos: %s.\n", p->was->len ? "nein" : "ja");
  say ("Geprüft: %" G_GUINT64_FORMAT " Ereignisse, %" G_GUINT64_FORMAT
       " Dokumentstände, %" G_GUINT64_FORMAT " Inhalte, %" G_GUINT64_FORMAT " Dateien; %u Befund%s.\n",
       p->ereignisse, p->staende, p->inhalte, p->dateien, p->was->len, p->was->len == 1 ? "" : "e");
  if (p->wurzel)
    say ("Wurzel: %s (noch ohne Siegel)\n", p->wurzel);
  return p->was->len ? 1 : 0;
}

int
cmd_wiederherstellen (Call *c, GError **error)
{
  guint64 written = 0, lost = 0;
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  g_autoptr (RatswegReport) p = r ? ratsweg_restore (r, &written, &lost, error) : NULL;
  if (r)
    say_warnings (r);
  if (!p)
    return -1;
  for (guint i = 0; i < p->was->len; i++)
    say ("%s: %s\n", (char *) p->was->pdata[i], (char *) p->befund->pdata[i]);
  say ("%" G_GUINT64_FORMAT " Datei%s wiederhergestellt.\n", written, written == 1 ? "" : "en");
  if (lost > 0)
    say ("Nicht wiederhergestellt, siehe die Hinweise: %" G_GUINT64_FORMAT ".\n", lost);
  return lost > 0 ? 1 : 0;
}

int
cmd_sicherung (Call *c, GError **error)
{
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  if (!r)
    return -1;
  gboolean ok = ratsweg_backup (r, c->words[0], cli_progress, (gpointer) "gesichert", error);
  cli_progress_end ();
  say_warnings (r);
  if (!ok)
    return -1;
  say ("Gesichert: %s und %s.inhalt\n", c->words[0], c->words[0]);
  return 0;
}
