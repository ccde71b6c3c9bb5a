#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Two bodies decide side by side, each its Ziffern of the Beschlussvorschlag, and the print says which.
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht

it 'each body with its Ziffern in print'
papier ziffern.xml beschlussvorlage '<station gremium="apod" zustaendigkeit="beschluss" folge="1" termin="2021-09-02" ziffern="1"/>
  <station gremium="rat" zustaendigkeit="beschluss" folge="1" termin="2021-09-23" ziffern="2 3.1"/>'
step sachbearbeitung einlesen ziffern.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
run ratsweg drucke "$neu" --sicht intern -o ziffern.odt
status 0
run unzip -p ziffern.odt content.xml
out_has 'Beschluss zu Ziffer 1<'
out_has 'Beschluss zu den Ziffern 2 3.1<'

it 'what no Ziffer looks like'
sed 's/ziffern="1"/ziffern="1; 2"/' ziffern.xml >falsch.xml
mark
als sachbearbeitung einlesen falsch.xml
bad 'ziffern' 'z. B. 1 3.2'
