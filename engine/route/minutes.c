/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Looks at the agenda of a sitting for what has no result.  Changes nothing.  Called by guards-minutes.c and
 * effects-minutes.c. */
#include "route/minutes.h"
#include "route/paper.h"
#include "base/text.h"
#include "doc/agenda.h"
#include "doc/vorlage.h"

xmlNode *
minutes_station (const Zug *z, const xmlNode *papier)
{
  const Doc *paper = akte_doc (z->akte, DOC_VORLAGE, node_get (papier, "vorlage"));
  return paper ? vorlage_station (paper, node_get (papier, "station")) : NULL;
}

xmlNode *
minutes_signature (const Doc *sitzung)
{
  return node_path (doc_root (sitzung), "niederschrift", "unterzeichnet");
}

/* A TOP with others below its number is their heading. */
static gboolean
is_heading (const xmlNode *top)
{
  g_autofree char *below =
    g_strconcat (node_get (top, "nummer") ? node_get (top, "nummer") : "", ".", NULL);
  NODE_EACH (n, top->parent, "top")
    if (node_get (n, "nummer") && node_is (n, "oeffentlich", node_get (top, "oeffentlich")) &&
        g_str_has_prefix (node_get (n, "nummer"), below))
      return TRUE;
  return FALSE;
}

static gboolean
expects_result (const Zug *z, const xmlNode *top)
{
  xmlNode *machine = regeln_entry (z->regeln, "ablauf", z->ablauf);
  const char *art = node_get (top, "art");
  return !is_heading (top) && !(art && text_in_list (node_get (machine, "ohne-ergebnis"), art));
}

/* What was said about a TOP without a paper explains it; a paper needs its result or the reason why it has none. */
static gboolean
is_explained (const xmlNode *top)
{
  return node_child (top, "vermerk") || (!node_child (top, "papier") && node_child (top, "verlauf"));
}

static void
add_open (const Zug *z, const xmlNode *top, GPtrArray *list)
{
  g_autofree char *which = agenda_top_text (top);
  NODE_EACH (p, top, "papier") {
    const xmlNode *station = minutes_station (z, p);
    if (station && zug_offen (z, station))
      g_ptr_array_add (list, g_strdup_printf ("%s (%s)", which, node_get (p, "vorlage")));
  }
  if (!node_child (top, "papier") && !node_child (top, "ergebnis") && expects_result (z, top))
    g_ptr_array_add (list, g_steal_pointer (&which));
}

GPtrArray *
minutes_open (const Zug *z, gboolean unexplained)
{
  GPtrArray *list = text_list_new ();
  NODE_EACH (top, node_child (zug_root (z), "tagesordnung"), "top")
    if (!unexplained || !is_explained (top))
      add_open (z, top, list);
  return list;
}

GPtrArray *
minutes_open_children (const Zug *z)
{
  GPtrArray *list = text_list_new ();
  NODE_EACH (top, node_child (zug_root (z), "tagesordnung"), "top")
    NODE_EACH (p, top, "papier") {
      const Doc *paper = akte_doc (z->akte, DOC_VORLAGE, node_get (p, "vorlage"));
      g_autofree char *which = agenda_top_text (top);
      NODE_EACH (n, paper ? node_child (doc_root (paper), "kinder") : NULL, "kind") {
        const Doc *child = akte_doc (z->akte, DOC_VORLAGE, node_get (n, "vorlage"));
        if (child && !paper_is_over (z->regeln, child))
          g_ptr_array_add (list, g_strdup_printf ("%s (%s, %s)", doc_kennung (child), which,
                                                  node_get (p, "vorlage")));
      }
    }
  return list;
}
