#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# After a paper was submitted: its text is corrected, an Anlage comes late, it is written anew before the first
# result; and a later Fassung is not voted on unless the members had it in time (G16).
. "$top_srcdir/tests/cli/lib.sh"
needs xmllint
demo eingereicht

# take FIND BY: the present text with FIND replaced, as neu.xml.
take() {
  run ratsweg zeige 21874-21
  sed "s|$1|$2|" "$out" >neu.xml
}

it 'the text is fixed, and the help says how it goes'
take 'Es besteht keine Auswirkung' 'Es besteht eine geringe Auswirkung'
mark
als sachbearbeitung einlesen neu.xml
refused text-fest 'Der Text von 21874-21 ist im Zustand „eingereicht“ fest' korrigieren
run ratsweg moeglich 21874-21
out_has 'ratsweg einlesen --schritt korrigieren'
als sachbearbeitung schritt 21874-21 korrigieren --grund so
bad '„korrigieren“ hat einen eigenen Befehl: ratsweg einlesen DATEI --schritt korrigieren.'
als sachbearbeitung einlesen neu.xml --schritt zurueckziehen --grund so
bad '„zurueckziehen“ nimmt keine Datei'

it 'corrected: a reason, a Fassung of its own, no new signatures'
als sachbearbeitung einlesen neu.xml --schritt korrigieren
refused grund 'braucht eine Begründung' '--grund TEXT'
als sachbearbeitung --probe einlesen neu.xml --schritt korrigieren --grund Schreibfehler
status 0
untouched
day=$(TZ=Europe/Berlin date +%d.%m.%Y)
step sachbearbeitung einlesen neu.xml --schritt korrigieren --grund Schreibfehler
out_has 'Die Unterschriften bleiben gültig.'
out_has 'Fassung 2 festgehalten.'
run ratsweg zeige 21874-21
out_has 'zustand="eingereicht"'
out_has 'anlass="korrigieren"'
out_lacks 'zustand="offen"'
for sicht in intern oeffentlich; do
  must ratsweg drucke 21874-21 --sicht $sicht -o $sicht.odt
  unzip -p $sicht.odt content.xml | grep -qF "korrigierte Fassung vom $day"
  verdict $? "$sicht.odt says from when the corrected text is"
done
it 'the text before is kept'
run ratsweg verlauf 21874-21
out_has 'Schreibfehler'
vorher=$(sed -n 's/.*<fassung nr="1".* stand="\([0-9]*\)".*/\1/p' <("$RATSWEG" zeige 21874-21))
run ratsweg zeige 21874-21 --stand "$vorher"
out_has 'Es besteht keine Auswirkung'
it 'the way is not corrected so'
take 'gremium="apod"' 'gremium="afbl"'
mark
als sachbearbeitung einlesen neu.xml --schritt korrigieren --grund so
refused korrektur-nur-text 'Eine Korrektur ändert an 21874-21 nicht: Beratungsfolge.' 'ratsweg station'

it 'a late Anlage, and nothing else'
take '</anlagen>' '<anlage titel="Gutachten"/></anlagen>'
mark
sed 's/geringe/große/' neu.xml >mehr.xml
als sachbearbeitung einlesen mehr.xml --schritt nachreichen --grund spät
refused nur-anlagen-dazu 'Zu 21874-21 werden nur neue Anlagen nachgereicht; die Datei ändert auch: ' korrigieren
step sachbearbeitung einlesen neu.xml --schritt nachreichen --grund spät
out_has 'Anlage „Gutachten“ nachgereicht.'
must ratsweg drucke 21874-21 -o anlage.odt
unzip -p anlage.odt content.xml | grep -qF "Gutachten (nachgereicht am $day)"
verdict $? 'is printed with its day'

it 'written anew before the first result: the same number, signed again'
take 'geringe Auswirkung' 'große Auswirkung'
als sachbearbeitung --probe einlesen neu.xml --schritt neufassen --grund 'neue Zahlen'
status 0
out_has '21874-21: eingereicht → in Mitzeichnung'

it 'voted on only when the members had it in time (G16)'
step sitzungsdienst schritt apod/2021-09-02 eroeffnen um=15:00
mark
als sitzungsdienst ergebnis 21874-21 apod empfohlen
refused G16 'Fassung 2 von 21874-21 ist erst vom ' 'ratsweg schritt apod/2021-09-02 tischvorlage top='
err_has 'zur Sitzung apod/2021-09-02 war spätestens am 25.08.2021 zuzustellen.'
als sitzungsdienst schritt apod/2021-09-02 tischvorlage top=1
bad 'TOP 1 hat keine Vorlage.'
top=$("$RATSWEG" zeige apod/2021-09-02 | tr -d '\n' | sed 's/<top /\n/g' |
  sed -n '/papier vorlage="21874-21"/s/.*nummer="\([^"]*\)".*/\1/p')
step sitzungsdienst schritt apod/2021-09-02 tischvorlage top="$top"
out_has '21874-21 liegt als Tischvorlage vor.'
step sitzungsdienst ergebnis 21874-21 apod empfohlen

it 'after a result it is another paper'
take 'geringe Auswirkung' 'große Auswirkung'
mark
als sachbearbeitung einlesen neu.xml --schritt neufassen --grund so
refused noch-kein-ergebnis '21874-21 hat schon ein Ergebnis: APOD (02.09.2021, Empfehlung), empfohlen.' \
  'ratsweg schritt 21874-21 ersetzen'
run ratsweg pruefe
status 0
