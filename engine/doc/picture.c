/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Headers of PNG (ISO/IEC 15948) and JPEG (ITU-T T.81).  Decodes no pixels.  Called by ratsweg.c and
 * typeset/. */
#include "doc/picture.h"
#include "base/error.h"
#include <string.h>

#define MAX_SIDE 20000

static guint32
be32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static guint
be16 (const guint8 *p)
{
  return (guint) (p[0] << 8 | p[1]);
}

static gboolean
read_png (const guint8 *p, gsize n, Picture *ret)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  if (n < 33 || memcmp (p, magic, sizeof magic) != 0 || memcmp (p + 12, "IHDR", 4) != 0)
    return FALSE;
  *ret = (Picture){ "image/png", "png", be32 (p + 16), be32 (p + 20), 96 };
  for (gsize at = 33; at + 12 <= n;) {
    guint32 len = be32 (p + at);
    if (memcmp (p + at + 4, "IDAT", 4) == 0 || len > n - at - 12)
      break;
    /* pHYs: pixels per metre where the unit byte is 1. */
    if (memcmp (p + at + 4, "pHYs", 4) == 0 && len == 9 && p[at + 16] == 1 && be32 (p + at + 8) > 0)
      ret->dpi = be32 (p + at + 8) * 0.0254;
    at += 12 + (gsize) len;
  }
  return TRUE;
}

/* Density of JFIF: unit 1 a dot per inch, 2 per centimetre, 0 only a ratio. */
static double
jfif_dpi (guint8 unit, guint density)
{
  if (density == 0 || unit == 0 || unit > 2)
    return 96;
  return unit == 1 ? density : density * 2.54;
}

static gboolean
read_jpeg (const guint8 *p, gsize n, Picture *ret)
{
  if (n < 4 || p[0] != 0xff || p[1] != 0xd8)
    return FALSE;
  *ret = (Picture){ "image/jpeg", "jpg", 0, 0, 96 };
  for (gsize at = 2; at + 4 <= n && p[at] == 0xff;) {
    guint8 marker = p[at + 1];
    if (marker == 0xff) { /* a fill byte */
      at++;
      continue;
    }
    gsize len = be16 (p + at + 2);
    if (len < 2 || at + 2 + len > n)
      return FALSE;
    if (marker == 0xe0 && len >= 14 && memcmp (p + at + 4, "JFIF", 5) == 0)
      ret->dpi = jfif_dpi (p[at + 11], be16 (p + at + 12));
    /* SOF0 to SOF15 without DHT, JPG and DAC hold the size. */
    gboolean sof =
      marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (sof && len >= 7) {
      ret->height = be16 (p + at + 5);
      ret->width = be16 (p + at + 7);
      return TRUE;
    }
    at += 2 + len;
  }
  return FALSE;
}

gboolean
picture_read (GBytes *bytes, const char *quelle, Picture *ret, GError **error)
{
  gsize n;
  const guint8 *p = g_bytes_get_data (bytes, &n);
  if (!read_png (p, n, ret) && !read_jpeg (p, n, ret))
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s: kein lesbares PNG- oder JPEG-Bild; erwartet wird eine Bilddatei in einem dieser "
                 "beiden Formate.",
                 quelle);
  if (ret->width == 0 || ret->height == 0 || ret->width > MAX_SIDE || ret->height > MAX_SIDE)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s: das Bild misst %u × %u Pixel; erwartet werden 1 bis %d je Seite.", quelle,
                 ret->width, ret->height, MAX_SIDE);
  return TRUE;
}
