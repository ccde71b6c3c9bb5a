/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Everything a step may look at, gathered before it begins and never changed: the object, who acts, the
 * day, the rules, and what the step declares in the rules with "liest".  Owns references; may call
 * rules/.  No SQL, no clock, no files. */
#pragma once
#include "rules/rules.h"

typedef struct {
  const Regeln *regeln;
  char *tag;       /* day of effect */
  char *heute;     /* today in Europe/Berlin */
  char *jetzt;     /* local time of recording */
  Doc *objekt;     /* NULL for a document that is new */
  Doc *benutzer;   /* who acts; NULL only while a store is made */
  Doc *fuer;       /* whom they deputise for, or NULL */
  GPtrArray *docs; /* Doc*: all else that was read */
} Akte;

Akte *akte_new (const Regeln *regeln, const char *tag, const char *heute, const char *jetzt);
void akte_free (Akte *a);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Akte, akte_free)

/* Adds what was read; a document that is there already is not added twice. */
void akte_add (Akte *a, Doc *doc);
/* A document that was read; NULL if the store has none of this Kennung.  Lent. */
Doc *akte_doc (const Akte *a, DocArt art, const char *kennung);

/* Short name of a body for sentences ("APOD"), its Kennung if it is unknown; the caller frees. */
char *akte_gremium (const Akte *a, const char *kennung);
/* The earliest (@last: the latest) sitting of a body that @wanted takes, which gets its start and @when; NULL if none was
 * read.  Lent. */
typedef gboolean (*AkteSitzung) (const Akte *a, const Doc *sitzung, const char *start, const char *when);
Doc *akte_sitzung (const Akte *a, const char *gremium, const char *when, gboolean last,
                   AkteSitzung wanted);
/* Whether a sitting is neither running nor over nor cancelled. */
gboolean akte_steht_aus (const Akte *a, const Doc *sitzung);
/* Sitting of a body on a day, the first of several that is not cancelled; NULL if none was read.  Lent. */
Doc *akte_sitzung_am (const Akte *a, const char *gremium, const char *tag);
/* Next sitting of a body after @tag that is neither running nor over, by start; NULL if none. */
Doc *akte_naechste_sitzung (const Akte *a, const char *gremium, const char *tag);
/* Stations of the object in their order, with the sittings' starts; the caller owns the array. */
GPtrArray *akte_stations (const Akte *a, const Doc *vorlage);

/* Whose rights count: the represented account, else the acting one.  NULL while a store is made. */
const Doc *akte_berechtigt (const Akte *a);
/* Its Stelle, NULL if it has none; the caller frees. */
char *akte_stelle (const Akte *a);
/* Whether that account has one of the roles. */
gboolean akte_hat_rolle (const Akte *a, const char *rollen);
