#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Eight processes take forty steps each at once: none is lost, none happens twice, numbers have no gaps.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo entwurf
: >fehler
motion motion.xml
before=$(events)

# Forty steps a process: ten times three motions in one transaction, and one of them is submitted.
clerk() {
  local i kennung
  for i in $(seq 10); do
    "$RATSWEG" --als sitzungsdienst einlesen motion.xml motion.xml motion.xml >"said.$1" 2>>fehler ||
      echo "einlesen $1 $i: $?" >>fehler
    sed -n 's/^Drucksachen-Nr. \(.*\) vergeben\.$/\1/p' "said.$1" >>"numbers.$1"
    kennung=$(tail -n 1 "numbers.$1")
    "$RATSWEG" --als sitzungsdienst schritt "$kennung" einreichen >/dev/null 2>>fehler ||
      echo "einreichen $kennung: $?" >>fehler
  done
}
start=$(date +%s)
for p in 1 2 3 4 5 6 7 8; do clerk $p & done
# Meanwhile others look.
for i in $(seq 10); do
  "$RATSWEG" liste >/dev/null 2>>fehler || echo "liste $i: $?" >>fehler
done
wait
echo "# $(($(date +%s) - start)) seconds"

it 'eight writers at once'
# shellcheck disable=SC2034 # for the report
last='eight writers' rc=0
cp fehler "$err"
[ ! -s fehler ]
verdict $? 'no step fails'
[ "$(cat numbers.* | wc -l)" = 240 ]
verdict $? 'each motion has a number'
[ "$(cat numbers.* | sort | uniq -d | wc -l)" = 0 ]
verdict $? 'no number comes twice'
seq -f '%05.0f-21' 21874 22113 >expected
sort <(cat numbers.*) | cmp -s - expected
verdict $? 'the numbers have no gap'
run ratsweg zeige drucksachen
out_has 'naechste="22114"'
[ "$(events)" = $((before + 320)) ]
verdict $? 'each step is one event'
run ratsweg liste --zustand eingereicht --csv
[ "$(grep -c '"zur Tagesordnung angemeldet"' "$out")" = 80 ]
verdict $? 'each of the third motions is submitted'
run ratsweg pruefe
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'

it 'one and the same step by eight'
for p in 1 2 3 4 5 6 7 8; do
  { "$RATSWEG" --als sachbearbeitung schritt entwurf-0001 vorlegen >/dev/null 2>&1; echo $? >"status.$p"; } &
done
wait
[ "$(cat status.* | sort | tr -d '\n')" = 01111111 ]
verdict $? 'is taken once and refused seven times'
it 'one and the same request by eight'
for p in 1 2 3 4 5 6 7 8; do
  { "$RATSWEG" --als amtsleitung schritt entwurf-0001 mitzeichnen --anfrage 00112233445566778899aabbccddeeff >"said.$p" 2>&1
    echo $? >"status.$p"; } &
done
wait
[ "$(cat status.* | sort | tr -d '\n')" = 00000000 ] && [ "$(cat said.* | grep -c 'schon ausgeführt')" = 7 ]
verdict $? 'is answered eight times and happens once'
[ "$(events)" = $((before + 322)) ]
verdict $? 'two more events'
