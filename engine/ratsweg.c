/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Opening, who acts, small look-ups.  Called by ui/ and the other ratsweg-*.c. */
#include "ratsweg-intern.h"
#include "doc/open.h"
#include <pwd.h>
#include <unistd.h>
#include <string.h>

void
gathered_free (Gathered *g)
{
  if (!g)
    return;
  akte_free (g->akte);
  g_ptr_array_unref (g->gelesen);
  g_free (g);
}

RatswegAnswer *
rw_answer_new (void)
{
  RatswegAnswer *a = g_new0 (RatswegAnswer, 1);
  a->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) refusal_free);
  a->saetze = g_ptr_array_new_with_free_func (g_free);
  return a;
}

void
ratsweg_answer_free (RatswegAnswer *a)
{
  if (!a)
    return;
  g_ptr_array_unref (a->refusals);
  g_ptr_array_unref (a->saetze);
  g_free (a->kennung);
  g_free (a);
}

void
rw_answer_add (RatswegAnswer *a, StepResult *s)
{
  a->abgelehnt = a->abgelehnt || s->abgelehnt;
  g_ptr_array_extend_and_steal (a->refusals, g_ptr_array_ref (s->refusals));
  g_ptr_array_extend_and_steal (a->saetze, g_ptr_array_ref (s->saetze));
}

char *
rw_sha256 (GBytes *bytes)
{
  Hash h = hash_of (bytes);
  return hex_encode (h.b, HASH_BYTES);
}

/* A Probeablage may set clock and random numbers; any other store ignores the variables. */
static gboolean
choose_source (Ratsweg *r, GError **error)
{
  const char *uhr = g_getenv ("RATSWEG_UHR"), *seed = g_getenv ("RATSWEG_ZUFALL");
  gint64 start;
  if (!uhr || !store_is_probe (r->store)) {
    r->source = source_new_real ();
    return TRUE;
  }
  if (!instant_parse (uhr, &start))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "RATSWEG_UHR=%s ist keine Zeit; erwartet wird z. B. 2021-08-19T08:00:00Z.", uhr);
  /* Each step draws other numbers, each repetition of it the same. */
  g_autofree char *mixed =
    g_strdup_printf ("%s/%" G_GUINT64_FORMAT, seed ? seed : "", store_count (r->store));
  r->source = source_new_set (start, mixed);
  return TRUE;
}

Ratsweg *
ratsweg_open (const char *folder, gboolean writes, GError **error)
{
  doc_library_init ();
  if (!date_check_zone (error))
    return NULL;
  g_autoptr (Ratsweg) r = g_new0 (Ratsweg, 1);
  r->store = store_open (folder, writes ? STORE_WRITE : STORE_READ, error);
  if (!r->store || !choose_source (r, error))
    return NULL;
  return g_steal_pointer (&r);
}

void
ratsweg_close (Ratsweg *r)
{
  if (!r)
    return;
  rw_rules_forget (r);
  rw_seen_end (r);
  doc_unref (r->konto);
  doc_unref (r->fuer);
  source_free (r->source);
  store_close (r->store);
  g_free (r);
}

GPtrArray *
ratsweg_warnings (Ratsweg *r)
{
  return store_warnings (r->store);
}

const char *
ratsweg_account (const Ratsweg *r)
{
  return r->konto ? doc_kennung (r->konto) : NULL;
}

/* -- who acts -- */

static gboolean
names_login (const Doc *konto, const char *login, const char *uid)
{
  NODE_EACH (n, doc_root (konto), "anmeldung") {
    g_autofree char *named = node_text (n);
    if (g_strcmp0 (named, login) == 0 || g_strcmp0 (named, uid) == 0)
      return TRUE;
  }
  return FALSE;
}

char *
rw_os_login (void)
{
  struct passwd *pw = getpwuid (geteuid ());
  return pw && pw->pw_name && *pw->pw_name ? g_strdup (pw->pw_name)
                                           : g_strdup_printf ("uid:%u", (unsigned) geteuid ());
}

