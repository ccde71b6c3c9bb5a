#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What follows the deliberation of a sitting, as a clerk types it: closing, the minutes, the signature, approval and
# publication, and what was put right.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
rat=rat/2021-09-23

# antrag TOP: a motion on the agenda of the Rat, as this TOP; its number in $neu.
antrag() {
  motion motion.xml
  step sitzungsdienst einlesen motion.xml
  neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
  step sitzungsdienst schritt "$neu" einreichen
  step sitzungsdienst schritt $rat aufnehmen vorlage="$neu" top="$1"
}
echo '<text xmlns="urn:ratsweg:1"><p>Aussprache ohne Wortmeldung.</p></text>' >verlauf.xml
echo '<text xmlns="urn:ratsweg:1"><p>Fünf Bänke.</p></text>' >neu.xml
antrag 3.1
eins=$neu
antrag 3.2
zwei=$neu
step sitzungsdienst schritt $rat top-hinzufuegen titel='Bericht zur Lage' top=4
step sitzungsdienst schritt $rat einladen --wirksam 2021-08-23
step sitzungsdienst schritt $rat eroeffnen um=15:02
step sitzungsdienst ergebnis $rat 3.1 beschlossen --stimmen ja=8,nein=1,enthaltung=0

it 'closing is a fact; what is open is named'
mark
als sitzungsdienst schritt $rat niederschrift
refused zustand 'geht nicht im Zustand „eröffnet“'
step sitzungsdienst schritt $rat schliessen um=18:00
out_has "Noch ohne Ergebnis: TOP 3.2 ($zwei)."
out_has 'Noch ohne Ergebnis: TOP 4.'

it 'what is open is a task: the list of sittings names it, and no more when it is done'
run ratsweg liste sitzungen --csv
out_has '"Ohne Ergebnis"'
last=$(grep "^\"$rat\"" "$out" | tr -d "\r")
case $last in *";\"$zwei\"") ;; *) false ;; esac
verdict $? "$zwei and nothing else"

it 'the minutes have the text of a decision behind its sentence'
mark
als sitzungsdienst schritt $rat niederschrift --probe
status 0
untouched
step sitzungsdienst schritt $rat niederschrift
out_has 'Niederschrift im Entwurf'
out_has 'Beschlusstexte in der Niederschrift: 1.'
run ratsweg zeige $rat
out_has '<einleitung>Rat fasst folgenden Beschluss:</einleitung>'
out_has "<beschluss vorlage=\"$eins\""
mark
als sitzungsdienst schritt $rat niederschrift top=3.1
bad 'Was zu welchem TOP in die Niederschrift soll' '--text DATEI oder vermerk=TEXT'
step sitzungsdienst schritt $rat niederschrift top=3.1 --text verlauf.xml
run ratsweg zeige $rat
out_has 'Aussprache ohne Wortmeldung.'

it 'the signature asks for what is missing'
mark
als sitzungsdienst schritt $rat unterzeichnen vorsitz='Mitglied A' schriftfuehrung='Mitglied B'
refused niederschrift-vollstaendig "Ohne Ergebnis und ohne Vermerk: TOP 1, TOP 3.2 ($zwei) und TOP 4." 'vermerk=TEXT'
step sitzungsdienst schritt $rat niederschrift top=1 vermerk='Dazu war nichts zu beschließen.'
step sitzungsdienst schritt $rat niederschrift top=4 --text verlauf.xml
step sitzungsdienst schritt $rat niederschrift top=3.2 vermerk='Das Ergebnis ist strittig.'
mark
als sitzungsdienst schritt $rat unterzeichnen vorsitz='Mitglied A' schriftfuehrung='mitglied a'
bad 'Mitglied A kann nicht allein unterzeichnen' 'zwei verschiedene Personen'
step sitzungsdienst schritt $rat unterzeichnen vorsitz='Mitglied A' schriftfuehrung='Mitglied B'
out_has 'Niederschrift unterzeichnet.'

it 'after that no result, but a Berichtigung beside what was signed (G11)'
mark
als sitzungsdienst ergebnis $rat 3.2 beschlossen
refused G11 "Die Niederschrift der Sitzung $rat ist seit dem" "ratsweg schritt $rat berichtigung"
als sitzungsdienst ergebnis $rat 4 zur-kenntnis
refused G11 'TOP 4: Die Niederschrift'
err_has ' unterzeichnet; danach wird kein Ergebnis mehr eingetragen.'
als sitzungsdienst schritt $rat berichtigung top=3.1 --text neu.xml
refused grund '„Niederschrift berichtigen“ braucht eine Begründung.'
als sitzungsdienst schritt $rat berichtigung top=3.1 --grund Schreibfehler
bad 'Es fehlt der richtige Wortlaut' '--text DATEI'
step sitzungsdienst schritt $rat berichtigung top=3.1 --text neu.xml --grund Schreibfehler
run ratsweg zeige $rat
out_has '<grund>Schreibfehler</grund>'
out_has 'Fünf Bänke.'
out_has '<einleitung>Rat fasst folgenden Beschluss:</einleitung>'
it 'a result all the same, with a reason'
step sitzungsdienst ergebnis $rat 3.2 abgelehnt --grund 'so war es'

run ratsweg liste sitzungen
out_lacks "$zwei"

it 'publication and approval are marks of their own'
step sitzungsdienst schritt $rat niederschrift-veroeffentlichen wo='Ratsinformationssystem'
out_has 'Niederschrift veröffentlicht.'
mark
als sitzungsdienst schritt $rat genehmigen sitzung=rat/2031-01-01 top=1.4
bad "kann die Niederschrift von $rat nicht genehmigt sein: diese Sitzung gibt es nicht"
run ratsweg zeige $rat
sed -e "s|kennung=\"$rat\"|kennung=\"rat/2031-01-01\"|" -e 's/2021-09-23T/2031-01-01T/' \
  -e 's/ stand="[0-9]*"//;s/ zustand="[a-z-]*"//;s/ naechste-id="[0-9]*"//' \
  -e '/<eroeffnet/,/<tagesordnung/d' "$out" | sed -e '/<top/,$d' >spaeter.xml
echo '<tagesordnung><top nummer="1.4" oeffentlich="ja"><titel>Niederschrift</titel></top></tagesordnung></sitzung>' >>spaeter.xml
step sitzungsdienst einlesen spaeter.xml
step sitzungsdienst schritt $rat genehmigen sitzung=rat/2031-01-01 top=1.4
out_has 'Niederschrift genehmigt.'
run ratsweg zeige $rat
out_has 'sitzung="rat/2031-01-01"'
run ratsweg pruefe
status 0
