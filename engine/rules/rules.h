/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The rules of a Land and the profile of a city as tables.  Owns the documents; may call doc/.
 *
 * A machine with wie="..." has the states and steps of the named one besides its own; where both have a step of
 * a name, its own leads on from the states it names.  Rules and profile name with grundlage what they build on.
 * An entry with ersetzt="ja" takes the place of the entry of the same key further down; <anders> changes only its
 * word or its source, in the DOM of its document.  Nodes
 * that are returned are lent and read with node_get: the attributes are those of engine/schema/regeln.rng. */
#pragma once
#include "doc/doc.h"

typedef struct _Regeln Regeln;

/* Takes a reference to both.  Fails (status 2, with file and line) where a key stands twice without
 * ersetzt, or a reference to another entry (state, guard, role, Zuständigkeit, ...) leads nowhere. */
Regeln *regeln_new (Doc *base, Doc *profil, GError **error);
/* The same of @n documents: the rules on which all stands, those that build on them, the profile. */
Regeln *regeln_new_chain (Doc *const *docs, guint n, GError **error);
/* More than these would be a circle: profile, Land, and what Länder have in common. */
#define REGELN_MOST 3
void regeln_free (Regeln *r);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Regeln, regeln_free)

/* The documents from the ground up, profile last (Doc*); lent, likewise the two at its ends. */
const GPtrArray *regeln_documents (const Regeln *r);
Doc *regeln_base (const Regeln *r);
Doc *regeln_profil (const Regeln *r);

/* An entry by element name and key (@code, of waechter @name, of nummernkreis @zaehler, of briefkopf
 * @stueck, of auftragswort @text); NULL if there is none. */
xmlNode *regeln_entry (const Regeln *r, const char *element, const char *key);
/* The printed word of an entry; @key itself if there is none.  Lent. */
const char *regeln_word (const Regeln *r, const char *element, const char *key);
/* All entries of an element in the order of the files; the caller owns the array of xmlNode*. */
GPtrArray *regeln_entries (const Regeln *r, const char *element);
/* Their keys (or words) as "a, b und c"; the caller frees. */
char *regeln_enumerate (const Regeln *r, const char *element, gboolean words);

/* The name of the state machine for a document: by Papierart for a Vorlage, else by kind; NULL for an
 * unknown Papierart. */
const char *regeln_ablauf_of (const Regeln *r, const Doc *doc);
const char *regeln_anfang (const Regeln *r, const char *ablauf);
xmlNode *regeln_zustand (const Regeln *r, const char *ablauf, const char *zustand);
const char *regeln_zustand_wort (const Regeln *r, const char *ablauf, const char *zustand);
/* The states of a machine that have @mark="ja", or those that have not, as " a b "; the caller frees. */
char *regeln_zustaende_mit (const Regeln *r, const char *ablauf, const char *mark, gboolean marked);
/* The step of this name that leads on from @zustand (NULL or "" where a kind has no states); with
 * @zustand "*": any step of this name. */
xmlNode *regeln_schritt (const Regeln *r, const char *ablauf, const char *name, const char *zustand);
/* Every step of a machine, once a name and set of states. */
GPtrArray *regeln_schritte (const Regeln *r, const char *ablauf);

/* Whether the outcome is one for stations of this Zuständigkeit, or of the one that it is like. */
gboolean regeln_zulaessig (const Regeln *r, const xmlNode *ergebnis, const char *zustaendigkeit);
/* Whether the outcome settles the matter for a body that decides, and does not only put it off. */
gboolean regeln_settles (const Regeln *r, const char *ergebnis);
/* The day from which on all files of the chain are in force.  Lent. */
const char *regeln_gueltig_ab (const Regeln *r);
/* Whether a station may still get a result. */
gboolean regeln_station_offen (const Regeln *r, const xmlNode *station);
/* TRUE where the station's Zuständigkeit is of this art: "entscheidung", "vorberatung", ... */
gboolean regeln_role_is (const Regeln *r, const char *zustaendigkeit, const char *art);
