/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Letterheads: what is found in a bad one, what is dropped from one that LibreOffice wrote. */
#include "typeset-help.h"

#define SAMPLE BLOCKS ("<p>Text.</p>")

static GPtrArray *
findings (const TypesetInput *in)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = typeset_check_letterhead (in->briefkopf, "vorlage", &error);
  g_assert_no_error (error);
  return found;
}

static void
assert_found (GPtrArray *found, const char *part)
{
  for (guint i = 0; i < found->len; i++)
    if (strstr (found->pdata[i], part))
      return;
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (const char *) found->pdata[i]);
  g_error ("no finding says: %s", part);
}

static void
test_own_is_clean (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  g_autoptr (GPtrArray) found = findings (&in);
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (const char *) found->pdata[i]);
  g_assert_cmpuint (found->len, ==, 0);
}

/* Each edit of the letterhead, what is said of it, and whether it keeps the paper from being printed. */
static const struct {
  const char *old, *with, *says;
  gboolean stops;
} cases[] = {
  { "text:name=\"Telefon\"", "text:name=\"Telephon\"", "Das Feld „Telephon“ ist unbekannt", TRUE },
  { "<text:user-defined text:name=\"Telefon\">00000</text:user-defined>", "", "Das Feld „Telefon“ fehlt",
    FALSE },
  { "text:name=\"Text\"", "text:name=\"Texte\"", "Der Bereich „Text“ fehlt", TRUE },
  { "text:name=\"Text\"", "text:name=\"Texte\"", "Der Bereich „Texte“ ist unbekannt", TRUE },
  { "text:name=\"Falls Vermerk\"", "text:name=\"Falls Gruss\"", "„Falls Gruss“ ist unbekannt", TRUE },
  { "text:name=\"Falls Vermerk\"", "text:name=\"Text\"", "Der Bereich „Text“ ist doppelt", TRUE },
  { "table:name=\"Beratungsfolge\"", "table:name=\"Tabelle1\"", "Die Tabelle „Beratungsfolge“ fehlt",
    TRUE },
  { "table:name=\"Kopf\"", "table:name=\"Beratungsfolge\"", "Die Tabelle „Beratungsfolge“ ist doppelt",
    TRUE },
  { "<text:user-defined text:name=\"Termin\">01.01.2000</text:user-defined>", "",
    "Das Feld „Termin“ fehlt in der letzten Zeile", TRUE },
  { "<text:user-defined text:name=\"Telefon\">", "<text:user-defined text:name=\"Gremium\">",
    "Das Feld „Gremium“ steht außerhalb der letzten Zeile", TRUE },
  { "<text:user-defined text:name=\"Telefon\">", "<text:user-defined text:name=\"Datum\">",
    "Das Feld „Datum“ steht im Text 2 Mal", FALSE },
  { "Ende des Textes.</text:p>",
    "Ende.<text:user-defined text:name=\"Foo\">x</text:user-defined></text:p>",
    "Das Feld „Foo“ ist unbekannt", TRUE },
  { "Tagesordnungspunkt</text:p>",
    "am <text:date text:date-value=\"2021-08-19\">19.08.21</text:date></text:p>",
    "Der Feldbefehl „date“", TRUE },
  { "Tagesordnungspunkt</text:p>", "von <text:author-name>Eva</text:author-name></text:p>",
    "Der Feldbefehl „author-name“", TRUE },
  { "table:style-name=\"Kopf.A2\"", "table:style-name=\"Kopf.A2\" table:formula=\"ooow:user_lastname\"",
    "Die Formel einer Tabellenzelle", TRUE },
  { "<meta:user-defined meta:name=\"Telefon\">00000</meta:user-defined>", "",
    "Zum Feld „Telefon“ fehlt die Dokumenteigenschaft", FALSE },
  { "style:name=\"Listentext\"", "style:name=\"Listenabsatz\"", "Die Formatvorlage „Listentext“ fehlt",
    FALSE },
  { "<office:text>", "<office:text><text:tracked-changes><text:changed-region/></text:tracked-changes>",
    "aufgezeichnete Änderungen", TRUE },
};

static void
test_findings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (TypesetInput) in = pinned_text (SAMPLE);
    edit_letterhead (&in, cases[i].old, cases[i].with);
    g_autoptr (GPtrArray) found = findings (&in);
    assert_found (found, cases[i].says);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) odt = typeset_odt (&in, &error);
    if (!cases[i].stops)
      g_assert_no_error (error);
    else {
      g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
      assert_has (error->message, cases[i].says);
    }
  }
}

