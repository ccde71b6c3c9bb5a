/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reads a course from a line of JSON.  What is there is foreign: types, lengths, characters and days are checked
 * here, what the words mean is not.  Called by ratsweg-takeover.c. */
#include "exchange/course.h"
#include "base/date.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include <jansson.h>
#include <string.h>

#define LINE_OF_TEXT 900 /* characters: what a line of a document may hold, and room for more */
#define NUMBER_MOST 100

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/* -- text -- */

/* What XML 1.0 carries and is no control. */
static gboolean
is_plain (gunichar c)
{
  return c >= 0x20 && !(c >= 0x7f && c <= 0x9f) && c != 0xfffe && c != 0xffff;
}

char *
course_clean (const char *s)
{
  g_autofree char *nfc = text_nfc (s);
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;
  glong length = 0;
  for (const char *p = nfc; *p && length < LINE_OF_TEXT; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!is_plain (c) || g_unichar_isspace (c)) {
      gap = out->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c (out, ' ');
    g_string_append_unichar (out, c);
    length += gap ? 2 : 1;
    gap = FALSE;
  }
  if (length >= LINE_OF_TEXT)
    g_string_append (out, "…");
  return g_string_free (out, out->len == 0);
}

/* A member that is text, a number, or nothing. */
static gboolean
take_text (const json_t *object, const char *name, const char *where, char **ret, GError **error)
{
  const json_t *v = json_object_get (object, name);
  *ret = NULL;
  if (!v || json_is_null (v))
    return TRUE;
  if (json_is_integer (v)) {
    *ret = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (v));
    return TRUE;
  }
  if (!json_is_string (v))
    return fail (error, RATSWEG_ERROR_INVALID, "%s: „%s“ ist kein Text.", where, name);
  *ret = course_clean (json_string_value (v));
  return TRUE;
}

/* -- days -- */

/* A day, or an instant with or without its distance from UTC; anything else is no day. */
static void
take_time (const char *text, CourseStation *s)
{
  gboolean day = text && day_valid (text);
  s->beginn = text && !day ? local_of_iso (text) : NULL;
  s->tag = day ? g_strdup (text) : s->beginn ? g_strndup (s->beginn, 10) : NULL;
}

/* -- stations -- */

static void
station_free (gpointer p)
{
  CourseStation *s = p;
  g_free (s->tag);
  g_free (s->beginn);
  g_free (s->gremium);
  g_free (s->rolle);
  g_free (s->top);
  g_free (s->ergebnis);
  g_free (s);
}

static gboolean
add_station (Course *c, const json_t *object, const char *where, GError **error)
{
  CourseStation *s = g_new0 (CourseStation, 1);
  g_autofree char *time = NULL;
  g_ptr_array_add (c->stationen, s);
  if (!json_is_object (object))
    return fail (error, RATSWEG_ERROR_INVALID, "%s: eine Station ist kein Objekt.", where);
  if (!take_text (object, "date", where, &time, error) ||
      !take_text (object, "organization", where, &s->gremium, error) ||
      !take_text (object, "role", where, &s->rolle, error) ||
      !take_text (object, "agendaItem", where, &s->top, error) ||
      !take_text (object, "result", where, &s->ergebnis, error))
    return FALSE;
  take_time (time, s);
  return TRUE;
}

/* A list, nothing, or one that is too long. */
static gboolean
take_list (const json_t *object, const char *name, const char *where, const json_t **ret, GError **error)
{
  const json_t *v = json_object_get (object, name);
  *ret = v && !json_is_null (v) ? v : NULL;
  if (*ret && !json_is_array (v))
    return fail (error, RATSWEG_ERROR_INVALID, "%s: „%s“ ist keine Liste.", where, name);
  return !*ret || json_array_size (v) <= COURSE_LIST_MOST ||
         fail (error, RATSWEG_ERROR_INVALID, "%s: „%s“ hat mehr als %d Einträge.", where, name,
               COURSE_LIST_MOST);
}

typedef struct {
  CourseStation *station;
  const char *when; /* an undated one stands where the one before it stood */
  gsize index;
} Place;

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;
  int order = strcmp (x->when, y->when);
  return order ? order : (x->index > y->index) - (x->index < y->index);
}

static void
sort_stations (Course *c)
{
  g_autofree Place *places = g_new0 (Place, c->stationen->len + 1);
  const char *when = "";
  for (guint i = 0; i < c->stationen->len; i++) {
    CourseStation *s = c->stationen->pdata[i];
    when = s->beginn ? s->beginn : s->tag ? s->tag : when;
    places[i] = (Place){ s, when, i };
  }
  qsort (places, c->stationen->len, sizeof *places, by_time);
  for (guint i = 0; i < c->stationen->len; i++)
    c->stationen->pdata[i] = places[i].station;
}

