/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Which steps are possible now, and why the others are not: the step asked without being taken.  Owns
 * nothing; may call rules/. */
#pragma once
#include "route/step.h"

typedef struct {
  char *schritt; /* name; with a station: "ergebnis" and the station's words in @wort */
  char *wort;
  char *befehl; /* the command that takes it: "schritt" or its own */
  char *werte;  /* the values it takes, as in the rules; or NULL */
  gboolean moeglich;
  gboolean mit_grund;  /* only with a reason: all that stands against it the account may override */
  GPtrArray *refusals; /* Refusal*: what stands against it */
} Possible;

void possible_free (Possible *p);

/* Every step of @akte->objekt's machine, each once, and for a Vorlage the result of each open station.
 * Values that only a real step has are not judged.  The caller owns the array of Possible*. */
GPtrArray *route_possible (const Akte *akte, GError **error);
