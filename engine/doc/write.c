/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Normal form, writer, canonical form.  Knows element names of the rich text only.  Called by doc.c and
 * trail/. */
#include "doc/write.h"
#include "doc/node.h"
#include "base/error.h"
#include "base/text.h"
#include <libxml/c14n.h>
#include <string.h>

static gboolean
named_one_of (const xmlNode *n, const char *const *names)
{
  return n->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) n->name);
}

gboolean
doc_is_flow (const xmlNode *n)
{
  static const char *const always[] = { "p",      "h3",  "h4",  "h5", "caption",  "em",
                                        "strong", "sub", "sup", "a",  "footnote", NULL };
  static const char *const maybe[] = { "li", "td", "th", NULL };
  if (named_one_of (n, always))
    return TRUE;
  if (named_one_of (n, maybe))
    return !node_child (n, "p") && !node_child (n, "ul") && !node_child (n, "ol");
  return !node_child (n, NULL);
}

/* -- normal form -- */

/* Asked at each character of a text that may be long: only its own bytes are looked at. */
static gsize
blanks_at (const char *s)
{
  gsize n = 0;
  while (s[n] == ' ' || s[n] == '\t' || s[n] == '\r' || s[n] == '\n')
    n++;
  return n;
}

/* One blank for each run of white space that holds a line end; other runs stay. */
static char *
fold_line_ends (const char *s)
{
  GString *out = g_string_sized_new (strlen (s));
  while (*s) {
    gsize n = blanks_at (s);
    if (n == 0)
      g_string_append_c (out, *s++);
    else if (memchr (s, '\n', n) || memchr (s, '\r', n)) {
      g_string_append_c (out, '\n'); /* a mark until the ends are known */
      s += n;
    } else {
      g_string_append_len (out, s, (gssize) n);
      s += n;
    }
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_markup (const xmlNode *n)
{
  static const char *const containers[] = { "em", "strong", "sub", "sup", "a", NULL };
  return named_one_of (n, containers);
}

static const xmlNode *
beside (const xmlNode *n, gboolean back)
{
  return back ? n->prev : n->next;
}

/* What stands beside @n for a reader, whatever markup and comments lie between; NULL at the end of the
 * paragraph. */
static const xmlNode *
seen_beside (const xmlNode *n, gboolean back)
{
  const xmlNode *s = beside (n, back);
  while (s && (s->type == XML_COMMENT_NODE || is_markup (s))) {
    const xmlNode *inner = s->type == XML_COMMENT_NODE ? NULL : back ? s->last : s->children;
    if (!inner && !beside (s, back))
      return seen_beside (s, back);
    s = inner ? inner : beside (s, back);
  }
  return s || !is_markup (n->parent) ? s : seen_beside (n->parent, back);
}

/* No blank is seen next to br or another blank, nor at the ends of a paragraph. */
static gboolean
is_edge (const xmlNode *n, gboolean back)
{
  const xmlNode *s = seen_beside (n, back);
  if (!s || node_named (s, "br"))
    return TRUE;
  const char *text = s->type == XML_TEXT_NODE ? (const char *) s->content : "";
  gsize len = strlen (text);
  return len > 0 && strchr (" \t\r\n", text[back ? len - 1 : 0]);
}

/* A folded line end at an edge is no blank but nothing.  Forward first: what follows is then looked at once,
 * and of two that meet the later one stays. */
static void
place_blanks (char *s, const xmlNode *t)
{
  gsize n = strlen (s);
  if (n > 0 && s[n - 1] == '\n' && is_edge (t, FALSE))
    s[--n] = '\0';
  if (n > 0 && s[0] == '\n' && is_edge (t, TRUE))
    memmove (s, s + 1, n);
  g_strdelimit (s, "\n", ' ');
}

/* Plain text as somebody typed it into a field, line ends and all: it never stood in a wrapped source. */
static gboolean
is_typed (const xmlNode *n)
{
  return node_named (n, "kommentar");
}

static char *
in_normal_form (const xmlNode *t, const xmlNode *parent)
{
  g_autofree char *nfc = text_nfc ((const char *) t->content);
  if (is_typed (parent))
    return g_strdelimit (g_steal_pointer (&nfc), "\r", '\n');
  char *folded = fold_line_ends (nfc);
  place_blanks (folded, t);
  return folded;
}

static void
normalise_text (xmlNode *t, xmlNode *parent)
{
  g_autofree char *text = in_normal_form (t, parent);
  if (!*text)
    node_remove (t);
  else if (strcmp (text, (const char *) t->content) != 0) {
    xmlNodeSetContentLen (t, NULL, 0);
    xmlNodeAddContent (t, (const xmlChar *) text);
  }
}

static gboolean
is_text (const xmlNode *n)
{
  return n->type == XML_TEXT_NODE;
}

static gboolean
blank (const xmlNode *n)
{
  return n->content[strspn ((const char *) n->content, " \t\r\n")] == '\0';
}

/* Neighbouring texts become one node. */
static void
merge_text (xmlNode *n)
{
  for (xmlNode *c = n->children, *next; c; c = next) {
    next = c->next;
    if (next && is_text (c) && is_text (next)) {
      xmlNodeAddContent (c, next->content);
      node_remove (next);
      next = c;
    }
  }
}

static void
normalise_attributes (xmlNode *n)
{
  for (xmlAttr *a = n->properties; a; a = a->next) {
    if (!a->children || !a->children->content)
      continue;
    const char *old = (const char *) a->children->content;
    g_autofree char *nfc = text_nfc (old);
    g_strdelimit (nfc, "\r", '\n'); /* written as a reference it got through the parser */
    if (strcmp (nfc, old) != 0 && !a->ns)
      node_set (n, (const char *) a->name, nfc);
  }
}

static gboolean
normalise_node (xmlNode *n, const char *quelle, GError **error)
{
  normalise_attributes (n);
  merge_text (n);
  gboolean flow = doc_is_flow (n);
  for (xmlNode *c = n->children, *next; c; c = next) {
    next = c->next;
    if (c->type == XML_PI_NODE || c->type == XML_ENTITY_REF_NODE)
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s, Zeile %ld: eine Verarbeitungsanweisung oder Entität wird nicht angenommen; "
                   "erwartet werden Elemente und Text.",
                   quelle, xmlGetLineNo (c));
    if (c->type == XML_ELEMENT_NODE) {
      if (!normalise_node (c, quelle, error))
        return FALSE;
    } else if (is_text (c)) {
      if (!flow && blank (c))
        node_remove (c);
      else
        normalise_text (c, n);
    }
  }
  return TRUE;
}

gboolean
doc_normalise (xmlDoc *xml, const char *quelle, GError **error)
{
  return normalise_node (xmlDocGetRootElement (xml), quelle, error);
}

/* -- writer -- */

static void
escape (GString *out, const char *s, gboolean attribute)
{
  for (; *s; s++)
    switch (*s) {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, attribute ? "&quot;" : "\"");
      break;
    case '\t':
      g_string_append (out, attribute ? "&#9;" : "\t");
      break;
    case '\n':
      g_string_append (out, attribute ? "&#10;" : "\n");
      break;
    default:
      g_string_append_c (out, *s);
    }
}

