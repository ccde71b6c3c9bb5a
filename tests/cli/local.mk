# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# One line a test of commands: a shell file that sources tests/cli/lib.sh.
CLI_TESTS = \
  tests/cli/golden.sh \
  tests/cli/harness.sh tests/cli/words.sh
dist_check_SCRIPTS += $(CLI_TESTS)
TESTS += $(CLI_TESTS)
EXTRA_DIST += tests/cli/lib.sh
EXTRA_DIST += tests/golden/weg
