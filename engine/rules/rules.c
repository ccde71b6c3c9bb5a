/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Rules as tables: look-up, replacement by the profile, machines that build on another one.  Runs no rule.  Called by
 * route/, report/ and ratsweg.c. */
#include "rules/rules.h"
#include "rules/references.h"
#include "base/error.h"
#include "base/text.h"
#include <string.h>

struct _Regeln {
  GPtrArray *docs;       /* Doc*, the base first, the profile last */
  xmlDoc *inherited;     /* steps of one machine as another one has them */
  GHashTable *entries;   /* "element key" to xmlNode* */
  GHashTable *schritte;  /* ablauf to GPtrArray of xmlNode* */
  GHashTable *zustaende; /* "ablauf zustand" to xmlNode* */
};

static const char *
key_of (const xmlNode *n)
{
  static const struct {
    const char *element, *attribute;
  } keys[] = { { "waechter", "name" },     { "ablauf", "name" },       { "nummernkreis", "zaehler" },
               { "uebernahme", "system" }, { "auftragswort", "text" }, { "briefkopf", "stueck" } };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (node_named (n, keys[i].element))
      return node_get (n, keys[i].attribute);
  return node_get (n, "code");
}

static gboolean
fail_at (const Doc *d, const xmlNode *n, GError **error, const char *what, const char *expected)
{
  return fail (error, RATSWEG_ERROR_INVALID, "%s, Zeile %ld: %s; erwartet wird %s.", doc_quelle (d),
               xmlGetLineNo (n), what, expected);
}

/* Adds under @key; a second one needs ersetzt="ja". */
static gboolean
add_once (GHashTable *table, char *take_key, xmlNode *n, const Doc *d, GError **error)
{
  g_autofree char *key = take_key;
  if (g_hash_table_contains (table, key) && !node_is (n, "ersetzt", "ja")) {
    g_autofree char *what = g_strdup_printf ("„%s“ steht schon in den Regeln", key);
    return fail_at (d, n, error, what, "jeder Eintrag einmal, oder ersetzt=\"ja\"");
  }
  g_hash_table_insert (table, g_steal_pointer (&key), n);
  return TRUE;
}

