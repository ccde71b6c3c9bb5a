/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Output for people and, with --xml, for programs.  Decides nothing.  Called by the commands. */
#include "ui/cli/cli.h"
#include "base/interrupt.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

static int lost; /* why something could not be said */

static void
put (FILE *f, const char *p, gsize n)
{
  if (fwrite (p, 1, n, f) != n && f == stdout && !lost)
    lost = errno;
}

void
say (const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_autofree char *s = g_strdup_vprintf (fmt, ap);
  va_end (ap);
  put (stdout, s, strlen (s));
}

void
complain (const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  g_autofree char *s = g_strdup_vprintf (fmt, ap);
  va_end (ap);
  if (fflush (stdout) != 0 && !lost)
    lost = errno;
  put (stderr, s, strlen (s));
}

void
say_bytes (GBytes *bytes)
{
  gsize n;
  const char *p = g_bytes_get_data (bytes, &n);
  put (stdout, p, n);
}

gboolean
said_all (void)
{
  if (fflush (stdout) != 0 && !lost)
    lost = errno;
  if (lost == 0 || lost == EPIPE) /* a reader that has seen enough: head, less */
    return TRUE;
  complain ("Die Ausgabe konnte nicht vollständig geschrieben werden. Ursache: %s.%s\n",
            file_reason (lost),
            interrupt_is_done () ? " Der Befehl selbst ist ausgeführt. Abhilfe: ihn nicht wiederholen, "
                                   "sondern mit „ratsweg verlauf“ nachsehen."
                                 : "");
  return FALSE;
}

/* -- answers -- */

static void
say_refusal (const Refusal *r, gboolean refused)
{
  const char *rule = r->regel ? r->regel : r->waechter;
  if (r->uebergangen) {
    /* Of a step that another rule bars nothing is said on stdout. */
    (refused ? complain : say) ("Übergangen (%s): %s\n", rule, r->text);
    return;
  }
  complain ("Abgelehnt (%s): %s\n", rule, r->text);
  if (r->quelle)
    complain ("  Quelle:  %s\n", r->quelle);
  if (r->abhilfe && *r->abhilfe)
    complain ("  Abhilfe: %s\n", r->abhilfe);
}

static void
say_xml_answer (const RatswegAnswer *a)
{
  const char *status = a->abgelehnt     ? "abgelehnt"
                       : a->probe       ? "probe"
                       : a->geschrieben ? "getan"
                                        : "nichts";
  g_autofree char *head =
    g_markup_printf_escaped ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<antwort "
                             "xmlns=\"urn:ratsweg:antwort:1\" status=\"%s\" kennung=\"%s\"",
                             status, a->kennung ? a->kennung : "");
  say ("%s", head);
  if (a->geschrieben || a->schon_getan)
    say (" ereignis=\"%" G_GUINT64_FORMAT "\"", a->seq);
  say (">\n");
  for (guint i = 0; i < a->saetze->len; i++) {
    g_autofree char *s = g_markup_printf_escaped ("  <satz>%s</satz>\n", (char *) a->saetze->pdata[i]);
    say ("%s", s);
  }
  for (guint i = 0; i < a->refusals->len; i++) {
    const Refusal *r = a->refusals->pdata[i];
    g_autofree char *s = g_markup_printf_escaped (
      "  <einwand waechter=\"%s\" regel=\"%s\" art=\"%s\" uebergangen=\"%s\">\n    <text>%s</text>\n"
      "    <quelle>%s</quelle>\n    <abhilfe>%s</abhilfe>\n  </einwand>\n",
      r->waechter, r->regel ? r->regel : "", r->fragt ? "fragt" : "sperrt",
      r->uebergangen ? "ja" : "nein", r->text, r->quelle ? r->quelle : "", r->abhilfe ? r->abhilfe : "");
    say ("%s", s);
  }
  say ("</antwort>\n");
}

