# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
noinst_LIBRARIES += engine/store/libstore.a
engine_store_libstore_a_SOURCES = \
  engine/store/store.h engine/store/inside.h \
  engine/store/sql.c engine/store/sql.h \
  engine/store/tables.c engine/store/tables.h \
  engine/store/lock.c engine/store/lock.h \
  engine/store/recover.c engine/store/recover.h \
  engine/store/open.c \
  engine/store/coding.c engine/store/coding.h \
  engine/store/content.c engine/store/content.h \
  engine/store/index.c engine/store/index.h \
  engine/store/find.c engine/store/list.c engine/store/orders.c \
  engine/store/events.c engine/store/events.h \
  engine/store/write.c \
  engine/store/files.c engine/store/files.h \
  engine/store/reached.c engine/store/reached.h \
  engine/store/walk.c engine/store/restore.c \
  engine/store/copy.c engine/store/copy.h engine/store/parts.c engine/store/parts.h engine/store/backup.c \
  engine/store/verify.c engine/store/verify.h \
  engine/store/verify-events.c engine/store/verify-docs.c \
  engine/store/verify-index.c engine/store/verify-files.c
STORE_LAYER = engine/store/libstore.a $(TRAIL_LAYER)
STORE_LINK = $(STORE_LAYER) $(STORE_LIBS) $(DOC_LIBS) $(BASE_LIBS)
