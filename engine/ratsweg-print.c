/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Papers: to look at, to issue, and what an ODT is.  Layout stands in letterhead and XSLT.  Called by
 * ui/. */
#include "ratsweg-intern.h"
#include "typeset/typeset.h"
#include "doc/vorlage.h"
#include <string.h>

/* -- what is printed -- */

typedef struct {
  TypesetInput in;
  char *commitment;
  guint stand;
} Paper;

static void
paper_clear (Paper *p)
{
  doc_unref (p->in.papier);
  doc_unref (p->in.briefkopf);
  g_clear_pointer (&p->in.gremien, g_ptr_array_unref);
  g_clear_pointer (&p->in.bilder, g_hash_table_unref);
  g_clear_pointer (&p->in.starts, g_hash_table_unref);
  g_free (p->commitment);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static gboolean
open_paper (Ratsweg *r, const char *kennung, guint stand, Paper *p, GError **error)
{
  g_auto (StoreDoc) d = { 0 };
  g_autofree char *full = NULL;
  DocArt art;
  if (!rw_find (r, kennung, &art, &full, error))
    return FALSE;
  if (art != DOC_VORLAGE)
    return fail (error, RATSWEG_ERROR_USAGE, "„%s“ ist keine Vorlage; gedruckt werden Vorlagen.", full);
  StoreAnswer answer = store_get (r->store, art, full, stand, &d, error);
  if (answer == STORE_ABSENT)
    return fail (error, RATSWEG_ERROR_UNKNOWN, "%s hat keinen Stand %u.", full, stand);
  if (answer == STORE_FAILED)
    return FALSE;
  p->in.papier = doc_open_stored (art, full, d.bytes, full, error);
  p->in.seq = d.seq;
  p->stand = d.stand;
  p->commitment = hex_encode (d.commitment.b, HASH_BYTES);
  p->in.commitment = p->commitment;
  return p->in.papier != NULL;
}

static gboolean
open_letterhead (Ratsweg *r, const char *stueck, Doc **ret, GError **error)
{
  xmlNode *row = regeln_entry (r->regeln, "briefkopf", stueck);
  if (!row)
    return fail (error, RATSWEG_ERROR_UNKNOWN,
                 "Das Stück „%s“ kennt das Profil nicht; erwartet wird vorlage.", stueck);
  if (!rw_get (r, DOC_BRIEFKOPF, node_get (row, "kennung"), ret, NULL, error))
    return FALSE;
  return *ret || fail (error, RATSWEG_ERROR_DAMAGED, "Der Briefkopf „%s“ fehlt in der Ablage.",
                       node_get (row, "kennung"));
}

static gboolean
add_bodies (Ratsweg *r, Paper *p, GError **error)
{
  p->in.gremien = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  p->in.starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  NODE_EACH (n, node_child (doc_root (p->in.papier), "beratungsfolge"), "station") {
    const char *sitting = node_get (n, "sitzung");
    g_autoptr (Doc) s = NULL;
    g_autoptr (Doc) body = NULL;
    if (!rw_get (r, DOC_GREMIUM, node_get (n, "gremium"), &body, NULL, error) ||
        (sitting && !rw_get (r, DOC_SITZUNG, sitting, &s, NULL, error)))
      return FALSE;
    if (body)
      g_ptr_array_add (p->in.gremien, g_steal_pointer (&body));
    if (s)
      g_hash_table_insert (p->in.starts, g_strdup (sitting), node_child_text (doc_root (s), "beginn"));
  }
  return TRUE;
}

static const Regeln *
rules_for (Ratsweg *r, const Doc *papier, GError **error)
{
  gint64 zeit, uhr;
  g_autofree char *day = vorlage_head (papier, "datum");
  if (!rw_clock (r, &zeit, &uhr, error))
    return NULL;
  g_autofree char *today = day_of_instant (zeit);
  const Regeln *regeln = day ? rw_rules (r, day, NULL) : NULL;
  return regeln ? regeln : rw_rules (r, today, error);
}

static GBytes *
render (Ratsweg *r, const char *kennung, const RatswegPiece *piece, Paper *p, GError **error)
{
  p->in.stueck = piece->stueck ? piece->stueck : "vorlage";
  p->in.intern = piece->intern;
  p->in.probe = store_is_probe (r->store);
  if (!open_paper (r, kennung, piece->stand, p, error) || !rules_for (r, p->in.papier, error) ||
      !open_letterhead (r, p->in.stueck, &p->in.briefkopf, error) || !add_bodies (r, p, error))
    return NULL;
  const GPtrArray *docs = regeln_documents (r->regeln);
  p->in.regeln = regeln_base (r->regeln);
  p->in.land = docs->len == REGELN_MOST ? docs->pdata[1] : NULL;
  p->in.profil = regeln_profil (r->regeln);
  p->in.bilder = rw_contents (r, p->in.papier, error);
  return p->in.bilder ? typeset_odt (&p->in, error) : NULL;
}

GBytes *
ratsweg_print (Ratsweg *r, const char *kennung, const RatswegPiece *piece, GError **error)
{
  g_auto (Paper) p = { 0 };
  return render (r, kennung, piece, &p, error);
}

/* -- issuing -- */

static void
take (GHashTable *werte, const char *name, char *value)
{
  g_hash_table_insert (werte, g_strdup (name), value);
}

/* The values of the step "ausgeben"; the file's content goes into the store first. */
static GHashTable *
issue_values (Ratsweg *r, const RatswegPiece *piece, const Paper *p, const char *weg, GBytes *odt,
              GError **error)
{
  guint8 nonce[NONCE_BYTES];
  Hash h;
  source_random (r->source, nonce, sizeof nonce);
  if (!store_put_content (r->store, odt, nonce, &h, error))
    return NULL;
  const char *kennung = doc_kennung (p->in.papier);
  g_autofree char *file = text_file_name (kennung);
  GHashTable *w = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  take (w, "stueck", g_strdup (p->in.stueck));
  take (w, "sicht", g_strdup (piece->intern ? "intern" : "oeffentlich"));
  take (w, "stand", g_strdup_printf ("%u", p->stand));
  take (w, "weg", g_strdup (weg));
  take (w, "datei",
        g_strdup_printf ("%s-%s-%u-%s.odt", file, p->in.stueck, p->stand, piece->intern ? "i" : "o"));
  take (w, "inhalt", hex_encode (h.b, HASH_BYTES));
  take (w, "sha256", rw_sha256 (odt));
  return w;
}

typedef struct {
  const RatswegPiece *piece;
  const char *weg, *ziel;
  GBytes *odt;
  FilePart *part; /* of @ziel */
} Issue;

/* Renders inside the writers' lock, so that what is issued is what is recorded. */
static GHashTable *
prepare_issue (Ratsweg *r, const char *kennung, gpointer user, GError **error)
{
  Issue *i = user;
  g_auto (Paper) p = { 0 };
  i->odt = render (r, kennung, i->piece, &p, error);
  if (!i->odt || (i->ziel && !(i->part = file_prepare (i->ziel, i->odt, error))))
    return NULL;
  return issue_values (r, i->piece, &p, i->weg, i->odt, error);
}

/* Only the renaming is left to be done. */
static gboolean
place_issue (Issue *i, const RatswegAnswer *a, GError **error)
{
  g_autoptr (GError) why = NULL;
  if (!i->part || !a->geschrieben || file_place (i->part, &why))
    return TRUE;
  g_autofree char *folder = text_file_name (a->kennung);
  g_autofree char *cause = error_cause (why);
  return fail (
    error, RATSWEG_ERROR_STORE,
    "Die Ausgabe ist aufgenommen (Ereignis %" G_GUINT64_FORMAT
    ") und liegt in der Ablage unter anlagen/%s; nur hier fehlt sie: %s Abhilfe: sie von dort "
    "kopieren, nicht noch einmal ausgeben.",
    a->seq, folder, cause);
}

static GPtrArray *
take_receivers (const char *const *an, GError **error)
{
  g_autoptr (GPtrArray) to = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; an[i]; i++) {
    char *clean = text_take (an[i], "--an", error);
    if (!clean)
      return NULL;
    g_ptr_array_add (to, clean);
  }
  g_ptr_array_add (to, NULL);
  return g_steal_pointer (&to);
}

