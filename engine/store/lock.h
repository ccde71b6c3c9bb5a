/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The writers' lock: flock on ".sperre" in the store's folder, never on the database (closing that outside
 * SQLite would drop SQLite's own locks).  flock belongs to the open file, so two stores of one process keep
 * each other out too.  For store/ only. */
#pragma once
#include <glib.h>

/* Waits up to @seconds; the descriptor, or -1 with the German message (status 3).  Without the right to
 * write, an existing lock file is locked all the same. */
int lock_take (const char *folder, guint seconds, GError **error);
void lock_release (int fd);

/* One line that the lock file keeps for the next who takes the lock: a mere hint, never synced, and lost
 * without harm.  Under the lock. */
void lock_note (int fd, const char *line);
/* That line, "" where there is none; the caller frees. */
char *lock_noted (int fd);
