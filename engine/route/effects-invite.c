/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Effects before a sitting: who was invited with which agenda, and that it was made public.  Called through
 * effects.c. */
#include "route/attendance.h"
#include "route/effects.h"
#include "base/date.h"
#include "base/hash.h"
#include "doc/agenda.h"
#include "doc/write.h"

static char *
agenda_hash (const xmlNode *agenda)
{
  g_autoptr (GBytes) bytes = doc_canonical_part (agenda);
  Hash h = hash_of (bytes);
  return hex_encode (h.b, HASH_BYTES);
}

/* The members of the body on the day of the sitting, by their id. */
static guint
add_members (const Zug *z, xmlNode *einladung)
{
  const Doc *body = akte_doc (z->akte, DOC_GREMIUM, node_get (zug_root (z), "gremium"));
  g_autofree char *day = sitzung_tag (zug_root (z));
  guint n = 0;
  NODE_EACH (m, body ? doc_root (body) : NULL, "mitglied") {
    if (!attendance_valid (m, day))
      continue;
    xmlNode *e = node_add (einladung, "empfaenger");
    node_set (e, "person", node_get (m, "person"));
    node_set (e, "stimme", node_get (m, "stimme"));
    if (node_get (m, "funktion"))
      node_set_text (e, node_get (m, "funktion"));
    n++;
  }
  return n;
}

/* Who else: "Presse; Seniorenbeirat". */
static guint
add_others (const Zug *z, xmlNode *einladung)
{
  const char *an = zug_wert (z, "an");
  g_auto (GStrv) names = g_strsplit (an ? an : "", ";", -1);
  guint n = 0;
  for (guint i = 0; names[i]; i++)
    if (*g_strstrip (names[i])) {
      node_set_text (node_add (einladung, "empfaenger"), names[i]);
      n++;
    }
  return n;
}

/* The agenda as it was sent is kept by version, stand and hash. */
static void
einladung_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *root = zug_root (z), *agenda = node_need (root, "tagesordnung");
  guint version = node_count (root, "einladung") + 1;
  node_set_int (agenda, "version", version);
  g_autofree char *hash = agenda_hash (agenda);
  xmlNode *n = sitzung_add (root, "einladung");
  node_set_int (n, "version", version);
  node_set (n, "am", z->akte->tag);
  node_set_int (n, "stand", z->akte->objekt ? (gint64) doc_stand (z->akte->objekt) + 1 : 1);
  node_set (n, "sha256", hash);
  node_set (n, "weg", zug_wert (z, "weg"));
  guint members = add_members (z, n), others = add_others (z, n);
  zug_sagt (z, "Tagesordnung in Version %u mit %u TOP festgehalten.", version,
            node_count (agenda, "top"));
  if (members + others > 0)
    zug_sagt (z, "Empfänger: %u aus dem Gremium, %u weitere%s%s.", members, others,
              zug_wert (z, "weg") ? "; Weg: " : "", zug_wert (z, "weg") ? zug_wert (z, "weg") : "");
}

/* What became of the Einladung to one recipient. */
static void
zustellung_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *n = node_add (agenda_einladung (zug_root (z)), "zustellung");
  node_set (n, "an", zug_wert (z, "an"));
  node_set (n, "am", z->akte->tag);
  node_set (n, "stand", zug_wert (z, "stand"));
  node_set (n, "weg", zug_wert (z, "weg"));
  zug_sagt (z, "Einladung an %s: %s.", zug_wert (z, "an"), zug_wert (z, "stand"));
}

static void
bekanntmachung_festhalten (Zug *z, const xmlNode *e)
{
  (void) e;
  xmlNode *n = sitzung_add (zug_root (z), "bekanntmachung");
  node_set (n, "am", z->akte->tag);
  node_set (n, "wo", zug_wert (z, "wo"));
  g_autofree char *day = day_german (z->akte->tag);
  zug_sagt (z, "Zeit, Ort und Tagesordnung sind am %s öffentlich bekannt gemacht (%s).", day,
            zug_wert (z, "wo"));
}

const Effect effects_invite[] = {
  { "einladung-festhalten", einladung_festhalten },
  { "zustellung-festhalten", zustellung_festhalten },
  { "bekanntmachung-festhalten", bekanntmachung_festhalten },
  { NULL, NULL },
};
