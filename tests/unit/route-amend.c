/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A text that changes after it was submitted: corrected, completed by an Anlage, written anew; and whether a later
 * Fassung reached the members in time. */
#include "route-office.h"

#define HEX64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Released on TODAY and submitted: both have signed. */
static void
submitted (Office *o)
{
  sign_all (o);
  release (o);
  as_clerk (o);
  done (o->a, "einreichen", "", NULL);
  assert_zustand (o->a, "eingereicht");
}

static StepResult *
amend (Office *o, const char *schritt, const char *find, const char *by)
{
  g_autoptr (Doc) d = edited (o, find, by);
  return check_in_as (o->a, d, schritt, "so");
}

static void
amend_keep (Office *o, const char *schritt, const char *find, const char *by)
{
  g_autoptr (StepResult) r = amend (o, schritt, find, by);
  assert_taken (r);
  keep (o->a, r);
}

static const xmlNode *
last_fassung (const Office *o)
{
  const xmlNode *last = NULL;
  NODE_EACH (f, node_child (doc_root (o->a->objekt), "fassungen"), "fassung")
    last = f;
  return last;
}

/* Design section 6, change classes: a reason, a Fassung of its own, no new signatures. */
static void
corrected (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o);
  g_autoptr (Doc) d = edited (o, "Keine Kosten.", "Kosten: 5 Euro.");
  g_autoptr (StepResult) bare = check_in_as (o->a, d, "korrigieren", NULL);
  assert_refused_by (bare, "grund");
  amend_keep (o, "korrigieren", "Keine Kosten.", "Kosten: 5 Euro.");
  assert_signers (o, "gg");
  assert_zustand (o->a, "eingereicht");
  g_assert_true (node_is (last_fassung (o), "nr", "2"));
  g_assert_true (node_is (last_fassung (o), "anlass", "korrigieren"));
  g_assert_true (node_is (last_fassung (o), "am", TODAY));
}

/* The guard refuses each of these edits. */
static void
assert_bars (Office *o, const char *schritt, const char *guard, const char *const (*edits)[2], gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autoptr (StepResult) r = amend (o, schritt, edits[i][0], edits[i][1]);
    g_assert_true (r->abgelehnt);
    g_assert_nonnull (refusal_of (r, guard));
  }
}

/* The way has its own commands, and who signs is not for the correction to say. */
static void
corrected_not_the_way (Office *o, gconstpointer data)
{
  (void) data;
  static const char *const edits[][2] = {
    { "folge=\"1\"", "folge=\"2\"" },
    { "oeffentlich=\"ja\"", "oeffentlich=\"nein\"" },
    { "art=\"beschlussvorlage\"", "art=\"mitteilungsvorlage\"" },
    { "stelle=\"dezernat\"", "stelle=\"fb-2\"" },
  };
  submitted (o);
  assert_bars (o, "korrigieren", "korrektur-nur-text", edits, G_N_ELEMENTS (edits));
  g_autoptr (StepResult) r = amend (o, "korrigieren", "folge=\"1\"", "folge=\"2\"");
  assert_refused_by (r, "korrektur-nur-text");
}

static void
late_anlage (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o);
  amend_keep (o, "nachreichen", "</anlagen>", "<anlage titel=\"Gutachten\"/></anlagen>");
  const xmlNode *list = node_child (doc_root (o->a->objekt), "anlagen");
  g_assert_null (node_get (node_find (list, "anlage", "titel", "Übersicht"), "nachgereicht"));
  g_assert_true (node_is (node_find (list, "anlage", "titel", "Gutachten"), "nachgereicht", TODAY));
  g_assert_true (node_is (last_fassung (o), "nr", "1"));
  assert_signers (o, "gg");
}

