#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A sitting as a clerk types it: who is there, who leaves, who is befangen, votes with figures and by name,
# interruptions, and a quorum that is missing.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
rat=rat/2021-09-23

# person KENNUNG NAME
person() {
  printf '<person xmlns="urn:ratsweg:1" kennung="%s"><name>%s</name></person>\n' "$1" "$2" >"$1.xml"
}
# antrag TOP [oeffentlich=nein]: a motion on the agenda of the Rat, as this TOP; its number in $neu.
antrag() {
  motion motion.xml
  step sitzungsdienst einlesen motion.xml
  neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
  step sitzungsdienst schritt "$neu" einreichen
  step sitzungsdienst schritt $rat aufnehmen vorlage="$neu" top="$1" "${@:2}"
}
it 'persons have a Kennung that says nothing, and a name'
for i in 1 2 3 4 5; do person p-$i "Mitglied $(printf '%s' ABCDE | cut -c$i)"; done
person p-9 'Vertretung Z'
step sitzungsdienst einlesen p-*.xml
run ratsweg liste personen
out_has 'p-3      Mitglied C'
must ratsweg zeige rat
{
  grep -v '</gremium>' "$out"
  for i in 1 2 3 4 5; do echo "<mitglied person=\"p-$i\" stimme=\"ja\" fraktion=\"rot\"/>"; done
  echo '</gremium>'
} >rat.xml
step sitzungsdienst einlesen rat.xml
for top in 3.1 3.2 3.3 3.4; do antrag $top; done
antrag 3.5 oeffentlich=nein
step sitzungsdienst schritt $rat einladen --wirksam 2021-09-10
mark
als sitzungsdienst schritt $rat anwesenheit person=p-1 bis=16:10
refused zustand 'geht nicht im Zustand „eingeladen“'

it 'at the beginning all are there'
step sitzungsdienst schritt $rat eroeffnen um=15:02
out_has 'Anwesend sind zunächst alle 5 Mitglieder.'
it 'names will do, also a part of one, and several'
step sitzungsdienst schritt $rat anwesenheit person='mitglied e' fehlt=entschuldigt
out_has 'Mitglied E: entschuldigt.'
out_has 'Stimmberechtigt anwesend: 4 von 5.'
step sitzungsdienst schritt $rat anwesenheit person=Vertretung fuer=p-5
out_has 'Vertretung Z i. V. für Mitglied E: anwesend.'
out_has 'Stimmberechtigt anwesend: 5 von 5.'
mark
als sitzungsdienst schritt $rat anwesenheit person=mitglied bis=16:10
bad '„mitglied“ kann mehrere meinen: p-1 (Mitglied A), ' 'die Kennung nennen'
als sitzungsdienst schritt $rat anwesenheit person=Niemand bis=16:10
bad 'Unbekannte Person: Niemand.' 'ratsweg liste personen'
als sitzungsdienst schritt $rat anwesenheit person=p-1 bis=4
bad 'bis=4 ist keine Uhrzeit'
als sitzungsdienst schritt $rat anwesenheit person=p-1 fehlt=krank
bad 'fehlt=krank ist unbekannt; erwartet wird entschuldigt, unentschuldigt oder nein.'
als sitzungsdienst schritt $rat anwesenheit person=p-1 bis=16:10 --probe
status 0
out_has 'Mitglied A: anwesend bis 16:10 Uhr.'
untouched
run ratsweg zeige $rat
out_has '<person person="p-5" klasse="mitglied" fehlt="entschuldigt"/>'
out_has '<person person="p-9" klasse="mitglied" fuer="p-5"/>'

it 'figures that fit who is there (G8)'
mark
als sitzungsdienst ergebnis $rat 3.1 beschlossen --stimmen ja=3,nein=1,enthaltung=0
refused G8 'TOP 3.1: 4 Stimmen bei 5 anwesenden Stimmberechtigten, die mitwirken durften.' 'nicht-abgestimmt=N'
step sitzungsdienst ergebnis $rat 3.1 beschlossen --stimmen ja=3,nein=1,enthaltung=0,nicht-abgestimmt=1
out_has 'beschlossen (3 Ja, 1 Nein, 0 Enthaltungen, 1 nicht abgestimmt).'

