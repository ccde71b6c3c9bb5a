/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What LibreOffice shows of an ODT, which is more than that the package holds it.  Skipped without soffice. */
#include "typeset-help.h"
#include <glib/gstdio.h>

static gboolean
no_office (void)
{
  g_autofree char *path = g_find_program_in_path ("soffice");
  if (!path)
    g_test_skip ("soffice is not installed");
  return !path;
}

/* @file in the current folder as @filter; its status is 0 even when it failed, so the result is looked at. */
static GBytes *
converted (const char *file, const char *filter, const char *ending)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profil", here);
  g_autofree char *folder = g_build_filename (here, "aus", NULL);
  const char *argv[] = { "soffice", profile, "--headless", "--convert-to", filter, "--outdir",
                         folder,    file,    NULL };
  g_spawn_sync (NULL, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *stem = g_strndup (file, strcspn (file, "."));
  g_autofree char *result = g_strdup_printf ("%s/%s.%s", folder, stem, ending);
  GBytes *bytes = file_read (result, 1 << 26, &error);
  g_assert_no_error (error);
  g_remove (result);
  return bytes;
}

static char *
text_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
save (const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  file_write (name, bytes, FALSE, &error);
  g_assert_no_error (error);
}

static char *
shown (const TypesetInput *in)
{
  g_autoptr (GBytes) odt = rendered (in);
  save ("papier.odt", odt);
  g_autoptr (GBytes) text = converted ("papier.odt", "txt:Text (encoded):UTF8", "txt");
  return text_of (text);
}

/* The words of @text in one line, bullets and numbers of lists left as they are. */
static char *
words (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  g_auto (GStrv) all = g_strsplit_set (text, " \t\r\n", -1);
  GString *s = g_string_new (NULL);
  for (char **w = all; *w; w++)
    if (**w)
      g_string_append_printf (s, "%s ", *w);
  return g_string_free (s, FALSE);
}

/* Every word of the source, in its order: what each element of running text says must be shown. */
static void
expect_words_below (const xmlNode *n, const char **at)
{
  NODE_EACH (c, n, NULL) {
    if (!node_named (c, "p") && !node_named (c, "li")) {
      expect_words_below (c, at);
      continue;
    }
    g_autofree char *text = node_text (c), *line = words (text);
    const char *hit = strstr (*at, line);
    if (!hit)
      g_error ("not shown, or out of order: %s", line);
    *at = hit + strlen (line);
  }
}

static void
check_sample (const TypesetInput *in)
{
  static const char *const head[] = {
    "Stadt Dortmund öffentlich Drucksache-Nr.: 21874-21",
    "Fachbereich Dezernent(in) / Geschäftsführer Datum 1 OB Thomas Westphal 19.08.2021",
    "verantwortlich Telefon Dringlichkeit Dr. Jan Fritz Rettberg 29246 -",
    "Beratungsfolge Beratungstermine Zuständigkeit",
    "Ausschuss für Personal, Organisation und Digitalisierung 02.09.2021 Empfehlung",
    "Ausschuss für Finanzen, Beteiligungen und Liegenschaften 16.09.2021 Empfehlung",
    "Hauptausschuss und Ältestenrat 23.09.2021 Empfehlung Rat der Stadt 23.09.2021 Beschluss",
    "Tagesordnungspunkt Roadmap Memorandum zur Digitalisierung 2020 - 2025 Beschlussvorschlag Der Rat",
  };
  g_autofree char *text = shown (in), *all = words (text);
  const char *at = all;
  for (gsize i = 0; i < G_N_ELEMENTS (head); i++) {
    const char *hit = strstr (at, head[i]);
    if (!hit)
      g_error ("not shown, or out of order: %s\nin: %s", head[i], at);
    at = hit;
  }
  NODE_EACH (n, doc_root (in->papier), "abschnitt")
    expect_words_below (n, &at);
  g_assert_nonnull (strstr (at, "Anlage: Roadmap Digitalisierung 2020 - 2025"));
}

static void
test_words (void)
{
  if (no_office ())
    return;
  g_auto (TypesetInput) in = pinned_sample ();
  check_sample (&in);
}

/* A letterhead that an office opened and saved prints the same words. */
static void
test_resaved_letterhead (void)
{
  if (no_office ())
    return;
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) before = doc_bytes (in.briefkopf);
  save ("vorlage.fodt", before);
  g_autoptr (GBytes) bytes = converted ("vorlage.fodt", "fodt:OpenDocument Text Flat XML", "fodt");
  doc_unref (in.briefkopf);
  in.briefkopf = letterhead (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = typeset_check_letterhead (in.briefkopf, "vorlage", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (const char *) found->pdata[i]);
  g_assert_cmpuint (found->len, ==, 0);
  check_sample (&in);
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *styles = entry (odt, "styles.xml");
  assert_has_not (styles, "loext");
  assert_has_not (styles, "rsid");
}

/* odt-table-in-list-item: a list around a table, as our documents write it */
static void
test_list_around_table (void)
{
  if (no_office ())
    return;
  g_auto (TypesetInput) in =
    pinned_text (BLOCKS ("<ol><li>Der Rat beschließt folgende Stellen:</li></ol>"
                         "<table><tr><td>E 13</td><td>2,0</td></tr></table><p>zum 01.01.2022.</p>"
                         "<ol start=\"2\"><li>Die Verwaltung berichtet.</li></ol>"));
  g_autofree char *text = shown (&in), *all = words (text);
  assert_has (all, "1. Der Rat beschließt folgende Stellen: E 13 2,0 zum 01.01.2022. 2. Die Verwaltung");
  g_autoptr (GBytes) docx = converted ("papier.odt", "docx:MS Word 2007 XML", "docx");
  save ("papier.docx", docx);
  g_autoptr (GBytes) back = converted ("papier.docx", "txt:Text (encoded):UTF8", "txt");
  g_autofree char *back_text = text_of (back), *back_words = words (back_text);
  assert_has (back_words, "zum 01.01.2022. 2. Die Verwaltung berichtet.");
}

static void
test_blanks_shown (void)
{
  if (no_office ())
    return;
  g_auto (TypesetInput) in =
    pinned_text (BLOCKS ("<p>Bezug: <strong>21874</strong>-21-<em>E</em><strong>5</strong>; Betrag "
                         "<strong>1</strong>.<strong>250</strong> €</p>"
                         "<p>Kosten:\t1.200 EUR<br/>Folgekosten:    300 EUR</p><p>  Zweiter Absatz</p>"
                         "<p>x<em>  </em>  y</p>"));
  g_autofree char *text = shown (&in);
  assert_has (text, "\nBezug: 21874-21-E5; Betrag 1.250 €");
  assert_has (text, "\nKosten:\t1.200 EUR");
  assert_has (text, "\nFolgekosten:    300 EUR");
  assert_has (text, "\n  Zweiter Absatz");
  assert_has (text, "\nx    y");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/office/words", test_words);
  g_test_add_func ("/typeset/office/resaved-letterhead", test_resaved_letterhead);
  g_test_add_func ("/typeset/office/list-around-table", test_list_around_table);
  g_test_add_func ("/typeset/office/blanks-shown", test_blanks_shown);
  return g_test_run ();
}
