/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The gate: bytes to a DOM, or a refusal.  Knows no kind of document.  Called by doc.c, rules/, trail/,
 * typeset/. */
#include "doc/open.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "base/resources.h"
#include <fcntl.h>
#include <libxml/catalog.h>
#include <libxml/chvalid.h>
#include <libxml/xmlerror.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RESOURCE_PREFIX "resource:/ratsweg/"
#define LIBRARY_MOST 200 /* characters of libxml2's own words, which may repeat names of any length */

GBytes *
doc_resource (const char *path, GError **error)
{
  doc_library_init ();
  g_autofree char *full = g_strconcat ("/ratsweg/", path, NULL);
  g_autoptr (GError) gone = NULL;
  GBytes *bytes = g_resource_lookup_data (ratsweg_get_resource (), full, 0, &gone);
  if (!bytes)
    fail (error, RATSWEG_ERROR_INTERNAL, "Im Programm fehlt der Bestandteil %s.", path);
  return bytes;
}

/* Serves what travels in the binary and refuses all else: no file, no network (also for includes). */
static xmlParserInputPtr
load_entity (const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
  (void) id;
  if (!url || !g_str_has_prefix (url, RESOURCE_PREFIX))
    return NULL;
  g_autoptr (GBytes) bytes = doc_resource (url + strlen (RESOURCE_PREFIX), NULL);
  if (!bytes)
    return NULL;
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  xmlParserInputBufferPtr buf = xmlParserInputBufferCreateMem (p, (int) n, XML_CHAR_ENCODING_UTF8);
  xmlParserInputPtr in = buf ? xmlNewIOInputStream (ctxt, buf, XML_CHAR_ENCODING_UTF8) : NULL;
  if (in)
    in->filename = (const char *) xmlStrdup ((const xmlChar *) url);
  return in;
}

static void
quiet (void *user, xmlErrorPtr e)
{
  (void) user;
  (void) e;
}

void
doc_library_init (void)
{
  static gsize done;
  if (!g_once_init_enter (&done))
    return;
  LIBXML_TEST_VERSION
  ratsweg_register_resource ();
  xmlInitParser ();
  xmlCatalogSetDefaults (XML_CATA_ALLOW_NONE);
  xmlSetExternalEntityLoader (load_entity);
  xmlSetStructuredErrorFunc (NULL, quiet);
  g_once_init_leave (&done, 1);
}

typedef struct {
  const char *text;
  gsize size;
  int code, line;
  long column;  /* in characters from 1; 0 where it is not known */
  guint32 sign; /* the character that was refused, if the code says so */
  char *message;
  gboolean doctype;
} Trouble;

/* libxml2 has read on to the end of a reference and counts bytes, so the column is found anew; an error of
 * the whole document has none. */
static long
error_column (const Trouble *t, const xmlError *e)
{
  gboolean whole = e->code == XML_ERR_DOCUMENT_EMPTY || e->code == XML_ERR_INTERNAL_ERROR;
  long offset = whole || !e->ctxt ? -1 : xmlByteConsumed (e->ctxt);
  if (offset < 0 || (gsize) offset > t->size)
    return 0;
  const char *at = t->text + offset;
  if (e->code == XML_ERR_INVALID_CHAR)
    while (at > t->text && *at != '&')
      at--;
  guint line;
  long column;
  text_place (t->text, at, &line, &column);
  return column;
}

static void
note_first (void *user, xmlErrorPtr e)
{
  Trouble *t = user;
  if (t->code != 0 || e->level < XML_ERR_ERROR)
    return;
  t->code = e->code;
  t->line = e->line;
  t->column = error_column (t, e);
  t->sign = (guint32) e->int1;
  g_autofree char *valid = g_utf8_make_valid (e->message ? e->message : "", -1);
  t->message = text_short (g_strchomp (valid), LIBRARY_MOST);
}

/* A DOCTYPE is refused before its declarations are read, harmless or not. */
static void
stop_at_doctype (void *ctx, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  (void) name;
  (void) external;
  (void) system;
  xmlParserCtxt *ctxt = ctx;
  ((Trouble *) ctxt->_private)->doctype = TRUE;
  ((Trouble *) ctxt->_private)->line = ctxt->input ? ctxt->input->line : 1;
  xmlStopParser (ctxt);
}

static char *
explain_forbidden (guint32 c)
{
  return g_strdup_printf ("kein wohlgeformtes XML (das Zeichen U+%04X, das XML nicht tragen kann); "
                          "erwartet wird Text ohne Steuerzeichen",
                          c);
}

