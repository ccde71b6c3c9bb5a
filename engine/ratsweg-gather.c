/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Gathers what a step declares with "liest" into its Akte.  Decides nothing.  Called by ratsweg-step.c,
 * ratsweg-checkin.c, ratsweg-show.c. */
#include "ratsweg-gather.h"
#include "doc/vorlage.h"

/* -- one document into the Akte -- */

gboolean
gather_read (const Reader *x, DocArt art, const char *kennung)
{
  g_autoptr (Doc) d = NULL;
  EventDoc *event = NULL;
  if (!kennung || akte_doc (x->g->akte, art, kennung))
    return TRUE;
  if (!rw_get (x->r, art, kennung, &d, &event, x->error))
    return FALSE;
  if (d) {
    akte_add (x->g->akte, d);
    g_ptr_array_add (x->g->gelesen, event);
  }
  return TRUE;
}

const char *
gather_wert (const Reader *x, const char *name)
{
  return x->werte ? g_hash_table_lookup (x->werte, name) : NULL;
}

static gboolean
read_self (Reader *x)
{
  (void) x; /* the object is there from the beginning */
  return TRUE;
}

static gboolean
read_bodies_of (Reader *x, const xmlNode *papier)
{
  NODE_EACH (n, node_child (papier, "beratungsfolge"), "station")
    if (!gather_read (x, DOC_GREMIUM, node_get (n, "gremium")))
      return FALSE;
  return TRUE;
}

/* Also of the version before, where another one is checked in. */
static gboolean
read_bodies (Reader *x)
{
  const Doc *before = x->g->akte->objekt;
  return read_bodies_of (x, x->papier) && (!before || read_bodies_of (x, doc_root (before)));
}

static gboolean
read_body (Reader *x)
{
  return gather_read (x, DOC_GREMIUM, node_get (x->papier, "gremium"));
}

static gboolean
read_named_body (Reader *x)
{
  return gather_read (x, DOC_GREMIUM, gather_wert (x, "gremium"));
}

static gboolean
read_offices (Reader *x)
{
  g_autofree char *own = node_child_text (x->papier, "stelle");
  NODE_EACH (n, node_child (x->papier, "mitzeichnung"), "zeichner")
    if (!gather_read (x, DOC_STELLE, node_get (n, "stelle")))
      return FALSE;
  return gather_read (x, DOC_STELLE, own);
}

/* A number range, and the paper that has its next number already, if there is one. */
static gboolean
read_range (Reader *x, const char *zaehler)
{
  if (!gather_read (x, DOC_ZAEHLER, zaehler))
    return FALSE;
  const Doc *range = akte_doc (x->g->akte, DOC_ZAEHLER, zaehler);
  g_autofree char *next = range ? route_next_number (range, x->papier, x->g->akte->tag) : NULL;
  return gather_read (x, DOC_VORLAGE, next);
}

/* What has the next number below the main paper already. */
static gboolean
read_below (Reader *x)
{
  const Akte *akte = x->g->akte;
  for (g_autofree char *next = route_number_below (akte, x->papier); next;) {
    if (!gather_read (x, DOC_VORLAGE, next))
      return FALSE;
    if (!akte_doc (akte, DOC_VORLAGE, next))
      return TRUE;
    g_free (next);
    next = route_number_below (akte, x->papier);
  }
  return TRUE;
}

static gboolean
read_ranges (Reader *x)
{
  xmlNode *art = regeln_entry (x->g->akte->regeln, "papierart", node_get (x->papier, "art"));
  return read_range (x, "entwurf") && read_range (x, node_get (art, "zaehler")) && read_below (x);
}

/* -- who wrote -- */

static gboolean
administers (const Doc *konto)
{
  NODE_EACH (n, doc_root (konto), "rolle") {
    g_autofree char *rolle = node_text (n);
    if (g_str_equal (rolle, "verwaltung"))
      return TRUE;
  }
  return FALSE;
}

/* An account with this login that administers the store, if there is one. */
static gboolean
read_administrator (Reader *x, const char *login)
{
  g_autoptr (GPtrArray) list = store_accounts_of_login (x->r->store, login, x->error);
  for (guint i = 0; list && i < list->len; i++) {
    g_autoptr (Doc) d = NULL;
    if (!rw_get (x->r, DOC_BENUTZER, list->pdata[i], &d, NULL, x->error))
      return FALSE;
    if (d && administers (d))
      return gather_read (x, DOC_BENUTZER, list->pdata[i]);
  }
  return list != NULL;
}