static void
write_start (GString *out, const xmlNode *n, gboolean root)
{
  g_string_append_printf (out, "<%s", (const char *) n->name);
  if (root && n->ns) {
    g_string_append (out, " xmlns=\"");
    escape (out, (const char *) n->ns->href, TRUE);
    g_string_append_c (out, '"');
  }
  for (const xmlAttr *a = n->properties; a; a = a->next) {
    g_string_append_printf (out, " %s=\"", (const char *) a->name);
    if (a->children && a->children->content)
      escape (out, (const char *) a->children->content, TRUE);
    g_string_append_c (out, '"');
  }
}

static void
write_node (GString *out, const xmlNode *n, int depth, gboolean in_flow)
{
  if (n->type == XML_COMMENT_NODE) {
    g_string_append_printf (out, "<!--%s-->", (const char *) n->content);
    return;
  }
  if (is_text (n)) {
    escape (out, (const char *) n->content, FALSE);
    return;
  }
  write_start (out, n, depth == 0);
  if (!n->children) {
    g_string_append (out, "/>");
    return;
  }
  g_string_append_c (out, '>');
  gboolean flow = in_flow || doc_is_flow (n);
  for (const xmlNode *c = n->children; c; c = c->next) {
    if (!flow)
      g_string_append_printf (out, "\n%*s", 2 * (depth + 1), "");
    write_node (out, c, depth + 1, flow);
  }
  if (!flow)
    g_string_append_printf (out, "\n%*s", 2 * depth, "");
  g_string_append_printf (out, "</%s>", (const char *) n->name);
}

GBytes *
doc_write (xmlDoc *xml)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  for (const xmlNode *n = xml->children; n; n = n->next) {
    if (n->type != XML_ELEMENT_NODE && n->type != XML_COMMENT_NODE)
      continue;
    write_node (out, n, 0, FALSE);
    g_string_append_c (out, '\n');
  }
  return g_string_free_to_bytes (out);
}

GBytes *
doc_canonical (xmlDoc *xml)
{
  xmlChar *p = NULL;
  int n = xmlC14NDocDumpMemory (xml, NULL, XML_C14N_EXCLUSIVE_1_0, NULL, 0, &p);
  if (n < 0)
    return NULL;
  return g_bytes_new_with_free_func (p, (gsize) n, (GDestroyNotify) xmlFree, p);
}

GBytes *
doc_canonical_part (const xmlNode *n)
{
  g_autoptr (xmlDoc) alone = xmlNewDoc ((const xmlChar *) "1.0");
  xmlDocSetRootElement (alone, xmlDocCopyNode ((xmlNode *) n, alone, 1));
  return doc_canonical (alone);
}

gboolean
doc_same_parts (const xmlNode *a, const xmlNode *b)
{
  if (!a || !b)
    return a == b;
  g_autoptr (GBytes) x = doc_canonical_part (a), y = doc_canonical_part (b);
  return x && y && g_bytes_equal (x, y);
}
