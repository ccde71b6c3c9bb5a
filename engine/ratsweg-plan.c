/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The plan of a Beratungsfolge as a table: gathers, asks the planner, words the answer.  Changes nothing.  Called by
 * ui/. */
#include "ratsweg-intern.h"
#include "route/planner.h"
#include <string.h>

void
ratsweg_plan_free (RatswegPlan *p)
{
  if (!p)
    return;
  g_clear_pointer (&p->table, table_free);
  g_ptr_array_unref (p->saetze);
  g_free (p);
}

static Gathered *
gather (Ratsweg *r, const char *kennung, const char *tag, GError **error)
{
  g_autofree char *full = NULL;
  g_autoptr (Doc) paper = NULL;
  DocArt art;
  if (!rw_find (r, kennung, &art, &full, error))
    return NULL;
  if (art != DOC_VORLAGE) {
    fail (error, RATSWEG_ERROR_USAGE,
          "%s ist keine Vorlage; geplant wird die Beratungsfolge einer Vorlage.", full);
    return NULL;
  }
  if (!rw_get (r, art, full, &paper, NULL, error))
    return NULL;
  g_autoptr (Gathered) g = rw_gather_begin (r, tag, paper, error);
  static const char reads[] = "gremien sitzungen-der-stationen sitzungen-ab-heute";
  return g && rw_gather (r, g, reads, NULL, NULL, error) ? g_steal_pointer (&g) : NULL;
}

static Doc *
target (Ratsweg *r, const char *ziel, GError **error)
{
  g_autofree char *full = NULL;
  Doc *d = NULL;
  DocArt art;
  if (!rw_find (r, ziel, &art, &full, error))
    return NULL;
  if (art != DOC_SITZUNG) {
    fail (error, RATSWEG_ERROR_USAGE, "--ziel %s ist keine Sitzung; erwartet wird z. B. rat/2021-09-23.",
          full);
    return NULL;
  }
  return rw_get (r, art, full, &d, NULL, error) ? d : NULL;
}

static void
set_day (Table *t, const char *key, const char *day, gboolean clock)
{
  g_autofree char *text = clock ? local_german (day) : day_german (day);
  table_set (t, key, text);
}

static Table *
table_of (const Plan *p)
{
  static const char *const columns[] = { "gremium",       "Gremium",         "zustaendigkeit",
                                         "Zuständigkeit", "beginn",          "Sitzung am",
                                         "schluss",       "Vorlagenschluss", "ladung",
                                         "einladen bis",  "hinweis",         "Hinweis",
                                         "sitzung",       "Kennung",         NULL };
  Table *t = table_new ("station", columns);
  for (guint i = 0; i < p->rows->len; i++) {
    const PlanRow *row = p->rows->pdata[i];
    table_row (t);
    table_set (t, "gremium", row->gremium);
    table_set (t, "zustaendigkeit", row->zustaendigkeit);
    set_day (t, "beginn", row->beginn, TRUE);
    set_day (t, "schluss", row->schluss, FALSE);
    set_day (t, "ladung", row->ladung, FALSE);
    table_set (t, "hinweis", row->hinweis);
    table_set (t, "sitzung", row->sitzung);
  }
  return t;
}

RatswegPlan *
ratsweg_plane (Ratsweg *r, const char *kennung, const char *ziel, const char *wirksam, GError **error)
{
  g_autofree char *tag = rw_effective_day (r, NULL, NULL, NULL, wirksam, error);
  g_autoptr (Gathered) g = tag ? gather (r, kennung, tag, error) : NULL;
  g_autoptr (Doc) sitting = g ? target (r, ziel, error) : NULL;
  if (!sitting)
    return NULL;
  akte_add (g->akte, sitting);
  g_autoptr (Plan) p = route_plan (g->akte, sitting, error);
  if (!p)
    return NULL;
  RatswegPlan *ret = g_new0 (RatswegPlan, 1);
  ret->geht = p->geht;
  ret->table = table_of (p);
  ret->saetze = g_ptr_array_ref (p->saetze);
  return ret;
}
