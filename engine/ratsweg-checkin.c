/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Files into the store: new documents and new versions, all or nothing; accounts.  Holds no rule.  Called
 * by ui/. */
#include "ratsweg-intern.h"
#include "base/diff.h"
#include "doc/adopt.h"
#include "doc/open.h"
#include "typeset/typeset.h"
#include <string.h>

/* -- one file -- */

#define NS_OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

static gboolean
check_letterhead (const Doc *d, GError **error)
{
  const xmlNode *root = doc_root (d);
  if (xmlStrEqual (root->name, (const xmlChar *) "document") && root->ns &&
      xmlStrEqual (root->ns->href, (const xmlChar *) NS_OFFICE))
    return TRUE;
  return fail (error, RATSWEG_ERROR_INVALID,
               "%s, Zeile %ld: <%s> ist kein Briefkopf; erwartet wird ein Flat-XML-Text von LibreOffice "
               "(<office:document>).",
               doc_quelle (d), xmlGetLineNo (root), (const char *) root->name);
}

/* A letterhead is recognised by the ending and named after its file. */
static Doc *
open_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = doc_read (path, error);
  if (!bytes)
    return NULL;
  if (!g_str_has_suffix (path, ".fodt"))
    return doc_open (bytes, path, error);
  g_autofree char *base = g_path_get_basename (path);
  base[strlen (base) - strlen (".fodt")] = '\0';
  g_autoptr (Doc) d = doc_open_letterhead (bytes, base, path, error);
  return d && check_letterhead (d, error) ? g_steal_pointer (&d) : NULL;
}

/* -- a file that is behind -- */

/* The lines of a version without its number, which differs always. */
static char **
lines_of (const Doc *d)
{
  g_autoptr (Doc) copy = doc_copy (d);
  node_set (doc_root (copy), "stand", NULL);
  g_autoptr (GBytes) bytes = doc_bytes (copy);
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  g_autofree char *text = g_strndup (p, n);
  return g_strsplit (text, "\n", -1);
}

/* Lines as the file's author had them, as the store has them, and as the file has them. */
typedef struct {
  char **base, **left, **right;
} Three;

static void
three_clear (Three *t)
{
  g_strfreev (t->base);
  g_strfreev (t->left);
  g_strfreev (t->right);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Three, three_clear)

static void
note_lines (GString *out, const char *sign, char **lines, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_string_append_printf (out, "\n  %s%s", sign, g_strstrip (lines[i]));
}

static void
note_part (GString *out, const Three *t, const DiffPart *p)
{
  gboolean conflict = p->kind == DIFF_CONFLICT;
  note_lines (out, conflict ? "vorher:  " : "- ", t->base, p->base_from, p->base_to);
  if (p->kind != DIFF_RIGHT)
    note_lines (out, conflict ? "Ablage:  " : "+ ", t->left, p->left_from, p->left_to);
  if (p->kind == DIFF_RIGHT || conflict)
    note_lines (out, conflict ? "Datei:   " : "+ ", t->right, p->right_from, p->right_to);
}

static void
note_kind (GString *out, const Three *t, const GArray *parts, DiffKind kind, const char *title)
{
  gboolean first = TRUE;
  for (guint i = 0; i < parts->len; i++) {
    const DiffPart *p = &g_array_index (parts, DiffPart, i);
    if (p->kind != kind)
      continue;
    if (first)
      g_string_append_printf (out, "\n%s:", title);
    first = FALSE;
    note_part (out, t, p);
  }
}

static char *
three_way (const Doc *then, const Doc *current, const Doc *neu)
{
  GString *out = g_string_new (NULL);
  g_auto (Three) t = { lines_of (then), lines_of (current), lines_of (neu) };
  g_autoptr (GArray) parts = diff_three ((const char *const *) t.base, (const char *const *) t.left,
                                         (const char *const *) t.right);
  note_kind (out, &t, parts, DIFF_LEFT, "Inzwischen in der Ablage geändert");
  note_kind (out, &t, parts, DIFF_RIGHT, "In Ihrer Datei geändert");
  note_kind (out, &t, parts, DIFF_BOTH, "Hier wie dort gleich geändert");
  note_kind (out, &t, parts, DIFF_CONFLICT,
             "An derselben Stelle verschieden geändert; hier ist zu entscheiden");
  return g_string_free (out, FALSE);
}

