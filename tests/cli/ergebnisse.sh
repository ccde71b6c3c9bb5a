#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Results as a clerk enters them: each with what has to be said, and what a wrong call is told.
. "$top_srcdir/tests/cli/lib.sh"
demo apod
step sitzungsdienst schritt afbl/2021-09-16 eroeffnen um=15:00
result() { als sitzungsdienst ergebnis 21874-21 "$@"; }

it 'a value belongs to a result'
mark
result afbl empfohlen --termin 2021-10-28
bad '--termin gehört nicht zu „empfohlen“, sondern zu vertagt, zurueckgestellt, abgesetzt'
result afbl vertagt --umfang ganz
bad '--umfang gehört nicht zu „vertagt“, sondern zu zurueckgezogen.'
result afbl zurueckgezogen
bad 'Es fehlt --umfang; „zurueckgezogen“ braucht diesen Wert: sitzung (nur von dieser Tagesordnung'
result afbl zurueckgezogen --umfang halb
bad 'umfang=halb ist unbekannt; erwartet wird sitzung'
result afbl verwiesen
bad 'Es fehlt --an; „verwiesen“ braucht diesen Wert: das Gremium, auch mehrere.'
result afbl verwiesen --an rat --mit-rueckkehr --ohne-rueckkehr
bad '--mit-rueckkehr und --ohne-rueckkehr schließen sich aus.'
result afbl erledigt --durch 9999-21
bad 'Die Kennung „9999-21“ ist unbekannt.'
it 'bodies that are none'
for an in afbl rad; do
  result afbl verwiesen --an $an
  bad "AFBL kann nicht verweisen an: $an." 'ist das Ergebnis vertagt.'
done
result afbl verwiesen --an rat --an rat
bad 'AFBL kann nicht verweisen an: rat.'
it 'Ziffern'
for ziffern in 1 1=beschlossen 1=vertagt 1=empfohlen,1=empfohlen =empfohlen; do
  result afbl teilweise --ziffern $ziffern
  bad "Falsch angegebene Ziffern: ${ziffern%%[=,]*}." \
    'möglich sind empfohlen, geaendert-empfohlen, nicht-empfohlen, ohne-votum, zur-kenntnis und erledigt.'
done

# probe TEXT... -- WORDS...: the dry run of a result says each of these.
probe() {
  local texts=()
  while [ "$1" != -- ]; do
    texts+=("$1")
    shift
  done
  shift
  als sitzungsdienst --probe ergebnis 21874-21 "$@"
  status 0
  for text in "${texts[@]}"; do out_has "$text"; done
  untouched
}
it 'what each does'
probe 'AFBL (16.09.2021, Empfehlung): ohne Votum weitergeleitet.' -- afbl ohne-votum
probe 'nach Ziffern getrennt abgestimmt' -- afbl teilweise --ziffern 1=empfohlen,2=nicht-empfohlen
probe 'Neue Station: AFBL (ohne Termin, Empfehlung)' -- afbl abgesetzt
probe 'Neue Station: AFBL (ohne Termin, Empfehlung)' -- afbl zurueckgezogen --umfang sitzung
probe '21874-21: in Beratung → zurückgezogen.' 'Station HA (23.09.2021, Empfehlung) entfällt (zurückgezogen).' \
  'Station Rat (23.09.2021, Beschluss) entfällt (zurückgezogen).' -- afbl zurueckgezogen --umfang ganz
probe 'Neue Station: HA (23.09.2021, Empfehlung).' 'Station Rat (23.09.2021, Beschluss) behält ihren Termin; Kennzeichen: Vorberatung offen.' \
  -- afbl verwiesen --an hauptausschuss
probe '21874-21: in Beratung → an die Verwaltung zurückverwiesen.' -- afbl rueckverwiesen
probe 'Kennzeichen: zweite Ladung (§ 49 Abs. 2 GO NRW).' -- afbl nicht-behandelt --anlass beschlussunfaehig
probe 'AFBL (16.09.2021, Empfehlung): erledigt.' -- afbl erledigt --durch 21874-21

it 'given back, it comes again under its number'
step sitzungsdienst ergebnis 21874-21 afbl rueckverwiesen
run ratsweg zeige 21874-21
sed 's/Es besteht keine Auswirkung/Es besteht eine Auswirkung/' "$out" >neu.xml
step sachbearbeitung einlesen neu.xml
step sachbearbeitung schritt 21874-21 vorlegen
run ratsweg zeige 21874-21
out_has 'zustand="in-mitzeichnung"'
out_has '<ergebnis code="empfohlen"'
out_has '<ergebnis code="rueckverwiesen"'

it 'a new paper takes its place'
papier neue.xml beschlussvorlage ''
step sachbearbeitung einlesen neue.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
motion alt.xml
step sitzungsdienst einlesen alt.xml
alt=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
mark
als sitzungsdienst schritt "$alt" ersetzen vorlage="$alt" grund=neu
bad "$alt kann $alt nicht ersetzen: es ist dieselbe." 'Eine andere Vorlage nennen'
als sitzungsdienst schritt "$alt" ersetzen vorlage=9999-21 grund=neu
bad 'Die Kennung „9999-21“ ist unbekannt.'
step sitzungsdienst schritt "$alt" ersetzen vorlage="$neu" grund='grundlegend geändert'
out_has "$alt: eingegangen → ersetzt."
out_has "$neu: Station Rat (23.09.2021, Beschluss)."
run ratsweg zeige "$alt"
out_has "ersetzt-durch=\"$neu\""
run ratsweg zeige "$neu"
out_has 'gremium="rat" zustaendigkeit="beschluss"'

it 'the end of a term'
step sitzungsdienst einlesen alt.xml
alt=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
mark
als sitzungsdienst schritt "$alt" verfallen
refused grund '„für verfallen erklären“ braucht eine Begründung.'
step sitzungsdienst schritt "$alt" verfallen --grund 'Ende der Wahlperiode'
out_has "$alt: eingegangen → verfallen."
out_has 'Station Rat (23.09.2021, Beschluss) entfällt (verfallen).'
run ratsweg pruefe
status 0
