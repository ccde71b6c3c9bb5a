/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* plane: which sittings a paper needs to be decided in a given one. */
#include "ui/cli/cli.h"

static char *ziel;

const GOptionEntry options_plane[] = {
  { "ziel", 0, 0, G_OPTION_ARG_FILENAME, &ziel, "die Sitzung, in der entschieden werden soll",
    "SITZUNG" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

int
cmd_plane (Call *c, GError **error)
{
  if (!ziel) {
    fail (error, RATSWEG_ERROR_USAGE,
          "Aufruf: ratsweg plane KENNUNG --ziel SITZUNG, z. B. rat/2021-09-23.");
    return -1;
  }
  g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
  g_autoptr (RatswegPlan) p = r ? ratsweg_plane (r, c->words[0], ziel, c->wirksam, error) : NULL;
  if (!p)
    return -1;
  say_table (c, p->table, "Keine Station.");
  for (guint i = 0; i < p->saetze->len && !c->xml; i++)
    say ("%s%s\n", i ? "" : "\n", (const char *) p->saetze->pdata[i]);
  say_warnings (r);
  return p->geht ? 0 : 1;
}
