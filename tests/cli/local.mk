# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# One line a test of commands: a shell file that sources tests/cli/lib.sh.
CLI_TESTS = \
  tests/cli/golden.sh \
  tests/cli/harness.sh tests/cli/words.sh \
  tests/cli/weg.sh tests/cli/mehrere.sh tests/cli/ablehnung.sh tests/cli/eingabe.sh tests/cli/ergebnisse.sh tests/cli/pruefe.sh \
  tests/cli/reihenfolge.sh tests/cli/probe.sh tests/cli/stand.sh tests/cli/ausgeben.sh tests/cli/konten.sh \
  tests/cli/antrag.sh tests/cli/papiere.sh tests/cli/fassungen.sh tests/cli/korrektur.sh tests/cli/ausgabe.sh tests/cli/waechter.sh
CLI_TESTS += tests/cli/faelle-daten-gross.sh tests/cli/faelle-daten-entities.sh tests/cli/faelle-daten-voll.sh \
  tests/cli/faelle-daten-trail.sh
CLI_TESTS += tests/cli/auftraege.sh
CLI_TESTS += tests/cli/magdeburg.sh tests/cli/uebernehmen.sh tests/cli/uebernahme-daten.sh
EXTRA_DIST += tests/cli/uebernahme-pruefung.py tests/golden/uebernahme
CLI_TESTS += tests/cli/faelle-rat.sh tests/cli/faelle.sh tests/cli/faelle-odt.sh tests/cli/faelle-odt-zip.sh tests/cli/faelle-odt-zeichen.sh
CLI_TESTS += tests/cli/sitzung-en-bloc.sh
CLI_TESTS += tests/cli/tagesordnung.sh
CLI_TESTS += tests/cli/eil.sh
CLI_TESTS += tests/cli/intern.sh tests/cli/ziffern.sh
CLI_TESTS += tests/cli/sitzung-verlauf.sh
CLI_TESTS += tests/cli/zeichnen.sh tests/cli/nummern.sh
CLI_TESTS += tests/cli/sitzung-niederschrift.sh
dist_check_SCRIPTS += $(CLI_TESTS)
TESTS += $(CLI_TESTS)
EXTRA_DIST += tests/cli/lib.sh
EXTRA_DIST += tests/golden/weg