RatswegAnswer *
ratsweg_issue (Ratsweg *r, const char *kennung, const RatswegPiece *piece, const char *const *an,
               const char *weg, const char *ziel, const RatswegOptions *o, GBytes **ret_odt,
               GError **error)
{
  g_autofree char *channel = text_take (weg, "--weg", error);
  g_autoptr (GPtrArray) to = channel ? take_receivers (an, error) : NULL;
  if (!to)
    return NULL;
  Issue issue = { piece, channel, o->probe ? NULL : ziel, NULL, NULL };
  g_autoptr (RatswegAnswer) a =
    rw_issue_step (r, kennung, prepare_issue, &issue, (const char *const *) to->pdata, o, error);
  gboolean placed = a && place_issue (&issue, a, error);
  if (placed && !a->abgelehnt && issue.odt)
    *ret_odt = g_bytes_ref (issue.odt);
  g_clear_pointer (&issue.odt, g_bytes_unref);
  g_clear_pointer (&issue.part, file_part_free);
  return placed ? g_steal_pointer (&a) : NULL;
}

/* -- letterheads and papers that come back -- */

GPtrArray *
ratsweg_check_letterhead (Ratsweg *r, const char *stueck, const char *file, GError **error)
{
  g_autoptr (Doc) head = NULL;
  gint64 zeit, uhr;
  if (file) {
    g_autoptr (GBytes) bytes = doc_read (file, error);
    head = bytes ? doc_open_letterhead (bytes, stueck, file, error) : NULL;
  } else if (rw_clock (r, &zeit, &uhr, error)) {
    g_autofree char *today = day_of_instant (zeit);
    if (!rw_rules (r, today, error) || !open_letterhead (r, stueck, &head, error))
      return NULL;
  }
  return head ? typeset_check_letterhead (head, stueck, error) : NULL;
}

