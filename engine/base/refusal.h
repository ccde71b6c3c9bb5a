/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A refusal by a rule, as a value: which rule, from which source, why, and what would help.  Owns its
 * strings; may call GLib only.  Made by route/, shown by ui/. */
#pragma once
#include <glib.h>

typedef struct {
  char *waechter;       /* name of the guard in the rules */
  char *regel;          /* "G1", or NULL */
  char *quelle;         /* §, Geschäftsordnung, or kind of source; NULL where the rule names none */
  char *text;           /* German sentence: what is refused and why */
  char *abhilfe;        /* German sentence: what would help, or NULL */
  gboolean fragt;       /* TRUE: may be overridden with a reason by @uebergehen */
  char *uebergehen;     /* roles that may override, blank-separated; NULL with @fragt FALSE */
  gboolean eingabe;     /* TRUE: what was given is wrong, not the step: an error of input */
  gboolean uebergangen; /* TRUE: was overridden in this very step; stays listed */
} Refusal;

Refusal *refusal_new (const char *waechter);
void refusal_free (Refusal *r);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Refusal, refusal_free)
