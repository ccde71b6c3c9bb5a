#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A text near the bounds and beyond them: taken whole or refused with field, size, limit and advice; what can be
# saved can be loaded; a readable file that somebody blew up takes nothing else with it.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
limit=8388608 # 8 MB, the design's bound for a document
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'

signs() { head -c "$1" /dev/zero | tr '\0' "${2:-Q}"; }
# count FILE SIGN: how often the sign occurs.
count() { tr -cd "$2" <"$1" | wc -c; }

# wrapped FILE N OPEN CLOSE [SIGN]: our paper with N signs in a paragraph, and a section behind them.
wrapped() {
  papier rahmen beschlussvorlage "$rat" '<abschnitt art="beschlussvorschlag"><p>Der Rat beschließt.</p></abschnitt>
  <abschnitt art="begruendung"><p>@</p></abschnitt>
  <abschnitt art="zustaendigkeit"><p>nachher</p></abschnitt>'
  {
    sed '/@/,$d' rahmen
    printf '  <abschnitt art="begruendung"><p>%s' "$3"
    signs "$2" "${5-}"
    printf '%s</p></abschnitt>\n' "$4"
    sed '1,/@/d' rahmen
  } >"$1"
}
# bare FILE N OPEN CLOSE: the same text as a document that is none of ours.
bare() {
  {
    printf '<vorlage><anlage kodierung="base64">%s' "$3"
    signs "$2"
    printf '%s</anlage><begruendung><p>nachher</p></begruendung></vorlage>' "$4"
  } >"$1"
}
# too_large FILE FIELD SIGNS COMMAND...: size, limit, field and advice.
too_large() {
  run ratsweg --als sitzungsdienst "${@:4}"
  bad "$1: größer als $limit Bytes (8 MB), nämlich $(stat -c %s "$1")" "<$2> in Zeile " " mit $3 Zeichen" \
    'Abhilfe: große Teile als Anlage beifügen'
}

it 'daten-ten-megabytes: beyond the limit'
mark
for size in 10000001 9999000; do
  bare text.xml $size '' ''
  too_large text.xml anlage $size einlesen text.xml
  bare cdata.xml $size '<![CDATA[' ']]>'
  too_large cdata.xml anlage $size einlesen cdata.xml
  wrapped text.xml $size '' ''
  too_large text.xml p $size einlesen text.xml
  wrapped cdata.xml $size '<![CDATA[' ']]>'
  too_large cdata.xml p $size einlesen cdata.xml
done
it 'daten-ten-megabytes: whatever door it comes through'
cp text.xml text.fodt
too_large text.fodt p 9999000 einlesen text.fodt
too_large text.fodt p 9999000 drucke --pruefe-vorlage --briefkopf text.fodt
too_large text.xml p 9999000 ergebnis 21874-21 apod geaendert-empfohlen --text text.xml
papier gut.xml beschlussvorlage "$rat"
too_large text.xml p 9999000 einlesen gut.xml text.xml

it 'daten-ten-megabytes: 200 MB in bounded memory'
wrapped text.xml 200000000 '' ''
bounded() { # a sanitizer asks for more addresses than there is memory
  sanitized || ulimit -v 200000
  exec "$RATSWEG" --als sachbearbeitung "$@"
}
export -f bounded sanitized
too_large_bounded() {
  run bash -c 'bounded "$@"' bounded "$@"
  bad "text.xml: größer als $limit Bytes" 'nämlich 200000' '<p> in Zeile ' ' mit 200000000 Zeichen'
}
too_large_bounded einlesen text.xml
rm text.xml

it 'daten-ten-megabytes: below the limit everything works'
wrapped text.xml 8380000 '' ''
step sachbearbeitung einlesen text.xml
out_has 'Neuer Entwurf entwurf-0002 angelegt.'
run ratsweg zeige entwurf-0002
cp "$out" stand1.xml
[ "$(count stand1.xml Q)" = 8380000 ] && grep -q '<p>nachher</p>' stand1.xml
verdict $? 'each sign is there, and what follows'
same stand1.xml "$RATSWEG_ABLAGE/vorlagen/entwurf/entwurf-0002.xml"
run ratsweg drucke entwurf-0002 --sicht intern -o text.odt
status 0
unzip -p text.odt content.xml >content.xml
[ "$(count content.xml Q)" = 8380000 ] && grep -q nachher content.xml
verdict $? 'in the ODT too'
sed 's/nachher/und nachher/' stand1.xml >neu.xml
step sachbearbeitung einlesen neu.xml
out_has 'vorlage entwurf-0002: neuer Stand eingelesen.'
run ratsweg zeige entwurf-0002
[ "$(count "$out" Q)" = 8380000 ] && grep -q '<p>und nachher</p>' "$out"
verdict $? 'in its second version too'
run ratsweg zeige entwurf-0002 --stand 1
same "$out" stand1.xml
it 'daten-ten-megabytes: as CDATA it is the same text'
wrapped cdata.xml 8380000 '<![CDATA[' ']]>'
step sachbearbeitung einlesen cdata.xml
run ratsweg zeige entwurf-0003
sed 's/entwurf-0003/entwurf-0002/g' "$out" | cmp -s - stand1.xml
verdict $? 'byte for byte'

