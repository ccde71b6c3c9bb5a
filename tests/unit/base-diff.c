/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Differences of two and three texts. */
#include "base/diff.h"
#include <string.h>

static char **
pieces (const char *text)
{
  return *text ? g_strsplit (text, " ", -1) : g_new0 (char *, 1);
}

static guint
common (const char *a, const char *b)
{
  g_auto (GStrv) x = pieces (a);
  g_auto (GStrv) y = pieces (b);
  g_autofree int *partners = diff_partners ((const char *const *) x, (const char *const *) y);
  int last = -1;
  guint n = 0;
  for (guint i = 0; x[i]; i++) {
    if (partners[i] < 0)
      continue;
    g_assert_cmpint (partners[i], >, last);
    g_assert_cmpstr (x[i], ==, y[partners[i]]);
    last = partners[i];
    n++;
  }
  return n;
}

/* The first pair is the example of Myers' paper: the longest common part of ABCABBA and CBABAC has four. */
static void
known_lengths (void)
{
  g_assert_cmpuint (common ("A B C A B B A", "C B A B A C"), ==, 4);
  g_assert_cmpuint (common ("", ""), ==, 0);
  g_assert_cmpuint (common ("", "a b"), ==, 0);
  g_assert_cmpuint (common ("a b", ""), ==, 0);
  g_assert_cmpuint (common ("a b c", "a b c"), ==, 3);
  g_assert_cmpuint (common ("a b c", "x y z"), ==, 0);
  g_assert_cmpuint (common ("a x b y c", "a b c"), ==, 3);
  g_assert_cmpuint (common ("a b c", "a x b y c"), ==, 3);
  g_assert_cmpuint (common ("a a a", "a a"), ==, 2);
}

/* The length by the textbook's table, as a second opinion. */
static guint
table_length (char **x, guint n, char **y, guint m)
{
  g_autofree guint *t = g_new0 (guint, (n + 1) * (m + 1));
  for (guint i = 1; i <= n; i++)
    for (guint j = 1; j <= m; j++) {
      guint skip = MAX (t[(i - 1) * (m + 1) + j], t[i * (m + 1) + j - 1]);
      guint take = t[(i - 1) * (m + 1) + j - 1] + 1;
      t[i * (m + 1) + j] = strcmp (x[i - 1], y[j - 1]) == 0 ? MAX (skip, take) : skip;
    }
  return t[n * (m + 1) + m];
}

static char *
random_text (void)
{
  GString *s = g_string_new (NULL);
  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    g_string_append_printf (s, "%s%c", s->len ? " " : "", 'a' + g_test_rand_int_range (0, 4));
  return g_string_free (s, FALSE);
}

static void
random_lengths (void)
{
  for (int i = 0; i < 2000; i++) {
    g_autofree char *a = random_text ();
    g_autofree char *b = random_text ();
    g_auto (GStrv) x = pieces (a);
    g_auto (GStrv) y = pieces (b);
    g_assert_cmpuint (common (a, b), ==, table_length (x, g_strv_length (x), y, g_strv_length (y)));
  }
}

/* Kinds as letters, with the pieces of the side that counts. */
static char *
three (const char *base, const char *left, const char *right)
{
  static const char letters[] = { '=', 'L', 'R', 'B', '!' };
  g_auto (GStrv) o = pieces (base);
  g_auto (GStrv) l = pieces (left);
  g_auto (GStrv) r = pieces (right);
  g_autoptr (GArray) parts =
    diff_three ((const char *const *) o, (const char *const *) l, (const char *const *) r);
  GString *out = g_string_new (NULL);
  guint at = 0, at_left = 0, at_right = 0;
  for (guint i = 0; i < parts->len; i++) {
    const DiffPart *p = &g_array_index (parts, DiffPart, i);
    g_assert_cmpuint (p->base_from, ==, at);
    g_assert_cmpuint (p->left_from, ==, at_left);
    g_assert_cmpuint (p->right_from, ==, at_right);
    at = p->base_to, at_left = p->left_to, at_right = p->right_to;
    g_string_append_c (out, letters[p->kind]);
    for (guint k = p->left_from; k < p->left_to && p->kind != DIFF_RIGHT; k++)
      g_string_append (out, l[k]);
    for (guint k = p->right_from; k < p->right_to && p->kind >= DIFF_RIGHT && p->kind != DIFF_BOTH; k++)
      g_string_append (out, r[k]);
  }
  g_assert_cmpuint (at, ==, g_strv_length (o));
  g_assert_cmpuint (at_left, ==, g_strv_length (l));
  g_assert_cmpuint (at_right, ==, g_strv_length (r));
  return g_string_free (out, FALSE);
}

static void
three_texts (void)
{
  static const struct {
    const char *base, *left, *right, *parts;
  } cases[] = {
    { "a b c", "a b c", "a b c", "=abc" },
    { "a b c", "a x c", "a b c", "=aLx=c" },
    { "a b c", "a b c", "a x c", "=aRx=c" },
    { "a b c", "a x c", "a x c", "=aBx=c" },
    { "a b c", "a x c", "a y c", "=a!xy=c" },
    { "a b c d e", "a x c d e", "a b c y e", "=aLx=cRy=e" },
    { "a b", "a n b", "a b", "=aLn=b" },
    { "a b", "a b", "a b n", "=abRn" },
    { "a b c", "a c", "a b c", "=aL=c" },
    { "", "x", "", "Lx" },
    { "", "x", "y", "!xy" },
    { "", "", "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = three (cases[i].base, cases[i].left, cases[i].right);
    g_assert_cmpstr (got, ==, cases[i].parts);
  }
}

static void
three_random (void)
{
  for (int i = 0; i < 2000; i++) {
    g_autofree char *a = random_text ();
    g_autofree char *b = random_text ();
    g_autofree char *c = random_text ();
    g_free (three (a, b, c));
  }
}

/* More differences than are searched for: nothing is paired wrongly, and it ends. */
static void
too_many (void)
{
  g_autoptr (GString) a = g_string_new ("gleich"), b = g_string_new ("gleich");
  for (int i = 0; i < 3000; i++) {
    g_string_append_printf (a, " a%d", i);
    g_string_append_printf (b, " b%d", i);
  }
  g_assert_cmpuint (common (a->str, b->str), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/diff/known", known_lengths);
  g_test_add_func ("/base/diff/random", random_lengths);
  g_test_add_func ("/base/diff/three", three_texts);
  g_test_add_func ("/base/diff/three-random", three_random);
  g_test_add_func ("/base/diff/too-many", too_many);
  return g_test_run ();
}
