/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The one way into a store: begin, put, commit.  Knows no rule and makes no event.  Called by ratsweg.c. */
#include "doc/open.h"
#include "store/content.h"
#include "store/events.h"
#include "store/files.h"
#include "store/index.h"
#include "store/lock.h"
#include "store/recover.h"
#include "store/tables.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/interrupt.h"
#include <signal.h>
#include <string.h>

#define LOCK_SECONDS 10
#define FULL_EVERY 16 /* every 16th version of a document stands on its own */

/* -- begin -- */

static gboolean
renew_old_index (Store *s, GError **error)
{
  gint64 version;
  if (!tables_version (s->db, &version, error))
    return FALSE;
  if (version < TABLES_INDEX_VERSION && !index_rebuild (s, s->db, error))
    return FALSE;
  s->index = s->db;
  g_clear_pointer (&s->scratch, db_close);
  return TRUE;
}

static gboolean
begin_locked (Store *s, GError **error)
{
  if (recover_journal_full (s))
    store_warn (s, "Ein unterbrochener Schritt war nicht aufgenommen und ist zurückgenommen; die Ablage "
                   "ist wie vor ihm.");
  if (!sql_exec (s->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  s->writing = TRUE;
  s->last_zeit = 0;
  g_array_set_size (s->fresh, 0);
  s->new_files = 0;
  content_remember (s);
  return renew_old_index (s, error) && content_tidy (s, error) && events_count (s, &s->first, error) &&
         files_catch_up (s) && index_set_meta (s->db, "dateien", (gint64) s->files_until, error);
}

gboolean
store_begin (Store *s, GError **error)
{
  if (s->mode != STORE_WRITE || s->writing)
    return fail (error, RATSWEG_ERROR_INTERNAL,
                 "Die Ablage ist nur zum Lesen geöffnet, oder ein Schritt ist schon begonnen.");
  interrupt_done (FALSE);
  s->lock = lock_take (s->folder, LOCK_SECONDS, error);
  if (s->lock < 0)
    return FALSE;
  interrupt_hold ();
  if (begin_locked (s, error))
    return TRUE;
  store_abort (s);
  return FALSE;
}

gboolean
store_need_transaction (Store *s, GError **error)
{
  return s->writing
           ? interrupt_check (error)
           : fail (error, RATSWEG_ERROR_INTERNAL, "Kein Schritt ist begonnen; nichts wird geschrieben.");
}

/* -- end -- */

static void
end (Store *s)
{
  if (s->new_files > 0)
    content_tidy (s, NULL); /* on failure the next begin tidies */
  s->new_files = 0;
  content_forget (s);
  files_forget (s);
  s->writing = FALSE;
  if (s->lock >= 0)
    interrupt_release ();
  lock_release (s->lock);
  s->lock = -1;
}

static void
roll_back (Store *s)
{
  if (!sqlite3_get_autocommit (s->db->h))
    sql_exec (s->db, "ROLLBACK", NULL);
}

void
store_abort (Store *s)
{
  roll_back (s);
  end (s);
}

/* What was written is read once more and hashed, before it becomes part of the trail. */
static gboolean
read_again (Store *s, GError **error)
{
  content_remember (s); /* nothing that was read before */
  for (guint i = 0; i < s->fresh->len; i++) {
    g_autoptr (GBytes) bytes = NULL;
    StoreAnswer a =
      content_get (s, &g_array_index (s->fresh, Hash, i), "Ein Inhalt dieses Schritts", &bytes, error);
    if (a == STORE_ABSENT)
      return fail (error, RATSWEG_ERROR_DAMAGED, "Ein Inhalt dieses Schritts ist nicht wieder lesbar.");
    if (a == STORE_FAILED)
      return FALSE;
  }
  return TRUE;
}

static void
hold_signals (gboolean hold, sigset_t *before)
{
  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  sigaddset (&set, SIGHUP);
  if (hold)
    pthread_sigmask (SIG_BLOCK, &set, before);
  else
    pthread_sigmask (SIG_SETMASK, before, NULL);
}

/* A disk can fail after the one moment that decides: then the step is there, and only its keeping is in doubt. */
static gboolean
fail_after_all (Store *s, const GError *why, GError **error)
{
  g_autofree char *cause = error_cause (why);
  return fail (error, RATSWEG_ERROR_STORE,
               "%s Der Schritt steht dennoch als Ereignis %" G_GUINT64_FORMAT
               " in der Ablage; ungewiss ist, ob er einen Stromausfall übersteht. Abhilfe: ihn nicht "
               "wiederholen, sondern mit „ratsweg verlauf“ nachsehen.",
               cause, store_count (s) - 1);
}

/* Under held signals. */
static gboolean
commit (Store *s, GError **error)
{
  guint64 count = 0;
  g_autoptr (GError) why = NULL;
  gboolean ok = interrupt_check (&why) && sql_exec (s->db, "COMMIT", &why);
  if (!ok)
    roll_back (s);
  gboolean recorded = ok || (events_count (s, &count, NULL) && count > s->first);
  if (recorded) {
    interrupt_done (TRUE);
    fault_point ("nach-commit");
    files_refresh (s, s->first);
  }
  end (s);
  if (!ok && recorded)
    return fail_after_all (s, why, error);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&why));
  return ok;
}

