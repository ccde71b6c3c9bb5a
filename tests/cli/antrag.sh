#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Antrag and Anfrage: entered with time and author, numbered at once, nobody signs, the text stays as it came;
# placed on the agenda and dealt with.
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
rat='termin="2021-09-23" folge="1"'
export KOPF='<antragsteller>Fraktion Blau</antragsteller>' EINGANG='<eingang>2021-08-20T09:15</eingang>'
papier antrag.xml antrag "<station gremium=\"rat\" zustaendigkeit=\"beschluss\" $rat/>" \
  '<abschnitt art="antragstext"><p>Es sollen Bänke aufgestellt werden.</p></abschnitt>'
papier anfrage.xml anfrage "<station gremium=\"rat\" zustaendigkeit=\"kenntnisnahme\" $rat/>" \
  '<abschnitt art="fragen"><ol><li>Wie viele Bänke gibt es?</li></ol></abschnitt>'

it 'who enters it'
mark
als sachbearbeitung einlesen antrag.xml
refused G15 '„Eingang festhalten“ steht dem Konto sachbearbeitung nicht zu' Sitzungsdienst

for art in antrag anfrage; do
  nummer=$([ $art = antrag ] && echo 21875-21 || echo 21876-21)
  it "$art: entered"
  step sitzungsdienst einlesen $art.xml
  out_has "Drucksachen-Nr. $nummer vergeben."
  out_has 'Fassung 1 festgehalten.'
  run ratsweg zeige "$nummer"
  out_has 'zustand="eingegangen"'
  out_has '<eingang>2021-08-20T09:15</eingang>'
  cp "$out" kept.xml
  it "$art: the text stays as it came"
  sed 's/Bänke/Stühle/' kept.xml >anders.xml
  mark
  als sitzungsdienst einlesen anders.xml
  refused text-fest "Der Text von $nummer ist im Zustand" 'einreichen'
  err_has '„eingegangen“ fest'
  als sachbearbeitung einlesen anders.xml
  status 1
  untouched
  it "$art: nobody signs or releases it"
  als freigabe schritt "$nummer" freigeben
  status 2
  err_has 'Den Schritt „freigeben“ gibt es'
  als amtsleitung schritt "$nummer" mitzeichnen
  status 2
  als sachbearbeitung schritt "$nummer" vorlegen
  status 2
  untouched
  run ratsweg --als sitzungsdienst moeglich "$nummer"
  out_has einreichen
  out_lacks mitzeichnen
  it "$art: onto the agenda"
  step sitzungsdienst schritt "$nummer" einreichen
  out_has 'eingegangen → zur Tagesordnung angemeldet'
  step sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage="$nummer"
  out_has "$nummer steht als TOP "
done

it 'the sitting'
step sitzungsdienst schritt rat/2021-09-23 einladen --wirksam 2021-08-23
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
mark
als sitzungsdienst ergebnis 21876-21 rat beschlossen
refused G3 '„beschlossen“ ist kein Ergebnis für Rat mit der Zuständigkeit Kenntnisnahme.' zur-kenntnis
step sitzungsdienst ergebnis 21875-21 rat abgelehnt --stimmen ja=20,nein=51 --abstimmung 'mehrheitlich'
out_has '21875-21: in Beratung → abgelehnt.'
step sitzungsdienst ergebnis 21876-21 rat zur-kenntnis
out_has '21876-21: in Beratung → zur Kenntnis genommen.'
run ratsweg zeige 21875-21
out_has '<stimmen ja="20" nein="51" wort="mehrheitlich"/>'
it 'it prints'
run ratsweg drucke 21875-21 -o antrag.odt
status 0
unzip -p antrag.odt content.xml | grep -q 'Es sollen Bänke aufgestellt werden.'
verdict $? 'with its text'

it 'one that is withdrawn'
step sitzungsdienst einlesen antrag.xml
mark
als sitzungsdienst schritt 21877-21 zurueckziehen
refused grund '„zurückziehen“ braucht eine Begründung.'
step sitzungsdienst schritt 21877-21 zurueckziehen --grund 'Die Fraktion verzichtet.'
out_has 'Station Rat (23.09.2021, Beschluss) entfällt (zurückgezogen).'
it 'its number stays used'
step sitzungsdienst einlesen antrag.xml
out_has 'Drucksachen-Nr. 21878-21 vergeben.'
it 'its only decision stays too'
mark
als sitzungsdienst station 21878-21 streichen rat grund=weg
refused entscheidung-bleibt 'Ohne Rat bliebe in 21878-21 keine Entscheidung offen.'
run ratsweg liste --csv
out_has '"21875-21";"20.08.2021";"Ein kleines Papier";"abgelehnt"'
out_has '"21877-21";"20.08.2021";"Ein kleines Papier";"zurückgezogen"'
run ratsweg pruefe
status 0
