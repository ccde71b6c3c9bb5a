/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A real course as an Akte: its meetings in the order of the days, what of them was planned from the start and what
 * the results before made, the paper, the sittings.  Used by route-histories.c, which says how it is read.  Owns what
 * a Course holds. */
#pragma once
#include "route-table.h"

#define FAR "fachausschuss" /* the body of a referral that the source does not name */

/* One meeting of a body on the paper. */
typedef struct {
  guint nr, day_rank; /* its place in the source, from 1; in the order of that day */
  char *gremium, *tag, *wort, *role;
  const char *stimmen; /* lent: " ja=.. nein=.." */
  gboolean dated;      /* the source has a day */
  gboolean made;       /* a result before it makes its station */
  gboolean named_day;  /* and puts it on the next sitting */
  char **own;          /* words of the table for this one alone, or NULL */
  char *id;            /* its station */
  char *code;
} Treffen;

typedef struct {
  guint nr;
  const json_t *source;
  char **row;
  GPtrArray *all;     /* Treffen*, in their order */
  GPtrArray *bodies;  /* char*: names; the Kennung is the place */
  GPtrArray *strings; /* char*, lent out */
  GHashTable *went_over;
  Akte *a;
} Course;

/* Set once a program. */
static Table *table;
static json_t *courses;

static inline void
treffen_free (Treffen *t)
{
  g_free (t->gremium);
  g_free (t->tag);
  g_free (t->wort);
  g_free (t->role);
  g_free (t->id);
  g_free (t->code);
  g_free (t);
}

static inline void
course_free (Course *c)
{
  g_ptr_array_unref (c->all);
  g_ptr_array_unref (c->bodies);
  g_ptr_array_unref (c->strings);
  g_hash_table_unref (c->went_over);
  akte_free (c->a);
  g_free (c);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Course, course_free)

static inline const char *
text_of (const json_t *o, const char *key)
{
  const char *s = json_string_value (json_object_get (o, key));
  return s ? s : "";
}

/* -- reading a course -- */

/* A body that the source does not name is nobody else's. */
static inline char *
body_of (Course *c, const char *name)
{
  guint at = 0;
  gboolean unnamed = !*name || *name == '(';
  if (unnamed || !g_ptr_array_find_with_equal_func (c->bodies, name, g_str_equal, &at)) {
    at = c->bodies->len;
    g_ptr_array_add (c->bodies, g_strdup (name));
  }
  return g_strdup_printf ("g%u", at);
}

static inline gboolean
is_plenum (const Course *c, const Treffen *t)
{
  const char *name = c->bodies->pdata[atoi (t->gremium + 1)];
  return g_regex_match_simple (
    "^(Rat|Gemeinderat|Stadtrat|Bürgerschaft|BVV|Bezirksverordnetenvers|Stadtverordn)", name, 0, 0);
}

/* Roles are the source's; where it has none the plenum decides and the others recommend. */
static inline char *
role_of (const Course *c, const Treffen *t, const json_t *s)
{
  const char *word = text_of (s, "zustaendigkeit");
  if (t->own && g_str_has_prefix (t->own[2], "rolle "))
    return g_strdup (t->own[2] + strlen ("rolle "));
  if (!*word)
    return g_strdup (is_plenum (c, t) ? "beschluss" : "empfehlung");
  char **row = table_row (table, "rolle", word);
  if (!row)
    g_error ("no role for „%s“", word);
  return g_strdup (row[2]);
}

static inline int
figure (const json_t *o, const char *key)
{
  const json_t *n = json_object_get (o, key);
  return json_is_integer (n) ? (int) json_integer_value (n) : -1;
}

/* The figures of the station, else those that the minutes of that day have. */
static inline const char *
votes_of (Course *c, const Treffen *t, const json_t *s)
{
  const json_t *votes = json_object_get (s, "abstimmung"), *minutes;
  size_t i;
  json_array_foreach (json_object_get (c->source, "protokoll_abstimmungen"), i,
                      minutes) if (!votes && g_str_equal (text_of (minutes, "datum"), t->tag) &&
                                   figure (minutes, "ja") >= 0) votes = minutes;
  if (figure (votes, "ja") < 0 || figure (votes, "nein") < 0)
    return "";
  g_ptr_array_add (c->strings,
                   g_strdup_printf (" ja=%d nein=%d", figure (votes, "ja"), figure (votes, "nein")));
  return c->strings->pdata[c->strings->len - 1];
}

/* A result without a day was given behind what the source lists before it. */
static inline char *
day_plus (const char *day, int days)
{
  GDate d;
  g_date_clear (&d, 1);
  g_date_set_parse (&d, day);
  if (days > 0)
    g_date_add_days (&d, (guint) days);
  else
    g_date_subtract_days (&d, (guint) -days);
  char *text = g_malloc (11);
  g_date_strftime (text, 11, "%Y-%m-%d", &d);
  return text;
}

