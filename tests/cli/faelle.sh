#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Every collected case about papers (odt-) and data (daten-) is named by a test.
# shellcheck disable=SC2034 # last is read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
faelle=${RATSWEG_SHARED-}/data/cases/reports.json
[ -r "$faelle" ] || skip_all 'RATSWEG_SHARED does not name a folder with data/cases/reports.json'
grep -oE '"id": *"(odt|daten)-[a-z-]+"' "$faelle" | cut -d'"' -f4 | sort -u >ids
it 'the collection'
last="ids: $(xargs <ids)"
grep -q '^odt-' ids && grep -q '^daten-' ids
verdict $? 'holds cases of both kinds'
while read -r id; do
  it "$id"
  run grep -rlE --include='*.sh' --include='*.c' --exclude="$(basename "$0")" "(^|[^a-z-])$id([^a-z-]|$)" "$top_srcdir/tests"
  [ -s "$out" ]
  verdict $? 'a test names it'
done <ids
