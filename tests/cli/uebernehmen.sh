#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Courses of another system: every odd kind goes in, nothing is guessed, nothing is lost, and what was taken is
# recognised.
. "$top_srcdir/tests/cli/lib.sh"
export RATSWEG_ABLAGE=$PWD/ablage
must ratsweg anlegen ablage --profil magdeburg
must ratsweg benutzer anlegen dienst --rolle sitzungsdienst
must ratsweg benutzer anlegen schreibt --rolle sachbearbeitung

# kurs NUMMER ART TITEL STATION...: one line; station DATUM GREMIUM ROLLE TOP ERGEBNIS, each "" for null.
station() {
  local s='{' k i=0
  for k in date organization role agendaItem result; do
    i=$((i + 1))
    s+="\"$k\": $(if [ -n "${!i}" ]; then printf '"%s"' "${!i}"; else printf null; fi), "
  done
  printf '%s}' "${s%, }"
}
kurs() {
  local nummer=$1 art=$2 titel=$3 liste
  shift 3
  liste=$(IFS=,; echo "$*")
  printf '{"reference": "%s", "type": "%s", "title": "%s", "super": [], "sub": [], "consultations": [%s]}\n' "$nummer" "$art" "$titel" "$liste"
}
s=Stadtrat k=Kulturausschuss f='Finanz- und Grundstücksausschuss' be=Beratung bs=Beschlussfassung
{
  kurs DS0001/24 Beschlussvorlage 'Bänke am Fluss' \
    "$(station 2024-02-05T17:00:00+01:00 $k $be 4.1 vertagt)" "$(station 2024-03-04T17:00:00+01:00 $k $be 5 empfohlen)" \
    "$(station 2024-03-14T14:00:00+01:00 $s $bs 5.1 'ungeändert beschlossen')"
  kurs A0001/24 Antrag 'Ein Antrag, der in die Ausschüsse geht' \
    "$(station 2024-03-14T14:00:00+01:00 $s $bs 6.1 'in die Ausschüsse verwiesen')" \
    "$(station 2024-04-08T17:00:00+02:00 $k $be 3 'nicht empfohlen')" "$(station 2024-04-10T17:00:00+02:00 "$f" $be 2 empfohlen)" \
    "$(station 2024-04-18T14:00:00+02:00 $s $bs 6.2 abgelehnt)"
  kurs A0002/24 Antrag 'Einer, der von einer Tagesordnung zurückgezogen wird' \
    "$(station 2024-03-14T14:00:00+01:00 $s $bs 6.3 zurückgezogen)" "$(station 2024-04-18T14:00:00+02:00 $s $bs 6.4 'geändert beschlossen')"
  kurs A0003/24 Antrag 'Einer, der ganz zurückgezogen wird' "$(station 2024-03-14T14:00:00+01:00 $s $bs 6.5 zurückgezogen)"
  kurs A0004/24 Antrag 'Einer, mit dem es nicht zu Ende ging' "$(station 2024-03-14T14:00:00+01:00 $s $bs 6.6 vertagt)"
  kurs A0005/24 Antrag 'Die Empfehlung kam zu spät' \
    "$(station 2024-03-14T14:00:00+01:00 $s $bs 6.7 'ungeändert beschlossen')" "$(station 2024-04-08T17:00:00+02:00 $k $be 4 empfohlen)"
  kurs I0001/24 Informationsvorlage 'Genehmigt und zur Kenntnis genommen' \
    "$(station 2024-01-10T09:00:00+01:00 'Die Oberbürgermeisterin' 'Genehmigung OB' 1 'genehmigt OB')" "$(station 2024-02-05T17:00:00+01:00 $k Kenntnisnahme 7 'zur Kenntnis genommen')"
  kurs S0001/24 Stellungnahme 'Nur genehmigt' "$(station 2024-01-10T09:00:00+01:00 'Die Oberbürgermeisterin' 'Genehmigung OB' 2 'genehmigt OB')"
  kurs F0001/24 Anfrage 'Mit anderen Abständen geschrieben' "$(station 2024-03-14T14:00:00+01:00 $s Stellungnahme 9.1 '  Schriftliche   STELLUNGNAHME ')"
  kurs A0006/24 Antrag 'Was ein Ausschuss ablehnt, ist eine Empfehlung' "$(station 2024-04-08T17:00:00+02:00 $k $be 5 abgelehnt)"
  kurs A0007/24 Antrag 'Ein Wort, das niemand kennt' \
    "$(station 2024-04-08T17:00:00+02:00 $k $be 6 'mit Glockenschlag bejubelt')" "$(station 2024-04-18T14:00:00+02:00 $s $bs 6.8 'ungeändert beschlossen')"
  kurs A0008/24 Antrag 'Ohne Tag, ohne Gremium, ohne Ergebnis' \
    "$(station '' $k $be '' empfohlen)" "$(station 2024-02-30T17:00:00+01:00 '' 'Ratschlag' 'x y' '')" "$(station 2024-04-18T14:00:00+02:00 $s $bs 6.8 'ungeändert beschlossen')"
  kurs 'A0009/24/1 /1' Änderungsantrag 'Eine Nummer mit Lücke' \
    "$(station 2024-04-18T14:00:00+02:00 $s $bs 6.9 empfohlen)" "$(station 2024-04-18T14:00:00+02:00 $k $be 8 empfohlen)"
  kurs A0010/24 Wunschzettel 'Eine Art, die es nicht gibt'
  kurs A0011/24 Antrag 'Aus alter Zeit, in einem Gremium von früher' "$(station 1998-05-05T17:00:00+02:00 'Ausschuss für Würde und Anstand' $be 1 empfohlen)"
} >verlauf.jsonl

