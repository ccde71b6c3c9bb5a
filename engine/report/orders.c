/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Lists of the Beschlusskontrolle.  Decides nothing, prints nothing, opens no paper.  Called by
 * ratsweg-show.c. */
#include "report/orders.h"
#include "base/date.h"

typedef struct {
  Store *s;
  const ReportOrders *o;
  Table *t;
  ReportNames *names;
} Listing;

static gboolean
add_order (const StoreOrder *row, gpointer user)
{
  Listing *x = user;
  Table *t = x->t;
  g_autofree char *due = day_german (row->frist);
  table_row (t);
  table_set (t, "kennung", row->kennung);
  table_set (t, "frist", due);
  table_set (t, "amt", row->amt);
  table_set (t, "gremium", report_body_name (x->names, row->gremium));
  table_set (t, "vorlage", row->vorlage);
  table_set (t, "zustand", x->o->word ("zustand", "auftrag", row->zustand, x->o->user));
  table_set (t, "text", row->text);
  table_set (t, "sachstand", row->sachstand);
  return TRUE;
}

Table *
report_orders (Store *s, const ReportOrders *o, GError **error)
{
  static const char *const columns[] = {
    "kennung",   "Auftrag", "frist",   "Frist",   "amt",     "Amt",  "gremium",
    "Gremium",   "vorlage", "Vorlage", "zustand", "Zustand", "text", "Auftrag an die Verwaltung",
    "sachstand", "Stand",   NULL
  };
  g_autoptr (Table) t = table_new ("auftrag", columns);
  g_autoptr (ReportNames) names = report_names_new (s);
  Listing x = { s, o, t, names };
  return store_each_order (s, &o->filter, add_order, &x, error) ? g_steal_pointer (&t) : NULL;
}

static gboolean
add_decision (const StoreDecision *row, gpointer user)
{
  Listing *x = user;
  g_autofree char *day = day_german (row->termin);
  table_row (x->t);
  table_set (x->t, "vorlage", row->vorlage);
  table_set (x->t, "gremium", report_body_name (x->names, row->gremium));
  table_set (x->t, "datum", day);
  table_set (x->t, "ergebnis", x->o->word ("ergebnis", NULL, row->code, x->o->user));
  table_set (x->t, "titel", row->titel);
  return TRUE;
}

Table *
report_decisions_without_order (Store *s, const ReportOrders *o, GError **error)
{
  static const char *const columns[] = { "vorlage",  "Vorlage",  "gremium", "Gremium", "datum", "Datum",
                                         "ergebnis", "Ergebnis", "titel",   "Titel",   NULL };
  g_autoptr (Table) t = table_new ("beschluss", columns);
  g_autoptr (ReportNames) names = report_names_new (s);
  Listing x = { s, o, t, names };
  return store_each_decision_without_order (s, o->filter.gremium, add_decision, &x, error)
           ? g_steal_pointer (&t)
           : NULL;
}
