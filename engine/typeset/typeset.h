/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Fills a letterhead made in LibreOffice and packs an ODT.  Owns the compiled stylesheets of the process;
 * may call doc/, libxslt, libzip.  Knows no store and no clock: the same input gives the same bytes.
 *
 * A letterhead (.fodt) holds named places: document-property fields, sections, tables whose last body row
 * is repeated.  xslt/odt/ turns a document into values for those places and fills them in. */
#pragma once
#include "doc/doc.h"

typedef struct {
  const char *stueck;     /* the piece: "vorlage" */
  gboolean intern;        /* FALSE: the public view, whatever is oeffentlich="nein" is not there */
  Doc *papier;            /* the document */
  Doc *briefkopf;         /* the letterhead */
  Doc *regeln, *profil;   /* printed words of the codes; profil may be NULL */
  Doc *land;              /* rules between those two, or NULL */
  GPtrArray *gremien;     /* Doc*: the bodies named in the Beratungsfolge */
  GHashTable *bilder;     /* char* (commitment, hex; where an img has none yet: its src) to GBytes* */
  const char *commitment; /* hex, of the version that is printed; NULL: not said */
  guint64 seq;            /* the event that made it; 0: not said */
  gboolean probe;         /* from a Probeablage: the ODT says so */
  GHashTable *starts; /* char* Kennung of a sitting to char* local start (vorlage_stations), or NULL */
} TypesetInput;

/* The ODT: mimetype first and stored, valid against ODF 1.3 part 3 and its manifest.  Fails (status 2)
 * where the letterhead or an image cannot be used, a word or body is missing, or a paper that is not
 * public is asked for its public view; (status 3) where the program's own sheets fail. */
GBytes *typeset_odt (const TypesetInput *in, GError **error);

/* What is unknown, missing, doubled or lost in a letterhead for @stueck, one German sentence a finding;
 * NULL on failure.  The caller owns the array of char*. */
GPtrArray *typeset_check_letterhead (Doc *briefkopf, const char *stueck, GError **error);

/* The public view of @in->papier (xslt/sicht.xsl) as a document of its own; needs papier, regeln, profil
 * and gremien.  Fails (status 2) where the paper itself is not public.  The caller owns the result. */
Doc *typeset_public_view (const TypesetInput *in, GError **error);
