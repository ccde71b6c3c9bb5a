/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The writers' lock.  Knows no database.  Called by open.c, write.c, backup.c, restore.c. */
#include "store/lock.h"
#include "base/error.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#define STEP_US 1000

static int
open_lock (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0 && (errno == EACCES || errno == EROFS))
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    fail (error, RATSWEG_ERROR_STORE,
          "%s: die Sperre lässt sich nicht öffnen (%s). Abhilfe: Rechte am Ordner der Ablage prüfen.",
          path, g_strerror (errno));
  return fd;
}

int
lock_take (const char *folder, guint seconds, GError **error)
{
  g_autofree char *path = g_build_filename (folder, ".sperre", NULL);
  gint64 until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  int fd = open_lock (path, error);
  if (fd < 0)
    return -1;
  while (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    int e = errno;
    if (e == EINTR)
      continue;
    if (e == EWOULDBLOCK && g_get_monotonic_time () < until) {
      g_usleep (STEP_US);
      continue;
    }
    close (fd);
    if (e == EWOULDBLOCK)
      fail (error, RATSWEG_ERROR_STORE,
            "%s: ein anderer Schritt läuft seit mehr als %u Sekunden. Abhilfe: warten und den Befehl "
            "wiederholen; hängt ein anderes Ratsweg, es beenden.",
            folder, seconds);
    else
      fail (error, RATSWEG_ERROR_STORE, "%s: die Ablage lässt sich nicht sperren (%s).", path,
            g_strerror (e));
    return -1;
  }
  return fd;
}

void
lock_release (int fd)
{
  if (fd < 0)
    return;
  flock (fd, LOCK_UN); /* also for a copy that a forked child may hold */
  close (fd);
}
