#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Every command on a bad disk: full at once, at the edges, in the middle and just before the end; a failing
# fsync, rename, close or new file.  The command says so with status 3 and nothing has happened, or it has
# happened whole; what stood there before stands there still, and with a good disk the same call works.
# shellcheck disable=SC2034,SC2086 # last and rc are read by lib.sh; $words are words
. "$top_srcdir/tests/fault/lib.sh"
office
seed

# How many calls of a kind a command makes on a good disk.
count() { sed -n "s/^$1 //p" counts; }

# Every file that is no database: a name and a sum each.
files() { (cd "$platte" && find . -type f ! -name 'ratsweg.db*' ! -name .sperre -print0 | sort -z | xargs -0 sha256sum); }

fresh
files >sound
clean
events=$checked
judge 'the office as it was made'

# before COMMAND: a fresh office; every other time a paper stands where the new one is to go.
odd=0
before() {
  fresh "$1"
  call "$1"
  odd=$((1 - odd))
  [ $odd = 0 ] || echo 'das alte Papier' >"$platte/aus.odt"
  files >was
}

# What has changed that may not: while a journal waits to be rolled back, contents wait with it; a restoring that
# was cut off has restored some.
changed() {
  local waiting='^$'
  [ ! -s "$platte/ablage/ratsweg.db-journal" ] || waiting='  ./ablage/inhalt/'
  case $1 in
    wiederherstellen) files | grep -vxFf was | grep -vxFf sound ;;
    *) diff <(grep -v "$waiting" was) <(files | grep -v "$waiting") ;;
  esac
}

# Nothing has happened, or, where a disk fails after the deciding moment, all of it.
not_taken() {
  names "$platte" 'Abhilfe: '
  grep -qE 'kein Platz|Ein-/Ausgabefehler|gibt sie nicht richtig wieder|Platz, Ordner und Rechte' "$err" || wrong 'does not say why'
  if grep -qE 'steht dennoch als Ereignis|Die Ausgabe ist aufgenommen \(Ereignis' "$err"; then
    taken=$new
  else
    taken=0
    [ -z "$(changed "$1")" ] || wrong 'a file has changed'
  fi
  parts_gone
  [ "$1" = wiederherstellen ] && return
  clean 'behind the failure'
  [ "$checked" = $((events + taken)) ] || wrong "$checked events instead of $((events + taken))"
}

# Recorded, and said what could not be written behind the commit.
taken() {
  names
  ! grep -vqE '^Hinweis: ((Der|Ein früherer) Schritt ist aufgenommen, die lesbare|Ein Abbruch hatte)' "$err" ||
    wrong 'says something else'
  parts_gone
}

# Restoring goes on where one thing is not readable.
in_part() {
  names "$platte" 'Abhilfe: '
  if [ "$1" != wiederherstellen ] || ! grep -qE 'wird nicht wiederhergestellt|Verzeichnis bleibt' "$err"; then
    wrong 'status 1'
  fi
}

# What a command may not miss: too little room, unless only the files behind the commit lack it, which are named;
# no fsync at all.  What just fits is enough.
noticed() {
  local total
  total=$(count "${2%:*}")
  case $2 in
    platz:0 | sichern:1+) [ "$failed" = 3 ] ;;
    "platz:$total" | "schreiben:$total") [ "$failed" = 0 ] ;;
    schreiben:$((total - 1))) true ;;
    schreiben:*) [ "$failed" = 3 ] || grep -qE 'nicht (geschrieben|aufgefrischt)' .failed ;;
  esac || wrong 'does not notice'
}

# Made, and where it said that files are missing, restoring brings them.
new_office() {
  local RATSWEG_ABLAGE=$platte/neu
  if grep -qE 'nicht (geschrieben|aufgefrischt)' .failed; then
    run ratsweg --als verwaltung wiederherstellen
    [ "$rc" = 0 ] || wrong "restoring the new office: status $rc"
  fi
  clean 'the new office'
}

