/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* References between the entries of the rules.  Which attribute names what stands in the tables below; judges
 * nothing else.  Called by rules.c. */
#include "rules/references.h"
#include "base/error.h"

/* Attributes that name entries, one or several; @besides: a word that needs no entry. */
static const struct {
  const char *on, *attribute, *element, *besides;
} to_entries[] = {
  { "ergebnis", "zulaessig", "zustaendigkeit", NULL },
  { "internes-ergebnis", "code", "ergebnis", NULL },
  { "zustaendigkeit", "wie-vorlage", "ergebnis", NULL },
  { "zustaendigkeit", "wie", "zustaendigkeit", NULL },
  { "waechter", "uebergehen", "rolle", NULL },
  { "papierart", "ablauf", "ablauf", NULL },
  { "papierart", "zustaendigkeiten", "zustaendigkeit", NULL },
  { "ablauf", "wie", "ablauf", NULL },
  { "papierart", "zaehler", "nummernkreis", NULL },
  { "pflicht", "abschnitt", "abschnittsart", NULL },
  { "schritt", "rolle", "rolle", NULL },
  { "schritt", "offene-top", "ergebnis", NULL },
  { "pruefe", "waechter", "waechter", NULL },
  { "pruefe", "uebergehen", "rolle", NULL },
  { "uebernahme", "papierart", "papierart", NULL },
  { "uebernahme", "zustaendigkeit", "zustaendigkeit", NULL },
  { "uebernahme", "ergebnis", "ergebnis", NULL },
  { "uebernahme", "entfallgrund", "entfallgrund", NULL },
  { "uebernahme", "abschnitt", "abschnittsart", NULL },
  { "offene-stationen", "ausser", "zustaendigkeit", NULL },
  { "offene-stationen", "grund", "entfallgrund", NULL },
  { "station-streichen", "grund", "entfallgrund", NULL },
  { "kinder-erledigen", "grund", "entfallgrund", NULL },
  { "spaetere-stationen", "kennzeichen", "kennzeichen", NULL },
  { "neue-station", "kennzeichen", "kennzeichen", NULL },
  { "neue-station", "zustaendigkeit", "zustaendigkeit", "dieselbe" },
  { "kennzeichnen", "kennzeichen", "kennzeichen", NULL },
  { "stationen-freigeben", "kennzeichen", "kennzeichen", NULL },
  { "genehmigung-vorsehen", "zustaendigkeit", "zustaendigkeit", NULL },
  { "station-wird", "zustaendigkeit", "zustaendigkeit", NULL },
  { "gesamtergebnis", "aus", "ergebnis", NULL },
  { "leitsatz", "code", "ergebnis", NULL },
  { "auftragsart", "papierarten", "papierart", NULL },
};

/* Attributes that name states: of @ablauf, of every paper's machine (PAPERS), or of the machine around (NULL). */
#define PAPERS "*"
static const struct {
  const char *on, *attribute, *ablauf;
} to_states[] = {
  { "ablauf", "anfang", NULL },
  { "schritt", "von", NULL },
  { "schritt", "nach", NULL },
  { "aenderung-einordnen", "von", NULL },
  { "aenderung-einordnen", "neu-zeichnen", NULL },
  { "aenderung-einordnen", "fertig", NULL },
  { "mitzeichnung-beginnen", "fertig", NULL },
  { "unterschreiben", "fertig", NULL },
  { "unterschriften-loeschen", "zustand", NULL },
  { "antwort-festhalten", "zustand", NULL },
  { "kinder-erledigen", "zustand", PAPERS },
  { "beratung-beginnt", "von", NULL },
  { "beratung-beginnt", "zustand", NULL },
  { "erneut-entscheiden", "zustand", NULL },
  { "erneut-entscheiden", "station", "station" },
  { "diese-station", "zustand", "station" },
  { "vorlage", "zustand", PAPERS },
  { "gesamtergebnis", "code", PAPERS },
  { "genehmigung-vorsehen", "zustand", PAPERS },
  { "ruhen", "zustand", PAPERS },
  { "ruhen", "sonst", PAPERS },
};

static gboolean
fail_at (const Doc *d, const xmlNode *n, const char *attribute, const char *word, const char *what,
         const char *expected, GError **error)
{
  return fail (error, RATSWEG_ERROR_INVALID,
               "%s, Zeile %ld: %s=\"%s\": %s „%s“ gibt es nicht; erwartet wird %s.", doc_quelle (d),
               xmlGetLineNo (n), attribute, node_get (n, attribute), what, word, expected);
}

static gboolean
check_entries (const Regeln *r, const Doc *d, const xmlNode *n, const char *attribute,
               const char *element, const char *besides, GError **error)
{
  const char *list = node_get (n, attribute);
  g_auto (GStrv) words = g_strsplit (list ? list : "", " ", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i] && g_strcmp0 (words[i], besides) != 0 && !regeln_entry (r, element, words[i])) {
      g_autofree char *expected = regeln_enumerate (r, element, FALSE);
      return fail_at (d, n, attribute, words[i], element, *expected ? expected : "nichts", error);
    }
  return TRUE;
}

