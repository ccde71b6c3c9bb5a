#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A case from practice, by the raw bytes of what the commands write: an ODT that newer programs call damaged
# because of the way it is packed (PKWARE APPNOTE 4.3; ODF 1.3 part 2, 3).
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
stage 21874-21 freigegeben '1-entwurf.odt 2-freigegeben.odt' '- - - -'

# le OFFSET COUNT: a number out of $bytes, the little end first, in $number.
le() {
  local i
  number=0
  for ((i = $1 + $2 - 1; i >= $1; i--)); do number=$((number << 8 | 16#${bytes:2*i:2})); done
}

# row PLACE AT NEED FLAGS METHOD PACKED SIZE NAME EXTRA: offsets within a header, as a line of the table.
row() {
  local place=$1 at=$2 field line name
  shift 2
  le $((at + $6)) 2
  name=$number
  line=$place
  for field in "$1 2" "$2 2" "$3 2" "$4 4" "$5 4" "$7 2"; do
    # shellcheck disable=SC2086 # offset and count
    le $((at + ${field% *})) ${field#* }
    line="$line $number"
  done
  extra=$number length=$name
  echo "$line $(printf '%b' "$(sed 's/../\\x&/g' <<<"${bytes:2*(at+$8):2*name}")")" >>table
}

# read_zip FILE: a line a header in the file "table", and in "end" what comes behind the last one.
# Columns: place, version needed, flags, method, packed size, size, length of extra field, name.
read_zip() {
  local at=0 packed
  bytes=$(od -An -v -tx1 "$1" | tr -d ' \n')
  : >table
  while [ "${bytes:2*at:8}" = 504b0304 ]; do
    le $((at + 18)) 4
    packed=$number
    row lokal "$at" 4 6 8 18 22 26 28 30
    at=$((at + 30 + length + extra + packed))
  done
  while [ "${bytes:2*at:8}" = 504b0102 ]; do
    row verzeichnis "$at" 6 8 10 20 24 28 30 46
    le $((at + 32)) 2
    at=$((at + 46 + length + extra + number))
  done
  echo "${bytes:2*at}" >end
}

# none WHAT CONDITION: no line of the table is so.
none() {
  last="$file: $(awk "$2" table | tr '\n' ';')"
  [ "$last" = "$file: " ]
  verdict $? "$1"
}

# layout FILE ENTRIES
layout() {
  file=$1
  read_zip "$file"
  last="$file: $(head -n 1 table)"
  head -n 1 table | grep -Eqx 'lokal (10|20) [0-9]+ 0 39 39 0 mimetype'
  verdict $? 'first comes mimetype, stored, 39 bytes, no extra field'
  [ "${bytes:76:78}" = "$(printf application/vnd.oasis.opendocument.text | od -An -v -tx1 | tr -d ' \n')" ]
  verdict $? 'the media type stands at offset 38'
  [ "${bytes:154:8}" = 504b0304 ]
  verdict $? 'and the next entry directly behind it'
  none 'no stored entry has its sizes behind the data' '$4 == 0 && int ($3 / 8) % 2'
  none 'nor has any other' 'int ($3 / 8) % 2'
  none 'version needed is at most 20' '$2 > 20'
  none 'no folder is an entry' '$8 ~ "/$"'
  none 'no extra field, so none of ZIP64' '$7 > 0'
  none 'each size is given' '$5 == 4294967295 || $6 == 4294967295'
  last="$file: $(cat table)"
  [ "$(grep -c ^lokal table)" = "$2" ] && [ "$(grep -c ^verzeichnis table)" = "$2" ]
  verdict $? "$2 entries, as many in the directory"
  [ "$(sed -n 's/^lokal //p' table)" = "$(sed -n 's/^verzeichnis //p' table)" ]
  verdict $? 'which says the same of each'
  grep -Eqx "504b0506.{36}" end
  verdict $? 'the end record follows at once and ends the file: no ZIP64, no comment'
}

it 'odt-zip-layout: the text of the case'
papier probe.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss"/>' \
  '<abschnitt art="beschlussvorschlag"><p>Text.</p></abschnitt>'
sed -i 's|<titel>.*</titel>|<titel>Probe</titel>|' probe.xml
step sachbearbeitung einlesen probe.xml
run ratsweg drucke entwurf-0002 -o probe.odt
status 0
layout probe.odt 5 # mimetype, three parts, manifest

it 'odt-zip-layout: with pictures, which are stored too'
run ratsweg drucke 21874-21 -o bilder.odt
status 0
layout bilder.odt 7
grep -Eqx 'lokal .* 0 [0-9]+ [0-9]+ 0 Pictures/.*\.png' table
verdict $? 'a picture is stored'

it 'odt-zip-layout: to a pipe the same bytes'
for kennung in entwurf-0002 21874-21; do
  last="drucke $kennung"
  "$RATSWEG" drucke "$kennung" -o - 2>"$err" | cat >rohr.odt
  [ "${PIPESTATUS[0]}" = 0 ]
  verdict $? "$kennung goes through"
  err_empty
  run ratsweg drucke "$kennung" -o datei.odt
  same datei.odt rohr.odt
  run ratsweg --xml drucke "$kennung" -o -
  same datei.odt "$out"
done
it 'odt-zip-layout: where it is not the same it is refused'
mkfifo rohr
mark
for ziel in /dev/stdout /dev/fd/1 /proc/self/fd/1 /dev/null rohr; do
  last="drucke 21874-21 -o $ziel | cat"
  timeout 20 "$RATSWEG" drucke 21874-21 -o "$ziel" 2>"$err" | cat >"$out"
  rc=${PIPESTATUS[0]}
  bad "$ziel: ist eine Pipe oder ein Gerät" Abhilfe
done
run ratsweg drucke 21874-21 -o /dev/stdout # a file this time
bad '/dev/stdout: ist eine Pipe oder ein Gerät'

it 'odt-zip-layout: an issue goes into a file or nowhere'
for ziel in - /dev/stdout rohr; do
  run timeout 20 "$RATSWEG" --als sitzungsdienst ausgeben 21874-21 --an Presse --weg Post -o "$ziel"
  bad "$ziel: " Abhilfe
  run timeout 20 "$RATSWEG" --xml --als sitzungsdienst ausgeben 21874-21 --an Presse --weg Post -o "$ziel"
  bad "$ziel: "
done
step sitzungsdienst ausgeben 21874-21 --an Presse --weg Post -o post.odt
layout post.odt 7
kept=$(echo "$RATSWEG_ABLAGE"/anlagen/21874-21/*.odt)
same post.odt "$kept"
run ratsweg pruefe post.odt
status 0
