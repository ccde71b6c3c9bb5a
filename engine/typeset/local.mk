# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
noinst_LIBRARIES += engine/typeset/libtypeset.a
engine_typeset_libtypeset_a_SOURCES = \
  engine/typeset/typeset.c engine/typeset/typeset.h \
  engine/typeset/tree.c engine/typeset/tree.h \
  engine/typeset/flow.c engine/typeset/flow.h \
  engine/typeset/grid.c engine/typeset/grid.h \
  engine/typeset/images.c engine/typeset/images.h \
  engine/typeset/sheet.c engine/typeset/sheet.h \
  engine/typeset/part.c engine/typeset/part.h \
  engine/typeset/pack.c engine/typeset/pack.h
TYPESET_ONLY = engine/typeset/libtypeset.a
TYPESET_LAYER = $(TYPESET_ONLY) $(DOC_LAYER)
TYPESET_LINK = $(TYPESET_LAYER) $(TYPESET_LIBS) $(DOC_LIBS) $(BASE_LIBS)
EXTRA_DIST += xslt samples
