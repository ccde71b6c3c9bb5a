/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The plan of a Beratungsfolge backwards from a sitting: the real days of 21874-21, what is missing, what is late, and
 * which later sitting would do. */
#include "route-council.h"
#include "route/planner.h"

#define FOLGE                                                                                           \
  S ("s1", "apod", "empfehlung", RANK ("1"))                                                            \
  S ("s2", "afbl", "empfehlung", RANK ("2"))                                                            \
  S ("s3", "ha", "empfehlung", RANK ("3")) S ("s4", "rat", "beschluss", RANK ("4"))

/* A draft on this day; the sittings of its bodies in autumn 2021 (starts, blank-separated, "body@start"). */
static Akte *
draft (const char *day, const char *attributes, const char *stations, const char *sittings)
{
  Akte *a = akte_with (attributes, stations);
  g_auto (GStrv) list = g_strsplit (sittings, " ", -1);
  for (guint i = 0; list[i]; i++) {
    g_auto (GStrv) parts = g_strsplit (list[i], "@", 2);
    put_sitting (a, parts[0], parts[1], "geplant");
  }
  g_free (a->tag);
  a->tag = g_strdup (day);
  return a;
}

#define DRAFT "art=\"beschlussvorlage\" zustand=\"entwurf\""
#define AUTUMN "apod@2021-09-02T15:00 afbl@2021-09-16T15:00 ha@2021-09-23T13:00 rat@2021-09-23T15:00"

static Plan *
plan (Akte *a, const char *ziel)
{
  g_autoptr (GError) error = NULL;
  Plan *p = route_plan (a, akte_doc (a, DOC_SITZUNG, ziel), &error);
  g_assert_no_error (error);
  return p;
}

static void
assert_row (const Plan *p, guint i, const char *sitzung, const char *schluss, const char *ladung)
{
  const PlanRow *r = p->rows->pdata[i];
  g_assert_cmpstr (r->sitzung, ==, sitzung);
  g_assert_cmpstr (r->schluss, ==, schluss);
  g_assert_cmpstr (r->ladung, ==, ladung);
}

static gboolean
plan_says (const Plan *p, const char *part)
{
  for (guint i = 0; i < p->saetze->len; i++) {
    g_test_message ("%s", (char *) p->saetze->pdata[i]);
    if (strstr (p->saetze->pdata[i], part))
      return TRUE;
  }
  return FALSE;
}

/* Ten working days before Thursday, 02.09., is Thursday, 19.08.2021; seven whole days before it Wednesday, 25.08. */
static void
real_days (void)
{
  g_autoptr (Akte) a = draft ("2021-08-10", DRAFT, FOLGE, AUTUMN);
  g_autoptr (Plan) p = plan (a, "rat/2021-09-23");
  g_assert_true (p->geht);
  assert_row (p, 0, "apod/2021-09-02", "2021-08-19", "2021-08-25");
  assert_row (p, 1, "afbl/2021-09-16", "2021-09-02", "2021-09-08");
  assert_row (p, 2, "ha/2021-09-23", "2021-09-09", "2021-09-15"); /* two hours before the Rat */
  assert_row (p, 3, "rat/2021-09-23", "2021-09-09", "2021-09-15");
  g_assert_true (plan_says (p, "Einreichen bis 19.08.2021"));
  g_assert_true (plan_says (p, "Mitzeichnen und freigeben bis 12.08.2021"));
  g_assert_true (plan_says (p, "Annahmen im Profil"));
}

/* The HA after the Rat on the same day is no preparation for it. */
static void
too_late_that_day (void)
{
  g_autoptr (Akte) a =
    draft ("2021-08-10", DRAFT, FOLGE,
           "apod@2021-09-02T15:00 afbl@2021-09-16T15:00 ha@2021-09-23T17:00 rat@2021-09-23T15:00");
  g_autoptr (Plan) p = plan (a, "rat/2021-09-23");
  g_assert_false (p->geht);
  g_assert_true (((PlanRow *) p->rows->pdata[2])->fehlt);
  g_assert_true (plan_says (p, "keine Sitzung vor dem 23.09.2021 15:00"));
  g_assert_true (plan_says (p, "Auch mit keiner späteren Sitzung"));
}

/* The AFBL has none between: the Rat of November would do, the one of October not yet. */
static void
later_sitting (void)
{
  g_autoptr (Akte) a =
    draft ("2021-08-10", DRAFT, FOLGE,
           "apod@2021-09-02T15:00 ha@2021-09-23T13:00 rat@2021-09-23T15:00 rat@2021-10-14T15:00 "
           "afbl@2021-10-21T15:00 ha@2021-11-11T13:00 rat@2021-11-11T15:00");
  g_autoptr (Plan) p = plan (a, "rat/2021-09-23");
  g_assert_false (p->geht);
  g_assert_true (plan_says (p, "afbl: ab dem 10.08.2021 keine Sitzung vor dem 23.09.2021 13:00"));
  g_assert_true (
    plan_says (p, "Mit der Sitzung rat am 11.11.2021 15:00 (rat/2021-11-11) reicht die Zeit."));
}

