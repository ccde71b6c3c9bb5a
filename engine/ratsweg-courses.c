/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reads the courses that are to be taken over, a line each: bad lines and numbers that stand twice are told, the rest is
 * kept.  Knows no rule.  Called by ratsweg-takeover.c. */
#include "ratsweg-takeover.h"
#include "base/interrupt.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

char *
takeover_where (const Takeover *t, guint line)
{
  return g_strdup_printf ("%s, Zeile %u", g_str_equal (t->file, "-") ? "Eingabe" : t->file, line);
}

static void
tell_bad (Takeover *t, const GError *why)
{
  takeover_tell (t, t->ret->falsch, "falsche-zeilen", g_strdup (why->message));
}

/* The store and file systems know a number once, whatever the case of its letters. */
static gboolean
is_first (Takeover *t, TakeoverItem *item)
{
  char *key = g_ascii_strdown (item->course->nummer, -1);
  const TakeoverItem *other = g_hash_table_lookup (t->numbers, key);
  if (!other) {
    g_hash_table_insert (t->numbers, key, item);
    return TRUE;
  }
  g_free (key);
  if (g_str_equal (other->course->id, item->course->id)) {
    takeover_count (t->counts, "papiere", "doppelt und gleich", 1);
    return FALSE;
  }
  g_autofree char *difference = course_difference (other->course, item->course);
  takeover_tell (t, t->ret->streit, "strittige-nummern",
                 g_strdup_printf ("%s: Zeile %u | Zeile %u%s", item->course->nummer, other->line,
                                  item->line, difference));
  return FALSE;
}

static gboolean
take_line (Takeover *t, GString *line, guint number, GError **error)
{
  g_autofree char *at = takeover_where (t, number);
  g_autoptr (GError) why = NULL;
  if (line->len > COURSE_LINE_MOST)
    fail (&why, RATSWEG_ERROR_INVALID, "%s: länger als %d Bytes.", at, COURSE_LINE_MOST);
  g_autoptr (Course) c = why ? NULL : course_read (line->str, line->len, at, &why);
  if (why) {
    tell_bad (t, why);
    return TRUE;
  }
  TakeoverItem *item = g_new0 (TakeoverItem, 1);
  item->course = g_steal_pointer (&c);
  item->line = number;
  if (is_first (t, item))
    g_ptr_array_add (t->items, item);
  else
    takeover_item_free (item);
  return interrupt_check (error);
}

static gboolean
is_blank (const GString *line)
{
  return strspn (line->str, " \t\r") == line->len;
}

/* Line by line; of one that is too long no more is kept than shows that it is. */
static gboolean
read_lines (Takeover *t, int fd, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *chunk = g_malloc (65536);
  guint number = 1;
  for (;;) {
    ssize_t n = read (fd, chunk, 65536);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return file_fail (error, RATSWEG_ERROR_INVALID, t->file, "kann nicht gelesen werden");
    for (ssize_t i = 0; i < n; i++) {
      if (chunk[i] != '\n') {
        if (line->len <= COURSE_LINE_MOST)
          g_string_append_c (line, chunk[i]);
        continue;
      }
      if (!is_blank (line) && !take_line (t, line, number, error))
        return FALSE;
      g_string_truncate (line, 0);
      number++;
    }
    if (n == 0)
      return is_blank (line) || take_line (t, line, number, error);
  }
}

gboolean
takeover_read (Takeover *t, GError **error)
{
  gboolean input = g_str_equal (t->file, "-");
  int fd = input ? STDIN_FILENO : open (t->file, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return file_fail (error, RATSWEG_ERROR_INVALID, t->file, "kann nicht gelesen werden");
  gboolean ok = read_lines (t, fd, error);
  if (!input)
    close (fd);
  return ok;
}