static gboolean
read_stations (Course *c, const json_t *object, const char *where, GError **error)
{
  const json_t *list;
  if (!take_list (object, "consultations", where, &list, error))
    return FALSE;
  for (gsize i = 0; list && i < json_array_size (list); i++) {
    g_autofree char *at = g_strdup_printf ("%s, Station %" G_GSIZE_FORMAT, where, i + 1);
    if (!add_station (c, json_array_get (list, i), at, error))
      return FALSE;
  }
  sort_stations (c);
  return TRUE;
}

/* -- the paper -- */

static gboolean
read_references (Course *c, const json_t *object, const char *name, const char *where, GError **error)
{
  const json_t *list;
  if (!take_list (object, name, where, &list, error))
    return FALSE;
  for (gsize i = 0; list && i < json_array_size (list); i++) {
    const char *text = json_string_value (json_array_get (list, i));
    g_autofree char *clean = text ? course_clean (text) : NULL;
    if (!clean || g_utf8_strlen (clean, -1) > NUMBER_MOST)
      return fail (error, RATSWEG_ERROR_INVALID, "%s: „%s“ nennt, was keine Nummer ist.", where, name);
    if (g_strcmp0 (clean, c->nummer) != 0 &&
        !g_ptr_array_find_with_equal_func (c->bezuege, clean, g_str_equal, NULL))
      g_ptr_array_add (c->bezuege, g_steal_pointer (&clean));
  }
  return TRUE;
}

static gboolean
read_head (Course *c, const json_t *object, const char *where, GError **error)
{
  if (!take_text (object, "reference", where, &c->nummer, error) ||
      !take_text (object, "type", where, &c->art, error) ||
      !take_text (object, "title", where, &c->titel, error))
    return FALSE;
  if (!c->nummer || g_utf8_strlen (c->nummer, -1) > NUMBER_MOST)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s: „reference“ nennt keine Nummer; erwartet werden 1 bis %d Zeichen.", where,
                 NUMBER_MOST);
  if (!c->titel)
    c->titel = g_strdup_printf ("%s (ohne Titel)", c->nummer);
  return TRUE;
}

static char *
content_id (const json_t *object)
{
  char *text = json_dumps (object, JSON_COMPACT | JSON_SORT_KEYS);
  Hash h = hash_bytes (text, text ? strlen (text) : 0, NULL, 0, NULL, 0);
  free (text);
  return hex_encode (h.b, 16);
}

Course *
course_read (const char *line, gsize n, const char *where, GError **error)
{
  g_autoptr (json_t) object = json_loadb (line, n, JSON_REJECT_DUPLICATES, NULL);
  g_autoptr (Course) c = g_new0 (Course, 1);
  c->bezuege = text_list_new ();
  c->stationen = g_ptr_array_new_with_free_func (station_free);
  if (!object || !json_is_object (object)) {
    fail (error, RATSWEG_ERROR_INVALID, "%s: kein JSON-Objekt%s.", where,
          object ? "" : "; es bricht ab oder ist fehlerhaft");
    return NULL;
  }
  if (!read_head (c, object, where, error) || !read_references (c, object, "super", where, error) ||
      !read_references (c, object, "sub", where, error) || !read_stations (c, object, where, error))
    return NULL;
  c->id = content_id (object);
  return g_steal_pointer (&c);
}

void
course_free (Course *c)
{
  if (!c)
    return;
  g_free (c->nummer);
  g_free (c->art);
  g_free (c->titel);
  g_free (c->id);
  g_ptr_array_unref (c->bezuege);
  g_ptr_array_unref (c->stationen);
  g_free (c);
}

/* -- two of one number -- */

static char *
last_word (const Course *c)
{
  const CourseStation *s =
    c->stationen->len ? c->stationen->pdata[c->stationen->len - 1] : &(CourseStation){ 0 };
  return g_strdup_printf ("%u Stationen%s%s%s%s", c->stationen->len, s->gremium ? ", zuletzt " : "",
                          s->gremium ? s->gremium : "", s->ergebnis ? ": " : "",
                          s->ergebnis ? s->ergebnis : "");
}

static void
note_line (GString *out, const char *what, const char *a, const char *b)
{
  if (g_strcmp0 (a, b) != 0)
    g_string_append_printf (out, "\n  %s: %s | %s", what, a ? a : "-", b ? b : "-");
}

char *
course_difference (const Course *a, const Course *b)
{
  GString *out = g_string_new (NULL);
  g_autofree char *x = last_word (a), *y = last_word (b);
  note_line (out, "Nummer", a->nummer, b->nummer);
  note_line (out, "Art", a->art, b->art);
  note_line (out, "Titel", a->titel, b->titel);
  note_line (out, "Verlauf", x, y);
  if (out->len == 0)
    g_string_append (out, "\n  der Unterschied liegt in einzelnen Stationen oder Bezügen");
  return g_string_free (out, FALSE);
}
