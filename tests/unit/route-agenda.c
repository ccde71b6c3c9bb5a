/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The agenda of a sitting before and in it: numbers and their order, Regularien, Nachtrag and Dringlichkeit, the two
 * parts, the Einladung with its Frist and its proof, and what a move of the sitting does to them. */
#include "route-council.h"
#include "doc/agenda.h"

/* -- the order of numbers -- */

static void
natural_order (void)
{
  static const char *const order[] = { "1",    "1.1",  "1.2", "1.10", "2",   "3.2", "3.2a",
                                       "3.2b", "3.10", "9",   "9.0",  "9.1", "10",  "10.1" };
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (order); i++) {
    g_test_message ("%s before %s", order[i], order[i + 1]);
    g_assert_cmpint (agenda_compare (order[i], order[i + 1]), <, 0);
    g_assert_cmpint (agenda_compare (order[i + 1], order[i]), >, 0);
    g_assert_cmpint (agenda_compare (order[i], order[i]), ==, 0);
  }
}

/* -- a sitting of its own -- */

static Akte *
sitting (const char *day, const char *zustand, const char *inside)
{
  Akte *a = akte_on (day);
  put (a,
       document (
         "<gremium " NS " kennung=\"rat\" art=\"rat\" stand=\"1\"><name>Rat</name>"
         "<mitglied person=\"000000000000000000000000000000a1\" stimme=\"ja\" funktion=\"Vorsitz\"/>"
         "<mitglied person=\"000000000000000000000000000000a2\" stimme=\"beratend\" ab=\"2021-09-23\"/>"
         "<mitglied person=\"000000000000000000000000000000a3\" stimme=\"ja\" bis=\"2021-09-22\"/>"
         "<mitglied person=\"000000000000000000000000000000a4\" stimme=\"ja\" ab=\"2021-09-24\"/>"
         "</gremium>"));
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  set_object (
    a, document ("<sitzung " NS " kennung=\"rat/2021-09-23\" gremium=\"rat\" stand=\"1\" "
                 "zustand=\"%s\" naechste-id=\"50\"><beginn>2021-09-23T15:00</beginn>%s</sitzung>",
                 zustand, inside));
  return a;
}

static void
assert_numbers (const Akte *a, const char *expected)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  NODE_EACH (top, node_child (doc_root (a->objekt), "tagesordnung"), "top")
    g_string_append_printf (numbers, "%s%s%s", numbers->len ? " " : "",
                            node_is (top, "oeffentlich", "nein") ? "N" : "",
                            node_get (top, "nummer") ? node_get (top, "nummer") : "-");
  g_assert_cmpstr (numbers->str, ==, expected);
}

#define TOP(nr, part)                                                                                   \
  "<top nummer=\"" nr "\" id=\"t" nr part "\" oeffentlich=\"" part "\"><titel>T</titel></top>"
#define AGENDA(tops) "<tagesordnung>" tops "</tagesordnung>"
#define SENT(more)                                                                                      \
  "<einladung version=\"1\" am=\"2021-09-10\" stand=\"1\" "                                             \
  "sha256=\"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"" more

static void
each_at_its_place (void)
{
  g_autoptr (Akte) a =
    sitting ("2021-09-01", "geplant", AGENDA (TOP ("3.2", "ja") TOP ("3.10", "ja") TOP ("1", "nein")));
  done (a, "top-hinzufuegen", "titel=Bericht top=3.3 art=bericht", NULL);
  assert_numbers (a, "3.2 3.3 3.10 N1");
  done (a, "top-hinzufuegen", "titel=Neu", NULL);
  assert_numbers (a, "3.2 3.3 3.10 4 N1");
  done (a, "top-hinzufuegen", "titel=Grund oeffentlich=nein", NULL);
  assert_numbers (a, "3.2 3.3 3.10 4 N1 N2");
  done (a, "top-verschieben", "top=3.10 nach=9.0", NULL);
  assert_numbers (a, "3.2 3.3 4 9.0 N1 N2");
  /* The same number in the other part is another TOP. */
  done (a, "top-hinzufuegen", "titel=A top=1", NULL);
  assert_numbers (a, "1 3.2 3.3 4 9.0 N1 N2");
  g_autoptr (StepResult) taken = step (a, "top-verschieben", "top=4 nach=3.3", NULL);
  assert_refused_by (taken, "top-frei");
  g_autoptr (StepResult) same = step (a, "top-verschieben", "top=4 nach=4", NULL);
  assert_taken (same);
  assert_input_refused_by (a, "top-verschieben", "top=77 nach=4.1", "top-bekannt", "„77“");
}

