# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += engine/base/libbase.a
engine_base_libbase_a_SOURCES = \
  engine/base/refusal.c engine/base/refusal.h \
  engine/base/error.c engine/base/error.h \
  engine/base/hash.c engine/base/hash.h \
  engine/base/date.c engine/base/date.h \
  engine/base/text.c engine/base/text.h \
  engine/base/diff.c engine/base/diff.h \
  engine/base/file.c engine/base/file.h \
  engine/base/fault.c engine/base/fault.h engine/base/interrupt.c engine/base/interrupt.h \
  engine/base/source.c engine/base/source.h \
  engine/base/table.c engine/base/table.h
nodist_engine_base_libbase_a_SOURCES = engine/base/resources.c engine/base/resources.h
BASE_LAYER = engine/base/libbase.a
BASE_LINK = $(BASE_LAYER) $(BASE_LIBS)

# Schemas, stylesheets and the default rules travel in the binary, so that one file runs anywhere.
RESOURCE_XML = $(top_srcdir)/engine/ratsweg.gresource.xml
RESOURCE_FILES = $(shell sed -n 's|.*<file[^>]*>\([^<]*\)</file>.*|$(top_srcdir)/\1|p' $(RESOURCE_XML))
engine/base/resources.c: $(RESOURCE_XML) $(RESOURCE_FILES)
	$(AM_V_GEN)$(MKDIR_P) engine/base && $(GLIB_COMPILE_RESOURCES) --sourcedir=$(top_srcdir) --target=$@ --generate-source --c-name ratsweg --manual-register $<
engine/base/resources.h: $(RESOURCE_XML)
	$(AM_V_GEN)$(MKDIR_P) engine/base && $(GLIB_COMPILE_RESOURCES) --sourcedir=$(top_srcdir) --target=$@ --generate-header --c-name ratsweg --manual-register $<
BUILT_SOURCES += engine/base/resources.h
CLEANFILES += engine/base/resources.c engine/base/resources.h
EXTRA_DIST += engine/ratsweg.gresource.xml
