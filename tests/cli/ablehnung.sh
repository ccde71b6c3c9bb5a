#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Every refusal of the rules that a command can reach: rule, words, source, help, and nothing written.  Where
# the help names a way, the way is gone.
. "$top_srcdir/tests/cli/lib.sh"
demo eingereicht
rat='<station gremium="rat" zustaendigkeit="beschluss" folge="4" termin="2021-09-23"/>'

# entwurf DATEI...: a new draft of this file; its Kennung in $neu.
entwurf() {
  step sachbearbeitung einlesen "$1"
  neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
}
# freigeben: the draft $neu becomes a number, in $neu.
freigeben() {
  step sachbearbeitung schritt "$neu" vorlegen
  step freigabe schritt "$neu" freigeben
  neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
}

it 'who may do what (G15)'
mark
als revision schritt 21874-21 zurueckziehen grund=weg
refused G15 '„zurückziehen“ steht dem Konto revision nicht zu: es hat die Rolle Revision.' \
  'Freigabe oder Sitzungsdienst'
als revision --fuer sitzungsdienst schritt 21874-21 zurueckziehen grund=weg
refused G15 'Das Konto revision vertritt sitzungsdienst am' 'Vertretung mit Beginn und Ende'

it 'the way of states'
als sachbearbeitung schritt 21874-21 vorlegen
refused zustand '„zur Mitzeichnung vorlegen“ geht nicht im Zustand „eingereicht“, sondern aus: Entwurf und an die Verwaltung zurückverwiesen.' \
  'Aus diesem Zustand gehen: '

it 'a reason'
als freigabe schritt 21874-21 zurueckziehen
refused grund '„zurückziehen“ braucht eine Begründung.' '--grund TEXT'

it 'who decides in the place of another (§ 60)'
als sitzungsdienst schritt 21874-21 eilentscheidung-vorsehen station=apod grund=eilt
refused eil-gremium 'APOD kann nicht anstelle des Rates entscheiden' eilentscheiden
als sitzungsdienst schritt 21874-21 eilentscheiden gremium=apod ob=A mitglied=B grund=eilt
refused eil-genehmigung 'APOD ist in der Beratungsfolge von 21874-21 nicht für die Entscheidung offen' hinzufuegen

it 'a signature that was refused'
papier teuer.xml beschlussvorlage "$rat" "$text_of_paper" '<mitzeichnung><zeichner stelle="fb-1"/></mitzeichnung>'
entwurf teuer.xml
step sachbearbeitung schritt "$neu" vorlegen
step amtsleitung schritt "$neu" mitzeichnung-ablehnen grund='Zu teuer.'
out_has 'fb-1 hat die Mitzeichnung abgelehnt.'
mark
als freigabe schritt "$neu" freigeben
refused mitzeichnung-verweigert 'Die Mitzeichnung abgelehnt hat fb-1 („Zu teuer.“).' 'Übergehen darf die Rolle Freigabe'

it 'text that is fixed'
run ratsweg zeige 21874-21
sed 's/Es besteht keine Auswirkung/Es besteht eine Auswirkung/' "$out" >neu.xml
als sachbearbeitung einlesen neu.xml
refused text-fest 'Der Text von 21874-21 ist im Zustand „eingereicht“ fest'

it 'sections that may not be missing'
papier ohne.xml beschlussvorlage "$rat" '<abschnitt art="beschlussvorschlag"><p>Ja.</p></abschnitt>'
entwurf ohne.xml
mark
als sachbearbeitung schritt "$neu" vorlegen
refused pflichtabschnitte "In $neu fehlt Text: Begründung (abschnitt art=\"begruendung\")."
it 'writing the section helps'
run ratsweg zeige "$neu"
sed 's|</abschnitt>|</abschnitt><abschnitt art="begruendung"><p>Darum.</p></abschnitt>|' "$out" >mit.xml
step sachbearbeitung einlesen mit.xml
step sachbearbeitung schritt "$neu" vorlegen
out_has 'mitgezeichnet'

it 'a motion without its author'
papier antrag.xml antrag "$rat" '<abschnitt art="antragstext"><p>Bänke.</p></abschnitt>'
mark
als sitzungsdienst einlesen antrag.xml
refused antragsteller-genannt 'Im Kopf fehlt, wer den Antrag oder die Anfrage stellt' 'antragsteller und eingang'
it 'naming the author helps'
motion antrag.xml
step sitzungsdienst einlesen antrag.xml
out_has 'Drucksachen-Nr. 21875-21 vergeben.'

