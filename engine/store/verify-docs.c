/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The check of what events speak of: versions, contents, rules.  Replays each event into the check's own
 * index.  Called by verify-events.c and verify.c. */
#include "store/verify.h"
#include "store/content.h"
#include "store/index.h"
#include "base/error.h"
#include <string.h>

#define PAGE 256

/* -- contents -- */

/* Notes that something speaks of a content; TRUE in *@ret_new the first time. */
static gboolean
note (Verify *v, const Hash *c, gboolean *ret_new, GError **error)
{
  if (!sql_run (v->own, error, "INSERT OR IGNORE INTO bezug (commitment) VALUES (?)", "h", c))
    return FALSE;
  *ret_new = sqlite3_changes (v->own->h) > 0;
  return TRUE;
}

/* Reads and checks a content; NULL with a finding where that fails. */
static GBytes *
read_content (Verify *v, const Hash *c, const char *what)
{
  GBytes *bytes = NULL;
  g_autoptr (GError) why = NULL;
  StoreAnswer a = content_get (v->s, c, "Das Aufbewahrte", &bytes, &why);
  if (a == STORE_FAILED)
    verify_trouble (v, what, why);
  if (a != STORE_ABSENT)
    return bytes;
  g_autofree char *hex = hex_encode (c->b, HASH_BYTES);
  verify_found (v, what, "Der Inhalt %s fehlt, und kein Ereignis hat ihn gelöscht.", hex);
  return NULL;
}

/* A content that is not a version: an image, an Anlage, a reason. */
static gboolean
check_content (Verify *v, const char *hex, const char *what, GError **error)
{
  Hash c;
  gboolean fresh;
  if (!hex || !hex_decode (hex, c.b, HASH_BYTES)) {
    verify_found (v, what, "„%s“ ist kein Commitment.", hex ? hex : "");
    return TRUE;
  }
  if (!note (v, &c, &fresh, error))
    return FALSE;
  if (!fresh)
    return TRUE;
  g_autoptr (GBytes) bytes = read_content (v, &c, what);
  v->n->inhalte++;
  return TRUE;
}

/* -- versions -- */

typedef struct {
  guint stand;
  Hash commitment;
} State;

/* The replayed state of a document: its newest version, or @stand. */
static gboolean
state_of (Verify *v, const char *art, const char *spur, guint stand, State *ret, GError **error)
{
  g_autoptr (Sql) q = sql_query (
    v->own, error,
    "SELECT stand, commitment FROM version WHERE art = ?1 AND spur = ?2 AND (?3 = 0 OR stand = ?3) "
    "ORDER BY stand DESC LIMIT 1",
    "tti", art, spur, (gint64) stand);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  *ret = (State){ 0 };
  if (a == STORE_FOUND) {
    ret->stand = (guint) sql_int (q, 0);
    sql_hash (q, 1, &ret->commitment);
  }
  return a != STORE_FAILED;
}

static gboolean
same (const State *s, const char *hex)
{
  g_autofree char *own = s->stand ? hex_encode (s->commitment.b, HASH_BYTES) : NULL;
  return g_strcmp0 (own, hex) == 0;
}

/* A step that only read a document names the version it read. */
static gboolean
check_read (Verify *v, const EventDoc *d, const char *what, GError **error)
{
  State s;
  if (!state_of (v, d->art, d->kennung, d->nachher, &s, error))
    return FALSE;
  if (d->nachher == 0 || !same (&s, d->commitment_nachher))
    verify_found (v, what, "Das Ereignis las %s %s, Stand %u, den es so nicht gibt.", d->art, d->kennung,
                  d->nachher);
  return TRUE;
}

static gboolean
check_chain (Verify *v, const EventDoc *d, const char *what, GError **error)
{
  State s;
  const char *before = d->kennung_vorher ? d->kennung_vorher : d->kennung;
  if (!state_of (v, d->art, before, 0, &s, error))
    return FALSE;
  if (d->vorher != s.stand || d->nachher != s.stand + 1)
    verify_found (v, what,
                  "%s %s geht von Stand %u zu Stand %u; der Trail kannte bis hierher %u Stände.", d->art,
                  d->kennung, d->vorher, d->nachher, s.stand);
  else if (!same (&s, d->commitment_vorher))
    verify_found (v, what, "%s %s: der vorige Stand %u ist nicht der, den das Ereignis nennt.", d->art,
                  d->kennung, s.stand);
  return TRUE;
}

