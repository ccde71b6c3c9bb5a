#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Bad input: status 2, a message with file, line, what is wrong and what was expected, and nothing written.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'
papier gut.xml beschlussvorlage "$rat"
mark

# file NAME LINE WRONG EXPECTED...: the file is refused.
file() {
  it "$1"
  als sachbearbeitung einlesen "$1"
  bad "$1, Zeile $2: " "${@:3}"
}

it 'not XML'
echo 'Sehr geehrte Damen und Herren,' >brief.xml
file brief.xml 1 'kein XML' 'erwartet wird'
printf '' >leer.xml
it leer.xml
als sachbearbeitung einlesen leer.xml
bad leer.xml 'erwartet wird'
head -c 300 gut.xml >halb.xml
it halb.xml
als sachbearbeitung einlesen halb.xml
bad 'halb.xml, Zeile ' 'erwartet wird'
head -c 4000 /dev/zero >null.xml
it null.xml
als sachbearbeitung einlesen null.xml
bad null.xml 'erwartet wird'

it 'wrong encoding'
sed 's/encoding="UTF-8"/encoding="ISO-8859-1"/' gut.xml | iconv -f UTF-8 -t ISO-8859-1 >latin1.xml
als sachbearbeitung einlesen latin1.xml
bad 'latin1.xml, Zeile ' 'UTF-8'
iconv -f UTF-8 -t ISO-8859-1 gut.xml >gelogen.xml
als sachbearbeitung einlesen gelogen.xml
bad 'gelogen.xml, Zeile ' 'UTF-8'
iconv -f UTF-8 -t UTF-16 gut.xml >utf16.xml
als sachbearbeitung einlesen utf16.xml
bad 'utf16.xml' 'UTF-8'

it 'no entity reads a file'
echo geheimnis-4711 >marke
sed "s|^<vorlage|<!DOCTYPE vorlage [<!ENTITY x SYSTEM \"file://$PWD/marke\">]>\n<vorlage|; s|Darum.|\&x;|" gut.xml >xxe.xml
als sachbearbeitung einlesen xxe.xml
bad 'xxe.xml, Zeile 2: ' DOCTYPE 'erwartet wird'
err_lacks geheimnis
! grep -rqF geheimnis "$RATSWEG_ABLAGE"
verdict $? 'the marker is nowhere in the store'
it 'no entity grows'
{
  printf '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE vorlage [<!ENTITY a0 "hahahahaha">'
  for i in 1 2 3 4 5 6 7 8 9; do printf '<!ENTITY a%s "' "$i" && printf "&a$((i - 1));%.0s" 1 2 3 4 5 6 7 8 9 10 && printf '">'; done
  printf ']>\n<vorlage xmlns="urn:ratsweg:1"><titel>&a9;</titel></vorlage>\n'
} >lachen.xml
als sachbearbeitung einlesen lachen.xml
bad 'lachen.xml, Zeile 2: ' DOCTYPE 'erwartet wird'

it 'too large'
{ sed '/<abschnitt art="begruendung">/,$d' gut.xml; printf '<abschnitt art="begruendung"><p>'; head -c 9000000 /dev/zero | tr '\0' 'a'; printf '</p></abschnitt></vorlage>'; } >gross.xml
als sachbearbeitung einlesen gross.xml
bad 'gross.xml: größer als 8388608 Bytes'
it 'a stream without end'
timeout 20 "$RATSWEG" --als sachbearbeitung einlesen /dev/zero >"$out" 2>"$err"
rc=$?
bad /dev/zero
it 'too deep'
{ echo '<?xml version="1.0" encoding="UTF-8"?>' && printf '<a>%.0s' {1..300} && printf '</a>%.0s' {1..300}; } >tief.xml
als sachbearbeitung einlesen tief.xml
bad 'tief.xml, Zeile 2: ' 200

