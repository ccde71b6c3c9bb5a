/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The Ablage: one folder with the trail, the documents' versions, an index and readable files.  Owns the
 * folder and its database; may call trail/, doc/, SQLite, zlib.  Knows bytes and facts, no rule.
 *
 * What shares a transaction: everything between store_begin and store_commit.  The readable files are
 * refreshed behind the commit; a start redoes what a kill left out. */
#pragma once
#include "doc/doc.h"
#include "doc/facts.h"
#include "trail/event.h"
#include "base/hash.h"

typedef struct _Store Store;
typedef enum { STORE_READ, STORE_WRITE } StoreMode;
/* Three answers per look-up; only the last sets the error. */
typedef enum { STORE_FOUND, STORE_ABSENT, STORE_FAILED } StoreAnswer;

/* A new, empty store in @folder, which must be missing or an empty folder. */
Store *store_create (const char *folder, GError **error);
/* Takes away again what store_create made, if its first step could not be recorded; closes it. */
void store_discard (Store *s);
/* An existing store.  A newer index than this program's fails (status 3); an older one is rebuilt at the
 * first write.  STORE_READ also works on a read-only copy. */
Store *store_open (const char *folder, StoreMode mode, GError **error);
void store_close (Store *s);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Store, store_close)
const char *store_folder (const Store *s);
/* German sentences about things found on the way (files changed behind the engine's back, a step's files
 * redone), each once; the array is lent. */
GPtrArray *store_warnings (Store *s);
/* TRUE where event 0 says so. */
gboolean store_is_probe (Store *s);

/* -- reading -- */

typedef struct {
  DocArt art;
  char *kennung;
  guint stand;
  Hash commitment;
  guint64 seq; /* event that made this version */
  GBytes *bytes;
} StoreDoc;
void store_doc_clear (StoreDoc *d);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreDoc, store_doc_clear)

/* Finds a Kennung, present or former, in all kinds, or in one with "art:KENNUNG".  Two hits of different
 * kinds fail (status 2) and name both. */
StoreAnswer store_find (Store *s, const char *kennung, DocArt *ret_art, char **ret_kennung,
                        GError **error);
/* The newest version (@stand 0), or that one. */
StoreAnswer store_get (Store *s, DocArt art, const char *kennung, guint stand, StoreDoc *ret,
                       GError **error);
/* The newest version recorded at or before @instant. */
StoreAnswer store_get_at (Store *s, DocArt art, const char *kennung, gint64 instant, StoreDoc *ret,
                          GError **error);
/* Of rules and profiles: the newest version whose gueltig-ab is @day or earlier. */
StoreAnswer store_in_force (Store *s, DocArt art, const char *kennung, const char *day, StoreDoc *ret,
                            GError **error);
/* The present Kennung of the document that events call @spur: for accounts their opaque id, for all others
 * their Kennung at that time. */
StoreAnswer store_of_trail (Store *s, DocArt art, const char *spur, char **ret_kennung, GError **error);
/* An image, an Anlage, an issued paper or a free text, by commitment; its bytes are checked against it. */
StoreAnswer store_content (Store *s, const Hash *commitment, GBytes **ret, GError **error);

/* One row of the index. */
typedef struct {
  const char *kennung, *titel, *zustand, *datum, *gremium;
  const char *papierart, *wartet, *wartet_termin, *wartet_marken; /* of a Vorlage, see doc/facts.h */
  guint stand;
} StoreRow;
/* FALSE from @row ends the walk without an error. */
typedef gboolean (*StoreRowFunc) (const StoreRow *row, gpointer user);
/* All documents of a kind, ordered by datum, then Kennung.  Filters may be NULL: exact zustand; gremium
 * (of a sitting, or of any station of a Vorlage); datum from @von to @bis (days). */
gboolean store_each (Store *s, DocArt art, const char *zustand, const char *gremium, const char *von,
                     const char *bis, StoreRowFunc row, gpointer user, GError **error);
/* Kennungen of sittings of @gremium whose start is on or after @von, in order of start; the caller owns
 * the array of char*. */
GPtrArray *store_sittings (Store *s, const char *gremium, const char *von, GError **error);
/* Kennungen of papers with a station in this sitting, whatever became of it; likewise. */
GPtrArray *store_papers_of_sitting (Store *s, const char *sitzung, GError **error);
/* Of these, those on its agenda that have no result there; likewise. */
GPtrArray *store_open_papers_of_sitting (Store *s, const char *sitzung, GError **error);
/* Kennungen of accounts that name the operating-system login; likewise. */
GPtrArray *store_accounts_of_login (Store *s, const char *login, GError **error);

/* -- orders that come from decisions -- */

typedef struct {
  const char *kennung, *text, *zustand, *gremium, *vorlage, *amt;
  const char *frist, *sachstand; /* each may be NULL */
} StoreOrder;
/* FALSE from @row ends the walk without an error. */
typedef gboolean (*StoreOrderFunc) (const StoreOrder *row, gpointer user);
typedef struct {
  const char *zustand, *gremium, *amt, *vorlage; /* exact; each may be NULL */
  const char *frist_vor;                         /* only those due before this day; or NULL */
  const char *ohne;      /* states between blanks that are left out, " erledigt "; or NULL */
  const char *berichtet; /* likewise, left out where the body was told; or NULL */
} StoreOrderFilter;
/* Orders by what is due first, then Kennung. */
gboolean store_each_order (Store *s, const StoreOrderFilter *f, StoreOrderFunc row, gpointer user,
                           GError **error);
