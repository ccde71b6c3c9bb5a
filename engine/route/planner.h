/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Plans the Beratungsfolge of a paper backwards from the sitting in which it is to be decided.  Owns nothing; may call
 * rules/.  No SQL, no clock, no files: it looks at an Akte with the paper, its bodies and their sittings. */
#pragma once
#include "route/akte.h"

typedef struct {
  char *gremium;        /* short name */
  char *zustaendigkeit; /* printed word */
  char *sitzung;        /* Kennung; NULL where there is none in time, or none is needed */
  char *beginn;         /* local time, or NULL */
  char *schluss;        /* last day to hand the paper in for this sitting, or NULL */
  char *ladung;         /* last day to invite to it, or NULL */
  char *hinweis;        /* what speaks against it or has to be known, or NULL */
  gboolean fehlt;       /* a sitting is needed and there is none */
} PlanRow;

typedef struct {
  gboolean geht;     /* all sittings are there, and no Frist has passed */
  GPtrArray *rows;   /* PlanRow*, a station each, in their order */
  GPtrArray *saetze; /* char*: days of the whole paper, what does not work, what would */
} Plan;

void plan_free (Plan *p);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

/* The plan for @akte->objekt, as of @akte->tag.  Fails (status 2) where the body of @ziel has no open station in
 * it. */
Plan *route_plan (const Akte *akte, const Doc *ziel, GError **error);
