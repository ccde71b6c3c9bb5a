/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* The error domain and its exit statuses.  Does not print.  Called by every layer. */
#include "base/error.h"
#include <stdarg.h>
#include <string.h>

G_DEFINE_QUARK (ratsweg, ratsweg_error)

gboolean
fail (GError **error, RatswegError code, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  if (error)
    *error = g_error_new_valist (RATSWEG_ERROR, (gint) code, fmt, ap);
  va_end (ap);
  return FALSE;
}

char *
error_cause (const GError *error)
{
  const char *advice = strstr (error->message, " Abhilfe: ");
  return advice ? g_strndup (error->message, (gsize) (advice - error->message))
                : g_strdup (error->message);
}

int
error_exit_status (const GError *error)
{
  if (error->domain != RATSWEG_ERROR)
    return 3;
  switch ((RatswegError) error->code) {
  case RATSWEG_ERROR_FINDING:
    return 1;
  case RATSWEG_ERROR_USAGE:
  case RATSWEG_ERROR_UNKNOWN:
  case RATSWEG_ERROR_INVALID:
    return 2;
  case RATSWEG_ERROR_INTERRUPTED:
    return 130;
  case RATSWEG_ERROR_STORE:
  case RATSWEG_ERROR_DAMAGED:
  case RATSWEG_ERROR_HELPER:
  case RATSWEG_ERROR_INTERNAL:
    break;
  }
  return 3;
}
