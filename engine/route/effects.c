/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Finding and applying effects.  Called by step.c. */
#include "route/effects.h"
#include "base/error.h"

const Effect *
effect_find (const char *name)
{
  const Effect *tables[] = { effects_sign, effects_station, effects_result, effects_sitting };
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const Effect *e = tables[t]; e->name; e++)
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
