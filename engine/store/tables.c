/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Schema of the database.  Reads and writes no row of a document.  Called by open.c, index.c, verify.c. */
#include "store/tables.h"
#include "base/error.h"

/* Never change a letter here: stores in use are compared with it. */
const Table tables_trail[] = {
  { "ereignis",
    "CREATE TABLE ereignis(seq INTEGER PRIMARY KEY, xml BLOB NOT NULL, anfrage TEXT NOT NULL, "
    "teil INTEGER NOT NULL, UNIQUE(anfrage, teil))" },
  { "knoten", "CREATE TABLE knoten(ebene INTEGER NOT NULL, nr INTEGER NOT NULL, hash BLOB NOT NULL, "
              "PRIMARY KEY(ebene, nr)) WITHOUT ROWID" },
  { "siegel", "CREATE TABLE siegel(groesse INTEGER PRIMARY KEY, note BLOB NOT NULL)" },
  { "inhalt",
    "CREATE TABLE inhalt(commitment BLOB PRIMARY KEY, nonce BLOB, kodierung INTEGER, basis BLOB, "
    "bytes BLOB)" },
  { "person", "CREATE TABLE person(id BLOB PRIMARY KEY, nonce BLOB, name TEXT)" },
  { "ereignis_folge",
    "CREATE TRIGGER ereignis_folge BEFORE INSERT ON ereignis WHEN NEW.seq IS NOT "
    "(SELECT coalesce(max(seq), -1) + 1 FROM ereignis) OR EXISTS (SELECT 1 FROM ereignis WHERE "
    "anfrage = NEW.anfrage AND teil = NEW.teil) "
    "BEGIN SELECT raise(ABORT, 'Ereignisse werden nur angefügt'); END" },
  { "ereignis_bleibt", "CREATE TRIGGER ereignis_bleibt BEFORE UPDATE ON ereignis "
                       "BEGIN SELECT raise(ABORT, 'Ereignisse werden nicht geändert'); END" },
  { "ereignis_da", "CREATE TRIGGER ereignis_da BEFORE DELETE ON ereignis "
                   "BEGIN SELECT raise(ABORT, 'Ereignisse werden nicht gelöscht'); END" },
  { "knoten_neu", "CREATE TRIGGER knoten_neu BEFORE INSERT ON knoten WHEN EXISTS "
                  "(SELECT 1 FROM knoten WHERE ebene = NEW.ebene AND nr = NEW.nr) "
                  "BEGIN SELECT raise(ABORT, 'Knoten werden nur angefügt'); END" },
  { "knoten_bleibt", "CREATE TRIGGER knoten_bleibt BEFORE UPDATE ON knoten "
                     "BEGIN SELECT raise(ABORT, 'Knoten werden nicht geändert'); END" },
  { "knoten_da", "CREATE TRIGGER knoten_da BEFORE DELETE ON knoten "
                 "BEGIN SELECT raise(ABORT, 'Knoten werden nicht gelöscht'); END" },
  { "siegel_neu", "CREATE TRIGGER siegel_neu BEFORE INSERT ON siegel WHEN EXISTS "
                  "(SELECT 1 FROM siegel WHERE groesse = NEW.groesse) "
                  "BEGIN SELECT raise(ABORT, 'Siegel werden nur angefügt'); END" },
  { "siegel_bleibt", "CREATE TRIGGER siegel_bleibt BEFORE UPDATE ON siegel "
                     "BEGIN SELECT raise(ABORT, 'Siegel werden nicht geändert'); END" },
  { "siegel_da", "CREATE TRIGGER siegel_da BEFORE DELETE ON siegel "
                 "BEGIN SELECT raise(ABORT, 'Siegel werden nicht gelöscht'); END" },
  { NULL, NULL },
};

/* Every table but meta names art and spur of the document that a row belongs to: spur is the trail's name
 * of it, which for accounts is not their Kennung. */
