/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the two files of the takeover share.  Not for ui/. */
#pragma once
#include "ratsweg-intern.h"
#include "exchange/uptake.h"

typedef struct {
  char *kennung;
  const char *name; /* NULL for what named none */
  gboolean holds;   /* sittings */
  gboolean there;   /* in the store */
} TakeoverBody;

typedef struct {
  Course *course;
  guint line;
} TakeoverItem;
void takeover_item_free (gpointer item);

typedef struct {
  Ratsweg *r;
  const char *file;
  const RatswegOptions *o;
  Regeln *regeln; /* of today */
  Words *words;
  char *heute;
  GPtrArray *items;      /* TakeoverItem*: what is to be taken */
  GHashTable *numbers;   /* number, lower case, to TakeoverItem*: all of the file */
  GHashTable *bodies;    /* name to TakeoverBody* */
  GHashTable *kennungen; /* Kennung to the same, lent */
  GHashTable *sittings;  /* Kennung to sitting, see ratsweg-agenda.c */
  GHashTable *counts;    /* "bereich\tword" to count, of what is committed */
  GHashTable *running;   /* the same of the running transaction */
  RatswegTakeover *ret;
} Takeover;

/* -- what was done (ratsweg-tally.c) -- */

GHashTable *takeover_counts_new (void);
void takeover_count (GHashTable *counts, const char *bereich, const char *word, guint n);
void takeover_add_counts (GHashTable *to, GHashTable *from);
/* Columns bereich, wort, anzahl. */
Table *takeover_table (GHashTable *counts);
/* Adds a sentence to a list of the answer, and counts it; takes it. */
void takeover_tell (Takeover *t, GPtrArray *list, const char *bereich, char *take);

/* -- what is to be done (ratsweg-courses.c) -- */

/* "DATEI, Zeile N"; the caller frees. */
char *takeover_where (const Takeover *t, guint line);
/* Reads the whole file into items and numbers. */
gboolean takeover_read (Takeover *t, GError **error);

/* -- steps -- */

/* One step of the takeover on @objekt, or with @neu; *@ret owned by the caller.  A refusal is an error. */
gboolean takeover_step (Takeover *t, Doc *objekt, Doc *neu, const StepRequest *request, const char *day,
                        const char *anfrage, guint teil, StepResult **ret, GError **error);

/* -- bodies and sittings (ratsweg-agenda.c) -- */

/* Collects the bodies and sittings of a course that will be taken. */
gboolean takeover_note (Takeover *t, const Course *c, GError **error);
void takeover_free (Takeover *t);
/* Puts the bodies that are missing into the running transaction. */
gboolean takeover_put_bodies (Takeover *t, GError **error);
/* Puts the sittings of a course into the running transaction, whole and closed, where that is not done yet. */
gboolean takeover_put_sittings (Takeover *t, const Course *c, GError **error);
/* The running transaction ends: kept, or taken back. */
void takeover_end (Takeover *t, gboolean kept);
/* What the uptake of a course asks. */
const char *takeover_body (const char *name, gpointer takeover);
const char *takeover_sitting (const char *gremium, const char *tag, gpointer takeover);
const char *takeover_top (const char *sitzung, const char *nummer, const char *station,
                          gpointer takeover);
