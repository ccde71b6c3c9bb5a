/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reads the votes of a request and adds them up.  Judges nothing but their form.  Called by guards, effects and
 * values.c. */
#include "route/votes.h"
#include "base/error.h"
#include <string.h>

const char *const vote_kinds[] = { "ja", "nein", "enthaltung", "ungueltig", "nicht-abgestimmt", NULL };

static const char *
kind_of (const char *word)
{
  for (guint i = 0; vote_kinds[i]; i++)
    if (g_strcmp0 (vote_kinds[i], word) == 0)
      return vote_kinds[i];
  return NULL;
}

static gboolean
is_number (const char *text)
{
  return text && *text && strlen (text) <= 9 && strspn (text, "0123456789") == strlen (text);
}

/* "SPD:ja=20,nein=1" */
static void
faction (const char *part, void (*each) (const char *, const char *, const char *, gpointer),
         gpointer user)
{
  g_auto (GStrv) name = g_strsplit (part, ":", 2);
  g_auto (GStrv) pairs = g_strsplit (name[0] && name[1] ? name[1] : "", ",", -1);
  if (!pairs[0] || !*name[0])
    each (part, NULL, NULL, user);
  for (guint i = 0; pairs[i]; i++) {
    g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
    gboolean right = pair[0] && is_number (pair[1]);
    each (name[0], right ? kind_of (pair[0]) : NULL, right ? pair[1] : NULL, user);
  }
}

/* "ja=p-1,p-2" */
static void
by_name (const char *part, void (*each) (const char *, const char *, const char *, gpointer),
         gpointer user)
{
  g_auto (GStrv) pair = g_strsplit (part, "=", 2);
  g_auto (GStrv) persons = g_strsplit (pair[0] && pair[1] ? pair[1] : "", ",", -1);
  if (!persons[0])
    each (part, NULL, NULL, user);
  for (guint i = 0; persons[i]; i++)
    each (persons[i], *persons[i] ? kind_of (pair[0]) : NULL, NULL, user);
}

void
votes_each (const Zug *z, const char *value,
            void (*each) (const char *who, const char *kind, const char *number, gpointer user),
            gpointer user)
{
  const char *text = zug_wert (z, value);
  g_auto (GStrv) parts = g_strsplit (text ? text : "", ";", -1);
  for (guint i = 0; parts[i]; i++)
    if (g_str_equal (value, "fraktionen"))
      faction (parts[i], each, user);
    else
      by_name (parts[i], each, user);
}

typedef struct {
  const char *kind;
  gint64 sum;
} Sum;

static void
add (const char *who, const char *kind, const char *number, gpointer user)
{
  Sum *s = user;
  (void) who;
  if (g_strcmp0 (kind, s->kind) == 0)
    s->sum += number ? g_ascii_strtoll (number, NULL, 10) : 1;
}

gint64
votes_sum (const Zug *z, const char *value, const char *kind)
{
  Sum s = { kind, 0 };
  votes_each (z, value, add, &s);
  return s.sum;
}

gint64
votes_total (const Zug *z, const char *kind)
{
  const char *given = zug_wert (z, kind);
  if (given)
    return g_ascii_strtoll (given, NULL, 10);
  if (zug_wert (z, "namentlich"))
    return votes_sum (z, "namentlich", kind);
  return zug_wert (z, "fraktionen") ? votes_sum (z, "fraktionen", kind) : -1;
}

static void
note_wrong (const char *who, const char *kind, const char *number, gpointer user)
{
  char **wrong = user;
  (void) number;
  if (!kind && !*wrong)
    *wrong = g_strdup (who);
}

gboolean
votes_check (const Zug *z, GError **error)
{
  g_autofree char *faction_wrong = NULL, *name_wrong = NULL;
  votes_each (z, "fraktionen", note_wrong, &faction_wrong);
  votes_each (z, "namentlich", note_wrong, &name_wrong);
  if (faction_wrong)
    return fail (
      error, RATSWEG_ERROR_USAGE,
      "--fraktion %s: erwartet wird NAME:ja=N,nein=N,enthaltung=N,ungueltig=N,nicht-abgestimmt=N.",
      faction_wrong);
  if (name_wrong)
    return fail (
      error, RATSWEG_ERROR_USAGE,
      "--namentlich %s: erwartet wird ja=PERSON,PERSON, ebenso mit nein, enthaltung, ungueltig oder "
      "nicht-abgestimmt.",
      name_wrong);
  return TRUE;
}
