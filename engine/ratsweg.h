/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Ratsweg: the whole way as calls in their order.  ui/ includes this header and nothing below it.
 *
 *   ratsweg_create        a new Ablage with rules, profile, letterheads, number ranges, one account
 *   ratsweg_open          an Ablage
 *   ratsweg_login         who acts, and for whom
 *   ratsweg_check_in      files in            \   gather   what the step declares in the rules
 *   ratsweg_step          one step             >  route    documents, step, day, rules -> new documents
 *   ratsweg_results       results by TOP       >
 *   ratsweg_take_over     old courses        >
 *   ratsweg_issue         an issued paper     /   store    versions + event + tree + index: ONE transaction;
 *                                                          then the readable files
 *   ratsweg_possible      what could be done, and why the rest could not
 *   ratsweg_list, _show, _history             lists, one document, the trail
 *   ratsweg_plane         which sittings a paper needs
 *   ratsweg_print         document + letterhead -> ODT
 *   ratsweg_verify, _restore, _backup         keeping
 *
 * What shares a transaction: all documents of one call, its events and their tree rows; a check-in of many
 * files is one, and so are results of many TOPs.  Everything is refused with the same words whoever calls.  Owns the store, the rules in
 * force and the acting account; may call every layer but ui/. */
#pragma once
#include <glib.h>
#include "base/error.h"
#include "base/refusal.h"
#include "base/table.h"
#include "base/date.h"
#include "base/text.h"
#include "base/file.h"

typedef struct _Ratsweg Ratsweg;

/* A new Ablage in @folder with the named profile ("dortmund") and the account "verwaltung" for the caller's
 * operating-system login.  @probe: a Probeablage, in which $RATSWEG_UHR and $RATSWEG_ZUFALL set clock and
 * random numbers.  *@ret_notes (may be NULL) gets sentences of advice; the caller owns the array. */
gboolean ratsweg_create (const char *folder, const char *profil, gboolean probe, GPtrArray **ret_notes,
                         GError **error);

Ratsweg *ratsweg_open (const char *folder, gboolean writes, GError **error);
void ratsweg_close (Ratsweg *r);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ratsweg, ratsweg_close)

/* Who acts: @als, or the one account of the login, or "verwaltung" among several.  An account that does not
 * name the caller's login fails (status 2).  @fuer: deputised for, judged by the rules at each step. */
gboolean ratsweg_login (Ratsweg *r, const char *als, const char *fuer, GError **error);
/* Kennung of the acting account; lent. */
const char *ratsweg_account (const Ratsweg *r);
/* German sentences about the store (files changed from outside, ...); lent. */
GPtrArray *ratsweg_warnings (Ratsweg *r);

/* -- steps -- */

typedef struct {
  gboolean probe;      /* dry run: the same way without the commit */
  const char *grund;   /* reason, or NULL */
  const char *wirksam; /* day of effect, or NULL for the default */
  const char *anfrage; /* 32 hex digits of a request that may come twice; or NULL */
  const char *schritt; /* check-in: the step that the files take, or NULL for the usual one */
} RatswegOptions;

typedef struct {
  gboolean abgelehnt, probe, schon_getan; /* schon_getan: this request was taken before */
  GPtrArray *refusals;                    /* Refusal* */
  GPtrArray *saetze;                      /* char* */
  guint64 seq;                            /* last event, where one was written */
  gboolean geschrieben;
  char *kennung; /* of the object after the step */
} RatswegAnswer;
void ratsweg_answer_free (RatswegAnswer *a);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RatswegAnswer, ratsweg_answer_free)

/* One step on one document.  @werte: char* to char*.  @text_file: changed wording, plain text or a <text>
 * element, or NULL.  "station" in @werte may be an id, or a body with optional day ("apod/2021-09-02"). */
RatswegAnswer *ratsweg_step (Ratsweg *r, const char *kennung, const char *schritt, GHashTable *werte,
                             const char *text_file, const RatswegOptions *o, GError **error);

/* Whether this Kennung is that of a sitting; an unknown one fails (status 2). */
gboolean ratsweg_is_sitting (Ratsweg *r, const char *kennung, gboolean *ret, GError **error);
/* Results by TOP, all or nothing, one event a TOP: @tops are the numbers or ids of TOPs of @sitzung, divided by
 * commas, "3.1-3.4" all from one to the other; NULL: every TOP whose paper is still open.  @werte has "code",
 * also "wie-vorlage": what the rules name for the body's Zuständigkeit. */
RatswegAnswer *ratsweg_results (Ratsweg *r, const char *sitzung, const char *tops, GHashTable *werte,
                                const char *text_file, const RatswegOptions *o, GError **error);

/* Checks files in, all or nothing: new documents, or new versions that carry stand=. */
RatswegAnswer *ratsweg_check_in (Ratsweg *r, const char *const *paths, const RatswegOptions *o,
                                 GError **error);
/* A new account; roles blank-separated; @logins NULL: the caller's. */
RatswegAnswer *ratsweg_add_account (Ratsweg *r, const char *kennung, const char *rollen,
                                    const char *stelle, const char *logins, const RatswegOptions *o,
                                    GError **error);

/* -- old courses -- */

