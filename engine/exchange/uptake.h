/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What becomes of a course here: the paper with all its stations, and its results one after the other.  Owns what it
 * makes; may call rules/.  Decides nothing that a rule decides. */
#pragma once
#include "exchange/course.h"
#include "exchange/words.h"

/* What is known of the store; @user is handed to each. */
typedef struct {
  const Regeln *regeln;
  const Words *words;
  const char *heute;
  /* Kennung of a body by its name (NULL: none was named); lent, never NULL. */
  const char *(*gremium) (const char *name, gpointer user);
  /* The sitting of a body on a day; lent, NULL where it holds none. */
  const char *(*sitzung) (const char *gremium, const char *tag, gpointer user);
  /* The TOP of a paper's station in a sitting; lent, NULL if there is none. */
  const char *(*top) (const char *sitzung, const char *nummer, const char *station, gpointer user);
  /* Whether a paper of this number is, or will be, in the store. */
  gboolean (*bekannt) (const char *nummer, gpointer user);
  gpointer user;
} UptakeWorld;

typedef struct {
  GHashTable *werte; /* of the step: char* to char* */
  char *tag;         /* day of effect */
} UptakeResult;

typedef struct {
  Doc *vorlage;
  GPtrArray *ergebnisse; /* UptakeResult*, in their order */
  GPtrArray *unbekannt;  /* char*: words that the table lacks, e.g. "Ergebnis „bejubelt“" */
} Uptake;

Uptake *uptake_new (const UptakeWorld *w, const Course *c, GError **error);
void uptake_free (Uptake *p);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Uptake, uptake_free)

/* The id of a course's station in its paper, by its place; the caller frees. */
char *uptake_station_id (guint place);
