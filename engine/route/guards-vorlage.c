/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Guards that look at a paper, its signers and at small documents.  Decide nothing else.  Called through
 * guards.c. */
#include "route/guards.h"
#include "route/number.h"
#include "base/date.h"
#include "base/text.h"
#include "doc/vorlage.h"
#include <string.h>

/* TRUE for an empty list; else the placeholder gets the enumeration. */
static gboolean
none (GPtrArray *found, GHashTable *werte, const char *platzhalter)
{
  if (found->len > 0)
    wert_take (werte, platzhalter, text_enumerate (found));
  return found->len == 0;
}

/* In a file that is checked in, the line helps. */
static void
add_unknown (const Zug *z, GPtrArray *into, const xmlNode *n, char *take_what)
{
  g_autofree char *what = take_what;
  g_ptr_array_add (into, z->request->neu ? g_strdup_printf ("%s (Zeile %ld)", what, xmlGetLineNo (n))
                                         : g_steal_pointer (&what));
}

static gboolean
has_text (const xmlNode *root, const char *art)
{
  NODE_EACH (n, root, "abschnitt")
    if (node_is (n, "art", art)) {
      g_autofree char *text = node_text (n);
      if (*text)
        return TRUE;
    }
  return FALSE;
}

static gboolean
pflichtabschnitte (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) missing = text_list_new ();
  xmlNode *art = regeln_entry (z->regeln, "papierart", node_get (zug_root (z), "art"));
  NODE_EACH (n, art, "pflicht") {
    const char *code = node_get (n, "abschnitt");
    if (!has_text (zug_root (z), code))
      g_ptr_array_add (missing, g_strdup_printf ("%s (abschnitt art=\"%s\")",
                                                 regeln_word (z->regeln, "abschnittsart", code), code));
  }
  return none (missing, werte, "fehlende");
}

static gboolean
antragsteller_genannt (const Zug *z, GHashTable *werte)
{
  (void) werte;
  g_autofree char *who = vorlage_head (z->doc, "antragsteller");
  g_autofree char *office = vorlage_head (z->doc, "fachbereich");
  g_autofree char *when = vorlage_head (z->doc, "eingang");
  return (who || office) && when;
}

static gboolean
gremien_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) unknown = text_list_new ();
  NODE_EACH (n, node_child (zug_root (z), "beratungsfolge"), "station") {
    const char *gremium = node_get (n, "gremium"), *role = node_get (n, "zustaendigkeit");
    if (!akte_doc (z->akte, DOC_GREMIUM, gremium))
      add_unknown (z, unknown, n, g_strdup_printf ("das Gremium „%s“", gremium));
    if (!regeln_entry (z->regeln, "zustaendigkeit", role))
      add_unknown (z, unknown, n, g_strdup_printf ("die Zuständigkeit „%s“", role));
  }
  return none (unknown, werte, "unbekannte");
}

static gboolean
stellen_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) unknown = text_list_new ();
  NODE_EACH (n, node_child (zug_root (z), "mitzeichnung"), "zeichner")
    if (!akte_doc (z->akte, DOC_STELLE, node_get (n, "stelle")))
      add_unknown (z, unknown, n, g_strdup (node_get (n, "stelle")));
  g_autofree char *own = node_child_text (zug_root (z), "stelle");
  if (own && !akte_doc (z->akte, DOC_STELLE, own))
    add_unknown (z, unknown, node_child (zug_root (z), "stelle"), g_strdup (own));
  return none (unknown, werte, "unbekannte");
}

static gboolean
rollen_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) unknown = text_list_new ();
  NODE_EACH (n, zug_root (z), "rolle") {
    g_autofree char *rolle = node_text (n);
    if (!regeln_entry (z->regeln, "rolle", rolle))
      add_unknown (z, unknown, n, g_steal_pointer (&rolle));
  }
  wert_take (werte, "rollen", regeln_enumerate (z->regeln, "rolle", FALSE));
  return none (unknown, werte, "unbekannte");
}

/* Whether the count goes on, and if not, from where to where; @new NULL: it would be gone. */
static gboolean
goes_on (const xmlNode *old, const xmlNode *new, GHashTable *werte)
{
  const char *name = node_get (old, "name"), *from = node_get (old, "naechste");
  const char *to = new ? node_get (new, "naechste") : "keine Zahl";
  wert_take (werte, "naechste", name ? g_strdup_printf ("%s (%s)", from, name) : g_strdup (from));
  wert_take (werte, "genannt", name ? g_strdup_printf ("%s (%s)", to, name) : g_strdup (to));
  return new &&node_get_int (new, "naechste", 0) >= node_get_int (old, "naechste", 0);
}

static gboolean
zaehler_nicht_zurueck (const Zug *z, GHashTable *werte)
{
  const xmlNode *old = z->akte->objekt ? doc_root (z->akte->objekt) : NULL;
  if (!old)
    return TRUE;
  NODE_EACH (n, old, "lauf")
    if (!goes_on (n, node_find (zug_root (z), "lauf", "name", node_get (n, "name")), werte))
      return FALSE;
  return goes_on (old, zug_root (z), werte);
}

/* Another paper that has or had the number. */
static gboolean
is_taken (const Zug *z, const char *number)
{
  for (guint i = 0; i < z->akte->docs->len; i++) {
    const Doc *d = z->akte->docs->pdata[i];
    if (doc_art (d) == DOC_VORLAGE &&
        (node_is (doc_root (d), "kennung", number) || node_is (doc_root (d), "entwurf", number)))
      return TRUE;
  }
  return FALSE;
}

