# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2

check_PROGRAMS += tests/unit/doc-gate
TESTS += tests/unit/doc-gate
tests_unit_doc_gate_SOURCES = tests/unit/doc-gate.c tests/unit/doc-help.h
tests_unit_doc_gate_LDADD = $(DOC_LINK)

check_PROGRAMS += tests/unit/doc-schema
TESTS += tests/unit/doc-schema
tests_unit_doc_schema_SOURCES = tests/unit/doc-schema.c tests/unit/doc-help.h
tests_unit_doc_schema_LDADD = $(DOC_LINK)

check_PROGRAMS += tests/unit/doc-write
TESTS += tests/unit/doc-write
tests_unit_doc_write_SOURCES = tests/unit/doc-write.c tests/unit/doc-help.h
tests_unit_doc_write_LDADD = $(DOC_LINK)

check_PROGRAMS += tests/unit/doc-adopt
TESTS += tests/unit/doc-adopt
tests_unit_doc_adopt_SOURCES = tests/unit/doc-adopt.c tests/unit/doc-help.h
tests_unit_doc_adopt_LDADD = $(DOC_LINK)

check_PROGRAMS += tests/unit/doc-access
TESTS += tests/unit/doc-access
tests_unit_doc_access_SOURCES = tests/unit/doc-access.c tests/unit/doc-help.h
tests_unit_doc_access_LDADD = $(DOC_LINK)

check_PROGRAMS += tests/unit/doc-picture
TESTS += tests/unit/doc-picture
tests_unit_doc_picture_SOURCES = tests/unit/doc-picture.c
tests_unit_doc_picture_LDADD = $(DOC_LINK)

check_PROGRAMS += tests/unit/doc-samples
TESTS += tests/unit/doc-samples
tests_unit_doc_samples_SOURCES = tests/unit/doc-samples.c tests/unit/doc-help.h
tests_unit_doc_samples_LDADD = $(DOC_LINK)
