/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The samples are what the seed says: counted and compared with figures and names taken from it. */
#include "typeset-help.h"

static xmlNode *
section (const Doc *paper, const char *art)
{
  xmlNode *n = node_find (doc_root (paper), "abschnitt", "art", art);
  g_assert_nonnull (n);
  return n;
}

static guint
items (const xmlNode *list)
{
  return list ? node_count (list, "li") : 0;
}

static void
test_paper (void)
{
  static const char *const order[] = {
    "beschlussvorschlag", "personelle-auswirkungen", "finanzielle-auswirkungen", "klimarelevanz",
    "begruendung",        "zustaendigkeit"
  };
  g_autoptr (Doc) paper = source_doc ("samples/21874-21.xml");
  gsize i = 0;
  NODE_EACH (n, doc_root (paper), "abschnitt")
    g_assert_true (node_is (n, "art", order[i++]));
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (order));
  xmlNode *goals = node_child (section (paper, "begruendung"), "ul");
  g_assert_cmpuint (items (goals), ==, 14);
  g_assert_cmpuint (items (node_next (goals, "ul")), ==, 4);
  guint pictures = 0;
  NODE_EACH (p, section (paper, "begruendung"), "p")
    pictures += node_count (p, "img");
  g_assert_cmpuint (pictures, ==, 2);
  g_assert_null (doc_kennung (paper));
}

static void
test_course (void)
{
  static const char *const course[][3] = { { "apod", "2021-09-02", "empfehlung" },
                                           { "afbl", "2021-09-16", "empfehlung" },
                                           { "hauptausschuss", "2021-09-23", "empfehlung" },
                                           { "rat", "2021-09-23", "beschluss" } };
  g_autoptr (Doc) paper = source_doc ("samples/21874-21.xml");
  gsize i = 0;
  NODE_EACH (s, node_child (doc_root (paper), "beratungsfolge"), "station") {
    g_assert_true (node_is (s, "gremium", course[i][0]));
    g_assert_true (node_is (s, "termin", course[i][1]));
    g_assert_true (node_is (s, "zustaendigkeit", course[i][2]));
    g_autofree char *path = g_strdup_printf ("samples/sitzungen/%s-%s.xml", course[i][0], course[i][1]);
    g_autoptr (Doc) sitting = source_doc (path);
    g_assert_true (node_is (doc_root (sitting), "gremium", course[i][0]));
    i++;
  }
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (course));
}

static void
test_others_valid (void)
{
  static const char *const paths[] = {
    "samples/gremien/apod.xml", "samples/gremien/afbl.xml", "samples/gremien/hauptausschuss.xml",
    "samples/gremien/rat.xml",  "samples/stellen/fb-1.xml", "samples/stellen/dezernat-ob.xml"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (Doc) d = source_doc (paths[i]);
    g_assert_nonnull (doc_kennung (d));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/samples/paper", test_paper);
  g_test_add_func ("/typeset/samples/course", test_course);
  g_test_add_func ("/typeset/samples/others", test_others_valid);
  return g_test_run ();
}
