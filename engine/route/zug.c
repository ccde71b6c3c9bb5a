/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Helpers of guards and effects.  Holds no rule.  Called inside route/ only. */
#include "route/zug.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/agenda.h"
#include "doc/gremium.h"
#include "doc/vorlage.h"
#include <string.h>

const char *
zug_wert (const Zug *z, const char *name)
{
  return z->request->werte ? g_hash_table_lookup (z->request->werte, name) : NULL;
}

static StepDoc *
add_new (StepResult *ret, Doc *take)
{
  StepDoc *d = g_new0 (StepDoc, 1);
  d->doc = take;
  g_ptr_array_add (ret->neu, d);
  return d;
}

Doc *
zug_edit (Zug *z, DocArt art, const char *kennung)
{
  for (guint i = 0; i < z->ret->neu->len; i++) {
    StepDoc *d = z->ret->neu->pdata[i];
    if (doc_art (d->doc) == art && g_strcmp0 (doc_kennung (d->doc), kennung) == 0)
      return d->doc;
  }
  Doc *read = akte_doc (z->akte, art, kennung);
  return read ? add_new (z->ret, doc_copy (read))->doc : NULL;
}

Doc *
zug_new (Zug *z, Doc *take)
{
  return add_new (z->ret, take)->doc;
}

void
zug_sagt (Zug *z, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_ptr_array_add (z->ret->saetze, g_strdup_vprintf (fmt, ap));
  va_end (ap);
}

xmlNode *
zug_root (const Zug *z)
{
  return doc_root (z->doc);
}

void
zug_zustand (Zug *z, const char *zustand)
{
  xmlNode *root = zug_root (z);
  const char *old = node_get (root, "zustand");
  if (g_strcmp0 (old, zustand) == 0)
    return;
  const char *name = doc_kennung (z->doc) ? doc_kennung (z->doc) : "Das Papier";
  if (old)
    zug_sagt (z, "%s: %s → %s.", name, regeln_zustand_wort (z->regeln, z->ablauf, old),
              regeln_zustand_wort (z->regeln, z->ablauf, zustand));
  node_set (root, "zustand", zustand);
}

gboolean
zug_offen (const Zug *z, const xmlNode *station)
{
  return regeln_station_offen (z->regeln, station);
}

gboolean
zug_intern (const Zug *z, const char *gremium)
{
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, gremium);
  return body && gremium_is_internal (body);
}

gboolean
zug_entscheidet (const Zug *z, const xmlNode *station)
{
  return regeln_role_is (z->regeln, node_get (station, "zustaendigkeit"), "entscheidung") &&
         !zug_intern (z, node_get (station, "gremium"));
}

gboolean
zug_erwartet (const Zug *z, const xmlNode *station)
{
  return zug_offen (z, station) && !zug_intern (z, node_get (station, "gremium"));
}

xmlNode *
zug_genehmigende_station (const Zug *z, const char *gremium)
{
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station") {
    const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (n, "gremium"));
    gboolean wanted =
      gremium ? node_is (n, "gremium", gremium) : body && node_is (doc_root (body), "art", "rat");
    if (wanted && zug_offen (z, n) && zug_entscheidet (z, n))
      return n;
  }
  return NULL;
}

gboolean
zug_ueberholt (const xmlNode *station)
{
  return node_is (station, "zustand", "entfallen") && node_is (station, "grund", "ueberholt");
}

const char *
zug_votum (const Zug *z)
{
  const xmlNode *entry = regeln_entry (z->regeln, "ergebnis", zug_wert (z, "code"));
  return node_get (node_child (entry, "diese-station"), "votum");
}

gboolean
zug_entscheidet_erneut (const Zug *z)
{
  const char *code = zug_wert (z, "code");
  return z->station && zug_ueberholt (z->station) && zug_entscheidet (z, z->station) &&
         !g_str_equal (code, "zur-kenntnis") && zug_ist_entscheidung (z, code);
}

xmlNode *
zug_fortsetzung (const xmlNode *station)
{
  NODE_EACH (n, station->parent, "station")
    if (node_is (n, "nach", node_get (station, "id")) && !node_is (n, "zustand", "entfallen"))
      return n;
  return NULL;
}

