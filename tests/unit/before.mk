# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Before the council: urgent decisions, signers, deciding bodies side by side.
BEFORE_TESTS = tests/unit/route-urgent
check_PROGRAMS += $(BEFORE_TESTS)
TESTS += $(BEFORE_TESTS)
tests_unit_route_urgent_SOURCES = tests/unit/route-urgent.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_urgent_LDADD = $(ROUTE_LINK)