static char *
default_account (Ratsweg *r, const char *login, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) mine = store_accounts_of_login (r->store, login, error);
  if (!mine)
    return NULL;
  if (mine->len == 0) {
    g_ptr_array_unref (mine);
    mine = store_accounts_of_login (r->store, uid, error);
    if (!mine)
      return NULL;
  }
  for (guint i = 0; i < mine->len; i++)
    if (mine->len == 1 || g_str_equal (mine->pdata[i], "verwaltung"))
      return g_strdup (mine->pdata[i]);
  g_autofree char *list = text_enumerate (mine);
  fail (error, RATSWEG_ERROR_USAGE,
        mine->len ? "Zur Anmeldung „%s“ gehören mehrere Konten. Abhilfe: --als KONTO; möglich sind %s."
                  : "Zur Anmeldung „%s“ gehört kein Konto dieser Ablage%s. Abhilfe: die Verwaltung der "
                    "Ablage um ein Konto bitten.",
        login, list);
  return NULL;
}

static Doc *
open_account (Ratsweg *r, const char *kennung, GError **error)
{
  g_autoptr (Doc) konto = NULL;
  if (!rw_get (r, DOC_BENUTZER, kennung, &konto, NULL, error))
    return NULL;
  if (!konto)
    fail (error, RATSWEG_ERROR_UNKNOWN,
          "Das Konto „%s“ gibt es nicht. Abhilfe: „ratsweg liste benutzer“ "
          "zeigt alle.",
          kennung);
  return g_steal_pointer (&konto);
}

gboolean
ratsweg_login (Ratsweg *r, const char *als, const char *fuer, GError **error)
{
  g_autofree char *login = rw_os_login ();
  g_autofree char *uid = g_strdup_printf ("uid:%u", (unsigned) geteuid ());
  g_autofree char *kennung = als ? g_strdup (als) : default_account (r, login, uid, error);
  if (!kennung)
    return FALSE;
  g_clear_pointer (&r->konto, doc_unref);
  g_clear_pointer (&r->fuer, doc_unref);
  r->konto = open_account (r, kennung, error);
  if (!r->konto)
    return FALSE;
  if (!names_login (r->konto, login, uid))
    return fail (error, RATSWEG_ERROR_USAGE,
                 "Als „%s“ kann die Anmeldung „%s“ nicht handeln: das Konto nennt sie nicht.", kennung,
                 login);
  if (node_is (doc_root (r->konto), "gesperrt", "ja"))
    return fail (error, RATSWEG_ERROR_USAGE, "Das Konto „%s“ ist gesperrt.", kennung);
  if (fuer)
    r->fuer = open_account (r, fuer, error);
  return !fuer || r->fuer;
}

/* -- look-ups -- */

static void
seen_free (gpointer p)
{
  Seen *seen = p;
  doc_unref (seen->doc);
  g_free (seen);
}

void
rw_seen_begin (Ratsweg *r)
{
  r->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, seen_free);
}

void
rw_seen_end (Ratsweg *r)
{
  g_clear_pointer (&r->seen, g_hash_table_unref);
}

static char *
seen_key (DocArt art, const char *kennung)
{
  return g_strconcat (doc_art_name (art), " ", kennung, NULL);
}

void
rw_seen_forget (Ratsweg *r, DocArt art, const char *kennung)
{
  g_autofree char *key = r->seen && kennung ? seen_key (art, kennung) : NULL;
  if (key)
    g_hash_table_remove (r->seen, key);
}

void
rw_seen_renew (Ratsweg *r, Doc *doc, guint stand, const char *commitment)
{
  g_autofree char *key = r->seen ? seen_key (doc_art (doc), doc_kennung (doc)) : NULL;
  Seen neu = { .stand = stand };
  if (!key || !g_hash_table_contains (r->seen, key) ||
      !hex_decode (commitment, neu.commitment.b, HASH_BYTES))
    return;
  neu.doc = doc_ref (doc);
  g_hash_table_replace (r->seen, g_steal_pointer (&key), g_memdup2 (&neu, sizeof neu));
}