it 'who may'
mark
als schreibt uebernehmen verlauf.jsonl
status 1
err_has 'steht dem Konto schreibt nicht zu'
untouched

it 'a dry run'
mark
als dienst --probe uebernehmen verlauf.jsonl
status 1
out_has 'Probe: nichts wird gespeichert.'
out_has '15  übernommen'
untouched

it 'all go in'
als dienst uebernehmen verlauf.jsonl
status 1
out_has '15  übernommen'
it 'words that nobody knows are listed'
err_has 'Ergebnis „mit Glockenschlag bejubelt“'
err_has 'Papierart „Wunschzettel“'
err_has 'Zuständigkeit „Ratschlag“'
err_has 'in die Tabelle <uebernahme> des Profils aufnehmen'
out_has 'Ausschuss für Würde und Anstand'

# zustand NUMMER CODE
zustand() {
  run ratsweg zeige "$1"
  out_has " zustand=\"$2\""
}
it 'states follow from the results'
zustand DS0001/24 beschlossen
out_has 'nach="s1"'
zustand A0001/24 abgelehnt
zustand A0002/24 geaendert-beschlossen
out_has 'umfang="sitzung"'
zustand A0003/24 zurueckgezogen
out_has 'umfang="ganz"'
zustand A0004/24 in-beratung
out_has 'nach="s1"'
zustand A0005/24 beschlossen
out_has 'nachtraeglich="ja"'
out_has '<einwand regel="nachtraeglich">'
zustand I0001/24 zur-kenntnis
zustand S0001/24 genehmigt
zustand F0001/24 beantwortet
zustand A0006/24 in-beratung
out_has 'code="nicht-empfohlen"'
it 'an unknown result stands there in its own words, and the course goes on'
zustand A0007/24 beschlossen
out_has 'altwort="mit Glockenschlag bejubelt"'
it 'what has no day, body or number'
zustand A0008/24 beschlossen
out_has 'grund="ohne-ergebnis"'
out_has 'gremium-nicht-genannt'
zustand 'A0009/24/1 /1' in-beratung
zustand A0010/24 eingereicht
zustand A0011/24 in-beratung
out_has 'termin="1998-05-05"'
it 'sittings are there, closed, with their TOPs'
run ratsweg zeige stadtrat/2024-04-18
out_has 'zustand="geschlossen"'
out_has '<top nummer="6.8"'
[ "$(grep -c '<top nummer="6.8"' "$out")" = 1 ]
verdict $? 'two papers share a number'
run ratsweg zeige stadtrat/2024-03-14
out_has '<beginn>2024-03-14T14:00</beginn>'
it 'each result is an event with its day, each objection has its reason'
run ratsweg verlauf A0005/24
out_has altergebnis
out_has 'Übernahme aus dem Altsystem'
run ratsweg verlauf DS0001/24
out_has 14.03.2024
out_lacks 'Übernahme aus dem Altsystem'
it 'the store holds together'
run ratsweg pruefe
status 0

