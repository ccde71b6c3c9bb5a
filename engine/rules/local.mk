noinst_LIBRARIES += engine/rules/librules.a
engine_rules_librules_a_SOURCES = engine/rules/rules.c engine/rules/rules.h \
  engine/rules/references.c engine/rules/references.h \
  engine/rules/calendar.c engine/rules/calendar.h
RULES_LAYER = engine/rules/librules.a $(DOC_LAYER)
RULES_LINK = $(RULES_LAYER) $(DOC_LIBS) $(BASE_LIBS)
EXTRA_DIST += templates
