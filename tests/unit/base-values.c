/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Exit statuses, clock and random numbers, tables. */
#include "base/error.h"
#include "base/hash.h"
#include "base/refusal.h"
#include "base/source.h"
#include "base/table.h"
#include <string.h>

/* The design's statuses: 1 findings, 2 wrong call or input, 3 store or machine, 130 interrupted. */
static void
exit_statuses (void)
{
  static const struct {
    RatswegError code;
    int status;
  } cases[] = { { RATSWEG_ERROR_FINDING, 1 },      { RATSWEG_ERROR_USAGE, 2 },
                { RATSWEG_ERROR_UNKNOWN, 2 },      { RATSWEG_ERROR_INVALID, 2 },
                { RATSWEG_ERROR_STORE, 3 },        { RATSWEG_ERROR_DAMAGED, 3 },
                { RATSWEG_ERROR_HELPER, 3 },       { RATSWEG_ERROR_INTERNAL, 3 },
                { RATSWEG_ERROR_INTERRUPTED, 130 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (fail (&error, cases[i].code, "Station %d: %s.", 3, "fehlt"));
    g_assert_error (error, RATSWEG_ERROR, (int) cases[i].code);
    g_assert_cmpstr (error->message, ==, "Station 3: fehlt.");
    g_assert_cmpint (error_exit_status (error), ==, cases[i].status);
  }
  g_autoptr (GError) two = g_error_new_literal (RATSWEG_ERROR, 0, "Es fehlt. Abhilfe: Suchen.");
  g_autofree char *cause = error_cause (two);
  g_assert_cmpstr (cause, ==, "Es fehlt.");
  g_autoptr (GError) foreign = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "x");
  g_assert_cmpint (error_exit_status (foreign), ==, 3);
  g_assert_false (fail (NULL, RATSWEG_ERROR_USAGE, "niemand hört zu"));
}

static void
set_source (void)
{
  g_autoptr (Source) a = source_new_set (1000, "probe");
  g_autoptr (Source) b = source_new_set (1000, "probe");
  g_autoptr (Source) other = source_new_set (1000, "andere");
  g_assert_cmpint (source_now (a), ==, 1000);
  g_assert_cmpint (source_now (a), ==, 1000 + G_USEC_PER_SEC);
  guint8 ra[80], rb[80], rc[80];
  source_random (a, ra, sizeof ra);
  source_random (b, rb, sizeof rb);
  source_random (other, rc, sizeof rc);
  g_assert_cmpint (memcmp (ra, rb, sizeof ra), ==, 0);
  g_assert_cmpint (memcmp (ra, rc, sizeof ra), !=, 0);
  g_assert_cmpint (memcmp (ra, ra + HASH_BYTES, HASH_BYTES), !=, 0);
  g_autofree char *first = source_id (a);
  g_autofree char *second = source_id (a);
  g_assert_cmpstr (first, !=, second);
}

static void
real_source (void)
{
  g_autoptr (Source) s = source_new_real ();
  gint64 before = g_get_real_time (), now = source_now (s);
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now - before, <, 60 * G_USEC_PER_SEC);
  g_autofree char *a = source_id (s);
  g_autofree char *b = source_id (s);
  g_assert_cmpuint (strlen (a), ==, 32);
  g_assert_cmpuint (strspn (a, "0123456789abcdef"), ==, 32);
  g_assert_cmpstr (a, !=, b);
}

static void
tables (void)
{
  static const char *const columns[] = { "kennung", "Drucksache", "termin", "Termin", NULL };
  g_autoptr (Table) t = table_new ("vorlage", columns);
  g_assert_null (table_get (t, 0, "kennung"));
  g_assert_cmpuint (table_row (t), ==, 0);
  table_set (t, "kennung", "21874-20");
  table_set (t, "kennung", "21874-21");
  g_assert_cmpuint (table_row (t), ==, 1);
  g_assert_cmpstr (table_get (t, 0, "kennung"), ==, "21874-21");
  g_assert_null (table_get (t, 0, "termin"));
  g_assert_null (table_get (t, 0, "unbekannt"));
  g_assert_null (table_get (t, 1, "kennung"));
  g_assert_cmpstr (t->kopf->pdata[0], ==, "Drucksache");
}

static void
refusals (void)
{
  g_autoptr (Refusal) r = refusal_new ("vorberatung-abgeschlossen");
  g_assert_cmpstr (r->waechter, ==, "vorberatung-abgeschlossen");
  g_assert_null (r->text);
  g_assert_false (r->uebergangen);
  refusal_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/values/exit-statuses", exit_statuses);
  g_test_add_func ("/base/values/set-source", set_source);
  g_test_add_func ("/base/values/real-source", real_source);
  g_test_add_func ("/base/values/tables", tables);
  g_test_add_func ("/base/values/refusals", refusals);
  return g_test_run ();
}
