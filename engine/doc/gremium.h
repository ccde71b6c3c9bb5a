/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* Reading a body and other documents with names that change over time.  Owns nothing; may call doc/. */
#pragma once
#include "doc/doc.h"

/* The printed name valid on @day (NULL: the newest); the caller frees; never NULL. */
char *gremium_name (const Doc *gremium, const char *day);
/* Its short form, else its name; the caller frees. */
char *gremium_kurz (const Doc *gremium);
/* TRUE for a body of the administration: it is no body of the council, and what it says is never printed. */
gboolean gremium_is_internal (const Doc *gremium);
/* FALSE for a body that decides without sittings of the council, as internal ones do. */
gboolean gremium_holds_sittings (const Doc *gremium);
