/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Bounded reading and whole-or-not-at-all writing of files.  Owns nothing; may call GLib only. */
#pragma once
#include "base/error.h"
#include <glib.h>

/* The whole file, at most @limit bytes; a larger one, a folder or a device fails with status 2. */
GBytes *file_read (const char *path, gsize limit, GError **error);

/* Writes @bytes beside @path and renames into place; missing folders are made (mode 0700).  @durable:
 * file and folder are fsynced.  A pipe or device is refused, never replaced.  On any failure, and where
 * the process is asked to stop (status 130), @path is as before and no part file is left. */
gboolean file_write (const char *path, GBytes *bytes, gboolean durable, GError **error);

/* The same in two halves: all that can run out of room first, durably, and later the renaming. */
typedef struct _FilePart FilePart;
FilePart *file_prepare (const char *path, GBytes *bytes, GError **error);
gboolean file_place (FilePart *part, GError **error);
/* Removes the part file if it was not placed. */
void file_part_free (FilePart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FilePart, file_part_free)

/* All @n bytes to a descriptor; FALSE with errno set. */
gboolean file_write_all (int fd, const void *bytes, gsize n);

/* TRUE if the file exists and holds exactly @bytes; @error is set only where it could not be read. */
gboolean file_equals (const char *path, GBytes *bytes, GError **error);

/* Removes a file; one that is not there is no failure. */
gboolean file_remove (const char *path, GError **error);

/* A folder and what is missing above it (mode 0700); one that is there already is no failure. */
gboolean file_make_folder (const char *folder, GError **error);

/* An errno in German words; lent. */
const char *file_reason (int error);

/* Fails with "path: what (errno in words). Abhilfe: ...": @what is "kann nicht gelesen werden" and the like. */
gboolean file_fail (GError **error, RatswegError code, const char *path, const char *what);

/* fsync of a file that others have written. */
gboolean file_sync (const char *path, GError **error);

/* fsync of a folder, so that a rename in it is durable. */
gboolean file_sync_folder (const char *folder, GError **error);