it 'a number range does not go back'
run ratsweg zeige drucksachen
sed 's/naechste="[0-9]*"/naechste="21874"/' "$out" >zurueck.xml
mark
als verwaltung einlesen zurueck.xml
refused zaehler-nicht-zurueck 'Der Nummernkreis drucksachen steht auf 21876; zurück auf 21874 geht er nicht.' \
  'Eine Zahl ab 21876 nehmen.'
it 'a higher number helps'
sed 's/naechste="21874"/naechste="21880"/' zurueck.xml >vor.xml
step verwaltung einlesen vor.xml

it 'two bodies on one day without order (G2)'
papier gleich.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss" termin="2021-12-16"/>
    <station gremium="hauptausschuss" zustaendigkeit="empfehlung" termin="2021-12-16"/>'
mark
als sachbearbeitung einlesen gleich.xml
refused G2 'Die Reihenfolge von Rat (16.12.2021, Beschluss) und HA (16.12.2021, Empfehlung) am selben Tag ist offen.' \
  'Attribut folge'
it 'ranks help'
sed -i 's/beschluss" termin/beschluss" folge="2" termin/; s/empfehlung" termin/empfehlung" folge="1" termin/' gleich.xml
step sachbearbeitung einlesen gleich.xml

it 'a body twice on one day (G12)'
sed 's/gremium="hauptausschuss"/gremium="rat"/' gleich.xml >zweimal.xml
mark
als sachbearbeitung einlesen zweimal.xml
refused G12 'Rat stünde am 16.12.2021 zweimal in der Beratungsfolge.' 'auf einen anderen Tag legen'
it 'another day helps'
sed 's/empfehlung" folge="1" termin="2021-12-16"/empfehlung" folge="1" termin="2021-12-09"/' zweimal.xml >anders.xml
step sachbearbeitung einlesen anders.xml

it 'the order of a day that is named (G2)'
cat >vv.xml <<G
<gremium xmlns="urn:ratsweg:1" kennung="vv" art="intern" sitzungen="nein"><name>Verwaltungsvorstand</name></gremium>
G
step sitzungsdienst einlesen vv.xml
mark
als sitzungsdienst station 21875-21 hinzufuegen vv zustaendigkeit=anhoerung termin=2021-09-23
refused G2 'Am 23.09.2021 berät auch Rat (23.09.2021, Beschluss); die Reihenfolge wäre offen.' 'folge=RANG'
it 'a rank helps'
step sitzungsdienst station 21875-21 hinzufuegen vv zustaendigkeit=anhoerung termin=2021-09-23 folge=1 grund=Anhörung

it 'signing in order'
papier zeichnen.xml beschlussvorlage "$rat" \
  '<abschnitt art="beschlussvorschlag"><p>Ja.</p></abschnitt><abschnitt art="begruendung"><p>Darum.</p></abschnitt>' \
  '<mitzeichnung><zeichner stelle="fb-1"/><zeichner stelle="dezernat-ob"/></mitzeichnung>'
entwurf zeichnen.xml
zeichnen=$neu
step sachbearbeitung schritt "$neu" vorlegen
mark
als dezernat schritt "$neu" mitzeichnen
refused an-der-reihe 'Das Konto dezernat ist mit der Mitzeichnung nicht an der Reihe: offen ist fb-1.' 'Auf fb-1 warten'
als dezernat schritt "$neu" zurueckgeben grund=nein
refused an-der-reihe-oder-freigabe "Das Konto dezernat kann $neu nicht zurückgeben: an der Reihe ist fb-1."
it 'waiting helps'
step amtsleitung schritt "$neu" mitzeichnen
step dezernat schritt "$neu" mitzeichnen
out_has 'in Mitzeichnung → mitgezeichnet'

it 'four eyes'
step verwaltung benutzer anlegen beides --rolle sachbearbeitung,freigabe
papier selbst.xml beschlussvorlage "$rat"
step beides einlesen selbst.xml
neu=$(grep -o 'entwurf-[0-9]*' "$out" | head -n 1)
step beides schritt "$neu" vorlegen
mark
als beides schritt "$neu" freigeben --grund eilt
refused vier-augen "$neu kann nicht von dem Konto freigegeben werden, das den Text zuletzt in der Sache geändert hat (beides)." \
  'Ein anderes Konto'
