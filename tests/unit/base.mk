# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2

check_PROGRAMS += tests/unit/base-date
TESTS += tests/unit/base-date
tests_unit_base_date_SOURCES = tests/unit/base-date.c
tests_unit_base_date_LDADD = $(BASE_LINK)

check_PROGRAMS += tests/unit/base-text
TESTS += tests/unit/base-text
tests_unit_base_text_SOURCES = tests/unit/base-text.c
tests_unit_base_text_LDADD = $(BASE_LINK)

check_PROGRAMS += tests/unit/base-hash
TESTS += tests/unit/base-hash
tests_unit_base_hash_SOURCES = tests/unit/base-hash.c
tests_unit_base_hash_LDADD = $(BASE_LINK)

check_PROGRAMS += tests/unit/base-file
TESTS += tests/unit/base-file
tests_unit_base_file_SOURCES = tests/unit/base-file.c
tests_unit_base_file_LDADD = $(BASE_LINK)

check_PROGRAMS += tests/unit/base-values
TESTS += tests/unit/base-values
tests_unit_base_values_SOURCES = tests/unit/base-values.c
tests_unit_base_values_LDADD = $(BASE_LINK)

check_PROGRAMS += tests/unit/base-diff
TESTS += tests/unit/base-diff
tests_unit_base_diff_SOURCES = tests/unit/base-diff.c
tests_unit_base_diff_LDADD = $(BASE_LINK)