/* Says what changed since @base in the store and in the file: the clerk merges. */
static gboolean
fail_stale (Ratsweg *r, Doc *neu, Doc *current, guint base, GError **error)
{
  g_auto (StoreDoc) d = { 0 };
  g_autoptr (Doc) then = NULL;
  if (base > 0 &&
      store_get (r->store, doc_art (neu), doc_kennung (current), base, &d, NULL) == STORE_FOUND)
    then = doc_open_stored (doc_art (neu), d.kennung, d.bytes, doc_quelle (neu), NULL);
  g_autofree char *difference = then ? three_way (then, current, neu) : NULL;
  return fail (
    error, RATSWEG_ERROR_FINDING,
    "%s: die Datei beruht auf Stand %u, in der Ablage ist Stand %u; es wurde nichts gespeichert. "
    "Abhilfe: „ratsweg zeige %s“ holen, die eigene Änderung dort eintragen und neu einlesen.%s",
    doc_quelle (neu), base, doc_stand (current), doc_kennung (current), difference ? difference : "");
}

static void
drop_content_marks (xmlNode *n)
{
  NODE_EACH (c, n, NULL) {
    if (!node_named (c, "ausgabe"))
      node_set (c, "inhalt", NULL);
    drop_content_marks (c);
  }
}

static gboolean
is_same (Doc *neu, Doc *current)
{
  if (!current)
    return FALSE;
  g_autoptr (GBytes) a = doc_bytes (neu);
  g_autoptr (GBytes) b = doc_bytes (current);
  return g_bytes_equal (a, b);
}

/* The same file once more, whose answer did not arrive: there is nothing left to do. */
static gboolean
is_retry (Doc *neu, Doc *current)
{
  g_autoptr (Doc) copy = doc_copy (neu);
  node_set_int (doc_root (copy), "stand", doc_stand (current));
  g_autoptr (Doc) kept = doc_copy (current);
  drop_content_marks (doc_root (kept));
  drop_content_marks (doc_root (copy));
  if (!doc_adopt (copy, kept, NULL) || !is_same (copy, kept))
    return FALSE;
  node_set_int (doc_root (neu), "stand", doc_stand (current));
  return TRUE;
}

static gboolean
check_base (Ratsweg *r, Doc *neu, Doc *current, GError **error)
{
  if (doc_art (neu) >= DOC_REGELN)
    return TRUE;
  guint base = doc_stand (neu);
  if (base == 0)
    return fail (error, RATSWEG_ERROR_INVALID,
                 "%s: „%s“ gibt es schon (Stand %u); erwartet wird das Attribut stand=\"%u\" des "
                 "Standes, auf dem die Datei beruht. Abhilfe: mit „ratsweg zeige %s“ beginnen.",
                 doc_quelle (neu), doc_kennung (current), doc_stand (current), doc_stand (current),
                 doc_kennung (current));
  return base == doc_stand (current) || is_retry (neu, current) ||
         fail_stale (r, neu, current, base, error);
}

/* The store's document of the same Kennung; a Vorlage may still go by its provisional one. */
static gboolean
find_current (Ratsweg *r, Doc *neu, Doc **ret, GError **error)
{
  const char *kennung = doc_kennung (neu);
  *ret = NULL;
  if (!kennung)
    return TRUE;
  if (!rw_get (r, doc_art (neu), kennung, ret, NULL, error))
    return FALSE;
  if (*ret || doc_art (neu) != DOC_VORLAGE)
    return TRUE;
  g_autofree char *full = NULL, *asked = g_strconcat ("vorlage:", kennung, NULL);
  DocArt art;
  StoreAnswer found = store_find (r->store, asked, &art, &full, error);
  if (found == STORE_ABSENT)
    return TRUE;
  if (found == STORE_FAILED || !rw_get (r, art, full, ret, NULL, error))
    return FALSE;
  node_set (doc_root (neu), "kennung", full);
  return TRUE;
}

/* The edited file becomes the next version: what the engine keeps is taken over. */
static gboolean
adopt (Ratsweg *r, Doc *neu, Doc *current, const char *path, GError **error)
{
  if (doc_art (neu) >= DOC_REGELN)
    return TRUE;
  g_autofree char *folder = g_path_get_dirname (path);
  drop_content_marks (doc_root (neu));
  if (!doc_adopt (neu, current, error) || !rw_take_contents (r, neu, current, folder, error))
    return FALSE;
  if (doc_art (neu) == DOC_VORLAGE && !current && doc_kennung (neu))
    return fail (
      error, RATSWEG_ERROR_UNKNOWN,
      "%s: die Vorlage „%s“ gibt es nicht; eine neue kommt ohne kennung und bekommt ihre Nummer "
      "von der Ablage.",
      doc_quelle (neu), doc_kennung (neu));
  return TRUE;
}

