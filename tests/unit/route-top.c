/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Results of TOPs without a paper: the object is the sitting. */
#include "route-council.h"

#define TOP(nr, id, part, more)                                                                         \
  "<top nummer=\"" nr "\" id=\"" id "\" oeffentlich=\"" part "\"><titel>" nr "</titel>" more "</top>"

/* A sitting in this state: 1 without a paper, 2 with one, 3 in both parts. */
static Akte *
sitting (const char *zustand)
{
  Akte *a = akte_with (IN_DELIBERATION, RAT (""));
  set_object (a, document ("<sitzung " NS " kennung=\"rat/2021-09-23\" gremium=\"rat\" stand=\"3\" "
                           "zustand=\"%s\" naechste-id=\"9\"><beginn>2021-09-23T15:00</beginn>"
                           "<tagesordnung>" TOP ("1", "t1", "ja", "")
                             TOP ("2", "t2", "ja", "<papier vorlage=\"00001-21\" station=\"r\"/>")
                               TOP ("3", "t3", "ja", "") TOP ("3", "t4", "nein", "") "</tagesordnung>"
                                                                                     "</sitzung>",
                           zustand));
  return a;
}

static const xmlNode *
top (const Akte *a, const char *id)
{
  return node_find (node_child (doc_root (a->objekt), "tagesordnung"), "top", "id", id);
}

static void
result_of_its_own (void)
{
  g_autoptr (Akte) a = sitting ("eroeffnet");
  done (a, "ergebnis", "top=1 code=beschlossen ja=8 nein=1", NULL);
  const xmlNode *r = node_child (top (a, "t1"), "ergebnis");
  g_assert_cmpstr (node_get (r, "code"), ==, "beschlossen");
  g_assert_cmpstr (node_get (r, "am"), ==, "2021-09-23");
  g_assert_cmpstr (node_get (node_child (r, "stimmen"), "ja"), ==, "8");
  g_autoptr (StepResult) again = step (a, "ergebnis", "top=1 code=vertagt", "so war es");
  assert_refused_by (again, "top-ohne-ergebnis");
}

static void
number_in_both_parts (void)
{
  g_autoptr (Akte) a = sitting ("eroeffnet");
  assert_input_refused_by (a, "ergebnis", "top=3 code=beschlossen", "top-bekannt", "t3");
  assert_input_refused_by (a, "ergebnis", "top=7 code=beschlossen", "top-bekannt", "1, 2, 3 und 3");
  done (a, "ergebnis", "top=t4 code=beschlossen", NULL);
  g_assert_null (node_child (top (a, "t3"), "ergebnis"));
  g_assert_nonnull (node_child (top (a, "t4"), "ergebnis"));
}

static void
paper_has_its_own (void)
{
  g_autoptr (Akte) a = sitting ("eroeffnet");
  assert_input_refused_by (a, "ergebnis", "top=2 code=beschlossen", "top-ohne-vorlage", "00001-21");
}

/* What nobody says of a TOP without a paper; the body may have done it all the same. */
static void
words_that_need_a_paper (void)
{
  g_autoptr (Akte) a = sitting ("eroeffnet");
  g_autoptr (StepResult) r = step (a, "ergebnis", "top=1 code=empfohlen", NULL);
  assert_refused_by (r, "ergebnis-ohne-vorlage");
  g_assert_cmpstr (refusal_of (r, "ergebnis-ohne-vorlage")->regel, ==, "G3");
  done (a, "ergebnis", "top=1 code=empfohlen", "so war es");
  const xmlNode *kept = node_path (top (a, "t1"), "ergebnis", "einwand");
  g_assert_cmpstr (node_get (kept, "regel"), ==, "G3");
}

static void
tie_and_text (void)
{
  g_autoptr (Akte) a = sitting ("eroeffnet");
  g_autoptr (StepResult) tie = step (a, "ergebnis", "top=1 code=beschlossen ja=4 nein=4", NULL);
  assert_refused_by (tie, "mehrheit");
  g_autoptr (StepResult) text = step (a, "ergebnis", "top=1 code=geaendert-beschlossen", NULL);
  assert_refused_by (text, "text-pflicht");
}

static void
before_and_after (void)
{
  g_autoptr (Akte) before = sitting ("eingeladen");
  g_autoptr (StepResult) r = step (before, "ergebnis", "top=1 code=beschlossen", "so war es");
  assert_refused_by (r, "zustand");
  g_autoptr (Akte) after = sitting ("geschlossen");
  done (after, "ergebnis", "top=1 code=beschlossen", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  doc_library_init ();
  g_test_add_func ("/route/top/result", result_of_its_own);
  g_test_add_func ("/route/top/number-in-both-parts", number_in_both_parts);
  g_test_add_func ("/route/top/paper", paper_has_its_own);
  g_test_add_func ("/route/top/words", words_that_need_a_paper);
  g_test_add_func ("/route/top/tie-and-text", tie_and_text);
  g_test_add_func ("/route/top/before-and-after", before_and_after);
  return g_test_run ();
}
