/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The way from a document to an ODT: tree, public view, values, letterhead, parts, package.  What a paper
 * looks like is said in xslt/ and in the letterhead, not here.  Called by ratsweg.c. */
#include "typeset/typeset.h"
#include "typeset/flow.h"
#include "typeset/grid.h"
#include "typeset/images.h"
#include "typeset/pack.h"
#include "typeset/part.h"
#include "typeset/sheet.h"
#include "typeset/tree.h"
#include "doc/write.h"
#include "base/error.h"
#include <string.h>

#define ODT_MIME "application/vnd.oasis.opendocument.text"
#define XLINK_NS "http://www.w3.org/1999/xlink"

/* -- letterhead -- */

static gboolean
is_fault (const xmlNode *befund)
{
  return node_is (befund, "art", "fehler");
}

static gboolean
refuse_letterhead (const Doc *briefkopf, xmlNode *befunde, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  NODE_EACH (b, befunde, "befund")
    if (is_fault (b)) {
      g_autofree char *text = node_text (b);
      g_string_append_printf (all, " %s", text);
    }
  if (all->len == 0)
    return TRUE;
  return fail (error, RATSWEG_ERROR_INVALID, "Der Briefkopf %s kann nicht gefüllt werden.%s",
               doc_quelle (briefkopf), all->str);
}

GPtrArray *
typeset_check_letterhead (Doc *briefkopf, const char *stueck, GError **error)
{
  g_autoptr (Images) images = images_new ();
  g_autoptr (xmlDoc) satz = tree_new_empty ();
  if (!tree_add_letterhead (satz, briefkopf, stueck, error))
    return NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) unreadable = NULL;
  if (!images_of_letterhead (images, xmlDocGetRootElement (satz), &unreadable))
    g_ptr_array_add (found, g_strdup (unreadable->message));
  g_autoptr (xmlDoc) befunde = sheet_run ("xslt/odt/pruefen.xsl", satz, NULL, error);
  if (!befunde)
    return NULL;
  NODE_EACH (b, xmlDocGetRootElement (befunde), "befund")
    g_ptr_array_add (found, node_text (b));
  return g_steal_pointer (&found);
}

/* -- from document to filled tree -- */

/* The tree of @in with only what this view may show. */
static xmlDoc *
gather (const TypesetInput *in, GError **error)
{
  g_autoptr (xmlDoc) satz = tree_new (in, error);
  if (!satz || in->intern)
    return g_steal_pointer (&satz);
  return sheet_run ("xslt/sicht.xsl", satz, NULL, error);
}

static gboolean
prepare (const TypesetInput *in, xmlDoc *satz, Images *images, GError **error)
{
  xmlNode *paper = tree_paper (satz);
  if (!grid_prepare (satz, paper, error) || !images_of_paper (images, paper, in->bilder, error))
    return FALSE;
  flow_prepare (satz, paper);
  return images_of_letterhead (images, node_child (xmlDocGetRootElement (satz), "briefkopf"), error);
}

static gboolean
add_values (const TypesetInput *in, xmlDoc *satz, GError **error)
{
  g_autofree char *sheet = g_strdup_printf ("xslt/odt/daten-%s.xsl", in->stueck);
  g_autoptr (xmlDoc) values = sheet_run (sheet, satz, NULL, error);
  if (!values)
    return FALSE;
  xmlAddChild (xmlDocGetRootElement (satz), xmlDocCopyNode (xmlDocGetRootElement (values), satz, 1));
  return TRUE;
}

static xmlDoc *
fill (const TypesetInput *in, xmlDoc *satz, GError **error)
{
  g_autoptr (xmlDoc) befunde = sheet_run ("xslt/odt/pruefen.xsl", satz, NULL, error);
  if (!befunde || !refuse_letterhead (in->briefkopf, xmlDocGetRootElement (befunde), error) ||
      !add_values (in, satz, error))
    return NULL;
  return sheet_run ("xslt/odt/fuellen.xsl", satz, NULL, error);
}

/* -- from filled tree to package -- */

static gboolean
add_part (Pack *pack, xmlDoc *flat, const char *teil, GError **error)
{
  g_autoptr (xmlDoc) part = sheet_run ("xslt/odt/teile.xsl", flat, teil, error);
  g_autoptr (GBytes) bytes = part ? part_write (part, error) : NULL;
  if (!bytes)
    return FALSE;
  g_autofree char *path = g_strconcat (teil, ".xml", NULL);
  pack_add (pack, path, "text/xml", bytes);
  return TRUE;
}

/* Paths of the pictures that the filled paper shows; those of replaced parts of the letterhead stay out. */
static void
collect_pictures (const xmlNode *n, GHashTable *paths)
{
  for (const xmlNode *c = n->children; c; c = c->next) {
    if (c->type != XML_ELEMENT_NODE)
      continue;
    xmlChar *href = xmlGetNsProp ((xmlNode *) c, (const xmlChar *) "href", (const xmlChar *) XLINK_NS);
    if (href && g_str_has_prefix ((const char *) href, "Pictures/"))
      g_hash_table_add (paths, g_strdup ((const char *) href));
    xmlFree (href);
    collect_pictures (c, paths);
  }
}

static gboolean
add_pictures (Pack *pack, const xmlDoc *flat, const Images *images, GError **error)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_pictures ((const xmlNode *) flat, paths);
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (paths), (GCompareFunc) strcmp);
  for (GList *l = sorted; l; l = l->next) {
    const Image *image = images_get (images, l->data);
    if (!image)
      return fail (error, RATSWEG_ERROR_INVALID,
                   "Der Briefkopf nennt das Bild %s, das ihm nicht beiliegt.", (const char *) l->data);
    pack_add (pack, image->path, image->mime, image->bytes);
  }
  return TRUE;
}

GBytes *
typeset_odt (const TypesetInput *in, GError **error)
{
  g_autoptr (Images) images = images_new ();
  g_autoptr (xmlDoc) satz = gather (in, error);
  if (!satz || !prepare (in, satz, images, error))
    return NULL;
  g_autoptr (xmlDoc) flat = fill (in, satz, error);
  if (!flat)
    return NULL;
  g_autoptr (Pack) pack = pack_new (ODT_MIME);
  if (!add_part (pack, flat, "content", error) || !add_part (pack, flat, "styles", error) ||
      !add_part (pack, flat, "meta", error) || !add_pictures (pack, flat, images, error))
    return NULL;
  return pack_bytes (pack, error);
}

/* -- the public view alone -- */

Doc *
typeset_public_view (const TypesetInput *in, GError **error)
{
  TypesetInput only = *in;
  only.briefkopf = NULL;
  only.intern = FALSE;
  g_autoptr (xmlDoc) satz = gather (&only, error);
  if (!satz)
    return NULL;
  xmlNode *paper = tree_paper (satz);
  NODE_EACH (station, node_child (paper, "beratungsfolge"), "station") {
    node_set (station, "gremium-name", NULL);
    node_set (station, "intern", NULL);
  }
  g_autoptr (xmlDoc) alone = xmlNewDoc ((const xmlChar *) "1.0");
  xmlDocSetRootElement (alone, xmlDocCopyNode (paper, alone, 1));
  g_autoptr (GBytes) bytes = doc_write (alone);
  return doc_open_stored (doc_art (in->papier), doc_kennung (in->papier), bytes, doc_quelle (in->papier),
                          error);
}
