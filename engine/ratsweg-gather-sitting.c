/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Gathers sittings: those of the stations, those to come, those of one day.  Decides nothing.  Called through the table in
 * ratsweg-gather.c. */
#include "ratsweg-gather.h"
#include <string.h>

/* The station that the step names, in the paper it is about; NULL where it names none. */
static const xmlNode *
named_station (const Reader *x)
{
  return node_find (node_child (x->papier, "beratungsfolge"), "station", "id",
                    gather_wert (x, "station"));
}

/* Sittings of a body from @from on; with @to only up to that day. */
static gboolean
read_sittings (Reader *x, const char *gremium, const char *from, const char *to)
{
  if (!gremium || !from)
    return TRUE;
  g_autoptr (GPtrArray) list = store_sittings (x->r->store, gremium, from, x->error);
  if (!list)
    return FALSE;
  for (guint i = 0; i < list->len; i++) {
    const char *day = strchr (list->pdata[i], '/');
    if (to && day && strncmp (day + 1, to, 10) > 0)
      break;
    if (!gather_read (x, DOC_SITZUNG, list->pdata[i]))
      return FALSE;
  }
  return TRUE;
}

/* Sittings that the object's body holds already on the day to which this one moves. */
gboolean
gather_sittings_on_day (Reader *x)
{
  const char *day = gather_wert (x, "termin");
  return read_sittings (x, node_get (x->papier, "gremium"), day, day);
}

gboolean
gather_sittings_of_stations (Reader *x)
{
  const char *termin = gather_wert (x, "termin");
  NODE_EACH (n, node_child (x->papier, "beratungsfolge"), "station") {
    const char *gremium = node_get (n, "gremium"), *day = node_get (n, "termin");
    gboolean named = node_is (n, "id", gather_wert (x, "station"));
    if (!read_sittings (x, gremium, day, day) ||
        !gather_read (x, DOC_SITZUNG, node_get (n, "sitzung")) ||
        (named && !read_sittings (x, gremium, termin, termin)))
      return FALSE;
  }
  return read_sittings (x, gather_wert (x, "gremium"), termin, termin);
}

/* For a plan: all that its bodies still hold. */
gboolean
gather_sittings_to_come (Reader *x)
{
  NODE_EACH (n, node_child (x->papier, "beratungsfolge"), "station")
    if (!read_sittings (x, node_get (n, "gremium"), x->g->akte->tag, NULL))
      return FALSE;
  return TRUE;
}

gboolean
gather_sitting_of_station (Reader *x)
{
  const xmlNode *n = named_station (x);
  return !n || gather_read (x, DOC_SITZUNG, node_get (n, "sitzung"));
}

gboolean
gather_sittings_of_body (Reader *x)
{
  const xmlNode *n = named_station (x);
  if (!n)
    return TRUE;
  const char *from = node_get (n, "termin");
  return read_sittings (x, node_get (n, "gremium"), from ? from : x->g->akte->tag, NULL);
}

/* Bodies to which a result refers, with their sittings from that of its station on. */
gboolean
gather_named_bodies (Reader *x)
{
  const char *an = gather_wert (x, "an");
  const xmlNode *n = named_station (x);
  const char *from = n ? node_get (n, "termin") : NULL;
  g_auto (GStrv) names = g_strsplit (an ? an : "", ",", -1);
  for (guint i = 0; names[i]; i++)
    if (!gather_read (x, DOC_GREMIUM, names[i]) ||
        !read_sittings (x, names[i], from ? from : x->g->akte->tag, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
takes_urgent_decision (const Reader *x)
{
  const xmlNode *n = named_station (x);
  return n && regeln_role_is (x->g->akte->regeln, node_get (n, "zustaendigkeit"), "eilentscheidung");
}

/* An urgent decision is put before the body that approves it in its next sitting: that of the body that is named, or
 * of those that would have decided. */
gboolean
gather_sittings_of_approval (Reader *x)
{
  const char *from = x->g->akte->tag, *named = gather_wert (x, "gremium");
  if (named)
    return read_sittings (x, named, from, NULL);
  NODE_EACH (n, node_child (x->papier, "beratungsfolge"), "station")
    if (takes_urgent_decision (x) && !node_child (n, "ergebnis") &&
        regeln_role_is (x->g->akte->regeln, node_get (n, "zustaendigkeit"), "entscheidung") &&
        !read_sittings (x, node_get (n, "gremium"), from, NULL))
      return FALSE;
  return TRUE;
}
