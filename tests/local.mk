# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# All tests speak TAP.  Each runs in an empty folder of its own (tests/run-test); none writes into the
# source tree.  RATSWEG_SHARED, if set, names a folder with shared vectors; tests that need it skip
# without it.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_COMPILER = bash $(top_srcdir)/tests/run-test
AM_TESTS_ENVIRONMENT = \
  top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
  top_builddir='$(abs_top_builddir)'; export top_builddir; \
  G_TEST_SRCDIR='$(abs_top_srcdir)'; export G_TEST_SRCDIR; \
  G_TEST_BUILDDIR='$(abs_top_builddir)'; export G_TEST_BUILDDIR; \
  RATSWEG='$(abs_top_builddir)/ratsweg'; export RATSWEG; \
  RATSWEG_VERSION='$(PACKAGE_VERSION)'; export RATSWEG_VERSION; \
  unset RATSWEG_ABLAGE RATSWEG_STOERUNG RATSWEG_BENUTZER; \
  MALLOC_PERTURB_=165; export MALLOC_PERTURB_; \
  G_DEBUG=fatal-warnings; export G_DEBUG; \
  G_SLICE=always-malloc; export G_SLICE; \
  LC_ALL=C.UTF-8; export LC_ALL; \
  ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:exitcode=86:strict_string_checks=1; export ASAN_OPTIONS; \
  UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1:exitcode=86; export UBSAN_OPTIONS; \
  LAYER_CC='$(CC) $(CFLAGS) $(SANITIZE_CFLAGS)'; export LAYER_CC; \
  LAYER_LIBS='$(ALL_LIBS)'; export LAYER_LIBS;
EXTRA_DIST += tests/run-test

include tests/unit/base.mk
include tests/unit/doc.mk
include tests/unit/rules.mk
include tests/unit/route.mk
include tests/unit/before.mk
include tests/unit/trail.mk
include tests/unit/store.mk
include tests/unit/typeset.mk
include tests/cli/local.mk
include tests/fault/local.mk
include tests/bench/local.mk
include tests/layers/local.mk
