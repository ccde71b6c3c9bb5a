/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Headers of pictures, made byte by byte from ISO/IEC 15948 (PNG) and ITU-T T.81 with JFIF. */
#include "doc/picture.h"
#include "base/error.h"
#include <string.h>

static void
put (GByteArray *a, const char *bytes, gsize n)
{
  g_byte_array_append (a, (const guint8 *) bytes, (guint) n);
}

static void
put32 (GByteArray *a, guint32 v)
{
  guint32 be = GUINT32_TO_BE (v);
  g_byte_array_append (a, (const guint8 *) &be, 4);
}

static void
put16 (GByteArray *a, guint v)
{
  guint16 be = GUINT16_TO_BE ((guint16) v);
  g_byte_array_append (a, (const guint8 *) &be, 2);
}

/* Signature, IHDR, pHYs where @per_metre is not 0, an empty IDAT; checksums are not looked at. */
static GBytes *
png (guint32 width, guint32 height, guint32 per_metre, char unit)
{
  GByteArray *a = g_byte_array_new ();
  put (a, "\x89PNG\r\n\x1a\n", 8);
  put32 (a, 13);
  put (a, "IHDR", 4);
  put32 (a, width);
  put32 (a, height);
  put (a, "\x08\x02\0\0\0....", 9);
  if (per_metre) {
    put32 (a, 9);
    put (a, "pHYs", 4);
    put32 (a, per_metre);
    put32 (a, per_metre);
    put (a, &unit, 1);
    put (a, "....", 4);
  }
  put32 (a, 0);
  put (a, "IDAT....", 8);
  return g_byte_array_free_to_bytes (a);
}

/* SOI, APP0 with a density, a comment, a frame header of this marker. */
static GBytes *
jpeg (guint width, guint height, char unit, guint density, const char *marker)
{
  GByteArray *a = g_byte_array_new ();
  put (a, "\xff\xd8\xff\xe0", 4);
  put16 (a, 16);
  put (a, "JFIF\0\x01\x02", 7);
  put (a, &unit, 1);
  put16 (a, density);
  put16 (a, density);
  put (a, "\0\0", 2);
  put (a, "\xff\xfe\0\x04hi", 6);
  put (a, marker, strlen (marker));
  put16 (a, 11);
  put (a, "\x08", 1);
  put16 (a, height);
  put16 (a, width);
  put (a, "\x01\x01\x11\0\xff\xd9", 6);
  return g_byte_array_free_to_bytes (a);
}

static void
assert_picture (GBytes *take, const char *mime, guint width, guint height, double dpi)
{
  g_autoptr (GBytes) bytes = take;
  g_autoptr (GError) error = NULL;
  Picture p;
  g_assert_true (picture_read (bytes, "bild", &p, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (p.mime, ==, mime);
  g_assert_cmpuint (p.width, ==, width);
  g_assert_cmpuint (p.height, ==, height);
  g_assert_cmpfloat_with_epsilon (p.dpi, dpi, 0.01);
}

static void
assert_no_picture (GBytes *take, const char *wrong)
{
  g_autoptr (GBytes) bytes = take;
  g_autoptr (GError) error = NULL;
  Picture p;
  g_assert_false (picture_read (bytes, "bild", &p, &error));
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "bild: "));
  g_assert_nonnull (strstr (error->message, wrong));
  g_assert_nonnull (strstr (error->message, "erwartet w"));
}

/* 11811 pixels a metre are 300 an inch (11811 * 0.0254 = 299.9994). */
static void
png_headers (void)
{
  assert_picture (png (640, 480, 0, 1), "image/png", 640, 480, 96);
  assert_picture (png (640, 480, 11811, 1), "image/png", 640, 480, 300);
  assert_picture (png (1, 20000, 11811, 0), "image/png", 1, 20000, 96);
}