typedef struct {
  Ratsweg *r;
  const char *sha256;
  GPtrArray *found;
} Search;

static void
note_issue (Search *s, const StoreRow *row, const xmlNode *a)
{
  g_autoptr (GPtrArray) to = g_ptr_array_new_with_free_func (g_free);
  NODE_EACH (n, a, "an")
    g_ptr_array_add (to, node_text (n));
  g_autofree char *list = text_enumerate (to), *day = day_german (node_get (a, "am"));
  g_ptr_array_add (
    s->found,
    g_strdup_printf ("Ausgabe %s von %s (%s, %s, Stand %s), ausgegeben am %s an %s: unverändert.",
                     node_get (a, "nr"), row->kennung, node_get (a, "stueck"), node_get (a, "sicht"),
                     node_get (a, "stand"), day, list));
}

static gboolean
search_paper (const StoreRow *row, gpointer user)
{
  Search *s = user;
  g_autoptr (Doc) d = NULL;
  if (!rw_get (s->r, DOC_VORLAGE, row->kennung, &d, NULL, NULL) || !d)
    return TRUE;
  NODE_EACH (a, node_child (doc_root (d), "ausgaben"), "ausgabe")
    if (node_is (a, "sha256", s->sha256))
      note_issue (s, row, a);
  return TRUE;
}

GPtrArray *
ratsweg_verify_paper (Ratsweg *r, const char *file, gboolean *ret_known, GError **error)
{
  g_autoptr (GBytes) bytes = file_read (file, 100 * 1024 * 1024, error);
  g_autofree char *sha256 = bytes ? rw_sha256 (bytes) : NULL;
  Search s = { r, sha256, NULL };
  if (!bytes)
    return NULL;
  s.found = g_ptr_array_new_with_free_func (g_free);
  if (!store_each (r->store, DOC_VORLAGE, NULL, NULL, NULL, NULL, search_paper, &s, error)) {
    g_ptr_array_unref (s.found);
    return NULL;
  }
  *ret_known = s.found->len > 0;
  if (!*ret_known)
    g_ptr_array_add (s.found, g_strdup_printf ("%s: diese Ablage hat die Datei so nicht ausgegeben "
                                               "(SHA-256 %s).",
                                               file, sha256));
  return s.found;
}
