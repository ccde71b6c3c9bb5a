/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A bad disk: loaded before a program (LD_PRELOAD), lets calls on files below one folder fail.  Knows nothing
 * of Ratsweg.  Used by tests/fault/lib.sh.
 *
 *   PLATTE         the folder, absolute
 *   PLATTE_FEHLER  what is bad about it, several separated by blanks:
 *     platz:N        full after N more bytes; what overwrites bytes needs none
 *     schreiben:N    full after N written bytes, as where each change goes to a new place
 *     anlegen:K      making a file or folder fails (no space)
 *     sichern:K      fsync and fdatasync fail (input/output error)
 *     umbenennen:K   rename fails (no space)
 *     schliessen:K   closing a file that may be written fails (no space)
 *     lesen:K        reading fails (input/output error)
 *   PLATTE_BUCH    a file that gets, at the end, one line "name count" each
 *
 * K: the K-th such call, from 1; with "+" behind it that one and all later ones. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SPACE, BYTES, MAKE, SYNC, RENAME, CLOSE, READ, N_KINDS };
static const char *const names[N_KINDS] = { "platz",      "schreiben",  "anlegen", "sichern",
                                            "umbenennen", "schliessen", "lesen" };
static struct {
  unsigned long long count, limit;
  int set, later;
} kinds[N_KINDS];
static const char *folder;
static size_t folder_length;

