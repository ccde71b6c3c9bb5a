# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Each layer is linked once as a whole with exactly the archives it may use (tests/layers/table), so that
# an upward call breaks "make".  $(filter) takes an archive only where its module has one.
have = $(filter $(1),$(noinst_LIBRARIES))
alone = -Wl,--whole-archive $(call have,engine/$(1)/lib$(1).a) -Wl,--no-whole-archive
below = $(foreach l,$(1),$(call have,engine/$(l)/lib$(l).a))

noinst_PROGRAMS += tests/layers/alone-base
tests_layers_alone_base_SOURCES = tests/layers/main.c
tests_layers_alone_base_LDFLAGS = $(AM_LDFLAGS) $(call alone,base)
tests_layers_alone_base_LDADD = $(call below,) $(BASE_LIBS)
tests_layers_alone_base_DEPENDENCIES = $(call below,base)

noinst_PROGRAMS += tests/layers/alone-doc
tests_layers_alone_doc_SOURCES = tests/layers/main.c
tests_layers_alone_doc_LDFLAGS = $(AM_LDFLAGS) $(call alone,doc)
tests_layers_alone_doc_LDADD = $(call below,base) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_doc_DEPENDENCIES = $(call below,doc base)

noinst_PROGRAMS += tests/layers/alone-rules
tests_layers_alone_rules_SOURCES = tests/layers/main.c
tests_layers_alone_rules_LDFLAGS = $(AM_LDFLAGS) $(call alone,rules)
tests_layers_alone_rules_LDADD = $(call below,doc base) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_rules_DEPENDENCIES = $(call below,rules doc base)

noinst_PROGRAMS += tests/layers/alone-route
tests_layers_alone_route_SOURCES = tests/layers/main.c
tests_layers_alone_route_LDFLAGS = $(AM_LDFLAGS) $(call alone,route)
tests_layers_alone_route_LDADD = $(call below,rules doc base) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_route_DEPENDENCIES = $(call below,route rules doc base)

noinst_PROGRAMS += tests/layers/alone-trail
tests_layers_alone_trail_SOURCES = tests/layers/main.c
tests_layers_alone_trail_LDFLAGS = $(AM_LDFLAGS) $(call alone,trail)
tests_layers_alone_trail_LDADD = $(call below,doc base) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_trail_DEPENDENCIES = $(call below,trail doc base)

noinst_PROGRAMS += tests/layers/alone-store
tests_layers_alone_store_SOURCES = tests/layers/main.c
tests_layers_alone_store_LDFLAGS = $(AM_LDFLAGS) $(call alone,store)
tests_layers_alone_store_LDADD = $(call below,trail doc base) $(STORE_LIBS) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_store_DEPENDENCIES = $(call below,store trail doc base)

noinst_PROGRAMS += tests/layers/alone-typeset
tests_layers_alone_typeset_SOURCES = tests/layers/main.c
tests_layers_alone_typeset_LDFLAGS = $(AM_LDFLAGS) $(call alone,typeset)
tests_layers_alone_typeset_LDADD = $(call below,doc base) $(TYPESET_LIBS) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_typeset_DEPENDENCIES = $(call below,typeset doc base)

noinst_PROGRAMS += tests/layers/alone-report
tests_layers_alone_report_SOURCES = tests/layers/main.c
tests_layers_alone_report_LDFLAGS = $(AM_LDFLAGS) $(call alone,report)
tests_layers_alone_report_LDADD = $(call below,store trail doc base) $(STORE_LIBS) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_report_DEPENDENCIES = $(call below,report store trail doc base)

noinst_PROGRAMS += tests/layers/alone-exchange
tests_layers_alone_exchange_SOURCES = tests/layers/main.c
tests_layers_alone_exchange_LDFLAGS = $(AM_LDFLAGS) $(call alone,exchange)
tests_layers_alone_exchange_LDADD = $(call below,rules doc base) $(EXCHANGE_LIBS) $(DOC_LIBS) $(BASE_LIBS)
tests_layers_alone_exchange_DEPENDENCIES = $(call below,exchange rules doc base)

dist_check_SCRIPTS += tests/layers/includes.sh tests/layers/upward.sh tests/layers/format.sh \
  tests/layers/shell.sh tests/layers/licences.sh
# These look at sources, and at archives of the plain build: once is enough for "autogen.sh check".
if !SANITIZERS
TESTS += tests/layers/includes.sh tests/layers/upward.sh tests/layers/format.sh tests/layers/shell.sh \
  tests/layers/licences.sh
endif
EXTRA_DIST += tests/layers/table tests/layers/lib.sh

.PHONY: format
format:
	cd $(top_srcdir) && find engine tests -name '*.[ch]' -size +0 -exec clang-format-14 -style=file -i {} +