typedef struct {
  Ratsweg *r;
  const RatswegOptions *o;
  RatswegAnswer *a;
  const char *anfrage;
  guint teil;
} CheckIn;

static char *
word_of (const Doc *d, Doc *current)
{
  return g_strdup_printf ("%s %s: %s.", doc_art_name (doc_art (d)), doc_kennung (d),
                          current ? "neuer Stand eingelesen" : "neu eingelesen");
}

/* A file takes the step that it is for; a named one has to be for files. */
static const xmlNode *
check_in_row (const CheckIn *c, const Akte *akte, const Doc *neu, const char *schritt, GError **error)
{
  const xmlNode *row = rw_step_row (akte->regeln, neu, schritt, error);
  if (!row || !c->o->schritt || node_is (row, "befehl", "einlesen"))
    return row;
  fail (error, RATSWEG_ERROR_USAGE, "„%s“ nimmt keine Datei; der Schritt geht ohne: ratsweg schritt.",
        schritt);
  return NULL;
}

static gboolean
route_file (CheckIn *c, Doc *neu, Doc *current, const char *grund, GError **error)
{
  Ratsweg *r = c->r;
  g_autofree char *id = source_id (r->source);
  g_autofree char *day = rw_effective_day (r, NULL, NULL, NULL, c->o->wirksam, error);
  g_autoptr (Gathered) g = day ? rw_gather_begin (r, day, current, error) : NULL;
  if (!g)
    return FALSE;
  const char *named = c->o->schritt;
  StepRequest request = { .schritt = named ? named : route_check_in_step (g->akte, neu),
                          .grund = grund,
                          .neu = neu,
                          .frische_id = id };
  const xmlNode *row = check_in_row (c, g->akte, neu, request.schritt, error);
  if (!row || !rw_gather (r, g, node_get (row, "liest"), neu, NULL, error))
    return FALSE;
  g_autoptr (StepResult) result = route_step (g->akte, &request, error);
  if (!result)
    return FALSE;
  const Doc *own = ((StepDoc *) result->neu->pdata[0])->doc;
  if (!result->abgelehnt) {
    if (!rw_record (r, g, &request, result, c->anfrage, c->teil++, &c->a->seq, error))
      return FALSE;
    c->a->geschrieben = TRUE;
    if (result->saetze->len == 0 || current)
      g_ptr_array_insert (result->saetze, 0, word_of (own, current));
  }
  g_free (c->a->kennung);
  c->a->kennung = g_strdup (doc_kennung (own));
  rw_answer_add (c->a, result);
  return TRUE;
}

/* What a letterhead lacks is said when it comes in, not first when it is needed. */
static gboolean
note_letterhead (CheckIn *c, Doc *neu, GError **error)
{
  g_autoptr (GPtrArray) rows = regeln_entries (c->r->regeln, "briefkopf");
  for (guint i = 0; i < rows->len; i++) {
    if (!node_is (rows->pdata[i], "kennung", doc_kennung (neu)))
      continue;
    g_autoptr (GPtrArray) found =
      typeset_check_letterhead (neu, node_get (rows->pdata[i], "stueck"), error);
    if (!found)
      return FALSE;
    for (guint k = 0; k < found->len; k++)
      g_ptr_array_add (c->a->saetze,
                       g_strdup_printf ("Befund im Briefkopf: %s", (char *) found->pdata[k]));
  }
  return TRUE;
}

static gboolean
check_in_document (CheckIn *c, Doc *neu, const char *path, const char *grund, GError **error)
{
  g_autoptr (Doc) current = NULL;
  if (!find_current (c->r, neu, &current, error) ||
      (current && !check_base (c->r, neu, current, error)) || !adopt (c->r, neu, current, path, error))
    return FALSE;
  if (current && doc_art (neu) < DOC_REGELN)
    doc_complete_ids (neu);
  if (is_same (neu, current)) {
    g_ptr_array_add (c->a->saetze, g_strdup_printf ("%s %s: unverändert, nichts zu speichern.",
                                                    doc_art_name (doc_art (neu)), doc_kennung (neu)));
    return TRUE;
  }
  /* Rules that come in change what is in force, and must hold together. */
  gboolean rules = doc_art (neu) == DOC_REGELN || doc_art (neu) == DOC_PROFIL;
  if (!route_file (c, neu, current, grund, error))
    return FALSE;
  if (doc_art (neu) == DOC_BRIEFKOPF)
    return note_letterhead (c, neu, error);
  if (!rules || c->a->abgelehnt)
    return TRUE;
  rw_rules_forget (c->r);
  return rw_rules (c->r, node_get (doc_root (neu), "gueltig-ab"), error) != NULL;
}

