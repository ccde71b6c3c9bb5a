/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Rich text as ODF.  White space by ODF 1.3 part 3, 6.1.2 and the odt-* reports; tables by its 9.1. */
#include "typeset-help.h"

static void
check (const char *blocks, const char *expected)
{
  g_autofree char *paper = g_strdup_printf (BLOCKS ("%s"), blocks);
  g_autofree char *body = body_of (paper);
  g_assert_cmpstr (body, ==, expected);
}

#define P(inside) "<text:p text:style-name=\"Text_20_body\">" inside "</text:p>"
#define STRONG(text) "<text:span text:style-name=\"Strong_20_Emphasis\">" text "</text:span>"
#define EM(text) "<text:span text:style-name=\"Emphasis\">" text "</text:span>"

/* -- white space -- */

/* odt-indent-splits-numbers */
static void
test_inline (void)
{
  const char *expected = P ("Bezug: " STRONG ("21874") "-21-" EM ("E")
                              STRONG ("5") "; Betrag " STRONG ("1") "." STRONG ("250") " €");
  check ("<p>Bezug: <strong>21874</strong>-21-<em>E</em><strong>5</strong>; Betrag "
         "<strong>1</strong>.<strong>250</strong> €</p>",
         expected);
  check ("<p>Bezug:\n      <strong>21874</strong>-21-<em>E</em><strong>5</strong>; Betrag\n"
         "      <strong>1</strong>.<strong>250</strong>\n      €</p>",
         expected);
}

/* odt-form-text-whitespace */
static void
test_blanks (void)
{
  check ("<p>Kosten:\t1.200 EUR<br/>Folgekosten:    300 EUR</p><p>  Zweiter Absatz</p>",
         P ("Kosten:<text:tab/>1.200 EUR<text:line-break/>Folgekosten: <text:s text:c=\"3\"/>300 EUR")
           P ("<text:s text:c=\"2\"/>Zweiter Absatz"));
  check ("<p>a<br/> b</p>", P ("a<text:line-break/><text:s/>b"));
  check ("<p>am Ende </p>", P ("am Ende<text:s/>"));
  check ("<p><em>a </em> <strong> b</strong></p>", P (EM ("a ") "<text:s/>" STRONG (" b")));
  check ("<p><em> a</em></p>", P (EM ("<text:s/>a")));
  check ("<p> </p>", P ("<text:s/>"));
}

/* A blank behind text:s counts again: four blanks in two elements stay four. */
static void
test_blanks_across_elements (void)
{
  check ("<p>a<em>  </em>  b</p>", P ("a" EM (" <text:s/>") " <text:s/>b"));
}

/* odt-control-characters, its legal line */
static void
test_legal_characters (void)
{
  check ("<p>\xf0\x9f\x9a\xb2 Rad\xc2\xadweg € 5 Straße &amp; &lt;b&gt; &quot;x&quot;</p>",
         P ("\xf0\x9f\x9a\xb2 Rad\xc2\xadweg € 5 Straße &amp; &lt;b&gt; \"x\""));
}

static void
test_text_in_attributes (void)
{
  g_auto (TypesetInput) in = pinned_text (
    "<vorlage xmlns=\"urn:ratsweg:1\" art=\"beschlussvorlage\" oeffentlich=\"ja\" kennung=\"1-21\">"
    "<kopf><datum>2021-08-19</datum></kopf><titel>A  &amp;  B</titel>"
    "<abschnitt art=\"begruendung\" ueberschrift=\"Zwei  Blanks &lt;1&gt;\"><p>x</p></abschnitt>"
    "<anlagen><anlage titel=\"Plan  A\"/></anlagen></vorlage>");
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *content = entry (odt, "content.xml");
  g_autofree char *styles = entry (odt, "styles.xml");
  g_autofree char *meta = entry (odt, "meta.xml");
  assert_has (content, "text:outline-level=\"1\">A <text:s/>&amp; <text:s/>B</text:h>");
  assert_has (styles, "A <text:s/>&amp; <text:s/>B");
  assert_has (meta, "<dc:title>A  &amp;  B</dc:title>");
  assert_has (content, ">Zwei <text:s/>Blanks &lt;1&gt;</text:h>");
  assert_has (content, "<text:p text:style-name=\"Anlage\">Plan <text:s/>A</text:p>");
}

/* -- lists -- */

#define LI(style, inside) "<text:list-item><text:p text:style-name=\"" style "\">" inside "</text:p>"

