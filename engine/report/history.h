/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The trail as a table that a clerk can read.  Owns nothing; may call store/. */
#pragma once
#include "report/list.h"

typedef struct {
  DocArt art;           /* with @kennung: only events that changed this document */
  const char *kennung;  /* its present Kennung, or NULL for all */
  gint64 von, bis;      /* instants of recording, inclusive */
  gboolean uebergangen; /* only objections that were overridden: a row each, with its sentence */
  ReportWord word;
  gpointer user;
} ReportHistory;

/* Oldest first.  The caller owns the table; NULL on failure. */
Table *report_history (Store *s, const ReportHistory *h, GError **error);
