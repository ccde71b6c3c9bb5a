#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Cases from practice: what printed papers showed wrongly, with the text of each case from the command that takes
# it to what LibreOffice shows, as text, as DOCX and as PDF.
# shellcheck disable=SC2016,SC2034 # XPath; file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
needs soffice
needs pdftotext
needs xmllint
export RATSWEG_UHR=2021-10-01T08:00:00Z RATSWEG_ZUFALL=faelle
demo entwurf

xpath() { # FILE EXPRESSION VALUE WHAT
  last="$2 = $(xmllint --xpath "$2" "$1" 2>/dev/null)"
  [ "$last" = "$2 = $3" ]
  verdict $? "$4"
}
# text_is FILE LINE: a line of it.
text_is() {
  last="grep in $1"
  grep -qxF -- "$2" "$1"
  verdict $? "$1 has the line $2"
}
# shows TEXT: the words of $out stand so, in this order.
shows() {
  last=$(tr -s ' \t\r\n' ' ' <"$out")
  [[ $last == *"$1"* ]]
  verdict $? "shows $1"
}
# only_days: of all that looks like a day $out shows those of the paper, and nothing of whoever converted it.
only_days() {
  last="days: $(grep -oE '[0-9]{1,2}\.[0-9]{1,2}\.([0-9]{4}|[0-9]{2})' "$out" | sort -u | xargs)"
  [ "$last" = 'days: 01.01.2022 19.08.2021 23.09.2021' ]
  verdict $? 'only days of the paper'
  out_lacks "$(date +%Y)"
  out_lacks Fremdkonto
}
office() { # FORMAT FILE...
  last="soffice --convert-to $1"
  soffice "-env:UserInstallation=file://$PWD/profil" --headless --convert-to "$1" --outdir aus "${@:2}" >"$out" 2>"$err"
}

# == what is typed into a field ==

it 'odt-form-text-whitespace: the text as a browser posts it'
printf 'Kosten:\t1.200 EUR\r\nFolgekosten:    300 EUR\r\n\r\n  Zweiter Absatz\r\n' >feld.txt
motion motion.xml
step sitzungsdienst einlesen motion.xml
step sitzungsdienst schritt 21874-21 einreichen
step sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage=21874-21
step sitzungsdienst schritt rat/2021-09-23 einladen --wirksam 2021-08-23
step sitzungsdienst schritt rat/2021-09-23 eroeffnen um=15:00
step sitzungsdienst ergebnis 21874-21 rat geaendert-beschlossen --text feld.txt
run ratsweg zeige 21874-21
sed -n '/<text>/,/<\/text>/p' "$out" | sed '/text>/d; s/^ *//' >bloecke
it 'odt-form-text-whitespace: as it is kept'
text_is bloecke $'<p>Kosten:\t1.200 EUR<br/>Folgekosten:    300 EUR</p>'
text_is bloecke '<p>  Zweiter Absatz</p>'
[ "$(wc -l <bloecke)" = 2 ]
verdict $? 'two paragraphs, no more'

# == a table in a Ziffer ==

it 'odt-table-in-list-item: where ODF cannot have it, it is refused with its Ziffer'
tabelle='<table><tr><td>E 13</td><td>2,0</td></tr></table>'
ziffern="<ol><li><p>Der Rat beschließt folgende Stellen:</p>$tabelle<p>zum 01.01.2022.</p></li><li><p>Die Verwaltung berichtet.</p></li></ol>"
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'
mark
papier tabelle.xml beschlussvorlage "$rat" "<abschnitt art=\"beschlussvorschlag\">$ziffern</abschnitt>"
als sachbearbeitung einlesen tabelle.xml
bad 'tabelle.xml, Zeile 9: Ziffer 1: ' '<table> in <li>' 'Tabellen stehen außerhalb der Liste'
sed 's|<ol><li>|<ol><li>Vorab.</li><li>|' tabelle.xml >zwei.xml
als sachbearbeitung einlesen zwei.xml
bad 'zwei.xml, Zeile 9: Ziffer 2: '
sed 's|<ol>|<ol start="7">|' tabelle.xml >sieben.xml
als sachbearbeitung einlesen sieben.xml
bad 'sieben.xml, Zeile 9: Ziffer 7: '
echo "<text xmlns=\"urn:ratsweg:1\">$ziffern</text>" >text.xml
als sitzungsdienst ergebnis 21874-21 rat geaendert-beschlossen --text text.xml
bad 'text.xml, Zeile 1: Ziffer 1: '

# == one paper with the texts of all cases ==

hinweis=$'\U1f6b2 Rad\u00adweg \u20ac 5 Stra\u00dfe'
zahlen='Bezug: 21874-21-E5; Betrag 1.250 €'
absatz='<p>Bezug: <strong>21874</strong>-21-<em>E</em><strong>5</strong>; Betrag <strong>1</strong>.<strong>250</strong> €</p>'
umbrochen='<p>Bezug:
      <strong>21874</strong>-21-<em>E</em><strong>5</strong>; Betrag
      <strong>1</strong>.<strong>250</strong> €</p>'
