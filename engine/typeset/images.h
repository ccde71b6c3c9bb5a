/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Pictures of a paper and of its letterhead as files of the package.  Owns the bytes it was given; may
 * call doc/. */
#pragma once
#include "typeset/tree.h"

typedef struct {
  char *path;       /* "Pictures/0123456789abcdef.png", by content: the same picture is there once */
  const char *mime; /* static */
  GBytes *bytes;
} Image;

typedef struct _Images Images;

Images *images_new (void);
void images_free (Images *im);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Images, images_free)

/* Each img below @n gets nr, datei, breite, hoehe: as large as its file says, at most as wide as its
 * place and 22 cm high.  @bilder: see TypesetInput.  Fails (status 2) for a missing or unreadable one. */
gboolean images_of_paper (Images *im, xmlNode *n, GHashTable *bilder, GError **error);

/* Takes embedded pictures (office:binary-data) out of a letterhead and puts links in their place. */
gboolean images_of_letterhead (Images *im, xmlNode *letterhead, GError **error);

/* The one at @path, NULL if there is none; lent. */
const Image *images_get (const Images *im, const char *path);
