#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A case from practice: text pasted from a terminal or a word processor, with characters that XML cannot carry
# (XML 1.0, production Char).  Refused with its place on every way in; what is legal comes back byte for byte.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo entwurf
titel=$'Sanierung\vTurnhalle'
begruendung=$'vor \e[31mrot\e[0m und \uffff nach'
hinweis=$'\U1f6b2 Rad\u00adweg \u20ac 5 Stra\u00dfe'
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'

# entwurf DATEI TITLE TEXT: the title stands in line 8, the text in line 10.
entwurf() {
  papier "$1" beschlussvorlage "$rat" "<abschnitt art=\"begruendung\">
<p>$3</p>
  </abschnitt>"
  printf '%s\n' "  <titel>$2</titel>" >titelzeile
  sed -i -e '8r titelzeile' -e 8d "$1"
}
# refuses DATEI ZEILE SPALTE WORDS: as not well-formed, with its place.
refuses() {
  als sachbearbeitung einlesen "$1"
  bad "$1, Zeile $2, Spalte $3: kein wohlgeformtes XML ($4" 'erwartet wird'
  err_lacks $'\e'
}
mark

it 'odt-control-characters: raw, in a file'
entwurf titel.xml "$titel" Text
refuses titel.xml 8 19 'das Zeichen U+000B'
entwurf begruendung.xml Titel "$begruendung"
refuses begruendung.xml 10 8 'das Zeichen U+001B'
entwurf ohne-farbe.xml Titel "${begruendung//$'\e'/}"
refuses ohne-farbe.xml 10 23 'das Zeichen U+FFFF'
it 'odt-control-characters: wherever in the file'
entwurf wert.xml Titel "x<img src=\"a.png\" alt=\"$titel\"/>"
refuses wert.xml 10 36 'das Zeichen U+000B'
entwurf cdata.xml Titel "<![CDATA[$titel]]>"
refuses cdata.xml 10 22 'das Zeichen U+000B'
entwurf bemerkung.xml Titel "x<!--$titel-->"
refuses bemerkung.xml 10 18 'das Zeichen U+000B'

it 'odt-control-characters: as a reference'
entwurf verweis.xml 'Sanierung&#11;Turnhalle' Text
refuses verweis.xml 8 19 'das Zeichen U+000B'
sed 's/version="1.0"/version="1.1"/' verweis.xml >eins-eins.xml
refuses eins-eins.xml 8 19 'das Zeichen U+000B'
while read -r verweis zeichen; do
  entwurf verweis.xml Titel "vor &#$verweis; nach"
  refuses verweis.xml 10 8 "das Zeichen $zeichen"
done <<'V'
0 U+0000
x1B U+001B
31 U+001F
xD800 U+D800
xDFFF U+DFFF
xFFFE U+FFFE
65535 U+FFFF
V

it 'odt-control-characters: the byte FF'
entwurf byte.xml Titel $'vor \xff nach'
refuses byte.xml 10 8 'das Byte FF ist kein UTF-8'
printf 'Der Rat beschließt:\nvor \xff nach\n' >byte.txt
als sitzungsdienst ergebnis entwurf-0001 rat geaendert-beschlossen --text byte.txt
bad 'byte.txt: kein UTF-8: Byte FF in Zeile 2 an Stelle 5'

it 'odt-control-characters: in what is typed, by field'
printf %s "$begruendung" >text.txt
als sitzungsdienst ergebnis entwurf-0001 rat geaendert-beschlossen --text text.txt
bad 'text.txt: verbotenes Zeichen U+001B an Stelle 5'
# typed FELD COMMAND...: the last word holds the title.
typed() {
  run ratsweg --als sitzungsdienst "${@:2}"
  bad "$1: verbotenes Zeichen U+000B an Stelle 10"
}
typed --grund schritt entwurf-0001 zurueckziehen --grund "$titel"
typed --grund schritt entwurf-0001 zurueckziehen "grund=$titel"
typed kommentar schritt entwurf-0001 zurueckgeben "kommentar=$titel"
typed --abstimmung ergebnis entwurf-0001 rat beschlossen --abstimmung "$titel"
typed --weg ausgeben entwurf-0001 --an Presse --weg "$titel"
typed --an ausgeben entwurf-0001 --weg Post --an "$titel"
typed 'Kennung des Kontos' benutzer anlegen --rolle revision "$titel"
typed --anmeldung benutzer anlegen neu --rolle revision --anmeldung "$titel"
typed --stelle benutzer anlegen neu --rolle revision --stelle "$titel"
typed --rolle benutzer anlegen neu --rolle "$titel"

it 'odt-control-characters: what is legal comes back byte for byte'
cp "$samples/abstimmung.png" a.png
entwurf legal.xml "$hinweis" "$hinweis<img src=\"a.png\" alt=\"$hinweis\"/><footnote>$hinweis</footnote>"
sed -i "s|art=\"begruendung\"|& ueberschrift=\"$hinweis\"|" legal.xml
step sachbearbeitung einlesen legal.xml
# legal FILE COUNT: has it so many times.
legal() {
  last="grep in $1"
  [ "$(grep -oF -- "$hinweis" "$1" | wc -l)" = "$2" ]
  verdict $? "$1 has it $2 times"
}
run ratsweg zeige entwurf-0002
legal "$out" 5
kept=$(grep -rlF --include='*.xml' -- "$hinweis" "$RATSWEG_ABLAGE")
same "$out" "$kept"
run ratsweg --xml liste
legal "$out" 1
run ratsweg liste --csv
legal "$out" 1
run ratsweg drucke entwurf-0002 -o legal.odt
status 0
for teil in 'content 5' 'styles 1' 'meta 1'; do
  unzip -p legal.odt "${teil% *}.xml" >"${teil% *}.xml"
  legal "${teil% *}.xml" "${teil#* }"
done
step sachbearbeitung schritt entwurf-0002 verwerfen --grund "$hinweis"
run ratsweg verlauf --xml
legal "$out" 1
it 'odt-control-characters: so do the last characters before the forbidden ones'
rand=$'\t!\u007e\u0080\ud7ff\ue000\ufffd\U10000\U10ffff'
entwurf rand.xml Rand "x${rand}x"
step sachbearbeitung einlesen rand.xml
run ratsweg zeige entwurf-0003
out_has "x${rand}x"
run ratsweg drucke entwurf-0003 -o rand.odt
unzip -p rand.odt content.xml >"$out"
out_has "x<text:tab/>${rand#?}x"

it 'odt-control-characters: all that is stored can be loaded again'
mark
for kennung in entwurf-0001 entwurf-0003; do
  run ratsweg zeige "$kennung"
  cp "$out" wieder.xml
  cp "$samples"/*.png .
  als sachbearbeitung einlesen wieder.xml
  status 0
  out_is "vorlage $kennung: unverändert, nichts zu speichern."
done
untouched
run ratsweg pruefe
status 0
