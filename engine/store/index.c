/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Writing the index, step by step or anew.  Decides nothing about documents but whether a name is free.
 * Called by write.c, open.c, restore.c and verify-events.c. */
#include "store/index.h"
#include "store/content.h"
#include "store/events.h"
#include "store/tables.h"
#include "base/error.h"
#include "base/text.h"

/* -- one version -- */

static gboolean
put_version (Db *db, const IndexVersion *v, const Facts *f, GError **error)
{
  return sql_run (db, error,
                  "INSERT INTO version (art, spur, stand, commitment, seq, zeit, gueltig_ab) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)",
                  "ttihiit", doc_art_name (v->art), v->spur, (gint64) v->stand, &v->commitment,
                  (gint64) v->seq, v->zeit, f ? f->gueltig_ab : NULL);
}

/* The trail calls the document by another name from now on: a draft that got its number. */
static gboolean
rename_all (Db *db, const char *art, const char *from, const char *to, GError **error)
{
  static const char *const tables[] = { "dokument", "version",   "alias",  "station",
                                        "datei",    "anmeldung", "auftrag" };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *text =
      g_strdup_printf ("UPDATE %s SET spur = ? WHERE art = ? AND spur = ?", tables[i]);
    if (!sql_run (db, error, text, "ttt", to, art, from))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_alias (Db *db, const char *name, const char *art, const char *spur, GError **error)
{
  return sql_run (db, error, "INSERT OR REPLACE INTO alias (name, art, spur) VALUES (?, ?, ?)", "ttt",
                  name, art, spur);
}

/* Former names: the Kennung of the version before, and the provisional one. */
static gboolean
put_aliases (Db *db, const char *art, const Facts *f, GError **error)
{
  g_autofree char *before = NULL;
  g_autoptr (Sql) q =
    sql_query (db, error, "SELECT kennung FROM dokument WHERE art = ? AND spur = ?", "tt", art, f->spur);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND)
    before = g_strdup (sql_text (q, 0));
  g_clear_pointer (&q, sql_done);
  if (a == STORE_FAILED)
    return FALSE;
  if (before && g_strcmp0 (before, f->kennung) != 0 && !put_alias (db, before, art, f->spur, error))
    return FALSE;
  if (f->alt && g_strcmp0 (f->alt, f->kennung) != 0 && !put_alias (db, f->alt, art, f->spur, error))
    return FALSE;
  return sql_run (db, error, "DELETE FROM alias WHERE name = ? AND art = ?", "tt", f->kennung, art);
}

static gboolean
put_row (Db *db, const IndexVersion *v, const Facts *f, GError **error)
{
  g_autofree char *file = text_file_name (f->kennung);
  g_autofree char *lower = g_ascii_strdown (file, -1);
  g_autofree char *order = text_sort_key (f->kennung);
  return sql_run (db, error,
                  "INSERT OR REPLACE INTO dokument (art, spur, kennung, klein, stand, commitment, seq, "
                  "titel, zustand, datum, gremium, gueltig_ab, pfad, alt, ordnung, papierart, wartet, "
                  "wartet_termin, wartet_marken) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  "ttttihittttttt"
                  "ttttt",
                  doc_art_name (v->art), f->spur, f->kennung, lower, (gint64) v->stand, &v->commitment,
                  (gint64) v->seq, f->titel, f->zustand, f->datum, f->gremium, f->gueltig_ab, f->path,
                  f->alt, order, f->papierart, f->wartet, f->wartet_termin, f->wartet_marken);
}

static gboolean
clear_lists (Db *db, const char *art, const char *spur, GError **error)
{
  return sql_run (db, error, "DELETE FROM station WHERE art = ? AND spur = ?", "tt", art, spur) &&
         sql_run (db, error, "DELETE FROM datei WHERE art = ? AND spur = ?", "tt", art, spur) &&
         sql_run (db, error, "DELETE FROM anmeldung WHERE art = ? AND spur = ?", "tt", art, spur) &&
         sql_run (db, error, "DELETE FROM auftrag WHERE art = ? AND spur = ?", "tt", art, spur);
}

