/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading a Vorlage: its stations in their order, its places.  Owns nothing; may call doc/. */
#pragma once
#include "doc/doc.h"

/* The stations in the order of the Beratungsfolge: by date, then start of the sitting, then rank (@folge);
 * one without date keeps its rank's place.  @starts: char* sitting Kennung to char* local start, or NULL.
 * The caller owns the array; the nodes are lent. */
GPtrArray *vorlage_stations (const Doc *vorlage, GHashTable *starts);

xmlNode *vorlage_station (const Doc *vorlage, const char *id);
/* A new part of a Vorlage at its place. */
xmlNode *vorlage_add (xmlNode *root, const char *name);
/* The list of this name (fassungen, beratungsfolge, ...), made at its place where there is none. */
xmlNode *vorlage_part (xmlNode *root, const char *name);
/* The signer of this Stelle whose turn it is; NULL if there is none.  Several of one rank (folge) sign side by side, the
 * others in the order of the paper; who only may sign (pflicht="nein") keeps nobody waiting. */
xmlNode *vorlage_zeichner (const Doc *vorlage, const char *stelle);
/* Those who have to sign and whose turn it is: empty once all have.  The caller owns the array of xmlNode*. */
GPtrArray *vorlage_naechste_zeichner (const Doc *vorlage);
/* The head's text (kopf/@name), NULL if absent; the caller frees. */
char *vorlage_head (const Doc *vorlage, const char *name);
