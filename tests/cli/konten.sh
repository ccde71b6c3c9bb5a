#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Who acts: accounts belong to logins of the operating system, roles say what they may do, deputies have dates.
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht
today=$(date +%Y-%m-%d)

it 'an account of another login'
step verwaltung benutzer anlegen fremd --rolle sitzungsdienst --anmeldung niemand-hier
mark
als fremd schritt apod/2021-09-02 eroeffnen
status 2
err_has 'Als „fremd“ kann die Anmeldung „'
err_has 'nicht handeln: das Konto nennt sie nicht.'
untouched
als fremd liste
status 2
it 'an account that does not exist'
als wer schritt apod/2021-09-02 eroeffnen
status 2
err_has 'Das Konto „wer“ gibt es nicht.'
err_has 'ratsweg liste benutzer'
als sitzungsdienst --fuer wer schritt apod/2021-09-02 eroeffnen
status 2
err_has 'Das Konto „wer“ gibt es nicht.'
untouched

it 'the default is verwaltung among several'
run ratsweg benutzer anlegen neben --rolle revision
status 0
run ratsweg verlauf neben
tail -n 1 "$out" | grep -q ' verwaltung '
verdict $? 'the trail names it'
run ratsweg moeglich 21874-21
out_has 'für das Konto verwaltung'
it 'the only account of a login'
run ratsweg anlegen eine
status 0
run ratsweg -C eine benutzer
out_has verwaltung
run ratsweg -C eine moeglich drucksachen
out_has 'für das Konto verwaltung'

it 'accounts are listed with their names'
run ratsweg benutzer
status 0
for konto in sachbearbeitung amtsleitung dezernat freigabe sitzungsdienst revision verwaltung fremd; do out_has "$konto"; done

it 'each role does its own'
mark
deny() { # KONTO COMMAND...
  als "$@"
  status 1
  err_has "steht dem Konto $1 nicht zu"
  untouched
}
papier p.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss"/>'
deny revision einlesen p.xml
deny sitzungsdienst einlesen p.xml
deny amtsleitung einlesen p.xml
deny dezernat schritt 21874-21 zurueckziehen --grund weg
deny sachbearbeitung schritt apod/2021-09-02 eroeffnen
deny freigabe ergebnis 21874-21 apod empfohlen --grund so
deny sachbearbeitung station 21874-21 streichen apod grund=weg
deny sachbearbeitung benutzer anlegen neu --rolle revision
deny sitzungsdienst benutzer anlegen neu --rolle verwaltung
sed 's/<office:body>/<!-- neu --><office:body>/' "$top_srcdir/templates/dortmund/vorlage.fodt" >vorlage.fodt
deny sachbearbeitung einlesen vorlage.fodt
it 'an auditor looks at everything'
for command in 'liste' 'zeige 21874-21' 'verlauf' 'pruefe' 'drucke 21874-21 -o r.odt'; do
  # shellcheck disable=SC2086 # words of a command
  als revision $command
  status 0
done
untouched

it 'an account comes once'
als verwaltung benutzer anlegen revision --rolle revision
status 2
err_has revision
untouched
it 'an account that is locked'
run ratsweg zeige revision
sed 's/<benutzer /<benutzer gesperrt="ja" /' "$out" >gesperrt.xml
step verwaltung einlesen gesperrt.xml
als revision liste
status 2
err_has 'Das Konto „revision“ ist gesperrt.'
it 'the id of an account cannot be changed'
run ratsweg zeige amtsleitung
sed 's/ id="[0-9a-f]*"/ id="00112233445566778899aabbccddeeff"/' "$out" >andere.xml
mark
als verwaltung einlesen andere.xml
bad 'andere.xml, Zeile ' 'wird von Ratsweg geführt'

it 'a deputy, in its time'
run ratsweg zeige sachbearbeitung
cp "$out" sb.xml
sed "s|</benutzer>|  <vertretung fuer=\"sitzungsdienst\" ab=\"2020-01-01\" bis=\"2020-12-31\"/>\n</benutzer>|" sb.xml >vorbei.xml
step verwaltung einlesen vorbei.xml
mark
als sachbearbeitung --fuer sitzungsdienst schritt apod/2021-09-02 eroeffnen
refused G15 'Das Konto sachbearbeitung vertritt sitzungsdienst am' 'Vertretung mit Beginn und Ende'
run ratsweg zeige sachbearbeitung
sed "s/bis=\"2020-12-31\"/bis=\"$today\"/" "$out" >heute.xml
step verwaltung einlesen heute.xml
step sachbearbeitung --fuer sitzungsdienst schritt apod/2021-09-02 eroeffnen
run ratsweg verlauf apod/2021-09-02
[ "$(tail -n 1 "$out" | grep -c 'sachbearbeitung.*sitzungsdienst')" = 1 ]
verdict $? 'the trail names both'
it 'a deputy has the rights of the one represented, and not its own'
mark
als sachbearbeitung --fuer sitzungsdienst einlesen p.xml
refused G15 '„Text bearbeiten“ steht dem Konto'
it 'what the trail keeps of persons'
run ratsweg pruefe
status 0
