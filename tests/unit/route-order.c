/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Order: of stations, and of decisions after what precedes them (G1, G2). */
#include "route-council.h"

/* -- the order of stations -- */

static void
assert_order (const Akte *a, const char *expected)
{
  g_autoptr (GPtrArray) order = akte_stations (a, a->objekt);
  g_autoptr (GString) ids = g_string_new (NULL);
  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "", node_get (order->pdata[i], "id"));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
by_day_not_by_list (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", DATED ("2021-09-23"))
                                  S ("s2", "apod", "empfehlung", DATED ("2021-09-02"))
                                    S ("s3", "afbl", "empfehlung", DATED ("2021-09-16")));
  assert_order (a, "s2 s3 s1");
}

/* One day: the sittings' beginnings, whatever list and rank say. */
static void
same_day_by_start (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", ON_AGENDA ("rat", "2021-09-23"))
                                  S ("s2", "ha", "empfehlung", ON_AGENDA ("ha", "2021-09-23")));
  put_sitting (a, "rat", "2021-09-23T15:00", "eingeladen");
  put_sitting (a, "ha", "2021-09-23T13:00", "eingeladen");
  assert_order (a, "s2 s1");
}

static void
same_day_by_rank (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", RANK ("2") DATED ("2021-09-23"))
                                  S ("s2", "ha", "empfehlung", RANK ("1") DATED ("2021-09-23")));
  assert_order (a, "s2 s1");
}

static void
undated_keeps_its_rank (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "rat", "beschluss", RANK ("3") DATED ("2021-09-23"))
                                  S ("s2", "afbl", "empfehlung", RANK ("2") "zustand=\"geplant\"")
                                    S ("s3", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")));
  assert_order (a, "s3 s2 s1");
}

