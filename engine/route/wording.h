/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The text that is voted on, on its way through the stations: which Fassung is the basis where, and where each of
 * its paragraphs comes from.  Owns nothing; may call rules/. */
#pragma once
#include "route/akte.h"

/* The Fassung on which a result of @station builds (NULL: whatever comes next): what an earlier body has changed, the
 * one that was chosen, else the original.  -1 where bodies have changed the text independently of each other and
 * none was chosen. */
gint64 wording_basis (const Akte *akte, const Doc *vorlage, const xmlNode *station);
/* The Fassungen between which the choice is; the caller owns the array of xmlNode*. */
GPtrArray *wording_open (const Akte *akte, const Doc *vorlage, const xmlNode *station);

/* The wording that a body gave a Fassung; NULL for one of the administration, and for none.  Lent. */
const xmlNode *wording_changed (const Doc *vorlage, const xmlNode *fassung);

typedef struct {
  char *text;     /* one paragraph, or one point of a list */
  char *herkunft; /* "vorlage", "station" or "papier" */
  char *quelle;   /* the Kennung of the paper, or the id of the station */
  char *wort;     /* the same for people */
} WordingPart;

/* The text in force: as decided, else the basis of what comes next; paragraph by paragraph.  *@ret_fassung: its
 * number.  Needs the bodies and what hangs on the paper (kinder) in the Akte.  The caller owns the array of
 * WordingPart*. */
GPtrArray *route_wording (const Akte *akte, const Doc *vorlage, gint64 *ret_fassung);