gboolean
store_commit (Store *s, GError **error)
{
  sigset_t before;
  if (!store_need_transaction (s, error) || !read_again (s, error)) {
    store_abort (s);
    return FALSE;
  }
  fault_point ("vor-commit");
  hold_signals (TRUE, &before);
  gboolean ok = commit (s, error);
  hold_signals (FALSE, &before);
  return ok;
}

/* -- contents -- */

gboolean
store_put_content (Store *s, GBytes *bytes, const guint8 nonce[NONCE_BYTES], Hash *ret, GError **error)
{
  *ret = hash_commitment (nonce, bytes);
  return store_need_transaction (s, error) && content_put_file (s, ret, nonce, bytes, error);
}

gboolean
store_put_text (Store *s, const char *text, const guint8 nonce[NONCE_BYTES], Hash *ret, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  *ret = hash_commitment (nonce, bytes);
  return store_need_transaction (s, error) && content_put (s, ret, nonce, bytes, NULL, error);
}

/* -- documents -- */

void
store_version_clear (StoreVersion *v)
{
  g_clear_pointer (&v->commitment_vorher, g_free);
  g_clear_pointer (&v->commitment, g_free);
}

typedef struct {
  char *spur;
  guint stand;
  Hash commitment;
} Before;

static void
before_clear (Before *b)
{
  g_free (b->spur);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Before, before_clear)

static StoreAnswer
read_before (Store *s, const char *text, const char *art, const char *name, Before *ret, GError **error)
{
  g_autoptr (Sql) q = sql_query (s->index, error, text, "tt", art, name);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a != STORE_FOUND)
    return a;
  ret->spur = g_strdup (sql_text (q, 0));
  ret->stand = (guint) sql_int (q, 1);
  if (!sql_hash (q, 2, &ret->commitment)) {
    fail (error, RATSWEG_ERROR_DAMAGED, "Das Verzeichnis nennt für „%s“ kein gültiges Commitment.",
          name);
    return STORE_FAILED;
  }
  return STORE_FOUND;
}

/* The version before: of the Kennung it had, else of what the trail calls it. */
static gboolean
find_before (Store *s, const Facts *f, const char *kennung_vorher, Before *ret, GError **error)
{
  const char *art = doc_art_name (f->art);
  if (!kennung_vorher)
    return read_before (s, "SELECT spur, stand, commitment FROM dokument WHERE art = ? AND spur = ?",
                        art, f->spur, ret, error) != STORE_FAILED;
  StoreAnswer a =
    read_before (s, "SELECT spur, stand, commitment FROM dokument WHERE art = ? AND kennung = ?", art,
                 kennung_vorher, ret, error);
  if (a == STORE_ABSENT)
    return fail (error, RATSWEG_ERROR_UNKNOWN, "%s „%s“ gibt es nicht.", art, kennung_vorher);
  return a == STORE_FOUND;
}

static gboolean
check_size (const Facts *f, GBytes *bytes, GError **error)
{
  gsize n = g_bytes_get_size (bytes);
  return n <= DOC_MAX_BYTES ||
         fail (error, RATSWEG_ERROR_INVALID,
               "%s: das Dokument hätte %" G_GSIZE_FORMAT " Bytes; aufbewahrt werden höchstens 8 MB. "
               "Abhilfe: große Teile als Anlage beifügen.",
               f->kennung, n);
}

static gboolean
check_names (const Facts *f, GError **error)
{
  return (f->kennung && f->spur) ||
         fail (error, RATSWEG_ERROR_INTERNAL,
               "Ein Dokument ohne Kennung, oder ein Konto ohne Kennzahl, kann nicht aufbewahrt werden.");
}

static void
fill_version (StoreVersion *ret, const Before *b, const Hash *commitment)
{
  ret->stand_vorher = b->stand;
  ret->stand = b->stand + 1;
  ret->commitment_vorher = b->stand ? hex_encode (b->commitment.b, HASH_BYTES) : NULL;
  ret->commitment = hex_encode (commitment->b, HASH_BYTES);
}

gboolean
store_put_doc (Store *s, Doc *doc, const char *kennung_vorher, guint64 seq,
               const guint8 nonce[NONCE_BYTES], StoreVersion *ret, GError **error)
{
  g_auto (Before) b = { 0 };
  g_autoptr (Facts) f = facts_of (doc);
  g_autoptr (GBytes) bytes = doc_bytes (doc);
  *ret = (StoreVersion){ 0 };
  if (!store_need_transaction (s, error) || !check_names (f, error) || !check_size (f, bytes, error) ||
      !find_before (s, f, kennung_vorher, &b, error) || !index_check_free (s->index, f, b.spur, error))
    return FALSE;
  IndexVersion v = { .art = f->art,
                     .spur = f->spur,
                     .spur_vorher = b.spur,
                     .stand = b.stand + 1,
                     .commitment = hash_commitment (nonce, bytes),
                     .seq = seq };
  const Hash *basis = b.stand % FULL_EVERY ? &b.commitment : NULL;
  if (!content_put (s, &v.commitment, nonce, bytes, basis, error) ||
      !index_put (s->index, &v, doc, f, error))
    return FALSE;
  fill_version (ret, &b, &v.commitment);
  files_remember (s, bytes, g_steal_pointer (&f));
  return TRUE;
}

