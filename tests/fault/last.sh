#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Everybody at once: a reader that holds on, an auditor and backups, again and again, a large check-in, and clerks
# who go on with their steps.  No step fails.  How long each took stands in the report; make bench judges it.
# shellcheck disable=SC2034 # file-wide: last and rc are read by lib.sh
. "$top_srcdir/tests/cli/lib.sh"
steps=${RATSWEG_SCHRITTE:-${RATSWEG_LANG:+1000}}
steps=${steps:-200}
clerks=4
papers=500
# Under sanitizers a smaller batch holds the lock for as long.
! sanitized || papers=50
demo eingereicht
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>'
motion motion.xml
mkdir stapel
run ratsweg zeige 21874-21
for i in $(seq $papers); do
  papier "stapel/$i.xml" beschlussvorlage "$rat" \
    "<abschnitt art=\"beschlussvorschlag\"><p>Der Rat beschließt Nummer $i.</p></abschnitt>
     <abschnitt art=\"begruendung\">$(sed -n '/art="begruendung"/,/<\/abschnitt>/{/<p>/p}' "$out" | grep -v '<img')</abschnitt>"
done
: >fehler
before=$(events)

# taken COMMAND...: its time in ms, and what went wrong.
taken() {
  local from=$EPOCHREALTIME to status hin=hin.$BASHPID
  "$RATSWEG" "$@" >/dev/null 2>"$hin"
  status=$?
  to=$EPOCHREALTIME
  echo $(((${to/./} - ${from/./}) / 1000)) "$*" >>"zeiten.$BASHPID"
  [ "$status" = 0 ] || { echo "$*: $status" && cat "$hin"; } >>fehler
}
# looks COMMAND...: again and again, until the steps are done.
looks() {
  local times=0
  while [ ! -e fertig ]; do
    "$@" || echo "$*: $?" >>fehler
    times=$((times + 1))
  done
  echo "$times $*" >>gesehen
}
holds_on() { "$RATSWEG" verlauf | { sleep 1 && cat >/dev/null; }; }
audits() { "$RATSWEG" pruefe >/dev/null 2>>fehler; }
backs_up() {
  "$RATSWEG" sicherung sicher.db >/dev/null 2>>fehler || return
  rm -rf sicher.db sicher.db.inhalt
}
clerk() {
  local i kennung
  for i in $(seq $((steps / clerks / 2))); do
    kennung=$(printf '%05.0f-21' $((21874 + ($1 - 1) * steps / clerks / 2 + i)))
    taken --als sitzungsdienst schritt "$kennung" einreichen
    taken --als sitzungsdienst station "$kennung" hinzufuegen apod zustaendigkeit=empfehlung grund=Rat
  done
}

# The motions on which the steps are taken.
motions=()
for _ in $(seq $((steps / 2))); do motions+=(motion.xml); done
step sitzungsdienst einlesen "${motions[@]}"
pids=()
for look in holds_on audits backs_up; do looks $look & pids+=($!); done
{ taken --als sachbearbeitung einlesen stapel/*.xml && mv "zeiten.$BASHPID" stapelzeit; } & pids+=($!)
clerks_pids=()
for p in $(seq $clerks); do clerk "$p" & clerks_pids+=($!); done
wait "${clerks_pids[@]}"
touch fertig
wait "${pids[@]}"

it 'everybody at once'
sort -rn zeiten.* >dauer
sed 's/^/# times run: /' gesehen
echo "# the batch took ms: $(cut -d' ' -f1 stapelzeit)"
echo "# steps: $(wc -l <dauer), in the middle ms: $(sed -n "$((steps / 2))p" dauer | cut -d' ' -f1)"
echo "# longest step ms: $(head -n 1 dauer)"
last='all of them' rc=0
cp fehler "$err"
[ ! -s fehler ]
verdict $? 'nobody fails'
[ "$(wc -l <dauer)" = "$steps" ]
verdict $? 'each step was taken'
[ "$(events)" = $((before + steps / 2 + papers + steps)) ]
verdict $? 'each step and each paper is one event'
run ratsweg liste --csv
[ "$(grep -c 'entwurf-0[0-9]*' "$out")" = $papers ]
verdict $? 'the papers of the batch are there'
run ratsweg pruefe
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'
