<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 Ratsweg contributors
     SPDX-License-Identifier: EUPL-1.2

     First stage of the piece "vorlage": the paper and the words of the rules as values for the places of
     plaetze.xml.  Knows no letterhead but its pattern of a table (text.xsl).  Input: s:satz with s:papier,
     s:regeln, s:profil, s:ausgabe; the stations stand in their order, each with the name of its body. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:ratsweg:1" xmlns:s="urn:ratsweg:satz"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    exclude-result-prefixes="rw">
<xsl:import href="text.xsl"/>

<xsl:template match="/s:satz">
  <xsl:apply-templates select="s:papier/*"/>
</xsl:template>

<xsl:template match="*">
  <xsl:call-template name="unbekannt"/>
</xsl:template>

<xsl:template match="rw:vorlage">
  <xsl:apply-templates select="*|rw:kopf/*" mode="bekannt"/>
  <s:werte>
    <s:angabe name="titel"><xsl:apply-templates select="rw:titel" mode="zeichen"/></s:angabe>
    <s:angabe name="drucksache"><xsl:value-of select="@kennung"/></s:angabe>
    <s:angabe name="datum"><xsl:value-of select="rw:kopf/rw:datum"/></s:angabe>
    <s:angabe name="urheber"><xsl:value-of select="/s:satz/s:profil/*/@stadt"/></s:angabe>
    <s:feld name="Stadt"><xsl:value-of select="/s:satz/s:profil/*/@stadt"/></s:feld>
    <s:feld name="Vermerk">
      <xsl:variable name="probe" select="/s:satz/s:ausgabe/@probe = 'ja'"/>
      <xsl:variable name="fassung" select="rw:fassungen/rw:fassung[not(@station)][last()][@anlass = 'korrigieren']"/>
      <xsl:if test="$probe">Aus einer Probeablage, kein amtliches Schriftstück</xsl:if>
      <xsl:if test="$probe and $fassung">; </xsl:if>
      <xsl:if test="$fassung">korrigierte Fassung vom <xsl:call-template name="tag"><xsl:with-param name="tag" select="$fassung/@am"/></xsl:call-template></xsl:if>
    </s:feld>
    <s:feld name="Öffentlichkeit"><xsl:if test="@oeffentlich = 'nein'">nicht</xsl:if>öffentlich</s:feld>
    <s:feld name="Drucksache-Nr."><xsl:value-of select="@kennung"/><xsl:if test="not(@kennung)">-</xsl:if></s:feld>
    <xsl:call-template name="kopf"/>
    <s:feld name="Titel"><xsl:apply-templates select="rw:titel/node()" mode="fluss"/></s:feld>
    <xsl:call-template name="beratungsfolge"/>
    <s:bereich name="Text"><xsl:apply-templates select="rw:abschnitt" mode="bereich"/></s:bereich>
    <xsl:call-template name="anlagen"/>
    <s:formate>
      <xsl:call-template name="formate"><xsl:with-param name="tabellen" select="rw:abschnitt//rw:table"/></xsl:call-template>
    </s:formate>
  </s:werte>
</xsl:template>

<!-- What the schema gains later must be printed or listed here, not lost. -->
<xsl:template match="*" mode="bekannt"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template mode="bekannt" match="rw:kopf|rw:titel|rw:abschnitt|rw:anlagen|rw:bezuege|rw:mitzeichnung|rw:fassungen|rw:eilentscheidung|rw:beratungsfolge|rw:ausgaben|rw:einwand
  |rw:fachbereich|rw:dezernent|rw:verantwortlich|rw:telefon|rw:antragsteller|rw:datum|rw:eingang|rw:dringlichkeit"/>

<!-- Text for the title of the file: blanks as they are. -->
<xsl:template match="*" mode="zeichen"><xsl:apply-templates select="node()" mode="zeichen"/></xsl:template>
<xsl:template match="text()" mode="zeichen"><xsl:value-of select="."/></xsl:template>
<xsl:template match="s:leer|s:tab" mode="zeichen"><xsl:text> </xsl:text></xsl:template>

<!-- == head == -->

<xsl:template name="kopf">
  <xsl:variable name="k" select="rw:kopf"/>
  <s:feld name="Datum"><xsl:call-template name="tag"><xsl:with-param name="tag" select="$k/rw:datum"/></xsl:call-template></s:feld>
  <s:feld name="Fachbereich"><xsl:call-template name="angabe"><xsl:with-param name="von" select="$k/rw:fachbereich"/></xsl:call-template></s:feld>
  <s:feld name="Dezernent"><xsl:call-template name="angabe"><xsl:with-param name="von" select="$k/rw:dezernent"/></xsl:call-template></s:feld>
  <s:feld name="verantwortlich"><xsl:call-template name="angabe"><xsl:with-param name="von" select="$k/rw:verantwortlich"/></xsl:call-template></s:feld>
  <s:feld name="Telefon"><xsl:call-template name="angabe"><xsl:with-param name="von" select="$k/rw:telefon"/></xsl:call-template></s:feld>
  <s:feld name="Dringlichkeit"><xsl:call-template name="angabe"><xsl:with-param name="von" select="$k/rw:dringlichkeit"/></xsl:call-template></s:feld>
  <s:feld name="Antragsteller"><xsl:apply-templates select="$k/rw:antragsteller/node()" mode="fluss"/></s:feld>