# A new office that is there cannot be made once more; every other command recognises its request.
made_after_all() { [ "$1" = anlegen ] && grep -q 'steht dennoch als Ereignis' .failed; }

# fails COMMAND FAULT: the call on this disk, and once more on a good one.
fails() {
  local new=1 taken=1
  case " $making wiederherstellen " in *" $1 "*) new=0 ;; esac
  before "$1"
  bad_disk "$2" $words
  failed=$rc
  cp "$err" .failed
  case $rc in
    0) taken ;;
    1) in_part "$1" ;;
    3) not_taken "$1" ;;
    *) wrong "status $rc" ;;
  esac
  noticed "$1" "$2"
  if { [ "$failed" != 0 ] || [ $new = 1 ]; } && ! made_after_all "$1"; then
    run ratsweg $words
    [ "$rc" = 0 ] || wrong "status $rc with a good disk"
  fi
  clean
  [ "$checked" = $((events + new)) ] || wrong "in the end $checked events instead of $((events + new))"
  [ "$1" != anlegen ] || [ ! -e "$platte/neu" ] || new_office
  parts_gone
  judge "$1, $2 (status $failed)"
}

# All that can fail in a command whose calls are counted, a line each: full at the first bytes, in the middle, near
# the end, just not; each call of each kind, and all of a kind.
all_faults() {
  local kind total k
  for kind in platz schreiben; do
    total=$(count $kind)
    for k in 0 1 5000 $((total / 4)) $((total / 2)) $((total * 3 / 4)) $((draw * total / 32768)) $((total - 1)) \
      "$total"; do echo "$kind:$k"; done
  done
  for kind in sichern umbenennen anlegen schliessen lesen; do
    total=$(count $kind)
    for k in $(seq "$total") 1+; do
      [ "$total" = 0 ] || echo "$kind:$k"
    done
  done
}

# Each command meets some of them, the seed says which; in the long run all.
sample=15
! sanitized || sample=5
[ -z "${RATSWEG_LANG-}" ] || sample=9999
some() {
  all_faults | awk -v seed="$draw" 'BEGIN { srand(seed) } { print rand(), $0 }' | sort | head -n $sample | cut -d ' ' -f 2
  echo platz:0 && echo sichern:1+
}

for command in $writing $making; do
  before "$command"
  it 'on a disk that is good, only counted'
  bad_disk '' $words
  [ "$rc" = 0 ] || wrong "status $rc"
  cp .buch counts
  judge "$command"
  it 'a bad disk'
  draw=$RANDOM
  for fault in $(some | sort -u); do
    fails "$command" "$fault"
  done
done

it 'looking needs no space'
for command in $reading; do
  fresh
  call "$command"
  mark
  bad_disk 'platz:0 schreiben:0 anlegen:1+ sichern:1+ umbenennen:1+' $words
  [ "$rc" = 0 ] || wrong "status $rc"
  [ -s "$out" ] || wrong 'says nothing'
  [ ! -s "$err" ] || wrong 'complains'
  prints | cmp -s - .mark || wrong 'changes the store'
  judge "$command"
done

it 'no space for the answer'
for command in $writing $making; do
  before "$command"
  last="ratsweg $words >/dev/full"
  "$RATSWEG" $words >/dev/full 2>"$err"
  rc=$?
  : >"$out"
  [ $rc = 3 ] || wrong "status $rc"
  names 'Die Ausgabe konnte nicht vollständig geschrieben werden.' 'kein Platz'
  case " $making " in
    *" $command "*) ;;
    *) names 'Der Befehl selbst ist ausgeführt.' ;;
  esac
  clean
  case " $making wiederherstellen " in
    *" $command "*) ;;
    *) [ "$checked" = $((events + 1)) ] || wrong 'the step is lost' ;;
  esac
  judge "$command"
done
