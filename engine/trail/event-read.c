/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Kept bytes as an event.  Strict by one rule: the fields that were read, written again, must give the same
 * bytes; so nothing unknown, doubled, misplaced or not canonical passes.  Called by store/ and report/. */
#include "trail/event-tree.h"
#include "doc/open.h"
#include "doc/write.h"
#include "base/date.h"
#include "base/error.h"
#include <string.h>

static guint64
get_number (const xmlNode *n, const char *name)
{
  const char *s = node_get (n, name);
  return s ? g_ascii_strtoull (s, NULL, 10) : 0;
}

static char *
get_text (const xmlNode *n, const char *name)
{
  return g_strdup (node_get (n, name));
}

static gboolean
read_head (Event *e, const xmlNode *root)
{
  e->seq = get_number (root, "seq");
  e->art = get_text (root, "art");
  e->anfrage = get_text (root, "anfrage");
  e->teil = (guint) get_number (root, "teil");
  e->wirksam = get_text (root, "wirksam");
  e->vorher = get_text (root, "vorher");
  e->programm = get_text (root, "programm");
  e->probe = node_is (root, "probe", "ja");
  if (!instant_parse (node_get (root, "zeit"), &e->zeit))
    return FALSE;
  e->uhr = e->zeit;
  return !node_get (root, "uhr") || instant_parse (node_get (root, "uhr"), &e->uhr);
}

static void
read_who (Event *e, const xmlNode *root)
{
  const xmlNode *a = node_child (root, "akteur"), *o = node_child (root, "objekt");
  e->akteur = get_text (a, "id");
  e->rolle = get_text (a, "rolle");
  e->fuer = get_text (a, "fuer");
  e->objekt_art = get_text (o, "art");
  e->objekt = get_text (o, "kennung");
  e->station = get_text (o, "station");
  e->von = get_text (o, "von");
  e->nach = get_text (o, "nach");
  e->code = get_text (o, "code");
  e->grund = get_text (node_child (root, "grund"), "commitment");
}

static void
read_lists (Event *e, const xmlNode *root)
{
  NODE_EACH (n, root, "dokument") {
    EventDoc *d = event_add_doc (e, node_get (n, "art"), node_get (n, "kennung"));
    d->kennung_vorher = get_text (n, "kennung-vorher");
    d->vorher = (guint) get_number (n, "vorher");
    d->nachher = (guint) get_number (n, "nachher");
    d->commitment_vorher = get_text (n, "commitment-vorher");
    d->commitment_nachher = get_text (n, "commitment-nachher");
  }
  NODE_EACH (n, root, "regeln")
    event_add_rules (e, node_get (n, "kennung"), (guint) get_number (n, "stand"),
                     node_get (n, "sha256"));
  NODE_EACH (n, root, "einwand")
    g_ptr_array_add (e->einwaende, g_strdup (node_get (n, "waechter") ? node_get (n, "waechter") : ""));
}

static gboolean
same_again (const Event *e, GBytes *bytes)
{
  g_autoptr (xmlDoc) xml = event_tree (e);
  g_autoptr (GBytes) again = doc_canonical (xml);
  return again && g_bytes_equal (again, bytes);
}

Event *
event_read (GBytes *bytes, GError **error)
{
  g_autofree char *why = NULL;
  g_autoptr (GError) broken = NULL;
  g_autoptr (Event) e = event_new ();
  g_autoptr (xmlDoc) xml = doc_parse (bytes, "Ereignis", &broken);
  if (!xml) {
    fail (error, RATSWEG_ERROR_DAMAGED, "Das Ereignis ist beschädigt: %s", broken->message);
    return NULL;
  }
  const xmlNode *root = xmlDocGetRootElement (xml);
  gboolean zeit = read_head (e, root);
  read_who (e, root);
  read_lists (e, root);
  if (!zeit || !event_check (e, &why)) {
    fail (error, RATSWEG_ERROR_DAMAGED, "Das Ereignis ist beschädigt: %s.",
          why ? why : "zeit oder uhr ist kein Zeitpunkt");
    return NULL;
  }
  if (!same_again (e, bytes)) {
    fail (error, RATSWEG_ERROR_DAMAGED,
          "Das Ereignis ist beschädigt: es hält Unbekanntes oder ist nicht in kanonischer Form.");
    return NULL;
  }
  return g_steal_pointer (&e);
}