it 'another account helps'
step freigabe schritt "$neu" freigeben

it 'a paper without stations'
papier leer.xml beschlussvorlage ''
entwurf leer.xml
freigeben
mark
als sachbearbeitung schritt "$neu" einreichen
status 1
err_has "Abgelehnt (station-vorhanden): $neu hat keine Station in der Beratungsfolge."
err_has "Abgelehnt (entscheidung-vorgesehen): In der Beratungsfolge von $neu ist kein Gremium für die Entscheidung"
untouched
it 'adding one helps, the right one'
step sitzungsdienst station "$neu" hinzufuegen apod zustaendigkeit=empfehlung grund=Vorberatung
mark
als sachbearbeitung schritt "$neu" einreichen
refused entscheidung-vorgesehen 'ist kein Gremium für die Entscheidung vorgesehen' 'Zuständigkeit Beschluss'
step sitzungsdienst station "$neu" hinzufuegen rat zustaendigkeit=beschluss grund=Entscheidung
step sachbearbeitung schritt "$neu" einreichen
klein=$neu

it 'the only decision stays'
mark
als sitzungsdienst station "$klein" streichen rat grund=weg
refused entscheidung-bleibt "Ohne Rat bliebe in $klein keine Entscheidung offen."

it 'a day without a sitting (G13)'
papier termin.xml beschlussvorlage '<station gremium="rat" zustaendigkeit="beschluss" termin="2021-09-24"/>'
entwurf termin.xml
freigeben
mark
als sachbearbeitung schritt "$neu" einreichen
refused G13 'Kein Sitzungstermin: Rat (24.09.2021, Beschluss).' 'verlegen'
it 'moving it helps'
step sitzungsdienst station "$neu" verlegen rat termin=2021-09-23 grund=Irrtum
step sachbearbeitung schritt "$neu" einreichen
mark
als sitzungsdienst station "$neu" verlegen rat termin=2021-09-30 grund=später
refused G13 'Am 30.09.2021 hat Rat keine Sitzung.' '23.09.2021'

it 'what is on an agenda'
mark
als sitzungsdienst station 21874-21 streichen apod grund=weg
refused station-nicht-auf-tagesordnung 'Die Station APOD steht schon auf der Tagesordnung der Sitzung apod/2021-09-02.' \
  'vertagt'
als freigabe schritt 21874-21 zurueckziehen --grund 'nicht mehr nötig'
refused nicht-auf-tagesordnung '21874-21 steht auf der Tagesordnung von apod/2021-09-02' '--grund'

it 'onto an agenda'
mark
als sitzungsdienst schritt rat/2021-09-23 aufnehmen "vorlage=$zeichnen"
status 1
err_has "Abgelehnt (vorlage-eingereicht): $zeichnen ist nicht eingereicht"
err_has '(Zustand „mitgezeichnet“) und kommt deshalb auf keine Tagesordnung.'
err_has "ratsweg schritt $zeichnen einreichen"
untouched
als sitzungsdienst schritt hauptausschuss/2021-09-23 aufnehmen "vorlage=$klein"
status 1
err_has "Abgelehnt (station-des-gremiums-offen): In der Beratungsfolge von $klein ist HA am 23.09.2021 nicht offen."
untouched
als sitzungsdienst schritt rat/2021-09-23 aufnehmen vorlage=21874-21
status 1
err_has 'Abgelehnt (noch-nicht-aufgenommen): 21874-21 steht schon als TOP 2 auf der Tagesordnung.'
untouched
als sitzungsdienst schritt rat/2021-09-23 aufnehmen "vorlage=$klein" top=2
status 1
err_has 'Abgelehnt (top-frei): Die TOP-Nummer 2 ist in diesem Teil der Tagesordnung schon vergeben.'
untouched
als sitzungsdienst schritt rat/2021-09-23 aufnehmen "vorlage=$klein"
refused G5 "Zur Sitzung rat/2021-09-23 ist schon eingeladen; $klein käme als Nachtrag" '--grund als Nachtrag'
err_has 'Wer hier übergehen darf, nimmt --grund TEXT'
it 'the supplement helps'
step sitzungsdienst schritt rat/2021-09-23 aufnehmen "vorlage=$klein" --grund Nachtrag
out_has 'Übergangen (G5): '
step sitzungsdienst schritt rat/2021-09-23 nachtrag
out_has 'Tagesordnung in Version 2 mit 3 TOP festgehalten.'

