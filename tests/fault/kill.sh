#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# kill -9 at random moments during a run of steps: each is there whole or not at all, and what was not is taken
# again.  The seed is printed.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/fault/lib.sh"
kills=${RATSWEG_LANG:+2000}
kills=${kills:-200}
! sanitized || kills=$((kills * 3 / 10))
seed
demo eingereicht
motion motion.xml

# The steps go round: a paper comes in, is submitted, gets a second station, loses it again.
word() {
  case $(($1 % 4)) in
  0) set -- einlesen motion.xml ;;
  1) set -- schritt "$paper" einreichen ;;
  2) set -- station "$paper" hinzufuegen apod zustaendigkeit=kenntnisnahme grund=Information ;;
  3) set -- station "$paper" streichen apod grund=Irrtum ;;
  esac
  command=(--als sitzungsdienst "$@")
}
# newest_paper: the number drawn last.
newest_paper() {
  local next
  next=$("$RATSWEG" zeige drucksachen | sed -n 's/.*naechste="\([0-9]*\)".*/\1/p')
  paper=$(printf '%05.0f-21' $((next - 1)))
}
# How long a step takes, in microseconds, so that the kills fall into all parts of it.
measure() {
  local from=$EPOCHREALTIME
  word 0
  must ratsweg "${command[@]}"
  length=$((${EPOCHREALTIME/./} - ${from/./}))
}

paper=''
measure
measure
newest_paper
done_steps=1 whole=0 absent=0 missed=0 unclear=0
before=$(events)
for _ in $(seq "$kills"); do
  word $done_steps
  "$RATSWEG" "${command[@]}" >/dev/null 2>&1 &
  pid=$!
  delay=$((RANDOM * 32768 + RANDOM))
  printf -v pause '0.%06d' $((delay % (length * 11 / 10) % 1000000))
  sleep "$pause"
  kill -KILL $pid 2>/dev/null
  { wait $pid; } 2>/dev/null
  status=$?
  now=$(events)
  if [ "$now" = $((before + 1)) ]; then
    [ "$status" = 0 ] && missed=$((missed + 1)) || whole=$((whole + 1))
    done_steps=$((done_steps + 1))
    [ $((done_steps % 4)) != 1 ] || newest_paper
  elif [ "$now" = "$before" ] && [ "$status" = 137 ]; then
    absent=$((absent + 1))
  else
    unclear=$((unclear + 1))
    echo "${command[*]}: status $status, events $before, then $now" >>"$err"
  fi
  before=$now
done
echo "# killed: $absent before the step was recorded, $whole after; $missed were already through"

it 'daten-trail-insert-fails: killed at random moments'
last="$kills steps" rc=0
[ "$unclear" = 0 ]
verdict $? 'each step is there whole or not at all'
[ "$absent" -gt 0 ]
verdict $? 'kills fall before the commit'
[ $((whole + missed)) -gt 0 ]
verdict $? 'steps get through'
run ratsweg --als sitzungsdienst einlesen motion.xml
status 0
run ratsweg pruefe
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'
parts "$RATSWEG_ABLAGE" >"$out"
out_empty

it 'the numbers have no gap'
run ratsweg liste --csv
sed -n 's/^"\([0-9]*\)-21".*/\1/p' "$out" | sort >numbers
seq -f '%05.0f' 21874 $((21874 + $(wc -l <numbers) - 1)) >expected
same numbers expected