static char *
explain (const Trouble *t)
{
  switch (t->code) {
  case XML_ERR_DOCUMENT_EMPTY:
    return g_strdup ("die Datei ist leer oder kein XML; erwartet wird ein XML-Dokument");
  case XML_ERR_TAG_NAME_MISMATCH:
  case XML_ERR_TAG_NOT_FINISHED:
    return g_strdup ("ein Element ist nicht oder falsch geschlossen; erwartet wird zu jedem Anfang das "
                     "passende Ende");
  case XML_ERR_INVALID_CHAR:
    return explain_forbidden (t->sign);
  case XML_ERR_UNDECLARED_ENTITY:
  case XML_WAR_UNDECLARED_ENTITY:
    return g_strdup ("eine unbekannte Entität; erwartet werden nur &amp; &lt; &gt; &quot; &apos;");
  case XML_ERR_ATTRIBUTE_REDEFINED:
    return g_strdup ("ein Attribut steht doppelt; erwartet wird jedes nur einmal");
  case XML_ERR_DOCUMENT_END:
    return g_strdup ("nach dem Ende des Dokuments folgt noch etwas; erwartet wird genau ein "
                     "Wurzelelement");
  case XML_ERR_INTERNAL_ERROR:
    /* The parser's own bound lies behind ours. */
    if (t->message && strstr (t->message, "depth"))
      return g_strdup_printf ("tiefer als %d Ebenen verschachtelt; erwartet werden weniger",
                              DOC_MAX_DEPTH);
    G_GNUC_FALLTHROUGH;
  default:
    return g_strdup_printf ("kein wohlgeformtes XML (%s); erwartet wird ein wohlgeformtes Dokument",
                            t->message ? t->message : "?");
  }
}

/* The first place in a text that XML cannot carry: a byte that is no UTF-8, or a forbidden character; else
 * NULL. */
static const char *
find_forbidden (const char *p, gsize n)
{
  const char *bad;
  g_utf8_validate_len (p, n, &bad);
  for (const char *c = p; c < bad; c = g_utf8_next_char (c))
    if (!xmlIsCharQ (g_utf8_get_char (c)))
      return c;
  return bad < p + n ? bad : NULL;
}

static gboolean
fail_forbidden (const char *p, const char *at, gsize n, const char *quelle, GError **error)
{
  guint line;
  long column;
  text_place (p, at, &line, &column);
  gunichar c = g_utf8_get_char_validated (at, (gssize) n);
  if (c > G_MAXINT32)
    return fail (
      error, RATSWEG_ERROR_INVALID,
      "%s, Zeile %u, Spalte %ld: kein wohlgeformtes XML (das Byte %02X ist kein UTF-8); erwartet "
      "wird ein XML-Dokument in UTF-8.",
      quelle, line, column, (guint8) *at);
  g_autofree char *why = explain_forbidden (c);
  return fail (error, RATSWEG_ERROR_INVALID, "%s, Zeile %u, Spalte %ld: %s.", quelle, line, column, why);
}

/* libxml2 names neither such bytes nor, everywhere, such characters. */
static gboolean
check_encoding (GBytes *bytes, const char *quelle, GError **error)
{
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  if (n == 0)
    return fail (error, RATSWEG_ERROR_INVALID, "%s: die Datei ist leer; erwartet wird ein XML-Dokument.",
                 quelle);
  if (n > DOC_MAX_BYTES)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s: %" G_GSIZE_FORMAT " Bytes; erwartet werden höchstens 8 MB. Abhilfe: große Teile "
                 "als Anlage beifügen.",
                 quelle, n);
  const char *bad = find_forbidden (p, n);
  return !bad || fail_forbidden (p, bad, (gsize) (p + n - bad), quelle, error);
}

/* Levels are counted from the root as 1, whatever the innermost element holds. */
static gboolean
check_depth (xmlDoc *xml, const char *quelle, GError **error)
{
  int depth = 1;
  for (xmlNode *n = xmlDocGetRootElement (xml); n;) {
    if (n->type == XML_ELEMENT_NODE && depth > DOC_MAX_DEPTH)
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s, Zeile %ld: tiefer als %d Ebenen verschachtelt; erwartet werden weniger.", quelle,
                   xmlGetLineNo (n), DOC_MAX_DEPTH);
    if (n->type == XML_ELEMENT_NODE && n->children) {
      depth++;
      n = n->children;
      continue;
    }
    while (n && !n->next) {
      n = n->parent && n->parent->type == XML_ELEMENT_NODE ? n->parent : NULL;
      depth--;
    }
    n = n ? n->next : NULL;
  }
  return TRUE;
}

static xmlDoc *
refuse (const Trouble *t, const char *quelle, GError **error)
{
  if (t->doctype)
    fail (error, RATSWEG_ERROR_INVALID,
          "%s, Zeile %d: eine Dokumenttyp-Deklaration (DOCTYPE) wird nicht angenommen; erwartet wird "
          "ein Dokument ohne DOCTYPE und ohne eigene Entitäten.",
          quelle, t->line);
  else {
    g_autofree char *why = explain (t);
    g_autofree char *column = t->column > 0 ? g_strdup_printf (", Spalte %ld", t->column) : NULL;
    fail (error, RATSWEG_ERROR_INVALID, "%s, Zeile %d%s: %s.", quelle, t->line, column ? column : "",
          why);
  }
  return NULL;
}

