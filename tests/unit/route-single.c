/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Single results of real minutes (einzelfaelle of the shared cases/histories.json), each one step by the shipped
 * rules.  route-single.txt says how the wording is read and what has to come of it; the figures are the source's.  No
 * objection is gone over: what real bodies do is no exception.  Without RATSWEG_SHARED it skips. */
#include "route-council.h"
#include "route-table.h"

#define OTHER_TOP "<top nummer=\"9\" id=\"t9\" oeffentlich=\"ja\"><titel>Anderes</titel></top>"

static Table *table;
static json_t *cases;

/* AFBL in this role on 16.09.; where it does not decide, the Rat does so afterwards. */
static Akte *
akte_of (const char *role)
{
  gboolean decides = g_str_equal (role, "beschluss") || g_str_equal (role, "genehmigung");
  g_autofree char *own =
    g_strdup_printf ("<station gremium=\"afbl\" zustaendigkeit=\"%s\" id=\"s1\" folge=\"1\" "
                     "termin=\"2021-09-16\" sitzung=\"afbl/2021-09-16\" zustand=\"auf-to\"/>%s",
                     g_str_equal (role, "top") ? "empfehlung" : role,
                     decides ? "" : S ("r", "rat", "beschluss", RANK ("2") DATED ("2021-09-23")));
  Akte *a = akte_with (IN_DELIBERATION, own);
  g_free (a->tag);
  a->tag = g_strdup ("2021-09-16");
  put (a, document ("<sitzung " NS " kennung=\"afbl/2021-09-16\" gremium=\"afbl\" stand=\"1\" "
                    "zustand=\"eroeffnet\" naechste-id=\"10\"><beginn>2021-09-16T15:00</beginn>"
                    "<tagesordnung>" OTHER_TOP "</tagesordnung></sitzung>"));
  put_sitting (a, "afbl", "2021-10-07T15:00", "geplant");
  put_sitting (a, "rat", "2021-09-23T15:00", "geplant");
  put_sitting (a, "kita", "2021-10-01T15:00", "geplant");
  return a;
}

static gboolean
has_figures (const json_t *source)
{
  return json_is_integer (json_object_get (json_object_get (source, "abstimmung"), "ja"));
}

static char *
values_of_case (const json_t *source, const char *role, const char *read)
{
  static const char *const names[] = { "ja", "nein", "enthaltung" };
  const json_t *votes = json_object_get (source, "abstimmung");
  g_autoptr (GString) s = g_string_new (g_str_equal (role, "top") ? "top=9 code=" : "station=s1 code=");
  g_string_append (s, read);
  for (gsize i = 0; i < G_N_ELEMENTS (names) && has_figures (source); i++) {
    const json_t *n = json_object_get (votes, names[i]);
    if (json_is_integer (n))
      g_string_append_printf (s, " %s=%d", names[i], (int) json_integer_value (n));
  }
  return g_string_free (g_steal_pointer (&s), FALSE);
}

static void
assert_votes (const xmlNode *result, const json_t *source)
{
  const xmlNode *votes = node_child (result, "stimmen");
  if (has_figures (source))
    g_assert_cmpint (node_get_int (votes, "ja", -1), ==,
                     json_integer_value (
                       json_object_get (json_object_get (source, "abstimmung"), "ja")));
}

static void
assert_of_paper (const StepResult *r, char **row, const json_t *source)
{
  const Doc *d = result_doc (r);
  const xmlNode *n = vorlage_station (d, "s1"), *result = node_child (n, "ergebnis");
  g_assert_true (node_is (n, "zustand", "abgeschlossen"));
  g_assert_cmpstr (node_get (result, "votum"), ==, row[4]);
  g_assert_cmpstr (node_get (doc_root (d), "zustand"), ==, row[5]);
  assert_votes (result, source);
}

static void
assert_of_top (const StepResult *r, const json_t *source)
{
  const xmlNode *list = node_child (doc_root (result_doc (r)), "tagesordnung");
  const xmlNode *result = node_child (node_find (list, "top", "id", "t9"), "ergebnis");
  g_assert_nonnull (result);
  assert_votes (result, source);
}

static void
turn_to_sitting (Akte *a)
{
  Doc *sitting = doc_ref (akte_doc (a, DOC_SITZUNG, "afbl/2021-09-16"));
  g_ptr_array_remove (a->docs, sitting);
  akte_add (a, a->objekt);
  set_object (a, sitting);
}

static StepResult *
ask (Akte *a, const json_t *source, const char *role, const char *read, GError **error)
{
  g_autofree char *values = values_of_case (source, role, read);
  if (g_str_equal (role, "top"))
    turn_to_sitting (a);
  g_test_message ("%s: %s", role, values);
  return ask_step (a, "ergebnis", values, NULL,
                   g_str_has_prefix (read, "geaendert-") ? "<p>Neuer Wortlaut.</p>" : NULL, error);
}

static void
one_result (gconstpointer nr)
{
  g_autofree char *key = g_strdup_printf ("%d", GPOINTER_TO_INT (nr));
  const json_t *source = json_array_get (cases, GPOINTER_TO_UINT (nr));
  char **row = table_row (table, "fall", key);
  g_autoptr (GError) error = NULL;
  g_autoptr (Akte) a = akte_of (row[2]);
  g_autoptr (StepResult) r = ask (a, source, row[2], row[3], &error);
  g_assert_no_error (error);
  assert_taken (r);
  g_assert_cmpuint (r->refusals->len, ==, 0);
  if (g_str_equal (row[2], "top"))
    assert_of_top (r, source);
  else
    assert_of_paper (r, row, source);
}

/* What is no single result: there is none in the source, or it is refused. */
static void
no_result (gconstpointer nr)
{
  g_autofree char *key = g_strdup_printf ("%d", GPOINTER_TO_INT (nr));
  const json_t *source = json_array_get (cases, GPOINTER_TO_UINT (nr));
  char **row = table_row (table, "nicht", key);
  g_autoptr (GError) error = NULL;
  g_test_message ("%s", row[2]);
  if (g_str_equal (row[3], "-")) {
    g_assert_false (has_figures (source));
    return;
  }
  g_autoptr (Akte) a = akte_of (row[3]);
  g_autoptr (StepResult) r = ask (a, source, row[3], row[4], &error);
  g_assert_true (error || r->abgelehnt);
}

static void
every_case_is_read (void)
{
  g_assert_cmpuint (table_count (table, "fall") + table_count (table, "nicht"), ==,
                    json_array_size (cases));
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  json_t *all = shared_cases ("histories.json");
  if (!all)
    return g_test_run ();
  cases = json_object_get (all, "einzelfaelle");
  table = table_read ("tests/unit/route-single.txt");
  g_test_add_func ("/route/single/table", every_case_is_read);
  for (guint i = 0; i < json_array_size (cases); i++) {
    g_autofree char *key = g_strdup_printf ("%u", i);
    g_autofree char *path = g_strdup_printf ("/route/single/%u", i);
    g_assert_true (table_row (table, "fall", key) || table_row (table, "nicht", key));
    g_test_add_data_func (path, GUINT_TO_POINTER (i),
                          table_row (table, "fall", key) ? one_result : no_result);
  }
  int rc = g_test_run ();
  table_free (table);
  json_decref (all);
  return rc;
}
