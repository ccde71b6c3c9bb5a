/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* gross ABLAGE N: puts N papers of twenty years and their sittings into a store that has its rules already, in one
 * transaction.  Prints nothing; judges nothing; writes no readable files.  Called by bench.sh.
 *
 * A paper has about five thousand bytes, four stations and an agenda that names it; the last ones are still on their
 * way.  The papers of a week are copies of one, written with the store's own words below its one way in: the bench
 * is about what comes after. */
#include "../unit/store-help.h"
#include "doc/open.h"
#include "store/content.h"
#include "store/events.h"
#include "store/index.h"
#include <stdio.h>
#include <stdlib.h>

#define WEEKS 1000
#define OPEN_WEEKS 3
#define BODIES ((guint) G_N_ELEMENTS (bodies))
#define COPIED "999999" /* what a copy has its own of */
#define TOP_COPIED "t999"

static const char *const bodies[] = { "apod", "afbl", "hauptausschuss", "rat" };

/* The day of a body's sitting in this week, from January 2002 on; the body's place is the day of the week. */
static void
day_of (guint week, guint body, char day[11])
{
  GDate d;
  g_date_clear (&d, 1);
  g_date_set_dmy (&d, 7, 1, 2002);
  g_date_add_days (&d, week * 7 + body);
  g_date_strftime (day, 11, "%Y-%m-%d", &d);
}

/* All papers of one week are on the agendas of that week. */
static guint
week_of (guint paper, guint papers)
{
  return (guint) ((guint64) paper * WEEKS / papers);
}

static guint
first_of (guint week, guint papers)
{
  return (guint) (((guint64) week * papers + WEEKS - 1) / WEEKS);
}

static gboolean
is_over (guint week)
{
  return week + OPEN_WEEKS < WEEKS;
}

static void
add_words (GString *s, guint words, GRand *dice)
{
  for (guint k = 0; k < words; k++) {
    for (int n = g_rand_int_range (dice, 3, 12); n > 0; n--)
      g_string_append_c (s, (char) ('a' + g_rand_int_range (dice, 0, 26)));
    g_string_append_c (s, ' ');
  }
}

static void
add_station (GString *s, guint body, guint week, gboolean over)
{
  char day[11];
  day_of (week, body, day);
  g_string_append_printf (s,
                          "<station gremium='%s' zustaendigkeit='%s' id='s%u' folge='%u' termin='%s' "
                          "zustand='%s' sitzung='%s/%s' top='" TOP_COPIED "'%s",
                          bodies[body], body == 3 ? "beschluss" : "empfehlung", body + 1, body + 1, day,
                          over ? "abgeschlossen" : "auf-to", bodies[body], day, over ? ">" : "/>");
  if (over)
    g_string_append_printf (s, "<ergebnis code='%s' am='%s' votum='dafuer'/></station>",
                            body == 3 ? "beschlossen" : "empfohlen", day);
}

/* What the papers of this week are copied from. */
static Doc *
paper (guint week, GRand *dice)
{
  char day[11];
  gboolean over = is_over (week);
  g_autoptr (GString) s = g_string_new (NULL);
  day_of (week, 0, day);
  g_string_append_printf (s,
                          "<vorlage xmlns='urn:ratsweg:1' art='beschlussvorlage' oeffentlich='ja' "
                          "kennung='" COPIED
                          "-%.2s' naechste-id='20' zustand='%s'><kopf><datum>%s</datum>"
                          "</kopf><titel>",
                          day + 2, over ? "beschlossen" : "in-beratung", day);
  add_words (s, 5, dice);
  g_string_append (s, "</titel><abschnitt art='beschlussvorschlag' id='a1'><p>");
  add_words (s, 40, dice);
  g_string_append (s, "</p></abschnitt><abschnitt art='begruendung' id='a2'>");
  for (guint k = 0; k < 12; k++) {
    g_string_append (s, "<p>");
    add_words (s, 40, dice);
    g_string_append (s, "</p>");
  }
  g_string_append_printf (s,
                          "</abschnitt><fassungen><fassung nr='1' am='%s' anlass='freigeben' stand='1'/>"
                          "</fassungen><beratungsfolge>",
                          day);
  for (guint body = 0; body < BODIES; body++)
    add_station (s, body, week, over);
  g_string_append (s, "</beratungsfolge></vorlage>");
  return help_doc (DOC_VORLAGE, s->str);
}