it 'who is befangen does not vote (G17)'
step sitzungsdienst schritt $rat befangen top=3.2 person='Mitglied B' raum=zuhoererraum
out_has 'TOP 3.2: Mitglied B ist befangen und bleibt im Zuhörerraum.'
mark
als sitzungsdienst ergebnis $rat 3.2 beschlossen --stimmen ja=5,nein=0,enthaltung=0
refused G8 'TOP 3.2: 5 Stimmen bei 4 anwesenden'
als sitzungsdienst ergebnis $rat 3.2 beschlossen --namentlich ja=p-1,p-2,p-3,p-9
refused G17 'TOP 3.2: Befangen und doch bei der Abstimmung genannt: Mitglied B.'
step sitzungsdienst ergebnis $rat 3.2 beschlossen --namentlich ja='Mitglied A,Mitglied C' --namentlich nein=p-4 \
  --namentlich enthaltung=p-9
out_has 'beschlossen (2 Ja, 1 Nein, 1 Enthaltungen).'

mark
als sitzungsdienst schritt $rat befangen top=3.5 person=p-2 raum=zuhoererraum
refused G17 'TOP 3.5 ist nichtöffentlich: wer befangen ist, bleibt auch nicht im Zuhörerraum.' 'raum=verlassen'

it 'somebody leaves; whoever enters a vote of before says when it was'
step sitzungsdienst schritt $rat anwesenheit person=p-1 bis=16:10
mark
als sitzungsdienst ergebnis $rat 3.3 beschlossen --stimmen ja=5,nein=0,enthaltung=0
refused G8 'TOP 3.3: 5 Stimmen bei 4 anwesenden'
als sitzungsdienst ergebnis $rat 3.3 beschlossen --fraktion Rot:ja=2 --fraktion Blau:ja=1 --stimmen ja=4,nein=0
refused fraktionen-ergeben-summe 'TOP 3.3: Die Fraktionen haben zusammen 3 Stimmen „ja“, angegeben sind 4.'
als sitzungsdienst ergebnis $rat 3.3 beschlossen --fraktion Rot
bad '--fraktion Rot: erwartet wird NAME:ja=N'
step sitzungsdienst ergebnis $rat 3.3 beschlossen --stimmen ja=5,nein=0,enthaltung=0 --um 16:05 --geheim
run ratsweg pruefe
status 0

it 'interrupted and gone on with'
step sitzungsdienst schritt $rat unterbrechen um=16:30
out_has 'Sitzung unterbrochen um 16:30 Uhr.'
step sitzungsdienst schritt $rat fortsetzen um=16:45

it 'a quorum is there until it is found missing (G7)'
mark
als sitzungsdienst schritt $rat beschlussunfaehig um=16:50
refused G7 'Anwesend sind 4 von 5 stimmberechtigten Mitgliedern, davon 4 Ratsmitglieder; das genügt.' 'bis=hh:mm'
step sitzungsdienst schritt $rat anwesenheit person=p-2,p-3 bis=16:48
out_has 'Stimmberechtigt anwesend: 2 von 5; für die Beschlussfähigkeit genügt das nicht'
step sitzungsdienst schritt $rat beschlussunfaehig um=16:50
out_has 'Beschlussunfähigkeit festgestellt um 16:50 Uhr.'
out_has 'TOP 3.4: Station Rat (23.09.2021, Beschluss): nicht behandelt.'
out_has 'TOP 3.5: Station Rat (ohne Termin, Beschluss); Kennzeichen: zweite Ladung'
it 'after that nothing is decided'
mark
als sitzungsdienst ergebnis $rat 1 beschlossen
refused G7 'TOP 1: „beschlossen“ geht nicht: für rat/2021-09-23 ist festgestellt, dass das Gremium beschlussunfähig ist.'
run ratsweg pruefe
status 0
