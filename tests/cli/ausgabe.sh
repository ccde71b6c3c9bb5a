#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Answers: for people, as XML and as CSV, with the same facts; filters; a full disk behind stdout.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
needs xmllint
demo afbl
stage 21874-21 in-beratung '1-entwurf.odt 2-freigegeben.odt 3-eingereicht.odt 4-apod.odt 5-afbl.odt' \
  'empfohlen empfohlen - -'
today=$(date +%Y-%m-%d)
yesterday=$(date -d yesterday +%Y-%m-%d)

well_formed() {
  xmllint --noout "$out" 2>>"$err"
  verdict $? 'well-formed'
}
value() { xmllint --xpath "string($1)" "$out" 2>/dev/null; }
is() { # XPATH VALUE
  local got
  got=$(value "$1")
  last="$1 = $got" # in the report
  [ "$got" = "$2" ]
  verdict $? "$1 is $2"
}
# Our elements are in a namespace; name them by local name.
e() { printf "//*[local-name()='%s']" "$1"; }

it 'a step as XML'
als sitzungsdienst --xml schritt rat/2021-09-23 eroeffnen um=15:00
status 0
well_formed
err_empty
is "$(e antwort)/@status" getan
is "$(e antwort)/@kennung" rat/2021-09-23
is "$(e satz)[1]" 'rat/2021-09-23: eingeladen → eröffnet.'
nr=$(value "$(e antwort)/@ereignis")
[ "$nr" = $(($(events) - 1)) ]
verdict $? 'names its event'
it 'a refusal as XML has what people are told'
als sitzungsdienst ergebnis 21874-21 rat beschlossen
text=$(sed -n 's/^Abgelehnt (G1): //p' "$err")
quelle=$(sed -n 's/^  Quelle:  //p' "$err")
abhilfe=$(sed -n 's/^  Abhilfe: //p' "$err")
als sitzungsdienst --xml ergebnis 21874-21 rat beschlossen
status 1
well_formed
is "$(e antwort)/@status" abgelehnt
is "$(e antwort)/@ereignis" ''
is "$(e einwand)/@waechter" vorberatung-abgeschlossen
is "$(e einwand)/@regel" G1
is "$(e einwand)/@art" fragt
is "$(e einwand)/@uebergangen" nein
is "$(e text)" "$text"
is "$(e quelle)" "$quelle"
is "$(e abhilfe)" "$abhilfe"
[ -n "$text" ] && [ -n "$quelle" ] && [ -n "$abhilfe" ]
verdict $? 'people are told all three'
it 'a dry run as XML'
als sitzungsdienst --xml --probe ergebnis 21874-21 rat beschlossen --grund '<&">'
status 0
well_formed
is "$(e antwort)/@status" probe
is "$(e einwand)/@uebergangen" ja
it 'what was already done'
step sitzungsdienst --xml ergebnis 21874-21 hauptausschuss empfohlen --grund so --anfrage 00112233445566778899aabbccddeeff
als sitzungsdienst --xml ergebnis 21874-21 hauptausschuss empfohlen --anfrage 00112233445566778899aabbccddeeff
well_formed
is "$(e antwort)/@status" nichts

it 'errors are German sentences on stderr, also with --xml'
run ratsweg --xml zeige 4711-21
status 2
out_empty
err_has 'ist unbekannt.'

papier bezeichnet.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss" termin="2021-09-23"/>'
sed 's|<titel>.*</titel>|<titel>=SUMME(A1:A9)</titel>|' bezeichnet.xml >formel.xml
sed 's|<titel>.*</titel>|<titel>Ein „Titel“ mit "Zeichen"; \&lt;\&amp;</titel>|' bezeichnet.xml >zeichen.xml
step sachbearbeitung einlesen formel.xml zeichen.xml

it 'lists as XML'
for what in vorlagen sitzungen gremien stellen benutzer zaehler regeln profile briefkoepfe; do
  run ratsweg --xml liste $what
  status 0
  well_formed
