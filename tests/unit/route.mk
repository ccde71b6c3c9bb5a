# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
ROUTE_TESTS = tests/unit/route-results tests/unit/route-sign tests/unit/route-release tests/unit/route-order \
  tests/unit/route-sitting tests/unit/route-put-off tests/unit/route-random tests/unit/route-names \
  tests/unit/route-eyes tests/unit/route-refusals tests/unit/route-follow tests/unit/route-cases \
  tests/unit/route-histories tests/unit/route-single tests/unit/route-papers \
  tests/unit/route-agenda tests/unit/route-plan tests/unit/route-agendas tests/unit/route-amend
check_PROGRAMS += $(ROUTE_TESTS)
TESTS += $(ROUTE_TESTS)
tests_unit_route_results_SOURCES = tests/unit/route-results.c tests/unit/route-help.h
tests_unit_route_results_LDADD = $(ROUTE_LINK)
EXTRA_DIST += tests/unit/route-results.txt
tests_unit_route_sign_SOURCES = tests/unit/route-sign.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_sign_LDADD = $(ROUTE_LINK)
tests_unit_route_release_SOURCES = tests/unit/route-release.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_release_LDADD = $(ROUTE_LINK)
tests_unit_route_order_SOURCES = tests/unit/route-order.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_order_LDADD = $(ROUTE_LINK)
tests_unit_route_sitting_SOURCES = tests/unit/route-sitting.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_sitting_LDADD = $(ROUTE_LINK)
tests_unit_route_put_off_SOURCES = tests/unit/route-put-off.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_put_off_LDADD = $(ROUTE_LINK)
tests_unit_route_random_SOURCES = tests/unit/route-random.c tests/unit/route-help.h
tests_unit_route_random_LDADD = $(ROUTE_LINK)
tests_unit_route_names_SOURCES = tests/unit/route-names.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_names_LDADD = $(ROUTE_LINK)
tests_unit_route_eyes_SOURCES = tests/unit/route-eyes.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_eyes_LDADD = $(ROUTE_LINK)
tests_unit_route_refusals_SOURCES = tests/unit/route-refusals.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_refusals_LDADD = $(ROUTE_LINK)
tests_unit_route_follow_SOURCES = tests/unit/route-follow.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_follow_LDADD = $(ROUTE_LINK)
tests_unit_route_cases_SOURCES = tests/unit/route-cases.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_cases_LDADD = $(ROUTE_LINK)
ROUTE_SITTING_TESTS = tests/unit/route-top tests/unit/route-presence tests/unit/route-minutes
check_PROGRAMS += $(ROUTE_SITTING_TESTS)
TESTS += $(ROUTE_SITTING_TESTS)
tests_unit_route_top_SOURCES = tests/unit/route-top.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_top_LDADD = $(ROUTE_LINK)
tests_unit_route_minutes_SOURCES = tests/unit/route-minutes.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_minutes_LDADD = $(ROUTE_LINK)
tests_unit_route_histories_SOURCES = tests/unit/route-histories.c tests/unit/route-help.h tests/unit/route-course.h \
  tests/unit/route-table.h
tests_unit_route_histories_LDADD = $(ROUTE_LINK) $(EXCHANGE_LIBS)
EXTRA_DIST += tests/unit/route-histories.txt tests/unit/route-single.txt
tests_unit_route_single_SOURCES = tests/unit/route-single.c tests/unit/route-help.h tests/unit/route-council.h \
  tests/unit/route-table.h
tests_unit_route_single_LDADD = $(ROUTE_LINK) $(EXCHANGE_LIBS)
tests_unit_route_papers_SOURCES = tests/unit/route-papers.c tests/unit/route-help.h tests/unit/route-council.h \
  tests/unit/route-office.h
tests_unit_route_papers_LDADD = $(ROUTE_LINK)
tests_unit_route_agenda_SOURCES = tests/unit/route-agenda.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_agenda_LDADD = $(ROUTE_LINK)
tests_unit_route_plan_SOURCES = tests/unit/route-plan.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_plan_LDADD = $(ROUTE_LINK)
tests_unit_route_agendas_SOURCES = tests/unit/route-agendas.c tests/unit/route-help.h tests/unit/route-table.h
tests_unit_route_agendas_LDADD = $(ROUTE_LINK) $(EXCHANGE_LIBS)
EXTRA_DIST += tests/unit/route-agendas.txt
tests_unit_route_presence_SOURCES = tests/unit/route-presence.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_presence_LDADD = $(ROUTE_LINK)
ROUTE_INTERNAL_TESTS = tests/unit/route-internal tests/unit/route-numbers tests/unit/route-parallel
check_PROGRAMS += $(ROUTE_INTERNAL_TESTS)
TESTS += $(ROUTE_INTERNAL_TESTS)
tests_unit_route_internal_SOURCES = tests/unit/route-internal.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_internal_LDADD = $(ROUTE_LINK)
tests_unit_route_numbers_SOURCES = tests/unit/route-numbers.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_numbers_LDADD = $(ROUTE_LINK)
tests_unit_route_parallel_SOURCES = tests/unit/route-parallel.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_parallel_LDADD = $(ROUTE_LINK)
ROUTE_ORDER_TESTS = tests/unit/route-orders
check_PROGRAMS += $(ROUTE_ORDER_TESTS)
TESTS += $(ROUTE_ORDER_TESTS)
tests_unit_route_orders_SOURCES = tests/unit/route-orders.c tests/unit/route-help.h tests/unit/route-council.h
tests_unit_route_orders_LDADD = $(ROUTE_LINK)
tests_unit_route_amend_SOURCES = tests/unit/route-amend.c tests/unit/route-help.h tests/unit/route-office.h
tests_unit_route_amend_LDADD = $(ROUTE_LINK)
