#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Speed, as ratios against a peer or a limit that runs beside it.  Started by make bench; no test.
: "${top_srcdir:?is set by make bench}" "${RATSWEG:?}" "${STORE_BENCH:?}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# many TIMES COMMAND...: the ms of one.
many() {
  local times=$1 from=$EPOCHREALTIME
  shift
  for _ in $(seq "$times"); do "$@" >/dev/null || exit 1; done
  awk -v us=$((${EPOCHREALTIME/./} - ${from/./})) -v n="$times" 'BEGIN { printf "%.2f", us / n / 1000 }'
}
# beside NAME MS PEER MS
beside() { awk -v a="$2" -v b="$4" -v n="$1" -v p="$3" 'BEGIN { printf "%s: %s ms; %s: %s ms; ratio %.2f\n", n, a, p, b, a / b }'; }

TMPDIR=$work "$STORE_BENCH"
bash "$top_srcdir/samples/demo.sh" "$work/probe" --bis rat >/dev/null || exit 1
export RATSWEG_ABLAGE=$work/probe/ablage
rules=$top_srcdir/templates/nrw/regeln.xml
beside 'start, help only' "$(many 100 "$RATSWEG" hilfe)" 'sh that does nothing' "$(many 100 sh -c :)"
beside 'start, rules and a list' "$(many 50 "$RATSWEG" liste)" 'xmllint reads the rules' "$(many 50 xmllint --noout "$rules")"
beside 'dry run of a step' "$(many 50 "$RATSWEG" --als sitzungsdienst --probe ausgeben 21874-21 --an Rat --weg Post -o x.odt)" \
  'xmllint reads the rules' "$(many 50 xmllint --noout "$rules")"

mkdir last && cd last || exit 1
RATSWEG_SCHRITTE=1000 bash "$top_srcdir/tests/fault/last.sh" >said
grep -q '^not ok' said && cat said && exit 1
ms=$(sed -n 's/^# longest step ms: \([0-9]*\).*/\1/p' said)
awk -v ms="$ms" 'BEGIN { printf "longest of 1000 steps in a crowd: %d ms; limit 1000 ms; ratio %.2f\n", ms, ms / 1000 }'
