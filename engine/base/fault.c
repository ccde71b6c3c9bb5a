/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Named fault points.  Only kills.  Called by store/ between the parts of a step. */
#include "base/fault.h"
#include <signal.h>
#include <glib.h>

void
fault_point (const char *point)
{
  if (g_strcmp0 (g_getenv ("RATSWEG_STOERUNG"), point) == 0)
    raise (SIGKILL);
}
