/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Facts and file names of a document.  Decides nothing.  Called by store/ and ratsweg.c. */
#include "doc/facts.h"
#include "doc/vorlage.h"
#include "base/text.h"

static void
station_free (gpointer p)
{
  FactStation *s = p;
  g_free (s->id);
  g_free (s->gremium);
  g_free (s->termin);
  g_free (s->zustand);
  g_free (s->sitzung);
  g_free (s->code);
  g_free (s->auftrag);
  g_free (s);
}

static void
file_free (gpointer p)
{
  FactFile *f = p;
  g_free (f->path);
  g_free (f->commitment);
  g_free (f);
}

static void
add_stations (Facts *f, const xmlNode *root)
{
  NODE_EACH (n, node_child (root, "beratungsfolge"), "station") {
    FactStation *s = g_new0 (FactStation, 1);
    s->id = g_strdup (node_get (n, "id"));
    s->gremium = g_strdup (node_get (n, "gremium"));
    s->termin = g_strdup (node_get (n, "termin"));
    s->zustand = g_strdup (node_get (n, "zustand"));
    s->sitzung = g_strdup (node_get (n, "sitzung"));
    s->code = g_strdup (node_get (node_child (n, "ergebnis"), "code"));
    s->auftrag = g_strdup (node_get (n, "auftrag"));
    g_ptr_array_add (f->stationen, s);
  }
}

static char *
marks_of (const xmlNode *station)
{
  g_autoptr (GString) marks = g_string_new (NULL);
  NODE_EACH (k, station, "kennzeichen")
    if (!text_in_list (marks->str, node_get (k, "art")))
      g_string_append_printf (marks, "%s%s", marks->len ? " " : "", node_get (k, "art"));
  return marks->len ? g_strdup (marks->str) : NULL;
}

/* Who is next: the first station that still waits. */
static void
add_next (Facts *f, const Doc *vorlage)
{
  g_autoptr (GPtrArray) order = vorlage_stations (vorlage, NULL);
  for (guint i = 0; i < order->len; i++) {
    const xmlNode *n = order->pdata[i];
    if (node_child (n, "ergebnis") || node_get (n, "grund"))
      continue;
    f->wartet = g_strdup (node_get (n, "gremium"));
    f->wartet_termin = g_strdup (node_get (n, "termin"));
    f->wartet_marken = marks_of (n);
    return;
  }
}

/* Every element with a content and a file name: img, anlage, ausgabe. */
static void
add_files (Facts *f, const xmlNode *n, const char *folder)
{
  NODE_EACH (c, n, NULL) {
    const char *commitment = node_get (c, "inhalt");
    const char *name = node_get (c, "src") ? node_get (c, "src") : node_get (c, "datei");
    if (commitment && name) {
      g_autofree char *file = text_file_name (name);
      FactFile *ff = g_new0 (FactFile, 1);
      ff->path = g_strdup_printf ("anlagen/%s/%s", folder, file);
      ff->commitment = g_strdup (commitment);
      g_ptr_array_add (f->dateien, ff);
    }
    add_files (f, c, folder);
  }
}

/* The last entry that says how things stand. */
static char *
state_of_affairs (const xmlNode *root)
{
  char *last = NULL;
  NODE_EACH (n, root, "eintrag")
    if (node_child (n, "text")) {
      g_free (last);
      last = node_child_text (n, "text");
    }
  return last;
}

static FactAuftrag *
order_of (const xmlNode *root)
{
  const xmlNode *source = node_child (root, "beschluss");
  FactAuftrag *a = g_new0 (FactAuftrag, 1);
  a->vorlage = g_strdup (node_get (source, "vorlage"));
  a->amt = node_child_text (root, "amt");
  a->frist = node_child_text (root, "frist");
  a->berichtet = g_strdup (node_get (root, "berichtet"));
  a->sachstand = state_of_affairs (root);
  return a;
}

static void
order_free (FactAuftrag *a)
{
  if (!a)
    return;
  g_free (a->vorlage);
  g_free (a->amt);
  g_free (a->frist);
  g_free (a->berichtet);
  g_free (a->sachstand);
  g_free (a);
}

static char *
folder_of (const Facts *f)
{
  static const char *const folders[DOC_N_ARTEN] = { "vorlagen", "sitzungen", "gremien", "stellen",
                                                    "benutzer", "personen",  "zaehler", "auftraege",
                                                    "profil",   "profil",    "profil" };
  if (f->art == DOC_VORLAGE && g_strcmp0 (f->kennung, f->alt) == 0)
    return g_strdup ("vorlagen/entwurf");
  if ((f->art == DOC_VORLAGE || f->art == DOC_SITZUNG || f->art == DOC_AUFTRAG) && f->datum)
    return g_strdup_printf ("%s/%.4s", folders[f->art], f->datum);
  return g_strdup (folders[f->art]);
}

