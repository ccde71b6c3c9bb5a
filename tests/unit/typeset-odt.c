/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The package: goldens of the seed's paper, the bytes of the ZIP, the same bytes everywhere, the schema. */
#include "typeset-help.h"
#include <glib/gstdio.h>
#include <locale.h>
#include <time.h>

/* -- goldens -- */

static void
compare_golden (const char *name, const char *now)
{
  g_autofree char *relative = g_strconcat ("tests/golden/odt/", name, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, relative, NULL);
  if (g_getenv ("UPDATE_GOLDEN")) {
    g_assert_true (g_file_set_contents (path, now, -1, NULL));
    return;
  }
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  gsize at = 0;
  while (now[at] && now[at] == kept[at])
    at++;
  if (strcmp (now, kept) != 0)
    g_error ("%s differs from byte %" G_GSIZE_FORMAT " on: kept \"%.80s\", now \"%.80s\".  If that is "
             "meant: UPDATE_GOLDEN=1",
             name, at, kept + at, now + at);
}

static void
test_golden (void)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) odt = rendered (&in);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *part = entry (odt, parts[i]);
    compare_golden (parts[i], part);
  }
  g_autofree char *manifest = entry (odt, "META-INF/manifest.xml");
  compare_golden ("manifest.xml", manifest);
}

/* -- the ZIP, byte by byte (PKWARE APPNOTE 4.3.7; reports.json: odt-zip-layout) -- */

static guint
le (const guint8 *p, int n)
{
  guint v = 0;
  while (n-- > 0)
    v = v << 8 | p[n];
  return v;
}

static void
check_local_header (const guint8 *p)
{
  g_assert_cmpuint (le (p, 4), ==, 0x04034b50);
  g_assert_cmpuint (le (p + 4, 2), <=, 20); /* version needed: no ZIP64 */
  g_assert_cmpuint (le (p + 6, 2) & 8, ==, 0);
  g_assert_cmpuint (le (p + 10, 2), ==, 0);    /* time */
  g_assert_cmpuint (le (p + 12, 2), ==, 0x21); /* 1980-01-01 */
  g_assert_cmpuint (le (p + 28, 2), ==, 0);    /* no extra field */
  guint name = le (p + 26, 2);
  g_assert_cmpint (p[30 + name - 1], !=, '/'); /* no folders */
}

static void
test_zip_layout (void)
{
  static const char mime[] = "application/vnd.oasis.opendocument.text";
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) odt = rendered (&in);
  gsize n;
  const guint8 *p = g_bytes_get_data (odt, &n);
  check_local_header (p);
  g_assert_true (memcmp (p + 30, "mimetype", 8) == 0);
  g_assert_cmpuint (le (p + 8, 2), ==, 0); /* stored */
  g_assert_cmpuint (le (p + 18, 4), ==, 39);
  g_assert_cmpuint (le (p + 22, 4), ==, 39);
  g_assert_true (memcmp (p + 38, mime, 39) == 0);
  g_assert_true (memcmp (p + 38 + 39, "PK\003\004", 4) == 0);
  guint entries = 0;
  for (gsize at = 0; at + 30 < n && le (p + at, 4) == 0x04034b50; entries++) {
    check_local_header (p + at);
    at += 30 + le (p + at + 26, 2) + le (p + at + 28, 2) + le (p + at + 18, 4);
    if (le (p + at, 4) == 0x02014b50)
      g_assert_cmpuint (le (p + at + 6, 2), <=, 20);
  }
  g_assert_cmpuint (entries, ==, 7); /* mimetype, three parts, two pictures, manifest */
}

/* -- the same bytes everywhere -- */

static void
test_same_bytes (void)
{
  static const char *const zones[] = { "UTC", "Asia/Kolkata", "America/New_York" };
  static const char *const locales[] = { "C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8" };
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) first = rendered (&in);
  g_autofree char *home = g_get_current_dir ();
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    for (gsize l = 0; l < G_N_ELEMENTS (locales); l++) {
      g_setenv ("TZ", zones[i], TRUE);
      g_setenv ("LC_ALL", locales[l], TRUE);
      tzset ();
      setlocale (LC_ALL, "");
      g_assert_cmpint (g_chdir (l % 2 ? "/" : home), ==, 0);
      g_autoptr (GBytes) again = rendered (&in);
      g_assert_true (g_bytes_equal (first, again));
    }
  g_assert_cmpint (g_chdir (home), ==, 0);
  g_unsetenv ("TZ");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
}

static gpointer
render_in_thread (gpointer user)
{
  return rendered (user);
}

/* Sheets are shared, trees are not. */
static void
test_threads (void)
{
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) first = rendered (&in);
  GThread *threads[4];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("odt", render_in_thread, &in);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GBytes) one = g_thread_join (threads[i]);
    g_assert_true (g_bytes_equal (first, one));
  }
}

