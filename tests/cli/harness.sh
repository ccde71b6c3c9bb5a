#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The words of lib.sh themselves: each says ok where it should, and not ok where it should not.
cat >program <<'P'
#!/bin/bash
cat >eingabe
echo "Drucksache $1"
echo "abgelehnt: $2" >&2
exit "$3"
P
chmod +x program

# judged WORDS...: the TAP that a test of these words prints, run with the small program above.
judged() {
  printf '%s\n' ". '$top_srcdir/tests/cli/lib.sh'" "$@" >inner
  RATSWEG=$PWD/program bash inner 2>&1
}
n=0
expect() {
  n=$((n + 1))
  if printf '%s\n' "$2" | grep -qE -- "$1"; then echo "ok $n - $3"; else
    echo "not ok $n - $3"
    printf '%s\n' "$2" | sed 's/^/# /'
  fi
}

run="run ratsweg 21874-21 '§ 48' 1"
expect '^ok 1 - status 1$' "$(judged "$run" 'status 1')" 'status holds'
expect '^not ok 1 - status 0$' "$(judged "$run" 'status 0')" 'status differs'
expect '^ok 1 - prints 21874-21$' "$(judged "$run" 'out_has 21874-21')" 'out_has holds'
expect '^not ok 1' "$(judged "$run" 'out_has 4711')" 'out_has differs'
expect '^not ok 1' "$(judged "$run" 'out_has abgelehnt')" 'out_has does not look at the refusals'
expect '^not ok 1' "$(judged "$run" 'out_lacks 21874')" 'out_lacks differs'
expect '^ok 1 - says § 48$' "$(judged "$run" "err_has '§ 48'")" 'err_has holds'
expect '^not ok 1' "$(judged "$run" 'err_has Drucksache')" 'err_has differs'
expect '^not ok 1' "$(judged "$run" 'err_lacks abgelehnt')" 'err_lacks differs'
expect '^not ok 1' "$(judged "$run" 'out_is Drucksache')" 'out_is wants all of it'
expect '^not ok 1' "$(judged "$run" 'err_empty')" 'err_empty differs'
expect '^# command: ratsweg 21874-21' "$(judged "$run" 'status 0')" 'a failure shows the command'
expect '^not ok 1 - the program was ended by a fault \(139\)' \
  "$(judged 'run ratsweg a b 139' 'status 139')" 'a crash is never the expected end'
expect '^1\.\.2$' "$(judged "$run" 'status 1' 'err_has 48')" 'the plan is the number of results'
expect '^1\.\.0 # SKIP ohne' "$(judged 'skip_all ohne')" 'skip_all is a plan of its own'
expect '^not ok 1 - this has to succeed' "$(judged 'must ratsweg a b 2')" 'must ends a test that went astray'
echo eins >e
expect '^ok 1 - e and eingabe' "$(judged 'run_with e ratsweg a b 0' 'same e eingabe')" 'run_with hands in a file'
echo "1..$n"
