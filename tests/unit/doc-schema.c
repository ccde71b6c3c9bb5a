/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What a clerk reads when a document is not valid: file, line, what is wrong, what was expected. */
#include "doc-help.h"

#define END "    <p>Text.</p>\n  </abschnitt>\n"

static void
attributes (void)
{
  assert_refused (PAPER (" farbe=\"rot\"", END), 2, "<vorlage> kennt kein Attribut „farbe“",
                  "ohne dieses Attribut");
  assert_refused (PAPER (" stand=\"drei\"", END), 2, "stand=\"drei\"", "Nummer des Standes");
  assert_refused (PAPER (" xml:lang=\"de\"", END), 2, "lang", "ohne dieses Attribut");
  assert_refused (PARAGRAPH ("<p style=\"color:red\">x</p>"), 8, "<p> kennt kein Attribut „style“",
                  "ohne");
  assert_refused (PARAGRAPH ("<p><a href=\"javascript:x\">x</a></p>"), 8, "href=\"javascript:x\"",
                  "https:");
  assert_refused (PARAGRAPH ("<p><img src=\"b.png\" alt=\" \"/></p>"), 8, "alt=\" \"", "ein Satz");
  assert_refused (PARAGRAPH ("<p><img src=\"../b.png\" alt=\"Bild\"/></p>"), 8, "src=\"../b.png\"",
                  "Dateiname");
  assert_refused (PARAGRAPH ("<p><img src=\"b.png\"/></p>"), 8, "<img> fehlt das Attribut „alt“",
                  "ein Satz");
  assert_refused ("<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\">\n<kopf><datum>2021-08-19</datum></kopf>"
                  "<titel>x</titel><abschnitt art=\"y\"/></vorlage>",
                  1, "<vorlage> fehlt das Attribut „oeffentlich“", "ja oder nein");
  assert_refused (
    "\n<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"Ja\">\n<kopf><datum>2021-08-19</datum>"
    "</kopf><titel>x</titel><abschnitt art=\"y\"/></vorlage>",
    2, "oeffentlich=\"Ja\"", "ja oder nein");
}

static void
elements (void)
{
  assert_refused (PARAGRAPH ("<p>x <blink>y</blink></p>"), 8, "unbekanntes Element <blink>",
                  "em, strong");
  assert_refused (PARAGRAPH ("<p>x</p>\n<kopf/>"), 9, "hier steht falsch <kopf>", "p, h3");
  assert_refused (PARAGRAPH ("<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>"), 8,
                  "<p> in <abschnitt> liegt in einem anderen Namensraum", "p, h3");
  assert_refused (PARAGRAPH ("<ul/>"), 8, "in <ul> fehlt <li>", "nur Text");
  assert_refused (PARAGRAPH ("<ul><li>x<table><tr><td>y</td></tr></table></li></ul>"), 8, "<table>",
                  "Tabellen stehen außerhalb der Liste");
  assert_refused (PARAGRAPH ("<p>x<br>y</br></p>"), 8, "<br>", "br ist leer");
}

static void
order_and_presence (void)
{
  assert_refused ("<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"ja\">\n<titel>x</titel>\n"
                  "<kopf><datum>2021-08-19</datum></kopf>\n<abschnitt art=\"y\"/></vorlage>",
                  3, "<kopf> steht in <vorlage> an der falschen Stelle", "kopf, titel, abschnitt");
  assert_refused ("<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"ja\">\n<kopf>\n</kopf>\n"
                  "<titel>x</titel><abschnitt art=\"y\"/></vorlage>",
                  2, "in <kopf> fehlt <datum>", "ein Tag");
  assert_refused ("<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"ja\">\n"
                  "<kopf><datum>2021-08-19</datum></kopf>\n<titel>x</titel></vorlage>",
                  1, "in <vorlage> fehlt <abschnitt>", "p, h3");
  assert_refused (PAPER ("", END "  <titel>zweiter</titel>\n"), 10,
                  "<titel> steht in <vorlage> an der falschen Stelle", "kopf, titel, abschnitt");
  assert_refused (
    "<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"ja\">\n<kopf><datum>2021-08-19</datum></kopf>"
    "<titel>x</titel>\n<titel>y</titel><abschnitt art=\"y\"/></vorlage>",
    3, "<titel> steht in <vorlage> mehr als einmal", "kopf, titel, abschnitt");
}

#define DATED(day)                                                                                      \
  "<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"ja\">\n<kopf>\n<datum>" day                 \
  "</datum></kopf><titel>x</titel><abschnitt art=\"y\"/></vorlage>"
#define STATIONS(stations) PAPER ("", END "  <beratungsfolge>\n" stations "  </beratungsfolge>\n")

static void
days (void)
{
  assert_refused (DATED ("2021-02-30"), 3, "„2021-02-30“ von <datum>", "ein Tag, der im Kalender steht");
  assert_refused (DATED ("19.08.2021"), 3, "„19.08.2021“ von <datum>", "JJJJ-MM-TT");
  assert_refused (DATED (""), 3, "von <datum>", "JJJJ-MM-TT");
  assert_refused (DATED ("2021-09-01+02:00"), 3, "„2021-09-01+02:00“", "JJJJ-MM-TT");
  assert_refused (STATIONS (
                    "\n<station gremium=\"rat\" zustaendigkeit=\"beschluss\" termin=\"2021-09-31\"/>\n"),
                  12, "termin=\"2021-09-31\" an <station>", "ein Tag, der im Kalender steht");
  assert_refused ("<sitzung xmlns=\"urn:ratsweg:1\" kennung=\"rat/2021-03-28\" gremium=\"rat\">\n"
                  "<beginn>2021-03-28T02:30</beginn></sitzung>",
                  2, "„2021-03-28T02:30“ von <beginn>", "die es gibt");
}

