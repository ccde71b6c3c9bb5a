/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects on who takes part in a sitting: attendance, who is befangen, a quorum that is missing, interruptions.
 * Called through effects.c. */
#include "route/attendance.h"
#include "route/effects.h"
#include "base/date.h"
#include "base/error.h"
#include "doc/agenda.h"
#include <string.h>

/* -- attendance -- */

/* At the beginning everybody is there who belongs to the body on that day. */
static void
anwesenheit_beginnen (Zug *z, const xmlNode *e)
{
  (void) e;
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (zug_root (z), "gremium"));
  g_autofree char *day = sitzung_tag (zug_root (z));
  xmlNode *list = NULL;
  NODE_EACH (m, body ? doc_root (body) : NULL, "mitglied") {
    if (!attendance_valid (m, day))
      continue;
    list = list ? list : sitzung_add (zug_root (z), "anwesenheit");
    xmlNode *p = node_add (list, "person");
    node_set (p, "person", node_get (m, "person"));
    node_set (p, "klasse", attendance_class (m));
  }
  if (list)
    zug_sagt (z, "Anwesend sind zunächst alle %u Mitglieder.", node_count (list, "person"));
}

static xmlNode *
last_entry (const xmlNode *list, const char *person)
{
  xmlNode *last = NULL;
  NODE_EACH (p, list, "person")
    if (node_is (p, "person", person))
      last = p;
  return last;
}

static xmlNode *
new_entry (xmlNode *list, const char *person, const char *klasse)
{
  xmlNode *p = node_add (list, "person");
  node_set (p, "person", person);
  node_set (p, "klasse", klasse);
  return p;
}

/* One entry and no times: as at the beginning. */
static xmlNode *
only_entry (xmlNode *list, const char *person)
{
  static const char *const times[] = { "von", "bis", "fehlt" };
  xmlNode *last = last_entry (list, person);
  for (xmlNode *p = node_child (list, "person"), *next; p; p = next) {
    next = node_next (p, "person");
    if (p != last && node_is (p, "person", person))
      node_remove (p);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    node_set (last, times[i], NULL);
  return last;
}

/* Whose place somebody takes is not there themselves. */
static void
stand_in (xmlNode *list, xmlNode *p, const char *fuer)
{
  xmlNode *absent = last_entry (list, fuer);
  node_set (p, "fuer", fuer);
  if (!absent)
    return;
  node_set (p, "klasse", node_get (absent, "klasse"));
  if (!node_get (absent, "fehlt"))
    node_set (only_entry (list, fuer), "fehlt", "entschuldigt");
}

static void
note_presence (const Zug *z, xmlNode *list, const char *person)
{
  const char *von = zug_wert (z, "von"), *bis = zug_wert (z, "bis"), *fehlt = zug_wert (z, "fehlt");
  const char *klasse = zug_wert (z, "klasse"), *fuer = zug_wert (z, "fuer");
  xmlNode *p = last_entry (list, person);
  p = p ? p : new_entry (list, person, klasse ? klasse : "gast");
  if (klasse)
    node_set (p, "klasse", klasse);
  if (fehlt)
    node_set (only_entry (list, person), "fehlt", g_str_equal (fehlt, "nein") ? NULL : fehlt);
  if (von && node_get (p, "bis"))
    p = new_entry (list, person, node_get (p, "klasse"));
  if (von || bis)
    node_set (p, "fehlt", NULL);
  if (von)
    node_set (p, "von", von);
  if (bis)
    node_set (p, "bis", bis);
  if (fuer)
    stand_in (list, p, fuer);
}

static void
say_presence (Zug *z, const xmlNode *list, const char *person)
{
  const xmlNode *p = last_entry (list, person);
  g_autofree char *name = attendance_name (z, person);
  g_autofree char *fuer = node_get (p, "fuer") ? attendance_name (z, node_get (p, "fuer")) : NULL;
  GString *text = g_string_new (name);
  if (fuer)
    g_string_append_printf (text, " i. V. für %s", fuer);
  g_string_append_printf (text, ": %s", node_get (p, "fehlt") ? node_get (p, "fehlt") : "anwesend");
  if (node_get (p, "von"))
    g_string_append_printf (text, " ab %s Uhr", node_get (p, "von"));
  if (node_get (p, "bis"))
    g_string_append_printf (text, " bis %s Uhr", node_get (p, "bis"));
  zug_sagt (z, "%s.", text->str);
  g_string_free (text, TRUE);
}

static void
say_count (Zug *z)
{
  Presence p = attendance_count (z, z->doc, NULL, NULL);
  guint members = attendance_members (z, z->doc);
  gboolean enough = attendance_is_enough (z, z->doc, p);
  zug_sagt (z, "Stimmberechtigt anwesend: %u von %u%s.", p.stimmen, members,
            enough ? "" : "; für die Beschlussfähigkeit genügt das nicht, sobald es festgestellt wird");
}

static void
anwesenheit_eintragen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_auto (GStrv) persons = g_strsplit (zug_wert (z, "person"), ",", -1);
  xmlNode *list = attendance_of (z->doc);
  list = list ? list : sitzung_add (zug_root (z), "anwesenheit");
  for (guint i = 0; persons[i]; i++) {
    note_presence (z, list, persons[i]);
    say_presence (z, list, persons[i]);
  }
  say_count (z);
}

