/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The check of a store: each kind of damage is found and named.  The damage is done with SQLite behind the
 * store's back, as somebody with the right to write the file could. */
#include "store-help.h"
#include "base/error.h"
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define UNLOCK                                                                                          \
  "DROP TRIGGER ereignis_bleibt; DROP TRIGGER ereignis_da; DROP TRIGGER ereignis_folge;"                \
  "DROP TRIGGER knoten_bleibt; DROP TRIGGER knoten_da; DROP TRIGGER knoten_neu;"

/* Five events: two versions of one paper, an image in it, a sitting, an account, a second paper. */
static char *
make (void)
{
  GError *error = NULL;
  guint8 nonce[NONCE_BYTES];
  Hash image, reason;
  char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_store_vorlage (s, "21874-21", "Eins");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Bild", 4);
  g_assert_true (store_begin (s, &error));
  g_autoptr (Event) e = help_event (s);
  help_nonce (nonce);
  g_assert_true (store_put_content (s, bytes, nonce, &image, &error));
  help_nonce (nonce);
  g_assert_true (store_put_text (s, "weil es eilt", nonce, &reason, &error));
  e->grund = hex_encode (reason.b, HASH_BYTES);
  EventDoc *ed = event_add_doc (e, "inhalt", NULL);
  ed->nachher = 1;
  ed->commitment_nachher = hex_encode (image.b, HASH_BYTES);
  g_autofree char *more =
    g_strdup_printf ("<p><img src='a.png' alt='x' inhalt='%s'/></p>", ed->commitment_nachher);
  g_autoptr (Doc) two = help_vorlage ("21874-21", "Zwei", more);
  help_put (s, e, two, NULL, &error);
  help_put_event (s, e, &error);
  g_assert_no_error (error);
  g_assert_true (store_commit (s, &error));
  g_autoptr (Doc) sitting =
    help_doc (DOC_SITZUNG, "<sitzung xmlns='urn:ratsweg:1' kennung='rat/2021-09-23' gremium='rat'>"
                           "<beginn>2021-09-23T15:00</beginn></sitzung>");
  help_step (s, sitting, NULL);
  g_autoptr (Doc) rules =
    help_doc (DOC_REGELN,
              "<regeln xmlns='urn:ratsweg:1' kennung='nrw' name='a' gueltig-ab='2020-01-01'/>");
  help_step (s, rules, NULL);
  help_store_vorlage (s, "21875-21", "Andere");
  help_assert_clean (s);
  return folder;
}

/* Damage by SQL (with all triggers in the way dropped before and restored after), then the findings. */
static GPtrArray *
after (const char *folder, const char *sql)
{
  g_autofree char *all = g_strconcat ("BEGIN;", UNLOCK, sql, "; COMMIT", NULL);
  g_assert_cmpint (help_sql (folder, all), ==, SQLITE_OK);
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  GPtrArray *found = help_findings (s);
  return found;
}

/* The findings but those about the dropped triggers. */
static guint
count (GPtrArray *found)
{
  guint n = 0;
  for (guint i = 0; i < found->len; i++)
    n += !g_str_has_prefix (found->pdata[i], "Datenbankschema");
  return n;
}

static void
test_clean (void)
{
  GError *error = NULL;
  StoreCounts n;
  g_autofree char *folder = make ();
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_assert_true (store_verify (s, NULL, NULL, NULL, &n, &error));
  g_assert_cmpuint (n.ereignisse, ==, 5);
  g_assert_cmpuint (n.staende, ==, 5);
  g_assert_cmpuint (n.inhalte, ==, 2); /* image, reason */
  g_assert_cmpuint (n.dateien, ==, 5); /* four documents, one image */
  g_assert_cmpuint (n.befunde, ==, 0);
}

static void
test_empty (void)
{
  g_autofree char *folder = help_folder ();
  g_autoptr (Store) s = help_create (folder);
  help_assert_clean (s);
}

static void
test_event_changed (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (
    folder,
    "UPDATE ereignis SET xml = CAST(replace(CAST(xml AS TEXT), 'ratsweg test', 'ratsweg tesT') AS BLOB) "
    "WHERE seq = 2");
  g_assert_true (help_has (found, "Ereignis 2: Das Ereignis und sein Blatt"));
  g_assert_cmpuint (count (found), ==, 1);
}

