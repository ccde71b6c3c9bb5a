#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# clang-format leaves every C file as it is.
cd "$top_srcdir" || exit 99
format=$(command -v clang-format-14 || command -v clang-format) || {
  echo '1..0 # SKIP clang-format is not installed'
  exit 0
}
case $("$format" --version) in
*' 14.'*) ;;
*)
  echo '1..0 # SKIP the style is that of clang-format 14'
  exit 0
  ;;
esac
mapfile -t files < <(find engine tests -name '*.[ch]' -size +0 | sort)
echo "1..${#files[@]}"
n=0 formatted=$TMPDIR/formatted
for f in "${files[@]}"; do
  n=$((n + 1))
  "$format" -style=file "$f" >"$formatted"
  if diff -u "$f" "$formatted" >"$formatted.diff"; then echo "ok $n - $f"; else
    echo "not ok $n - $f"
    head -n 20 "$formatted.diff" | sed 's/^/# /'
  fi
done