am_zeichen='<p>Bezug: <strong>
      21874</strong>-21-<em>E</em><strong>5</strong>; Betrag <strong>1</strong>.<strong>250
      </strong>
      €</p>'
lang=$(for i in {1..90}; do echo "<p>Zeile $i.</p>"; done)
KOPF='<verantwortlich>Fachbereich 1</verantwortlich>' papier faelle.xml beschlussvorlage "$rat" \
  "<abschnitt art=\"beschlussvorschlag\"><ol><li>Der Rat beschließt folgende Stellen:</li></ol>$tabelle
  <p>zum 01.01.2022.</p><ol start=\"2\"><li>Die Verwaltung berichtet.</li></ol></abschnitt>
  <abschnitt art=\"begruendung\">$absatz$umbrochen$am_zeichen$(cat bloecke)<p>$hinweis</p>
  <p>Kosten:&#9;1.200 EUR&#13;&#10;<br/>&#13;Folgekosten:    300 EUR&#13;</p>$lang</abschnitt>"
sed -i 's|<datum>.*</datum>|<datum>2021-08-19</datum>|' faelle.xml
step sachbearbeitung einlesen faelle.xml
run ratsweg zeige entwurf-0002
cp "$out" gezeigt.xml

it 'odt-form-text-whitespace: no carriage return is stored'
grep -lrE $'\r|&#(13|x0*[dD]);' --include='*.xml' "$RATSWEG_ABLAGE" gezeigt.xml >mit-cr
[ ! -s mit-cr ]
verdict $? 'neither raw nor as a reference'
it 'odt-form-text-whitespace: opened and saved as it was'
mark
before=$(events)
als sachbearbeitung einlesen gezeigt.xml
out_is 'vorlage entwurf-0002: unverändert, nichts zu speichern.'
sed 's/$/\r/' gezeigt.xml >crlf.xml
als sachbearbeitung einlesen crlf.xml
out_is 'vorlage entwurf-0002: unverändert, nichts zu speichern.'
untouched
[ "$(events)" = "$before" ]
verdict $? 'no event'

it 'odt-indent-splits-numbers: saved again, the paragraph stays in one line'
[ "$(grep -cxF "    $absatz" gezeigt.xml)" = 3 ]
verdict $? 'the wrapped sources too'
sed 's|<titel>.*</titel>|<titel>Probe</titel>|' gezeigt.xml >geaendert.xml
step sachbearbeitung einlesen geaendert.xml
run ratsweg zeige entwurf-0002
[ "$(grep -cxF "    $absatz" "$out")" = 3 ]
verdict $? 'after an edit'
step sachbearbeitung schritt entwurf-0002 vorlegen
run ratsweg zeige entwurf-0002
[ "$(grep -cxF "    $absatz" "$out")" = 3 ]
verdict $? 'after a step'

# == a letterhead with the day in all its heads and feet ==

tag='<text:user-defined text:name="Datum">01.01.2000</text:user-defined>'
seite='<text:page-number text:select-page="current">1</text:page-number> von <text:page-count>1</text:page-count>'
kopf_fuss="<style:header><text:p>Kopf $tag</text:p></style:header><style:footer><text:p>Seite $seite, $tag</text:p></style:footer>"
sed -e "s|Fortsetzung der Vorlage:</text:p>|Fortsetzung vom $tag</text:p>|" \
  -e "s|\(<style:master-page style:name=\"Erste_20_Seite\" .*\)/>|\1>$kopf_fuss</style:master-page>|" \
  -e "s|^      </style:header>|&${kopf_fuss#*</style:header>}|" "$top_srcdir/templates/dortmund/vorlage.fodt" >vorlage.fodt
step verwaltung einlesen vorlage.fodt
it 'odt-live-date: rendered later, by somebody else'
step sitzungsdienst drucke entwurf-0002 -o faelle.odt
RATSWEG_UHR=2035-12-31T23:59:00Z USER=fremd LOGNAME=fremd run ratsweg --als revision drucke entwurf-0002 -o spaeter.odt
status 0
same faelle.odt spaeter.odt
for teil in content styles meta; do unzip -p faelle.odt $teil.xml >$teil.xml; done
it 'odt-live-date: what the file says of itself'
xpath meta.xml 'count(//*[contains(local-name(), "date")])' 2 'two days'
xpath meta.xml 'count(//*[contains(local-name(), "date")][. = "2021-08-19T00:00:00"])' 2 'both of the paper'
xpath meta.xml 'count(//*[contains(local-name(), "creator")])' 2 'an author'
xpath meta.xml 'count(//*[contains(local-name(), "creator")][. = "Stadt Dortmund"])' 2 'who is the city'
it 'odt-live-date: nothing is computed but page numbers'
feld='//*[contains("|date|time|creation-date|creation-time|modification-date|modification-time|print-date|print-time|author-name|author-initials|creator|initial-creator|file-name|user-defined|", concat("|", local-name(), "|"))]'
xpath content.xml "count($feld)" 0 'in the text'
xpath styles.xml "count($feld)" 0 'in heads and feet'
xpath styles.xml 'count(//*[local-name() = "page-number"])' 3 'page numbers stay'
xpath styles.xml 'count(//*[local-name() = "page-count"])' 2 'so does the number of pages'

