/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Check-in over a kept version: the engine's parts stay, foreign ones are refused, ids are given once. */
#include "doc-help.h"
#include "doc/adopt.h"
#include "doc/vorlage.h"

#define SECTION "    <p>Text.</p>\n  </abschnitt>\n"
#define HEX "00112233445566778899aabbccddeeff"
#define SUM_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SUM_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define RESULT "<ergebnis code=\"empfohlen\" am=\"2021-09-02\"><stimmen ja=\"8\"/></ergebnis>"

static const char kept[] = PAPER (
  " kennung=\"21874-21\" stand=\"3\" zustand=\"in-beratung\" bearbeiter=\"" HEX "\" naechste-id=\"5\"",
  SECTION
  "  <mitzeichnung>\n    <zeichner stelle=\"amtsleitung\" id=\"m2\" zustand=\"gezeichnet\" am=\"2021-08-20\"/>\n"
  "  </mitzeichnung>\n"
  "  <fassungen>\n    <fassung nr=\"1\" am=\"2021-08-20\" anlass=\"freigabe\"/>\n  </fassungen>\n"
  "  <beratungsfolge>\n"
  "    <station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s3\" zustand=\"abgeschlossen\">" RESULT
  "</station>\n"
  "    <station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s4\" zustand=\"offen\"/>\n"
  "  </beratungsfolge>\n");

/* What a clerk sends back: the rest of the paper after the section, and the root's attributes. */
#define EDITED(attributes, rest) PAPER (" kennung=\"21874-21\" stand=\"3\"" attributes, SECTION rest)
#define STATION_3(attributes, content)                                                                  \
  "    <station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s3\"" attributes ">" content        \
  "</station>\n"
#define STATION_4 "    <station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s4\"/>\n"
#define ROUTE(stations) "  <beratungsfolge>\n" stations "  </beratungsfolge>\n"

static Doc *
adopted (const char *edited)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Doc) current = opened (kept);
  Doc *next = opened (edited);
  g_assert_true (doc_adopt (next, current, &error));
  g_assert_no_error (error);
  g_assert_true (doc_validate (next, &error));
  g_assert_no_error (error);
  return next;
}

static void
assert_not_adopted (const char *edited, guint line, const char *wrong, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Doc) current = opened (kept);
  g_autoptr (Doc) next = opened (edited);
  g_assert_false (doc_adopt (next, current, &error));
  assert_names (error, line, wrong, expected);
}

static void
left_out (void)
{
  g_autoptr (Doc) next =
    adopted (EDITED ("", "  <mitzeichnung>\n    <zeichner stelle=\"amtsleitung\" id=\"m2\"/>\n"
                         "  </mitzeichnung>\n" ROUTE (STATION_3 ("", "") STATION_4)));
  xmlNode *root = doc_root (next), *s3 = vorlage_station (next, "s3");
  g_assert_true (node_is (root, "zustand", "in-beratung"));
  g_assert_true (node_is (root, "bearbeiter", HEX));
  g_assert_true (node_is (root, "naechste-id", "5"));
  g_assert_true (node_is (s3, "zustand", "abgeschlossen"));
  g_assert_true (node_is (node_child (s3, "ergebnis"), "code", "empfohlen"));
  g_assert_true (node_is (node_path (s3, "ergebnis", "stimmen"), "ja", "8"));
  g_assert_true (node_is (vorlage_station (next, "s4"), "zustand", "offen"));
  g_assert_true (node_is (node_path (root, "mitzeichnung", "zeichner"), "zustand", "gezeichnet"));
  g_assert_cmpuint (node_count (node_child (root, "fassungen"), "fassung"), ==, 1);
}

static void
unchanged (void)
{
  g_autoptr (Doc) next = adopted (kept);
  g_autoptr (Doc) current = opened (kept);
  g_autofree char *a = written (next), *b = written (current);
  g_assert_cmpstr (a, ==, b);
}

