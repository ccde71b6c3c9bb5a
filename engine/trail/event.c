/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Events: their fields, and their canonical bytes.  Does not say what a step means and keeps nothing.
 * Called by ratsweg.c and store/. */
#include "trail/event-tree.h"
#include "doc/open.h"
#include "doc/write.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

void
event_doc_free (gpointer p)
{
  EventDoc *d = p;
  g_free (d->art);
  g_free (d->kennung);
  g_free (d->kennung_vorher);
  g_free (d->commitment_vorher);
  g_free (d->commitment_nachher);
  g_free (d);
}

void
event_rules_free (gpointer p)
{
  EventRules *r = p;
  g_free (r->kennung);
  g_free (r->sha256);
  g_free (r);
}

Event *
event_new (void)
{
  Event *e = g_new0 (Event, 1);
  e->dokumente = g_ptr_array_new_with_free_func (event_doc_free);
  e->regeln = g_ptr_array_new_with_free_func (event_rules_free);
  e->einwaende = g_ptr_array_new_with_free_func (g_free);
  return e;
}

void
event_free (Event *e)
{
  if (!e)
    return;
  char *texts[] = { e->art,     e->anfrage, e->wirksam, e->vorher,     e->programm,
                    e->akteur,  e->rolle,   e->fuer,    e->objekt_art, e->objekt,
                    e->station, e->von,     e->nach,    e->code,       e->grund };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (e->dokumente);
  g_ptr_array_unref (e->regeln);
  g_ptr_array_unref (e->einwaende);
  g_free (e);
}

EventDoc *
event_add_doc (Event *e, const char *art, const char *kennung)
{
  EventDoc *d = g_new0 (EventDoc, 1);
  d->art = g_strdup (art);
  d->kennung = g_strdup (kennung);
  g_ptr_array_add (e->dokumente, d);
  return d;
}

void
event_add_rules (Event *e, const char *kennung, guint stand, const char *sha256)
{
  EventRules *r = g_new0 (EventRules, 1);
  r->kennung = g_strdup (kennung);
  r->stand = stand;
  r->sha256 = g_strdup (sha256);
  g_ptr_array_add (e->regeln, r);
}

/* -- what may stand in an event -- */

static gboolean
hex_ok (const char *s, gsize bytes)
{
  guint8 buf[HASH_BYTES];
  return hex_decode (s, buf, bytes);
}

static gboolean
all_clean (const Event *e, char **ret_why)
{
  const char *texts[] = { e->art,     e->programm, e->rolle, e->objekt_art, e->objekt,
                          e->station, e->von,      e->nach,  e->code };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] && !text_clean (texts[i], ret_why))
      return FALSE;
  for (guint i = 0; i < e->einwaende->len; i++)
    if (!text_clean (e->einwaende->pdata[i], ret_why))
      return FALSE;
  return TRUE;
}

