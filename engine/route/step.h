/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* One step: (documents, step, day, rules) -> new documents, or a refusal.  Pure: no SQL, no clock, no
 * files.  Owns nothing; may call rules/.
 *
 * The step is looked up in the rules, every guard is asked, effects edit copies, the schema is kept. */
#pragma once
#include "route/akte.h"
#include "base/refusal.h"

typedef struct {
  const char *schritt; /* name in the rules */
  GHashTable *werte;   /* char* to char*: values of the step, e.g. station, code, termin; may be NULL */
  const char *grund;   /* reason, or NULL */
  Doc *neu;            /* at check-in: the edited version, already adopted (doc/adopt.h) */
  const xmlNode *text; /* changed wording: an element whose children are blocks; or NULL */
  const char *const *an;  /* recipients of an issue, NULL-terminated; or NULL */
  const char *frische_id; /* 32 hex digits that no account has */
} StepRequest;

typedef struct {
  Doc *doc;             /* the new version */
  char *kennung_vorher; /* where the step changed it, else NULL */
} StepDoc;

typedef struct {
  gboolean abgelehnt;  /* a guard that was not overridden; then there are no new documents */
  GPtrArray *refusals; /* Refusal*: all that objected, overridden or not; what bars before what asks */
  GPtrArray *saetze;   /* char*: what happens, as sentences; the same in a dry run */
  GPtrArray *neu;      /* StepDoc* */
  char *rolle;         /* the role that allowed it, or NULL */
  char *station;       /* id, or NULL */
  char *von, *nach;    /* state of the station where there is one, else of the object */
  char *code;          /* outcome, or NULL */
} StepResult;

void step_result_free (StepResult *r);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StepResult, step_result_free)

/* NULL and an error for a wrong call: unknown step or value, missing value, or where only guards of the input
 * (eingabe) object (status 2). */
StepResult *route_step (const Akte *akte, const StepRequest *request, GError **error);

/* What stands against the step as things are: its refusals, without taking it and without asking for
 * values that are missing or a reason.  NULL for an unknown step.  The caller owns the array of Refusal*. */
GPtrArray *route_ask (const Akte *akte, const StepRequest *request, GError **error);

/* The name of the step that takes in @neu over @akte->objekt: "eingang" where its machine has one for new
 * papers, else "bearbeiten". */
const char *route_check_in_step (const Akte *akte, const Doc *neu);

/* Whether only the takeover of another system's courses takes this step (its row in the rules). */
gboolean route_is_takeover (const xmlNode *schritt);

/* The Kennung that comes next from a number range for a paper (its root); @tag stands in for a missing
 * date.  The caller frees. */
char *route_next_number (const Doc *range, const xmlNode *papier, const char *tag);

/* The Kennung that comes next below the paper on which this one (its root) hangs; NULL where it hangs on none that was
 * read, or the rules number none.  The caller frees. */
char *route_number_below (const Akte *akte, const xmlNode *papier);

/* Whether each guard and effect that the rules name exists and is asked with placeholders that it fills;
 * fails with file and line (status 2). */
gboolean route_check_rules (const Regeln *regeln, GError **error);