/* G2: two open stations of one day need a rank each, or sittings that begin at different times. */
static void
rank_on_one_day (void)
{
  static const struct {
    const char *ha, *rat, *ha_start;
    gboolean clear;
  } cases[] = {
    { "", "", NULL, FALSE },
    { RANK ("1"), "", NULL, FALSE },
    { RANK ("1"), RANK ("2"), NULL, TRUE },
    { "", "", "2021-09-23T13:00", TRUE },
    { "", "", "2021-09-23T15:00", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stations =
      g_strdup_printf (S ("s1", "ha", "empfehlung", "%s termin=\"2021-09-23\"")
                         S ("s2", "rat", "beschluss", "%s termin=\"2021-09-23\""),
                       cases[i].ha, cases[i].rat);
    g_autoptr (Akte) a = akte_with ("art=\"beschlussvorlage\" zustand=\"freigegeben\"", stations);
    put_sitting (a, "rat", "2021-09-23T15:00", "geplant");
    if (cases[i].ha_start)
      put_sitting (a, "ha", cases[i].ha_start, "geplant");
    else
      node_set (doc_root (akte_doc (a, DOC_GREMIUM, "ha")), "sitzungen", "nein");
    g_autoptr (StepResult) r = step (a, "einreichen", "", NULL);
    if (cases[i].clear)
      assert_taken (r);
    else {
      assert_refused_by (r, "folge-eindeutig");
      g_assert_cmpstr (refusal_of (r, "folge-eindeutig")->regel, ==, "G2");
    }
  }
}

/* -- G1 -- */

/* What the Rat's decision in station r may meet. */
typedef struct {
  const char *name, *stations;
  gboolean open; /* a Vorberatung is still open */
} Before;

#define CLOSED_APOD                                                                                      \
  "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s1\" folge=\"1\" termin=\"2021-09-02\" " \
  "zustand=\"abgeschlossen\"><ergebnis code=\"nicht-empfohlen\" am=\"2021-09-02\"/></station>"

static const Before before[] = {
  { "earlier-rank", S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
    TRUE },
  { "hearing", S ("s1", "bv-1", "anhoerung", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")), TRUE },
  { "rank-without-date",
    S ("s1", "apod", "empfehlung", RANK ("1") "zustand=\"geplant\"") RAT (RANK ("2")), TRUE },
  { "rank-beats-date", S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-10-07")) RAT (RANK ("2")),
    TRUE },
  { "same-day-rank", S ("s1", "ha", "empfehlung", RANK ("1") DATED ("2021-09-23")) RAT (RANK ("2")),
    TRUE },
  { "earlier-day", S ("s1", "apod", "empfehlung", DATED ("2021-09-02")) RAT (""), TRUE },
  { "listed-behind", RAT ("") S ("s1", "apod", "empfehlung", DATED ("2021-09-02")), TRUE },
  { "same-day-start", RAT ("") S ("s1", "ha", "empfehlung", ON_AGENDA ("ha", "2021-09-23")), TRUE },
  { "closed", CLOSED_APOD RAT (RANK ("2")), FALSE },
  { "dropped",
    S ("s1", "apod", "empfehlung", RANK ("1") "zustand=\"entfallen\" grund=\"gestrichen\"")
      RAT (RANK ("2")),
    FALSE },
  { "same-rank", S ("s1", "bv-1", "anhoerung", RANK ("2") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
  { "later-rank", S ("s1", "apod", "empfehlung", RANK ("3") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
  { "later-day", S ("s1", "apod", "empfehlung", DATED ("2021-10-07")) RAT (""), FALSE },
  { "only-informed", S ("s1", "apod", "kenntnisnahme", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
  { "other-decision", S ("s1", "bv-1", "beschluss", RANK ("1") DATED ("2021-09-02")) RAT (RANK ("2")),
    FALSE },
};

static void
what_precedes (gconstpointer data)
{
  const Before *b = data;
  g_autoptr (Akte) a = rat_decides (b->stations);
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  if (!b->open) {
    assert_taken (r);
    return;
  }
  assert_refused_by (r, "vorberatung-abgeschlossen");
  const Refusal *f = refusal_of (r, "vorberatung-abgeschlossen");
  g_autofree char *body = akte_gremium (a, node_get (station (a, "s1"), "gremium"));
  g_assert_cmpstr (f->regel, ==, "G1");
  g_assert_true (f->fragt);
  g_assert_nonnull (strstr (f->text, "rat kann noch nicht entscheiden"));
  g_assert_nonnull (strstr (f->text, body));
  g_autoptr (StepResult) forced = step (a, "ergebnis", "station=r code=beschlossen", "Dringlichkeit");
  assert_taken (forced);
  xmlNode *result = node_child (vorlage_station (result_doc (forced), "r"), "ergebnis");
  g_autofree char *kept = node_child_text (result, "einwand");
  g_assert_cmpstr (kept, ==, f->text);
}

/* Only who the rule names may override it, and only with a reason. */
static void
who_may_override (void)
{
  g_autoptr (Akte) a = rat_decides (before[0].stations);
  g_autoptr (StepResult) blank = step (a, "ergebnis", "station=r code=beschlossen", "");
  assert_refused_by (blank, "vorberatung-abgeschlossen");
  acts (a, account ("freigabe", NULL, "freigabe", ""));
  g_autoptr (StepResult) other = step (a, "ergebnis", "station=r code=beschlossen", "eilt");
  g_assert_true (other->abgelehnt);
  g_assert_false (refusal_of (other, "vorberatung-abgeschlossen")->uebergangen);
}

/* Nobody but the deciding body has to wait. */
static void
committee_need_not_wait (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02"))
                                  S ("s2", "afbl", "empfehlung",
                                     RANK ("2") ON_AGENDA ("afbl", "2021-09-16")) RAT (RANK ("3")));
  put_sitting (a, "afbl", "2021-09-16T15:00", "eroeffnet");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=s2 code=empfohlen", NULL);
  assert_taken (r);
}

/* -- a day that is named after the release -- */

/* G2: HA sits at 13:00 and Rat at 15:00, so one can come to the other's day; two of which nothing is known cannot. */
static void
order_of_a_named_day (void)
{
  static const struct {
    const char *schritt, *werte;
    gboolean clear;
  } cases[] = {
    { "station-hinzufuegen", "gremium=ha zustaendigkeit=empfehlung termin=2021-09-23", TRUE },
    { "station-hinzufuegen", "gremium=vv zustaendigkeit=empfehlung termin=2021-09-23", FALSE },
    { "station-hinzufuegen", "gremium=vv zustaendigkeit=empfehlung termin=2021-09-23 folge=1", TRUE },
    { "station-hinzufuegen", "gremium=vv zustaendigkeit=empfehlung termin=2021-09-22", TRUE },
    { "station-verlegen", "station=v termin=2021-09-23", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Akte) a = rat_decides (S ("v", "vv", "anhoerung", DATED ("2021-09-20"))
                                        S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
    g_autoptr (StepResult) r = step (a, cases[i].schritt, cases[i].werte, "so");
    g_test_message ("%s %s", cases[i].schritt, cases[i].werte);
    if (cases[i].clear)
      assert_taken (r);
    else {
      assert_refused_by (r, "genannte-folge-eindeutig");
      g_assert_cmpstr (refusal_of (r, "genannte-folge-eindeutig")->regel, ==, "G2");
    }
  }
}

/* G12: no body stands twice on a day, whatever the ranks. */
static void
once_a_day (void)
{
  static const char *const steps[][2] = {
    { "station-hinzufuegen", "gremium=rat zustaendigkeit=kenntnisnahme termin=2021-09-23 folge=3" },
    { "station-verlegen", "station=s1 termin=2021-09-23" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (Akte) a = rat_decides (S ("s1", "rat", "einbringung", RANK ("1") DATED ("2021-09-09"))
                                        S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
    g_autoptr (StepResult) r = step (a, steps[i][0], steps[i][1], "so");
    assert_refused_by (r, "gremium-einmal");
    g_assert_cmpstr (refusal_of (r, "gremium-einmal")->regel, ==, "G12");
  }
  g_autoptr (Akte) b = akte_with ("art=\"beschlussvorlage\" zustand=\"freigegeben\"",
                                  S ("s1", "rat", "einbringung", RANK ("1") DATED ("2021-09-23"))
                                    S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
  put_sitting (b, "rat", "2021-09-23T15:00", "geplant");
  g_autoptr (StepResult) submitted = step (b, "einreichen", "", NULL);
  assert_refused_by (submitted, "gremium-einmal");
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/order/day", by_day_not_by_list);
  g_test_add_func ("/route/order/same-day-start", same_day_by_start);
  g_test_add_func ("/route/order/same-day-rank", same_day_by_rank);
  g_test_add_func ("/route/order/undated", undated_keeps_its_rank);
  g_test_add_func ("/route/order/rank-on-one-day", rank_on_one_day);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++) {
    g_autofree char *name = g_strdup_printf ("/route/order/before/%s", before[i].name);
    g_test_add_data_func (name, &before[i], what_precedes);
  }
  g_test_add_func ("/route/order/override", who_may_override);
  g_test_add_func ("/route/order/committee", committee_need_not_wait);
  g_test_add_func ("/route/order/named-day", order_of_a_named_day);
  g_test_add_func ("/route/order/once-a-day", once_a_day);
  return g_test_run ();
}
