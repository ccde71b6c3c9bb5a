/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Looking: possible steps, lists, one document, the trail.  Changes nothing.  Called by ui/. */
#include "ratsweg-intern.h"
#include "report/history.h"
#include "report/orders.h"
#include "route/possible.h"
#include "route/wording.h"
#include "doc/vorlage.h"
#include <string.h>

static const Regeln *
rules_of_today (Ratsweg *r, GError **error)
{
  gint64 zeit, uhr;
  if (!rw_clock (r, &zeit, &uhr, error))
    return NULL;
  g_autofree char *today = day_of_instant (zeit);
  return rw_rules (r, today, error);
}

/* Words of the rules for report/. */
static const char *
word (const char *element, const char *ablauf, const char *code, gpointer user)
{
  const Regeln *regeln = user;
  if (g_str_equal (element, "zustand"))
    return regeln_zustand_wort (regeln, ablauf ? ablauf : "", code);
  if (g_str_equal (element, "ablauf")) {
    xmlNode *art = regeln_entry (regeln, "papierart", code);
    return art ? node_get (art, "ablauf") : "";
  }
  return regeln_word (regeln, element, code);
}

/* -- possible -- */

static void
add_possible (Table *t, const Possible *p)
{
  table_row (t);
  table_set (t, "schritt", p->schritt);
  table_set (t, "wort", p->wort);
  table_set (t, "befehl", p->befehl);
  table_set (t, "moeglich", p->moeglich ? "ja" : p->mit_grund ? "mit Grund" : "nein");
  g_autoptr (GPtrArray) why = g_ptr_array_new (), help = g_ptr_array_new (), rule = g_ptr_array_new ();
  for (guint i = 0; i < p->refusals->len; i++) {
    const Refusal *r = p->refusals->pdata[i];
    g_ptr_array_add (why, r->text);
    g_ptr_array_add (rule, r->regel ? r->regel : r->waechter);
    g_ptr_array_add (help, r->abhilfe ? r->abhilfe : "");
  }
  g_ptr_array_add (why, NULL);
  g_ptr_array_add (help, NULL);
  g_ptr_array_add (rule, NULL);
  g_autofree char *a = g_strjoinv ("\n", (char **) why->pdata);
  g_autofree char *b = g_strjoinv ("\n", (char **) help->pdata);
  g_autofree char *c = g_strjoinv (", ", (char **) rule->pdata);
  table_set (t, "hinweis", a);
  table_set (t, "abhilfe", b);
  table_set (t, "regel", c);
  table_set (t, "werte", p->werte);
}

static Gathered *
gather_all (Ratsweg *r, DocArt art, const char *kennung, GError **error)
{
  static const char everything[] = "gremien gremium stellen zaehler sitzungen-der-stationen "
                                   "vorlagen-der-tagesordnung bearbeiter vorlage-des-auftrags "
                                   "auftraege-des-gremiums";
  g_autoptr (Doc) objekt = NULL;
  gint64 zeit, uhr;
  if (!rw_get (r, art, kennung, &objekt, NULL, error) || !rw_clock (r, &zeit, &uhr, error))
    return NULL;
  g_autofree char *today = day_of_instant (zeit);
  g_autoptr (Gathered) g = rw_gather_begin (r, today, objekt, error);
  return g && rw_gather (r, g, everything, NULL, NULL, error) ? g_steal_pointer (&g) : NULL;
}

Table *
ratsweg_possible (Ratsweg *r, const char *kennung, GError **error)
{
  static const char *const columns[] = { "schritt", "Schritt", "wort",   "Bedeutung", "moeglich",
                                         "möglich", "hinweis", "weil",   "abhilfe",   "Abhilfe",
                                         "regel",   "Regel",   "befehl", "Befehl",    "werte",
                                         "Werte",   NULL };
  g_autofree char *full = NULL;
  DocArt art;
  if (!rw_find (r, kennung, &art, &full, error))
    return NULL;
  if (art == DOC_BRIEFKOPF) {
    fail (error, RATSWEG_ERROR_USAGE, "Für einen Briefkopf gibt es keine Schritte; er wird eingelesen.");
    return NULL;
  }
  g_autoptr (Gathered) g = gather_all (r, art, full, error);
  g_autoptr (GPtrArray) all = g ? route_possible (g->akte, error) : NULL;
  if (!all)
    return NULL;
  Table *t = table_new ("schritt", columns);
  const char *ablauf = regeln_ablauf_of (g->akte->regeln, g->akte->objekt);
  const char *zustand = node_get (doc_root (g->akte->objekt), "zustand");
  t->titel = zustand
               ? g_strdup_printf ("%s: %s", full, regeln_zustand_wort (g->akte->regeln, ablauf, zustand))
               : g_strdup (full);
  for (guint i = 0; i < all->len; i++)
    add_possible (t, all->pdata[i]);
  return t;
}

