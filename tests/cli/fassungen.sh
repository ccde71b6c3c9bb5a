#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The text on its way: a committee changes it, the next one deliberates on that, what hangs on the paper is voted on
# first, and where each paragraph in force comes from.
. "$top_srcdir/tests/cli/lib.sh"
needs xmllint
demo eingereicht
export KOPF='<antragsteller>Fraktion Blau</antragsteller>' EINGANG='<eingang>2021-08-20T09:15</eingang>'

papier zwei.xml antrag '<station gremium="apod" zustaendigkeit="empfehlung" termin="2021-09-02" folge="1"/>
  <station gremium="afbl" zustaendigkeit="empfehlung" termin="2021-09-16" folge="1"/>
  <station gremium="rat" zustaendigkeit="beschluss" termin="2021-09-23" folge="2"/>' \
  '<abschnitt art="antragstext"><p>Bänke.</p></abschnitt>'
step sitzungsdienst einlesen zwei.xml
neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step sitzungsdienst schritt "$neu" einreichen
for sitzung in apod/2021-09-02 afbl/2021-09-16 rat/2021-09-23; do
  step sitzungsdienst schritt $sitzung aufnehmen vorlage="$neu" --grund Nachtrag
done

it 'as it was submitted'
run ratsweg zeige 21874-21 --beschlusstext
status 0
out_has '21874-21, Fassung 1'
out_has '    (aus 21874-21)'
run ratsweg zeige rat/2021-09-23 --beschlusstext
status 2
err_has 'ist keine Vorlage und hat keinen Beschlusstext'
run ratsweg zeige 21874-21 --beschlusstext --stand 2
status 2

it 'a committee changes it'
printf 'Der Rat beschließt die Roadmap.\n\nEr wird halbjährlich unterrichtet.\n' >apod.txt
step sitzungsdienst schritt apod/2021-09-02 eroeffnen um=15:00
step sitzungsdienst ergebnis 21874-21 apod geaendert-empfohlen --text apod.txt
out_has 'Fassung 2: der geänderte Text von APOD (02.09.2021, Empfehlung) ist Grundlage der weiteren Beratung.'
run ratsweg zeige 21874-21 --beschlusstext
out_has '21874-21, Fassung 2'
grep -A1 -F 'Er wird halbjährlich unterrichtet.' "$out" | grep -qF '(aus APOD 02.09.2021)'
verdict $? 'says from whom'
run ratsweg zeige 21874-21 --beschlusstext --xml
[ "$(xmllint --xpath "string(//*[@text='Er wird halbjährlich unterrichtet.']/@herkunft)" "$out")" = station ]
verdict $? 'and as XML'

it 'a Fassung that is not there'
step sitzungsdienst schritt afbl/2021-09-16 eroeffnen um=15:00
mark
als sitzungsdienst ergebnis 21874-21 afbl empfohlen --fassung 9
bad '21874-21 hat keine Fassung 9.' 'Fassungen sind 1 von der Vorlage selbst und 2 von APOD.'
it 'the original can still be chosen'
als sitzungsdienst --probe schritt 21874-21 grundlage-waehlen fassung=1 --grund 'So beschlossen.'
status 0
out_has 'Weiter beraten wird über Fassung 1 von 21874-21.'
untouched
step sitzungsdienst ergebnis 21874-21 afbl empfohlen
run ratsweg zeige 21874-21
[ "$(grep -c '<ergebnis .*fassung="2"' "$out")" = 1 ]
verdict $? 'the result says on which text'

it 'what hangs on the paper is voted on first'
papier aenderung.xml aenderungsantrag '<station gremium="rat" zustaendigkeit="beschluss" termin="2021-09-23" folge="1"/>' \
  '<abschnitt art="antragstext"><p>Die Roadmap wird veröffentlicht.</p></abschnitt>' \
  '<bezuege><bezug drucksache="21874-21" art="ergaenzung"/></bezuege>'
step sitzungsdienst einlesen aenderung.xml
step sitzungsdienst schritt 21874-21-E1 einreichen
step sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage=21874-21-E1 --grund Tischvorlage
step sitzungsdienst schritt hauptausschuss/2021-09-23 eroeffnen um=13:00
step sitzungsdienst ergebnis 21874-21 hauptausschuss empfohlen
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
mark
als sitzungsdienst ergebnis 21874-21 rat beschlossen
refused kinder-abgestimmt 'Vor 21874-21 ist über 21874-21-E1 abzustimmen; ein eigenes Ergebnis fehlt.' \
  'ratsweg ergebnis 21874-21-E1 rat erledigt'
err_has ' abzustimmen; ein eigenes Ergebnis fehlt.'
step sitzungsdienst ergebnis 21874-21-E1 rat beschlossen
mark
als sitzungsdienst ergebnis 21874-21 rat beschlossen
refused aenderung-eingearbeitet 'Rat hat 21874-21-E1 angenommen; „beschlossen“ ließe den Text von 21874-21 unverändert.'
err_has ' angenommen; „'
err_has '“ ließe den Text von '
cat apod.txt - >rat.txt <<'T'

Die Roadmap wird veröffentlicht.
T
step sitzungsdienst ergebnis 21874-21 rat geaendert-beschlossen --text rat.txt
it 'the text in force with its origins'
run ratsweg zeige 21874-21 --beschlusstext
out_has '21874-21, Fassung 3'
grep -A1 -F 'Die Roadmap wird veröffentlicht.' "$out" | grep -qF '(aus 21874-21-E1 (Änderungsantrag))'
verdict $? 'from the amendment'
grep -A1 -F 'Er wird halbjährlich unterrichtet.' "$out" | grep -qF '(aus APOD 02.09.2021)'
verdict $? 'from the committee'
run ratsweg zeige 21874-21-E1
out_has 'zustand="beschlossen"'

it 'two bodies of one rank change it each for itself'
step sitzungsdienst ergebnis "$neu" apod geaendert-empfohlen --text apod.txt
step sitzungsdienst ergebnis "$neu" afbl geaendert-empfohlen --text rat.txt
out_has 'die Grundlage ist zu wählen (grundlage-waehlen)'
run ratsweg zeige "$neu" --beschlusstext
out_has 'die Grundlage ist noch zu wählen'
mark
als sitzungsdienst ergebnis "$neu" rat beschlossen
refused grundlage-eindeutig "Der Text von $neu wurde unabhängig voneinander geändert: 2 von APOD und 3 von AFBL; über welche Fassung Rat abstimmt, ist offen."
err_has ' wurde unabhängig voneinander geändert: '
step sitzungsdienst schritt "$neu" grundlage-waehlen fassung=3 --grund 'Vorschlag des AFBL'
step sitzungsdienst ergebnis "$neu" rat beschlossen
run ratsweg pruefe
status 0
