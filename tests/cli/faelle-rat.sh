#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Council work that went wrong elsewhere: two stations on one day, and the next sitting that was none.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"

# sitzung KENNUNG BEGINN: a planned sitting.
sitzung() {
  cat >sitzung.xml <<S
<?xml version="1.0" encoding="UTF-8"?>
<sitzung xmlns="urn:ratsweg:1" kennung="$1" gremium="${1%%/*}">
  <beginn>$2</beginn>
</sitzung>
S
  step sitzungsdienst einlesen sitzung.xml
}
# next_station KENNUNG: what the list names as the next one.
next_station() {
  run ratsweg liste --csv
  grep "^\"$1\"" "$out" | cut -d\" -f10 >next
}
next_is() {
  next_station "$1"
  last="next: $(cat next)"
  [ "$(cat next)" = "$2" ]
  verdict $? "$1 goes on at $2"
}

it 'rat-same-day-stations: the order is not that of the file'
demo freigegeben
step sachbearbeitung schritt 21874-21 einreichen
for body in apod/2021-09-02 afbl/2021-09-16; do
  step sitzungsdienst schritt $body aufnehmen vorlage=21874-21 --wirksam 2021-08-20
  step sitzungsdienst schritt $body einladen --wirksam 2021-08-23
  step sitzungsdienst schritt $body eroeffnen
  step sitzungsdienst ergebnis 21874-21 "${body%%/*}" empfohlen
done
next_is 21874-21 'HA 23.09.2021'
for body in hauptausschuss/2021-09-23 rat/2021-09-23; do
  step sitzungsdienst schritt $body aufnehmen vorlage=21874-21 --wirksam 2021-08-20
  step sitzungsdienst schritt $body einladen --wirksam 2021-08-23
  step sitzungsdienst schritt $body eroeffnen
done
mark
als sitzungsdienst ergebnis 21874-21 rat beschlossen
refused G1 'Rat kann noch nicht entscheiden: HA (23.09.2021, Empfehlung) hat noch nicht abschließend beraten.'
step sitzungsdienst ergebnis 21874-21 hauptausschuss empfohlen
next_is 21874-21 'Rat 23.09.2021'
step sitzungsdienst ergebnis 21874-21 rat beschlossen
out_has '21874-21: in Beratung → beschlossen.'

it 'rat-same-day-stations: neither rank nor hour'
papier gleich.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss" termin="2021-12-16"/>
    <station gremium="hauptausschuss" zustaendigkeit="empfehlung" termin="2021-12-16"/>'
mark
als sachbearbeitung einlesen gleich.xml
refused G2 'Die Reihenfolge von Rat (16.12.2021, Beschluss) und HA (16.12.2021, Empfehlung) am selben Tag ist offen.'
it 'rat-same-day-stations: the hour alone'
sitzung rat/2021-12-16 2021-12-16T15:00
sitzung hauptausschuss/2021-12-16 2021-12-16T13:00
step sachbearbeitung einlesen gleich.xml
out_has 'Neuer Entwurf'

it 'rat-next-sitting'
rm -rf probe
demo freigegeben
step sachbearbeitung schritt 21874-21 einreichen
step sitzungsdienst schritt afbl/2021-09-16 verlegen termin=2021-09-14 --grund 'Raum gesperrt' --wirksam 2021-08-20
out_has 'Die Sitzung vom 16.09.2021 15:00 ist verlegt auf den 14.09.2021 15:00 (afbl/2021-09-14).'
out_has '21874-21: Station AFBL (14.09.2021, Empfehlung).'
run ratsweg zeige afbl/2021-09-16
out_has 'kennung="afbl/2021-09-14"'
out_has '<verlegt von="2021-09-16T15:00" am="2021-08-20"/>'
for day in 2021-09-30 2021-10-07 2021-11-04; do sitzung afbl/$day ${day}T15:00; done
motion motion.xml
sed -i 's/gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/gremium="afbl" zustaendigkeit="beschluss" folge="1" termin="2021-09-30"/' motion.xml
step sitzungsdienst einlesen motion.xml
step sitzungsdienst schritt 21875-21 einreichen
step sitzungsdienst schritt afbl/2021-09-30 aufnehmen vorlage=21875-21 --wirksam 2021-08-20
step sitzungsdienst schritt afbl/2021-09-30 einladen --wirksam 2021-08-23
step sitzungsdienst schritt afbl/2021-09-30 eroeffnen um=15:00
step sitzungsdienst schritt afbl/2021-09-30 schliessen um=15:10
step sitzungsdienst schritt afbl/2021-10-07 absagen --grund 'Herbstferien' --wirksam 2021-09-01
step sitzungsdienst schritt afbl/2021-09-14 aufnehmen vorlage=21874-21 --wirksam 2021-08-20
step sitzungsdienst schritt afbl/2021-09-14 einladen --wirksam 2021-08-23
step sitzungsdienst schritt afbl/2021-09-14 eroeffnen um=15:00
mark
als sitzungsdienst --probe ergebnis 21874-21 afbl vertagt
status 0
untouched
cp "$out" probe-sagt
step sitzungsdienst ergebnis 21874-21 afbl vertagt
for said in "$out" probe-sagt; do
  for text in 'Neue Station: AFBL (04.11.2021, Empfehlung)' 'Übersprungen: 30.09.2021 (geschlossen) und 07.10.2021 (abgesagt).' \
    'Station HA (23.09.2021, Empfehlung) behält ihren Termin; Kennzeichen: Vorberatung offen.' \
    'Station Rat (23.09.2021, Beschluss) behält ihren Termin; Kennzeichen: Vorberatung offen.'; do
    last="$said" rc=0
    grep -qF -- "$text" "$said"
    verdict $? "says $text"
  done
done
run ratsweg zeige 21874-21
out_has 'termin="2021-11-04"'
out_has 'nach="'

it 'rat-next-sitting: that one is cancelled, too'
step sitzungsdienst schritt afbl/2021-11-04 absagen --grund 'Grippe' --wirksam 2021-10-20
out_has '21874-21: Station AFBL (ohne Termin, Empfehlung); Kennzeichen: neu zu terminieren.'
next_station 21874-21
last="next: $(cat next)"
grep -q 'APOD' next
verdict $? 'the station before it waits first'
run ratsweg zeige 21874-21
out_has 'art="neu-zu-terminieren"'
it 'rat-next-sitting: a day takes the mark away'
sitzung afbl/2021-11-18 2021-11-18T15:00
afbl=$(grep -o 'id="[^"]*" folge="2" zustand="geplant"' "$out" | cut -d'"' -f2)
step sitzungsdienst station 21874-21 verlegen "${afbl:-afbl}" termin=2021-11-18 --grund 'neuer Termin'
run ratsweg zeige 21874-21
out_has 'termin="2021-11-18"'
last="zeige" rc=0
! grep -q 'neu-zu-terminieren' "$out"
verdict $? 'the mark is gone'
it 'rat-next-sitting: none is known'
step sitzungsdienst schritt hauptausschuss/2021-09-23 aufnehmen vorlage=21874-21 --wirksam 2021-08-20
step sitzungsdienst schritt hauptausschuss/2021-09-23 einladen --wirksam 2021-08-23
step sitzungsdienst schritt hauptausschuss/2021-09-23 eroeffnen um=13:00
step sitzungsdienst ergebnis 21874-21 hauptausschuss vertagt
out_has 'Neue Station: HA (ohne Termin, Empfehlung); die bisherige bleibt erhalten. Eine nächste Sitzung ist nicht bekannt.'
run ratsweg pruefe
status 0
