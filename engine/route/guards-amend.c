/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards on a text that changes after it was submitted, and on whether a later Fassung reached the members in time.
 * Decide nothing else.  Called through guards.c. */
#include "route/guards.h"
#include "route/changes.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/agenda.h"
#include "doc/write.h"
#include "rules/calendar.h"

/* What no correction touches: for the way there are commands of their own. */
static void
add_fixed (const Zug *z, GPtrArray *into)
{
  const xmlNode *old = doc_root (z->akte->objekt), *new = zug_root (z);
  if (!doc_same_parts (node_child (old, "beratungsfolge"), node_child (new, "beratungsfolge")))
    g_ptr_array_add (into, g_strdup ("Beratungsfolge"));
  if (!doc_same_parts (node_child (old, "mitzeichnung"), node_child (new, "mitzeichnung")))
    g_ptr_array_add (into, g_strdup ("Mitzeichnung"));
  if (!node_is (new, "oeffentlich", node_get (old, "oeffentlich")))
    g_ptr_array_add (into, g_strdup ("Öffentlichkeit"));
  if (!node_is (new, "art", node_get (old, "art")))
    g_ptr_array_add (into, g_strdup ("Papierart"));
}

static gboolean
korrektur_nur_text (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) fixed = text_list_new ();
  if (z->request->neu && z->akte->objekt)
    add_fixed (z, fixed);
  wert_take (werte, "teile", text_enumerate (fixed));
  return fixed->len == 0;
}

/* Each Anlage that was there is there unchanged. */
static gboolean
keeps_anlagen (const xmlNode *old, const xmlNode *new)
{
  NODE_EACH (o, node_child (old, "anlagen"), "anlage")
    if (!doc_same_parts (o, node_find (node_child (new, "anlagen"), "anlage", "id", node_get (o, "id"))))
      return FALSE;
  return TRUE;
}

static gboolean
nur_anlagen_dazu (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) other = text_list_new ();
  const xmlNode *old = z->akte->objekt ? doc_root (z->akte->objekt) : NULL, *new = zug_root (z);
  if (!z->request->neu || !old)
    return TRUE;
  add_fixed (z, other);
  g_autoptr (GPtrArray) words = text_list_new ();
  changes_of (z, old, new, words, words);
  gboolean more = node_count (node_child (new, "anlagen"), "anlage") >
                  node_count (node_child (old, "anlagen"), "anlage");
  for (guint i = 0; i < words->len; i++)
    if (!g_str_equal (words->pdata[i], "Anlagen") &&
        !g_ptr_array_find_with_equal_func (other, words->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (other, g_strdup (words->pdata[i]));
  if (!keeps_anlagen (old, new))
    g_ptr_array_add (other, g_strdup ("frühere Anlagen"));
  g_autofree char *list = text_enumerate (other);
  wert_take (werte, "weshalb",
             other->len > 0 ? g_strdup_printf ("die Datei ändert auch: %s", list)
                            : g_strdup ("die Datei hat keine neue Anlage"));
  return other->len == 0 && more;
}

/* What was only taken off the agenda was not deliberated on. */
static gboolean
noch_kein_ergebnis (const Zug *z, GHashTable *werte)
{
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station") {
    const char *code = node_get (node_child (n, "ergebnis"), "code");
    if (!code || node_is (regeln_entry (z->regeln, "ergebnis", code), "beraten", "nein"))
      continue;
    wert_take (werte, "station", zug_station_text (z, n));
    wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
    return FALSE;
  }
  return TRUE;
}

/* -- G16 -- */

/* The last Fassung of the administration, if there was one before it: what a body has changed itself it knows. */
static const xmlNode *
later_fassung (const Zug *z)
{
  const xmlNode *last = NULL;
  guint n = 0;
  NODE_EACH (f, node_child (zug_root (z), "fassungen"), "fassung")
    if (!node_get (f, "station")) {
      last = f;
      n++;
    }
  return n > 1 ? last : NULL;
}

/* The day on which the first Einladung that still holds went out; NULL before there is one. */
static const char *
invited_on (const Doc *sitzung)
{
  NODE_EACH (n, doc_root (sitzung), "einladung")
    if (!node_is (n, "gilt", "nein"))
      return node_get (n, "am");
  return NULL;
}

static gboolean
is_tischvorlage (const Zug *z)
{
  xmlNode *paper = node_find (zug_top_des_ergebnisses (z), "papier", "vorlage", doc_kennung (z->doc));
  return paper && node_get (paper, "tischvorlage");
}

/* In time by the Frist of the Einladung, or sent along with the Einladung itself. */
static gboolean
fassung_zugestellt (const Zug *z, GHashTable *werte)
{
  const xmlNode *f = later_fassung (z);
  const Doc *sitzung = zug_sitzung (z);
  if (!f || !sitzung || g_strcmp0 (zug_votum (z), "keines") == 0)
    return TRUE;
  g_autofree char *day = sitzung_tag (doc_root (sitzung));
  g_autofree char *last = regeln_frist (z->regeln, "ladung", day);
  const char *made = node_get (f, "am"), *invited = invited_on (sitzung);
  wert (werte, "nr", node_get (f, "nr"));
  wert_take (werte, "am", day_german (made));
  wert_take (werte, "spaetestens", day_german (last));
  wert (werte, "sitzung", doc_kennung (sitzung));
  wert (werte, "top", node_get (zug_top_des_ergebnisses (z), "nummer"));
  return !last || g_strcmp0 (made, last) <= 0 || (invited && g_strcmp0 (made, invited) <= 0) ||
         is_tischvorlage (z);
}

static gboolean
top_mit_vorlage (const Zug *z, GHashTable *werte)
{
  wert (werte, "top", zug_wert (z, "top"));
  return !zug_top (z) || node_child (zug_top (z), "papier");
}

const Guard guards_amend[] = {
  { "korrektur-nur-text", korrektur_nur_text, NULL, "teile" },
  { "nur-anlagen-dazu", nur_anlagen_dazu, NULL, "weshalb" },
  { "noch-kein-ergebnis", noch_kein_ergebnis, NULL, "station ergebnis" },
  { "fassung-zugestellt", fassung_zugestellt, "code", "nr am spaetestens sitzung top" },
  { "top-mit-vorlage", top_mit_vorlage, "top", "top" },
  { NULL, NULL, NULL, NULL },
};
