/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Rules and profile: the shipped ones load; a profile replaces; what does not hold together is refused with
 * file and line; and there is no guard, effect or entry that nobody uses. */
#include "route-help.h"
#include "route/effects.h"
#include "route/guards.h"
#include "base/text.h"

/* -- loading with a change -- */

/* The shipped file with @find (first occurrence) replaced; the line of the change in *@line. */
static char *
changed (const char *path, const char *find, const char *by, guint *line)
{
  g_autofree char *text = shipped (path);
  g_assert_nonnull (strstr (text, find));
  gsize at = (gsize) (strstr (text, find) - text);
  *line = 1;
  for (gsize i = 0; i < at; i++)
    *line += text[i] == '\n';
  return g_strdup_printf ("%.*s%s%s", (int) at, text, by, text + at + strlen (find));
}

static Regeln *
load (const char *base, const char *city, GError **error)
{
  g_autoptr (GBytes) bb = g_bytes_new (base, strlen (base));
  g_autoptr (GBytes) pb = g_bytes_new (city, strlen (city));
  g_autoptr (Doc) b = doc_open (bb, "regeln.xml", error);
  g_autoptr (Doc) p = b ? doc_open (pb, "profil.xml", error) : NULL;
  g_autoptr (Regeln) r = p ? regeln_new (b, p, error) : NULL;
  return r && route_check_rules (r, error) ? g_steal_pointer (&r) : NULL;
}

/* One line of a file is changed; the refusal has the file, the line and both words. */
typedef struct {
  const char *name;
  gboolean city;
  const char *find, *by;
  const char *wrong, *expected;
} Fault;

#define BASE "templates/nrw/regeln.xml"
#define CITY "templates/dortmund/profil.xml"
#define END_OF_CITY "<briefkopf stueck=\"vorlage\" kennung=\"vorlage\"/>"
#define ACCEPTED "<ergebnis code=\"empfohlen\" wort=\"empfohlen\" zulaessig=\"empfehlung anhoerung\""
#define SIGN "<wirkt><unterschreiben fertig=\"mitgezeichnet\"/></wirkt>"