it 'no invitation without an agenda'
cat >leer-sitzung.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="apod/2021-10-07" gremium="apod"><beginn>2021-10-07T15:00</beginn></sitzung>
S
step sitzungsdienst einlesen leer-sitzung.xml
mark
als sitzungsdienst schritt apod/2021-10-07 einladen
refused tagesordnung-vorhanden 'Die Sitzung apod/2021-10-07 hat noch keinen Tagesordnungspunkt.' 'aufnehmen vorlage='

it 'the Einladung in time (G6), and each TOP once'
cat >doppelt.xml <<'S'
<sitzung xmlns="urn:ratsweg:1" kennung="apod/2021-10-14" gremium="apod"><beginn>2021-10-14T15:00</beginn>
<tagesordnung><top nummer="1" oeffentlich="ja"><titel>A</titel></top><top nummer="1" oeffentlich="ja"><titel>B</titel></top></tagesordnung></sitzung>
S
step sitzungsdienst einlesen doppelt.xml
mark
als sitzungsdienst schritt apod/2021-10-14 einladen --wirksam 2021-10-06
refused top-nummern-eindeutig 'Auf der Tagesordnung steht mehrmals: TOP 1.' 'top-verschieben top=ID nach=NUMMER'
step sitzungsdienst schritt apod/2021-10-14 top-verschieben top=t2 nach=2
mark
als sitzungsdienst schritt apod/2021-10-14 einladen --wirksam 2021-10-07
refused G6 'Zur Sitzung am 14.10.2021 15:00 war spätestens am 06.10.2021 einzuladen (Ladungsfrist: 7 volle Tage vorher); jetzt ist der 07.10.2021.' \
  'lassen die Regeln der Stadt 48 Stunden zu, also bis 12.10.2021 15:00'
step sitzungsdienst schritt apod/2021-10-14 einladen --wirksam 2021-10-07 --grund 'verkürzt, § 1'
out_has 'Übergangen (G6): '
it 'the public notice, where the city asks for it'
sed 's|</profil>|<frist code="bekanntmachung" wort="Bekanntmachung" richtung="vor" dauer="3" einheit="tage" ruhetag="bleibt" quelle="Probe"/>&|' \
  "$top_srcdir/templates/dortmund/profil.xml" >profil.xml
step verwaltung einlesen profil.xml
mark
als sitzungsdienst schritt apod/2021-10-14 eroeffnen
refused bekanntmachung-erfolgt 'bis zum 11.10.2021 öffentlich bekannt gemacht waren, ist nicht festgehalten.' 'bekanntmachen wo=ORT'
step verwaltung einlesen "$top_srcdir/templates/dortmund/profil.xml"
step sitzungsdienst schritt apod/2021-10-14 eroeffnen
mark
als sitzungsdienst schritt apod/2021-10-14 dringlichkeit titel=Hochwasser ja=9 nein=9 --grund 'duldet keinen Aufschub'
refused erweiterung-angenommen 'Mit 9 Ja- und 9 Nein-Stimmen ist das abgelehnt' 'Niederschrift'

it 'no result before the sitting is open (G11)'
mark
als sitzungsdienst ergebnis 21874-21 apod empfohlen
refused G11 'Die Sitzung apod/2021-09-02 ist nicht eröffnet (Zustand „eingeladen“); vorher gibt es kein Ergebnis.' \
  'ratsweg schritt apod/2021-09-02 eroeffnen'
it 'opening it helps'
step sitzungsdienst schritt apod/2021-09-02 eroeffnen

it 'the words of another role (G3)'
mark
als sitzungsdienst ergebnis 21874-21 apod beschlossen
refused G3 '„beschlossen“ ist kein Ergebnis für APOD mit der Zuständigkeit Empfehlung.' \
  'Möglich sind hier: empfohlen, geaendert-empfohlen, nicht-empfohlen, ohne-votum, zur-kenntnis, teilweise, vertagt,'
