#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Decisions that cannot wait (§ 60 GO NRW), as the Sitzungsdienst records them: the Hauptausschuss in the place of the
# Rat, and two signatures without a sitting; both go to approval in the next sitting.
# shellcheck disable=SC2034 # last, for the harness
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht
cat >herbst.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="rat/2021-10-14" gremium="rat"><beginn>2021-10-14T15:00</beginn></sitzung>
S
step sitzungsdienst einlesen herbst.xml

# eingereicht DATEI STATIONS: a paper that is submitted; its number in $neu.
eingereicht() {
  papier "$1" beschlussvorlage "$2"
  step sachbearbeitung einlesen "$1"
  neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
  step sachbearbeitung schritt "$neu" vorlegen
  step freigabe schritt "$neu" freigeben
  neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
  step sachbearbeitung schritt "$neu" einreichen
}
state() {
  run ratsweg zeige "$neu"
  out_has " zustand=\"$1\""
}

it 'the Hauptausschuss is to decide in the place of the Rat'
eingereicht eilig.xml '<station gremium="apod" zustaendigkeit="empfehlung" folge="1" termin="2021-09-02"/>
  <station gremium="hauptausschuss" zustaendigkeit="empfehlung" folge="2" termin="2021-09-23"/>
  <station gremium="rat" zustaendigkeit="beschluss" folge="3"/>'
eil() { als sitzungsdienst schritt "$neu" eilentscheidung-vorsehen "station=$1" "${@:2}"; }
mark
eil hauptausschuss
refused grund 'braucht eine Begründung.'
eil apod --grund 'Förderfrist 30.09.'
refused eil-gremium 'APOD kann nicht anstelle des Rates entscheiden; das kann nur der Hauptausschuss.' eilentscheiden
als freigabe schritt "$neu" eilentscheidung-vorsehen station=hauptausschuss --grund so
refused G15 'steht dem Konto freigabe nicht zu'
als sitzungsdienst --probe schritt "$neu" eilentscheidung-vorsehen station=hauptausschuss --grund 'Förderfrist 30.09.'
status 0
out_has 'Station HA (23.09.2021, Empfehlung) wird zu HA (23.09.2021, Beschluss).'
untouched
step sitzungsdienst schritt "$neu" eilentscheidung-vorsehen station=hauptausschuss --grund 'Förderfrist 30.09.'
out_has 'Station HA (23.09.2021, Empfehlung) wird zu HA (23.09.2021, Beschluss).'
step sitzungsdienst drucke "$neu" -o eilig.odt
unzip -p eilig.odt content.xml | tr -d '\n' | grep -c 'Beschluss.*Beschluss' >zahl
[ "$(cat zahl)" = 1 ]
verdict $? 'the paper says Beschluss for the Hauptausschuss as for the Rat'