static const Fault faults[] = {
  { "key-twice", FALSE, "<rolle code=\"revision\" wort=\"Revision\"/>",
    "<rolle code=\"freigabe\" wort=\"Freigabe\"/>", "freigabe", "ersetzt" },
  { "key-twice-in-city", TRUE, END_OF_CITY, "<rolle code=\"freigabe\" wort=\"Chefetage\"/>", "freigabe",
    "ersetzt" },
  { "state-twice", FALSE, "<zustand code=\"mitgezeichnet\" wort=\"mitgezeichnet\" text=\"frei\"/>",
    "<zustand code=\"entwurf\" wort=\"Entwurf\" text=\"frei\"/>", "entwurf", "ersetzt" },
  { "step-twice", FALSE, "<schritt name=\"verwerfen\" wort=\"Entwurf verwerfen\" von=\"entwurf\"",
    "<schritt name=\"vorlegen\" wort=\"Entwurf verwerfen\" von=\"entwurf\"", "Schritt", "ersetzt" },
  { "state-from", FALSE, "name=\"vorlegen\" wort=\"zur Mitzeichnung vorlegen\" von=\"entwurf ",
    "name=\"vorlegen\" wort=\"zur Mitzeichnung vorlegen\" von=\"entwuerfe ", "entwuerfe", "Zustand" },
  { "state-to", FALSE, "von=\"mitgezeichnet\" nach=\"freigegeben\"",
    "von=\"mitgezeichnet\" nach=\"befreit\"", "befreit", "Zustand" },
  { "state-first", FALSE, "<ablauf name=\"vorlage\" wie=\"papier\" anfang=\"entwurf\">",
    "<ablauf name=\"vorlage\" wie=\"papier\" anfang=\"idee\">", "idee", "Zustand" },
  { "state-of-effect", FALSE, SIGN, "<wirkt><unterschreiben fertig=\"unterschrieben\"/></wirkt>",
    "unterschrieben", "Zustand" },
  { "state-of-station", FALSE, "<diese-station zustand=\"abgeschlossen\" votum=\"dafuer\"/>",
    "<diese-station zustand=\"vorbei\" votum=\"dafuer\"/>", "vorbei", "Zustand" },
  { "state-of-paper", FALSE, "<vorlage zustand=\"zurueckgezogen\"/>", "<vorlage zustand=\"gelesen\"/>",
    "gelesen", "Zustand" },
  { "guard", FALSE, "<pruefe waechter=\"vier-augen\"/>", "<pruefe waechter=\"sechs-augen\"/>",
    "sechs-augen", "vier-augen" },
  { "guard-without-function", TRUE, END_OF_CITY,
    "<waechter name=\"wetter\" art=\"sperrt\" quelle=\"Himmel\"><ablehnung>Es regnet.</ablehnung>"
    "<abhilfe>Warten.</abhilfe></waechter>",
    "wetter", "" },
  { "role", FALSE, "rolle=\"mitzeichnung freigabe\"", "rolle=\"mitzeichnung pforte\"", "pforte",
    "sitzungsdienst" },
  { "role-that-overrides", FALSE, "quelle=\"Ablauf der Sitzung\" uebergehen=\"sitzungsdienst\"",
    "quelle=\"Ablauf der Sitzung\" uebergehen=\"hausmeister\"", "hausmeister", "sitzungsdienst" },
  { "asks-nobody", FALSE, "art=\"fragt\" quelle=\"Ablauf der Sitzung\" uebergehen=\"sitzungsdienst\"",
    "art=\"fragt\" quelle=\"Ablauf der Sitzung\"", "sitzung-eroeffnet", "uebergehen mit Rollen" },
  { "bars-somebody", FALSE, "art=\"fragt\" quelle=\"Ablauf der Sitzung\"",
    "art=\"sperrt\" quelle=\"Ablauf der Sitzung\"", "sitzung-eroeffnet", "kein Attribut uebergehen" },
  { "asks-for-input", FALSE, "art=\"fragt\" quelle=\"Ablauf der Sitzung\"",
    "art=\"fragt\" quelle=\"Ablauf der Sitzung\" eingabe=\"ja\"", "sitzung-eroeffnet",
    "art=\"sperrt\"" },
  { "effect", FALSE, SIGN, "<wirkt><zaubern/></wirkt>", "zaubern", "Wirkungen" },
  { "effect-of-outcome", TRUE, END_OF_CITY,
    "<ergebnis code=\"zugerufen\" wort=\"zugerufen\" zulaessig=\"beschluss\"><zaubern/></ergebnis>",
    "zaubern", "diese-station" },
  { "placeholder", FALSE, "Die Reihenfolge von {stationen} am selben Tag ist offen.",
    "Die Reihenfolge von {orten} am selben Tag ist offen.", "{orten}", "stationen" },
  { "placeholder-of-help", FALSE, "<abhilfe>Zurückgeben kann {naechste} oder",
    "<abhilfe>Zurückgeben kann {chefin} oder", "{chefin}", "naechste" },
  { "placeholder-of-step", FALSE, "nicht zu: es hat die Rolle {rollen}.",
    "nicht zu: es hat die Rolle {wuerde}.", "{wuerde}", "rollen" },
  { "placeholder-open", FALSE, "Die Reihenfolge von {stationen} am", "Die Reihenfolge von {stationen am",
    "folge-eindeutig", "stationen" },
  { "zustaendigkeit", FALSE, ACCEPTED,
    "<ergebnis code=\"empfohlen\" wort=\"empfohlen\" zulaessig=\"empfehlung zuruf\"", "zuruf",
    "anhoerung" },
  { "zustaendigkeit-of-effect", FALSE, "<offene-stationen grund=\"ueberholt\" ausser=\"kenntnisnahme\"",
    "<offene-stationen grund=\"ueberholt\" ausser=\"kenntnis\"", "kenntnis", "kenntnisnahme" },
  { "reason-of-effect", FALSE, "<offene-stationen grund=\"ueberholt\"",
    "<offene-stationen grund=\"egal\"", "egal", "ueberholt" },
  { "state-of-urgency", FALSE, "<genehmigung-vorsehen zustand=\"eilentschieden\"",
    "<genehmigung-vorsehen zustand=\"eilig\"", "eilig", "Zustand" },
  { "role-of-approval", FALSE, "zustand=\"eilentschieden\" zustaendigkeit=\"genehmigung\"",
    "zustand=\"eilentschieden\" zustaendigkeit=\"zuruf\"", "zuruf", "genehmigung" },
  { "role-of-station", FALSE, "<station-wird zustaendigkeit=\"eilentscheidung\"/>",
    "<station-wird zustaendigkeit=\"zuruf\"/>", "zuruf", "eilentscheidung" },
  { "mark-of-effect", FALSE, "<spaetere-stationen kennzeichen=\"vorberatung-offen\"/>",
    "<spaetere-stationen kennzeichen=\"offen\"/>", "offen", "vorberatung-offen" },
  { "mark-of-new-station", FALSE, "termin=\"genannt\" kennzeichen=\"vorberatung-offen\"/>",
    "termin=\"genannt\" kennzeichen=\"wartet\"/>", "wartet", "vorberatung-offen" },
  { "mark-of-value", FALSE, "<kennzeichnen kennzeichen=\"zweite-ladung\"/>",
    "<kennzeichnen kennzeichen=\"dritte-ladung\"/>", "dritte-ladung", "zweite-ladung" },
  { "role-of-new-station", FALSE, "<neue-station gremium=\"genannte\" zustaendigkeit=\"empfehlung\"",
    "<neue-station gremium=\"genannte\" zustaendigkeit=\"zuruf\"", "zuruf", "anhoerung" },
  { "state-of-all", FALSE, "<gesamtergebnis code=\"abgelehnt\"", "<gesamtergebnis code=\"verneint\"",
    "verneint", "Zustand" },
  { "outcome-of-all", FALSE, "aus=\"abgelehnt erledigt", "aus=\"verneint erledigt", "verneint",
    "abgelehnt" },
  { "state-of-rest", FALSE, "<ruhen zustand=\"ruhend\"", "<ruhen zustand=\"schlafend\"", "schlafend",
    "Zustand" },
  { "state-behind-rest", FALSE, "sonst=\"in-beratung\"", "sonst=\"wach\"", "wach", "Zustand" },
  { "machine", FALSE,
    "ablauf=\"antrag\" zaehler=\"drucksachen\" nummer-bei=\"eingang\" entscheidung=\"ja\"",
    "ablauf=\"antraege\" zaehler=\"drucksachen\" nummer-bei=\"eingang\" entscheidung=\"ja\"", "antraege",
    "antrag" },
  { "number-range", FALSE, "zaehler=\"drucksachen\" nummer-bei=\"freigeben\" entscheidung=\"ja\"",
    "zaehler=\"sachen\" nummer-bei=\"freigeben\" entscheidung=\"ja\"", "sachen", "drucksachen" },
  { "number-step", FALSE, "zaehler=\"drucksachen\" nummer-bei=\"freigeben\" entscheidung=\"ja\"",
    "zaehler=\"drucksachen\" nummer-bei=\"mitzeichnen\" entscheidung=\"ja\"", "mitzeichnen",
    "freigeben" },
  { "machine-like", TRUE, END_OF_CITY, "<ablauf name=\"petition\" wie=\"pappe\"/>", "pappe", "papier" },
  { "machine-like-itself", TRUE, END_OF_CITY, "<ablauf name=\"petition\" wie=\"petition\"/>",
    "wie er selbst", "ein anderer Ablauf" },
  { "state-of-nobody", FALSE, "von=\"freigegeben eingegangen eingereicht",
    "von=\"freigegeben angekommen eingereicht", "angekommen", "Zustand" },
  { "section", FALSE, "<pflicht abschnitt=\"fragen\"/>", "<pflicht abschnitt=\"antworten\"/>",
    "antworten", "fragen" },
};