/* -- the text in force -- */

static Table *
wording_table (const Gathered *g)
{
  static const char *const columns[] = { "text",   "Text", "herkunft", "Herkunft", "quelle",
                                         "Quelle", "wort", "aus",      NULL };
  gint64 nr;
  g_autoptr (GPtrArray) parts = route_wording (g->akte, g->akte->objekt, &nr);
  const char *kennung = doc_kennung (g->akte->objekt);
  Table *t = table_new ("absatz", columns);
  t->titel = nr > 0 ? g_strdup_printf ("%s, Fassung %" G_GINT64_FORMAT, kennung, nr)
             : nr < 0
               ? g_strdup_printf ("%s, wie eingereicht; die Grundlage ist noch zu wählen", kennung)
               : g_strdup (kennung);
  for (guint i = 0; i < parts->len; i++) {
    const WordingPart *p = parts->pdata[i];
    table_row (t);
    table_set (t, "text", p->text);
    table_set (t, "herkunft", p->herkunft);
    table_set (t, "quelle", p->quelle);
    table_set (t, "wort", p->wort);
  }
  return t;
}

Table *
ratsweg_wording (Ratsweg *r, const char *kennung, GError **error)
{
  g_autoptr (Doc) objekt = NULL;
  g_autofree char *full = NULL;
  DocArt art;
  gint64 zeit, uhr;
  if (!rw_find (r, kennung, &art, &full, error))
    return NULL;
  if (art != DOC_VORLAGE) {
    fail (error, RATSWEG_ERROR_USAGE, "„%s“ ist keine Vorlage und hat keinen Beschlusstext.", full);
    return NULL;
  }
  if (!rw_get (r, art, full, &objekt, NULL, error) || !rw_clock (r, &zeit, &uhr, error))
    return NULL;
  g_autofree char *today = day_of_instant (zeit);
  g_autoptr (Gathered) g = rw_gather_begin (r, today, objekt, error);
  if (!g || !rw_gather (r, g, "gremien kinder sitzungen-der-stationen", NULL, NULL, error))
    return NULL;
  return wording_table (g);
}

/* -- lists -- */

static gboolean
kind_of_list (const char *was, DocArt *ret, GError **error)
{
  static const struct {
    const char *word;
    DocArt art;
  } kinds[] = { { "vorlagen", DOC_VORLAGE }, { "sitzungen", DOC_SITZUNG },
                { "gremien", DOC_GREMIUM },  { "stellen", DOC_STELLE },
                { "personen", DOC_PERSON },  { "benutzer", DOC_BENUTZER },
                { "zaehler", DOC_ZAEHLER },  { "regeln", DOC_REGELN },
                { "profile", DOC_PROFIL },   { "briefkoepfe", DOC_BRIEFKOPF },
                { "auftraege", DOC_AUFTRAG } };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_ptr_array_add (words, (gpointer) kinds[i].word);
    if (g_strcmp0 (kinds[i].word, was) == 0) {
      *ret = kinds[i].art;
      return TRUE;
    }
  }
  g_autofree char *list = text_enumerate (words);
  return fail (error, RATSWEG_ERROR_USAGE, "„%s“ kann nicht aufgelistet werden; erwartet wird %s.", was,
               list);
}

static gboolean
take_day (const char *text, const char *name, char **ret, GError **error)
{
  *ret = text ? day_parse (text) : NULL;
  return !text || *ret ||
         fail (error, RATSWEG_ERROR_USAGE, "%s %s ist kein Tag; erwartet wird z. B. 2021-09-23.", name,
               text);
}

/* -- what waits for a signature -- */

static gboolean
is_signed_in (const char *art, const char *zustand, gpointer user)
{
  const Regeln *regeln = user;
  const char *ablauf = word ("ablauf", NULL, art, user);
  return regeln_schritt (regeln, ablauf, "mitzeichnen", zustand) != NULL;
}

