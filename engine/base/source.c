/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Clock and random numbers.  Decides nothing about who may set them.  Called by ratsweg.c. */
#include "base/source.h"
#include "base/hash.h"
#include <errno.h>
#include <string.h>
#include <sys/random.h>

struct _Source {
  gboolean set;
  gint64 now;
  guint64 count;
  Hash seed;
};

Source *
source_new_real (void)
{
  return g_new0 (Source, 1);
}

Source *
source_new_set (gint64 start, const char *seed)
{
  Source *s = g_new0 (Source, 1);
  s->set = TRUE;
  s->now = start;
  s->seed = hash_bytes (seed, strlen (seed), &start, sizeof start, NULL, 0);
  return s;
}

void
source_free (Source *s)
{
  g_free (s);
}

gint64
source_now (Source *s)
{
  if (!s->set)
    return g_get_real_time ();
  gint64 now = s->now;
  s->now += G_USEC_PER_SEC;
  return now;
}

/* The kernel's own: a generator that is set up for one command costs more than the numbers that it gives. */
static void
random_of_system (guint8 *out, gsize n)
{
  while (n > 0) {
    ssize_t got = getrandom (out, n, 0);
    if (got < 0 && errno != EINTR)
      g_error ("the system gives no random numbers");
    out += MAX (got, 0);
    n -= (gsize) MAX (got, 0);
  }
}

void
source_random (Source *s, guint8 *out, gsize n)
{
  if (!s->set) {
    random_of_system (out, n);
    return;
  }
  while (n > 0) {
    guint64 count = GUINT64_TO_LE (s->count++);
    Hash h = hash_bytes (s->seed.b, HASH_BYTES, &count, sizeof count, NULL, 0);
    gsize take = MIN (n, HASH_BYTES);
    memcpy (out, h.b, take);
    out += take;
    n -= take;
  }
}

char *
source_id (Source *s)
{
  guint8 id[16];
  source_random (s, id, sizeof id);
  return hex_encode (id, sizeof id);
}
