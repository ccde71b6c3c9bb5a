/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Writes a step into the running transaction: versions, event.  Decides nothing.  Called by
 * ratsweg-step.c, ratsweg-checkin.c, ratsweg-create.c. */
#include "ratsweg-intern.h"
#include <string.h>

static gboolean
put_document (Ratsweg *r, StepDoc *d, guint64 seq, Event *e, GError **error)
{
  guint8 nonce[NONCE_BYTES];
  StoreVersion v = { 0 };
  source_random (r->source, nonce, sizeof nonce);
  if (!store_put_doc (r->store, d->doc, d->kennung_vorher, seq, nonce, &v, error))
    return FALSE;
  rw_seen_renew (r, d->doc, v.stand, v.commitment);
  rw_seen_forget (r, doc_art (d->doc), d->kennung_vorher);
  g_autoptr (Facts) f = facts_of (d->doc);
  EventDoc *ed = event_add_doc (e, doc_art_name (doc_art (d->doc)), f->spur);
  /* An account goes by its opaque id, which a new login name does not change. */
  ed->kennung_vorher = doc_art (d->doc) == DOC_BENUTZER ? NULL : g_strdup (d->kennung_vorher);
  ed->vorher = v.stand_vorher;
  ed->nachher = v.stand;
  ed->commitment_vorher = g_steal_pointer (&v.commitment_vorher);
  ed->commitment_nachher = g_steal_pointer (&v.commitment);
  store_version_clear (&v);
  return TRUE;
}

/* Images and issued papers that the new version names for the first time. */
static void
add_contents (const Doc *neu, const Doc *alt, Event *e)
{
  if (doc_art (neu) == DOC_BRIEFKOPF)
    return;
  g_autoptr (Facts) f = facts_of (neu);
  g_autoptr (Facts) before = alt ? facts_of (alt) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; before && i < before->dateien->len; i++)
    g_hash_table_add (seen, ((FactFile *) before->dateien->pdata[i])->commitment);
  for (guint i = 0; i < f->dateien->len; i++) {
    const FactFile *file = f->dateien->pdata[i];
    if (!g_hash_table_add (seen, file->commitment))
      continue;
    EventDoc *ed = event_add_doc (e, "inhalt", NULL);
    ed->commitment_nachher = g_strdup (file->commitment);
  }
}

static gboolean
was_written (const Event *e, const EventDoc *read)
{
  for (guint i = 0; i < e->dokumente->len; i++) {
    const EventDoc *d = e->dokumente->pdata[i];
    if (g_strcmp0 (d->art, read->art) == 0 && (g_strcmp0 (d->kennung, read->kennung) == 0 ||
                                               g_strcmp0 (d->kennung_vorher, read->kennung) == 0))
      return TRUE;
  }
  return FALSE;
}

static void
add_read (const Gathered *g, Event *e)
{
  for (guint i = 0; i < g->gelesen->len; i++) {
    const EventDoc *read = g->gelesen->pdata[i];
    if (was_written (e, read))
      continue;
    EventDoc *d = event_add_doc (e, read->art, read->kennung);
    d->vorher = read->vorher;
    d->nachher = read->nachher;
    d->commitment_vorher = g_strdup (read->commitment_vorher);
    d->commitment_nachher = g_strdup (read->commitment_nachher);
  }
}

static gboolean
add_reason (Ratsweg *r, const char *grund, Event *e, GError **error)
{
  guint8 nonce[NONCE_BYTES];
  Hash h;
  if (!grund || !*grund)
    return TRUE;
  source_random (r->source, nonce, sizeof nonce);
  if (!store_put_text (r->store, grund, nonce, &h, error))
    return FALSE;
  e->grund = hex_encode (h.b, HASH_BYTES);
  return TRUE;
}

static void
add_actor (Ratsweg *r, const StepResult *result, Event *e)
{
  if (r->konto)
    e->akteur = g_strdup (node_get (doc_root (r->konto), "id"));
  if (r->fuer)
    e->fuer = g_strdup (node_get (doc_root (r->fuer), "id"));
  e->rolle = g_strdup (result->rolle);
}