const Table tables_index[] = {
  { "dokument",
    "CREATE TABLE dokument(art TEXT, spur TEXT, kennung TEXT NOT NULL, klein TEXT NOT NULL, "
    "stand INTEGER NOT NULL, commitment BLOB NOT NULL, seq INTEGER NOT NULL, titel TEXT, zustand TEXT, "
    "datum TEXT, gremium TEXT, gueltig_ab TEXT, pfad TEXT NOT NULL, alt TEXT, ordnung TEXT NOT NULL, "
    "papierart TEXT, wartet TEXT, wartet_termin TEXT, wartet_marken TEXT, "
    "PRIMARY KEY(art, spur), UNIQUE(art, kennung), UNIQUE(art, klein)) WITHOUT ROWID" },
  { "version", "CREATE TABLE version(art TEXT, spur TEXT, stand INTEGER, commitment BLOB NOT NULL, "
               "seq INTEGER NOT NULL, zeit INTEGER NOT NULL, gueltig_ab TEXT, "
               "PRIMARY KEY(art, spur, stand)) WITHOUT ROWID" },
  { "alias", "CREATE TABLE alias(name TEXT, art TEXT, spur TEXT NOT NULL, PRIMARY KEY(name, art)) "
             "WITHOUT ROWID" },
  { "station",
    "CREATE TABLE station(art TEXT, spur TEXT, nr INTEGER, id TEXT, gremium TEXT, termin TEXT, "
    "zustand TEXT, sitzung TEXT, code TEXT, auftrag TEXT, PRIMARY KEY(art, spur, nr)) WITHOUT ROWID" },
  { "auftrag",
    "CREATE TABLE auftrag(art TEXT, spur TEXT, vorlage TEXT, amt TEXT, frist TEXT, berichtet TEXT, sachstand TEXT, PRIMARY KEY(art, spur)) WITHOUT ROWID" },
  { "datei", "CREATE TABLE datei(pfad TEXT PRIMARY KEY, klein TEXT NOT NULL UNIQUE, art TEXT NOT NULL, "
             "spur TEXT NOT NULL, commitment BLOB NOT NULL) WITHOUT ROWID" },
  { "anmeldung", "CREATE TABLE anmeldung(login TEXT, art TEXT, spur TEXT, "
                 "PRIMARY KEY(login, art, spur)) WITHOUT ROWID" },
  { "meta", "CREATE TABLE meta(name TEXT PRIMARY KEY, wert INTEGER NOT NULL) WITHOUT ROWID" },
  { "station_sitzung", "CREATE INDEX station_sitzung ON station(sitzung)" },
  { "station_auftrag", "CREATE INDEX station_auftrag ON station(auftrag) WHERE auftrag = 'erwartet'" },
  { "dokument_liste",
    "CREATE INDEX dokument_liste ON dokument(art, coalesce(datum, ''), ordnung, kennung)" },
  { "dokument_zustand",
    "CREATE INDEX dokument_zustand ON dokument(art, zustand, coalesce(datum, ''), ordnung, kennung)" },
  { "dokument_gremium", "CREATE INDEX dokument_gremium ON dokument(art, gremium, datum, ordnung, "
                        "kennung) WHERE gremium IS NOT NULL" },
  { "dokument_kennung", "CREATE INDEX dokument_kennung ON dokument(kennung)" },
  { "dokument_pfad", "CREATE INDEX dokument_pfad ON dokument(pfad)" },
  { "version_seq", "CREATE INDEX version_seq ON version(seq)" },
  { "alias_spur", "CREATE INDEX alias_spur ON alias(art, spur)" },
  { "station_gremium", "CREATE INDEX station_gremium ON station(gremium, art, spur)" },
  { "datei_spur", "CREATE INDEX datei_spur ON datei(art, spur)" },
  { "anmeldung_spur", "CREATE INDEX anmeldung_spur ON anmeldung(art, spur)" },
  { NULL, NULL },
};

static gboolean
create (Db *db, const Table *list, GError **error)
{
  for (; list->name; list++)
    if (!sql_exec (db, list->text, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_version (Db *db, GError **error)
{
  g_autofree char *text = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d",
                                           TABLES_APPLICATION, TABLES_INDEX_VERSION);
  return sql_exec (db, text, error);
}

gboolean
tables_create_index (Db *db, GError **error)
{
  return create (db, tables_index, error) && set_version (db, error);
}

gboolean
tables_create (Db *db, GError **error)
{
  return create (db, tables_trail, error) && tables_create_index (db, error);
}

static gboolean
frozen (const char *name)
{
  for (const Table *t = tables_trail; t->name; t++)
    if (g_strcmp0 (t->name, name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
tables_reset_index (Db *db, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Sql) q =
    sql_query (db, error,
               "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", "");
  StoreAnswer a = q ? sql_step (q, error) : STORE_FAILED;
  for (; a == STORE_FOUND; a = sql_step (q, error))
    if (!frozen (sql_text (q, 0)))
      g_ptr_array_add (names, g_strdup (sql_text (q, 0)));
  if (a == STORE_FAILED)
    return FALSE;
  g_clear_pointer (&q, sql_done);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *text = g_strdup_printf ("DROP TABLE \"%s\"", (char *) names->pdata[i]);
    if (!sql_exec (db, text, error))
      return FALSE;
  }
  return tables_create_index (db, error);
}

gboolean
tables_version (Db *db, gint64 *ret_version, GError **error)
{
  gint64 application = 0;
  *ret_version = 0;
  if (sql_number (db, error, &application, "PRAGMA application_id", "") == STORE_FAILED ||
      sql_number (db, error, ret_version, "PRAGMA user_version", "") == STORE_FAILED)
    return FALSE;
  if (application != TABLES_APPLICATION)
    return fail (
      error, RATSWEG_ERROR_STORE,
      "%s: das ist keine Datenbank von Ratsweg. Abhilfe: mit -C den Ordner der Ablage nennen.",
      db->name);
  if (*ret_version > TABLES_INDEX_VERSION)
    return fail (error, RATSWEG_ERROR_STORE,
                 "%s: die Ablage wurde von einem neueren Ratsweg benutzt (Verzeichnis %" G_GINT64_FORMAT
                 ", dieses Programm kennt %d). Abhilfe: das neuere Programm verwenden.",
                 db->name, *ret_version, TABLES_INDEX_VERSION);
  return TRUE;
}