static void
add_stelle (GHashTable *into, const Doc *konto, const char *fuer)
{
  char *stelle = konto ? node_child_text (doc_root (konto), "stelle") : NULL;
  if (stelle && !g_hash_table_contains (into, stelle))
    g_hash_table_insert (into, stelle, g_strdup (fuer));
  else
    g_free (stelle);
}

/* The account's own Stelle, and those of whom it deputises for today. */
static gboolean
add_own (Ratsweg *r, GHashTable *into, const char *heute, GError **error)
{
  add_stelle (into, r->konto, "");
  NODE_EACH (n, doc_root (r->konto), "vertretung") {
    g_autoptr (Doc) d = NULL;
    if (g_strcmp0 (node_get (n, "ab"), heute) > 0 || g_strcmp0 (heute, node_get (n, "bis")) > 0)
      continue;
    if (!rw_get (r, DOC_BENUTZER, node_get (n, "fuer"), &d, NULL, error))
      return FALSE;
    add_stelle (into, d, node_get (n, "fuer"));
  }
  return TRUE;
}

static gboolean
take_signers (Ratsweg *r, const RatswegFilter *f, ReportList *l, const char *heute, GError **error)
{
  g_autoptr (Doc) stelle = NULL;
  if (!f->bei && !f->meine)
    return TRUE;
  if (l->art != DOC_VORLAGE)
    return fail (error, RATSWEG_ERROR_USAGE, "--bei und --meine gehen nur mit vorlagen.");
  if (f->bei && !rw_get (r, DOC_STELLE, f->bei, &stelle, NULL, error))
    return FALSE;
  if (f->bei && !stelle)
    return fail (error, RATSWEG_ERROR_UNKNOWN,
                 "Die Stelle „%s“ ist unbekannt. Abhilfe: „ratsweg liste stellen“.", f->bei);
  l->heute = heute;
  l->zeichnet = is_signed_in;
  l->bei = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (f->bei)
    g_hash_table_insert (l->bei, g_strdup (f->bei), g_strdup (""));
  return !f->meine || add_own (r, l->bei, heute, error);
}

static gboolean
is_held (const char *zustand, gpointer user)
{
  xmlNode *state = regeln_zustand (user, "sitzung", zustand);
  return node_is (state, "ende", "ja") && !node_is (state, "entfaellt", "ja");
}

/* What belongs to orders is not silently ignored elsewhere, nor what does not belong to them here. */
static gboolean
fits_kind (const RatswegFilter *f, gboolean orders, GError **error)
{
  gboolean own = f->amt || f->vorlage || f->ueberfaellig || f->fehlende || f->alle;
  if (own && !orders)
    return fail (
      error, RATSWEG_ERROR_USAGE,
      "--amt, --vorlage, --ueberfaellig, --fehlende und --alle gehören zu „liste auftraege“.");
  if (orders && (f->von || f->bis))
    return fail (
      error, RATSWEG_ERROR_USAGE,
      "--von und --bis gehören nicht zu „liste auftraege“; erwartet wird z. B. --ueberfaellig.");
  if (f->fehlende && (f->zustand || f->amt || f->vorlage || f->ueberfaellig || f->alle))
    return fail (error, RATSWEG_ERROR_USAGE, "Zu --fehlende gehört nur --gremium.");
  return TRUE;
}

static Table *
list_orders (Ratsweg *r, const RatswegFilter *f, const Regeln *regeln, GError **error)
{
  g_autofree char *over = regeln_zustaende_mit (regeln, "auftrag", "ende", TRUE);
  g_autofree char *idle = regeln_zustaende_mit (regeln, "auftrag", "laeuft", FALSE);
  gint64 zeit, uhr;
  if (!rw_clock (r, &zeit, &uhr, error))
    return NULL;
  g_autofree char *today = day_of_instant (zeit);
  ReportOrders o = { .word = word, .user = (gpointer) regeln };
  o.filter = (StoreOrderFilter){ .zustand = f->zustand,
                                 .gremium = f->gremium,
                                 .amt = f->amt,
                                 .vorlage = f->vorlage,
                                 .frist_vor = f->ueberfaellig ? today : NULL,
                                 .ohne = f->ueberfaellig ? idle : NULL,
                                 .berichtet = f->zustand || f->alle ? NULL : over };
  return f->fehlende ? report_decisions_without_order (r->store, &o, error)
                     : report_orders (r->store, &o, error);
}

