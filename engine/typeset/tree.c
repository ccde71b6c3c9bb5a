/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Gathers what the sheets read.  Decides what a station is called, not whether it is printed.  Called by
 * typeset.c. */
#include "typeset/tree.h"
#include "doc/gremium.h"
#include "doc/open.h"
#include "doc/vorlage.h"
#include "base/error.h"
#include <string.h>

#define X(s) ((const xmlChar *) (s))

xmlNode *
tree_make (xmlDoc *satz, const char *name)
{
  xmlNode *root = xmlDocGetRootElement (satz);
  return xmlNewDocNode (satz, xmlSearchNsByHref (satz, root, X (SATZ_NS)), X (name), NULL);
}

xmlNode *
tree_add (xmlNode *parent, const char *name)
{
  return xmlAddChild (parent, tree_make (parent->doc, name));
}

xmlDoc *
tree_new_empty (void)
{
  xmlDoc *satz = xmlNewDoc (X ("1.0"));
  xmlNode *root = xmlNewDocNode (satz, NULL, X ("satz"), NULL);
  xmlDocSetRootElement (satz, root);
  xmlSetNs (root, xmlNewNs (root, X (SATZ_NS), X ("s")));
  return satz;
}

xmlNode *
tree_paper (xmlDoc *satz)
{
  return node_path (xmlDocGetRootElement (satz), "papier", NULL);
}

static void
add_copy (xmlDoc *satz, const char *name, xmlNode *root)
{
  xmlNode *holder = tree_add (xmlDocGetRootElement (satz), name);
  xmlAddChild (holder, xmlDocCopyNode (root, satz, 1));
}

static const Doc *
find_gremium (const TypesetInput *in, const char *kennung)
{
  for (guint i = 0; in->gremien && i < in->gremien->len; i++)
    if (g_strcmp0 (doc_kennung (in->gremien->pdata[i]), kennung) == 0)
      return in->gremien->pdata[i];
  return NULL;
}

static gboolean
name_station (const TypesetInput *in, xmlNode *station, GError **error)
{
  const char *kennung = node_get (station, "gremium");
  const Doc *gremium = find_gremium (in, kennung);
  if (!gremium)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "Das Gremium „%s“ der Beratungsfolge ist nicht bekannt; sein Name kann nicht gedruckt "
                 "werden. Abhilfe: das Gremium einlesen oder die Station berichtigen.",
                 kennung);
  g_autofree char *name = gremium_name (gremium, node_get (station, "termin"));
  node_set (station, "gremium-name", name);
  if (node_is (doc_root (gremium), "art", "intern"))
    node_set (station, "intern", "ja");
  return TRUE;
}

/* Puts the stations of a copy into their order, each with its body's name. */
static gboolean
order_stations (const TypesetInput *in, Doc *papier, GError **error)
{
  xmlNode *folge = node_child (doc_root (papier), "beratungsfolge");
  g_autoptr (GPtrArray) stations = vorlage_stations (papier, in->starts);
  for (guint i = 0; i < stations->len; i++) {
    xmlNode *station = stations->pdata[i];
    if (!name_station (in, station, error))
      return FALSE;
    xmlUnlinkNode (station);
    xmlAddChild (folge, station);
  }
  return TRUE;
}

static void
add_facts (xmlDoc *satz, const TypesetInput *in)
{
  xmlNode *n = tree_add (xmlDocGetRootElement (satz), "ausgabe");
  node_set (n, "stueck", in->stueck);
  node_set (n, "sicht", in->intern ? "intern" : "oeffentlich");
  node_set_int (n, "stand", doc_stand (in->papier));
  node_set (n, "commitment", in->commitment);
  if (in->seq > 0) {
    g_autofree char *seq = g_strdup_printf ("%" G_GUINT64_FORMAT, in->seq);
    node_set (n, "seq", seq);
  }
  node_set (n, "probe", in->probe ? "ja" : NULL);
}

xmlDoc *
tree_new (const TypesetInput *in, GError **error)
{
  g_autoptr (Doc) papier = doc_copy (in->papier);
  if (!order_stations (in, papier, error))
    return NULL;
  g_autoptr (xmlDoc) satz = tree_new_empty ();
  add_facts (satz, in);
  add_copy (satz, "papier", doc_root (papier));
  add_copy (satz, "regeln", doc_root (in->regeln));
  if (in->land)
    add_copy (satz, "land", doc_root (in->land));
  if (in->profil)
    add_copy (satz, "profil", doc_root (in->profil));
  if (in->briefkopf && !tree_add_letterhead (satz, in->briefkopf, in->stueck, error))
    return NULL;
  return g_steal_pointer (&satz);
}

gboolean
tree_add_letterhead (xmlDoc *satz, Doc *briefkopf, const char *stueck, GError **error)
{
  g_autoptr (xmlDoc) places = doc_parse_resource ("xslt/odt/plaetze.xml", error);
  if (!places)
    return FALSE;
  xmlNode *all = xmlDocGetRootElement (places), *own = node_find (all, "stueck", "name", stueck);
  if (!own)
    return fail (error, RATSWEG_ERROR_UNKNOWN,
                 "Das Stück „%s“ gibt es nicht; erwartet wird eines wie „vorlage“.", stueck);
  xmlNode *holder = tree_add (xmlDocGetRootElement (satz), "plaetze");
  xmlAddChild (holder, xmlDocCopyNode (own, satz, 1));
  NODE_EACH (format, all, "format")
    xmlAddChild (holder, xmlDocCopyNode (format, satz, 1));
  add_copy (satz, "briefkopf", doc_root (briefkopf));
  return TRUE;
}