/* Kennungen of the orders of a body's decisions whose end, a state in @over, it has not been told; the caller owns the
 * array of char*. */
GPtrArray *store_orders_to_report (Store *s, const char *gremium, const char *over, GError **error);

typedef struct {
  const char *vorlage, *titel, *gremium, *termin, *code;
} StoreDecision;
typedef gboolean (*StoreDecisionFunc) (const StoreDecision *row, gpointer user);
/* Decisions from which an order is due and has not come; of one body, or with @gremium NULL of all. */
gboolean store_each_decision_without_order (Store *s, const char *gremium, StoreDecisionFunc row,
                                            gpointer user, GError **error);

/* -- events -- */

guint64 store_count (Store *s);
/* Bytes of event @seq. */
StoreAnswer store_event (Store *s, guint64 seq, GBytes **ret, GError **error);
/* Instant and hash of the last event; ABSENT in a store without events. */
StoreAnswer store_last_event (Store *s, gint64 *ret_zeit, Hash *ret_hash, GError **error);
/* First event of a request that was already taken. */
StoreAnswer store_request (Store *s, const char *anfrage, guint64 *ret_seq, GError **error);
/* Events from @from up to but not including @to, in short read transactions.  FALSE from @event ends the
 * walk; an error set by it fails the walk. */
typedef gboolean (*StoreEventFunc) (guint64 seq, GBytes *xml, gpointer user, GError **error);
gboolean store_each_event (Store *s, guint64 from, guint64 to, StoreEventFunc event, gpointer user,
                           GError **error);
/* The same for the events that changed one document, by its present Kennung. */
gboolean store_each_event_of (Store *s, DocArt art, const char *kennung, StoreEventFunc event,
                              gpointer user, GError **error);
/* Root of the tree over all events. */
gboolean store_root (Store *s, Hash *ret, GError **error);

/* -- writing: only between begin and commit --
 *
 * Order of a step: contents, documents, then the event that names them.  Places where a test can kill the
 * process (base/fault.h), in their order:
 *   nach-inhalt       a content file is on the disk, the transaction is open
 *   vor-commit        all is written into the transaction
 *   nach-commit       the step is recorded, no readable file is refreshed yet
 *   zwischen-dateien  after each readable file that was written
 * Killed before the commit, nothing of the step is left; after it, the next begin refreshes its files. */

/* Waits for the writers' lock (10 s, then status 3), begins, and redoes files that are behind. */
gboolean store_begin (Store *s, GError **error);
/* Commits, then refreshes the readable files.  After a failed commit all is as before. */
gboolean store_commit (Store *s, GError **error);
void store_abort (Store *s);

typedef struct {
  guint stand_vorher, stand;
  char *commitment_vorher; /* hex, NULL for a new document */
  char *commitment;        /* hex */
} StoreVersion;
void store_version_clear (StoreVersion *v);

/* A new version of @doc (its bytes, its facts), to be recorded by event @seq.  @kennung_vorher: its
 * Kennung so far, NULL if new or unchanged.  A Kennung that is taken, or whose file name differs from
 * another's only in case, fails (status 2). */
gboolean store_put_doc (Store *s, Doc *doc, const char *kennung_vorher, guint64 seq,
                        const guint8 nonce[NONCE_BYTES], StoreVersion *ret, GError **error);
/* An image, Anlage or issued paper: a file of its own under inhalt/, fsynced before the commit. */
gboolean store_put_content (Store *s, GBytes *bytes, const guint8 nonce[NONCE_BYTES], Hash *ret,
                            GError **error);
/* A free text (a reason), kept in the database. */
gboolean store_put_text (Store *s, const char *text, const guint8 nonce[NONCE_BYTES], Hash *ret,
                         GError **error);
/* The event itself and its tree rows; @e->seq must be store_count. */
gboolean store_put_event (Store *s, const Event *e, GBytes *bytes, GError **error);

/* -- keeping -- */

/* One finding of a check. */
typedef void (*StoreFinding) (const char *what, const char *found, gpointer user);
/* Called now and then with work done and to do; FALSE interrupts (status 130). */
typedef gboolean (*StoreProgress) (guint64 done, guint64 all, gpointer user);
typedef struct {
  guint64 ereignisse, staende, inhalte, dateien, befunde;
} StoreCounts;
/* Everything the trail promises: event bytes canonical, order and chain, tree rows and root, versions and
 * contents against their commitments and against the events, readable files, text of the database
 * schema.  Findings are no error.  Needs memory independent of the store's size. */
gboolean store_verify (Store *s, StoreFinding finding, StoreProgress progress, gpointer user,
                       StoreCounts *ret, GError **error);
/* Writes every readable file byte for byte as kept; a changed one is first moved to verdraengt/.  Calls
 * @finding for each file it had to write.  *@ret_lost: what could not be read any more, each with a warning. */
gboolean store_restore_files (Store *s, StoreFinding finding, gpointer user, guint64 *ret_written,
                              guint64 *ret_lost, GError **error);
/* A complete copy of the database to @file (a new file), taken under the lock, plus, beside it, what
 * inhalt/ holds: a folder "@file.inhalt". */
gboolean store_backup (Store *s, const char *file, StoreProgress progress, gpointer user,
                       GError **error);
