/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the files of ratsweg-*.c share.  Not for ui/. */
#pragma once
#include "ratsweg.h"
#include "base/source.h"
#include "doc/open.h"
#include "route/step.h"
#include "store/store.h"

struct _Ratsweg {
  Store *store;
  Source *source;
  Doc *konto, *fuer; /* accounts; NULL before login */
  Regeln *regeln;    /* in force on @regeln_tag */
  char *regeln_tag;
  GPtrArray *regeln_stand; /* EventRules*, of the rules in force, the profile first */
  GHashTable *regeln_tage; /* days on which just these were found in force */
  GHashTable *seen; /* "art kennung" to Seen*, documents as they are in a running check-in; else NULL */
};

/* A document as the store has it; shared, so nobody edits it. */
typedef struct {
  Doc *doc;
  guint stand;
  Hash commitment;
} Seen;
/* While many files are checked in, each document that their steps read is read once. */
void rw_seen_begin (Ratsweg *r);
void rw_seen_forget (Ratsweg *r, DocArt art, const char *kennung);
/* If the document was read before, it is now as written. */
void rw_seen_renew (Ratsweg *r, Doc *doc, guint stand, const char *commitment);
void rw_seen_end (Ratsweg *r);

/* What one step gathered: the Akte, and each document that was read with its version. */
typedef struct {
  Akte *akte;
  GPtrArray *gelesen; /* EventDoc*: vorher = nachher */
  gint64 zeit, uhr;
} Gathered;
void gathered_free (Gathered *g);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gathered, gathered_free)

/* Rules and profile in force on @day, checked; kept until another day is asked for. */
const Regeln *rw_rules (Ratsweg *r, const char *day, GError **error);
void rw_rules_forget (Ratsweg *r);
/* A profile and, by what each names as its grundlage, the rules below it; @open gives one, owned by the caller. */
typedef Doc *(*RwOpenRules) (const char *kennung, gpointer user, GError **error);
Regeln *rw_rules_chain (Doc *profil, RwOpenRules open, gpointer user, GError **error);
/* Login name of the operating-system user, "uid:N" where it has none; the caller frees. */
char *rw_os_login (void);
/* The SHA-256 of bytes, as hex. */
char *rw_sha256 (GBytes *bytes);

/* A document of the store; NULL in *@ret where there is none; FALSE only for a failure. */
gboolean rw_get (Ratsweg *r, DocArt art, const char *kennung, Doc **ret, EventDoc **ret_event,
                 GError **error);
/* Kind and present Kennung of what a person wrote; an unknown one fails (status 2). */
gboolean rw_find (Ratsweg *r, const char *kennung, DocArt *ret_art, char **ret_kennung, GError **error);

/* Begins an Akte: day, clock, account, object (NULL for a new one). */
Gathered *rw_gather_begin (Ratsweg *r, const char *wirksam, Doc *objekt, GError **error);
/* Adds what the step's @liest names; @neu: the version that is checked in, or NULL. */
gboolean rw_gather (Ratsweg *r, Gathered *g, const char *liest, const Doc *neu, GHashTable *werte,
                    GError **error);
/* Whether every word in a "liest" of the rules can be gathered (status 2). */
gboolean rw_gather_check_rules (const Regeln *regeln, GError **error);
/* The step's row for the object as it is, or any of its name; NULL and an error if there is none. */
xmlNode *rw_step_row (const Regeln *regeln, const Doc *doc, const char *schritt, GError **error);
/* Day of effect of a step: as asked, else by the rules, else today. */
char *rw_effective_day (Ratsweg *r, const xmlNode *row, const Doc *objekt, const char *station,
                        const char *asked, GError **error);
/* "apod", "apod/2021-09-02" or an id, as a station's id; open ones first.  NULL and an error if unknown. */
char *rw_station_id (Ratsweg *r, const Doc *vorlage, const char *text, GError **error);

