/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* How far the readable files are: below which event each was looked after.  Noted in the lock file, so that
 * the next start need not look at the files of the last step again.  The files are not synced, so a note
 * counts only until the machine starts anew, and only for the trail it was made of; beyond it, what the last
 * transaction recorded ("dateien") counts.  For store/ only. */
#pragma once
#include "store/inside.h"

/* Notes s->files_until; under the lock. */
void reached_note (Store *s);
/* Raises s->files_until to what is recorded and noted; under the lock. */
void reached_read (Store *s);