static Doc *
sitting (guint week, guint body, guint papers)
{
  char day[11], day_of_paper[11];
  gboolean over = is_over (week);
  g_autoptr (GString) s = g_string_new (NULL);
  day_of (week, body, day);
  day_of (week, 0, day_of_paper);
  g_string_append_printf (
    s,
    "<sitzung xmlns='urn:ratsweg:1' kennung='%s/%s' gremium='%s' naechste-id='900' "
    "zustand='%s'><beginn>%sT1%u:00</beginn><eroeffnet>%sT1%u:02</eroeffnet>"
    "<tagesordnung>",
    bodies[body], day, bodies[body], over ? "geschlossen" : "eroeffnet", day, body, day, body);
  for (guint i = first_of (week, papers); i < first_of (week + 1, papers); i++)
    g_string_append_printf (s,
                            "<top nummer='%u' id='t%u' oeffentlich='ja'><titel>Papier</titel>"
                            "<papier vorlage='%06u-%.2s' station='s%u'/></top>",
                            i - first_of (week, papers) + 1, i - first_of (week, papers) + 1, i,
                            day_of_paper + 2, body + 1);
  g_string_append (s, "</tagesordnung></sitzung>");
  return help_doc (DOC_SITZUNG, s->str);
}

static char *
copy_of (const char *text, guint i, guint papers)
{
  char number[16], top[16];
  GString *s = g_string_new (text);
  g_snprintf (number, sizeof number, "%06u", i);
  g_snprintf (top, sizeof top, "t%u", i - first_of (week_of (i, papers), papers) + 1);
  g_string_replace (s, COPIED, number, 0);
  g_string_replace (s, TOP_COPIED, top, 0);
  return g_string_free (s, FALSE);
}

/* Like @like, with the names of paper @i; owned are these alone. */
static Facts
facts_like (const Facts *like, guint i, guint papers)
{
  Facts f = *like;
  f.kennung = copy_of (like->kennung, i, papers);
  f.spur = g_strdup (f.kennung);
  f.path = copy_of (like->path, i, papers);
  return f;
}

/* An event of its own for each document, as the steps of an office are many and small. */
static void
put (Store *s, const Doc *doc, const Facts *f, GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr (Event) e = help_event (s);
  guint8 nonce[NONCE_BYTES];
  help_nonce (nonce);
  e->zeit = e->uhr = e->zeit - G_USEC_PER_SEC + 1; /* all of them before now */
  IndexVersion v = { .art = f->art, .spur = f->spur, .stand = 1, .seq = e->seq, .zeit = e->zeit };
  v.commitment = hash_commitment (nonce, bytes);
  content_put (s, &v.commitment, nonce, bytes, NULL, &error);
  g_assert_no_error (error);
  index_put (s->index, &v, doc, f, &error);
  g_assert_no_error (error);
  EventDoc *d = event_add_doc (e, doc_art_name (f->art), f->spur);
  d->nachher = v.stand;
  d->commitment_nachher = hex_encode (v.commitment.b, HASH_BYTES);
  help_put_event (s, e, &error);
  g_assert_no_error (error);
}

static void
put_papers (Store *s, guint week, guint papers, GRand *dice)
{
  g_autoptr (Doc) d = paper (week, dice);
  g_autoptr (Facts) like = facts_of (d);
  g_autoptr (GBytes) bytes = doc_bytes (d);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = first_of (week, papers); i < first_of (week + 1, papers); i++) {
    Facts f = facts_like (like, i, papers);
    char *own = copy_of (text, i, papers);
    g_autoptr (GBytes) copy = g_bytes_new_take (own, strlen (own));
    put (s, d, &f, copy);
    g_free (f.kennung);
    g_free (f.spur);
    g_free (f.path);
  }
}

static void
week_into (Store *s, guint week, guint papers, GRand *dice)
{
  put_papers (s, week, papers, dice);
  for (guint body = 0; body < BODIES; body++) {
    g_autoptr (Doc) d = sitting (week, body, papers);
    g_autoptr (Facts) f = facts_of (d);
    g_autoptr (GBytes) bytes = doc_bytes (d);
    put (s, d, f, bytes);
  }
}

/* One transaction that nobody needs to survive, and no file is owed for. */
static void
fill (Store *s, guint papers)
{
  GError *error = NULL;
  g_autoptr (GRand) dice = g_rand_new_with_seed (4711);
  sql_exec (s->db, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000", &error);
  g_assert_no_error (error);
  store_begin (s, &error);
  g_assert_no_error (error);
  content_forget (s);
  for (guint week = 0; week < WEEKS; week++)
    week_into (s, week, papers, dice);
  index_set_meta (s->db, "dateien", (gint64) store_count (s), &error);
  g_assert_no_error (error);
  sql_exec (s->db, "COMMIT", &error);
  g_assert_no_error (error);
  store_abort (s); /* nothing is left to take back; ends the transaction without the files */
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 3);
  g_autoptr (Store) s = help_open (argv[1], STORE_WRITE);
  doc_library_init ();
  fill (s, (guint) atoi (argv[2]));
  return 0;
}