/* Rendering changes none of its inputs. */
static void
test_inputs_untouched (void)
{
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) before = doc_bytes (in.papier);
  xmlChar *head = NULL, *head_after = NULL;
  int n = 0, n_after = 0;
  xmlDocDumpMemory (doc_root (in.briefkopf)->doc, &head, &n);
  g_autoptr (GBytes) odt = rendered (&in);
  g_autoptr (GBytes) after = doc_bytes (in.papier);
  xmlDocDumpMemory (doc_root (in.briefkopf)->doc, &head_after, &n_after);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (n, ==, n_after);
  g_assert_true (memcmp (head, head_after, (gsize) n) == 0);
  xmlFree (head);
  xmlFree (head_after);
}

/* -- what the file says of itself -- */

static void
test_meta (void)
{
  g_auto (TypesetInput) in = pinned_sample ();
  in.probe = TRUE;
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *meta = entry (odt, "meta.xml");
  g_autofree char *content = entry (odt, "content.xml");
  assert_has (meta, "<dc:title>Roadmap Memorandum zur Digitalisierung 2020 - 2025</dc:title>");
  assert_has (meta, "<dc:language>de-DE</dc:language>");
  assert_has (meta, "<meta:creation-date>2021-08-19T00:00:00</meta:creation-date>");
  assert_has (meta, "<dc:date>2021-08-19T00:00:00</dc:date>");
  assert_has (meta, "meta:name=\"Ratsweg Drucksache\" meta:value-type=\"string\">21874-21<");
  assert_has (meta, "meta:name=\"Ratsweg Stand\" meta:value-type=\"string\">0<");
  assert_has (meta, "meta:name=\"Ratsweg Inhalt\" meta:value-type=\"string\">00112233445566778899aabb");
  assert_has (meta, "meta:name=\"Ratsweg Ereignis\" meta:value-type=\"string\">42<");
  assert_has (meta, "meta:name=\"Ratsweg Probeablage\" meta:value-type=\"string\">ja<");
  assert_has (content, "Probeablage");
  in.probe = FALSE;
  g_autoptr (GBytes) real = rendered (&in);
  g_autofree char *real_meta = entry (real, "meta.xml");
  assert_has_not (real_meta, "Probeablage");
}

/* reports.json: odt-live-date; design, section 8 */
static void
test_nothing_live (void)
{
  static const char *const live[] = { "text:date",        "text:time",         "text:author-name",
                                      "text:file-name",   "text:user-defined", "text:creation",
                                      "text:modification" };
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *content = entry (odt, "content.xml");
  g_autofree char *styles = entry (odt, "styles.xml");
  for (gsize i = 0; i < G_N_ELEMENTS (live); i++) {
    g_autofree char *tag = g_strconcat ("<", live[i], NULL);
    assert_has_not (content, tag);
    assert_has_not (styles, tag);
  }
  assert_has (styles, "<text:page-number text:select-page=\"current\">");
  g_assert_null (entry (odt, "settings.xml"));
  assert_has (content, "19.08.2021");
}

static void
test_accessible (void)
{
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) odt = rendered (&in);
  g_autofree char *content = entry (odt, "content.xml");
  g_autofree char *styles = entry (odt, "styles.xml");
  assert_has (styles, "fo:language=\"de\" fo:country=\"DE\"");
  assert_has (content, "text:outline-level=\"1\">Roadmap Memorandum");
  assert_has (content, "text:outline-level=\"2\">Beschlussvorschlag</text:h>");
  assert_has (content, "<svg:desc>Die Zeichnung zeigt die Abstimmung in der Verwaltung");
  assert_has (content, "<table:table-header-rows>");
  assert_has_not (content, "<text:p/>");
}

/* -- the schema -- */

static void
test_valid (void)
{
  const char *shared = g_getenv ("RATSWEG_SHARED");
  g_autofree char *checker = shared ? g_build_filename (shared, "odf", "validate-odt", NULL) : NULL;
  if (!checker || !g_file_test (checker, G_FILE_TEST_IS_EXECUTABLE)) {
    g_test_skip ("RATSWEG_SHARED does not name a folder with odf/validate-odt");
    return;
  }
  g_auto (TypesetInput) in = pinned_sample ();
  g_autoptr (GBytes) odt = rendered (&in);
  g_autoptr (GError) error = NULL;
  g_assert_true (file_write ("papier.odt", odt, FALSE, &error));
  char *argv[] = { checker, (char *) "papier.odt", NULL };
  int status = -1;
  g_autofree char *out = NULL;
  g_spawn_sync (NULL, argv, NULL, 0, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", out);
  g_assert_cmpint (status, ==, 0);
  g_remove ("papier.odt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/odt/golden", test_golden);
  g_test_add_func ("/typeset/odt/zip-layout", test_zip_layout);
  g_test_add_func ("/typeset/odt/same-bytes", test_same_bytes);
  g_test_add_func ("/typeset/odt/threads", test_threads);
  g_test_add_func ("/typeset/odt/inputs-untouched", test_inputs_untouched);
  g_test_add_func ("/typeset/odt/meta", test_meta);
  g_test_add_func ("/typeset/odt/nothing-live", test_nothing_live);
  g_test_add_func ("/typeset/odt/accessible", test_accessible);
  g_test_add_func ("/typeset/odt/valid", test_valid);
  return g_test_run ();
}
