#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Before a sitting: the plan of a Beratungsfolge, the agenda from its Regularien to the Nachtrag, who was invited, and
# what a move of the sitting means for that.
# shellcheck disable=SC2034 # last is for lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
amt() { als sitzungsdienst schritt apod/2021-10-14 "$@"; }

it 'the plan with the real days'
mark
als sitzungsdienst plane 21874-21 --ziel rat/2021-09-23 --wirksam 2021-08-16
status 0
out_has 'APOD     Empfehlung     02.09.2021 15:00  19.08.2021       25.08.2021    apod/2021-09-02'
out_has 'HA       Empfehlung     23.09.2021 13:00'
out_has 'Einreichen bis 19.08.2021 (Vorlagenschluss: 10 Arbeitstage vorher).'
out_lacks Mitzeichnen
out_has 'Annahmen im Profil, noch nicht bestätigt: '
als sitzungsdienst plane 21874-21 --ziel rat/2021-09-23 --wirksam 2021-08-16 --xml
status 0
out_has 'sitzung="hauptausschuss/2021-09-23"'
untouched
it 'what does not work'
als sitzungsdienst plane 21874-21 --ziel rat/2021-09-23 --wirksam 2021-08-20
status 1
out_has 'APOD: der Vorlagenschluss war am 19.08.2021.'
out_has 'Auch mit keiner späteren Sitzung'
it 'no plan'
als sitzungsdienst plane rat/2021-09-23 --ziel rat/2021-09-23
bad 'rat/2021-09-23 ist keine Vorlage'
als sitzungsdienst plane 21874-21 --ziel 21874-21
bad 'ist keine Sitzung'
als sitzungsdienst plane 21874-21
bad 'Aufruf: ratsweg plane'
als sitzungsdienst plane 21874-21 --ziel rat/2021-09-23
bad 'kommt als Ziel nicht in Frage'

it 'an agenda begins with the Regularien'
sed 's|</kurz>|</kurz><mitglied person="000000000000000000000000000000a1" stimme="ja"/>|; s|kennung="apod"|& stand="1"|' \
  "$samples/gremien/apod.xml" >apod.xml
cat >sitzung.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="apod/2021-10-14" gremium="apod"><beginn>2021-10-14T15:00</beginn></sitzung>
S
step sitzungsdienst einlesen apod.xml sitzung.xml
amt top-hinzufuegen titel=Lage art=bericht
status 0
out_has 'Die Tagesordnung beginnt mit den Regularien (5 TOP).'
out_has '„Lage“ steht als TOP 2 auf der Tagesordnung.'
amt top-verschieben top=2 nach=3.10
out_has 'TOP 2 ist jetzt TOP 3.10.'
amt top-hinzufuegen titel=Vorher top=3.2
amt top-hinzufuegen titel=Personal oeffentlich=nein
out_has 'TOP NÖ 1'
run ratsweg zeige apod/2021-10-14
sed -n 's/.*<top nummer="\([^"]*\)".*/\1/p' "$out" | tail -3 | xargs echo >nummern
echo '3.2 3.10 1' | cmp -s - nummern
verdict $? 'the numbers stand as people count, the public part first'
it 'wrong input'
mark
amt top-verschieben top=77 nach=78
bad 'TOP „77“ gibt es in apod/2021-10-14 nicht genau einmal.'
amt top-hinzufuegen titel=X oeffentlich=vielleicht
bad 'oeffentlich=vielleicht ist unbekannt; erwartet wird ja oder nein.'

it 'to the other part'
amt oeffentlichkeit-aendern 'top=NÖ 1' --grund 'kein Schutz nötig'
status 0
out_has 'TOP NÖ 1 wird im öffentlichen Teil behandelt, als TOP 4.'

it 'who was invited'
amt einladen weg=Post 'an=Presse; Seniorenbeirat' --wirksam 2021-10-06
status 0
out_has 'Empfänger: 1 aus dem Gremium, 2 weitere; Weg: Post.'
amt zustellung an=Presse stand=unzustellbar
status 0
amt bekanntmachen wo=Amtsblatt
status 0
mark
amt zustellung an=Pressse stand=zugegangen
bad 'An „Pressse“ ging keine Einladung zur Sitzung apod/2021-10-14.'
it 'the Nachtrag, and the agenda as it was before'
amt top-hinzufuegen titel=Spät --grund eilt
out_has 'Übergangen (G5): '
amt nachtrag
status 0
run ratsweg zeige apod/2021-10-14
out_has 'aufnahme="nachtrag" nachtrag="1"'
stand=$(sed -n 's/.*<einladung version="1" am="[^"]*" stand="\([0-9]*\)".*/\1/p' "$out")
run ratsweg zeige apod/2021-10-14 --stand "$stand"
out_lacks '<titel>Spät</titel>'
out_has '<titel>Vorher</titel>'

it 'moved: invited to anew, in time'
amt verlegen termin=2021-10-21 --grund 'Raum gesperrt' --wirksam 2021-10-14
status 0
mark
als sitzungsdienst schritt apod/2021-10-21 einladen --wirksam 2021-10-14
refused G6 'war spätestens am 13.10.2021 einzuladen' '48 Stunden'
als sitzungsdienst schritt apod/2021-10-21 einladen --wirksam 2021-10-13
status 0
out_has 'Tagesordnung in Version 3'

it 'Dringlichkeit'
step sitzungsdienst schritt apod/2021-10-21 eroeffnen
mark
als sitzungsdienst schritt apod/2021-10-21 dringlichkeit titel=Flut --grund 'duldet keinen Aufschub'
bad 'die Abstimmung fehlt' 'ja=ZAHL nein=ZAHL'
als sitzungsdienst schritt apod/2021-10-21 dringlichkeit ja=9 nein=2 --grund 'duldet keinen Aufschub'
bad 'vorlage=NUMMER' 'titel=TEXT'
als sitzungsdienst schritt apod/2021-10-21 dringlichkeit titel=Flut ja=9 nein=2 --grund 'duldet keinen Aufschub'
status 0
out_has 'Die Tagesordnung ist wegen Dringlichkeit erweitert.'
run ratsweg pruefe
status 0