/* The next function of this name: the C library's, or a sanitizer's before it. */
#define NEXT(name)                                                                                      \
  static __typeof__ (name) *next;                                                                       \
  if (!next)                                                                                            \
  *(void **) (&next) = dlsym (RTLD_NEXT, #name)

static void
read_fault (const char *text)
{
  for (int k = 0; k < N_KINDS; k++) {
    char *end;
    size_t n = strlen (names[k]);
    if (strncmp (text, names[k], n) != 0 || text[n] != ':')
      continue;
    kinds[k].set = 1;
    kinds[k].limit = strtoull (text + n + 1, &end, 10);
    kinds[k].later = *end == '+';
  }
}

__attribute__ ((constructor)) static void
begin (void)
{
  folder = getenv ("PLATTE");
  folder_length = folder ? strlen (folder) : 0;
  for (const char *p = getenv ("PLATTE_FEHLER"); p; p = strchr (p, ' '))
    read_fault (p += strspn (p, " "));
}

__attribute__ ((destructor)) static void
end (void)
{
  const char *book = getenv ("PLATTE_BUCH");
  FILE *f = book ? fopen (book, "we") : NULL;
  for (int k = 0; f && k < N_KINDS; k++)
    fprintf (f, "%s %llu\n", names[k], kinds[k].count);
  if (f)
    fclose (f);
}

/* -- whose file is it -- */

static int
below (const char *path)
{
  return folder_length > 0 && strncmp (path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == '\0');
}

static int
fd_below (int fd)
{
  char link[64], path[PATH_MAX];
  int before = errno;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink (link, path, sizeof path - 1);
  errno = before;
  if (n < 0)
    return 0;
  path[n] = '\0';
  return below (path);
}

static int
path_below (int at, const char *path)
{
  char here[PATH_MAX], whole[2 * PATH_MAX];
  int before = errno;
  if (path[0] == '/')
    return below (path);
  if (at != AT_FDCWD)
    return fd_below (at);
  if (!getcwd (here, sizeof here))
    return 0;
  snprintf (whole, sizeof whole, "%s/%s", here, path);
  errno = before;
  return below (whole);
}

/* -- when does it fail -- */

/* Counts one call; TRUE with errno if it is to fail. */
static int
fails (int kind, int error)
{
  kinds[kind].count++;
  if (!kinds[kind].set || kinds[kind].count < kinds[kind].limit ||
      (kinds[kind].count > kinds[kind].limit && !kinds[kind].later))
    return 0;
  errno = error;
  return 1;
}

static unsigned long long
size_of (int fd)
{
  struct stat st;
  return fstat (fd, &st) == 0 && st.st_size > 0 ? (unsigned long long) st.st_size : 0;
}

static size_t
take (int kind, size_t wanted, unsigned long long cost)
{
  unsigned long long left =
    kinds[kind].limit > kinds[kind].count ? kinds[kind].limit - kinds[kind].count : 0;
  if (!kinds[kind].set || cost <= left) {
    kinds[kind].count += cost;
    return wanted;
  }
  kinds[kind].count += left;
  return wanted - (size_t) (cost - left);
}

/* How many of @n bytes at @at still fit; 0 with errno if none does. */
static size_t
room (int fd, size_t n, off_t at)
{
  unsigned long long size = size_of (fd), last = (unsigned long long) at + n;
  if (n == 0)
    return 0;
  size_t may = take (BYTES, n, n);
  last -= n - may;
  may = take (SPACE, may, last > size ? last - size : 0);
  if (may == 0)
    errno = ENOSPC;
  return may;
}

static off_t
place (int fd)
{
  int flags = fcntl (fd, F_GETFL);
  off_t at = flags >= 0 && (flags & O_APPEND) ? (off_t) size_of (fd) : lseek (fd, 0, SEEK_CUR);
  return at < 0 ? 0 : at;
}

/* -- writing -- */

ssize_t
write (int fd, const void *bytes, size_t n)
{
  NEXT (write);
  if (n > 0 && fd_below (fd) && (n = room (fd, n, place (fd))) == 0)
    return -1;
  return next (fd, bytes, n);
}

ssize_t
pwrite (int fd, const void *bytes, size_t n, off_t at)
{
  NEXT (pwrite);
  if (n > 0 && fd_below (fd) && (n = room (fd, n, at)) == 0)
    return -1;
  return next (fd, bytes, n, at);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t n, off64_t at)
{
  return pwrite (fd, bytes, n, (off_t) at);
}

/* As one short write of the first piece: the caller has to continue. */
ssize_t
writev (int fd, const struct iovec *v, int n)
{
  NEXT (writev);
  if (!fd_below (fd))
    return next (fd, v, n);
  for (; n > 1 && v->iov_len == 0; n--)
    v++;
  return write (fd, v->iov_base, v->iov_len);
}

int
ftruncate (int fd, off_t size)
{
  NEXT (ftruncate);
  unsigned long long there = size_of (fd);
  if (fd_below (fd) && (unsigned long long) size > there) {
    size_t more = (size_t) ((unsigned long long) size - there);
    if (take (SPACE, more, more) < more) {
      errno = ENOSPC;
      return -1;
    }
  }
  return next (fd, size);
}

int
ftruncate64 (int fd, off64_t size)
{
  return ftruncate (fd, (off_t) size);
}

int
posix_fallocate (int fd, off_t at, off_t n)
{
  NEXT (posix_fallocate);
  unsigned long long there = size_of (fd), last = (unsigned long long) (at + n);
  if (fd_below (fd) && last > there) {
    size_t more = (size_t) (last - there);
    if (take (SPACE, more, more) < more)
      return ENOSPC;
  }
  return next (fd, at, n);
}

int
posix_fallocate64 (int fd, off64_t at, off64_t n)
{
  return posix_fallocate (fd, (off_t) at, (off_t) n);
}

/* -- reading -- */

ssize_t
read (int fd, void *bytes, size_t n)
{
  NEXT (read);
  return fd_below (fd) && fails (READ, EIO) ? -1 : next (fd, bytes, n);
}

ssize_t
pread (int fd, void *bytes, size_t n, off_t at)
{
  NEXT (pread);
  return fd_below (fd) && fails (READ, EIO) ? -1 : next (fd, bytes, n, at);
}

ssize_t
pread64 (int fd, void *bytes, size_t n, off64_t at)
{
  return pread (fd, bytes, n, (off_t) at);
}

/* -- keeping -- */

int
fsync (int fd)
{
  NEXT (fsync);
  return fd_below (fd) && fails (SYNC, EIO) ? -1 : next (fd);
}

int
fdatasync (int fd)
{
  NEXT (fdatasync);
  return fd_below (fd) && fails (SYNC, EIO) ? -1 : next (fd);
}

int
close (int fd)
{
  NEXT (close);
  int flags = folder ? fcntl (fd, F_GETFL) : -1;
  int bad = flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && fd_below (fd) && fails (CLOSE, ENOSPC);
  int got = next (fd); /* the descriptor is gone also where the system reports a failure */
  if (bad)
    errno = ENOSPC;
  return bad ? -1 : got;
}

/* -- names -- */

int
rename (const char *from, const char *to)
{
  NEXT (rename);
  return path_below (AT_FDCWD, to) && fails (RENAME, ENOSPC) ? -1 : next (from, to);
}

int
renameat (int from_at, const char *from, int to_at, const char *to)
{
  NEXT (renameat);
  return path_below (to_at, to) && fails (RENAME, ENOSPC) ? -1 : next (from_at, from, to_at, to);
}

int
renameat2 (int from_at, const char *from, int to_at, const char *to, unsigned int flags)
{
  NEXT (renameat2);
  return path_below (to_at, to) && fails (RENAME, ENOSPC) ? -1 : next (from_at, from, to_at, to, flags);
}

int
mkdir (const char *path, mode_t mode)
{
  NEXT (mkdir);
  return path_below (AT_FDCWD, path) && access (path, F_OK) != 0 && fails (MAKE, ENOSPC)
           ? -1
           : next (path, mode);
}

static int
makes (int at, const char *path, int flags)
{
  int before = errno;
  int makes_it = (flags & O_CREAT) && path_below (at, path) && faccessat (at, path, F_OK, 0) != 0;
  errno = before;
  return makes_it && fails (MAKE, ENOSPC);
}

#define MODE(last)                                                                                      \
  mode_t mode = 0;                                                                                      \
  va_list ap;                                                                                           \
  va_start (ap, last);                                                                                  \
  if (last & O_CREAT)                                                                                   \
    mode = (mode_t) va_arg (ap, unsigned int);                                                          \
  va_end (ap)

int
open (const char *path, int flags, ...)
{
  NEXT (open);
  MODE (flags);
  return makes (AT_FDCWD, path, flags) ? -1 : next (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  NEXT (open64);
  MODE (flags);
  return makes (AT_FDCWD, path, flags) ? -1 : next (path, flags, mode);
}

int
openat (int at, const char *path, int flags, ...)
{
  NEXT (openat);
  MODE (flags);
  return makes (at, path, flags) ? -1 : next (at, path, flags, mode);
}

int
openat64 (int at, const char *path, int flags, ...)
{
  NEXT (openat64);
  MODE (flags);
  return makes (at, path, flags) ? -1 : next (at, path, flags, mode);
}