static void
assert_fault (gconstpointer data)
{
  const Fault *f = data;
  guint line = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = f->city ? shipped (BASE) : changed (BASE, f->find, f->by, &line);
  g_autofree char *city = f->city ? changed (CITY, f->find, f->by, &line) : shipped (CITY);
  g_autofree char *place =
    g_strdup_printf ("%s, Zeile %u: ", f->city ? "profil.xml" : "regeln.xml", line);
  g_assert_null (load (base, city, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_nonnull (strstr (error->message, f->wrong));
  g_assert_nonnull (strstr (error->message, f->expected));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* -- replacing -- */

static Regeln *
load_city (const char *more)
{
  guint line;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = shipped (BASE);
  g_autofree char *city = changed (CITY, END_OF_CITY, more, &line);
  Regeln *r = load (base, city, &error);
  g_assert_no_error (error);
  return r;
}

static void
city_replaces_a_word (void)
{
  g_assert_cmpstr (regeln_word (rules (), "abschnittsart", "zustaendigkeit"), ==,
                   "Zuständigkeit des Rates");
  g_autoptr (Regeln) r = load_city (
    "<ergebnis code=\"empfohlen\" wort=\"befürwortet\" zulaessig=\"empfehlung\" ersetzt=\"ja\">"
    "<diese-station zustand=\"abgeschlossen\" votum=\"dafuer\"/></ergebnis>");
  g_autoptr (GPtrArray) mine = regeln_entries (r, "ergebnis");
  g_autoptr (GPtrArray) shipped_ones = regeln_entries (rules (), "ergebnis");
  g_assert_cmpstr (regeln_word (r, "ergebnis", "empfohlen"), ==, "befürwortet");
  g_assert_cmpuint (mine->len, ==, shipped_ones->len);
  g_assert_true (node_is (regeln_entry (r, "ergebnis", "empfohlen"), "zulaessig", "empfehlung"));
}

static void
city_adds_an_outcome (void)
{
  g_autoptr (Regeln) r = load_city (
    "<ergebnis code=\"mit-auflagen\" wort=\"mit Auflagen empfohlen\" zulaessig=\"empfehlung\">"
    "<diese-station zustand=\"abgeschlossen\" votum=\"keines\"/></ergebnis>");
  g_assert_cmpstr (regeln_word (r, "ergebnis", "mit-auflagen"), ==, "mit Auflagen empfohlen");
  g_assert_cmpstr (regeln_word (r, "ergebnis", "empfohlen"), ==, "empfohlen");
}

static void
city_replaces_a_guard (void)
{
  g_autoptr (Regeln) r =
    load_city ("<waechter name=\"vier-augen\" art=\"sperrt\" quelle=\"Dienstanweisung\" ersetzt=\"ja\">"
               "<ablehnung>{benutzer} hat {kennung} selbst geschrieben.</ablehnung>"
               "<abhilfe>Jemand anderes gibt frei.</abhilfe></waechter>");
  g_assert_true (node_is (regeln_entry (r, "waechter", "vier-augen"), "quelle", "Dienstanweisung"));
}

/* A step is known by its name and states; the others of its machine stay. */
static void
city_replaces_a_step (void)
{
  g_autoptr (Regeln) r = load_city (
    "<ablauf name=\"vorlage\"><schritt name=\"verwerfen\" wort=\"in den Papierkorb\" von=\"entwurf\" "
    "nach=\"verworfen\" rolle=\"freigabe\" liest=\"selbst\" ersetzt=\"ja\"><wirkt><zustand-wechseln/></wirkt>"
    "</schritt></ablauf>");
  g_autoptr (GPtrArray) mine = regeln_schritte (r, "vorlage");
  g_autoptr (GPtrArray) before = regeln_schritte (rules (), "vorlage");
  g_assert_cmpuint (mine->len, ==, before->len);
  g_assert_true (node_is (regeln_schritt (r, "vorlage", "verwerfen", "entwurf"), "rolle", "freigabe"));
  g_assert_nonnull (regeln_schritt (r, "vorlage", "vorlegen", "entwurf"));
  g_assert_cmpstr (regeln_anfang (r, "vorlage"), ==, "entwurf");
}

/* A machine like another one has its states and steps; where both have a step, its own goes first. */
static void
machine_like_another (void)
{
  g_autoptr (Regeln) r = load_city ("<ablauf name=\"petition\" wie=\"antrag\" anfang=\"eingegangen\">"
                                    "<zustand code=\"eingegangen\" wort=\"liegt vor\" text=\"fest\"/>"
                                    "<schritt name=\"verfallen\" wort=\"weglegen\" von=\"eingegangen\" "
                                    "nach=\"verfallen\" rolle=\"freigabe\" liest=\"selbst\"/></ablauf>");
  const xmlNode *own = regeln_schritt (r, "petition", "verfallen", "eingegangen");
  const xmlNode *later = regeln_schritt (r, "petition", "verfallen", "in-beratung");
  g_assert_cmpstr (regeln_zustand_wort (r, "petition", "eingegangen"), ==, "liegt vor");
  g_assert_cmpstr (regeln_zustand_wort (r, "petition", "eingereicht"), ==,
                   "zur Tagesordnung angemeldet");
  g_assert_cmpstr (regeln_zustand_wort (r, "petition", "beschlossen"), ==, "beschlossen");
  g_assert_true (node_is (own, "rolle", "freigabe"));
  g_assert_true (node_is (later, "rolle", "sitzungsdienst"));
  g_assert_true (node_is (later, "von", "eingereicht in-beratung ruhend zurueckverwiesen"));
  g_assert_nonnull (regeln_schritt (r, "petition", "eingang", NULL));
  g_assert_null (regeln_schritt (r, "petition", "freigeben", "*"));
  g_assert_null (regeln_schritt (r, "antrag", "ausgeben", "freigegeben"));
  g_assert_nonnull (regeln_schritt (r, "vorlage", "ausgeben", "freigegeben"));
}

/* -- nothing dead -- */

/* Names of the elements below @n in the schema's definition of effects. */
static void
schema_effects (const xmlNode *n, GHashTable *into)
{
  for (const xmlNode *c = n->children; c; c = c->next) {
    if (c->type != XML_ELEMENT_NODE)
      continue;
    g_autofree xmlChar *name = xmlGetProp ((xmlNode *) c, (const xmlChar *) "name");
    if (g_str_equal (c->name, "element"))
      g_hash_table_add (into, g_strdup ((char *) name));
    else
      schema_effects (c, into);
  }
}

static GHashTable *
effects_of_schema (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) schema = doc_parse_resource ("engine/schema/regeln.rng", &error);
  g_assert_no_error (error);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (xmlNode *d = xmlDocGetRootElement (schema)->children; d; d = d->next) {
    g_autofree xmlChar *name =
      d->type == XML_ELEMENT_NODE ? xmlGetProp (d, (const xmlChar *) "name") : NULL;
    if (name && g_str_equal (name, "wirkungen"))
      schema_effects (d, names);
  }
  g_assert_cmpuint (g_hash_table_size (names), >, 10);
  return names;
}

static void
note_effects (const xmlNode *list, GHashTable *into)
{
  NODE_EACH (n, list, NULL) {
    g_hash_table_add (into, g_strdup ((const char *) n->name));
    note_effects (n, into);
  }
}

static GHashTable *
effects_of_rules (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) outcomes = regeln_entries (rules (), "ergebnis");
  for (guint i = 0; i < outcomes->len; i++)
    note_effects (outcomes->pdata[i], names);
  NODE_EACH (a, doc_root (regeln_base (rules ())), "ablauf")
    NODE_EACH (s, a, "schritt")
      note_effects (node_child (s, "wirkt"), names);
  return names;
}

static void
assert_same_names (GHashTable *a, GHashTable *b)
{
  GHashTableIter it;
  gpointer name;
  g_hash_table_iter_init (&it, a);
  while (g_hash_table_iter_next (&it, &name, NULL)) {
    g_test_message ("%s", (char *) name);
    g_assert_true (g_hash_table_contains (b, name));
  }
  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
}

static void
effects_are_alive (void)
{
  g_autoptr (GHashTable) functions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) schema = effects_of_schema ();
  g_autoptr (GHashTable) used = effects_of_rules ();
  for (guint t = 0; effect_tables[t]; t++)
    for (const Effect *e = effect_tables[t]; e->name; e++) {
      g_assert_true (g_hash_table_add (functions, g_strdup (e->name)));
      g_assert_true (effect_find (e->name) == e);
    }
  assert_same_names (functions, schema);
  assert_same_names (functions, used);
}

