/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Small access to a DOM.  Knows no kind of document.  Called by doc/ and everything above. */
#include "doc/node.h"
#include "base/text.h"
#include <string.h>

#define X(s) ((const xmlChar *) (s))

const char *
node_get (const xmlNode *n, const char *name)
{
  for (xmlAttr *a = n ? n->properties : NULL; a; a = a->next)
    if (!a->ns && strcmp ((const char *) a->name, name) == 0)
      return a->children && a->children->content ? (const char *) a->children->content : "";
  return NULL;
}

gint64
node_get_int (const xmlNode *n, const char *name, gint64 otherwise)
{
  const char *s = node_get (n, name);
  char *end;
  if (!s || !*s)
    return otherwise;
  gint64 v = g_ascii_strtoll (s, &end, 10);
  return *end ? otherwise : v;
}

gboolean
node_is (const xmlNode *n, const char *name, const char *value)
{
  return g_strcmp0 (node_get (n, name), value) == 0 && value;
}

void
node_set (xmlNode *n, const char *name, const char *value)
{
  if (!value)
    xmlUnsetProp (n, X (name));
  else
    xmlSetProp (n, X (name), X (value));
}

void
node_set_int (xmlNode *n, const char *name, gint64 value)
{
  char buf[32];
  g_snprintf (buf, sizeof buf, "%" G_GINT64_FORMAT, value);
  node_set (n, name, buf);
}

static gboolean
wanted (const xmlNode *n, const char *name)
{
  return n->type == XML_ELEMENT_NODE && (!name || strcmp ((const char *) n->name, name) == 0);
}

gboolean
node_named (const xmlNode *n, const char *name)
{
  return n && wanted (n, name);
}

xmlNode *
node_child (const xmlNode *n, const char *name)
{
  xmlNode *c = n ? n->children : NULL;
  while (c && !wanted (c, name))
    c = c->next;
  return c;
}

xmlNode *
node_next (const xmlNode *n, const char *name)
{
  xmlNode *c = n->next;
  while (c && !wanted (c, name))
    c = c->next;
  return c;
}

xmlNode *
node_path (const xmlNode *n, const char *first, const char *second)
{
  return node_child (node_child (n, first), second);
}

xmlNode *
node_find (const xmlNode *n, const char *child, const char *attr, const char *value)
{
  NODE_EACH (c, n, child)
    if (node_is (c, attr, value))
      return c;
  return NULL;
}

guint
node_count (const xmlNode *n, const char *child)
{
  guint count = 0;
  NODE_EACH (c, n, child)
    count++;
  return count;
}

static void
collect (const xmlNode *n, GString *into)
{
  for (const xmlNode *c = n->children; c; c = c->next) {
    if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
      g_string_append (into, (const char *) c->content);
    else if (c->type == XML_ELEMENT_NODE)
      collect (c, into);
  }
}

char *
node_text (const xmlNode *n)
{
  GString *s = g_string_new (NULL);
  if (n)
    collect (n, s);
  return g_strstrip (g_string_free (s, FALSE));
}

char *
node_child_text (const xmlNode *n, const char *child)
{
  xmlNode *c = node_child (n, child);
  return c ? node_text (c) : NULL;
}

static void
drop_children (xmlNode *n)
{
  while (n->children)
    node_remove (n->children);
}

void
node_set_text (xmlNode *n, const char *text)
{
  drop_children (n);
  xmlAddChild (n, xmlNewDocText (n->doc, X (text)));
}

xmlNode *
node_add (xmlNode *parent, const char *name)
{
  xmlNode *c = xmlNewDocNode (parent->doc, parent->ns, X (name), NULL);
  return xmlAddChild (parent, c);
}

/* The names that come after @name in @order; "" if none does. */
static const char *
names_after (const char *order, const char *name)
{
  gsize n = strlen (name);
  for (const char *p = order; (p = strstr (p, name)); p += n)
    if ((p == order || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
      return p + n;
  return "";
}

xmlNode *
node_place (xmlNode *parent, const char *name, const char *order)
{
  const char *later = names_after (order, name);
  xmlNode *n = node_add (parent, name);
  NODE_EACH (c, parent, NULL)
    if (c != n && text_in_list (later, (const char *) c->name)) {
      xmlAddPrevSibling (c, n);
      break;
    }
  return n;
}

xmlNode *
node_need (xmlNode *parent, const char *name)
{
  xmlNode *c = node_child (parent, name);
  return c ? c : node_add (parent, name);
}

void
node_copy_children (xmlNode *to, const xmlNode *from)
{
  for (xmlNode *c = from->children; c; c = c->next)
    xmlAddChild (to, xmlDocCopyNode (c, to->doc, 1));
  xmlReconciliateNs (to->doc, to);
}

void
node_remove (xmlNode *n)
{
  xmlUnlinkNode (n);
  xmlFreeNode (n);
}

char *
node_new_id (xmlNode *root, char prefix)
{
  gint64 next = node_get_int (root, "naechste-id", 1);
  node_set_int (root, "naechste-id", next + 1);
  return g_strdup_printf ("%c%" G_GINT64_FORMAT, prefix, next);
}
