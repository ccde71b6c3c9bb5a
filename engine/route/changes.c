/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What differs between two versions of a paper.  Judges nothing.  Called by effects-sign.c, effects-amend.c and
 * guards-amend.c. */
#include "route/changes.h"
#include "doc/write.h"

static GBytes *
part_bytes (const xmlNode *n)
{
  g_autoptr (xmlDoc) d = xmlNewDoc ((const xmlChar *) "1.0");
  if (!n)
    return g_bytes_new (NULL, 0);
  xmlNode *copy = xmlDocCopyNode ((xmlNode *) n, d, 1);
  xmlDocSetRootElement (d, copy);
  return doc_canonical (d);
}

/* What is signed of the Beratungsfolge: the stations of the council. */
static GBytes *
council_bytes (const Zug *z, const xmlNode *list)
{
  if (!list)
    return part_bytes (NULL);
  g_autoptr (xmlDoc) d = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *copy = xmlDocCopyNode ((xmlNode *) list, d, 1);
  xmlDocSetRootElement (d, copy);
  for (xmlNode *n = node_child (copy, "station"), *next; n; n = next) {
    next = node_next (n, "station");
    if (zug_intern (z, node_get (n, "gremium")))
      node_remove (n);
  }
  return doc_canonical (d);
}

static gboolean
council_differs (const Zug *z, const xmlNode *a, const xmlNode *b)
{
  g_autoptr (GBytes) x = council_bytes (z, a), y = council_bytes (z, b);
  return !g_bytes_equal (x, y);
}

gboolean
changes_differ (const xmlNode *a, const xmlNode *b)
{
  g_autoptr (GBytes) x = part_bytes (a), y = part_bytes (b);
  return !g_bytes_equal (x, y);
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
    if (changes_differ (o, n))
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
    if (changes_differ (node_child (old, parts[i].name), node_child (new, parts[i].name)))
      g_ptr_array_add (parts[i].substance ? substance : editorial, g_strdup (parts[i].word));
  if (changes_differ (before, after))
    g_ptr_array_add (council_differs (z, before, after) ? substance : editorial,
                     g_strdup ("Beratungsfolge"));
  if (!node_is (new, "oeffentlich", node_get (old, "oeffentlich")))
    g_ptr_array_add (substance, g_strdup ("Öffentlichkeit"));
  if (!node_is (new, "art", node_get (old, "art")))
    g_ptr_array_add (substance, g_strdup ("Papierart"));
  compare_sections (z, old, new, substance, editorial);
}