/* Event, leaf and all nodes above made to fit: the next event still names another one before it. */
static void
test_event_forged (void)
{
  GError *error = NULL;
  g_autofree char *folder = make ();
  g_autoptr (GBytes) xml = NULL;
  {
    g_autoptr (Store) s = help_open (folder, STORE_READ);
    g_assert_cmpint (store_event (s, 2, &xml, &error), ==, STORE_FOUND);
  }
  g_autofree char *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_auto (GStrv) parts = g_strsplit (text, "ratsweg test", 2);
  g_autofree char *forged = g_strjoinv ("ratsweg tesT", parts);
  Hash leaf = hash_bytes ("\0", 1, forged, strlen (forged), NULL, 0);
  g_autofree char *hex = hex_encode (leaf.b, HASH_BYTES);
  g_autofree char *sql = g_strdup_printf ("UPDATE ereignis SET xml = CAST('%s' AS BLOB) WHERE seq = 2;"
                                          "UPDATE knoten SET hash = x'%s' WHERE ebene = 0 AND nr = 2",
                                          forged, hex);
  g_autoptr (GPtrArray) found = after (folder, sql);
  g_assert_true (help_has (found, "Ereignis 3: Das Ereignis schließt nicht an das vorige an"));
  g_assert_true (help_has (found, "Baum, Knoten 1/1: Der Knoten passt nicht"));
}

static void
test_event_broken (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (folder, "UPDATE ereignis SET xml = x'00' WHERE seq = 4");
  g_assert_true (help_has (found, "Ereignis 4: Das Ereignis und sein Blatt"));
}

static void
test_event_missing (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (folder, "DELETE FROM ereignis WHERE seq = 2");
  g_assert_true (help_has (found, "Ereignis 2: In der Mitte des Trails fehlt"));
  g_assert_true (help_has (found, "es fehlen Ereignisse"));
  for (guint i = 0; i < found->len; i++)
    g_assert_false (g_str_has_prefix (found->pdata[i], "Baum"));
}

static void
test_tail_missing (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (folder, "DELETE FROM ereignis WHERE seq = 4");
  g_assert_true (help_has (found, "Ende des Trails: Der Baum kennt ein Ereignis 4"));
}

/* Without its rows in the tree, only a seal knows of a tail that was cut off. */
static void
test_tail_sealed (void)
{
  GError *error = NULL;
  Hash root;
  g_autofree char *folder = make ();
  {
    g_autoptr (Store) s = help_open (folder, STORE_READ);
    g_assert_true (store_root (s, &root, &error));
  }
  g_autofree char *base64 = g_base64_encode (root.b, HASH_BYTES);
  g_autofree char *seal = g_strdup_printf (
    "INSERT INTO siegel VALUES (5, CAST('beispiel' || char(10) || '5' || char(10) || '%s' || "
    "char(10) AS BLOB))",
    base64);
  g_assert_cmpint (help_sql (folder, seal), ==, SQLITE_OK);
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  help_assert_clean (s);
  g_autoptr (GPtrArray) found =
    after (folder, "DELETE FROM ereignis WHERE seq = 4; DELETE FROM knoten WHERE ebene = 0 AND nr = 4");
  g_assert_true (help_has (found, "Siegel 5: Das Siegel bezeugt 5 Ereignisse, da sind 4"));
}

static void
test_seal_differs (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found =
    after (folder, "INSERT INTO siegel VALUES (3, CAST('beispiel' || char(10) || '3' || char(10) || "
                   "'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' || char(10) AS BLOB))");
  g_assert_true (help_has (found, "Siegel 3: Das Siegel bezeugt eine andere Wurzel"));
  g_assert_cmpuint (count (found), ==, 1);
}

static void
test_tree_changed (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (
    folder,
    "UPDATE knoten SET hash = x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' "
    "WHERE ebene = 2 AND nr = 0");
  g_assert_true (help_has (found, "Baum, Knoten 2/0: Der Knoten passt nicht"));
  g_assert_cmpuint (count (found), ==, 1);
}