static gboolean
put_stations (Db *db, const char *art, const Facts *f, GError **error)
{
  for (guint i = 0; i < f->stationen->len; i++) {
    const FactStation *t = f->stationen->pdata[i];
    if (!sql_run (db, error,
                  "INSERT INTO station (art, spur, nr, id, gremium, termin, zustand, sitzung, code, "
                  "auftrag) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  "ttittttttt", art, f->spur, (gint64) i, t->id, t->gremium, t->termin, t->zustand,
                  t->sitzung, t->code, t->auftrag))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_files (Db *db, const char *art, const Facts *f, GError **error)
{
  for (guint i = 0; i < f->dateien->len; i++) {
    Hash c;
    const FactFile *file = f->dateien->pdata[i];
    g_autofree char *lower = g_ascii_strdown (file->path, -1);
    if (!hex_decode (file->commitment, c.b, HASH_BYTES))
      return fail (error, RATSWEG_ERROR_INTERNAL, "%s: „%s“ ist kein Commitment.", file->path,
                   file->commitment);
    /* the same image may stand in a document twice */
    if (
      !sql_run (db, error,
                "INSERT INTO datei (pfad, klein, art, spur, commitment) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (pfad) DO UPDATE SET commitment = commitment WHERE art = excluded.art AND "
                "spur = excluded.spur AND commitment = excluded.commitment",
                "tttth", file->path, lower, art, f->spur, &c))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_logins (Db *db, const char *art, const Doc *doc, const char *spur, GError **error)
{
  if (doc_art (doc) != DOC_BENUTZER)
    return TRUE;
  NODE_EACH (n, doc_root (doc), "anmeldung") {
    g_autofree char *login = node_text (n);
    if (!sql_run (db, error, "INSERT OR IGNORE INTO anmeldung (login, art, spur) VALUES (?, ?, ?)",
                  "ttt", login, art, spur))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_order (Db *db, const char *art, const Facts *f, GError **error)
{
  const FactAuftrag *a = f->auftrag;
  return !a ||
         sql_run (db, error,
                  "INSERT INTO auftrag (art, spur, vorlage, amt, frist, berichtet, sachstand) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)",
                  "ttttttt", art, f->spur, a->vorlage, a->amt, a->frist, a->berichtet, a->sachstand);
}

gboolean
index_put (Db *db, const IndexVersion *v, const Doc *doc, const Facts *f, GError **error)
{
  const char *art = doc_art_name (v->art);
  if (v->spur_vorher && g_strcmp0 (v->spur_vorher, v->spur) != 0 &&
      !rename_all (db, art, v->spur_vorher, v->spur, error))
    return FALSE;
  if (!put_version (db, v, f, error))
    return FALSE;
  return !f || (put_aliases (db, art, f, error) && put_row (db, v, f, error) &&
                clear_lists (db, art, f->spur, error) && put_stations (db, art, f, error) &&
                put_files (db, art, f, error) && put_order (db, art, f, error) &&
                put_logins (db, art, doc, f->spur, error));
}

gboolean
index_set_time (Db *db, guint64 seq, gint64 zeit, GError **error)
{
  return sql_run (db, error, "UPDATE version SET zeit = ? WHERE seq = ?", "ii", zeit, (gint64) seq);
}

/* -- names that are taken -- */

/* The Kennung of another document that stands in the way, or NULL. */
static StoreAnswer
in_the_way (Db *db, const char *text, const char *art, const char *name, const char *spur, char **ret,
            GError **error)
{
  g_autoptr (Sql) q = sql_query (db, error, text, "ttt", art, name, spur);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND)
    *ret = g_strdup (sql_text (q, 0));
  return a;
}

static gboolean
check_kennung (Db *db, const Facts *f, const char *spur, GError **error)
{
  const char *art = doc_art_name (f->art);
  g_autofree char *other = NULL;
  g_autofree char *file = text_file_name (f->kennung);
  g_autofree char *lower = g_ascii_strdown (file, -1);
  StoreAnswer a =
    in_the_way (db, "SELECT kennung FROM dokument WHERE art = ? AND klein = ? AND spur IS NOT ?", art,
                lower, spur, &other, error);
  if (a == STORE_FOUND && g_strcmp0 (other, f->kennung) == 0)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "Die Kennung „%s“ ist vergeben. Abhilfe: eine andere wählen.", f->kennung);
  if (a == STORE_FOUND)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "Die Kennung „%s“ unterscheidet sich von „%s“ nur in Groß- und Kleinschreibung; ihre "
                 "Dateien wären auf manchen Rechnern dieselbe. Abhilfe: eine andere wählen.",
                 f->kennung, other);
  if (a == STORE_ABSENT)
    a = in_the_way (db,
                    "SELECT d.kennung FROM alias AS a JOIN dokument AS d USING (art, spur) "
                    "WHERE a.art = ? AND a.name = ? AND a.spur IS NOT ?",
                    art, f->kennung, spur, &other, error);
  if (a == STORE_FOUND)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "Die Kennung „%s“ hieß früher %s „%s“ und bleibt dafür vergeben. Abhilfe: eine andere "
                 "wählen.",
                 f->kennung, art, other);
  return a == STORE_ABSENT;
}

static gboolean
check_files_within (const Facts *f, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < f->dateien->len; i++) {
    const FactFile *file = f->dateien->pdata[i], *other;
    char *lower = g_ascii_strdown (file->path, -1);
    other = g_hash_table_lookup (seen, lower);
    if (other && (g_strcmp0 (other->path, file->path) != 0 ||
                  g_strcmp0 (other->commitment, file->commitment) != 0)) {
      g_free (lower);
      return fail (error, RATSWEG_ERROR_INVALID,
                   "%s: zwei verschiedene Inhalte heißen %s und %s. Abhilfe: einer der Dateien einen "
                   "anderen Namen geben (Groß- und Kleinschreibung genügt nicht).",
                   f->kennung, other->path, file->path);
    }
    g_hash_table_insert (seen, lower, (gpointer) file);
  }
  return TRUE;
}

gboolean
index_check_free (Db *db, const Facts *f, const char *spur, GError **error)
{
  if (!check_kennung (db, f, spur, error) || !check_files_within (f, error))
    return FALSE;
  for (guint i = 0; i < f->dateien->len; i++) {
    const FactFile *file = f->dateien->pdata[i];
    g_autofree char *other = NULL;
    g_autofree char *lower = g_ascii_strdown (file->path, -1);
    StoreAnswer a =
      in_the_way (db,
                  "SELECT d.kennung FROM datei AS f JOIN dokument AS d USING (art, spur) "
                  "WHERE ?1 IS NOT NULL AND f.klein = ?2 AND (f.art IS NOT ?1 OR f.spur IS NOT ?3)",
                  doc_art_name (f->art), lower, spur, &other, error);
    if (a == STORE_FOUND)
      return fail (
        error, RATSWEG_ERROR_INVALID,
        "%s: die Datei %s gehört schon zu „%s“. Abhilfe: der Datei einen anderen Namen geben.",
        f->kennung, file->path, other);
    if (a == STORE_FAILED)
      return FALSE;
  }
  return TRUE;
}

/* -- the whole anew -- */

gboolean
index_version_of (const Event *e, const EventDoc *d, IndexVersion *ret)
{
  if (d->vorher == d->nachher || !d->kennung || !doc_art_parse (d->art, &ret->art) ||
      !hex_decode (d->commitment_nachher, ret->commitment.b, HASH_BYTES))
    return FALSE;
  ret->spur = d->kennung;
  ret->spur_vorher = d->kennung_vorher;
  ret->stand = d->nachher;
  ret->seq = e->seq;
  ret->zeit = e->zeit;
  return TRUE;
}

typedef struct {
  Store *s;
  Db *target;
  guint64 next;
} Rebuild;

/* An index is only made from events that are all there, as the tree knows them. */
static gboolean
check_event (Rebuild *r, guint64 seq, GBytes *xml, GError **error)
{
  Hash kept, leaf = tree_leaf (xml);
  StoreAnswer a = events_row (r->s, 0, r->next, &kept, error);
  if (a == STORE_FAILED)
    return FALSE;
  if (seq != r->next || a == STORE_ABSENT || !hash_equal (&kept, &leaf))
    return fail (error, RATSWEG_ERROR_DAMAGED,
                 "Ereignis %" G_GUINT64_FORMAT
                 " fehlt oder wurde geändert; aus einem beschädigten Trail "
                 "entsteht kein Verzeichnis. Abhilfe: „ratsweg pruefe“; eine Sicherung einspielen.",
                 r->next);
  r->next++;
  return TRUE;
}

static gboolean
check_end (Rebuild *r, GError **error)
{
  Hash kept;
  StoreAnswer a = events_row (r->s, 0, r->next, &kept, error);
  return a == STORE_ABSENT ||
         (a == STORE_FOUND && fail (error, RATSWEG_ERROR_DAMAGED,
                                    "Ereignis %" G_GUINT64_FORMAT
                                    " fehlt am Ende des Trails. Abhilfe: „ratsweg pruefe“; eine "
                                    "Sicherung einspielen.",
                                    r->next));
}

static gboolean
replay_doc (const Rebuild *r, const IndexVersion *v, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *label = store_label (v->art, v->spur, v->stand);
  StoreAnswer a = content_get (r->s, &v->commitment, label, &bytes, error);
  if (a == STORE_ABSENT)
    return fail (error, RATSWEG_ERROR_DAMAGED, "%s: der Inhalt fehlt.", label);
  if (a == STORE_FAILED)
    return FALSE;
  g_autoptr (Doc) doc = doc_open_stored (v->art, v->spur, bytes, label, error);
  if (!doc)
    return FALSE;
  g_autoptr (Facts) f = facts_of (doc);
  return index_put (r->target, v, doc, f, error);
}

static gboolean
replay_event (guint64 seq, GBytes *xml, gpointer user, GError **error)
{
  if (!check_event (user, seq, xml, error))
    return FALSE;
  g_autoptr (Event) e = event_read (xml, error);
  for (guint i = 0; e && i < e->dokumente->len; i++) {
    IndexVersion v = { 0 };
    if (index_version_of (e, e->dokumente->pdata[i], &v) && !replay_doc (user, &v, error))
      return FALSE;
  }
  return e != NULL;
}

gboolean
index_rebuild (Store *s, Db *target, GError **error)
{
  gint64 files = 0;
  Rebuild r = { s, target, 0 };
  gboolean own = target == s->db;
  if (own) /* an index so old that it has no such note counts as: no file was looked after */
    index_get_meta (target, "dateien", &files, NULL);
  content_remember (s);
  gboolean ok = tables_reset_index (target, error) &&
                (!own || index_set_meta (target, "dateien", files, error)) &&
                store_each_event (s, 0, G_MAXINT64, replay_event, &r, error) && check_end (&r, error);
  content_forget (s);
  return ok;
}

gboolean
index_get_meta (Db *db, const char *name, gint64 *ret, GError **error)
{
  *ret = 0;
  return sql_number (db, error, ret, "SELECT wert FROM meta WHERE name = ?", "t", name) != STORE_FAILED;
}

gboolean
index_set_meta (Db *db, const char *name, gint64 value, GError **error)
{
  return sql_run (db, error, "INSERT OR REPLACE INTO meta (name, wert) VALUES (?, ?)", "ti", name,
                  value);
}
