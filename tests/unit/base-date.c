/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Days, local times and instants against the calendar and the rules of Europe/Berlin. */
#include "base/date.h"

static void
days_that_exist (void)
{
  static const char *const good[] = { "2021-09-23", "2020-02-29", "2000-02-29", "1900-01-01",
                                      "9999-12-31" };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (day_valid (good[i]));
}

static void
days_that_do_not (void)
{
  static const char *const bad[] = {
    "2021-02-29", "1900-02-29", "2100-02-29", "2021-04-31",  "2021-00-10",  "2021-13-01",
    "2021-09-00", "2021-9-23",  "23.09.2021", "2021-09-23 ", "1899-12-31",  "2021-09-2x",
    "",           "2021/09/23", "+021-09-23", "2021-09-٢٣",  "2021-09-230", "-021-09-23"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (day_valid (bad[i]));
  g_assert_false (day_valid (NULL));
}

/* Clocks went from 02:00 to 03:00 on 28 March 2021 and from 03:00 to 02:00 on 31 October. */
static void
local_times (void)
{
  g_assert_true (local_valid ("2021-09-23T15:00"));
  g_assert_true (local_valid ("2021-09-23T00:00"));
  g_assert_true (local_valid ("2021-03-28T01:59"));
  g_assert_false (local_valid ("2021-03-28T02:00"));
  g_assert_false (local_valid ("2021-03-28T02:30"));
  g_assert_false (local_valid ("2021-03-28T02:59"));
  g_assert_true (local_valid ("2021-03-28T03:00"));
  g_assert_true (local_valid ("2021-10-31T02:30"));
  static const char *const bad[] = { "2021-09-23T24:00", "2021-09-23T15:60", "2021-09-23 15:00",
                                     "2021-09-23T15",    "2021-02-30T15:00", "2021-09-23T15:00:00",
                                     "2021-09-23T1a:00", "2021-09-23" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (local_valid (bad[i]));
  g_assert_false (local_valid (NULL));
}

static void
assert_text (char *take, const char *expected)
{
  g_assert_cmpstr (take, ==, expected);
  g_free (take);
}

static void
printed_forms (void)
{
  assert_text (day_german ("2021-09-23"), "23.09.2021");
  assert_text (day_german ("2021-09-23T15:00"), "23.09.2021");
  assert_text (local_german ("2021-09-23T15:00"), "23.09.2021 15:00");
  assert_text (local_german ("2021-09-23"), "23.09.2021");
}

static void
days_as_people_write_them (void)
{
  assert_text (day_parse ("23.09.2021"), "2021-09-23");
  assert_text (day_parse ("2021-09-23"), "2021-09-23");
  assert_text (day_parse ("29.02.2020"), "2020-02-29");
  static const char *const bad[] = { "29.02.2021", "31.09.2021", "23.9.2021",
                                     "09/23/2021", "23.09.21",   "heute" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (day_parse (bad[i]));
  g_assert_null (day_parse (NULL));
}

/* 1632402000 is what "date -u -d 2021-09-23T13:00:00Z +%s" prints. */
#define SEPTEMBER (G_GINT64_CONSTANT (1632402000) * G_USEC_PER_SEC)

static void
instants (void)
{
  gint64 t;
  assert_text (instant_format (SEPTEMBER), "2021-09-23T13:00:00.000000Z");
  assert_text (instant_format (SEPTEMBER + 7), "2021-09-23T13:00:00.000007Z");
  assert_text (instant_format (0), "1970-01-01T00:00:00.000000Z");
  assert_text (instant_format (-500000), "1969-12-31T23:59:59.500000Z");
  assert_text (instant_german (SEPTEMBER), "23.09.2021 15:00:00");
  g_assert_true (instant_parse ("2021-09-23T13:00:00.000007Z", &t));
  g_assert_cmpint (t, ==, SEPTEMBER + 7);
  g_assert_true (instant_parse ("2021-09-23T13:00:00Z", &t));
  g_assert_cmpint (t, ==, SEPTEMBER);
  g_assert_true (instant_parse ("2021-09-23T13:00:00.25Z", &t));
  g_assert_cmpint (t, ==, SEPTEMBER + 250000);
  g_assert_true (instant_parse ("1969-12-31T23:59:59.500000Z", &t));
  g_assert_cmpint (t, ==, -500000);
}

static void
instants_that_are_none (void)
{
  static const char *const bad[] = { "2021-09-23T13:00:00",      "2021-09-23T13:00:00+02:00",
                                     "2021-09-23T13:00:00.Z",    "2021-09-23T13:00:00.0000001Z",
                                     "2021-09-23T25:00:00Z",     "2021-09-23T13:60:00Z",
                                     "2021-09-23T13:00:60Z",     "2021-02-30T13:00:00Z",
                                     "2021-09-23T13:00Z",        "2021-09-23t13:00:00Z",
                                     "2021-09-23T13:00:00.12 Z", "" };
  gint64 t;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (instant_parse (bad[i], &t));
  g_assert_false (instant_parse (NULL, &t));
}

/* A day alone is its last instant in Berlin: two hours before midnight UTC in summer, one in winter; the
 * day on which the clocks go back has 25 hours and ends in winter time. */
static void
end_of_a_day (void)
{
  gint64 t;
  g_assert_true (instant_parse ("2021-09-23", &t));
  assert_text (instant_format (t), "2021-09-23T21:59:59.999999Z");
  g_assert_true (instant_parse ("01.12.2021", &t));
  assert_text (instant_format (t), "2021-12-01T22:59:59.999999Z");
  g_assert_true (instant_parse ("2021-10-31", &t));
  assert_text (instant_format (t), "2021-10-31T22:59:59.999999Z");
  /* The last day there is has no next one. */
  g_assert_false (instant_parse ("9999-12-31", &t));
}

static void
day_in_berlin (void)
{
  gint64 t;
  g_assert_true (instant_parse ("2021-09-23T21:59:59Z", &t));
  assert_text (day_of_instant (t), "2021-09-23");
  g_assert_true (instant_parse ("2021-09-23T22:00:00Z", &t));
  assert_text (day_of_instant (t), "2021-09-24");
  g_assert_true (instant_parse ("2021-12-01T22:30:00Z", &t));
  assert_text (day_of_instant (t), "2021-12-01");
}

static void
counting (void)
{
  assert_text (day_add ("2021-09-23", 1), "2021-09-24");
  assert_text (day_add ("2021-09-23", -23), "2021-08-31");
  assert_text (day_add ("2020-02-28", 1), "2020-02-29");
  assert_text (day_add ("2021-02-28", 1), "2021-03-01");
  assert_text (day_add ("2021-12-31", 1), "2022-01-01");
  g_assert_null (day_add ("9999-12-31", 1));
  g_assert_null (day_add ("1900-01-01", -1));
  g_assert_null (day_add ("2021-09-23", G_MAXINT));
  g_assert_null (day_add ("2021-09-23", G_MININT));
  g_assert_null (day_add ("2021-02-30", 1));
  assert_text (day_add_months ("2021-08-31", 1), "2021-09-30");
  assert_text (day_add_months ("2020-02-29", 12), "2021-02-28");
  assert_text (day_add_months ("2021-03-31", -1), "2021-02-28");
  g_assert_null (day_add_months ("9999-12-01", 1));
  g_assert_null (day_add_months ("1900-01-31", -1));
  g_assert_null (day_add_months ("2021-01-31", G_MAXINT));
  g_assert_cmpuint (day_weekday ("2021-09-23"), ==, 4);
  g_assert_cmpuint (day_weekday ("2000-01-01"), ==, 6);
  g_assert_cmpuint (day_weekday ("2021-09-31"), ==, 0);
}

/* Summer time ended on 31.10.2021 and began on 28.03.2021; the zone of the machine does not matter. */
static void
offsets (void)
{
  static const char *const zones[] = { "Europe/Berlin", "UTC", "America/New_York", NULL };
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++) {
    if (zones[i])
      g_setenv ("TZ", zones[i], TRUE);
    else
      g_unsetenv ("TZ");
    assert_text (local_offset ("2021-10-28T15:00"), "2021-10-28T15:00:00+02:00");
    assert_text (local_offset ("2021-11-04T15:00"), "2021-11-04T15:00:00+01:00");
    assert_text (local_offset ("2021-10-31T02:30"), "2021-10-31T02:30:00+02:00");
    assert_text (local_offset ("2021-10-31T03:00"), "2021-10-31T03:00:00+01:00");
    assert_text (local_offset ("2021-03-28T03:00"), "2021-03-28T03:00:00+02:00");
    assert_text (local_offset ("2021-03-28T01:59"), "2021-03-28T01:59:00+01:00");
    g_assert_null (local_offset ("2021-03-28T02:30"));
    g_assert_null (local_offset ("2021-02-30T15:00"));
  }
}

static void
zone_is_there (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (date_check_zone (&error));
  g_assert_no_error (error);
}

/* The distance of Europe/Berlin from UTC: two hours in September, one in December. */
static void
local_from_iso (void)
{
  static const char *const rows[][2] = {
    { "2021-09-23T13:00:00Z", "2021-09-23T15:00" },
    { "2021-09-23T15:00:00+02:00", "2021-09-23T15:00" },
    { "2021-12-09T23:30:00+00:00", "2021-12-10T00:30" },
    { "2021-09-23T15:00:00", "2021-09-23T15:00" },
    { "2021-09-23 und später", NULL },
    { "", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *local = local_of_iso (rows[i][0]);
    g_assert_cmpstr (local, ==, rows[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/exist", days_that_exist);
  g_test_add_func ("/base/date/do-not-exist", days_that_do_not);
  g_test_add_func ("/base/date/local", local_times);
  g_test_add_func ("/base/date/printed", printed_forms);
  g_test_add_func ("/base/date/as-written", days_as_people_write_them);
  g_test_add_func ("/base/date/instants", instants);
  g_test_add_func ("/base/date/no-instants", instants_that_are_none);
  g_test_add_func ("/base/date/end-of-day", end_of_a_day);
  g_test_add_func ("/base/date/day-in-berlin", day_in_berlin);
  g_test_add_func ("/base/date/counting", counting);
  g_test_add_func ("/base/date/offsets", offsets);
  g_test_add_func ("/base/date/zone", zone_is_there);
  g_test_add_func ("/base/date/local-from-iso", local_from_iso);
  return g_test_run ();
}
