#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Speed, as ratios against a peer or a limit that runs beside it.  Started by make bench; no test.
: "${top_srcdir:?is set by make bench}" "${RATSWEG:?}" "${STORE_BENCH:?}" "${GROSS:?}"
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

# One step of a clerk among 100,000 papers: user time, limit 30 ms.  The last papers are still on their way; PAPER stands
# for another one each time.
cp -r "$work/probe" "$work/gross" && export RATSWEG_ABLAGE=$work/gross/ablage
"$GROSS" "$RATSWEG_ABLAGE" "${PAPERS:-100000}" || exit 1
readarray -t papers < <("$RATSWEG" liste vorlagen --zustand in-beratung --csv | sed -n 's/^"\([0-9]\{6\}-[0-9]*\)".*/\1/p' | tail -n 10)
[ "${#papers[@]}" -gt 1 ] || exit 1
limit() {
  local what=$1 spent TIMEFORMAT=%U
  shift
  spent=$({ time for k in "${papers[@]}"; do "$RATSWEG" --als sitzungsdienst "${@//PAPER/$k}" >said 2>&1 || { cat said && exit 1; }; done; } 2>&1)
  case $spent in *[!0-9.]* | '') echo "$what: $spent" && exit 1 ;; esac
  awk -v s="$spent" -v n="${#papers[@]}" -v w="$what" 'BEGIN { printf "%s: %.1f ms; limit 30 ms; ratio %.2f\n", w, 1000 * s / n, 1000 * s / n / 30 }'
}
limit 'dry run' --probe ergebnis PAPER apod empfohlen
limit 'possible steps' moeglich PAPER
limit 'a result' ergebnis PAPER apod empfohlen
echo '<sitzung xmlns="urn:ratsweg:1" kennung="rat/2031-01-08" gremium="rat"><beginn>2031-01-08T15:00</beginn></sitzung>' >rat.xml
"$RATSWEG" --als sitzungsdienst einlesen rat.xml >/dev/null || exit 1
limit 'a station more' station PAPER hinzufuegen rat zustaendigkeit=kenntnisnahme termin=2031-01-08 grund=so
limit 'onto an agenda' schritt rat/2031-01-08 aufnehmen vorlage=PAPER
limit 'withdrawn' schritt PAPER zurueckziehen --grund so
limit 'a paper as it is' zeige PAPER
limit 'its past' verlauf PAPER
limit 'a list by state' liste vorlagen --zustand in-beratung
limit 'a list of a body' liste sitzungen --gremium rat --von 2021-01-01

# All old courses at once: the whole time, limit 60 s.
courses=${RATSWEG_SHARED-}/data/magdeburg-courses.jsonl.zst
if [ -r "$courses" ]; then
  zstdcat "$courses" >courses.jsonl && "$RATSWEG" anlegen "$work/courses" --profil magdeburg >/dev/null || exit 1
  from=$EPOCHREALTIME
  "$RATSWEG" -C "$work/courses" uebernehmen courses.jsonl >said 2>&1 || { cat said && exit 1; }
  awk -v us=$((${EPOCHREALTIME/./} - ${from/./})) -v n="$(wc -l <courses.jsonl)" \
    'BEGIN { printf "%d courses taken over: %.1f s; limit 60 s; ratio %.2f\n", n, us / 1e6, us / 6e7 }'
else
  echo 'courses taken over: not measured, RATSWEG_SHARED names no courses'
fi

mkdir last && cd last || exit 1
RATSWEG_SCHRITTE=1000 bash "$top_srcdir/tests/fault/last.sh" >said
grep -q '^not ok' said && cat said && exit 1
ms=$(sed -n 's/^# longest step ms: \([0-9]*\).*/\1/p' said)
awk -v ms="$ms" 'BEGIN { printf "longest of 1000 steps in a crowd: %d ms; limit 1000 ms; ratio %.2f\n", ms, ms / 1000 }'
