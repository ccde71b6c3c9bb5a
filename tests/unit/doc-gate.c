/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The gate: what is no XML, no UTF-8, too large, too deep, or wants to reach outside. */
#include "doc-help.h"
#include "doc/open.h"
#include "base/file.h"
#include <glib/gstdio.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
well_formed (void)
{
  g_autoptr (Doc) d = opened (PARAGRAPH ("<p>Zur Kenntnis.</p>"));
  g_assert_cmpint (doc_art (d), ==, DOC_VORLAGE);
  g_assert_cmpstr (doc_quelle (d), ==, "probe.xml");
  /* A byte order mark, as some editors write it, is no part of the text. */
  g_autoptr (Doc) marked = opened ("\xef\xbb\xbf" PARAGRAPH ("<p>Zur Kenntnis.</p>"));
  g_autofree char *a = written (d), *b = written (marked);
  g_assert_cmpstr (a, ==, b);
}

static void
not_xml (void)
{
  assert_refused ("Der Rat beschließt.\n", 1, "kein XML", "XML-Dokument");
  assert_refused ("   ", 1, "leer oder kein XML", "XML-Dokument");
  assert_refused ("<a>\n<b>\n</a>", 3, "falsch geschlossen", "das passende Ende");
  assert_refused ("<a>\n<b>", 2, "nicht oder falsch geschlossen", "das passende Ende");
  assert_refused ("<a/>\n<b/>", 2, "nach dem Ende", "genau ein Wurzelelement");
  assert_refused ("<a>\n\n&nbsp;</a>", 3, "unbekannte Entität", "&amp;");
  assert_refused ("<a>\n&#1;</a>", 2, "nicht tragen kann", "ohne Steuerzeichen");
  assert_refused ("<a>\n\x01</a>", 2, "nicht tragen kann", "ohne Steuerzeichen");
  assert_refused ("<a x=\"1\"\n x=\"2\"/>", 2, "doppelt", "nur einmal");
  assert_refused ("<a>\nMüll & Abfall</a>", 2, "wohlgeformt", "wohlgeformtes Dokument");
}

static void
nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_assert_null (doc_open (empty, "probe.xml", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "probe.xml: die Datei ist leer; erwartet wird ein XML-Dokument.");
}

static void
encodings (void)
{
  assert_refused ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a/>", 1, "ISO-8859-1", "UTF-8");
  assert_refused (DECLARATION "<a>Gr\xfcn</a>", 2, "Byte FC", "UTF-8");
  assert_refused (DECLARATION "\n<a>Stra\xdf"
                              "e</a>",
                  3, "Byte DF", "UTF-8");
  static const char nul[] = DECLARATION "<a>x\0y</a>";
  assert_refused_bytes (nul, sizeof nul - 1, 2, "Byte 00", "UTF-8");
  static const char utf16[] = "\xff\xfe<\0a\0/\0>\0";
  assert_refused_bytes (utf16, sizeof utf16 - 1, 1, "Byte FF", "UTF-8");
}

/* -- nothing from outside -- */

static void
assert_doctype (const char *text, guint line)
{
  gint64 start = g_get_monotonic_time ();
  assert_refused (text, line, "DOCTYPE", "ohne DOCTYPE");
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

/* Whatever way a document names a file, the file's word never comes in. */
static void
outside (void)
{
  static const char *const ways[] = {
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"@\">]>\n<a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"@\"> %x;]>\n<a/>",
    "<!DOCTYPE a SYSTEM \"@\">\n<a/>",
    "<!DOCTYPE a PUBLIC \"-//x//y\" \"@\">\n<a/>",
  };
  g_autofree char *folder = g_dir_make_tmp ("ratsweg-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "marke", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_assert_true (g_file_set_contents (path, "GEHEIM-7319", -1, NULL));
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (ways); i++) {
    g_auto (GStrv) halves = g_strsplit (ways[i / 2], "@", 2);
    g_autofree char *text = g_strjoinv (i % 2 ? uri : path, halves);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = bytes_of (text);
    g_assert_null (doc_open (bytes, "probe.xml", &error));
    assert_names (error, 1, "DOCTYPE", "ohne DOCTYPE");
    g_assert_null (strstr (error->message, "GEHEIM"));
  }
  g_unlink (path);
  g_rmdir (folder);
}

static void
includes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bytes_of ("<a xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
                                       "<xi:include href=\"file:///etc/hostname\" parse=\"text\"/></a>");
  g_autoptr (xmlDoc) xml = doc_parse (bytes, "probe.xml", &error);
  g_assert_no_error (error);
  g_autofree char *text = node_text (xmlDocGetRootElement (xml));
  g_assert_cmpstr (text, ==, "");
}

