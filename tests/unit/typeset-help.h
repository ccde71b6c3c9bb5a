/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of typeset/ share: one set of pinned inputs, and looking into packages.  Owns nothing. */
#pragma once
#include "typeset/typeset.h"
#include "doc/open.h"
#include "base/error.h"
#include "base/file.h"
#include <libxml/xpath.h>
#include <string.h>
#include <zip.h>

/* Words of our own, so that a changed rules file changes no expectation here. */
#define RULES                                                                                           \
  "<regeln xmlns=\"urn:ratsweg:1\" kennung=\"nrw\" gueltig-ab=\"2000-01-01\">"                          \
  "<zustaendigkeit code=\"empfehlung\" wort=\"Empfehlung\"/>"                                           \
  "<zustaendigkeit code=\"beschluss\" wort=\"Beschluss\"/>"                                             \
  "<zustaendigkeit code=\"vorgespraech\" wort=\"Vorgespräch\" oeffentlich=\"nein\"/>"                  \
  "<abschnittsart code=\"beschlussvorschlag\" wort=\"Beschlussvorschlag\"/>"                            \
  "<abschnittsart code=\"personelle-auswirkungen\" wort=\"Personelle Auswirkungen\"/>"                  \
  "<abschnittsart code=\"finanzielle-auswirkungen\" wort=\"Finanzielle Auswirkungen\"/>"                \
  "<abschnittsart code=\"klimarelevanz\" wort=\"Klimarelevanz\"/>"                                      \
  "<abschnittsart code=\"begruendung\" wort=\"Begründung\"/>"                                          \
  "<abschnittsart code=\"zustaendigkeit\" wort=\"Zuständigkeit\"/>"                                    \
  "<abschnittsart code=\"notiz\" wort=\"Notiz\" oeffentlich=\"nein\"/>"                                 \
  "</regeln>"
#define PROFILE                                                                                         \
  "<profil xmlns=\"urn:ratsweg:1\" kennung=\"dortmund\" gueltig-ab=\"2000-01-01\" "                     \
  "stadt=\"Stadt Dortmund\" grundlage=\"nrw\">"                                                         \
  "<abschnittsart code=\"zustaendigkeit\" wort=\"Zuständigkeit des Rates\"/></profil>"

/* A paper with one section; @blocks is its content, @more stands behind it. */
#define SMALL(attributes, blocks, more)                                                                 \
  "<vorlage xmlns=\"urn:ratsweg:1\" art=\"beschlussvorlage\" kennung=\"00001-21\" " attributes ">"      \
  "<kopf><datum>2021-08-19</datum></kopf><titel>Probe</titel>"                                          \
  "<abschnitt art=\"beschlussvorschlag\">" blocks "</abschnitt>" more "</vorlage>"
#define BLOCKS(blocks) SMALL ("oeffentlich=\"ja\"", blocks, "")

static inline GBytes *
source_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_test_build_filename (G_TEST_DIST, path, NULL);
  GBytes *bytes = file_read (full, 1 << 24, &error);
  g_assert_no_error (error);
  return bytes;
}

static inline Doc *
source_doc (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_test_build_filename (G_TEST_DIST, path, NULL);
  Doc *d = doc_open_file (full, &error);
  g_assert_no_error (error);
  return d;
}

static inline Doc *
text_doc (DocArt art, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  Doc *d = doc_open_stored (art, NULL, bytes, "probe.xml", &error);
  g_assert_no_error (error);
  return d;
}

static inline Doc *
letterhead (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  Doc *d = doc_open_letterhead (bytes, "vorlage", "vorlage.fodt", &error);
  g_assert_no_error (error);
  return d;
}

static inline void
add_body (TypesetInput *in, const char *xml)
{
  g_ptr_array_add (in->gremien, text_doc (DOC_GREMIUM, xml));
}

