# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# TAP for tests of commands.  A test sources this file, runs in an empty folder of its own, and reads as a
# clerk's session:
#
#   #!/bin/bash
#   . "$top_srcdir/tests/cli/lib.sh"
#   it 'the Rat cannot decide before the committee has dealt with it'
#   run ratsweg -C ablage ergebnis 21874-21 rat beschlossen
#   status 1
#   err_has 'hat nicht beraten'
#
# Words: it TEXT, run COMMAND..., run_with FILE COMMAND... (FILE as its input), status N, out_has TEXT,
# out_lacks TEXT, err_has TEXT, err_lacks TEXT, out_is TEXT (all of it), out_empty, err_empty, same A B
# (files), there FILE, not_there FILE, must COMMAND... (a step on the way that has to succeed),
# skip_all WHY (before anything else), needs PROGRAM (skips all where it is not installed).
# On the sample's store: demo STUFE (makes it in probe/, up to this stage, and takes it as the
# Ablage), stage (see below), als
# KONTO COMMAND... (a ratsweg command as this account), step KONTO COMMAND... (the same, has to succeed),
# mark and untouched (since mark not a byte of the store has changed), refused RULE TEXT [ABHILFE] (status 1
# with rule, words, source and help, and not a byte changed), bad TEXT... (status 2, these words, not a byte
# changed), events (their number).
# sanitized (whether the program is built so), parts FOLDER (unfinished files there).
# After run: $out and $err name the files with both outputs, $rc is the status.
: "${top_srcdir:?is set by make check}" "${RATSWEG:?}"
n=0 it='' rc=0 out=$PWD/.out err=$PWD/.err last=''
# shellcheck disable=SC2034 # for the tests
samples=$top_srcdir/samples
: >"$out" && : >"$err"
trap 'echo "1..$n"' EXIT

skip_all() {
  trap - EXIT
  echo "1..0 # SKIP $1"
  exit 0
}

# A sanitizer makes a process ten times slower, and asks for more addresses than there is memory.
sanitized() { case ${LAYER_CC-} in *fsanitize*) ;; *) false ;; esac; }

# parts FOLDER: what unfinished writing left there.
parts() { find "$1" -name '*.teil-*' -printf '%P '; }

needs() { command -v "$1" >/dev/null || skip_all "$1 is not installed"; }

it() { it=$1; }

show() {
  printf '# command: %s\n# status:  %s\n' "$last" "$rc"
  head -n 40 "$out" | sed 's/^/# out: /'
  head -n 40 "$err" | sed 's/^/# err: /'
}

# verdict STATUS TEXT: one line of TAP, with the session below it where it is not ok.
verdict() {
  n=$((n + 1))
  if [ "$1" = 0 ]; then echo "ok $n - ${it:+$it: }$2"; else
    echo "not ok $n - ${it:+$it: }$2"
    show
  fi
}

run_with() {
  local input=$1
  shift
  last=$*
  if [ "$1" = ratsweg ]; then
    shift
    set -- "$RATSWEG" "$@"
  fi
  "$@" <"$input" >"$out" 2>"$err"
  rc=$?
  cat "$err" >>.said # all refusals of this test
  # What no command may end with: a fault found by a sanitizer, a signal.
  if [ "$rc" = 86 ] || [ "$rc" -gt 130 ]; then verdict 1 "the program was ended by a fault ($rc)"; fi
}

run() { run_with /dev/null "$@"; }

must() {
  run "$@"
  [ "$rc" = 0 ] && return
  verdict 1 "this has to succeed: $last"
  exit 1
}

status() {
  [ "$rc" = "$1" ]
  verdict $? "status $1"
}

out_has() {
  grep -qF -- "$1" "$out"
  verdict $? "prints $1"
}

out_lacks() {
  ! grep -qF -- "$1" "$out"
  verdict $? "does not print $1"
}

err_has() {
  grep -qF -- "$1" "$err"
  verdict $? "says $1"
}

err_lacks() {
  ! grep -qF -- "$1" "$err"
  verdict $? "does not say $1"
}

