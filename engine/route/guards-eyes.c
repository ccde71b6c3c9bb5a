/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Four eyes: whether who releases is another person than who wrote.  Decides nothing else.  Called through
 * guards.c. */
#include "route/guards.h"
#include "base/text.h"

/* Who administers the store may give every account his own login, and in a store of one system user all have
 * his: that says nothing about who somebody is. */
static gboolean
is_administrators (const Zug *z, const char *login)
{
  for (guint i = 0; i < z->akte->docs->len; i++) {
    const Doc *d = z->akte->docs->pdata[i];
    gboolean administers = FALSE, named = FALSE;
    NODE_EACH (n, doc_art (d) == DOC_BENUTZER ? doc_root (d) : NULL, NULL) {
      g_autofree char *text = node_text (n);
      administers = administers || (node_named (n, "rolle") && g_str_equal (text, "verwaltung"));
      named = named || (node_named (n, "anmeldung") && g_str_equal (text, login));
    }
    if (administers && named)
      return TRUE;
  }
  return FALSE;
}

static gboolean
share_a_login (const Zug *z, const Doc *a, const Doc *b)
{
  NODE_EACH (n, doc_root (a), "anmeldung")
    NODE_EACH (m, doc_root (b), "anmeldung") {
      g_autofree char *x = node_text (n), *y = node_text (m);
      if (g_str_equal (x, y) && !is_administrators (z, x))
        return TRUE;
    }
  return FALSE;
}

/* Two accounts of one person are one pair of eyes: by the person they name, else by their logins. */
static gboolean
is_same_person (const Zug *z, const Doc *a, const Doc *b)
{
  const char *x = node_get (doc_root (a), "person"), *y = node_get (doc_root (b), "person");
  return x && y ? g_str_equal (x, y) : share_a_login (z, a, b);
}

static gboolean
is_editor (const Zug *z, const Doc *konto)
{
  const char *editors = node_get (zug_root (z), "bearbeiter");
  if (text_in_list (editors, node_get (doc_root (konto), "id")))
    return TRUE;
  for (guint i = 0; i < z->akte->docs->len; i++) {
    const Doc *d = z->akte->docs->pdata[i];
    if (doc_art (d) == DOC_BENUTZER && text_in_list (editors, node_get (doc_root (d), "id")) &&
        is_same_person (z, d, konto))
      return TRUE;
  }
  return FALSE;
}

/* Who is represented counts as who acts does, at the edit and at the release. */
static gboolean
vier_augen (const Zug *z, GHashTable *werte)
{
  const Doc *konten[] = { z->akte->benutzer, z->akte->fuer };
  for (gsize i = 0; i < G_N_ELEMENTS (konten); i++)
    if (konten[i] && is_editor (z, konten[i])) {
      wert (werte, "bearbeiter", doc_kennung (konten[i]));
      return FALSE;
    }
  return TRUE;
}

const Guard guards_eyes[] = {
  { "vier-augen", vier_augen, NULL, "bearbeiter" },
  { NULL, NULL, NULL, NULL },
};