/* Asked by a step of some machine. */
static gboolean
is_asked (const char *waechter)
{
  NODE_EACH (a, doc_root (regeln_base (rules ())), "ablauf")
    NODE_EACH (s, a, "schritt")
      if (node_find (s, "pruefe", "waechter", waechter))
        return TRUE;
  return FALSE;
}

/* Each function has its refusal and is asked; each refusal has its function, or belongs to the step itself. */
static void
guards_are_alive (void)
{
  static const char *const own[] = { "rolle", "vertretung", "zustand", "grund", "text-fest" };
  guint functions = 0;
  for (guint t = 0; guard_tables[t]; t++)
    for (const Guard *g = guard_tables[t]; g->name; g++, functions++) {
      g_test_message ("%s", g->name);
      g_assert_true (guard_find (g->name) == g);
      g_assert_nonnull (regeln_entry (rules (), "waechter", g->name));
      g_assert_true (is_asked (g->name));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++) {
    g_assert_nonnull (regeln_entry (rules (), "waechter", own[i]));
    g_assert_null (guard_find (own[i]));
  }
  g_autoptr (GPtrArray) entries = regeln_entries (rules (), "waechter");
  g_assert_cmpuint (entries->len, ==, functions + G_N_ELEMENTS (own));
}

/* Each placeholder that a guard fills stands in its refusal or its help. */
static void
placeholders_are_alive (void)
{
  for (guint t = 0; guard_tables[t]; t++)
    for (const Guard *g = guard_tables[t]; g->name; g++) {
      g_autofree char *text = node_text (regeln_entry (rules (), "waechter", g->name));
      g_auto (GStrv) names = g_strsplit (g->platzhalter, " ", -1);
      for (guint i = 0; names[i] && *names[i]; i++) {
        g_autofree char *braced = g_strdup_printf ("{%s}", names[i]);
        g_test_message ("%s %s", g->name, braced);
        g_assert_nonnull (strstr (text, braced));
      }
    }
}