it 'it decides, and the Rat approves in its next sitting'
step sitzungsdienst schritt hauptausschuss/2021-09-23 aufnehmen vorlage="$neu" --grund Nachtrag
step sitzungsdienst schritt hauptausschuss/2021-09-23 eroeffnen um=13:00
mark
als sitzungsdienst --probe ergebnis "$neu" hauptausschuss beschlossen --abstimmung einstimmig
status 0
out_has 'Zur Genehmigung in der nächsten Sitzung: Rat (14.10.2021, Genehmigung), bisher Rat (ohne Termin, Beschluss).'
untouched
step sitzungsdienst ergebnis "$neu" hauptausschuss beschlossen --abstimmung einstimmig
out_has 'Zur Genehmigung in der nächsten Sitzung: Rat (14.10.2021, Genehmigung), bisher Rat (ohne Termin, Beschluss).'
out_has "$neu: in Beratung → eilentschieden, noch zu genehmigen."
out_has 'Station APOD (02.09.2021, Empfehlung) entfällt (überholt).'
state eilentschieden
run ratsweg liste --zustand eilentschieden
out_has 'Rat 14.10.2021'
it 'until the Rat has approved it cannot be withdrawn or dropped'
mark
als sitzungsdienst schritt "$neu" zurueckziehen --grund so
refused zustand 'geht nicht im Zustand „eilentschieden, noch zu genehmigen“'
als sitzungsdienst station "$neu" streichen rat --grund so
refused entscheidung-bleibt 'Ohne Rat bliebe'
it 'the approval is put off'
step sitzungsdienst schritt rat/2021-10-14 aufnehmen vorlage="$neu"
step sitzungsdienst schritt rat/2021-10-14 einladen --wirksam 2021-09-30
step sitzungsdienst schritt rat/2021-10-14 eroeffnen um=15:00
mark
als sitzungsdienst ergebnis "$neu" rat beschlossen
refused G3 '„beschlossen“ ist kein Ergebnis für Rat mit der Zuständigkeit Genehmigung.' genehmigt
step sitzungsdienst ergebnis "$neu" rat vertagt
out_has 'Neue Station: Rat (ohne Termin, Genehmigung); die bisherige bleibt erhalten. Eine nächste Sitzung ist nicht bekannt.'
state eilentschieden
it 'and comes'
sed 's/2021-10-14/2021-11-18/g' herbst.xml >winter.xml
step sitzungsdienst einlesen winter.xml
step sitzungsdienst schritt rat/2021-11-18 aufnehmen vorlage="$neu"
step sitzungsdienst schritt rat/2021-11-18 einladen --wirksam 2021-11-01
step sitzungsdienst schritt rat/2021-11-18 eroeffnen um=15:00
step sitzungsdienst ergebnis "$neu" rat genehmigt --stimmen ja=70,nein=3,enthaltung=0
out_has "$neu: eilentschieden, noch zu genehmigen → beschlossen."
state beschlossen

it 'two signatures, no sitting'
eingereicht deich.xml '<station gremium="hauptausschuss" zustaendigkeit="empfehlung" folge="1" termin="2021-09-23"/>
  <station gremium="rat" zustaendigkeit="beschluss" folge="2" termin="2021-11-18"/>'
sign() { als sitzungsdienst schritt "$neu" eilentscheiden --wirksam 2021-09-20 --grund 'Der Deich droht zu brechen.' "$@"; }
mark
sign gremium=rat ob='OB Muster'
bad 'Es fehlt mitglied=…'
sign gremium=rat ob='OB Muster' mitglied=' '
bad 'mitglied= nennt niemanden'
sign gremium=rat ob='OB Muster' mitglied='OB Muster'
bad 'OB Muster kann nicht allein entscheiden' 'mitglied=NAME'
sign gremium=rad ob='OB Muster' mitglied='Ratsmitglied A'
bad 'das Gremium „rad“'
sign gremium=apod ob='OB Muster' mitglied='Ratsmitglied A'
refused eil-genehmigung "APOD ist in der Beratungsfolge von $neu nicht für die Entscheidung offen" 'station'
step sitzungsdienst schritt "$neu" eilentscheiden gremium=rat ob='OB Muster' mitglied='Ratsmitglied A' \
  --wirksam 2021-09-20 --grund 'Der Deich droht zu brechen.'
out_has 'Eilentscheidung vom 20.09.2021 anstelle von Rat, unterschrieben von OB Muster und Ratsmitglied A.'
out_has 'Zur Genehmigung in der nächsten Sitzung: Rat (23.09.2021, Genehmigung), bisher Rat (18.11.2021, Beschluss).'
out_has 'Station HA (23.09.2021, Empfehlung) entfällt (überholt).'
run ratsweg zeige "$neu"
out_has '<unterschrift>Ratsmitglied A</unterschrift>'
run ratsweg drucke "$neu" -o deich.odt
status 0
! unzip -p deich.odt content.xml | grep -q 'Deich droht'
verdict $? 'the reason is not printed for the public'
it 'the Rat annuls it'
step sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage="$neu" --grund Nachtrag
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
step sitzungsdienst ergebnis "$neu" rat aufgehoben
out_has "$neu: eilentschieden, noch zu genehmigen → aufgehoben."
run ratsweg pruefe
status 0
