#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A dry run says what the step then says, word for word, and writes nothing; also when the answer is no.
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
stage 21874-21 freigegeben '1-entwurf.odt 2-freigegeben.odt' '- - - -'
grep -q '<fassung nr="1" am="2021-08-19" anlass="freigeben"' vorlage.xml
verdict $? 'Fassung 1 is kept'
[ "$(grep -c 'zustand="gezeichnet"' vorlage.xml)" = 2 ]
verdict $? 'both signatures are there'
run ratsweg zeige entwurf-0001
status 0
same "$out" vorlage.xml
run ratsweg zeige drucksachen
out_has 'naechste="21875"'
lauter='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'

# both KONTO COMMAND...: first as a dry run, then in earnest.
both() {
  local konto=$1 dry
  shift
  it "$*"
  mark
  als "$konto" --probe "$@"
  dry=$rc
  untouched
  cp "$err" dry-err
  { head -n 1 "$out" | grep -qx 'Probe: es würde geschehen (nichts ist gespeichert)'; } || [ "$dry" != 0 ]
  verdict $? 'says that it is a dry run'
  # Without its heading and indentation.
  sed '/^Probe: /d; s/^  //' "$out" >dry-out
  als "$konto" "$@"
  [ "$rc" = "$dry" ]
  verdict $? "the same status $dry"
  grep -v '^Ereignis [0-9]*\.$' "$out" >real-out
  same dry-out real-out
  same dry-err "$err"
}

papier klein.xml beschlussvorlage "$lauter"
both sachbearbeitung einlesen klein.xml
both sachbearbeitung schritt entwurf-0002 vorlegen
both sachbearbeitung schritt entwurf-0002 freigeben
both freigabe schritt entwurf-0002 freigeben
both sachbearbeitung schritt 21874-21 einreichen
both sitzungsdienst schritt apod/2021-09-02 aufnehmen vorlage=21874-21
both sitzungsdienst schritt apod/2021-09-02 aufnehmen vorlage=21874-21
both sitzungsdienst schritt apod/2021-09-02 einladen
both sitzungsdienst schritt apod/2021-09-02 einladen --wirksam 2021-08-23
both sitzungsdienst ergebnis 21874-21 apod empfohlen
both sitzungsdienst schritt apod/2021-09-02 eroeffnen um=15:03
both sitzungsdienst ergebnis 21874-21 apod beschlossen --grund 'so gesagt'
both sitzungsdienst ergebnis 21874-21 afbl vertagt --grund 'ohne Sitzung'
both sitzungsdienst station 21874-21 verlegen rat termin=2021-09-24 grund=später
both sitzungsdienst station 21874-21 streichen hauptausschuss 'grund=kein Bedarf'
both sitzungsdienst schritt 21874-21 zurueckziehen --grund 'nicht mehr nötig'
both verwaltung benutzer anlegen neu --rolle revision
both sitzungsdienst ergebnis 21874-21 apod quatsch
run ratsweg pruefe
status 0
