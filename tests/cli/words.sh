#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Every command and every option of the program stands in its man page and in the completion.
cli=$top_srcdir/engine/ui/cli
n=0
known() { # WORD
  n=$((n + 1))
  if sed 's/\\-/-/g' "$cli/ratsweg.1" | grep -qE -- "(^|[^a-z-])$1([^a-z-]|$)" &&
    grep -qE -- "(^|[^a-z-])$1([^a-z-]|$)" "$cli/ratsweg.bash-completion"; then
    echo "ok $n - $1"
  else
    echo "not ok $n - $1 is missing in the man page or in the completion"
  fi
}
commands=$(sed -n 's/^  { "\([a-z]*\)", "[^"]*".*/\1/p' "$cli/main.c")
options=$(sed -n 's/^ *{ "\([a-z-]*\)", .*G_OPTION_ARG.*/\1/p' "$cli"/*.c | sort -u)
for word in $commands; do known "$word"; done
for word in $options; do
  # These two are written with one letter.
  case $word in ablage) known '-C' ;; ausgabe) known '-o' ;; *) known "--$word" ;; esac
done
if [ "$n" -lt 20 ]; then
  n=$((n + 1))
  echo "not ok $n - the tables of commands and options are read"
fi
echo "1..$n"