int
say_answer (const Call *c, const RatswegAnswer *a)
{
  if (c->xml) {
    say_xml_answer (a);
    return a->abgelehnt ? 1 : 0;
  }
  if (a->probe && !a->abgelehnt)
    say ("Probe: es würde geschehen (nichts ist gespeichert)\n");
  gboolean asks = a->abgelehnt;
  for (guint i = 0; i < a->refusals->len; i++) {
    const Refusal *r = a->refusals->pdata[i];
    asks = asks && (r->fragt || r->uebergangen);
    say_refusal (r, a->abgelehnt);
  }
  if (asks)
    complain ("  Wer hier übergehen darf, nimmt --grund TEXT; der Einwand bleibt im Verlauf.\n");
  for (guint i = 0; i < a->saetze->len && !a->abgelehnt; i++)
    say ("%s%s\n", a->probe ? "  " : "", (char *) a->saetze->pdata[i]);
  if (a->geschrieben)
    say ("Ereignis %" G_GUINT64_FORMAT ".\n", a->seq);
  return a->abgelehnt ? 1 : 0;
}

void
say_warnings (Ratsweg *r)
{
  GPtrArray *w = ratsweg_warnings (r);
  for (guint i = 0; w && i < w->len; i++)
    complain ("Hinweis: %s\n", (char *) w->pdata[i]);
}

/* -- tables -- */

static void
say_xml_table (const Table *t)
{
  say ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<liste xmlns=\"urn:ratsweg:antwort:1\">\n");
  for (guint i = 0; i < t->rows->len; i++) {
    say ("  <%s", t->zeile);
    for (guint k = 0; k < t->keys->len; k++) {
      const char *v = table_get (t, i, t->keys->pdata[k]);
      g_autofree char *a =
        v ? g_markup_printf_escaped (" %s=\"%s\"", (char *) t->keys->pdata[k], v) : NULL;
      if (a)
        say ("%s", a);
    }
    say ("/>\n");
  }
  say ("</liste>\n");
}

static void
add_cell (GString *line, const char *text, guint width)
{
  guint w = text_width (text);
  g_string_append_printf (line, "%s%*s", text, (int) (width > w ? width - w : 0) + 2, "");
}

static void
say_line (const GString *line)
{
  gsize n = line->len;
  while (n > 0 && line->str[n - 1] == ' ')
    n--;
  say ("%.*s\n", (int) n, line->str);
}

static gboolean
column_is_empty (const Table *t, guint k)
{
  for (guint i = 0; i < t->rows->len; i++) {
    const char *v = table_get (t, i, t->keys->pdata[k]);
    if (v && *v)
      return FALSE;
  }
  return TRUE;
}

static guint
column_width (const Table *t, guint k)
{
  guint w = text_width (t->kopf->pdata[k]);
  for (guint i = 0; i < t->rows->len; i++) {
    const char *v = table_get (t, i, t->keys->pdata[k]);
    w = MAX (w, v ? text_width (v) : 0);
  }
  return w;
}

void
say_table (const Call *c, const Table *t, const char *empty)
{
  if (c->xml) {
    say_xml_table (t);
    return;
  }
  if (t->rows->len == 0) {
    say ("%s\n", empty);
    return;
  }
  g_autofree guint *widths = g_new (guint, t->keys->len);
  for (guint k = 0; k < t->keys->len; k++)
    widths[k] = column_is_empty (t, k) ? 0 : column_width (t, k);
  for (gint i = -1; i < (gint) t->rows->len; i++) {
    g_autoptr (GString) line = g_string_new (NULL);
    for (guint k = 0; k < t->keys->len; k++) {
      const char *v = i < 0 ? t->kopf->pdata[k] : table_get (t, (guint) i, t->keys->pdata[k]);
      if (widths[k])
        add_cell (line, v ? v : "", widths[k]);
    }
    say_line (line);
  }
}

/* RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
static void
say_csv_cell (const char *v)
{
  GString *out = g_string_new ("\"");
  if (*v && strchr ("=+-@\t\r", *v))
    g_string_append_c (out, '\'');
  for (; *v; v++) {
    if (*v == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *v);
  }
  g_string_append_c (out, '"');
  say ("%s", out->str);
  g_string_free (out, TRUE);
}

void
say_csv (const Table *t)
{
  for (gint i = -1; i < (gint) t->rows->len; i++) {
    for (guint k = 0; k < t->keys->len; k++) {
      const char *v = i < 0 ? t->kopf->pdata[k] : table_get (t, (guint) i, t->keys->pdata[k]);
      say ("%s", k ? ";" : "");
      say_csv_cell (v ? v : "");
    }
    say ("\r\n");
  }
}