sed 's|<titel>.*</titel>|&<wetter>heiter</wetter>|' gut.xml >fremd.xml
file fremd.xml 8 '<wetter>' 'erwartet wird'
sed 's|<p>Darum.</p>|<p style="color:red">Darum.</p>|' gut.xml >bunt.xml
file bunt.xml 10 style 'erwartet wird'
sed 's| xmlns="urn:ratsweg:1"||' gut.xml >ohne-namen.xml
file ohne-namen.xml 2 vorlage 'urn:ratsweg:1'
sed 's|urn:ratsweg:1|urn:ratsweg:2|' gut.xml >zukunft.xml
file zukunft.xml 2 vorlage 'urn:ratsweg:1'
sed 's|art="beschlussvorlage"|art="wunschzettel"|' gut.xml >wunsch.xml
it wunsch.xml
als sachbearbeitung einlesen wunsch.xml
bad wunsch.xml '„wunschzettel“ ist unbekannt' 'erwartet wird beschlussvorlage'
sed 's|<datum>2021-08-20|<datum>2021-02-29|' gut.xml >schalttag.xml
file schalttag.xml 5 2021-02-29 'erwartet wird'
sed 's|termin="2021-09-23"|termin="2021-13-01"|' gut.xml >monat.xml
file monat.xml 13 2021-13-01 'erwartet wird'
sed 's|gremium="rat"|gremium="rad"|' gut.xml >rad.xml
it 'an unknown body'
als sachbearbeitung einlesen rad.xml
bad 'rad.xml: ' 'das Gremium „rad“ (Zeile 13)' 'ratsweg liste gremien'
sed 's|zustaendigkeit="beschluss"|zustaendigkeit="zuruf"|' gut.xml >zuruf.xml
it 'an unknown role'
als sachbearbeitung einlesen zuruf.xml
bad 'zuruf.xml: ' 'die Zuständigkeit „zuruf“ (Zeile 13)'
it 'an unknown office'
papier stelle.xml beschlussvorlage "$rat" "$text_of_paper" '<mitzeichnung><zeichner stelle="fb-99"/></mitzeichnung>'
als sachbearbeitung einlesen stelle.xml
bad 'stelle.xml: Unbekannte Stelle: fb-99 (Zeile 11)' Abhilfe

sed 's|<abschnitt |<abschnitt id="a1" |' gut.xml >doppelt.xml
it 'ids twice'
als sachbearbeitung einlesen doppelt.xml
bad 'doppelt.xml, Zeile 10: ' 'a1' 'erwartet wird'
sed 's|oeffentlich="ja"|oeffentlich="ja" zustand="beschlossen"|' gut.xml >zustand.xml
it 'what the engine keeps'
file zustand.xml 2 'zustand="beschlossen"' 'wird von Ratsweg geführt' 'Abhilfe'
sed 's|termin="2021-09-23"|termin="2021-09-23" sitzung="rat/2021-09-23"|' gut.xml >sitzung.xml
file sitzung.xml 13 sitzung 'wird von Ratsweg geführt'
sed 's|"2021-09-23"/>|"2021-09-23"><ergebnis code="beschlossen" am="2021-09-23"/></station>|' gut.xml >ergebnis.xml
file ergebnis.xml 13 '<ergebnis>' 'wird von Ratsweg geführt'
sed 's|oeffentlich="ja"|oeffentlich="ja" kennung="99999-21"|' gut.xml >nummer.xml
it 'a number of one'\''s own choice'
als sachbearbeitung einlesen nummer.xml
bad nummer.xml 'die Vorlage „99999-21“ gibt es nicht'

it 'pictures'
sed 's|<p>Darum.</p>|<p><img src="fehlt.png" alt="Nichts"/></p>|' gut.xml >bild-fehlt.xml
als sachbearbeitung einlesen bild-fehlt.xml
bad 'bild-fehlt.xml, Zeile 10: ' fehlt.png
echo 'kein Bild' >kein.png
sed 's|<p>Darum.</p>|<p><img src="kein.png" alt="Nichts"/></p>|' gut.xml >bild-falsch.xml
als sachbearbeitung einlesen bild-falsch.xml
bad 'bild-falsch.xml, Zeile 10: ' kein.png 'erwartet wird'
sed 's|<p>Darum.</p>|<p><img src="../geheim.png" alt="Nichts"/></p>|' gut.xml >bild-weit.xml
als sachbearbeitung einlesen bild-weit.xml
bad 'bild-weit.xml, Zeile 10: ' '../geheim.png' 'erwartet wird'
cp "$samples/abstimmung.png" gut.png
sed 's|<p>Darum.</p>|<p><img src="gut.png"/></p>|' gut.xml >bild-stumm.xml
als sachbearbeitung einlesen bild-stumm.xml
bad 'bild-stumm.xml, Zeile 10: ' alt 'erwartet wird'

