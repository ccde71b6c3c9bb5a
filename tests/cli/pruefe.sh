#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# One byte, one file: whatever is changed behind the engine's back is found and named; the readable files come
# back byte for byte; a backup is a store of its own.
. "$top_srcdir/tests/cli/lib.sh"
demo apod
stage 21874-21 in-beratung '1-entwurf.odt 2-freigegeben.odt 3-eingereicht.odt 4-apod.odt' 'empfohlen - - -'
run ratsweg pruefe
it 'as the demo left it'
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'
out_has '0 Befunde.'
run ratsweg --als revision pruefe --xml
status 0
out_lacks '<befund'
cp -r probe/ablage sauber

# flip FILE OFFSET: the lowest bit of one byte.
flip() {
  local byte
  byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
  printf "\\$(printf %o $((byte ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}
fresh() {
  rm -rf probe/ablage
  cp -r sauber probe/ablage
}
# found WHAT...: status 1, and a finding names each.
found() {
  status 1
  out_has 'Vollständig, unverändert, lückenlos: nein.'
  for what in "$@"; do
    grep '^Befund: ' "$out" | grep -qF -- "$what"
    verdict $? "finds $what"
  done
}

db=probe/ablage/ratsweg.db
last_event=$(($(events) - 1))
for nr in 0 1 18 22 $last_event; do
  it "a byte of event $nr"
  fresh
  at=$(grep -abo "<ereignis [^>]*seq=\"$nr\"" $db | cut -d: -f1)
  [ -n "$at" ] || at=$(grep -abo "<ereignis [^>]* nr=\"$nr\"" $db | cut -d: -f1)
  day=$(tail -c +"$((at + 1))" $db | grep -abo 'wirksam="20' | head -n 1 | cut -d: -f1)
  flip $db $((at + day + 12))
  run ratsweg pruefe
  found "Ereignis $nr"
done

if command -v sqlite3 >/dev/null; then
  for stand in 1 5 12; do
    it "a byte of version $stand"
    fresh
    sqlite3 $db "UPDATE inhalt SET bytes = substr(bytes, 1, 20) || CASE substr(bytes, 21, 1) WHEN x'41' THEN x'42'
      ELSE x'41' END || substr(bytes, 22) WHERE commitment = (SELECT commitment FROM version
      WHERE art = 'vorlage' AND stand = $stand)"
    run ratsweg pruefe
    found 'Vorlage ' "Stand $stand:"
  done
  it 'a row of the index'
  fresh
  sqlite3 $db "UPDATE dokument SET zustand = 'beschlossen' WHERE kennung = '21874-21'"
  run ratsweg pruefe
  found 21874-21
  it 'an event that is gone'
  fresh
  trigger=$(sqlite3 $db "SELECT sql || ';' FROM sqlite_master WHERE name = 'ereignis_da'")
  sqlite3 $db "DROP TRIGGER ereignis_da; DELETE FROM ereignis WHERE seq = $last_event; $trigger"
  run ratsweg pruefe
  found "$last_event"
  it 'what keeps events from being changed is itself checked'
  fresh
  sqlite3 $db 'DROP TRIGGER ereignis_bleibt'
  run ratsweg pruefe
  status 1
  it 'the database itself refuses'
  fresh
  run sqlite3 $db 'UPDATE ereignis SET xml = zeroblob(3) WHERE seq = 3'
  [ "$rc" != 0 ]
  verdict $? 'a changed event'
  err_has 'Ereignisse werden nicht geändert'
fi

it 'contents'
for content in sauber/inhalt/[0-9a-f][0-9a-f]/*; do
  fresh
  where=probe/ablage/${content#sauber/}
  chmod u+w "$where"
  flip "$where" 100
  run ratsweg pruefe
  found "$(basename "$content" | cut -c1-16)"
done
fresh
rm -f "probe/ablage/${content#sauber/}"
run ratsweg pruefe
found "$(basename "$content" | cut -c1-16)"
it 'what cannot be restored is named, the rest comes back'
rm probe/ablage/gremien/apod.xml
run ratsweg --als verwaltung wiederherstellen
status 1
err_has "$(basename "$content" | cut -c1-16)"
out_has 'Nicht wiederhergestellt, siehe die Hinweise: 1.'
same sauber/gremien/apod.xml probe/ablage/gremien/apod.xml

it 'readable files, a byte in each'
fresh
(cd sauber && find . -type f -size +0 ! -name 'ratsweg.db*'  ! -path './inhalt/*' ! -name .sperre | sort) >files
[ "$(wc -l <files)" -gt 20 ]
verdict $? 'there are readable files'
while read -r f; do
  chmod u+w "probe/ablage/$f"
  flip "probe/ablage/$f" 45
done <files
run ratsweg pruefe
cp "$out" report
found
while read -r f; do
  grep '^Befund: ' report | grep -qF -- "${f#./}"
  verdict $? "finds $f"
done <files
it 'they come back byte for byte'
step verwaltung wiederherstellen
while read -r f; do cmp "sauber/$f" "probe/ablage/$f" || echo "$f differs"; done <files >differ 2>&1
[ ! -s differ ]
verdict $? 'all of them'
run ratsweg pruefe
status 0

it 'a file that is gone and one too many'
fresh
rm probe/ablage/vorlagen/2021/21874-21.xml
echo '<gremium/>' >probe/ablage/gremien/kita.xml
run ratsweg pruefe
found vorlagen/2021/21874-21.xml gremien/kita.xml
run ratsweg pruefe --xml
status 1
out_has '<befund was="'
out_has gremien/kita.xml
step verwaltung wiederherstellen
out_has vorlagen/2021/21874-21.xml
same sauber/vorlagen/2021/21874-21.xml probe/ablage/vorlagen/2021/21874-21.xml
there probe/ablage/gremien/kita.xml
it 'a file of one'\''s own is not thrown away, but named'
run ratsweg pruefe
found gremien/kita.xml
it 'a changed file is never taken silently'
fresh
sed -i 's/Roadmap Memorandum/Fahrplan/' probe/ablage/vorlagen/2021/21874-21.xml
run ratsweg zeige 21874-21
out_has 'Roadmap Memorandum'
out_lacks Fahrplan

it 'a backup opens and is clean'
fresh
step verwaltung sicherung s.db
mkdir kopie
cp s.db kopie/ratsweg.db
cp -r s.db.inhalt kopie/inhalt
run ratsweg -C kopie wiederherstellen
status 0
run ratsweg -C kopie pruefe
status 0
run ratsweg -C kopie zeige 21874-21
cp "$out" aus-kopie
run ratsweg zeige 21874-21
same "$out" aus-kopie
(cd sauber && find . -type f -size +0 ! -name 'ratsweg.db*' | sort) >files
while read -r f; do cmp "sauber/$f" "kopie/$f"; done <files >differ 2>&1
[ ! -s differ ]
verdict $? 'its files are the same'
it 'a backup says what the store itself lacks'
fresh
rm -f "probe/ablage/${content#sauber/}"
run ratsweg sicherung luecke.db
status 0
err_has "${content#sauber/} fehlt in der Ablage"
it 'a backup overwrites nothing'
run ratsweg sicherung s.db
[ "$rc" != 0 ]
verdict $? 'refuses'
err_has s.db
