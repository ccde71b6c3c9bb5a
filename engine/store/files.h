/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The readable files: a projection of the newest versions.  A file that holds neither what was nor what is
 * to be there was changed by somebody else: it is named and left alone.  For store/ only. */
#pragma once
#include "store/inside.h"

/* A document of the running transaction, so that its files can be written without reading it again.  Takes
 * @facts over. */
void files_remember (Store *s, GBytes *bytes, Facts *facts);
/* At the end of the transaction. */
void files_forget (Store *s);

/* Refreshes the files of all documents that events from @from on changed; troubles become warnings. */
void files_refresh (Store *s, guint64 from);
/* The same for what a killed process left out; to be called under the lock.  Always TRUE. */
gboolean files_catch_up (Store *s);

/* One readable file as the newest versions want it. */
typedef struct {
  const char *path; /* below the store's folder */
  GBytes *bytes;
  DocArt art;
  const char *spur, *label;
} ReadableFile;
/* FALSE ends the walk with the error set. */
typedef gboolean (*ReadableFileFunc) (const ReadableFile *file, gpointer user, GError **error);
/* A content that cannot be read: @label and why; NULL lets the walk fail. */
typedef void (*ReadableFileLost) (const char *label, const GError *why, gpointer user);
/* Every readable file that the index @db asks for, from the contents of @s, one after the other. */
gboolean files_each (Store *s, Db *db, ReadableFileFunc file, ReadableFileLost lost, gpointer user,
                     GError **error);