/* What is not the engine's is the clerk's. */
static void
edits (void)
{
  g_autoptr (Doc) next = adopted (EDITED (
    "", ROUTE (
          "    <station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s4\" termin=\"2021-09-23\"/>\n"
          "    <station gremium=\"afbl\" zustaendigkeit=\"empfehlung\"/>\n" STATION_3 ("", ""))));
  g_assert_true (node_is (vorlage_station (next, "s4"), "termin", "2021-09-23"));
  g_assert_true (node_is (vorlage_station (next, "s4"), "zustand", "offen"));
  g_assert_true (node_is (vorlage_station (next, "s3"), "zustand", "abgeschlossen"));
  xmlNode *added =
    node_find (node_child (doc_root (next), "beratungsfolge"), "station", "gremium", "afbl");
  g_assert_null (node_get (added, "zustand"));
  g_assert_null (node_child (added, "ergebnis"));
}

static void
foreign_parts (void)
{
  assert_not_adopted (EDITED (" zustand=\"beschlossen\"", ""), 2, "zustand=\"beschlossen\" an <vorlage>",
                      "in-beratung");
  assert_not_adopted (EDITED (" naechste-id=\"1\"", ""), 2, "naechste-id=\"1\"", "„5“ wie gespeichert");
  assert_not_adopted (EDITED (" entwurf=\"entwurf-0001\"", ""), 2, "entwurf=\"entwurf-0001\"",
                      "es hier nicht");
  assert_not_adopted (EDITED ("", ROUTE (STATION_3 (" zustand=\"offen\"", "") STATION_4)), 11,
                      "zustand=\"offen\" an <station>", "abgeschlossen");
  assert_not_adopted (EDITED ("",
                              ROUTE (STATION_3 ("", "\n<ergebnis code=\"abgelehnt\" am=\"2021-09-02\"/>")
                                       STATION_4)),
                      12, "<ergebnis>", "der gespeicherte Inhalt oder nichts");
  assert_not_adopted (
    EDITED ("",
            ROUTE (STATION_3 ("", "") "<station gremium=\"rat\" zustaendigkeit=\"beschluss\">\n" RESULT
                                      "</station>")),
    13, "<ergebnis>", "der gespeicherte Inhalt oder nichts");
}

