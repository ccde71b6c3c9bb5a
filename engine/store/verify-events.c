/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The check of the trail: each event's bytes, their order and chain, the tree over them.  Called by
 * verify.c. */
#include "store/verify.h"
#include "store/events.h"
#include "base/error.h"

#define PROGRESS_EVERY 64

typedef struct {
  Verify *v;
  TreeRoll *roll;     /* NULL once a leaf is lost and the tree cannot be followed */
  Hash before;        /* of the previous event's bytes */
  gboolean before_ok; /* FALSE: the previous event is missing or was already named */
  gint64 zeit;
} Trail;

/* -- the tree -- */

static gboolean
check_node (gpointer user, guint level, guint64 nr, const Hash *hash, GError **error)
{
  Verify *v = user;
  Hash kept;
  (void) error;
  if (level == 0)
    return TRUE; /* leaves are compared by name of their event */
  g_autoptr (GError) why = NULL;
  g_autofree char *what = g_strdup_printf ("Baum, Knoten %u/%" G_GUINT64_FORMAT, level, nr);
  StoreAnswer a = events_row (v->s, level, nr, &kept, &why);
  if (a == STORE_FAILED)
    verify_trouble (v, what, why);
  else if (a == STORE_ABSENT)
    verify_found (v, what, "Der Knoten fehlt.");
  else if (!hash_equal (&kept, hash))
    verify_found (v, what, "Der Knoten passt nicht zu den Blättern unter ihm.");
  return TRUE;
}

/* Follows the tree by the leaf that is kept, so that one changed event is one finding. */
static void
follow (Trail *t, guint64 seq, const Hash *computed)
{
  Hash kept;
  StoreAnswer a = t->roll ? events_row (t->v->s, 0, seq, &kept, NULL) : STORE_ABSENT;
  if (!t->roll)
    return;
  if (a == STORE_FOUND)
    tree_roll_add (t->roll, &kept, check_node, t->v, NULL);
  else if (computed)
    tree_roll_add (t->roll, computed, check_node, t->v, NULL);
  else
    g_clear_pointer (&t->roll, tree_roll_free);
}

/* FALSE if the event was named. */
static gboolean
check_leaf (Trail *t, guint64 seq, const char *what, const Hash *leaf)
{
  Hash kept;
  g_autoptr (GError) why = NULL;
  StoreAnswer a = events_row (t->v->s, 0, seq, &kept, &why);
  if (a == STORE_FOUND && hash_equal (&kept, leaf))
    return TRUE;
  if (a == STORE_FAILED)
    verify_trouble (t->v, what, why);
  else if (a == STORE_ABSENT)
    verify_found (t->v, what, "Das Blatt des Baumes zu diesem Ereignis fehlt.");
  else
    verify_found (
      t->v, what,
      "Das Ereignis und sein Blatt im Baum passen nicht zusammen: eines von beiden wurde nach "
      "der Aufnahme geändert.");
  return FALSE;
}

/* -- one event -- */

static void
check_order (Trail *t, const Event *e, const char *what, gboolean named)
{
  g_autofree char *before = hex_encode (t->before.b, HASH_BYTES);
  if (t->before_ok && !named && g_strcmp0 (before, e->vorher) != 0)
    verify_found (
      t->v, what,
      "Das Ereignis schließt nicht an das vorige an: es nennt die Prüfsumme %.16s…, das vorige "
      "hat %.16s…; eines von beiden wurde ausgetauscht.",
      e->vorher ? e->vorher : "(keine)", before);
  if (e->zeit < t->zeit)
    verify_found (t->v, what, "Das Ereignis ist früher aufgenommen als das vorige.");
  t->zeit = MAX (t->zeit, e->zeit);
}

