/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Differences of lists of strings: the greedy search of E. W. Myers, "An O(ND) Difference Algorithm" (1986), and
 * its use on two sides of one base.  Knows no document.  Called by ratsweg-checkin.c. */
#include "base/diff.h"
#include <string.h>

#define MOST_DIFFERENCES 2000

/* -- two texts -- */

typedef struct {
  const char *const *a, *const *b;
  int na, nb;
  int *partners; /* of @a, counted from its own beginning */
} Pair;

/* Whether diagonal k with d differences is reached from the one above it, by a piece of @b, or from the one
 * below, by a piece of @a. */
static gboolean
from_above (const int *v, int d, int k)
{
  return k == -d || (k != d && v[k - 1] < v[k + 1]);
}

/* Goes d by d until both ends are reached; each round's diagonals are kept for the way back.  Returns the
 * number of differences, -1 if there are too many. */
static int
search (const Pair *p, GPtrArray *rounds)
{
  int most = MIN (p->na + p->nb, MOST_DIFFERENCES);
  g_autofree int *room = g_new0 (int, 2 * (gsize) most + 3);
  int *v = room + most + 1;
  for (int d = 0; d <= most; d++) {
    for (int k = -d; k <= d; k += 2) {
      int x = from_above (v, d, k) ? v[k + 1] : v[k - 1] + 1;
      while (x < p->na && x - k < p->nb && strcmp (p->a[x], p->b[x - k]) == 0)
        x++;
      v[k] = x;
      if (x >= p->na && x - k >= p->nb)
        return d;
    }
    g_ptr_array_add (rounds, g_memdup2 (v - d - 1, (2 * (gsize) d + 3) * sizeof *v));
  }
  return -1;
}

/* Back from the ends: what lies on a diagonal is a pair. */
static void
trace (const Pair *p, const GPtrArray *rounds, int d)
{
  int x = p->na, y = p->nb;
  for (; d >= 0; d--) {
    int k = x - y, from_x = 0, from_y = 0;
    if (d > 0) {
      const int *v = (const int *) rounds->pdata[d - 1] + d; /* of round d - 1, its diagonal 0 */
      gboolean down = from_above (v, d, k);
      from_x = down ? v[k + 1] : v[k - 1];
      from_y = from_x - (down ? k + 1 : k - 1);
    }
    while (x > from_x && y > from_y && strcmp (p->a[x - 1], p->b[y - 1]) == 0)
      p->partners[--x] = --y;
    x = from_x;
    y = from_y;
  }
}

int *
diff_partners (const char *const *a, const char *const *b)
{
  int na = (int) g_strv_length ((char **) a), nb = (int) g_strv_length ((char **) b), head = 0, tail = 0;
  int *partners = g_new (int, (gsize) na + 1);
  for (int i = 0; i < na; i++)
    partners[i] = -1;
  for (; head < na && head < nb && strcmp (a[head], b[head]) == 0; head++)
    partners[head] = head;
  for (; tail < MIN (na, nb) - head && strcmp (a[na - 1 - tail], b[nb - 1 - tail]) == 0; tail++)
    partners[na - 1 - tail] = nb - 1 - tail;
  Pair p = { a + head, b + head, na - head - tail, nb - head - tail, partners + head };
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  int d = search (&p, rounds);
  if (d >= 0)
    trace (&p, rounds, d);
  for (int i = head; i < na - tail; i++)
    if (partners[i] >= 0)
      partners[i] += head;
  return partners;
}

/* -- three texts -- */

static gboolean
equal (const char *const *a, guint a_from, guint a_to, const char *const *b, guint b_from, guint b_to)
{
  if (a_to - a_from != b_to - b_from)
    return FALSE;
  for (guint i = 0; i < a_to - a_from; i++)
    if (strcmp (a[a_from + i], b[b_from + i]) != 0)
      return FALSE;
  return TRUE;
}

typedef struct {
  const char *const *base, *const *left, *const *right;
  guint n, n_left, n_right;
  const int *to_left, *to_right;
  GArray *parts;
} Three;

static void
add (Three *t, DiffPart p)
{
  gboolean left_kept = equal (t->base, p.base_from, p.base_to, t->left, p.left_from, p.left_to);
  gboolean right_kept = equal (t->base, p.base_from, p.base_to, t->right, p.right_from, p.right_to);
  if (left_kept && right_kept)
    p.kind = DIFF_SAME;
  else if (left_kept)
    p.kind = DIFF_RIGHT;
  else if (right_kept)
    p.kind = DIFF_LEFT;
  else
    p.kind = equal (t->left, p.left_from, p.left_to, t->right, p.right_from, p.right_to) ? DIFF_BOTH
                                                                                         : DIFF_CONFLICT;
  if (p.base_to > p.base_from || p.left_to > p.left_from || p.right_to > p.right_from)
    g_array_append_val (t->parts, p);
}

/* From @at on: the end of what all three share, or of what at least one side has otherwise. */
static DiffPart
next_part (const Three *t, const DiffPart *at)
{
  guint i = at->base_to, l = at->left_to, r = at->right_to;
  DiffPart p = { DIFF_SAME, i, i, l, l, r, r };
  guint same = 0;
  while (i + same < t->n && t->to_left[i + same] == (int) (l + same) &&
         t->to_right[i + same] == (int) (r + same))
    same++;
  if (same > 0) {
    p.base_to = i + same, p.left_to = l + same, p.right_to = r + same;
    return p;
  }
  while (i < t->n && (t->to_left[i] < (int) l || t->to_right[i] < (int) r))
    i++;
  p.base_to = i;
  p.left_to = i < t->n ? (guint) t->to_left[i] : t->n_left;
  p.right_to = i < t->n ? (guint) t->to_right[i] : t->n_right;
  return p;
}

GArray *
diff_three (const char *const *base, const char *const *left, const char *const *right)
{
  g_autofree int *to_left = diff_partners (base, left);
  g_autofree int *to_right = diff_partners (base, right);
  Three t = { base,
              left,
              right,
              g_strv_length ((char **) base),
              g_strv_length ((char **) left),
              g_strv_length ((char **) right),
              to_left,
              to_right,
              g_array_new (FALSE, FALSE, sizeof (DiffPart)) };
  DiffPart at = { 0 };
  while (at.base_to < t.n || at.left_to < t.n_left || at.right_to < t.n_right) {
    at = next_part (&t, &at);
    add (&t, at);
  }
  return t.parts;
}
