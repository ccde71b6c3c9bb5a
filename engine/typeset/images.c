/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Pictures by content.  Decodes no pixels (doc/picture.h).  Called by typeset.c. */
#include "typeset/images.h"
#include "typeset/grid.h"
#include "doc/picture.h"
#include "base/error.h"
#include "base/hash.h"
#include <string.h>

#define MAX_HEIGHT_CM 22.0
#define CELL_INSET_CM 0.3
#define XLINK_NS "http://www.w3.org/1999/xlink"
#define OFFICE_NS "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define X(s) ((const xmlChar *) (s))

struct _Images {
  GHashTable *by_path; /* char* to Image* */
};

static void
image_free (gpointer p)
{
  Image *image = p;
  g_free (image->path);
  g_bytes_unref (image->bytes);
  g_free (image);
}

Images *
images_new (void)
{
  Images *im = g_new0 (Images, 1);
  im->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, image_free);
  return im;
}

void
images_free (Images *im)
{
  if (!im)
    return;
  g_hash_table_unref (im->by_path);
  g_free (im);
}

const Image *
images_get (const Images *im, const char *path)
{
  return g_hash_table_lookup (im->by_path, path);
}

static const char *
keep (Images *im, GBytes *bytes, const char *mime, const char *ending)
{
  Hash hash = hash_of (bytes);
  g_autofree char *hex = hex_encode (hash.b, 8);
  g_autofree char *path = g_strdup_printf ("Pictures/%s.%s", hex, ending);
  Image *image = g_hash_table_lookup (im->by_path, path);
  if (!image) {
    image = g_new0 (Image, 1);
    *image = (Image){ g_steal_pointer (&path), mime, g_bytes_ref (bytes) };
    g_hash_table_insert (im->by_path, image->path, image);
  }
  return image->path;
}

/* -- of the paper -- */

static double
place_width (const xmlNode *img)
{
  for (const xmlNode *n = img->parent; n; n = n->parent)
    if (node_named (n, "td") || node_named (n, "th")) {
      const char *width = node_get (n, "breite");
      return MAX (0.5, (width ? g_ascii_strtod (width, NULL) : TEXT_WIDTH_CM) - CELL_INSET_CM);
    }
  return TEXT_WIDTH_CM;
}

static gboolean
one_of_paper (Images *im, xmlNode *img, gint64 nr, GHashTable *bilder, GError **error)
{
  const char *src = node_get (img, "src"), *key = node_get (img, "inhalt");
  GBytes *bytes = bilder ? g_hash_table_lookup (bilder, key ? key : src) : NULL;
  Picture picture;
  if (!bytes)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "Das Bild „%s“ liegt nicht vor und fehlte im Papier. Abhilfe: die Bilddatei mit dem "
                 "Dokument einlesen.",
                 src);
  if (!picture_read (bytes, src, &picture, error))
    return FALSE;
  double width = picture.width / picture.dpi * 2.54, height = picture.height / picture.dpi * 2.54;
  double scale = MIN (1.0, MIN (place_width (img) / width, MAX_HEIGHT_CM / height));
  g_autofree char *w = grid_cm (width * scale), *h = grid_cm (height * scale);
  node_set_int (img, "nr", nr);
  node_set (img, "datei", keep (im, bytes, picture.mime, picture.ending));
  node_set (img, "breite", w);
  node_set (img, "hoehe", h);
  return TRUE;
}

static gboolean
walk_paper (Images *im, xmlNode *n, gint64 *nr, GHashTable *bilder, GError **error)
{
  NODE_EACH (c, n, NULL) {
    gboolean ok = node_named (c, "img") ? one_of_paper (im, c, ++*nr, bilder, error)
                                        : walk_paper (im, c, nr, bilder, error);
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

gboolean
images_of_paper (Images *im, xmlNode *n, GHashTable *bilder, GError **error)
{
  gint64 nr = 0;
  return walk_paper (im, n, &nr, bilder, error);
}

/* -- of the letterhead -- */

/* Logos are often drawings, which picture.h does not take for papers. */
static gboolean
is_svg (GBytes *bytes)
{
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  return n > 5 && p[0] == '<' && g_strstr_len (p, (gssize) MIN (n, 2000), "<svg") != NULL;
}

static void
link_to (xmlNode *holder, const char *path)
{
  static const char *const attributes[][2] = { { "type", "simple" },
                                               { "show", "embed" },
                                               { "actuate", "onLoad" } };
  xmlNs *ns = xmlSearchNsByHref (holder->doc, holder, X (XLINK_NS));
  if (!ns)
    ns = xmlNewNs (holder, X (XLINK_NS), X ("xlink"));
  xmlSetNsProp (holder, ns, X ("href"), X (path));
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    xmlSetNsProp (holder, ns, X (attributes[i][0]), X (attributes[i][1]));
}

static gboolean
one_of_letterhead (Images *im, xmlNode *holder, xmlNode *data, GError **error)
{
  g_autofree char *text = node_text (data);
  gsize n = 0;
  guchar *raw = g_base64_decode (text, &n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (raw, n);
  Picture picture = { "image/svg+xml", "svg", 0, 0, 0 };
  if (!is_svg (bytes) && !picture_read (bytes, "Briefkopf, eingebettetes Bild", &picture, error))
    return FALSE;
  link_to (holder, keep (im, bytes, picture.mime, picture.ending));
  node_remove (data);
  return TRUE;
}

gboolean
images_of_letterhead (Images *im, xmlNode *letterhead, GError **error)
{
  for (xmlNode *c = node_child (letterhead, NULL), *next; c; c = next) {
    next = node_next (c, NULL);
    gboolean data =
      node_named (c, "binary-data") && c->ns && strcmp ((const char *) c->ns->href, OFFICE_NS) == 0;
    if (!(data ? one_of_letterhead (im, letterhead, c, error) : images_of_letterhead (im, c, error)))
      return FALSE;
  }
  return TRUE;
}
