# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Kills, signals, everybody at once.
check_PROGRAMS += tests/fault/store-kill
TESTS += tests/fault/store-kill
tests_fault_store_kill_SOURCES = tests/fault/store-kill.c tests/unit/store-help.h
tests_fault_store_kill_LDADD = $(STORE_LINK)

FAULT_TESTS = tests/fault/kill.sh tests/fault/last.sh tests/fault/signale.sh
dist_check_SCRIPTS += $(FAULT_TESTS)
TESTS += $(FAULT_TESTS)
