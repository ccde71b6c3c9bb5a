/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* einlesen, schritt, station, ergebnis, benutzer: what changes documents. */
#include "ui/cli/cli.h"
#include "base/text.h"
#include <string.h>

static char **an;
static char *umfang, *anlass, *durch, *fassung, *schritt, *ziffern;
static gboolean ohne_rueckkehr, mit_rueckkehr;
static char *text_file, *stimmen, *wort, *termin, *rollen, *stelle, *anmeldung, *rest, *um;
static char **fraktion, **namentlich;
static gboolean geheim, los;

const GOptionEntry options_einlesen[] = {
  { "schritt", 0, 0, G_OPTION_ARG_FILENAME, &schritt,
    "nach der Einreichung: korrigieren, nachreichen oder neufassen", "NAME" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};
const GOptionEntry options_schritt[] = {
  { "text", 0, 0, G_OPTION_ARG_FILENAME, &text_file, "geänderter Wortlaut", "DATEI" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};
const GOptionEntry options_ergebnis[] = {
  { "stimmen", 0, 0, G_OPTION_ARG_FILENAME, &stimmen, "Stimmenzahlen",
    "ja=N,nein=N,enthaltung=N,ungueltig=N,nicht-abgestimmt=N" },
  { "fraktion", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &fraktion, "Stimmen einer Fraktion; auch mehrmals",
    "NAME:ja=N,nein=N" },
  { "namentlich", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &namentlich,
    "wer wie gestimmt hat; auch mehrmals: ja=..., nein=...", "ja=PERSON,PERSON" },
  { "geheim", 0, 0, G_OPTION_ARG_NONE, &geheim, "geheim abgestimmt", NULL },
  { "los", 0, 0, G_OPTION_ARG_NONE, &los, "gewaehlt: durch Los", NULL },
  { "um", 0, 0, G_OPTION_ARG_FILENAME, &um, "Uhrzeit der Abstimmung", "hh:mm" },
  { "abstimmung", 0, 0, G_OPTION_ARG_FILENAME, &wort, "ohne Zahlen, z. B. einstimmig", "TEXT" },
  { "text", 0, 0, G_OPTION_ARG_FILENAME, &text_file, "geänderter Wortlaut", "DATEI" },
  { "termin", 0, 0, G_OPTION_ARG_FILENAME, &termin, "Termin der neuen Station", "DATUM" },
  { "an", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &an, "verwiesen: wohin; auch mehrmals", "GREMIUM" },
  { "mit-rueckkehr", 0, 0, G_OPTION_ARG_NONE, &mit_rueckkehr, "verwiesen: kommt danach zurück", NULL },
  { "ohne-rueckkehr", 0, 0, G_OPTION_ARG_NONE, &ohne_rueckkehr, "verwiesen: kommt nicht zurück", NULL },
  { "umfang", 0, 0, G_OPTION_ARG_FILENAME, &umfang, "zurückgezogen: nur von dieser Sitzung, oder ganz",
    "sitzung|ganz" },
  { "anlass", 0, 0, G_OPTION_ARG_FILENAME, &anlass, "nicht behandelt: weshalb, z. B. beschlussunfaehig",
    "ANLASS" },
  { "durch", 0, 0, G_OPTION_ARG_FILENAME, &durch, "erledigt: durch welche Drucksache", "KENNUNG" },
  { "ziffern", 0, 0, G_OPTION_ARG_FILENAME, &ziffern, "teilweise: jede Ziffer mit ihrem Ergebnis",
    "1=CODE,2=CODE" },
  { "fassung", 0, 0, G_OPTION_ARG_FILENAME, &fassung, "über welche Fassung abgestimmt wurde", "N" },
  { "rest", 0, 0, G_OPTION_ARG_FILENAME, &rest,
    "alle TOP der Sitzung, deren Vorlage noch offen ist, gemeinsam", "wie-vorlage|CODE" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};
const GOptionEntry options_benutzer[] = {
  { "rolle", 0, 0, G_OPTION_ARG_FILENAME, &rollen, "Rollen, durch Komma getrennt", "ROLLE" },
  { "stelle", 0, 0, G_OPTION_ARG_FILENAME, &stelle, "Stelle des Kontos", "KENNUNG" },
  { "anmeldung", 0, 0, G_OPTION_ARG_FILENAME, &anmeldung,
    "Anmeldenamen des Betriebssystems, durch Komma getrennt (sonst der eigene)", "NAME" },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

static int
answer (Call *c, Ratsweg *r, RatswegAnswer *take)
{
  g_autoptr (RatswegAnswer) a = take;
  if (r)
    say_warnings (r);
  return a ? say_answer (c, a) : -1;
}

static GHashTable *
new_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* "name=wert" into the table; each name once. */
static gboolean
add_value (GHashTable *values, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  if (!equals || equals == text)
    return fail (error, RATSWEG_ERROR_USAGE, "„%s“ ist kein name=wert.", text);
  g_autofree char *name = g_strndup (text, (gsize) (equals - text));
  if (g_hash_table_contains (values, name))
    return fail (error, RATSWEG_ERROR_USAGE, "„%s“ steht doppelt.", name);
  g_hash_table_insert (values, g_steal_pointer (&name), g_strdup (equals + 1));
  return TRUE;
}

/* What the engine refuses under a name of its own is refused here under the option's. */
static gboolean
is_clean (const char *value, const char *option, GError **error)
{
  g_autofree char *clean = value ? text_take (value, option, error) : NULL;
  return !value || clean;
}

int
cmd_einlesen (Call *c, GError **error)
{
  RatswegOptions o = cli_options (c);
  o.schritt = schritt;
  if (!is_clean (schritt, "--schritt", error))
    return -1;
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  return r ? answer (c, r, ratsweg_check_in (r, (const char *const *) c->words, &o, error)) : -1;
}

/* Reasons may also be given as grund=..., as in a form. */
static char *
take_reason (GHashTable *values, RatswegOptions *o)
{
  gpointer key = NULL, value = NULL;
  if (o->grund || !g_hash_table_steal_extended (values, "grund", &key, &value))
    return NULL;
  g_free (key);
  o->grund = value;
  return value;
}

/* A Kennung may have a comma itself. */
static gboolean
is_one (Ratsweg *r, const char *words)
{
  g_autoptr (GBytes) known = strchr (words, ',') ? ratsweg_show (r, words, 0, NULL, NULL) : NULL;
  return known || !strchr (words, ',');
}

/* Each by itself: one that is refused keeps nobody else waiting.  The status is the worst of all. */
static int
step_each (Call *c, Ratsweg *r, GHashTable *values, const RatswegOptions *o, GError **error)
{
  g_auto (GStrv) names = g_strsplit (c->words[0], ",", -1);
  guint taken = 0, all = g_strv_length (names);
  int worst = 0;
  for (guint i = 0; i < all; i++) {
    g_autoptr (GError) wrong = NULL;
    g_autoptr (RatswegAnswer) a = ratsweg_step (r, names[i], c->words[1], values, text_file, o, &wrong);
    if (!a && error_exit_status (wrong) >= 3) {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return -1;
    }
    say ("%s:\n", names[i]);
    if (!a)
      complain ("%s: %s\n", names[i], wrong->message);
    int status = a ? say_answer (c, a) : error_exit_status (wrong);
    taken += status == 0 ? 1 : 0;
    worst = MAX (worst, status);
  }
  say_warnings (r);
  say ("%u von %u %s.\n", taken, all, o->probe ? "gingen" : "getan");
  return worst;
}

int
cmd_schritt (Call *c, GError **error)
{
  RatswegOptions o = cli_options (c);
  g_autoptr (GHashTable) values = new_values ();
  for (guint i = 2; i < c->n_words; i++)
    if (!add_value (values, c->words[i], error))
      return -1;
  g_autofree char *grund = take_reason (values, &o);
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  if (!r)
    return -1;
  if (is_one (r, c->words[0]))
    return answer (c, r, ratsweg_step (r, c->words[0], c->words[1], values, text_file, &o, error));
  if (!c->xml && !c->anfrage)
    return step_each (c, r, values, &o, error);
  fail (error, RATSWEG_ERROR_USAGE, "--xml und --anfrage gehen nur mit einer einzigen Kennung.");
  return -1;
}

int
cmd_station (Call *c, GError **error)
{
  static const char *const kinds[] = { "hinzufuegen", "verlegen", "streichen", NULL };
  RatswegOptions o = cli_options (c);
  g_autoptr (GHashTable) values = new_values ();
  if (!g_strv_contains (kinds, c->words[1])) {
    fail (error, RATSWEG_ERROR_USAGE,
          "„%s“ ist unbekannt; erwartet wird hinzufuegen, verlegen oder streichen.", c->words[1]);
    return -1;
  }
  gboolean adds = g_str_equal (c->words[1], "hinzufuegen");
  for (guint i = 2; i < c->n_words; i++) {
    gboolean plain = i == 2 && !strchr (c->words[i], '=');
    if (plain)
      g_hash_table_insert (values, g_strdup (adds ? "gremium" : "station"), g_strdup (c->words[i]));
    else if (!add_value (values, c->words[i], error))
      return -1;
  }
  g_autofree char *grund = take_reason (values, &o);
  g_autofree char *step = g_strconcat ("station-", c->words[1], NULL);
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  return r ? answer (c, r, ratsweg_step (r, c->words[0], step, values, NULL, &o, error)) : -1;
}

static gboolean
add_votes (GHashTable *values, GError **error)
{
  static const char *const names[] = {
    "ja", "nein", "enthaltung", "ungueltig", "nicht-abgestimmt", NULL
  };
  g_auto (GStrv) parts = g_strsplit (stimmen ? stimmen : "", ",", -1);
  for (guint i = 0; parts[i]; i++) {
    g_autofree char *name = g_strndup (parts[i], strcspn (parts[i], "="));
    if (!g_strv_contains (names, name))
      return fail (error, RATSWEG_ERROR_USAGE,
                   "--stimmen %s: „%s“ ist unbekannt; erwartet wird ja=N,nein=N,enthaltung=N, wahlweise "
                   "ungueltig=N,nicht-abgestimmt=N.",
                   stimmen, name);
    if (!add_value (values, parts[i], error))
      return FALSE;
  }
  return TRUE;
}

/* What depends on the outcome; the rules say which takes what. */
static gboolean
add_result_values (GHashTable *values, GError **error)
{
  const struct {
    const char *name, *option, *value;
  } rows[] = { { "termin", "--termin", termin },    { "wort", "--abstimmung", wort },
               { "umfang", "--umfang", umfang },    { "anlass", "--anlass", anlass },
               { "durch", "--durch", durch },       { "fassung", "--fassung", fassung },
               { "ziffern", "--ziffern", ziffern }, { "um", "--um", um } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (!is_clean (rows[i].value, rows[i].option, error))
      return FALSE;
    if (rows[i].value)
      g_hash_table_insert (values, g_strdup (rows[i].name), g_strdup (rows[i].value));
  }
  if (an)
    g_hash_table_insert (values, g_strdup ("an"), g_strjoinv (",", an));
  if (fraktion)
    g_hash_table_insert (values, g_strdup ("fraktionen"), g_strjoinv (";", fraktion));
  if (namentlich)
    g_hash_table_insert (values, g_strdup ("namentlich"), g_strjoinv (";", namentlich));
  if (geheim)
    g_hash_table_insert (values, g_strdup ("geheim"), g_strdup ("ja"));
  if (los)
    g_hash_table_insert (values, g_strdup ("los"), g_strdup ("ja"));
  if (mit_rueckkehr && ohne_rueckkehr)
    return fail (error, RATSWEG_ERROR_USAGE, "--mit-rueckkehr und --ohne-rueckkehr schließen sich aus.");
  if (mit_rueckkehr || ohne_rueckkehr)
    g_hash_table_insert (values, g_strdup ("rueckkehr"), g_strdup (mit_rueckkehr ? "ja" : "nein"));
  return TRUE;
}

/* A sitting has a slash and a day in its Kennung, and so may a paper's number: the store knows which it is. */
static RatswegAnswer *
take_result (Call *c, Ratsweg *r, GHashTable *values, const RatswegOptions *o, GError **error)
{
  gboolean sitting = FALSE;
  if (!ratsweg_is_sitting (r, c->words[0], &sitting, error))
    return NULL;
  if (sitting || rest)
    return ratsweg_results (r, c->words[0], rest ? NULL : c->words[1], values, text_file, o, error);
  g_hash_table_insert (values, g_strdup ("station"), g_strdup (c->words[1]));
  return ratsweg_step (r, c->words[0], "ergebnis", values, text_file, o, error);
}

int
cmd_ergebnis (Call *c, GError **error)
{
  RatswegOptions o = cli_options (c);
  g_autoptr (GHashTable) values = new_values ();
  if (c->n_words != (rest ? 1 : 3)) {
    fail (
      error, RATSWEG_ERROR_USAGE,
      "Aufruf: ratsweg ergebnis KENNUNG GREMIUM[/DATUM] CODE, ratsweg ergebnis SITZUNG TOP[,TOP...] CODE "
      "oder ratsweg ergebnis SITZUNG --rest wie-vorlage");
    return -1;
  }
  if (!is_clean (rest, "--rest", error))
    return -1;
  g_hash_table_insert (values, g_strdup ("code"), g_strdup (rest ? rest : c->words[2]));
  if (!add_result_values (values, error) || !add_votes (values, error))
    return -1;
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  return r ? answer (c, r, take_result (c, r, values, &o, error)) : -1;
}

int
cmd_benutzer (Call *c, GError **error)
{
  RatswegOptions o = cli_options (c);
  if (c->n_words == 0) {
    RatswegFilter f = { .was = "benutzer" };
    g_autoptr (Ratsweg) r = cli_open_to_read (c, error);
    g_autoptr (Table) t = r ? ratsweg_list (r, &f, error) : NULL;
    if (t)
      say_table (c, t, "Kein Konto.");
    return t ? 0 : -1;
  }
  if (!g_str_equal (c->words[0], "anlegen") || c->n_words != 2 || !rollen) {
    fail (
      error, RATSWEG_ERROR_USAGE,
      "Aufruf: ratsweg benutzer anlegen KENNUNG --rolle ROLLE[,ROLLE] [--stelle STELLE] [--anmeldung NAME]");
    return -1;
  }
  if (!is_clean (rollen, "--rolle", error) || !is_clean (stelle, "--stelle", error) ||
      !is_clean (anmeldung, "--anmeldung", error))
    return -1;
  g_autoptr (Ratsweg) r = cli_open (c, TRUE, error);
  return r ? answer (c, r, ratsweg_add_account (r, c->words[1], rollen, stelle, anmeldung, &o, error))
           : -1;
}
