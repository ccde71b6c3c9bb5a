/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Documents: kind, DOM, bytes.  Decides nothing.  Called by everything above doc/. */
#include "doc/doc.h"
#include "doc/open.h"
#include "doc/schema.h"
#include "doc/write.h"
#include "base/error.h"
#include <string.h>

struct _Doc {
  gatomicrefcount refs;
  DocArt art;
  xmlDoc *xml;
  GBytes *raw;   /* only for kinds that are kept byte for byte */
  char *kennung; /* only for letterheads */
  char *quelle;
};

static const char *const names[DOC_N_ARTEN] = { "vorlage",  "sitzung", "gremium",  "stelle",
                                                "benutzer", "person",  "zaehler",  "auftrag",
                                                "regeln",   "profil",  "briefkopf" };

const char *
doc_art_name (DocArt art)
{
  return names[art];
}

gboolean
doc_art_parse (const char *name, DocArt *ret_art)
{
  for (int i = 0; i < DOC_N_ARTEN; i++)
    if (g_strcmp0 (names[i], name) == 0) {
      *ret_art = (DocArt) i;
      return TRUE;
    }
  return FALSE;
}

static Doc *
doc_new (DocArt art, xmlDoc *take_xml, GBytes *raw, const char *kennung, const char *quelle)
{
  Doc *d = g_new0 (Doc, 1);
  g_atomic_ref_count_init (&d->refs);
  d->art = art;
  d->xml = take_xml;
  d->raw = raw ? g_bytes_ref (raw) : NULL;
  d->kennung = g_strdup (kennung);
  d->quelle = g_strdup (quelle);
  return d;
}

static gboolean
kept_raw (DocArt art)
{
  return art == DOC_REGELN || art == DOC_PROFIL || art == DOC_BRIEFKOPF;
}

static gboolean
art_of_root (xmlDoc *xml, const char *quelle, DocArt *ret, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (xml);
  gboolean ours = root->ns && strcmp ((const char *) root->ns->href, RATSWEG_NS) == 0;
  if (ours && doc_art_parse ((const char *) root->name, ret) && *ret != DOC_BRIEFKOPF)
    return TRUE;
  return fail (error, RATSWEG_ERROR_INVALID,
               "%s, Zeile %ld: das Wurzelelement „%s“%s ist unbekannt; erwartet wird vorlage, sitzung, "
               "gremium, stelle, benutzer, zaehler, auftrag, regeln oder profil im Namensraum %s.",
               quelle, xmlGetLineNo (root), (const char *) root->name,
               ours ? "" : " (in einem anderen Namensraum)", RATSWEG_NS);
}

Doc *
doc_open (GBytes *bytes, const char *quelle, GError **error)
{
  DocArt art;
  g_autoptr (xmlDoc) xml = doc_parse (bytes, quelle, error);
  if (!xml || !art_of_root (xml, quelle, &art, error))
    return NULL;
  if (!kept_raw (art) && !doc_normalise (xml, quelle, error))
    return NULL;
  g_autoptr (Doc) d = doc_new (art, g_steal_pointer (&xml), kept_raw (art) ? bytes : NULL, NULL, quelle);
  return doc_validate (d, error) ? g_steal_pointer (&d) : NULL;
}

Doc *
doc_open_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = doc_read (path, error);
  return bytes ? doc_open (bytes, path, error) : NULL;
}

Doc *
doc_open_letterhead (GBytes *bytes, const char *kennung, const char *quelle, GError **error)
{
  xmlDoc *xml = doc_parse (bytes, quelle, error);
  return xml ? doc_new (DOC_BRIEFKOPF, xml, bytes, kennung, quelle) : NULL;
}

Doc *
doc_open_stored (DocArt art, const char *kennung, GBytes *bytes, const char *quelle, GError **error)
{
  xmlDoc *xml = doc_parse (bytes, quelle, error);
  if (!xml)
    return NULL;
  if (!kept_raw (art) && !doc_normalise (xml, quelle, error)) {
    xmlFreeDoc (xml);
    return NULL;
  }
  return doc_new (art, xml, kept_raw (art) ? bytes : NULL, art == DOC_BRIEFKOPF ? kennung : NULL,
                  quelle);
}

Doc *
doc_begin (DocArt art, const char *quelle)
{
  xmlDoc *xml = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (xml, NULL, (const xmlChar *) doc_art_name (art), NULL);
  xmlDocSetRootElement (xml, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *) RATSWEG_NS, NULL));
  return doc_new (art, xml, NULL, NULL, quelle);
}

Doc *
doc_finish (const Doc *begun, GError **error)
{
  g_autoptr (GBytes) bytes = doc_write (begun->xml);
  return doc_open (bytes, begun->quelle, error);
}

Doc *
doc_ref (Doc *d)
{
  g_atomic_ref_count_inc (&d->refs);
  return d;
}

void
doc_unref (Doc *d)
{
  if (!d || !g_atomic_ref_count_dec (&d->refs))
    return;
  xmlFreeDoc (d->xml);
  if (d->raw)
    g_bytes_unref (d->raw);
  g_free (d->kennung);
  g_free (d->quelle);
  g_free (d);
}

Doc *
doc_copy (const Doc *d)
{
  return doc_new (d->art, xmlCopyDoc (d->xml, 1), d->raw, d->kennung, d->quelle);
}

DocArt
doc_art (const Doc *d)
{
  return d->art;
}

xmlNode *
doc_root (const Doc *d)
{
  return xmlDocGetRootElement (d->xml);
}

const char *
doc_kennung (const Doc *d)
{
  return d->kennung ? d->kennung : node_get (doc_root (d), "kennung");
}

guint
doc_stand (const Doc *d)
{
  return kept_raw (d->art) ? 0 : (guint) node_get_int (doc_root (d), "stand", 0);
}

const char *
doc_quelle (const Doc *d)
{
  return d->quelle;
}

GBytes *
doc_bytes (const Doc *d)
{
  return d->raw ? g_bytes_ref (d->raw) : doc_write (d->xml);
}

gboolean
doc_validate (Doc *d, GError **error)
{
  return d->art == DOC_BRIEFKOPF || schema_check (d->art, d->xml, d->quelle, error);
}
