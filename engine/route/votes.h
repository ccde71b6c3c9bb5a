/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The votes of a request: figures, by Fraktion, by name.  Internal to route/.  Owns nothing. */
#pragma once
#include "route/zug.h"

/* "ja", "nein", "enthaltung", "ungueltig", "nicht-abgestimmt", NULL. */
extern const char *const vote_kinds[];

/* The figure of a kind: as given, else the sum by name, else that of the Fraktionen; -1 where none says it. */
gint64 votes_total (const Zug *z, const char *kind);
/* What the value fraktionen or namentlich sums up to for this kind. */
gint64 votes_sum (const Zug *z, const char *value, const char *kind);

/* Calls @each with Fraktion, kind and number of "SPD:ja=20,nein=1;CDU:ja=2"; in the value namentlich ("ja=p-1,p-2")
 * with person, kind and NULL.  What is no such thing has NULL for its kind. */
void votes_each (const Zug *z, const char *value,
                 void (*each) (const char *who, const char *kind, const char *number, gpointer user),
                 gpointer user);
/* Fails (status 2) where one of both values is of a wrong form. */
gboolean votes_check (const Zug *z, GError **error);
