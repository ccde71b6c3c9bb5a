/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Number ranges: without end, by year, by Wahlperiode; the year before the number or behind it. */
#include "route-office.h"

/* The office with this one range for Drucksachen. */
static void
open_range (Office *o, const char *range)
{
  o->a = akte_on (TODAY);
  put_range (o->a, "entwurf", "entwurf-{nr:4}", 1);
  put (o->a, document ("<zaehler " NS " kennung=\"drucksachen\" stand=\"1\" %s</zaehler>", range));
  put_office (o->a, "fb-1");
  put_office (o->a, "dezernat");
  put_body (o->a, "rat");
}

/* Writes, signs and releases a paper of this day, as far as it goes. */
static StepResult *
released (Office *o, const char *day, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (draft_text, "2021-08-19", -1);
  g_autofree char *text = g_strjoinv (day, parts);
  set_object (o->a, NULL);
  as_clerk (o);
  g_autoptr (Doc) d = doc_from (text, "entwurf.xml");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  as_releaser (o);
  return ask_step (o->a, "freigeben", "", NULL, NULL, error);
}

/* @expected: "DAY NUMBER DAY NUMBER ...", in the order in which the papers are released. */
static void
draws (gconstpointer data)
{
  const char *const *c = data;
  g_auto (GStrv) words = g_strsplit (c[1], " ", -1);
  Office o;
  open_range (&o, c[0]);
  for (guint i = 0; words[i]; i += 2) {
    g_autoptr (GError) error = NULL;
    g_autoptr (StepResult) r = released (&o, words[i], &error);
    g_assert_no_error (error);
    assert_taken (r);
    keep (o.a, r);
    g_assert_cmpstr (doc_kennung (o.a->objekt), ==, words[i + 1]);
  }
  akte_free (o.a);
}

static void
day_of_no_period (void)
{
  Office o;
  g_autoptr (GError) error = NULL;
  open_range (&o, "muster=\"{wp}/{nr:4}\" naechste=\"1\" beginnt=\"wahlperiode\">"
                  "<lauf name=\"18\" ab=\"2020-11-01\" naechste=\"1\"/>");
  g_assert_null (released (&o, "2020-10-31", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "31.10.2020"));
  g_assert_nonnull (strstr (error->message, "Abhilfe: "));
  akte_free (o.a);
}

/* A yearly range whose pattern does not say the year would give a number twice. */
static void
no_number_twice (void)
{
  Office o;
  open_range (&o, "muster=\"DS{nr:4}\" naechste=\"1\" beginnt=\"jahr\">");
  g_autoptr (StepResult) first = released (&o, "2021-12-30", NULL);
  assert_taken (first);
  keep (o.a, first);
  akte_add (o.a, o.a->objekt);
  g_autoptr (StepResult) second = released (&o, "2022-01-03", NULL);
  assert_refused_by (second, "nummer-frei");
  akte_free (o.a);
}

static void
counts_go_on (void)
{
  static const struct {
    const char *rest;
    gboolean fits;
  } cases[] = {
    { "<lauf name=\"2020\" naechste=\"5\"/><lauf name=\"2021\" naechste=\"9\"/>", TRUE },
    { "<lauf name=\"2020\" naechste=\"4\"/><lauf name=\"2021\" naechste=\"8\"/>", FALSE },
    { "<lauf name=\"2021\" naechste=\"8\"/>", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = akte_on (TODAY);
    acts (a, account ("verwaltung", NULL, "verwaltung", ""));
    set_object (a, document ("<zaehler " NS " kennung=\"d\" stand=\"1\" muster=\"{jjjj}/{nr:4}\" "
                             "naechste=\"1\" beginnt=\"jahr\"><lauf name=\"2020\" naechste=\"5\"/>"
                             "<lauf name=\"2021\" naechste=\"8\"/></zaehler>"));
    g_autoptr (Doc) d = document ("<zaehler " NS " kennung=\"d\" stand=\"1\" muster=\"{jjjj}/{nr:4}\" "
                                  "naechste=\"1\" beginnt=\"jahr\">%s</zaehler>",
                                  cases[i].rest);
    g_autoptr (StepResult) r = check_in (a, d);
    if (cases[i].fits)
      assert_taken (r);
    else
      assert_refused_by (r, "zaehler-nicht-zurueck");
  }
}

int
main (int argc, char **argv)
{
  static const char *const cases[][3] = {
    { "muster=\"{nr:5}-{jj}\" naechste=\"21874\">",
      "2021-08-19 21874-21 2021-12-31 21875-21 2022-01-03 21876-22 2021-12-30 21877-21", "without-end" },
    { "muster=\"DS{nr:4}/{jj}\" naechste=\"1\" beginnt=\"jahr\"><lauf name=\"2017\" naechste=\"486\"/>",
      "2017-10-02 DS0486/17 2018-01-08 DS0001/18 2017-12-29 DS0487/17 2018-01-09 DS0002/18", "by-year" },
    { "muster=\"A{nr:4}/{jj}\" naechste=\"1\" beginnt=\"jahr\"><lauf name=\"2020\" naechste=\"202\"/>",
      "2020-09-14 A0202/20 2021-02-01 A0001/21", "by-kind" },
    { "muster=\"{jjjj}/{nr:4}\" naechste=\"1\" beginnt=\"jahr\">",
      "2021-12-30 2021/0001 2022-01-03 2022/0001 2021-12-31 2021/0002 2022-01-04 2022/0002",
      "year-first" },
    { "muster=\"{wp}/{nr:4}\" naechste=\"1\" beginnt=\"wahlperiode\"><lauf name=\"17\" ab=\"2014-06-01\" "
      "naechste=\"3000\"/><lauf name=\"18\" ab=\"2020-11-01\" naechste=\"1\"/>",
      "2020-10-31 17/3000 2020-11-01 18/0001 2021-08-19 18/0002 2020-06-01 17/3001", "by-wahlperiode" },
  };
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/route/numbers/", cases[i][2], NULL);
    g_test_add_data_func (path, cases[i], draws);
  }
  g_test_add_func ("/route/numbers/day-of-no-period", day_of_no_period);
  g_test_add_func ("/route/numbers/no-number-twice", no_number_twice);
  g_test_add_func ("/route/numbers/counts-go-on", counts_go_on);
  return g_test_run ();
}