</xsl:template>

<!-- What is not given is printed as "-": an empty cell reads like a fault. -->
<xsl:template name="angabe">
  <xsl:param name="von"/>
  <xsl:choose>
    <xsl:when test="$von"><xsl:apply-templates select="$von/node()" mode="fluss"/></xsl:when>
    <xsl:otherwise>-</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- == Beratungsfolge == -->

<xsl:template name="beratungsfolge">
  <s:tabelle name="Beratungsfolge">
    <xsl:for-each select="rw:beratungsfolge/rw:station[not(@intern = 'ja')]">
      <s:zeile>
        <s:feld name="Gremium"><xsl:value-of select="@gremium-name"/></s:feld>
        <s:feld name="Termin">
          <xsl:choose>
            <xsl:when test="@termin"><xsl:call-template name="tag"><xsl:with-param name="tag" select="@termin"/></xsl:call-template></xsl:when>
            <xsl:otherwise>-</xsl:otherwise>
          </xsl:choose>
        </s:feld>
        <s:feld name="Zuständigkeit">
          <xsl:call-template name="wort">
            <xsl:with-param name="eintraege" select="key('zustaendigkeit', @zustaendigkeit)"/>
            <xsl:with-param name="was" select="'die Zuständigkeit'"/>
            <xsl:with-param name="code" select="@zustaendigkeit"/>
          </xsl:call-template>
          <xsl:if test="@ziffern">
            <xsl:choose>
              <xsl:when test="contains(@ziffern, ' ')"> zu den Ziffern </xsl:when>
              <xsl:otherwise> zu Ziffer </xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="@ziffern"/>
          </xsl:if>
          <xsl:if test="@zustand = 'entfallen'"> (entfallen)</xsl:if>
        </s:feld>
      </s:zeile>
    </xsl:for-each>
  </s:tabelle>
</xsl:template>

<!-- == sections and Anlagen == -->

<xsl:template match="rw:abschnitt" mode="bereich">
  <text:h text:style-name="Heading_20_2" text:outline-level="2">
    <xsl:choose>
      <xsl:when test="rw:ueberschrift"><xsl:apply-templates select="rw:ueberschrift/node()" mode="fluss"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="wort">
          <xsl:with-param name="eintraege" select="key('abschnittsart', @art)"/>
          <xsl:with-param name="was" select="'die Abschnittsart'"/>
          <xsl:with-param name="code" select="@art"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="nichtoeffentlich"/>
  </text:h>
  <xsl:apply-templates select="node()[not(self::rw:ueberschrift)]" mode="block"/>
</xsl:template>

<!-- Only the internal view still holds such parts; there it says so. -->
<xsl:template name="nichtoeffentlich">
  <xsl:if test="@oeffentlich = 'nein' and not(ancestor::*[@oeffentlich = 'nein'])"> (nichtöffentlich)</xsl:if>
</xsl:template>

<xsl:template name="anlagen">
  <xsl:variable name="anlagen" select="rw:anlagen/rw:anlage"/>
  <s:feld name="Anlagen-Wort">
    <xsl:choose>
      <xsl:when test="count($anlagen) &gt; 1">Anlagen:</xsl:when>
      <xsl:when test="$anlagen">Anlage:</xsl:when>
    </xsl:choose>
  </s:feld>
  <s:bereich name="Anlagen">
    <xsl:choose>
      <xsl:when test="count($anlagen) &gt; 1">
        <text:list text:style-name="Nummerierung">
          <xsl:for-each select="$anlagen"><text:list-item><xsl:call-template name="anlage"/></text:list-item></xsl:for-each>
        </text:list>
      </xsl:when>
      <xsl:otherwise><xsl:for-each select="$anlagen"><xsl:call-template name="anlage"/></xsl:for-each></xsl:otherwise>
    </xsl:choose>
  </s:bereich>
</xsl:template>

<xsl:template name="anlage">
  <text:p text:style-name="Anlage">
    <xsl:apply-templates select="rw:titel/node()" mode="fluss"/>
    <xsl:call-template name="nichtoeffentlich"/>
    <xsl:if test="@nachgereicht"> (nachgereicht am <xsl:call-template name="tag"><xsl:with-param name="tag" select="@nachgereicht"/></xsl:call-template>)</xsl:if>
  </text:p>
</xsl:template>

</xsl:stylesheet>
