# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Before the council: urgent decisions, signers, deciding bodies side by side.
BEFORE_TESTS = tests/unit/route-urgent tests/unit/route-signers
check_PROGRAMS += $(BEFORE_TESTS)
TESTS += $(BEFORE_TESTS)
tests_unit_route_urgent_SOURCES = tests/unit/route-urgent.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_urgent_LDADD = $(ROUTE_LINK)
tests_unit_route_signers_SOURCES = tests/unit/route-signers.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_signers_LDADD = $(ROUTE_LINK)
