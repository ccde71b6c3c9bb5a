#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Beschlusskontrolle as the office does it: from the decision of the sample's paper, which "nimmt zur Kenntnis und
# beauftragt", to the body that takes note of what was done.
# shellcheck disable=SC2034
. "$top_srcdir/tests/cli/lib.sh"
needs xmllint
demo rat
year=$(TZ=Europe/Berlin date +%Y)
a1=A-$year-0001 a2=A-$year-0002

# lists COMMAND... -- KENNUNG...: the list holds these, in this order, and no other.
lists() {
  local words=()
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  shift
  run ratsweg liste auftraege --xml "${words[@]}"
  status 0
  last="${words[*]}: $(grep -o '<auftrag [^>]*kennung="[^"]*"\|<beschluss [^>]*vorlage="[^"]*"' "$out" |
    sed 's/.*"\(.*\)"$/\1/' | xargs echo)"
  [ "${last#*: }" = "$*" ]
  verdict $? "these: $*"
}

it 'the decision charges the administration'
lists --fehlende -- 21874-21
lists --fehlende --gremium apod --
lists --
run ratsweg liste auftraege --fehlende
out_has '21874-21  Rat      23.09.2021  beschlossen'

it 'what cannot be charged'
mark
als sitzungsdienst schritt 21874-21 beauftragen station=rat amt=fb-99 text=Berichten
bad 'Unbekannt oder doppelt: die Stelle „fb-99“.' 'ratsweg liste stellen' 'beschluss, pruefauftrag und anfrage'
als sitzungsdienst schritt 21874-21 beauftragen station=rat amt=fb-1
bad 'Es fehlt text=…'
als sitzungsdienst schritt 21874-21 beauftragen station=rat amt=fb-1 text=Berichten frist=2022-02-30
bad 'frist=2022-02-30 ist kein Tag'
als sitzungsdienst schritt 21874-21 beauftragen station=rat amt=fb-1 text=Berichten oeffentlich=vielleicht
bad 'oeffentlich=vielleicht ist unbekannt; erwartet wird ja oder nein.'
als sachbearbeitung schritt 21874-21 beauftragen station=rat amt=fb-1 text=Berichten
refused G15 'Auftrag aus dem Beschluss anlegen' 'Sitzungsdienst'
als sitzungsdienst schritt 21874-21 beauftragen station=apod amt=fb-1 text=Berichten
refused beschluss-gefasst 'APOD hat über 21874-21 nichts beschlossen, was einen Auftrag ergäbe: empfohlen.' \
  'Das Gremium nennen, das beschlossen hat: Rat.'

it 'a dry run says what would be'
als sitzungsdienst --probe schritt 21874-21 beauftragen station=rat amt=fb-1,dezernat-ob text=Berichten frist=31.12.2022
status 0
out_has "Auftrag $a1 an fb-1, Frist 31.12.2022: Berichten"
out_has "Auftrag $a2 an dezernat-ob, Frist 31.12.2022: Berichten"
untouched

it 'two offices are charged at once'
step sitzungsdienst schritt 21874-21 beauftragen station=rat amt=fb-1,dezernat-ob frist=31.12.2022 \
  text='Die Maßnahmen im Dialog umsetzen' intern='mit der Kämmerei abstimmen'
lists --fehlende --
lists -- "$a1" "$a2"
lists --amt fb-1 -- "$a1"
lists --vorlage 21874-21 -- "$a1" "$a2"
lists --gremium apod --
lists --gremium rat -- "$a1" "$a2"
there "probe/ablage/auftraege/$year/$a1.xml"
run ratsweg zeige "$a1"
status 0
out_has '<beschluss vorlage="21874-21" '
out_has '<text>Die Maßnahmen im Dialog umsetzen</text>'
out_has '<intern>mit der Kämmerei abstimmen</intern>'
run ratsweg zeige 21874-21
out_has 'auftrag="erteilt"'
it 'nothing is due any more'
mark
als sitzungsdienst schritt 21874-21 kein-auftrag station=rat grund=so
refused auftrag-erwartet 'Der Beschluss von Rat über 21874-21 steht nicht in der Liste der Beschlüsse ohne Auftrag.'

it 'an order is corrected as a file, but not what it comes from'
run ratsweg zeige "$a2"
sed 's/Dialog/steten Dialog/' "$out" >auftrag.xml
step sachbearbeitung einlesen auftrag.xml
run ratsweg zeige "$a2"
out_has 'im steten Dialog'
sed 's/gremium="rat"/gremium="apod"/' "$out" >anders.xml
mark
als sachbearbeitung einlesen anders.xml
bad 'wird von Ratsweg geführt'
it 'none comes in as a file alone'
sed 's/ stand="[0-9]*"//; s/kennung="[^"]*"/kennung="A-1999-0001"/' auftrag.xml >neu.xml
als sachbearbeitung einlesen neu.xml
bad 'wird von Ratsweg geführt'

it 'its way'
step sachbearbeitung schritt "$a1" umsetzen text='Projektgruppe eingesetzt'
run ratsweg liste auftraege --amt fb-1
out_has 'in Umsetzung'
out_has 'Projektgruppe eingesetzt'
mark
als sachbearbeitung schritt "$a1" erledigt-melden
bad 'Es fehlt nachweis=…'
als sachbearbeitung schritt "$a1" erledigt-melden 'nachweis= '
refused nachweis-vorhanden "Für $a1 fehlt der Nachweis der Erledigung." 'nachweis=TEXT'
als sachbearbeitung schritt "$a1" kenntnisnahme sitzung=rat/2021-09-23
status 1
err_has 'Abgelehnt (zustand)'
untouched
lists --ueberfaellig -- "$a1" "$a2"
step sachbearbeitung schritt "$a1" erledigt-melden nachweis='Drucksache 22333-22'
it 'what is reported as done is not overdue, nor what has time'
lists --ueberfaellig -- "$a2"
step sitzungsdienst schritt "$a2" frist-setzen frist=2999-12-31 --grund 'mehr Zeit'
lists --ueberfaellig --

