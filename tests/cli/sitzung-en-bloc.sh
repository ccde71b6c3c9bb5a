#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Results by TOP, one or many: the same guards as for a single result, all or nothing, one event a TOP.
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
# top KENNUNG: the station of a paper that the Rat was asked for first.
results() {
  run ratsweg zeige "$1"
  last="results of $1: $(grep -o '<ergebnis code="[^"]*"' "$out" | cut -d\" -f2 | xargs echo)"
  [ "$last" = "results of $1: $2" ]
  verdict $? "has the results $2"
}
# votes NUMBER: so many events of the last request, tied together as parts of it.
votes() {
  last="parts of the last request: $(sqlite3 "$RATSWEG_ABLAGE/ratsweg.db" 'SELECT count(*) FROM ereignis WHERE
    anfrage = (SELECT anfrage FROM ereignis ORDER BY seq DESC LIMIT 1)')"
  [ "$last" = "parts of the last request: $1" ]
  verdict $? "$1 events, tied together as one vote"
}
needs sqlite3
antrag 3.1
eins=$neu
antrag 3.2
zwei=$neu
antrag 3.3
drei=$neu
step sitzungsdienst schritt $rat einladen --wirksam 2021-08-23

it 'before the sitting is open nothing is recorded'
mark
als sitzungsdienst ergebnis $rat 3.1,3.3 beschlossen
refused G11 "TOP 3.1: Die Sitzung $rat ist nicht eröffnet" 'schritt rat/2021-09-23 eroeffnen'
err_has "TOP 3.3: Die Sitzung $rat ist nicht eröffnet"
step sitzungsdienst schritt $rat eroeffnen um=15:02

it 'rat-en-bloc-removed-item: the removed TOP is refused with its number, and nothing is written'
step sitzungsdienst ergebnis $rat 3.2 abgesetzt
out_has 'TOP 3.2: Station Rat (23.09.2021, Beschluss): von der Tagesordnung abgesetzt.'
mark
als sitzungsdienst ergebnis $rat 3.1-3.3 beschlossen --stimmen ja=8,nein=0,enthaltung=1
refused station-offen 'TOP 3.2: Die Station Rat ist nicht mehr offen: von der Tagesordnung abgesetzt.'
err_lacks 'TOP 3.1'
als sitzungsdienst ergebnis $rat 3.1,3.3,3.2 beschlossen --grund 'so war es'
refused station-offen 'TOP 3.2: Die Station Rat ist nicht mehr offen'
results "$eins" ''
results "$drei" ''

it 'rat-en-bloc-removed-item: the rest leaves it out'
als sitzungsdienst ergebnis $rat --rest wie-vorlage --stimmen ja=8,nein=0,enthaltung=1 --probe
status 0
out_has 'Probe: es würde geschehen'
untouched
step sitzungsdienst ergebnis $rat --rest wie-vorlage --stimmen ja=8,nein=0,enthaltung=1
out_has 'TOP 3.1: Station Rat (23.09.2021, Beschluss): beschlossen (8 Ja, 0 Nein, 1 Enthaltungen).'
out_has "TOP 3.3: $drei: in Beratung → beschlossen."
out_lacks 'TOP 3.2'
votes 2
results "$eins" beschlossen
results "$drei" beschlossen
out_has 'en-bloc="'
it 'rat-en-bloc-removed-item: the removed one waits without a date, its paper is untouched'
results "$zwei" abgesetzt
out_has 'zustand="eingereicht"'
run ratsweg liste
out_has 'Rat ohne Termin'
run ratsweg verlauf "$drei"
out_has "$drei, Rat: beschlossen (en bloc)"
run ratsweg verlauf "$zwei"
out_lacks '(en bloc)'
it 'a second time there is nothing left'
mark
als sitzungsdienst ergebnis $rat --rest wie-vorlage
status 0
out_is 'Kein TOP mit einer Vorlage ist mehr offen; nichts zu tun.'
untouched

it 'a TOP without a paper has its own result'
als sitzungsdienst ergebnis $rat 1 wie-vorlage
bad 'TOP 1: Hier gibt es keine Vorlage, der gefolgt wird.'
als sitzungsdienst ergebnis $rat 1 verwiesen --an apod
refused G3 'TOP 1: „verwiesen“ ist kein Ergebnis für einen TOP ohne Vorlage.' 'Möglich sind hier: '
step sitzungsdienst ergebnis $rat 1 zur-kenntnis
out_has 'TOP 1: Regularien: zur Kenntnis genommen.'
run ratsweg zeige $rat
out_has '<ergebnis code="zur-kenntnis" am="2021-09-23"/>'
mark
als sitzungsdienst ergebnis $rat 1 beschlossen
refused top-ohne-ergebnis 'TOP 1 hat schon ein Ergebnis: zur Kenntnis genommen.'
it 'a result has one home'
als sitzungsdienst schritt $rat ergebnis top=3.1 code=beschlossen
bad "Zu TOP 3.1 gibt es eine Vorlage, $eins" "ratsweg ergebnis $rat 3.1 CODE"
als sitzungsdienst schritt $rat ergebnis top=99 code=beschlossen
bad 'TOP „99“ gibt es in rat/2021-09-23 nicht genau einmal.'

it 'what is called for is there, once, and in its order'
als sitzungsdienst ergebnis $rat 3.1,9 beschlossen
bad 'TOP „9“ gibt es in rat/2021-09-23 nicht; auf der Tagesordnung stehen 1, 3.1, 3.2 und 3.3.'
als sitzungsdienst ergebnis $rat 3.1,3.1 beschlossen
bad 'TOP 3.1 steht doppelt.'
als sitzungsdienst ergebnis $rat 3.3-3.1 beschlossen
bad 'TOP 3.3 steht hinter TOP 3.1.'
als sitzungsdienst ergebnis $rat 3.1 beschlosen
bad 'TOP 3.1: Das Ergebnis „beschlosen“ ist unbekannt'
als sitzungsdienst ergebnis 21874-21 --rest wie-vorlage
bad '„21874-21“ ist keine Sitzung'
als sitzungsdienst ergebnis $rat 3.1
bad 'Aufruf: ratsweg ergebnis'
echo 'Der Rat beschließt.' >text
als sitzungsdienst ergebnis $rat 3.1,3.3 geaendert-beschlossen --text text
bad '--text gilt für einen TOP.'

run ratsweg pruefe
status 0