static void
ids (void)
{
  assert_refused (STATIONS ("    <station id=\"s1\" gremium=\"apod\" zustaendigkeit=\"empfehlung\"/>\n"
                            "    <station id=\"s1\" gremium=\"rat\" zustaendigkeit=\"beschluss\"/>\n"),
                  12, "die id „s1“ kommt doppelt vor", "nur einmal");
  assert_refused (STATIONS ("    <station id=\"a1\" gremium=\"apod\" zustaendigkeit=\"empfehlung\"/>\n"),
                  11, "die id „a1“", "nur einmal");
}

static void
values (void)
{
  assert_refused (STATIONS ("    <station gremium=\"Rat der Stadt\" zustaendigkeit=\"beschluss\"/>\n"),
                  11, "gremium=\"Rat der Stadt\"", "die Kennung eines Gremiums");
  assert_refused (STATIONS (
                    "    <station gremium=\"rat\" zustaendigkeit=\"beschluss\" folge=\"-1\"/>\n"),
                  11, "folge=\"-1\"", "eine Zahl");
  assert_refused ("<zaehler xmlns=\"urn:ratsweg:1\" kennung=\"d\" muster=\"{nr}\" naechste=\"1\"/>", 1,
                  "muster=\"{nr}\"", "{nr:5}");
  assert_refused (
    "<gremium xmlns=\"urn:ratsweg:1\" kennung=\"rat\" art=\"parlament\">\n<name>Rat</name></gremium>", 1,
    "art=\"parlament\"", "rat, hauptausschuss");
  assert_refused (
    "<gremium xmlns=\"urn:ratsweg:1\" kennung=\"rat\" art=\"rat\">\n<name> </name></gremium>", 2,
    "<name>", "der gedruckte Name");
}

/* One of each kind that the engine itself makes. */
static void
valid (void)
{
  static const char *const good[] = {
    PARAGRAPH (
      "<h3>A</h3><p>x<br/>y<footnote>z</footnote></p><ol start=\"0\"><li>1<sub>2</sub></li></ol>"
      "<table><caption>T</caption><thead><tr><th colspan=\"2\">K</th></tr></thead>"
      "<tbody><tr><td>1</td><td><p>2</p><ul><li>3</li></ul></td></tr></tbody></table>"
      "<p><img src=\"bild 1.png\" alt=\"Ein Schaubild\"/></p>"),
    STATIONS ("<station id=\"s1\" gremium=\"rat\" zustaendigkeit=\"beschluss\" termin=\"2024-02-29\"/>"),
    "<sitzung xmlns=\"urn:ratsweg:1\" kennung=\"rat/2021-09-23.2\" gremium=\"rat\"><beginn>2021-09-23T15:00</beginn>"
    "<tagesordnung><top nummer=\"3.1\" oeffentlich=\"ja\"><titel>Roadmap</titel></top></tagesordnung></sitzung>",
    "<gremium xmlns=\"urn:ratsweg:1\" kennung=\"rat\" art=\"rat\"><name ab=\"2020-11-01\">Rat</name></gremium>",
    "<stelle xmlns=\"urn:ratsweg:1\" kennung=\"fb-1\" art=\"fachbereich\"><name>1</name></stelle>",
    "<benutzer xmlns=\"urn:ratsweg:1\" kennung=\"mueller\"><bezeichnung>Probe</bezeichnung><rolle>leser</rolle>"
    "<anmeldung>uid:1000</anmeldung></benutzer>",
    "<zaehler xmlns=\"urn:ratsweg:1\" kennung=\"d\" muster=\"{nr:5}-{jj}\" naechste=\"21874\"/>",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (Doc) d = opened (good[i]);
    g_autoptr (GError) error = NULL;
    g_assert_true (doc_validate (d, &error));
    g_assert_no_error (error);
  }
}

/* The title of a paper has 1000 characters at most. */
static void
length (void)
{
  g_autofree char *most = g_strnfill (1000, 'x');
  for (guint n = 0; n < 2; n++) {
    g_autofree char *text = g_strdup_printf (
      "<vorlage xmlns=\"urn:ratsweg:1\" art=\"x\" oeffentlich=\"ja\"><kopf><datum>2021-08-19</datum></kopf>"
      "<titel>%s%s</titel><abschnitt art=\"y\"/></vorlage>",
      most, n ? "x" : "");
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = bytes_of (text);
    g_autoptr (Doc) d = doc_open (bytes, "probe.xml", &error);
    g_assert_true (n ? d == NULL : d != NULL);
  }
}

/* Once many documents of a kind were looked at, a quicker way answers first: it says the same. */
static void
after_many (void)
{
  for (guint i = 0; i < 40; i++)
    valid ();
  attributes ();
  elements ();
  order_and_presence ();
  days ();
  ids ();
  values ();
  valid ();
  length ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/schema/attributes", attributes);
  g_test_add_func ("/doc/schema/elements", elements);
  g_test_add_func ("/doc/schema/order-and-presence", order_and_presence);
  g_test_add_func ("/doc/schema/days", days);
  g_test_add_func ("/doc/schema/ids", ids);
  g_test_add_func ("/doc/schema/values", values);
  g_test_add_func ("/doc/schema/valid", valid);
  g_test_add_func ("/doc/schema/length", length);
  g_test_add_func ("/doc/schema/after-many", after_many);
  return g_test_run ();
}
