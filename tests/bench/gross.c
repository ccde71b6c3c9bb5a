/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* gross ABLAGE N: puts N papers of twenty years and their sittings into a store that has its rules already, in few
 * large events.  Prints nothing; judges nothing.  Called by bench.sh.
 *
 * A paper has about five thousand bytes, four stations and an agenda that names it; the last ones are still on their
 * way. */
#include "../unit/store-help.h"
#include "doc/open.h"
#include <stdio.h>
#include <stdlib.h>

#define BATCH 500
#define WEEKS 1000
#define OPEN_WEEKS 3

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
add_station (GString *s, guint body, guint week, guint top, gboolean over)
{
  char day[11];
  day_of (week, body, day);
  g_string_append_printf (s,
                          "<station gremium='%s' zustaendigkeit='%s' id='s%u' folge='%u' termin='%s' "
                          "zustand='%s' sitzung='%s/%s' top='t%u'%s",
                          bodies[body], body == 3 ? "beschluss" : "empfehlung", body + 1, body + 1, day,
                          over ? "abgeschlossen" : "auf-to", bodies[body], day, top, over ? ">" : "/>");
  if (over)
    g_string_append_printf (s, "<ergebnis code='%s' am='%s' votum='dafuer'/></station>",
                            body == 3 ? "beschlossen" : "empfohlen", day);
}

static Doc *
paper (guint i, guint papers, GRand *dice)
{
  char day[11];
  guint week = week_of (i, papers);
  gboolean over = is_over (week);
  g_autoptr (GString) s = g_string_new (NULL);
  day_of (week, 0, day);
  g_string_append_printf (s,
                          "<vorlage xmlns='urn:ratsweg:1' art='beschlussvorlage' oeffentlich='ja' "
                          "kennung='%06u-%.2s' naechste-id='20' zustand='%s'><kopf><datum>%s</datum>"
                          "</kopf><titel>",
                          i, day + 2, over ? "beschlossen" : "in-beratung", day);
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
  for (guint body = 0; body < G_N_ELEMENTS (bodies); body++)
    add_station (s, body, week, i - first_of (week, papers) + 1, over);
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

/* @count documents from @from on, as one event. */
static void
batch (Store *s, guint from, guint count, guint papers, GRand *dice)
{
  GError *error = NULL;
  store_begin (s, &error);
  g_assert_no_error (error);
  g_autoptr (Event) e = help_event (s);
  for (guint i = from; i < from + count; i++) {
    g_autoptr (Doc) d =
      i < papers ? paper (i, papers, dice) : sitting ((i - papers) / 4, (i - papers) % 4, papers);
    help_put (s, e, d, NULL, &error);
    g_assert_no_error (error);
  }
  help_put_event (s, e, &error);
  g_assert_no_error (error);
  store_commit (s, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 3);
  guint papers = (guint) atoi (argv[2]), all = papers + WEEKS * (guint) G_N_ELEMENTS (bodies);
  g_autoptr (GRand) dice = g_rand_new_with_seed (4711);
  g_autoptr (Store) s = help_open (argv[1], STORE_WRITE);
  doc_library_init ();
  for (guint i = 0; i < all; i += BATCH)
    batch (s, i, MIN (BATCH, all - i), papers, dice);
  return 0;
}
