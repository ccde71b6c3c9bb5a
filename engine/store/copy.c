/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Copying a file as a stream, in memory independent of its size.  Called by recover.c and backup.c. */
#include "store/copy.h"
#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static gboolean
stream (int from, int to)
{
  char buf[16384];
  for (;;) {
    ssize_t n = read (from, buf, sizeof buf);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return n == 0;
    if (!file_write_all (to, buf, (gsize) n) || interrupt_asked ())
      return FALSE;
  }
}

gboolean
copy_file (const char *from, const char *to, gboolean durable, GError **error)
{
  int in = open (from, O_RDONLY | O_CLOEXEC);
  int out = in >= 0 ? open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
  gboolean ok = out >= 0 && stream (in, out) && (!durable || fsync (out) == 0);
  int e = errno;
  if (in >= 0)
    close (in);
  if (out >= 0 && close (out) != 0 && ok) {
    ok = FALSE;
    e = errno;
  }
  if (!ok && out >= 0)
    unlink (to);
  g_autofree char *what = g_strdup_printf ("kann nicht aus %s kopiert werden", from);
  errno = e;
  return ok || (interrupt_check (error) && file_fail (error, RATSWEG_ERROR_STORE, to, what));
}
