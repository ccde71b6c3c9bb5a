/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Easter, the holidays of the Land, and Fristen by §§ 187 to 193 BGB, with the Ladungsfristen of three cities. */
#include "route-help.h"
#include "base/date.h"
#include "rules/calendar.h"

/* Easter Sundays as calendars print them; the last two are the years for which Gauss's first rule was wrong. */
static void
easter_as_published (void)
{
  static const char *const days[] = {
    "1913-03-23", "1943-04-25", "1999-04-04", "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20",
    "2004-04-11", "2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23", "2009-04-12", "2010-04-04",
    "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16",
    "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
    "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25",
    "1954-04-18", "1981-04-19"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *day = calendar_easter ((guint) g_ascii_strtoull (days[i], NULL, 10));
    g_assert_cmpstr (day, ==, days[i]);
  }
}

/* The same by another published rule, Lichtenberg's of 1997: the number of the day in March. */
static int
lichtenberg (int year)
{
  int k = year / 100, m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25, s = 2 - (3 * k + 3) / 4;
  int a = year % 19, d = (19 * a + m) % 30, r = (d + a / 11) / 29, og = 21 + d - r;
  int sz = 7 - (year + year / 4 + s) % 7;
  return og + 7 - (og - sz) % 7;
}

static void
easter_by_another_rule (void)
{
  for (int year = 1900; year < 3000; year++) {
    int march = lichtenberg (year);
    g_autofree char *other =
      g_strdup_printf ("%04d-%02d-%02d", year, march > 31 ? 4 : 3, march > 31 ? march - 31 : march);
    g_autofree char *day = calendar_easter ((guint) year);
    g_assert_cmpstr (day, ==, other);
    g_assert_cmpuint (day_weekday (day), ==, 7);
  }
}

static void
holidays_of_the_land (void)
{
  static const char *const days[] = { "2021-01-01", "2021-04-02", "2021-04-05", "2021-05-01",
                                      "2021-05-13", "2021-05-24", "2021-06-03", "2021-10-03",
                                      "2021-11-01", "2021-12-25", "2021-12-26" };
  gsize found = 0;
  for (int i = 0; i < 365; i++) {
    g_autofree char *day = day_add ("2021-01-01", i);
    if (regeln_feiertag (rules (), day))
      g_assert_cmpstr (day, ==, days[found++]);
  }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (days));
  g_assert_cmpstr (regeln_feiertag (rules (), "2021-06-03"), ==, "Fronleichnam");
  g_assert_null (regeln_feiertag (rules (), "1989-10-03"));
  g_assert_true (regeln_ruhetag (rules (), "2021-09-25"));
  g_assert_true (regeln_ruhetag (rules (), "2021-09-26"));
  g_assert_true (regeln_ruhetag (rules (), "2021-11-01"));
  g_assert_false (regeln_ruhetag (rules (), "2021-09-23"));
  /* Karnevalsmontag is no holiday, but a city may have it as a day on which it does not work. */
  g_assert_false (regeln_ruhetag (rules (), "2021-02-15"));
}

/* -- Fristen -- */

#define HEAD " gueltig-ab=\"2000-01-01\" name=\"Probe\""

/* Rules with the Fristen of @city (elements). */
static Regeln *
city (const char *entries)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = shipped ("templates/nrw/regeln.xml");
  g_autoptr (Doc) base = doc_from (text, "regeln.xml");
  g_autoptr (Doc) profil =
    document ("<profil " NS " kennung=\"probe\"" HEAD " stadt=\"Probe\" grundlage=\"nrw\">%s"
              "<nummernkreis zaehler=\"drucksachen\" muster=\"{nr:5}\" naechste=\"1\"/>"
              "</profil>",
              entries);
  Regeln *r = regeln_new (base, profil, &error);
  g_assert_no_error (error);
  return r;
}

#define FRIST(richtung, dauer, einheit, ruhetag)                                                        \
  "<frist code=\"f\" wort=\"Frist\" richtung=\"" richtung "\" dauer=\"" dauer "\" einheit=\"" einheit   \
  "\" ruhetag=\"" ruhetag "\" quelle=\"Probe\"/>"

static void
assert_frist (const char *entries, const char *event, const char *last)
{
  g_autoptr (Regeln) r = city (entries);
  g_autofree char *day = regeln_frist (r, "f", event);
  g_assert_cmpstr (day, ==, last);
}

/* The sitting is on Thursday, 23.09.2021. */
static void
before_a_sitting (void)
{
  assert_frist (FRIST ("vor", "7", "tage", "bleibt"), "2021-09-23", "2021-09-16"); /* Düsseldorf */
  assert_frist (FRIST ("vor", "8", "volle-tage", "bleibt"), "2021-09-23", "2021-09-14"); /* Wesel */
  assert_frist (FRIST ("vor", "14", "tage", "bleibt"), "2021-09-23", "2021-09-09");      /* Bonn */
  assert_frist (FRIST ("vor", "1", "volle-tage", "bleibt"), "2021-09-23", "2021-09-21");
  assert_frist (FRIST ("vor", "0", "tage", "bleibt"), "2021-09-23", "2021-09-23");
  /* Sunday: the Friday before, the Monday after, or as it is. */
  assert_frist (FRIST ("vor", "4", "tage", "davor"), "2021-09-23", "2021-09-17");
  assert_frist (FRIST ("vor", "4", "tage", "danach"), "2021-09-23", "2021-09-20");
  assert_frist (FRIST ("vor", "4", "tage", "bleibt"), "2021-09-23", "2021-09-19");
  /* Across the turn of the year, and a leap day. */
  assert_frist (FRIST ("vor", "7", "tage", "bleibt"), "2022-01-05", "2021-12-29");
  assert_frist (FRIST ("vor", "1", "tage", "bleibt"), "2020-03-01", "2020-02-29");
  assert_frist (FRIST ("vor", "2", "wochen", "bleibt"), "2021-09-23", "2021-09-09");
  assert_frist (FRIST ("vor", "1", "monate", "bleibt"), "2021-03-31", "2021-02-28");
}

