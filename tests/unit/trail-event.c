/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Events: the bytes are those that the shape and Exclusive C14N (attributes by name, no blanks, full end
 * tags) demand; anything else is no event. */
#include "trail/event.h"
#include "base/error.h"
#include <string.h>

#define ID "00112233445566778899aabbccddeeff"
#define HEX "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OTHER "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"

/* Written by hand after the rules of Exclusive C14N. */
static const char full[] =
  "<ereignis xmlns=\"urn:ratsweg:ereignis:1\" anfrage=\"" ID
  "\" art=\"ergebnis\" programm=\"ratsweg 0.1.0\" "
  "seq=\"7\" teil=\"1\" uhr=\"2021-09-23T13:00:00.000001Z\" vorher=\"" HEX "\" wirksam=\"2021-09-23\" "
  "zeit=\"2021-09-23T13:00:01.000000Z\">"
  "<akteur fuer=\"" ID "\" id=\"" ID "\" rolle=\"sitzungsdienst\"></akteur>"
  "<objekt art=\"vorlage\" code=\"empfohlen\" kennung=\"A&amp;&lt;1>/20 /1\" nach=\"abgeschlossen\" "
  "station=\"s1\" von=\"offen\"></objekt>"
  "<dokument art=\"vorlage\" commitment-nachher=\"" OTHER "\" commitment-vorher=\"" HEX "\" "
  "kennung=\"A&amp;&lt;1>/20 /1\" kennung-vorher=\"entwurf-0007\" nachher=\"4\" vorher=\"3\"></dokument>"
  "<dokument art=\"inhalt\" commitment-nachher=\"" HEX "\" nachher=\"1\" vorher=\"0\"></dokument>"
  "<regeln kennung=\"nrw\" sha256=\"" OTHER "\" stand=\"2\"></regeln>"
  "<grund commitment=\"" HEX "\"></grund>"
  "<einwand waechter=\"vorberatung-abgeschlossen\"></einwand>"
  "</ereignis>";

static Event *
make_full (void)
{
  Event *e = event_new ();
  e->seq = 7;
  e->zeit = G_GINT64_CONSTANT (1632402001000000); /* date -u -d '2021-09-23 13:00:01' +%s */
  e->uhr = G_GINT64_CONSTANT (1632402000000001);
  e->art = g_strdup ("ergebnis");
  e->anfrage = g_strdup (ID);
  e->teil = 1;
  e->wirksam = g_strdup ("2021-09-23");
  e->vorher = g_strdup (HEX);
  e->programm = g_strdup ("ratsweg 0.1.0");
  e->akteur = g_strdup (ID);
  e->rolle = g_strdup ("sitzungsdienst");
  e->fuer = g_strdup (ID);
  e->objekt_art = g_strdup ("vorlage");
  e->objekt = g_strdup ("A&<1>/20 /1");
  e->station = g_strdup ("s1");
  e->von = g_strdup ("offen");
  e->nach = g_strdup ("abgeschlossen");
  e->code = g_strdup ("empfohlen");
  e->grund = g_strdup (HEX);
  EventDoc *d = event_add_doc (e, "vorlage", "A&<1>/20 /1");
  d->kennung_vorher = g_strdup ("entwurf-0007");
  d->vorher = 3;
  d->nachher = 4;
  d->commitment_vorher = g_strdup (HEX);
  d->commitment_nachher = g_strdup (OTHER);
  d = event_add_doc (e, "inhalt", NULL);
  d->nachher = 1;
  d->commitment_nachher = g_strdup (HEX);
  event_add_rules (e, "nrw", 2, OTHER);
  g_ptr_array_add (e->einwaende, g_strdup ("vorberatung-abgeschlossen"));
  return e;
}

static char *
text_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_full (void)
{
  GError *error = NULL;
  g_autoptr (Event) e = make_full ();
  g_autoptr (GBytes) bytes = event_write (e, &error);
  g_assert_no_error (error);
  g_autofree char *text = text_of (bytes);
  g_assert_cmpstr (text, ==, full);
  g_autoptr (Event) back = event_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->seq, ==, 7);
  g_assert_cmpint (back->zeit, ==, e->zeit);
  g_assert_cmpint (back->uhr, ==, e->uhr);
  g_assert_cmpstr (back->objekt, ==, "A&<1>/20 /1");
  g_assert_cmpstr (back->fuer, ==, ID);
  g_assert_cmpuint (back->dokumente->len, ==, 2);
  const EventDoc *d = back->dokumente->pdata[0];
  g_assert_cmpuint (d->nachher, ==, 4);
  g_assert_cmpstr (d->kennung_vorher, ==, "entwurf-0007");
  g_assert_cmpstr (back->einwaende->pdata[0], ==, "vorberatung-abgeschlossen");
  g_autoptr (GBytes) again = event_write (back, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, bytes));
}

