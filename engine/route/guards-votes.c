/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at votes, and at who is there to give them.  Decide nothing else.  Called through guards.c. */
#include "route/attendance.h"
#include "route/guards.h"
#include "route/votes.h"
#include "base/text.h"

static void
wert_zahl (GHashTable *werte, const char *name, gint64 number)
{
  wert_take (werte, name, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

/* -- figures -- */

static gboolean
mehrheit (const Zug *z, GHashTable *werte)
{
  gint64 ja = votes_total (z, "ja"), nein = votes_total (z, "nein");
  const char *code = zug_wert (z, "code");
  const char *wanted = node_get (regeln_entry (z->regeln, "ergebnis", code), "mehrheit");
  if (ja < 0 || nein < 0 || !wanted)
    return TRUE;
  wert_zahl (werte, "ja", ja);
  wert_zahl (werte, "nein", nein);
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", code));
  return (ja > nein) == g_str_equal (wanted, "ja");
}

/* G8, asked only where all figures are there and somebody has counted who is present. */
static gboolean
stimmen_vollstaendig (const Zug *z, GHashTable *werte)
{
  const Doc *sitzung = zug_sitzung (z);
  gint64 sum = 0;
  for (guint i = 0; vote_kinds[i]; i++) {
    gint64 n = votes_total (z, vote_kinds[i]);
    if (n < 0 && i < 3)
      return TRUE;
    sum += MAX (n, 0);
  }
  if (!attendance_of (sitzung))
    return TRUE;
  Presence p = attendance_count (z, sitzung, zug_top_des_ergebnisses (z), zug_wert (z, "um"));
  wert_zahl (werte, "summe", sum);
  wert_zahl (werte, "anwesend", p.stimmen);
  wert (werte, "sitzung", doc_kennung (sitzung));
  return sum == p.stimmen;
}

static gboolean
fraktionen_ergeben_summe (const Zug *z, GHashTable *werte)
{
  for (guint i = 0; vote_kinds[i]; i++) {
    gint64 sum = votes_sum (z, "fraktionen", vote_kinds[i]), all = votes_total (z, vote_kinds[i]);
    if (sum == all || all < 0)
      continue;
    wert (werte, "was", vote_kinds[i]);
    wert_zahl (werte, "summe", sum);
    wert_zahl (werte, "gesamt", all);
    return FALSE;
  }
  return TRUE;
}

/* -- by name -- */

typedef struct {
  const Zug *z;
  const Doc *sitzung;
  const xmlNode *top;
  GHashTable *seen;
  GPtrArray *wrong, *biased;
} Named;

static gboolean
may_vote (const Named *n, const char *who)
{
  NODE_EACH (p, attendance_of (n->sitzung), "person")
    if (node_is (p, "person", who) && attendance_votes (n->z, p) &&
        attendance_is_present (p, zug_wert (n->z, "um")))
      return TRUE;
  return FALSE;
}

static void
judge_name (const char *who, const char *kind, const char *number, gpointer user)
{
  Named *n = user;
  (void) kind;
  (void) number;
  if (!g_hash_table_add (n->seen, g_strdup (who)) || !may_vote (n, who))
    g_ptr_array_add (n->wrong, attendance_name (n->z, who));
  if (n->top && node_find (n->top, "befangen", "person", who))
    g_ptr_array_add (n->biased, attendance_name (n->z, who));
}

static gboolean
judge_names (const Zug *z, GHashTable *werte, gboolean biased)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) wrong = text_list_new (), bias = text_list_new ();
  Named n = { z, zug_sitzung (z), zug_top_des_ergebnisses (z), seen, wrong, bias };
  votes_each (z, "namentlich", judge_name, &n);
  wert_take (werte, "personen", text_enumerate (biased ? bias : wrong));
  wert (werte, "sitzung", n.sitzung ? doc_kennung (n.sitzung) : "SITZUNG");
  return (biased ? bias : wrong)->len == 0;
}

static gboolean
namentlich_richtig (const Zug *z, GHashTable *werte)
{
  return judge_names (z, werte, FALSE);
}

static gboolean
befangene_stimmen_nicht (const Zug *z, GHashTable *werte)
{
  return judge_names (z, werte, TRUE);
}

/* -- who is there -- */

