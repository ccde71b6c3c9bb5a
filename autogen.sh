#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# From a fresh clone to configure, a demo, or the whole check.  Knows Debian 12's package names and
# nothing of what the program does.  Called by people and by .ci/run.
#
#   ./autogen.sh                  only makes ./configure
#   ./autogen.sh --deps           installs what is missing (Debian 12)
#   ./autogen.sh [--deps] demo    builds in ./build and takes the sample from draft to decision in ./demo
#   ./autogen.sh [--deps] check   builds and checks twice, in ./build and with sanitizers in ./build-san;
#                                 the last line is "N passed, N failed, N skipped"
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
top=$PWD

build_packages=(gcc libc6-dev make autoconf automake pkg-config libglib2.0-dev libglib2.0-dev-bin
  libxml2-dev libxslt1-dev libzip-dev libsqlite3-dev zlib1g-dev libssl-dev libjansson-dev tzdata)
check_packages=(libxml2-utils xsltproc unzip zip jing libreoffice-writer-nogui poppler-utils
  fonts-liberation sqlite3 openssl clang-format shellcheck reuse git)

say() { printf '%s\n' "$*"; }
die() {
  printf 'autogen.sh: %s\n' "$*" >&2
  exit 1
}

usage() {
  say 'Aufruf: ./autogen.sh [--deps] [demo | check]'
  say '  ohne Angabe   erzeugt nur ./configure'
  say '  --deps        installiert fehlende Debian-Pakete (Debian 12)'
  say '  demo          baut in ./build und führt das Beispiel in ./demo vor'
  say '  check         baut und prüft zweimal, das zweite Mal mit ASan und UBSan in ./build-san'
}

# -- packages --

missing_packages() {
  local p
  for p; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || printf '%s\n' "$p"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

install_missing() {
  local missing
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    die '--deps kennt nur Debian. Abhilfe: die Pakete aus autogen.sh von Hand installieren und --deps weglassen.'
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "Es fehlen: ${missing[*]}"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    die "Pakete kann nur root installieren, und sudo gibt es hier nicht. Abhilfe: als root ausführen: apt-get install --no-install-recommends ${missing[*]}"
  fi
  as_root apt-get -q update || say 'Die Paketlisten konnten nicht aufgefrischt werden; es geht mit den vorhandenen weiter.'
  as_root apt-get -q -y install --no-install-recommends "${missing[@]}" ||
    die "Die Pakete konnten nicht installiert werden: ${missing[*]}"
}

# -- building --

generate() {
  command -v autoreconf >/dev/null ||
    die 'autoreconf fehlt. Abhilfe: ./autogen.sh --deps, oder die Pakete autoconf und automake installieren.'
  mkdir -p build-aux && autoreconf -fi || die './configure konnte nicht erzeugt werden.'
}

# configure_in FOLDER [option...]
configure_in() {
  local folder=$1
  shift
  mkdir -p "$folder" && (cd "$folder" && "$top/configure" -q "$@") ||
    die "configure ist in $folder fehlgeschlagen; Näheres in $folder/config.log."
}

# make_in FOLDER CFLAGS [target...]: warnings are errors here, not for whoever builds a release.
make_in() {
  local folder=$1 cflags=$2
  shift 2
  make -s -C "$folder" -j"$(nproc)" CFLAGS="$cflags" "$@"
}

# -- demo --

demo() {
  local odt
  configure_in build
  make_in build '-g -O2' all || die 'Der Bau ist fehlgeschlagen.'
  if [ -e demo ]; then
    rm -rf build/demo-vorher
    mv demo build/demo-vorher
    say 'Der Ordner demo vom letzten Mal liegt jetzt in build/demo-vorher.'
  fi
  RATSWEG=$top/build/ratsweg bash samples/demo.sh "$top/demo" || die 'Die Vorführung ist fehlgeschlagen.'
  mapfile -t odt < <(find demo -name '*.odt' | sort)
  [ "${#odt[@]}" -gt 0 ] || die 'Die Vorführung hat keine ODT-Datei erzeugt.'
  say '' 'Erzeugt, zum Öffnen in LibreOffice Writer:'
  printf '  %s\n' "${odt[@]}"
}

# -- check --

# All results of a build's tests, one a line: PASS, FAIL, SKIP, XFAIL, XPASS, ERROR.
results() {
  find "$1/tests" -name '*.trs' -exec sed -n 's/^:test-result: *\([A-Z]*\).*/\1/p' {} + 2>/dev/null
}

show_failures() {
  local trs
  find "$1/tests" -name '*.trs' 2>/dev/null | sort | while IFS= read -r trs; do
    grep -qE '^:test-result: *(FAIL|XPASS|ERROR)' "$trs" || continue
    printf '\n==== %s ====\n' "${trs%.trs}"
    tail -n 200 "${trs%.trs}.log"
  done
}

# check_in FOLDER CFLAGS [configure option...]: adds to passed, failed, skipped.
check_in() {
  local folder=$1 cflags=$2 kind bad=0
  shift 2
  configure_in "$folder" "$@"
  find "$folder/tests" \( -name '*.trs' -o -name '*.log' \) -delete 2>/dev/null
  if ! make_in "$folder" "$cflags" all </dev/null; then
    say "Der Bau in $folder ist fehlgeschlagen."
    failed=$((failed + 1))
    return
  fi
  make_in "$folder" "$cflags" check </dev/null || bad=1
  while IFS= read -r kind; do
    case $kind in
    PASS | XFAIL) passed=$((passed + 1)) ;;
    SKIP) skipped=$((skipped + 1)) ;;
    *) failed=$((failed + 1)) bad=2 ;;
    esac
  done < <(results "$folder")
  [ "$bad" = 0 ] || show_failures "$folder"
  if [ "$bad" = 1 ]; then
    say "make check ist in $folder fehlgeschlagen, ohne dass ein Test es war."
    failed=$((failed + 1))
  fi
}

check() {
  passed=0 failed=0 skipped=0
  if [ -z "${RATSWEG_SHARED:-}" ] && [ -d ../shared ]; then
    RATSWEG_SHARED=$(cd ../shared && pwd)
    export RATSWEG_SHARED
  fi
  check_in build '-g -O2 -Werror'
  check_in build-san '-g -O1 -Werror' --enable-sanitizers
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

# -- which of them --

deps=0 what=''
for arg; do
  case $arg in
  --deps) deps=1 ;;
  demo | check) [ -z "$what" ] || die 'demo und check gehen nicht zusammen.' && what=$arg ;;
  -h | --help)
    usage
    exit 0
    ;;
  *)
    usage >&2
    exit 2
    ;;
  esac
done

if [ "$deps" = 1 ]; then
  if [ "$what" = demo ]; then
    install_missing "${build_packages[@]}"
  else
    install_missing "${build_packages[@]}" "${check_packages[@]}"
  fi
fi
case $what in
demo) generate && demo ;;
check) generate && check ;;
*) generate && say './configure ist erzeugt. Weiter mit: mkdir -p build && cd build && ../configure && make' ;;
esac
