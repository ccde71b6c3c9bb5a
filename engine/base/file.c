/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading and writing whole files.  Knows no store.  Called by doc/, store/, typeset/, ui/. */
#include "base/file.h"
#include "base/error.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gstdio.h>

static gboolean
fail_errno (GError **error, RatswegError code, const char *path, const char *what)
{
  int e = errno;
  return fail (error, code, "%s: %s (%s).", path, what, g_strerror (e));
}

static gboolean
read_all (int fd, GByteArray *into, gsize limit, const char *path, GError **error)
{
  guint8 buf[65536];
  for (;;) {
    ssize_t n = read (fd, buf, sizeof buf);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_errno (error, RATSWEG_ERROR_INVALID, path, "kann nicht gelesen werden");
    if (n == 0)
      return TRUE;
    if (into->len + (gsize) n > limit)
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s: größer als %" G_GSIZE_FORMAT " Bytes; so große Dateien nimmt Ratsweg nicht an.",
                   path, limit);
    g_byte_array_append (into, buf, (guint) n);
  }
}

GBytes *
file_read (const char *path, gsize limit, GError **error)
{
  struct stat st;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    fail_errno (error, RATSWEG_ERROR_INVALID, path, "kann nicht geöffnet werden");
    return NULL;
  }
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gboolean ok = fstat (fd, &st) == 0 && S_ISREG (st.st_mode);
  if (!ok)
    fail (error, RATSWEG_ERROR_INVALID, "%s: ist keine Datei.", path);
  ok = ok && read_all (fd, all, limit, path, error);
  close (fd);
  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}

gboolean
file_write_all (int fd, const void *bytes, gsize n)
{
  const guint8 *p = bytes;
  while (n > 0) {
    ssize_t w = write (fd, p, n);
    if (w < 0 && errno == EINTR)
      continue;
    if (w < 0)
      return FALSE;
    p += w;
    n -= (gsize) w;
  }
  return TRUE;
}

gboolean
file_sync_folder (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  if (!ok)
    fail_errno (error, RATSWEG_ERROR_STORE, folder, "kann nicht gesichert werden");
  if (fd >= 0)
    close (fd);
  return ok;
}

gboolean
file_write (const char *path, GBytes *bytes, gboolean durable, GError **error)
{
  gsize n;
  const guint8 *p = g_bytes_get_data (bytes, &n);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = g_strconcat (path, ".teil-XXXXXX", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (error, RATSWEG_ERROR_STORE, folder, "der Ordner kann nicht angelegt werden");
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (error, RATSWEG_ERROR_STORE, path, "kann nicht geschrieben werden");
  gboolean ok = file_write_all (fd, p, n) && (!durable || fsync (fd) == 0);
  int e = errno;
  if (close (fd) != 0 && ok) {
    ok = FALSE;
    e = errno;
  }
  errno = e;
  if (!ok || rename (part, path) != 0) {
    fail_errno (error, RATSWEG_ERROR_STORE, path, "kann nicht geschrieben werden");
    unlink (part);
    return FALSE;
  }
  return !durable || file_sync_folder (folder, error);
}

gboolean
file_equals (const char *path, GBytes *bytes)
{
  struct stat st;
  if (g_stat (path, &st) != 0 || (gsize) st.st_size != g_bytes_get_size (bytes))
    return FALSE;
  g_autoptr (GBytes) there = file_read (path, g_bytes_get_size (bytes), NULL);
  return there && g_bytes_equal (there, bytes);
}

gboolean
file_remove (const char *path, GError **error)
{
  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  return fail_errno (error, RATSWEG_ERROR_STORE, path, "kann nicht entfernt werden");
}
