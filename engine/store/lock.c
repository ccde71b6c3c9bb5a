/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The writers' lock.  Knows no database.  Called by open.c, write.c, backup.c, restore.c. */
#include "store/lock.h"
#include "base/error.h"
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static int
open_lock (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0 && (errno == EACCES || errno == EROFS))
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    file_fail (error, RATSWEG_ERROR_STORE, path, "die Sperre lässt sich nicht öffnen");
  return fd;
}

static void
only_wake (int sig)
{
  (void) sig;
}

/* After @seconds, and then every 50 ms, this thread's waiting is interrupted. */
static gboolean
start_alarm (timer_t *timer, guint seconds)
{
  struct sigaction sa = { .sa_handler = only_wake }; /* without SA_RESTART */
  struct sigevent ev = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN };
  struct itimerspec at = { .it_value = { .tv_sec = (time_t) seconds },
                           .it_interval = { .tv_nsec = 50 * 1000 * 1000 } };
  ev._sigev_un._tid = gettid ();
  sigemptyset (&sa.sa_mask);
  return sigaction (SIGRTMIN, &sa, NULL) == 0 && timer_create (CLOCK_MONOTONIC, &ev, timer) == 0 &&
         timer_settime (*timer, 0, &at, NULL) == 0;
}

/* Waits in the kernel's queue and not by asking again and again: among many writers nobody is passed over for
 * long.  FALSE with errno set; EWOULDBLOCK when the time is over. */
static gboolean
wait_for_lock (int fd, guint seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  timer_t timer;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK || seconds == 0 || !start_alarm (&timer, seconds))
    return FALSE;
  int got;
  do
    got = flock (fd, LOCK_EX);
  while (got != 0 && errno == EINTR && g_get_monotonic_time () < until);
  int e = errno == EINTR ? EWOULDBLOCK : errno;
  timer_delete (timer);
  errno = e;
  return got == 0;
}

int
lock_take (const char *folder, guint seconds, GError **error)
{
  g_autofree char *path = g_build_filename (folder, ".sperre", NULL);
  int fd = open_lock (path, error);
  if (fd < 0 || wait_for_lock (fd, seconds))
    return fd;
  int e = errno;
  close (fd);
  if (e == EWOULDBLOCK)
    fail (error, RATSWEG_ERROR_STORE,
          "%s: ein anderer Schritt läuft seit mehr als %u Sekunden. Abhilfe: warten und den Befehl "
          "wiederholen; hängt ein anderes Ratsweg, es beenden.",
          folder, seconds);
  errno = e;
  if (e != EWOULDBLOCK)
    file_fail (error, RATSWEG_ERROR_STORE, path, "die Ablage lässt sich nicht sperren");
  return -1;
}

void
lock_release (int fd)
{
  if (fd < 0)
    return;
  flock (fd, LOCK_UN); /* also for a copy that a forked child may hold */
  close (fd);
}

/* -- the line -- */

#define LINE_MOST 256u

void
lock_note (int fd, const char *line)
{
  gsize n = strlen (line);
  g_assert (n <= LINE_MOST);
  /* half a line is worse than none */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, line, n, 0) != (gssize) n)
    (void) !ftruncate (fd, 0);
}

char *
lock_noted (int fd)
{
  char line[LINE_MOST + 1];
  gssize n = pread (fd, line, LINE_MOST, 0);
  line[MAX (n, 0)] = '\0';
  return g_strdup (line);
}