/* The latest sitting of a body, not its first; and none that is cancelled. */
static void
latest_of_several (void)
{
  g_autoptr (Akte) a =
    draft ("2021-07-01", DRAFT, FOLGE,
           AUTUMN " apod@2021-08-05T15:00 apod@2021-09-09T15:00 afbl@2021-09-22T15:00");
  node_set (doc_root (akte_doc (a, DOC_SITZUNG, "afbl/2021-09-22")), "zustand", "abgesagt");
  g_autoptr (Plan) p = plan (a, "rat/2021-09-23");
  g_assert_true (p->geht);
  assert_row (p, 0, "apod/2021-09-09", "2021-08-26", "2021-09-01");
  assert_row (p, 1, "afbl/2021-09-16", "2021-09-02", "2021-09-08");
}

static void
past_the_deadline (void)
{
  g_autoptr (Akte) a = draft ("2021-08-20", DRAFT, FOLGE, AUTUMN);
  g_autoptr (Plan) p = plan (a, "rat/2021-09-23");
  g_assert_false (p->geht);
  g_assert_true (plan_says (p, "apod: der Vorlagenschluss war am 19.08.2021."));
  /* What is in already has no Vorlagenschluss before it. */
  g_autoptr (Akte) in =
    draft ("2021-08-20", "art=\"beschlussvorlage\" zustand=\"eingereicht\"", FOLGE, AUTUMN);
  g_autoptr (Plan) works = plan (in, "rat/2021-09-23");
  g_assert_true (works->geht);
  assert_row (works, 0, "apod/2021-09-02", NULL, "2021-08-25");
}

/* Districts of one rank do not wait for each other; a body without sittings needs none; what follows is planned
 * forwards. */
static void
other_stations (void)
{
  g_autoptr (Akte) a = draft (
    "2021-07-01", DRAFT,
    S ("v", "vv", "empfehlung", RANK ("1")) S ("b1", "bv-1", "anhoerung", RANK ("2"))
      S ("b2", "bv-2", "anhoerung", RANK ("2")) S ("r", "rat", "beschluss", RANK ("3"))
        S ("k", "kita", "kenntnisnahme", RANK ("4")),
    "bv-1@2021-09-01T16:00 bv-2@2021-09-08T16:00 rat@2021-09-23T15:00 kita@2021-09-20T15:00 kita@2021-09-30T15:00");
  g_autoptr (Plan) p = plan (a, "rat/2021-09-23");
  g_assert_true (p->geht);
  g_assert_cmpuint (p->rows->len, ==, 5);
  g_assert_null (((PlanRow *) p->rows->pdata[0])->sitzung);
  g_assert_nonnull (strstr (((PlanRow *) p->rows->pdata[0])->hinweis, "tagt nicht; vor dem 01.09.2021"));
  g_assert_cmpstr (((PlanRow *) p->rows->pdata[1])->sitzung, ==, "bv-1/2021-09-01");
  g_assert_cmpstr (((PlanRow *) p->rows->pdata[2])->sitzung, ==, "bv-2/2021-09-08");
  g_assert_cmpstr (((PlanRow *) p->rows->pdata[4])->sitzung, ==, "kita/2021-09-30");
}

static void
no_target (void)
{
  g_autoptr (GError) error = NULL, over = NULL;
  g_autoptr (Akte) a = draft ("2021-08-10", DRAFT, FOLGE, AUTUMN " kita@2021-09-23T15:00");
  g_assert_null (route_plan (a, akte_doc (a, DOC_SITZUNG, "kita/2021-09-23"), &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_autoptr (Akte) late = draft ("2021-10-10", DRAFT, FOLGE, AUTUMN);
  g_assert_null (route_plan (late, akte_doc (late, DOC_SITZUNG, "rat/2021-09-23"), &over));
  g_assert_error (over, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/real-days", real_days);
  g_test_add_func ("/plan/that-day", too_late_that_day);
  g_test_add_func ("/plan/later", later_sitting);
  g_test_add_func ("/plan/latest", latest_of_several);
  g_test_add_func ("/plan/deadline", past_the_deadline);
  g_test_add_func ("/plan/others", other_stations);
  g_test_add_func ("/plan/no-target", no_target);
  return g_test_run ();
}