gboolean
zug_ist_entscheidung (const Zug *z, const char *code)
{
  return regeln_settles (z->regeln, code);
}

GPtrArray *
zug_ziffern (const Zug *z)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  const char *text = zug_wert (z, "ziffern");
  g_auto (GStrv) parts = g_strsplit (text ? text : "", ",", -1);
  for (guint i = 0; parts[i]; i++) {
    const char *equals = strchr (parts[i], '=');
    g_ptr_array_add (pairs,
                     equals ? g_strndup (parts[i], (gsize) (equals - parts[i])) : g_strdup (parts[i]));
    g_ptr_array_add (pairs, equals ? g_strdup (equals + 1) : NULL);
  }
  return pairs;
}

gboolean
zug_beratbar (const Zug *z, const Doc *vorlage, const xmlNode *station)
{
  const char *ablauf = regeln_ablauf_of (z->regeln, vorlage);
  xmlNode *state =
    ablauf ? regeln_zustand (z->regeln, ablauf, node_get (doc_root (vorlage), "zustand")) : NULL;
  if (node_is (state, "beratbar", "ja"))
    return TRUE;
  return node_is (state, "ende", "ja") && station && zug_offen (z, station) &&
         regeln_role_is (z->regeln, node_get (station, "zustaendigkeit"), "information");
}

char *
zug_station_text (const Zug *z, const xmlNode *station)
{
  g_autofree char *gremium = akte_gremium (z->akte, node_get (station, "gremium"));
  g_autofree char *day = day_german (node_get (station, "termin"));
  const char *ziffern = node_get (station, "ziffern");
  return g_strdup_printf ("%s (%s, %s%s%s)", gremium, day ? day : "ohne Termin",
                          regeln_word (z->regeln, "zustaendigkeit",
                                       node_get (station, "zustaendigkeit")),
                          !ziffern                ? ""
                          : strchr (ziffern, ' ') ? " zu den Ziffern "
                                                  : " zu Ziffer ",
                          ziffern ? ziffern : "");
}

void
wert (GHashTable *werte, const char *name, const char *text)
{
  g_hash_table_insert (werte, g_strdup (name), g_strdup (text ? text : ""));
}

void
wert_take (GHashTable *werte, const char *name, char *text)
{
  g_hash_table_insert (werte, g_strdup (name), text);
}

char *
zug_naechste_zeichner (const Zug *z)
{
  g_autoptr (GPtrArray) next = vorlage_naechste_zeichner (z->doc);
  for (guint i = 0; i < next->len; i++)
    next->pdata[i] = (gpointer) node_get (next->pdata[i], "stelle");
  return next->len > 0 ? text_enumerate (next) : NULL;
}

xmlNode *
zug_station_der_sitzung (const Zug *z, const Doc *vorlage)
{
  xmlNode *undated = NULL;
  g_autofree char *start = node_child_text (zug_root (z), "beginn");
  NODE_EACH (n, vorlage ? node_child (doc_root (vorlage), "beratungsfolge") : NULL, "station") {
    const char *termin = node_get (n, "termin");
    if (!node_is (n, "gremium", node_get (zug_root (z), "gremium")) || !zug_offen (z, n))
      continue;
    if (termin && strncmp (start, termin, 10) == 0)
      return n;
    if (!termin && !undated)
      undated = n;
  }
  return undated;
}

xmlNode *
zug_top (const Zug *z)
{
  xmlNode *agenda = node_child (zug_root (z), "tagesordnung");
  return zug_wert (z, "top") && agenda ? agenda_top (agenda, zug_wert (z, "top")) : NULL;
}

Doc *
zug_sitzung (const Zug *z)
{
  return doc_art (z->doc) == DOC_SITZUNG
           ? z->doc
           : akte_doc (z->akte, DOC_SITZUNG, z->station ? node_get (z->station, "sitzung") : NULL);
}

xmlNode *
zug_top_des_ergebnisses (const Zug *z)
{
  const Doc *sitzung = zug_sitzung (z);
  if (doc_art (z->doc) == DOC_SITZUNG)
    return zug_top (z);
  return sitzung ? node_find (node_child (doc_root (sitzung), "tagesordnung"), "top", "id",
                              node_get (z->station, "top"))
                 : NULL;
}
