/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Gathers what a step declares with "liest" into its Akte.  Decides nothing.  Called by ratsweg-step.c,
 * ratsweg-checkin.c, ratsweg-show.c. */
#include "ratsweg-intern.h"
#include "doc/vorlage.h"
#include <string.h>

/* -- one document into the Akte -- */

static gboolean
read_into (Ratsweg *r, Gathered *g, DocArt art, const char *kennung, GError **error)
{
  g_autoptr (Doc) d = NULL;
  EventDoc *event = NULL;
  if (!kennung || akte_doc (g->akte, art, kennung))
    return TRUE;
  if (!rw_get (r, art, kennung, &d, &event, error))
    return FALSE;
  if (d) {
    akte_add (g->akte, d);
    g_ptr_array_add (g->gelesen, event);
  }
  return TRUE;
}

typedef struct {
  Ratsweg *r;
  Gathered *g;
  const xmlNode *papier; /* root of the object, or of the version that is checked in */
  GHashTable *werte;
  GError **error;
} Reader;

static const char *
wanted (const Reader *x, const char *name)
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
    if (!read_into (x->r, x->g, DOC_GREMIUM, node_get (n, "gremium"), x->error))
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
  return read_into (x->r, x->g, DOC_GREMIUM, node_get (x->papier, "gremium"), x->error);
}

static gboolean
read_named_body (Reader *x)
{
  return read_into (x->r, x->g, DOC_GREMIUM, wanted (x, "gremium"), x->error);
}

static gboolean
read_offices (Reader *x)
{
  g_autofree char *own = node_child_text (x->papier, "stelle");
  NODE_EACH (n, node_child (x->papier, "mitzeichnung"), "zeichner")
    if (!read_into (x->r, x->g, DOC_STELLE, node_get (n, "stelle"), x->error))
      return FALSE;
  return read_into (x->r, x->g, DOC_STELLE, own, x->error);
}

/* A number range, and the paper that has its next number already, if there is one. */
static gboolean
read_range (Reader *x, const char *zaehler)
{
  if (!read_into (x->r, x->g, DOC_ZAEHLER, zaehler, x->error))
    return FALSE;
  const Doc *range = akte_doc (x->g->akte, DOC_ZAEHLER, zaehler);
  g_autofree char *next = range ? route_next_number (range, x->papier, x->g->akte->tag) : NULL;
  return read_into (x->r, x->g, DOC_VORLAGE, next, x->error);
}