/* A guard that asks may be overridden by somebody, one that bars by nobody. */
static void
kinds_of_guard (void)
{
  g_autoptr (GPtrArray) entries = regeln_entries (rules (), "waechter");
  for (guint i = 0; i < entries->len; i++) {
    const xmlNode *n = entries->pdata[i];
    g_test_message ("%s", node_get (n, "name"));
    g_assert_true (node_is (n, "art", "fragt") == (node_get (n, "uebergehen") != NULL));
    g_assert_false (node_is (n, "art", "fragt") && node_is (n, "eingabe", "ja"));
  }
}

/* What a body truly did can be recorded: each guard that a result meets asks only.  It bars where there is
 * nothing to record (the result is there already, the changed text is missing), and where only the plan for the
 * next station is wrong: that may be left out. */
static void
results_can_be_recorded (void)
{
  static const char *const bars[] = { "station-offen",
                                      "text-pflicht",
                                      "genannter-termin-ist-sitzung",
                                      "genannter-termin-spaeter",
                                      "ziele-bekannt",
                                      "ziffern-richtig",
                                      "namentlich-richtig",
                                      "fassung-bekannt",
                                      "station-intern",
                                      "internes-ergebnis",
                                      NULL };
  guint asked = 0;
  NODE_EACH (a, doc_root (regeln_base (rules ())), "ablauf")
    NODE_EACH (s, a, "schritt")
      NODE_EACH (p, node_path (s, "wirkt", "ergebnis-eintragen") ? s : NULL, "pruefe") {
        const char *name = node_get (p, "waechter");
        const xmlNode *guard = regeln_entry (rules (), "waechter", name);
        g_test_message ("%s", name);
        g_assert_true (node_is (guard, "art", g_strv_contains (bars, name) ? "sperrt" : "fragt"));
        g_assert_true (g_strv_contains (bars, name) || node_is (guard, "uebergehen", "sitzungsdienst"));
        asked++;
      }
  g_assert_cmpuint (asked, >, 10);
}

