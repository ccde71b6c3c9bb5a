#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A city of another Land is only data: its numbers, its words, bodies without sittings, and no law of another Land.
. "$top_srcdir/tests/cli/lib.sh"
export RATSWEG_ABLAGE=$PWD/ablage

it 'a store of this city'
must ratsweg anlegen ablage --profil magdeburg
out_has 'mit dem Profil magdeburg angelegt'
run ratsweg liste regeln
out_has st-anhalt
run ratsweg pruefe
status 0
out_has 'Vollständig, unverändert, lückenlos: ja.'
it 'one that does not exist'
run ratsweg anlegen andere --profil krähwinkel
status 2
err_has 'erwartet wird dortmund oder magdeburg'
not_there andere

gremium() {
  printf '<gremium xmlns="urn:ratsweg:1" kennung="%s" art="%s"%s><name>%s</name></gremium>\n' "$1" "$2" "$4" "$3" >"$1.xml"
}
gremium stadtrat rat Stadtrat ''
gremium ob verwaltungsorgan Oberbürgermeisterin ' sitzungen="nein"'
cat >vorlage.xml <<'X'
<vorlage xmlns="urn:ratsweg:1" art="beschlussvorlage" oeffentlich="ja">
  <kopf><datum>2025-03-03</datum></kopf>
  <titel>Probe einer anderen Stadt</titel>
  <abschnitt art="beschlussvorschlag"><p>Es wird geprobt.</p></abschnitt>
  <abschnitt art="begruendung"><p>Weil es geht.</p></abschnitt>
  <beratungsfolge>
    <station gremium="ob" zustaendigkeit="genehmigung-ob" folge="1" termin="2025-03-10"/>
    <station gremium="stadtrat" zustaendigkeit="beschluss" folge="2" termin="2025-03-20"/>
  </beratungsfolge>
</vorlage>
X
cat >sitzung.xml <<'X'
<sitzung xmlns="urn:ratsweg:1" kennung="stadtrat/2025-03-20" gremium="stadtrat"><beginn>2025-03-20T14:00</beginn></sitzung>
X
must ratsweg benutzer anlegen freigabe --rolle freigabe
must ratsweg benutzer anlegen dienst --rolle 'sitzungsdienst sachbearbeitung'
must ratsweg --als dienst einlesen stadtrat.xml ob.xml sitzung.xml vorlage.xml

it 'numbers as the city writes them'
step dienst schritt entwurf-0001 vorlegen
step freigabe schritt entwurf-0001 freigeben
out_has 'Drucksachen-Nr. DS0001/25 vergeben.'
step dienst schritt DS0001/25 einreichen

it 'each year has a count of its own'
sed 's/2025-03-03/2024-12-20/' vorlage.xml >alt.xml
step dienst einlesen alt.xml
step dienst schritt entwurf-0002 vorlegen
step freigabe schritt entwurf-0002 freigeben
out_has 'Drucksachen-Nr. DS0001/24 vergeben.'
run ratsweg zeige zaehler:drucksachen
out_has '<lauf name="2024" naechste="2"/>'
out_has '<lauf name="2025" naechste="2"/>'

it 'a body that holds no sittings needs none'
step dienst ergebnis DS0001/25 ob genehmigt-ob
out_has 'genehmigt OB'

it 'words of the city, and no law of another Land'
mark
als dienst ergebnis DS0001/25 stadtrat beschlossen
status 1
err_has 'Geschäftsordnung des Stadtrates'
err_lacks NRW
als dienst schritt stadtrat/2025-03-20 einladen
status 1
err_has 'Kommunalverfassungsgesetz des Landes Sachsen-Anhalt'
err_lacks NRW
untouched
step dienst schritt stadtrat/2025-03-20 aufnehmen vorlage=DS0001/25
step dienst schritt stadtrat/2025-03-20 einladen
step dienst schritt stadtrat/2025-03-20 eroeffnen um=14:05
step dienst ergebnis DS0001/25 stadtrat beschlossen
out_has 'Stadtrat (20.03.2025, Beschlussfassung): ungeändert beschlossen.'
out_has 'DS0001/25: in Beratung → beschlossen.'
it 'it prints with the words of the city'
run ratsweg drucke DS0001/25 -o vorlage.odt
status 0
unzip -p vorlage.odt content.xml >inhalt.xml
grep -q 'Beschlussfassung' inhalt.xml && grep -q 'Landeshauptstadt Magdeburg' inhalt.xml
verdict $? 'Zuständigkeit and name of the city'
! grep -q 'Dortmund\|NRW' inhalt.xml
verdict $? 'and nothing of another one'
it 'the rules in force stand in each event'
run ratsweg pruefe
status 0
