/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What is put off, struck, withdrawn; several deciding bodies; wrong calls. */
#include "route-council.h"

/* -- put off -- */

static Akte *
apod_puts_off (void)
{
  Akte *a =
    akte_with (IN_DELIBERATION,
               S ("s1", "apod", "empfehlung", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
                 S ("s2", "afbl", "empfehlung", RANK ("2") DATED ("2021-09-16")) RAT (RANK ("3")));
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  return a;
}

static void
to_the_next_sitting (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  /* Not the one that runs, not one that is over or has begun, not another body's. */
  put_sitting (a, "apod", "2021-09-09T15:00", "geschlossen");
  put_sitting (a, "apod", "2021-09-14T15:00", "eroeffnet");
  put_sitting (a, "apod", "2021-08-26T15:00", "geplant");
  put_sitting (a, "afbl", "2021-09-15T15:00", "geplant");
  put_sitting (a, "apod", "2021-11-04T15:00", "geplant");
  put_sitting (a, "apod", "2021-10-07T15:00", "eingeladen");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=s1 code=vertagt", NULL);
  assert_taken (r);
  g_assert_true (has_sentence (r, "Neue Station: apod (07.10.2021, Empfehlung)"));
  keep (a, r);
  xmlNode *n = after (a, "s1");
  g_assert_true (node_is (n, "termin", "2021-10-07"));
  g_assert_true (node_is (n, "sitzung", "apod/2021-10-07"));
  g_assert_true (node_is (n, "folge", "1"));
  g_assert_true (node_is (station (a, "s1"), "zustand", "abgeschlossen"));
  g_assert_true (node_is (station (a, "s2"), "termin", "2021-09-16"));
  g_assert_true (node_is (node_child (station (a, "r"), "kennzeichen"), "station", node_get (n, "id")));
}

static void
to_a_named_day (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  put_sitting (a, "apod", "2021-10-07T15:00", "geplant");
  put_sitting (a, "apod", "2021-11-04T15:00", "geplant");
  g_autoptr (StepResult) wrong =
    step (a, "ergebnis", "station=s1 code=vertagt termin=2021-11-05", "doch");
  assert_refused_by (wrong, "genannter-termin-ist-sitzung");
  g_assert_nonnull (strstr (refusal_of (wrong, "genannter-termin-ist-sitzung")->abhilfe, "04.11.2021"));
  g_autoptr (StepResult) same =
    step (a, "ergebnis", "station=s1 code=vertagt termin=2021-09-02", "doch");
  assert_refused_by (same, "genannter-termin-spaeter");
  done (a, "ergebnis", "station=s1 code=vertagt termin=2021-11-04", NULL);
  g_assert_true (node_is (after (a, "s1"), "termin", "2021-11-04"));
}

static void
to_no_known_day (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=s1 code=vertagt", NULL);
  assert_taken (r);
  g_assert_true (has_sentence (r, "Eine nächste Sitzung ist nicht bekannt."));
  keep (a, r);
  g_assert_null (node_get (after (a, "s1"), "termin"));
  g_assert_true (node_is (after (a, "s1"), "zustand", "geplant"));
}

/* A body without sittings may name any later day. */
static void
without_sittings (void)
{
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, S ("v", "vv", "empfehlung",
                                                      RANK ("1") DATED ("2021-09-20")) RAT (RANK ("2")));
  done (a, "ergebnis", "station=v code=vertagt termin=2021-09-22", NULL);
  g_assert_true (node_is (after (a, "v"), "termin", "2021-09-22"));
  g_assert_null (node_get (after (a, "v"), "sitzung"));
}