/* TRUE where a machine that builds on this one has the state. */
static gboolean
has_state_above (const Regeln *r, const char *ablauf, const char *zustand)
{
  g_autoptr (GPtrArray) machines = regeln_entries (r, "ablauf");
  for (guint i = 0; i < machines->len; i++) {
    const char *name = node_get (machines->pdata[i], "name");
    if (node_is (machines->pdata[i], "wie", ablauf) &&
        (regeln_zustand (r, name, zustand) || has_state_above (r, name, zustand)))
      return TRUE;
  }
  return FALSE;
}

/* TRUE where the machine has the state; with PAPERS, where the machine of every Papierart has it. */
static gboolean
has_state (const Regeln *r, const char *ablauf, const char *zustand)
{
  if (!g_str_equal (ablauf, PAPERS))
    return regeln_zustand (r, ablauf, zustand) != NULL;
  g_autoptr (GPtrArray) arten = regeln_entries (r, "papierart");
  for (guint i = 0; i < arten->len; i++)
    if (!regeln_zustand (r, node_get (arten->pdata[i], "ablauf"), zustand))
      return FALSE;
  return TRUE;
}

static gboolean
check_states (const Regeln *r, const Doc *d, const xmlNode *n, const char *attribute, const char *ablauf,
              GError **error)
{
  const char *list = node_get (n, attribute);
  g_auto (GStrv) words = g_strsplit (list ? list : "", " ", -1);
  gboolean from = g_str_equal (attribute, "von");
  for (guint i = 0; words[i]; i++)
    if (*words[i] && !has_state (r, ablauf, words[i]) &&
        !(from && has_state_above (r, ablauf, words[i])))
      return fail_at (d, n, attribute, words[i], "den Zustand",
                      g_str_equal (ablauf, PAPERS) ? "ein Zustand, den der Ablauf jeder Papierart hat"
                                                   : "ein Zustand dieses Ablaufs",
                      error);
  return TRUE;
}

/* The step at which the number is drawn has to draw one. */
static gboolean
check_number_step (const Regeln *r, const Doc *d, const xmlNode *n, GError **error)
{
  g_autoptr (GPtrArray) steps = regeln_schritte (r, node_get (n, "ablauf"));
  g_autoptr (GString) known = g_string_new (NULL);
  for (guint i = 0; i < steps->len; i++) {
    if (!node_path (steps->pdata[i], "wirkt", "nummer-ziehen"))
      continue;
    if (node_is (n, "nummer-bei", node_get (steps->pdata[i], "name")))
      return TRUE;
    g_string_append_printf (known, "%s%s", known->len ? " oder " : "",
                            node_get (steps->pdata[i], "name"));
  }
  return fail_at (d, n, "nummer-bei", node_get (n, "nummer-bei"),
                  "einen Schritt mit <nummer-ziehen/> namens",
                  known->len ? known->str : "ein Schritt mit <nummer-ziehen/>", error);
}

static gboolean
check_attributes (const Regeln *r, const Doc *d, const xmlNode *n, const char *around, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (to_entries); i++)
    if (node_named (n, to_entries[i].on) &&
        !check_entries (r, d, n, to_entries[i].attribute, to_entries[i].element, to_entries[i].besides,
                        error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (to_states); i++) {
    const char *of = to_states[i].ablauf ? to_states[i].ablauf : around;
    if (node_named (n, to_states[i].on) && of &&
        !check_states (r, d, n, to_states[i].attribute, of, error))
      return FALSE;
  }
  return !node_named (n, "papierart") || check_number_step (r, d, n, error);
}

/* Most elements name nothing, and are not held against each row. */
static gboolean
names_something (GHashTable *naming, const xmlNode *n)
{
  return n->properties && g_hash_table_contains (naming, n->name);
}

static GHashTable *
naming_elements (void)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (to_entries); i++)
    g_hash_table_add (names, (gpointer) to_entries[i].on);
  for (gsize i = 0; i < G_N_ELEMENTS (to_states); i++)
    g_hash_table_add (names, (gpointer) to_states[i].on);
  return names;
}

static gboolean
check_node (const Regeln *r, const Doc *d, const xmlNode *n, const char *ablauf, GHashTable *naming,
            GError **error)
{
  const char *around = node_named (n, "ablauf") ? node_get (n, "name") : ablauf;
  if (names_something (naming, n) && !check_attributes (r, d, n, around, error))
    return FALSE;
  NODE_EACH (c, n, NULL)
    if (!check_node (r, d, c, around, naming, error))
      return FALSE;
  return TRUE;
}

gboolean
regeln_check_references (const Regeln *r, GError **error)
{
  const GPtrArray *docs = regeln_documents (r);
  g_autoptr (GHashTable) naming = naming_elements ();
  for (guint i = 0; i < docs->len; i++)
    if (!check_node (r, docs->pdata[i], doc_root (docs->pdata[i]), NULL, naming, error))
      return FALSE;
  return TRUE;
}
