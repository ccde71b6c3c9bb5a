/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Rules that build on others: a city of another Land is only data.  What holds there cites no law of this Land. */
#include "route-help.h"
#include "rules/calendar.h"

static Regeln *
chain (const char *const *texts, guint n, GError **error)
{
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (docs, doc_from (texts[i], i + 1 == n ? "profil.xml" : "regeln.xml"));
  return regeln_new_chain ((Doc *const *) docs->pdata, n, error);
}

static Regeln *
magdeburg (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = shipped ("templates/nrw/regeln.xml");
  g_autofree char *land = shipped ("templates/st-anhalt/regeln.xml");
  g_autofree char *city = shipped ("templates/magdeburg/profil.xml");
  const char *const texts[] = { base, land, city };
  Regeln *r = chain (texts, G_N_ELEMENTS (texts), &error);
  g_assert_no_error (error);
  g_assert_true (route_check_rules (r, &error));
  g_assert_no_error (error);
  return r;
}

/* Its own holidays, and not those of the Land on which its rules build. */
static void
own_holidays (void)
{
  g_autoptr (Regeln) r = magdeburg ();
  g_assert_cmpstr (regeln_feiertag (r, "2021-10-31"), ==, "Reformationstag");
  g_assert_cmpstr (regeln_feiertag (r, "2021-01-06"), ==, "Heilige Drei Könige");
  g_assert_cmpstr (regeln_feiertag (r, "2021-05-13"), ==, "Christi Himmelfahrt");
  g_assert_null (regeln_feiertag (r, "2021-06-03"));
  g_assert_null (regeln_feiertag (r, "2021-11-01"));
  g_assert_null (regeln_feiertag (rules (), "2021-10-31"));
}

/* -- no law of another Land -- */

static void
assert_foreign_to_nrw (const xmlNode *n)
{
  for (const xmlAttr *a = n->properties; a; a = a->next) {
    const char *value = node_get (n, (const char *) a->name);
    g_test_message ("%s: %s", (const char *) n->name, value);
    g_assert_null (strstr (value, "NRW"));
    g_assert_null (strstr (value, "Nordrhein"));
  }
  g_autofree char *text = node_text (n);
  g_assert_null (strstr (text, "NRW"));
  NODE_EACH (c, n, NULL)
    assert_foreign_to_nrw (c);
}

static void
no_foreign_law (void)
{
  g_autoptr (Regeln) r = magdeburg ();
  const GPtrArray *docs = regeln_documents (r);
  guint looked_at = 0;
  for (guint i = 0; i < docs->len; i++)
    NODE_EACH (n, doc_root (docs->pdata[i]), NULL) {
      g_autoptr (GPtrArray) in_force = regeln_entries (r, (const char *) n->name);
      if (!node_named (n, "ablauf") && !g_ptr_array_find (in_force, n, NULL))
        continue; /* replaced, or no entry of its own */
      assert_foreign_to_nrw (n);
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 100);
}

/* -- the city's words -- */

static void
words_of_the_city (void)
{
  g_autoptr (Regeln) r = magdeburg ();
  static const struct {
    const char *element, *key, *word;
  } words[] = { { "zustaendigkeit", "empfehlung", "Beratung" },
                { "zustaendigkeit", "beschluss", "Beschlussfassung" },
                { "zustaendigkeit", "genehmigung-ob", "Genehmigung OB" },
                { "ergebnis", "beschlossen", "ungeändert beschlossen" },
                { "ergebnis", "vertagt", "vertagt" },
                { "papierart", "mitteilungsvorlage", "Informationsvorlage" } };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (regeln_word (r, words[i].element, words[i].key), ==, words[i].word);
  xmlNode *range = regeln_entry (r, "nummernkreis", "drucksachen");
  g_assert_cmpstr (node_get (range, "muster"), ==, "DS{nr:4}/{jj}");
  /* an entry that got another word keeps all the rest */
  g_assert_true (node_is (regeln_entry (r, "ergebnis", "beschlossen"), "mehrheit", "ja"));
}

/* Whoever says a Zuständigkeit is like another has its outcomes and no more. */
static void
like_another (void)
{
  g_autoptr (Regeln) r = magdeburg ();
  g_assert_true (regeln_zulaessig (r, regeln_entry (r, "ergebnis", "vertagt"), "stellungnahme"));
  g_assert_true (regeln_zulaessig (r, regeln_entry (r, "ergebnis", "beantwortet"), "stellungnahme"));
  g_assert_true (regeln_zulaessig (r, regeln_entry (r, "ergebnis", "empfohlen"), "vorbehaltsbeschluss"));
  g_assert_false (regeln_zulaessig (r, regeln_entry (r, "ergebnis", "beschlossen"), "stellungnahme"));
  g_assert_false (regeln_zulaessig (r, regeln_entry (r, "ergebnis", "empfohlen"), "stellungnahme"));
}

/* -- what does not hold together -- */

#define BASE_TEXT                                                                                       \
  "<regeln " NS " kennung=\"boden\" gueltig-ab=\"2000-01-01\" name=\"Boden\">"                          \
  "<rolle code=\"verwaltung\" wort=\"Verwaltung\"/></regeln>"
#define CITY_TEXT(inside)                                                                               \
  "<profil " NS " kennung=\"ort\" gueltig-ab=\"2000-01-01\" name=\"Ort\" "                              \
  "stadt=\"Ort\" grundlage=\"boden\">" inside "</profil>"

static void
refused (const char *city, const char *text)
{
  g_autoptr (GError) error = NULL;
  const char *const texts[] = { BASE_TEXT, city };
  g_assert_null (chain (texts, G_N_ELEMENTS (texts), &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, text));
  g_assert_nonnull (strstr (error->message, "profil.xml, Zeile 1"));
}

static void
names_an_entry (void)
{
  refused (CITY_TEXT ("<anders eintrag=\"rolle\" schluessel=\"pforte\" wort=\"Pforte\"/>"),
           "rolle „pforte“ gibt es nicht");
  refused (CITY_TEXT ("<zustaendigkeit code=\"zuruf\" wort=\"Zuruf\" art=\"information\" wie=\"ruf\"/>"),
           "„ruf“");
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules-land/holidays", own_holidays);
  g_test_add_func ("/rules-land/no-foreign-law", no_foreign_law);
  g_test_add_func ("/rules-land/words-of-the-city", words_of_the_city);
  g_test_add_func ("/rules-land/like-another", like_another);
  g_test_add_func ("/rules-land/names-an-entry", names_an_entry);
  return g_test_run ();
}