/* What has the next number below the main paper already. */
static gboolean
read_below (Reader *x)
{
  const Akte *akte = x->g->akte;
  for (g_autofree char *next = route_number_below (akte, x->papier); next;) {
    if (!read_into (x->r, x->g, DOC_VORLAGE, next, x->error))
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

/* Sittings of a body from @from on; with @to only up to that day. */
static gboolean
read_sittings (Reader *x, const char *gremium, const char *from, const char *to)
{
  if (!gremium || !from)
    return TRUE;
  g_autoptr (GPtrArray) list = store_sittings (x->r->store, gremium, from, x->error);
  if (!list)
    return FALSE;
  for (guint i = 0; i < list->len; i++) {
    const char *day = strchr (list->pdata[i], '/');
    if (to && day && strncmp (day + 1, to, 10) > 0)
      break;
    if (!read_into (x->r, x->g, DOC_SITZUNG, list->pdata[i], x->error))
      return FALSE;
  }
  return TRUE;
}

/* Sittings that the object's body holds already on the day to which this one moves. */
static gboolean
read_sittings_on_day (Reader *x)
{
  const char *day = wanted (x, "termin");
  return read_sittings (x, node_get (x->papier, "gremium"), day, day);
}

static gboolean
read_sittings_of_stations (Reader *x)
{
  const char *termin = wanted (x, "termin");
  NODE_EACH (n, node_child (x->papier, "beratungsfolge"), "station") {
    const char *gremium = node_get (n, "gremium"), *day = node_get (n, "termin");
    gboolean named = node_is (n, "id", wanted (x, "station"));
    if (!read_sittings (x, gremium, day, day) ||
        !read_into (x->r, x->g, DOC_SITZUNG, node_get (n, "sitzung"), x->error) ||
        (named && !read_sittings (x, gremium, termin, termin)))
      return FALSE;
  }
  return read_sittings (x, wanted (x, "gremium"), termin, termin);
}

/* For a plan: all that its bodies still hold. */
static gboolean
read_sittings_to_come (Reader *x)
{
  NODE_EACH (n, node_child (x->papier, "beratungsfolge"), "station")
    if (!read_sittings (x, node_get (n, "gremium"), x->g->akte->tag, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
read_sitting_of_station (Reader *x)
{
  const xmlNode *n =
    node_find (node_child (x->papier, "beratungsfolge"), "station", "id", wanted (x, "station"));
  return !n || read_into (x->r, x->g, DOC_SITZUNG, node_get (n, "sitzung"), x->error);
}

static gboolean
read_sittings_of_body (Reader *x)
{
  const xmlNode *n =
    node_find (node_child (x->papier, "beratungsfolge"), "station", "id", wanted (x, "station"));
  if (!n)
    return TRUE;
  const char *from = node_get (n, "termin");
  return read_sittings (x, node_get (n, "gremium"), from ? from : x->g->akte->tag, NULL);
}

/* Bodies to which a result refers, with their sittings from that of its station on. */
static gboolean
read_named_bodies (Reader *x)
{
  const char *an = wanted (x, "an");
  const xmlNode *n =
    node_find (node_child (x->papier, "beratungsfolge"), "station", "id", wanted (x, "station"));
  const char *from = n ? node_get (n, "termin") : NULL;
  g_auto (GStrv) names = g_strsplit (an ? an : "", ",", -1);
  for (guint i = 0; names[i]; i++)
    if (!read_into (x->r, x->g, DOC_GREMIUM, names[i], x->error) ||
        !read_sittings (x, names[i], from ? from : x->g->akte->tag, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
takes_urgent_decision (const Reader *x)
{
  const xmlNode *n =
    node_find (node_child (x->papier, "beratungsfolge"), "station", "id", wanted (x, "station"));
  return n && regeln_role_is (x->g->akte->regeln, node_get (n, "zustaendigkeit"), "eilentscheidung");
}

/* An urgent decision is put before the body that approves it in its next sitting: that of the body that is named, or
 * of those that would have decided. */
static gboolean
read_sittings_of_approval (Reader *x)
{
  const char *from = x->g->akte->tag, *named = wanted (x, "gremium");
  if (named)
    return read_sittings (x, named, from, NULL);
  NODE_EACH (n, node_child (x->papier, "beratungsfolge"), "station")
    if (takes_urgent_decision (x) && !node_child (n, "ergebnis") &&
        regeln_role_is (x->g->akte->regeln, node_get (n, "zustaendigkeit"), "entscheidung") &&
        !read_sittings (x, node_get (n, "gremium"), from, NULL))
      return FALSE;
  return TRUE;
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
      return read_into (x->r, x->g, DOC_BENUTZER, list->pdata[i], x->error);
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
    if (a == STORE_FAILED ||
        (a == STORE_FOUND && !read_into (x->r, x->g, DOC_BENUTZER, kennung, x->error)))
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
    if (!node_is (n, "extern", "ja") &&
        !read_into (x->r, x->g, DOC_VORLAGE, node_get (n, "drucksache"), x->error))
      return FALSE;
  return TRUE;
}

static gboolean
read_children_of (Reader *x, const xmlNode *papier)
{
  NODE_EACH (n, node_child (papier, "kinder"), "kind")
    if (!read_into (x->r, x->g, DOC_VORLAGE, node_get (n, "vorlage"), x->error))
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
  return read_into (x->r, x->g, DOC_VORLAGE, wanted (x, "vorlage"), x->error);
}

static gboolean
read_named_sitting (Reader *x)
{
  return read_into (x->r, x->g, DOC_SITZUNG, wanted (x, "sitzung"), x->error);
}

/* Also those that are planned for the sitting and not on its agenda yet. */
static gboolean
read_papers_of_sitting (Reader *x)
{
  const char *kennung = node_get (x->papier, "kennung");
  g_autoptr (GPtrArray) list = store_papers_of_sitting (x->r->store, kennung, x->error);
  for (guint i = 0; list && i < list->len; i++)
    if (!read_into (x->r, x->g, DOC_VORLAGE, list->pdata[i], x->error))
      return FALSE;
  return list != NULL;
}

static gboolean
read_with_children (Reader *x, const char *vorlage)
{
  if (!read_into (x->r, x->g, DOC_VORLAGE, vorlage, x->error))
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
    const char *list = wanted (x, values[k]);
    g_auto (GStrv) names = g_strsplit_set (list ? list : "", ",;=", -1);
    for (guint i = 0; names[i]; i++)
      if (*names[i] && !read_into (x->r, x->g, DOC_PERSON, names[i], x->error))
        return FALSE;
  }
  return TRUE;
}

/* -- orders that come from decisions -- */

static gboolean
read_named_offices (Reader *x)
{
  const char *amt = wanted (x, "amt");
  g_auto (GStrv) names = g_strsplit (amt ? amt : "", ",", -1);
  for (guint i = 0; names[i]; i++)
    if (!read_into (x->r, x->g, DOC_STELLE, names[i], x->error))
      return FALSE;
  return TRUE;
}

static gboolean
read_range_of_orders (Reader *x)
{
  return read_into (x->r, x->g, DOC_ZAEHLER, "auftraege", x->error);
}

static gboolean
read_paper_of_order (Reader *x)
{
  const xmlNode *source = node_child (x->papier, "beschluss");
  return !source || (read_into (x->r, x->g, DOC_VORLAGE, node_get (source, "vorlage"), x->error) &&
                     read_into (x->r, x->g, DOC_GREMIUM, node_get (source, "gremium"), x->error));
}

char *
rw_states_of_orders (const Regeln *regeln, const char *mark, gboolean marked)
{
  GString *list = g_string_new (" ");
  const GPtrArray *documents = regeln_documents (regeln);
  for (guint i = 0; i < documents->len; i++)
    NODE_EACH (n, node_find (doc_root (documents->pdata[i]), "ablauf", "name", "auftrag"), "zustand")
      if (node_is (n, mark, "ja") == marked)
        g_string_append_printf (list, "%s ", node_get (n, "code"));
  return g_string_free (list, FALSE);
}

/* Those that a body has not been told the end of. */
static gboolean
read_orders_of_body (Reader *x)
{
  const char *gremium = node_get (x->papier, "gremium");
  g_autofree char *over = rw_states_of_orders (x->g->akte->regeln, "ende", TRUE);
  g_autoptr (GPtrArray) list =
    gremium ? store_orders_to_report (x->r->store, gremium, over, x->error) : NULL;
  for (guint i = 0; list && i < list->len; i++)
    if (!read_into (x->r, x->g, DOC_AUFTRAG, list->pdata[i], x->error))
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
  { "sitzungen-der-stationen", read_sittings_of_stations },
  { "sitzung-der-station", read_sitting_of_station },
  { "sitzungen-am-termin", read_sittings_on_day },
  { "sitzungen-ab-heute", read_sittings_to_come },
  { "sitzungen-des-gremiums", read_sittings_of_body },
  { "genannte-gremien", read_named_bodies },
  { "sitzungen-der-genehmigung", read_sittings_of_approval },
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
