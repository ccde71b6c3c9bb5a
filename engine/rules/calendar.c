/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Counts days by §§ 187 to 193 BGB and the holidays of the Land.  Which Fristen there are, and what misses one, is
 * for the rules and route/ to say.  Called by route/ and report/. */
#include "rules/calendar.h"
#include "base/date.h"
#include <string.h>

/* The Gregorian computus of Meeus, Jones and Butcher. */
char *
calendar_easter (guint year)
{
  guint a = year % 19, b = year / 100, c = year % 100;
  guint h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  guint l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  guint m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return g_strdup_printf ("%04u-%02u-%02u", year, n / 31, n % 31 + 1);
}

static gboolean
in_years (const xmlNode *holiday, gint64 year)
{
  return node_get_int (holiday, "ab-jahr", year) <= year &&
         year <= node_get_int (holiday, "bis-jahr", year);
}

static gboolean
falls_on (const xmlNode *holiday, const char *day)
{
  guint year = (guint) g_ascii_strtoull (day, NULL, 10);
  const char *fixed = node_get (holiday, "am");
  if (!in_years (holiday, year))
    return FALSE;
  if (fixed)
    return g_str_equal (day + 5, fixed);
  g_autofree char *easter = calendar_easter (year);
  g_autofree char *moved = day_add (easter, (gint) node_get_int (holiday, "ostern", 0));
  return g_strcmp0 (day, moved) == 0;
}

const char *
regeln_feiertag (const Regeln *r, const char *day)
{
  g_autoptr (GPtrArray) all = regeln_entries (r, "feiertag");
  for (guint i = 0; i < all->len; i++)
    if (falls_on (all->pdata[i], day))
      return node_get (all->pdata[i], "wort");
  return NULL;
}

gboolean
regeln_ruhetag (const Regeln *r, const char *day)
{
  return day_weekday (day) >= 6 || regeln_feiertag (r, day) != NULL;
}

/* The nearest working day from @day on in this direction, @day itself if it is one. */
static char *
working_day (const Regeln *r, char *take_day, int direction)
{
  char *day = take_day;
  while (day && regeln_ruhetag (r, day)) {
    char *next = day_add (day, direction);
    g_free (day);
    day = next;
  }
  return day;
}

static char *
add_working_days (const Regeln *r, const char *from, gint64 n, int direction)
{
  char *day = g_strdup (from);
  for (; n > 0 && day; n--) {
    char *next = day_add (day, direction);
    g_free (day);
    day = working_day (r, next, direction);
  }
  return day;
}

static char *
count (const Regeln *r, const xmlNode *frist, const char *event)
{
  int direction = node_is (frist, "richtung", "vor") ? -1 : 1;
  gint64 n = node_get_int (frist, "dauer", 0);
  if (node_is (frist, "einheit", "arbeitstage"))
    return add_working_days (r, event, n, direction);
  if (node_is (frist, "einheit", "monate"))
    return day_add_months (event, direction * (int) n);
  if (node_is (frist, "einheit", "wochen"))
    n *= 7;
  else if (node_is (frist, "einheit", "volle-tage"))
    n += 1;
  return day_add (event, direction * (int) n);
}

char *
regeln_frist (const Regeln *r, const char *code, const char *event)
{
  xmlNode *frist = regeln_entry (r, "frist", code);
  char *day = frist ? count (r, frist, event) : NULL;
  if (!day || node_is (frist, "ruhetag", "bleibt"))
    return day;
  return working_day (r, day, node_is (frist, "ruhetag", "davor") ? -1 : 1);
}

/* By the clock on the wall: 24 hours before 15:00 is 15:00, also when the clocks were changed between. */
char *
regeln_frist_verkuerzt (const Regeln *r, const char *code, const char *event)
{
  xmlNode *frist = regeln_entry (r, "frist", code);
  gint64 hours = node_get_int (frist, "verkuerzt-stunden", -1);
  if (hours < 0 || !local_valid (event))
    return NULL;
  gint64 clock = g_ascii_strtoll (event + 11, NULL, 10) - hours % 24;
  g_autofree char *from = g_strndup (event, 10);
  g_autofree char *day = day_add (from, (gint) - (hours / 24) - (clock < 0 ? 1 : 0));
  return day ? g_strdup_printf ("%sT%02" G_GINT64_FORMAT "%s", day, (clock + 24) % 24, event + 13)
             : NULL;
}

static const char *
unit_word (const char *unit, gboolean one)
{
  static const struct {
    const char *unit, *one, *many;
  } words[] = { { "tage", "Tag", "Tage" },
                { "volle-tage", "voller Tag", "volle Tage" },
                { "arbeitstage", "Arbeitstag", "Arbeitstage" },
                { "wochen", "Woche", "Wochen" },
                { "monate", "Monat", "Monate" } };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].unit, unit) == 0)
      return one ? words[i].one : words[i].many;
  return unit;
}

char *
regeln_frist_text (const Regeln *r, const char *code)
{
  xmlNode *frist = regeln_entry (r, "frist", code);
  if (!frist)
    return NULL;
  gint64 n = node_get_int (frist, "dauer", 0);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s %s", n,
                          unit_word (node_get (frist, "einheit"), n == 1),
                          node_is (frist, "richtung", "vor") ? "vorher" : "danach");
}
