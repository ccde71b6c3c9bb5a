/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of doc/ share: documents from text, and looking at refusals.  Owns nothing. */
#pragma once
#include "doc/doc.h"
#include "base/error.h"
#include <string.h>

/* The head of a small paper of 7 lines, one place each for attributes and for what follows the section. */
#define PAPER(attributes, rest)                                                                         \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                        \
  "<vorlage xmlns=\"urn:ratsweg:1\" art=\"beschlussvorlage\" oeffentlich=\"ja\"" attributes ">\n"       \
  "  <kopf>\n"                                                                                          \
  "    <datum>2021-08-19</datum>\n"                                                                     \
  "  </kopf>\n"                                                                                         \
  "  <titel>Roadmap</titel>\n"                                                                          \
  "  <abschnitt art=\"beschlussvorschlag\" id=\"a1\">\n" rest "</vorlage>\n"
/* The same with this running text and nothing else. */
#define PARAGRAPH(text) PAPER ("", "    " text "\n  </abschnitt>\n")

static inline GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static inline Doc *
opened (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bytes_of (text);
  Doc *d = doc_open (bytes, "probe.xml", &error);
  g_assert_no_error (error);
  return d;
}

static inline char *
written (const Doc *d)
{
  g_autoptr (GBytes) bytes = doc_bytes (d);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The file, its line, what is wrong, and what was expected: each message has all four. */
static inline void
assert_names (const GError *error, guint line, const char *wrong, const char *expected)
{
  g_autofree char *place = g_strdup_printf ("probe.xml, Zeile %u: ", line);
  g_autofree char *with_column = g_strdup_printf ("probe.xml, Zeile %u, Spalte ", line);
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_test_message ("%s", error->message);
  if (!g_str_has_prefix (error->message, place) && !g_str_has_prefix (error->message, with_column))
    g_error ("%s: does not begin with \"%s\"", error->message, place);
  const char *demand = strstr (error->message, "erwartet w");
  if (!demand || !strstr (demand, expected))
    g_error ("%s: does not say that \"%s\" was expected", error->message, expected);
  if (!strstr (error->message, wrong))
    g_error ("%s: does not say \"%s\"", error->message, wrong);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static inline void
assert_refused_bytes (const void *p, gsize n, guint line, const char *wrong, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (p, n);
  g_assert_null (doc_open (bytes, "probe.xml", &error));
  assert_names (error, line, wrong, expected);
}

static inline void
assert_refused (const char *text, guint line, const char *wrong, const char *expected)
{
  assert_refused_bytes (text, strlen (text), line, wrong, expected);
}
