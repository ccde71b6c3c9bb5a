/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Namespaces and bytes of a part.  Knows no element.  Called by typeset.c. */
#include "typeset/part.h"
#include "base/error.h"
#include <string.h>

#define X(s) ((const xmlChar *) (s))
#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

static const struct {
  const char *prefix, *uri;
} known[] = {
  { "office", ODF "office:1.0" },
  { "meta", ODF "meta:1.0" },
  { "style", ODF "style:1.0" },
  { "text", ODF "text:1.0" },
  { "table", ODF "table:1.0" },
  { "draw", ODF "drawing:1.0" },
  { "fo", ODF "xsl-fo-compatible:1.0" },
  { "svg", ODF "svg-compatible:1.0" },
  { "number", ODF "datastyle:1.0" },
  { "presentation", ODF "presentation:1.0" },
  { "chart", ODF "chart:1.0" },
  { "dr3d", ODF "dr3d:1.0" },
  { "form", ODF "form:1.0" },
  { "script", ODF "script:1.0" },
  { "config", ODF "config:1.0" },
  { "anim", ODF "animation:1.0" },
  { "smil", ODF "smil-compatible:1.0" },
  { "db", ODF "database:1.0" },
  { "dc", "http://purl.org/dc/elements/1.1/" },
  { "xlink", "http://www.w3.org/1999/xlink" },
  { "math", "http://www.w3.org/1998/Math/MathML" },
};

typedef struct {
  xmlNs *ns[G_N_ELEMENTS (known)];
  xmlNs
    *dropped; /* declarations of the tree as it came, freed at the end: nodes point to them until then */
  const char *foreign;
} Spaces;

static int
space_index (const xmlNs *ns)
{
  for (gsize i = 0; ns && i < G_N_ELEMENTS (known); i++)
    if (strcmp ((const char *) ns->href, known[i].uri) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_xml_space (const xmlNs *ns)
{
  return strcmp ((const char *) ns->href, (const char *) XML_XML_NAMESPACE) == 0;
}

static xmlNs *
own_space (Spaces *s, const xmlNs *old)
{
  int i = space_index (old);
  if (i < 0) {
    s->foreign = old ? (const char *) old->href : "kein Namensraum";
    return NULL;
  }
  if (!s->ns[i])
    s->ns[i] = xmlNewNs (NULL, X (known[i].uri), X (known[i].prefix));
  return s->ns[i];
}

static void
adopt_node (Spaces *s, xmlNode *n)
{
  n->ns = own_space (s, n->ns);
  for (xmlAttr *a = n->properties; a; a = a->next)
    if (a->ns && !is_xml_space (a->ns))
      a->ns = own_space (s, a->ns);
  if (n->nsDef) {
    xmlNs *last = n->nsDef;
    while (last->next)
      last = last->next;
    last->next = s->dropped;
    s->dropped = n->nsDef;
    n->nsDef = NULL;
  }
  for (xmlNode *c = n->children; c; c = c->next)
    if (c->type == XML_ELEMENT_NODE)
      adopt_node (s, c);
}

GBytes *
part_write (xmlDoc *xml, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (xml);
  Spaces s = { 0 };
  adopt_node (&s, root);
  xmlNs **tail = &root->nsDef;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (s.ns[i]) {
      *tail = s.ns[i];
      tail = &s.ns[i]->next;
    }
  if (s.foreign)
    fail (error, RATSWEG_ERROR_INTERNAL, "Im gefüllten Papier steht etwas außerhalb von ODF (%s).",
          s.foreign);
  xmlFreeNsList (s.dropped);
  if (s.foreign)
    return NULL;
  xmlChar *p = NULL;
  int n = 0;
  xmlDocDumpFormatMemoryEnc (xml, &p, &n, "UTF-8", 0);
  if (!p) {
    fail (error, RATSWEG_ERROR_INTERNAL, "Ein Teil des Papiers lässt sich nicht als XML schreiben.");
    return NULL;
  }
  return g_bytes_new_with_free_func (p, (gsize) n, (GDestroyNotify) xmlFree, p);
}