/* A place inside the section that is replaced would go with it. */
static void
test_lost_place (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  edit_letterhead (&in, "<text:user-defined text:name=\"Telefon\">00000</text:user-defined>", "");
  edit_letterhead (&in, "Ende des Textes.",
                   "<text:user-defined text:name=\"Telefon\">1</text:user-defined>");
  g_autoptr (GPtrArray) found = findings (&in);
  assert_found (found, "Das Feld „Telefon“ steht nur in einem Bereich, der ersetzt wird");
}

static void
test_unknown_piece (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  g_assert_null (typeset_check_letterhead (in.briefkopf, "brief", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_UNKNOWN);
  in.stueck = "../html/brief";
  assert_fails (&in, RATSWEG_ERROR_UNKNOWN, "../html/brief");
}

static void
test_no_letterhead (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<brief/>", 8);
  doc_unref (in.briefkopf);
  in.briefkopf = letterhead (bytes);
  assert_fails (&in, RATSWEG_ERROR_INVALID, "kein Textdokument");
}

/* -- places -- */

static void
test_conditions (void)
{
  g_auto (TypesetInput) without = pinned_text (SAMPLE);
  g_autofree char *bare = content_of (&without);
  assert_has_not (bare, "Falls ");
  assert_has_not (bare, "Beratungsfolge");
  assert_has_not (bare, "Anlage:");
  g_auto (TypesetInput) with =
    pinned_text (SMALL ("oeffentlich=\"ja\"", "<p>x</p>",
                        "<anlagen><anlage titel=\"A\"/><anlage titel=\"B\"/></anlagen><beratungsfolge>"
                        "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" termin=\"2021-09-23\"/>"
                        "</beratungsfolge>"));
  g_autofree char *full = content_of (&with);
  assert_has (full, ">Anlagen:</text:h>");
  assert_has (full, "<text:list-item><text:p text:style-name=\"Anlage\">A</text:p></text:list-item>");
  assert_has (full, ">Rat der Stadt</text:p>");
}

/* What is not given reads "-", never empty and never the letterhead's sample. */
static void
test_absent_head (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  g_autofree char *content = content_of (&in);
  guint dashes = 0;
  for (const char *s = content; (s = strstr (s, "Kopf_20_Angabe\">-</text:p>")); s++)
    dashes++;
  g_assert_cmpuint (dashes, ==, 5);
  assert_has_not (content, "Name der Dezernentin");
}

/* rat-same-day-stations, and names by the day of the station */
static void
test_stations (void)
{
  g_auto (TypesetInput) in = pinned_text (
    SMALL ("oeffentlich=\"ja\"", "<p>x</p>",
           "<beratungsfolge>"
           "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" folge=\"4\" termin=\"2021-09-23\" "
           "sitzung=\"rat/2021-09-23\"/>"
           "<station gremium=\"alt\" zustaendigkeit=\"empfehlung\" folge=\"1\" termin=\"2021-09-02\"/>"
           "<station gremium=\"hauptausschuss\" zustaendigkeit=\"empfehlung\" folge=\"5\" "
           "termin=\"2021-09-23\" sitzung=\"ha/2021-09-23\"/>"
           "<station gremium=\"vv\" zustaendigkeit=\"empfehlung\" folge=\"1\" termin=\"2021-09-01\"/>"
           "</beratungsfolge>"));
  add_body (&in, "<gremium xmlns=\"urn:ratsweg:1\" kennung=\"alt\" art=\"ausschuss\">"
                 "<name>Alter Name</name><name ab=\"2021-09-03\">Neuer Name</name></gremium>");
  add_body (&in, "<gremium xmlns=\"urn:ratsweg:1\" kennung=\"vv\" art=\"intern\">"
                 "<name>Verwaltungsvorstand</name></gremium>");
  in.starts = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (in.starts, (char *) "rat/2021-09-23", (char *) "2021-09-23T15:00");
  g_hash_table_insert (in.starts, (char *) "ha/2021-09-23", (char *) "2021-09-23T13:00");
  in.intern = TRUE;
  g_autofree char *content = content_of (&in);
  g_hash_table_unref (in.starts);
  const char *alt = strstr (content, "Alter Name"), *ha = strstr (content, "Hauptausschuss und");
  const char *rat = strstr (content, "Rat der Stadt");
  g_assert_true (alt && ha && rat && alt < ha && ha < rat);
  assert_has_not (content, "Neuer Name");
  assert_has_not (content, "Verwaltungsvorstand");
}

static void
test_unknown_body (void)
{
  g_auto (TypesetInput) in = pinned_text (
    SMALL ("oeffentlich=\"ja\"", "<p>x</p>",
           "<beratungsfolge><station gremium=\"xyz\" zustaendigkeit=\"beschluss\"/></beratungsfolge>"));
  assert_fails (&in, RATSWEG_ERROR_INVALID, "Das Gremium „xyz“");
}

/* -- what LibreOffice and people leave in a file -- */

static void
test_foreign_is_dropped (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  edit_letterhead (&in, "<office:document ",
                   "<office:document xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:"
                   "xmlns:loext:1.0\" xmlns:officeooo=\"http://openoffice.org/2009/office\" ");
  edit_letterhead (&in, "<office:font-face-decls>",
                   "<office:settings/><office:scripts/><office:font-face-decls>");
  edit_letterhead (&in, "Tagesordnungspunkt</text:p>",
                   "Tages<loext:x>ordnungs</loext:x><text:soft-page-break/>punkt<office:annotation "
                   "office:name=\"n\"><dc:creator>Eva Beispiel</dc:creator><text:p>geheim</text:p>"
                   "</office:annotation></text:p>");
  edit_letterhead (&in, "fo:font-weight=\"bold\"/>",
                   "fo:font-weight=\"bold\" officeooo:rsid=\"001a2b3c\" loext:opacity=\"100%\"/>");
  edit_letterhead (&in, "fo:language=\"de\" fo:country=\"DE\" style:letter-kerning",
                   "fo:language=\"en\" fo:country=\"US\" style:letter-kerning");
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *content = entry (odt, "content.xml");
  g_autofree char *styles = entry (odt, "styles.xml");
  assert_has (content, ">Tagesordnungspunkt</text:p>");
  assert_has_not (content, "Eva Beispiel");
  assert_has_not (styles, "rsid");
  assert_has_not (styles, "loext");
  assert_has_not (styles, "fo:language=\"en\"");
}

/* 1 by 1 pixel */
#define PIXEL                                                                                           \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="

static void
test_logo (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  edit_letterhead (&in, "<text:p text:style-name=\"P1\">",
                   "<text:p text:style-name=\"P1\"><draw:frame svg:width=\"1cm\" svg:height=\"1cm\">"
                   "<draw:image><office:binary-data>" PIXEL "</office:binary-data></draw:image>"
                   "<draw:image><office:binary-data>PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdm"
                   "ciLz4=</office:binary-data></draw:image></draw:frame>");
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *content = entry (odt, "content.xml");
  g_autofree char *manifest = entry (odt, "META-INF/manifest.xml");
  assert_has_not (content, "binary-data");
  assert_has (manifest, ".png\" manifest:media-type=\"image/png\"/>");
  assert_has (manifest, ".svg\" manifest:media-type=\"image/svg+xml\"/>");
  const char *path = strstr (manifest, "Pictures/");
  g_autofree char *name = g_strndup (path, strcspn (path, "\""));
  assert_has (content, name);
  g_autofree char *picture = entry (odt, name);
  g_assert_nonnull (picture);
}

static void
test_linked_logo (void)
{
  g_auto (TypesetInput) in = pinned_text (SAMPLE);
  edit_letterhead (&in, "<office:document ",
                   "<office:document xmlns:xlink=\"http://www.w3.org/1999/xlink\" ");
  edit_letterhead (&in, "<text:p text:style-name=\"P1\">",
                   "<text:p text:style-name=\"P1\"><draw:frame><draw:image "
                   "xlink:href=\"file:///tmp/logo.png\"/></draw:frame>");
  assert_fails (&in, RATSWEG_ERROR_INVALID, "nur verknüpft („file:///tmp/logo.png“)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/letterhead/own-is-clean", test_own_is_clean);
  g_test_add_func ("/typeset/letterhead/findings", test_findings);
  g_test_add_func ("/typeset/letterhead/lost-place", test_lost_place);
  g_test_add_func ("/typeset/letterhead/unknown-piece", test_unknown_piece);
  g_test_add_func ("/typeset/letterhead/none", test_no_letterhead);
  g_test_add_func ("/typeset/letterhead/conditions", test_conditions);
  g_test_add_func ("/typeset/letterhead/absent-head", test_absent_head);
  g_test_add_func ("/typeset/letterhead/stations", test_stations);
  g_test_add_func ("/typeset/letterhead/unknown-body", test_unknown_body);
  g_test_add_func ("/typeset/letterhead/foreign", test_foreign_is_dropped);
  g_test_add_func ("/typeset/letterhead/logo", test_logo);
  g_test_add_func ("/typeset/letterhead/linked-logo", test_linked_logo);
  return g_test_run ();
}
