/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The step itself: look up, ask, apply, keep the schema.  The rules say what; guards.c and effects.c do
 * it.  Called by ratsweg.c and possible.c. */
#include "route/step.h"
#include "route/effects.h"
#include "route/guards.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "doc/adopt.h"
#include "doc/vorlage.h"
#include <string.h>

static void
step_doc_free (gpointer p)
{
  StepDoc *d = p;
  doc_unref (d->doc);
  g_free (d->kennung_vorher);
  g_free (d);
}

static StepResult *
step_result_new (void)
{
  StepResult *r = g_new0 (StepResult, 1);
  r->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) refusal_free);
  r->saetze = g_ptr_array_new_with_free_func (g_free);
  r->neu = g_ptr_array_new_with_free_func (step_doc_free);
  return r;
}

void
step_result_free (StepResult *r)
{
  if (!r)
    return;
  g_ptr_array_unref (r->refusals);
  g_ptr_array_unref (r->saetze);
  g_ptr_array_unref (r->neu);
  g_free (r->rolle);
  g_free (r->station);
  g_free (r->von);
  g_free (r->nach);
  g_free (r->code);
  g_free (r);
}

const char *
route_check_in_step (const Akte *akte, const Doc *neu)
{
  const char *ablauf = regeln_ablauf_of (akte->regeln, neu);
  gboolean comes_in = ablauf && regeln_schritt (akte->regeln, ablauf, "eingang", "*");
  gboolean is_edited = ablauf && regeln_schritt (akte->regeln, ablauf, "bearbeiten", "*");
  return comes_in && (!akte->objekt || !is_edited) ? "eingang" : "bearbeiten";
}

/* -- a right call -- */

static gboolean
check_value (const Zug *z, const char *name, const char *value, GError **error)
{
  static const char *const days[] = { "termin", NULL };
  static const char *const numbers[] = { "ja", "nein", "enthaltung", "folge", NULL };
  if (g_strv_contains (days, name) && !day_valid (value))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "%s=%s ist kein Tag; erwartet wird ein Tag, den es gibt, z. B. 2021-09-23.", name,
                 value);
  if (g_strv_contains (numbers, name) &&
      (!*value || strlen (value) > 9 || strspn (value, "0123456789") != strlen (value)))
    return fail (error, RATSWEG_ERROR_USAGE, "%s=%s ist keine Zahl ab 0.", name, value);
  if (g_str_equal (name, "code") && !regeln_entry (z->regeln, "ergebnis", value)) {
    g_autofree char *known = regeln_enumerate (z->regeln, "ergebnis", FALSE);
    return fail (error, RATSWEG_ERROR_UNKNOWN, "Das Ergebnis „%s“ ist unbekannt; erwartet wird %s.",
                 value, known);
  }
  return TRUE;
}

static gboolean
value_is_allowed (const char *werte, const char *name)
{
  g_autofree char *needed = g_strconcat (name, "!", NULL);
  return text_in_list (werte, name) || text_in_list (werte, needed);
}

static gboolean
check_values (const Zug *z, GError **error)
{
  const char *werte = node_get (z->schritt, "werte");
  g_auto (GStrv) names = g_strsplit (werte ? werte : "", " ", -1);
  GHashTableIter it;
  gpointer name, value;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&it, z->request->werte ? z->request->werte : none);
  while (g_hash_table_iter_next (&it, &name, &value)) {
    if (!value_is_allowed (werte, name))
      return fail (error, RATSWEG_ERROR_USAGE, "„%s“ kennt keinen Wert „%s“%s%s.",
                   node_get (z->schritt, "name"), (char *) name,
                   werte ? "; erwartet werden: " : "; erwartet wird keiner", werte ? werte : "");
    if (!check_value (z, name, value, error))
      return FALSE;
  }
  for (guint i = 0; names[i]; i++)
    if (g_str_has_suffix (names[i], "!")) {
      g_autofree char *needed = g_strndup (names[i], strlen (names[i]) - 1);
      if (!zug_wert (z, needed))
        return fail (error, RATSWEG_ERROR_USAGE, "Es fehlt %s=…; „%s“ braucht diesen Wert.", needed,
                     node_get (z->schritt, "name"));
    }
  return TRUE;
}

/* -- before the guards -- */

static void
refuse (Zug *z, Refusal *take)
{
  g_ptr_array_add (z->ret->refusals, take);
  z->ret->abgelehnt = TRUE;
}

static char *
roles_of (const Zug *z)
{
  const Doc *konto = akte_berechtigt (z->akte);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  NODE_EACH (n, konto ? doc_root (konto) : NULL, "rolle") {
    g_autofree char *rolle = node_text (n);
    g_ptr_array_add (words, g_strdup (regeln_word (z->regeln, "rolle", rolle)));
  }
  return text_enumerate (words);
}