it 'a sitting'
cat >sitzung-unbekannt.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="rad/2021-10-07" gremium="rad">
  <beginn>2021-10-07T15:00</beginn>
</sitzung>
S
als sitzungsdienst einlesen sitzung-unbekannt.xml
bad 'sitzung-unbekannt.xml: Das Gremium „rad“ ist unbekannt.' Abhilfe
sed 's/rad/rat/g; s/2021-10-07T/2021-10-08T/' sitzung-unbekannt.xml >sitzung-anders.xml
als sitzungsdienst einlesen sitzung-anders.xml
bad 'sitzung-anders.xml: Die Kennung rat/2021-10-07 passt nicht' 'rat/2021-10-08'
sed 's/rad/rat/g; s/15:00/25:00/' sitzung-unbekannt.xml >sitzung-stunde.xml
als sitzungsdienst einlesen sitzung-stunde.xml
bad 'sitzung-stunde.xml, Zeile 2: ' 25:00 'erwartet wird'

it 'all or nothing'
als sachbearbeitung einlesen gut.xml rad.xml
bad 'rad.xml: '
als sachbearbeitung einlesen gut.xml gibt-es-nicht.xml
bad gibt-es-nicht.xml
als sachbearbeitung einlesen .
bad '.: ist keine Datei'

it 'rules that do not hold together'
sed 's/waechter="vier-augen"/waechter="sechs-augen"/' "$top_srcdir/templates/nrw/regeln.xml" >regeln.xml
als verwaltung einlesen regeln.xml
bad 'Zeile ' 'sechs-augen'
it 'a letterhead that is none'
echo '<a/>' >vorlage.fodt
als verwaltung einlesen vorlage.fodt
bad vorlage.fodt 'erwartet wird'
it 'an account with an unknown role'
als verwaltung benutzer anlegen neu --rolle pforte
bad 'Unbekannte Rolle: pforte' 'Rollen sind '
als verwaltung benutzer anlegen 'Neu Mann' --rolle revision
bad 'Neu Mann' 'erwartet wird'

# -- words and options --

