/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A paper in deliberation among some bodies, for the tests of its way.  Owns nothing. */
#pragma once
#include "route-help.h"

/* A station as text: S ("s1", "apod", "empfehlung", "folge=\"1\" ..."). */
#define S(id, gremium, role, more)                                                                      \
  "<station gremium=\"" gremium "\" zustaendigkeit=\"" role "\" id=\"" id "\" " more "/>"
#define DATED(day) "termin=\"" day "\" zustand=\"terminiert\""
#define RANK(n) "folge=\"" n "\" "
#define ON_AGENDA(body, day) "termin=\"" day "\" sitzung=\"" body "/" day "\" zustand=\"auf-to\""
#define IN_DELIBERATION "art=\"beschlussvorlage\" zustand=\"in-beratung\""

#define RAT(rank) S ("r", "rat", "beschluss", rank ON_AGENDA ("rat", "2021-09-23"))

static inline Akte *
akte_with (const char *attributes, const char *stations)
{
  static const char *const bodies[] = { "apod", "afbl", "ha", "rat", "bv-1", "bv-2", "kita", NULL };
  Akte *a = akte_on ("2021-09-23");
  for (guint i = 0; bodies[i]; i++)
    put_body (a, bodies[i]);
  put (a, document ("<gremium " NS " kennung=\"vv\" art=\"intern\" sitzungen=\"nein\" stand=\"1\">"
                    "<name>Verwaltungsvorstand</name></gremium>"));
  put (a, document ("<gremium " NS
                    " kennung=\"ob\" art=\"verwaltungsorgan\" sitzungen=\"nein\" stand=\"1\">"
                    "<name>Oberbürgermeister</name></gremium>"));
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  set_object (a, paper (attributes, "", stations));
  return a;
}

static inline xmlNode *
station (const Akte *a, const char *id)
{
  return vorlage_station (a->objekt, id);
}

static inline xmlNode *
after (const Akte *a, const char *id)
{
  return node_find (node_child (doc_root (a->objekt), "beratungsfolge"), "station", "nach", id);
}

static inline Akte *
rat_decides (const char *stations)
{
  Akte *a = akte_with (IN_DELIBERATION, stations);
  put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
  put_sitting (a, "ha", "2021-09-23T13:00", "eingeladen");
  return a;
}
