# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += engine/doc/libdoc.a
engine_doc_libdoc_a_SOURCES = \
  engine/doc/auto.h \
  engine/doc/open.c engine/doc/open.h \
  engine/doc/schema.c engine/doc/schema.h \
  engine/doc/explain.c engine/doc/explain.h \
  engine/doc/relaxed.c engine/doc/relaxed.h \
  engine/doc/write.c engine/doc/write.h \
  engine/doc/doc.c engine/doc/doc.h \
  engine/doc/node.c engine/doc/node.h \
  engine/doc/adopt.c engine/doc/adopt.h \
  engine/doc/facts.c engine/doc/facts.h \
  engine/doc/vorlage.c engine/doc/vorlage.h \
  engine/doc/gremium.c engine/doc/gremium.h \
  engine/doc/agenda.c engine/doc/agenda.h \
  engine/doc/picture.c engine/doc/picture.h
DOC_LAYER = engine/doc/libdoc.a $(BASE_LAYER)
DOC_LINK = $(DOC_LAYER) $(DOC_LIBS) $(BASE_LIBS)
EXTRA_DIST += engine/schema
