#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Guards among each other and what is left of them: who releases what, all objections at once, what may be
# overridden and by whom, the dry run of it, and the list of what was overridden.
. "$top_srcdir/tests/cli/lib.sh"
needs xmllint
demo eingereicht
export TZ=Europe/Berlin
today=$(date +%d.%m.%Y)
year=$(date +%Y)
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="4" termin="2021-09-23"/>'

# -- four eyes --

# konto NAME [FUER]: an account with every right on papers, which deputises for FUER.
konto() {
  step verwaltung benutzer anlegen "$1" --rolle sachbearbeitung,freigabe
  [ -n "${2-}" ] || return 0
  run ratsweg zeige "$1"
  sed "s|</benutzer>|<vertretung fuer=\"$2\" ab=\"$year-01-01\" bis=\"$year-12-31\"/></benutzer>|" "$out" >"$1.xml"
  step verwaltung einlesen "$1.xml"
}
# schreibt WORDS...: a new draft by this account (als's words); its Kennung in $neu.
schreibt() {
  step "$@" einlesen papier.xml
  neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
}
# aendert KONTO FIND BY: an edit of $neu.
aendert() {
  run ratsweg zeige "$neu"
  sed "s/$2/$3/" "$out" >neu.xml
  step "$1" einlesen neu.xml
}
same_eyes() { # NAME WORDS...: these must not release $neu, and are told that it is for NAME's work.
  mark
  als "${@:2}" schritt "$neu" freigeben --grund eilt
  refused vier-augen "$neu kann nicht von dem Konto freigegeben werden, das den Text zuletzt in der Sache geändert hat ($1)."
}
papier papier.xml beschlussvorlage "$rat"
konto eins
konto zwei eins
konto drei

it 'whoever is represented at the edit'
schreibt zwei --fuer eins
step drei schritt "$neu" vorlegen
same_eyes eins eins
same_eyes zwei zwei
same_eyes zwei zwei --fuer eins
step drei schritt "$neu" freigeben
it 'whoever is represented at the release'
schreibt eins
step drei schritt "$neu" vorlegen
same_eyes eins zwei --fuer eins
it 'editorial work does not bar the releaser'
aendert drei 'Darum\.' 'Darum also.'
out_has 'Redaktionell geändert: Begründung.'
step drei schritt "$neu" freigeben
it 'editorial work by another does not help'
schreibt drei
aendert eins 'Darum\.' 'Darum also.'
step eins schritt "$neu" vorlegen
same_eyes drei drei
it 'substance under another name'
aendert zwei '<abschnitt art="beschlussvorschlag"\(.*\)>' '<abschnitt art="begruendung"\1>'
out_has 'Geändert: Beschlussvorschlag.'
it 'the trail knows both'
run ratsweg verlauf entwurf-0002 --csv
grep -q '"zwei";"eins";"bearbeiten"' "$out"
verdict $? 'who acted and for whom'

# -- all at once --

it 'all that is wrong in a file'
papier falsch.xml beschlussvorlage '<station gremium="rad" zustaendigkeit="beschluss"/>' "$text_of_paper" \
  '<mitzeichnung><zeichner stelle="fb-99"/></mitzeichnung>'
mark
als sachbearbeitung einlesen falsch.xml
bad 'falsch.xml: ' 'das Gremium „rad“ (Zeile 13)' 'Unbekannte Stelle: fb-99 (Zeile 11).' 'ratsweg liste gremien' \
  'die Stelle zuerst einlesen'
it 'all that objects, what bars first'
als sitzungsdienst ergebnis 21874-21 rat geaendert-empfohlen --stimmen ja=1,nein=2
status 1
grep -o '^Abgelehnt ([^)]*)' "$err" | tr -d '\n' >names
last=$(cat names)
[ "$last" = 'Abgelehnt (G4)Abgelehnt (G3)Abgelehnt (G11)Abgelehnt (G1)Abgelehnt (G9)' ]
verdict $? 'in this order'
untouched
it 'a reason does not help against what bars'
als sitzungsdienst ergebnis 21874-21 rat geaendert-empfohlen --stimmen ja=1,nein=2 --grund so
status 1
[ "$(grep -c '^Abgelehnt' "$err")$(grep -c '^Übergangen' "$err")" = 14 ]
verdict $? 'one bars, four would be overridden'
out_empty
untouched
it 'rights and state at once'
als revision schritt 21874-21 freigeben
status 1
err_has 'Abgelehnt (G15): „freigeben“ steht dem Konto revision nicht zu'
err_has 'Abgelehnt (zustand): „freigeben“ geht nicht im Zustand „eingereicht“'
untouched
it 'whose right is missing'
als zwei --fuer eins ergebnis 21874-21 rat beschlossen
status 1
err_has '„Ergebnis einer Station eintragen“ steht dem Konto eins nicht zu: es hat die Rolle Sachbearbeitung und Freigabe.'

# -- days --

