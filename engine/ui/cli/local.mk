bin_PROGRAMS += ratsweg
ratsweg_SOURCES = \
  engine/ui/cli/main.c engine/ui/cli/cli.h engine/ui/cli/common.c engine/ui/cli/output.c \
  engine/ui/cli/progress.c engine/ui/cli/cmd-store.c engine/ui/cli/cmd-look.c engine/ui/cli/cmd-step.c \
  engine/ui/cli/cmd-paper.c engine/ui/cli/cmd-plan.c engine/ui/cli/cmd-takeover.c
ratsweg_LDADD = $(RATSWEG_LINK)
dist_man_MANS = engine/ui/cli/ratsweg.1
bashcompdir = $(datadir)/bash-completion/completions
EXTRA_DIST += engine/ui/cli/ratsweg.bash-completion
install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(bashcompdir)'
	$(INSTALL_DATA) $(srcdir)/engine/ui/cli/ratsweg.bash-completion '$(DESTDIR)$(bashcompdir)/ratsweg'
uninstall-local:
	rm -f '$(DESTDIR)$(bashcompdir)/ratsweg'
