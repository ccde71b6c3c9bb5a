#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Asked to stop while another step holds the store: status 130, a sentence, and nothing has happened.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
needs flock
demo freigegeben
motion motion.xml
mark

# stopped SIGNAL COMMAND...: the command gets the signal once it waits for the lock.
stopped() {
  local signal=$1 pid
  shift
  last="$* (SIG$signal)"
  env --default-signal=INT "$RATSWEG" "$@" >"$out" 2>"$err" 9>&- &
  pid=$!
  until [ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$RATSWEG")" ] &&
    find "/proc/$pid/fd" -lname "$RATSWEG_ABLAGE/.sperre" 2>/dev/null | grep -q .; do
    [ -e "/proc/$pid" ] || break
    sleep 0.01
  done
  kill -"$signal" $pid
  wait $pid
  rc=$?
}

exec 9>>"$RATSWEG_ABLAGE/.sperre"
flock 9
for signal in INT TERM HUP; do
  it "asked to stop by SIG$signal"
  for words in '--als sachbearbeitung schritt 21874-21 einreichen' '--als sitzungsdienst einlesen motion.xml' \
    '--als sitzungsdienst ausgeben 21874-21 --an Rat --weg Post -o aus.odt' 'sicherung s.db'; do
    # shellcheck disable=SC2086 # words
    stopped $signal $words
    status 130
    err_has 'Abgebrochen; es wurde nichts gespeichert.'
    out_empty
    untouched
  done
done
not_there s.db
not_there s.db.inhalt
not_there aus.odt

it 'afterwards all goes on'
exec 9>&-
step sachbearbeitung schritt 21874-21 einreichen
run ratsweg sicherung s.db
status 0
run ratsweg pruefe
status 0
