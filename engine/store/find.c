/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Looking up documents, versions and contents.  Writes nothing.  Called by ratsweg.c, report/, ui/. */
#include "store/content.h"
#include "base/error.h"
#include <string.h>

char *
store_label (DocArt art, const char *kennung, guint stand)
{
  static const char *const words[DOC_N_ARTEN] = {
    "Vorlage", "Sitzung", "Gremium", "Stelle", "Konto",
    "Zähler",  "Auftrag", "Regeln",  "Profil", "Briefkopf"
  };
  return stand ? g_strdup_printf ("%s %s, Stand %u", words[art], kennung, stand)
               : g_strdup_printf ("%s %s", words[art], kennung);
}

gboolean
store_art (const char *name, DocArt *ret, GError **error)
{
  return doc_art_parse (name, ret) ||
         fail (error, RATSWEG_ERROR_DAMAGED,
               "Im Verzeichnis steht die unbekannte Dokumentart „%s“. Abhilfe: „ratsweg "
               "wiederherstellen“ legt das Verzeichnis neu an.",
               name ? name : "");
}

void
store_doc_clear (StoreDoc *d)
{
  g_clear_pointer (&d->kennung, g_free);
  g_clear_pointer (&d->bytes, g_bytes_unref);
}

/* -- by Kennung -- */

#define SELECT_PRESENT                                                                                  \
  "SELECT art, kennung FROM dokument WHERE kennung = ?1 AND (?2 IS NULL OR art = ?2) "                  \
  "UNION SELECT d.art, d.kennung FROM alias AS a JOIN dokument AS d USING (art, spur) "                 \
  "WHERE a.name = ?1 AND (?2 IS NULL OR a.art = ?2) ORDER BY 1, 2"

static StoreAnswer
find (Store *s, const char *kennung, const char *art, DocArt *ret_art, char **ret_kennung,
      GError **error)
{
  g_autoptr (GString) hits = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_autoptr (Sql) q = sql_query (s->index, error, SELECT_PRESENT, "tt", kennung, art);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  guint n = 0;
  for (; a == STORE_FOUND; a = sql_step (q, error), n++) {
    if (!store_art (sql_text (q, 0), ret_art, error))
      return STORE_FAILED;
    g_string_append_printf (hits, "%s%s:%s", n ? " oder " : "", sql_text (q, 0), sql_text (q, 1));
    if (!found)
      found = g_strdup (sql_text (q, 1));
  }
  if (a == STORE_FAILED || n == 0)
    return a;
  if (n > 1) {
    fail (error, RATSWEG_ERROR_UNKNOWN, "„%s“ ist nicht eindeutig. Abhilfe: %s angeben.", kennung,
          hits->str);
    return STORE_FAILED;
  }
  *ret_kennung = g_steal_pointer (&found);
  return STORE_FOUND;
}

StoreAnswer
store_find (Store *s, const char *kennung, DocArt *ret_art, char **ret_kennung, GError **error)
{
  DocArt art;
  const char *colon = strchr (kennung, ':');
  g_autofree char *word = colon ? g_strndup (kennung, (gsize) (colon - kennung)) : NULL;
  *ret_kennung = NULL;
  if (word && doc_art_parse (word, &art)) {
    StoreAnswer a = find (s, colon + 1, word, ret_art, ret_kennung, error);
    if (a != STORE_ABSENT)
      return a;
  }
  return find (s, kennung, NULL, ret_art, ret_kennung, error);
}

/* The document's names by its present or former Kennung. */
static StoreAnswer
names_of (Store *s, DocArt art, const char *kennung, char **ret_spur, char **ret_kennung, GError **error)
{
  g_autoptr (Sql) q = sql_query (
    s->index, error,
    "SELECT spur, kennung, 0 FROM dokument WHERE art = ?1 AND kennung = ?2 "
    "UNION ALL SELECT d.spur, d.kennung, 1 FROM alias AS a JOIN dokument AS d USING (art, spur) "
    "WHERE a.art = ?1 AND a.name = ?2 ORDER BY 3 LIMIT 1",
    "tt", doc_art_name (art), kennung);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND) {
    *ret_spur = g_strdup (sql_text (q, 0));
    *ret_kennung = g_strdup (sql_text (q, 1));
  }
  return a;
}

