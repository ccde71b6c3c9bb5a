# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
check_PROGRAMS += tests/unit/trail-tree tests/unit/trail-event
TESTS += tests/unit/trail-tree tests/unit/trail-event
tests_unit_trail_tree_SOURCES = tests/unit/trail-tree.c
tests_unit_trail_tree_LDADD = $(TRAIL_LINK)
tests_unit_trail_event_SOURCES = tests/unit/trail-event.c
tests_unit_trail_event_LDADD = $(TRAIL_LINK)
