# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Kills, signals, bad disks, everybody at once.
check_PROGRAMS += tests/fault/store-kill
TESTS += tests/fault/store-kill
tests_fault_store_kill_SOURCES = tests/fault/store-kill.c tests/unit/store-help.h
tests_fault_store_kill_LDADD = $(STORE_LINK)

# Loaded before the program with LD_PRELOAD: linked as a library, and without sanitizers.
check_PROGRAMS += tests/fault/disk.so
tests_fault_disk_so_SOURCES = tests/fault/disk.c
tests_fault_disk_so_CFLAGS = $(WARN_CFLAGS) -fPIC
tests_fault_disk_so_LDFLAGS = -shared

FAULT_TESTS = tests/fault/platte.sh tests/fault/zustand.sh tests/fault/kill.sh tests/fault/last.sh tests/fault/signale.sh \
  tests/fault/mitten.sh
EXTRA_DIST += tests/fault/lib.sh
dist_check_SCRIPTS += $(FAULT_TESTS)
TESTS += $(FAULT_TESTS)
