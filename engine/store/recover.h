/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What a killed writer left: a hot journal.  SQLite undoes it at the first look; where it may not write, a
 * private copy is recovered instead.  For store/ only. */
#pragma once
#include "store/inside.h"

/* TRUE if the rollback journal beside the database holds something: a writer is at work, or was killed. */
gboolean recover_journal_full (const Store *s);
/* Where a writer was killed: copies database and journal into a private folder (s->recovered), and gives the
 * copy's path, which the caller frees; else NULL.  Waits while a writer is at work. */
gboolean recover_copy (Store *s, char **ret_copy, GError **error);
/* Removes that folder; a database in it that is open stays readable. */
void recover_forget (Store *s);
