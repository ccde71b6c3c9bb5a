/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Bodies of the administration that deal with a paper before the council does: results without a sitting, which no
 * station of the council waits for and no signature is lost by. */
#include "route-office.h"

#define VV                                                                                              \
  "<station gremium=\"vv\" zustaendigkeit=\"empfehlung\" id=\"v\" termin=\"2021-08-17\" folge=\"1\"/>"

static void
open_with_board (Office *o, gconstpointer data)
{
  open_office (o, data);
  put (o->a, document ("<gremium " NS " kennung=\"vv\" art=\"intern\" stand=\"1\">"
                       "<name>Verwaltungsvorstand</name></gremium>"));
}

static xmlNode *
station (const Office *o, const char *id)
{
  return vorlage_station (o->a->objekt, id);
}

static const char *
code_of (const Office *o, const char *id)
{
  xmlNode *result = node_child (station (o, id), "ergebnis");
  return result ? node_get (result, "code") : NULL;
}

/* The board's station is added behind the signatures. */
static void
signed_with_board (Office *o)
{
  sign_all (o);
  as_clerk (o);
  edit_keep (o, "<beratungsfolge>", "<beratungsfolge>" VV);
}

static void
signatures_stay (Office *o, gconstpointer data)
{
  (void) data;
  signed_with_board (o);
  assert_signers (o, "gg");
  assert_zustand (o->a, "mitgezeichnet");
  done (o->a, "station-verlegen", "station=v termin=2021-08-18", NULL);
  done (o->a, "station-hinzufuegen", "gremium=vv zustaendigkeit=empfehlung termin=2021-08-25", NULL);
  done (o->a, "ergebnis", "station=v code=empfohlen", NULL);
  assert_signers (o, "gg");
  assert_zustand (o->a, "mitgezeichnet");
  const xmlNode *second = node_find (node_child (doc_root (o->a->objekt), "beratungsfolge"), "station",
                                     "termin", "2021-08-25");
  g_autofree char *strike = g_strdup_printf ("station=%s", node_get (second, "id"));
  done (o->a, "station-streichen", strike, NULL);
  assert_signers (o, "gg");
  /* Whereas the stations of the council are signed. */
  done (o->a, "station-hinzufuegen", "gremium=apod zustaendigkeit=empfehlung", NULL);
  assert_signers (o, "oo");
  assert_zustand (o->a, "in-mitzeichnung");
}

static void
outcomes (Office *o, gconstpointer data)
{
  static const struct {
    const char *werte, *votum;
    gboolean fits, again;
  } cases[] = {
    { "code=zur-kenntnis", "keines", TRUE, FALSE },
    { "code=empfohlen", "dafuer", TRUE, FALSE },
    { "code=nicht-empfohlen", "dagegen", TRUE, FALSE },
    { "code=vertagt termin=2021-08-31", "keines", TRUE, TRUE },
    { "code=beschlossen", NULL, FALSE, FALSE },
    { "code=abgelehnt", NULL, FALSE, FALSE },
    { "code=ohne-votum", NULL, FALSE, FALSE },
  };
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    set_object (o->a, NULL);
    signed_with_board (o);
    g_autofree char *werte = g_strconcat ("station=v ", cases[i].werte, NULL);
    g_autoptr (StepResult) r = step (o->a, "ergebnis", werte, NULL);
    g_test_message ("%s", werte);
    if (!cases[i].fits) {
      assert_refused_by (r, "internes-ergebnis");
      continue;
    }
    assert_taken (r);
    keep (o->a, r);
    g_assert_true (node_is (station (o, "v"), "zustand", "abgeschlossen"));
    g_assert_true (node_is (node_child (station (o, "v"), "ergebnis"), "votum", cases[i].votum));
    g_assert_true (node_is (node_child (station (o, "v"), "ergebnis"), "am", TODAY));
    xmlNode *next =
      node_find (node_child (doc_root (o->a->objekt), "beratungsfolge"), "station", "nach", "v");
    g_assert_true ((next != NULL) == cases[i].again);
    g_assert_true (!next || node_is (next, "termin", "2021-08-31"));
    assert_zustand (o->a, "mitgezeichnet");
  }
}

