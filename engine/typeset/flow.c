/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Blanks, tabs and footnote numbers.  Knows which elements are paragraphs (doc/write.h), not how they
 * look.  Called by typeset.c. */
#include "typeset/flow.h"
#include "doc/write.h"
#include <string.h>

typedef struct {
  xmlDoc *satz;
  gint64 *footnotes;   /* so far, in the whole paper */
  gboolean swallows;   /* a blank here would be lost */
  xmlNode *last_blank; /* a text that ends the paragraph so far, with a blank as its last character */
} Flow;

static void walk_paragraph (Flow *f, xmlNode *n);

static void
paragraph (xmlDoc *satz, gint64 *footnotes, xmlNode *n)
{
  Flow f = { satz, footnotes, TRUE, NULL };
  walk_paragraph (&f, n);
  if (!f.last_blank)
    return;
  xmlNode *text = f.last_blank;
  gsize len = strlen ((const char *) text->content);
  g_autofree char *rest = g_strndup ((const char *) text->content, len - 1);
  xmlNode *blank = tree_make (satz, "leer");
  node_set_int (blank, "anzahl", 1);
  xmlAddNextSibling (text, blank);
  if (*rest) {
    xmlNodeSetContentLen (text, NULL, 0);
    xmlNodeAddContent (text, (const xmlChar *) rest);
  } else
    node_remove (text);
}

static void
put_text (Flow *f, xmlNode *before, GString *run)
{
  if (run->len == 0)
    return;
  /* Not xmlAddPrevSibling: it would merge neighbours and free what we hold. */
  xmlNode *text = xmlNewDocTextLen (f->satz, (const xmlChar *) run->str, (int) run->len);
  xmlNode *mark = tree_make (f->satz, "marke");
  xmlAddPrevSibling (before, mark);
  xmlReplaceNode (mark, text);
  xmlFreeNode (mark);
  f->last_blank = run->str[run->len - 1] == ' ' ? text : NULL;
  f->swallows = f->last_blank != NULL;
  g_string_truncate (run, 0);
}

static void
put_element (Flow *f, xmlNode *before, const char *name, gint64 count)
{
  xmlNode *n = tree_make (f->satz, name);
  if (count > 0)
    node_set_int (n, "anzahl", count);
  xmlAddPrevSibling (before, n);
  f->last_blank = NULL;
  f->swallows = FALSE;
}

/* @text is replaced by runs of text without doubled blanks, s:leer and s:tab. */
static void
split_text (Flow *f, xmlNode *text)
{
  g_autoptr (GString) run = g_string_new (NULL);
  const char *s = (const char *) text->content;
  while (*s) {
    gsize blanks = 0;
    while (s[blanks] == ' ' || s[blanks] == '\n' || s[blanks] == '\r')
      blanks++;
    if (blanks > 0) {
      gsize literal = run->len > 0 || !f->swallows ? 1 : 0;
      if (literal > 0)
        g_string_append_c (run, ' ');
      if (blanks > literal) {
        put_text (f, text, run);
        put_element (f, text, "leer", (gint64) (blanks - literal));
      }
      s += blanks;
    } else if (*s == '\t') {
      put_text (f, text, run);
      put_element (f, text, "tab", 0);
      s++;
    } else
      g_string_append_c (run, *s++);
  }
  put_text (f, text, run);
  node_remove (text);
}

static void
walk_paragraph (Flow *f, xmlNode *n)
{
  for (xmlNode *c = n->children, *next; c; c = next) {
    next = c->next;
    if (c->type == XML_TEXT_NODE)
      split_text (f, c);
    else if (node_named (c, "footnote")) {
      node_set_int (c, "nr", ++*f->footnotes);
      paragraph (f->satz, f->footnotes, c);
      f->swallows = FALSE;
      f->last_blank = NULL;
    } else if (node_named (c, "br")) {
      f->swallows = TRUE;
      f->last_blank = NULL;
    } else if (c->type == XML_ELEMENT_NODE && c->children)
      walk_paragraph (f, c);
    else if (c->type == XML_ELEMENT_NODE) {
      f->swallows = FALSE;
      f->last_blank = NULL;
    }
  }
}

static void
text_of_attribute (xmlNode *n, const char *attribute)
{
  const char *value = node_get (n, attribute);
  if (!value)
    return;
  xmlNode *child = node_add (n, attribute);
  node_set_text (child, value);
  node_set (n, attribute, NULL);
}

static void
walk (xmlDoc *satz, gint64 *footnotes, xmlNode *n)
{
  if (node_named (n, "abschnitt"))
    text_of_attribute (n, "ueberschrift");
  else if (node_named (n, "anlage"))
    text_of_attribute (n, "titel");
  NODE_EACH (c, n, NULL) {
    if (doc_is_flow (c) && !node_named (c, "abschnitt") && !node_named (c, "anlage"))
      paragraph (satz, footnotes, c);
    else
      walk (satz, footnotes, c);
  }
}

void
flow_prepare (xmlDoc *satz, xmlNode *n)
{
  gint64 footnotes = 0;
  walk (satz, &footnotes, n);
}