static gboolean
note_rules (Verify *v, const IndexVersion *iv, GBytes *bytes, GError **error)
{
  if (iv->art != DOC_REGELN && iv->art != DOC_PROFIL)
    return TRUE;
  Hash h = hash_of (bytes);
  g_autofree char *hex = hex_encode (h.b, HASH_BYTES);
  return sql_run (v->own, error, "INSERT INTO regel (kennung, stand, sha256) VALUES (?, ?, ?)", "tit",
                  iv->spur, (gint64) iv->stand, hex);
}

static gboolean
note_attached (Verify *v, const Facts *f, const char *label, GError **error)
{
  for (guint i = 0; i < f->dateien->len; i++) {
    const FactFile *file = f->dateien->pdata[i];
    g_autofree char *what = g_strdup_printf ("%s, Datei %s", label, file->path);
    if (!check_content (v, file->commitment, what, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
mark_broken (Verify *v, const IndexVersion *iv, GError **error)
{
  return index_put (v->own, iv, NULL, NULL, error) &&
         sql_run (v->own, error, "INSERT OR IGNORE INTO kaputt (art, spur) VALUES (?, ?)", "tt",
                  doc_art_name (iv->art), iv->spur);
}

/* Puts a version into the check's own index; a content that cannot be read leaves the document out of the
 * comparisons that follow. */
static gboolean
replay (Verify *v, const IndexVersion *iv, const char *label, GError **error)
{
  gboolean fresh;
  g_autoptr (GError) why = NULL;
  if (!note (v, &iv->commitment, &fresh, error))
    return FALSE;
  g_autoptr (GBytes) bytes = read_content (v, &iv->commitment, label);
  v->n->staende++;
  g_autoptr (Doc) doc = bytes ? doc_open_stored (iv->art, iv->spur, bytes, label, &why) : NULL;
  if (bytes && !doc)
    verify_trouble (v, label, why);
  if (!doc)
    return mark_broken (v, iv, error);
  g_autoptr (Facts) f = facts_of (doc);
  if (g_strcmp0 (f->spur, iv->spur) != 0) {
    verify_found (v, label, "Das Dokument nennt sich selbst „%s“.", f->spur ? f->spur : "");
    return mark_broken (v, iv, error);
  }
  return index_put (v->own, iv, doc, f, error) && note_rules (v, iv, bytes, error) &&
         note_attached (v, f, label, error);
}

static gboolean
check_doc (Verify *v, const Event *e, const EventDoc *d, const char *what, GError **error)
{
  DocArt art;
  IndexVersion iv = { 0 };
  g_autoptr (GError) why = NULL;
  if (strcmp (d->art, "inhalt") == 0)
    return check_content (v, d->commitment_nachher, what, error);
  if (!d->kennung || !doc_art_parse (d->art, &art)) {
    verify_found (v, what, "Das Ereignis nennt ein Dokument der unbekannten Art „%s“.", d->art);
    return TRUE;
  }
  if (!index_version_of (e, d, &iv))
    return check_read (v, d, what, error);
  g_autofree char *label = store_label (art, d->kennung, d->nachher);
  if (!check_chain (v, d, what, error) ||
      (d->kennung_vorher &&
       !sql_run (v->own, error, "UPDATE OR REPLACE kaputt SET spur = ? WHERE art = ? AND spur = ?",
                 "ttt", d->kennung, d->art, d->kennung_vorher)))
    return FALSE;
  if (!replay (v, &iv, label, &why)) /* a second version of the same number, or a name taken twice */
    verify_trouble (v, label, why);
  return TRUE;
}

static gboolean
check_rules (Verify *v, const EventRules *r, const char *what, GError **error)
{
  gint64 one;
  if (r->stand == 0)
    return TRUE; /* not of this store: the rules that travel in the program */
  StoreAnswer a = sql_number (v->own, error, &one,
                              "SELECT 1 FROM regel WHERE kennung = ? AND stand = ? AND sha256 = ?",
                              "tit", r->kennung, (gint64) r->stand, r->sha256);
  if (a == STORE_ABSENT)
    verify_found (v, what, "Die Regeln %s, Stand %u, nach denen es geschah, sind nicht so aufbewahrt.",
                  r->kennung, r->stand);
  return a != STORE_FAILED;
}

gboolean
verify_docs (Verify *v, const Event *e, GError **error)
{
  g_autofree char *what = g_strdup_printf ("Ereignis %" G_GUINT64_FORMAT, e->seq);
  for (guint i = 0; i < e->dokumente->len; i++)
    if (!check_doc (v, e, e->dokumente->pdata[i], what, error))
      return FALSE;
  for (guint i = 0; i < e->regeln->len; i++)
    if (!check_rules (v, e->regeln->pdata[i], what, error))
      return FALSE;
  if (!e->grund)
    return TRUE;
  g_autofree char *reason = g_strdup_printf ("%s, Grund", what);
  return check_content (v, e->grund, reason, error);
}

/* -- contents that nothing speaks of -- */

static gboolean
is_known (Verify *v, const Hash *c, gboolean *ret, GError **error)
{
  gint64 one;
  StoreAnswer a = sql_number (v->own, error, &one, "SELECT 1 FROM bezug WHERE commitment = ?", "h", c);
  *ret = a == STORE_FOUND;
  return a != STORE_FAILED;
}

/* Checks one page of rows behind *@last; *@ret_more says whether to go on. */
static gboolean
check_page (Verify *v, gint64 *last, gboolean *ret_more, GError **error)
{
  guint n = 0;
  g_autoptr (Sql) q = sql_query (
    v->s->db, error,
    "SELECT rowid, commitment FROM inhalt WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?", "iii",
    *last, v->last_content, (gint64) PAGE);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error), n++) {
    Hash c;
    gboolean known = FALSE;
    if (!sql_forward (v->s->db, sql_int (q, 0) > *last, error))
      return FALSE;
    *last = sql_int (q, 0);
    if (sql_hash (q, 1, &c) && !is_known (v, &c, &known, error))
      return FALSE;
    if (known)
      continue;
    g_autofree char *hex = hex_encode (c.b, HASH_BYTES);
    g_autofree char *what = g_strdup_printf ("Inhalt %s", hex);
    verify_found (v, what, "Unbekannter Inhalt: %s.",
                  v->lost ? "kein Ereignis, das noch lesbar ist, nennt ihn"
                          : "kein Ereignis und kein Dokument nennt ihn");
  }
  *ret_more = n == PAGE;
  return a != STORE_FAILED;
}

/* A file below inhalt/ must belong to a row, or to a step that is under way or was killed: the next begin
 * tidies that. */
static gboolean
check_file (Verify *v, const char *folder, const char *name, GError **error)
{
  Hash c;
  gint64 one;
  StoreAnswer a = STORE_ABSENT;
  g_autofree char *hex = g_strndup (name, 2 * HASH_BYTES);
  if (content_is_marked (v->s, hex))
    return TRUE;
  if (hex_decode (name, c.b, HASH_BYTES) && g_str_has_prefix (name, folder))
    a = sql_number (v->s->db, error, &one, "SELECT 1 FROM inhalt WHERE commitment = ? AND kodierung = 2",
                    "h", &c);
  if (a == STORE_ABSENT) {
    g_autofree char *what = g_strdup_printf ("Datei inhalt/%s/%s", folder, name);
    verify_found (v, what, "Unbekannter Inhalt: zu dieser Datei gehört kein aufbewahrter Inhalt.");
  }
  return a != STORE_FAILED;
}

static gboolean
check_files (Verify *v, GError **error)
{
  const char *folder, *name;
  g_autofree char *top = store_path (v->s, "inhalt");
  g_autoptr (GDir) dir = g_dir_open (top, 0, NULL);
  while (dir && (folder = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (top, folder, NULL);
    if (folder[0] == '.')
      continue;
    g_autoptr (GDir) inner = g_dir_open (path, 0, NULL);
    if (!inner)
      verify_found (v, "Ordner inhalt", "%s gehört nicht hierher.", folder);
    while (inner && (name = g_dir_read_name (inner)))
      if (!check_file (v, folder, name, error))
        return FALSE;
  }
  return TRUE;
}

gboolean
verify_contents (Verify *v, GError **error)
{
  gint64 last = G_MININT64;
  for (gboolean more = TRUE; more;)
    if (!check_page (v, &last, &more, error) || !verify_go_on (v, v->count, v->count, error))
      return FALSE;
  return check_files (v, error);
}
