/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Events as rows: who, for whom, what, with which objections.  Prints nothing.  Called by
 * ratsweg-show.c. */
#include "report/history.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/gremium.h"
#include "doc/vorlage.h"
#include <string.h>

typedef struct {
  Store *s;
  const ReportHistory *h;
  Table *t;
} Walk;

/* Present Kennung of what the trail names; the trail's own word where it is gone. */
static char *
present_name (Store *s, const char *art, const char *spur)
{
  DocArt a;
  char *kennung = NULL;
  if (spur && doc_art_parse (art, &a) && store_of_trail (s, a, spur, &kennung, NULL) == STORE_FOUND)
    return kennung;
  return g_strdup (spur);
}

static Doc *
present_object (Walk *w, const Event *e)
{
  g_auto (StoreDoc) d = { 0 };
  DocArt art;
  g_autofree char *now = present_name (w->s, e->objekt_art, e->objekt);
  if (!now || !doc_art_parse (e->objekt_art, &art) ||
      store_get (w->s, art, now, 0, &d, NULL) != STORE_FOUND)
    return NULL;
  return doc_open_stored (art, now, d.bytes, now, NULL);
}

/* The body of the event's station. */
static char *
body_of_station (Walk *w, const Event *e, const Doc *object)
{
  g_auto (StoreDoc) g = { 0 };
  xmlNode *n = object && e->station ? vorlage_station (object, e->station) : NULL;
  if (!n || store_get (w->s, DOC_GREMIUM, node_get (n, "gremium"), 0, &g, NULL) != STORE_FOUND)
    return NULL;
  g_autoptr (Doc) body = doc_open_stored (DOC_GREMIUM, g.kennung, g.bytes, g.kennung, NULL);
  return body ? gremium_kurz (body) : NULL;
}

static const char *
machine_of (Walk *w, const Event *e, const Doc *object)
{
  if (e->station)
    return "station";
  if (object && doc_art (object) == DOC_VORLAGE)
    return w->h->word ("ablauf", NULL, node_get (doc_root (object), "art"), w->h->user);
  return e->objekt_art ? e->objekt_art : "";
}

/* Whether the result of the event was one of several by the same vote. */
static gboolean
is_en_bloc (const Event *e, const Doc *object)
{
  xmlNode *station = object && e->code && e->station ? vorlage_station (object, e->station) : NULL;
  return node_get (node_child (station, "ergebnis"), "en-bloc") != NULL;
}

static char *
what (Walk *w, const Event *e)
{
  g_autofree char *name = present_name (w->s, e->objekt_art, e->objekt);
  g_autoptr (Doc) object = present_object (w, e);
  g_autofree char *body = body_of_station (w, e, object);
  const char *machine = machine_of (w, e, object);
  GString *out = g_string_new (name);
  if (body)
    g_string_append_printf (out, ", %s", body);
  if (e->code)
    g_string_append_printf (out, ": %s%s", w->h->word ("ergebnis", NULL, e->code, w->h->user),
                            is_en_bloc (e, object) ? " (en bloc)" : "");
  else if (e->nach && g_strcmp0 (e->von, e->nach) != 0) {
    g_string_append (out, ": ");
    if (e->von)
      g_string_append_printf (out, "%s → ", w->h->word ("zustand", machine, e->von, w->h->user));
    g_string_append (out, w->h->word ("zustand", machine, e->nach, w->h->user));
  }
  return g_string_free (out, FALSE);
}

