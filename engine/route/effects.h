/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The effects: one small function each, found by the element that the rules name.  Internal to route/.
 *
 * An effect edits working copies and says what it did; what cannot be done sets z->error. */
#pragma once
#include "route/zug.h"

typedef struct {
  const char *name;
  void (*apply) (Zug *z, const xmlNode *e); /* @e: the element in the rules, with its attributes */
} Effect;

const Effect *effect_find (const char *name);
/* Applies the children of @list in their order until one fails. */
void effects_apply (Zug *z, const xmlNode *list);
/* What was overridden stays written in the object, where no result has it already. */
void effects_keep_objections (Zug *z);
/* Fills an element einwand. */
void effect_set_objection (xmlNode *einwand, const Refusal *r);

/* Writes the result of the request into a station or a TOP and says so; @what: whose it is, for the sentence. */
void effect_record_result (Zug *z, xmlNode *where, gboolean late, const char *what);

/* The time of what happens in a sitting: named as um, else now on its day, else @take_otherwise; NULL and z->error
 * where none of them is known or it is no time. */
char *effect_moment (Zug *z, char *take_otherwise);

/* Gives the states at the beginning to stations and signers that have none. */
void effect_complete_parts (Zug *z);
/* TRUE where what "sobald" names has come: no decision is open, or where nobody decides no station. */
gboolean effect_is_due (const Zug *z, const xmlNode *e);
/* Marks a station with an entry kennzeichen of the rules, because of another one, or of itself. */
void effect_add_mark (xmlNode *n, const char *mark, const xmlNode *because);
/* A date makes a station dated: by the sitting of its body, or by itself where a body holds none. */
void effect_date_station (const Zug *z, xmlNode *n);
/* A station that has a day loses the marks that say it needs one. */
void effect_dated (const Zug *z, xmlNode *station);
/* What waited for this station waits no longer. */
void effect_clear_marks (Zug *z, const xmlNode *station);
/* Closes a station without result. */
void effect_drop_station (Zug *z, xmlNode *station, const char *grund);
/* Adds what was said of the vote, as an element stimmen; nothing where nothing was. */
void effect_add_votes (const Zug *z, xmlNode *result);

extern const Effect effects_sign[], effects_station[], effects_result[], effects_record[],
  effects_follow[], effects_sitting[], effects_paper[], effects_urgent[], effects_agenda[],
  effects_invite[], effects_presence[], effects_public[], effects_minutes[], effects_order[],
  effects_amend[];
/* All of them, NULL-terminated. */
extern const Effect *const effect_tables[];
