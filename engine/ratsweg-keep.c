/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Keeping: verify, restore, back up.  The work is the store's.  Called by ui/. */
#include "ratsweg-intern.h"

void
ratsweg_report_free (RatswegReport *p)
{
  if (!p)
    return;
  g_free (p->wurzel);
  g_ptr_array_unref (p->was);
  g_ptr_array_unref (p->befund);
  g_free (p);
}

static RatswegReport *
report_new (void)
{
  RatswegReport *p = g_new0 (RatswegReport, 1);
  p->was = g_ptr_array_new_with_free_func (g_free);
  p->befund = g_ptr_array_new_with_free_func (g_free);
  return p;
}

typedef struct {
  RatswegReport *report;
  RatswegProgress progress;
  gpointer user;
} Keeping;

static void
note_finding (const char *what, const char *found, gpointer user)
{
  Keeping *k = user;
  g_ptr_array_add (k->report->was, g_strdup (what));
  g_ptr_array_add (k->report->befund, g_strdup (found));
}

static gboolean
pass_progress (guint64 done, guint64 all, gpointer user)
{
  Keeping *k = user;
  return !k->progress || k->progress (done, all, k->user);
}

RatswegReport *
ratsweg_verify (Ratsweg *r, RatswegProgress progress, gpointer user, GError **error)
{
  g_autoptr (RatswegReport) p = report_new ();
  Keeping k = { p, progress, user };
  StoreCounts counts = { 0 };
  Hash root;
  if (!store_verify (r->store, note_finding, pass_progress, &k, &counts, error))
    return NULL;
  p->ereignisse = counts.ereignisse;
  p->staende = counts.staende;
  p->inhalte = counts.inhalte;
  p->dateien = counts.dateien;
  if (store_root (r->store, &root, NULL))
    p->wurzel = hex_encode (root.b, HASH_BYTES);
  return g_steal_pointer (&p);
}

RatswegReport *
ratsweg_restore (Ratsweg *r, guint64 *ret_written, guint64 *ret_lost, GError **error)
{
  g_autoptr (RatswegReport) p = report_new ();
  Keeping k = { p, NULL, NULL };
  return store_restore_files (r->store, note_finding, &k, ret_written, ret_lost, error)
           ? g_steal_pointer (&p)
           : NULL;
}

gboolean
ratsweg_backup (Ratsweg *r, const char *file, RatswegProgress progress, gpointer user, GError **error)
{
  Keeping k = { NULL, progress, user };
  return store_backup (r->store, file, pass_progress, &k, error);
}
