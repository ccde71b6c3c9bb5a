/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Named fault points, for tests of recovery.  Owns nothing; may call GLib only. */
#pragma once

/* Kills the process (SIGKILL) where $RATSWEG_STOERUNG names @point; else does nothing. */
void fault_point (const char *point);
