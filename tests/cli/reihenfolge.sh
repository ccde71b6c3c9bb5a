#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Hauptausschuss and Rat on one day: the Rat cannot decide first, unless somebody answers for it.  What the
# first committee puts off comes back, and the others know that it is open.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo afbl
cp -r probe/ablage davor
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00

it 'the Rat does not decide before the Hauptausschuss of the same day'
mark
als sitzungsdienst ergebnis 21874-21 rat beschlossen
refused G1 'Rat kann noch nicht entscheiden: HA (23.09.2021, Empfehlung) hat noch nicht abschließend beraten.' \
  'Übergehen darf die Rolle Sitzungsdienst, mit --grund TEXT.'
als sitzungsdienst ergebnis 21874-21 rat abgelehnt
refused G1 'Rat kann noch nicht entscheiden'
als sachbearbeitung ergebnis 21874-21 rat beschlossen --grund Dringlichkeit
status 1
err_has 'Abgelehnt (G1)'
untouched

it 'with a reason, by who may, it is taken'
before=$(events)
step sitzungsdienst ergebnis 21874-21 rat beschlossen --grund 'Der Rat hat die Punkte getauscht.' \
  --stimmen ja=71,nein=10,enthaltung=4
out_has 'Übergangen (G1): Rat kann noch nicht entscheiden'
out_has 'Station HA (23.09.2021, Empfehlung) entfällt (überholt).'
out_has '21874-21: in Beratung → beschlossen.'
[ "$(events)" = $((before + 1)) ]
verdict $? 'one event'
it 'the trail shows the objection'
run ratsweg verlauf 21874-21
out_has 'übergangen'
out_has 'vorberatung-abgeschlossen'
out_has 'Der Rat hat die Punkte getauscht.'
run ratsweg zeige 21874-21
out_has '<einwand regel="G1">Rat kann noch nicht entscheiden: HA (23.09.2021, Empfehlung)'
out_has 'zustand="beschlossen"'
run ratsweg pruefe
status 0

it 'the order of the two is that of their sittings'
rm -rf probe/ablage
cp -r davor probe/ablage
step sitzungsdienst schritt hauptausschuss/2021-09-23 eroeffnen um=13:00
step sitzungsdienst ergebnis 21874-21 hauptausschuss nicht-empfohlen --stimmen ja=3,nein=15
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
step sitzungsdienst ergebnis 21874-21 rat beschlossen
out_lacks Übergangen
run ratsweg verlauf 21874-21
out_lacks übergangen

it 'what the first committee puts off'
rm -rf probe
demo eingereicht
cat >naechste.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="apod/2021-10-07" gremium="apod"><beginn>2021-10-07T15:00</beginn></sitzung>
S
step sitzungsdienst einlesen naechste.xml
it 'a sitting of 2021 can be opened today'
step sitzungsdienst schritt apod/2021-09-02 eroeffnen
out_has 'Sitzung eröffnet am 02.09.2021 15:00.'
run ratsweg zeige apod/2021-09-02
out_has '<eroeffnet>2021-09-02T15:00</eroeffnet>'
out_has 'zustand="eroeffnet"'
run ratsweg verlauf apod/2021-09-02 --von "$(date +%Y-%m-%d)" --csv
out_has '"02.09.2021";"sitzungsdienst";"";"eroeffnen"' # in effect on its day, recorded today
it 'what the first committee puts off'
run ratsweg zeige 21874-21
cp "$out" vorher.xml
mark
als sitzungsdienst --probe ergebnis 21874-21 apod vertagt
status 0
untouched
out_has 'Probe: es würde geschehen (nichts ist gespeichert)'
sed -n 's/^  //p' "$out" >angekuendigt
step sitzungsdienst ergebnis 21874-21 apod vertagt
grep -v '^Ereignis ' "$out" >geschehen
it 'the dry run had said exactly this'
same angekuendigt geschehen
for sentence in 'Station APOD (02.09.2021, Empfehlung): vertagt.' \
  'Neue Station: APOD (07.10.2021, Empfehlung); die bisherige bleibt erhalten.' \
  'Station AFBL (16.09.2021, Empfehlung) behält ihren Termin; Kennzeichen: Vorberatung offen.' \
  'Station HA (23.09.2021, Empfehlung) behält ihren Termin; Kennzeichen: Vorberatung offen.' \
  'Station Rat (23.09.2021, Beschluss) behält ihren Termin; Kennzeichen: Vorberatung offen.'; do
  grep -qxF "$sentence" geschehen
  verdict $? "$sentence"
done

it 'a new station of the same body and role, the old one kept, the later ones marked'
run ratsweg zeige 21874-21
cp "$out" nachher.xml
old=$(sed -n 's/.*gremium="apod".* id="\([^"]*\)".*/\1/p' vorher.xml)
new=$(grep "gremium=\"apod\" zustaendigkeit=\"empfehlung\".* termin=\"2021-10-07\".* nach=\"$old\"" nachher.xml |
  sed 's/.* id="\([^"]*\)".*/\1/')
last="new station: $new after $old"
[ -n "$new" ] && [ "$new" != "$old" ]
verdict $? 'the new station names the old one'
grep -q "id=\"$old\" zustand=\"abgeschlossen\"" nachher.xml
verdict $? 'the old one is kept, closed'
[ "$(grep -c "<kennzeichen art=\"vorberatung-offen\" station=\"$new\"/>" nachher.xml)" = 3 ]
verdict $? 'three stations are marked'
for body in afbl hauptausschuss rat; do
  [ "$(grep "gremium=\"$body\"" vorher.xml | grep -o 'termin="[^"]*"')" = "$(grep "gremium=\"$body\"" nachher.xml | grep -o 'termin="[^"]*"')" ]
  verdict $? "$body keeps its day"
done

it 'the Rat waits for the one that came back'
step sitzungsdienst schritt afbl/2021-09-16 eroeffnen
step sitzungsdienst ergebnis 21874-21 afbl empfohlen
step sitzungsdienst schritt hauptausschuss/2021-09-23 eroeffnen
step sitzungsdienst ergebnis 21874-21 hauptausschuss empfohlen
step sitzungsdienst schritt rat/2021-09-23 eroeffnen
mark
als sitzungsdienst ergebnis 21874-21 rat beschlossen
refused G1 'APOD (07.10.2021, Empfehlung) hat noch nicht abschließend beraten.'
it 'its result comes first, and the mark goes'
step sitzungsdienst schritt apod/2021-10-07 aufnehmen vorlage=21874-21
step sitzungsdienst schritt apod/2021-10-07 einladen --wirksam 2021-08-23
step sitzungsdienst schritt apod/2021-10-07 eroeffnen
step sitzungsdienst ergebnis 21874-21 apod/2021-10-07 empfohlen
run ratsweg zeige 21874-21
out_lacks kennzeichen
step sitzungsdienst ergebnis 21874-21 rat beschlossen
out_has 'in Beratung → beschlossen'
run ratsweg pruefe
status 0
