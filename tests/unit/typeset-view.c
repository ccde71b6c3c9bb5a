/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The public view: what is not public is in no byte of what is made from it (design, section 4). */
#include "typeset-help.h"

#define SECRET "GEHEIMWORT"
/* One secret in each place that is not public. */
#define MIXED                                                                                           \
  "<vorlage xmlns=\"urn:ratsweg:1\" art=\"beschlussvorlage\" kennung=\"00002-21\" "                     \
  "oeffentlich=\"ja\" entwurf=\"entwurf-" SECRET "\" bearbeiter=\"" SECRET "\">"                        \
  "<!-- " SECRET " -->"                                                                                 \
  "<kopf><datum>2021-08-19</datum></kopf><titel>Probe</titel>"                                          \
  "<abschnitt art=\"beschlussvorschlag\"><p>Offen.</p></abschnitt>"                                     \
  "<abschnitt art=\"begruendung\" oeffentlich=\"nein\"><p>" SECRET                                      \
  "<img src=\"abstimmung.png\" alt=\"" SECRET "\"/></p></abschnitt>"                                    \
  "<abschnitt art=\"notiz\"><p>" SECRET "</p></abschnitt>"                                              \
  "<anlagen><anlage titel=\"Plan\"/><anlage titel=\"" SECRET "\" oeffentlich=\"nein\"/></anlagen>"      \
  "<mitzeichnung><zeichner stelle=\"fb-1\"><kommentar>" SECRET "</kommentar></zeichner>"                \
  "</mitzeichnung>"                                                                                     \
  "<beratungsfolge>"                                                                                    \
  "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\" termin=\"2021-09-02\" "                      \
  "zustand=\"entfallen\"/>"                                                                             \
  "<station gremium=\"afbl\" zustaendigkeit=\"vorgespraech\" termin=\"2021-09-16\"/>"                   \
  "<station gremium=\"vv\" zustaendigkeit=\"empfehlung\" termin=\"2021-09-17\"/>"                       \
  "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" termin=\"2021-09-23\">"                        \
  "<ergebnis code=\"beschlossen\" am=\"2021-09-23\"><einwand regel=\"G1\">" SECRET "</einwand>"         \
  "</ergebnis></station></beratungsfolge>"                                                              \
  "<ausgaben><ausgabe><an>" SECRET "</an></ausgabe></ausgaben></vorlage>"

static TypesetInput
mixed (void)
{
  TypesetInput in = pinned_text (MIXED);
  add_body (&in, "<gremium xmlns=\"urn:ratsweg:1\" kennung=\"vv\" art=\"intern\">"
                 "<name>" SECRET "</name></gremium>");
  return in;
}

static void
test_nothing_leaks (void)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml",
                                       "META-INF/manifest.xml" };
  g_auto (TypesetInput) in = mixed ();
  g_autoptr (GBytes) odt = rendered (&in);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *part = entry (odt, parts[i]);
    assert_has_not (part, SECRET);
    assert_has_not (part, "Pictures/");
  }
  g_autofree char *content = entry (odt, "content.xml");
  assert_has (content, "Offen.");
  assert_has (content, ">Anlage:</text:h>");
  assert_has (content, "Rat der Stadt");
  assert_has_not (content, "Ausschuss für");
  assert_has_not (content, "nichtöffentlich");
}

static void
test_intern_says_so (void)
{
  g_auto (TypesetInput) in = mixed ();
  in.intern = TRUE;
  g_autofree char *content = content_of (&in);
  assert_has (content, ">Begründung (nichtöffentlich)</text:h>");
  assert_has (content, SECRET " (nichtöffentlich)</text:p>");
  assert_has (content, "Empfehlung (entfallen)");
  assert_has (content, "Vorgespräch");
}

static void
test_secret_paper (void)
{
  g_auto (TypesetInput) in = pinned_text (SMALL ("oeffentlich=\"nein\"", "<p>x</p>", ""));
  assert_fails (&in, RATSWEG_ERROR_INVALID, "„00001-21“ ist nichtöffentlich");
  in.intern = TRUE;
  g_autofree char *content = content_of (&in);
  assert_has (content, ">nichtöffentlich<text:tab/>");
}

/* The view as a document: for whatever else is made for the public. */
static void
test_document (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (TypesetInput) in = mixed ();
  g_autoptr (Doc) view = typeset_public_view (&in, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = doc_bytes (view);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_has_not (text, SECRET);
  assert_has_not (text, "gremium-name");
  assert_has (text, "Offen.");
  g_assert_cmpstr (doc_kennung (view), ==, "00002-21");
  g_assert_true (doc_validate (view, &error));
  g_assert_no_error (error);
}

static void
test_document_secret (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (TypesetInput) in = pinned_text (SMALL ("oeffentlich=\"nein\"", "<p>x</p>", ""));
  g_assert_null (typeset_public_view (&in, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
}

/* The city's entry decides, whichever way. */
static void
test_profile_wins (void)
{
  g_auto (TypesetInput) in = mixed ();
  doc_unref (in.profil);
  in.profil =
    text_doc (DOC_PROFIL, "<profil xmlns=\"urn:ratsweg:1\" stadt=\"Musterstadt\">"
                          "<zustaendigkeit code=\"vorgespraech\" wort=\"Runde\"/>"
                          "<zustaendigkeit code=\"beschluss\" wort=\"B\" oeffentlich=\"nein\"/>"
                          "</profil>");
  g_autofree char *content = content_of (&in);
  assert_has (content, ">Runde</text:p>");
  assert_has_not (content, "Rat der Stadt");
  assert_has (content, "Musterstadt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/view/nothing-leaks", test_nothing_leaks);
  g_test_add_func ("/typeset/view/intern", test_intern_says_so);
  g_test_add_func ("/typeset/view/secret-paper", test_secret_paper);
  g_test_add_func ("/typeset/view/document", test_document);
  g_test_add_func ("/typeset/view/document-secret", test_document_secret);
  g_test_add_func ("/typeset/view/profile-wins", test_profile_wins);
  return g_test_run ();
}
