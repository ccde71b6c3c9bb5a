/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of rules/ and route/ share: the shipped rules, small documents from text, an Akte, taking a
 * step.  Owns the rules, once a program. */
#pragma once
#include "route/step.h"
#include "base/error.h"
#include "base/file.h"
#include "doc/open.h"
#include "doc/vorlage.h"
#include <string.h>

#define NS "xmlns=\"urn:ratsweg:1\""

static inline Doc *
doc_from (const char *text, const char *quelle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  Doc *d = doc_open (bytes, quelle, &error);
  g_assert_no_error (error);
  return d;
}

static inline Doc *document (const char *fmt, ...) G_GNUC_PRINTF (1, 2);
static inline Doc *
document (const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_autofree char *text = g_strdup_vprintf (fmt, ap);
  va_end (ap);
  return doc_from (text, "probe.xml");
}

static inline char *
written (const Doc *d)
{
  g_autoptr (GBytes) bytes = doc_bytes (d);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline char *
shipped (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GBytes) bytes = file_read (file, DOC_MAX_BYTES, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The rules as shipped: the Land and the city. */
static inline const Regeln *
rules (void)
{
  static Regeln *r;
  if (r)
    return r;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = shipped ("templates/nrw/regeln.xml");
  g_autofree char *city = shipped ("templates/dortmund/profil.xml");
  g_autoptr (Doc) b = doc_from (base, "regeln.xml");
  g_autoptr (Doc) p = doc_from (city, "profil.xml");
  r = regeln_new (b, p, &error);
  g_assert_no_error (error);
  return r;
}

/* -- documents -- */

static inline char *
id_of (const char *kennung)
{
  return g_compute_checksum_for_string (G_CHECKSUM_MD5, kennung, -1);
}

/* @rest: further elements behind the roles, or "". */
static inline Doc *
account (const char *kennung, const char *stelle, const char *rollen, const char *rest)
{
  g_autofree char *id = id_of (kennung);
  g_autoptr (GString) roles = g_string_new (NULL);
  g_auto (GStrv) list = g_strsplit (rollen, " ", -1);
  for (guint i = 0; list[i]; i++)
    g_string_append_printf (roles, "<rolle>%s</rolle>", list[i]);
  return document ("<benutzer " NS
                   " kennung=\"%s\" stand=\"1\" id=\"%s\"><bezeichnung>Konto</bezeichnung>"
                   "%s%s%s%s%s</benutzer>",
                   kennung, id, stelle ? "<stelle>" : "", stelle ? stelle : "",
                   stelle ? "</stelle>" : "", roles->str, rest);
}

static inline Akte *
akte_on (const char *day)
{
  g_autofree char *now = g_strconcat (day, "T10:00", NULL);
  return akte_new (rules (), day, day, now);
}

/* Takes @take. */
static inline void
put (Akte *a, Doc *take)
{
  akte_add (a, take);
  doc_unref (take);
}

static inline void
put_body (Akte *a, const char *kennung)
{
  put (a, document ("<gremium " NS
                    " kennung=\"%s\" art=\"ausschuss\" stand=\"1\"><name>%s</name></gremium>",
                    kennung, kennung));
}

static inline void
put_sitting (Akte *a, const char *gremium, const char *start, const char *zustand)
{
  put (a, document ("<sitzung " NS " kennung=\"%s/%.10s\" gremium=\"%s\" stand=\"1\" zustand=\"%s\">"
                    "<beginn>%s</beginn></sitzung>",
                    gremium, start, gremium, zustand, start));
}

/* A paper; @attributes of its root, @stations the content of its Beratungsfolge. */
static inline Doc *
paper (const char *attributes, const char *rest, const char *stations)
{
  return document (
    "<vorlage " NS " oeffentlich=\"ja\" kennung=\"00001-21\" stand=\"3\" naechste-id=\"20\" %s>"
    "<kopf><datum>2021-08-19</datum></kopf><titel>Roadmap</titel>"
    "<abschnitt art=\"beschlussvorschlag\" id=\"a11\"><p>Der Rat beschließt.</p></abschnitt>"
    "<abschnitt art=\"begruendung\" id=\"a12\"><p>Darum.</p></abschnitt>%s"
    "<beratungsfolge>%s</beratungsfolge></vorlage>",
    attributes, rest, stations);
}

/* Takes @take as the object. */
static inline void
set_object (Akte *a, Doc *take)
{
  doc_unref (a->objekt);
  a->objekt = take;
}

static inline void
acts (Akte *a, Doc *take)
{
  doc_unref (a->benutzer);
  a->benutzer = take;
}

/* -- steps -- */

/* "station=s1 code=vertagt" */
static inline GHashTable *
values_of (const char *text)
{
  GHashTable *h = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++) {
    char *equals = strchr (words[i], '=');
    if (equals)
      g_hash_table_insert (h, g_strndup (words[i], (gsize) (equals - words[i])), g_strdup (equals + 1));
  }
  return h;
}

/* The step as asked; NULL and the error where the call is wrong. */
static inline StepResult *
ask_step (const Akte *a, const char *schritt, const char *werte, const char *grund, const char *text,
          GError **error)
{
  g_autoptr (GHashTable) values = values_of (werte);
  g_autofree char *xml = g_strdup_printf ("<text " NS ">%s</text>", text ? text : "");
  g_autoptr (xmlDoc) t = xmlReadMemory (xml, (int) strlen (xml), "text", "UTF-8", XML_PARSE_NONET);
  StepRequest request = { .schritt = schritt,
                          .werte = values,
                          .grund = grund,
                          .text = text ? xmlDocGetRootElement (t) : NULL,
                          .frische_id = "000102030405060708090a0b0c0d0e0f" };
  return route_step (a, &request, error);
}

static inline StepResult *
step_text (const Akte *a, const char *schritt, const char *werte, const char *grund, const char *text)
{
  g_autoptr (GError) error = NULL;
  StepResult *r = ask_step (a, schritt, werte, grund, text, &error);
  g_assert_no_error (error);
  return r;
}

static inline StepResult *
step (const Akte *a, const char *schritt, const char *werte, const char *grund)
{
  return step_text (a, schritt, werte, grund, NULL);
}

/* The file is refused as wrong input: the message names it and says this. */
static inline void
assert_bad_file (const Akte *a, Doc *neu, const char *says)
{
  g_autoptr (GError) error = NULL;
  StepRequest request = { .schritt = route_check_in_step (a, neu),
                          .neu = neu,
                          .frische_id = "000102030405060708090a0b0c0d0e0f" };
  g_assert_null (route_step (a, &request, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, doc_quelle (neu)));
  g_assert_nonnull (strstr (error->message, says));
  g_assert_nonnull (strstr (error->message, "Abhilfe: "));
}

static inline StepResult *
check_in (const Akte *a, Doc *neu)
{
  g_autoptr (GError) error = NULL;
  StepRequest request = { .schritt = route_check_in_step (a, neu),
                          .neu = neu,
                          .frische_id = "000102030405060708090a0b0c0d0e0f" };
  StepResult *r = route_step (a, &request, &error);
  g_assert_no_error (error);
  return r;
}

/* A file that takes this step. */
static inline StepResult *
check_in_as (const Akte *a, Doc *neu, const char *schritt, const char *grund)
{
  g_autoptr (GError) error = NULL;
  StepRequest request = {
    .schritt = schritt, .neu = neu, .grund = grund, .frische_id = "000102030405060708090a0b0c0d0e0f"
  };
  StepResult *r = route_step (a, &request, &error);
  g_assert_no_error (error);
  return r;
}

static inline Doc *
result_doc (const StepResult *r)
{
  return ((StepDoc *) r->neu->pdata[0])->doc;
}

static inline const Refusal *
refusal_of (const StepResult *r, const char *waechter)
{
  for (guint i = 0; i < r->refusals->len; i++) {
    const Refusal *f = r->refusals->pdata[i];
    if (g_str_equal (f->waechter, waechter))
      return f;
  }
  return NULL;
}

static inline void
assert_taken (const StepResult *r)
{
  for (guint i = 0; i < r->refusals->len; i++)
    g_test_message ("objection: %s", ((Refusal *) r->refusals->pdata[i])->text);
  g_assert_false (r->abgelehnt);
}

/* Refused by this guard and no other. */
static inline void
assert_refused_by (const StepResult *r, const char *waechter)
{
  for (guint i = 0; i < r->refusals->len; i++)
    g_test_message ("objection: %s", ((Refusal *) r->refusals->pdata[i])->text);
  g_assert_true (r->abgelehnt);
  g_assert_nonnull (refusal_of (r, waechter));
  g_assert_cmpuint (r->refusals->len, ==, 1);
}

/* "rolle zustand": the names of what objected, in their order. */
static inline void
assert_objections (const StepResult *r, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < r->refusals->len; i++)
    g_string_append_printf (names, "%s%s", i ? " " : "", ((Refusal *) r->refusals->pdata[i])->waechter);
  g_assert_cmpstr (names->str, ==, expected);
}

