/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Real agendas of councils and committees: each is a sitting that is checked in as it is, with its TOPs, their parts,
 * kinds, roles, remarks and what stands under them, and its order is that of the numbers; or the table beside this test
 * says why not.  Without RATSWEG_SHARED it skips. */
#include "route-table.h"
#include "doc/agenda.h"

static json_t *cases;
static Table *table;

static const char *
text_of (const json_t *o, const char *key)
{
  return json_string_value (json_object_get (o, key));
}

static void
add_attribute (GString *s, const char *name, const char *value)
{
  g_autofree char *escaped = value ? g_markup_escape_text (value, -1) : NULL;
  if (escaped && *escaped)
    g_string_append_printf (s, " %s=\"%s\"", name, escaped);
}

static void
add_element (GString *s, const char *name, const char *text)
{
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;
  if (escaped)
    g_string_append_printf (s, "<%s>%s</%s>", name, escaped, name);
}

/* Other cities print the part before the number: "Ö 3.1", "Ö" where there is none. */
static const char *
number_of (const json_t *top)
{
  const char *nr = text_of (top, "nr");
  if (g_str_has_prefix (nr, "Ö"))
    nr += strlen ("Ö");
  return nr + strspn (nr, " ");
}

/* What the source's own words are in the schema. */
static const char *
word_for (const char *text, const char *const (*words)[2])
{
  for (guint i = 0; text && words[i][0]; i++)
    if (g_str_has_prefix (text, words[i][0]))
      return words[i][1];
  return NULL;
}

static const char *
kind_of (const json_t *top)
{
  static const char *const kinds[][2] = { { "Anfrage", "anfrage" },
                                          { "Antrag", "antrag" },
                                          { "Änderungs", "antrag" },
                                          { "Vorschlag", "antrag" },
                                          { "Eingabe", "eingabe" },
                                          { "Mitteilung", "mitteilung" },
                                          { "Informationsvorlage", "mitteilung" },
                                          { "Stellungnahme", "mitteilung" },
                                          { NULL, NULL } };
  static const char *const remarks[][2] = { { "- unbesetzt -", "platzhalter" },
                                            { "Mündliche", "bericht" },
                                            { "-Mündliche", "bericht" },
                                            { "regelmäßiger Bericht", "bericht" },
                                            { NULL, NULL } };
  const char *kind = word_for (text_of (top, "art"), kinds);
  return kind ? kind : word_for (text_of (top, "anmerkung"), remarks);
}

static const char *
role_of (const json_t *top)
{
  static const char *const roles[][2] = {
    { "Beschlussvorlage", NULL },     { "Beschluss", "beschluss" },
    { "Empfehlung", "empfehlung" },   { "Kenntnisnahme", "kenntnisnahme" },
    { "Einbringung", "einbringung" }, { NULL, NULL }
  };
  return word_for (text_of (top, "art"), roles);
}

/* The number of the TOP "Regularien", under which the others stand. */
static const char *
regularien_of (const json_t *source)
{
  const json_t *tops = json_object_get (source, "tops"), *top;
  size_t i;
  json_array_foreach ((json_t *) tops, i, top) if (g_strcmp0 (text_of (top, "titel"), "Regularien") ==
                                                   0) return number_of (top);
  return NULL;
}

static gboolean
is_regularie (const json_t *top, const char *heading)
{
  g_autofree char *below = heading ? g_strconcat (heading, ".", NULL) : NULL;
  return heading &&
         (g_str_equal (number_of (top), heading) || g_str_has_prefix (number_of (top), below));
}

static void
add_top (GString *s, const json_t *top, const char *heading)
{
  const json_t *open = json_object_get (top, "oeffentlich"), *line;
  const json_t *lines = json_object_get (top, "hierzu");
  size_t i;
  g_string_append (s, "<top");
  add_attribute (s, "nummer", number_of (top));
  add_attribute (s, "oeffentlich", json_is_false (open) ? "nein" : "ja");
  add_attribute (s, "art", is_regularie (top, heading) ? "regularie" : kind_of (top));
  add_attribute (s, "zustaendigkeit", role_of (top));
  add_attribute (s, "drucksache", text_of (top, "drucksache"));
  g_string_append (s, ">");
  add_element (s, "titel", text_of (top, "titel"));
  add_element (s, "anmerkung", text_of (top, "anmerkung"));
  json_array_foreach ((json_t *) lines, i, line)
  {
    g_autofree char *text = g_markup_escape_text (text_of (line, "text"), -1);
    g_string_append (s, "<hierzu");
    add_attribute (s, "art", text_of (line, "art"));
    add_attribute (s, "drucksache", text_of (line, "drucksache"));
    g_string_append_printf (s, ">%s</hierzu>", text);
  }
  g_string_append (s, "</top>");
}

