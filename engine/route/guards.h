/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The guards: one small function each, found by the name that the rules give it.  Internal to route/.
 *
 * A guard answers TRUE where all is well; else it fills the placeholders of its refusal in the rules. */
#pragma once
#include "route/zug.h"

typedef struct {
  const char *name;
  gboolean (*ok) (const Zug *z, GHashTable *werte);
  const char *braucht;     /* a value without which it cannot be asked, or NULL */
  const char *platzhalter; /* the placeholders it fills, blank-separated */
} Guard;

const Guard *guard_find (const char *name);
/* Placeholders that every guard gets. */
#define GUARD_COMMON "kennung schritt benutzer zustand tag gremium"

/* Asks one guard by its name in the rules; a refusal, or NULL if all is well.  The caller frees. */
Refusal *guard_ask (const Zug *z, const char *name);
/* The refusal of a guard that the step itself asks (rolle, vertretung, zustand, grund, text-fest).  Takes
 * @werte. */
Refusal *guard_refuse (const Zug *z, const char *name, GHashTable *werte);
GHashTable *guard_werte (const Zug *z);
/* The words of roles: "A", "A oder B", "A, B oder C"; the caller frees. */
char *guard_roles (const Zug *z, const char *rollen);

/* The rows, by what they look at. */
extern const Guard guards_vorlage[], guards_station[], guards_result[], guards_sitting[], guards_top[],
  guards_paper[], guards_urgent[], guards_agenda[], guards_votes[], guards_eyes[], guards_minutes[],
  guards_order[], guards_amend[];
/* All of them, NULL-terminated. */
extern const Guard *const guard_tables[];
