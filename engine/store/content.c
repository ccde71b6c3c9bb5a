/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Contents by commitment.  Knows no kind of document.  Called by write.c, find.c, files.c, verify.c. */
#include "store/content.h"
#include "store/coding.h"
#include "store/parts.h"
#include "base/error.h"
#include "base/fault.h"
#include "base/file.h"
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define MARKS "inhalt/.offen"
#define CHAIN 64                     /* longer chains of bases than are ever written */
#define FILE_LIMIT ((gsize) 1 << 31) /* an Anlage is far smaller */
#define REMEMBER (16u * 1024 * 1024)

char *
content_file_name (const Hash *commitment)
{
  g_autofree char *hex = hex_encode (commitment->b, HASH_BYTES);
  return g_strdup_printf ("inhalt/%.2s/%s", hex, hex);
}

/* -- reading -- */

typedef struct {
  guint8 nonce[NONCE_BYTES];
  ContentCoding coding;
  Hash basis;
  GBytes *bytes;
} Row;

static gboolean
damaged (GError **error, const char *what, const Hash *c, const char *why)
{
  g_autofree char *hex = hex_encode (c->b, 8);
  return fail (error, RATSWEG_ERROR_DAMAGED,
               "%s ist beschädigt (Inhalt %s…): %s Abhilfe: eine Sicherung einspielen; „ratsweg pruefe“ "
               "nennt alles, was betroffen ist.",
               what, hex, why);
}

static StoreAnswer
read_row (Store *s, const Hash *c, const char *what, Row *ret, GError **error)
{
  g_autoptr (Sql) q =
    sql_query (s->db, error, "SELECT nonce, kodierung, basis, bytes FROM inhalt WHERE commitment = ?",
               "h", c);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a != STORE_FOUND)
    return a;
  Hash nonce;
  gint64 coding = sql_int (q, 1);
  if (!sql_hash (q, 0, &nonce) || coding < CONTENT_FULL || coding > CONTENT_FILE ||
      (coding == CONTENT_DELTA && !sql_hash (q, 2, &ret->basis))) {
    damaged (error, what, c, "die Angaben zu seiner Kodierung sind ungültig.");
    return STORE_FAILED;
  }
  memcpy (ret->nonce, nonce.b, NONCE_BYTES);
  ret->coding = (ContentCoding) coding;
  ret->bytes = sql_bytes (q, 3);
  return STORE_FOUND;
}

static GBytes *
read_file (Store *s, const Hash *c, const char *what, GError **error)
{
  g_autofree char *name = content_file_name (c);
  g_autofree char *path = store_path (s, name);
  g_autoptr (GError) why = NULL;
  GBytes *bytes = file_read (path, FILE_LIMIT, &why);
  if (bytes)
    return bytes;
  g_autofree char *cause = error_cause (why);
  damaged (error, what, c, cause);
  return NULL;
}

static void
remember (Store *s, const Hash *c, GBytes *bytes)
{
  if (!s->remembered || g_bytes_get_size (bytes) > REMEMBER / 8)
    return;
  s->remembered_bytes += g_bytes_get_size (bytes);
  if (s->remembered_bytes > REMEMBER) {
    g_hash_table_remove_all (s->remembered);
    s->remembered_bytes = g_bytes_get_size (bytes);
  }
  g_hash_table_insert (s->remembered, g_bytes_new (c->b, HASH_BYTES), g_bytes_ref (bytes));
}

static GBytes *
recall (Store *s, const Hash *c)
{
  if (!s->remembered)
    return NULL;
  g_autoptr (GBytes) key = g_bytes_new (c->b, HASH_BYTES);
  GBytes *bytes = g_hash_table_lookup (s->remembered, key);
  return bytes ? g_bytes_ref (bytes) : NULL;
}

static StoreAnswer get (Store *s, const Hash *c, const char *what, guint depth, GBytes **ret,
                        GError **error);

static GBytes *
decode (Store *s, const Hash *c, const Row *row, const char *what, guint depth, GError **error)
{
  g_autoptr (GBytes) basis = NULL;
  if (row->coding == CONTENT_FILE)
    return read_file (s, c, what, error);
  if (row->coding == CONTENT_DELTA) {
    StoreAnswer a = depth < CHAIN ? get (s, &row->basis, what, depth + 1, &basis, error) : STORE_ABSENT;
    if (a == STORE_ABSENT)
      damaged (error, what, c, "der Stand, auf dem seine Kodierung beruht, fehlt.");
    if (a != STORE_FOUND)
      return NULL;
  }
  GBytes *bytes = coding_unpack (row->bytes, basis);
  if (!bytes)
    damaged (error, what, c, "er lässt sich nicht entpacken.");
  return bytes;
}

