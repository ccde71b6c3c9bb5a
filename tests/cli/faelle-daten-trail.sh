#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Three steps, of which the second cannot be recorded: it has not happened, the third follows the first without a
# gap, and the second can be taken then.  What was done to a trail from outside is told apart.  Kills between
# file and commit at every named place and at random moments: tests/fault/store-kill.c and tests/fault/kill.sh.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
needs sqlite3
needs flock
demo freigegeben
mv probe/ablage sauber
export RATSWEG_ABLAGE=$PWD/ablage
db=ablage/ratsweg.db
e1=(--als sachbearbeitung schritt 21874-21 einreichen)
e2=(--als sitzungsdienst schritt apod/2021-09-02 aufnehmen vorlage=21874-21)
e3=(--als sitzungsdienst schritt afbl/2021-09-16 aufnehmen vorlage=21874-21)
# As somebody whom rights bind, also where the tests run as root.
bind=()
[ "$(id -u)" != 0 ] || bind=(setpriv --bounding-set '-dac_override,-dac_read_search')
bound() { run "${bind[@]}" "$RATSWEG" "$@"; }
# read_only PLACE
read_only() {
  if ! "${bind[@]}" true 2>/dev/null; then
    n=$((n + 1))
    echo "ok $n - $it # SKIP root cannot be bound by rights here"
    return
  fi
  first
  mark
  chmod a-w "$1"
  bound "${e2[@]}"
  not_recorded 'ablage: die Ablage ist schreibgeschützt.' 'Abhilfe: Rechte an Ordner und Datei geben'
  chmod u+w "$1"
  third
}

first() {
  rm -rf ablage
  cp -r sauber ablage
  must ratsweg "${e1[@]}"
  one=$(($(events) - 1))
  out_has "Ereignis $one."
}
# not_recorded WORDS...: the caller is told, and neither file nor trail knows of the second.
not_recorded() {
  status 3
  for words in "$@"; do err_has "$words"; done
  out_empty
  untouched
  run ratsweg verlauf --xml
  out_lacks 'schritt="aufnehmen"'
  [ "$(grep -c '<ereignis ' "$out")" = $((one + 1)) ]
  verdict $? 'the history ends with the first'
  run ratsweg zeige 21874-21
  cmp -s "$out" ablage/vorlagen/2021/21874-21.xml && grep -q 'zustand="eingereicht"' "$out"
  verdict $? 'the paper and its file are as the first step left them'
}
third() {
  step "${e3[@]:1}"
  out_has "Ereignis $((one + 1))."
  run ratsweg pruefe
  status 0
  out_has 'Vollständig, unverändert, lückenlos: ja.'
  step "${e2[@]:1}"
  out_has "Ereignis $((one + 2))."
  run ratsweg pruefe
  status 0
}

it 'daten-trail-insert-fails: the database is read-only'
read_only $db
it 'daten-trail-insert-fails: the folder is read-only'
read_only ablage

it 'daten-trail-insert-fails: the lock is held longer than a step waits'
first
mark
exec 9>>ablage/.sperre
flock 9
run ratsweg "${e2[@]}" 9>&-
not_recorded 'ablage: ein anderer Schritt läuft seit mehr als 10 Sekunden.' 'Abhilfe: warten und den Befehl wiederholen'
exec 9>&-
third

it 'daten-trail-insert-fails: a reader holds the database longer than a step waits'
first
mark
mkfifo lies
sqlite3 $db <lies >gelesen 2>&1 &
exec 8>lies
echo 'BEGIN; SELECT count(*) FROM ereignis;' >&8
until grep -q . gelesen; do sleep 0.05; done
run ratsweg "${e2[@]}" 8>&-
exec 8>&-
wait
not_recorded 'ratsweg.db: die Ablage ist seit 10 Sekunden von anderen belegt.' 'Abhilfe: den Befehl gleich noch einmal geben'
third

for table in ereignis knoten version dokument inhalt; do
  it "daten-trail-insert-fails: the store stops the insert into $table"
  first
  sqlite3 $db "CREATE TRIGGER halt BEFORE INSERT ON $table BEGIN SELECT RAISE (ABORT, 'angehalten'); END"
  mark
  run ratsweg "${e2[@]}"
  not_recorded 'ratsweg.db: die Datenbank hat abgelehnt: angehalten'
  run ratsweg pruefe
  status 1
  out_has '„halt“ (trigger) ist unbekannt'
  out_has '1 Befund.'
  sqlite3 $db 'DROP TRIGGER halt'
  third
done

it 'daten-trail-insert-fails: killed before and behind the commit'
first
for place in nach-inhalt vor-commit nach-commit zwischen-dateien; do
  rm -rf gleich
  cp -r ablage gleich
  [ $place = nach-inhalt ] && what=(--als sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o aus.odt) || what=("${e2[@]}")
  RATSWEG_STOERUNG=$place "$RATSWEG" -C gleich "${what[@]}" >"$out" 2>"$err"
  [ $? = 137 ]
  verdict $? "killed at $place"
  out_empty
  case $place in
    nach-inhalt | vor-commit) here=$((one + 1)) ;;
    *) here=$((one + 2)) ;;
  esac
  run ratsweg -C gleich --als sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage=21874-21
  status 0
  out_has "Ereignis $here."
  [ $here = $((one + 1)) ] || err_has 'Ein Abbruch hatte die Datei vorlagen/2021/21874-21.xml nicht mehr erreicht; sie ist nachgeholt.'
  run ratsweg -C gleich pruefe
  status 0
done

# -- what was done from outside --

must ratsweg "${e2[@]}"
last_event=$(($(events) - 1))
guards=$(sqlite3 $db "SELECT sql || ';' FROM sqlite_master WHERE name IN ('ereignis_da', 'ereignis_bleibt')")
# damaged SQL: behind the back of the triggers, which stand again afterwards.
damaged() {
  rm -rf kaputt
  cp -r ablage kaputt
  sqlite3 kaputt/ratsweg.db "DROP TRIGGER ereignis_da; DROP TRIGGER ereignis_bleibt; $1; $guards"
  run ratsweg -C kaputt pruefe
  status 1
}
end='Ende des Trails: ' middle='In der Mitte des Trails fehlt' changed='wurde nach der Aufnahme geändert'
it 'daten-trail-insert-fails: cut off at the end'
damaged "DELETE FROM ereignis WHERE seq = $last_event"
out_has "${end}Der Baum kennt ein Ereignis $last_event, das nicht da ist"
out_lacks "$middle"
out_lacks "$changed"
it 'daten-trail-insert-fails: changed in the middle'
damaged "UPDATE ereignis SET xml = CAST (replace (CAST (xml AS TEXT), 'wirksam=\"2021-08-16\"', 'wirksam=\"2021-08-15\"') AS BLOB)
  WHERE seq = 18"
out_has 'Ereignis 18: '
out_has "$changed"
out_has '1 Befund.'
it 'daten-trail-insert-fails: an entry that is missing'
damaged 'DELETE FROM ereignis WHERE seq = 18'
out_has "Ereignis 18: $middle"
out_lacks "$end"
out_lacks "$changed"
it 'daten-trail-insert-fails: a file changed without an event'
rm -rf kaputt
cp -r ablage kaputt
sed -i 's/Roadmap/Karte/' kaputt/vorlagen/2021/21874-21.xml
run ratsweg -C kaputt pruefe
status 1
out_has 'Datei vorlagen/2021/21874-21.xml: Die Datei wurde ohne Ereignis geändert'
out_has '1 Befund.'