/* -- at one TOP -- */

static void
befangenheit_eintragen (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *top = zug_top (z);
  const char *raum = zug_wert (z, "raum");
  g_auto (GStrv) persons = g_strsplit (zug_wert (z, "person"), ",", -1);
  for (guint i = 0; persons[i]; i++) {
    xmlNode *n = node_find (top, "befangen", "person", persons[i]);
    if (!n) {
      n = agenda_add_to_top (top, "befangen");
      node_set (n, "person", persons[i]);
    }
    node_set (n, "raum", raum ? raum : "verlassen");
    g_autofree char *name = attendance_name (z, persons[i]);
    zug_sagt (z, "TOP %s: %s ist befangen und %s.", node_get (top, "nummer"), name,
              node_is (n, "raum", "verlassen") ? "hat den Raum verlassen" : "bleibt im Zuhörerraum");
  }
}

/* -- the course -- */

static void
unterbrechung_beginnen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *when = effect_moment (z, NULL);
  if (!when)
    return;
  node_set (sitzung_add (zug_root (z), "unterbrechung"), "von", when);
  zug_sagt (z, "Sitzung unterbrochen um %s Uhr.", when + 11);
}

static void
unterbrechung_beenden (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *when = effect_moment (z, NULL);
  xmlNode *last = NULL;
  NODE_EACH (n, zug_root (z), "unterbrechung")
    last = n;
  if (!when || !last)
    return;
  if (strcmp (when, node_get (last, "von")) < 0) {
    fail (&z->error, RATSWEG_ERROR_USAGE, "um=%s: unterbrochen wurde erst um %s Uhr.", when + 11,
          node_get (last, "von") + 11);
    return;
  }
  node_set (last, "bis", when);
  zug_sagt (z, "Sitzung fortgesetzt um %s Uhr.", when + 11);
}

static void
unfaehigkeit_feststellen (Zug *z, const xmlNode *e)
{
  (void) e;
  g_autofree char *when = effect_moment (z, NULL);
  if (!when)
    return;
  node_set_text (sitzung_add (zug_root (z), "beschlussunfaehig"), when);
  zug_sagt (z, "Beschlussunfähigkeit festgestellt um %s Uhr.", when + 11);
}

const Effect effects_presence[] = {
  { "anwesenheit-beginnen", anwesenheit_beginnen },
  { "anwesenheit-eintragen", anwesenheit_eintragen },
  { "befangenheit-eintragen", befangenheit_eintragen },
  { "unterbrechung-beginnen", unterbrechung_beginnen },
  { "unterbrechung-beenden", unterbrechung_beenden },
  { "unfaehigkeit-feststellen", unfaehigkeit_feststellen },
  { NULL, NULL },
};