it 'odt-indent-splits-numbers: the paragraph in the ODT'
bezug='//*[local-name() = "p"][starts-with(., "Bezug")]'
xpath content.xml "count(${bezug}[. = \"$zahlen\"])" 3 "three times $zahlen"
xpath content.xml 'count(//text()[normalize-space(.) = ""])' 0 'no white space between elements'
it 'odt-form-text-whitespace: the paragraphs in the ODT'
cp content.xml "$out"
out_has '>Kosten:<text:tab/>1.200 EUR<text:line-break/>Folgekosten: <text:s text:c="3"/>300 EUR</text:p>'
out_has '><text:s text:c="2"/>Zweiter Absatz</text:p>'
last='grep behind line-break'
! grep -Pzq '<text:line-break/>\s' content.xml
verdict $? 'no white space behind a line break'
[ "$(grep -o '<text:line-break/>Folgekosten: <text:s' content.xml | wc -l)" = 2 ]
verdict $? 'carriage returns as references change nothing'
it 'odt-table-in-list-item: the list in the ODT'
xpath content.xml 'count(//*[local-name() = "list-item"]//*[local-name() = "table"])' 0 'no table in a list item'
xpath content.xml 'count(//*[local-name() = "list"]//*[. = "zum 01.01.2022."])' 0 'the text behind the table has no number'

# == what LibreOffice shows; one start for each format ==

mkdir -p profil/user
cat >profil/user/registrymodifications.xcu <<'R'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="sn"><value>Fremdkonto</value></prop></item>
</oor:items>
R
it 'LibreOffice opens it'
office 'docx:MS Word 2007 XML' faelle.odt
there aus/faelle.docx
mv aus/faelle.docx word.docx
office 'txt:Text (encoded):UTF8' faelle.odt word.docx
there aus/faelle.txt
there aus/word.txt
for format in faelle word; do
  tr -d '\r' <"aus/$format.txt" >"$format.txt"
  it "odt-indent-splits-numbers: as text ($format)"
  last="grep in $format.txt"
  [ "$(grep -cxF "$zahlen" "$format.txt")" = 3 ]
  verdict $? "three times $zahlen"
  it "odt-form-text-whitespace: as text ($format)"
  text_is "$format.txt" $'Kosten:\t1.200 EUR'
  text_is "$format.txt" 'Folgekosten:    300 EUR'
  text_is "$format.txt" '  Zweiter Absatz'
  it "odt-control-characters: legal ones as text ($format)"
  text_is "$format.txt" "$hinweis"
  it "odt-table-in-list-item: as text ($format)"
  cp "$format.txt" "$out"
  shows '1. Der Rat beschließt folgende Stellen: E 13 2,0 zum 01.01.2022. 2. Die Verwaltung berichtet.'
  it "odt-live-date: as text ($format)"
  only_days
done
it 'odt-live-date: as DOCX'
unzip -p word.docx word/document.xml 'word/header*.xml' 'word/footer*.xml' |
  grep -oE '<w:instrText[^<]*' | sed 's/.*> *//; s/ *$//' | sort -u | xargs >felder
last="fields: $(cat felder)"
[ "$last" = 'fields: NUMPAGES PAGE' ]
verdict $? 'no field but page numbers'
it 'odt-live-date: as PDF, with heads, feet and continuation line'
office pdf faelle.odt
pdftotext -layout aus/faelle.pdf "$out"
out_has 'Kopf 19.08.2021'
for i in 1 2; do out_has "Seite $i von"; done
[ "$(grep -cE 'Seite [0-9]+ von [0-9]+, 19\.08\.2021$' "$out")" = "$(grep -c 'Seite [0-9]* von' "$out")" ]
verdict $? 'each foot has the day of the paper'
out_has 'Fortsetzung vom 19.08.2021'
only_days

it 'odt-live-date: a letterhead with live fields is not printed with'
felder='<text:date>1</text:date><text:time>2</text:time><text:creation-date>3</text:creation-date><text:modification-date>4</text:modification-date><text:author-name>5</text:author-name><text:file-name>6</text:file-name>'
mkdir lebend
sed -e "s|, $tag|$felder|" -e 's|table:style-name="Kopf.A2"|& table:formula="ooow:user_lastname"|' vorlage.fodt >lebend/vorlage.fodt
run ratsweg drucke --pruefe-vorlage --briefkopf lebend/vorlage.fodt
status 1
# shellcheck disable=SC1111 # German quotes
for name in date time creation-date modification-date author-name file-name; do out_has "Der Feldbefehl „${name}“"; done
out_has 'Die Formel einer Tabellenzelle'
step verwaltung einlesen lebend/vorlage.fodt
out_has 'Befund im Briefkopf: Der Feldbefehl „date“'
mark
als sitzungsdienst drucke entwurf-0002 -o lebend.odt
bad 'Der Feldbefehl „author-name“' 'Die Formel einer Tabellenzelle'
not_there lebend.odt
