/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* What a step may look at.  Gathers nothing itself.  Called by route/; filled by ratsweg.c. */
#include "route/akte.h"
#include "base/text.h"
#include "doc/gremium.h"
#include "doc/vorlage.h"
#include <string.h>

Akte *
akte_new (const Regeln *regeln, const char *tag, const char *heute, const char *jetzt)
{
  Akte *a = g_new0 (Akte, 1);
  a->regeln = regeln;
  a->tag = g_strdup (tag);
  a->heute = g_strdup (heute);
  a->jetzt = g_strdup (jetzt);
  a->docs = g_ptr_array_new_with_free_func ((GDestroyNotify) doc_unref);
  return a;
}

void
akte_free (Akte *a)
{
  if (!a)
    return;
  g_free (a->tag);
  g_free (a->heute);
  g_free (a->jetzt);
  doc_unref (a->objekt);
  doc_unref (a->benutzer);
  doc_unref (a->fuer);
  g_ptr_array_unref (a->docs);
  g_free (a);
}

Doc *
akte_doc (const Akte *a, DocArt art, const char *kennung)
{
  for (guint i = 0; i < a->docs->len; i++) {
    Doc *d = a->docs->pdata[i];
    if (doc_art (d) == art && g_strcmp0 (doc_kennung (d), kennung) == 0)
      return d;
  }
  return NULL;
}

void
akte_add (Akte *a, Doc *doc)
{
  if (!akte_doc (a, doc_art (doc), doc_kennung (doc)))
    g_ptr_array_add (a->docs, doc_ref (doc));
}

char *
akte_gremium (const Akte *a, const char *kennung)
{
  Doc *d = akte_doc (a, DOC_GREMIUM, kennung);
  return d ? gremium_kurz (d) : g_strdup (kennung);
}

static char *
start_of (const Doc *sitzung)
{
  return node_child_text (doc_root (sitzung), "beginn");
}

Doc *
akte_sitzung (const Akte *a, const char *gremium, const char *when, gboolean last, AkteSitzung wanted)
{
  Doc *best = NULL;
  g_autofree char *best_start = NULL;
  for (guint i = 0; i < a->docs->len; i++) {
    Doc *d = a->docs->pdata[i];
    if (doc_art (d) != DOC_SITZUNG || !node_is (doc_root (d), "gremium", gremium))
      continue;
    g_autofree char *start = start_of (d);
    int order = best ? strcmp (start, best_start) : last ? 1 : -1;
    if ((last ? order <= 0 : order >= 0) || !wanted (a, d, start, when))
      continue;
    best = d;
    g_free (best_start);
    best_start = g_steal_pointer (&start);
  }
  return best;
}

static const xmlNode *
state_of (const Akte *a, const Doc *sitzung)
{
  return regeln_zustand (a->regeln, "sitzung", node_get (doc_root (sitzung), "zustand"));
}

gboolean
akte_steht_aus (const Akte *a, const Doc *sitzung)
{
  const xmlNode *state = state_of (a, sitzung);
  return !node_is (state, "laeuft", "ja") && !node_is (state, "ende", "ja");
}

static gboolean
is_on_day (const Akte *a, const Doc *sitzung, const char *start, const char *tag)
{
  return tag && strncmp (start, tag, 10) == 0 && !node_is (state_of (a, sitzung), "entfaellt", "ja");
}

static gboolean
is_ahead (const Akte *a, const Doc *sitzung, const char *start, const char *tag)
{
  return strncmp (start, tag, 10) > 0 && akte_steht_aus (a, sitzung);
}

Doc *
akte_sitzung_am (const Akte *a, const char *gremium, const char *tag)
{
  return akte_sitzung (a, gremium, tag, FALSE, is_on_day);
}

Doc *
akte_naechste_sitzung (const Akte *a, const char *gremium, const char *tag)
{
  return akte_sitzung (a, gremium, tag, FALSE, is_ahead);
}

GPtrArray *
akte_stations (const Akte *a, const Doc *vorlage)
{
  g_autoptr (GHashTable) starts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < a->docs->len; i++) {
    Doc *d = a->docs->pdata[i];
    if (doc_art (d) == DOC_SITZUNG)
      g_hash_table_insert (starts, (gpointer) doc_kennung (d), start_of (d));
  }
  return vorlage_stations (vorlage, starts);
}

const Doc *
akte_berechtigt (const Akte *a)
{
  return a->fuer ? a->fuer : a->benutzer;
}

char *
akte_stelle (const Akte *a)
{
  const Doc *konto = akte_berechtigt (a);
  return konto ? node_child_text (doc_root (konto), "stelle") : NULL;
}

gboolean
akte_hat_rolle (const Akte *a, const char *rollen)
{
  const Doc *konto = akte_berechtigt (a);
  NODE_EACH (n, konto ? doc_root (konto) : NULL, "rolle") {
    g_autofree char *rolle = node_text (n);
    if (text_in_list (rollen, rolle))
      return TRUE;
  }
  return FALSE;
}