/* -- the event -- */

static gboolean
check_place (Store *s, const Event *e, GError **error)
{
  guint64 n;
  gint64 zeit;
  Hash last;
  if (!events_count (s, &n, error))
    return FALSE;
  if (e->seq != n)
    return fail (error, RATSWEG_ERROR_INTERNAL,
                 "Ereignis %" G_GUINT64_FORMAT
                 " ist nicht an der Reihe; das nächste ist %" G_GUINT64_FORMAT ".",
                 e->seq, n);
  StoreAnswer a = store_last_event (s, &zeit, &last, error);
  if (a != STORE_FOUND)
    return a == STORE_ABSENT;
  g_autofree char *hex = hex_encode (last.b, HASH_BYTES);
  if (g_strcmp0 (hex, e->vorher) != 0 || e->zeit < zeit)
    return fail (error, RATSWEG_ERROR_INTERNAL,
                 "Ereignis %" G_GUINT64_FORMAT " schließt nicht an das vorige an.", e->seq);
  return TRUE;
}

static gboolean
check_request (Store *s, const Event *e, GError **error)
{
  gint64 seq;
  StoreAnswer a =
    sql_number (s->db, error, &seq, "SELECT seq FROM ereignis WHERE anfrage = ? AND teil = ?", "ti",
                e->anfrage, (gint64) e->teil);
  if (a == STORE_FOUND)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "Diese Anfrage ist schon als Ereignis %" G_GINT64_FORMAT " aufgenommen.", seq);
  return a == STORE_ABSENT;
}

/* The event and the versions put for it must say the same. */
static gboolean
check_versions (Store *s, const Event *e, GError **error)
{
  gint64 named = 0, put = 0, one;
  for (guint i = 0; i < e->dokumente->len; i++) {
    IndexVersion v = { 0 };
    if (!index_version_of (e, e->dokumente->pdata[i], &v))
      continue;
    named++;
    if (v.art == DOC_BENUTZER && v.spur_vorher)
      return fail (error, RATSWEG_ERROR_INTERNAL,
                   "Ereignis %" G_GUINT64_FORMAT " nennt ein Konto bei seinem Namen statt bei seiner "
                   "Kennzahl.",
                   e->seq);
    StoreAnswer a = sql_number (s->index, error, &one,
                                "SELECT 1 FROM version WHERE art = ? AND spur = ? AND stand = ? AND "
                                "commitment = ? AND seq = ?",
                                "ttihi", doc_art_name (v.art), v.spur, (gint64) v.stand, &v.commitment,
                                (gint64) e->seq);
    if (a == STORE_FAILED)
      return FALSE;
    if (a == STORE_ABSENT)
      return fail (error, RATSWEG_ERROR_INTERNAL,
                   "Ereignis %" G_GUINT64_FORMAT " nennt %s %s, Stand %u, der nicht so vorliegt.",
                   e->seq, doc_art_name (v.art), v.spur, v.stand);
  }
  if (sql_number (s->index, error, &put, "SELECT count(*) FROM version WHERE seq = ?", "i",
                  (gint64) e->seq) == STORE_FAILED)
    return FALSE;
  return put == named || fail (error, RATSWEG_ERROR_INTERNAL,
                               "Ereignis %" G_GUINT64_FORMAT " nennt %" G_GINT64_FORMAT
                               " neue Stände, aufbewahrt sind %" G_GINT64_FORMAT ".",
                               e->seq, named, put);
}

static gboolean
insert_event (Store *s, const Event *e, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) again = NULL;
  TreeRows rows = events_rows (s);
  if (!sql_run (s->db, error, "INSERT INTO ereignis (seq, xml, anfrage, teil) VALUES (?, ?, ?, ?)",
                "iyti", (gint64) e->seq, bytes, e->anfrage, (gint64) e->teil) ||
      store_event (s, e->seq, &again, error) == STORE_FAILED)
    return FALSE;
  if (!again || !g_bytes_equal (again, bytes))
    return fail (error, RATSWEG_ERROR_DAMAGED,
                 "Ereignis %" G_GUINT64_FORMAT " ist nicht so wieder lesbar, wie es geschrieben wurde.",
                 e->seq);
  Hash leaf = tree_leaf (again);
  return tree_append (&rows, e->seq, &leaf, error);
}

gboolean
store_put_event (Store *s, const Event *e, GBytes *bytes, GError **error)
{
  if (!store_need_transaction (s, error) || !check_place (s, e, error) || !check_request (s, e, error) ||
      !check_versions (s, e, error))
    return FALSE;
  if (!insert_event (s, e, bytes, error) || !index_set_time (s->index, e->seq, e->zeit, error))
    return FALSE;
  s->last_zeit = e->zeit;
  s->last_hash = hash_of (bytes);
  return TRUE;
}