done
run ratsweg --xml liste
is "count(//*[local-name()='vorlage'])" 3
is "//*[@kennung='entwurf-0003']/@titel" 'Ein „Titel“ mit "Zeichen"; <&'
is "//*[@kennung='21874-21']/@zustand" 'in Beratung'
is "//*[@kennung='21874-21']/@naechste" 'Rat 23.09.2021'
it 'lists as CSV'
run ratsweg liste --csv
out_has '"entwurf-0002";"20.08.2021";"'\''=SUMME(A1:A9)";"Entwurf";"Rat 23.09.2021"'
out_has '"Ein „Titel“ mit ""Zeichen""; <&"'
[ "$(grep -c $'\r$' "$out")" = 4 ]
verdict $? 'each line ends as RFC 4180 wants'
it 'a list for people'
run ratsweg liste
out_has 'Kennung'
out_has '21874-21      19.08.2021  Roadmap Memorandum zur Digitalisierung 2020 - 2025  in Beratung'
it 'filters'
run ratsweg liste --zustand entwurf
out_lacks 21874-21
out_has entwurf-0002
run ratsweg liste --zustand in-beratung --gremium apod
out_has 21874-21
out_lacks entwurf
run ratsweg liste --gremium kita
status 0
out_lacks 21874-21
run ratsweg liste vorlagen --von 2021-08-20
out_lacks 21874-21
out_has entwurf-0002
run ratsweg liste vorlagen --bis 2021-08-19
out_has 21874-21
out_lacks entwurf-0002
run ratsweg liste sitzungen --von 2021-09-16 --bis 2021-09-22
out_has afbl/2021-09-16
out_lacks apod/2021-09-02
out_lacks rat/2021-09-23
run ratsweg liste sitzungen --gremium rat
out_has rat/2021-09-23
out_lacks afbl
run ratsweg liste --zustand verworfen
out_is 'Nichts gefunden.'

it 'history'
run ratsweg verlauf --xml
well_formed
[ "$(xmllint --xpath "count($(e ereignis))" "$out")" = "$(events)" ]
verdict $? 'all events'
is "$(e ereignis)[@schritt='freigeben']/@wirksam" 19.08.2021
run ratsweg verlauf 21874-21
out_has 'mitgezeichnet → freigegeben'
out_lacks 'rat/2021-09-23: eingeladen'
run ratsweg verlauf entwurf-0001
out_has 'mitgezeichnet → freigegeben'
run ratsweg verlauf --von "$today" --bis "$today"
out_has freigeben
run ratsweg verlauf --bis "$yesterday"
out_is 'Kein Ereignis gefunden.'
run ratsweg verlauf 21874-21 --csv
head -n 1 "$out" | grep -q '^"Nr";"erfasst am";"wirksam"'
verdict $? 'CSV has its heading'

it 'possible steps as XML'
run ratsweg --xml --als sitzungsdienst moeglich 21874-21
status 0
well_formed
is "//*[@schritt='vorlegen']/@moeglich" nein
run ratsweg --als sitzungsdienst moeglich 21874-21
out_has 'Möglich:'
out_has 'Ergebnis eintragen: Rat 23.09.2021'

it 'a document as it was'
run ratsweg zeige 21874-21 --stand 1
out_has 'zustand="entwurf"'
run ratsweg zeige 21874-21 --am "$yesterday"
status 2
run ratsweg zeige 21874-21 --am "$today"
out_has 'zustand="in-beratung"'

it 'a full disk behind stdout'
for command in liste 'zeige 21874-21' 'verlauf' 'verlauf --csv' 'pruefe' '--xml liste' 'hilfe' 'drucke 21874-21 -o -' '--version'; do
  # shellcheck disable=SC2086 # words of a command
  "$RATSWEG" $command >/dev/full 2>"$err"
  rc=$? last=$command
  : >"$out"
  [ "$rc" = 3 ]
  verdict $? "$command: status 3"
  err_has 'Die Ausgabe konnte nicht vollständig geschrieben werden.'
done
it 'a reader that goes away'
"$RATSWEG" verlauf 2>"$err" | head -n 1 >/dev/null
[ "${PIPESTATUS[0]}" -le 3 ]
verdict $? 'is no fault of the program'

it 'help'
run ratsweg hilfe
status 0
for command in anlegen einlesen liste zeige moeglich schritt station ergebnis drucke ausgeben verlauf pruefe \
  wiederherstellen benutzer sicherung uebernehmen; do out_has "  $command "; done
run ratsweg hilfe ergebnis
out_has 'ratsweg ergebnis KENNUNG GREMIUM[/DATUM] CODE'
out_has '--stimmen'
run ratsweg --version
out_is "ratsweg ${RATSWEG_VERSION-0.1.0}"