it 'changed without its text (G4)'
als sitzungsdienst ergebnis 21874-21 apod geaendert-empfohlen --grund so
refused G4 '„geändert empfohlen“ braucht den geänderten Text.' '--text DATEI'
it 'votes that say otherwise (G9)'
als sitzungsdienst ergebnis 21874-21 apod empfohlen --stimmen ja=7,nein=7
refused G9 '7 Ja- und 7 Nein-Stimmen ergeben nicht „empfohlen“.' 'berichtigen'
it 'a day on which the body does not meet (G13)'
als sitzungsdienst ergebnis 21874-21 apod vertagt --termin 2021-10-08
refused G13 'Am 08.10.2021 hat APOD keine Sitzung.' '07.10.2021'
it 'a day that is not later (G13)'
als sitzungsdienst ergebnis 21874-21 apod vertagt --termin 02.09.2021
refused G13 'APOD berät am 02.09.2021; der neue Termin 02.09.2021 liegt nicht danach.'
it 'nobody overrides without the role, and no bar is overridden'
als sachbearbeitung ergebnis 21874-21 apod beschlossen --grund so
status 1
err_has 'Abgelehnt (G15)'
err_has 'Abgelehnt (G3)'
untouched
it 'the text helps'
printf 'Der Rat beschließt\nmit Änderungen.\n' >text.txt
step sitzungsdienst ergebnis 21874-21 apod geaendert-empfohlen --text text.txt --stimmen ja=7,nein=6
out_has 'Fassung 2: der geänderte Text von APOD (02.09.2021, Empfehlung) ist Grundlage'
it 'a station has one result'
mark
als sitzungsdienst ergebnis 21874-21 apod empfohlen --grund doch
refused station-offen 'Die Station APOD ist nicht mehr offen: geändert empfohlen.' 'Offen: AFBL (16.09.2021, Empfehlung)'

it 'before what precedes it (G1)'
step sitzungsdienst schritt rat/2021-09-23 eroeffnen
mark
als sitzungsdienst ergebnis 21874-21 rat beschlossen
refused G1 'Rat kann noch nicht entscheiden: AFBL (16.09.2021, Empfehlung) und HA (23.09.2021, Empfehlung) haben noch nicht' \
  'die Station streichen'

it 'on no agenda (G5)'
mark
als sitzungsdienst ergebnis "$klein" apod empfohlen
refused G5 "$klein steht bei APOD auf keiner Tagesordnung." "aufnehmen vorlage=$klein"
it 'not submitted'
papier frei.xml mitteilungsvorlage '<station gremium="apod" zustaendigkeit="kenntnisnahme" termin="2021-09-02"/>'
entwurf frei.xml
freigeben
mark
als sitzungsdienst ergebnis "$neu" apod zur-kenntnis
status 1
err_has "Abgelehnt (vorlage-in-beratung): $neu ist im Zustand"
err_has '„freigegeben“ und wird nicht beraten.'
err_has "Zuerst einreichen: ratsweg schritt $neu einreichen."
untouched

it 'a reference to a paper that is not there (G14)'
papier bezug.xml beschlussvorlage "$rat" "$text_of_paper" \
  '<bezuege><bezug drucksache="00001-99" art="siehe"/></bezuege>'
entwurf bezug.xml
step sachbearbeitung schritt "$neu" vorlegen
mark
als freigabe schritt "$neu" freigeben
refused G14 "$neu bezieht sich auf Drucksachen, die es hier nicht gibt: 00001-99." 'extern="ja"'
it 'saying that it is elsewhere helps'
run ratsweg zeige "$neu"
sed 's/art="siehe"/art="siehe" extern="ja"/' "$out" >extern.xml
step sachbearbeitung einlesen extern.xml
step freigabe schritt "$neu" freigeben

it 'after the decision'
step sitzungsdienst einlesen antrag.xml
neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step sitzungsdienst station "$neu" hinzufuegen apod zustaendigkeit=empfehlung termin=2021-09-02 grund=Vorberatung
step sitzungsdienst schritt "$neu" einreichen
mark
als sitzungsdienst schritt "$neu" aussetzen station=rat --grund Widerspruch
status 1
step sitzungsdienst ergebnis "$neu" rat beschlossen --grund 'es eilte'
out_has "$neu: in Beratung → beschlossen."
mark
als sitzungsdienst ergebnis "$neu" apod nicht-empfohlen
refused nachtraeglich "Über $neu ist schon entschieden; "'„nicht empfohlen“ kommt bei APOD zu spät und hat keine Wirkung mehr.' \
  'Als zur Kenntnis genommen eintragen.'
