#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Two people edit one draft; answers that did not arrive; nothing happens twice and nothing typed is lost.
. "$top_srcdir/tests/cli/lib.sh"
demo entwurf
stage entwurf-0001 entwurf 1-entwurf.odt '- - - -'
run ratsweg zeige 21874-21
status 2
err_has 'Die Kennung „21874-21“ ist unbekannt.'
run ratsweg zeige entwurf-0001
cp "$out" stand1.xml
cp "$samples"/*.png .

it 'the first edit'
sed 's/keine personellen Auswirkungen/personelle Auswirkungen/' stand1.xml >meine.xml
sed 's/keine Auswirkung auf die Klimarelevanz/Auswirkung auf das Klima/' stand1.xml >deine.xml
step sachbearbeitung einlesen meine.xml
out_has 'vorlage entwurf-0001: neuer Stand eingelesen.'
out_has 'Geändert: Personelle Auswirkungen.'

it 'the second one is told, with both differences'
mark
als sachbearbeitung einlesen deine.xml
status 1
err_has 'deine.xml: die Datei beruht auf Stand 1, in der Ablage ist Stand 2; es wurde nichts gespeichert.'
err_has 'ratsweg zeige entwurf-0001'
untouched
sed -n '/Inzwischen in der Ablage geändert:/,/In Ihrer Datei geändert:/p' "$err" >theirs
sed -n '/In Ihrer Datei geändert:/,$p' "$err" >mine
grep -q '^  + .*entstehen personelle Auswirkungen' theirs && grep -q '^  - .*entstehen keine personellen' theirs
verdict $? 'what changed in the store'
grep -q '^  + .*besteht Auswirkung auf das Klima' mine && ! grep -q 'personelle Auswirkungen' mine
verdict $? 'what changed in the file'
it 'both at one place: the three wordings stand side by side'
sed 's/keine personellen Auswirkungen/nur geringe personelle Auswirkungen/' stand1.xml >selbe.xml
als sachbearbeitung einlesen selbe.xml
status 1
untouched
sed -n '/An derselben Stelle verschieden geändert; hier ist zu entscheiden:/,$p' "$err" >clash
grep -q '^  vorher:  .*entstehen keine personellen' clash && grep -q '^  Ablage:  .*entstehen personelle' clash &&
  grep -q '^  Datei:   .*entstehen nur geringe personelle' clash
verdict $? 'before, in the store, in the file'
err_lacks 'In Ihrer Datei geändert:'
it 'the help helps'
run ratsweg zeige entwurf-0001
sed 's/keine Auswirkung auf die Klimarelevanz/Auswirkung auf das Klima/' "$out" >beide.xml
step sachbearbeitung einlesen beide.xml
run ratsweg zeige entwurf-0001
out_has 'entstehen personelle Auswirkungen'
out_has 'besteht Auswirkung auf das Klima'

it 'the same file once more is harmless'
mark
als sachbearbeitung einlesen beide.xml
status 0
out_has 'vorlage entwurf-0001: unverändert, nichts zu speichern.'
untouched
it 'a file without changes writes no event'
run ratsweg zeige entwurf-0001
cp "$out" gleich.xml
als sachbearbeitung einlesen gleich.xml
status 0
out_has unverändert
untouched
als verwaltung einlesen "$samples"/gremien/rat.xml
status 2
err_has 'erwartet wird das Attribut stand="1"'
untouched
run ratsweg zeige rat
sed 's/Rat der Stadt/Stadtrat/' "$out" >rat.xml
step verwaltung einlesen rat.xml
run ratsweg zeige rat --stand 1
out_has 'Rat der Stadt'
run ratsweg zeige rat
out_has Stadtrat

it 'a version that does not exist yet'
sed 's/stand="[0-9]*"/stand="77"/' gleich.xml >vor.xml
sed -i 's/keine finanziellen/finanzielle/' vor.xml
mark
als sachbearbeitung einlesen vor.xml
status 1
err_has 'Stand 77'
untouched

it 'old versions stay'
run ratsweg zeige entwurf-0001 --stand 1
same "$out" stand1.xml
it 'the provisional Kennung finds the paper after its release'
step sachbearbeitung schritt entwurf-0001 vorlegen
step amtsleitung schritt entwurf-0001 mitzeichnen
step dezernat schritt entwurf-0001 mitzeichnen
step freigabe schritt entwurf-0001 freigeben
mark
als sachbearbeitung einlesen gleich.xml
[ "$rc" = 1 ]
verdict $? 'the draft of then is not taken'
untouched

it 'a request that comes twice happens once'
anfrage=00112233445566778899aabbccddeeff
step sachbearbeitung schritt 21874-21 einreichen --anfrage $anfrage
n1=$(sed -n 's/^Ereignis \([0-9]*\)\.$/\1/p' "$out")
before=$(events)
mark
als sachbearbeitung schritt 21874-21 einreichen --anfrage $anfrage
status 0
out_has "Diese Anfrage wurde schon ausgeführt (Ereignis $n1); es geschieht nichts zweimal."
untouched
[ "$(events)" = "$before" ]
verdict $? 'no further event'
it 'another request is another step'
als sachbearbeitung schritt 21874-21 einreichen --anfrage 10112233445566778899aabbccddeeff
status 1
untouched

it 'a check-in that comes twice happens once'
papier klein.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss"/>'
step sachbearbeitung einlesen klein.xml --anfrage 20112233445566778899aabbccddeeff
mark
als sachbearbeitung einlesen klein.xml --anfrage 20112233445566778899aabbccddeeff
status 0
out_has 'Diese Anfrage wurde schon ausgeführt'
untouched
run ratsweg zeige entwurf-0003
status 2
it 'an issue that comes twice happens once'
step sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o a.odt --anfrage 30112233445566778899aabbccddeeff
mark
als sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o b.odt --anfrage 30112233445566778899aabbccddeeff
status 0
out_has 'schon ausgeführt'
untouched
run ratsweg pruefe
status 0
