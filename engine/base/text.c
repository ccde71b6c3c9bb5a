/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Checks and conversions of text.  Knows no document.  Called by every layer. */
#include "base/text.h"
#include "base/error.h"
#include <string.h>

static gboolean
xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/* Nothing below U+0300, and so no byte below CC, begins or joins what is not in this form (Unicode, NFC_QC). */
static gboolean
surely_nfc (const char *s)
{
  for (; *s; s++)
    if ((guint8) *s >= 0xCC)
      return FALSE;
  return TRUE;
}

char *
text_nfc (const char *s)
{
  return surely_nfc (s) ? g_strdup (s) : g_utf8_normalize (s, -1, G_NORMALIZE_NFC);
}

void
text_place (const char *start, const char *at, guint *ret_line, long *ret_column)
{
  const char *begin = start;
  *ret_line = 1;
  for (const char *p = start; p < at; p++)
    if (*p == '\n') {
      ++*ret_line;
      begin = p + 1;
    }
  *ret_column = g_utf8_strlen (begin, at - begin) + 1;
}

/* "an Stelle 7", from the second line on "in Zeile 3 an Stelle 7". */
static char *
place_of (const char *s, const char *at)
{
  guint line;
  long column;
  text_place (s, at, &line, &column);
  return line == 1 ? g_strdup_printf ("an Stelle %ld", column)
                   : g_strdup_printf ("in Zeile %u an Stelle %ld", line, column);
}

gboolean
text_clean (const char *s, char **ret_why)
{
  const char *bad;
  *ret_why = NULL;
  if (!g_utf8_validate (s, -1, &bad)) {
    g_autofree char *place = place_of (s, bad);
    *ret_why = g_strdup_printf ("kein UTF-8: Byte %02X %s", (guint8) *bad, place);
    return FALSE;
  }
  for (const char *p = s; *p; p = g_utf8_next_char (p))
    if (!xml_char (g_utf8_get_char (p))) {
      g_autofree char *place = place_of (s, p);
      *ret_why = g_strdup_printf ("verbotenes Zeichen U+%04X %s", g_utf8_get_char (p), place);
      return FALSE;
    }
  g_autofree char *nfc = text_nfc (s);
  if (strcmp (nfc, s) != 0) {
    *ret_why = g_strdup ("nicht in Unicode-Normalform C");
    return FALSE;
  }
  return TRUE;
}

static char *
unify_line_ends (const char *s)
{
  GString *out = g_string_sized_new (strlen (s));
  for (const char *p = s; *p; p++) {
    if (*p == '\r') {
      g_string_append_c (out, '\n');
      if (p[1] == '\n')
        p++;
    } else
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

char *
text_take (const char *s, const char *what, GError **error)
{
  g_autofree char *why = NULL;
  g_autofree char *unified = unify_line_ends (s);
  g_autofree char *nfc = g_utf8_validate (unified, -1, NULL) ? text_nfc (unified) : NULL;
  if (!text_clean (nfc ? nfc : unified, &why)) {
    fail (error, RATSWEG_ERROR_INVALID, "%s: %s.", what, why);
    return NULL;
  }
  return g_steal_pointer (&nfc);
}

char *
text_short (const char *s, glong most)
{
  const char *end = s;
  for (glong i = 0; i < most && *end; i++)
    end = g_utf8_next_char (end);
  return *end ? g_strdup_printf ("%.*s…", (int) (end - s), s) : g_strdup (s);
}

char *
text_file_name (const char *kennung)
{
  GString *out = g_string_new (NULL);
  for (const char *p = kennung; *p; p++) {
    gboolean plain = g_ascii_isalnum (*p) || *p == '-' || (*p == '.' && p != kennung);
    if (plain)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guint8) *p);
  }
  return g_string_free (out, FALSE);
}

gboolean
text_in_list (const char *list, const char *word)
{
  gsize n = word ? strlen (word) : 0;
  if (!list || n == 0)
    return FALSE;
  for (const char *p = list; (p = strstr (p, word)); p += n) {
    gboolean starts = p == list || p[-1] == ' ' || p[-1] == '\n';
    gboolean ends = p[n] == '\0' || p[n] == ' ' || p[n] == '\n';
    if (starts && ends)
      return TRUE;
  }
  return FALSE;
}

char *
text_fill (const char *pattern, GHashTable *values)
{
  GString *out = g_string_new (NULL);
  for (const char *p = pattern; *p;) {
    const char *end = *p == '{' ? strchr (p, '}') : NULL;
    g_autofree char *name = end ? g_strndup (p + 1, (gsize) (end - p - 1)) : NULL;
    const char *value = name ? g_hash_table_lookup (values, name) : NULL;
    if (value) {
      g_string_append (out, value);
      p = end + 1;
    } else
      g_string_append_c (out, *p++);
  }
  return g_string_free (out, FALSE);
}

GPtrArray *
text_list_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

char *
text_enumerate (GPtrArray *words)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++) {
    if (i > 0)
      g_string_append (out, i + 1 == words->len ? " und " : ", ");
    g_string_append (out, words->pdata[i]);
  }
  return g_string_free (out, FALSE);
}

gboolean
text_is_line (const char *s)
{
  gboolean any = FALSE;
  for (const char *p = s; *p; p = g_utf8_next_char (p)) {
    any = any || !g_unichar_isspace (g_utf8_get_char (p));
    if (*p == '\n' || *p == '\t' || *p == '\r')
      return FALSE;
  }
  return any;
}

guint
text_width (const char *s)
{
  guint w = 0;
  for (const char *p = s; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_iszerowidth (c) && !g_unichar_ismark (c))
      w += g_unichar_iswide (c) ? 2 : 1;
  }
  return w;
}

/* Digits of one number, made comparable as text: how many digits, then the digits. */
static const char *
sort_number (GString *key, const char *p)
{
  while (*p == '0' && g_ascii_isdigit (p[1]))
    p++;
  const char *start = p;
  while (g_ascii_isdigit (*p))
    p++;
  g_string_append_printf (key, "%c%.*s", (char) ('0' + MIN (p - start, 70)), (int) (p - start), start);
  return p;
}

char *
text_sort_key (const char *s)
{
  g_autofree char *folded = g_utf8_casefold (s, -1);
  g_autofree char *nfd = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);
  GString *key = g_string_new (NULL);
  for (const char *p = nfd; *p;) {
    if (g_ascii_isdigit (*p)) {
      p = sort_number (key, p);
      continue;
    }
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_ismark (c))
      g_string_append_unichar (key, c);
    p = g_utf8_next_char (p);
  }
  return g_string_free (key, FALSE);
}