static char *
allowed_roles (const Zug *z)
{
  g_auto (GStrv) codes = g_strsplit (node_get (z->schritt, "rolle"), " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; codes[i]; i++)
    g_ptr_array_add (words, (gpointer) regeln_word (z->regeln, "rolle", codes[i]));
  g_autofree char *list = text_enumerate (words);
  char *und = strstr (list, " und ");
  return und && words->len == 2 ? g_strdup_printf ("%.*s oder %s", (int) (und - list), list, und + 5)
                                : g_steal_pointer (&list);
}

static void
ask_role (Zug *z)
{
  const char *roles = node_get (z->schritt, "rolle");
  if (!z->akte->benutzer)
    return;
  if (!zug_hat_rolle (z, roles)) {
    GHashTable *w = guard_werte (z);
    wert_take (w, "rollen", roles_of (z));
    wert_take (w, "erlaubt", allowed_roles (z));
    refuse (z, guard_refuse (z, "rolle", w));
    return;
  }
  NODE_EACH (n, doc_root (akte_berechtigt (z->akte)), "rolle") {
    g_autofree char *rolle = node_text (n);
    if (!z->ret->rolle && text_in_list (roles, rolle))
      z->ret->rolle = g_steal_pointer (&rolle);
  }
}

static void
ask_deputy (Zug *z)
{
  if (!z->akte->fuer)
    return;
  NODE_EACH (n, doc_root (z->akte->benutzer), "vertretung")
    if (node_is (n, "fuer", doc_kennung (z->akte->fuer)) &&
        g_strcmp0 (node_get (n, "ab"), z->akte->heute) <= 0 &&
        g_strcmp0 (z->akte->heute, node_get (n, "bis")) <= 0)
      return;
  GHashTable *w = guard_werte (z);
  wert (w, "fuer", doc_kennung (z->akte->fuer));
  refuse (z, guard_refuse (z, "vertretung", w));
}

/* The steps that lead on from the present state. */
static char *
what_is_possible (const Zug *z)
{
  g_autoptr (GPtrArray) steps = regeln_schritte (z->regeln, z->ablauf);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *zustand = node_get (zug_root (z), "zustand");
  for (guint i = 0; i < steps->len; i++)
    if (text_in_list (node_get (steps->pdata[i], "von"), zustand))
      g_ptr_array_add (names, (gpointer) node_get (steps->pdata[i], "name"));
  g_autofree char *list = text_enumerate (names);
  return names->len > 0 ? g_strdup_printf ("Aus diesem Zustand gehen: %s.", list)
                        : g_strdup ("Aus diesem Zustand geht kein Schritt mehr.");
}

/* The states from which a step of this name leads on, in words. */
static char *
states_of (const Zug *z)
{
  g_autoptr (GPtrArray) steps = regeln_schritte (z->regeln, z->ablauf);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; i < steps->len; i++) {
    g_auto (GStrv) codes = g_strsplit (node_get (steps->pdata[i], "von"), " ", -1);
    for (guint k = 0; codes[k] && node_is (steps->pdata[i], "name", z->request->schritt); k++)
      g_ptr_array_add (words, (gpointer) regeln_zustand_wort (z->regeln, z->ablauf, codes[k]));
  }
  return text_enumerate (words);
}

static void
refuse_state (Zug *z)
{
  GHashTable *w = guard_werte (z);
  xmlNode *any = regeln_schritt (z->regeln, z->ablauf, z->request->schritt, "*");
  wert (w, "schritt", node_get (any, "wort"));
  if (z->request->neu) {
    wert_take (w, "hilfe", what_is_possible (z));
    refuse (z, guard_refuse (z, "text-fest", w));
    return;
  }
  wert_take (w, "aus", states_of (z));
  wert_take (w, "moeglich", what_is_possible (z));
  refuse (z, guard_refuse (z, "zustand", w));
}

static gboolean
may_override (const Zug *z, const Refusal *r)
{
  return r->fragt && z->request->grund && *z->request->grund && zug_hat_rolle (z, r->uebergehen);
}

static void
ask_each (Zug *z)
{
  NODE_EACH (p, z->schritt, "pruefe") {
    Refusal *r = guard_ask (z, node_get (p, "waechter"));
    if (!r)
      continue;
    r->uebergangen = may_override (z, r);
    g_ptr_array_add (z->ret->refusals, r);
    if (!r->uebergangen)
      z->ret->abgelehnt = TRUE;
  }
}

static void
ask_guards (Zug *z)
{
  if (node_is (z->schritt, "grund", "pflicht") && (!z->request->grund || !*z->request->grund))
    refuse (z, guard_refuse (z, "grund", guard_werte (z)));
  ask_each (z);
}

