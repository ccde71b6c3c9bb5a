/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Days, local times of sittings, and instants: three different things, never mixed.  Owns nothing; may
 * call GLib only.
 *
 *   day      "2021-09-23"              a calendar day, no zone
 *   local    "2021-09-23T15:00"        Europe/Berlin, as printed in an Einladung
 *   instant  microseconds since 1970   UTC, as recorded in the trail */
#pragma once
#include <glib.h>

/* TRUE for an existing day, written exactly yyyy-mm-dd, 1900 to 9999. */
gboolean day_valid (const char *day);
/* TRUE for yyyy-mm-ddThh:mm that exists in Europe/Berlin (the hour skipped in March does not). */
gboolean local_valid (const char *local);

/* "23.09.2021"; the caller frees.  @day must be valid; a local time is cut to its day. */
char *day_german (const char *day);
/* "23.09.2021 15:00"; the caller frees. */
char *local_german (const char *local);
/* The day in Europe/Berlin at @instant; the caller frees. */
char *day_of_instant (gint64 instant);
/* A day given by a person as 2021-09-23 or 23.09.2021, as yyyy-mm-dd; NULL if it is neither. */
char *day_parse (const char *text);

/* The day @n days later (or earlier); NULL where it would lie outside 1900 to 9999.  The caller frees. */
char *day_add (const char *day, gint n);
/* The same day @n months later (or earlier), the month's last one where it has no such day; NULL as above. */
char *day_add_months (const char *day, gint n);
/* 1 for Monday to 7 for Sunday; 0 for what is no day. */
guint day_weekday (const char *day);

/* The local time of an instant by ISO 8601; without a distance from UTC it is one already.  NULL for what is none; the
 * caller frees. */
char *local_of_iso (const char *text);
/* "2021-10-28T15:00:00+02:00": the local time with its offset; of the hour that comes twice in October the first;
 * NULL for a time that does not exist.  The caller frees. */
char *local_offset (const char *local);

/* "2021-09-23T13:00:00.000000Z", the form of the trail; the caller frees. */
char *instant_format (gint64 instant);
/* The inverse; also takes seconds without fraction, and a day alone (its end in Europe/Berlin, so that
 * "am 23.09." includes the 23rd).  FALSE for anything else. */
gboolean instant_parse (const char *text, gint64 *ret_instant);
/* "23.09.2021 15:00:00" in Europe/Berlin; the caller frees. */
char *instant_german (gint64 instant);

/* Fails (status 3) where the machine's time zone data lack Europe/Berlin, instead of guessing. */
gboolean date_check_zone (GError **error);
