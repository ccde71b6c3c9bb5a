# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
ROUTE_TESTS = tests/unit/route-results tests/unit/route-sign tests/unit/route-order tests/unit/route-random
check_PROGRAMS += $(ROUTE_TESTS)
TESTS += $(ROUTE_TESTS)
tests_unit_route_results_SOURCES = tests/unit/route-results.c tests/unit/route-help.h
tests_unit_route_results_LDADD = $(ROUTE_LINK)
tests_unit_route_sign_SOURCES = tests/unit/route-sign.c tests/unit/route-help.h
tests_unit_route_sign_LDADD = $(ROUTE_LINK)
tests_unit_route_order_SOURCES = tests/unit/route-order.c tests/unit/route-help.h
tests_unit_route_order_LDADD = $(ROUTE_LINK)
tests_unit_route_random_SOURCES = tests/unit/route-random.c tests/unit/route-help.h
tests_unit_route_random_LDADD = $(ROUTE_LINK)
