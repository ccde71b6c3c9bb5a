# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The table of layers for the tests beside it, and TAP for them.  Sourced, never run.
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
n=0

# result STATUS TEXT: one TAP line.
result() {
  n=$((n + 1))
  if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}

layers() { sed -e '/^#/d' -e 's/ .*//' "$top_srcdir/tests/layers/table"; }

# uses LAYER: what its row names.
uses() { sed -n "s/^$1  *//p" "$top_srcdir/tests/layers/table"; }

# allowed LAYER: all below it that it may use, itself not among them, each before those that it uses.
allowed() {
  local l seen=" $1 " todo
  todo=$(uses "$1")
  while [ -n "$todo" ]; do
    for l in $todo; do
      case $seen in *" $l "*) ;; *) seen="$seen$l " ;; esac
    done
    todo=$(for l in $todo; do uses "$l"; done | tr '\n' ' ')
    todo=${todo%% }
    [ -n "${todo// /}" ] || todo=
  done
  layers | tac | while IFS= read -r l; do
    case $seen in *" $l "*) [ "$l" = "$1" ] || printf '%s ' "$l" ;; esac
  done
}

archive() { printf '%s/engine/%s/lib%s.a\n' "$top_builddir" "$1" "$1"; }
