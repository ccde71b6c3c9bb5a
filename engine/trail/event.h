/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* One event of the trail: its fields, and its canonical bytes (reference: RFC 6962 leaves; Exclusive
 * C14N).  Owns its strings; may call doc/ and libcrypto.
 *
 * No names and no free text stand in an event: persons by opaque id, texts and documents by commitment. */
#pragma once
#include "doc/doc.h"
#include "base/hash.h"

#define EVENT_NS "urn:ratsweg:ereignis:1"

typedef struct {
  char *art;                /* kind of document, or "inhalt" for an image, Anlage or issued paper */
  char *kennung;            /* as the trail calls it; NULL for "inhalt" */
  char *kennung_vorher;     /* where the step changed it, else NULL */
  guint vorher, nachher;    /* versions; equal: only read */
  char *commitment_vorher;  /* hex; NULL for a new document */
  char *commitment_nachher; /* hex */
} EventDoc;

typedef struct {
  char *kennung, *sha256; /* of one rules or profile file in force: SHA-256 of its bytes, hex */
  guint stand;
} EventRules;

typedef struct {
  guint64 seq;          /* leaf index from 0 */
  gint64 zeit;          /* instant recorded: the later of clock and last event */
  gint64 uhr;           /* the raw clock; written only where it differs from zeit */
  char *art;            /* the step: "freigeben", "ergebnis", "einlesen", "anlegen", ... */
  char *anfrage;        /* 32 hex digits, the request */
  guint teil;           /* part of the request, from 0 */
  char *wirksam;        /* day of effect */
  char *vorher;         /* hex SHA-256 of the previous event's bytes; NULL for seq 0 */
  char *programm;       /* "ratsweg 0.1.0" */
  gboolean probe;       /* in event 0 of a Probeablage */
  char *akteur;         /* opaque id, 32 hex digits; NULL in event 0 */
  char *rolle;          /* the role that allowed it; may be NULL */
  char *fuer;           /* opaque id of whom the actor deputises for; or NULL */
  char *objekt_art;     /* kind, NULL where a step has no single object */
  char *objekt;         /* its Kennung as the trail calls it */
  char *station;        /* id, or NULL */
  char *von, *nach;     /* state before and after; of the station where there is one; or NULL */
  char *code;           /* outcome, or NULL */
  char *grund;          /* hex commitment of the reason's text, or NULL */
  GPtrArray *dokumente; /* EventDoc* */
  GPtrArray *regeln;    /* EventRules* */
  GPtrArray *einwaende; /* char*: names of the guards that objected and were overridden */
} Event;

Event *event_new (void);
void event_free (Event *e);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Event, event_free)

/* Free one entry; for arrays that took it from an event. */
void event_doc_free (gpointer event_doc);
void event_rules_free (gpointer event_rules);

EventDoc *event_add_doc (Event *e, const char *art, const char *kennung);
void event_add_rules (Event *e, const char *kennung, guint stand, const char *sha256);

/* The canonical bytes.  Written, parsed and canonicalised twice they are the same, else this fails
 * (status 3): they are what is hashed and kept for ever. */
GBytes *event_write (const Event *e, GError **error);
/* The fields of kept bytes; fails (damaged) where they are no canonical event. */
Event *event_read (GBytes *bytes, GError **error);