/* The decision waits for the continuation, and the marks go with its result, or with itself. */
static void
decision_waits (gconstpointer data)
{
  gboolean struck = GPOINTER_TO_INT (data);
  g_autoptr (Akte) a = apod_puts_off ();
  done (a, "ergebnis", "station=s1 code=vertagt", NULL);
  node_set (station (a, "s2"), "zustand", "abgeschlossen");
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_refused_by (r, "vorberatung-abgeschlossen");
  g_assert_nonnull (node_child (station (a, "r"), "kennzeichen"));
  g_autofree char *id = g_strdup (node_get (after (a, "s1"), "id"));
  g_autofree char *strike = g_strdup_printf ("station=%s", id);
  g_autofree char *result = g_strdup_printf ("station=%s code=empfohlen", id);
  if (struck)
    done (a, "station-streichen", strike, "kein Bedarf");
  else
    done (a, "ergebnis", result, "ohne Sitzung");
  g_assert_null (node_child (station (a, "r"), "kennzeichen"));
  done (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_zustand (a, "beschlossen");
}

static void
put_off_twice (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  done (a, "ergebnis", "station=s1 code=vertagt", NULL);
  g_autofree char *second = g_strdup (node_get (after (a, "s1"), "id"));
  g_autofree char *values = g_strdup_printf ("station=%s code=vertagt", second);
  done (a, "ergebnis", values, "ohne Sitzung");
  xmlNode *third = after (a, second);
  g_assert_cmpstr (node_get (third, "id"), !=, second);
  g_assert_cmpuint (node_count (station (a, "r"), "kennzeichen"), ==, 1);
  g_assert_true (
    node_is (node_child (station (a, "r"), "kennzeichen"), "station", node_get (third, "id")));
}

/* For information only the order is free: nobody waits for the one that put it off. */
static void
for_information_only (void)
{
  g_autoptr (Akte) a =
    akte_with ("art=\"mitteilungsvorlage\" zustand=\"in-beratung\"",
               S ("s1", "apod", "kenntnisnahme", RANK ("1") ON_AGENDA ("apod", "2021-09-02"))
                 S ("s2", "afbl", "kenntnisnahme", RANK ("2") ON_AGENDA ("afbl", "2021-09-16")));
  put_sitting (a, "apod", "2021-09-02T15:00", "eroeffnet");
  put_sitting (a, "afbl", "2021-09-16T15:00", "eroeffnet");
  done (a, "ergebnis", "station=s1 code=vertagt", NULL);
  g_assert_null (node_child (station (a, "s2"), "kennzeichen"));
  done (a, "ergebnis", "station=s2 code=zur-kenntnis", NULL);
  assert_zustand (a, "in-beratung");
  g_autofree char *last =
    g_strdup_printf ("station=%s code=zur-kenntnis", node_get (after (a, "s1"), "id"));
  done (a, "ergebnis", last, "ohne Sitzung");
  assert_zustand (a, "zur-kenntnis");
}

/* -- several deciding bodies -- */

static void
all_have_to_decide (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION,
               S ("s1", "bv-1", "beschluss", RANK ("1") ON_AGENDA ("bv-1", "2021-09-16"))
                 S ("s2", "bv-2", "beschluss", RANK ("1") ON_AGENDA ("bv-2", "2021-09-16"))
                   S ("s3", "kita", "empfehlung", RANK ("2") DATED ("2021-10-07")));
  put_sitting (a, "bv-1", "2021-09-16T15:00", "eroeffnet");
  put_sitting (a, "bv-2", "2021-09-16T15:00", "eroeffnet");
  done (a, "ergebnis", "station=s1 code=beschlossen", NULL);
  assert_zustand (a, "in-beratung");
  g_assert_true (node_is (station (a, "s3"), "zustand", "terminiert"));
  done (a, "ergebnis", "station=s2 code=beschlossen", NULL);
  assert_zustand (a, "beschlossen");
  g_assert_true (node_is (station (a, "s3"), "zustand", "entfallen"));
  g_assert_true (node_is (station (a, "s3"), "grund", "ueberholt"));
}

static void
a_decision_stays (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "bv-1", "beschluss", RANK ("1") DATED ("2021-09-16"))
                                  S ("s2", "apod", "empfehlung", RANK ("1") DATED ("2021-09-16")));
  g_autoptr (StepResult) r = step (a, "station-streichen", "station=s1", "Irrtum");
  assert_refused_by (r, "entscheidung-bleibt");
  done (a, "station-streichen", "station=s2", "Irrtum");
  g_assert_true (node_is (station (a, "s2"), "grund", "gestrichen"));
}

/* -- changing the route -- */