static void
test_tree_rows (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (folder, "DELETE FROM knoten WHERE ebene = 1 AND nr = 0;"
                                               "INSERT INTO knoten VALUES (1, 9, zeroblob(32))");
  g_assert_true (help_has (found, "Baum, Knoten 1/0: Der Knoten fehlt"));
  g_assert_true (help_has (found, "Baum: Knoten 1/9 ist zu viel"));
  g_assert_cmpuint (count (found), ==, 2);
}

static void
test_content_changed (void)
{
  g_autofree char *folder = make ();
  /* the newest version of the paper; its nonce decides like its bytes */
  g_autoptr (GPtrArray) found =
    after (folder,
           "UPDATE inhalt SET nonce = zeroblob(32) WHERE commitment = "
           "(SELECT commitment FROM version WHERE art = 'vorlage' AND spur = '21874-21' AND stand = 2)");
  g_assert_true (help_has (found, "Vorlage 21874-21, Stand 2: Das Aufbewahrte ist beschädigt"));
  g_assert_cmpuint (count (found), ==, 1);
}

/* The store never hands out what does not match its commitment. */
static void
test_content_refused (void)
{
  GError *error = NULL;
  g_auto (StoreDoc) d = { 0 };
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found =
    after (folder,
           "UPDATE inhalt SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) AS BLOB) WHERE "
           "commitment = (SELECT commitment FROM version WHERE spur = '21874-21' AND stand = 1)");
  g_assert_true (help_has (found, "Vorlage 21874-21, Stand 1"));
  g_assert_true (help_has (found, "Vorlage 21874-21, Stand 2")); /* coded on it */
  g_autoptr (Store) s = help_open (folder, STORE_WRITE);
  g_assert_cmpint (store_get (s, DOC_VORLAGE, "21874-21", 1, &d, &error), ==, STORE_FAILED);
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Vorlage 21874-21, Stand 1"));
  g_clear_error (&error);
  /* another document is as usable as before */
  g_assert_cmpint (store_get (s, DOC_VORLAGE, "21875-21", 0, &d, &error), ==, STORE_FOUND);
  g_assert_no_error (error);
}

static void
test_content_missing (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found = after (
    folder,
    "DELETE FROM inhalt WHERE commitment = (SELECT commitment FROM version WHERE art = 'sitzung')");
  g_assert_true (help_has (found, "Sitzung rat/2021-09-23, Stand 1: Der Inhalt"));
  g_assert_true (help_has (found, "fehlt, und kein Ereignis hat ihn gelöscht"));
  g_assert_cmpuint (count (found), ==, 1);
}

static void
test_content_unknown (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found =
    after (folder, "INSERT INTO inhalt VALUES (zeroblob(32), zeroblob(32), 0, NULL, x'00')");
  g_assert_true (help_has (found, "Inhalt 00000000"));
  g_assert_true (help_has (found, "Unbekannter Inhalt"));
  g_assert_cmpuint (count (found), ==, 1);
}

static char *
content_file (const char *folder)
{
  sqlite3 *db;
  sqlite3_stmt *q;
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT lower(hex(commitment)) FROM inhalt WHERE kodierung = 2", -1, &q, NULL);
  g_assert_cmpint (sqlite3_step (q), ==, SQLITE_ROW);
  const char *hex = (const char *) sqlite3_column_text (q, 0);
  char *name = g_strdup_printf ("inhalt/%.2s/%s", hex, hex);
  sqlite3_finalize (q);
  sqlite3_close (db);
  return name;
}

static void
test_content_file (void)
{
  g_autofree char *folder = make ();
  g_autofree char *name = content_file (folder);
  g_autofree char *beside = g_strdup_printf ("%.10s%064d", name, 7);
  g_autofree char *full = g_build_filename (folder, name, NULL);
  help_write (folder, name, "bild"); /* one bit */
  help_write (folder, beside, "fremd");
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_true (help_has (found, "Ereignis 1: Das Aufbewahrte ist beschädigt (Inhalt "));
  g_assert_true (help_has (found, beside));
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (unlink (full), ==, 0);
  g_autoptr (GPtrArray) gone = help_findings (s);
  g_assert_true (help_has (gone, name + 10));
}