als sitzungsdienst schritt "$neu" aussetzen station=apod --grund Widerspruch
refused station-entschieden "APOD hat über $neu nicht entschieden; ausgesetzt wird nur ein Beschluss." \
  'Das Gremium nennen, das entschieden hat: Rat'
it 'taking note helps'
step sitzungsdienst ergebnis "$neu" apod zur-kenntnis
it 'naming the body that decided helps'
step sitzungsdienst schritt "$neu" aussetzen station=rat --grund Widerspruch
out_has "$neu: beschlossen → ausgesetzt."

it 'deciding once more'
step sitzungsdienst einlesen antrag.xml
neu=$(grep -o 'Nr. [0-9-]*' "$out" | cut -c5-)
step sitzungsdienst station "$neu" hinzufuegen rat zustaendigkeit=beschluss grund='zweite Lesung'
step sitzungsdienst schritt "$neu" einreichen
run ratsweg zeige "$neu"
zweite=$(grep '<station' "$out" | grep -v ' termin=' | grep -o ' id="[^"]*"' | cut -d'"' -f2)
step sitzungsdienst ergebnis "$neu" rat/2021-09-23 beschlossen --grund 'es eilte'
out_has "$neu: in Beratung → beschlossen."
mark
als sitzungsdienst ergebnis "$neu" "$zweite" abgelehnt
refused noch-nicht-entschieden "Rat hat über $neu schon entschieden; "'„abgelehnt“ träte an die Stelle des früheren Ergebnisses.' \
  'mit --grund TEXT festhalten'
it 'saying why helps'
step sitzungsdienst ergebnis "$neu" "$zweite" abgelehnt --grund 'in der zweiten Lesung abgelehnt'
out_has 'tritt das neue'
out_has "$neu: in Beratung → abgelehnt."

it 'two number ranges with one pattern'
# next RANGE CHANGE: the range with this change.
next() {
  run ratsweg zeige "$1"
  sed "s/$2/" "$out" >kreis.xml
  step verwaltung einlesen kreis.xml
}
next entwurf 'naechste="[0-9]*"/naechste="30000"'
papier kreis-a.xml beschlussvorlage "$rat"
entwurf kreis-a.xml
next drucksachen 'muster="[^"]*" naechste="[0-9]*"/muster="entwurf-{nr:4}" naechste="30000"'
step sachbearbeitung schritt "$neu" vorlegen
mark
als freigabe schritt "$neu" freigeben
refused nummer-frei 'Die nächste Nummer entwurf-30000 des Nummernkreises drucksachen ist schon vergeben.' \
  'zwei Nummernkreise brauchen verschiedene Muster'
it 'a pattern of its own helps'
next drucksachen 'muster="[^"]*"/muster="{nr:5}-{jj}"'
step freigabe schritt "$neu" freigeben
out_has 'Drucksachen-Nr. 30000-21 vergeben.'

# Of each refusal in the rules the longest piece between two placeholders has been said above, or is expected by
# another of these tests; what is wrong input is eingabe.sh's matter.
sed -n '/<waechter /{/eingabe="ja"/!{s/.*name="\([^"]*\)".*/\1/;h;n;s/ *<ablehnung>\(.*\)<\/ablehnung>/\1/;H;x;s/\n/|/;p}}' \
  "$top_srcdir/templates/nrw/regeln.xml" >refusals
grep -hE 'refused |err_has ' "$top_srcdir"/tests/cli/*.sh >expected
it 'every refusal of the rules'
[ "$(wc -l <refusals)" -gt 30 ]
verdict $? 'the rules are read'
while IFS='|' read -r name text; do
  piece=$(printf '%s\n' "$text" | sed 's/{[a-z]*}/\n/g' | awk '{ if (length($0) > length(best)) best = $0 } END { print best }')
  grep -qF -- "$piece" .said expected
  verdict $? "has been met: $name"
done <refusals