it 'a body that holds no sittings takes any day (G13)'
cat >vorstand.xml <<'G'
<gremium xmlns="urn:ratsweg:1" kennung="verwaltungsvorstand" art="intern" sitzungen="nein"><name>Verwaltungsvorstand</name></gremium>
G
step verwaltung einlesen vorstand.xml
papier intern.xml beschlussvorlage "$rat<station gremium=\"verwaltungsvorstand\" zustaendigkeit=\"empfehlung\" folge=\"1\" termin=\"2021-08-29\"/>"
step eins einlesen intern.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
step eins schritt "$neu" vorlegen
step drei schritt "$neu" freigeben
neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step eins schritt "$neu" einreichen
out_has 'Station Verwaltungsvorstand (29.08.2021, Empfehlung) ist verbindlich terminiert.'
step sitzungsdienst station "$neu" verlegen verwaltungsvorstand termin=2021-08-30 grund=später
mark
als sitzungsdienst station "$neu" verlegen rat termin=2021-09-02 grund=früher
refused G13 'Am 02.09.2021 hat Rat keine Sitzung.'

# -- what may be overridden, by whom, and what would be --

offen=('21874-21 steht auf der Tagesordnung von apod/2021-09-02' 'Übergehen darf die Rolle Sitzungsdienst, mit --grund TEXT.')
it 'what is possible with a reason, for who may'
run ratsweg --als sitzungsdienst moeglich 21874-21
sed -n '/^Möglich:/,/^Nicht möglich:/p' "$out" >moeglich
grep -A2 '^  schritt zurueckziehen' moeglich >schritt
grep -qF "nur mit --grund (nicht-auf-tagesordnung): ${offen[0]}" schritt
verdict $? 'with its objection'
grep -qF "${offen[1]}" schritt
verdict $? 'and who'
grep -A4 'Ergebnis eintragen: Rat 23.09.2021' moeglich | grep -c 'nur mit --grund (G1)' >zahl
[ "$(cat zahl)" -ge 1 ]
verdict $? 'each objection with its rule'
it 'and for who may not'
run ratsweg --als freigabe moeglich 21874-21
sed -n '/^Nicht möglich:/,$p' "$out" | grep -A2 '^  schritt zurueckziehen' >schritt
grep -qF "weil (nicht-auf-tagesordnung): ${offen[0]}" schritt
verdict $? 'it is not possible'
grep -qF "${offen[1]}" schritt
verdict $? 'and who may'
run ratsweg --als freigabe --xml moeglich 21874-21
[ "$(xmllint --xpath "string(//*[@schritt='zurueckziehen']/@moeglich)" "$out")" = nein ]
verdict $? 'the same as XML'
run ratsweg --als sitzungsdienst --xml moeglich 21874-21
[ "$(xmllint --xpath "string(//*[@schritt='zurueckziehen']/@moeglich)" "$out")" = 'mit Grund' ]
verdict $? 'the same as XML'

it 'a dry run without a reason'
mark
als sitzungsdienst --probe ergebnis 21874-21 rat beschlossen
status 1
err_has 'Abgelehnt (G11)'
err_has 'Abgelehnt (G1)'
err_has "${offen[1]}"
out_empty
untouched
it 'a dry run with one says what would be overridden'
als sitzungsdienst --probe ergebnis 21874-21 rat beschlossen --grund Dringlichkeit
status 0
out_has 'Probe: es würde geschehen (nichts ist gespeichert)'
out_has 'Übergangen (G11): Die Sitzung rat/2021-09-23 ist nicht eröffnet'
out_has 'Übergangen (G1): Rat kann noch nicht entscheiden: APOD (02.09.2021, Empfehlung), AFBL (16.09.2021, Empfehlung)'
untouched
it 'a dry run with one that does not count'
als sitzungsdienst --probe ergebnis 21874-21 rat beschlossen --grund '  '
status 1
err_has 'Abgelehnt (G1)'
als freigabe --probe schritt 21874-21 zurueckziehen --grund Dringlichkeit
status 1
err_has 'Abgelehnt (nicht-auf-tagesordnung)'
untouched

# -- what was overridden --

it 'nothing yet'
run ratsweg verlauf --uebergangen
status 0
out_is 'Keine Regel wurde übergangen.'

step sitzungsdienst schritt rat/2021-09-23 aufnehmen "vorlage=$neu" --grund 'Nachtrag, "eilt"'
nachtrag=$(sed -n 's/^Ereignis \(.*\)\.$/\1/p' "$out")
run ratsweg zeige drei
sed "s|</benutzer>|<vertretung fuer=\"sitzungsdienst\" ab=\"$year-01-01\" bis=\"$year-12-31\"/></benutzer>|" "$out" >drei.xml
step verwaltung einlesen drei.xml
step drei --fuer sitzungsdienst ergebnis 21874-21 rat beschlossen --grund 'Der Rat hat die Punkte getauscht;
siehe Niederschrift.'
ergebnis=$(sed -n 's/^Ereignis \(.*\)\.$/\1/p' "$out")
step sitzungsdienst schritt "$neu" zurueckziehen --grund erledigt
rueckzug=$(sed -n 's/^Ereignis \(.*\)\.$/\1/p' "$out")
offene='Rat kann noch nicht entscheiden: APOD (02.09.2021, Empfehlung), AFBL (16.09.2021, Empfehlung) und HA (23.09.2021, Empfehlung) haben noch nicht abschließend beraten.'

it 'the list for people'
run ratsweg verlauf --uebergangen
[ "$(grep -o '^Ereignis [0-9]*' "$out" | cut -d' ' -f2 | tr '\n' ' ')" = "$nachtrag $ergebnis $rueckzug " ]
verdict $? 'three events and no other'
out_has "Ereignis $nachtrag, erfasst am $today"
out_has "  Einwand (G5): Zur Sitzung rat/2021-09-23 ist schon eingeladen; $neu käme als Nachtrag oder als Dringlichkeit hinzu."
out_has '  Grund: Nachtrag, "eilt"'
out_has "wirksam am 23.09.2021: 21874-21, Rat: beschlossen"
out_has '  Einwand (G11): Die Sitzung rat/2021-09-23 ist nicht eröffnet (Zustand „eingeladen“); vorher gibt es kein Ergebnis.'
out_has "  Einwand (G1): $offene"
out_has '  Grund: Der Rat hat die Punkte getauscht;'
out_has '         siehe Niederschrift.'
out_has '  Wer:   drei für sitzungsdienst'
out_has "  Einwand (nicht-auf-tagesordnung): $neu steht auf der Tagesordnung von rat/2021-09-23;"
it 'the list as CSV'
run ratsweg verlauf --uebergangen --csv
head -n 1 "$out" | tr -d '\r' | grep -qxF '"Nr";"erfasst am";"wirksam";"wer";"für";"was";"Regel";"Einwand";"Grund"'
verdict $? 'has its heading'
out_has "\"drei\";\"sitzungsdienst\";\"21874-21, Rat: beschlossen\";\"G1\";\"$offene\";\"Der Rat hat die Punkte getauscht;"
out_has '"Nachtrag, ""eilt"""'
[ "$(grep -c "^\"$ergebnis\";" "$out")" = 2 ]
verdict $? 'a line for each objection'
it 'the list as XML'
run ratsweg verlauf --uebergangen --xml
at() { xmllint --xpath "string(//*[local-name()='uebergangen'][@nr='$1'][$2]/@$3)" "$out"; }
[ "$(at "$ergebnis" 2 regel)|$(at "$ergebnis" 2 einwand)|$(at "$ergebnis" 2 fuer)" = "G1|$offene|sitzungsdienst" ]
verdict $? 'rule, sentence and for whom'
[ "$(at "$rueckzug" 1 regel)|$(at "$rueckzug" 1 grund)" = 'nicht-auf-tagesordnung|erledigt' ]
verdict $? 'a rule without number by its name'
it 'the list of one document'
run ratsweg verlauf 21874-21 --uebergangen
out_has "Ereignis $ergebnis,"
out_lacks "Ereignis $nachtrag,"
run ratsweg verlauf rat/2021-09-23 --uebergangen
out_has "Ereignis $nachtrag,"
out_lacks "Ereignis $ergebnis,"
it 'the list of some days'
run ratsweg verlauf --uebergangen --bis "$(date -d yesterday +%Y-%m-%d)"
out_is 'Keine Regel wurde übergangen.'
it 'the sentences stay when the documents go on'
step sitzungsdienst schritt rat/2021-09-23 nachtrag
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
step sitzungsdienst ausgeben "$neu" --an Archiv --weg Akte -o archiv.odt
run ratsweg verlauf --uebergangen
out_has "  Einwand (nicht-auf-tagesordnung): $neu steht auf der Tagesordnung von rat/2021-09-23;"
out_has '  Einwand (G5): '
it 'and are printed nowhere'
run ratsweg drucke "$neu" --sicht intern -o intern.odt
status 0
for odt in archiv intern; do
  ! unzip -p $odt.odt content.xml | grep -qF 'wer sie jetzt zurückzieht'
  verdict $? "$odt.odt has none of it"
done
run ratsweg pruefe
status 0

# -- the tests themselves --

# Each guard of the rules is asserted by its name as an objection in a unit test of the steps.
it 'every guard of the rules'
for test in "$top_srcdir"/tests/unit/route-*.c; do tr '\n' ' ' <"$test"; done >units
guards=$(sed -n 's/.*<waechter name="\([^"]*\)".*/\1/p' "$top_srcdir/templates/nrw/regeln.xml")
[ "$(printf '%s\n' "$guards" | wc -l)" -gt 35 ]
verdict $? 'the rules are read'
for guard in $guards; do
  grep -qE "(assert_[a-z_]*refused_by|assert_kept_off|g_assert_nonnull \(refusal_of) \([^;]*\"$guard\"" units
  verdict $? "is met by a unit test: $guard"
done
