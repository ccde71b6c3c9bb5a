/* SPDX-FileCopyrightText: 2026 Ratsweg contributors
 * SPDX-License-Identifier: EUPL-1.2 */
/* A tree as one part of an ODF package.  Owns nothing; may call doc/. */
#pragma once
#include "doc/auto.h"

/* The bytes of @xml, which is changed: every namespace is declared once, at the root, by ODF's usual
 * prefix, and only if it is used; nothing is indented.  A namespace outside ODF is the program's own
 * fault (status 3).  The caller owns the bytes. */
GBytes *part_write (xmlDoc *xml, GError **error);
