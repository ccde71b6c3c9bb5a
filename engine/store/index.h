/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The index: what the newest versions say, so that they can be found and listed.  Everything in it follows
 * from events and contents.  For store/ only. */
#pragma once
#include "store/inside.h"

typedef struct {
  DocArt art;
  const char *spur;        /* the trail's name of the document after the step */
  const char *spur_vorher; /* before it, where the step changed it; else NULL */
  guint stand;
  Hash commitment;
  guint64 seq;
  gint64 zeit;
} IndexVersion;

/* A new version.  @doc and @f are NULL where its content cannot be read. */
gboolean index_put (Db *db, const IndexVersion *v, const Doc *doc, const Facts *f, GError **error);
/* The instant of event @seq, for the versions that it made. */
gboolean index_set_time (Db *db, guint64 seq, gint64 zeit, GError **error);
/* Whether the Kennung, its file name and the names of its files are free for the document whose name so
 * far is @spur; fails with status 2. */
gboolean index_check_free (Db *db, const Facts *f, const char *spur, GError **error);
/* Makes the index in @target anew from the events and contents of @s. */
gboolean index_rebuild (Store *s, Db *target, GError **error);

/* What an event says of one document, as a version; FALSE if it made none. */
gboolean index_version_of (const Event *e, const EventDoc *d, IndexVersion *ret);

gboolean index_get_meta (Db *db, const char *name, gint64 *ret, GError **error); /* 0 if absent */
gboolean index_set_meta (Db *db, const char *name, gint64 value, GError **error);
