/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Bodies and sittings of courses that are taken over: made from what the courses say, one of each body and day, closed,
 * with its TOPs.  Knows no rule.  Called by ratsweg-takeover.c. */
#include "ratsweg-takeover.h"
#include "doc/agenda.h"
#include "doc/gremium.h"
#include <string.h>

typedef struct {
  char *nummer, *vorlage, *station;
  const char *titel; /* of the course, lent */
} Top;

typedef struct {
  char *kennung, *beginn;
  const char *gremium;
  GPtrArray *tops;  /* Top* */
  GHashTable *ids;  /* "nummer\tstation" to the TOP's id, once it is put; else NULL */
  gboolean running; /* put in the running transaction */
} Sitting;

static void
body_free (gpointer p)
{
  TakeoverBody *b = p;
  g_free (b->kennung);
  g_free (b);
}

static void
top_free (gpointer p)
{
  Top *t = p;
  g_free (t->nummer);
  g_free (t->vorlage);
  g_free (t->station);
  g_free (t);
}

static void
sitting_free (gpointer p)
{
  Sitting *s = p;
  g_free (s->kennung);
  g_free (s->beginn);
  g_ptr_array_unref (s->tops);
  g_clear_pointer (&s->ids, g_hash_table_unref);
  g_free (s);
}

void
takeover_free (Takeover *t)
{
  g_clear_pointer (&t->sittings, g_hash_table_unref);
  g_clear_pointer (&t->kennungen, g_hash_table_unref);
  g_clear_pointer (&t->bodies, g_hash_table_unref);
}

/* -- bodies -- */

/* "Ausschuss für Würde" as "ausschuss-fuer-wuerde", short enough to stand before a day. */
static char *
slug_of (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name ? name : "Gremium nicht genannt", -1);
  g_autofree char *ascii = g_str_to_ascii (lower, "de");
  GString *slug = g_string_new (NULL);
  for (const char *p = ascii; *p && slug->len < 40; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "gremium");
  return g_string_free (slug, FALSE);
}

/* Another body of the file or of the store has this Kennung; of the store's the one with this name is ours. */
static gboolean
is_taken (Takeover *t, const char *kennung, const char *name, gboolean *ret_taken, GError **error)
{
  g_autoptr (Doc) d = NULL;
  *ret_taken = g_hash_table_contains (t->kennungen, kennung);
  if (*ret_taken)
    return TRUE;
  if (!rw_get (t->r, DOC_GREMIUM, kennung, &d, NULL, error))
    return FALSE;
  g_autofree char *there = d ? gremium_name (d, NULL) : NULL;
  *ret_taken = d && g_strcmp0 (there, name ? name : "Gremium nicht genannt") != 0;
  return TRUE;
}

static char *
free_kennung (Takeover *t, const char *name, GError **error)
{
  g_autofree char *slug = slug_of (name);
  char *kennung = g_strdup (slug);
  gboolean taken = FALSE;
  for (guint i = 2; is_taken (t, kennung, name, &taken, error); i++) {
    if (!taken)
      return kennung;
    g_free (kennung);
    kennung = g_strdup_printf ("%s-%u", slug, i);
  }
  g_free (kennung);
  return NULL;
}

static TakeoverBody *
find_body (Takeover *t, const char *name, GError **error)
{
  const char *key = name ? name : "";
  TakeoverBody *b = g_hash_table_lookup (t->bodies, key);
  if (b)
    return b;
  const xmlNode *row = words_gremium (t->words, name);
  g_autofree char *kennung = row ? g_strdup (node_get (row, "code")) : free_kennung (t, name, error);
  g_autoptr (Doc) d = NULL;
  if (!kennung || !rw_get (t->r, DOC_GREMIUM, kennung, &d, NULL, error))
    return NULL;
  const TakeoverBody *known = g_hash_table_lookup (t->kennungen, kennung);
  b = g_new0 (TakeoverBody, 1);
  b->holds = d ? gremium_holds_sittings (d) : !row || !node_is (row, "sitzungen", "nein");
  b->there = d != NULL || (known && known->there);
  b->kennung = g_steal_pointer (&kennung);
  b->name = name; /* of a course that lives as long */
  g_hash_table_insert (t->bodies, g_strdup (key), b);
  if (!known)
    g_hash_table_insert (t->kennungen, b->kennung, b);
  return b;
}