/* The columns beside the bytes, found the way a retried request is. */
static void
check_columns (Trail *t, const Event *e, const char *what)
{
  gint64 seq = -1;
  g_autoptr (GError) why = NULL;
  StoreAnswer a =
    sql_number (t->v->s->db, &why, &seq, "SELECT seq FROM ereignis WHERE anfrage = ? AND teil = ?", "ti",
                e->anfrage, (gint64) e->teil);
  if (a == STORE_FAILED)
    verify_trouble (t->v, what, why);
  else if (a == STORE_ABSENT || (guint64) seq != e->seq)
    verify_found (t->v, what, "Unter seiner Anfrage ist das Ereignis nicht oder ein anderes zu finden.");
}

static gboolean
check_fields (Trail *t, guint64 seq, GBytes *xml, const char *what, gboolean named, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (Event) e = event_read (xml, &why);
  if (!e) {
    if (!named)
      verify_trouble (t->v, what, why);
    t->before_ok = FALSE;
    t->v->lost = TRUE;
    return TRUE;
  }
  if (e->seq != seq)
    verify_found (t->v, what, "Das Ereignis trägt die Nummer %" G_GUINT64_FORMAT ".", e->seq);
  check_order (t, e, what, named);
  check_columns (t, e, what);
  return verify_docs (t->v, e, error);
}

static gboolean
check_event (Trail *t, guint64 seq, GBytes *xml, GError **error)
{
  g_autofree char *what = g_strdup_printf ("Ereignis %" G_GUINT64_FORMAT, seq);
  Hash leaf = tree_leaf (xml);
  gboolean ok = check_leaf (t, seq, what, &leaf);
  follow (t, seq, &leaf);
  Hash self = hash_of (xml);
  gboolean go = check_fields (t, seq, xml, what, !ok, error);
  t->before = self;
  t->before_ok = ok;
  t->v->n->ereignisse++;
  return go;
}

/* -- gaps -- */

/* Names a run of missing events and goes on behind it. */
static gboolean
skip_gap (Trail *t, guint64 *seq, GError **error)
{
  gint64 next = (gint64) t->v->count;
  if (sql_number (t->v->s->db, error, &next, "SELECT min(seq) FROM ereignis WHERE seq > ?", "i",
                  (gint64) *seq) == STORE_FAILED)
    return FALSE;
  g_autofree char *what =
    (guint64) next == *seq + 1
      ? g_strdup_printf ("Ereignis %" G_GUINT64_FORMAT, *seq)
      : g_strdup_printf ("Ereignisse %" G_GUINT64_FORMAT " bis %" G_GINT64_FORMAT, *seq, next - 1);
  verify_found (t->v, what, "In der Mitte des Trails fehlt, was hier stand: es wurde entfernt.");
  for (; *seq < (guint64) next && t->roll; (*seq)++)
    follow (t, *seq, NULL);
  *seq = (guint64) next;
  t->before_ok = FALSE;
  t->v->lost = TRUE;
  return TRUE;
}

static gboolean
walk (Trail *t, GError **error)
{
  for (guint64 seq = 0; seq < t->v->count;) {
    g_autoptr (GBytes) xml = NULL;
    g_autoptr (GError) why = NULL;
    StoreAnswer a = store_event (t->v->s, seq, &xml, &why);
    if (seq % PROGRESS_EVERY == 0 && !verify_go_on (t->v, seq, t->v->count, error))
      return FALSE;
    if (a == STORE_ABSENT) {
      if (!skip_gap (t, &seq, error))
        return FALSE;
      continue;
    }
    if (a == STORE_FAILED) {
      g_autofree char *what = g_strdup_printf ("Ereignis %" G_GUINT64_FORMAT, seq);
      verify_trouble (t->v, what, why);
      follow (t, seq, NULL);
      t->before_ok = FALSE;
      t->v->lost = TRUE;
    } else if (!check_event (t, seq, xml, error))
      return FALSE;
    seq++;
  }
  return verify_go_on (t->v, t->v->count, t->v->count, error);
}

gboolean
verify_events (Verify *v, GError **error)
{
  Trail t = { .v = v, .roll = tree_roll_new (), .zeit = G_MININT64 };
  gboolean ok = walk (&t, error);
  g_clear_pointer (&t.roll, tree_roll_free);
  return ok;
}
