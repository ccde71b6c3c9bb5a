/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What a picture file says of itself.  Owns nothing; may call base/. */
#pragma once
#include <glib.h>

typedef struct {
  const char *mime;    /* "image/png" or "image/jpeg", static */
  const char *ending;  /* "png", "jpg", static */
  guint width, height; /* pixels */
  double dpi;          /* as stated in the file, else 96 */
} Picture;

/* Recognised by content, not by name.  Other formats, cut-off headers, and pictures above 20,000 pixels a
 * side fail (status 2) with @quelle in the message. */
gboolean picture_read (GBytes *bytes, const char *quelle, Picture *ret, GError **error);