static const xmlNode *
top_of (const Akte *a, const char *name)
{
  return agenda_top (node_child (doc_root (a->objekt), "tagesordnung"), name);
}

static void
which_is_meant (void)
{
  g_autoptr (Akte) a = sitting (
    "2021-09-01", "geplant",
    AGENDA (
      TOP ("1", "ja")
        TOP ("2", "ja") "<top nummer=\"2\" id=\"again\" oeffentlich=\"ja\"><titel>T</titel></top>" TOP (
          "1", "nein") TOP ("5", "nein")));
  g_assert_null (top_of (a, "1")); /* in both parts */
  g_assert_true (node_is (top_of (a, "NÖ 1"), "oeffentlich", "nein"));
  g_assert_true (node_is (top_of (a, "N1"), "oeffentlich", "nein"));
  g_assert_true (node_is (top_of (a, "Ö 1"), "oeffentlich", "ja"));
  g_assert_true (node_is (top_of (a, "5"), "oeffentlich", "nein"));
  g_assert_true (node_is (top_of (a, "t5nein"), "nummer", "5"));
  g_assert_null (top_of (a, "2")); /* twice: only the id tells */
  g_assert_null (top_of (a, "Ö 5"));
  g_assert_null (top_of (a, "3"));
  g_assert_null (top_of (a, ""));
  g_autoptr (StepResult) twice = step (a, "einladen", "", NULL);
  assert_refused_by (twice, "top-nummern-eindeutig");
}

static void
begins_with_the_regularien (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-01", "geplant", "");
  done (a, "top-hinzufuegen", "titel=Bericht", NULL);
  assert_numbers (a, "1 1.1 1.2 1.3 1.4 2");
  done (a, "top-hinzufuegen", "titel=Bericht", NULL);
  assert_numbers (a, "1 1.1 1.2 1.3 1.4 2 3");
  g_assert_true (node_is (top_of (a, "1.4"), "art", "regularie"));
  g_assert_null (node_get (top_of (a, "2"), "art"));
  /* An agenda that was begun by hand stays as it was. */
  g_autoptr (Akte) own = sitting ("2021-09-01", "geplant", AGENDA (TOP ("7", "ja")));
  done (own, "top-hinzufuegen", "titel=Bericht", NULL);
  assert_numbers (own, "7 8");
}

/* What was kept free is taken by what comes. */
static void
placeholders (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-01", "geplant", AGENDA (TOP ("7", "ja")));
  done (a, "top-hinzufuegen", "titel=frei top=2 art=platzhalter", NULL);
  done (a, "top-hinzufuegen", "titel=Bericht top=2 art=bericht", NULL);
  assert_numbers (a, "2 7");
  g_assert_true (node_is (top_of (a, "2"), "art", "bericht"));
  g_autoptr (StepResult) again = step (a, "top-hinzufuegen", "titel=Noch top=2", NULL);
  assert_refused_by (again, "top-frei");
}

/* -- the other part (G10) -- */

static void
to_the_other_part (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-01", "geplant", AGENDA (TOP ("1", "ja") TOP ("1", "nein")));
  g_autoptr (StepResult) none = step (a, "oeffentlichkeit-aendern", "top=Ö1", NULL);
  assert_refused_by (none, "grund");
  g_autoptr (StepResult) taken = step (a, "oeffentlichkeit-aendern", "top=Ö1 nach=1", "Schutz");
  assert_refused_by (taken, "top-frei");
  done (a, "oeffentlichkeit-aendern", "top=t1ja", "Schutz");
  assert_numbers (a, "N1 N2");
  const xmlNode *note = node_child (top_of (a, "NÖ 2"), "oeffentlichkeit");
  g_autofree char *why = node_child_text (note, "grund");
  g_assert_cmpstr (why, ==, "Schutz");
  g_assert_true (node_is (note, "von", "1") && node_is (note, "jetzt", "nein") &&
                 node_is (note, "am", "2021-09-01"));
}

