#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The sample's documents at the end of the way, as they are kept in tests/golden/weg; UPDATE_GOLDEN=1 writes
# them anew, and the diff is there to be read.  Fingerprints are left out: they change with the letterhead.
. "$top_srcdir/tests/cli/lib.sh"
golden=$top_srcdir/tests/golden/weg
export RATSWEG_UHR=2021-10-01T08:00:00Z RATSWEG_ZUFALL=golden
must bash "$samples/demo.sh" eins
must bash "$samples/demo.sh" zwei

it 'the whole way done twice in a Probeablage'
same eins/ablage/vorlagen/2021/21874-21.xml zwei/ablage/vorlagen/2021/21874-21.xml
same eins/odt/7-rat.odt zwei/odt/7-rat.odt
run diff -r eins/ablage/sitzungen zwei/ablage/sitzungen
status 0
run ratsweg -C eins/ablage pruefe
status 0

plain() { sed -E 's/ (inhalt|sha256)="[0-9a-f]{64}"/ \1="…"/g' "$1"; }
for file in vorlagen/2021/21874-21.xml sitzungen/2021/rat%2F2021-09-23.xml zaehler/drucksachen.xml; do
  name=$(basename "$file" | tr % -)
  plain "eins/ablage/$file" >"$name"
  if [ -n "${UPDATE_GOLDEN:-}" ]; then mkdir -p "$golden" && cp "$name" "$golden/$name"; fi
  it "$file"
  run diff -u "$golden/$name" "$name"
  status 0
done
