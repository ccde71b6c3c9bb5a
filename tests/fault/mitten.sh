#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Asked to stop in the middle of long work, at random moments: it is done whole, or status 130 says that it is
# not, and nothing half is left.  And a reader that has seen enough and goes away.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/fault/lib.sh"
needs unzip
tries=${RATSWEG_LANG:+200}
tries=${tries:-20}
program=$(readlink -f "$RATSWEG")
seed
demo eingereicht
papers=60
for i in $(seq $papers); do
  papier "stapel-$i.xml" beschlussvorlage \
    '<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'
done
step sachbearbeitung einlesen stapel-*.xml
before=$(events)
restored=$RATSWEG_ABLAGE/gremien/apod.xml
cp "$restored" apod.xml

# How a command stands when it was not stopped, and when it was.
is_whole() {
  case $1 in
    pruefe) grep -q 'Vollständig, unverändert, lückenlos: ja.' "$out" ;;
    sicherung) [ -s s.db ] && [ -d s.db.inhalt ] ;;
    drucke) unzip -tqq aus.odt ;;
    wiederherstellen) cmp -s "$restored" apod.xml ;;
    einlesen) [ "$(events)" = $((before + papers)) ] ;;
  esac
}
is_absent() {
  case $1 in
    pruefe) ! grep -q 'lückenlos: ja' "$out" ;;
    sicherung) [ ! -e s.db ] && [ ! -e s.db.inhalt ] ;;
    drucke) [ ! -e aus.odt ] ;;
    wiederherstellen) true ;; # what was restored by then is right
    einlesen) [ "$(events)" = "$before" ] ;;
  esac
}
again() {
  rm -rf s.db s.db.inhalt aus.odt
  [ "$1" != wiederherstellen ] || rm -f "$restored"
  before=$(events)
}
# listens PID: whether it has a handler for SIGTERM; before it has, no program can say anything.
listens() {
  local key value
  [ "$(readlink "/proc/$1/exe")" = "$program" ] || return
  while read -r key value; do
    [ "$key" != SigCgt: ] || { [ $((0x$value & 0x4000)) != 0 ] && return; }
  done <"/proc/$1/status"
  return 1
} 2>/dev/null
# stop PAUSE SIGNAL WORDS...: in $rc; the pause begins when the program listens.
stop() {
  env --default-signal=INT "$RATSWEG" "${@:3}" >"$out" 2>"$err" &
  local pid=$!
  until listens $pid; do [ -e "/proc/$pid" ] || break; done
  sleep "$1"
  kill -"$2" $pid 2>/dev/null
  wait $pid
  rc=$?
}
# tried COMMAND WORDS...: many times, at moments over its whole length.
tried() {
  local command=$1 from length pause signal moment stopped=0 signals=(INT TERM HUP)
  shift
  again "$command"
  from=$EPOCHREALTIME
  must ratsweg "$@"
  length=$(((${EPOCHREALTIME/./} - ${from/./}) * 6 / 10)) # it begins before it listens
  for i in $(seq $((tries * 10))); do
    [ "$i" -le "$tries" ] || [ $stopped = 0 ] || break
    again "$command"
    signal=${signals[i % 3]}
    printf -v pause '%d.%06d' $((length * RANDOM / 32768 / 1000000)) $((length * RANDOM / 32768 % 1000000))
    stop "$pause" "$signal" "$@"
    moment="$command, SIG$signal after $pause s"
    if [ $rc = 0 ] || grep -q 'war schon ausgeführt' "$err"; then
      is_whole "$command" || wrong "$moment: status $rc, and not whole"
    elif [ $rc = 130 ]; then
      grep -q '[Aa]bgebrochen' "$err" || wrong "$moment: says nothing"
      is_absent "$command" || wrong "$moment: something is left"
    else
      wrong "$moment: status $rc: $(cat "$err")"
    fi
    [ $rc = 0 ] || stopped=$((stopped + 1))
    parts "$RATSWEG_ABLAGE" | grep -q . && wrong "$moment: leaves unfinished files"
  done
  echo "# $command: stopped $stopped of $((i - 1))"
  [ $stopped -gt 0 ] || wrong "$command was never stopped"
  judge "$command is done whole, or not at all"
}

it 'asked to stop in the middle'
tried pruefe pruefe
tried sicherung sicherung s.db
tried drucke drucke 21874-21 -o aus.odt
tried wiederherstellen --als verwaltung wiederherstellen
tried einlesen --als sachbearbeitung einlesen stapel-*.xml
must ratsweg --als verwaltung wiederherstellen
run ratsweg pruefe
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'

# gone COMMAND...: its answer goes to a reader that reads nothing.
gone() {
  last="$* | (exit)"
  {
    sleep 0.1 # until the reader is gone
    "$RATSWEG" "$@" 2>"$err"
    echo $? >rc
  } | true
  rc=$(cat rc)
}
it 'a reader that has gone away (SIGPIPE)'
for words in liste 'zeige 21874-21' verlauf 'verlauf --csv' pruefe hilfe 'liste --csv' 'drucke 21874-21 -o -'; do
  # shellcheck disable=SC2086 # words
  gone $words
  status 0
  err_empty
done
before=$(events)
gone --als sachbearbeitung einlesen stapel-1.xml
status 0
[ "$(events)" = $((before + 1)) ]
verdict $? 'the step is recorded all the same'
