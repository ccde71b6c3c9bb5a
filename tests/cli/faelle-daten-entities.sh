#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Document type declarations at every door through which somebody's XML comes in: a file of this machine, a text
# that grows without end, an address on the network, and a harmless one.  All are refused by one rule; that one
# function reads all XML is tests/layers/includes.sh's.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
needs openssl
needs zip
demo freigegeben
geheim=GEHEIM-7319-TAUBE
echo "$geheim" >marke
cp "$samples"/*.png .

# A listener for one caller: it ends behind the first.
openssl s_server -accept 0 -naccept 1 -nocert >hoert 2>&1 </dev/null &
listener=$!
trap 'kill $listener 2>/dev/null; echo "1..$n"' EXIT
for _ in $(seq 200); do
  port=$(sed -n 's/^ACCEPT .*:\([0-9]*\)$/\1/p' hoert)
  [ -z "$port" ] || break
  sleep 0.1
done
[ -n "$port" ] || {
  kill $listener
  skip_all 'openssl s_server does not listen here'
}

# declaration KIND ROOT: what stands before the root element; $use is what refers to it.
declaration() {
  local i
  use='&e;'
  case $1 in
    file) echo "<!DOCTYPE $2 [<!ENTITY e SYSTEM \"file://$PWD/marke\">]>" ;;
    growing)
      printf '<!DOCTYPE %s [<!ENTITY a "hahahahaha">' "$2"
      for i in 'b a' 'c b' 'd c' 'e d' 'f e' 'g f' 'h g' 'i h' 'j i'; do
        printf '<!ENTITY %s "' "${i% *}" && printf "&${i#* };%.0s" {1..10} && printf '">'
      done
      echo ']>'
      use='&j;'
      ;;
    network)
      echo "<!DOCTYPE $2 SYSTEM \"http://127.0.0.1:$port/a.dtd\" [<!ENTITY % p SYSTEM \"http://127.0.0.1:$port/p.ent\"> %p;]>"
      use='&q;'
      ;;
    harmless)
      echo "<!DOCTYPE $2 [<!ENTITY unbenutzt \"x\">]>"
      use='Text'
      ;;
  esac
}
# with KIND ROOT FILE: the file, otherwise good, with the declaration and the use of it in place of @.
with() {
  declaration "$1" "$2" >kopf
  { echo '<?xml version="1.0" encoding="UTF-8"?>' && cat kopf && sed "1{/^<?xml/d}; s/@/${use/&/\\&}/" "$3"; } >"$4"
}
# asked COMMAND...: within time and memory.
bounded() {
  sanitized || ulimit -v 200000
  exec timeout 30 "$RATSWEG" "$@"
}
export -f bounded sanitized
asked() {
  run bash -c 'bounded "$@"' bounded "$@"
  cat "$out" >>.answers
}
# no_doctype FILE COMMAND...: refused by the one rule, and nothing is stored.
no_doctype() {
  asked "${@:2}"
  bad "$1" 'eine Dokumenttyp-Deklaration (DOCTYPE) wird nicht angenommen; erwartet wird ein Dokument ohne DOCTYPE'
}

# Good files of every kind, each with a place for the entity.
papier vorlage.gut beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'
sed -i 's/Darum\./Darum. @/' vorlage.gut
echo '<text xmlns="urn:ratsweg:1"><p>Der Rat beschließt. @</p></text>' >text.gut
sed '0,/<ablehnung>/s//&@ /' "$top_srcdir/templates/nrw/regeln.xml" >regeln.gut
sed '0,/<\/text:p>/s//@&/' "$top_srcdir/templates/dortmund/vorlage.fodt" >briefkopf.gut
cat >stil.gut <<'S'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">@</xsl:template></xsl:stylesheet>
S
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>@</text></svg>' >plan.gut
sed 's|<beratungsfolge>|<anlagen><anlage titel="Plan" datei="plan.svg"/></anlagen>&|; s/@//' vorlage.gut >anlage.xml
sed 's|Darum. @|<img src="plan.svg" alt="Plan"/>|' vorlage.gut >bild.xml
unzip -q -d odt probe/odt/1-entwurf.odt
sed '0,/<text:h /s//@&/' odt/content.xml >content.gut

for kind in file growing network harmless; do
  it "daten-entities: $kind, as a file that is read in"
  mark
  with $kind vorlage vorlage.gut vorlage.xml
  no_doctype vorlage.xml --als sachbearbeitung einlesen vorlage.xml
  with $kind regeln regeln.gut regeln.xml
  no_doctype regeln.xml --als verwaltung einlesen regeln.xml
  with $kind office:document briefkopf.gut vorlage.fodt
  no_doctype vorlage.fodt --als verwaltung einlesen vorlage.fodt
  no_doctype vorlage.fodt drucke --pruefe-vorlage --briefkopf vorlage.fodt
  with $kind text text.gut text.xml
  no_doctype text.xml --als sitzungsdienst ergebnis 21874-21 apod geaendert-empfohlen --text text.xml
  it "daten-entities: $kind, as a stylesheet"
  with $kind xsl:stylesheet stil.gut stil.xsl
  no_doctype stil.xsl --als verwaltung einlesen stil.xsl
  it "daten-entities: $kind, as a drawing"
  with $kind svg plan.gut plan.svg
  no_doctype plan.svg --als sachbearbeitung einlesen anlage.xml
  asked --als sachbearbeitung einlesen bild.xml
  bad plan.svg 'kein lesbares PNG- oder JPEG-Bild'
  it "daten-entities: $kind, inside an ODT"
  with $kind office:document-content content.gut odt/content.xml
  rm -f fremd.odt
  (cd odt && zip -q -0 -X ../fremd.odt mimetype && zip -q -r ../fremd.odt . -x mimetype)
  asked pruefe fremd.odt
  status 1
  out_has 'fremd.odt: diese Ablage hat die Datei so nicht ausgegeben'
  untouched
  asked --als sachbearbeitung einlesen fremd.odt
  bad fremd.odt 'erwartet wird'
done

it 'daten-entities: without the declaration each is taken'
for f in vorlage text regeln briefkopf plan; do sed 's/@//' $f.gut >$f.ohne; done
cp plan.ohne plan.svg
cp vorlage.ohne vorlage.xml
cp regeln.ohne regeln.xml
cp briefkopf.ohne vorlage.fodt
step sachbearbeitung einlesen vorlage.xml anlage.xml
step verwaltung einlesen regeln.xml vorlage.fodt
run ratsweg drucke 21874-21 --sicht intern -o aus.odt
status 0

it 'daten-entities: nothing came in'
for odt in aus.odt probe/odt/*.odt; do unzip -p $odt >>.answers; done
grep -rlF "$geheim" "$RATSWEG_ABLAGE" .answers .said >"$out"
out_empty
run ratsweg verlauf --xml
out_lacks "$geheim"
run ratsweg pruefe
status 0
it 'daten-entities: the listener was never called'
kill -0 $listener
verdict $? 'it still waits for its first caller'
(exec 3<>"/dev/tcp/127.0.0.1/$port" && echo GET >&3) 2>/dev/null
wait $listener
grep -q '^DONE' hoert
verdict $? 'and would have noticed one'
