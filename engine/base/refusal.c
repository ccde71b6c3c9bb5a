/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lifetime of refusals.  Knows no rule.  Called by route/ and ratsweg.c. */
#include "base/refusal.h"

Refusal *
refusal_new (const char *waechter)
{
  Refusal *r = g_new0 (Refusal, 1);
  r->waechter = g_strdup (waechter);
  return r;
}

void
refusal_free (Refusal *r)
{
  if (!r)
    return;
  g_free (r->waechter);
  g_free (r->regel);
  g_free (r->quelle);
  g_free (r->text);
  g_free (r->abhilfe);
  g_free (r->uebergehen);
  g_free (r);
}