/* In the sitting the body decides it, by a vote. */
static void
to_the_other_part_by_vote (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-23", "eroeffnet", AGENDA (TOP ("1", "ja") TOP ("2", "ja")));
  g_autoptr (GError) error = NULL;
  g_assert_null (ask_step (a, "oeffentlichkeit-aendern", "top=1", "so", NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  g_autoptr (StepResult) tie = step (a, "oeffentlichkeit-aendern", "top=1 ja=5 nein=5", "so");
  assert_refused_by (tie, "erweiterung-angenommen");
  done (a, "oeffentlichkeit-aendern", "top=1 ja=6 nein=5", "so");
  assert_numbers (a, "2 N1");
  const xmlNode *votes = node_path (top_of (a, "NÖ 1"), "oeffentlichkeit", "stimmen");
  g_assert_true (node_is (votes, "ja", "6") && node_is (votes, "nein", "5"));
  g_test_message ("and back, by word");
  done (a, "oeffentlichkeit-aendern", "top=N1 nach=1 wort=einstimmig", "so");
  assert_numbers (a, "1 2");
  g_assert_cmpuint (node_count (top_of (a, "1"), "oeffentlichkeit"), ==, 2);
}

/* -- after the Einladung -- */

static void
nachtrag (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-15", "eingeladen", SENT ("/>") AGENDA (TOP ("1", "ja")));
  g_autoptr (StepResult) r = step (a, "top-hinzufuegen", "titel=Spät", NULL);
  assert_refused_by (r, "einladung-noch-nicht-versandt");
  g_autoptr (StepResult) fixed = step (a, "top-verschieben", "top=1 nach=2", "so");
  assert_refused_by (fixed, "zustand");
  done (a, "top-hinzufuegen", "titel=Spät", "eilt");
  g_assert_true (node_is (top_of (a, "2"), "aufnahme", "nachtrag"));
  g_assert_true (node_is (top_of (a, "2"), "nachtrag", "1"));
  done (a, "nachtrag", "", NULL);
  done (a, "top-hinzufuegen", "titel=Später", "eilt");
  g_assert_true (node_is (top_of (a, "3"), "nachtrag", "2"));
}

/* § 48 (1): the body itself extends its agenda. */
static void
dringlichkeit (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-23", "eroeffnet", SENT ("/>") AGENDA (TOP ("1", "ja")));
  g_autoptr (StepResult) unreasoned = step (a, "dringlichkeit", "titel=Flut ja=2 nein=1", NULL);
  assert_refused_by (unreasoned, "grund");
  static const char *const wrong[] = { "titel=Flut", "ja=2 nein=1", "titel=Flut ja=2" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", wrong[i]);
    g_assert_null (ask_step (a, "dringlichkeit", wrong[i], "so", NULL, &error));
    g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_USAGE);
  }
  g_autoptr (StepResult) lost = step (a, "dringlichkeit", "titel=Flut ja=1 nein=2", "so");
  assert_refused_by (lost, "erweiterung-angenommen");
  done (a, "dringlichkeit", "titel=Flut ja=2 nein=1 enthaltung=1", "Deich bricht");
  const xmlNode *top = top_of (a, "2"), *note = node_child (top, "dringlichkeit");
  g_autofree char *why = node_child_text (note, "grund");
  g_assert_true (node_is (top, "aufnahme", "dringlich"));
  g_assert_cmpstr (why, ==, "Deich bricht");
  g_assert_true (node_is (node_child (note, "stimmen"), "enthaltung", "1"));
  done (a, "dringlichkeit", "titel=Sturm wort=einstimmig", "so");
  g_assert_true (
    node_is (node_path (top_of (a, "3"), "dringlichkeit", "stimmen"), "wort", "einstimmig"));
}

/* A paper that comes so is on the agenda, and its result can be entered (G5). */
static void
dringlichkeit_of_a_paper (void)
{
  g_autoptr (Akte) a = akte_with ("art=\"beschlussvorlage\" zustand=\"eingereicht\"",
                                  S ("r", "rat", "beschluss", DATED ("2021-09-23")));
  Doc *p = a->objekt;
  a->objekt = NULL;
  put (a, p);
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  set_object (a, doc_ref (akte_doc (a, DOC_SITZUNG, "rat/2021-09-23")));
  done (a, "dringlichkeit", "vorlage=00001-21 ja=40 nein=3", "duldet keinen Aufschub");
  set_object (a, doc_ref (akte_doc (a, DOC_VORLAGE, "00001-21")));
  g_assert_true (node_is (station (a, "r"), "zustand", "auf-to"));
  g_autoptr (StepResult) r = step (a, "ergebnis", "station=r code=beschlossen", NULL);
  assert_taken (r);
}

/* -- the Einladung -- */

/* Seven whole days lie between Wednesday, 15.09., and Thursday, 23.09.2021. */
static void
in_time (void)
{
  g_autoptr (Akte) empty = sitting ("2021-09-15", "geplant", "");
  g_autoptr (StepResult) nothing = step (empty, "einladen", "", NULL);
  assert_refused_by (nothing, "tagesordnung-vorhanden");
  g_autoptr (Akte) a = sitting ("2021-09-15", "geplant", AGENDA (TOP ("1", "ja")));
  g_autoptr (StepResult) r = step (a, "einladen", "", NULL);
  assert_taken (r);
  g_autoptr (Akte) late = sitting ("2021-09-16", "geplant", AGENDA (TOP ("1", "ja")));
  g_autoptr (StepResult) refused = step (late, "einladen", "", NULL);
  assert_refused_by (refused, "ladungsfrist");
  const Refusal *f = refusal_of (refused, "ladungsfrist");
  g_assert_nonnull (strstr (f->text, "spätestens am 15.09.2021"));
  g_assert_nonnull (strstr (f->abhilfe, "21.09.2021 15:00")); /* 48 hours before */
  g_autoptr (StepResult) shortened = step (late, "einladen", "", "dringend");
  assert_taken (shortened);
}

static void
who_was_invited (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-10", "geplant", AGENDA (TOP ("1", "ja")));
  g_autoptr (StepResult) r = step (a, "einladen", "weg=Post an=Presse;Seniorenbeirat", NULL);
  assert_taken (r);
  keep (a, r);
  xmlNode *n = node_child (doc_root (a->objekt), "einladung");
  /* Members on the day of the sitting: two of four. */
  g_assert_cmpuint (node_count (n, "empfaenger"), ==, 4);
  g_assert_nonnull (node_find (n, "empfaenger", "person", "000000000000000000000000000000a1"));
  g_assert_nonnull (node_find (n, "empfaenger", "person", "000000000000000000000000000000a2"));
  g_assert_true (node_is (n, "weg", "Post"));
  done (a, "zustellung", "an=Presse stand=unzustellbar", NULL);
  done (a, "zustellung", "an=000000000000000000000000000000a1 stand=nachgereicht weg=Bote", NULL);
  n = node_child (doc_root (a->objekt), "einladung");
  g_assert_cmpuint (node_count (n, "zustellung"), ==, 2);
  assert_input_refused_by (a, "zustellung", "an=Unbekannt stand=zugegangen", "empfaenger-eingeladen",
                           "„Unbekannt“");
  g_autoptr (GError) error = NULL;
  g_assert_null (ask_step (a, "zustellung", "an=Presse stand=verloren", NULL, NULL, &error));
  g_assert_nonnull (error);
  done (a, "bekanntmachen", "wo=Amtsblatt", NULL);
  done (a, "nachtrag", "", NULL);
  n = node_child (doc_root (a->objekt), "bekanntmachung");
  g_assert_true (node_is (n, "am", "2021-09-10") && node_is (n, "wo", "Amtsblatt"));
}

/* The shipped rules, and a notice that is due on the third day before. */
static Regeln *
rules_with_notice (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = shipped ("templates/nrw/regeln.xml");
  g_autofree char *city = shipped ("templates/dortmund/profil.xml");
  char *end = strstr (city, "</profil>");
  *end = '\0';
  g_autofree char *more =
    g_strconcat (city,
                 "<frist code=\"bekanntmachung\" wort=\"Bekanntmachung\" richtung=\"vor\" dauer=\"3\" ",
                 "einheit=\"tage\" ruhetag=\"bleibt\" quelle=\"Probe\"/></profil>", NULL);
  g_autoptr (Doc) b = doc_from (base, "regeln.xml");
  g_autoptr (Doc) p = doc_from (more, "profil.xml");
  Regeln *r = regeln_new (b, p, &error);
  g_assert_no_error (error);
  return r;
}

static void
made_public (void)
{
  g_autoptr (Regeln) strict = rules_with_notice ();
  g_autoptr (Akte) a = sitting ("2021-09-21", "eingeladen", SENT ("/>") AGENDA (TOP ("1", "ja")));
  g_autoptr (StepResult) unasked = step (a, "eroeffnen", "", NULL);
  assert_taken (unasked);
  a->regeln = strict;
  g_autoptr (StepResult) none = step (a, "eroeffnen", "", NULL);
  assert_refused_by (none, "bekanntmachung-erfolgt");
  done (a, "bekanntmachen", "wo=Amtsblatt", NULL);
  g_autoptr (StepResult) late = step (a, "eroeffnen", "", NULL);
  assert_refused_by (late, "bekanntmachung-erfolgt");
  g_autoptr (StepResult) overridden = step (a, "eroeffnen", "", "eilt");
  assert_taken (overridden);
  g_autoptr (Akte) intime = sitting ("2021-09-20", "eingeladen", SENT ("/>") AGENDA (TOP ("1", "ja")));
  intime->regeln = strict;
  done (intime, "bekanntmachen", "wo=Amtsblatt", NULL);
  done (intime, "eroeffnen", "", NULL);
}

/* A sitting that was moved has to be invited to anew, in time, and its agenda is open again. */
static void
moved_after_the_einladung (void)
{
  g_autoptr (Akte) a = sitting ("2021-09-15", "geplant", AGENDA (TOP ("1", "ja")));
  done (a, "einladen", "", NULL);
  done (a, "verlegen", "termin=2021-09-20", "Raum gesperrt");
  g_assert_null (agenda_einladung (doc_root (a->objekt)));
  done (a, "top-hinzufuegen", "titel=Neu", NULL);
  g_assert_null (node_get (top_of (a, "2"), "aufnahme"));
  g_autoptr (StepResult) late = step (a, "einladen", "", NULL);
  assert_refused_by (late, "ladungsfrist");
  done (a, "einladen", "", "verkürzt");
  const xmlNode *last = agenda_einladung (doc_root (a->objekt));
  g_assert_true (node_is (last, "version", "2"));
  g_assert_cmpuint (agenda_naechster_nachtrag (doc_root (a->objekt)), ==, 1);
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/order", natural_order);
  g_test_add_func ("/agenda/place", each_at_its_place);
  g_test_add_func ("/agenda/which", which_is_meant);
  g_test_add_func ("/agenda/regularien", begins_with_the_regularien);
  g_test_add_func ("/agenda/placeholders", placeholders);
  g_test_add_func ("/agenda/other-part", to_the_other_part);
  g_test_add_func ("/agenda/other-part-by-vote", to_the_other_part_by_vote);
  g_test_add_func ("/agenda/nachtrag", nachtrag);
  g_test_add_func ("/agenda/dringlichkeit", dringlichkeit);
  g_test_add_func ("/agenda/dringlichkeit-of-a-paper", dringlichkeit_of_a_paper);
  g_test_add_func ("/agenda/in-time", in_time);
  g_test_add_func ("/agenda/invited", who_was_invited);
  g_test_add_func ("/agenda/public", made_public);
  g_test_add_func ("/agenda/moved", moved_after_the_einladung);
  return g_test_run ();
}