static void
who_enters_it (Office *o, gconstpointer data)
{
  (void) data;
  signed_with_board (o);
  as_service (o);
  g_autoptr (StepResult) service = step (o->a, "ergebnis", "station=v code=empfohlen", NULL);
  assert_refused_by (service, "rolle");
  as_clerk (o);
  const xmlNode *rat =
    node_find (node_child (doc_root (o->a->objekt), "beratungsfolge"), "station", "gremium", "rat");
  g_autofree char *werte = g_strdup_printf ("station=%s code=zur-kenntnis", node_get (rat, "id"));
  g_autoptr (StepResult) council = step (o->a, "ergebnis", werte, NULL);
  assert_refused_by (council, "station-intern");
  as_releaser (o);
  done (o->a, "ergebnis", "station=v code=zur-kenntnis", NULL);
  g_assert_cmpstr (code_of (o, "v"), ==, "zur-kenntnis");
  g_autoptr (StepResult) twice = step (o->a, "ergebnis", "station=v code=empfohlen", NULL);
  assert_refused_by (twice, "station-offen");
}

/* The board alone is no way through the council. */
static void
board_alone (Office *o, gconstpointer data)
{
  (void) data;
  signed_with_board (o);
  edit_keep (o, "<station gremium=\"rat\" zustaendigkeit=\"beschluss\"",
             "<station gremium=\"vv\" zustaendigkeit=\"beschluss\"");
  sign_as (o, "fb-1");
  sign_as (o, "dezernat");
  release (o);
  as_service (o);
  g_autoptr (StepResult) r = step (o->a, "einreichen", "", NULL);
  g_assert_true (r->abgelehnt);
  g_assert_nonnull (refusal_of (r, "station-vorhanden"));
  g_assert_nonnull (refusal_of (r, "entscheidung-vorgesehen"));
}

/* An open station of the board, of lower rank, holds up neither the decision nor the end. */
static void
nobody_waits (void)
{
  static const struct {
    const char *role, *code, *end;
  } cases[] = { { "beschluss", "beschlossen", "beschlossen" },
                { "kenntnisnahme", "zur-kenntnis", "zur-kenntnis" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stations =
      g_strdup_printf (VV "<station gremium=\"rat\" zustaendigkeit=\"%s\" id=\"r\" folge=\"2\" "
                          "termin=\"2021-09-23\" sitzung=\"rat/2021-09-23\" zustand=\"auf-to\"/>",
                       cases[i].role);
    g_autoptr (Akte) a = akte_on ("2021-09-23");
    put_body (a, "rat");
    put (a, document ("<gremium " NS " kennung=\"vv\" art=\"intern\" stand=\"1\">"
                      "<name>Verwaltungsvorstand</name></gremium>"));
    put_sitting (a, "rat", "2021-09-23T15:00", "eroeffnet");
    acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
    set_object (a, paper ("art=\"beschlussvorlage\" zustand=\"in-beratung\"", "", stations));
    g_autofree char *werte = g_strdup_printf ("station=r code=%s", cases[i].code);
    done (a, "ergebnis", werte, NULL);
    assert_zustand (a, cases[i].end);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define BOARD(name, fn)                                                                                 \
  g_test_add ("/route/internal/" name, Office, NULL, open_with_board, fn, close_office)
  BOARD ("signatures-stay", signatures_stay);
  BOARD ("outcomes", outcomes);
  BOARD ("who-enters-it", who_enters_it);
  BOARD ("board-alone", board_alone);
  g_test_add_func ("/route/internal/nobody-waits", nobody_waits);
  return g_test_run ();
}
