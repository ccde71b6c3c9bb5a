# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What must hold when something breaks: kills, and everybody at once.
FAULT_TESTS = tests/fault/kill.sh tests/fault/last.sh
dist_check_SCRIPTS += $(FAULT_TESTS)
TESTS += $(FAULT_TESTS)
