/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Text: what may stand in a document, file names, sort keys (DIN 5007-1), small conversions. */
#include "base/text.h"
#include "base/error.h"
#include <string.h>

static void
assert_unclean (const char *s, const char *why)
{
  g_autofree char *said = NULL;
  g_assert_false (text_clean (s, &said));
  g_assert_cmpstr (said, ==, why);
}

static void
clean (void)
{
  static const char *const good[] = {
    "", "Größe", "Zeile\n\tmit Tab", "☒ CO₂ – „Zitat“", "\xf0\x9f\x8f\x9b", "\x7f"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *why = NULL;
    g_assert_true (text_clean (good[i], &why));
    g_assert_null (why);
  }
  assert_unclean ("Gr\xfcn", "kein UTF-8: Byte FC an Stelle 3");
  assert_unclean ("äö\xff", "kein UTF-8: Byte FF an Stelle 3");
  assert_unclean ("a\x01", "verbotenes Zeichen U+0001 an Stelle 2");
  assert_unclean ("ä\r", "verbotenes Zeichen U+000D an Stelle 2");
  assert_unclean ("\x1b[31m", "verbotenes Zeichen U+001B an Stelle 1");
  assert_unclean ("x\xef\xbf\xbe", "verbotenes Zeichen U+FFFE an Stelle 2");
  assert_unclean ("x\xed\xa0\x80", "kein UTF-8: Byte ED an Stelle 2"); /* a surrogate */
  assert_unclean ("\xc0\xaf", "kein UTF-8: Byte C0 an Stelle 1");      /* an overlong form */
  assert_unclean ("o\xcc\x88", "nicht in Unicode-Normalform C");       /* o and a combining diaeresis */
}

static void
taken (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = text_take ("eins\r\nzwei\rdrei\n", "Grund", &error);
  g_assert_cmpstr (lines, ==, "eins\nzwei\ndrei\n");
  g_autofree char *nfc = text_take ("Go\xcc\x88tz", "Grund", &error);
  g_assert_cmpstr (nfc, ==, "Götz");
  g_assert_no_error (error);
  g_assert_null (text_take ("a\x02", "Grund", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Grund: verbotenes Zeichen U+0002 an Stelle 2.");
  g_clear_error (&error);
  g_assert_null (text_take ("M\xfcll", "Grund", &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
}

/* All but [A-Za-z0-9.-] is percent-encoded; two Kennungen never share a name. */
static void
file_names (void)
{
  static const struct {
    const char *kennung, *file;
  } cases[] = { { "21874-21", "21874-21" },
                { "18828-20-E5", "18828-20-E5" },
                { "rat/2021-09-23.2", "rat%2F2021-09-23.2" },
                { "A0202/20/1/1 /1", "A0202%2F20%2F1%2F1%20%2F1" },
                { "../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd" },
                { ".verborgen", "%2Everborgen" },
                { "Größe_1", "Gr%C3%B6%C3%9Fe%5F1" },
                { "a%2Fb", "a%252Fb" },
                { "a\nb", "a%0Ab" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *file = text_file_name (cases[i].kennung);
    g_assert_cmpstr (file, ==, cases[i].file);
  }
}

static void
assert_ascending (const char *const *words)
{
  for (gsize i = 0; words[i + 1]; i++) {
    g_autofree char *a = text_sort_key (words[i]);
    g_autofree char *b = text_sort_key (words[i + 1]);
    if (strcmp (a, b) >= 0)
      g_error ("%s should stand before %s", words[i], words[i + 1]);
  }
}

/* DIN 5007-1: ä, ö, ü as a, o, u; ß as ss; case does not count. */
static void
sort_by_din (void)
{
  static const char *const names[] = { "Göbel", "Goethe", "Goldmann", "Göthe", "Götz", NULL };
  static const char *const sharp[] = { "Masche", "Maske", "Maß", "Massiv", "Mast", NULL };
  static const char *const umlauts[] = { "Ahorn", "Ähre",  "Amt", "Änderung", "apfel",
                                         "Öl",    "Übung", "Ulm", NULL };
  assert_ascending (names);
  assert_ascending (sharp);
  assert_ascending (umlauts);
}

static void
sort_numbers (void)
{
  static const char *const tops[] = { "TOP 1", "TOP 1.2", "TOP 1.10", "TOP 2", "TOP 10", NULL };
  static const char *const papers[] = { "999-21",      "1000-21",      "21874-21", "21874-21-E1",
                                        "21874-21-E2", "21874-21-E10", NULL };
  assert_ascending (tops);
  assert_ascending (papers);
  g_autofree char *a = text_sort_key ("007"), *b = text_sort_key ("7");
  g_assert_cmpstr (a, ==, b);
}

static void
lists (void)
{
  g_assert_true (text_in_list ("empfehlung beschluss", "beschluss"));
  g_assert_true (text_in_list ("empfehlung", "empfehlung"));
  g_assert_true (text_in_list ("vorbeschluss beschluss", "beschluss"));
  g_assert_false (text_in_list ("vorbeschluss beschlussfassung", "beschluss"));
  g_assert_false (text_in_list ("a b", "a b c"));
  g_assert_false (text_in_list ("a b", ""));
  g_assert_false (text_in_list (NULL, "a"));
  g_assert_false (text_in_list ("a", NULL));
}

static void
patterns (void)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (values, (gpointer) "gremium", (gpointer) "der Rat");
  g_hash_table_insert (values, (gpointer) "offene", (gpointer) "{gremium}");
  g_autofree char *one = text_fill ("Es fehlt {gremium}: {offene}, {unbekannt}, {", values);
  /* A value is text: what it holds is not filled again. */
  g_assert_cmpstr (one, ==, "Es fehlt der Rat: {gremium}, {unbekannt}, {");
}

/* Cut between characters, never inside one. */
static void
shortened (void)
{
  static const char *const expected[] = { "…", "G…", "Gr…", "Grü…", "Grün", "Grün" };
  for (glong most = 0; most < (glong) G_N_ELEMENTS (expected); most++) {
    g_autofree char *said = text_short ("Grün", most);
    g_assert_cmpstr (said, ==, expected[most]);
  }
  g_autofree char *nothing = text_short ("", 0);
  g_assert_cmpstr (nothing, ==, "");
}

static void
enumerations (void)
{
  static const char *const expected[] = { "", "APOD", "APOD und AFBL", "APOD, AFBL und HA" };
  static const char *const words[] = { "APOD", "AFBL", "HA" };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *said = text_enumerate (list);
    g_assert_cmpstr (said, ==, expected[i]);
    if (i < G_N_ELEMENTS (words))
      g_ptr_array_add (list, (gpointer) words[i]);
  }
}

static void
widths (void)
{
  g_assert_cmpuint (text_width ("Größe"), ==, 5);
  g_assert_cmpuint (text_width ("o\xcc\x88"), ==, 1);
  g_assert_cmpuint (text_width ("漢字"), ==, 4);
  g_assert_cmpuint (text_width (""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/clean", clean);
  g_test_add_func ("/base/text/taken", taken);
  g_test_add_func ("/base/text/file-names", file_names);
  g_test_add_func ("/base/text/sort-din-5007", sort_by_din);
  g_test_add_func ("/base/text/sort-numbers", sort_numbers);
  g_test_add_func ("/base/text/lists", lists);
  g_test_add_func ("/base/text/patterns", patterns);
  g_test_add_func ("/base/text/shortened", shortened);
  g_test_add_func ("/base/text/enumerations", enumerations);
  g_test_add_func ("/base/text/widths", widths);
  return g_test_run ();
}