static void
test_lists (void)
{
  check (
    "<ol start=\"2\"><li>zwei</li><li><p>drei</p><ul><li>tief</li></ul><p>weiter</p></li></ol>",
    "<text:list text:style-name=\"Nummerierung\">"
    "<text:list-item text:start-value=\"2\"><text:p text:style-name=\"Listentext\">zwei</text:p>"
    "</text:list-item>" LI ("Listentext", "drei") "<text:list text:style-name=\"Aufzählung\">" LI (
      "Listentext",
      "tief") "</text:list-item></text:list>"
              "<text:p text:style-name=\"Listentext_20_Ende\">weiter</text:p></text:list-item></text:list>");
  check ("<p>Es gilt:</p><ul><li>a</li><li>b</li></ul>",
         "<text:p text:style-name=\"Texteinleitung\">Es gilt:</text:p>"
         "<text:list text:style-name=\"Aufzählung\">" LI ("Listentext", "a") "</text:list-item>" LI (
           "Listentext_20_Ende", "b") "</text:list-item></text:list>");
}

/* odt-table-in-list-item: refused with the place named, never dropped */
static void
test_table_in_list (void)
{
  g_autoptr (GError) error = NULL;
  const char *xml = BLOCKS ("<ol><li><p>Stellen:</p><table><tr><td>E 13</td></tr></table></li></ol>");
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_assert_null (doc_open (bytes, "probe.xml", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_auto (TypesetInput) in = pinned_text (xml); /* even where the schema was not asked */
  assert_fails (&in, RATSWEG_ERROR_INVALID, "Das Element „table“ in „li“");
}

/* -- tables -- */

#define CELL(more, style, inside)                                                                       \
  "<table:table-cell office:value-type=\"string\" table:style-name=\"" style "\"" more ">"              \
  "<text:p text:style-name=\"" inside "</text:p></table:table-cell>"
#define GAP                                                                                             \
  "<table:table-cell office:value-type=\"string\" table:style-name=\"Muster_20_Tabelle.A2\">"           \
  "<text:p text:style-name=\"Table_20_Contents\"/></table:table-cell>"
#define TD(more, inside) CELL (more, "Muster_20_Tabelle.A2", "Table_20_Contents\">" inside)
#define TH(more, inside) CELL (more, "Muster_20_Tabelle.A1", "Table_20_Heading\">" inside)

static void
test_spans (void)
{
  g_autofree char *body =
    body_of (BLOCKS ("<table><thead><tr><th>A</th><th colspan=\"2\">B</th></tr></thead><tbody>"
                     "<tr><td rowspan=\"2\">1</td><td>2</td><td>3</td></tr>"
                     "<tr><td colspan=\"2\">4</td></tr><tr><td>5</td></tr></tbody></table>"));
  assert_has (body,
              "<table:table-header-rows><table:table-row>" TH ("", "A")
                TH (" table:number-columns-spanned=\"2\"",
                    "B") "<table:covered-table-cell/></table:table-row></table:table-header-rows>");
  assert_has (body, "<table:table-row>" TD (" table:number-rows-spanned=\"2\"", "1") TD ("", "2")
                      TD ("", "3") "</table:table-row>");
  assert_has (body, "<table:table-row><table:covered-table-cell/>" TD (
                      " table:number-columns-spanned=\"2\"",
                      "4") "<table:covered-table-cell/></table:table-row>");
  assert_has (body, "<table:table-row>" TD ("", "5") GAP GAP "</table:table-row>");
}

/* A reach beyond the end of its group is cut, as in HTML. */
static void
test_span_beyond_end (void)
{
  g_autofree char *body =
    body_of (BLOCKS ("<table><tr><th rowspan=\"9\">A</th></tr><tr><td>1</td></tr></table>"));
  assert_has (body, "<table:table-header-rows><table:table-row>" TH ("", "A") "</table:table-row>");
  assert_has (body, "<table:table-row>" TD ("", "1") "</table:table-row>");
}

static void
test_bad_tables (void)
{
  g_auto (TypesetInput) overlap = pinned_text (
    BLOCKS ("<table><tr><td>a</td><td rowspan=\"2\">b</td></tr><tr><td colspan=\"2\">c</td></tr>"
            "</table>"));
  assert_fails (&overlap, RATSWEG_ERROR_INVALID, "überschneiden");
  g_auto (TypesetInput) wide =
    pinned_text (BLOCKS ("<table><tr><td colspan=\"41\">a</td></tr></table>"));
  assert_fails (&wide, RATSWEG_ERROR_INVALID, "40 Spalten");
}

static void
test_caption (void)
{
  g_autofree char *body =
    body_of (BLOCKS ("<table><caption>Stellen <em>2022</em></caption><tr><td>a</td></tr></table>"));
  assert_has (body, "<text:p text:style-name=\"Tabellentitel\">Stellen " EM (
                      "2022") "</text:p>"
                              "<table:table table:name=\"Text Tabelle 1\"");
}

/* -- footnotes, links, headings -- */

static void
test_footnotes (void)
{
  g_autofree char *body = body_of (BLOCKS ("<p>a<footnote>eins </footnote> b</p>"
                                           "<ul><li>c<footnote><em>zwei</em></footnote></li></ul>"));
  assert_has (body, "a<text:note text:id=\"ftn1\" text:note-class=\"footnote\"><text:note-citation>1"
                    "</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">eins"
                    "<text:s/></text:p></text:note-body></text:note> b");
  assert_has (body, "text:id=\"ftn2\"");
  g_auto (TypesetInput) nested =
    pinned_text (BLOCKS ("<p>a<footnote>b<footnote>c</footnote></footnote></p>"));
  assert_fails (&nested, RATSWEG_ERROR_INVALID, "anderen Fußnote");
}

static void
test_links (void)
{
  check ("<p><a href=\"https://example.org/?a=1&amp;b=2\">Seite</a></p>",
         P ("<text:a xlink:type=\"simple\" xlink:href=\"https://example.org/?a=1&amp;b=2\" "
            "text:style-name=\"Internet_20_link\" text:visited-style-name=\"Internet_20_link\">Seite"
            "</text:a>"));
  g_auto (TypesetInput) nested = pinned_text (
    BLOCKS ("<p><a href=\"https://a.example\"><em><a href=\"https://b.example\">x</a></em></a></p>"));
  assert_fails (&nested, RATSWEG_ERROR_INVALID, "https://b.example");
}

static void
test_headings (void)
{
  check ("<h3>A</h3><h4>B</h4><h5>C <sub>1</sub><sup>2</sup></h5>",
         "<text:h text:style-name=\"Heading_20_3\" text:outline-level=\"3\">A</text:h>"
         "<text:h text:style-name=\"Heading_20_4\" text:outline-level=\"4\">B</text:h>"
         "<text:h text:style-name=\"Heading_20_5\" text:outline-level=\"5\">C "
         "<text:span text:style-name=\"Tiefgestellt\">1</text:span>"
         "<text:span text:style-name=\"Hochgestellt\">2</text:span></text:h>");
}

/* -- nothing is lost in silence -- */

static void
test_unknown (void)
{
  static const struct {
    const char *blocks, *says;
  } cases[] = {
    { "<div>x</div>", "Das Element „div“ in „abschnitt“" },
    { "<p>a<b>x</b></p>", "Das Element „b“ in „p“" },
    { "<ul><p>x</p></ul>", "Das Element „p“ in „ul“" },
    { "<table><tr><span/></tr></table>", "Das Element „span“ in „tr“" },
    { "lose<p>x</p>", "Der Text „lose“ in „abschnitt“" },
    { "<ul>lose<li>x</li></ul>", "Der Text „lose“ in „ul“" },
    { "<ul><li>lose<p>x</p></li></ul>", "Der Text „lose“ in „li“" },
    { "<table><tr><td>lose<p>x</p></td></tr></table>", "Der Text „lose“ in „td“" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *paper = g_strdup_printf (BLOCKS ("%s"), cases[i].blocks);
    g_auto (TypesetInput) in = pinned_text (paper);
    assert_fails (&in, RATSWEG_ERROR_INVALID, cases[i].says);
  }
  g_auto (TypesetInput) head = pinned_text (SMALL ("oeffentlich=\"ja\"", "", "<zusatz>x</zusatz>"));
  assert_fails (&head, RATSWEG_ERROR_INVALID, "Das Element „zusatz“ in „vorlage“");
  g_auto (TypesetInput) word =
    pinned_text (SMALL ("oeffentlich=\"ja\"", "", "<abschnitt art=\"ohne-wort\"><p>x</p></abschnitt>"));
  assert_fails (&word, RATSWEG_ERROR_INVALID, "die Abschnittsart „ohne-wort“");
}

/* -- pictures -- */

/* 1200 by 588 pixels at 7500 a metre are 16.0 by 7.84 cm. */
static void
test_picture_size (void)
{
  g_auto (TypesetInput) in =
    pinned_text (BLOCKS ("<p><img src=\"abstimmung.png\" alt=\"Ein Bild &amp; mehr.\"/></p>"));
  g_autofree char *content = content_of (&in);
  assert_has (content, "<text:p text:style-name=\"Abbildung\"><draw:frame");
  assert_has (content, "svg:width=\"16.000cm\" svg:height=\"7.840cm\"");
  assert_has (content, "<svg:title>Abbildung 1</svg:title><svg:desc>Ein Bild &amp; mehr.</svg:desc>");
}

/* A PNG of these pixels at 96 dpi, by its header alone. */
static GBytes *
big_picture (guint32 width, guint32 height)
{
  guint8 png[33 + 12] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  guint32 w = GUINT32_TO_BE (width), h = GUINT32_TO_BE (height);
  memcpy (png + 16, &w, 4);
  memcpy (png + 20, &h, 4);
  return g_bytes_new (png, sizeof png);
}

static void
test_picture_limits (void)
{
  g_auto (TypesetInput) in = pinned_text (
    BLOCKS ("<p><img src=\"breit.png\" alt=\"b\"/></p><p><img src=\"hoch.png\" alt=\"h\"/></p>"
            "<table><tr><td><img src=\"breit.png\" alt=\"z\"/></td><td>x</td></tr></table>"));
  g_hash_table_insert (in.bilder, g_strdup ("breit.png"), big_picture (2000, 1000));
  g_hash_table_insert (in.bilder, g_strdup ("hoch.png"), big_picture (1000, 4000));
  g_autofree char *content = content_of (&in);
  assert_has (content, "svg:width=\"16.500cm\" svg:height=\"8.250cm\"");
  assert_has (content, "svg:width=\"5.500cm\" svg:height=\"22.000cm\"");
  assert_has (content, "svg:width=\"7.950cm\" svg:height=\"3.975cm\""); /* half of 16.5, inset 0.3 */
}

static void
test_picture_missing (void)
{
  g_auto (TypesetInput) in = pinned_text (BLOCKS ("<p><img src=\"fehlt.png\" alt=\"x\"/></p>"));
  assert_fails (&in, RATSWEG_ERROR_INVALID, "fehlt.png");
  g_hash_table_insert (in.bilder, g_strdup ("fehlt.png"), g_bytes_new ("GIF89a", 6));
  assert_fails (&in, RATSWEG_ERROR_INVALID, "fehlt.png");
}

/* With a commitment the commitment is the key, and the same picture is packed once. */
static void
test_picture_by_commitment (void)
{
#define HEX "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  g_auto (TypesetInput) in =
    pinned_text (BLOCKS ("<p><img src=\"abstimmung.png\" alt=\"1\" inhalt=\"" HEX "\"/></p>"
                         "<p><img src=\"abstimmung.png\" alt=\"2\"/></p>"));
  assert_fails (&in, RATSWEG_ERROR_INVALID, "abstimmung.png");
  g_hash_table_insert (in.bilder, g_strdup (HEX),
                       g_bytes_ref (g_hash_table_lookup (in.bilder, "abstimmung.png")));
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *manifest = entry (odt, "META-INF/manifest.xml");
  const char *first = strstr (manifest, "Pictures/");
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "Pictures/"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/text/inline", test_inline);
  g_test_add_func ("/typeset/text/blanks", test_blanks);
  g_test_add_func ("/typeset/text/blanks-across-elements", test_blanks_across_elements);
  g_test_add_func ("/typeset/text/legal-characters", test_legal_characters);
  g_test_add_func ("/typeset/text/attributes", test_text_in_attributes);
  g_test_add_func ("/typeset/text/lists", test_lists);
  g_test_add_func ("/typeset/text/table-in-list", test_table_in_list);
  g_test_add_func ("/typeset/text/spans", test_spans);
  g_test_add_func ("/typeset/text/span-beyond-end", test_span_beyond_end);
  g_test_add_func ("/typeset/text/bad-tables", test_bad_tables);
  g_test_add_func ("/typeset/text/caption", test_caption);
  g_test_add_func ("/typeset/text/footnotes", test_footnotes);
  g_test_add_func ("/typeset/text/links", test_links);
  g_test_add_func ("/typeset/text/headings", test_headings);
  g_test_add_func ("/typeset/text/unknown", test_unknown);
  g_test_add_func ("/typeset/text/picture-size", test_picture_size);
  g_test_add_func ("/typeset/text/picture-limits", test_picture_limits);
  g_test_add_func ("/typeset/text/picture-missing", test_picture_missing);
  g_test_add_func ("/typeset/text/picture-by-commitment", test_picture_by_commitment);
  return g_test_run ();
}
