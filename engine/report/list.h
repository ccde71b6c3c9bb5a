/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lists of documents as tables.  Owns nothing; may call store/. */
#pragma once
#include "store/store.h"
#include "base/table.h"

/* The printed word of a code: kind of entry ("zustand", "ergebnis", ...), state machine or NULL, code.
 * Never NULL.  Handed in, since words are a matter of the rules. */
typedef const char *(*ReportWord) (const char *element, const char *ablauf, const char *code,
                                   gpointer user);

/* Short names of bodies, each read once: few bodies stand in many rows. */
typedef struct _ReportNames ReportNames;
ReportNames *report_names_new (Store *s);
void report_names_free (ReportNames *n);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportNames, report_names_free)
/* The Kennung itself for a body that is unknown; lent. */
const char *report_body_name (ReportNames *n, const char *kennung);

typedef struct {
  DocArt art;
  const char *zustand, *gremium, *von, *bis; /* each may be NULL, see store_each */
  ReportWord word;
  gpointer user;
  GHashTable *
    bei; /* Stelle to the account that is represented, "" for nobody: only papers that wait for one; or NULL */
  const char *heute; /* with @bei */
  gboolean (*zeichnet) (const char *art, const char *zustand,
                        gpointer user); /* with @bei: whether papers are signed
                                                                               in this state */
  gboolean (*vorbei) (const char *zustand,
                      gpointer user); /* whether a sitting in this state has been held */
} ReportList;

/* The caller owns the table; NULL on failure. */
Table *report_list (Store *s, const ReportList *l, GError **error);