static inline void
read_meeting (Course *c, const json_t *s, guint nr, const char *before)
{
  g_autofree char *place = g_strdup_printf ("%u.%u", c->nr, nr);
  Treffen *t = g_new0 (Treffen, 1);
  t->nr = nr;
  t->own = table_row (table, "aber", place);
  t->gremium = body_of (c, text_of (s, "gremium"));
  t->wort = g_strdup (text_of (s, "ergebnis"));
  t->dated = *text_of (s, "datum") != '\0';
  t->tag = t->dated   ? g_strdup (text_of (s, "datum"))
           : *t->wort ? day_plus (before, 1)
                      : g_strdup (before);
  t->dated = t->dated || *t->wort;
  t->role = role_of (c, t, s);
  t->stimmen = votes_of (c, t, s);
  g_ptr_array_add (c->all, t);
}

/* By day, on a day first who prepares, then as listed. */
static inline int
by_day (gconstpointer a, gconstpointer b)
{
  const Treffen *x = *(Treffen *const *) a, *y = *(Treffen *const *) b;
  int days = strcmp (x->tag, y->tag);
  int decides = g_str_equal (x->role, "beschluss") - g_str_equal (y->role, "beschluss");
  return days ? days : decides ? decides : (int) x->nr - (int) y->nr;
}

/* What the word makes of the paper, for a station of this role: code and values; NULL without a result. */
static inline const char *
reading (const Treffen *t, const char *role)
{
  static const char *const columns[] = { "empfehlung", "anhoerung", "beschluss", "kenntnisnahme" };
  if (!*t->wort)
    return NULL;
  if (t->own && g_str_has_prefix (t->own[2], "wort "))
    return t->own[2] + strlen ("wort ");
  char **row = table_row (table, "wort", t->wort);
  for (guint i = 0; row && i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i], role) && !g_str_equal (row[i + 2], "-"))
      return row[i + 2];
  g_error ("„%s“ has no reading at %s", t->wort, role);
}

static inline gboolean
says (const Treffen *t, const char *role, const char *codes)
{
  const char *r = reading (t, role);
  g_auto (GStrv) words = g_strsplit (r ? r : "", " ", 2);
  return words[0] && table_has_word (codes, words[0]);
}

static inline gboolean
comes_back (const Treffen *t)
{
  const char *r = reading (t, t->role);
  gboolean said = r && strstr (r, "rueckkehr=ja");
  return says (t, t->role, "vertagt zurueckgestellt abgesetzt nicht-behandelt rueckverwiesen") ||
         (r && strstr (r, "umfang=sitzung")) ||
         (says (t, t->role, "verwiesen") &&
          (said || (g_str_equal (t->role, "beschluss") && !strstr (r, "rueckkehr=nein"))));
}

/* The next meeting of the same body from place @from on. */
static inline Treffen *
next_of (const Course *c, guint from, const char *gremium)
{
  for (guint i = from; i < c->all->len; i++)
    if (g_str_equal (((Treffen *) c->all->pdata[i])->gremium, gremium))
      return c->all->pdata[i];
  return NULL;
}

/* -- to whom a referral goes -- */

/* The committees that meet until it is the referrer's or another plenum's turn; else one whose day the source leaves
 * out; else one that it leaves out whole. */
static inline GPtrArray *
targets (const Course *c, guint at, gboolean only_next)
{
  GPtrArray *list = g_ptr_array_new ();
  const Treffen *own = c->all->pdata[at];
  for (guint i = at + 1; i < c->all->len && !(only_next && list->len); i++) {
    Treffen *t = c->all->pdata[i];
    if (g_str_equal (t->gremium, own->gremium) || is_plenum (c, t))
      break;
    if (t->dated && next_of (c, at + 1, t->gremium) == t)
      g_ptr_array_add (list, t);
  }
  for (guint i = 0; i < c->all->len && list->len == 0; i++) {
    Treffen *t = c->all->pdata[i];
    if (!t->dated && !t->made && !is_plenum (c, t))
      g_ptr_array_add (list, t);
  }
  return list;
}

static inline void
turn_into (Treffen *t, const char *role)
{
  g_free (t->role);
  t->role = g_strdup (role);
}

