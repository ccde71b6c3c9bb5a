#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# rat-numbers-from-two-doors: one counter for Vorlagen and Anfragen, last used 21873-21; whoever draws, and however many
# at once, each number is given once and in order.
# shellcheck disable=SC2034 # last, for the harness
. "$top_srcdir/tests/cli/lib.sh"
demo entwurf
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="1"/>'

it 'rat-numbers-from-two-doors: a release that fails takes no number'
mark
als freigabe schritt entwurf-0001 freigeben
status 1
untouched
it 'rat-numbers-from-two-doors: A, a Vorlage and then an Anfrage'
papier vorlage.xml beschlussvorlage "$rat"
step sachbearbeitung einlesen vorlage.xml
step sachbearbeitung schritt entwurf-0002 vorlegen
step freigabe schritt entwurf-0002 freigeben
out_has 'Drucksachen-Nr. 21874-21 vergeben.'
KOPF='<antragsteller>Fraktion Blau</antragsteller>' EINGANG='<eingang>2021-08-20T09:00</eingang>' papier anfrage.xml anfrage \
  '<station gremium="rat" zustaendigkeit="kenntnisnahme" folge="1"/>' '<abschnitt art="fragen"><p>Wann?</p></abschnitt>'
step sitzungsdienst einlesen anfrage.xml
out_has 'Drucksachen-Nr. 21875-21 vergeben.'

it 'rat-numbers-from-two-doors: B, two release 50 each while a third reads'
for i in $(seq 100); do cp vorlage.xml "n$i.xml"; done
step sachbearbeitung einlesen n*.xml
drafts=$(sed -n 's/^Neuer Entwurf \(.*\) angelegt\.$/\1/p' "$out")
[ "$(printf '%s\n' "$drafts" | wc -l)" = 100 ]
verdict $? '100 drafts'
step sachbearbeitung schritt "$(printf '%s\n' "$drafts" | paste -sd,)" vorlegen
out_has '100 von 100 getan.'
one=$(printf '%s\n' "$drafts" | sed -n '1~2p' | paste -sd,) two=$(printf '%s\n' "$drafts" | sed -n '2~2p' | paste -sd,)
"$RATSWEG" --als freigabe schritt "$one" freigeben >one 2>one.err &
first=$!
"$RATSWEG" --als freigabe schritt "$two" freigeben >two 2>two.err &
second=$!
while kill -0 $first 2>/dev/null || kill -0 $second 2>/dev/null; do "$RATSWEG" liste >/dev/null 2>>reader.err || echo "status $?" >>reader.err; done
wait $first
one=$? && wait $second
last="$one $?"
[ "$last" = '0 0' ]
verdict $? 'both end well'
sed -n 's/^Drucksachen-Nr. \(.*\) vergeben\.$/\1/p' one two | sort >given
seq -f '%g-21' 21876 21975 | cmp -s - given
verdict $? 'exactly 21876-21 to 21975-21, each once'
[ -s given ] && [ ! -s reader.err ] && ! grep -qi 'locked' one.err two.err
verdict $? 'nobody is told that something is locked'

it 'rat-numbers-from-two-doors: the next one is the next'
step sitzungsdienst einlesen anfrage.xml
out_has 'Drucksachen-Nr. 21976-21 vergeben.'
run ratsweg pruefe
status 0
