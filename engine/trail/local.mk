# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += engine/trail/libtrail.a
engine_trail_libtrail_a_SOURCES = \
  engine/trail/event.c engine/trail/event.h \
  engine/trail/event-read.c engine/trail/event-tree.h \
  engine/trail/tree.c engine/trail/tree.h
TRAIL_LAYER = engine/trail/libtrail.a $(DOC_LAYER)
TRAIL_LINK = $(TRAIL_LAYER) $(DOC_LIBS) $(BASE_LIBS)
