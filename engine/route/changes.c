/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What differs between two versions of a paper.  Judges nothing.  Called by effects-sign.c, effects-amend.c and
 * guards-amend.c. */
#include "route/changes.h"
#include "doc/write.h"

/* What is signed of the Beratungsfolge, in a document of its own: the stations of the council. */
static xmlDoc *
council_of (const Zug *z, const xmlNode *list)
{
  xmlDoc *d = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *copy = list ? xmlDocCopyNode ((xmlNode *) list, d, 1) : NULL;
  if (copy)
    xmlDocSetRootElement (d, copy);
  for (xmlNode *n = node_child (copy, "station"), *next; n; n = next) {
    next = node_next (n, "station");
    if (zug_intern (z, node_get (n, "gremium")))
      node_remove (n);
  }
  return d;
}

static gboolean
council_differs (const Zug *z, const xmlNode *a, const xmlNode *b)
{
  g_autoptr (xmlDoc) x = council_of (z, a), y = council_of (z, b);
  return !doc_same_parts (xmlDocGetRootElement (x), xmlDocGetRootElement (y));
}

static xmlNode *
same_section (const xmlNode *root, const xmlNode *section)
{
  const char *id = node_get (section, "id");
  return id ? node_find (root, "abschnitt", "id", id) : NULL;
}

static gboolean
is_substance (const Zug *z, const xmlNode *section)
{
  xmlNode *row = regeln_entry (z->regeln, "abschnittsart", node_get (section, "art"));
  return !node_is (row, "klasse", "redaktionell");
}

/* Notes a changed section under its class. */
static void
note_section (const Zug *z, const xmlNode *n, GPtrArray *substance, GPtrArray *editorial)
{
  g_ptr_array_add (is_substance (z, n) ? substance : editorial,
                   g_strdup (regeln_word (z->regeln, "abschnittsart", node_get (n, "art"))));
}

static void
compare_sections (const Zug *z, const xmlNode *old, const xmlNode *new, GPtrArray *substance,
                  GPtrArray *editorial)
{
  NODE_EACH (n, new, "abschnitt") {
    const xmlNode *o = same_section (old, n);
    /* What was substance does not get out of it under another name. */
    if (!doc_same_parts (o, n))
      note_section (z, o && is_substance (z, o) ? o : n, substance, editorial);
  }
  NODE_EACH (o, old, "abschnitt")
    if (!same_section (new, o))
      note_section (z, o, substance, editorial);
}

void
changes_of (const Zug *z, const xmlNode *old, const xmlNode *new, GPtrArray *substance,
            GPtrArray *editorial)
{
  static const struct {
    const char *name, *word;
    gboolean substance;
  } parts[] = { { "kopf", "Kopf", FALSE },
                { "titel", "Titel", FALSE },
                { "bezuege", "Bezüge", FALSE },
                { "anlagen", "Anlagen", TRUE } };
  const xmlNode *before = node_child (old, "beratungsfolge"),
                *after = node_child (new, "beratungsfolge");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!doc_same_parts (node_child (old, parts[i].name), node_child (new, parts[i].name)))
      g_ptr_array_add (parts[i].substance ? substance : editorial, g_strdup (parts[i].word));
  if (!doc_same_parts (before, after))
    g_ptr_array_add (council_differs (z, before, after) ? substance : editorial,
                     g_strdup ("Beratungsfolge"));
  if (!node_is (new, "oeffentlich", node_get (old, "oeffentlich")))
    g_ptr_array_add (substance, g_strdup ("Öffentlichkeit"));
  if (!node_is (new, "art", node_get (old, "art")))
    g_ptr_array_add (substance, g_strdup ("Papierart"));
  compare_sections (z, old, new, substance, editorial);
}
