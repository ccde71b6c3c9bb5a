# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += engine/exchange/libexchange.a
engine_exchange_libexchange_a_SOURCES = \
  engine/exchange/course.c engine/exchange/course.h \
  engine/exchange/words.c engine/exchange/words.h \
  engine/exchange/uptake.c engine/exchange/uptake.h
EXCHANGE_ONLY = engine/exchange/libexchange.a
EXCHANGE_LAYER = $(EXCHANGE_ONLY) $(RULES_LAYER)
EXCHANGE_LINK = $(EXCHANGE_LAYER) $(EXCHANGE_LIBS) $(DOC_LIBS) $(BASE_LIBS)