xmlDoc *
doc_parse (GBytes *bytes, const char *quelle, GError **error)
{
  doc_library_init ();
  if (!check_encoding (bytes, quelle, error))
    return NULL;
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  Trouble t = { .text = p, .size = n };
  g_autoptr (xmlParserCtxt) ctxt = xmlNewParserCtxt ();
  ctxt->_private = &t;
  ctxt->sax->internalSubset = stop_at_doctype;
  xmlSetStructuredErrorFunc (&t, note_first);
  g_autoptr (xmlDoc) xml = xmlCtxtReadMemory (ctxt, p, (int) n, NULL, NULL,
                                              XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
  xmlSetStructuredErrorFunc (NULL, quiet);
  g_autofree char *message = t.message;
  if (t.doctype || !xml || t.code != 0 || !xmlDocGetRootElement (xml))
    return refuse (&t, quelle, error);
  if (xml->encoding && g_ascii_strcasecmp ((const char *) xml->encoding, "UTF-8") != 0) {
    g_autofree char *said = text_short ((const char *) xml->encoding, LIBRARY_MOST);
    fail (error, RATSWEG_ERROR_INVALID,
          "%s, Zeile 1: die Kodierung %s wird nicht angenommen; erwartet wird UTF-8.", quelle, said);
    return NULL;
  }
  if (!check_depth (xml, quelle, error))
    return NULL;
  return g_steal_pointer (&xml);
}

/* -- files that are too large -- */

/* Characters in one piece from which on it is worth a word in the message. */
#define LARGE_PART (1024 * 1024)

/* Where most of a document's characters are in one piece: a text, or the values of a start tag. */
typedef struct {
  xmlParserCtxt *ctxt;
  GPtrArray *open; /* names of the open elements */
  gsize here;
  char *name;
  gsize most;
  int line;
} Longest;

static void
note_piece (Longest *l, gsize size)
{
  if (size <= l->most || l->open->len == 0)
    return;
  g_free (l->name);
  l->name = text_short (l->open->pdata[l->open->len - 1], LIBRARY_MOST);
  l->most = size;
  l->line = l->ctxt->input ? l->ctxt->input->line : 0;
}

static void
longest_start (void *user, const xmlChar *name, const xmlChar **values)
{
  Longest *l = user;
  gsize size = 0;
  g_ptr_array_add (l->open, g_strdup ((const char *) name));
  for (guint i = 0; values && values[i]; i += 2)
    size += (gsize) g_utf8_strlen ((const char *) values[i + 1], -1);
  note_piece (l, size);
  l->here = 0;
  if (l->open->len > DOC_MAX_DEPTH)
    xmlStopParser (l->ctxt);
}

static void
longest_end (void *user, const xmlChar *name)
{
  Longest *l = user;
  (void) name;
  if (l->open->len > 0)
    g_ptr_array_set_size (l->open, (gint) l->open->len - 1);
  l->here = 0;
}

static void
longest_text (void *user, const xmlChar *text, int n)
{
  Longest *l = user;
  l->here += (gsize) g_utf8_strlen ((const char *) text, n);
  note_piece (l, l->here);
}

static void
longest_doctype (void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  (void) name;
  (void) external;
  (void) system;
  xmlStopParser (((Longest *) user)->ctxt);
}

/* Builds no tree and ends at whatever the gate would not let in; what was seen until then counts. */
static void
look_for_longest (int fd, Longest *l)
{
  xmlSAXHandler sax = { .startElement = longest_start,
                        .endElement = longest_end,
                        .characters = longest_text,
                        .cdataBlock = longest_text,
                        .internalSubset = longest_doctype };
  char buf[65536];
  ssize_t n;
  g_autoptr (xmlParserCtxt) ctxt = l->ctxt = xmlCreatePushParserCtxt (&sax, l, NULL, 0, NULL);
  xmlCtxtUseOptions (ctxt, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  while ((n = read (fd, buf, sizeof buf)) > 0 && xmlParseChunk (ctxt, buf, (int) n, 0) == 0)
    ;
}

/* Which part of the file at @path takes the room; NULL if it is not to be told. */
static char *
largest_part (const char *path)
{
  doc_library_init ();
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Longest l = { .open = names };
  look_for_longest (fd, &l);
  close (fd);
  g_autofree char *name = l.name;
  return name && l.most >= LARGE_PART
           ? g_strdup_printf ("<%s> in Zeile %d mit %" G_GSIZE_FORMAT " Zeichen", name, l.line, l.most)
           : NULL;
}

GBytes *
doc_read (const char *path, GError **error)
{
  g_autoptr (GError) why = NULL;
  struct stat st;
  GBytes *bytes = file_read (path, DOC_MAX_BYTES, &why);
  if (bytes)
    return bytes;
  gboolean large = stat (path, &st) == 0 && S_ISREG (st.st_mode) && st.st_size > DOC_MAX_BYTES;
  g_autofree char *part = large ? largest_part (path) : NULL;
  fail (error, (RatswegError) why->code, "%s%s%s%s", why->message,
        part ? " Am meisten Platz braucht " : "", part ? part : "", part ? "." : "");
  return NULL;
}

xmlDoc *
doc_parse_resource (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = doc_resource (path, error);
  return bytes ? doc_parse (bytes, path, error) : NULL;
}
