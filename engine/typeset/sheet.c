/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Compiles and runs stylesheets that travel in the binary.  Reads no file, writes none, knows no sheet by
 * name.  Called by typeset.c. */
#include "typeset/sheet.h"
#include "doc/open.h"
#include "base/error.h"
#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define URL_PREFIX "resource:/ratsweg/"
#define SHEET_PREFIX URL_PREFIX "xslt/"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xsltTransformContext, xsltFreeTransformContext)

static void note (void *user, const char *fmt, ...) G_GNUC_PRINTF (2, 3);

static void
note (void *user, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  if (user)
    g_string_append_vprintf (user, fmt, ap);
  va_end (ap);
}

static void
note_structured (void *user, xmlErrorPtr e)
{
  note (user, "%s", e->message ? e->message : "?");
}

/* The same document with its names in @dict: libxslt compares the names of one sheet and its imports by
 * their address. */
static xmlDoc *
with_dict (xmlDoc *take, xmlDict *dict)
{
  g_autoptr (xmlDoc) old = take;
  xmlDoc *xml = xmlNewDoc ((const xmlChar *) "1.0");
  xml->dict = dict;
  xmlDictReference (dict);
  xmlDocSetRootElement (xml, xmlDocCopyNode (xmlDocGetRootElement (old), xml, 1));
  return xml;
}

/* xsl:import gets sheets of the program; document() gets nothing. */
static xmlDoc *
load (const xmlChar *uri, xmlDict *dict, int options, void *ctxt, xsltLoadType type)
{
  (void) options;
  (void) ctxt;
  const char *url = (const char *) uri;
  if (type != XSLT_LOAD_STYLESHEET || !g_str_has_prefix (url, SHEET_PREFIX))
    return NULL;
  xmlDoc *xml = doc_parse_resource (url + strlen (URL_PREFIX), NULL);
  if (xml && dict)
    xml = with_dict (xml, dict);
  if (xml && !xml->URL)
    xml->URL = xmlStrdup (uri);
  return xml;
}

/* No file, no folder, no network, whatever a sheet says; kept to the end of the process. */
static xsltSecurityPrefs *
forbid_all (void)
{
  static const xsltSecurityOption all[] = { XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                            XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                            XSLT_SECPREF_WRITE_NETWORK };
  xsltSecurityPrefs *prefs = xsltNewSecurityPrefs ();
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    xsltSetSecurityPrefs (prefs, all[i], xsltSecurityForbid);
  return prefs;
}

static xsltSecurityPrefs *
library_init (void)
{
  static xsltSecurityPrefs *prefs;
  if (g_once_init_enter (&prefs)) {
    doc_library_init ();
    exsltRegisterAll ();
    xsltSetLoaderFunc (load);
    g_once_init_leave (&prefs, forbid_all ());
  }
  return prefs;
}

static xsltStylesheet *
compile (const char *path, GError **error)
{
  g_autofree char *url = g_strconcat (URL_PREFIX, path, NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  xsltSetGenericErrorFunc (said, note);
  xmlDoc *xml = load ((const xmlChar *) url, NULL, 0, NULL, XSLT_LOAD_STYLESHEET);
  xsltStylesheet *sheet = xml ? xsltParseStylesheetDoc (xml) : NULL;
  xsltSetGenericErrorFunc (NULL, note);
  if (sheet && sheet->errors == 0)
    return sheet;
  if (sheet)
    xsltFreeStylesheet (sheet);
  else if (xml)
    xmlFreeDoc (xml);
  fail (error, RATSWEG_ERROR_INTERNAL, "Das Stilblatt %s im Programm ist fehlerhaft (%s).", path,
        xml ? g_strchomp (said->str) : "nicht vorhanden");
  return NULL;
}

static xsltStylesheet *
sheet_get (const char *path, GError **error)
{
  static GHashTable *cache;
  static GMutex mutex;
  g_mutex_lock (&mutex);
  if (!cache)
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xsltStylesheet *sheet = g_hash_table_lookup (cache, path);
  if (!sheet && (sheet = compile (path, error)))
    g_hash_table_insert (cache, g_strdup (path), sheet);
  g_mutex_unlock (&mutex);
  return sheet;
}

static xmlDoc *
judge (xmlDoc *out, const xsltTransformContext *run, const char *path, GString *said, GError **error)
{
  g_strstrip (said->str);
  if (out && run->state == XSLT_STATE_OK && *said->str == '\0')
    return out;
  if (out)
    xmlFreeDoc (out);
  if (run->state == XSLT_STATE_STOPPED && *said->str)
    fail (error, RATSWEG_ERROR_INVALID, "%s", said->str);
  else
    fail (error, RATSWEG_ERROR_INTERNAL, "Das Stilblatt %s ist gescheitert (%s).", path, said->str);
  return NULL;
}

xmlDoc *
sheet_run (const char *path, xmlDoc *in, const char *teil, GError **error)
{
  xsltSecurityPrefs *prefs = library_init ();
  xsltStylesheet *sheet = sheet_get (path, error);
  if (!sheet)
    return NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (xsltTransformContext) run = xsltNewTransformContext (sheet, in);
  xsltSetCtxtSecurityPrefs (prefs, run);
  xsltSetTransformErrorFunc (run, said, note);
  run->xpathCtxt->error = note_structured;
  run->xpathCtxt->userData = said;
  if (teil)
    xsltQuoteOneUserParam (run, (const xmlChar *) "teil", (const xmlChar *) teil);
  xmlDoc *out = xsltApplyStylesheetUser (sheet, in, NULL, NULL, NULL, run);
  return judge (out, run, path, said, error);
}
