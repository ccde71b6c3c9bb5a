/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What differs between two or three texts, given as lists of pieces (lines, words).  Owns nothing and prints
 * nothing; may call GLib. */
#pragma once
#include <glib.h>

/* The partner of each piece of @a in @b, -1 where it has none; partners keep their order and are as many as can
 * be, but for texts that have very little in common (over 2000 differences).  The caller frees. */
int *diff_partners (const char *const *a, const char *const *b);

typedef enum {
  DIFF_SAME,     /* in all three */
  DIFF_LEFT,     /* changed on the left only */
  DIFF_RIGHT,    /* changed on the right only */
  DIFF_BOTH,     /* changed on both sides, and alike */
  DIFF_CONFLICT, /* changed on both sides, and differently */
} DiffKind;
/* Pieces from (inclusive) to (exclusive), of the common base and of both sides. */
typedef struct {
  DiffKind kind;
  guint base_from, base_to, left_from, left_to, right_from, right_to;
} DiffPart;
/* The three texts from their beginning to their end, in DiffPart; the caller owns the array. */
GArray *diff_three (const char *const *base, const char *const *left, const char *const *right);
