/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lists of documents.  Decides nothing and prints nothing.  Called by ratsweg-show.c. */
#include "report/list.h"
#include "base/date.h"
#include "base/text.h"
#include "base/text.h"
#include "doc/gremium.h"
#include "doc/vorlage.h"

typedef struct {
  Store *s;
  const ReportList *l;
  Table *t;
  ReportNames *names;
} Listing;

static Doc *
open_doc (Store *s, DocArt art, const char *kennung)
{
  g_auto (StoreDoc) d = { 0 };
  if (store_get (s, art, kennung, 0, &d, NULL) != STORE_FOUND)
    return NULL;
  return doc_open_stored (art, kennung, d.bytes, kennung, NULL);
}

struct _ReportNames {
  Store *s;
  GHashTable *names; /* Kennung to short name */
};

ReportNames *
report_names_new (Store *s)
{
  ReportNames *n = g_new0 (ReportNames, 1);
  n->s = s;
  n->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return n;
}

void
report_names_free (ReportNames *n)
{
  if (!n)
    return;
  g_hash_table_unref (n->names);
  g_free (n);
}

const char *
report_body_name (ReportNames *n, const char *kennung)
{
  const char *known = kennung ? g_hash_table_lookup (n->names, kennung) : NULL;
  if (known || !kennung)
    return known;
  g_autoptr (Doc) d = open_doc (n->s, DOC_GREMIUM, kennung);
  char *name = d ? gremium_kurz (d) : g_strdup (kennung);
  g_hash_table_insert (n->names, g_strdup (kennung), name);
  return name;
}

/* Who is next, when, and what for: "APOD 02.09.2021, Vorberatung offen". */
static char *
next_station (Listing *x, const StoreRow *row)
{
  if (!row->wartet)
    return NULL;
  g_auto (GStrv) marks = g_strsplit (row->wartet_marken ? row->wartet_marken : "", " ", -1);
  g_autofree char *day = day_german (row->wartet_termin);
  GString *text = g_string_new (report_body_name (x->names, row->wartet));
  g_string_append_printf (text, " %s", day ? day : "ohne Termin");
  for (guint i = 0; marks[i]; i++)
    g_string_append_printf (text, ", %s", x->l->word ("kennzeichen", NULL, marks[i], x->l->user));
  return g_string_free (text, FALSE);
}

static void
fill_paper (Listing *x, const StoreRow *row)
{
  g_autofree char *day = day_german (row->datum), *next = next_station (x, row);
  const char *ablauf = x->l->word ("ablauf", NULL, row->papierart, x->l->user);
  table_set (x->t, "datum", day);
  table_set (x->t, "zustand", x->l->word ("zustand", ablauf, row->zustand, x->l->user));
  table_set (x->t, "naechste", next);
}

/* What of a sitting that is over has no result yet. */
static void
fill_tasks (Listing *x, const StoreRow *row)
{
  if (!x->l->vorbei || !x->l->vorbei (row->zustand, x->l->user))
    return;
  g_autoptr (GPtrArray) open = store_open_papers_of_sitting (x->s, row->kennung, NULL);
  g_autofree char *list = open && open->len > 0 ? text_enumerate (open) : NULL;
  table_set (x->t, "offen", list);
}

static void
fill_sitting (Listing *x, const StoreRow *row)
{
  g_autofree char *start = local_german (row->datum);
  const char *name = report_body_name (x->names, row->gremium);
  table_set (x->t, "beginn", start);
  table_set (x->t, "gremium", name);
  table_set (x->t, "zustand", x->l->word ("zustand", "sitzung", row->zustand, x->l->user));
  fill_tasks (x, row);
}

/* Behind the day up to which it is to be signed: overdue; only if they like; for whom. */
static char *
remarks (const Listing *x, const xmlNode *zeichner, const char *fuer)
{
  g_autoptr (GPtrArray) list = text_list_new ();
  const char *until = node_get (zeichner, "bis");
  if (until && g_strcmp0 (until, x->l->heute) < 0)
    g_ptr_array_add (list, g_strdup ("überfällig"));
  if (node_is (zeichner, "pflicht", "nein"))
    g_ptr_array_add (list, g_strdup ("kann, muss nicht"));
  if (*fuer)
    g_ptr_array_add (list, g_strdup_printf ("in Vertretung für %s", fuer));
  g_ptr_array_add (list, NULL);
  return g_strjoinv (", ", (char **) list->pdata);
}

/* A row for each Stelle of ours that is to sign the paper now. */
static void
add_to_sign (Listing *x, const StoreRow *row)
{
  g_autoptr (Doc) d = open_doc (x->s, DOC_VORLAGE, row->kennung);
  const char *art = d ? node_get (doc_root (d), "art") : NULL;
  if (!d || !x->l->zeichnet (art, row->zustand, x->l->user))
    return;
  NODE_EACH (n, node_child (doc_root (d), "mitzeichnung"), "zeichner") {
    const char *fuer = g_hash_table_lookup (x->l->bei, node_get (n, "stelle"));
    if (!fuer || vorlage_zeichner (d, node_get (n, "stelle")) != n)
      continue;
    g_autofree char *until = day_german (node_get (n, "bis"));
    g_autofree char *more = remarks (x, n, fuer);
    table_row (x->t);
    table_set (x->t, "kennung", row->kennung);
    table_set (x->t, "titel", row->titel);
    table_set (x->t, "stelle", node_get (n, "stelle"));
    table_set (x->t, "bis", until);
    table_set (x->t, "hinweis", more);
  }
}

static gboolean
add_row (const StoreRow *row, gpointer user)
{
  Listing *x = user;
  if (x->l->bei) {
    add_to_sign (x, row);
    return TRUE;
  }
  char stand[16];
  table_row (x->t);
  table_set (x->t, "kennung", row->kennung);
  table_set (x->t, "titel", row->titel);
  if (x->l->art == DOC_VORLAGE)
    fill_paper (x, row);
  else if (x->l->art == DOC_SITZUNG)
    fill_sitting (x, row);
  else {
    g_snprintf (stand, sizeof stand, "%u", row->stand);
    table_set (x->t, "stand", stand);
  }
  return TRUE;
}

static Table *
new_table (const ReportList *l)
{
  static const char *const to_sign[] = { "kennung", "Kennung", "titel",   "Titel",   "stelle", "Stelle",
                                         "bis",     "bis",     "hinweis", "Hinweis", NULL };
  DocArt art = l->art;
  if (l->bei)
    return table_new ("mitzeichnung", to_sign);
  static const char *const papers[] = { "kennung",  "Kennung",         "datum",   "Datum",
                                        "titel",    "Titel",           "zustand", "Zustand",
                                        "naechste", "Nächste Station", NULL };
  static const char *const sittings[] = { "kennung", "Kennung",       "beginn",  "Beginn", "gremium",
                                          "Gremium", "zustand",       "Zustand", "titel",  "Ort",
                                          "offen",   "Ohne Ergebnis", NULL };
  static const char *const others[] = { "kennung", "Kennung", "titel", "Bezeichnung",
                                        "stand",   "Stand",   NULL };
  return table_new (doc_art_name (art), art == DOC_VORLAGE   ? papers
                                        : art == DOC_SITZUNG ? sittings
                                                             : others);
}

Table *
report_list (Store *s, const ReportList *l, GError **error)
{
  g_autoptr (Table) t = new_table (l);
  g_autoptr (ReportNames) names = report_names_new (s);
  Listing x = { s, l, t, names };
  if (!store_each (s, l->art, l->zustand, l->gremium, l->von, l->bis, add_row, &x, error))
    return NULL;
  return g_steal_pointer (&t);
}