/* -- the way -- */

static gboolean
find_step (Zug *z, GError **error)
{
  const char *name = z->request->schritt;
  z->ablauf = regeln_ablauf_of (z->regeln, z->doc);
  if (!z->ablauf) {
    g_autofree char *known = regeln_enumerate (z->regeln, "papierart", FALSE);
    return fail (error, RATSWEG_ERROR_UNKNOWN, "%s: die Papierart „%s“ ist unbekannt; erwartet wird %s.",
                 doc_quelle (z->doc), node_get (zug_root (z), "art"), known);
  }
  if (!regeln_schritt (z->regeln, z->ablauf, name, "*")) {
    g_autofree char *possible = what_is_possible (z);
    return fail (error, RATSWEG_ERROR_UNKNOWN, "Den Schritt „%s“ gibt es hier nicht. %s", name,
                 possible);
  }
  z->schritt = regeln_schritt (z->regeln, z->ablauf, name, node_get (zug_root (z), "zustand"));
  return TRUE;
}

static gboolean
find_station (Zug *z, GError **error)
{
  const char *id = zug_wert (z, "station");
  if (!id)
    return TRUE;
  z->station = vorlage_station (z->doc, id);
  if (!z->station)
    return fail (error, RATSWEG_ERROR_UNKNOWN, "%s hat keine Station „%s“.", doc_kennung (z->doc), id);
  z->ret->station = g_strdup (id);
  z->ret->von = g_strdup (node_get (z->station, "zustand"));
  return TRUE;
}

/* A new document begins in the first state of its machine. */
static void
begin_document (Zug *z)
{
  const char *first = regeln_anfang (z->regeln, z->ablauf);
  if (z->akte->objekt || !z->request->neu)
    return;
  if (first && *first && !g_str_equal (z->request->schritt, "eingang"))
    node_set (zug_root (z), "zustand", first);
  if (doc_art (z->doc) == DOC_BENUTZER)
    node_set (zug_root (z), "id", z->request->frische_id);
}

static gboolean
keep_schema (Zug *z, GError **error)
{
  for (guint i = 0; i < z->ret->neu->len; i++) {
    StepDoc *d = z->ret->neu->pdata[i];
    gboolean raw = doc_art (d->doc) >= DOC_REGELN;
    if (!raw) {
      Doc *before =
        d->doc == z->doc ? z->akte->objekt : akte_doc (z->akte, doc_art (d->doc), doc_kennung (d->doc));
      node_set_int (doc_root (d->doc), "stand", before ? (gint64) doc_stand (before) + 1 : 1);
    }
    if (!doc_validate (d->doc, error))
      return FALSE;
  }
  return TRUE;
}

static void
finish (Zug *z)
{
  StepDoc *own = z->ret->neu->pdata[0];
  const char *before = z->akte->objekt ? doc_kennung (z->akte->objekt) : NULL;
  if (before && g_strcmp0 (before, doc_kennung (z->doc)) != 0)
    own->kennung_vorher = g_strdup (before);
  z->ret->code = g_strdup (zug_wert (z, "code"));
  if (z->ret->station) {
    xmlNode *n = vorlage_station (z->doc, z->ret->station);
    z->ret->nach = g_strdup (n ? node_get (n, "zustand") : NULL);
    return;
  }
  z->ret->von = g_strdup (z->akte->objekt ? node_get (doc_root (z->akte->objekt), "zustand") : NULL);
  z->ret->nach = g_strdup (node_get (zug_root (z), "zustand"));
}

/* FALSE where nothing but what was given stands against the step. */
static gboolean
input_is_right (const Zug *z, GError **error)
{
  const Refusal *first = NULL;
  for (guint i = 0; i < z->ret->refusals->len; i++) {
    const Refusal *r = z->ret->refusals->pdata[i];
    if (!r->eingabe && !r->uebergangen)
      return TRUE;
    first = first || r->uebergangen ? first : r;
  }
  const char *file = z->request->neu ? doc_quelle (z->request->neu) : NULL;
  return !first || fail (error, RATSWEG_ERROR_INVALID, "%s%s%s Abhilfe: %s", file ? file : "",
                         file ? ": " : "", first->text, first->abhilfe);
}

static gboolean
take_step (Zug *z, GError **error)
{
  if (!find_station (z, error) || !check_values (z, error))
    return FALSE;
  ask_role (z);
  ask_deputy (z);
  ask_guards (z);
  if (z->ret->abgelehnt)
    return input_is_right (z, error);
  effect_complete_parts (z);
  effects_apply (z, node_child (z->schritt, "wirkt"));
  if (z->error) {
    g_propagate_error (error, g_steal_pointer (&z->error));
    return FALSE;
  }
  finish (z);
  return keep_schema (z, error);
}