static Doc *
body_document (const Takeover *t, const TakeoverBody *b, GError **error)
{
  const xmlNode *row = words_gremium (t->words, b->name);
  g_autoptr (Doc) d = doc_begin (DOC_GREMIUM, b->kennung);
  xmlNode *root = doc_root (d);
  node_set (root, "kennung", b->kennung);
  node_set (root, "art", row ? node_get (row, "art") : "ausschuss");
  node_set (root, "sitzungen", row ? node_get (row, "sitzungen") : NULL);
  node_set_text (node_add (root, "name"), row       ? node_get (row, "name")
                                          : b->name ? b->name
                                                    : "Gremium nicht genannt");
  return doc_finish (d, error);
}

gboolean
takeover_put_bodies (Takeover *t, GError **error)
{
  GHashTableIter it;
  gpointer body;
  StepRequest request = { .schritt = "bearbeiten" };
  g_hash_table_iter_init (&it, t->kennungen);
  while (g_hash_table_iter_next (&it, NULL, &body)) {
    TakeoverBody *b = body;
    if (b->there)
      continue;
    g_autoptr (Doc) neu = body_document (t, b, error);
    g_autoptr (StepResult) result = NULL;
    g_autofree char *anfrage = source_id (t->r->source);
    request.neu = neu;
    if (!neu || !takeover_step (t, NULL, neu, &request, t->heute, anfrage, 0, &result, error))
      return FALSE;
    if (words_gremium (t->words, b->name))
      takeover_count (t->running, "gremien", "aus der Tabelle des Profils", 1);
    else
      takeover_count (t->running, "neue-gremien", b->name ? b->name : "Gremium nicht genannt", 1);
  }
  return TRUE;
}

const char *
takeover_body (const char *name, gpointer takeover)
{
  Takeover *t = takeover;
  const TakeoverBody *b = g_hash_table_lookup (t->bodies, name ? name : "");
  return b ? b->kennung : "";
}

/* -- sittings -- */

/* What can be a TOP's number. */
static gboolean
is_top_number (const char *s)
{
  static const char *const may = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.";
  return s && *s && *s != '.' && strlen (s) <= 20 && strspn (s, may) == strlen (s);
}

static Sitting *
find_sitting (Takeover *t, const TakeoverBody *b, const CourseStation *s)
{
  g_autofree char *kennung = g_strdup_printf ("%s/%s", b->kennung, s->tag);
  Sitting *x = g_hash_table_lookup (t->sittings, kennung);
  if (!x) {
    x = g_new0 (Sitting, 1);
    x->kennung = g_strdup (kennung);
    x->gremium = b->kennung;
    x->tops = g_ptr_array_new_with_free_func (top_free);
    g_hash_table_insert (t->sittings, x->kennung, x);
  }
  if (s->beginn && (!x->beginn || strcmp (s->beginn, x->beginn) < 0)) {
    g_free (x->beginn);
    x->beginn = g_strdup (s->beginn);
  }
  return x;
}

gboolean
takeover_note (Takeover *t, const Course *c, GError **error)
{
  if (!t->bodies) {
    t->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, body_free);
    t->kennungen = g_hash_table_new (g_str_hash, g_str_equal);
    t->sittings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, sitting_free);
  }
  for (guint i = 0; i < c->stationen->len; i++) {
    const CourseStation *s = c->stationen->pdata[i];
    const TakeoverBody *b = find_body (t, s->gremium, error);
    if (!b)
      return FALSE;
    if (!s->tag || !b->holds)
      continue;
    Sitting *x = find_sitting (t, b, s);
    if (!is_top_number (s->top))
      continue;
    Top *top = g_new0 (Top, 1);
    top->nummer = g_strdup (s->top);
    top->vorlage = g_strdup (c->nummer);
    top->station = uptake_station_id (i);
    top->titel = c->titel;
    g_ptr_array_add (x->tops, top);
  }
  return TRUE;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  const Top *x = *(Top *const *) a, *y = *(Top *const *) b;
  return agenda_compare (x->nummer, y->nummer);
}

static xmlNode *
paper_of (xmlNode *agenda, const Top *top)
{
  NODE_EACH (n, agenda, "top")
    NODE_EACH (p, n, "papier")
      if (node_is (p, "vorlage", top->vorlage) && node_is (p, "station", top->station))
        return p;
  return NULL;
}

/* Papers under one number share the TOP.  TRUE if something was added. */
static gboolean
add_tops (const Sitting *s, xmlNode *root)
{
  gboolean added = FALSE;
  for (guint i = 0; i < s->tops->len; i++) {
    const Top *top = s->tops->pdata[i];
    xmlNode *agenda = node_need (root, "tagesordnung");
    if (paper_of (agenda, top))
      continue;
    xmlNode *n = node_find (agenda, "top", "nummer", top->nummer);
    if (!n) {
      n = node_add (agenda, "top");
      node_set (n, "nummer", top->nummer);
      node_set (n, "oeffentlich", "ja");
      node_set_text (node_add (n, "titel"), top->titel);
    }
    xmlNode *p = node_add (n, "papier");
    node_set (p, "vorlage", top->vorlage);
    node_set (p, "station", top->station);
    added = TRUE;
  }
  return added;
}