static void
test_least (void)
{
  GError *error = NULL;
  g_autoptr (Event) e = event_new ();
  e->art = g_strdup ("anlegen");
  e->anfrage = g_strdup (ID);
  e->wirksam = g_strdup ("2021-09-23");
  e->programm = g_strdup ("ratsweg 0.1.0");
  e->probe = TRUE;
  g_autoptr (GBytes) bytes = event_write (e, &error);
  g_assert_no_error (error);
  g_autofree char *text = text_of (bytes);
  g_assert_cmpstr (text, ==,
                   "<ereignis xmlns=\"urn:ratsweg:ereignis:1\" anfrage=\"" ID
                   "\" art=\"anlegen\" probe=\"ja\" programm=\"ratsweg 0.1.0\" seq=\"0\" teil=\"0\" "
                   "wirksam=\"2021-09-23\" zeit=\"1970-01-01T00:00:00.000000Z\"></ereignis>");
  g_autoptr (Event) back = event_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (back->probe);
  g_assert_null (back->akteur);
}

static void
refuse (Event *e)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = event_write (e, &error);
  g_assert_null (bytes);
  g_assert_cmpint (error_exit_status (error), ==, 3);
}

#define REFUSE(field, value)                                                                            \
  do {                                                                                                  \
    g_autoptr (Event) bad = make_full ();                                                               \
    g_free (bad->field);                                                                                \
    bad->field = g_strdup (value);                                                                      \
    refuse (bad);                                                                                       \
  } while (0)

/* What cannot come back as it was is never recorded. */
static void
test_refused (void)
{
  REFUSE (art, NULL);
  REFUSE (programm, NULL);
  REFUSE (anfrage, "kurz");
  REFUSE (wirksam, "2021-02-30");
  REFUSE (vorher, NULL);
  REFUSE (vorher, "E3B0");
  REFUSE (akteur, "mueller");
  REFUSE (akteur, NULL);
  REFUSE (grund, "weil");
  REFUSE (objekt, "a\x01"
                  "b");
  REFUSE (objekt, "u\xcc\x88");
  REFUSE (code, "\xff");
  g_autoptr (Event) e = make_full ();
  EventDoc *d = event_add_doc (e, "vorlage", "x");
  refuse (e);
  d->commitment_nachher = g_strdup (HEX);
  d->kennung_vorher = g_strdup ("\r");
  refuse (e);
}

static void
no_event (const char *text, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, n);
  g_autoptr (Event) e = event_read (bytes, &error);
  if (e)
    g_test_message ("taken: %.*s", (int) n, text);
  g_assert_null (e);
  g_assert_error (error, RATSWEG_ERROR, RATSWEG_ERROR_DAMAGED);
}

static void
no_event_with (const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (full, from, 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_autofree char *text = g_strjoinv (to, parts);
  no_event (text, strlen (text));
}

static void
test_strict (void)
{
  no_event_with ("seq=\"7\"", "seq=\"07\"");
  no_event_with ("seq=\"7\"", "seq=\"-7\"");
  no_event_with ("seq=\"7\"", "seq=\"7\" unbekannt=\"1\"");
  no_event_with ("seq=\"7\" teil=\"1\"", "teil=\"1\" seq=\"7\"");
  no_event_with ("seq=\"7\" ", "");
  no_event_with ("01.000000Z", "01Z");
  no_event_with ("</akteur>", "</akteur><unbekannt></unbekannt>");
  no_event_with ("</akteur>", "</akteur> ");
  no_event_with ("</akteur>", "</akteur><!-- x -->");
  no_event_with ("</akteur>", "x</akteur>");
  no_event_with ("></akteur>", "/>");
  no_event_with ("&amp;", "&#38;");
  no_event_with ("urn:ratsweg:ereignis:1", "urn:ratsweg:ereignis:2");
  no_event_with ("<ereignis ", "<!DOCTYPE ereignis><ereignis ");
  no_event_with ("<ereignis ", "<?xml version=\"1.0\"?><ereignis ");
  no_event_with ("</ereignis>", "</ereignis>\n");
  no_event_with ("\" wirksam", "\"  wirksam");
  no_event ("", 0);
}

/* Whatever single byte changes: either no event, or other bytes than those kept, never the same event. */
static void
test_each_byte (void)
{
  GError *error = NULL;
  guint taken = 0;
  for (gsize i = 0; i < strlen (full); i++)
    for (int bit = 0; bit < 8; bit++) {
      g_autofree char *text = g_strdup (full);
      text[i] = (char) (text[i] ^ (1 << bit));
      g_autoptr (GBytes) bytes = g_bytes_new (text, sizeof full - 1);
      g_autoptr (Event) e = event_read (bytes, NULL);
      if (!e)
        continue;
      taken++;
      g_autoptr (GBytes) again = event_write (e, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (again, bytes));
    }
  g_assert_cmpuint (taken, >, 0); /* letters of values can change and still be an event */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trail/event/full", test_full);
  g_test_add_func ("/trail/event/least", test_least);
  g_test_add_func ("/trail/event/refused", test_refused);
  g_test_add_func ("/trail/event/strict", test_strict);
  g_test_add_func ("/trail/event/each-byte", test_each_byte);
  return g_test_run ();
}
