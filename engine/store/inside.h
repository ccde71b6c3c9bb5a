/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the files of store/ share about an open store.  For store/ only. */
#pragma once
#include "store/sql.h"

struct _Store {
  char *folder;
  StoreMode mode;
  gboolean made;   /* the folder, by store_create */
  Db *db;          /* the trail and the contents */
  Db *index;       /* where the index is read: db itself, or scratch while db's is of an older version */
  Db *scratch;     /* owned; NULL but in that case */
  char *recovered; /* private folder with a recovered copy, or NULL */
  int lock;        /* descriptor while this store holds the writers' lock, else -1 */
  gboolean writing; /* between begin and commit */
  guint64 first;    /* number of events at begin */
  gint64 last_zeit; /* of the last event, once it was read or put in this transaction; else 0 */
  Hash last_hash;
  guint64 files_until; /* files of events below this were looked after by this process */
  GPtrArray *warnings;
  GArray *fresh;   /* Hash: contents put in this transaction, read once more before the commit */
  guint new_files; /* content files made in this transaction */
  GHashTable *put; /* documents put in this transaction, see files.c; NULL before the first */
  gsize put_bytes;
  GHashTable *remembered; /* decoded contents, only while many are read in a row; else NULL */
  gsize remembered_bytes;
};

/* Adds a warning, once. */
void store_warn (Store *s, const char *fmt, ...) G_GNUC_PRINTF (2, 3);
/* Fails unless a transaction is open. */
gboolean store_need_transaction (Store *s, GError **error);
/* "Vorlage 21874-21", with @stand "Vorlage 21874-21, Stand 4"; the caller frees. */
char *store_label (DocArt art, const char *kennung, guint stand);
/* The kind of a row; fails (damaged) for a word that is none. */
gboolean store_art (const char *name, DocArt *ret, GError **error);
/* Path of @name below the store's folder; the caller frees. */
char *store_path (const Store *s, const char *name);