/* The account that acts becomes one that may nothing; gives back the one before. */
static inline Doc *
stranger (Akte *a)
{
  Doc *before = a->benutzer;
  a->benutzer = account ("fremd", NULL, "revision", "");
  return before;
}

/* Wrong input as a file: an error that says this; whose guard it was is seen where another one objects too. */
static inline void
assert_file_refused_by (Akte *a, Doc *neu, const char *waechter, const char *says)
{
  g_autofree char *both = g_strconcat ("rolle ", waechter, NULL);
  assert_bad_file (a, neu, says);
  Doc *before = stranger (a);
  g_autoptr (StepResult) r = check_in (a, neu);
  assert_objections (r, both);
  acts (a, before);
}

/* The same for the values of a step. */
static inline void
assert_input_refused_by (Akte *a, const char *schritt, const char *werte, const char *waechter,
                         const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *both = g_strconcat ("rolle ", waechter, NULL);
  g_assert_null (ask_step (a, schritt, werte, "so", NULL, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  Doc *before = stranger (a);
  g_autoptr (StepResult) r = step (a, schritt, werte, "so");
  assert_objections (r, both);
  acts (a, before);
}

/* The new documents take the place of those that were read. */
static inline void
keep (Akte *a, const StepResult *r)
{
  for (guint i = 0; i < r->neu->len; i++) {
    const StepDoc *d = r->neu->pdata[i];
    if (i == 0)
      set_object (a, doc_ref (d->doc));
    for (guint k = 0; k < a->docs->len; k++) {
      Doc **old = (Doc **) &a->docs->pdata[k];
      const char *kennung = d->kennung_vorher ? d->kennung_vorher : doc_kennung (d->doc);
      if (doc_art (*old) == doc_art (d->doc) && g_strcmp0 (doc_kennung (*old), kennung) == 0) {
        doc_unref (*old);
        *old = doc_ref (d->doc);
      }
    }
  }
}

/* Takes the step and keeps what it made. */
static inline void
done (Akte *a, const char *schritt, const char *werte, const char *grund)
{
  g_autoptr (StepResult) r = step (a, schritt, werte, grund);
  assert_taken (r);
  keep (a, r);
}

static inline void
assert_zustand (const Akte *a, const char *zustand)
{
  g_assert_cmpstr (node_get (doc_root (a->objekt), "zustand"), ==, zustand);
}

static inline gboolean
has_sentence (const StepResult *r, const char *part)
{
  for (guint i = 0; i < r->saetze->len; i++)
    if (strstr (r->saetze->pdata[i], part))
      return TRUE;
  return FALSE;
}