/* A vote needs a quorum, unless nobody has found that it is missing. */
static gboolean
beschlussfaehig (const Zug *z, GHashTable *werte)
{
  const Doc *sitzung = zug_sitzung (z);
  const xmlNode *entry = regeln_entry (z->regeln, "ergebnis", zug_wert (z, "code"));
  wert (werte, "sitzung", sitzung ? doc_kennung (sitzung) : "");
  wert (werte, "ergebnis", regeln_word (z->regeln, "ergebnis", zug_wert (z, "code")));
  return !sitzung || !node_get (entry, "mehrheit") ||
         !node_child (doc_root (sitzung), "beschlussunfaehig");
}

static gboolean
unfaehigkeit_belegt (const Zug *z, GHashTable *werte)
{
  if (!attendance_of (z->doc))
    return TRUE;
  Presence p = attendance_count (z, z->doc, NULL, zug_wert (z, "um"));
  wert_zahl (werte, "anwesend", p.stimmen);
  wert_zahl (werte, "mitglieder", attendance_members (z, z->doc));
  wert_zahl (werte, "ratsmitglieder", p.ratsmitglieder);
  return !attendance_is_enough (z, z->doc, p);
}

static gboolean
is_known (const Zug *z, const char *person)
{
  return node_find (attendance_of (z->doc), "person", "person", person) ||
         akte_doc (z->akte, DOC_PERSON, person);
}

static gboolean
personen_bekannt (const Zug *z, GHashTable *werte)
{
  static const char *const names[] = { "person", "fuer" };
  g_autoptr (GPtrArray) unknown = text_list_new ();
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++) {
    const char *list = zug_wert (z, names[k]);
    g_auto (GStrv) persons = g_strsplit (list ? list : "", ",", -1);
    for (guint i = 0; persons[i]; i++)
      if (!is_known (z, persons[i]))
        g_ptr_array_add (unknown, g_strdup (persons[i]));
  }
  wert_take (werte, "unbekannte", text_enumerate (unknown));
  return unknown->len == 0;
}

/* Who is no member of the body comes in some class: as a deputy, of the administration, as a guest. */
static gboolean
klasse_genannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) open = text_list_new ();
  g_auto (GStrv) persons = g_strsplit (zug_wert (z, "person"), ",", -1);
  for (guint i = 0; persons[i]; i++)
    if (!zug_wert (z, "klasse") && !zug_wert (z, "fuer") &&
        !node_find (attendance_of (z->doc), "person", "person", persons[i]))
      g_ptr_array_add (open, attendance_name (z, persons[i]));
  wert_take (werte, "personen", text_enumerate (open));
  wert_take (werte, "klassen", regeln_enumerate (z->regeln, "anwesenheitsklasse", FALSE));
  return open->len == 0;
}

/* In a public sitting they may stay where the audience sits, else they leave the room. */
static gboolean
befangene_verlassen_raum (const Zug *z, GHashTable *werte)
{
  xmlNode *top = zug_top (z);
  wert (werte, "top", node_get (top, "nummer"));
  return !top || node_is (top, "oeffentlich", "ja") ||
         g_strcmp0 (zug_wert (z, "raum"), "zuhoererraum") != 0;
}

const Guard guards_votes[] = {
  { "mehrheit", mehrheit, "code", "ja nein ergebnis" },
  { "stimmen-vollstaendig", stimmen_vollstaendig, "code", "summe anwesend sitzung" },
  { "fraktionen-ergeben-summe", fraktionen_ergeben_summe, "fraktionen", "was summe gesamt" },
  { "namentlich-richtig", namentlich_richtig, "namentlich", "personen sitzung" },
  { "befangene-stimmen-nicht", befangene_stimmen_nicht, "namentlich", "personen" },
  { "beschlussfaehig", beschlussfaehig, "code", "sitzung ergebnis" },
  { "unfaehigkeit-belegt", unfaehigkeit_belegt, NULL, "anwesend mitglieder ratsmitglieder" },
  { "personen-bekannt", personen_bekannt, "person", "unbekannte" },
  { "klasse-genannt", klasse_genannt, "person", "personen klassen" },
  { "befangene-verlassen-raum", befangene_verlassen_raum, "raum", "top" },
  { NULL, NULL, NULL, NULL },
};