static void
late_anlage_alone (Office *o, gconstpointer data)
{
  (void) data;
  static const char *const edits[][2] = {
    { "Keine Kosten.", "Kosten: 5 Euro." },
    { "titel=\"Übersicht\"", "titel=\"Übersicht, neu\"" },
    { "<anlage titel=\"Übersicht\"", "<anlage titel=\"Gutachten\"/><anlage titel=\"Karte\"" },
  };
  submitted (o);
  assert_bars (o, "nachreichen", "nur-anlagen-dazu", edits, G_N_ELEMENTS (edits));
  g_autoptr (StepResult) r = amend (o, "nachreichen", "Darum geht es.", "Deshalb.");
  assert_refused_by (r, "nur-anlagen-dazu");
}

/* D5.12: before the first result a new Fassung under the same number, signed again; the old one is kept. */
static void
d5_12_written_anew (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o);
  g_autofree char *number = g_strdup (doc_kennung (o->a->objekt));
  g_autofree char *first = g_strdup (node_get (last_fassung (o), "stand"));
  amend_keep (o, "neufassen", "Der Rat beschließt die Roadmap.", "Der Rat beschließt den Plan.");
  assert_signers (o, "oo");
  assert_zustand (o->a, "in-mitzeichnung");
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  g_assert_cmpstr (doc_kennung (o->a->objekt), ==, number);
  g_assert_true (node_is (last_fassung (o), "nr", "2"));
  g_assert_true (node_is (node_path (doc_root (o->a->objekt), "fassungen", "fassung"), "stand", first));
  as_clerk (o);
  done (o->a, "einreichen", "", NULL);
}

/* Whoever wrote it anew does not release it. */
static void
d5_12_four_eyes (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o);
  as_releaser (o);
  amend_keep (o, "neufassen", "Der Rat beschließt die Roadmap.", "Der Rat beschließt den Plan.");
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  as_releaser (o);
  g_autoptr (StepResult) r = step (o->a, "freigeben", "", NULL);
  assert_refused_by (r, "vier-augen");
}

static void
set_result (Office *o, const char *code)
{
  xmlNode *n = node_path (doc_root (o->a->objekt), "beratungsfolge", "station");
  xmlNode *result = node_add (n, "ergebnis");
  node_set (result, "code", code);
  node_set (result, "am", TODAY);
}

/* After a result it is another paper (D5.12); taken off the agenda is none (D4). */
static void
d5_12_after_a_result (Office *o, gconstpointer data)
{
  (void) data;
  submitted (o);
  set_result (o, "vertagt");
  as_clerk (o);
  g_autoptr (StepResult) r = amend (o, "neufassen", "die Roadmap", "den Plan");
  assert_refused_by (r, "noch-kein-ergebnis");
  xmlNode *n = node_path (doc_root (o->a->objekt), "beratungsfolge", "station");
  node_set (node_child (n, "ergebnis"), "code", "abgesetzt");
  g_autoptr (StepResult) off = amend (o, "neufassen", "die Roadmap", "den Plan");
  assert_taken (off);
}

/* -- G16 -- */

#define FASSUNG(nr, day) "<fassung nr=\"" nr "\" am=\"" day "\" anlass=\"x\" stand=\"1\"/>"

/* A paper with these Fassungen before the Rat on 23.09.2021, invited to on @invited or not. */
static Akte *
before_rat (const char *fassungen, const char *invited, const char *paper_rest)
{
  Akte *a = akte_on ("2021-09-23");
  put_body (a, "rat");
  put (a,
       document (
         "<sitzung " NS " kennung=\"rat/2021-09-23\" gremium=\"rat\" zustand=\"eroeffnet\" stand=\"1\">"
         "<beginn>2021-09-23T15:00</beginn>%s%s%s<tagesordnung><top id=\"t1\" nummer=\"3.1\" "
         "oeffentlich=\"ja\"><titel>Roadmap</titel><papier vorlage=\"00001-21\" station=\"s1\"%s/></top>"
         "</tagesordnung></sitzung>",
         invited ? "<einladung version=\"1\" am=\"" : "", invited ? invited : "",
         invited ? "\" stand=\"1\" sha256=\"" HEX64 "\"/>" : "", paper_rest));
  g_autofree char *list = g_strdup_printf ("<fassungen>%s</fassungen>", fassungen);
  set_object (
    a, paper ("art=\"beschlussvorlage\" zustand=\"in-beratung\"", list,
              "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s1\" folge=\"1\" "
              "zustand=\"auf-to\" termin=\"2021-09-23\" sitzung=\"rat/2021-09-23\" top=\"t1\"/>"));
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  return a;
}

