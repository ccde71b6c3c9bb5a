/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* uebernehmen: courses of another system. */
#include "ui/cli/cli.h"

/* What is counted under one key, with its heading. */
static const struct {
  const char *key, *heading;
} parts[] = {
  { "papiere", "Papiere" },
  { "falsche-zeilen", "Nicht übernommen" },
  { "strittige-nummern", "Strittig" },
  { "gremien", "Gremien" },
  { "neue-gremien", "Neue Gremien, die das Profil nicht nennt" },
  { "sitzungen", "Sitzungen" },
  { "ergebnisse", "Ergebnisse" },
  { "stationen-ohne-ergebnis", "Stationen ohne Ergebnis" },
  { "zustaende", "Zustände der Papiere" },
  { "einwaende", "Übergangene Einwände" },
  { "unbekannt", "Nicht zugeordnete Wörter" },
};

static void
say_part (const Table *t, const char *key, const char *heading)
{
  gboolean first = TRUE;
  for (guint i = 0; i < t->rows->len; i++) {
    if (!g_str_equal (table_get (t, i, "bereich"), key))
      continue;
    if (first)
      say ("%s:\n", heading);
    first = FALSE;
    say ("  %7s  %s\n", table_get (t, i, "anzahl"), table_get (t, i, "wort"));
  }
}

static void
complain_all (const GPtrArray *list, const char *heading)
{
  if (list->len > 0)
    complain ("%s\n", heading);
  for (guint i = 0; i < list->len; i++)
    complain ("%s\n", (char *) list->pdata[i]);
}

int
cmd_uebernehmen (Call *c, GError **error)
{
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  if (!r)
    return -1;
  RatswegOptions o = cli_options (c);
  g_autoptr (RatswegTakeover) t =
    ratsweg_take_over (r, c->words[0], &o, cli_progress, (gpointer) "übernommen", error);
  cli_progress_end ();
  say_warnings (r);
  if (!t)
    return -1;
  if (c->xml)
    say_table (c, t->zahlen, "");
  else {
    if (o.probe)
      say ("Probe: nichts wird gespeichert.\n");
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
      say_part (t->zahlen, parts[i].key, parts[i].heading);
  }
  complain_all (t->falsch, "Nicht übernommen wurden diese Zeilen; alles andere ist übernommen:");
  complain_all (
    t->streit,
    "Unter diesen Nummern liegt schon etwas anderes; die zweite Fassung ist nicht übernommen:");
  complain_all (t->hinweis,
                "Diese Wörter kennt das Profil nicht; sie sind im Wortlaut übernommen und nicht "
                "gedeutet. Abhilfe: sie in die Tabelle <uebernahme> des Profils aufnehmen:");
  return t->falsch->len ? 2 : t->streit->len || t->hinweis->len ? 1 : 0;
}
