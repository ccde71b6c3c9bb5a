/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Days, local times and instants.  Reads no clock and no TZ.  Called by every layer. */
#include "base/date.h"
#include "base/error.h"
#include <stdio.h>
#include <string.h>

/* Read once: two hundred years of summers. */
static GTimeZone *
berlin (void)
{
  static GTimeZone *zone;
  if (g_once_init_enter (&zone)) {
    GTimeZone *z = g_time_zone_new_identifier ("Europe/Berlin");
    g_once_init_leave (&zone, z ? z : g_time_zone_new_utc ());
  }
  return zone;
}

gboolean
date_check_zone (GError **error)
{
  if (g_strcmp0 (g_time_zone_get_identifier (berlin ()), "Europe/Berlin") != 0)
    return fail (error, RATSWEG_ERROR_HELPER,
                 "Die Zeitzonendaten dieser Maschine kennen Europe/Berlin nicht. Abhilfe: das Paket "
                 "tzdata installieren.");
  return TRUE;
}

static gboolean
digits (const char *s, gsize from, gsize n, int *ret)
{
  int v = 0;
  for (gsize i = from; i < from + n; i++) {
    if (s[i] < '0' || s[i] > '9')
      return FALSE;
    v = 10 * v + (s[i] - '0');
  }
  *ret = v;
  return TRUE;
}

static gboolean
day_read (const char *s, gsize len, int *y, int *m, int *d)
{
  return len == 10 && s[4] == '-' && s[7] == '-' && digits (s, 0, 4, y) && digits (s, 5, 2, m) &&
         digits (s, 8, 2, d) && *y >= 1900 &&
         g_date_valid_dmy ((GDateDay) *d, (GDateMonth) *m, (GDateYear) *y);
}

gboolean
day_valid (const char *day)
{
  int y, m, d;
  return day && day_read (day, strlen (day), &y, &m, &d);
}

gboolean
local_valid (const char *local)
{
  int y, m, d, h, min;
  if (!local || strlen (local) != 16 || local[10] != 'T' || local[13] != ':' ||
      !day_read (local, 10, &y, &m, &d) || !digits (local, 11, 2, &h) || !digits (local, 14, 2, &min) ||
      h > 23 || min > 59)
    return FALSE;
  /* GLib moves a time in the skipped hour to a neighbouring one: then it does not exist. */
  g_autoptr (GDateTime) t = g_date_time_new (berlin (), y, m, d, h, min, 0);
  return t && g_date_time_get_hour (t) == h && g_date_time_get_minute (t) == min;
}

char *
day_german (const char *day)
{
  if (!day || strlen (day) < 10)
    return g_strdup (day);
  return g_strdup_printf ("%.2s.%.2s.%.4s", day + 8, day + 5, day);
}

char *
local_german (const char *local)
{
  g_autofree char *day = day_german (local);
  if (!local || strlen (local) < 16)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s %.5s", day, local + 11);
}

char *
day_parse (const char *text)
{
  if (day_valid (text))
    return g_strdup (text);
  int y, m, d;
  if (!text || strlen (text) != 10 || text[2] != '.' || text[5] != '.' || !digits (text, 6, 4, &y) ||
      !digits (text, 3, 2, &m) || !digits (text, 0, 2, &d))
    return NULL;
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", y, m, d);
  return day_valid (day) ? g_steal_pointer (&day) : NULL;
}

/* -- counting -- */

static gboolean
date_of (const char *day, GDate *ret)
{
  int y, m, d;
  if (!day || !day_read (day, strlen (day), &y, &m, &d))
    return FALSE;
  g_date_set_dmy (ret, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}

static char *
date_print (const GDate *date)
{
  g_autofree char *day = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date),
                                          (guint) g_date_get_month (date), g_date_get_day (date));
  return day_valid (day) ? g_steal_pointer (&day) : NULL;
}

/* A date that GLib cannot hold is no day: the years 1900 to 9999 are about three million days. */
#define DAYS_AT_MOST 3000000
#define MONTHS_AT_MOST 97200

char *
day_add (const char *day, gint n)
{
  GDate date;
  g_date_clear (&date, 1);
  if (!date_of (day, &date) || n > DAYS_AT_MOST || n < -DAYS_AT_MOST ||
      (gint64) g_date_get_julian (&date) + n < 1)
    return NULL;
  if (n >= 0)
    g_date_add_days (&date, (guint) n);
  else
    g_date_subtract_days (&date, (guint) -n);
  return date_print (&date);
}

