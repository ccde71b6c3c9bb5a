#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Every file says whose it is and under which licence (REUSE 3.0).
cd "$top_srcdir" || exit 99
if ! command -v reuse >/dev/null || ! command -v git >/dev/null || [ ! -e .git ]; then
  echo '1..0 # SKIP reuse or git is not installed, or this is no clone'
  exit 0
fi
echo 1..1
if out=$(reuse lint 2>&1); then echo 'ok 1 - reuse lint'; else echo 'not ok 1 - reuse lint'; fi
printf '%s\n' "$out" | sed 's/^/# /'
