#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The sample's whole way: each stage of demo.sh leaves what it says, its store is clean, its ODTs are valid.
. "$top_srcdir/tests/cli/lib.sh"
today=$(date +%Y-%m-%d)

stages='entwurf freigegeben eingereicht apod afbl hauptausschuss rat'
for stufe in $stages; do
  mkdir "$stufe"
  { bash "$samples/demo.sh" "$stufe" --bis "$stufe" >"$stufe/said" 2>&1; echo $? >"$stufe/status"; } &
done
wait

stage() { # STUFE KENNUNG ZUSTAND ODTS
  it "up to $1"
  export RATSWEG_ABLAGE=$PWD/$1/ablage
  run cat "$1/said"
  [ "$(cat "$1/status")" = 0 ]
  verdict $? 'the demo works'
  out_has "Bis hierher: $1."
  run ratsweg zeige "$2"
  status 0
  out_has "zustand=\"$3\""
  cp "$out" vorlage.xml
  run sh -c "cd $1/odt && echo *"
  out_is "$4"
  for odt in "$1"/odt/*; do
    run unzip -tq "$odt"
    status 0
    # The last stage has them all.
    if [ "$1" = rat ] && [ -x "${RATSWEG_SHARED-}/odf/validate-odt" ]; then
      run "$RATSWEG_SHARED/odf/validate-odt" "$odt"
      status 0
    fi
  done
  run ratsweg pruefe
  status 0
  out_has 'Vollständig, unverändert, lückenlos: ja.'
}

results() { # the codes of the stations in their order, - where there is none
  local got
  got=$(sed -n '/<station /,/<\/station>\|\/>/p' vorlage.xml | tr -d '\n' | sed 's/<station /\n/g' |
    sed -n 's/.*<ergebnis code="\([^"]*\)".*/\1/p; /<ergebnis/!{/gremium/s/.*/-/p}' | xargs echo)
  last="results: $got"
  [ "$got" = "$1" ]
  verdict $? "the stations have $1"
}

stage entwurf entwurf-0001 entwurf 1-entwurf.odt
run ratsweg zeige 21874-21
status 2
err_has 'Die Kennung „21874-21“ ist unbekannt.'

stage freigegeben 21874-21 freigegeben '1-entwurf.odt 2-freigegeben.odt'
grep -q '<fassung nr="1" am="2021-08-19" anlass="freigeben"' vorlage.xml
verdict $? 'Fassung 1 is kept'
[ "$(grep -c 'zustand="gezeichnet"' vorlage.xml)" = 2 ]
verdict $? 'both signatures are there'
run ratsweg zeige entwurf-0001
status 0
same "$out" vorlage.xml
run ratsweg zeige drucksachen
out_has 'naechste="21875"'

stage eingereicht 21874-21 eingereicht '1-entwurf.odt 2-freigegeben.odt 3-eingereicht.odt'
results '- - - -'
[ "$(grep -c 'zustand="auf-to"' vorlage.xml)" = 4 ]
verdict $? 'all four stations are on an agenda'
for sitzung in apod/2021-09-02 afbl/2021-09-16 hauptausschuss/2021-09-23 rat/2021-09-23; do
  run ratsweg zeige "$sitzung"
  out_has 'zustand="eingeladen"'
  out_has 'vorlage="21874-21"'
done
it 'a sitting of 2021 can be opened today'
step sitzungsdienst schritt apod/2021-09-02 eroeffnen
out_has 'Sitzung eröffnet am 02.09.2021 15:00.'
run ratsweg zeige apod/2021-09-02
out_has '<eroeffnet>2021-09-02T15:00</eroeffnet>'
out_has 'zustand="eroeffnet"'
run ratsweg verlauf apod/2021-09-02 --csv
out_has '"02.09.2021"' # in effect on the sitting's day
run ratsweg verlauf apod/2021-09-02 --von "$today"
out_has eroeffnen # recorded today

odts='1-entwurf.odt 2-freigegeben.odt 3-eingereicht.odt'
stage apod 21874-21 in-beratung "$odts 4-apod.odt"
results 'empfohlen - - -'
stage afbl 21874-21 in-beratung "$odts 4-apod.odt 5-afbl.odt"
results 'empfohlen empfohlen - -'
stage hauptausschuss 21874-21 in-beratung "$odts 4-apod.odt 5-afbl.odt 6-hauptausschuss.odt"
results 'empfohlen empfohlen empfohlen -'
stage rat 21874-21 beschlossen "$odts 4-apod.odt 5-afbl.odt 6-hauptausschuss.odt 7-rat.odt"
results 'empfohlen empfohlen empfohlen beschlossen'

it 'the printed paper says what the store says'
unzip -p rat/odt/7-rat.odt content.xml >content.xml
for word in 21874-21 02.09.2021 16.09.2021 23.09.2021 Empfehlung Beschluss Begründung; do
  grep -q "$word" content.xml
  verdict $? "the ODT has $word"
done

it 'the demo does not touch a store that is there'
mark
run bash "$samples/demo.sh" "$PWD/rat"
status 2
err_has 'gibt es schon'
untouched
it 'the demo knows its stages'
run bash "$samples/demo.sh" "$PWD/other" --bis morgen
status 2
err_has 'Unbekannte Stufe: morgen'
not_there other
