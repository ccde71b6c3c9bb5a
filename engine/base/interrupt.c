/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The request to stop.  Installs no handler and ends no process: ui/ does.  Called by the handler, and by
 * base/, store/ and ui/ where they work long. */
#include "base/interrupt.h"
#include "base/error.h"
#include <errno.h>
#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t held, asked, done, late;
static const char *volatile mark;

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
interrupt_hold_while (const char *path)
{
  mark = path;
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
  int before = errno;
  const char *file = mark;
  gboolean busy = held > 0 || (file && (asked || access (file, F_OK) == 0));
  errno = before;
  if (busy)
    asked = 1;
  return !busy && (!done || after_all ());
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
