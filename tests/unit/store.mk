# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
STORE_TESTS = tests/unit/store-documents tests/unit/store-files tests/unit/store-verify tests/unit/store-open \
  tests/unit/store-writers tests/unit/store-coding tests/unit/store-reached
check_PROGRAMS += $(STORE_TESTS)
TESTS += $(STORE_TESTS)
tests_unit_store_documents_SOURCES = tests/unit/store-documents.c tests/unit/store-help.h
tests_unit_store_documents_LDADD = $(STORE_LINK)
tests_unit_store_files_SOURCES = tests/unit/store-files.c tests/unit/store-help.h
tests_unit_store_files_LDADD = $(STORE_LINK)
tests_unit_store_verify_SOURCES = tests/unit/store-verify.c tests/unit/store-help.h
tests_unit_store_verify_LDADD = $(STORE_LINK)
tests_unit_store_open_SOURCES = tests/unit/store-open.c tests/unit/store-help.h
tests_unit_store_open_LDADD = $(STORE_LINK)
tests_unit_store_writers_SOURCES = tests/unit/store-writers.c tests/unit/store-help.h
tests_unit_store_writers_LDADD = $(STORE_LINK)
tests_unit_store_reached_SOURCES = tests/unit/store-reached.c tests/unit/store-help.h
tests_unit_store_reached_LDADD = $(STORE_LINK)
tests_unit_store_coding_SOURCES = tests/unit/store-coding.c
tests_unit_store_coding_LDADD = $(STORE_LINK)
