/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading and writing whole files.  Knows no store.  Called by doc/, store/, typeset/, ui/. */
#include "base/file.h"
#include "base/error.h"
#include "base/interrupt.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define MAKE_ROOM "Platz schaffen und den Befehl wiederholen"
#define CHECK_DISK "den Datenträger prüfen und den Befehl wiederholen"
#define CHECK_RIGHTS "die Rechte an Datei und Ordner prüfen"
#define CHECK_PATH "den Pfad prüfen"
#define CLOSE_SOME "andere Programme beenden und den Befehl wiederholen"

typedef struct {
  int error;
  const char *words, *advice;
} Reason;

static const Reason reasons[] = {
  { ENOSPC, "auf dem Datenträger ist kein Platz mehr", MAKE_ROOM },
  { EDQUOT, "der zugeteilte Platz ist aufgebraucht", MAKE_ROOM },
  { EFBIG, "die Datei würde größer, als hier erlaubt ist",
    "die Grenze für Dateigrößen heben (ulimit -f) und den Befehl wiederholen" },
  { EIO, "Ein-/Ausgabefehler des Datenträgers", CHECK_DISK },
  { EROFS, "der Datenträger ist schreibgeschützt", "einen beschreibbaren Ort nennen" },
  { EACCES, "keine Berechtigung", CHECK_RIGHTS },
  { EPERM, "keine Berechtigung", CHECK_RIGHTS },
  { ENOENT, "die Datei oder ein Ordner auf dem Weg zu ihr fehlt", CHECK_PATH },
  { EEXIST, "die Datei gibt es schon", "einen anderen Namen nennen" },
  { EISDIR, "dort ist ein Ordner", "eine Datei nennen" },
  { ENOTDIR, "ein Teil des Pfads ist kein Ordner", CHECK_PATH },
  { ENOTEMPTY, "der Ordner ist nicht leer", "einen leeren Ordner nennen" },
  { ELOOP, "dort ist eine Verknüpfung", "die Datei selbst nennen" },
  { ENAMETOOLONG, "der Name ist zu lang", "einen kürzeren Namen nennen" },
  { EMFILE, "zu viele offene Dateien", CLOSE_SOME },
  { ENFILE, "zu viele offene Dateien", CLOSE_SOME },
  { EPIPE, "der Empfänger nimmt nichts mehr an", "den Befehl wiederholen" },
};

static const Reason *
find_reason (int error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].error == error)
      return &reasons[i];
  return NULL;
}

const char *
file_reason (int error)
{
  const Reason *r = find_reason (error);
  return r ? r->words : g_strerror (error);
}

gboolean
file_fail (GError **error, RatswegError code, const char *path, const char *what)
{
  int e = errno;
  const Reason *r = find_reason (e);
  return fail (error, code, "%s: %s (%s). Abhilfe: %s.", path, what, file_reason (e),
               r ? r->advice : CHECK_DISK);
}

static gboolean
fail_too_large (GError **error, const char *path, gsize limit, gint64 size)
{
  g_autofree char *exactly = size > 0 ? g_strdup_printf (", nämlich %" G_GINT64_FORMAT, size) : NULL;
  return fail (error, RATSWEG_ERROR_INVALID,
               "%s: größer als %" G_GSIZE_FORMAT " Bytes (%" G_GSIZE_FORMAT " MB)%s; so große Dateien "
               "nimmt Ratsweg nicht an. Abhilfe: große Teile als Anlage beifügen oder die Datei teilen.",
               path, limit, limit >> 20, exactly ? exactly : "");
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
      return file_fail (error, RATSWEG_ERROR_INVALID, path, "kann nicht gelesen werden");
    if (n == 0)
      return TRUE;
    if (into->len + (gsize) n > limit)
      return fail_too_large (error, path, limit, 0);
    g_byte_array_append (into, buf, (guint) n);
  }
}

GBytes *
file_read (const char *path, gsize limit, GError **error)
{
  struct stat st;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    file_fail (error, RATSWEG_ERROR_INVALID, path, "kann nicht geöffnet werden");
    return NULL;
  }
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gboolean ok = fstat (fd, &st) == 0 && S_ISREG (st.st_mode);
  if (!ok)
    fail (error, RATSWEG_ERROR_INVALID, "%s: ist keine Datei.", path);
  else if (st.st_size > 0 && (guint64) st.st_size > limit)
    ok = fail_too_large (error, path, limit, st.st_size);
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

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  if (!ok)
    file_fail (error, RATSWEG_ERROR_STORE, path, "kann nicht gesichert werden");
  if (fd >= 0)
    close (fd);
  return ok;
}

gboolean
file_sync (const char *path, GError **error)
{
  return sync_path (path, 0, error);
}

gboolean
file_sync_folder (const char *folder, GError **error)
{
  return sync_path (folder, O_DIRECTORY, error);
}

