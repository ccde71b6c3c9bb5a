noinst_LIBRARIES += engine/report/libreport.a
engine_report_libreport_a_SOURCES = \
  engine/report/list.c engine/report/list.h engine/report/orders.c engine/report/orders.h \
  engine/report/history.c engine/report/history.h
REPORT_LAYER = engine/report/libreport.a $(STORE_LAYER)
REPORT_LINK = $(REPORT_LAYER) $(STORE_LIBS) $(DOC_LIBS) $(BASE_LIBS)
