/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Clock and random numbers, handed in from outside so that everything below can be repeated.  Owns the
 * state of a set clock; may call GLib and libcrypto.
 *
 * Only a Probeablage (design, section 5) may use the settable kind. */
#pragma once
#include <glib.h>

typedef struct _Source Source;

/* The machine's clock and libcrypto's random numbers. */
Source *source_new_real (void);
/* A clock that starts at @start and moves a second at each look, and random numbers that follow from
 * @seed and @start alone. */
Source *source_new_set (gint64 start, const char *seed);
void source_free (Source *s);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

/* Now, as an instant (date.h). */
gint64 source_now (Source *s);
void source_random (Source *s, guint8 *out, gsize n);
/* 128 random bits as 32 hexadecimal digits; the caller frees. */
char *source_id (Source *s);
