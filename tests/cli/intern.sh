#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The board of the administration deals with a paper before its release: without a sitting, and without a trace in print.
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht

cat >vorstand.xml <<'G'
<gremium xmlns="urn:ratsweg:1" kennung="verwaltungsvorstand" art="intern"><name>Verwaltungsvorstand</name></gremium>
G
step verwaltung einlesen vorstand.xml
papier intern.xml beschlussvorlage '<station gremium="verwaltungsvorstand" zustaendigkeit="empfehlung" folge="1" termin="2021-08-24"/>
  <station gremium="rat" zustaendigkeit="beschluss" folge="2" termin="2021-09-23"/>' "$text_of_paper" \
  '<mitzeichnung><zeichner stelle="fb-1"/></mitzeichnung>'
step sachbearbeitung einlesen intern.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
step sachbearbeitung schritt "$neu" vorlegen
step amtsleitung schritt "$neu" mitzeichnen

it 'only of the internal body, and only what it can say'
mark
als sachbearbeitung ergebnis "$neu" rat beschlossen
refused station-intern '“; ein Ergebnis kann jetzt nur ein internes Gremium haben, und Rat ist keines.' \
  'zuerst freigeben und einreichen'
als sitzungsdienst ergebnis "$neu" verwaltungsvorstand empfohlen
refused G15 '„Ergebnis eines internen Gremiums eintragen“ steht dem Konto sitzungsdienst nicht zu'
als sachbearbeitung ergebnis "$neu" verwaltungsvorstand beschlossen
refused internes-ergebnis '„beschlossen“ ist kein Ergebnis eines internen Gremiums, und Verwaltungsvorstand ist eines.' 'zur-kenntnis, empfohlen, nicht-empfohlen und vertagt'

it 'put off, then recommended, and the signature stays'
step sachbearbeitung ergebnis "$neu" verwaltungsvorstand vertagt --termin 2021-08-31
out_has 'vertagt'
step sachbearbeitung ergebnis "$neu" verwaltungsvorstand empfohlen
out_has 'empfohlen'
out_lacks 'ungültig'
run ratsweg zeige "$neu"
out_has 'zustand="gezeichnet"'
out_has 'zustand="mitgezeichnet"'

it 'never in print'
step freigabe schritt "$neu" freigeben
nr=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step sachbearbeitung schritt "$nr" einreichen
for sicht in oeffentlich intern; do
  run ratsweg drucke "$nr" --sicht "$sicht" -o "$sicht.odt"
  status 0
  unzip -p "$sicht.odt" >"$sicht.text"
  grep -qF 'Ein kleines Papier' "$sicht.text" && ! grep -qiE 'Verwaltungsvorstand|31\.08\.2021' "$sicht.text"
  verdict $? "no word of the board in the print for $sicht"
done
run ratsweg zeige "$nr"
out_has 'gremium="verwaltungsvorstand"'