static void
on_an_agenda_it_stays (void)
{
  g_autoptr (Akte) a = apod_puts_off ();
  g_autoptr (StepResult) struck = step (a, "station-streichen", "station=s1", "weg");
  assert_refused_by (struck, "station-nicht-auf-tagesordnung");
  g_autoptr (StepResult) moved = step (a, "station-verlegen", "station=s1 termin=2021-09-02", "weg");
  assert_refused_by (moved, "station-nicht-auf-tagesordnung");
  g_autoptr (StepResult) withdrawn = step (a, "zurueckziehen", "", NULL);
  g_assert_nonnull (refusal_of (withdrawn, "nicht-auf-tagesordnung"));
  g_assert_nonnull (refusal_of (withdrawn, "grund"));
}

static void
withdrawn (void)
{
  g_autoptr (Akte) a =
    akte_with (IN_DELIBERATION, S ("s1", "apod", "empfehlung", RANK ("1") DATED ("2021-09-02"))
                                  S ("s2", "afbl", "kenntnisnahme", RANK ("2") DATED ("2021-09-16")));
  done (a, "zurueckziehen", "", "überholt");
  assert_zustand (a, "zurueckgezogen");
  g_assert_true (node_is (station (a, "s1"), "grund", "zurueckgezogen"));
  g_assert_true (node_is (station (a, "s2"), "grund", "zurueckgezogen"));
}

static void
unknown_body (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Akte) a = akte_with (IN_DELIBERATION, RAT (RANK ("1")));
  g_assert_null (
    ask_step (a, "station-hinzufuegen", "gremium=rad zustaendigkeit=zuruf", "neu", NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "das Gremium „rad“ und die Zuständigkeit „zuruf“"));
  g_assert_nonnull (strstr (error->message, "empfehlung"));
  g_autoptr (StepResult) day =
    step (a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung termin=2021-12-01", "neu");
  assert_refused_by (day, "genannter-termin-ist-sitzung");
}

/* -- wrong calls -- */

static void
wrong_calls (void)
{
  static const struct {
    const char *schritt, *werte;
    RatswegError code;
    const char *says;
  } cases[] = {
    { "hexen", "", RATSWEG_ERROR_UNKNOWN, "hexen" },
    { "ergebnis", "station=s9 code=beschlossen", RATSWEG_ERROR_UNKNOWN, "s9" },
    { "ergebnis", "station=r", RATSWEG_ERROR_USAGE, "code" },
    { "ergebnis", "station=r code=hurra", RATSWEG_ERROR_UNKNOWN, "beschlossen" },
    { "ergebnis", "station=r code=beschlossen farbe=rot", RATSWEG_ERROR_USAGE, "farbe" },
    { "ergebnis", "station=r code=beschlossen ja=viele", RATSWEG_ERROR_USAGE, "viele" },
    { "ergebnis", "station=r code=beschlossen ja=-1", RATSWEG_ERROR_USAGE, "-1" },
    { "ergebnis", "station=r code=vertagt termin=2021-02-29", RATSWEG_ERROR_USAGE, "2021-02-29" },
    { "zurueckziehen", "warum=so", RATSWEG_ERROR_USAGE, "warum" },
  };
  g_autoptr (Akte) a = rat_decides (RAT (RANK ("1")));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (ask_step (a, cases[i].schritt, cases[i].werte, "Grund", NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, (int) cases[i].code);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/put-off/next", to_the_next_sitting);
  g_test_add_func ("/route/put-off/named", to_a_named_day);
  g_test_add_func ("/route/put-off/unknown", to_no_known_day);
  g_test_add_func ("/route/put-off/without-sittings", without_sittings);
  g_test_add_data_func ("/route/put-off/decision-waits", GINT_TO_POINTER (FALSE), decision_waits);
  g_test_add_data_func ("/route/put-off/struck", GINT_TO_POINTER (TRUE), decision_waits);
  g_test_add_func ("/route/put-off/twice", put_off_twice);
  g_test_add_func ("/route/put-off/information", for_information_only);
  g_test_add_func ("/route/decide/all", all_have_to_decide);
  g_test_add_func ("/route/decide/stays", a_decision_stays);
  g_test_add_func ("/route/change/agenda", on_an_agenda_it_stays);
  g_test_add_func ("/route/change/withdrawn", withdrawn);
  g_test_add_func ("/route/change/unknown", unknown_body);
  g_test_add_func ("/route/wrong-calls", wrong_calls);
  return g_test_run ();
}