static void
new_documents (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Doc) plain = opened (PAPER ("", SECTION));
  g_assert_true (doc_adopt (plain, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (Doc) state = opened (PAPER (" zustand=\"beschlossen\"", SECTION));
  g_assert_false (doc_adopt (state, NULL, &error));
  assert_names (error, 2, "zustand=\"beschlossen\"", "es hier nicht");
  g_clear_error (&error);
  g_autoptr (Doc) issued = opened (PAPER ("", SECTION "  <fassungen/>\n"));
  g_assert_false (doc_adopt (issued, NULL, &error));
  assert_names (error, 10, "<fassungen>", "der gespeicherte Inhalt oder nichts");
}

/* -- images and Anlagen are known by their file -- */

#define IMG(src, sum) "<p><img src=\"" src "\" alt=\"Bild\"" sum "/></p>"
#define PICTURES(text) PAPER (" kennung=\"21874-21\"", text "  </abschnitt>\n")

static const char *
sum_of (const Doc *d, const char *src)
{
  NODE_EACH (p, node_child (doc_root (d), "abschnitt"), "p")
    if (node_find (p, "img", "src", src))
      return node_get (node_find (p, "img", "src", src), "inhalt");
  return NULL;
}

static void
pictures (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Doc) current =
    opened (PICTURES (IMG ("a.png", " inhalt=\"" SUM_A "\"") IMG ("b.png", " inhalt=\"" SUM_B "\"")));
  /* A paragraph in front, the two exchanged, one as exported, a third one new. */
  g_autoptr (Doc) next = opened (
    PICTURES ("<p>Neu.</p>" IMG ("b.png", " inhalt=\"" SUM_B "\"") IMG ("a.png", "") IMG ("c.png", "")));
  g_assert_true (doc_adopt (next, current, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sum_of (next, "a.png"), ==, SUM_A);
  g_assert_cmpstr (sum_of (next, "b.png"), ==, SUM_B);
  g_assert_cmpstr (sum_of (next, "c.png"), ==, NULL);
  g_autoptr (Doc) forged = opened (PICTURES (IMG ("a.png", " inhalt=\"" SUM_B "\"")));
  g_assert_false (doc_adopt (forged, current, &error));
  assert_names (error, 8, "inhalt=\"" SUM_B "\"", SUM_A);
}

/* -- ids -- */

static const char *
id_of (const Doc *d, const char *gremium)
{
  return node_get (node_find (node_child (doc_root (d), "beratungsfolge"), "station", "gremium",
                              gremium),
                   "id");
}

static void
ids_are_completed (void)
{
  g_autoptr (Doc) d =
    opened (PAPER ("", SECTION "  <abschnitt art=\"begruendung\"/>\n"
                               "  <anlagen><anlage titel=\"Roadmap\"/></anlagen>\n" ROUTE (
                                 "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\"/>"
                                 "<station id=\"s7\" gremium=\"rat\" zustaendigkeit=\"beschluss\"/>")));
  g_autoptr (GError) error = NULL;
  doc_complete_ids (d);
  g_assert_true (doc_validate (d, &error)); /* also: all different */
  g_assert_no_error (error);
  g_assert_cmpstr (id_of (d, "rat"), ==, "s7");
  g_assert_nonnull (id_of (d, "apod"));
  g_assert_nonnull (node_get (node_path (doc_root (d), "anlagen", "anlage"), "id"));
  g_assert_cmpint (node_get_int (doc_root (d), "naechste-id", 0), >, 8);
  g_autofree char *once = written (d);
  doc_complete_ids (d);
  g_autofree char *twice = written (d);
  g_assert_cmpstr (once, ==, twice);
}

/* A station is struck, a new one added: it gets another id, by itself or not at all. */
static void
ids_are_not_reused (void)
{
  g_autoptr (Doc) without = adopted (EDITED ("", ROUTE (STATION_3 ("", ""))));
  g_autofree char *text = written (without);
  g_autoptr (Doc) next = opened (
    EDITED ("", ROUTE (STATION_3 ("", "") "<station gremium=\"ha\" zustaendigkeit=\"empfehlung\"/>")));
  g_autoptr (GError) error = NULL;
  g_assert_true (doc_adopt (next, without, &error));
  doc_complete_ids (next);
  g_assert_cmpstr (id_of (next, "ha"), ==, "s5");
  g_autoptr (Doc) reuses = opened (
    EDITED ("",
            ROUTE (
              STATION_3 ("", "") "<station id=\"s4\" gremium=\"ha\" zustaendigkeit=\"empfehlung\"/>")));
  g_assert_false (doc_adopt (reuses, without, &error));
  assert_names (error, 12, "die id „s4“ an <station>", "ohne id");
}

/* An id that a clerk chose can be anything that the schema allows; the counter stays a number. */
static void
odd_ids (void)
{
  static const char *const odd[] = {
    "s9223372036854775807", "s999999999", "beschluss", "s01", "7", "s"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *station =
      g_strdup_printf ("<station id=\"%s\" gremium=\"rat\" zustaendigkeit=\"beschluss\"/>", odd[i]);
    g_auto (GStrv) halves =
      g_strsplit (PAPER ("", SECTION ROUTE ("@<station gremium=\"ha\" zustaendigkeit=\"empfehlung\"/>")),
                  "@", 2);
    g_autofree char *paper = g_strjoinv (station, halves);
    g_autoptr (Doc) d = opened (paper);
    doc_complete_ids (d);
    g_assert_true (doc_validate (d, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (id_of (d, "rat"), ==, odd[i]);
    g_assert_nonnull (id_of (d, "ha"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/adopt/left-out", left_out);
  g_test_add_func ("/doc/adopt/unchanged", unchanged);
  g_test_add_func ("/doc/adopt/edits", edits);
  g_test_add_func ("/doc/adopt/foreign-parts", foreign_parts);
  g_test_add_func ("/doc/adopt/new-documents", new_documents);
  g_test_add_func ("/doc/adopt/pictures", pictures);
  g_test_add_func ("/doc/adopt/ids-completed", ids_are_completed);
  g_test_add_func ("/doc/adopt/ids-not-reused", ids_are_not_reused);
  g_test_add_func ("/doc/adopt/odd-ids", odd_ids);
  return g_test_run ();
}
