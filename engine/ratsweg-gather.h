/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the readers of ratsweg-gather*.c share: one for each word that a step may name in "liest".  Owns nothing; not for
 * other files. */
#pragma once
#include "ratsweg-intern.h"

typedef struct {
  Ratsweg *r;
  Gathered *g;
  const xmlNode *papier; /* root of the object, or of the version that is checked in */
  GHashTable *werte;
  GError **error;
} Reader;

/* One document into the Akte, once; none where @kennung is NULL or the store has no such.  FALSE only for a failure. */
gboolean gather_read (const Reader *x, DocArt art, const char *kennung);
/* A value of the step, NULL if not given. */
const char *gather_wert (const Reader *x, const char *name);

gboolean gather_sittings_on_day (Reader *x);
gboolean gather_sittings_of_stations (Reader *x);
gboolean gather_sittings_to_come (Reader *x);
gboolean gather_sitting_of_station (Reader *x);
gboolean gather_sittings_of_body (Reader *x);
gboolean gather_named_bodies (Reader *x);
gboolean gather_sittings_of_approval (Reader *x);
