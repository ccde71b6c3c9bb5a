/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Images, Anlagen and issued papers: from beside the checked-in file into the store, and back.  Called by
 * ratsweg-checkin.c and ratsweg-print.c. */
#include "ratsweg-intern.h"
#include "doc/picture.h"
#include <string.h>

#define MAX_CONTENT (100 * 1024 * 1024)

GBytes *
rw_content (Ratsweg *r, const char *commitment, GError **error)
{
  Hash h;
  GBytes *bytes = NULL;
  if (!hex_decode (commitment, h.b, HASH_BYTES)) {
    fail (error, RATSWEG_ERROR_DAMAGED, "„%s“ ist kein Fingerabdruck.", commitment);
    return NULL;
  }
  StoreAnswer answer = store_content (r->store, &h, &bytes, error);
  if (answer == STORE_ABSENT)
    fail (error, RATSWEG_ERROR_DAMAGED, "Der Inhalt %s fehlt in der Ablage. Abhilfe: „ratsweg pruefe“.",
          commitment);
  return bytes;
}

/* src of img, datei of anlage: the name of a file; NULL for elements without one. */
static const char *
file_of (const xmlNode *n)
{
  if (node_named (n, "img"))
    return node_get (n, "src");
  return node_named (n, "anlage") ? node_get (n, "datei") : NULL;
}

static void
note_known (const xmlNode *n, GHashTable *known)
{
  NODE_EACH (c, n, NULL) {
    if (file_of (c) && node_get (c, "inhalt"))
      g_hash_table_insert (known, (gpointer) file_of (c), (gpointer) node_get (c, "inhalt"));
    note_known (c, known);
  }
}

typedef struct {
  Ratsweg *r;
  Doc *neu;
  const char *folder;
  GHashTable *known; /* file name to commitment, of the current version */
  GHashTable *fresh; /* the same, of this check-in */
  GError **error;
} Taking;

static gboolean
fail_missing (Taking *t, const xmlNode *n, const char *name)
{
  return fail (t->error, RATSWEG_ERROR_INVALID,
               "%s, Zeile %ld: die Datei „%s“ liegt nicht neben dem Dokument. Abhilfe: sie in denselben "
               "Ordner legen.",
               doc_quelle (t->neu), xmlGetLineNo (n), name);
}

/* The same bytes under the same name keep their commitment. */
static gboolean
is_unchanged (Taking *t, const char *name, GBytes *bytes)
{
  const char *commitment = g_hash_table_lookup (t->known, name);
  g_autoptr (GBytes) old = commitment ? rw_content (t->r, commitment, NULL) : NULL;
  return old && g_bytes_equal (old, bytes);
}

/* A picture must be one that a letterhead can hold.  A drawing in XML, which browsers show as part of a page,
 * comes through the same gate as every document; other Anlagen are nobody's business here. */
static gboolean
check_file (const xmlNode *n, const char *name, GBytes *bytes, const char *where, GError **error)
{
  Picture picture;
  if (node_named (n, "img"))
    return picture_read (bytes, where, &picture, error);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  if (!g_str_has_suffix (folded, ".svg"))
    return TRUE;
  g_autoptr (xmlDoc) drawing = doc_parse (bytes, where, error);
  return drawing != NULL;
}

static gboolean
take_file (Taking *t, xmlNode *n, const char *name)
{
  g_autofree char *path = g_build_filename (t->folder, name, NULL);
  guint8 nonce[NONCE_BYTES];
  Hash h;
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    if (!g_hash_table_contains (t->known, name))
      return fail_missing (t, n, name);
    node_set (n, "inhalt", g_hash_table_lookup (t->known, name));
    return TRUE;
  }
  g_autoptr (GBytes) bytes = file_read (path, MAX_CONTENT, t->error);
  g_autofree char *where =
    g_strdup_printf ("%s, Zeile %ld: %s", doc_quelle (t->neu), xmlGetLineNo (n), name);
  if (!bytes || !check_file (n, name, bytes, where, t->error))
    return FALSE;
  if (is_unchanged (t, name, bytes)) {
    node_set (n, "inhalt", g_hash_table_lookup (t->known, name));
    return TRUE;
  }
  source_random (t->r->source, nonce, sizeof nonce);
  if (!store_put_content (t->r->store, bytes, nonce, &h, t->error))
    return FALSE;
  char *hex = hex_encode (h.b, HASH_BYTES);
  node_set (n, "inhalt", hex);
  g_hash_table_insert (t->fresh, g_strdup (name), hex);
  return TRUE;
}

static gboolean
take_below (Taking *t, xmlNode *n)
{
  NODE_EACH (c, n, NULL) {
    const char *name = file_of (c);
    const char *fresh = name ? g_hash_table_lookup (t->fresh, name) : NULL;
    if (fresh)
      node_set (c, "inhalt", fresh);
    else if (name && !take_file (t, c, name))
      return FALSE;
    if (!take_below (t, c))
      return FALSE;
  }
  return TRUE;
}

gboolean
rw_take_contents (Ratsweg *r, Doc *neu, const Doc *current, const char *folder, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Taking t = { r, neu, folder, known, fresh, error };
  if (doc_art (neu) != DOC_VORLAGE)
    return TRUE;
  if (current)
    note_known (doc_root (current), known);
  return take_below (&t, doc_root (neu));
}

static gboolean
collect_images (Ratsweg *r, const xmlNode *n, GHashTable *into, GError **error)
{
  NODE_EACH (c, n, NULL) {
    const char *commitment = node_named (c, "img") ? node_get (c, "inhalt") : NULL;
    if (commitment && !g_hash_table_contains (into, commitment)) {
      GBytes *bytes = rw_content (r, commitment, error);
      if (!bytes)
        return FALSE;
      g_hash_table_insert (into, g_strdup (commitment), bytes);
    }
    if (!collect_images (r, c, into, error))
      return FALSE;
  }
  return TRUE;
}

GHashTable *
rw_contents (Ratsweg *r, const Doc *doc, GError **error)
{
  g_autoptr (GHashTable) into =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return collect_images (r, doc_root (doc), into, error) ? g_steal_pointer (&into) : NULL;
}
