#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Real courses: each paper comes to what its course says (an own reading of the raw words), and the summary is the
# known one.  Every thirtieth paper; all of them with RATSWEG_LANG.
. "$top_srcdir/tests/cli/lib.sh"
daten=${RATSWEG_SHARED:-}/data/magdeburg-courses.jsonl.zst
if [ -z "${RATSWEG_SHARED-}" ] || [ ! -r "$daten" ]; then skip_all 'RATSWEG_SHARED names no courses'; fi
needs zstdcat
needs python3
export RATSWEG_ABLAGE=$PWD/ablage
export RATSWEG_UHR=2026-11-01T08:00:00Z RATSWEG_ZUFALL=uebernahme
umfang=auszug
if [ -n "${RATSWEG_LANG-}" ]; then
  umfang=ganz
  zstdcat "$daten" >verlauf.jsonl
else
  zstdcat "$daten" | awk 'NR % 30 == 1' >verlauf.jsonl
fi
must ratsweg anlegen ablage --profil magdeburg --probeablage

it 'every course goes in, every word is known'
run ratsweg uebernehmen verlauf.jsonl
status 0
cp "$out" zusammen.txt
err_empty
it 'the summary'
same zusammen.txt "$top_srcdir/tests/golden/uebernahme/$umfang.txt"
it 'each paper came to what its course says'
run python3 "$top_srcdir/tests/cli/uebernahme-pruefung.py" verlauf.jsonl ablage
status 0
out_has ' Papiere, 0 Abweichungen'
it 'the check can fail'
sed 's/"abgelehnt"/"ungeändert beschlossen"/' verlauf.jsonl >anders.jsonl
run python3 "$top_srcdir/tests/cli/uebernahme-pruefung.py" anders.jsonl ablage
status 1
it 'the store holds together'
run ratsweg pruefe
status 0
it 'once more: all is there'
run ratsweg uebernehmen verlauf.jsonl
status 0
out_has 'schon da'
out_lacks 'Ergebnisse:'
