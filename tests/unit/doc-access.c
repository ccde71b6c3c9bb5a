/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Typed access: order of the stations, names of bodies, facts for the store, kinds, stored versions. */
#include "doc-help.h"
#include "doc/facts.h"
#include "doc/gremium.h"
#include "doc/vorlage.h"

/* -- order of stations: from a complaint, two of them on one day, the Rat first in the file -- */

static void
assert_order (const char *stations, GHashTable *starts, const char *expected)
{
  g_auto (GStrv) halves =
    g_strsplit (PAPER ("", "    <p>x</p>\n  </abschnitt>\n<beratungsfolge>@</beratungsfolge>\n"), "@",
                2);
  g_autofree char *paper = g_strjoinv (stations, halves);
  g_autoptr (Doc) d = opened (paper);
  g_autoptr (GPtrArray) order = vorlage_stations (d, starts);
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (said, "%s%s", i ? " " : "", node_get (order->pdata[i], "gremium"));
  g_assert_cmpstr (said->str, ==, expected);
  g_string_free (said, TRUE);
}

#define S(gremium, more) "<station gremium=\"" gremium "\" zustaendigkeit=\"empfehlung\" " more "/>"
#define RAT "termin=\"2021-09-23\" sitzung=\"rat/2021-09-23\" "
#define HA "termin=\"2021-09-23\" sitzung=\"ha/2021-09-23\" "

static GHashTable *
starts_of_day (void)
{
  GHashTable *starts = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (starts, (gpointer) "rat/2021-09-23", (gpointer) "2021-09-23T15:00");
  g_hash_table_insert (starts, (gpointer) "ha/2021-09-23", (gpointer) "2021-09-23T13:00");
  return starts;
}

static void
same_day (void)
{
  static const char *const ranks =
    S ("rat", RAT "folge=\"4\"") S ("apod", "termin=\"2021-09-02\" folge=\"1\"")
      S ("ha", HA "folge=\"3\"") S ("afbl", "termin=\"2021-09-16\" folge=\"2\"");
  static const char *const no_ranks =
    S ("rat", RAT) S ("apod", "termin=\"2021-09-02\"") S ("ha", HA) S ("afbl", "termin=\"2021-09-16\"");
  g_autoptr (GHashTable) starts = starts_of_day ();
  assert_order (ranks, starts, "apod afbl ha rat");
  assert_order (ranks, NULL, "apod afbl ha rat");
  assert_order (no_ranks, starts, "apod afbl ha rat");
}

/* The start of the sitting is stronger than the rank, the day stronger than both. */
static void
day_start_rank (void)
{
  g_autoptr (GHashTable) starts = starts_of_day ();
  assert_order (S ("rat", RAT "folge=\"1\"") S ("ha", HA "folge=\"2\""), starts, "ha rat");
  assert_order (S ("rat", "termin=\"2021-09-30\" folge=\"1\"") S ("ha", HA "folge=\"2\""), starts,
                "ha rat");
  assert_order (S ("a", "folge=\"10\"") S ("b", "folge=\"9\""), starts, "b a");
}

/* One without a date stays where its rank puts it. */
static void
undated (void)
{
  assert_order (S ("apod", "folge=\"1\" termin=\"2021-09-02\"") S ("afbl", "folge=\"2\"")
                  S ("rat", "folge=\"3\" termin=\"2021-09-23\""),
                NULL, "apod afbl rat");
  assert_order (S ("vorab", "folge=\"1\"") S ("rat", "folge=\"2\" termin=\"2021-09-23\""), NULL,
                "vorab rat");
  assert_order (S ("rat", "folge=\"2\" termin=\"2021-09-23\"") S ("danach", "folge=\"3\"")
                  S ("apod", "folge=\"1\""),
                NULL, "apod rat danach");
  assert_order ("", NULL, "");
}