static Doc *
new_sitting (const Sitting *s, GError **error)
{
  g_autoptr (Doc) d = doc_begin (DOC_SITZUNG, s->kennung);
  xmlNode *root = doc_root (d);
  g_autofree char *start =
    s->beginn ? g_strdup (s->beginn) : g_strdup_printf ("%sT00:00", strchr (s->kennung, '/') + 1);
  node_set (root, "kennung", s->kennung);
  node_set (root, "gremium", s->gremium);
  node_set_text (node_add (root, "beginn"), start);
  add_tops (s, root);
  return doc_finish (d, error);
}

static char *
top_key (const char *vorlage, const char *station)
{
  return g_strdup_printf ("%s\t%s", vorlage, station);
}

static void
note_ids (Sitting *s, const Doc *d)
{
  s->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  NODE_EACH (n, node_child (doc_root (d), "tagesordnung"), "top")
    NODE_EACH (p, n, "papier")
      g_hash_table_insert (s->ids, top_key (node_get (p, "vorlage"), node_get (p, "station")),
                           g_strdup (node_get (n, "id")));
}

/* One that the office keeps itself, and that is not over, stays as it is. */
static gboolean
put_sitting (Takeover *t, Sitting *s, GError **error)
{
  g_autoptr (Doc) there = NULL, neu = NULL;
  g_autoptr (StepResult) result = NULL;
  if (!rw_get (t->r, DOC_SITZUNG, s->kennung, &there, NULL, error))
    return FALSE;
  g_ptr_array_sort (s->tops, by_number);
  if (!there) {
    neu = new_sitting (s, error);
    if (!neu)
      return FALSE;
  } else if (node_is (doc_root (there), "zustand", "geschlossen")) {
    neu = doc_copy (there);
    if (!add_tops (s, doc_root (neu)))
      g_clear_pointer (&neu, doc_unref);
  }
  StepRequest request = { .schritt = "uebernehmen", .neu = neu };
  g_autofree char *day = g_strdup (strchr (s->kennung, '/') + 1);
  g_autofree char *anfrage = source_id (t->r->source);
  if (neu && !takeover_step (t, there, neu, &request, day, anfrage, 0, &result, error))
    return FALSE;
  if (neu)
    takeover_count (t->running, "sitzungen", there ? "ergänzt" : "angelegt", 1);
  s->running = neu != NULL;
  note_ids (s, neu ? ((StepDoc *) result->neu->pdata[0])->doc : there);
  return TRUE;
}

gboolean
takeover_put_sittings (Takeover *t, const Course *c, GError **error)
{
  for (guint i = 0; i < c->stationen->len; i++) {
    const CourseStation *x = c->stationen->pdata[i];
    const TakeoverBody *b = g_hash_table_lookup (t->bodies, x->gremium ? x->gremium : "");
    if (!x->tag || !b->holds)
      continue;
    g_autofree char *kennung = g_strdup_printf ("%s/%s", b->kennung, x->tag);
    Sitting *s = g_hash_table_lookup (t->sittings, kennung);
    if (!s->ids && !put_sitting (t, s, error))
      return FALSE;
  }
  return TRUE;
}

void
takeover_end (Takeover *t, gboolean kept)
{
  GHashTableIter it;
  gpointer value;
  g_hash_table_iter_init (&it, t->sittings);
  while (g_hash_table_iter_next (&it, NULL, &value)) {
    Sitting *s = value;
    if (s->running && !kept)
      g_clear_pointer (&s->ids, g_hash_table_unref);
    s->running = FALSE;
  }
}

const char *
takeover_sitting (const char *gremium, const char *tag, gpointer takeover)
{
  Takeover *t = takeover;
  g_autofree char *kennung = g_strdup_printf ("%s/%s", gremium, tag);
  const Sitting *s = g_hash_table_lookup (t->sittings, kennung);
  return s ? s->kennung : NULL;
}

const char *
takeover_top (const char *sitzung, const char *nummer, const char *station, gpointer takeover)
{
  Takeover *t = takeover;
  const Sitting *s = g_hash_table_lookup (t->sittings, sitzung);
  g_autofree char *key = top_key (nummer, station);
  return s && s->ids ? g_hash_table_lookup (s->ids, key) : NULL;
}