Table *
ratsweg_list (Ratsweg *r, const RatswegFilter *f, GError **error)
{
  g_autofree char *von = NULL, *bis = NULL;
  ReportList l = { .zustand = f->zustand, .gremium = f->gremium, .word = word, .vorbei = is_held };
  const Regeln *regeln = rules_of_today (r, error);
  if (!regeln || !kind_of_list (f->was ? f->was : "vorlagen", &l.art, error) ||
      !fits_kind (f, l.art == DOC_AUFTRAG, error) || !take_day (f->von, "--von", &von, error) ||
      !take_day (f->bis, "--bis", &bis, error))
    return NULL;
  if (l.art == DOC_AUFTRAG)
    return list_orders (r, f, regeln, error);
  l.user = (gpointer) regeln;
  l.von = von;
  l.bis = bis;
  gint64 zeit, uhr;
  if (!rw_clock (r, &zeit, &uhr, error))
    return NULL;
  g_autofree char *heute = day_of_instant (zeit);
  gboolean ok = take_signers (r, f, &l, heute, error);
  g_autoptr (GHashTable) bei = l.bei;
  return ok ? report_list (r->store, &l, error) : NULL;
}

/* -- one document -- */

static StoreAnswer
get_version (Ratsweg *r, DocArt art, const char *kennung, guint stand, const char *am, StoreDoc *ret,
             GError **error)
{
  gint64 instant;
  if (!am)
    return store_get (r->store, art, kennung, stand, ret, error);
  if (!instant_parse (am, &instant)) {
    fail (
      error, RATSWEG_ERROR_USAGE,
      "--am %s ist keine Zeit; erwartet wird ein Tag (2021-09-23) oder eine Zeit (2021-09-23T13:00:00Z).",
      am);
    return STORE_FAILED;
  }
  return store_get_at (r->store, art, kennung, instant, ret, error);
}

GBytes *
ratsweg_show (Ratsweg *r, const char *kennung, guint stand, const char *am, GError **error)
{
  g_auto (StoreDoc) d = { 0 };
  g_autofree char *full = NULL;
  DocArt art;
  if (!rw_find (r, kennung, &art, &full, error))
    return NULL;
  switch (get_version (r, art, full, stand, am, &d, error)) {
  case STORE_FOUND:
    return g_bytes_ref (d.bytes);
  case STORE_FAILED:
    return NULL;
  case STORE_ABSENT:
    break;
  }
  if (am)
    fail (error, RATSWEG_ERROR_UNKNOWN, "%s gab es am %s noch nicht.", full, am);
  else
    fail (error, RATSWEG_ERROR_UNKNOWN, "%s hat keinen Stand %u.", full, stand);
  return NULL;
}

/* -- the trail -- */

static gboolean
take_instants (const char *von, const char *bis, ReportHistory *h, GError **error)
{
  h->von = G_MININT64;
  h->bis = G_MAXINT64;
  g_autofree char *first = NULL;
  if (!take_day (von, "--von", &first, error))
    return FALSE;
  if (first) {
    instant_parse (first, &h->von);
    h->von -= 25 * G_TIME_SPAN_HOUR; /* the end of that day, back to before its beginning ... */
    g_autofree char *day = day_of_instant (h->von);
    while (strcmp (day, first) < 0) { /* ... and on to its first moment, also where a day has 23 hours */
      h->von += G_TIME_SPAN_HOUR;
      g_free (day);
      day = day_of_instant (h->von);
    }
    h->von -= h->von % G_TIME_SPAN_HOUR;
  }
  return !bis || instant_parse (bis, &h->bis) ||
         fail (error, RATSWEG_ERROR_USAGE, "--bis %s ist kein Tag; erwartet wird z. B. 2021-09-23.",
               bis);
}

Table *
ratsweg_history (Ratsweg *r, const RatswegPast *p, GError **error)
{
  g_autofree char *full = NULL;
  ReportHistory h = { .word = word, .uebergangen = p->uebergangen };
  const Regeln *regeln = rules_of_today (r, error);
  if (!regeln || !take_instants (p->von, p->bis, &h, error) ||
      (p->kennung && !rw_find (r, p->kennung, &h.art, &full, error)))
    return NULL;
  h.kennung = full;
  h.user = (gpointer) regeln;
  return report_history (r->store, &h, error);
}
