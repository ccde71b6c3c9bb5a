/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Being asked to stop (SIGINT, SIGTERM, SIGHUP).  Owns the process's one request; may call GLib only.
 *
 * Where nothing is half-done, a program may end at once.  Between hold and release it is only asked: whoever
 * works there looks now and then, undoes what it began and fails with status 130.  What is done stays done: a
 * request that comes after it is dropped, so that the answer is still given. */
#pragma once
#include <glib.h>

void interrupt_hold (void);
void interrupt_release (void);

/* TRUE: what was to be done is recorded, and cannot be undone; FALSE: something else begins. */
void interrupt_done (gboolean done);
gboolean interrupt_is_done (void);

/* For the signal's handler: TRUE if the process may end here; else the request is noted. */
gboolean interrupt_signal (void);
/* Whether to stop. */
gboolean interrupt_asked (void);
/* FALSE with the error set (status 130) if so. */
gboolean interrupt_check (GError **error);
