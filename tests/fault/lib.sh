# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What the tests of whole commands under faults share, on top of tests/cli/lib.sh: one call of every command, and
# the store they work on.
#
# Words: office (makes sauber/, once), fresh (a copy of it at platte/), call BEFEHL (its words in $words),
# bad_disk FEHLER COMMAND... (platte/ on a bad disk, see disk.c; .buch counts the calls there), judge TEXT (one
# line of TAP: ok where nothing was found wrong since the last), wrong TEXT (something was), seed (a number for
# samples, printed; $RATSWEG_SAAT repeats).
# shellcheck disable=SC2034 # file-wide: last and rc are read by tests/cli/lib.sh
. "$top_srcdir/tests/cli/lib.sh"
disk=${top_builddir:?}/tests/fault/disk.so
platte=$PWD/platte
found=''

writing='einlesen schritt station ergebnis ausgeben benutzer wiederherstellen'
making='drucke sicherung anlegen'
reading='liste zeige moeglich verlauf pruefe pruefe-odt'

# In the middle of the way: one body has decided, the next one sits, two wait; a readable file is missing, so that
# there is something to restore.
office() {
  demo apod
  step sitzungsdienst schritt afbl/2021-09-16 eroeffnen um=15:00
  papier neu.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23"/>' \
    '<abschnitt art="beschlussvorschlag"><p>Der Rat beschließt. <img src="bild.png" alt="Bild"/></p></abschnitt>
     <abschnitt art="begruendung"><p>Darum.</p></abschnitt>'
  cp "$samples/abstimmung.png" bild.png
  must ratsweg pruefe
  mkdir sauber
  mv probe/ablage sauber/ablage
  cp probe/odt/3-eingereicht.odt odt.odt
  export RATSWEG_ABLAGE=$platte/ablage
}

fresh() {
  chmod -R u+rwX "$platte" 2>/dev/null
  rm -rf "$platte"
  cp -r sauber "$platte"
  [ "${1-}" != wiederherstellen ] || rm "$platte/ablage/gremien/apod.xml"
}

# A request comes with an id, so that it can be repeated wherever it was cut off.
call() {
  local who=--als\ sitzungsdienst id=--anfrage\ 00112233445566778899aabbccddeeff
  case $1 in
    einlesen) words="--als sachbearbeitung $id einlesen neu.xml" ;;
    schritt) words="$who $id schritt hauptausschuss/2021-09-23 eroeffnen um=13:00" ;;
    station) words="$who $id station 21874-21 hinzufuegen apod zustaendigkeit=kenntnisnahme grund=Auskunft" ;;
    ergebnis) words="$who $id ergebnis 21874-21 afbl empfohlen --stimmen ja=16,nein=4,enthaltung=0" ;;
    ausgeben) words="$who $id ausgeben 21874-21 --an Presse --weg Post -o $platte/aus.odt" ;;
    benutzer) words="--als verwaltung $id benutzer anlegen neu --rolle revision" ;;
    wiederherstellen) words='--als verwaltung wiederherstellen' ;;
    drucke) words="drucke 21874-21 -o $platte/aus.odt" ;;
    sicherung) words="sicherung $platte/s.db" ;;
    anlegen) words="anlegen $platte/neu" ;;
    liste) words='liste' ;;
    zeige) words='zeige 21874-21' ;;
    moeglich) words="$who moeglich 21874-21" ;;
    verlauf) words='verlauf 21874-21' ;;
    pruefe) words='pruefe' ;;
    pruefe-odt) words='pruefe odt.odt' ;;
  esac
}

# on FEHLER COMMAND...: the preloaded library has to come before a sanitizer's.
bad_disk() {
  local fault=$1
  shift
  run env PLATTE="$platte" PLATTE_FEHLER="$fault" PLATTE_BUCH="$PWD/.buch" LD_PRELOAD="$disk" \
    ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0" "$RATSWEG" "$@"
  last="ratsweg $* (${fault:-a good disk})"
}

# -- one line a case --

wrong() { found="$found${found:+; }$1"; }
judge() {
  [ -z "$found" ]
  verdict $? "$1${found:+: $found}"
  found=''
}

# German, and more than the bare name of an error.
names() {
  for text; do grep -qF -- "$text" "$err" || wrong "does not say $text"; done
  ! grep -q 'Abhilfe:.*Abhilfe:' "$err" || wrong 'advises twice'
  ! grep -qE 'No space|I/O error|[Ii]nput/output|Permission|No such|Interrupted' "$err" || wrong 'says it in English'
}

# What a step that was not taken may not have left; $was is what prints said before.
parts_gone() {
  local left
  left=$(parts "$platte")
  [ -z "$left" ] || wrong "leaves $left"
}

# The number of events that a check names, in $checked; where it finds something, that is wrong.
clean() {
  run ratsweg pruefe
  checked=$(sed -n 's/^Geprüft: \([0-9]*\) Ereignisse.*/\1/p' "$out")
  grep -qF 'Vollständig, unverändert, lückenlos: ja.' "$out" || wrong "pruefe ${1-}: $(grep -m 1 Befund "$out")"
}

seed() {
  RANDOM=${RATSWEG_SAAT:=$((RANDOM * 32768 + RANDOM))}
  echo "# RATSWEG_SAAT=$RATSWEG_SAAT repeats this"
}
