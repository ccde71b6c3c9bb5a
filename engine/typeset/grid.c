/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The grid of a table.  Knows no ODF.  Called by typeset.c. */
#include "typeset/grid.h"
#include "base/error.h"
#include "base/text.h"
#include <string.h>

#define SHARES 65535 /* as LibreOffice counts relative widths */

typedef struct {
  xmlDoc *satz;
  xmlNode *table;
  guint columns;
  guint below[GRID_MAX_COLUMNS];  /* rows still covered from above, a column */
  double need[GRID_MAX_COLUMNS];  /* characters that a column would like */
  double width[GRID_MAX_COLUMNS]; /* in cm */
} Grid;

char *
grid_cm (double cm)
{
  char buf[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strconcat (g_ascii_formatd (buf, sizeof buf, "%.3f", cm), "cm", NULL);
}

static guint
span (const xmlNode *cell, const char *name)
{
  return (guint) MAX (1, node_get_int (cell, name, 1));
}

static xmlNode *
first_row (const xmlNode *group)
{
  return node_child (group, "tr");
}

/* A table without thead whose first row holds th alone has a heading all the same. */
static gboolean
is_heading (const xmlNode *row)
{
  return node_child (row, "th") && !node_child (row, "td") && node_next (row, "tr");
}

static xmlNode *
wrap_rows (xmlNode *table, const char *name, gboolean only_first)
{
  xmlNode *group = node_add (table, name);
  for (xmlNode *row = node_child (table, "tr"), *next; row; row = next) {
    next = only_first ? NULL : node_next (row, "tr");
    xmlUnlinkNode (row);
    xmlAddChild (group, row);
  }
  return group;
}

static void
group_rows (xmlNode *table)
{
  xmlNode *body = node_child (table, "tbody");
  if (!body && is_heading (node_child (table, "tr"))) {
    wrap_rows (table, "thead", TRUE);
    wrap_rows (table, "tbody", FALSE);
  } else if (!body)
    wrap_rows (table, "tbody", FALSE);
  else if (!node_child (table, "thead") && is_heading (first_row (body))) {
    xmlNode *head = node_add (table, "thead");
    xmlNode *row = first_row (body);
    xmlUnlinkNode (row);
    xmlAddChild (head, row);
    xmlUnlinkNode (head);
    xmlAddPrevSibling (body, head);
  }
}

static gboolean
fail_table (const Grid *g, const char *what, GError **error)
{
  g_autofree char *start = node_text (g->table);
  g_autofree char *cut = g_utf8_substring (start, 0, MIN (40, g_utf8_strlen (start, -1)));
  return fail (error, RATSWEG_ERROR_INVALID, "Die Tabelle „%s …“ kann nicht gedruckt werden: %s", cut,
               what);
}

/* The columns from @at on that @cell takes; FALSE where another cell reaches into them. */
static gboolean
place_cell (Grid *g, const xmlNode *cell, guint at, guint rows_left, GError **error)
{
  guint wide = span (cell, "colspan"), high = MIN (span (cell, "rowspan"), rows_left);
  if (at + wide > GRID_MAX_COLUMNS)
    return fail_table (g, "sie hat mehr als 40 Spalten. Abhilfe: sie teilen.", error);
  for (guint i = at; i < at + wide; i++) {
    if (g->below[i] > 0)
      return fail_table (g, "zwei Zellen überschneiden sich. Abhilfe: colspan und rowspan berichtigen.",
                         error);
    g->below[i] = high;
  }
  g->columns = MAX (g->columns, at + wide);
  return TRUE;
}

static void
measure_cell (Grid *g, const xmlNode *cell, guint at)
{
  g_autofree char *text = node_text (cell);
  guint wide = span (cell, "colspan");
  double each = (double) text_width (text) / wide;
  for (guint i = at; i < at + wide; i++)
    g->need[i] = MAX (g->need[i], each);
}

/* A cell that is laid out: its reach within the group, its width, the cells it covers beside it. */
static void
finish_cell (Grid *g, xmlNode *cell, guint at, guint rows_left)
{
  guint wide = span (cell, "colspan");
  double cm = 0;
  node_set_int (cell, "rowspan", MIN (span (cell, "rowspan"), rows_left));
  node_set (cell, "rand", at + wide == g->columns ? "ja" : NULL);
  for (guint i = 0; i < wide; i++) {
    cm += g->width[at + i];
    if (i > 0)
      xmlAddNextSibling (cell, tree_make (g->satz, "verdeckt"));
  }
  g_autofree char *text = grid_cm (cm);
  node_set (cell, "breite", text);
}

/* The columns behind the last cell, and what reaches on into the next row. */
static void
finish_row (Grid *g, xmlNode *row, guint at, gboolean fill)
{
  for (; fill && at < g->columns; at++) {
    xmlNode *rest = tree_add (row, g->below[at] > 0 ? "verdeckt" : "luecke");
    node_set (rest, "rand", at + 1 == g->columns ? "ja" : NULL);
  }
  for (guint i = 0; i < GRID_MAX_COLUMNS; i++)
    g->below[i] -= g->below[i] > 0;
}

/* One row: where @fill is FALSE only measures, else completes the row to the full grid. */
static gboolean
lay_row (Grid *g, xmlNode *row, guint rows_left, gboolean fill, GError **error)
{
  guint at = 0;
  for (xmlNode *cell = node_child (row, NULL), *next; cell; cell = next) {
    next = node_next (cell, NULL);
    for (; at < GRID_MAX_COLUMNS && g->below[at] > 0; at++)
      if (fill)
        xmlAddPrevSibling (cell, tree_make (g->satz, "verdeckt"));
    if (!place_cell (g, cell, at, rows_left, error))
      return FALSE;
    if (fill)
      finish_cell (g, cell, at, rows_left);
    else
      measure_cell (g, cell, at);
    at += span (cell, "colspan");
  }
  finish_row (g, row, at, fill);
  return TRUE;
}

static gboolean
lay_group (Grid *g, xmlNode *group, gboolean fill, GError **error)
{
  memset (g->below, 0, sizeof g->below);
  guint rows_left = group ? node_count (group, "tr") : 0;
  NODE_EACH (row, group, "tr") {
    if (!lay_row (g, row, rows_left--, fill, error))
      return FALSE;
  }
  return TRUE;
}

/* Widths follow the longest content within bounds, so that a column of prose does not starve one of
 * figures. */
static void
add_columns (Grid *g)
{
  double sum = 0;
  for (guint i = 0; i < g->columns; i++)
    sum += g->need[i] = CLAMP (g->need[i], 8, 40);
  xmlNode *before = node_child (g->table, "thead");
  if (!before)
    before = node_child (g->table, "tbody");
  guint left = SHARES;
  for (guint i = 0; i < g->columns; i++) {
    guint share = i + 1 == g->columns ? left : (guint) (SHARES * g->need[i] / sum);
    left -= share;
    g->width[i] = TEXT_WIDTH_CM * share / SHARES;
    xmlNode *column = tree_make (g->satz, "spalte");
    g_autofree char *cm = grid_cm (g->width[i]);
    node_set (column, "breite", cm);
    node_set_int (column, "anteil", share);
    xmlAddPrevSibling (before, column);
  }
}

static gboolean
lay_table (xmlDoc *satz, xmlNode *table, GError **error)
{
  Grid g = { satz, table, 0, { 0 }, { 0 }, { 0 } };
  group_rows (table);
  for (int fill = 0; fill < 2; fill++) {
    if (fill)
      add_columns (&g);
    if (!lay_group (&g, node_child (table, "thead"), fill, error) ||
        !lay_group (&g, node_child (table, "tbody"), fill, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
walk (xmlDoc *satz, xmlNode *n, gint64 *number, GError **error)
{
  NODE_EACH (c, n, NULL) {
    if (node_named (c, "table")) {
      node_set_int (c, "nr", ++*number);
      if (!lay_table (satz, c, error))
        return FALSE;
    } else if (!walk (satz, c, number, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
grid_prepare (xmlDoc *satz, xmlNode *n, GError **error)
{
  gint64 number = 0;
  return walk (satz, n, &number, error);
}