/* -- many files -- */

static int
by_kind (gconstpointer a, gconstpointer b)
{
  static const int order[DOC_N_ARTEN] = {
    [DOC_REGELN] = 0,  [DOC_PROFIL] = 1,  [DOC_BRIEFKOPF] = 2, [DOC_ZAEHLER] = 3,
    [DOC_STELLE] = 4,  [DOC_PERSON] = 5,  [DOC_GREMIUM] = 5,   [DOC_BENUTZER] = 6,
    [DOC_SITZUNG] = 7, [DOC_VORLAGE] = 8, [DOC_AUFTRAG] = 9
  };
  const Doc *x = *(Doc *const *) a, *y = *(Doc *const *) b;
  return order[doc_art (x)] - order[doc_art (y)];
}

static GPtrArray *
open_files (const char *const *paths, GError **error)
{
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  for (guint i = 0; paths[i]; i++) {
    Doc *d = open_file (paths[i], error);
    if (!d)
      return NULL;
    g_ptr_array_add (docs, d);
  }
  /* What others name comes before those who name it; sorting keeps the order given otherwise. */
  g_ptr_array_sort (docs, by_kind);
  return g_steal_pointer (&docs);
}

static gboolean
check_in_all (CheckIn *c, GPtrArray *docs, const char *grund, GError **error)
{
  gboolean ok = TRUE;
  rw_seen_begin (c->r);
  for (guint i = 0; i < docs->len && ok; i++) {
    Doc *d = docs->pdata[i];
    ok = check_in_document (c, d, doc_quelle (d), grund, error);
  }
  rw_seen_end (c->r);
  return ok;
}

static RatswegAnswer *
check_in (Ratsweg *r, GPtrArray *docs, const RatswegOptions *o, GError **error)
{
  g_autoptr (RatswegAnswer) a = rw_answer_new ();
  g_autofree char *anfrage = o->anfrage ? g_strdup (o->anfrage) : source_id (r->source);
  g_autofree char *grund = o->grund ? text_take (o->grund, "--grund", error) : NULL;
  CheckIn c = { r, o, a, anfrage, 0 };
  a->probe = o->probe;
  if ((o->grund && !grund) || !store_begin (r->store, error))
    return NULL;
  if (!rw_already_done (r, o, a, error) || (!a->schon_getan && !check_in_all (&c, docs, grund, error))) {
    store_abort (r->store);
    return NULL;
  }
  return rw_finish (r, a, error) ? g_steal_pointer (&a) : NULL;
}

RatswegAnswer *
ratsweg_check_in (Ratsweg *r, const char *const *paths, const RatswegOptions *o, GError **error)
{
  g_autoptr (GPtrArray) docs = open_files (paths, error);
  return docs ? check_in (r, docs, o, error) : NULL;
}

/* -- accounts -- */

static void
add_words (xmlNode *root, const char *element, const char *list)
{
  g_auto (GStrv) words = g_strsplit_set (list ? list : "", " ,", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      node_set_text (node_add (root, element), words[i]);
}

Doc *
rw_new_account (const char *kennung, const char *rollen, const char *stelle, const char *logins,
                GError **error)
{
  g_autofree char *login = logins ? g_strdup (logins) : rw_os_login ();
  g_autofree char *quelle = g_strdup_printf ("Konto %s", kennung);
  g_autoptr (Doc) d = doc_begin (DOC_BENUTZER, quelle);
  xmlNode *root = doc_root (d);
  node_set (root, "kennung", kennung);
  g_autofree char *name = g_utf8_strup (kennung, 1);
  g_autofree char *title = g_strconcat (name, kennung + 1, NULL);
  node_set_text (node_add (root, "bezeichnung"), title);
  add_words (root, "stelle", stelle);
  add_words (root, "rolle", rollen);
  add_words (root, "anmeldung", login);
  return doc_finish (d, error);
}

RatswegAnswer *
ratsweg_add_account (Ratsweg *r, const char *kennung, const char *rollen, const char *stelle,
                     const char *logins, const RatswegOptions *o, GError **error)
{
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  g_autofree char *clean = text_take (kennung, "Kennung des Kontos", error);
  Doc *d = clean && *clean ? rw_new_account (clean, rollen, stelle, logins, error) : NULL;
  if (!d)
    return NULL;
  g_ptr_array_add (docs, d);
  return check_in (r, docs, o, error);
}