static char *
path_of (const Facts *f)
{
  g_autofree char *folder = folder_of (f);
  g_autofree char *file = text_file_name (f->kennung);
  const char *ending = f->art == DOC_BRIEFKOPF ? "fodt" : "xml";
  return f->art == DOC_REGELN || f->art == DOC_PROFIL
           ? g_strdup_printf ("%s/%s-%s.%s", folder, doc_art_name (f->art), file, ending)
           : g_strdup_printf ("%s/%s.%s", folder, file, ending);
}

static char *
title_of (const Doc *doc)
{
  xmlNode *root = doc_root (doc);
  switch (doc_art (doc)) {
  case DOC_VORLAGE:
    return node_child_text (root, "titel");
  case DOC_GREMIUM:
  case DOC_STELLE:
  case DOC_PERSON: {
    xmlNode *last = node_child (root, "name");
    for (xmlNode *n = last; n; n = node_next (n, "name"))
      last = n;
    return node_text (last);
  }
  case DOC_BENUTZER:
    return node_child_text (root, "bezeichnung");
  case DOC_SITZUNG:
    return node_child_text (root, "ort");
  case DOC_ZAEHLER:
    return g_strdup (node_get (root, "muster"));
  case DOC_AUFTRAG:
    return node_child_text (root, "text");
  default:
    return g_strdup (node_get (root, "name"));
  }
}

static char *
date_of (const Doc *doc)
{
  if (doc_art (doc) == DOC_SITZUNG)
    return node_child_text (doc_root (doc), "beginn");
  if (doc_art (doc) == DOC_AUFTRAG)
    return node_child_text (doc_root (doc), "datum");
  xmlNode *datum = node_path (doc_root (doc), "kopf", "datum");
  return datum ? node_text (datum) : NULL;
}

/* Whose sitting it is, or whose decision an order comes from. */
static const char *
body_of (const Doc *doc)
{
  const xmlNode *root = doc_root (doc);
  const xmlNode *names = doc_art (doc) == DOC_AUFTRAG ? node_child (root, "beschluss") : root;
  return doc_art (doc) == DOC_AUFTRAG || doc_art (doc) == DOC_SITZUNG ? node_get (names, "gremium")
                                                                      : NULL;
}

Facts *
facts_of (const Doc *doc)
{
  Facts *f = g_new0 (Facts, 1);
  const xmlNode *root = doc_root (doc);
  gboolean letterhead = doc_art (doc) == DOC_BRIEFKOPF;
  f->art = doc_art (doc);
  f->kennung = g_strdup (doc_kennung (doc));
  f->spur = g_strdup (f->art == DOC_BENUTZER ? node_get (root, "id") : f->kennung);
  f->stationen = g_ptr_array_new_with_free_func (station_free);
  f->dateien = g_ptr_array_new_with_free_func (file_free);
  if (!letterhead) {
    f->alt = g_strdup (node_get (root, "entwurf"));
    f->titel = title_of (doc);
    f->zustand = g_strdup (node_get (root, "zustand"));
    f->datum = date_of (doc);
    f->gremium = g_strdup (body_of (doc));
    f->auftrag = f->art == DOC_AUFTRAG ? order_of (root) : NULL;
    f->gueltig_ab = g_strdup (node_get (root, "gueltig-ab"));
    add_stations (f, root);
    if (f->art == DOC_VORLAGE) {
      f->papierart = g_strdup (node_get (root, "art"));
      add_next (f, doc);
    }
    g_autofree char *folder = text_file_name (f->kennung);
    add_files (f, root, folder);
  }
  f->path = path_of (f);
  return f;
}

void
facts_free (Facts *f)
{
  if (!f)
    return;
  g_free (f->kennung);
  g_free (f->spur);
  g_free (f->alt);
  g_free (f->titel);
  g_free (f->zustand);
  g_free (f->datum);
  g_free (f->gremium);
  g_free (f->gueltig_ab);
  g_free (f->path);
  g_free (f->papierart);
  g_free (f->wartet);
  g_free (f->wartet_termin);
  g_free (f->wartet_marken);
  order_free (f->auftrag);
  g_ptr_array_unref (f->stationen);
  g_ptr_array_unref (f->dateien);
  g_free (f);
}
