/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Finding and applying effects, and what is left of objections.  Called by step.c. */
#include "route/effects.h"
#include "base/error.h"

const Effect *const effect_tables[] = {
  effects_sign,    effects_station, effects_result,   effects_record,
  effects_follow,  effects_sitting, effects_paper,    effects_urgent,
  effects_agenda,  effects_invite,  effects_presence, effects_public,
  effects_minutes, effects_order,   effects_amend,    NULL
};

const Effect *
effect_find (const char *name)
{
  for (guint t = 0; effect_tables[t]; t++)
    for (const Effect *e = effect_tables[t]; e->name; e++)
      if (g_str_equal (e->name, name))
        return e;
  return NULL;
}

void
effects_apply (Zug *z, const xmlNode *list)
{
  NODE_EACH (n, list, NULL) {
    const Effect *e = effect_find ((const char *) n->name);
    if (!e)
      fail (&z->error, RATSWEG_ERROR_INVALID, "Die Regeln nennen die unbekannte Wirkung „%s“.",
            (const char *) n->name);
    else
      e->apply (z, n);
    if (z->error)
      return;
  }
}

void
effect_set_objection (xmlNode *einwand, const Refusal *r)
{
  node_set (einwand, "regel", r->regel ? r->regel : r->waechter);
  node_set_text (einwand, r->text);
}

/* Behind the head's last element, or the objections that stand there. */
static xmlNode *
place_of_objections (const xmlNode *root, const char *behind)
{
  xmlNode *place = node_child (root, behind);
  NODE_EACH (n, root, "einwand")
    place = n;
  return place;
}

void
effects_keep_objections (Zug *z)
{
  static const char *const behind[DOC_N_ARTEN] = {
    [DOC_VORLAGE] = "titel", [DOC_SITZUNG] = "beginn", [DOC_AUFTRAG] = "text"
  };
  xmlNode *root = zug_root (z);
  gboolean in_result = node_path (z->schritt, "wirkt", "ergebnis-eintragen") ||
                       node_path (z->schritt, "wirkt", "top-ergebnis-eintragen");
  if (!behind[doc_art (z->doc)] || in_result)
    return;
  for (guint i = 0; i < z->ret->refusals->len; i++) {
    xmlNode *place = place_of_objections (root, behind[doc_art (z->doc)]),
            *n = node_add (root, "einwand");
    xmlAddNextSibling (place, n);
    node_set (n, "schritt", z->request->schritt);
    node_set (n, "am", z->akte->tag);
    effect_set_objection (n, z->ret->refusals->pdata[i]);
  }
}
