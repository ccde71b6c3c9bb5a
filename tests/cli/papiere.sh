#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Papers beside the Vorlage as a clerk enters them: what hangs on a Drucksache and counts below its number, what has no
# vote, and questions with their answers.
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht
rat='termin="2021-09-23" folge="1"'
export KOPF='<antragsteller>Fraktion Blau</antragsteller>' EINGANG='<eingang>2021-08-20T09:15</eingang>'
bezug() { echo "<bezuege><bezug drucksache=\"$1\" art=\"ergaenzung\"/></bezuege>"; }
antragstext='<abschnitt art="antragstext"><p>In Ziffer 1 wird „jährlich“ durch „halbjährlich“ ersetzt.</p></abschnitt>'

it 'an amendment counts below its paper'
papier aenderung.xml aenderungsantrag "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" $rat/>" "$antragstext" \
  "$(bezug 21874-21)"
step sitzungsdienst einlesen aenderung.xml
out_has 'Drucksachen-Nr. 21874-21-E1 vergeben.'
out_has '21874-21-E1 hängt an 21874-21 (Änderungsantrag).'
it 'and so does a statement of the administration'
KOPF='<fachbereich>1</fachbereich>' papier stellung.xml stellungnahme '' \
  '<abschnitt art="stellungnahme"><p>Dem kann gefolgt werden.</p></abschnitt>' "$(bezug 21874-21)"
step sitzungsdienst einlesen stellung.xml
out_has 'Drucksachen-Nr. 21874-21-E2 vergeben.'
run ratsweg zeige 21874-21
out_has '<kind vorlage="21874-21-E1" art="aenderungsantrag"/>'
out_has '<kind vorlage="21874-21-E2" art="stellungnahme"/>'
it 'a number of its own range is not used up'
motion antrag.xml
step sitzungsdienst einlesen antrag.xml
out_has 'Drucksachen-Nr. 21875-21 vergeben.'
it 'what hangs on nothing'
papier allein.xml aenderungsantrag '' "$antragstext"
mark
als sitzungsdienst einlesen allein.xml
refused hauptpapier-genannt \
  'das Papier muss an genau einer Drucksache dieser Ablage hängen, die eine Nummer hat: genannt ist keine.'
err_has ' muss an genau einer Drucksache dieser Ablage hängen, die eine Nummer hat: '
err_has 'bezug mit art="ergaenzung"'
papier anders.xml aenderungsantrag '' "$antragstext" "$(bezug 99999-99)"
als sitzungsdienst einlesen anders.xml
refused hauptpapier-genannt '„99999-99“ ist hier keine'
it 'both are printed'
run ratsweg drucke 21874-21-E1 -o e1.odt
status 0
unzip -p e1.odt content.xml | grep -q '21874-21-E1'
verdict $? 'with the number'
run ratsweg drucke 21874-21 -o haupt.odt
status 0
! unzip -p haupt.odt content.xml | grep -q '21874-21-E1'
verdict $? 'the main paper says nothing of them'

it 'nothing is public before it is published'
mark
als sitzungsdienst schritt 21874-21 veroeffentlichung-zuruecknehmen --grund Irrtum
refused ist-veroeffentlicht '21874-21 ist nicht veröffentlicht; zurückzunehmen ist nichts.'
err_has ' ist nicht veröffentlicht; zurückzunehmen ist nichts.'
als sitzungsdienst schritt 21874-21 oeffentlichkeit-aendern oeffentlich=vielleicht --grund Irrtum
bad 'oeffentlich=vielleicht ist unbekannt; erwartet wird ja oder nein.'
step sitzungsdienst schritt 21874-21 veroeffentlichen
mark
als sitzungsdienst schritt 21874-21 veroeffentlichen
refused noch-nicht-veroeffentlicht '21874-21 ist schon seit dem '
err_has ' ist schon seit dem '
step sitzungsdienst schritt 21874-21 oeffentlichkeit-aendern oeffentlich=nein --grund 'Der Rat hat es so beschlossen.'
out_has 'Die Veröffentlichung von 21874-21 ist zurückgenommen am '
mark
als sitzungsdienst schritt 21874-21 veroeffentlichen
refused G10 '21874-21 ist nichtöffentlich und wird nicht veröffentlicht.' 'oeffentlichkeit-aendern oeffentlich=ja'
als sitzungsdienst drucke 21874-21 -o geheim.odt
status 2
not_there geheim.odt
step sitzungsdienst schritt 21874-21 oeffentlichkeit-aendern oeffentlich=ja --grund Irrtum

it 'a Mitteilung is not voted on'
papier mitteilung.xml mitteilungsvorlage "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" $rat/>" \
  '<abschnitt art="begruendung"><p>Es ist warm.</p></abschnitt>'
step sachbearbeitung einlesen mitteilung.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
step sachbearbeitung schritt "$neu" vorlegen
step freigabe schritt "$neu" freigeben
neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
mark
als sachbearbeitung schritt "$neu" einreichen
refused zustaendigkeit-der-papierart 'Mitteilung: Rat (23.09.2021, Beschluss)'
err_has ' passt nicht; vorgesehen ist nur Kenntnisnahme.'

it 'a question and its answer'
papier anfrage.xml anfrage "<station gremium=\"rat\" zustaendigkeit=\"kenntnisnahme\" $rat/>" \
  '<abschnitt art="fragen"><ol><li>Wie viele Bänke gibt es?</li></ol></abschnitt>'
step sitzungsdienst einlesen anfrage.xml
frage=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step sitzungsdienst schritt "$frage" einreichen
step sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage="$frage" --grund Nachtrag
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
mark
als sitzungsdienst ergebnis "$frage" rat beantwortet
refused antwort-vorhanden "$frage hat noch keine Antwort." "ratsweg schritt $frage beantworten"
als sitzungsdienst schritt "$frage" beantworten
bad "Es fehlt, womit $frage beantwortet ist." 'muendlich=TEXT'
KOPF='<fachbereich>1</fachbereich>' papier antwort.xml antwort '' \
  '<abschnitt art="antwort"><p>Zwölf.</p></abschnitt>' "$(bezug "$frage")"
step sitzungsdienst einlesen antwort.xml
out_has "Drucksachen-Nr. $frage-E1 vergeben."
step sitzungsdienst schritt "$frage" beantworten vorlage="$frage-E1"
out_has "Antwort auf $frage: $frage-E1."
step sitzungsdienst ergebnis "$frage" rat beantwortet
out_has 'in Beratung → beantwortet'

it 'a paper that is withdrawn takes along what hangs on it'
papier vorlage.xml antrag '<station gremium="rat" zustaendigkeit="beschluss"/>' "$antragstext"
step sitzungsdienst einlesen vorlage.xml
neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
papier aenderung.xml aenderungsantrag '' "$antragstext" "$(bezug "$neu")"
step sitzungsdienst einlesen aenderung.xml
step sitzungsdienst schritt "$neu" zurueckziehen --grund 'Die Fraktion verzichtet.'
out_has "$neu-E1: erledigt, weil $neu zurückgezogen ist."
run ratsweg zeige "$neu-E1"
out_has 'zustand="erledigt"'
out_has "erledigt-durch=\"$neu\""
run ratsweg pruefe
status 0