static void
g16_later_fassung (void)
{
  /* Seven whole days before the 23rd: the 15th is the last one in time (Frist of the city). */
  static const struct {
    const char *fassungen, *invited, *rest;
    gboolean in_time;
  } rows[] = {
    { FASSUNG ("1", "2021-09-20"), "2021-09-10", "", TRUE }, /* no later one: that is for G6 */
    { FASSUNG ("1", "2021-08-19") FASSUNG ("2", "2021-09-15"), "2021-09-10", "", TRUE },
    { FASSUNG ("1", "2021-08-19") FASSUNG ("2", "2021-09-16"), "2021-09-10", "", FALSE },
    { FASSUNG ("1", "2021-08-19") FASSUNG ("2", "2021-09-16"), "2021-09-16", "", TRUE },
    { FASSUNG ("1", "2021-08-19") FASSUNG ("2", "2021-09-23"), "2021-09-10",
      " tischvorlage=\"2021-09-23\"", TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (Akte) a = before_rat (rows[i].fassungen, rows[i].invited, rows[i].rest);
    g_autoptr (StepResult) r = step (a, "ergebnis", "station=s1 code=beschlossen", NULL);
    if (rows[i].in_time)
      assert_taken (r);
    else
      assert_refused_by (r, "fassung-zugestellt");
    g_autoptr (StepResult) off = step (a, "ergebnis", "station=s1 code=vertagt", NULL);
    assert_taken (off);
    g_autoptr (StepResult) with = step (a, "ergebnis", "station=s1 code=beschlossen", "so");
    assert_taken (with);
  }
}

static void
tischvorlage_noted (void)
{
  g_autoptr (Akte) a = before_rat (FASSUNG ("1", "2021-08-19"), "2021-09-10", "");
  g_autoptr (Doc) vorlage = doc_ref (a->objekt);
  Doc *sitzung = akte_doc (a, DOC_SITZUNG, "rat/2021-09-23");
  xmlNode *bare = node_add (node_child (doc_root (sitzung), "tagesordnung"), "top");
  node_set (bare, "id", "t2");
  node_set (bare, "nummer", "4");
  node_set (bare, "oeffentlich", "ja");
  node_set_text (node_add (bare, "titel"), "Anfragen");
  set_object (a, doc_ref (sitzung));
  assert_input_refused_by (a, "tischvorlage", "top=4", "top-mit-vorlage", "TOP 4 hat keine Vorlage.");
  done (a, "tischvorlage", "top=3.1", NULL);
  const xmlNode *top = node_find (node_child (doc_root (a->objekt), "tagesordnung"), "top", "id", "t1");
  g_assert_true (node_is (node_child (top, "papier"), "tischvorlage", "2021-09-23"));
}

#define ADD_OFFICE(path, f) g_test_add ("/route/amend/" path, Office, NULL, open_office, f, close_office)

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  ADD_OFFICE ("corrected", corrected);
  ADD_OFFICE ("corrected/not-the-way", corrected_not_the_way);
  ADD_OFFICE ("late-anlage", late_anlage);
  ADD_OFFICE ("late-anlage/alone", late_anlage_alone);
  ADD_OFFICE ("d5-12/written-anew", d5_12_written_anew);
  ADD_OFFICE ("d5-12/four-eyes", d5_12_four_eyes);
  ADD_OFFICE ("d5-12/after-a-result", d5_12_after_a_result);
  g_test_add_func ("/route/amend/g16-later-fassung", g16_later_fassung);
  g_test_add_func ("/route/amend/tischvorlage", tischvorlage_noted);
  return g_test_run ();
}