it 'the body is told'
cat >sitzung.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="rat/2021-12-16" gremium="rat"><beginn>2021-12-16T15:00</beginn></sitzung>
S
sed 's/"rat/"apod/g' sitzung.xml >apod.xml
step sitzungsdienst einlesen sitzung.xml apod.xml
mark
als sitzungsdienst schritt apod/2021-12-16 berichten
refused auftraege-vorhanden 'Für APOD gibt es keinen Auftrag, über den zu berichten wäre.' 'Nichts zu tun.'
step sitzungsdienst schritt rat/2021-12-16 berichten
out_has 'Bericht zur Sitzung rat/2021-12-16: 1 offen, 1 erledigt oder überholt.'
mark
als sitzungsdienst schritt "$a1" kenntnisnahme sitzung=rat/2021-12-16
refused sitzung-des-auftrags ' nicht Kenntnis nehmen können: die Sitzung ist im Zustand „geplant“.' 'ratsweg schritt rat/2021-12-16 eroeffnen'
als sitzungsdienst schritt "$a1" kenntnisnahme sitzung=apod/2021-12-16
refused sitzung-des-auftrags 'es ist die Sitzung eines anderen Gremiums.' 'sitzung=rat/'
it 'it takes note'
step sitzungsdienst schritt "$a1" kenntnisnahme sitzung=rat/2021-09-23
it 'what was reported as done is reported once'
lists --gremium rat -- "$a2"
lists --gremium rat --alle -- "$a1" "$a2"
lists --zustand erledigt -- "$a1"
step sitzungsdienst schritt "$a2" ueberholen --grund 'neu geregelt'
lists --gremium rat -- "$a2"
step sitzungsdienst schritt rat/2021-12-16 berichten
lists --gremium rat --

it 'a suspended decision stands still'
step sitzungsdienst schritt "$a1" wieder-aufnehmen --grund 'es fehlt noch etwas'
step sitzungsdienst schritt 21874-21 aussetzen station=rat --grund Beanstandung
mark
als sachbearbeitung schritt "$a1" erledigt-melden nachweis=Bericht
refused beschluss-nicht-ausgesetzt "$a1 ruht: der Beschluss von Rat über 21874-21 ist ausgesetzt." 'aussetzung-beenden'
it 'until the suspension ends'
step sitzungsdienst schritt 21874-21 aussetzung-beenden station=rat --grund 'kein Verstoß'
step sachbearbeitung schritt "$a1" erledigt-melden nachweis=Bericht

it 'a committee decides: the time in which somebody may object'
papier klein.xml beschlussvorlage '<station gremium="apod" zustaendigkeit="beschluss" folge="1" termin="2021-12-16"/>' \
  '<abschnitt art="beschlussvorschlag"><p>Die Verwaltung wird gebeten zu berichten.</p></abschnitt>
  <abschnitt art="begruendung"><p>Darum.</p></abschnitt>'
step sachbearbeitung einlesen klein.xml
klein=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
step sachbearbeitung schritt "$klein" vorlegen
step freigabe schritt "$klein" freigeben
klein=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step sachbearbeitung schritt "$klein" einreichen
step sitzungsdienst ergebnis "$klein" apod beschlossen --grund 'nachgetragen'
out_has "der Auftrag fehlt noch: ratsweg schritt $klein beauftragen station=apod"
lists --fehlende -- "$klein"
step sitzungsdienst schritt "$klein" beauftragen station=apod amt=fb-1 text=Berichten
a3=$(grep -o "A-$year-[0-9]*" "$out" | head -n 1)
mark
als sachbearbeitung schritt "$a3" umsetzen --wirksam 2021-12-17
refused einspruchsfrist-abgelaufen ' darf am 17.12.2021 noch nicht ausgeführt werden: gegen den Beschluss von APOD läuft' 'Warten, bis'
step sachbearbeitung schritt "$a3" umsetzen

it 'a decision that is taken back'
step sitzungsdienst schritt "$klein" aussetzen station=apod --grund Widerspruch
step sitzungsdienst ergebnis "$klein" apod abgelehnt --grund 'erneut beraten'
mark
als sachbearbeitung schritt "$a3" erledigt-melden nachweis=Bericht
refused beschluss-gilt "Der Beschluss von APOD über $klein gilt nicht mehr: das Gremium hat erneut und anders entschieden." \
  "ratsweg schritt $a3 ueberholen"
step sitzungsdienst schritt "$a3" ueberholen --grund 'Beschluss aufgehoben'

it 'options belong to their list'
mark
run ratsweg liste vorlagen --ueberfaellig
bad 'gehören zu „liste auftraege“'
run ratsweg liste auftraege --fehlende --alle
bad 'Zu --fehlende gehört nur --gremium.'
run ratsweg liste auftraege --von 2021-01-01
bad '--von und --bis gehören nicht'

it 'the store is whole, and the list is made anew as it was'
run ratsweg pruefe
status 0
run ratsweg liste auftraege --alle --csv
cp "$out" vorher
step verwaltung wiederherstellen
run ratsweg liste auftraege --alle --csv
same "$out" vorher