static void
jpeg_headers (void)
{
  assert_picture (jpeg (640, 480, 1, 300, "\xff\xc0"), "image/jpeg", 640, 480, 300);
  assert_picture (jpeg (640, 480, 0, 1, "\xff\xc2"), "image/jpeg", 640, 480, 96);
  assert_picture (jpeg (3, 2, 1, 0, "\xff\xc1"), "image/jpeg", 3, 2, 96);
  /* Any marker may have fill bytes in front (T.81, B.1.1.2). */
  assert_picture (jpeg (640, 480, 1, 72, "\xff\xff\xff\xc0"), "image/jpeg", 640, 480, 72);
  /* Density in dots per centimetre: 118 are 299.72 an inch. */
  assert_picture (jpeg (640, 480, 2, 118, "\xff\xc0"), "image/jpeg", 640, 480, 299.72);
}

static void
bounds (void)
{
  assert_no_picture (png (0, 480, 0, 1), "0 × 480");
  assert_no_picture (png (640, 0, 0, 1), "640 × 0");
  assert_no_picture (png (20001, 1, 0, 1), "20001 × 1");
  assert_no_picture (png (0xffffffff, 1, 0, 1), "4294967295 × 1");
  assert_no_picture (jpeg (0, 1, 1, 72, "\xff\xc0"), "0 × 1");
  assert_no_picture (jpeg (20001, 1, 1, 72, "\xff\xc0"), "20001 × 1");
}

static void
no_pictures (void)
{
  assert_no_picture (g_bytes_new_static ("", 0), "kein lesbares");
  assert_no_picture (g_bytes_new_static ("GIF89a\1\0\1\0", 10), "PNG- oder JPEG-Bild");
  assert_no_picture (g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg'/>", 41),
                     "kein lesbares");
  /* A table of Huffman codes (DHT, FFC4) is no frame header. */
  assert_no_picture (jpeg (640, 480, 1, 72, "\xff\xc4"), "kein lesbares");
}

/* A file cut off anywhere is read as a whole header or refused; the sanitizers watch the bounds. */
static void
cut (GBytes *take)
{
  g_autoptr (GBytes) whole = take;
  for (gsize n = 0; n < g_bytes_get_size (whole); n++) {
    g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (whole, NULL), n);
    Picture p;
    if (picture_read (part, "bild", &p, NULL)) {
      g_assert_cmpuint (p.width, ==, 640);
      g_assert_cmpuint (p.height, ==, 480);
    } else
      g_assert_cmpuint (n, <, 46);
  }
}

static void
cut_off (void)
{
  cut (png (640, 480, 11811, 1));
  cut (jpeg (640, 480, 1, 300, "\xff\xc0"));
}

/* Lengths that lie. */
static void
lies (void)
{
  GByteArray *a = g_byte_array_new ();
  put (a, "\xff\xd8\xff\xe0\0\0\xff\xc0", 8);
  assert_no_picture (g_byte_array_free_to_bytes (a), "kein lesbares");
  GByteArray *b = g_byte_array_new ();
  put (b, "\xff\xd8\xff\xe0\xff\xff....", 10);
  assert_no_picture (g_byte_array_free_to_bytes (b), "kein lesbares");
  GByteArray *c = g_byte_array_new ();
  g_autoptr (GBytes) head = png (5, 6, 0, 1);
  put (c, g_bytes_get_data (head, NULL), 33);
  put (c, "\xff\xff\xff\xffpHYs\0\0\0\1\0\0\0\1\1....", 21);
  assert_picture (g_byte_array_free_to_bytes (c), "image/png", 5, 6, 96);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/picture/png", png_headers);
  g_test_add_func ("/doc/picture/jpeg", jpeg_headers);
  g_test_add_func ("/doc/picture/bounds", bounds);
  g_test_add_func ("/doc/picture/none", no_pictures);
  g_test_add_func ("/doc/picture/cut-off", cut_off);
  g_test_add_func ("/doc/picture/lies", lies);
  return g_test_run ();
}