static void
test_files (void)
{
  g_autofree char *folder = make ();
  g_autofree char *sitting = g_build_filename (folder, "sitzungen/2021/rat%2F2021-09-23.xml", NULL);
  g_autofree char *text = help_read (folder, "vorlagen/2021/21875-21.xml");
  text[strlen (text) - 2] ^= 1;
  help_write (folder, "vorlagen/2021/21875-21.xml", text);
  help_write (folder, "vorlagen/2021/neu.xml", "<x/>");
  help_write (folder, "profil/x.xml.teil-abc123", "");
  help_write (folder, "anlagen/21874-21/a.png", "anderes Bild");
  g_assert_cmpint (unlink (sitting), ==, 0);
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_true (
    help_has (found, "Datei vorlagen/2021/21875-21.xml: Die Datei wurde ohne Ereignis geändert"));
  g_assert_true (help_has (found, "Datei vorlagen/2021/neu.xml: Unbekannte Datei"));
  g_assert_true (help_has (found, "Datei profil/x.xml.teil-abc123: Rest eines"));
  g_assert_true (
    help_has (found, "Datei anlagen/21874-21/a.png: Die Datei wurde ohne Ereignis geändert"));
  g_assert_true (help_has (found,
                           "Datei sitzungen/2021/rat%2F2021-09-23.xml: Die lesbare Datei zu Sitzung "
                           "rat/2021-09-23, Stand 1 fehlt"));
  g_assert_cmpuint (found->len, ==, 5);
}

static void
test_schema (void)
{
  g_autofree char *folder = make ();
  g_assert_cmpint (help_sql (folder, "DROP TRIGGER ereignis_bleibt; CREATE TABLE fremd(x);"
                                     "DROP TRIGGER knoten_da; CREATE TRIGGER knoten_da BEFORE DELETE ON "
                                     "knoten BEGIN SELECT 1; END"),
                   ==, SQLITE_OK);
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_autoptr (GPtrArray) found = help_findings (s);
  g_assert_true (help_has (found, "„ereignis_bleibt“ fehlt"));
  g_assert_true (help_has (found, "„knoten_da“ lautet anders"));
  g_assert_true (help_has (found, "„fremd“ (table) ist unbekannt"));
  g_assert_cmpuint (found->len, ==, 3);
}

static void
test_request_column (void)
{
  g_autofree char *folder = make ();
  g_autoptr (GPtrArray) found =
    after (folder, "UPDATE ereignis SET anfrage = '00112233445566778899aabbccddeeff' WHERE seq = 1");
  g_assert_true (help_has (found, "Ereignis 1: Unter seiner Anfrage"));
  g_assert_cmpuint (count (found), ==, 1);
}

/* Each page of the database overwritten in turn: a finding or a refusal, never a crash, never "clean". */
static void
test_pages (void)
{
  g_autofree char *folder = make ();
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  gsize n;
  g_autofree char *good = NULL;
  g_assert_true (g_file_get_contents (path, &good, &n, NULL));
  for (gsize at = 0; at < n; at += 4096) {
    GError *error = NULL;
    StoreCounts c = { 0 };
    g_autofree char *bad = g_memdup2 (good, n);
    memset (bad + at, 0x5a, 4096);
    g_assert_true (g_file_set_contents (path, bad, (gssize) n, NULL));
    g_autoptr (Store) s = store_open (folder, STORE_READ, &error);
    gboolean ok = s && store_verify (s, NULL, NULL, NULL, &c, &error);
    g_assert_true (ok == !error);
    g_assert_true (!ok || c.befunde > 0);
    g_clear_error (&error);
  }
}

/* A store whose database is changed bit by bit. */
typedef struct {
  char *folder, *good;
  gsize n;
  int fd;
  Hash root;
} Flips;

static Flips
flips_begin (void)
{
  Flips f = { .folder = make () };
  g_autofree char *path = g_build_filename (f.folder, "ratsweg.db", NULL);
  g_autoptr (Store) s = help_open (f.folder, STORE_READ);
  g_assert_true (store_root (s, &f.root, NULL));
  g_assert_true (g_file_get_contents (path, &f.good, &f.n, NULL));
  f.fd = open (path, O_WRONLY | O_CLOEXEC);
  return f;
}

static void
flips_end (Flips *f)
{
  g_autoptr (Store) s = help_open (f->folder, STORE_READ);
  help_assert_clean (s);
  close (f->fd);
  g_free (f->folder);
  g_free (f->good);
}

