/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The request to stop.  Installs no handler and ends no process: ui/ does.  Called by the handler, and by
 * base/, store/ and ui/ where they work long. */
#include "base/interrupt.h"
#include "base/error.h"
#include <signal.h>

static volatile sig_atomic_t held, asked, done, late;

void
interrupt_hold (void)
{
  held++;
}

void
interrupt_release (void)
{
  held--;
}

void
interrupt_done (gboolean is)
{
  done = is;
  asked = late = 0;
}

gboolean
interrupt_is_done (void)
{
  return done;
}

/* The answer to a step takes no time; only where it cannot be given, a second request ends the process. */
static gboolean
after_all (void)
{
  gboolean second = late;
  late = 1;
  return second;
}

gboolean
interrupt_signal (void)
{
  if (held > 0)
    asked = 1;
  return held == 0 && (!done || after_all ());
}

gboolean
interrupt_asked (void)
{
  return asked && !done;
}

gboolean
interrupt_check (GError **error)
{
  return !interrupt_asked () ||
         fail (error, RATSWEG_ERROR_INTERRUPTED, "Abgebrochen; es wurde nichts gespeichert.");
}
