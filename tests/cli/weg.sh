#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The sample's whole way, to its last committee and to its end; the other stages are checked by the tests that
# begin with them (stage in lib.sh).
. "$top_srcdir/tests/cli/lib.sh"
odts='1-entwurf.odt 2-freigegeben.odt 3-eingereicht.odt 4-apod.odt 5-afbl.odt 6-hauptausschuss.odt'

demo hauptausschuss
out_has 'Bis hierher: hauptausschuss.'
stage 21874-21 in-beratung "$odts" 'empfohlen empfohlen empfohlen -'
rm -rf probe
demo rat
out_has 'Bis hierher: rat.'
stage 21874-21 beschlossen "$odts 7-rat.odt" 'empfohlen empfohlen empfohlen beschlossen'
for odt in probe/odt/*; do
  if [ -x "${RATSWEG_SHARED-}/odf/validate-odt" ]; then
    run "$RATSWEG_SHARED/odf/validate-odt" "$odt"
    status 0
  fi
done

it 'the printed paper says what the store says'
unzip -p probe/odt/7-rat.odt content.xml >content.xml
for word in 21874-21 02.09.2021 16.09.2021 23.09.2021 Empfehlung Beschluss Begründung; do
  grep -q "$word" content.xml
  verdict $? "the ODT has $word"
done

it 'the demo does not touch a store that is there'
mark
run bash "$samples/demo.sh" "$PWD/probe"
status 2
err_has 'gibt es schon'
untouched
it 'the demo knows its stages'
run bash "$samples/demo.sh" "$PWD/other" --bis morgen
status 2
err_has 'Unbekannte Stufe: morgen'
not_there other