/* ABSENT leaves @ret empty; what is found is owned by the caller. */
static StoreAnswer
read_document (Ratsweg *r, DocArt art, const char *kennung, Seen *ret, GError **error)
{
  g_auto (StoreDoc) d = { 0 };
  StoreAnswer a = store_get (r->store, art, kennung, 0, &d, error);
  if (a != STORE_FOUND)
    return a;
  g_autofree char *quelle = g_strdup_printf ("%s %s", doc_art_name (art), kennung);
  ret->doc = doc_open_stored (art, d.kennung, d.bytes, quelle, error);
  ret->stand = d.stand;
  ret->commitment = d.commitment;
  return ret->doc ? STORE_FOUND : STORE_FAILED;
}

static StoreAnswer
look_up (Ratsweg *r, DocArt art, const char *kennung, Seen *ret, GError **error)
{
  if (!r->seen)
    return read_document (r, art, kennung, ret, error);
  g_autofree char *key = seen_key (art, kennung);
  const Seen *known = g_hash_table_lookup (r->seen, key);
  if (!known) {
    StoreAnswer a = read_document (r, art, kennung, ret, error);
    if (a != STORE_FOUND)
      return a;
    known = g_memdup2 (ret, sizeof *ret);
    g_hash_table_insert (r->seen, g_steal_pointer (&key), (gpointer) known);
  }
  *ret = *known;
  doc_ref (ret->doc);
  return STORE_FOUND;
}

gboolean
rw_get (Ratsweg *r, DocArt art, const char *kennung, Doc **ret, EventDoc **ret_event, GError **error)
{
  Seen d = { 0 };
  *ret = NULL;
  StoreAnswer a = look_up (r, art, kennung, &d, error);
  if (a != STORE_FOUND)
    return a == STORE_ABSENT;
  *ret = d.doc;
  if (ret_event) {
    g_autoptr (Facts) f = facts_of (*ret);
    g_autoptr (Event) e = event_new ();
    EventDoc *ed = event_add_doc (e, doc_art_name (art), f->spur);
    ed->vorher = ed->nachher = d.stand;
    ed->commitment_vorher = hex_encode (d.commitment.b, HASH_BYTES);
    ed->commitment_nachher = g_strdup (ed->commitment_vorher);
    *ret_event = g_ptr_array_steal_index (e->dokumente, 0);
  }
  return TRUE;
}

gboolean
rw_find (Ratsweg *r, const char *kennung, DocArt *ret_art, char **ret_kennung, GError **error)
{
  switch (store_find (r->store, kennung, ret_art, ret_kennung, error)) {
  case STORE_FOUND:
    return TRUE;
  case STORE_FAILED:
    return FALSE;
  case STORE_ABSENT:
    break;
  }
  return fail (error, RATSWEG_ERROR_UNKNOWN,
               "Die Kennung „%s“ ist unbekannt. Abhilfe: „ratsweg liste“ zeigt die bekannten.", kennung);
}

/* -- clock -- */

gboolean
rw_clock (Ratsweg *r, gint64 *ret_zeit, gint64 *ret_uhr, GError **error)
{
  gint64 last = G_MININT64;
  Hash hash;
  if (store_last_event (r->store, &last, &hash, error) == STORE_FAILED)
    return FALSE;
  *ret_uhr = source_now (r->source);
  *ret_zeit = MAX (*ret_uhr, last);
  return TRUE;
}

char *
rw_local (gint64 zeit)
{
  g_autofree char *german = instant_german (zeit);
  return g_strdup_printf ("%.4s-%.2s-%.2sT%.5s", german + 6, german + 3, german, german + 11);
}