static StoreAnswer
get (Store *s, const Hash *c, const char *what, guint depth, GBytes **ret, GError **error)
{
  Row row = { 0 };
  if ((*ret = recall (s, c)))
    return STORE_FOUND;
  StoreAnswer a = read_row (s, c, what, &row, error);
  if (a != STORE_FOUND)
    return a;
  g_autoptr (GBytes) kept = row.bytes;
  g_autoptr (GBytes) bytes = decode (s, c, &row, what, depth, error);
  if (!bytes)
    return STORE_FAILED;
  Hash found = hash_commitment (row.nonce, bytes);
  if (!hash_equal (&found, c)) {
    damaged (error, what, c, "er passt nicht zu seinem Commitment.");
    return STORE_FAILED;
  }
  remember (s, c, bytes);
  *ret = g_steal_pointer (&bytes);
  return STORE_FOUND;
}

StoreAnswer
content_get (Store *s, const Hash *commitment, const char *what, GBytes **ret, GError **error)
{
  return get (s, commitment, what, 0, ret, error);
}

void
content_remember (Store *s)
{
  content_forget (s);
  s->remembered = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                         (GDestroyNotify) g_bytes_unref);
}

void
content_forget (Store *s)
{
  g_clear_pointer (&s->remembered, g_hash_table_unref);
  s->remembered_bytes = 0;
}

/* -- writing -- */

static gboolean
insert (Store *s, const Hash *c, const guint8 *nonce, ContentCoding coding, const Hash *basis,
        GBytes *bytes, GError **error)
{
  Hash n;
  memcpy (n.b, nonce, NONCE_BYTES);
  if (!sql_run (s->db, error,
                "INSERT INTO inhalt (commitment, nonce, kodierung, basis, bytes) VALUES (?, ?, ?, ?, ?)",
                "hhihy", c, &n, (gint64) coding, basis, bytes))
    return FALSE;
  g_array_append_val (s->fresh, *c);
  return TRUE;
}

/* The same nonce and bytes once more are the same content. */
static StoreAnswer
is_there (Store *s, const Hash *c, GError **error)
{
  gint64 one;
  return sql_number (s->db, error, &one, "SELECT 1 FROM inhalt WHERE commitment = ?", "h", c);
}

gboolean
content_put (Store *s, const Hash *commitment, const guint8 *nonce, GBytes *bytes, const Hash *basis,
             GError **error)
{
  g_autoptr (GBytes) base = NULL;
  StoreAnswer a = is_there (s, commitment, error);
  if (a != STORE_ABSENT)
    return a == STORE_FOUND;
  if (basis && content_get (s, basis, "Der vorige Stand", &base, error) == STORE_FAILED)
    return FALSE;
  g_autoptr (GBytes) packed = coding_pack (bytes, base);
  return insert (s, commitment, nonce, base ? CONTENT_DELTA : CONTENT_FULL, base ? basis : NULL, packed,
                 error);
}

static char *
mark_path (Store *s, const char *hex)
{
  g_autofree char *marks = store_path (s, MARKS);
  return g_build_filename (marks, hex, NULL);
}

gboolean
content_is_marked (Store *s, const char *hex)
{
  g_autofree char *mark = mark_path (s, hex);
  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

gboolean
content_put_file (Store *s, const Hash *commitment, const guint8 *nonce, GBytes *bytes, GError **error)
{
  StoreAnswer a = is_there (s, commitment, error);
  if (a != STORE_ABSENT)
    return a == STORE_FOUND;
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *name = content_file_name (commitment);
  g_autofree char *path = store_path (s, name);
  g_autofree char *hex = hex_encode (commitment->b, HASH_BYTES);
  g_autofree char *mark = mark_path (s, hex);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);
  if (!file_write (mark, nothing, FALSE, error))
    return FALSE;
  s->new_files++;
  if (!file_write (path, bytes, TRUE, error) || !file_sync_folder (above, error) ||
      !file_sync_folder (s->folder, error))
    return FALSE;
  fault_point ("nach-inhalt");
  return insert (s, commitment, nonce, CONTENT_FILE, NULL, NULL, error);
}

/* A name that is no commitment is the half-written mark of one. */
static gboolean
settle (Store *s, const char *hex, GError **error)
{
  Hash c;
  g_autofree char *mark = mark_path (s, hex);
  if (hex_decode (hex, c.b, HASH_BYTES)) {
    g_autofree char *name = content_file_name (&c);
    g_autofree char *path = store_path (s, name);
    StoreAnswer a = is_there (s, &c, error);
    if (a == STORE_FAILED || (a == STORE_ABSENT && !file_remove (path, error)))
      return FALSE;
    parts_remove (path);
  }
  return file_remove (mark, error);
}

gboolean
content_tidy (Store *s, GError **error)
{
  const char *name;
  g_autofree char *marks = store_path (s, MARKS);
  g_autoptr (GDir) dir = g_dir_open (marks, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)))
    if (!settle (s, name, error))
      return FALSE;
  return TRUE;
}
