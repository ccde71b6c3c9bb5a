/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects of the Beschlusskontrolle: what a decision charges an office with, where it stands, and that a body
 * was told.  Called through effects.c. */
#include "route/effects.h"
#include "route/number.h"
#include "route/order.h"
#include "route/wording.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/vorlage.h"
#include "rules/calendar.h"
#include <string.h>

/* -- the decision -- */

static char *
decided_text (const Zug *z)
{
  xmlNode *last = NULL;
  NODE_EACH (f, node_child (zug_root (z), "fassungen"), "fassung")
    last = f;
  const xmlNode *changed = wording_changed (z->doc, last);
  if (changed)
    return node_text (changed);
  g_autoptr (GString) all = g_string_new (NULL);
  NODE_EACH (n, zug_root (z), "abschnitt") {
    g_autofree char *text = node_text (n);
    if (node_is (regeln_entry (z->regeln, "abschnittsart", node_get (n, "art")), "beschluss", "ja"))
      g_string_append_printf (all, " %s", text);
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
charges (const Zug *z)
{
  g_autoptr (GPtrArray) words = regeln_entries (z->regeln, "auftragswort");
  g_autofree char *text = decided_text (z);
  g_autofree char *low = g_utf8_strdown (text, -1);
  for (guint i = 0; i < words->len; i++)
    if (strstr (low, node_get (words->pdata[i], "text")))
      return TRUE;
  return FALSE;
}

static void
auftrag_erwarten (Zug *z, const xmlNode *e)
{
  (void) e;
  if (node_get (z->station, "auftrag") || !zug_entscheidet (z, z->station) || !charges (z))
    return;
  node_set (z->station, "auftrag", "erwartet");
  zug_sagt (z,
            "Der Beschluss beauftragt die Verwaltung; der Auftrag fehlt noch: ratsweg schritt %s "
            "beauftragen station=%s amt=… text=…",
            doc_kennung (z->doc), node_get (z->station, "gremium"));
}

static void
auftrag_verneinen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *text = zug_station_text (z, z->station);
  node_set (z->station, "auftrag", "keiner");
  zug_sagt (z, "%s: aus dem Beschluss folgt kein Auftrag.", text);
}

/* -- a new order -- */

/* A fact is one line; what was typed may be more. */
static void
add_line (xmlNode *parent, const char *name, const char *text)
{
  g_autofree char *line = g_strdup (text ? text : "");
  g_strstrip (g_strdelimit (line, "\n\t", ' '));
  if (*line)
    node_set_text (node_add (parent, name), line);
}

/* The last day of the time that is to be waited for; NULL where none is. */
static char *
waits_until (const Zug *z, const xmlNode *e, const char *decided)
{
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (z->station, "gremium"));
  xmlNode *state = regeln_zustand (z->regeln, z->ablauf, node_get (zug_root (z), "zustand"));
  gboolean waits =
    body && decided && text_in_list (node_get (e, "gremien"), node_get (doc_root (body), "art"));
  return waits && !node_is (state, "umsetzung", "sofort")
           ? regeln_frist (z->regeln, node_get (e, "frist"), decided)
           : NULL;
}

static void
add_source (const Zug *z, xmlNode *root, const xmlNode *e)
{
  const char *decided = node_get (node_child (z->station, "ergebnis"), "am"),
             *ziffern = zug_wert (z, "ziffern");
  g_autofree char *until = waits_until (z, e, decided);
  g_autofree char *list = g_strdelimit (g_strdup (ziffern ? ziffern : ""), ",", ' ');
  xmlNode *n = node_add (root, "beschluss");
  node_set (n, "vorlage", doc_kennung (z->doc));
  node_set (n, "station", node_get (z->station, "id"));
  node_set (n, "gremium", node_get (z->station, "gremium"));
  node_set (n, "ziffern", *list ? list : NULL);
  node_set (n, "am", decided);
  node_set (n, "einspruch-bis", until);
}

static void
say_order (Zug *z, const Doc *order)
{
  xmlNode *root = doc_root (order);
  g_autofree char *amt = node_child_text (root, "amt"), *text = node_child_text (root, "text");
  g_autofree char *frist = day_german (zug_wert (z, "frist"));
  g_autofree char *until = day_german (node_get (node_child (root, "beschluss"), "einspruch-bis"));
  zug_sagt (z, "Auftrag %s an %s%s%s: %s", doc_kennung (order), amt, frist ? ", Frist " : "",
            frist ? frist : "", text);
  if (until)
    zug_sagt (z, "%s darf erst nach dem %s ausgeführt werden (Einspruchsfrist).", doc_kennung (order),
              until);
}

static const char *
publicity (const Zug *z)
{
  const char *said = zug_wert (z, "oeffentlich");
  return said ? said : node_get (zug_root (z), "oeffentlich");
}

