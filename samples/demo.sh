#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Bringt die Vorlage 21874-21 vom Entwurf bis zur Entscheidung und sagt dabei, was geschieht.
#   samples/demo.sh ORDNER [--bis STUFE]
# STUFE: entwurf, freigegeben, eingereicht, apod, afbl, hauptausschuss, rat (sonst). Danach liegen die
# Ablage in ORDNER/ablage und die ODTs in ORDNER/odt. $RATSWEG nennt das Programm (sonst „ratsweg“).
set -euo pipefail

samples=$(cd "$(dirname "$0")" && pwd)
ratsweg=${RATSWEG:-ratsweg}
ordner='' bis=rat

falsch() {
  echo "$1" >&2
  echo "Aufruf: samples/demo.sh ORDNER [--bis entwurf|freigegeben|eingereicht|apod|afbl|hauptausschuss|rat]" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --bis) [ $# -ge 2 ] || falsch 'Zu --bis fehlt die Stufe.'; bis=$2; shift 2 ;;
    -*) falsch "Unbekannte Option: $1" ;;
    *) [ -z "$ordner" ] || falsch "Ein Ordner genügt: $1"; ordner=$1; shift ;;
  esac
done
[ -n "$ordner" ] || falsch 'Der Ordner fehlt.'
case $bis in
  entwurf | freigegeben | eingereicht | apod | afbl | hauptausschuss | rat) ;;
  *) falsch "Unbekannte Stufe: $bis" ;;
esac
if [ -e "$ordner/ablage" ]; then falsch "$ordner/ablage gibt es schon; die Vorführung legt eine neue Ablage an."; fi
command -v "$ratsweg" >/dev/null || falsch "Das Programm $ratsweg fehlt (\$RATSWEG)."
mkdir -p "$ordner/odt"
ordner=$(cd "$ordner" && pwd)
ablage=$ordner/ablage

sagt() { printf '\n== %s\n' "$*"; }
# als KONTO BEFEHL...: ein Befehl, den man auch selbst eingeben kann
als() {
  local konto=$1
  shift
  printf '$ ratsweg --als %s %s\n' "$konto" "$(printf '%q ' "$@" | sed "s|$samples/|samples/|g; s|$ordner/||g")"
  "$ratsweg" -C "$ablage" --als "$konto" "$@"
}
drucke() { als sitzungsdienst drucke "$1" -o "$ordner/odt/$2.odt"; }
stufe() { [ "$bis" != "$1" ] || { fertig; exit 0; }; }
fertig() {
  sagt "Bis hierher: $bis. Ablage: $ordner/ablage, ODTs: $ordner/odt"
  ls "$ordner/odt"
}

sagt 'Eine neue Ablage mit Gremien, Stellen, Sitzungen und Konten'
# Mit $RATSWEG_UHR entsteht eine Probeablage, in der sich alles genau wiederholen lässt.
if [ -n "${RATSWEG_UHR:-}" ]; then
  "$ratsweg" anlegen "$ablage" --profil dortmund --probeablage
else
  "$ratsweg" anlegen "$ablage" --profil dortmund
fi
als verwaltung einlesen "$samples"/stellen/*.xml "$samples"/gremien/*.xml "$samples"/sitzungen/*.xml
als verwaltung benutzer anlegen sachbearbeitung --rolle sachbearbeitung --stelle fb-1
als verwaltung benutzer anlegen amtsleitung --rolle mitzeichnung --stelle fb-1
als verwaltung benutzer anlegen dezernat --rolle mitzeichnung --stelle dezernat-ob
als verwaltung benutzer anlegen freigabe --rolle freigabe
als verwaltung benutzer anlegen sitzungsdienst --rolle sitzungsdienst
als verwaltung benutzer anlegen revision --rolle revision
sagt 'Der Nummernkreis der Drucksachen steht auf 21874'
als verwaltung einlesen "$samples/drucksachen.xml"

sagt 'Die Sachbearbeitung legt den Entwurf an'
als sachbearbeitung einlesen "$samples/21874-21.xml" --wirksam 2021-08-16
drucke entwurf-0001 1-entwurf
stufe entwurf

sagt 'Mitzeichnung der Reihe nach, dann Freigabe: Nummer und Fassung 1'
als sachbearbeitung schritt entwurf-0001 vorlegen --wirksam 2021-08-17
als amtsleitung schritt entwurf-0001 mitzeichnen --wirksam 2021-08-17
als dezernat schritt entwurf-0001 mitzeichnen --wirksam 2021-08-18
als freigabe schritt entwurf-0001 freigeben --wirksam 2021-08-19
drucke 21874-21 2-freigegeben
stufe freigegeben

sagt 'Einreichung beim Sitzungsdienst: die Termine sind verbindlich'
als sachbearbeitung schritt 21874-21 einreichen --wirksam 2021-08-19
sagt 'Der Sitzungsdienst nimmt die Vorlage auf die Tagesordnungen und lädt ein'
for sitzung in apod/2021-09-02 afbl/2021-09-16 hauptausschuss/2021-09-23 rat/2021-09-23; do
  als sitzungsdienst schritt "$sitzung" aufnehmen vorlage=21874-21 --wirksam 2021-08-20
  als sitzungsdienst schritt "$sitzung" einladen --wirksam 2021-08-23
done
als sitzungsdienst ausgeben 21874-21 --an 'Mitglieder des Rates' --an 'Mitglieder des APOD' --weg Gremieninformationssystem \
  --wirksam 2021-08-23 -o "$ordner/odt/3-eingereicht.odt"
stufe eingereicht

# sitzung GREMIUM TAG VON BIS ERGEBNIS STIMMEN NAME
sitzung() {
  als sitzungsdienst schritt "$1/$2" eroeffnen "um=$3"
  als sitzungsdienst ergebnis 21874-21 "$1" "$5" --stimmen "$6"
  als sitzungsdienst schritt "$1/$2" schliessen "um=$4"
  drucke 21874-21 "$7"
}
sagt 'Der Ausschuss für Personal, Organisation und Digitalisierung empfiehlt'
sitzung apod 2021-09-02 15:00 17:20 empfohlen ja=14,nein=3,enthaltung=1 4-apod
stufe apod
sagt 'Der Ausschuss für Finanzen, Beteiligungen und Liegenschaften empfiehlt'
sitzung afbl 2021-09-16 15:00 18:05 empfohlen ja=16,nein=4,enthaltung=0 5-afbl
stufe afbl
sagt 'Der Hauptausschuss tagt am selben Tag wie der Rat, zwei Stunden vorher'
sitzung hauptausschuss 2021-09-23 13:00 13:07 empfohlen ja=15,nein=3,enthaltung=0 6-hauptausschuss
stufe hauptausschuss
sagt 'Der Rat entscheidet'
sitzung rat 2021-09-23 15:00 20:40 beschlossen ja=71,nein=10,enthaltung=4 7-rat

sagt 'Was die Revision sieht'
als revision verlauf 21874-21
als revision pruefe
fertig