/* A range that is missing is an error of the drawing itself. */
static gboolean
nummer_frei (const Zug *z, GHashTable *werte)
{
  const char *ranges[] = { number_begins_draft (z) ? NUMBER_DRAFTS : NULL, number_range (z) };
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++) {
    const Doc *range = ranges[i] ? akte_doc (z->akte, DOC_ZAEHLER, ranges[i]) : NULL;
    g_autofree char *next = range ? route_next_number (range, zug_root (z), z->akte->tag) : NULL;
    if (!next || !is_taken (z, next))
      continue;
    wert (werte, "nummer", next);
    wert (werte, "zaehler", ranges[i]);
    return FALSE;
  }
  return TRUE;
}

static gboolean
an_der_reihe (const Zug *z, GHashTable *werte)
{
  g_autofree char *mine = akte_stelle (z->akte);
  char *next = zug_naechste_zeichner (z);
  wert_take (werte, "naechste", next ? next : g_strdup ("niemand"));
  return vorlage_zeichner (z->doc, mine) != NULL;
}

static gboolean
an_der_reihe_oder_freigabe (const Zug *z, GHashTable *werte)
{
  return an_der_reihe (z, werte) || akte_hat_rolle (z->akte, "freigabe");
}

/* Who refused to sign, with what they said; the releaser answers for going on. */
static gboolean
mitzeichnung_verweigert (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) who = text_list_new ();
  NODE_EACH (n, node_child (zug_root (z), "mitzeichnung"), "zeichner")
    if (node_is (n, "zustand", "abgelehnt")) {
      g_autofree char *why = node_child_text (n, "kommentar");
      g_ptr_array_add (who, g_strdup_printf ("%s („%s“)", node_get (n, "stelle"), why));
    }
  return none (who, werte, "stellen");
}

static gboolean
bezuege_bekannt (const Zug *z, GHashTable *werte)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  NODE_EACH (n, node_child (zug_root (z), "bezuege"), "bezug")
    if (!node_is (n, "extern", "ja") && !akte_doc (z->akte, DOC_VORLAGE, node_get (n, "drucksache")))
      g_ptr_array_add (unknown, (gpointer) node_get (n, "drucksache"));
  wert_take (werte, "unbekannte", text_enumerate (unknown));
  return unknown->len == 0;
}

/* The new paper of a Neufassung is another one and can still be deliberated on. */
static gboolean
ersatz_bereit (const Zug *z, GHashTable *werte)
{
  const char *name = zug_wert (z, "vorlage");
  const Doc *v = akte_doc (z->akte, DOC_VORLAGE, name);
  const char *ablauf = v ? regeln_ablauf_of (z->regeln, v) : NULL;
  const char *zustand = v ? node_get (doc_root (v), "zustand") : NULL;
  gboolean same = g_strcmp0 (name, doc_kennung (z->doc)) == 0;
  gboolean over = ablauf && node_is (regeln_zustand (z->regeln, ablauf, zustand), "ende", "ja");
  wert (werte, "vorlage", name);
  wert_take (werte, "weshalb",
             same   ? g_strdup ("es ist dieselbe")
             : over ? g_strdup_printf ("sie ist selbst am Ende (Zustand „%s“)",
                                       regeln_zustand_wort (z->regeln, ablauf, zustand))
                    : g_strdup ("es gibt sie nicht"));
  return v && !same && !over;
}

/* -- what the public may see -- */

static gboolean
papier_oeffentlich (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return !node_is (zug_root (z), "oeffentlich", "nein");
}

static gboolean
noch_nicht_veroeffentlicht (const Zug *z, GHashTable *werte)
{
  wert_take (werte, "seit", day_german (node_get (zug_root (z), "veroeffentlicht")));
  return !node_get (zug_root (z), "veroeffentlicht");
}

static gboolean
ist_veroeffentlicht (const Zug *z, GHashTable *werte)
{
  (void) werte;
  return node_get (zug_root (z), "veroeffentlicht") != NULL;
}

const Guard guards_vorlage[] = {
  { "papier-oeffentlich", papier_oeffentlich, NULL, "" },
  { "noch-nicht-veroeffentlicht", noch_nicht_veroeffentlicht, NULL, "seit" },
  { "ist-veroeffentlicht", ist_veroeffentlicht, NULL, "" },
  { "pflichtabschnitte", pflichtabschnitte, NULL, "fehlende" },
  { "antragsteller-genannt", antragsteller_genannt, NULL, "" },
  { "gremien-bekannt", gremien_bekannt, NULL, "unbekannte" },
  { "stellen-bekannt", stellen_bekannt, NULL, "unbekannte" },
  { "rollen-bekannt", rollen_bekannt, NULL, "unbekannte rollen" },
  { "zaehler-nicht-zurueck", zaehler_nicht_zurueck, NULL, "naechste genannt" },
  { "nummer-frei", nummer_frei, NULL, "nummer zaehler" },
  { "an-der-reihe", an_der_reihe, NULL, "naechste" },
  { "an-der-reihe-oder-freigabe", an_der_reihe_oder_freigabe, NULL, "naechste" },
  { "mitzeichnung-verweigert", mitzeichnung_verweigert, NULL, "stellen" },
  { "bezuege-bekannt", bezuege_bekannt, NULL, "unbekannte" },
  { "ersatz-bereit", ersatz_bereit, "vorlage", "vorlage weshalb" },
  { NULL, NULL, NULL, NULL },
};