/* Who changed the substance last, and who administers the logins by which they may be known. */
static gboolean
read_editors (Reader *x)
{
  const char *ids = node_get (x->papier, "bearbeiter");
  g_auto (GStrv) list = g_strsplit (ids ? ids : "", " ", -1);
  for (guint i = 0; list[i]; i++) {
    g_autofree char *kennung = NULL;
    StoreAnswer a = store_of_trail (x->r->store, DOC_BENUTZER, list[i], &kennung, x->error);
    if (a == STORE_FAILED || (a == STORE_FOUND && !gather_read (x, DOC_BENUTZER, kennung)))
      return FALSE;
    const Doc *konto = kennung ? akte_doc (x->g->akte, DOC_BENUTZER, kennung) : NULL;
    NODE_EACH (n, konto ? doc_root (konto) : NULL, "anmeldung") {
      g_autofree char *login = node_text (n);
      if (!read_administrator (x, login))
        return FALSE;
    }
  }
  return TRUE;
}

/* Papers of the store to which this one refers; those that are elsewhere are marked so in the document. */
static gboolean
read_references (Reader *x)
{
  NODE_EACH (n, node_child (x->papier, "bezuege"), "bezug")
    if (!node_is (n, "extern", "ja") && !gather_read (x, DOC_VORLAGE, node_get (n, "drucksache")))
      return FALSE;
  return TRUE;
}

static gboolean
read_children_of (Reader *x, const xmlNode *papier)
{
  NODE_EACH (n, node_child (papier, "kinder"), "kind")
    if (!gather_read (x, DOC_VORLAGE, node_get (n, "vorlage")))
      return FALSE;
  return TRUE;
}

static gboolean
read_children (Reader *x)
{
  return read_children_of (x, x->papier);
}

static gboolean
read_named_paper (Reader *x)
{
  return gather_read (x, DOC_VORLAGE, gather_wert (x, "vorlage"));
}

static gboolean
read_named_sitting (Reader *x)
{
  return gather_read (x, DOC_SITZUNG, gather_wert (x, "sitzung"));
}

/* Also those that are planned for the sitting and not on its agenda yet. */
static gboolean
read_papers_of_sitting (Reader *x)
{
  const char *kennung = node_get (x->papier, "kennung");
  g_autoptr (GPtrArray) list = store_papers_of_sitting (x->r->store, kennung, x->error);
  for (guint i = 0; list && i < list->len; i++)
    if (!gather_read (x, DOC_VORLAGE, list->pdata[i]))
      return FALSE;
  return list != NULL;
}

static gboolean
read_with_children (Reader *x, const char *vorlage)
{
  if (!gather_read (x, DOC_VORLAGE, vorlage))
    return FALSE;
  const Doc *paper = akte_doc (x->g->akte, DOC_VORLAGE, vorlage);
  return !paper || read_children_of (x, doc_root (paper));
}

static gboolean
read_papers_of_agenda (Reader *x)
{
  NODE_EACH (top, node_child (x->papier, "tagesordnung"), "top")
    NODE_EACH (p, top, "papier")
      if (!read_with_children (x, node_get (p, "vorlage")))
        return FALSE;
  return TRUE;
}

/* Names of persons divided by commas, or of votes by name: "ja=p-1,p-2;nein=p-3". */
static gboolean
read_named_persons (Reader *x)
{
  static const char *const values[] = { "person", "fuer", "namentlich" };
  for (gsize k = 0; k < G_N_ELEMENTS (values); k++) {
    const char *list = gather_wert (x, values[k]);
    g_auto (GStrv) names = g_strsplit_set (list ? list : "", ",;=", -1);
    for (guint i = 0; names[i]; i++)
      if (*names[i] && !gather_read (x, DOC_PERSON, names[i]))
        return FALSE;
  }
  return TRUE;
}

/* -- orders that come from decisions -- */

