/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Persons as a clerk names them, by Kennung or by a part of the name, as the Kennungen that documents hold.
 * Judges nothing else.  Called by ratsweg-step.c. */
#include "ratsweg-intern.h"
#include <string.h>

typedef struct {
  char *wanted;     /* case folded */
  GPtrArray *found; /* Kennung, name, Kennung, name */
  char *exact;      /* Kennung of the one that is called just so, or NULL */
} Search;

static gboolean
note_person (const StoreRow *row, gpointer user)
{
  Search *s = user;
  g_autofree char *name = g_utf8_casefold (row->titel ? row->titel : "", -1);
  if (!s->exact && g_str_equal (name, s->wanted))
    s->exact = g_strdup (row->kennung);
  if (strstr (name, s->wanted)) {
    g_ptr_array_add (s->found, g_strdup (row->kennung));
    g_ptr_array_add (s->found, g_strdup (row->titel));
  }
  return TRUE;
}

static char *
fail_several (const char *word, const GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) list = text_list_new ();
  for (guint i = 0; i < found->len; i += 2)
    g_ptr_array_add (list, g_strdup_printf ("%s (%s)", (char *) found->pdata[i],
                                            (char *) found->pdata[i + 1]));
  g_autofree char *all = text_enumerate (list);
  fail (error, RATSWEG_ERROR_USAGE, "„%s“ kann mehrere meinen: %s. Abhilfe: die Kennung nennen.", word,
        all);
  return NULL;
}

/* What nobody is called stays as it was typed: a guard says so. */
static char *
kennung_of (Ratsweg *r, const char *word, GError **error)
{
  g_autoptr (Doc) d = NULL;
  g_autofree char *wanted = g_utf8_casefold (word, -1);
  g_autoptr (GPtrArray) found = text_list_new ();
  Search s = { wanted, found, NULL };
  if (!rw_get (r, DOC_PERSON, word, &d, NULL, error))
    return NULL;
  if (d)
    return g_strdup (word);
  if (!store_each (r->store, DOC_PERSON, NULL, NULL, NULL, NULL, note_person, &s, error))
    return NULL;
  if (s.exact)
    return s.exact;
  if (found->len > 2)
    return fail_several (word, found, error);
  return g_strdup (found->len == 2 ? found->pdata[0] : word);
}

char *
rw_persons (Ratsweg *r, const char *list, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *p = list; *p;) {
    gsize n = strcspn (p, ",;=");
    g_autofree char *raw = g_strndup (p, n);
    g_autofree char *kennung =
      p[n] == '=' || !*g_strstrip (raw) ? g_strdup (raw) : kennung_of (r, raw, error);
    if (!kennung)
      return NULL;
    g_string_append (out, kennung);
    p += n;
    if (*p)
      g_string_append_c (out, *p++);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