it 'daten-ten-megabytes: the limit to the byte'
room=$((limit - $(stat -c %s stand1.xml)))
wrapped voll.xml $((8380000 + room)) '' ''
step sachbearbeitung einlesen voll.xml
[ "$(stat -c %s "$RATSWEG_ABLAGE/vorlagen/entwurf/entwurf-0004.xml")" = $limit ]
verdict $? 'a document of exactly 8 MB is kept'
run ratsweg zeige entwurf-0004
[ "$(stat -c %s "$out")" = $limit ]
verdict $? 'and read again'
wrapped mehr.xml $((8380000 + room + 1)) '' ''
mark
als sachbearbeitung einlesen mehr.xml
bad "das Dokument hätte $((limit + 1)) Bytes" 'höchstens 8 MB' 'als Anlage beifügen'
it 'daten-ten-megabytes: the limit holds for what is written'
wrapped spitz.xml 3000000 '' '' '>' # the writer needs four bytes for each
als sachbearbeitung einlesen spitz.xml
bad 'das Dokument hätte 120' 'höchstens 8 MB' 'als Anlage beifügen'
it 'daten-ten-megabytes: a step that would make it larger'
als sachbearbeitung schritt entwurf-0004 vorlegen
bad 'entwurf-0004: das Dokument hätte 83886' 'höchstens 8 MB'
motion antrag.xml
{ sed '/Bänke/,$d' antrag.xml && printf '<abschnitt art="antragstext"><p>' && signs 5000000 &&
  printf '</p></abschnitt>\n' && sed '1,/Bänke/d' antrag.xml; } >grosser-antrag.xml
step sitzungsdienst einlesen grosser-antrag.xml
step sitzungsdienst schritt 21875-21 einreichen --wirksam 2021-08-20
step sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage=21875-21 --wirksam 2021-08-20
step sitzungsdienst schritt rat/2021-09-23 einladen --wirksam 2021-08-23
step sitzungsdienst schritt rat/2021-09-23 eroeffnen
signs 5000000 >text.txt
mark
als sitzungsdienst ergebnis 21875-21 rat geaendert-beschlossen --text text.txt
bad '21875-21: das Dokument hätte 10' 'höchstens 8 MB'
it 'daten-ten-megabytes: a shorter wording helps'
signs 1000 Z >text.txt
step sitzungsdienst ergebnis 21875-21 rat geaendert-beschlossen --text text.txt
run ratsweg zeige 21875-21
[ "$(count "$out" Q)" = 5000000 ]
verdict $? 'the long text is there still'

it 'daten-ten-megabytes: a value as long as a book is not repeated in the message'
for place in '<titel>Ein kleines Papier' 'art="begruendung' '<datum>2021-08-20'; do
  { sed "/$place/,\$d" gut.xml && sed -n "/$place/s/\(.*$place\).*/\1/p" gut.xml | tr -d '\n' && signs 8000000 &&
    sed -n "/$place/s/.*$place//p" gut.xml && sed "1,/$place/d" gut.xml; } >lang.xml
  mark
  run bash -c 'bounded "$@"' bounded einlesen lang.xml
  bad 'lang.xml, Zeile ' 'QQQ…' 'erwartet wird'
  [ "$(stat -c %s "$err")" -lt 1000 ]
  verdict $? 'the message is short'
done

it 'daten-ten-megabytes: a stored file that is too large'
bare "$RATSWEG_ABLAGE/vorlagen/entwurf/entwurf-0002.xml" 10000001 '' ''
run ratsweg liste
status 0
out_has entwurf-0002
out_has entwurf-0003
run ratsweg zeige entwurf-0003
status 0
step sachbearbeitung einlesen gut.xml
out_has 'Neuer Entwurf entwurf-0005 angelegt.'
run ratsweg pruefe
status 1
out_has 'Befund: Datei vorlagen/entwurf/entwurf-0002.xml: '
out_has '1 Befund.'
it 'daten-ten-megabytes: the database is the truth'
run ratsweg zeige entwurf-0002
out_has '<p>und nachher</p>'
cp "$out" stand2.xml
step verwaltung wiederherstellen
out_has vorlagen/entwurf/entwurf-0002.xml
same stand2.xml "$RATSWEG_ABLAGE/vorlagen/entwurf/entwurf-0002.xml"
run ratsweg pruefe
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'
