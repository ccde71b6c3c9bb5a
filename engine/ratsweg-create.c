/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A new Ablage: rules, profile, letterheads, number ranges, the first account, in event 0.  Called by
 * ui/. */
#include "ratsweg-intern.h"
#include "doc/open.h"
#include <string.h>

static Doc *
open_resource (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = doc_resource (path, error);
  return bytes ? doc_open (bytes, path, error) : NULL;
}

static Doc *
new_range (const xmlNode *row, GError **error)
{
  g_autoptr (Doc) d = doc_begin (DOC_ZAEHLER, "Nummernkreis");
  xmlNode *root = doc_root (d);
  node_set (root, "kennung", node_get (row, "zaehler"));
  node_set (root, "muster", node_get (row, "muster"));
  node_set (root, "naechste", node_get (row, "naechste"));
  node_set (root, "beginnt", node_get (row, "beginnt"));
  node_set (root, "stand", "1");
  node_copy_children (root, row);
  return doc_finish (d, error);
}

static gboolean
add_doc (StepResult *s, Doc *take)
{
  if (!take)
    return FALSE;
  StepDoc *d = g_new0 (StepDoc, 1);
  d->doc = take;
  g_ptr_array_add (s->neu, d);
  return TRUE;
}

static gboolean
add_letterheads (StepResult *s, const Regeln *regeln, const char *profil, GError **error)
{
  g_autoptr (GPtrArray) rows = regeln_entries (regeln, "briefkopf");
  for (guint i = 0; i < rows->len; i++) {
    const char *kennung = node_get (rows->pdata[i], "kennung");
    g_autofree char *path = g_strdup_printf ("templates/%s/%s.fodt", profil, kennung);
    g_autoptr (GBytes) bytes = doc_resource (path, error);
    if (!bytes || !add_doc (s, doc_open_letterhead (bytes, kennung, path, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_ranges (StepResult *s, const Regeln *regeln, GError **error)
{
  g_autoptr (GPtrArray) rows = regeln_entries (regeln, "nummernkreis");
  for (guint i = 0; i < rows->len; i++)
    if (!add_doc (s, new_range (rows->pdata[i], error)))
      return FALSE;
  return TRUE;
}

/* The caller's account: whoever makes an office of one can do its daily work; rights are taken from it
 * when there are others. */
static gboolean
add_first_account (Ratsweg *r, StepResult *s, GError **error)
{
  Doc *d = rw_new_account ("verwaltung", "verwaltung sachbearbeitung sitzungsdienst", NULL, NULL, error);
  if (!add_doc (s, d))
    return FALSE;
  g_autofree char *id = source_id (r->source);
  node_set (doc_root (d), "stand", "1");
  node_set (doc_root (d), "id", id);
  return TRUE;
}

static Doc *
open_ground (const char *kennung, gpointer user, GError **error)
{
  (void) user;
  g_autofree char *path = g_strdup_printf ("templates/%s/regeln.xml", kennung);
  return open_resource (path, error);
}

static Regeln *
open_rules (const char *profil, GError **error)
{
  g_autofree char *path = g_strdup_printf ("templates/%s/profil.xml", profil);
  g_autoptr (GError) gone = NULL;
  g_autoptr (Doc) p = strchr (profil, '/') ? NULL : open_resource (path, &gone);
  if (!p) {
    fail (error, RATSWEG_ERROR_UNKNOWN,
          "Das Profil „%s“ gibt es nicht; erwartet wird dortmund oder magdeburg.", profil);
    return NULL;
  }
  g_autoptr (Regeln) regeln = rw_rules_chain (p, open_ground, NULL, error);
  return regeln && route_check_rules (regeln, error) ? g_steal_pointer (&regeln) : NULL;
}

static gboolean
record_first (Ratsweg *r, const Regeln *regeln, const char *profil, gboolean probe, GError **error)
{
  StepResult s = { 0 };
  s.neu = g_ptr_array_new ();
  const GPtrArray *docs = regeln_documents (regeln);
  for (guint i = 0; i < docs->len; i++)
    add_doc (&s, doc_ref (docs->pdata[i]));
  gboolean ok = add_letterheads (&s, regeln, profil, error) && add_ranges (&s, regeln, error) &&
                add_first_account (r, &s, error) && rw_record_first (r, s.neu, probe, error);
  for (guint i = 0; i < s.neu->len; i++) {
    doc_unref (((StepDoc *) s.neu->pdata[i])->doc);
    g_free (s.neu->pdata[i]);
  }
  g_ptr_array_unref (s.neu);
  return ok;
}

static gboolean
first_step (Ratsweg *r, const Regeln *regeln, const char *profil, gboolean probe, GError **error)
{
  if (!store_begin (r->store, error))
    return FALSE;
  if (record_first (r, regeln, profil, probe, error))
    return store_commit (r->store, error);
  store_abort (r->store);
  return FALSE;
}

/* What the store itself found: a network file system, readable files that could not be written. */
static void
note_warnings (Ratsweg *r, GPtrArray *notes)
{
  GPtrArray *found = store_warnings (r->store);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (notes, g_strdup (found->pdata[i]));
}

gboolean
ratsweg_create (const char *folder, const char *profil, gboolean probe, GPtrArray **ret_notes,
                GError **error)
{
  doc_library_init ();
  g_autoptr (Regeln) regeln = date_check_zone (error) ? open_rules (profil, error) : NULL;
  if (!regeln)
    return FALSE;
  g_autoptr (Ratsweg) r = g_new0 (Ratsweg, 1);
  const char *uhr = probe ? g_getenv ("RATSWEG_UHR") : NULL, *seed = g_getenv ("RATSWEG_ZUFALL");
  gint64 start = 0;
  if (uhr && !instant_parse (uhr, &start))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "RATSWEG_UHR=%s ist keine Zeit; erwartet wird z. B. 2021-08-19T08:00:00Z.", uhr);
  r->source = uhr ? source_new_set (start, seed ? seed : "") : source_new_real ();
  r->store = store_create (folder, error);
  if (!r->store)
    return FALSE;
  if (!first_step (r, regeln, profil, probe, error)) {
    if (store_count (r->store) == 0)
      store_discard (g_steal_pointer (&r->store));
    return FALSE;
  }
  if (ret_notes) {
    *ret_notes = g_ptr_array_new_with_free_func (g_free);
    note_warnings (r, *ret_notes);
  }
  return TRUE;
}
