/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of store/ share: small documents, and whole steps.  Everything is inline so that each
 * test stays one file. */
#pragma once
#include "store/store.h"
#include "doc/write.h"
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define HELP G_GNUC_UNUSED static

/* Numbers that follow from a seed: nonces and request ids must differ, not be secret. */
HELP void
help_nonce (guint8 nonce[NONCE_BYTES])
{
  static guint64 count;
  guint64 seed[2] = { ++count, (guint64) getpid () };
  Hash h = hash_bytes (seed, sizeof seed, NULL, 0, NULL, 0);
  memcpy (nonce, h.b, NONCE_BYTES);
}

HELP char *
help_id (void)
{
  guint8 nonce[NONCE_BYTES];
  help_nonce (nonce);
  return hex_encode (nonce, 16);
}

HELP Doc *
help_doc (DocArt art, const char *xml)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  Doc *d = doc_open_stored (art, "brief", bytes, "Test", &error);
  g_assert_no_error (error);
  return d;
}

/* @more: children, e.g. an image; may be NULL. */
HELP Doc *
help_vorlage (const char *kennung, const char *titel, const char *more)
{
  g_autofree char *xml = g_strdup_printf (
    "<vorlage xmlns='urn:ratsweg:1' art='beschlussvorlage' oeffentlich='ja' kennung='%s' zustand='entwurf'>"
    "<kopf><datum>2021-09-01</datum></kopf><titel>%s</titel><abschnitt art='begruendung'>%s</abschnitt>"
    "<beratungsfolge><station id='s1' gremium='apod' zustaendigkeit='empfehlung'/></beratungsfolge>"
    "</vorlage>",
    kennung, titel, more ? more : "<p>Text.</p>");
  return help_doc (DOC_VORLAGE, xml);
}

HELP Event *
help_event (Store *s)
{
  GError *error = NULL;
  Hash last;
  gint64 zeit = 1632400000 * (gint64) G_USEC_PER_SEC;
  Event *e = event_new ();
  e->seq = store_count (s);
  StoreAnswer a = store_last_event (s, &zeit, &last, &error);
  g_assert_no_error (error);
  e->zeit = e->uhr = zeit + G_USEC_PER_SEC;
  e->vorher = a == STORE_FOUND ? hex_encode (last.b, HASH_BYTES) : NULL;
  e->art = g_strdup ("einlesen");
  e->anfrage = help_id ();
  e->wirksam = g_strdup ("2021-09-23");
  e->programm = g_strdup ("ratsweg test");
  return e;
}

/* Puts @doc and names it in @e; FALSE with the error of the store. */
HELP gboolean
help_put (Store *s, Event *e, Doc *doc, const char *kennung_vorher, GError **error)
{
  guint8 nonce[NONCE_BYTES];
  StoreVersion v;
  help_nonce (nonce);
  if (!store_put_doc (s, doc, kennung_vorher, e->seq, nonce, &v, error))
    return FALSE;
  g_autoptr (Facts) f = facts_of (doc);
  EventDoc *d = event_add_doc (e, doc_art_name (f->art), f->spur);
  d->kennung_vorher = kennung_vorher && f->art != DOC_BENUTZER && strcmp (kennung_vorher, f->spur) != 0
                        ? g_strdup (kennung_vorher)
                        : NULL;
  d->vorher = v.stand_vorher;
  d->nachher = v.stand;
  d->commitment_vorher = g_strdup (v.commitment_vorher);
  d->commitment_nachher = g_strdup (v.commitment);
  store_version_clear (&v);
  return TRUE;
}

HELP gboolean
help_put_event (Store *s, Event *e, GError **error)
{
  g_autoptr (GBytes) bytes = event_write (e, error);
  return bytes && store_put_event (s, e, bytes, error);
}

/* One step with one document. */
HELP gboolean
help_try (Store *s, Doc *doc, const char *kennung_vorher, GError **error)
{
  if (!store_begin (s, error))
    return FALSE;
  g_autoptr (Event) e = help_event (s);
  if (help_put (s, e, doc, kennung_vorher, error) && help_put_event (s, e, error))
    return store_commit (s, error);
  store_abort (s);
  return FALSE;
}

HELP void
help_step (Store *s, Doc *doc, const char *kennung_vorher)
{
  GError *error = NULL;
  help_try (s, doc, kennung_vorher, &error);
  g_assert_no_error (error);
}

HELP void
help_store_vorlage (Store *s, const char *kennung, const char *titel)
{
  g_autoptr (Doc) d = help_vorlage (kennung, titel, NULL);
  help_step (s, d, NULL);
}

HELP Store *
help_create (const char *folder)
{
  GError *error = NULL;
  Store *s = store_create (folder, &error);
  g_assert_no_error (error);
  return s;
}

HELP Store *
help_open (const char *folder, StoreMode mode)
{
  GError *error = NULL;
  Store *s = store_open (folder, mode, &error);
  g_assert_no_error (error);
  return s;
}

/* A folder name that is not there yet, below the current folder. */
HELP char *
help_folder (void)
{
  g_autofree char *name = g_strdup ("ablage-XXXXXX");
  g_autofree char *here = g_canonicalize_filename (g_mkdtemp (name), NULL);
  return g_build_filename (here, "a", NULL);
}

HELP void
help_findings_add (const char *what, const char *found, gpointer user)
{
  g_ptr_array_add (user, g_strdup_printf ("%s: %s", what, found));
}

/* All findings of a check, as "what: found"; the caller owns the array. */
HELP GPtrArray *
help_findings (Store *s)
{
  GError *error = NULL;
  StoreCounts n;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  store_verify (s, help_findings_add, NULL, list, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n.befunde, ==, list->len);
  return list;
}

HELP void
help_assert_clean (Store *s)
{
  g_autoptr (GPtrArray) list = help_findings (s);
  for (guint i = 0; i < list->len; i++)
    g_test_message ("%s", (char *) list->pdata[i]);
  g_assert_cmpuint (list->len, ==, 0);
}

HELP gboolean
help_has (GPtrArray *list, const char *part)
{
  for (guint i = 0; i < list->len; i++)
    if (strstr (list->pdata[i], part))
      return TRUE;
  for (guint i = 0; i < list->len; i++)
    g_test_message ("only: %s", (char *) list->pdata[i]);
  return FALSE;
}

/* Runs SQL behind the store's back; the answer is SQLite's. */
HELP int
help_sql (const char *folder, const char *text)
{
  sqlite3 *db;
  g_autofree char *path = g_build_filename (folder, "ratsweg.db", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  int rc = sqlite3_exec (db, text, NULL, NULL, NULL);
  sqlite3_close (db);
  return rc;
}

HELP char *
help_read (const char *folder, const char *name)
{
  char *text = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

HELP void
help_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}