GPtrArray *
route_ask (const Akte *akte, const StepRequest *request, GError **error)
{
  g_autoptr (StepResult) ret = step_result_new ();
  g_autoptr (Doc) copy = doc_copy (akte->objekt);
  Zug z = { akte, akte->regeln, request, NULL, NULL, copy, NULL, ret, NULL };
  if (!find_step (&z, error) || !find_station (&z, error))
    return NULL;
  if (z.schritt) {
    ask_role (&z);
    ask_deputy (&z);
    ask_each (&z);
  } else
    refuse_state (&z);
  return g_ptr_array_ref (ret->refusals);
}

StepResult *
route_step (const Akte *akte, const StepRequest *request, GError **error)
{
  g_autoptr (StepResult) ret = step_result_new ();
  Zug z = { akte, akte->regeln, request, NULL, NULL, NULL, NULL, ret, NULL };
  StepDoc *own = g_new0 (StepDoc, 1);
  own->doc = z.doc = doc_copy (request->neu ? request->neu : akte->objekt);
  g_ptr_array_add (ret->neu, own);
  if (request->neu)
    doc_complete_ids (z.doc);
  if (!find_step (&z, error))
    return NULL;
  begin_document (&z);
  if (!z.schritt)
    z.schritt =
      regeln_schritt (z.regeln, z.ablauf, request->schritt, node_get (zug_root (&z), "zustand"));
  if (!z.schritt) {
    refuse_state (&z);
    return g_steal_pointer (&ret);
  }
  return take_step (&z, error) ? g_steal_pointer (&ret) : NULL;
}

/* -- the rules themselves -- */

static gboolean
check_effects (const Doc *d, const xmlNode *list, GError **error)
{
  NODE_EACH (n, list, NULL)
    if (!effect_find ((const char *) n->name))
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s, Zeile %ld: die Wirkung <%s> kennt das Programm nicht.", doc_quelle (d),
                   xmlGetLineNo (n), (const char *) n->name);
  return TRUE;
}

/* What the step itself asks, and the placeholders it fills. */
static const struct {
  const char *name, *platzhalter;
} own_guards[] = {
  { "rolle", "rollen erlaubt" }, { "vertretung", "fuer" },
  { "zustand", "aus moeglich" }, { "grund", "" },
  { "text-fest", "hilfe" },
};

static const char *
placeholders_of (const char *waechter)
{
  const Guard *g = guard_find (waechter);
  for (gsize i = 0; !g && i < G_N_ELEMENTS (own_guards); i++)
    if (g_strcmp0 (own_guards[i].name, waechter) == 0)
      return own_guards[i].platzhalter;
  return g ? g->platzhalter : NULL;
}

static gboolean
check_placeholders (const Doc *d, const xmlNode *sentence, const char *waechter, const char *known,
                    GError **error)
{
  g_autofree char *text = node_text (sentence);
  for (const char *p = strchr (text, '{'); p; p = strchr (p + 1, '{')) {
    const char *end = strchr (p, '}');
    g_autofree char *word = g_strndup (p + 1, end ? (gsize) (end - p - 1) : strlen (p + 1));
    if (!text_in_list (known, word) && !text_in_list (GUARD_COMMON, word))
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s, Zeile %ld: der Wächter „%s“ füllt {%s} nicht; erwartet wird %s%s%s.",
                   doc_quelle (d), xmlGetLineNo (sentence), waechter, word, known, *known ? " " : "",
                   GUARD_COMMON);
  }
  return TRUE;
}

static gboolean
check_guard (const Doc *d, const xmlNode *n, GError **error)
{
  const char *name = node_get (n, "name"), *known = placeholders_of (name);
  if (!known)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s, Zeile %ld: den Wächter „%s“ kennt das Programm nicht.", doc_quelle (d),
                 xmlGetLineNo (n), name);
  NODE_EACH (sentence, n, NULL)
    if (!check_placeholders (d, sentence, name, known, error))
      return FALSE;
  return TRUE;
}

gboolean
route_check_rules (const Regeln *regeln, GError **error)
{
  const Doc *documents[] = { regeln_base (regeln), regeln_profil (regeln) };
  for (guint i = 0; i < 2; i++)
    NODE_EACH (n, doc_root (documents[i]), NULL) {
      if (node_named (n, "ergebnis") && !check_effects (documents[i], n, error))
        return FALSE;
      if (node_named (n, "waechter") && !check_guard (documents[i], n, error))
        return FALSE;
      NODE_EACH (s, node_named (n, "ablauf") ? n : NULL, "schritt")
        if (!check_effects (documents[i], node_child (s, "wirkt"), error))
          return FALSE;
    }
  return TRUE;
}
