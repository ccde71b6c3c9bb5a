/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The courses of real papers (the shared cases/histories.json), taken again by the steps of the shipped rules: each
 * sitting puts the paper on its agenda, invites, opens, records what it said and closes, in the order of the days and
 * never in the order of the list.  route-histories.txt says how the words of the sources are read, what each paper
 * came to and which objections history went over; it does not come from what the program answers.
 *
 * Without RATSWEG_SHARED it skips.  What cannot be taken is in the table with its reason, and fails here as soon as it
 * can be. */
#include "route-course.h"

/* -- taking it again -- */

static void
look_at (Akte *a, DocArt art, const char *kennung)
{
  Doc *next = doc_ref (akte_doc (a, art, kennung));
  g_ptr_array_remove (a->docs, next);
  if (a->objekt)
    akte_add (a, a->objekt);
  set_object (a, next);
}

/* NULL, or why it is not taken. */
static char *
take (Course *c, const char *schritt, const char *werte)
{
  g_autoptr (GError) error = NULL;
  const char *text = strstr (werte, "code=geaendert-") ? "<p>Neuer Wortlaut.</p>" : NULL;
  g_autoptr (StepResult) r = ask_step (c->a, schritt, werte, "so war es", text, &error);
  g_test_message ("%s %s", schritt, werte);
  if (!r)
    return g_strdup (error->message);
  for (guint i = 0; i < r->refusals->len; i++) {
    const Refusal *f = r->refusals->pdata[i];
    if (r->abgelehnt)
      return g_strdup_printf ("%s: %s", f->waechter, f->text);
    g_test_message ("  went over %s: %s", f->waechter, f->text);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (c->went_over, f->waechter));
    g_hash_table_insert (c->went_over, g_strdup (f->waechter), GUINT_TO_POINTER (n + 1));
  }
  keep (c->a, r);
  return NULL;
}

static gboolean
is_open (const xmlNode *n)
{
  return !node_is (n, "zustand", "abgeschlossen") && !node_is (n, "zustand", "entfallen");
}

/* The station of this meeting: of its day, else the one that waits for a day, else one that was overtaken. */
static xmlNode *
station_for (const Course *c, const Treffen *t)
{
  xmlNode *undated = NULL, *late = NULL;
  NODE_EACH (n, node_child (doc_root (c->a->objekt), "beratungsfolge"), "station") {
    if (!node_is (n, "gremium", t->gremium))
      continue;
    if (is_open (n) && node_is (n, "termin", t->tag))
      return n;
    if (is_open (n) && !node_get (n, "termin") && !undated)
      undated = n;
    if (node_is (n, "grund", "ueberholt") && node_is (n, "termin", t->tag))
      late = n;
  }
  return t->named_day ? NULL : undated ? undated : late;
}

static char *
values_for (const Course *c, guint at, const char *r, const char *code)
{
  const Treffen *t = c->all->pdata[at];
  g_autoptr (GString) s = g_string_new (NULL);
  const char *more = r + strlen (code), *to = strstr (more, " an=");
  gboolean votes = !g_str_equal (code, "verwiesen");
  g_string_append_printf (s, "station=%s code=%s%s", t->id, code, votes ? t->stimmen : "");
  if (!to) {
    g_string_append (s, more);
    return g_string_free (g_steal_pointer (&s), FALSE);
  }
  g_autoptr (GPtrArray) list = targets (c, at, to[4] == '>');
  g_string_append_printf (s, "%s an=", to + 5);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (s, "%s%s", i ? "," : "", ((Treffen *) list->pdata[i])->gremium);
  if (list->len == 0)
    g_string_append (s, FAR);
  return g_string_free (g_steal_pointer (&s), FALSE);
}

static void
on_day (Course *c, char *take_day)
{
  g_free (c->a->tag);
  c->a->tag = take_day;
}

/* The sitting takes the paper and invites in good time, whatever its Frist, and opens on its day. */
static char *
open_meeting (Course *c, const Treffen *t, gboolean adds)
{
  g_autofree char *kennung = g_strdup_printf ("%s/%s", t->gremium, t->tag);
  char *why = NULL;
  look_at (c->a, DOC_SITZUNG, kennung);
  on_day (c, day_plus (t->tag, -60));
  if (adds)
    why = take (c, "aufnehmen", "vorlage=00001-21");
  if (!why)
    why = take (c, "einladen", "");
  on_day (c, g_strdup (t->tag));
  if (!why)
    why = take (c, "eroeffnen", "um=17:00");
  return why;
}