StoreAnswer
store_of_trail (Store *s, DocArt art, const char *spur, char **ret_kennung, GError **error)
{
  *ret_kennung = NULL;
  g_autoptr (Sql) q =
    sql_query (s->index, error, "SELECT kennung FROM dokument WHERE art = ?1 AND spur = ?2", "tt",
               doc_art_name (art), spur);
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a == STORE_FOUND)
    *ret_kennung = g_strdup (sql_text (q, 0));
  if (a != STORE_ABSENT)
    return a;
  g_autofree char *now = NULL;
  return names_of (s, art, spur, &now, ret_kennung, error);
}

/* -- versions -- */

/* Reads the one row (stand, commitment, seq) of @q, then the content. */
static StoreAnswer
take_version (Store *s, DocArt art, const char *kennung, Sql *q, StoreDoc *ret, GError **error)
{
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  if (a != STORE_FOUND)
    return a;
  g_auto (StoreDoc) d = { .art = art, .kennung = g_strdup (kennung) };
  d.stand = (guint) sql_int (q, 0);
  d.seq = (guint64) sql_int (q, 2);
  g_autofree char *label = store_label (art, kennung, d.stand);
  if (!sql_hash (q, 1, &d.commitment)) {
    fail (error, RATSWEG_ERROR_DAMAGED, "%s: das Verzeichnis nennt kein gültiges Commitment.", label);
    return STORE_FAILED;
  }
  sqlite3_reset (q->h); /* ends the read transaction before the content is unpacked */
  a = content_get (s, &d.commitment, label, &d.bytes, error);
  if (a == STORE_ABSENT) {
    fail (error, RATSWEG_ERROR_DAMAGED,
          "%s: der Inhalt fehlt. Abhilfe: eine Sicherung einspielen; „ratsweg pruefe“ nennt alles, was "
          "betroffen ist.",
          label);
    return STORE_FAILED;
  }
  if (a == STORE_FOUND) {
    *ret = d;
    d = (StoreDoc){ 0 };
  }
  return a;
}

/* @text has ?1 art, ?2 spur, and ?3 as @types says. */
#define VERSION_ROW "SELECT stand, commitment, seq FROM version WHERE art = ?1 AND spur = ?2 "

StoreAnswer
store_get (Store *s, DocArt art, const char *kennung, guint stand, StoreDoc *ret, GError **error)
{
  g_autofree char *spur = NULL, *now = NULL;
  StoreAnswer a = names_of (s, art, kennung, &spur, &now, error);
  if (a != STORE_FOUND)
    return a;
  g_autoptr (Sql) q = stand ? sql_query (s->index, error, VERSION_ROW "AND stand = ?3", "tti",
                                         doc_art_name (art), spur, (gint64) stand)
                            : sql_query (s->index, error, VERSION_ROW "ORDER BY stand DESC LIMIT 1",
                                         "tt", doc_art_name (art), spur);
  return take_version (s, art, now, q, ret, error);
}

StoreAnswer
store_get_at (Store *s, DocArt art, const char *kennung, gint64 instant, StoreDoc *ret, GError **error)
{
  g_autofree char *spur = NULL, *now = NULL;
  StoreAnswer a = names_of (s, art, kennung, &spur, &now, error);
  if (a != STORE_FOUND)
    return a;
  g_autoptr (Sql) q =
    sql_query (s->index, error, VERSION_ROW "AND zeit <= ?3 ORDER BY stand DESC LIMIT 1", "tti",
               doc_art_name (art), spur, instant);
  return take_version (s, art, now, q, ret, error);
}

StoreAnswer
store_in_force (Store *s, DocArt art, const char *kennung, const char *day, StoreDoc *ret,
                GError **error)
{
  g_autofree char *spur = NULL, *now = NULL;
  StoreAnswer a = names_of (s, art, kennung, &spur, &now, error);
  if (a != STORE_FOUND)
    return a;
  g_autoptr (Sql) q =
    sql_query (s->index, error,
               VERSION_ROW "AND coalesce(gueltig_ab, '') <= ?3 ORDER BY stand DESC LIMIT 1", "ttt",
               doc_art_name (art), spur, day);
  return take_version (s, art, now, q, ret, error);
}

StoreAnswer
store_content (Store *s, const Hash *commitment, GBytes **ret, GError **error)
{
  *ret = NULL;
  return content_get (s, commitment, "Ein Inhalt", ret, error);
}
