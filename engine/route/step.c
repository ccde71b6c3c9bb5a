/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The step itself: look up, ask, apply, keep the schema.  The rules say what; guards.c and effects.c do
 * it.  Called by ratsweg.c and possible.c. */
#include "route/step.h"
#include "route/effects.h"
#include "route/guards.h"
#include "route/values.h"
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

gboolean
route_is_takeover (const xmlNode *schritt)
{
  return node_is (schritt, "befehl", "uebernehmen");
}

/* -- before the guards -- */

/* What bars stands before what asks: nobody's reason helps against it. */
static void
add_objection (Zug *z, Refusal *take)
{
  GPtrArray *list = z->ret->refusals;
  guint at = list->len;
  while (!take->fragt && at > 0 && ((const Refusal *) list->pdata[at - 1])->fragt)
    at--;
  g_ptr_array_insert (list, (gint) at, take);
  z->ret->abgelehnt = z->ret->abgelehnt || !take->uebergangen;
}

/* The row of the step; in a wrong state any of its name. */
static xmlNode *
any_row (const Zug *z)
{
  return z->schritt ? z->schritt : regeln_schritt (z->regeln, z->ablauf, z->request->schritt, "*");
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

/* Who may take the step; in a wrong state who may in some other one. */
static char *
allowed_roles (const Zug *z)
{
  if (z->schritt)
    return g_strdup (node_get (z->schritt, "rolle"));
  g_autoptr (GPtrArray) steps = regeln_schritte (z->regeln, z->ablauf);
  g_autoptr (GString) roles = g_string_new (NULL);
  for (guint i = 0; i < steps->len; i++) {
    g_auto (GStrv) codes = g_strsplit (node_get (steps->pdata[i], "rolle"), " ", -1);
    for (guint k = 0; codes[k] && node_is (steps->pdata[i], "name", z->request->schritt); k++)
      if (!text_in_list (roles->str, codes[k]))
        g_string_append_printf (roles, "%s%s", roles->len ? " " : "", codes[k]);
  }
  return g_string_free (g_steal_pointer (&roles), FALSE);
}

/* The refusal names the account whose rights were asked: of a deputy the represented one. */
static void
ask_role (Zug *z)
{
  const Doc *konto = akte_berechtigt (z->akte);
  g_autofree char *roles = allowed_roles (z);
  if (!konto)
    return;
  if (!akte_hat_rolle (z->akte, roles)) {
    GHashTable *w = guard_werte (z);
    wert (w, "schritt", node_get (any_row (z), "wort"));
    wert (w, "benutzer", doc_kennung (konto));
    wert_take (w, "rollen", roles_of (z));
    wert_take (w, "erlaubt", guard_roles (z, roles));
    add_objection (z, guard_refuse (z, "rolle", w));
    return;
  }
  NODE_EACH (n, doc_root (konto), "rolle") {
    g_autofree char *rolle = node_text (n);
    if (!z->ret->rolle && text_in_list (roles, rolle))
      z->ret->rolle = g_steal_pointer (&rolle);
  }
}

/* Who acts does so today, whatever day the step is in effect. */
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
  wert_take (w, "tag", day_german (z->akte->heute));
  add_objection (z, guard_refuse (z, "vertretung", w));
}

/* The steps that lead on from the present state. */
static char *
what_is_possible (const Zug *z)
{
  g_autoptr (GPtrArray) steps = regeln_schritte (z->regeln, z->ablauf);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *zustand = node_get (zug_root (z), "zustand");
  for (guint i = 0; i < steps->len; i++)
    if (text_in_list (node_get (steps->pdata[i], "von"), zustand) &&
        !route_is_takeover (steps->pdata[i]))
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
  wert (w, "schritt", node_get (any_row (z), "wort"));
  if (z->request->neu) {
    wert_take (w, "hilfe", what_is_possible (z));
    add_objection (z, guard_refuse (z, "text-fest", w));
    return;
  }
  wert_take (w, "aus", states_of (z));
  wert_take (w, "moeglich", what_is_possible (z));
  add_objection (z, guard_refuse (z, "zustand", w));
}

/* Blanks are no reason. */
static gboolean
has_reason (const Zug *z)
{
  for (const char *p = z->request->grund; p && *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
may_override (const Zug *z, const Refusal *r)
{
  return r->fragt && has_reason (z) && akte_hat_rolle (z->akte, r->uebergehen);
}

static void
ask_each (Zug *z)
{
  NODE_EACH (p, z->schritt, "pruefe") {
    Refusal *r = guard_ask (z, node_get (p, "waechter"));
    const char *here = node_get (p, "uebergehen");
    if (!r)
      continue;
    if (here) { /* what bars elsewhere only asks in this step */
      g_free (r->uebergehen);
      r->uebergehen = g_strdup (here);
      r->fragt = TRUE;
      r->eingabe = FALSE;
    }
    r->uebergangen = may_override (z, r);
    add_objection (z, r);
  }
}

static void
ask_guards (Zug *z)
{
  if (node_is (z->schritt, "grund", "pflicht") && !has_reason (z))
    add_objection (z, guard_refuse (z, "grund", guard_werte (z)));
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

/* Fails where nothing but what was given stands against the step, with all that is wrong in it. */
static gboolean
input_is_right (const Zug *z, GError **error)
{
  g_autoptr (GString) wrong = g_string_new (NULL), help = g_string_new (NULL);
  for (guint i = 0; i < z->ret->refusals->len; i++) {
    const Refusal *r = z->ret->refusals->pdata[i];
    if (r->uebergangen)
      continue;
    if (!r->eingabe)
      return TRUE;
    g_string_append_printf (wrong, "%s ", r->text);
    g_string_append_printf (help, " %s", r->abhilfe);
  }
  const char *file = z->request->neu ? doc_quelle (z->request->neu) : NULL;
  return fail (error, RATSWEG_ERROR_INVALID, "%s%s%sAbhilfe:%s", file ? file : "", file ? ": " : "",
               wrong->str, help->str);
}

static gboolean
take_step (Zug *z, GError **error)
{
  if (!find_station (z, error) || !values_check (z, error))
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
  effects_keep_objections (z);
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
    ask_role (&z);
    ask_deputy (&z);
    refuse_state (&z);
    return g_steal_pointer (&ret);
  }
  return take_step (&z, error) ? g_steal_pointer (&ret) : NULL;
}