char *
day_add_months (const char *day, gint n)
{
  GDate date;
  g_date_clear (&date, 1);
  if (!date_of (day, &date) || n > MONTHS_AT_MOST || n < -MONTHS_AT_MOST ||
      12 * g_date_get_year (&date) + n < 12 * 1900)
    return NULL;
  if (n >= 0)
    g_date_add_months (&date, (guint) n);
  else
    g_date_subtract_months (&date, (guint) -n);
  return date_print (&date);
}

guint
day_weekday (const char *day)
{
  GDate date;
  g_date_clear (&date, 1);
  return date_of (day, &date) ? (guint) g_date_get_weekday (&date) : 0;
}

/* -- local times and instants -- */

char *
local_offset (const char *local)
{
  int y, m, d, h, min;
  if (!local_valid (local) || !day_read (local, 10, &y, &m, &d) || !digits (local, 11, 2, &h) ||
      !digits (local, 14, 2, &min))
    return NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) wall = g_date_time_new (utc, y, m, d, h, min, 0);
  GTimeZone *zone = berlin ();
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_DAYLIGHT, g_date_time_to_unix (wall));
  int offset = g_time_zone_get_offset (zone, interval) / 60;
  return g_strdup_printf ("%s:00%c%02d:%02d", local, offset < 0 ? '-' : '+', ABS (offset) / 60,
                          ABS (offset) % 60);
}

static GDateTime *
instant_in (gint64 instant, GTimeZone *zone)
{
  gint64 s = instant / G_USEC_PER_SEC, us = instant % G_USEC_PER_SEC;
  if (us < 0) {
    us += G_USEC_PER_SEC;
    s--;
  }
  g_autoptr (GDateTime) whole = g_date_time_new_from_unix_utc (s);
  g_autoptr (GDateTime) utc = whole ? g_date_time_add (whole, us) : NULL;
  return utc ? g_date_time_to_timezone (utc, zone) : NULL;
}

static char *
instant_print (gint64 instant, GTimeZone *zone, const char *fmt)
{
  g_autoptr (GDateTime) t = instant_in (instant, zone);
  return t ? g_date_time_format (t, fmt) : g_strdup ("?");
}

char *
local_of_iso (const char *text)
{
  g_autoptr (GDateTime) there = g_date_time_new_from_iso8601 (text, berlin ());
  g_autoptr (GDateTime) here = there ? g_date_time_to_timezone (there, berlin ()) : NULL;
  g_autofree char *local = here ? g_date_time_format (here, "%Y-%m-%dT%H:%M") : NULL;
  return local && local_valid (local) ? g_steal_pointer (&local) : NULL;
}

char *
day_of_instant (gint64 instant)
{
  return instant_print (instant, berlin (), "%Y-%m-%d");
}

char *
instant_german (gint64 instant)
{
  return instant_print (instant, berlin (), "%d.%m.%Y %H:%M:%S");
}

char *
instant_format (gint64 instant)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  return instant_print (instant, utc, "%Y-%m-%dT%H:%M:%S.%fZ");
}

static gboolean
instant_read_fraction (const char *s, gint64 *ret_us)
{
  gint64 us = 0, unit = 100000;
  if (*s == '.' && g_ascii_isdigit (s[1]))
    for (s++; g_ascii_isdigit (*s) && unit > 0; s++, unit /= 10)
      us += unit * (*s - '0');
  *ret_us = us;
  return strcmp (s, "Z") == 0;
}

gboolean
instant_parse (const char *text, gint64 *ret_instant)
{
  int y, m, d, h, min, sec;
  gint64 us;
  if (!text)
    return FALSE;
  g_autofree char *day = day_parse (text);
  if (day && day_read (day, 10, &y, &m, &d)) {
    g_autoptr (GDateTime) start = g_date_time_new (berlin (), y, m, d, 0, 0, 0);
    g_autoptr (GDateTime) next = start ? g_date_time_add_days (start, 1) : NULL;
    if (!next)
      return FALSE;
    *ret_instant = g_date_time_to_unix (next) * G_USEC_PER_SEC - 1;
    return TRUE;
  }
  gsize len = strlen (text);
  if (len < 20 || len > 27 || !day_read (text, 10, &y, &m, &d) || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':' || !digits (text, 11, 2, &h) || !digits (text, 14, 2, &min) ||
      !digits (text, 17, 2, &sec) || h > 23 || min > 59 || sec > 59 ||
      !instant_read_fraction (text + 19, &us))
    return FALSE;
  g_autoptr (GDateTime) t = g_date_time_new_utc (y, m, d, h, min, sec);
  if (!t)
    return FALSE;
  *ret_instant = g_date_time_to_unix (t) * G_USEC_PER_SEC + us;
  return TRUE;
}