static void
add_object (const StepResult *result, const StepDoc *own, Event *e)
{
  g_autoptr (Facts) f = facts_of (own->doc);
  e->objekt_art = g_strdup (doc_art_name (doc_art (own->doc)));
  e->objekt = g_strdup (f->spur);
  e->station = g_strdup (result->station);
  e->von = g_strdup (result->von);
  e->nach = g_strdup (result->nach);
  e->code = g_strdup (result->code);
}

static gboolean
fill_event (Ratsweg *r, Gathered *g, const StepRequest *request, const StepResult *result, Event *e,
            GError **error)
{
  Hash before;
  gint64 last;
  e->zeit = g->zeit;
  e->uhr = g->uhr;
  e->art = g_strdup (request->schritt);
  e->wirksam = g_strdup (g->akte->tag);
  e->programm = g_strdup (PACKAGE_STRING);
  if (store_last_event (r->store, &last, &before, error) != STORE_FOUND)
    return FALSE;
  e->vorher = hex_encode (before.b, HASH_BYTES);
  add_actor (r, result, e);
  for (guint i = 0; i < r->regeln_stand->len; i++) {
    const EventRules *rules = r->regeln_stand->pdata[i];
    event_add_rules (e, rules->kennung, rules->stand, rules->sha256);
  }
  for (guint i = 0; i < result->refusals->len; i++)
    g_ptr_array_add (e->einwaende, g_strdup (((Refusal *) result->refusals->pdata[i])->waechter));
  return add_reason (r, request->grund, e, error);
}

gboolean
rw_record (Ratsweg *r, Gathered *g, const StepRequest *request, const StepResult *result,
           const char *anfrage, guint teil, guint64 *ret_seq, GError **error)
{
  g_autoptr (Event) e = event_new ();
  e->seq = store_count (r->store);
  e->anfrage = g_strdup (anfrage);
  e->teil = teil;
  for (guint i = 0; i < result->neu->len; i++) {
    StepDoc *d = result->neu->pdata[i];
    if (!put_document (r, d, e->seq, e, error))
      return FALSE;
    add_contents (d->doc, i == 0 ? g->akte->objekt : NULL, e);
    if (i == 0)
      add_object (result, d, e);
  }
  add_read (g, e);
  if (!fill_event (r, g, request, result, e, error))
    return FALSE;
  g_autoptr (GBytes) bytes = event_write (e, error);
  if (!bytes || !store_put_event (r->store, e, bytes, error))
    return FALSE;
  *ret_seq = e->seq;
  return TRUE;
}

gboolean
rw_finish (Ratsweg *r, RatswegAnswer *a, GError **error)
{
  if (a->abgelehnt || a->probe || !a->geschrieben) {
    store_abort (r->store);
    a->geschrieben = FALSE;
    return TRUE;
  }
  return store_commit (r->store, error);
}

gboolean
rw_record_first (Ratsweg *r, GPtrArray *neu, gboolean probe, GError **error)
{
  g_autoptr (Event) e = event_new ();
  g_autofree char *id = source_id (r->source);
  e->zeit = e->uhr = source_now (r->source);
  e->art = g_strdup ("anlegen");
  e->anfrage = g_strdup (id);
  e->wirksam = day_of_instant (e->zeit);
  e->programm = g_strdup (PACKAGE_STRING);
  e->probe = probe;
  for (guint i = 0; i < neu->len; i++) {
    StepDoc *d = neu->pdata[i];
    if (!put_document (r, d, 0, e, error))
      return FALSE;
    if (doc_art (d->doc) != DOC_REGELN && doc_art (d->doc) != DOC_PROFIL)
      continue;
    g_autoptr (GBytes) bytes = doc_bytes (d->doc);
    g_autofree char *sha256 = rw_sha256 (bytes);
    event_add_rules (e, doc_kennung (d->doc), 1, sha256);
  }
  g_autoptr (GBytes) bytes = event_write (e, error);
  return bytes && store_put_event (r->store, e, bytes, error);
}
