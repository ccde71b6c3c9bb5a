/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What guards and effects of one step share: the Akte, the request, working copies.  Internal to route/.
 * Owns the copies until the step ends. */
#pragma once
#include "route/step.h"

typedef struct {
  const Akte *akte;
  const Regeln *regeln;
  const StepRequest *request;
  const char *ablauf; /* machine of the object */
  xmlNode *schritt;   /* its row in the rules */
  Doc *doc;           /* working copy of the object */
  xmlNode *station;   /* in the working copy, or NULL */
  StepResult *ret;
  GError *error; /* an effect that cannot be done sets it */
} Zug;

/* A value of the request, NULL if not given. */
const char *zug_wert (const Zug *z, const char *name);
/* The working copy of a document that was read; made at the first call. */
Doc *zug_edit (Zug *z, DocArt art, const char *kennung);
/* Puts a new document among those that the step makes; lent. */
Doc *zug_new (Zug *z, Doc *take);
/* Adds a sentence. */
void zug_sagt (Zug *z, const char *fmt, ...) G_GNUC_PRINTF (2, 3);
/* Changes a state and says so with the rules' words. */
void zug_zustand (Zug *z, const char *zustand);

/* Root of the object's working copy. */
xmlNode *zug_root (const Zug *z);
/* Whether a station may still get a result. */
gboolean zug_offen (const Zug *z, const xmlNode *station);
/* Whether @gremium is a body of the administration. */
gboolean zug_intern (const Zug *z, const char *gremium);
/* Whether the way of the paper waits for this station: it is open, and not that of an internal body. */
gboolean zug_erwartet (const Zug *z, const xmlNode *station);
/* Whether the station's body decides, and does not only prepare or take note; an internal one never does. */
gboolean zug_entscheidet (const Zug *z, const xmlNode *station);
/* The open station whose body approves an urgent decision that was taken in its place: of @gremium, with NULL of the
 * Rat; NULL if there is none. */
xmlNode *zug_genehmigende_station (const Zug *z, const char *gremium);
/* Whether the decision has overtaken the station: what its body says then comes too late. */
gboolean zug_ueberholt (const xmlNode *station);
/* What the outcome of the request makes of its station: dafuer, dagegen, keines, ...; NULL where it says nothing.  Lent. */
const char *zug_votum (const Zug *z);
/* Whether the request has a deciding body decide at a station that an earlier decision has overtaken. */
gboolean zug_entscheidet_erneut (const Zug *z);
/* The station that carries this one on and did not drop out itself; NULL if there is none. */
xmlNode *zug_fortsetzung (const xmlNode *station);
/* Whether this outcome of a deciding body settles its part of the matter, and does not only put it off. */
gboolean zug_ist_entscheidung (const Zug *z, const char *code);
/* "1=beschlossen,2=abgelehnt" of the request as number, code, number, code; the caller owns the array of char*.
 * What is no pair has NULL for its code. */
GPtrArray *zug_ziffern (const Zug *z);
/* Whether @vorlage is deliberated on in its present state.  After its end it still is for @station, if the
 * decision left that one open for information. */
gboolean zug_beratbar (const Zug *z, const Doc *vorlage, const xmlNode *station);
/* "APOD (02.09.2021, Empfehlung)"; the caller frees. */
char *zug_station_text (const Zug *z, const xmlNode *station);
/* Sets a placeholder of a refusal; copies. */
void wert (GHashTable *werte, const char *name, const char *text);
/* The same, takes ownership. */
void wert_take (GHashTable *werte, const char *name, char *text);
/* The Stellen that have to sign now, as "fb-1 und fb-2"; NULL once all have.  The caller frees. */
char *zug_naechste_zeichner (const Zug *z);
/* The open station of @vorlage that belongs to the object, a sitting: same body and day, else the first of
 * this body without a date; NULL if there is none. */
xmlNode *zug_station_der_sitzung (const Zug *z, const Doc *vorlage);
/* The TOP of the object, a sitting, that the value top names (doc/agenda.h); NULL where none does, or a number
 * stands more than once. */
xmlNode *zug_top (const Zug *z);
/* The sitting in which the object gets its result: its own, or that of the station; NULL if none was read. */
Doc *zug_sitzung (const Zug *z);
/* The TOP of that sitting at which it does; NULL if there is none. */
xmlNode *zug_top_des_ergebnisses (const Zug *z);
