/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* One paper's course as another system exports it: a line of JSON, checked and cleaned.  Owns its strings; may call
 * base/ and jansson.  Knows no rule and no store. */
#pragma once
#include <glib.h>

/* Longer lines are no course. */
#define COURSE_LINE_MOST (1024 * 1024)
/* Nor has one more stations, or references, than this. */
#define COURSE_LIST_MOST 1000

typedef struct {
  char *tag;                              /* day in Europe/Berlin; NULL if there is none that exists */
  char *beginn;                           /* local time of that day, or NULL */
  char *gremium, *rolle, *top, *ergebnis; /* as written there, on one line; NULL where nothing is said */
} CourseStation;

typedef struct {
  char *nummer, *art, *titel; /* @titel is never empty */
  char *id;                   /* 32 hex digits: the same for the same content, however it is laid out */
  GPtrArray *bezuege;         /* char*: numbers of other papers */
  GPtrArray *stationen;       /* CourseStation*, in the order of time; undated ones keep their place */
} Course;

/* @line: @n bytes without a line end.  Fails (status 2) with @where in front. */
Course *course_read (const char *line, gsize n, const char *where, GError **error);
void course_free (Course *c);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Course, course_free)

/* What tells two courses of one number apart, as German lines; the caller frees. */
char *course_difference (const Course *a, const Course *b);

/* @s on one line: NFC, controls and runs of blanks as one blank; NULL where nothing is left.  The caller frees. */
char *course_clean (const char *s);