/* Whether both lists have a word in common; two empty ones have. */
static gboolean
overlap (const char *a, const char *b)
{
  g_auto (GStrv) words = g_strsplit (a, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (text_in_list (b, words[i]))
      return TRUE;
  return !*a && !*b;
}

/* A profile's step of the same name and states replaces the base's. */
static gboolean
add_schritt (GPtrArray *list, xmlNode *n, const Doc *d, GError **error)
{
  for (guint i = 0; i < list->len; i++) {
    xmlNode *old = list->pdata[i];
    if (!node_is (old, "name", node_get (n, "name")) ||
        !overlap (node_get (old, "von"), node_get (n, "von")))
      continue;
    if (!node_is (n, "ersetzt", "ja") || !node_is (old, "von", node_get (n, "von")))
      return fail_at (d, n, error, "diesen Schritt gibt es aus diesen Zuständen schon",
                      "jeder Schritt aus jedem Zustand einmal, oder ersetzt=\"ja\" mit "
                      "denselben Zuständen");
    list->pdata[i] = n;
    return TRUE;
  }
  g_ptr_array_add (list, n);
  return TRUE;
}

static gboolean
add_ablauf (Regeln *r, xmlNode *ablauf, const Doc *d, GError **error)
{
  const char *name = node_get (ablauf, "name");
  GPtrArray *list = g_hash_table_lookup (r->schritte, name);
  if (!list) {
    list = g_ptr_array_new ();
    g_hash_table_insert (r->schritte, g_strdup (name), list);
    g_hash_table_insert (r->entries, g_strdup_printf ("ablauf %s", name), ablauf);
  }
  NODE_EACH (n, ablauf, NULL) {
    gboolean ok =
      node_named (n, "schritt")
        ? add_schritt (list, n, d, error)
        : add_once (r->zustaende, g_strdup_printf ("%s %s", name, node_get (n, "code")), n, d, error);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

static void
change_parts (xmlNode *entry, const xmlNode *n)
{
  static const char *const parts[] = { "wort", "quelle" };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (node_get (n, parts[i]))
      node_set (entry, parts[i], node_get (n, parts[i]));
}

/* A step goes by its name, in whichever machines it stands. */
static guint
change_steps (Regeln *r, const xmlNode *n)
{
  GHashTableIter it;
  gpointer list;
  guint found = 0;
  g_hash_table_iter_init (&it, r->schritte);
  while (g_hash_table_iter_next (&it, NULL, &list))
    for (guint i = 0; i < ((GPtrArray *) list)->len; i++) {
      xmlNode *step = ((GPtrArray *) list)->pdata[i];
      if (!node_is (step, "name", node_get (n, "schluessel")))
        continue;
      change_parts (step, n);
      found++;
    }
  return found;
}

/* Another word or source for an entry that stays as it is otherwise. */
static gboolean
change_entry (Regeln *r, const xmlNode *n, const Doc *d, GError **error)
{
  if (node_is (n, "eintrag", "schritt") && change_steps (r, n) > 0)
    return TRUE;
  xmlNode *entry = regeln_entry (r, node_get (n, "eintrag"), node_get (n, "schluessel"));
  if (!entry) {
    g_autofree char *what =
      g_strdup_printf ("%s „%s“ gibt es nicht", node_get (n, "eintrag"), node_get (n, "schluessel"));
    return fail_at (d, n, error, what, "ein Eintrag, der in den Regeln darunter steht");
  }
  change_parts (entry, n);
  return TRUE;
}

static gboolean
add_document (Regeln *r, const Doc *d, GError **error)
{
  NODE_EACH (n, doc_root (d), NULL) {
    gboolean ok =
      node_named (n, "ablauf") ? add_ablauf (r, n, d, error)
      : node_named (n, "anders")
        ? change_entry (r, n, d, error)
        : add_once (r->entries, g_strdup_printf ("%s %s", (const char *) n->name, key_of (n)), n, d,
                    error);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

/* -- a machine that is like another one -- */

/* Of the states in @von those that the machine has and leaves by no step of this name yet. */
static char *
states_left (const Regeln *r, const char *ablauf, const GPtrArray *steps, const xmlNode *step)
{
  g_auto (GStrv) states = g_strsplit (node_get (step, "von"), " ", -1);
  GString *left = g_string_new (NULL);
  for (guint i = 0; states[i]; i++) {
    gboolean has = regeln_zustand (r, ablauf, states[i]) != NULL;
    for (guint k = 0; has && k < steps->len; k++)
      has = !node_is (steps->pdata[k], "name", node_get (step, "name")) ||
            !text_in_list (node_get (steps->pdata[k], "von"), states[i]);
    if (has)
      g_string_append_printf (left, "%s%s", left->len ? " " : "", states[i]);
  }
  return g_string_free (left, FALSE);
}

static void
inherit_step (Regeln *r, const char *ablauf, GPtrArray *steps, xmlNode *step)
{
  g_autofree char *von = states_left (r, ablauf, steps, step);
  gboolean comes_in = !*node_get (step, "von");
  for (guint i = 0; comes_in && i < steps->len; i++)
    if (node_is (steps->pdata[i], "name", node_get (step, "name")))
      return;
  if (!*von && !comes_in)
    return;
  xmlNode *copy = xmlDocCopyNode (step, r->inherited, 1);
  xmlAddChild (xmlDocGetRootElement (r->inherited), copy);
  node_set (copy, "von", von);
  g_ptr_array_add (steps, copy);
}

static void
inherit_states (Regeln *r, const char *ablauf, const char *from)
{
  g_autofree char *prefix = g_strconcat (from, " ", NULL);
  g_autoptr (GList) keys = g_hash_table_get_keys (r->zustaende);
  for (GList *k = keys; k; k = k->next) {
    const char *key = k->data;
    const char *state = g_str_has_prefix (key, prefix) ? key + strlen (prefix) : NULL;
    if (state && !regeln_zustand (r, ablauf, state))
      g_hash_table_insert (r->zustaende, g_strdup_printf ("%s %s", ablauf, state),
                           g_hash_table_lookup (r->zustaende, key));
  }
}

static const Doc *
document_of (const Regeln *r, const xmlNode *n)
{
  for (guint i = 0; i < r->docs->len; i++)
    if (doc_root (r->docs->pdata[i])->doc == n->doc)
      return r->docs->pdata[i];
  return regeln_base (r);
}

static gboolean
inherit (Regeln *r, xmlNode *ablauf, GHashTable *done, GError **error)
{
  const char *name = node_get (ablauf, "name"), *like = node_get (ablauf, "wie");
  xmlNode *other = like ? regeln_entry (r, "ablauf", like) : NULL;
  if (!other || g_hash_table_lookup (done, name))
    return TRUE;
  if (g_hash_table_contains (done, name))
    return fail_at (document_of (r, ablauf), ablauf, error, "dieser Ablauf ist wie er selbst",
                    "ein anderer Ablauf");
  g_hash_table_insert (done, g_strdup (name), NULL);
  if (!inherit (r, other, done, error))
    return FALSE;
  inherit_states (r, name, like);
  GPtrArray *steps = g_hash_table_lookup (r->schritte, name);
  const GPtrArray *from = g_hash_table_lookup (r->schritte, like);
  for (guint i = 0; i < from->len; i++)
    inherit_step (r, name, steps, from->pdata[i]);
  g_hash_table_insert (done, g_strdup (name), ablauf);
  return TRUE;
}

static gboolean
inherit_all (Regeln *r, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) machines = regeln_entries (r, "ablauf");
  r->inherited = xmlNewDoc ((const xmlChar *) "1.0");
  xmlDocSetRootElement (r->inherited, xmlDocCopyNode (doc_root (regeln_base (r)), r->inherited, 2));
  for (guint i = 0; i < machines->len; i++)
    if (!inherit (r, machines->pdata[i], done, error))
      return FALSE;
  return TRUE;
}

Regeln *
regeln_new_chain (Doc *const *docs, guint n, GError **error)
{
  g_autoptr (Regeln) r = g_new0 (Regeln, 1);
  r->docs = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  r->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  r->schritte =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  r->zustaende = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add (r->docs, doc_ref (docs[i]));
    if (!add_document (r, docs[i], error))
      return NULL;
  }
  return inherit_all (r, error) && regeln_check_references (r, error) ? g_steal_pointer (&r) : NULL;
}

Regeln *
regeln_new (Doc *base, Doc *profil, GError **error)
{
  Doc *const docs[] = { base, profil };
  return regeln_new_chain (docs, G_N_ELEMENTS (docs), error);
}

void
regeln_free (Regeln *r)
{
  if (!r)
    return;
  g_clear_pointer (&r->entries, g_hash_table_unref);
  g_clear_pointer (&r->schritte, g_hash_table_unref);
  g_clear_pointer (&r->zustaende, g_hash_table_unref);
  g_clear_pointer (&r->inherited, xmlFreeDoc);
  g_ptr_array_unref (r->docs);
  g_free (r);
}

const GPtrArray *
regeln_documents (const Regeln *r)
{
  return r->docs;
}

Doc *
regeln_base (const Regeln *r)
{
  return r->docs->pdata[0];
}

Doc *
regeln_profil (const Regeln *r)
{
  return r->docs->pdata[r->docs->len - 1];
}

xmlNode *
regeln_entry (const Regeln *r, const char *element, const char *key)
{
  g_autofree char *full = g_strconcat (element, " ", key ? key : "", NULL);
  return g_hash_table_lookup (r->entries, full);
}

const char *
regeln_word (const Regeln *r, const char *element, const char *key)
{
  xmlNode *n = regeln_entry (r, element, key);
  return n ? node_get (n, "wort") : key;
}

GPtrArray *
regeln_entries (const Regeln *r, const char *element)
{
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < r->docs->len; i++)
    NODE_EACH (n, doc_root (r->docs->pdata[i]), element)
      if (regeln_entry (r, element, key_of (n)) == n)
        g_ptr_array_add (list, n);
  return list;
}

char *
regeln_enumerate (const Regeln *r, const char *element, gboolean words)
{
  g_autoptr (GPtrArray) entries = regeln_entries (r, element);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (texts, (gpointer) (words ? node_get (entries->pdata[i], "wort")
                                              : key_of (entries->pdata[i])));
  return text_enumerate (texts);
}

const char *
regeln_ablauf_of (const Regeln *r, const Doc *doc)
{
  if (doc_art (doc) != DOC_VORLAGE)
    return doc_art_name (doc_art (doc));
  xmlNode *art = regeln_entry (r, "papierart", node_get (doc_root (doc), "art"));
  return art ? node_get (art, "ablauf") : NULL;
}

const char *
regeln_anfang (const Regeln *r, const char *ablauf)
{
  xmlNode *n = regeln_entry (r, "ablauf", ablauf);
  return n ? node_get (n, "anfang") : NULL;
}

xmlNode *
regeln_zustand (const Regeln *r, const char *ablauf, const char *zustand)
{
  g_autofree char *full = g_strconcat (ablauf, " ", zustand ? zustand : "", NULL);
  return g_hash_table_lookup (r->zustaende, full);
}

char *
regeln_zustaende_mit (const Regeln *r, const char *ablauf, const char *mark, gboolean marked)
{
  GString *list = g_string_new (" ");
  GHashTableIter it;
  gpointer key, state;
  gsize n = strlen (ablauf);
  g_hash_table_iter_init (&it, r->zustaende);
  while (g_hash_table_iter_next (&it, &key, &state))
    if (g_str_has_prefix (key, ablauf) && ((char *) key)[n] == ' ' &&
        node_is (state, mark, "ja") == marked)
      g_string_append_printf (list, "%s ", node_get (state, "code"));
  return g_string_free (list, FALSE);
}

const char *
regeln_zustand_wort (const Regeln *r, const char *ablauf, const char *zustand)
{
  xmlNode *n = regeln_zustand (r, ablauf, zustand);
  return n ? node_get (n, "wort") : zustand ? zustand : "neu";
}

GPtrArray *
regeln_schritte (const Regeln *r, const char *ablauf)
{
  GPtrArray *list = g_hash_table_lookup (r->schritte, ablauf);
  return list ? g_ptr_array_ref (list) : g_ptr_array_new ();
}

xmlNode *
regeln_schritt (const Regeln *r, const char *ablauf, const char *name, const char *zustand)
{
  g_autoptr (GPtrArray) list = regeln_schritte (r, ablauf);
  for (guint i = 0; i < list->len; i++) {
    xmlNode *n = list->pdata[i];
    const char *von = node_get (n, "von");
    if (!node_is (n, "name", name))
      continue;
    if (g_strcmp0 (zustand, "*") == 0 || text_in_list (von, zustand) ||
        (!*von && (!zustand || !*zustand)))
      return n;
  }
  return NULL;
}

gboolean
regeln_zulaessig (const Regeln *r, const xmlNode *ergebnis, const char *zustaendigkeit)
{
  const char *list = node_get (ergebnis, "zulaessig");
  const char *like = node_get (regeln_entry (r, "zustaendigkeit", zustaendigkeit), "wie");
  return text_in_list (list, zustaendigkeit) || (like && text_in_list (list, like));
}

gboolean
regeln_settles (const Regeln *r, const char *ergebnis)
{
  g_autoptr (GPtrArray) entries = regeln_entries (r, "gesamtergebnis");
  for (guint i = 0; i < entries->len; i++)
    if (text_in_list (node_get (entries->pdata[i], "aus"), ergebnis))
      return TRUE;
  return FALSE;
}

const char *
regeln_gueltig_ab (const Regeln *r)
{
  const GPtrArray *docs = regeln_documents (r);
  const char *last = "";
  for (guint i = 0; i < docs->len; i++) {
    const char *from = node_get (doc_root (docs->pdata[i]), "gueltig-ab");
    last = strcmp (from, last) > 0 ? from : last;
  }
  return last;
}

gboolean
regeln_station_offen (const Regeln *r, const xmlNode *station)
{
  return !node_is (regeln_zustand (r, "station", node_get (station, "zustand")), "ende", "ja");
}

gboolean
regeln_role_is (const Regeln *r, const char *zustaendigkeit, const char *art)
{
  return node_is (regeln_entry (r, "zustaendigkeit", zustaendigkeit), "art", art);
}
