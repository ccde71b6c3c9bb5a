/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Who is present in a sitting, and whether that is enough.  Internal to route/.  Owns nothing. */
#pragma once
#include "route/zug.h"

typedef struct {
  guint stimmen;        /* with a vote */
  guint ratsmitglieder; /* of these, members of the Rat */
  guint andere;         /* of these, not */
} Presence;

/* The attendance of a sitting, NULL where none was recorded. */
xmlNode *attendance_of (const Doc *sitzung);
/* Whether this entry says that its person is there at @um ("16:10"); with NULL, that they have not left yet. */
gboolean attendance_is_present (const xmlNode *person, const char *um);
/* Whether this entry is of a class that votes. */
gboolean attendance_votes (const Zug *z, const xmlNode *person);
/* How many are there, but for who is befangen at @top (may be NULL). */
Presence attendance_count (const Zug *z, const Doc *sitzung, const xmlNode *top, const char *um);
/* How many members with a vote the body has by law, else on the day of the sitting. */
guint attendance_members (const Zug *z, const Doc *sitzung);
/* More than half, and in a committee more members of the Rat than others. */
gboolean attendance_is_enough (const Zug *z, const Doc *sitzung, Presence p);
/* The class of a member of a body by its entry there; lent. */
const char *attendance_class (const xmlNode *mitglied);
/* Whether a member's or office-holder's entry holds on @tag. */
gboolean attendance_valid (const xmlNode *mitglied, const char *tag);
/* The name of a person that was read, else their Kennung; the caller frees. */
char *attendance_name (const Zug *z, const char *person);
