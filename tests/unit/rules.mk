# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
check_PROGRAMS += tests/unit/rules-load
TESTS += tests/unit/rules-load
tests_unit_rules_load_SOURCES = tests/unit/rules-load.c tests/unit/route-help.h
# Guards and effects are named in the rules and are functions of route/.
tests_unit_rules_load_LDADD = $(ROUTE_LINK)

check_PROGRAMS += tests/unit/rules-land
TESTS += tests/unit/rules-land
tests_unit_rules_land_SOURCES = tests/unit/rules-land.c tests/unit/route-help.h
tests_unit_rules_land_LDADD = $(ROUTE_LINK)

check_PROGRAMS += tests/unit/rules-calendar
TESTS += tests/unit/rules-calendar
tests_unit_rules_calendar_SOURCES = tests/unit/rules-calendar.c tests/unit/route-help.h
tests_unit_rules_calendar_LDADD = $(ROUTE_LINK)