gboolean
file_make_folder (const char *folder, GError **error)
{
  return g_mkdir_with_parents (folder, 0700) == 0 ||
         file_fail (error, RATSWEG_ERROR_STORE, folder, "der Ordner kann nicht angelegt werden");
}

/* A pipe, a device or what stands for an open descriptor would be replaced by a file of its name. */
static gboolean
may_be_replaced (const char *path)
{
  struct stat st;
  g_autofree char *target = g_file_read_link (path, NULL);
  if (target && g_str_has_prefix (target, "/proc/"))
    return FALSE;
  return g_stat (path, &st) != 0 || S_ISREG (st.st_mode) || S_ISDIR (st.st_mode);
}

/* -- writing: beside it, then into place -- */

struct _FilePart {
  char *path, *folder;
  char *part; /* NULL once it is placed or gone */
  gboolean durable;
};

void
file_part_free (FilePart *p)
{
  if (!p)
    return;
  if (p->part)
    unlink (p->part);
  g_free (p->part);
  g_free (p->path);
  g_free (p->folder);
  g_free (p);
}

static gboolean
fail_write (const FilePart *p, GError **error)
{
  return file_fail (error, RATSWEG_ERROR_STORE, p->path, "kann nicht geschrieben werden");
}

static int
open_part (FilePart *p)
{
  char *name = g_strconcat (p->path, ".teil-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    p->part = name;
  else
    g_free (name);
  return fd;
}

static gboolean
fill_part (FilePart *p, GBytes *bytes, GError **error)
{
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);
  int fd = open_part (p);
  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
    if (!file_make_folder (p->folder, error))
      return FALSE;
    fd = open_part (p);
  }
  if (fd < 0)
    return fail_write (p, error);
  gboolean ok = file_write_all (fd, data, n) && (!p->durable || fsync (fd) == 0);
  int e = errno;
  if (close (fd) != 0 && ok) {
    ok = FALSE;
    e = errno;
  }
  errno = e;
  return ok ? interrupt_check (error) : fail_write (p, error);
}

static FilePart *
prepare (const char *path, GBytes *bytes, gboolean durable, GError **error)
{
  g_autoptr (FilePart) p = g_new0 (FilePart, 1);
  p->path = g_strdup (path);
  p->folder = g_path_get_dirname (path);
  p->durable = durable;
  if (!may_be_replaced (path)) {
    fail (error, RATSWEG_ERROR_USAGE,
          "%s: ist eine Pipe oder ein Gerät, keine Datei; dorthin wird nicht geschrieben. Abhilfe: "
          "eine Datei nennen.",
          path);
    return NULL;
  }
  return fill_part (p, bytes, error) ? g_steal_pointer (&p) : NULL;
}

/* A second name of the file that stands at @path, so that it can be put back; NULL if there is none. */
static char *
keep_old (const FilePart *p)
{
  char *old = g_strconcat (p->part, "-alt", NULL);
  if (link (p->path, old) == 0)
    return old;
  g_free (old);
  return NULL;
}

/* The folder could not be fsynced: after a power cut either state may be there, so the old one is put back. */
static gboolean
sync_or_undo (const FilePart *p, const char *old, gboolean was_there, GError **error)
{
  if (file_sync_folder (p->folder, error))
    return TRUE;
  if (old)
    rename (old, p->path);
  else if (!was_there)
    unlink (p->path);
  return FALSE;
}

gboolean
file_place (FilePart *p, GError **error)
{
  gboolean was_there = p->durable && g_file_test (p->path, G_FILE_TEST_EXISTS);
  g_autofree char *old = was_there ? keep_old (p) : NULL;
  gboolean ok = rename (p->part, p->path) == 0;
  if (ok) {
    g_clear_pointer (&p->part, g_free);
    ok = !p->durable || sync_or_undo (p, old, was_there, error);
  } else
    fail_write (p, error);
  if (old)
    unlink (old);
  return ok;
}

FilePart *
file_prepare (const char *path, GBytes *bytes, GError **error)
{
  interrupt_hold ();
  FilePart *p = prepare (path, bytes, TRUE, error);
  interrupt_release ();
  return p;
}

gboolean
file_write (const char *path, GBytes *bytes, gboolean durable, GError **error)
{
  interrupt_hold ();
  FilePart *p = prepare (path, bytes, durable, error);
  gboolean ok = p && file_place (p, error);
  file_part_free (p);
  interrupt_release ();
  return ok;
}

gboolean
file_equals (const char *path, GBytes *bytes, GError **error)
{
  struct stat st;
  if (g_stat (path, &st) != 0 || !S_ISREG (st.st_mode) || (gsize) st.st_size != g_bytes_get_size (bytes))
    return FALSE;
  g_autoptr (GBytes) there = file_read (path, g_bytes_get_size (bytes), error);
  return there && g_bytes_equal (there, bytes);
}

gboolean
file_remove (const char *path, GError **error)
{
  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  return file_fail (error, RATSWEG_ERROR_STORE, path, "kann nicht entfernt werden");
}
