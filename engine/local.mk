noinst_LIBRARIES += engine/libratsweg.a
engine_libratsweg_a_SOURCES = \
  engine/ratsweg.c engine/ratsweg.h engine/ratsweg-intern.h \
  engine/ratsweg-create.c engine/ratsweg-rules.c engine/ratsweg-gather.c engine/ratsweg-gather.h \
  engine/ratsweg-gather-sitting.c engine/ratsweg-which.c engine/ratsweg-record.c engine/ratsweg-step.c \
  engine/ratsweg-checkin.c engine/ratsweg-content.c engine/ratsweg-show.c engine/ratsweg-print.c \
  engine/ratsweg-keep.c engine/ratsweg-takeover.c engine/ratsweg-takeover.h engine/ratsweg-agenda.c \
  engine/ratsweg-tally.c engine/ratsweg-courses.c engine/ratsweg-tops.c engine/ratsweg-plan.c engine/ratsweg-persons.c
RATSWEG_LAYER = engine/libratsweg.a $(REPORT_LAYER) $(TYPESET_ONLY) $(EXCHANGE_ONLY) $(ROUTE_LAYER)
RATSWEG_LINK = $(RATSWEG_LAYER) $(ALL_LIBS)