it 'once more: all is there'
mark
als dienst uebernehmen verlauf.jsonl
status 0
out_has '15  schon da'
untouched
it 'an office cannot take these steps by hand'
als dienst schritt A0004/24 altergebnis station=stadtrat code=beschlossen
status 2
err_has 'ratsweg uebernehmen'
run ratsweg --als dienst moeglich A0004/24
out_lacks Altsystem
it 'but goes on with the paper'
als dienst ergebnis A0004/24 stadtrat beschlossen --grund 'Nachgetragen.'
status 0

it 'one number, two contents'
{
  kurs A0001/24 Antrag 'Ein anderer Antrag'
  kurs A0020/24 Antrag 'Der erste'
  kurs A0020/24 Antrag 'Der zweite'
  kurs a0020/24 Antrag 'Der erste'
  kurs A0020/24 Antrag 'Der erste'
  kurs A0021/24 Antrag 'Der Rest'
} >streit.jsonl
als dienst uebernehmen streit.jsonl
status 1
out_has '2  übernommen'
out_has '1  doppelt und gleich'
err_has 'A0001/24: Ablage | Zeile 1'
err_has 'Titel: Ein Antrag, der in die Ausschüsse geht | Ein anderer Antrag'
err_has 'A0020/24: Zeile 2 | Zeile 3'
err_has 'Titel: Der erste | Der zweite'
err_has 'Nummer: A0020/24 | a0020/24'
zustand A0021/24 eingereicht

it 'what is no course'
{
  echo '{"reference": "A0030/24", "title": "abgeschnitten'
  echo '[1, 2]'
  echo '{"title": "ohne Nummer"}'
  echo '{"reference": "A0031/24", "type": "Antrag", "title": ["Liste"]}'
  echo '{"reference": "A0032/24", "type": "Antrag", "title": "T", "consultations": "keine"}'
  echo
  printf '{"reference": "A0033/24", "type": "Antrag", "title": "Steuer\\u0007zeichen\\nund \\ufffe mehr", "consultations": []}\r\n'
  printf '{"reference": "A0034/24", "title": "%s"}\n' "$(head -c 1100000 /dev/zero | tr '\0' x)"
  printf '{"reference": "A0035/24", "title": "\xff\xfe"}\n'
  printf '{"reference": "A0036/24", "title": "a\0b"}\n'
  kurs A0037/24 Antrag 'Am Ende ohne Zeilenende' | tr -d '\n'
} >falsch.jsonl
als dienst uebernehmen falsch.jsonl
status 2
for z in 1 2 3 4 5 8 9 10; do err_has "falsch.jsonl, Zeile $z: "; done
out_has '2  übernommen'
run ratsweg zeige A0033/24
out_has '<titel>Steuer zeichen und mehr</titel>'
zustand A0037/24 eingereicht
it 'what the Rat notes after an urgent decision'
kurs DS0050/24 Beschlussvorlage 'Deich' \
  "$(station 2024-05-02T09:00:00+02:00 'Die Oberbürgermeisterin' $bs 1 'Eilentscheidung der Oberbürgermeisterin')" \
  "$(station 2024-05-16T14:00:00+02:00 $s Kenntnisnahme 3 'zur Kenntnis genommen')" >eil.jsonl
als dienst uebernehmen eil.jsonl
status 0
zustand DS0050/24 durch-eilentscheidung
out_has 'code="zur-kenntnis"'
it 'no file, no profile that knows how'
als dienst uebernehmen fehlt.jsonl
status 2
err_has fehlt.jsonl
run_with falsch.jsonl ratsweg --als dienst uebernehmen -
status 2
err_has 'Eingabe, Zeile 1'
out_has '2  schon da'
must ratsweg anlegen andere --profil dortmund
run ratsweg -C andere uebernehmen verlauf.jsonl
status 2
err_has 'eine Tabelle <uebernahme> aufnehmen'
run ratsweg pruefe
status 0