/* Takes what the source has before the sitting; results and those present come later. */
static Doc *
sitting_of (const json_t *source)
{
  const json_t *tops = json_object_get (source, "tops"), *top;
  const char *day = text_of (source, "datum"), *start = text_of (source, "beginn");
  g_autoptr (GString) s = g_string_new ("<sitzung " NS);
  g_autofree char *kennung = g_strdup_printf ("gremium/%s", day);
  g_autofree char *begin = g_strdup_printf ("%sT%s", day, start);
  size_t i;
  add_attribute (s, "kennung", kennung);
  add_attribute (s, "gremium", "gremium");
  if (json_is_integer (json_object_get (source, "sitzung_nr")))
    g_string_append_printf (s, " nummer=\"%d\"",
                            (int) json_integer_value (json_object_get (source, "sitzung_nr")));
  g_string_append (s, ">");
  add_element (s, "beginn", begin);
  add_element (s, "ort", text_of (source, "ort"));
  g_string_append (s, "<tagesordnung>");
  json_array_foreach ((json_t *) tops, i, top) add_top (s, top, regularien_of (source));
  g_string_append (s, "</tagesordnung></sitzung>");
  return doc_from (s->str, "sitzung.xml");
}

static gboolean
is_in_order (const xmlNode *agenda)
{
  const xmlNode *before = NULL;
  NODE_EACH (top, agenda, "top") {
    if (!node_get (top, "nummer"))
      continue;
    if (before && node_is (before, "oeffentlich", node_get (top, "oeffentlich")) &&
        agenda_compare (node_get (before, "nummer"), node_get (top, "nummer")) > 0)
      return FALSE;
    before = top;
  }
  return TRUE;
}

static char *
numbers_of (const xmlNode *agenda)
{
  GString *s = g_string_new (NULL);
  NODE_EACH (top, agenda, "top")
    if (node_get (top, "nummer"))
      g_string_append_printf (s, "%s ", node_get (top, "nummer"));
  return g_string_free (s, FALSE);
}

/* Put in one by one from the end, each finds its place again. */
static void
assert_placed_again (xmlNode *agenda)
{
  g_autofree char *before = numbers_of (agenda);
  g_autoptr (GPtrArray) tops = g_ptr_array_new ();
  NODE_EACH (top, agenda, "top")
    if (node_get (top, "nummer"))
      g_ptr_array_insert (tops, 0, top);
  for (guint i = 0; i < tops->len; i++)
    agenda_place (agenda, tops->pdata[i]);
  g_autofree char *after = numbers_of (agenda);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_as_in_source (const Doc *d, const json_t *source)
{
  const json_t *tops = json_object_get (source, "tops");
  const xmlNode *top = node_path (doc_root (d), "tagesordnung", "top");
  size_t i;
  const json_t *t;
  json_array_foreach ((json_t *) tops, i, t)
  {
    g_autofree char *title = node_child_text (top, "titel");
    g_assert_cmpstr (title, ==, text_of (t, "titel"));
    g_assert_cmpuint (node_count (top, "hierzu"), ==, json_array_size (json_object_get (t, "hierzu")));
    g_assert_cmpstr (node_get (top, "drucksache"), ==, text_of (t, "drucksache"));
    g_assert_true (node_get (top, "id") != NULL);
    top = node_next (top, "top");
  }
  g_assert_null (top);
}

/* NULL where the agenda is taken as it is and stands in the order of its numbers. */
static const char *
what_is_wrong (const json_t *source)
{
  if (!text_of (source, "datum"))
    return "kein-tag";
  g_autoptr (Akte) a = akte_on (text_of (source, "datum"));
  put_body (a, "gremium");
  acts (a, account ("sitzungsdienst", NULL, "sitzungsdienst", ""));
  g_autoptr (Doc) d = sitting_of (source);
  g_autoptr (StepResult) r = check_in (a, d);
  assert_taken (r);
  Doc *kept = result_doc (r);
  assert_as_in_source (kept, source);
  xmlNode *agenda = node_child (doc_root (kept), "tagesordnung");
  if (!is_in_order (agenda))
    return "ordnung";
  assert_placed_again (agenda);
  return NULL;
}

static void
one_agenda (gconstpointer nr)
{
  g_autofree char *key = g_strdup_printf ("%d", GPOINTER_TO_INT (nr));
  char **row = table_row (table, "nicht", key);
  const char *wrong = what_is_wrong (json_array_get (cases, GPOINTER_TO_UINT (nr)));
  g_assert_cmpstr (wrong, ==, row ? row[2] : NULL);
}

static void
all_are_read (void)
{
  g_assert_cmpuint (json_array_size (cases), ==, 57);
  g_assert_cmpuint (table_count (table, "nicht"), ==, table->rows->len);
}

int
main (int argc, char **argv)
{
  doc_library_init ();
  g_test_init (&argc, &argv, NULL);
  json_t *all = shared_cases ("agendas.json");
  if (!all)
    return g_test_run ();
  cases = json_object_get (all, "agendas");
  table = table_read ("tests/unit/route-agendas.txt");
  g_test_add_func ("/route/agendas/all", all_are_read);
  for (guint i = 0; i < json_array_size (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/route/agendas/%u", i);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), one_agenda);
  }
  int rc = g_test_run ();
  table_free (table);
  json_decref (all);
  return rc;
}
