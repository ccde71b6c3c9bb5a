/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Packs in memory with libzip.  Knows no ODF but mimetype and manifest (ODF 1.3 part 2, 3).  Called by
 * typeset.c. */
#include "typeset/pack.h"
#include "base/error.h"
#include <string.h>
#include <zip.h>

#define DOS_DATE 0x21 /* 1980-01-01 */
#define MANIFEST_NS "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

typedef struct {
  char *path, *mime; /* mime NULL: not in the manifest */
  GBytes *bytes;
  gboolean stored;
} Entry;

struct _Pack {
  GPtrArray *entries; /* Entry* */
  char *mime;
};

static void
entry_free (gpointer p)
{
  Entry *e = p;
  g_free (e->path);
  g_free (e->mime);
  g_bytes_unref (e->bytes);
  g_free (e);
}

static void
add (Pack *p, const char *path, const char *mime, GBytes *bytes, gboolean stored)
{
  Entry *e = g_new0 (Entry, 1);
  *e = (Entry){ g_strdup (path), g_strdup (mime), g_bytes_ref (bytes), stored };
  g_ptr_array_add (p->entries, e);
}

Pack *
pack_new (const char *mime)
{
  Pack *p = g_new0 (Pack, 1);
  p->entries = g_ptr_array_new_with_free_func (entry_free);
  p->mime = g_strdup (mime);
  g_autoptr (GBytes) bytes = g_bytes_new (mime, strlen (mime));
  add (p, "mimetype", NULL, bytes, TRUE);
  return p;
}

void
pack_free (Pack *p)
{
  if (!p)
    return;
  g_ptr_array_unref (p->entries);
  g_free (p->mime);
  g_free (p);
}

void
pack_add (Pack *p, const char *path, const char *mime, GBytes *bytes)
{
  /* Pictures are compressed already. */
  add (p, path, mime, bytes, g_str_has_prefix (mime, "image/") && !strstr (mime, "xml"));
}

static void
add_manifest (Pack *p)
{
  GString *s = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (s,
                          "<manifest:manifest xmlns:manifest=\"%s\" manifest:version=\"1.3\">"
                          "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
                          "manifest:media-type=\"%s\"/>",
                          MANIFEST_NS, p->mime);
  for (guint i = 0; i < p->entries->len; i++) {
    const Entry *e = p->entries->pdata[i];
    if (!e->mime)
      continue;
    g_autofree char *line = g_markup_printf_escaped ("<manifest:file-entry manifest:full-path=\"%s\" "
                                                     "manifest:media-type=\"%s\"/>",
                                                     e->path, e->mime);
    g_string_append (s, line);
  }
  g_string_append (s, "</manifest:manifest>\n");
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (s);
  add (p, "META-INF/manifest.xml", NULL, bytes, FALSE);
}

static gboolean
put_entry (zip_t *zip, const Entry *e)
{
  gsize n;
  const void *data = g_bytes_get_data (e->bytes, &n);
  zip_source_t *source = zip_source_buffer (zip, data, n, 0);
  zip_int64_t i = source ? zip_file_add (zip, e->path, source, 0) : -1;
  if (i < 0) {
    zip_source_free (source);
    return FALSE;
  }
  return zip_set_file_compression (zip, (zip_uint64_t) i, e->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                   0) == 0 &&
         zip_file_set_dostime (zip, (zip_uint64_t) i, 0, DOS_DATE, 0) == 0;
}

static GBytes *
read_back (zip_source_t *memory)
{
  zip_stat_t st;
  if (zip_source_stat (memory, &st) < 0 || zip_source_open (memory) < 0)
    return NULL;
  g_autofree char *data = g_malloc (st.size);
  zip_int64_t n = zip_source_read (memory, data, st.size);
  zip_source_close (memory);
  return n == (zip_int64_t) st.size ? g_bytes_new_take (g_steal_pointer (&data), st.size) : NULL;
}

static gboolean
write_all (Pack *p, zip_source_t *memory)
{
  zip_source_keep (memory);
  zip_t *zip = zip_open_from_source (memory, ZIP_TRUNCATE, NULL);
  if (!zip) {
    zip_source_free (memory);
    return FALSE;
  }
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < p->entries->len; i++)
    ok = put_entry (zip, p->entries->pdata[i]);
  if (ok && zip_close (zip) == 0)
    return TRUE;
  zip_discard (zip);
  return FALSE;
}

GBytes *
pack_bytes (Pack *p, GError **error)
{
  add_manifest (p);
  zip_source_t *memory = zip_source_buffer_create (NULL, 0, 0, NULL);
  GBytes *bytes = memory && write_all (p, memory) ? read_back (memory) : NULL;
  zip_source_free (memory);
  if (!bytes)
    fail (error, RATSWEG_ERROR_INTERNAL, "Das Papier lässt sich nicht als ODT-Datei packen.");
  return bytes;
}
