/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The note of how far the readable files are.  Looks at no file itself.  Called by files.c. */
#include "store/reached.h"
#include "store/events.h"
#include "store/index.h"
#include "store/lock.h"
#include <string.h>

/* Differs after each start of the machine; NULL where the system does not say. */
static char *
start_of_machine (void)
{
  char *id = NULL;
  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &id, NULL, NULL))
    return NULL;
  return g_strstrip (id);
}

/* "COUNT LEAF START": the leaf of the last event counted tells a trail from another of the same length. */
static char *
line_for (Store *s, guint64 count)
{
  Hash leaf;
  g_autofree char *start = start_of_machine ();
  if (!start || count == 0 || events_row (s, 0, count - 1, &leaf, NULL) != STORE_FOUND)
    return NULL;
  g_autofree char *hex = hex_encode (leaf.b, HASH_BYTES);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s %s\n", count, hex, start);
}

void
reached_note (Store *s)
{
  g_autofree char *line = s->lock >= 0 ? line_for (s, s->files_until) : NULL;
  if (line)
    lock_note (s->lock, line);
}

void
reached_read (Store *s)
{
  gint64 recorded = 0;
  g_autofree char *noted = s->lock >= 0 ? lock_noted (s->lock) : NULL;
  guint64 count = noted ? g_ascii_strtoull (noted, NULL, 10) : 0;
  g_autofree char *line = line_for (s, count);
  if (index_get_meta (s->index, "dateien", &recorded, NULL))
    s->files_until = MAX (s->files_until, (guint64) MAX (recorded, 0));
  if (g_strcmp0 (line, noted) == 0)
    s->files_until = MAX (s->files_until, count);
}