static char *
reason (Walk *w, const Event *e)
{
  Hash h;
  g_autoptr (GBytes) bytes = NULL;
  if (!e->grund || !hex_decode (e->grund, h.b, HASH_BYTES))
    return NULL;
  if (store_content (w->s, &h, &bytes, NULL) != STORE_FOUND)
    return g_strdup ("(gelöscht)");
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_take (Table *t, const char *key, char *value)
{
  table_set (t, key, value);
  g_free (value);
}

/* Who did when what, and why. */
static void
begin_row (Walk *w, const Event *e)
{
  Table *t = w->t;
  table_row (t);
  set_take (t, "nr", g_strdup_printf ("%" G_GUINT64_FORMAT, e->seq));
  set_take (t, "erfasst", instant_german (e->zeit));
  set_take (t, "wirksam", day_german (e->wirksam));
  set_take (t, "wer", e->akteur ? present_name (w->s, "benutzer", e->akteur) : g_strdup ("(Ratsweg)"));
  set_take (t, "fuer", e->fuer ? present_name (w->s, "benutzer", e->fuer) : NULL);
  set_take (t, "was", what (w, e));
  set_take (t, "grund", reason (w, e));
}

static void
add_row (Walk *w, const Event *e)
{
  begin_row (w, e);
  table_set (w->t, "schritt", e->art);
  set_take (w->t, "einwand", e->einwaende->len ? text_enumerate (e->einwaende) : NULL);
}

/* -- what was overridden -- */

/* The object as the event left it. */
static Doc *
object_then (Walk *w, const Event *e)
{
  DocArt art;
  g_auto (StoreDoc) kept = { 0 };
  g_autofree char *now = present_name (w->s, e->objekt_art, e->objekt);
  for (guint i = 0; i < e->dokumente->len; i++) {
    const EventDoc *d = e->dokumente->pdata[i];
    if (g_strcmp0 (d->art, e->objekt_art) != 0 || g_strcmp0 (d->kennung, e->objekt) != 0)
      continue;
    if (!doc_art_parse (d->art, &art) ||
        store_get (w->s, art, now, d->nachher, &kept, NULL) != STORE_FOUND)
      return NULL;
    return doc_open_stored (art, now, kept.bytes, now, NULL);
  }
  return NULL;
}

/* The first of the event's objections: with the result, else the last ones behind the head.  NULL where the
 * sentences were not kept. */
static xmlNode *
first_objection (const Event *e, const Doc *then)
{
  xmlNode *station = e->code && e->station ? vorlage_station (then, e->station) : NULL;
  xmlNode *parent = station ? node_child (station, "ergebnis") : doc_root (then);
  xmlNode *n = node_child (parent, "einwand");
  guint all = node_count (parent, "einwand"), own = e->einwaende->len;
  if (all < own)
    return NULL;
  for (guint older = all - own; older > 0; older--)
    n = node_next (n, "einwand");
  return n;
}

static void
add_overridden (Walk *w, const Event *e)
{
  g_autoptr (Doc) then = e->einwaende->len > 0 ? object_then (w, e) : NULL;
  xmlNode *n = then ? first_objection (e, then) : NULL;
  for (guint i = 0; i < e->einwaende->len; i++, n = n ? node_next (n, "einwand") : NULL) {
    begin_row (w, e);
    table_set (w->t, "regel", n ? node_get (n, "regel") : e->einwaende->pdata[i]);
    set_take (w->t, "einwand", n ? node_text (n) : g_strdup ("(der Satz ist nicht festgehalten)"));
  }
}

static gboolean
take_event (guint64 seq, GBytes *xml, gpointer user, GError **error)
{
  Walk *w = user;
  (void) seq;
  g_autoptr (Event) e = event_read (xml, error);
  if (!e)
    return FALSE;
  if (e->zeit < w->h->von || e->zeit > w->h->bis)
    return TRUE;
  if (w->h->uebergangen)
    add_overridden (w, e);
  else
    add_row (w, e);
  return TRUE;
}

Table *
report_history (Store *s, const ReportHistory *h, GError **error)
{
  static const char *const columns[] = { "nr",         "Nr",      "erfasst", "erfasst am", "wirksam",
                                         "wirksam",    "wer",     "wer",     "fuer",       "für",
                                         "schritt",    "Schritt", "was",     "was",        "einwand",
                                         "übergangen", "grund",   "Grund",   NULL };
  static const char *const overridden[] = { "nr",      "Nr",    "erfasst", "erfasst am", "wirksam",
                                            "wirksam", "wer",   "wer",     "fuer",       "für",
                                            "was",     "was",   "regel",   "Regel",      "einwand",
                                            "Einwand", "grund", "Grund",   NULL };
  g_autoptr (Table) t =
    h->uebergangen ? table_new ("uebergangen", overridden) : table_new ("ereignis", columns);
  Walk w = { s, h, t };
  gboolean ok = h->kennung ? store_each_event_of (s, h->art, h->kennung, take_event, &w, error)
                           : store_each_event (s, 0, store_count (s), take_event, &w, error);
  return ok ? g_steal_pointer (&t) : NULL;
}