static void
doctypes (void)
{
  assert_doctype (DECLARATION "<!DOCTYPE vorlage>\n<vorlage/>", 2);
  assert_doctype (DECLARATION "\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a/>", 3);
  GString *laughs = g_string_new ("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
  for (int i = 1; i < 40; i++)
    g_string_append_printf (laughs, "<!ENTITY l%d \"&l%d;&l%d;&l%d;&l%d;\">", i, i - 1, i - 1, i - 1,
                            i - 1);
  g_string_append (laughs, "]><a>&l39;</a>");
  assert_doctype (laughs->str, 1);
  g_string_free (laughs, TRUE);
}

/* -- bounds -- */

static GBytes *
nested (guint levels, const char *innermost)
{
  GString *s = g_string_new (NULL);
  for (guint i = 1; i < levels; i++)
    g_string_append (s, "<a>\n");
  g_string_append (s, innermost);
  for (guint i = 1; i < levels; i++)
    g_string_append (s, "</a>");
  return g_string_free_to_bytes (s);
}

static void
depth (void)
{
  static const char *const innermost[] = { "<a/>", "<a>x</a>", "<a><!-- x --></a>" };
  for (gsize i = 0; i < G_N_ELEMENTS (innermost); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) deep = nested (200, innermost[i]);
    g_autoptr (xmlDoc) xml = doc_parse (deep, "probe.xml", &error);
    g_assert_no_error (error);
    g_autoptr (GBytes) deeper = nested (201, innermost[i]);
    g_assert_null (doc_parse (deeper, "probe.xml", &error));
    assert_names (error, 201, "200 Ebenen", "weniger");
  }
}

/* Many levels one beside the other are not deep. */
static void
depth_is_not_count (void)
{
  g_autoptr (GError) error = NULL;
  GString *s = g_string_new ("<a>");
  for (int i = 0; i < 500; i++)
    g_string_append (s, "<b><c><d>x</d></c></b>");
  g_string_append (s, "</a>");
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (s);
  g_autoptr (xmlDoc) xml = doc_parse (bytes, "probe.xml", &error);
  g_assert_no_error (error);
}

static void
far_too_deep (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nested (100000, "<a/>");
  g_assert_null (doc_parse (bytes, "probe.xml", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "200 Ebenen"));
}

static GBytes *
sized (gsize n)
{
  GString *s = g_string_new ("<a>\n");
  while (s->len < n - 4)
    g_string_append (s, s->len + 104 < n
                          ? "<b>"
                            "0123456789012345678901234567890123456789012345678901234567890123456"
                            "789012345678</b>"
                          : " ");
  g_string_append (s, "</a>");
  g_assert_cmpuint (s->len, ==, n);
  return g_string_free_to_bytes (s);
}

static void
size (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) fits = sized (8 * 1024 * 1024);
  g_autoptr (xmlDoc) xml = doc_parse (fits, "probe.xml", &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) large = sized (8 * 1024 * 1024 + 1);
  g_assert_null (doc_parse (large, "probe.xml", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "8388609 Bytes"));
  g_assert_nonnull (strstr (error->message, "erwartet werden höchstens 8 MB"));
}

static void
instructions (void)
{
  assert_refused (PARAGRAPH ("<p>\n<?php exit; ?></p>"), 9, "Verarbeitungsanweisung",
                  "Elemente und Text");
  assert_refused (PARAGRAPH ("<?x y?><p/>"), 8, "Verarbeitungsanweisung", "Elemente und Text");
}

static void
roots (void)
{
  assert_refused (DECLARATION "<akte xmlns=\"urn:ratsweg:1\"/>", 2, "„akte“", "vorlage, sitzung");
  assert_refused (DECLARATION "<vorlage/>", 2, "anderen Namensraum", "urn:ratsweg:1");
  assert_refused (DECLARATION "\n<vorlage xmlns=\"urn:ratsweg:2\"/>", 3, "anderen Namensraum",
                  "urn:ratsweg:1");
  assert_refused (DECLARATION "<briefkopf xmlns=\"urn:ratsweg:1\"/>", 2, "„briefkopf“",
                  "vorlage, sitzung");
}

static void
files (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (doc_open_file ("es-gibt-mich-nicht.xml", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "es-gibt-mich-nicht.xml: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/gate/well-formed", well_formed);
  g_test_add_func ("/doc/gate/not-xml", not_xml);
  g_test_add_func ("/doc/gate/nothing", nothing);
  g_test_add_func ("/doc/gate/encodings", encodings);
  g_test_add_func ("/doc/gate/outside", outside);
  g_test_add_func ("/doc/gate/includes", includes);
  g_test_add_func ("/doc/gate/doctypes", doctypes);
  g_test_add_func ("/doc/gate/depth", depth);
  g_test_add_func ("/doc/gate/depth-is-not-count", depth_is_not_count);
  g_test_add_func ("/doc/gate/far-too-deep", far_too_deep);
  g_test_add_func ("/doc/gate/size", size);
  g_test_add_func ("/doc/gate/instructions", instructions);
  g_test_add_func ("/doc/gate/roots", roots);
  g_test_add_func ("/doc/gate/files", files);
  return g_test_run ();
}
