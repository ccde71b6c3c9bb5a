/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Looks words of another system up.  Holds none itself.  Called by uptake.c and ratsweg-takeover.c. */
#include "exchange/words.h"
#include "exchange/course.h"
#include "base/error.h"
#include "base/text.h"
#include <string.h>

struct _Words {
  const Regeln *regeln;
  const xmlNode *table;
  GHashTable *codes;     /* "art|bei|word" to xmlNode* */
  GHashTable *gremien;   /* "word" to xmlNode* */
  GPtrArray *abstimmung; /* char*: words that may stand before a result, with a blank behind */
};

/* One spelling for all: NFC, no case, one blank, no dashes and stops around it. */
static char *
spelling (const char *word)
{
  static const char *const around[] = { "-", "–", "—", ".", ",", ";", ":", " ", NULL };
  g_autofree char *line = course_clean (word);
  char *folded = g_utf8_casefold (line ? line : "", -1);
  for (guint i = 0; around[i]; i++) {
    gsize n = strlen (around[i]);
    gboolean cut = FALSE;
    while (g_str_has_prefix (folded, around[i])) {
      memmove (folded, folded + n, strlen (folded) - n + 1);
      cut = TRUE;
    }
    while (g_str_has_suffix (folded, around[i])) {
      folded[strlen (folded) - n] = '\0';
      cut = TRUE;
    }
    if (cut)
      i = G_MAXUINT; /* from the beginning: another mark may stand below */
  }
  return folded;
}

static char *
key_of (const char *art, const char *bei, const char *spelt)
{
  return g_strdup_printf ("%s|%s|%s", art, bei ? bei : "", spelt);
}

static gboolean
fail_at (const Words *w, const xmlNode *n, const char *what, GError **error)
{
  const GPtrArray *docs = regeln_documents (w->regeln);
  const char *file = doc_quelle (docs->pdata[docs->len - 1]);
  return fail (error, RATSWEG_ERROR_INVALID, "%s, Zeile %ld: %s.", file, xmlGetLineNo (n), what);
}

static gboolean
add_word (Words *w, xmlNode *n, GError **error)
{
  const char *art = node_get (n, "art"), *code = node_get (n, "code");
  g_autofree char *spelt = spelling (node_get (n, "alt"));
  if (g_str_equal (art, "abstimmung")) {
    g_ptr_array_add (w->abstimmung, g_strconcat (spelt, " ", NULL));
    return TRUE;
  }
  if (!code || !regeln_entry (w->regeln, art, code)) {
    g_autofree char *what =
      g_strdup_printf ("%s „%s“ gibt es in den Regeln nicht", art, code ? code : "");
    return fail_at (w, n, what, error);
  }
  if (!g_hash_table_insert (w->codes, key_of (art, node_get (n, "bei"), spelt), n))
    return fail_at (w, n, "dieses Wort steht schon in der Tabelle; erwartet wird jedes einmal", error);
  return TRUE;
}

static gboolean
add_name (Words *w, const char *name, xmlNode *n, GError **error)
{
  if (!g_hash_table_insert (w->gremien, spelling (name), n))
    return fail_at (w, n, "dieser Name steht schon in der Tabelle; erwartet wird jeder einmal", error);
  return TRUE;
}

static gboolean
add_gremium (Words *w, xmlNode *n, GError **error)
{
  if (!add_name (w, node_get (n, "name"), n, error))
    return FALSE;
  NODE_EACH (a, n, "alt") {
    g_autofree char *name = node_text (a);
    if (!add_name (w, name, n, error))
      return FALSE;
  }
  return TRUE;
}

Words *
words_new (const Regeln *regeln, GError **error)
{
  g_autoptr (GPtrArray) tables = regeln_entries (regeln, "uebernahme");
  if (tables->len != 1) {
    fail (error, RATSWEG_ERROR_USAGE,
          "Das Profil dieser Ablage sagt nicht, was die Wörter des Altsystems bedeuten. Abhilfe: in das "
          "Profil eine Tabelle <uebernahme> aufnehmen und es einlesen.");
    return NULL;
  }
  g_autoptr (Words) w = g_new0 (Words, 1);
  w->regeln = regeln;
  w->table = tables->pdata[0];
  w->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->gremien = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->abstimmung = text_list_new ();
  NODE_EACH (n, w->table, NULL)
    if (!(node_named (n, "wort") ? add_word (w, n, error) : add_gremium (w, n, error)))
      return NULL;
  return g_steal_pointer (&w);
}

void
words_free (Words *w)
{
  if (!w)
    return;
  g_hash_table_unref (w->codes);
  g_hash_table_unref (w->gremien);
  g_ptr_array_unref (w->abstimmung);
  g_free (w);
}

const xmlNode *
words_table (const Words *w)
{
  return w->table;
}

static const char *
code_of (const Words *w, const char *art, const char *bei, const char *spelt)
{
  g_autofree char *here = key_of (art, bei, spelt), *everywhere = key_of (art, NULL, spelt);
  const xmlNode *n = g_hash_table_lookup (w->codes, here);
  n = n ? n : g_hash_table_lookup (w->codes, everywhere);
  return n ? node_get (n, "code") : NULL;
}

const char *
words_code (const Words *w, const char *art, const char *word, const char *bei)
{
  g_autofree char *spelt = word ? spelling (word) : NULL;
  const char *code = spelt ? code_of (w, art, bei, spelt) : NULL;
  for (guint i = 0; spelt && !code && g_str_equal (art, "ergebnis") && i < w->abstimmung->len; i++)
    if (g_str_has_prefix (spelt, w->abstimmung->pdata[i]))
      code = code_of (w, art, bei, spelt + strlen (w->abstimmung->pdata[i]));
  return code;
}

const xmlNode *
words_gremium (const Words *w, const char *name)
{
  g_autofree char *spelt = name ? spelling (name) : NULL;
  return spelt ? g_hash_table_lookup (w->gremien, spelt) : NULL;
}