static void
new_order (Zug *z, const xmlNode *e, const char *amt)
{
  Doc *d = zug_new (z, doc_begin (DOC_AUFTRAG, "Auftrag"));
  xmlNode *root = doc_root (d);
  g_autofree char *number = number_draw (z, NUMBER_ORDERS, root);
  if (!number)
    return;
  g_autofree char *author = zug_wert (z, "antragsteller") ? g_strdup (zug_wert (z, "antragsteller"))
                                                          : vorlage_head (z->doc, "antragsteller");
  node_set (root, "kennung", number);
  node_set (root, "art", order_kind (z));
  node_set (root, "oeffentlich", publicity (z));
  node_set (root, "zustand", regeln_anfang (z->regeln, "auftrag"));
  add_source (z, root, e);
  add_line (root, "datum", z->akte->tag);
  add_line (root, "text", zug_wert (z, "text"));
  add_line (root, "intern", zug_wert (z, "intern"));
  add_line (root, "amt", amt);
  add_line (root, "antragsteller", author);
  add_line (root, "frist", zug_wert (z, "frist"));
  add_line (root, "massnahme", zug_wert (z, "massnahme"));
  say_order (z, d);
}

static void
auftrag_anlegen (Zug *z, const xmlNode *e)
{
  g_auto (GStrv) offices = g_strsplit (zug_wert (z, "amt"), ",", -1);
  for (guint i = 0; offices[i] && !z->error; i++)
    new_order (z, e, offices[i]);
  node_set (z->station, "auftrag", "erteilt");
}

/* -- where it stands -- */

static xmlNode *
add_part (xmlNode *order, const char *name)
{
  return node_place (order, name,
                     "beschluss datum text einwand intern amt antragsteller frist massnahme eintrag "
                     "bericht");
}

static void
auftrag_aendern (Zug *z, const xmlNode *e)
{
  const char *name = node_get (e, "element"), *value = zug_wert (z, name);
  gboolean day = g_str_equal (name, "frist");
  if (!value)
    return;
  xmlNode *n = node_child (zug_root (z), name);
  node_set_text (n ? n : add_part (zug_root (z), name), value);
  g_autofree char *text = day ? day_german (value) : g_strdup (value);
  zug_sagt (z, "%s: %s %s.", doc_kennung (z->doc),
            day                         ? "Frist"
            : g_str_equal (name, "amt") ? "Amt"
                                        : "Maßnahme",
            text);
}

static void
eintrag_anfuegen (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *root = zug_root (z), *n = add_part (root, "eintrag");
  node_set (n, "am", z->akte->tag);
  node_set (n, "schritt", z->request->schritt);
  node_set (n, "zustand", node_get (root, "zustand"));
  node_set (n, "sitzung", zug_wert (z, "sitzung"));
  add_line (n, "text", zug_wert (z, "text"));
  add_line (n, "intern", zug_wert (z, "intern"));
  add_line (n, "nachweis", zug_wert (z, "nachweis"));
  if (order_is_running (z, z->doc))
    node_set (root, "berichtet", NULL);
  if (zug_wert (z, "text"))
    zug_sagt (z, "%s: Stand festgehalten.", doc_kennung (z->doc));
}

/* -- the body is told -- */

static void
report_order (Zug *z, Doc *order)
{
  xmlNode *root = doc_root (order), *n = node_add (root, "bericht");
  node_set (n, "sitzung", doc_kennung (z->doc));
  node_set (n, "am", z->akte->tag);
  node_set (n, "zustand", node_get (root, "zustand"));
  if (!order_is_running (z, order))
    node_set (root, "berichtet", "ja");
}

/* The sitting gets a line of it, so that it can be seen there what the body was told. */
static void
note_report (Zug *z, guint open, guint over)
{
  xmlNode *root = zug_root (z);
  node_need (root, "tagesordnung"); /* stands before it */
  xmlNode *n = node_add (root, "auftragsbericht");
  node_set (n, "am", z->akte->tag);
  node_set_int (n, "offen", open);
  node_set_int (n, "erledigt", over);
  zug_sagt (z, "Bericht zur Sitzung %s: %u offen, %u erledigt oder überholt.", doc_kennung (z->doc),
            open, over);
}

static void
auftraege_berichten (Zug *z, const xmlNode *e)
{
  (void) e;
  guint open = 0, over = 0;
  for (guint i = 0; i < z->akte->docs->len; i++) {
    const Doc *read = z->akte->docs->pdata[i];
    if (!order_is_to_report (z, read))
      continue;
    Doc *order = zug_edit (z, DOC_AUFTRAG, doc_kennung (read));
    report_order (z, order);
    if (order_is_running (z, order))
      open++;
    else
      over++;
  }
  note_report (z, open, over);
}

const Effect effects_order[] = {
  { "auftrag-erwarten", auftrag_erwarten },
  { "auftrag-verneinen", auftrag_verneinen },
  { "auftrag-anlegen", auftrag_anlegen },
  { "auftrag-aendern", auftrag_aendern },
  { "eintrag-anfuegen", eintrag_anfuegen },
  { "auftraege-berichten", auftraege_berichten },
  { NULL, NULL },
};
