/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the parts of a check share, for store/ only.  The check trusts nothing it can recompute: it replays
 * the events into an index of its own, in a private database, and compares.
 *
 * The parts return FALSE only where the check cannot go on; what they find goes to verify_found. */
#pragma once
#include "store/inside.h"
#include "trail/tree.h"

typedef struct {
  Store *s;
  Db *own; /* private: an index as the events have it, and the tables of verify_tables */
  StoreFinding finding;
  StoreProgress progress;
  gpointer user;
  StoreCounts *n;
  guint64 count;       /* events that are checked: those there were at the start */
  gint64 last_content; /* likewise the last row of inhalt */
  gboolean lost;       /* an event is missing or cannot be read: what it said is unknown */
} Verify;

void verify_found (Verify *v, const char *what, const char *fmt, ...) G_GNUC_PRINTF (3, 4);
/* An error as a finding. */
void verify_trouble (Verify *v, const char *what, const GError *why);
/* Asks whether to go on; FALSE sets the error (status 130). */
gboolean verify_go_on (Verify *v, guint64 done, guint64 all, GError **error);

/* verify-events.c: bytes, order, chain, tree; calls verify_docs for each event. */
gboolean verify_events (Verify *v, GError **error);
/* verify-docs.c: versions and contents of one event. */
gboolean verify_docs (Verify *v, const Event *e, GError **error);
/* Contents that no event knows, content files. */
gboolean verify_contents (Verify *v, GError **error);
/* verify-index.c: the index against the replayed one. */
gboolean verify_index (Verify *v, GError **error);
/* TRUE if a step after the start changed the document, so that a difference proves nothing. */
gboolean verify_changed_since (Verify *v, const char *art, const char *spur);
/* verify-files.c */
gboolean verify_files (Verify *v, GError **error);