/* What the check calls clean still holds the same events. */
static void
assert_seen (const Flips *f)
{
  StoreCounts c = { 0 };
  Hash now;
  g_autoptr (Store) s = store_open (f->folder, STORE_READ, NULL);
  if (!s || !store_verify (s, NULL, NULL, NULL, &c, NULL) || c.befunde > 0)
    return;
  g_assert_true (store_root (s, &now, NULL));
  g_assert_true (hash_equal (&f->root, &now));
  for (guint64 seq = 0; seq < 5; seq++) {
    g_autoptr (GBytes) xml = NULL;
    g_assert_cmpint (store_event (s, seq, &xml, NULL), ==, STORE_FOUND);
  }
}

/* The check comes to its end, too: the alarm ends the test. */
static void
flip (const Flips *f, gsize at, guint bit)
{
  char bad = (char) (f->good[at] ^ (1 << bit));
  g_assert_cmpint (pwrite (f->fd, &bad, 1, (off_t) at), ==, 1);
  alarm (60);
  assert_seen (f);
  alarm (0);
  g_assert_cmpint (pwrite (f->fd, &f->good[at], 1, (off_t) at), ==, 1);
}

/* Each @step-th byte from @first on, one bit of each. */
static void
flip_every (gsize first, gsize step)
{
  Flips f = flips_begin ();
  gsize tried = 0;
  for (gsize at = first; at < f.n; at += step, tried++)
    flip (&f, at, (guint) g_test_rand_int_range (0, 8));
  g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes", tried, f.n);
  flips_end (&f);
}

/* The number of cells in the head of each page: rows that are not there, out of order, twice. */
static void
test_cell_counts (void)
{
  Flips f = flips_begin ();
  for (gsize page = 0; page < f.n; page += 4096)
    for (guint bit = 0; bit < 16; bit++)
      flip (&f, page + (page == 0 ? 100 : 0) + 3 + bit / 8,
            bit % 8); /* the file's own head comes first */
  flips_end (&f);
}

/* A sample of 300 bytes, whose seed GLib prints; with RATSWEG_LANG set (make check-lang) every byte, by as many
 * processes as the machine has processors. */
static void
test_bits (void)
{
  gsize workers = g_get_num_processors ();
  if (!g_getenv ("RATSWEG_LANG")) {
    Flips f = flips_begin ();
    for (guint i = 0; i < 300; i++)
      flip (&f, (gsize) g_test_rand_int_range (0, (gint32) f.n), (guint) g_test_rand_int_range (0, 8));
    flips_end (&f);
    return;
  }
  for (gsize k = 0; k < workers; k++)
    if (fork () == 0) {
      flip_every (k, workers);
      _exit (0);
    }
  for (gsize k = 0; k < workers; k++) {
    int status;
    g_assert_cmpint (wait (&status), >, 0);
    g_assert_cmpint (status, ==, 0);
  }
}

static gboolean
stop (guint64 done, guint64 all, gpointer user)
{
  (void) done;
  (void) all;
  (void) user;
  return FALSE;
}

static void
test_interrupted (void)
{
  GError *error = NULL;
  StoreCounts n;
  g_autofree char *folder = make ();
  g_autoptr (Store) s = help_open (folder, STORE_READ);
  g_assert_false (store_verify (s, NULL, stop, NULL, &n, &error));
  g_assert_cmpint (error_exit_status (error), ==, 130);
  g_clear_error (&error);
}

#define ADD(name) g_test_add_func ("/store/verify/" #name, test_##name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (clean);
  ADD (empty);
  ADD (event_changed);
  ADD (event_forged);
  ADD (event_broken);
  ADD (event_missing);
  ADD (tail_missing);
  ADD (tail_sealed);
  ADD (seal_differs);
  ADD (tree_changed);
  ADD (tree_rows);
  ADD (content_changed);
  ADD (content_refused);
  ADD (content_missing);
  ADD (content_unknown);
  ADD (content_file);
  ADD (files);
  ADD (schema);
  ADD (request_column);
  ADD (pages);
  ADD (cell_counts);
  ADD (bits);
  ADD (interrupted);
  return g_test_run ();
}
