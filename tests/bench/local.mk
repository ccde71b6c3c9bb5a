# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
EXTRA_PROGRAMS = tests/bench/store tests/bench/gross
tests_bench_store_SOURCES = tests/bench/store.c tests/unit/store-help.h
tests_bench_store_LDADD = $(STORE_LINK)
tests_bench_gross_SOURCES = tests/bench/gross.c tests/unit/store-help.h
tests_bench_gross_LDADD = $(STORE_LINK)
EXTRA_DIST += tests/bench/bench.sh
CLEANFILES += tests/bench/store tests/bench/gross

bench: all tests/bench/store tests/bench/gross
	$(AM_TESTS_ENVIRONMENT) STORE_BENCH='$(abs_top_builddir)/tests/bench/store' \
	  GROSS='$(abs_top_builddir)/tests/bench/gross' bash $(top_srcdir)/tests/bench/bench.sh
.PHONY: bench
