/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Progress of long work on a terminal.  Called by the commands that take long. */
#include "ui/cli/cli.h"
#include "base/interrupt.h"
#include <string.h>
#include <unistd.h>

static volatile gboolean shown;

static void
show (const char *text)
{
  ssize_t n = write (STDERR_FILENO, text, strlen (text));
  (void) n; /* who does not see it misses nothing */
}

gboolean
cli_progress (guint64 done, guint64 all, gpointer what)
{
  static gint64 last;
  gint64 now = g_get_monotonic_time ();
  if (isatty (STDERR_FILENO) && now - last > G_USEC_PER_SEC / 10) {
    g_autofree char *text =
      g_strdup_printf ("\r%s: %" G_GUINT64_FORMAT " von %" G_GUINT64_FORMAT "\033[K",
                       (const char *) what, done, all);
    last = now;
    shown = TRUE;
    show (text);
  }
  return !interrupt_asked ();
}

void
cli_progress_end (void)
{
  if (shown)
    show ("\r\033[K");
  shown = FALSE;
}