out_is() {
  [ "$(cat "$out")" = "$1" ]
  verdict $? "prints exactly $1"
}

out_empty() {
  [ ! -s "$out" ]
  verdict $? 'prints nothing'
}

err_empty() {
  [ ! -s "$err" ]
  verdict $? 'refuses nothing'
}

same() {
  cmp -s -- "$1" "$2"
  verdict $? "$1 and $2 are the same"
}

there() {
  [ -e "$1" ]
  verdict $? "$1 is there"
}

not_there() {
  [ ! -e "$1" ]
  verdict $? "$1 is not there"
}

# -- the sample's store --

demo() {
  must bash "$samples/demo.sh" "$PWD/probe" --bis "$1"
  export RATSWEG_ABLAGE=$PWD/probe/ablage
}

# stage KENNUNG ZUSTAND ODTS RESULTS: what demo has left; a result is the code of a station, or -.
stage() {
  it "as the demo leaves it, $2"
  run ratsweg zeige "$1"
  status 0
  out_has "zustand=\"$2\""
  cp "$out" vorlage.xml
  last="results: $(sed -n '/<station /,/<\/station>\|\/>/p' vorlage.xml | tr -d '\n' | sed 's/<station /\n/g' |
    sed -n 's/.*<ergebnis code="\([^"]*\)".*/\1/p; /<ergebnis/!{/gremium/s/.*/-/p}' | xargs echo)"
  [ "$last" = "results: $4" ]
  verdict $? "the stations have $4"
  run sh -c 'cd probe/odt && echo *'
  out_is "$3"
  for odt in probe/odt/*; do
    run unzip -tq "$odt"
    status 0
  done
  run ratsweg pruefe
  status 0
  out_has 'Vollständig, unverändert, lückenlos: ja.'
}

als() {
  local konto=$1
  shift
  run ratsweg --als "$konto" "$@"
}

step() {
  local konto=$1
  shift
  must ratsweg --als "$konto" "$@"
}

# Every byte of the store but the empty lock file and journal.
prints() { (cd "$RATSWEG_ABLAGE" && find . -type f -size +0 -print0 | sort -z | xargs -0 sha256sum); }

mark() { prints >.mark; }

untouched() {
  prints | cmp -s - .mark
  verdict $? 'not a byte of the store has changed'
}

events() { "$RATSWEG" verlauf --xml | grep -c '<ereignis '; }

refused() {
  status 1
  err_has "Abgelehnt ($1): "
  err_has "$2"
  grep -q '^  Quelle:  .' "$err"
  verdict $? 'names the source of the rule'
  grep -q '^  Abhilfe: .' "$err"
  verdict $? 'says what would help'
  [ -z "${3-}" ] || err_has "$3"
  out_empty
  untouched
}

bad() {
  status 2
  for word in "$@"; do err_has "$word"; done
  out_empty
  untouched
}

# motion DATEI: a motion that the Rat is to decide.
motion() {
  KOPF='<antragsteller>Fraktion Blau</antragsteller>' EINGANG='<eingang>2021-08-20T09:00</eingang>' papier "$1" antrag \
    '<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>' \
    '<abschnitt art="antragstext"><p>Bänke.</p></abschnitt>'
}

# papier DATEI ART STATIONS [SECTIONS] [ELEMENTS BEFORE THE BERATUNGSFOLGE]: a small paper.  $KOPF and
# $EINGANG, if set, are elements of its head.
text_of_paper='<abschnitt art="beschlussvorschlag"><p>Der Rat beschließt.</p></abschnitt>
  <abschnitt art="begruendung"><p>Darum.</p></abschnitt>'
papier() {
  cat >"$1" <<P
<?xml version="1.0" encoding="UTF-8"?>
<vorlage xmlns="urn:ratsweg:1" art="$2" oeffentlich="ja">
  <kopf>
    ${KOPF-}
    <datum>2021-08-20</datum>
    ${EINGANG-}
  </kopf>
  <titel>Ein kleines Papier</titel>
  ${4-$text_of_paper}
  ${5-}
  <beratungsfolge>
    $3
  </beratungsfolge>
</vorlage>
P
}