/* Rights, planning, schema and numbers bar everybody. */
static void
what_bars (void)
{
  static const char *const bars[] = { "rolle",           "vertretung",         "zustand",
                                      "grund",           "vier-augen",         "zaehler-nicht-zurueck",
                                      "nummer-frei",     "termin-ist-sitzung", "gremien-bekannt",
                                      "stellen-bekannt", "folge-eindeutig" };
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    g_assert_true (node_is (regeln_entry (rules (), "waechter", bars[i]), "art", "sperrt"));
}

/* Every state but the first of its machine is the end of some step or effect. */
static void
states_are_reached (void)
{
  g_autofree char *text = shipped (BASE);
  NODE_EACH (a, doc_root (regeln_base (rules ())), "ablauf")
    NODE_EACH (z, a, "zustand") {
      const char *code = node_get (z, "code");
      g_autofree char *to = g_strdup_printf ("nach=\"%s\"", code);
      g_autofree char *effect = g_strdup_printf ("zustand=\"%s\"", code);
      g_autofree char *ready = g_strdup_printf ("fertig=\"%s\"", code);
      gboolean of_all = regeln_entry (rules (), "gesamtergebnis", code) != NULL;
      gboolean station = node_is (a, "name", "station"); /* its states are set by effects in C */
      g_test_message ("%s %s", node_get (a, "name"), code);
      g_assert_true (station || node_is (a, "anfang", code) || strstr (text, to) ||
                     strstr (text, effect) || strstr (text, ready) || of_all);
    }
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *name = g_strdup_printf ("/rules/refused/%s", faults[i].name);
    g_test_add_data_func (name, &faults[i], assert_fault);
  }
  g_test_add_func ("/rules/city/word", city_replaces_a_word);
  g_test_add_func ("/rules/city/outcome", city_adds_an_outcome);
  g_test_add_func ("/rules/city/guard", city_replaces_a_guard);
  g_test_add_func ("/rules/city/step", city_replaces_a_step);
  g_test_add_func ("/rules/city/machine-like-another", machine_like_another);
  g_test_add_func ("/rules/alive/effects", effects_are_alive);
  g_test_add_func ("/rules/alive/guards", guards_are_alive);
  g_test_add_func ("/rules/alive/placeholders", placeholders_are_alive);
  g_test_add_func ("/rules/alive/kinds", kinds_of_guard);
  g_test_add_func ("/rules/kinds/results", results_can_be_recorded);
  g_test_add_func ("/rules/kinds/bars", what_bars);
  g_test_add_func ("/rules/alive/states", states_are_reached);
  return g_test_run ();
}
