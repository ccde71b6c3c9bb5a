#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Every command on a store in a bad state: cut off in the middle of a step, read-only, both, damaged, empty,
# foreign, newer, gone.  Looking works wherever it can; what cannot be done says so with status 3, changes
# nothing and writes nothing beside the store.
# shellcheck disable=SC2034,SC2086 # last and rc are read by lib.sh; $words are words
. "$top_srcdir/tests/fault/lib.sh"
needs sqlite3
needs setpriv
office
db=$platte/ablage/ratsweg.db

# Root may write where nobody may: then without that right.
bound=''
[ "$(id -u)" != 0 ] || bound='setpriv --bounding-set=-dac_override,-dac_read_search,-fowner'
program() {
  last="ratsweg $*"
  $bound "$RATSWEG" "$@" >"$out" 2>"$err" </dev/null
  rc=$?
}

all_files() { (cd "$platte" && find . -type f ! -name .sperre -print0 | sort -z | xargs -0 sha256sum); }

# -- how a store gets there --

# A step that could not even be taken back: its journal waits.
cut_off() {
  fresh
  call einlesen
  for at in 60000 80000 100000 120000 150000; do
    bad_disk "schreiben:$at" $words
    [ ! -s "$db-journal" ] || break
  done
  [ -s "$db-journal" ] || wrong 'no journal is left'
}
read_only() { find "$platte/ablage" -exec chmod a-w {} +; }
state() {
  case $1 in
    heil) fresh ;;
    abgebrochen) cut_off ;;
    schreibgeschuetzt) fresh && read_only ;;
    abgebrochen-schreibgeschuetzt) cut_off && read_only ;;
    kopf-beschaedigt) fresh && dd if=/dev/zero of="$db" bs=100 count=1 conv=notrunc status=none ;;
    seite-beschaedigt) fresh && dd if=/dev/urandom of="$db" bs=4096 seek=1 count=6 conv=notrunc status=none ;;
    abgeschnitten) fresh && truncate -s 8192 "$db" ;;
    leer) fresh && truncate -s 0 "$db" ;;
    fremd) fresh && rm "$db" && sqlite3 "$db" 'CREATE TABLE t (a)' ;;
    neuer) fresh && sqlite3 "$db" 'PRAGMA user_version=999' ;;
    weg) fresh && rm "$db" ;;
    ordner) fresh && rm "$db" && mkdir "$db" ;;
  esac
}

# -- what is right --

one_message() {
  names "$platte" 'Abhilfe: '
  for text; do grep -qF -- "$text" "$err" || wrong "does not say $text"; done
  [ ! -s "$out" ] || wrong 'answers all the same'
}
unchanged() { all_files | cmp -s - was || wrong 'a file has changed'; }
store_unchanged() { diff -q <(all_files | grep ' ./ablage/') <(grep ' ./ablage/' was) >/dev/null || wrong 'the store has changed'; }

# works BEFEHL [HINWEIS]: the answer is there, with this note or none.
works() {
  [ "$rc" = 0 ] || wrong "status $rc"
  [ -s "$out" ] || wrong 'says nothing'
  case $# in
    1) [ ! -s "$err" ] || wrong 'complains' ;;
    *) grep -qF -- "$2" "$err" || wrong "does not say $2" ;;
  esac
}
# refused TEXT...: status 3, these words, and nothing has happened.
stops() {
  [ "$rc" = 3 ] || wrong "status $rc"
  one_message "$@"
  unchanged
}

# Looking at a damaged store: an error that says so, or, where the damage is elsewhere, the whole answer.
looks_or_says() {
  case $1.$rc in
    pruefe.0) wrong 'finds nothing' ;;
    pruefe.1) grep -q '^Befund: ' "$out" || wrong 'names nothing' ;;
    *.0) same_answer "$1" ;;
    *.3) one_message beschädigt ;;
    *) wrong "status $rc" ;;
  esac
  store_unchanged
}
same_answer() { [ ! -e "answer-$1" ] || cmp -s "$out" "answer-$1" || wrong 'answers differently'; }

looking() {
  case $1 in
    heil) works "$2" && cp "$out" "answer-$2" ;;
    abgebrochen) works "$2" 'zurückgenommen' && same_answer "$2" ;;
    schreibgeschuetzt) works "$2" && same_answer "$2" && store_unchanged ;;
    abgebrochen-schreibgeschuetzt) works "$2" 'schreibgeschützt' && same_answer "$2" && store_unchanged ;;
    kopf-beschaedigt) stops 'beschädigt' ;;
    seite-beschaedigt | abgeschnitten) looks_or_says "$2" ;;
    leer | fremd) stops 'keine Datenbank von Ratsweg' ;;
    neuer) stops 'neueren Ratsweg' ;;
    weg | ordner) stops 'hier liegt keine Ablage' ;;
  esac
}
changing() {
  case $1 in
    heil) works "$2" ;;
    abgebrochen) works "$2" 'zurückgenommen' ;;
    schreibgeschuetzt | abgebrochen-schreibgeschuetzt) stops 'schreibgeschützt' ;;
    kopf-beschaedigt) stops 'beschädigt' ;;
    seite-beschaedigt | abgeschnitten) stops ;;
    leer | fremd) stops 'keine Datenbank von Ratsweg' ;;
    neuer) stops 'neueren Ratsweg' ;;
    weg | ordner) stops 'hier liegt keine Ablage' ;;
  esac
}

for state in heil abgebrochen schreibgeschuetzt abgebrochen-schreibgeschuetzt kopf-beschaedigt seite-beschaedigt \
  abgeschnitten leer fremd neuer weg ordner; do
  it "$state"
  for command in $reading drucke sicherung $writing; do
    [ "$command" != pruefe-odt ] || continue
    state $state
    call $command
    all_files >was
    program $words
    case " $writing " in
      *" $command "*) changing $state $command ;;
      *) looking $state $command ;;
    esac
    chmod -R u+w "$platte"
    parts_gone
    judge $command
  done
done
