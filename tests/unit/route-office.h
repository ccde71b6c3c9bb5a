/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* An office with its accounts, number ranges and one paper, for the tests of what comes before the deliberation.
 * Owns what an Office holds. */
#pragma once
#include "route-help.h"

#define TODAY "2021-08-19"

static const char draft_text[] G_GNUC_UNUSED =
  "<vorlage " NS " art=\"beschlussvorlage\" oeffentlich=\"ja\">"
  "<kopf><fachbereich>1</fachbereich><datum>2021-08-19</datum></kopf><titel>Roadmap</titel>"
  "<abschnitt art=\"beschlussvorschlag\"><p>Der Rat beschließt die Roadmap.</p></abschnitt>"
  "<abschnitt art=\"finanzielle-auswirkungen\"><p>Keine Kosten.</p></abschnitt>"
  "<abschnitt art=\"begruendung\"><p>Darum geht es.</p></abschnitt>"
  "<anlagen><anlage titel=\"Übersicht\"/></anlagen>"
  "<mitzeichnung><zeichner stelle=\"fb-1\"/><zeichner stelle=\"dezernat\"/></mitzeichnung>"
  "<beratungsfolge><station gremium=\"rat\" zustaendigkeit=\"beschluss\" folge=\"1\"/></beratungsfolge>"
  "</vorlage>";

typedef struct {
  Akte *a;
} Office;

static inline void
put_range (Akte *a, const char *kennung, const char *muster, guint next)
{
  put (a, document ("<zaehler " NS " kennung=\"%s\" muster=\"%s\" naechste=\"%u\" stand=\"1\"/>",
                    kennung, muster, next));
}

static inline void
put_office (Akte *a, const char *kennung)
{
  put (a, document ("<stelle " NS
                    " kennung=\"%s\" art=\"fachbereich\" stand=\"1\"><name>%s</name></stelle>",
                    kennung, kennung));
}

static inline void
open_office (Office *o, gconstpointer data)
{
  (void) data;
  o->a = akte_on (TODAY);
  put_range (o->a, "entwurf", "entwurf-{nr:4}", 1);
  put_range (o->a, "drucksachen", "{nr:5}-{jj}", 21874);
  put_office (o->a, "fb-1");
  put_office (o->a, "dezernat");
  put_office (o->a, "fb-2");
  put_body (o->a, "rat");
  put_body (o->a, "apod");
  put_sitting (o->a, "rat", "2021-09-23T15:00", "geplant");
}

static inline void
close_office (Office *o, gconstpointer data)
{
  (void) data;
  akte_free (o->a);
}

/* -- who acts -- */

static inline void
as_clerk (Office *o)
{
  acts (o->a, account ("sachbearbeitung", "fb-1", "sachbearbeitung", ""));
}

static inline void
as_signer (Office *o, const char *stelle)
{
  g_autofree char *name = g_strconcat ("leitung-", stelle, NULL);
  acts (o->a, account (name, stelle, "mitzeichnung", ""));
}

static inline void
as_releaser (Office *o)
{
  acts (o->a, account ("freigabe", NULL, "freigabe", ""));
}

static inline void
as_service (Office *o)
{
  acts (o->a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
}

static inline void
begin (Office *o)
{
  as_clerk (o);
  g_autoptr (Doc) d = doc_from (draft_text, "entwurf.xml");
  g_autoptr (StepResult) r = check_in (o->a, d);
  assert_taken (r);
  keep (o->a, r);
}

static inline void
submit (Office *o)
{
  as_clerk (o);
  done (o->a, "vorlegen", "", NULL);
}

static inline void
sign_as (Office *o, const char *stelle)
{
  as_signer (o, stelle);
  done (o->a, "mitzeichnen", "", NULL);
}

static inline void
sign_all (Office *o)
{
  begin (o);
  submit (o);
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  assert_zustand (o->a, "mitgezeichnet");
}

static inline void
release (Office *o)
{
  as_releaser (o);
  done (o->a, "freigeben", "", NULL);
}

/* The present text with @find replaced. */
static inline Doc *
edited (const Office *o, const char *find, const char *by)
{
  g_autofree char *text = written (o->a->objekt);
  const char *at = strstr (text, find);
  g_assert_nonnull (at);
  g_autofree char *next = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, by, at + strlen (find));
  return doc_from (next, "neu.xml");
}

static inline StepResult *
edit (Office *o, const char *find, const char *by)
{
  g_autoptr (Doc) d = edited (o, find, by);
  return check_in (o->a, d);
}

static inline void
edit_keep (Office *o, const char *find, const char *by)
{
  g_autoptr (StepResult) r = edit (o, find, by);
  assert_taken (r);
  keep (o->a, r);
}

/* One letter a signer in their order: o offen, g gezeichnet, z zurueckgegeben. */
static inline void
assert_signers (const Office *o, const char *expected)
{
  g_autoptr (GString) s = g_string_new (NULL);
  NODE_EACH (n, node_child (doc_root (o->a->objekt), "mitzeichnung"), "zeichner")
    g_string_append_c (s, *node_get (n, "zustand"));
  g_assert_cmpstr (s->str, ==, expected);
}

static inline void
assert_nummer (const Office *o, const char *kennung, const char *next)
{
  const Doc *range = akte_doc (o->a, DOC_ZAEHLER, "drucksachen");
  g_assert_cmpstr (doc_kennung (o->a->objekt), ==, kennung);
  g_assert_cmpstr (node_get (doc_root (range), "naechste"), ==, next);
}

#define ADD(name, data, fn)                                                                             \
  g_test_add ("/route/sign/" name, Office, (gconstpointer) (data), open_office, fn, close_office)