/* Everything pinned: the sample's bodies and pictures, our words, the letterhead of the source tree. */
static inline TypesetInput
pinned (Doc *take_paper)
{
  static const char *const bodies[] = { "apod", "afbl", "hauptausschuss", "rat" };
  static const char *const pictures[] = { "abstimmung.png", "umsetzung.png" };
  g_autoptr (GBytes) head = source_bytes ("templates/dortmund/vorlage.fodt");
  TypesetInput in = { .stueck = "vorlage", .papier = take_paper, .briefkopf = letterhead (head) };
  in.regeln = text_doc (DOC_REGELN, RULES);
  in.profil = text_doc (DOC_PROFIL, PROFILE);
  in.gremien = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *path = g_strdup_printf ("samples/gremien/%s.xml", bodies[i]);
    g_ptr_array_add (in.gremien, source_doc (path));
  }
  in.bilder = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++) {
    g_autofree char *path = g_strdup_printf ("samples/%s", pictures[i]);
    g_hash_table_insert (in.bilder, g_strdup (pictures[i]), source_bytes (path));
  }
  in.commitment = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
  in.seq = 42;
  return in;
}

static inline TypesetInput
pinned_text (const char *xml)
{
  return pinned (text_doc (DOC_VORLAGE, xml));
}

static inline TypesetInput
pinned_sample (void)
{
  Doc *paper = source_doc ("samples/21874-21.xml");
  node_set (doc_root (paper), "kennung", "21874-21");
  return pinned (paper);
}

static inline void
input_clear (TypesetInput *in)
{
  doc_unref (in->papier);
  doc_unref (in->briefkopf);
  doc_unref (in->regeln);
  doc_unref (in->profil);
  g_ptr_array_unref (in->gremien);
  g_hash_table_unref (in->bilder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TypesetInput, input_clear)

static inline GBytes *
rendered (const TypesetInput *in)
{
  g_autoptr (GError) error = NULL;
  GBytes *odt = typeset_odt (in, &error);
  g_assert_no_error (error);
  return odt;
}

/* The bytes of one entry as text; NULL if the package has no such entry. */
static inline char *
entry (GBytes *odt, const char *name)
{
  gsize n;
  const void *p = g_bytes_get_data (odt, &n);
  zip_error_t ze;
  zip_error_init (&ze);
  zip_t *zip = zip_open_from_source (zip_source_buffer_create (p, n, 0, &ze), ZIP_RDONLY, &ze);
  g_assert_nonnull (zip);
  zip_stat_t st;
  char *text = NULL;
  if (zip_stat (zip, name, 0, &st) == 0) {
    zip_file_t *f = zip_fopen (zip, name, 0);
    text = g_malloc0 (st.size + 1);
    g_assert_cmpint (zip_fread (f, text, st.size), ==, (gint64) st.size);
    zip_fclose (f);
  }
  zip_discard (zip);
  return text;
}

static inline char *
content_of (const TypesetInput *in)
{
  g_autoptr (GBytes) odt = rendered (in);
  return entry (odt, "content.xml");
}

/* The inside of the section "Text" but its heading. */
static inline char *
body_of (const char *paper)
{
  g_auto (TypesetInput) in = pinned_text (paper);
  g_autofree char *content = content_of (&in);
  const char *mark = "Beschlussvorschlag</text:h>", *start = strstr (content, mark);
  g_assert_nonnull (start);
  start += strlen (mark);
  const char *end = strstr (start, "</text:section>");
  return g_strndup (start, (gsize) (end - start));
}

static inline void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("missing: %s\nin: %s", part, text);
}

static inline void
assert_has_not (const char *text, const char *part)
{
  if (strstr (text, part))
    g_error ("unwanted: %s\nin: %s", part, text);
}

/* Fails with this status and says @part. */
static inline void
assert_fails (const TypesetInput *in, RatswegError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) odt = typeset_odt (in, &error);
  g_assert_null (odt);
  g_assert_error (error, RATSWEG_ERROR, (int) code);
  assert_has (error->message, part);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* @text with its first @old replaced. */
static inline char *
replaced (const char *text, const char *old, const char *with)
{
  const char *at = strstr (text, old);
  if (!at)
    g_error ("not there: %s", old);
  g_autofree char *head = g_strndup (text, (gsize) (at - text));
  return g_strconcat (head, with, at + strlen (old), NULL);
}

/* Puts a letterhead with this replacement in place of the pinned one. */
static inline void
edit_letterhead (TypesetInput *in, const char *old, const char *with)
{
  g_autoptr (GBytes) before = doc_bytes (in->briefkopf);
  g_autofree char *text = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_autofree char *edited = replaced (text, old, with);
  g_autoptr (GBytes) bytes = g_bytes_new (edited, strlen (edited));
  doc_unref (in->briefkopf);
  in->briefkopf = letterhead (bytes);
}
