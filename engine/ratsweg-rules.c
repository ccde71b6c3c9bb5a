/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The rules in force: profile, Land, and what they build on, as the store has them on a day.  Runs no rule.  Called
 * by the other ratsweg-*.c. */
#include "ratsweg-intern.h"
#include "doc/open.h"

void
rw_rules_forget (Ratsweg *r)
{
  g_clear_pointer (&r->regeln, regeln_free);
  g_clear_pointer (&r->regeln_tag, g_free);
  g_clear_pointer (&r->regeln_stand, g_ptr_array_unref);
  g_clear_pointer (&r->regeln_tage, g_hash_table_unref);
}

/* -- one that builds on another -- */

Regeln *
rw_rules_chain (Doc *profil, RwOpenRules open, gpointer user, GError **error)
{
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  g_ptr_array_add (docs, doc_ref (profil));
  const char *below = node_get (doc_root (profil), "grundlage");
  for (; below; below = node_get (doc_root (docs->pdata[0]), "grundlage")) {
    if (docs->len == REGELN_MOST) {
      fail (error, RATSWEG_ERROR_INVALID,
            "%s: grundlage=\"%s\" führt zu weit; erwartet werden höchstens %d Dateien, die aufeinander "
            "aufbauen: ein Profil und die Regeln darunter.",
            doc_quelle (docs->pdata[0]), below, REGELN_MOST);
      return NULL;
    }
    Doc *d = open (below, user, error);
    if (!d)
      return NULL;
    g_ptr_array_insert (docs, 0, d);
  }
  return regeln_new_chain ((Doc *const *) docs->pdata, docs->len, error);
}

/* -- of the store, on a day -- */

typedef struct {
  Ratsweg *r;
  const char *day;
} OnDay;

static Doc *
rule_file (const OnDay *x, DocArt art, const char *kennung, GError **error)
{
  g_auto (StoreDoc) d = { 0 };
  StoreAnswer answer = store_in_force (x->r->store, art, kennung, x->day, &d, error);
  if (answer == STORE_FAILED)
    return NULL;
  if (answer == STORE_ABSENT) {
    g_autofree char *german = day_german (x->day);
    fail (error, RATSWEG_ERROR_INVALID,
          "Für den %s ist keine Datei „%s %s“ in Kraft. Abhilfe: eine mit früherem gueltig-ab "
          "einlesen, oder --wirksam ändern.",
          german, doc_art_name (art), kennung);
    return NULL;
  }
  g_autofree char *quelle = g_strdup_printf ("%s %s (Stand %u)", doc_art_name (art), kennung, d.stand);
  g_autoptr (Doc) doc = doc_open_stored (art, kennung, d.bytes, quelle, error);
  if (!doc)
    return NULL;
  g_autofree char *sha256 = rw_sha256 (d.bytes);
  g_autoptr (Event) e = event_new ();
  event_add_rules (e, kennung, d.stand, sha256);
  g_ptr_array_add (x->r->regeln_stand, g_ptr_array_steal_index (e->regeln, 0));
  return g_steal_pointer (&doc);
}

static Doc *
open_in_force (const char *kennung, gpointer user, GError **error)
{
  return rule_file (user, DOC_REGELN, kennung, error);
}

/* Whether the files that were opened last are those of @day too; the profile is the first of them. */
static gboolean
same_in_force (Ratsweg *r, const char *day)
{
  for (guint i = 0; i < r->regeln_stand->len; i++) {
    const EventRules *known = r->regeln_stand->pdata[i];
    g_auto (StoreDoc) d = { 0 };
    if (store_in_force (r->store, i == 0 ? DOC_PROFIL : DOC_REGELN, known->kennung, day, &d, NULL) !=
          STORE_FOUND ||
        d.stand != known->stand)
      return FALSE;
  }
  return TRUE;
}

/* In a long transaction no other file comes into force unasked. */
static gboolean
known_day (Ratsweg *r, const char *day)
{
  if (!r->regeln)
    return FALSE;
  if (g_strcmp0 (r->regeln_tag, day) == 0)
    return TRUE;
  if (!(r->seen && g_hash_table_contains (r->regeln_tage, day)) && !same_in_force (r, day))
    return FALSE;
  g_hash_table_add (r->regeln_tage, g_strdup (day));
  g_free (r->regeln_tag);
  r->regeln_tag = g_strdup (day);
  return TRUE;
}

static gboolean
first_row (const StoreRow *row, gpointer user)
{
  char **kennung = user;
  *kennung = g_strdup (row->kennung);
  return FALSE;
}

static Regeln *
open_rules (const OnDay *x, GError **error)
{
  g_autofree char *kennung = NULL;
  if (!store_each (x->r->store, DOC_PROFIL, NULL, NULL, NULL, NULL, first_row, &kennung, error))
    return NULL;
  if (!kennung) {
    fail (error, RATSWEG_ERROR_DAMAGED, "Die Ablage hat kein Profil.");
    return NULL;
  }
  g_autoptr (Doc) profil = rule_file (x, DOC_PROFIL, kennung, error);
  return profil ? rw_rules_chain (profil, open_in_force, (gpointer) x, error) : NULL;
}

const Regeln *
rw_rules (Ratsweg *r, const char *day, GError **error)
{
  if (known_day (r, day))
    return r->regeln;
  rw_rules_forget (r);
  r->regeln_stand = g_ptr_array_new_with_free_func (event_rules_free);
  OnDay x = { r, day };
  r->regeln = open_rules (&x, error);
  if (!r->regeln || !route_check_rules (r->regeln, error) || !rw_gather_check_rules (r->regeln, error)) {
    rw_rules_forget (r);
    return NULL;
  }
  r->regeln_tag = g_strdup (day);
  r->regeln_tage = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (r->regeln_tage, g_strdup (day));
  return r->regeln;
}