/* § 187 (1), § 188 (2) and (3), § 193 BGB. */
static void
after_an_event (void)
{
  assert_frist (FRIST ("nach", "3", "tage", "danach"), "2021-09-01",
                "2021-09-06"); /* ends on a Saturday */
  assert_frist (FRIST ("nach", "3", "tage", "danach"), "2021-09-06", "2021-09-09");
  assert_frist (FRIST ("nach", "2", "wochen", "danach"), "2021-09-02", "2021-09-16");
  assert_frist (FRIST ("nach", "1", "monate", "bleibt"), "2021-01-31", "2021-02-28");
  assert_frist (FRIST ("nach", "1", "monate", "bleibt"), "2020-01-31", "2020-02-29");
  assert_frist (FRIST ("nach", "1", "monate", "danach"), "2021-01-31", "2021-03-01");
  /* Good Friday, Saturday, Easter Sunday and Monday. */
  assert_frist (FRIST ("nach", "1", "tage", "danach"), "2021-04-01", "2021-04-06");
  /* The third day is Allerheiligen, a Monday. */
  assert_frist (FRIST ("nach", "3", "tage", "danach"), "2021-10-29", "2021-11-02");
}

static void
working_days (void)
{
  assert_frist (FRIST ("vor", "10", "arbeitstage", "davor"), "2021-09-02", "2021-08-19");
  assert_frist (FRIST ("vor", "1", "arbeitstage", "davor"), "2021-04-06", "2021-04-01");
  assert_frist (FRIST ("nach", "1", "arbeitstage", "danach"), "2021-04-01", "2021-04-06");
  assert_frist (FRIST ("nach", "5", "arbeitstage", "danach"), "2021-09-23", "2021-09-30");
}

/* A city's own day off. */
static void
day_of_the_city (void)
{
  const char *off =
    "<feiertag code=\"rosenmontag\" wort=\"Rosenmontag\" ostern=\"-48\"/>" FRIST ("nach", "3", "tage",
                                                                                  "danach");
  assert_frist (off, "2021-02-12", "2021-02-16");
  g_autoptr (Regeln) r = city (off);
  g_assert_cmpstr (regeln_feiertag (r, "2021-02-15"), ==, "Rosenmontag");
  g_assert_cmpstr (regeln_feiertag (r, "2022-02-28"), ==, "Rosenmontag");
}

static void
assert_phrase (const char *entries, const char *phrase)
{
  g_autoptr (Regeln) r = city (entries);
  g_autofree char *text = regeln_frist_text (r, "f");
  g_assert_cmpstr (text, ==, phrase);
}

static void
in_words (void)
{
  assert_phrase (FRIST ("vor", "8", "volle-tage", "bleibt"), "8 volle Tage vorher");
  assert_phrase (FRIST ("nach", "1", "monate", "danach"), "1 Monat danach");
  assert_phrase (FRIST ("vor", "10", "arbeitstage", "davor"), "10 Arbeitstage vorher");
  g_autofree char *none = regeln_frist_text (rules (), "gibt-es-nicht");
  g_autofree char *day = regeln_frist (rules (), "gibt-es-nicht", "2021-09-23");
  g_assert_null (none);
  g_assert_null (day);
}

/* Beyond the calendar there is no day, and the search for a working day ends. */
static void
at_the_edge (void)
{
  assert_frist (FRIST ("nach", "1", "tage", "danach"), "9999-12-31", NULL);
  assert_frist (FRIST ("vor", "9999", "monate", "davor"), "2021-09-23", NULL);
  assert_frist (FRIST ("vor", "3", "arbeitstage", "davor"), "1900-01-02", NULL);
}

/* Where the city has said nothing of its own, its profile says so. */
static void
assumptions_are_named (void)
{
  static const char *const codes[] = { "ladung", "vorlagenschluss", "mitzeichnung", "niederschrift",
                                       "einspruch" };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    const xmlNode *n = regeln_entry (rules (), "frist", codes[i]);
    g_assert_nonnull (n);
    g_assert_true (node_is (n, "annahme", "ja"));
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/calendar/easter", easter_as_published);
  g_test_add_func ("/rules/calendar/easter-again", easter_by_another_rule);
  g_test_add_func ("/rules/calendar/holidays", holidays_of_the_land);
  g_test_add_func ("/rules/calendar/before", before_a_sitting);
  g_test_add_func ("/rules/calendar/after", after_an_event);
  g_test_add_func ("/rules/calendar/working-days", working_days);
  g_test_add_func ("/rules/calendar/city", day_of_the_city);
  g_test_add_func ("/rules/calendar/words", in_words);
  g_test_add_func ("/rules/calendar/edge", at_the_edge);
  g_test_add_func ("/rules/calendar/assumptions", assumptions_are_named);
  return g_test_run ();
}