/* Called now and then with work done and to do; FALSE interrupts (status 130). */
typedef gboolean (*RatswegProgress) (guint64 done, guint64 all, gpointer user);
typedef struct {
  Table *zahlen; /* bereich, wort, anzahl: papiere, ergebnisse, zustaende, einwaende, unbekannt, ... */
  GPtrArray *falsch;  /* char*: lines that could not be taken */
  GPtrArray *streit;  /* char*: numbers that are there with another content, both side by side */
  GPtrArray *hinweis; /* char*: what somebody should look at: unknown words */
} RatswegTakeover;
void ratsweg_takeover_free (RatswegTakeover *t);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RatswegTakeover, ratsweg_takeover_free)
/* Takes over the courses of another system: @file, a line of JSON each ("-": standard input), by the table
 * <uebernahme> of the profile.  Some hundred papers share a transaction; what was taken before is recognised and
 * left alone, so that an interrupted call is simply made again. */
RatswegTakeover *ratsweg_take_over (Ratsweg *r, const char *file, const RatswegOptions *o,
                                    RatswegProgress progress, gpointer user, GError **error);

/* -- looking -- */

/* The text in force of a Vorlage, a row a paragraph: columns text, herkunft ("vorlage", "station", "papier"), quelle, and
 * wort, the same for people. */
Table *ratsweg_wording (Ratsweg *r, const char *kennung, GError **error);
/* Steps of a document: columns schritt, wort, befehl, werte, moeglich ("ja", "nein", "mit Grund"), and what
 * stands against it: hinweis and abhilfe, a line each, and regel, divided by ", ". */
Table *ratsweg_possible (Ratsweg *r, const char *kennung, GError **error);
typedef struct {
  const char *
    was; /* "vorlagen", "sitzungen", "gremien", "auftraege", "stellen", "benutzer", "zaehler", "regeln" */
  const char *zustand, *gremium, *von, *bis;
  const char *bei; /* of papers: those that this Stelle is to sign now */
  gboolean meine;  /* the same of the acting account, and of those it deputises for today */
  /* Of orders alone.  Without zustand and alle those that the body has been told the end of are left out;
   * ueberfaellig: only what should be done by now; fehlende: instead of orders the decisions that lack one. */
  const char *amt, *vorlage;
  gboolean ueberfaellig, fehlende, alle;
} RatswegFilter;
Table *ratsweg_list (Ratsweg *r, const RatswegFilter *f, GError **error);
/* The kept bytes of a document: newest, of version @stand (> 0), or as recorded at @am. */
GBytes *ratsweg_show (Ratsweg *r, const char *kennung, guint stand, const char *am, GError **error);
typedef struct {
  const char *kennung;   /* NULL: all */
  const char *von, *bis; /* days of recording */
  gboolean uebergangen;  /* only objections that were overridden: a row each */
} RatswegPast;
/* Events, oldest first.  Columns nr, erfasst, wirksam, wer, fuer, schritt, was, einwand, grund; of what was
 * overridden regel instead of schritt, and in einwand the sentence. */
Table *ratsweg_history (Ratsweg *r, const RatswegPast *p, GError **error);

typedef struct {
  gboolean geht; /* the target can be reached in time */
  Table *table; /* a station a row: gremium, zustaendigkeit, beginn, schluss, ladung, hinweis, sitzung */
  GPtrArray *saetze; /* char*: days for the whole paper, what does not work, what would */
} RatswegPlan;
void ratsweg_plan_free (RatswegPlan *p);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RatswegPlan, ratsweg_plan_free)
/* The Beratungsfolge of a paper backwards from the sitting @ziel, as of the day @wirksam (NULL: today). */
RatswegPlan *ratsweg_plane (Ratsweg *r, const char *kennung, const char *ziel, const char *wirksam,
                            GError **error);

/* -- papers -- */

typedef struct {
  const char *stueck; /* NULL: "vorlage" */
  gboolean intern;
  guint stand; /* 0: newest */
} RatswegPiece;
/* An ODT to look at: no event. */
GBytes *ratsweg_print (Ratsweg *r, const char *kennung, const RatswegPiece *p, GError **error);
/* Issues it: frozen, numbered, recorded, kept.  @ziel: a file that gets the paper too, or NULL; what that needs
 * is written before the commit, so that a full disk is told before anything is recorded.  *@ret_odt gets the
 * issued bytes. */
RatswegAnswer *ratsweg_issue (Ratsweg *r, const char *kennung, const RatswegPiece *p,
                              const char *const *an, const char *weg, const char *ziel,
                              const RatswegOptions *o, GBytes **ret_odt, GError **error);
/* Findings on a letterhead: the one in force for @stueck, or a file. */
GPtrArray *ratsweg_check_letterhead (Ratsweg *r, const char *stueck, const char *file, GError **error);

/* -- keeping -- */

typedef struct {
  guint64 ereignisse, staende, inhalte, dateien;
  char *wurzel;      /* hex root of the tree */
  GPtrArray *was;    /* char*: where, one a finding */
  GPtrArray *befund; /* char*: what */
} RatswegReport;
void ratsweg_report_free (RatswegReport *p);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RatswegReport, ratsweg_report_free)
/* Everything the trail promises; findings are no error. */
RatswegReport *ratsweg_verify (Ratsweg *r, RatswegProgress progress, gpointer user, GError **error);
/* What an ODT is: sentences; FALSE in *@ret_known where this store did not issue it as it is. */
GPtrArray *ratsweg_verify_paper (Ratsweg *r, const char *file, gboolean *ret_known, GError **error);
/* *@ret_lost: what could not be restored, each with a warning. */
RatswegReport *ratsweg_restore (Ratsweg *r, guint64 *ret_written, guint64 *ret_lost, GError **error);
gboolean ratsweg_backup (Ratsweg *r, const char *file, RatswegProgress progress, gpointer user,
                         GError **error);
