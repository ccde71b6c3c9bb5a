#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Our shell files pass shellcheck.
cd "$top_srcdir" || exit 99
command -v shellcheck >/dev/null || {
  echo '1..0 # SKIP shellcheck is not installed'
  exit 0
}
mapfile -t files < <(
  {
    ls autogen.sh .ci/run
    grep -rlE '^#!/bin/(ba)?sh|^# shellcheck shell=' engine samples tests
  } 2>/dev/null | sort
)
echo "1..${#files[@]}"
n=0
for f in "${files[@]}"; do
  n=$((n + 1))
  if out=$(shellcheck -S warning -e SC1091,SC2154 "$f" 2>&1); then echo "ok $n - $f"; else
    echo "not ok $n - $f"
    printf '%s\n' "$out" | sed 's/^/# /'
  fi
done
