#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Signing as the heads of offices do: what waits for me, many papers at once, side by side, late, refused, for another.
. "$top_srcdir/tests/cli/lib.sh"
demo entwurf
year=$(date +%Y)
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1"/>'
zeichner() { # DATEI ZEICHNER...: a draft that is to be signed; its Kennung in $neu
  papier "$1" beschlussvorlage "$rat" "$text_of_paper" "<mitzeichnung>$2</mitzeichnung>"
  step sachbearbeitung einlesen "$1"
  neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
  step sachbearbeitung schritt "$neu" vorlegen
}

it 'nothing waits'
als amtsleitung liste vorlagen --meine
status 0
out_is 'Nichts gefunden.'
it 'what waits for whom'
zeichner a.xml '<zeichner stelle="fb-1" bis="2021-08-20"/><zeichner stelle="dezernat-ob"/>'
a=$neu
out_has 'Zur Mitzeichnung an der Reihe: fb-1.'
zeichner b.xml '<zeichner stelle="fb-1" folge="1" bis="2999-12-31"/><zeichner stelle="dezernat-ob" folge="1"/>'
b=$neu
out_has 'Zur Mitzeichnung an der Reihe: fb-1 und dezernat-ob.'
zeichner c.xml '<zeichner stelle="fb-1" pflicht="nein"/><zeichner stelle="dezernat-ob"/>'
c=$neu
als amtsleitung liste vorlagen --meine
for paper in "$a" "$b" "$c"; do out_has "$paper"; done
out_lacks entwurf-0001
grep "^$a " "$out" | grep -q '20.08.2021  überfällig$'
verdict $? 'what is late says so'
! grep "^$b " "$out" | grep -q 'überfällig'
verdict $? 'what is not late does not'
grep "^$c " "$out" | grep -q 'kann, muss nicht'
verdict $? 'who only may sign is told'
run ratsweg liste vorlagen --bei dezernat-ob
out_lacks "$a"
out_has "$b"
out_has "$c"
run ratsweg liste sitzungen --meine
status 2
err_has 'gehen nur mit vorlagen.'
run ratsweg liste --bei fb-99
status 2
err_has 'Die Stelle „fb-99“ ist unbekannt.'

it 'many at once, each by itself'
als amtsleitung --probe schritt "$a,$b" mitzeichnen
status 0
out_has '2 von 2 gingen.'
als amtsleitung schritt "$a,entwurf-0001,$b,9999-99" mitzeichnen
status 2
out_has "$a:"
out_has '2 von 4 getan.'
err_has 'Abgelehnt (zustand): „mitzeichnen“ geht nicht im Zustand „Entwurf“'
err_has '9999-99: Die Kennung „9999-99“ ist unbekannt.'
als amtsleitung schritt "$a,$b" mitzeichnen
status 1
out_has '0 von 2 getan.'
mark
als amtsleitung --xml schritt "$a,$b" mitzeichnen
bad '--xml und --anfrage gehen nur mit einer einzigen Kennung.'
run ratsweg verlauf "$b"
grep -c 'amtsleitung' "$out" >zahl
[ "$(cat zahl)" = 1 ]
verdict $? 'each signature is an event of its own'

it 'in any order within a rank'
step dezernat schritt "$b" mitzeichnen
out_has "$b: in Mitzeichnung → mitgezeichnet."
it 'who only may sign keeps nobody waiting, and may say something'
step dezernat schritt "$c" mitzeichnen
out_has "$c: in Mitzeichnung → mitgezeichnet."
step amtsleitung schritt "$c" mitzeichnen stellungnahme='Bitte auch die Schulen.'
run ratsweg zeige "$c"
out_has '<kommentar>Bitte auch die Schulen.</kommentar>'

it 'a deputy sees and signs'
run ratsweg zeige amtsleitung
sed "s|</benutzer>|<vertretung fuer=\"dezernat\" ab=\"$year-01-01\" bis=\"$year-12-31\"/></benutzer>|" "$out" >vertretung.xml
step verwaltung einlesen vertretung.xml
als amtsleitung liste vorlagen --meine
grep "^$a " "$out" | grep -q 'in Vertretung für dezernat'
verdict $? 'with the account that is represented'
step amtsleitung --fuer dezernat schritt "$a" mitzeichnen
out_has 'dezernat-ob hat mitgezeichnet (in Vertretung).'
run ratsweg verlauf "$a" --csv
grep -q '"amtsleitung";"dezernat";"mitzeichnen"' "$out"
verdict $? 'the trail names both'
run ratsweg zeige "$a"
grep -A3 'stelle="dezernat-ob"' "$out" | tr -d '\n' | grep -q ' von="[0-9a-f]*".* fuer="[0-9a-f]*"'
verdict $? 'the paper names both'

it 'two accounts of one person are one pair of eyes'
for konto in schmidt:sachbearbeitung schmidt-2:freigabe; do
  step verwaltung benutzer anlegen "${konto%:*}" --rolle "${konto#*:}"
  run ratsweg zeige "${konto%:*}"
  sed 's|<benutzer |<benutzer person="00000000000000000000000000000001" |' "$out" >person.xml
  step verwaltung einlesen person.xml
done
papier eigen.xml beschlussvorlage "$rat"
step schmidt einlesen eigen.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
step schmidt schritt "$neu" vorlegen
mark
als schmidt-2 schritt "$neu" freigeben
refused vier-augen "$neu kann nicht von dem Konto freigegeben werden" 'Ein anderes Konto'
step freigabe schritt "$neu" freigeben
run ratsweg pruefe
status 0
