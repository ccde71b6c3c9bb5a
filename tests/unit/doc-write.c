/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The one writer's form: a fixed point, never indented inside running text, blanks as in the source. */
#include "doc-help.h"
#include "doc/write.h"

/* The text of the first paragraph as it is stored. */
static char *
stored (const char *paper)
{
  g_autoptr (Doc) d = opened (paper);
  g_autofree char *once = written (d);
  g_autoptr (Doc) again = opened (once);
  g_autofree char *twice = written (again);
  g_assert_cmpstr (once, ==, twice);
  const char *start = strstr (once, "<p>"), *end = strstr (once, "</p>");
  return g_strndup (start, (gsize) (end - start) + 4);
}

static void
assert_stored (const char *paper, const char *expected)
{
  g_autofree char *p = stored (paper);
  g_assert_cmpstr (p, ==, expected);
}

/* One fact a line, two blanks a level, the namespace once. */
static void
layout (void)
{
  static const char paper[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<vorlage xmlns=\"urn:ratsweg:1\" art=\"beschlussvorlage\" oeffentlich=\"ja\">\n"
    "  <kopf>\n"
    "    <datum>2021-08-19</datum>\n"
    "  </kopf>\n"
    "  <titel>Roadmap</titel>\n"
    "  <abschnitt art=\"begruendung\" id=\"a1\">\n"
    "    <p>Eins <em>zwei</em> drei.</p>\n"
    "    <ul>\n"
    "      <li>kurz</li>\n"
    "      <li>\n"
    "        <p>lang</p>\n"
    "        <ol start=\"2\">\n"
    "          <li>innen</li>\n"
    "        </ol>\n"
    "      </li>\n"
    "    </ul>\n"
    "    <table>\n"
    "      <tr>\n"
    "        <td>1</td>\n"
    "        <td/>\n"
    "      </tr>\n"
    "    </table>\n"
    "  </abschnitt>\n"
    "  <beratungsfolge>\n"
    "    <station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s1\"/>\n"
    "  </beratungsfolge>\n"
    "</vorlage>\n";
  g_autoptr (Doc) d = opened (paper);
  g_autofree char *back = written (d);
  g_assert_cmpstr (back, ==, paper);
  /* The same in one line, with a prefix, other quotes and the declaration left out. */
  g_autoptr (Doc) other = opened (
    "<r:vorlage xmlns:r='urn:ratsweg:1' art='beschlussvorlage' oeffentlich='ja'><r:kopf><r:datum>2021-08-19</r:datum>"
    "</r:kopf><r:titel>Roadmap</r:titel><r:abschnitt art='begruendung' id='a1'><r:p>Eins <r:em>zwei</r:em> drei.</r:p>"
    "<r:ul><r:li>kurz</r:li><r:li><r:p>lang</r:p><r:ol start='2'><r:li>innen</r:li></r:ol></r:li></r:ul><r:table><r:tr>"
    "<r:td>1</r:td><r:td></r:td></r:tr></r:table></r:abschnitt><r:beratungsfolge><r:station gremium='rat' "
    "zustaendigkeit='beschluss' id='s1'/></r:beratungsfolge></r:vorlage>");
  g_autofree char *same = written (other);
  g_assert_cmpstr (same, ==, paper);
}

/* From a complaint: printed Drucksachen with blanks inside numbers, where part of them was marked up. */
#define NUMBERS                                                                                         \
  "Bezug: <strong>21874</strong>-21-<em>E</em><strong>5</strong>; Betrag <strong>1</strong>.<strong>250</strong> €"

static void
numbers_stay_whole (void)
{
  assert_stored (PARAGRAPH ("<p>" NUMBERS "</p>"), "<p>" NUMBERS "</p>");
  assert_stored (PARAGRAPH ("<p>Bezug:\n      <strong>21874</strong>-21-<em>E</em><strong>5</strong>;\n"
                            "      Betrag <strong>1</strong>.<strong>250</strong>\n      €</p>"),
                 "<p>" NUMBERS "</p>");
  g_autoptr (Doc) d = opened (PARAGRAPH ("<p>" NUMBERS "</p>"));
  g_autofree char *text = node_text (node_child (node_child (doc_root (d), "abschnitt"), "p"));
  g_assert_cmpstr (text, ==, "Bezug: 21874-21-E5; Betrag 1.250 €");
}

static void
wrapped_source (void)
{
  assert_stored (PARAGRAPH ("<p>\n      Der Rat\n      der Stadt\t\n\n   beschließt.\n    </p>"),
                 "<p>Der Rat der Stadt beschließt.</p>");
  assert_stored (PARAGRAPH ("<p>Der <em>Rat\n der</em> Stadt</p>"), "<p>Der <em>Rat der</em> Stadt</p>");
  assert_stored (PARAGRAPH ("<p>Der\n<em>Rat</em>\n<strong>der</strong>\nStadt</p>"),
                 "<p>Der <em>Rat</em> <strong>der</strong> Stadt</p>");
  assert_stored (PARAGRAPH ("<p>Der\r\nRat</p>"), "<p>Der Rat</p>");
  assert_stored (PARAGRAPH ("<p>eins<br/>\n      zwei\n <br/>drei</p>"),
                 "<p>eins<br/>zwei<br/>drei</p>");
}

/* Markup is not seen: a line end beside it is the same blank as without it. */
static void
wrapped_at_markup (void)
{
  assert_stored (PARAGRAPH ("<p>Der <em>\n  Rat\n</em>\n  der <strong>\nStadt</strong>\n</p>"),
                 "<p>Der <em>Rat</em> der <strong>Stadt</strong></p>");
  assert_stored (PARAGRAPH ("<p>\n<em>\nDer <strong>Rat\n</strong></em><!-- x -->\n</p>"),
                 "<p><em>Der <strong>Rat</strong></em><!-- x --></p>");
  assert_stored (PARAGRAPH ("<p><em>eins<br/></em>\n zwei<em>\n<br/>drei</em></p>"),
                 "<p><em>eins<br/></em>zwei<em><br/>drei</em></p>");
  assert_stored (PARAGRAPH ("<p>eins<em>\n</em>\n<em/>\n zwei<!-- x -->\ndrei</p>"),
                 "<p>eins<em/><em/> zwei<!-- x --> drei</p>");
  assert_stored (PARAGRAPH ("<p>a<footnote>\n b\n</footnote>\n c</p>"),
                 "<p>a<footnote>b</footnote> c</p>");
}

/* Blanks and tabs without a line end were typed. */
static void
typed_blanks (void)
{
  assert_stored (PARAGRAPH ("<p>Kosten:\t1.200 EUR    netto</p>"), "<p>Kosten:\t1.200 EUR    netto</p>");
  assert_stored (PARAGRAPH ("<p>  eingerückt</p>"), "<p>  eingerückt</p>");
  assert_stored (PARAGRAPH ("<p>a\xc2\xa0\xc2\xa0z. B.</p>"), "<p>a\xc2\xa0\xc2\xa0z. B.</p>");
}

static void
characters (void)
{
  assert_stored (PARAGRAPH ("<p>&lt;b&gt; &amp; &quot;x&quot; &#8364; ☒ CO₂ „–“</p>"),
                 "<p>&lt;b&gt; &amp; \"x\" € ☒ CO₂ „–“</p>");
  assert_stored (PARAGRAPH ("<p><![CDATA[a < b & c]]></p>"), "<p>a &lt; b &amp; c</p>");
  assert_stored (PARAGRAPH ("<p>Go\xcc\x88tz</p>"), "<p>Götz</p>");
  assert_stored (PARAGRAPH ("<p>x<!-- Anmerkung --></p>"), "<p>x<!-- Anmerkung --></p>");
  assert_stored (PARAGRAPH ("<p>]]&gt;</p>"), "<p>]]&gt;</p>");
  assert_stored (
    PARAGRAPH ("<p><img src=\"b.png\" alt=\"A &amp; &lt;B&gt; &quot;C&quot;&#10;Go\xcc\x88tz\"/></p>"),
    "<p><img src=\"b.png\" alt=\"A &amp; &lt;B&gt; &quot;C&quot;&#10;Götz\"/></p>");
}

/* A carriage return never gets into the store, neither raw nor as a reference. */
static void
carriage_returns (void)
{
  assert_stored (PARAGRAPH ("<p>a&#13;b &#13;&#10; c</p>"), "<p>a b c</p>");
  assert_stored (PARAGRAPH ("<p><img src=\"b.png\" alt=\"a&#13;b\"/></p>"),
                 "<p><img src=\"b.png\" alt=\"a&#10;b\"/></p>");
}

static void
comments_around_the_root (void)
{
  static const char paper[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- davor -->\n"
    "<zaehler xmlns=\"urn:ratsweg:1\" kennung=\"d\" muster=\"{nr:5}\" naechste=\"1\"/>\n"
    "<!-- danach -->\n";
  g_autoptr (Doc) d = opened (paper);
  g_autofree char *back = written (d);
  g_assert_cmpstr (back, ==, paper);
}

/* Canonical XML of W3C's Exclusive C14N: attributes ordered, empty elements opened and closed, no comments. */
static void
canonical (void)
{
  g_autoptr (Doc) d =
    opened ("<!-- x --><zaehler muster='{nr:5}' kennung='d' xmlns='urn:ratsweg:1' naechste='1'/>");
  g_autoptr (GBytes) bytes = doc_canonical (doc_root (d)->doc);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (
    text, ==,
    "<zaehler xmlns=\"urn:ratsweg:1\" kennung=\"d\" muster=\"{nr:5}\" naechste=\"1\"></zaehler>");
}

/* Rules and letterheads are kept byte for byte. */
static void
raw_kinds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bytes_of ("<office  x='1'>\n\n <!-- y -->  </office >\n");
  g_autoptr (Doc) d = doc_open_letterhead (bytes, "vorlage-dortmund", "probe.fodt", &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) back = doc_bytes (d);
  g_assert_true (g_bytes_equal (bytes, back));
  g_assert_cmpstr (doc_kennung (d), ==, "vorlage-dortmund");
  g_autoptr (Doc) copy = doc_copy (d);
  g_autoptr (GBytes) copied = doc_bytes (copy);
  g_assert_true (g_bytes_equal (bytes, copied));
}

static void
copies (void)
{
  g_autoptr (Doc) d = opened (PARAGRAPH ("<p>x</p>"));
  g_autoptr (Doc) copy = doc_copy (d);
  node_set (doc_root (copy), "kennung", "21874-21");
  g_assert_null (doc_kennung (d));
  g_assert_cmpstr (doc_kennung (copy), ==, "21874-21");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/write/layout", layout);
  g_test_add_func ("/doc/write/numbers-stay-whole", numbers_stay_whole);
  g_test_add_func ("/doc/write/wrapped-source", wrapped_source);
  g_test_add_func ("/doc/write/wrapped-at-markup", wrapped_at_markup);
  g_test_add_func ("/doc/write/typed-blanks", typed_blanks);
  g_test_add_func ("/doc/write/characters", characters);
  g_test_add_func ("/doc/write/carriage-returns", carriage_returns);
  g_test_add_func ("/doc/write/comments-around-the-root", comments_around_the_root);
  g_test_add_func ("/doc/write/canonical", canonical);
  g_test_add_func ("/doc/write/raw-kinds", raw_kinds);
  g_test_add_func ("/doc/write/copies", copies);
  return g_test_run ();
}
