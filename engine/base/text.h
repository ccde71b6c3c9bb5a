/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Checks and small conversions of text.  Owns nothing; may call GLib only. */
#pragma once
#include <glib.h>

/* Valid UTF-8 in Unicode Normalization Form C; the caller frees. */
char *text_nfc (const char *s);
/* Line, and column in characters, of @at in the text that begins at @start; both from 1. */
void text_place (const char *start, const char *at, guint *ret_line, long *ret_column);
/* TRUE if @s is UTF-8 in NFC and holds only characters that XML 1.0 can carry (no controls but TAB and
 * LF, no noncharacters U+FFFE/U+FFFF).  Else *@ret_why is a German phrase with code point and position
 * (counted in characters from 1, with the line where it is not the first); the caller frees it. */
gboolean text_clean (const char *s, char **ret_why);

/* Bytes from a command line or form, as text in NFC with CR LF and CR as LF.  Invalid UTF-8 and
 * forbidden characters fail with @what (a field's name) in the message. */
char *text_take (const char *s, const char *what, GError **error);

/* @s for a message: where it is longer than @most characters its beginning and "…"; the caller frees. */
char *text_short (const char *s, glong most);

/* A Kennung as a file name: all but [A-Za-z0-9.-] percent-encoded, a leading dot too (design,
 * section 4).  The caller frees. */
char *text_file_name (const char *kennung);

/* Whether @word stands in the blank-separated list @list; NULL lists hold nothing. */
gboolean text_in_list (const char *list, const char *word);

/* Replaces each {name} in @pattern by values[name]; a name without a value stays as it is.
 * @values: char* to char*.  The caller frees. */
char *text_fill (const char *pattern, GHashTable *values);

/* An array of strings that it owns, e.g. for text_enumerate. */
GPtrArray *text_list_new (void);

/* "A", "A und B", "A, B und C" from a GPtrArray of strings; the caller frees. */
char *text_enumerate (GPtrArray *words);

/* Terminal columns that @s takes (wide and combining characters counted). */
guint text_width (const char *s);

/* Whether @s is one line with something on it. */
gboolean text_is_line (const char *s);

/* Key that sorts as people expect: case folded, numbers by value, umlauts by DIN 5007-1, ß as ss.  The
 * caller frees; compare with strcmp. */
char *text_sort_key (const char *s);
