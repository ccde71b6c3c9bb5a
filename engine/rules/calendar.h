/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Holidays and Fristen as the rules have them.  Owns nothing; may call doc/.  Days are "2021-09-23" and have
 * to be valid.
 *
 * A Frist (entry frist) counts from an event (richtung "nach") or back from it ("vor"):
 *   tage          the event's day does not count, § 187 (1) BGB; the last day is the one named
 *   volle-tage    as many whole days lie between the event and what has to happen
 *   arbeitstage   as tage, but Saturdays, Sundays and holidays are not counted
 *   wochen        the same day of the week, § 188 (2) BGB
 *   monate        the same day of the month, or its last one, § 188 (2) and (3) BGB
 * Where the last day is a Saturday, Sunday or holiday, ruhetag says what then: bleibt, danach (§ 193 BGB), davor. */
#pragma once
#include "rules/rules.h"

/* Easter Sunday of a year from 1583 on; the caller frees. */
char *calendar_easter (guint year);

/* The word of the holiday that falls on @day; NULL on any other day.  Lent. */
const char *regeln_feiertag (const Regeln *r, const char *day);
/* Saturday, Sunday or holiday. */
gboolean regeln_ruhetag (const Regeln *r, const char *day);

/* The last day on which what the Frist @code is for is still in time, from the day of the event; NULL where
 * the rules have no such Frist, or the day would lie outside the calendar.  The caller frees. */
char *regeln_frist (const Regeln *r, const char *code, const char *event);
/* The last local time to which the Frist @code may be shortened in an urgent case, before the local time @event; NULL
 * where the rules do not allow it.  The caller frees. */
char *regeln_frist_verkuerzt (const Regeln *r, const char *code, const char *event);
/* The length as a phrase, e.g. "7 volle Tage vorher" or "1 Monat danach"; NULL where there is no such Frist.  The
 * caller frees. */
char *regeln_frist_text (const Regeln *r, const char *code);