static gboolean
read_named_offices (Reader *x)
{
  const char *amt = gather_wert (x, "amt");
  g_auto (GStrv) names = g_strsplit (amt ? amt : "", ",", -1);
  for (guint i = 0; names[i]; i++)
    if (!gather_read (x, DOC_STELLE, names[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_range_of_orders (Reader *x)
{
  return gather_read (x, DOC_ZAEHLER, "auftraege");
}

static gboolean
read_paper_of_order (Reader *x)
{
  const xmlNode *source = node_child (x->papier, "beschluss");
  return !source || (gather_read (x, DOC_VORLAGE, node_get (source, "vorlage")) &&
                     gather_read (x, DOC_GREMIUM, node_get (source, "gremium")));
}

/* Those that a body has not been told the end of. */
static gboolean
read_orders_of_body (Reader *x)
{
  const char *gremium = node_get (x->papier, "gremium");
  g_autofree char *over = regeln_zustaende_mit (x->g->akte->regeln, "auftrag", "ende", TRUE);
  g_autoptr (GPtrArray) list =
    gremium ? store_orders_to_report (x->r->store, gremium, over, x->error) : NULL;
  for (guint i = 0; list && i < list->len; i++)
    if (!gather_read (x, DOC_AUFTRAG, list->pdata[i]))
      return FALSE;
  return !gremium || list;
}

static const struct {
  const char *name;
  gboolean (*read) (Reader *x);
} readers[] = {
  { "selbst", read_self },
  { "gremien", read_bodies },
  { "gremium", read_body },
  { "genanntes-gremium", read_named_body },
  { "stellen", read_offices },
  { "zaehler", read_ranges },
  { "sitzungen-der-stationen", gather_sittings_of_stations },
  { "sitzung-der-station", gather_sitting_of_station },
  { "sitzungen-am-termin", gather_sittings_on_day },
  { "sitzungen-ab-heute", gather_sittings_to_come },
  { "sitzungen-des-gremiums", gather_sittings_of_body },
  { "genannte-gremien", gather_named_bodies },
  { "sitzungen-der-genehmigung", gather_sittings_of_approval },
  { "bezuege", read_references },
  { "kinder", read_children },
  { "bearbeiter", read_editors },
  { "genannte-vorlage", read_named_paper },
  { "genannte-sitzung", read_named_sitting },
  { "genannte-personen", read_named_persons },
  { "vorlagen-der-tagesordnung", read_papers_of_agenda },
  { "vorlagen-der-sitzung", read_papers_of_sitting },
  { "genannte-stellen", read_named_offices },
  { "zaehler-auftraege", read_range_of_orders },
  { "vorlage-des-auftrags", read_paper_of_order },
  { "auftraege-des-gremiums", read_orders_of_body },
};

static gboolean (*find_reader (const char *name)) (Reader *x)
{
  for (gsize k = 0; k < G_N_ELEMENTS (readers); k++)
    if (g_str_equal (readers[k].name, name))
      return readers[k].read;
  return NULL;
}

gboolean
rw_gather (Ratsweg *r, Gathered *g, const char *liest, const Doc *neu, GHashTable *werte, GError **error)
{
  const Doc *papier = neu ? neu : g->akte->objekt;
  Reader x = { r, g, papier ? doc_root (papier) : NULL, werte, error };
  g_auto (GStrv) names = g_strsplit (liest ? liest : "", " ", -1);
  for (guint i = 0; names[i]; i++) {
    gboolean (*reader) (Reader *) = find_reader (names[i]);
    if (reader && !reader (&x))
      return FALSE;
  }
  return TRUE;
}

/* The account as it is now: rights may have changed since the login. */
static gboolean
read_account (Ratsweg *r, Gathered *g, const Doc *konto, Doc **ret, GError **error)
{
  EventDoc *event = NULL;
  if (!konto)
    return TRUE;
  if (!rw_get (r, DOC_BENUTZER, doc_kennung (konto), ret, &event, error))
    return FALSE;
  if (!*ret || node_is (doc_root (*ret), "gesperrt", "ja")) {
    g_clear_pointer (&event, event_doc_free);
    return fail (error, RATSWEG_ERROR_USAGE, "Das Konto „%s“ ist gesperrt.", doc_kennung (konto));
  }
  g_ptr_array_add (g->gelesen, event);
  return TRUE;
}

Gathered *
rw_gather_begin (Ratsweg *r, const char *wirksam, Doc *objekt, GError **error)
{
  g_autoptr (Gathered) g = g_new0 (Gathered, 1);
  g->gelesen = g_ptr_array_new_with_free_func (event_doc_free);
  const Regeln *regeln = rw_rules (r, wirksam, error);
  if (!regeln || !rw_clock (r, &g->zeit, &g->uhr, error))
    return NULL;
  g_autofree char *heute = day_of_instant (g->zeit);
  g_autofree char *jetzt = rw_local (g->zeit);
  g->akte = akte_new (regeln, wirksam, heute, jetzt);
  g->akte->objekt = objekt ? doc_ref (objekt) : NULL;
  if (!read_account (r, g, r->konto, &g->akte->benutzer, error) ||
      !read_account (r, g, r->fuer, &g->akte->fuer, error))
    return NULL;
  return g_steal_pointer (&g);
}

gboolean
rw_gather_check_rules (const Regeln *regeln, GError **error)
{
  g_autoptr (GPtrArray) machines = regeln_entries (regeln, "ablauf");
  for (guint i = 0; i < machines->len; i++)
    NODE_EACH (n, machines->pdata[i], "schritt") {
      g_auto (GStrv) names = g_strsplit (node_get (n, "liest"), " ", -1);
      for (guint k = 0; names[k]; k++)
        if (!find_reader (names[k]))
          return fail (error, RATSWEG_ERROR_INVALID,
                       "Regeln, Zeile %ld: der Schritt „%s“ nennt in liest das unbekannte Wort „%s“.",
                       xmlGetLineNo (n), node_get (n, "name"), names[k]);
    }
  return TRUE;
}
