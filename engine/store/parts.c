/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Half-written files.  Only to be called under the lock, when no other writer is at work.  Called by files.c
 * and content.c. */
#include "store/parts.h"
#include <string.h>
#include <unistd.h>

void
parts_remove (const char *path)
{
  const char *name;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".teil-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + 6) {
      g_autofree char *part = g_build_filename (folder, name, NULL);
      unlink (part);
    }
}