wrong() { # SAYS COMMAND...
  it "${*:2}"
  als sitzungsdienst "${@:2}"
  bad "$1"
}
wrong 'Die Kennung „4711-21“ ist unbekannt.' zeige 4711-21
wrong 'Die Kennung „4711-21“ ist unbekannt.' schritt 4711-21 einreichen
wrong 'Die Kennung „4711-21“ ist unbekannt.' drucke 4711-21
wrong 'Die Kennung „4711-21“ ist unbekannt.' verlauf 4711-21
wrong 'Die Kennung „4711-21“ ist unbekannt.' moeglich 4711-21
wrong 'Die Kennung „4711-21“ ist unbekannt.' ausgeben 4711-21 --an Rat --weg Post
wrong 'Die Kennung „4711-21“ ist unbekannt.' ergebnis 4711-21 rat beschlossen
wrong 'Die Kennung „4711-21“ ist unbekannt.' schritt rat/2021-09-23 aufnehmen vorlage=4711-21
wrong 'Den Schritt „hexen“ gibt es für 21874-21 nicht; es gibt bearbeiten' schritt 21874-21 hexen
wrong 'hat einen eigenen Befehl: ratsweg ausgeben' schritt 21874-21 ausgeben
wrong 'hat einen eigenen Befehl: ratsweg einlesen' schritt 21874-21 bearbeiten
wrong '„farbe“' schritt 21874-21 einreichen farbe=rot
wrong '„rot“ ist kein name=wert.' schritt 21874-21 einreichen rot
wrong '„a“ steht doppelt.' schritt 21874-21 einreichen a=1 a=2
wrong 'Das Ergebnis „hurra“ ist unbekannt; erwartet wird empfohlen' ergebnis 21874-21 rat hurra
wrong 'gibt es „kita“ nicht; sie nennt apod, afbl, hauptausschuss und rat.' ergebnis 21874-21 kita empfohlen
wrong 'wird ein Tag erwartet' ergebnis 21874-21 rat/gestern beschlossen
wrong 'gibt es „rat/2021-09-24“ nicht' ergebnis 21874-21 rat/2021-09-24 beschlossen
wrong 'ist kein Tag' ergebnis 21874-21 rat vertagt --termin 2021-02-30
wrong 'ja=viele ist keine Zahl ab 0.' ergebnis 21874-21 rat beschlossen --stimmen ja=viele
wrong '„dafür“ ist unbekannt; erwartet wird ja=N,nein=N,enthaltung=N, wahlweise ungueltig=N,nicht-abgestimmt=N.' ergebnis 21874-21 rat beschlossen --stimmen dafür=3
wrong '„ja“ steht doppelt.' ergebnis 21874-21 rat beschlossen --stimmen ja=3,ja=4
wrong 'gibt-es-nicht.txt' ergebnis 21874-21 rat geaendert-beschlossen --text gibt-es-nicht.txt
wrong '„drehen“ ist unbekannt; erwartet wird hinzufuegen, verlegen oder streichen.' station 21874-21 drehen
wrong 'Es fehlt station=' station 21874-21 streichen
wrong 'Unbekannt ist das Gremium „rad“' station 21874-21 hinzufuegen rad zustaendigkeit=beschluss grund=neu
wrong '--wirksam' schritt 21874-21 einreichen --wirksam morgen
wrong 'Aufruf: ratsweg schritt KENNUNG[,KENNUNG...] SCHRITT' schritt 21874-21
wrong 'Aufruf: ratsweg zeige KENNUNG' zeige
wrong 'Aufruf: ratsweg zeige KENNUNG' zeige 21874-21 21874-21
wrong 'Aufruf: ratsweg ergebnis KENNUNG' ergebnis 21874-21 rat
wrong 'Aufruf: ratsweg ergebnis KENNUNG' ergebnis 21874-21 rat beschlossen einstimmig
wrong 'Aufruf: ratsweg einlesen DATEI...' einlesen
wrong 'Aufruf: ratsweg ausgeben KENNUNG --an EMPFÄNGER --weg WEG' ausgeben 21874-21
wrong 'Aufruf: ratsweg benutzer anlegen' benutzer anlegen neu
wrong 'Unbekannte Option: --farbe' liste --farbe
wrong 'fehlt ein Wert' zeige 21874-21 --stand viele
wrong 'ist kein Stand' zeige 21874-21 --stand -1
wrong '99' zeige 21874-21 --stand 99
wrong '--am' zeige 21874-21 --am gestern
wrong 'erwartet wird oeffentlich oder intern' drucke 21874-21 --sicht geheim
wrong '„pizza“' drucke 21874-21 --stueck pizza
wrong '„farben“' liste farben
wrong '--von' liste --von gestern
wrong '--bis' verlauf --bis 2021-02-30
wrong '32 hexadezimale Ziffern' schritt 21874-21 einreichen --anfrage abc
wrong 'Den Befehl „tanze“ gibt es nicht.' tanze
it 'an empty word'
als sitzungsdienst zeige ''
bad 'ist unbekannt'

it 'control characters in a reason'
als sitzungsdienst schritt 21874-21 zurueckziehen --grund $'weg\x07damit'
bad '--grund' 'verbotenes Zeichen U+0007 an Stelle 4'
als sitzungsdienst schritt 21874-21 zurueckziehen --grund $'weg\xff'
bad '--grund' UTF-8
als sitzungsdienst schritt 21874-21 zurueckziehen $'grund=weg\x1b[31m'
bad 'verbotenes Zeichen U+001B'
err_lacks $'\x1b'

it 'a changed wording that is none'
printf 'a\0b' >null.txt
als sitzungsdienst ergebnis 21874-21 rat geaendert-beschlossen --text null.txt
bad null.txt 'erwartet wird'
echo '<beschluss/>' >beschluss.xml
als sitzungsdienst ergebnis 21874-21 rat geaendert-beschlossen --text beschluss.xml
bad beschluss.xml 'erwartet wird'
printf ' \n\n' >weiss.txt
als sitzungsdienst ergebnis 21874-21 rat geaendert-beschlossen --text weiss.txt
bad weiss.txt 'enthält keinen Text'

it 'a folder that is no store'
mkdir nichts
run ratsweg -C nichts liste
status 3
err_has nichts
it 'a folder that is one already'
run ratsweg anlegen "$RATSWEG_ABLAGE"
status 2
untouched
it 'an unknown city'
run ratsweg anlegen neu --profil atlantis
status 2
err_has atlantis
not_there neu

it 'good input still goes in'
step sachbearbeitung einlesen gut.xml
out_has 'Neuer Entwurf entwurf-0002 angelegt.'