/* Which stations the results make, and which are planned from the start. */
static inline void
plan (Course *c)
{
  for (guint i = 0; i < c->all->len; i++) {
    Treffen *t = c->all->pdata[i];
    const char *r = reading (t, t->role);
    Treffen *again = comes_back (t) ? next_of (c, i + 1, t->gremium) : NULL;
    if (again && g_str_equal (again->role, t->role)) {
      again->made = TRUE;
      again->named_day = says (t, t->role, "vertagt nicht-behandelt");
    }
    if (!says (t, t->role, "verwiesen"))
      continue;
    g_autoptr (GPtrArray) list = targets (c, i, strstr (r, "an=>") != NULL);
    for (guint k = 0; k < list->len; k++) {
      Treffen *target = list->pdata[k];
      target->made = TRUE;
      target->named_day = target->dated;
      if (!strstr (r, "rueckkehr=nein"))
        turn_into (target, "empfehlung");
    }
  }
}

/* -- the paper -- */

static inline void
put_paper (Course *c)
{
  const char *art = text_of (c->source, "art");
  gboolean informs = g_str_has_prefix (art, "Mitteilung") || g_str_has_prefix (art, "Information");
  gboolean motion = strstr (art, "ntrag") != NULL, decided = informs;
  g_autoptr (GString) s = g_string_new (NULL);
  for (guint i = 0; i < c->all->len; i++) {
    const Treffen *t = c->all->pdata[i];
    g_autofree char *day = t->dated ? g_strdup_printf ("termin=\"%s\"", t->tag) : g_strdup ("");
    decided = decided || (g_str_equal (t->role, "beschluss") && !t->made);
    if (!t->made)
      g_string_append_printf (
        s, "<station gremium=\"%s\" zustaendigkeit=\"%s\" id=\"s%u\" folge=\"%u\" %s/>", t->gremium,
        t->role, i + 1, i + 1, day);
  }
  /* An excerpt may end before the body that decides. */
  if (!decided)
    g_string_append_printf (
      s, "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" id=\"s19\" folge=\"19\"/>");
  g_autofree char *attributes = g_strdup_printf ("art=\"%s\" zustand=\"%s\"",
                                                 informs  ? "mitteilungsvorlage"
                                                 : motion ? "antrag"
                                                          : "beschlussvorlage",
                                                 motion ? "eingegangen" : "freigegeben");
  put (c->a, paper (attributes,
                    "<fassungen><fassung nr=\"1\" am=\"2000-01-01\" anlass=\"freigeben\" stand=\"2\"/>"
                    "</fassungen>",
                    s->str));
}

/* Each sitting has something else on its agenda, too. */
static inline void
put_meeting (Course *c, const Treffen *t)
{
  put (c->a,
       document ("<sitzung " NS " kennung=\"%s/%s\" gremium=\"%s\" stand=\"1\" zustand=\"geplant\" "
                 "naechste-id=\"2\"><beginn>%sT%02u:00</beginn><tagesordnung>"
                 "<top nummer=\"1\" id=\"t1\" oeffentlich=\"ja\"><titel>Eröffnung</titel></top>"
                 "</tagesordnung></sitzung>",
                 t->gremium, t->tag, t->gremium, t->tag, 8 + t->nr % 12));
}

static inline Course *
course_read (guint nr)
{
  Course *c = g_new0 (Course, 1);
  const json_t *s;
  size_t i;
  g_autofree char *key = g_strdup_printf ("%u", nr);
  c->nr = nr;
  c->source = json_array_get (courses, nr);
  c->row = table_row (table, "kurs", key);
  c->all = g_ptr_array_new_with_free_func ((GDestroyNotify) treffen_free);
  c->bodies = g_ptr_array_new_with_free_func (g_free);
  c->strings = g_ptr_array_new_with_free_func (g_free);
  c->went_over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  c->a = akte_on ("2000-01-01");
  json_array_foreach (json_object_get (c->source, "stationen"), i, s)
  {
    const Treffen *before = i > 0 ? c->all->pdata[i - 1] : NULL;
    read_meeting (c, s, (guint) i + 1, before ? before->tag : "2000-01-01");
  }
  for (guint k = 0; k < c->all->len; k++)
    if (((Treffen *) c->all->pdata[k])->own &&
        g_str_equal (((Treffen *) c->all->pdata[k])->own[2], "weg"))
      g_ptr_array_remove_index (c->all, k--);
  g_ptr_array_sort (c->all, by_day);
  plan (c);
  for (guint k = 0; k < c->bodies->len; k++) {
    g_autofree char *body = g_strdup_printf ("g%u", k);
    put_body (c->a, body);
  }
  put_body (c->a, FAR);
  put_body (c->a, "rat");
  for (guint k = 0; k < c->all->len; k++)
    if (((Treffen *) c->all->pdata[k])->dated)
      put_meeting (c, c->all->pdata[k]);
  put_paper (c);
  acts (c->a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  return c;
}