static void
places (void)
{
  g_autoptr (Doc) d = opened (PAPER ("", "    <p>x</p>\n  </abschnitt>\n"));
  g_autofree char *day = vorlage_head (d, "datum");
  g_assert_cmpstr (day, ==, "2021-08-19");
  g_assert_null (vorlage_head (d, "telefon"));
  g_assert_null (vorlage_station (d, "s1"));
  g_autoptr (GPtrArray) none = vorlage_stations (d, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* -- bodies -- */

static void
assert_name (const Doc *d, const char *day, const char *expected)
{
  g_autofree char *name = gremium_name (d, day);
  g_assert_cmpstr (name, ==, expected);
}

static void
names_over_time (void)
{
  g_autoptr (Doc) d =
    opened ("<gremium xmlns=\"urn:ratsweg:1\" kennung=\"apod\" art=\"ausschuss\" sitzungen=\"ja\">"
            "<name bis=\"2020-10-31\">Personalausschuss</name>"
            "<name ab=\"2020-11-01\">Ausschuss für Personal</name><kurz>APOD</kurz></gremium>");
  assert_name (d, "2020-10-31", "Personalausschuss");
  assert_name (d, "2020-11-01", "Ausschuss für Personal");
  assert_name (d, NULL, "Ausschuss für Personal");
  g_autofree char *kurz = gremium_kurz (d);
  g_assert_cmpstr (kurz, ==, "APOD");
  g_assert_true (gremium_holds_sittings (d));
  g_autoptr (Doc) vv =
    opened ("<gremium xmlns=\"urn:ratsweg:1\" kennung=\"vv\" art=\"intern\" sitzungen=\"nein\">"
            "<name>Verwaltungsvorstand</name></gremium>");
  g_autofree char *name = gremium_kurz (vv);
  g_assert_cmpstr (name, ==, "Verwaltungsvorstand");
  g_assert_false (gremium_holds_sittings (vv));
}

/* -- facts -- */

static void
assert_path (const char *text, const char *expected)
{
  g_autoptr (Doc) d = opened (text);
  g_autoptr (Facts) f = facts_of (d);
  g_assert_cmpstr (f->path, ==, expected);
}

static void
paths (void)
{
  assert_path (PAPER (" kennung=\"21874-21\"", "    <p>x</p>\n  </abschnitt>\n"),
               "vorlagen/2021/21874-21.xml");
  assert_path (PAPER (" kennung=\"A0202/20/1/1 /1\"", "    <p>x</p>\n  </abschnitt>\n"),
               "vorlagen/2021/A0202%2F20%2F1%2F1%20%2F1.xml");
  assert_path (PAPER (" kennung=\"entwurf-0007\" entwurf=\"entwurf-0007\"",
                      "    <p>x</p>\n  </abschnitt>\n"),
               "vorlagen/entwurf/entwurf-0007.xml");
  assert_path (PAPER (" kennung=\"21874-21\" entwurf=\"entwurf-0007\"",
                      "    <p>x</p>\n  </abschnitt>\n"),
               "vorlagen/2021/21874-21.xml");
  assert_path ("<sitzung xmlns=\"urn:ratsweg:1\" kennung=\"rat/2021-09-23\" gremium=\"rat\">"
               "<beginn>2021-09-23T15:00</beginn></sitzung>",
               "sitzungen/2021/rat%2F2021-09-23.xml");
  assert_path ("<zaehler xmlns=\"urn:ratsweg:1\" kennung=\"d\" muster=\"{nr:5}\" naechste=\"1\"/>",
               "zaehler/d.xml");
}

static void
facts (void)
{
  g_autoptr (Doc) d = opened (PAPER (
    " kennung=\"21874-21\" zustand=\"in-beratung\"",
    "    <p><img src=\"bild 1.png\" alt=\"Bild\" "
    "inhalt=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"/></p>\n  </abschnitt>\n"
    "  <anlagen><anlage titel=\"ohne Datei\"/></anlagen><beratungsfolge>"
    "<station gremium=\"apod\" zustaendigkeit=\"empfehlung\" id=\"s1\" termin=\"2021-09-02\" zustand=\"abgeschlossen\">"
    "<ergebnis code=\"empfohlen\" am=\"2021-09-02\"/></station></beratungsfolge>"));
  g_autoptr (Facts) f = facts_of (d);
  g_assert_cmpstr (f->kennung, ==, "21874-21");
  g_assert_cmpstr (f->spur, ==, "21874-21");
  g_assert_null (f->alt);
  g_assert_cmpstr (f->titel, ==, "Roadmap");
  g_assert_cmpstr (f->zustand, ==, "in-beratung");
  g_assert_cmpstr (f->datum, ==, "2021-08-19");
  g_assert_cmpuint (f->stationen->len, ==, 1);
  const FactStation *s = f->stationen->pdata[0];
  g_assert_cmpstr (s->id, ==, "s1");
  g_assert_cmpstr (s->code, ==, "empfohlen");
  g_assert_null (s->sitzung);
  g_assert_cmpuint (f->dateien->len, ==, 1);
  const FactFile *file = f->dateien->pdata[0];
  g_assert_cmpstr (file->path, ==, "anlagen/21874-21/bild%201.png");
}

/* An account is called by its opaque id in the trail, never by its name. */
static void
accounts (void)
{
  g_autoptr (Doc) d = opened (
    "<benutzer xmlns=\"urn:ratsweg:1\" kennung=\"mueller\" id=\"00112233445566778899aabbccddeeff\">"
    "<bezeichnung>Probe</bezeichnung><rolle>leser</rolle></benutzer>");
  g_autoptr (Facts) f = facts_of (d);
  g_assert_cmpstr (f->kennung, ==, "mueller");
  g_assert_cmpstr (f->spur, ==, "00112233445566778899aabbccddeeff");
}

/* -- kinds and stored versions -- */

static void
kinds (void)
{
  for (int i = 0; i < DOC_N_ARTEN; i++) {
    DocArt art = DOC_N_ARTEN;
    g_assert_true (doc_art_parse (doc_art_name ((DocArt) i), &art));
    g_assert_cmpint ((int) art, ==, i);
  }
  DocArt art;
  g_assert_false (doc_art_parse ("akte", &art));
  g_assert_false (doc_art_parse (NULL, &art));
}

/* A version of an older schema is read as it is; the same bytes come back. */
static void
stored_versions (void)
{
  static const char old[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<vorlage xmlns=\"urn:ratsweg:1\" frueher=\"ja\" kennung=\"1-99\" stand=\"7\">\n"
    "  <alt/>\n</vorlage>\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bytes_of (old);
  g_autoptr (Doc) d = doc_open_stored (DOC_VORLAGE, "1-99", bytes, "1-99", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (doc_stand (d), ==, 7);
  g_autofree char *back = written (d);
  g_assert_cmpstr (back, ==, old);
  g_assert_false (doc_validate (d, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
}

/* -- nodes -- */

static void
nodes (void)
{
  g_autoptr (Doc) d = opened (PAPER ("", "    <p>x</p>\n  </abschnitt>\n"));
  xmlNode *root = doc_root (d);
  node_set (root, "kennung", "A & B <\"1\">");
  g_assert_cmpstr (node_get (root, "kennung"), ==, "A & B <\"1\">");
  node_set (root, "kennung", NULL);
  g_assert_null (node_get (root, "kennung"));
  node_set_int (root, "stand", 12);
  g_assert_cmpint (node_get_int (root, "stand", 0), ==, 12);
  node_set (root, "stand", "12x");
  g_assert_cmpint (node_get_int (root, "stand", -1), ==, -1);
  g_assert_cmpint (node_get_int (root, "fehlt", -1), ==, -1);
  node_set (root, "stand", "12");
  node_set_text (node_child (root, "titel"), "Müll & <Abfall>");
  g_autofree char *title = node_child_text (root, "titel");
  g_assert_cmpstr (title, ==, "Müll & <Abfall>");
  g_assert_null (node_child_text (root, "fehlt"));
  xmlNode *route = node_need (root, "beratungsfolge");
  g_assert_true (node_need (root, "beratungsfolge") == route);
  xmlNode *station = node_add (route, "station");
  node_set (station, "gremium", "rat");
  node_set (station, "zustaendigkeit", "beschluss");
  g_autofree char *text = written (d);
  g_autoptr (Doc) again = opened (text);
  g_assert_cmpuint (node_count (node_child (doc_root (again), "beratungsfolge"), "station"), ==, 1);
  g_autofree char *first = node_new_id (root, 's'), *second = node_new_id (root, 'a');
  g_assert_cmpstr (first, ==, "s1");
  g_assert_cmpstr (second, ==, "a2");
}

/* A part stands before the first that comes after it, wherever its name is part of another's. */
static void
in_order (void)
{
  static const char order[] = "text kontext texte ende";
  static const char *const added[] = { "ende", "texte", "text", "kontext", "text" };
  g_autoptr (Doc) d = doc_begin (DOC_VORLAGE, "probe");
  GString *said = g_string_new (NULL);
  node_add (doc_root (d), "kopf");
  for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
    node_place (doc_root (d), added[i], order);
  NODE_EACH (n, doc_root (d), NULL)
    g_string_append_printf (said, "%s ", (const char *) n->name);
  g_assert_cmpstr (said->str, ==, "kopf text text kontext texte ende ");
  g_string_free (said, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/access/same-day", same_day);
  g_test_add_func ("/doc/access/day-start-rank", day_start_rank);
  g_test_add_func ("/doc/access/undated", undated);
  g_test_add_func ("/doc/access/places", places);
  g_test_add_func ("/doc/access/in-order", in_order);
  g_test_add_func ("/doc/access/names-over-time", names_over_time);
  g_test_add_func ("/doc/access/paths", paths);
  g_test_add_func ("/doc/access/facts", facts);
  g_test_add_func ("/doc/access/accounts", accounts);
  g_test_add_func ("/doc/access/kinds", kinds);
  g_test_add_func ("/doc/access/stored-versions", stored_versions);
  g_test_add_func ("/doc/access/nodes", nodes);
  return g_test_run ();
}
