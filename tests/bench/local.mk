# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
EXTRA_PROGRAMS = tests/bench/store
tests_bench_store_SOURCES = tests/bench/store.c tests/unit/store-help.h
tests_bench_store_LDADD = $(STORE_LINK)
EXTRA_DIST += tests/bench/bench.sh
CLEANFILES += tests/bench/store

bench: all tests/bench/store
	$(AM_TESTS_ENVIRONMENT) STORE_BENCH='$(abs_top_builddir)/tests/bench/store' bash $(top_srcdir)/tests/bench/bench.sh
.PHONY: bench
