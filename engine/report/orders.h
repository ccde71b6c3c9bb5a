/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The Beschlusskontrolle as tables.  Owns nothing; may call store/. */
#pragma once
#include "report/list.h"

typedef struct {
  StoreOrderFilter filter;
  ReportWord word;
  gpointer user;
} ReportOrders;

/* Orders, what is due first.  The caller owns the table; NULL on failure. */
Table *report_orders (Store *s, const ReportOrders *o, GError **error);
/* Decisions that charge the administration and have no order yet; of one body, or with gremium NULL of all.  Likewise. */
Table *report_decisions_without_order (Store *s, const ReportOrders *o, GError **error);
