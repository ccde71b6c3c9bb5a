#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Proves that an upward call breaks the build: for each layer and each layer it may not use, a small file
# that calls into the latter does not link with what the former may use, and does once that is added.
. "$top_srcdir/tests/layers/lib.sh"
: "${LAYER_CC:?}" "${LAYER_LIBS:?}"

printf 'int main (void) { return 0; }\n' >main.c
$LAYER_CC -c main.c -o main.o || exit 99

# A function that only this archive defines.
symbol_of() { nm -g --defined-only "$(archive "$1")" 2>/dev/null | awk '$2 == "T" && $3 !~ /^_/ { print $3; exit }'; }

# link LAYER...: with exactly these archives, each before those below it.
link() {
  local l archives=()
  for l in $(layers | tac); do
    case " $* " in *" $l "*) [ ! -e "$(archive "$l")" ] || archives+=("$(archive "$l")") ;; esac
  done
  # shellcheck disable=SC2086 # both are lists of words
  $LAYER_CC -o linked main.o call.o "${archives[@]}" $LAYER_LIBS >link.log 2>&1
}

for layer in $(layers); do
  may="$layer $(allowed "$layer")"
  for other in $(layers); do
    case " $may " in *" $other "*) continue ;; esac
    [ -e "$(archive "$layer")" ] && [ -e "$(archive "$other")" ] || continue
    symbol=$(symbol_of "$other")
    printf 'extern void %s (void);\nvoid call_upward (void);\nvoid call_upward (void) { %s (); }\n' \
      "$symbol" "$symbol" >call.c
    $LAYER_CC -fno-builtin -c call.c -o call.o || exit 99
    # shellcheck disable=SC2086 # a list of words
    ! link $may && grep -q "undefined reference to .$symbol" link.log
    result $? "$layer/ calling $symbol of $other/ does not link"
    # shellcheck disable=SC2086,SC2046
    link $may "$other" $(allowed "$other")
    result $? "the same links once $other/ is added"
  done
done
echo "1..$n"
