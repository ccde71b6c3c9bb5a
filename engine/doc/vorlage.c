/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Order and places in a Vorlage.  Knows no rule.  Called by route/, report/ and ratsweg.c. */
#include "doc/vorlage.h"

typedef struct {
  xmlNode *node;
  gint64 folge;
  guint index;
  char *day, *start;
} Place;

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;
  if (x->folge != y->folge)
    return x->folge < y->folge ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static int
by_order (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;
  int c = g_strcmp0 (x->day, y->day);
  if (c == 0 && x->start && y->start)
    c = g_strcmp0 (x->start, y->start);
  return c ? c : by_rank (a, b);
}

static void
clear_place (gpointer p)
{
  g_free (((Place *) p)->day);
  g_free (((Place *) p)->start);
}

static GArray *
read_places (const Doc *vorlage, GHashTable *starts)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (places, clear_place);
  NODE_EACH (n, node_child (doc_root (vorlage), "beratungsfolge"), "station") {
    const char *sitzung = node_get (n, "sitzung");
    Place p = { n, node_get_int (n, "folge", places->len + 1), places->len, NULL, NULL };
    p.day = g_strdup (node_get (n, "termin"));
    p.start = g_strdup (starts && sitzung ? g_hash_table_lookup (starts, sitzung) : NULL);
    g_array_append_val (places, p);
  }
  return places;
}

GPtrArray *
vorlage_stations (const Doc *vorlage, GHashTable *starts)
{
  g_autoptr (GArray) places = read_places (vorlage, starts);
  g_array_sort (places, by_rank);
  const char *last = "";
  for (guint i = 0; i < places->len; i++) {
    Place *p = &g_array_index (places, Place, i);
    if (!p->day)
      p->day = g_strdup (last);
    else if (g_strcmp0 (p->day, last) > 0)
      last = p->day;
  }
  g_array_sort (places, by_order);
  GPtrArray *nodes = g_ptr_array_new ();
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (nodes, g_array_index (places, Place, i).node);
  return nodes;
}

xmlNode *
vorlage_station (const Doc *vorlage, const char *id)
{
  return node_find (node_child (doc_root (vorlage), "beratungsfolge"), "station", "id", id);
}

xmlNode *
vorlage_add (xmlNode *root, const char *name)
{
  return node_place (root, name,
                     "anlagen bezuege mitzeichnung fassungen eilentscheidung beratungsfolge ausgaben "
                     "kinder antworten");
}

xmlNode *
vorlage_part (xmlNode *root, const char *name)
{
  xmlNode *list = node_child (root, name);
  return list ? list : vorlage_add (root, name);
}

/* -- who signs -- */

static gboolean
has_signed (const xmlNode *zeichner)
{
  return node_is (zeichner, "zustand", "gezeichnet") || node_is (zeichner, "zustand", "abgelehnt");
}

static gboolean
has_to_sign (const xmlNode *zeichner)
{
  return !has_signed (zeichner) && !node_is (zeichner, "pflicht", "nein");
}

/* @before stands in front of @n in the paper. */
static gboolean
keeps_waiting (const xmlNode *n, const xmlNode *other, gboolean before)
{
  gint64 a = node_get_int (other, "folge", -1), b = node_get_int (n, "folge", -1);
  return has_to_sign (other) && (a >= 0 && b >= 0 ? a < b : before);
}

static gboolean
has_its_turn (const xmlNode *n)
{
  gboolean before = TRUE;
  NODE_EACH (other, n->parent, "zeichner") {
    before = before && other != n;
    if (other != n && keeps_waiting (n, other, before))
      return FALSE;
  }
  return !has_signed (n);
}

xmlNode *
vorlage_zeichner (const Doc *vorlage, const char *stelle)
{
  NODE_EACH (n, node_child (doc_root (vorlage), "mitzeichnung"), "zeichner")
    if (stelle && node_is (n, "stelle", stelle) && has_its_turn (n))
      return n;
  return NULL;
}

GPtrArray *
vorlage_naechste_zeichner (const Doc *vorlage)
{
  GPtrArray *list = g_ptr_array_new ();
  NODE_EACH (n, node_child (doc_root (vorlage), "mitzeichnung"), "zeichner")
    if (has_to_sign (n) && has_its_turn (n))
      g_ptr_array_add (list, n);
  return list;
}

char *
vorlage_head (const Doc *vorlage, const char *name)
{
  xmlNode *n = node_path (doc_root (vorlage), "kopf", name);
  return n ? node_text (n) : NULL;
}
