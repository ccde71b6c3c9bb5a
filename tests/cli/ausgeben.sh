#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Looking is not issuing: drucke leaves no trace, ausgeben freezes, numbers and records; what was issued is
# recognised.  The same paper is the same bytes wherever it is rendered.
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht
stage 21874-21 eingereicht '1-entwurf.odt 2-freigegeben.odt 3-eingereicht.odt' '- - - -'
[ "$(grep -c 'zustand="auf-to"' vorlage.xml)" = 4 ]
verdict $? 'all four stations are on an agenda'
for sitzung in apod/2021-09-02 afbl/2021-09-16 hauptausschuss/2021-09-23 rat/2021-09-23; do
  run ratsweg zeige "$sitzung"
  out_has 'zustand="eingeladen"'
  out_has 'vorlage="21874-21"'
done

it 'looking leaves no event'
mark
run ratsweg --als sitzungsdienst drucke 21874-21 -o a.odt
status 0
there a.odt
untouched
run unzip -tq a.odt
status 0
it 'the same bytes in another place, time zone and language'
mkdir -p anderswo
(cd anderswo && TZ=Pacific/Kiritimati LC_ALL=de_DE.UTF-8 LANG=tr_TR "$RATSWEG" drucke 21874-21 -o b.odt >/dev/null)
same a.odt anderswo/b.odt
(cd / && TZ=America/Anchorage LC_ALL=C "$RATSWEG" drucke 21874-21 -o "$OLDPWD/c.odt" >/dev/null)
same a.odt c.odt
sleep 1.1
run ratsweg drucke 21874-21 -o -
same a.odt "$out"
it 'an old version prints as then'
run ratsweg drucke 21874-21 --stand 10 -o alt.odt
run ratsweg drucke 21874-21 --stand 10 -o alt2.odt
same alt.odt alt2.odt
it 'the public view is the usual one'
run ratsweg drucke 21874-21 --sicht oeffentlich -o o.odt
same a.odt o.odt

it 'issuing'
before=$(events)
step sitzungsdienst ausgeben 21874-21 --an 'Mitglieder des AFBL' --an Presse --weg Post -o post.odt
out_has 'Ausgabe 2 von 21874-21 (vorlage, Stand '
out_has 'an Mitglieder des AFBL, Presse, Weg: Post.'
[ "$(events)" = $((before + 1)) ]
verdict $? 'one event'
run ratsweg verlauf 21874-21
out_has ausgeben
run ratsweg zeige 21874-21
out_has '<an>Presse</an>'
out_has 'weg="Post"'
sum=$(sha256sum <post.odt | cut -c1-64)
out_has "sha256=\"$sum\""
it 'what was issued is recognised'
run ratsweg pruefe post.odt
status 0
out_has 'Ausgabe 2 von 21874-21'
out_has 'Mitglieder des AFBL und Presse: unverändert.'
run ratsweg pruefe probe/odt/3-eingereicht.odt
status 0
out_has 'Ausgabe 1 von 21874-21'
out_has 'am 23.08.2021 an Mitglieder des Rates und Mitglieder des APOD: unverändert.'
cp post.odt anderswo/umbenannt.odt
run ratsweg pruefe anderswo/umbenannt.odt
status 0
it 'a changed one is not'
cp post.odt falsch.odt
printf x | dd of=falsch.odt bs=1 seek=3000 conv=notrunc status=none
run ratsweg pruefe falsch.odt
status 1
out_has 'falsch.odt: diese Ablage hat die Datei so nicht ausgegeben'
it 'one that was only looked at is not either'
run ratsweg drucke 21874-21 -o nur.odt
run ratsweg pruefe nur.odt
status 1
out_lacks unverändert
it 'no ODT, no file'
echo Hallo >hallo.odt
run ratsweg pruefe hallo.odt
status 1
run ratsweg pruefe gibt-es-nicht.odt
status 2
err_has gibt-es-nicht.odt

it 'who may issue'
mark
als sachbearbeitung ausgeben 21874-21 --an Presse --weg Post -o p.odt
refused G15 '„ausgeben“ steht dem Konto sachbearbeitung nicht zu'
not_there p.odt
it 'a dry run issues nothing'
als sitzungsdienst --probe ausgeben 21874-21 --an Presse --weg Post -o p.odt
status 0
untouched
not_there p.odt
it 'a draft is not issued'
papier klein.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss"/>'
step sachbearbeitung einlesen klein.xml
mark
als sitzungsdienst ausgeben entwurf-0002 --an Presse --weg Post -o p.odt
refused zustand '„ausgeben“ geht nicht im Zustand „Entwurf“'
it 'a file that cannot be written'
run ratsweg drucke 21874-21 -o a.odt/nicht.odt
[ "$rc" -ge 2 ]
verdict $? "is told ($rc)"
err_has a.odt
it 'the letterhead in force is in order'
run ratsweg drucke --pruefe-vorlage
status 0
out_has 'Der Briefkopf ist in Ordnung.'
it 'one with an unknown field is not'
sed 's/text:user-defined text:name="[^"]*"/text:user-defined text:name="Wetter"/' "$top_srcdir/templates/dortmund/vorlage.fodt" >wetter.fodt
run ratsweg drucke --pruefe-vorlage --briefkopf wetter.fodt
status 1
out_has Wetter
run ratsweg pruefe
status 0
