/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The command line: a file a command.  Owns the parsed call; may call ratsweg.h only.  Holds no rule. */
#pragma once
#include "ratsweg.h"

typedef struct {
  /* global options, anywhere in the call */
  char *ablage, *als, *fuer, *grund, *wirksam, *anfrage;
  gboolean probe, xml;
  /* what is left: the command's own words, NULL-terminated */
  char **words;
  guint n_words;
} Call;

typedef struct {
  const char *name;
  const char *words; /* "KENNUNG SCHRITT [name=wert...]" */
  const char *help;  /* one line */
  const GOptionEntry *options;
  guint min, max; /* number of words; max 0: any */
  int (*run) (Call *c, GError **error);
} Command;

/* One row a command: dispatch, help and man page come from here. */
extern const Command commands[];

/* Opens the store and logs in; NULL on failure. */
Ratsweg *cli_open (Call *c, gboolean writes, GError **error);
/* The same without an account, for who only looks. */
Ratsweg *cli_open_to_read (Call *c, GError **error);
RatswegOptions cli_options (const Call *c);

/* -- output: answers on stdout, refusals on stderr -- */

void say (const char *fmt, ...) G_GNUC_PRINTF (1, 2);
void complain (const char *fmt, ...) G_GNUC_PRINTF (1, 2);
void say_bytes (GBytes *bytes);
/* Sentences, refusals, event number; the exit status, 0 or 1. */
int say_answer (const Call *c, const RatswegAnswer *a);
/* Aligned columns, or XML; @empty: what to say of an empty table. */
void say_table (const Call *c, const Table *t, const char *empty);
void say_csv (const Table *t);
void say_warnings (Ratsweg *r);
/* TRUE if all that was said could be written, or nobody wanted to read on; else says what it means. */
gboolean said_all (void);

/* -- long work -- */

/* Progress on a terminal; FALSE once the process is asked to stop. */
gboolean cli_progress (guint64 done, guint64 all, gpointer what);
/* Wipes it away; may be called from a signal's handler. */
void cli_progress_end (void);

int cmd_anlegen (Call *c, GError **error);
int cmd_einlesen (Call *c, GError **error);
int cmd_liste (Call *c, GError **error);
int cmd_zeige (Call *c, GError **error);
int cmd_moeglich (Call *c, GError **error);
int cmd_schritt (Call *c, GError **error);
int cmd_station (Call *c, GError **error);
int cmd_ergebnis (Call *c, GError **error);
int cmd_drucke (Call *c, GError **error);
int cmd_ausgeben (Call *c, GError **error);
int cmd_verlauf (Call *c, GError **error);
int cmd_pruefe (Call *c, GError **error);
int cmd_wiederherstellen (Call *c, GError **error);
int cmd_sicherung (Call *c, GError **error);
int cmd_benutzer (Call *c, GError **error);
int cmd_plane (Call *c, GError **error);
int cmd_uebernehmen (Call *c, GError **error);
int cmd_hilfe (Call *c, GError **error);

extern const GOptionEntry options_anlegen[], options_einlesen[], options_liste[], options_zeige[],
  options_ergebnis[], options_schritt[], options_drucke[], options_ausgeben[], options_verlauf[],
  options_benutzer[];
extern const GOptionEntry options_plane[];
