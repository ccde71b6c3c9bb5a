noinst_LIBRARIES += engine/route/libroute.a
engine_route_libroute_a_SOURCES = \
  engine/route/akte.c engine/route/akte.h \
  engine/route/step.c engine/route/step.h engine/route/values.c engine/route/values.h \
  engine/route/check.c engine/route/number.c engine/route/number.h \
  engine/route/zug.c engine/route/zug.h \
  engine/route/guards.c engine/route/guards.h \
  engine/route/guards-vorlage.c engine/route/guards-station.c engine/route/guards-result.c \
  engine/route/guards-sitting.c engine/route/guards-top.c engine/route/guards-paper.c \
  engine/route/effects.c engine/route/effects.h \
  engine/route/effects-sign.c engine/route/effects-station.c engine/route/effects-result.c \
  engine/route/effects-follow.c engine/route/effects-sitting.c engine/route/effects-record.c \
  engine/route/effects-paper.c engine/route/paper.c engine/route/paper.h \
  engine/route/guards-eyes.c \
  engine/route/effects-urgent.c engine/route/guards-urgent.c \
  engine/route/guards-votes.c engine/route/effects-presence.c \
  engine/route/attendance.c engine/route/attendance.h engine/route/votes.c engine/route/votes.h \
  engine/route/effects-amend.c engine/route/guards-amend.c engine/route/changes.c engine/route/changes.h \
  engine/route/effects-public.c engine/route/wording.c engine/route/wording.h \
  engine/route/minutes.c engine/route/minutes.h engine/route/effects-minutes.c engine/route/guards-minutes.c \
  engine/route/possible.c engine/route/possible.h \
  engine/route/guards-agenda.c engine/route/effects-agenda.c engine/route/effects-invite.c \
  engine/route/guards-order.c engine/route/effects-order.c engine/route/order.c engine/route/order.h \
  engine/route/planner.c engine/route/planner.h
ROUTE_LAYER = engine/route/libroute.a $(RULES_LAYER)
ROUTE_LINK = $(ROUTE_LAYER) $(DOC_LIBS) $(BASE_LIBS)
