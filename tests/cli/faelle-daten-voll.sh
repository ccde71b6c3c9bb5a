#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# No room: a limit for the size of files, and a small disk in memory with ever more room on it.  The command says
# which file and why, nothing has happened, and with room the same command works.  Every other fault of a disk is
# tests/fault/platte.sh's.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
# A mount namespace of its own gives the small disk without rights outside.
if [ -z "${EIGENE_PLATTE-}" ] && unshare -rm mount -t tmpfs tmpfs /mnt 2>/dev/null; then
  exec unshare -rm env EIGENE_PLATTE=ja bash "$0"
fi
. "$top_srcdir/tests/cli/lib.sh"
demo freigegeben
cp "$samples"/*.png .
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'
many=$(head -c 4500 /dev/zero | tr '\0' Q)
papier papier.xml beschlussvorlage "$rat" "<abschnitt art=\"beschlussvorschlag\"><p>Ja.</p></abschnitt>
  <abschnitt art=\"begruendung\"><p>$many</p></abschnitt>"
step sachbearbeitung einlesen papier.xml
run ratsweg zeige entwurf-0002
sed 's/Ja\./Nein./' "$out" >neu.xml
readable=vorlagen/entwurf/entwurf-0002.xml
mv probe/ablage sauber

fresh() { # FOLDER
  rm -rf "$1"
  cp -r sauber "$1"
  export RATSWEG_ABLAGE=$PWD/$1
  mark
  before=$(events)
}
# no_parts FOLDER: nothing unfinished was left.
no_parts() {
  [ -z "$(parts "$1")" ]
  verdict $? 'leaves no part file'
}
# limited KB COMMAND...: with this limit for files; the messages go through a pipe, which has none.
limited() {
  local kb=$1
  shift
  last="ratsweg $* (files up to $kb KB)"
  (ulimit -f "$kb" && exec "$RATSWEG" "$@" 2>&1 >"$out" </dev/null) | cat >"$err"
  rc=${PIPESTATUS[0]}
  [ "$rc" != 86 ] && [ "$rc" -lt 130 ]
  verdict $? 'is not ended by a signal or a fault'
}
# failed FILE CAUSE: status 3, which file, why, what helps.
failed() {
  status 3
  err_has "$1"
  grep -qE "$2" "$err"
  verdict $? 'says why'
  err_has 'Abhilfe: '
  out_empty
}
# The first look takes back what could not even be rolled back.
as_before() {
  [ "$(events)" = "$before" ]
  verdict $? 'no event claims it'
  untouched
  no_parts .
}
# works ACCOUNT COMMAND...: the same with room, and the store is whole.
works() {
  step "$@"
  run ratsweg pruefe
  status 0
}
large='die Datei würde größer, als hier erlaubt ist'
full='auf dem Datenträger ist kein Platz mehr'

it 'daten-disk-full: a new version'
late=$(($(stat -c %s sauber/ratsweg.db) / 1024 * 2 / 3)) # a part of the database that each step writes lies behind it
[ "$(stat -c %s "sauber/$readable")" -gt 5000 ]
verdict $? 'the stored paper has about 5 kB'
# The first byte of the journal, the middle of it, and the database itself, which only the commit writes: beyond
# the limit its old pages cannot be written back either, and the next command does it.
for kb in 0 4 16 $late; do
  fresh ablage
  limited "$kb" --als sachbearbeitung einlesen neu.xml
  failed ratsweg.db "$large"
  if [ "$kb" = "$late" ]; then
    run ratsweg liste
    status 0
    err_has 'Ein unterbrochener Schritt war nicht aufgenommen und ist zurückgenommen'
  fi
  as_before
  same "sauber/$readable" "ablage/$readable"
  works sachbearbeitung einlesen neu.xml
  grep -q 'Nein\.' "ablage/$readable"
  verdict $? 'with room it is there'
done
it 'daten-disk-full: a caller that ignores the signal'
fresh ablage
trap '' XFSZ
limited 0 --als sachbearbeitung einlesen neu.xml
trap - XFSZ
failed ratsweg.db "$large"
as_before
it 'daten-disk-full: documents that fit one buffer'
limited 0 --als verwaltung benutzer anlegen neu --rolle revision
failed ratsweg.db "$large"
as_before
not_there ablage/benutzer/neu.xml
works verwaltung benutzer anlegen neu --rolle revision
for where in klein.xml /dev/full; do
  (ulimit -f 0 && exec "$RATSWEG" zeige drucksachen 2>&1 >$where) | cat >"$err"
  rc=${PIPESTATUS[0]} last="ratsweg zeige drucksachen >$where"
  status 3
  err_has 'Die Ausgabe konnte nicht vollständig geschrieben werden. Ursache: '
  grep -qE "$large|$full" "$err"
  verdict $? 'says why'
done

it 'daten-disk-full: an ODT'
fresh ablage
for kb in 0 4 8; do
  limited $kb drucke 21874-21 -o aus.odt
  failed aus.odt "$large"
  not_there aus.odt
  as_before
done
echo 'das alte Papier' >aus.odt
cp aus.odt alt.odt
limited 8 drucke 21874-21 -o aus.odt
failed aus.odt "$large"
same aus.odt alt.odt
as_before
rm aus.odt
it 'daten-disk-full: an issue, at the journal, at its own file and at the commit'
contents() { find ablage/inhalt -type f | wc -l; }
kept=$(contents)
for kb in 0 4 16 64; do
  limited "$kb" --als sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o aus.odt
  [ "$kb" -gt 4 ] && file=aus.odt || file=ratsweg.db
  failed "$file" "$large"
  not_there aus.odt
  as_before
done
limited "$late" --als sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o aus.odt
failed ratsweg.db "$large"
not_there aus.odt
no_parts .
[ "$(events)" = "$before" ]
verdict $? 'no event claims it'
run ratsweg pruefe
status 0
works sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o aus.odt
[ "$(contents)" = $((kept + 1)) ]
verdict $? 'what was issued is kept once'
run unzip -tq aus.odt
status 0

it 'daten-disk-full: what an unfinished write left is no document'
cp "ablage/$readable" "ablage/vorlagen/entwurf/entwurf-0003.xml.teil-abc123"
run ratsweg liste
out_lacks entwurf-0003
run ratsweg zeige entwurf-0003
status 2
run ratsweg pruefe
status 1
out_has 'Datei vorlagen/entwurf/entwurf-0003.xml.teil-abc123: Rest eines unterbrochenen Schreibens'
rm -r ablage

if [ -z "${EIGENE_PLATTE-}" ]; then
  n=$((n + 1))
  echo "ok $n - daten-disk-full: a small disk # SKIP no mount namespace here"
  exit
fi
# room KB: so much is left on the disk.
room() {
  local free
  rm -f platte/fuellung
  free=$(df --output=avail -k platte | tail -n 1)
  head -c $(((free - $1) * 1024)) /dev/zero >platte/fuellung
}
mkdir platte
mount -t tmpfs -o size=2m tmpfs platte
cp -r sauber platte/ablage
export RATSWEG_ABLAGE=$PWD/platte/ablage
mark
before=$(events)
it 'daten-disk-full: a small disk with ever more room'
rc=3 failures=0
for kb in $(seq 0 4 400); do
  room "$kb"
  last="einlesen with $kb KB left"
  "$RATSWEG" --als sachbearbeitung einlesen neu.xml >"$out" 2>"$err"
  rc=$?
  [ "$rc" != 0 ] || break
  failures=$((failures + 1))
  failed ratsweg.db "$full"
  as_before
done
[ "$failures" -gt 0 ]
verdict $? 'there are failures'
status 0
err_empty
grep -q 'Nein\.' "platte/ablage/$readable"
verdict $? 'with room enough it is there'
[ "$(events)" = $((before + 1)) ]
verdict $? 'as one event'
it 'daten-disk-full: an ODT on a full disk'
room 4
mark
before=$(events)
echo 'das alte Papier' >platte/aus.odt
run ratsweg drucke 21874-21 -o platte/aus.odt
failed platte/aus.odt "$full"
same platte/aus.odt alt.odt
as_before
run ratsweg --als sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o platte/aus.odt
failed platte "$full"
same platte/aus.odt alt.odt
as_before
it 'daten-disk-full: with room the same commands work'
rm platte/fuellung
must ratsweg drucke 21874-21 -o platte/aus.odt
works sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o platte/aus.odt
