# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2

check_PROGRAMS += tests/unit/typeset-odt
TESTS += tests/unit/typeset-odt
tests_unit_typeset_odt_SOURCES = tests/unit/typeset-odt.c tests/unit/typeset-help.h
tests_unit_typeset_odt_LDADD = $(TYPESET_LINK)

check_PROGRAMS += tests/unit/typeset-text
TESTS += tests/unit/typeset-text
tests_unit_typeset_text_SOURCES = tests/unit/typeset-text.c tests/unit/typeset-help.h
tests_unit_typeset_text_LDADD = $(TYPESET_LINK)

check_PROGRAMS += tests/unit/typeset-letterhead
TESTS += tests/unit/typeset-letterhead
tests_unit_typeset_letterhead_SOURCES = tests/unit/typeset-letterhead.c tests/unit/typeset-help.h
tests_unit_typeset_letterhead_LDADD = $(TYPESET_LINK)

check_PROGRAMS += tests/unit/typeset-view
TESTS += tests/unit/typeset-view
tests_unit_typeset_view_SOURCES = tests/unit/typeset-view.c tests/unit/typeset-help.h
tests_unit_typeset_view_LDADD = $(TYPESET_LINK)

check_PROGRAMS += tests/unit/typeset-samples
TESTS += tests/unit/typeset-samples
tests_unit_typeset_samples_SOURCES = tests/unit/typeset-samples.c tests/unit/typeset-help.h
tests_unit_typeset_samples_LDADD = $(TYPESET_LINK)

check_PROGRAMS += tests/unit/typeset-office
TESTS += tests/unit/typeset-office
tests_unit_typeset_office_SOURCES = tests/unit/typeset-office.c tests/unit/typeset-help.h
tests_unit_typeset_office_LDADD = $(TYPESET_LINK)

EXTRA_DIST += tests/golden/odt