static char *
meet (Course *c, guint at)
{
  Treffen *t = c->all->pdata[at];
  g_autofree char *kennung = g_strdup_printf ("%s/%s", t->gremium, t->tag);
  const xmlNode *n = station_for (c, t);
  if (!n)
    return *t->wort
             ? g_strdup_printf ("no station waits for the meeting of %s on %s", t->gremium, t->tag)
             : NULL;
  t->id = g_strdup (node_get (n, "id"));
  const char *r = reading (t, node_get (n, "zustaendigkeit"));
  char *why = open_meeting (c, t, is_open (n));
  look_at (c->a, DOC_VORLAGE, "00001-21");
  if (r && !why) {
    t->code = g_strndup (r, strcspn (r, " "));
    g_autofree char *values = values_for (c, at, r, t->code);
    why = take (c, "ergebnis", values);
  }
  look_at (c->a, DOC_SITZUNG, kennung);
  if (!why)
    why = take (c, "schliessen", "um=21:00");
  look_at (c->a, DOC_VORLAGE, "00001-21");
  return why;
}

/* -- what has to be so in the end -- */

static char *
objections (const Course *c)
{
  g_autoptr (GString) s = g_string_new (NULL);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (c->went_over), (GCompareFunc) strcmp);
  for (GList *n = names; n; n = n->next)
    g_string_append_printf (s, "%s%s:%u", s->len ? " " : "", (char *) n->data,
                            GPOINTER_TO_UINT (g_hash_table_lookup (c->went_over, n->data)));
  return g_strdup (s->len ? s->str : "-");
}

/* Each result of the source stands at its day, and there is none besides. */
static char *
differs_in_results (const Course *c)
{
  guint said = 0, has = 0;
  NODE_EACH (n, node_child (doc_root (c->a->objekt), "beratungsfolge"), "station")
    has += node_child (n, "ergebnis") != NULL;
  for (guint i = 0; i < c->all->len; i++) {
    const Treffen *t = c->all->pdata[i];
    const xmlNode *n = t->id ? vorlage_station (c->a->objekt, t->id) : NULL,
                  *e = node_child (n, "ergebnis");
    said += *t->wort != '\0';
    if (*t->wort && !(e && node_is (e, "code", t->code) && node_is (e, "am", t->tag) &&
                      node_is (n, "termin", t->tag)))
      return g_strdup_printf ("%s is not recorded at %s", t->wort, t->tag);
  }
  return said == has ? NULL : g_strdup_printf ("%u results, the source has %u", has, said);
}

static char *
differs (const Course *c)
{
  const char *state = node_get (doc_root (c->a->objekt), "zustand");
  g_autofree char *over = objections (c);
  char *why = differs_in_results (c);
  if (!why && !g_str_equal (state, c->row[3]))
    return g_strdup_printf ("it came to %s, not to %s", state, c->row[3]);
  if (!why && !g_str_equal (over, c->row[4]))
    return g_strdup_printf ("history went over %s, not over %s", over, c->row[4]);
  return why;
}

/* A step behind the last meeting, on the open station of one in the source. */
static char *
afterwards (Course *c)
{
  g_autofree char *key = g_strdup_printf ("%u", c->nr);
  char **row = table_row (table, "danach", key);
  for (guint i = 0; row && i < c->all->len; i++) {
    const Treffen *t = c->all->pdata[i];
    const xmlNode *n = t->nr == (guint) atoi (row[3]) ? station_for (c, t) : NULL;
    g_autofree char *values = n ? g_strdup_printf ("station=%s", node_get (n, "id")) : NULL;
    if (n)
      return take (c, row[2], values);
  }
  return row ? g_strdup ("there is no such station") : NULL;
}

static char *
replay (Course *c)
{
  look_at (c->a, DOC_VORLAGE, "00001-21");
  char *why = take (c, "einreichen", "");
  for (guint i = 0; i < c->all->len && !why; i++)
    if (((Treffen *) c->all->pdata[i])->dated)
      why = meet (c, i);
  if (!why)
    why = afterwards (c);
  return why ? why : differs (c);
}

static void
one_course (gconstpointer nr)
{
  g_autoptr (Course) c = course_read (GPOINTER_TO_UINT (nr));
  g_autofree char *key = g_strdup_printf ("%u", c->nr),
                  *number = g_strdup (text_of (c->source, "drucksache"));
  char **not = table_row (table, "nicht", key);
  g_assert_nonnull (c->row);
  g_assert_cmpstr (c->row[2], ==, *number ? number : "-");
  g_autofree char *why = replay (c);
  g_test_message ("%s", why ? why : "as it was");
  if (not )
    g_assert_nonnull (why);
  else
    g_assert_null (why);
}

/* Every course has a row, and no row is without its course. */
static void
table_fits (void)
{
  g_assert_cmpuint (table_count (table, "kurs"), ==, json_array_size (courses));
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  json_t *all = shared_cases ("histories.json");
  if (!all)
    return g_test_run ();
  courses = json_object_get (all, "histories");
  table = table_read ("tests/unit/route-histories.txt");
  g_test_add_func ("/route/histories/table", table_fits);
  for (guint i = 0; i < json_array_size (courses); i++) {
    g_autofree char *path = g_strdup_printf ("/route/histories/%u", i);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), one_course);
  }
  int rc = g_test_run ();
  table_free (table);
  json_decref (all);
  return rc;
}
