/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The one error domain of Ratsweg.  Owns nothing; may call GLib only.
 *
 * A GError is for what could not be done (wrong input, damaged store, missing program).  A refusal
 * by a rule is no error but a value: see refusal.h. */
#pragma once
#include <glib.h>

#define RATSWEG_ERROR (ratsweg_error_quark ())
GQuark ratsweg_error_quark (void);

typedef enum {
  RATSWEG_ERROR_FINDING,     /* a check found something, or an edit is stale: exit status 1 */
  RATSWEG_ERROR_USAGE,       /* wrong call: 2 */
  RATSWEG_ERROR_UNKNOWN,     /* no such Kennung, step, code: 2 */
  RATSWEG_ERROR_INVALID,     /* input that cannot be taken: 2 */
  RATSWEG_ERROR_STORE,       /* store unavailable, lock timeout, disk full: 3 */
  RATSWEG_ERROR_DAMAGED,     /* store damaged: 3 */
  RATSWEG_ERROR_HELPER,      /* a helper program is missing or failed: 3 */
  RATSWEG_ERROR_INTERNAL,    /* a fault of the program itself: 3 */
  RATSWEG_ERROR_INTERRUPTED, /* 130 */
} RatswegError;

/* Sets @error in the one domain; @fmt is a whole German sentence without a line end.  Always FALSE,
 * so that callers can return it. */
gboolean fail (GError **error, RatswegError code, const char *fmt, ...) G_GNUC_PRINTF (3, 4);

/* What has happened, without the advice (" Abhilfe: ..."): for a message that has advice of its own. */
char *error_cause (const GError *error);

/* The exit status that the design (section 9) gives @error; errors of other domains count as 3. */
int error_exit_status (const GError *error);
