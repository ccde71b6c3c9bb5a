/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A document of the office: its DOM, its kind, and the bytes it is stored as.  Owns the DOM; may call
 * base/ and libxml2.  The DOM is the only model of a document; typed access stands in vorlage.h,
 * gremium.h. */
#pragma once
#include "doc/auto.h"
#include "doc/node.h"

typedef enum {
  DOC_VORLAGE,
  DOC_SITZUNG,
  DOC_GREMIUM,
  DOC_STELLE,
  DOC_BENUTZER,
  DOC_PERSON,
  DOC_ZAEHLER,
  DOC_AUFTRAG,
  DOC_REGELN,    /* kept byte for byte, comments and layout too */
  DOC_PROFIL,    /* likewise */
  DOC_BRIEFKOPF, /* a flat ODF letterhead, likewise */
  DOC_N_ARTEN
} DocArt;

typedef struct _Doc Doc;

/* The kind's word, as in "art:KENNUNG" and in the trail: "vorlage". */
const char *doc_art_name (DocArt art);
gboolean doc_art_parse (const char *name, DocArt *ret_art);

/* A document from bytes: gate, normal form, schema.  @quelle names it in messages.  The kind comes from
 * the root element.  The caller owns the result. */
Doc *doc_open (GBytes *bytes, const char *quelle, GError **error);
/* A document from an own file, e.g. one that is checked in; @path stands in messages as given. */
Doc *doc_open_file (const char *path, GError **error);
/* A letterhead has no Kennung of its own: @kennung names it. */
Doc *doc_open_letterhead (GBytes *bytes, const char *kennung, const char *quelle, GError **error);
/* Parses bytes that this program stored: gate, no schema.  For kept versions of older schemas. */
Doc *doc_open_stored (DocArt art, const char *kennung, GBytes *bytes, const char *quelle,
                      GError **error);

/* A new document of a kind: its root element and nothing else, not valid yet. */
Doc *doc_begin (DocArt art, const char *quelle);
/* One that was begun and filled, taken through the gate as if it came in a file. */
Doc *doc_finish (const Doc *begun, GError **error);

Doc *doc_ref (Doc *d);
void doc_unref (Doc *d);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doc, doc_unref)
/* A deep copy that can be changed. */
Doc *doc_copy (const Doc *d);

DocArt doc_art (const Doc *d);
xmlNode *doc_root (const Doc *d);
/* The Kennung, lent; NULL for a draft that has none yet. */
const char *doc_kennung (const Doc *d);
/* Its number of versions, 0 before the first check-in. */
guint doc_stand (const Doc *d);
const char *doc_quelle (const Doc *d);

/* The bytes in the one writer's form (write.h); raw kinds give the bytes they came from. */
GBytes *doc_bytes (const Doc *d);
/* Whether the schema holds; the message names @d's source, line, what is wrong and what was expected. */
gboolean doc_validate (Doc *d, GError **error);
