/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the store needs to know of a document to find, list and file it.  Owns its strings; may call
 * base/ and libxml2. */
#pragma once
#include "doc/doc.h"

typedef struct {
  char *id, *gremium, *termin, *zustand, *sitzung, *code,
    *auftrag; /* termin, sitzung, code (result), auftrag may be NULL */
} FactStation;

typedef struct {
  char *vorlage, *amt;
  char *frist, *berichtet, *sachstand; /* each may be NULL */
} FactAuftrag;

typedef struct {
  char *path;       /* readable copy below the store's folder, e.g. "anlagen/21874-21/bild.png" */
  char *commitment; /* 64 hexadecimal digits */
} FactFile;

typedef struct {
  DocArt art;
  char *kennung;
  char *spur;       /* what the trail calls it: the Kennung, but for accounts their opaque id */
  char *alt;        /* the provisional Kennung it once had, or NULL */
  char *titel;      /* for lists; may be NULL */
  char *zustand;    /* may be NULL */
  char *datum;      /* a day, or a local time for a sitting; may be NULL */
  char *gremium;    /* of a sitting, or whose decision an order comes from; else NULL */
  char *gueltig_ab; /* of rules and profiles, else NULL */
  char *path;       /* readable file below the store's folder, e.g. "vorlagen/2021/21874-21.xml" */
  char *papierart;  /* of a Vorlage, else NULL */
  char *wartet; /* body of the next station without result, its day and its marks: each may be NULL */
  char *wartet_termin;
  char *wartet_marken;  /* codes divided by blanks, each once */
  FactAuftrag *auftrag; /* of an order, else NULL */
  GPtrArray *stationen; /* FactStation*, never NULL */
  GPtrArray *dateien;   /* FactFile*, never NULL: images, Anlagen, issued papers */
} Facts;

/* @doc must have a Kennung. */
Facts *facts_of (const Doc *doc);
void facts_free (Facts *f);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)
