/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Progress of long work, and the interrupt key.  Called by the commands that take long. */
#include "ui/cli/cli.h"
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static gint64 last_shown;

static void
on_interrupt (int sig)
{
  (void) sig;
  interrupted = 1;
}

void
cli_catch_interrupt (void)
{
  struct sigaction sa = { .sa_handler = on_interrupt, .sa_flags = SA_RESTART };
  sigemptyset (&sa.sa_mask);
  sigaction (SIGINT, &sa, NULL);
  sigaction (SIGTERM, &sa, NULL);
}

gboolean
cli_progress (guint64 done, guint64 all, gpointer what)
{
  gint64 now = g_get_monotonic_time ();
  if (isatty (STDERR_FILENO) && now - last_shown > G_USEC_PER_SEC / 10) {
    last_shown = now;
    fprintf (stderr, "\r%s: %" G_GUINT64_FORMAT " von %" G_GUINT64_FORMAT "\033[K", (const char *) what,
             done, all);
  }
  return !interrupted;
}

void
cli_progress_end (void)
{
  if (last_shown)
    fputs ("\r\033[K", stderr);
  last_shown = 0;
}