static gboolean
docs_ok (const Event *e, char **ret_why)
{
  for (guint i = 0; i < e->dokumente->len; i++) {
    const EventDoc *d = e->dokumente->pdata[i];
    if (!d->art || !hex_ok (d->commitment_nachher, HASH_BYTES) ||
        (d->commitment_vorher && !hex_ok (d->commitment_vorher, HASH_BYTES))) {
      *ret_why = g_strdup_printf ("dokument %u ohne Art oder gültiges Commitment", i + 1);
      return FALSE;
    }
    if (!text_clean (d->art, ret_why) || (d->kennung && !text_clean (d->kennung, ret_why)) ||
        (d->kennung_vorher && !text_clean (d->kennung_vorher, ret_why)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
rules_ok (const Event *e, char **ret_why)
{
  for (guint i = 0; i < e->regeln->len; i++) {
    const EventRules *r = e->regeln->pdata[i];
    if (!r->kennung || !hex_ok (r->sha256, HASH_BYTES)) {
      *ret_why = g_strdup_printf ("regeln %u ohne Kennung oder gültige SHA-256-Summe", i + 1);
      return FALSE;
    }
    if (!text_clean (r->kennung, ret_why))
      return FALSE;
  }
  return TRUE;
}

gboolean
event_check (const Event *e, char **ret_why)
{
  const char *why = NULL;
  *ret_why = NULL;
  if (!e->art || !e->programm)
    why = "art oder programm fehlt";
  else if (!hex_ok (e->anfrage, 16))
    why = "anfrage ist keine Kennzahl von 32 Ziffern";
  else if (!day_valid (e->wirksam))
    why = "wirksam ist kein Tag";
  else if ((e->seq == 0) != !e->vorher || (e->vorher && !hex_ok (e->vorher, HASH_BYTES)))
    why = "vorher ist nicht die Prüfsumme eines vorigen Ereignisses";
  else if ((e->akteur && !hex_ok (e->akteur, 16)) || (e->fuer && !hex_ok (e->fuer, 16)))
    why = "akteur oder fuer ist keine Kennzahl von 32 Ziffern";
  else if (!e->akteur && (e->rolle || e->fuer))
    why = "rolle oder fuer ohne akteur";
  else if (e->grund && !hex_ok (e->grund, HASH_BYTES))
    why = "grund ist kein Commitment";
  if (why) {
    *ret_why = g_strdup (why);
    return FALSE;
  }
  return all_clean (e, ret_why) && docs_ok (e, ret_why) && rules_ok (e, ret_why);
}

/* -- the shape -- */

static void
set_number (xmlNode *n, const char *name, guint64 value)
{
  char buf[32];
  g_snprintf (buf, sizeof buf, "%" G_GUINT64_FORMAT, value);
  node_set (n, name, buf);
}

static void
set_instant (xmlNode *n, const char *name, gint64 value)
{
  g_autofree char *text = instant_format (value);
  node_set (n, name, text);
}

static void
add_head (xmlNode *root, const Event *e)
{
  set_number (root, "seq", e->seq);
  set_instant (root, "zeit", e->zeit);
  if (e->uhr != e->zeit)
    set_instant (root, "uhr", e->uhr);
  node_set (root, "art", e->art);
  node_set (root, "anfrage", e->anfrage);
  set_number (root, "teil", e->teil);
  node_set (root, "wirksam", e->wirksam);
  node_set (root, "vorher", e->vorher);
  node_set (root, "programm", e->programm);
  node_set (root, "probe", e->probe ? "ja" : NULL);
  if (e->akteur) {
    xmlNode *n = node_add (root, "akteur");
    node_set (n, "id", e->akteur);
    node_set (n, "rolle", e->rolle);
    node_set (n, "fuer", e->fuer);
  }
}

static void
add_object (xmlNode *root, const Event *e)
{
  if (!e->objekt_art && !e->objekt && !e->station && !e->von && !e->nach && !e->code)
    return;
  xmlNode *n = node_add (root, "objekt");
  node_set (n, "art", e->objekt_art);
  node_set (n, "kennung", e->objekt);
  node_set (n, "station", e->station);
  node_set (n, "von", e->von);
  node_set (n, "nach", e->nach);
  node_set (n, "code", e->code);
}

static void
add_docs (xmlNode *root, const Event *e)
{
  for (guint i = 0; i < e->dokumente->len; i++) {
    const EventDoc *d = e->dokumente->pdata[i];
    xmlNode *n = node_add (root, "dokument");
    node_set (n, "art", d->art);
    node_set (n, "kennung", d->kennung);
    node_set (n, "kennung-vorher", d->kennung_vorher);
    set_number (n, "vorher", d->vorher);
    set_number (n, "nachher", d->nachher);
    node_set (n, "commitment-vorher", d->commitment_vorher);
    node_set (n, "commitment-nachher", d->commitment_nachher);
  }
}

static void
add_rest (xmlNode *root, const Event *e)
{
  for (guint i = 0; i < e->regeln->len; i++) {
    const EventRules *r = e->regeln->pdata[i];
    xmlNode *n = node_add (root, "regeln");
    node_set (n, "kennung", r->kennung);
    set_number (n, "stand", r->stand);
    node_set (n, "sha256", r->sha256);
  }
  if (e->grund)
    node_set (node_add (root, "grund"), "commitment", e->grund);
  for (guint i = 0; i < e->einwaende->len; i++)
    node_set (node_add (root, "einwand"), "waechter", e->einwaende->pdata[i]);
}

xmlDoc *
event_tree (const Event *e)
{
  xmlDoc *xml = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (xml, NULL, (const xmlChar *) "ereignis", NULL);
  xmlDocSetRootElement (xml, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *) EVENT_NS, NULL));
  add_head (root, e);
  add_object (root, e);
  add_docs (root, e);
  add_rest (root, e);
  return xml;
}

/* What is kept must come back as it was from any reader: parsed and canonicalised again, the same bytes. */
static gboolean
repeats (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (xmlDoc) again = doc_parse (bytes, name, error);
  g_autoptr (GBytes) second = again ? doc_canonical (again) : NULL;
  if (!again)
    return FALSE;
  if (!second || !g_bytes_equal (bytes, second))
    return fail (error, RATSWEG_ERROR_INTERNAL,
                 "%s: die kanonische Form wiederholt sich nicht; der Schritt wird nicht aufgenommen.",
                 name);
  return TRUE;
}

GBytes *
event_write (const Event *e, GError **error)
{
  g_autofree char *why = NULL;
  g_autofree char *name = g_strdup_printf ("Ereignis %" G_GUINT64_FORMAT, e->seq);
  if (!event_check (e, &why)) {
    fail (error, RATSWEG_ERROR_INTERNAL, "%s kann nicht aufgenommen werden: %s.", name, why);
    return NULL;
  }
  g_autoptr (xmlDoc) xml = event_tree (e);
  g_autoptr (GBytes) bytes = doc_canonical (xml);
  if (!bytes) {
    fail (error, RATSWEG_ERROR_INTERNAL, "%s hat keine kanonische Form.", name);
    return NULL;
  }
  return repeats (bytes, name, error) ? g_steal_pointer (&bytes) : NULL;
}