/* Writes a step's documents and its event into the running transaction. */
gboolean rw_record (Ratsweg *r, Gathered *g, const StepRequest *request, const StepResult *result,
                    const char *anfrage, guint teil, guint64 *ret_seq, GError **error);
/* Event 0 with the documents of a new store (StepDoc*). */
gboolean rw_record_first (Ratsweg *r, GPtrArray *neu, gboolean probe, GError **error);
/* The clock's instant, never before the last event's. */
gboolean rw_clock (Ratsweg *r, gint64 *ret_zeit, gint64 *ret_uhr, GError **error);
/* Local time "yyyy-mm-ddThh:mm" of an instant; the caller frees. */
char *rw_local (gint64 zeit);

/* -- one call: its steps share a transaction and a request, one event each -- */

/* Gives the values of a step where the caller cannot know them before the transaction. */
typedef GHashTable *(*RwPrepare) (Ratsweg *r, const char *kennung, gpointer user, GError **error);
typedef struct {
  Ratsweg *r;
  const RatswegOptions *o;
  RatswegAnswer *a;
  RwPrepare prepare; /* or NULL */
  gpointer user;
  char *anfrage;
  guint teil;                /* of the next step */
  char *offene_top, *anlass; /* what the step just taken gives to open papers of its sitting, or NULL */
} RwCall;
/* Inside the transaction.  Where @a->schon_getan is set then, there is nothing left to do. */
gboolean rw_call_begin (RwCall *c, GError **error);
void rw_call_clear (RwCall *c);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RwCall, rw_call_clear)
/* One step more; a refusal is in the answer and no failure.  Copies @werte. */
gboolean rw_call_step (RwCall *c, DocArt art, const char *kennung, StepRequest *request,
                       GHashTable *werte, GError **error);
/* A result for each of these TOPs, as in ratsweg_results (); @request names the step.  @gemeinsam: by one vote;
 * else each open paper gets it, also where several stand under one TOP. */
gboolean rw_call_results (RwCall *c, const char *sitzung, const char *tops, gboolean gemeinsam,
                          StepRequest *request, GHashTable *werte, GError **error);
/* Persons divided by commas, each by Kennung or a part of the name, as Kennungen; what stands before "=" stays.  NULL
 * and an error where a name is several persons'. */
char *rw_persons (Ratsweg *r, const char *list, GError **error);
/* The changed wording in a file: plain text, or a <text> element. */
xmlDoc *rw_read_text (const char *file, GError **error);
/* A copy of the reason, or NULL: none, or an error. */
char *rw_take_reason (const RatswegOptions *o, GError **error);

/* The step "ausgeben"; @prepare gives its values inside the transaction: stueck, sicht, stand, weg, datei,
 * inhalt, sha256. */
RatswegAnswer *rw_issue_step (Ratsweg *r, const char *kennung, RwPrepare prepare, gpointer user,
                              const char *const *an, const RatswegOptions *o, GError **error);

/* A new account document, not yet checked in. */
Doc *rw_new_account (const char *kennung, const char *rollen, const char *stelle, const char *logins,
                     GError **error);

/* Puts pictures and Anlagen that lie beside the checked-in file into the store. */
gboolean rw_take_contents (Ratsweg *r, Doc *neu, const Doc *current, const char *folder, GError **error);
/* A document's images by commitment: char* to GBytes*. */
GHashTable *rw_contents (Ratsweg *r, const Doc *doc, GError **error);
/* Bytes of a content by hex commitment. */
GBytes *rw_content (Ratsweg *r, const char *commitment, GError **error);

/* Whether this very request was taken before: says so in @a.  FALSE only for a failure. */
gboolean rw_already_done (Ratsweg *r, const RatswegOptions *o, RatswegAnswer *a, GError **error);

RatswegAnswer *rw_answer_new (void);
/* Takes sentences and refusals over from a step. */
void rw_answer_add (RatswegAnswer *a, StepResult *s);
/* Checks the running transaction off: commits, or aborts for a dry run or a refusal. */
gboolean rw_finish (Ratsweg *r, RatswegAnswer *a, GError **error);
