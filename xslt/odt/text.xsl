<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 Ratsweg contributors
     SPDX-License-Identifier: EUPL-1.2

     Rich text of a document (the XHTML subset of gemeinsam.rng) as ODF elements.  Imported by the first
     stage of each piece.

     The tree was prepared in C (typeset/flow.c, grid.c, images.c): blanks and tabs that ODF would swallow
     are s:leer and s:tab; tables are thead and tbody with s:spalte, s:verdeckt, s:luecke; table, img and
     footnote carry @nr, img its file and size.

     Nothing is dropped in silence: an element that no template knows stops the run. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:ratsweg:1" xmlns:s="urn:ratsweg:satz"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    exclude-result-prefixes="rw s">

<!-- The letterhead's table "Muster Tabelle" shows how tables in the text look: its first and last column,
     its last header row and its last row. -->
<xsl:variable name="muster" select="(/s:satz/s:briefkopf//table:table[@table:name='Muster Tabelle'])[1]"/>
<xsl:variable name="muster-kopf" select="($muster//table:table-header-rows/table:table-row)[last()]/table:table-cell"/>
<xsl:variable name="muster-zeile" select="($muster//table:table-row[not(parent::table:table-header-rows)])[last()]/table:table-cell"/>

<!-- == words of codes == -->

<xsl:key name="abschnittsart" match="rw:abschnittsart" use="@code"/>
<xsl:key name="zustaendigkeit" match="rw:zustaendigkeit" use="@code"/>

<xsl:template name="wort">
  <xsl:param name="eintraege"/>
  <xsl:param name="was"/>
  <xsl:param name="code"/>
  <xsl:variable name="stadt" select="$eintraege[ancestor::s:profil]/@wort"/>
  <xsl:variable name="land" select="$eintraege[ancestor::s:land]/@wort"/>
  <xsl:choose>
    <xsl:when test="$stadt"><xsl:value-of select="$stadt[1]"/></xsl:when>
    <xsl:when test="$land"><xsl:value-of select="$land[1]"/></xsl:when>
    <xsl:when test="$eintraege/@wort"><xsl:value-of select="$eintraege/@wort"/></xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="fehler">
        <xsl:with-param name="satz" select="concat('Für ', $was, ' „', $code, '“ steht in den Regeln kein Wort. Abhilfe: in Regeln oder Profil einen Eintrag mit wort ergänzen.')"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="fehler">
  <xsl:param name="satz"/>
  <xsl:message terminate="yes"><xsl:value-of select="$satz"/></xsl:message>
</xsl:template>

<!-- 2021-09-23 as 23.09.2021 -->
<xsl:template name="tag">
  <xsl:param name="tag"/>
  <xsl:value-of select="concat(substring($tag, 9, 2), '.', substring($tag, 6, 2), '.', substring($tag, 1, 4))"/>
</xsl:template>

<!-- == blocks == -->

<xsl:template match="*" mode="block">
  <xsl:call-template name="unbekannt"/>
</xsl:template>
<xsl:template match="text()" mode="block">
  <xsl:if test="normalize-space(.) != ''"><xsl:call-template name="unbekannt"/></xsl:if>
</xsl:template>

<xsl:template name="unbekannt">
  <xsl:call-template name="fehler">
    <xsl:with-param name="satz">
      <xsl:choose>
        <xsl:when test="self::*">Das Element „<xsl:value-of select="name()"/>“</xsl:when>
        <xsl:otherwise>Der Text „<xsl:value-of select="substring(normalize-space(.), 1, 40)"/>“</xsl:otherwise>
      </xsl:choose>
      <xsl:text> in „</xsl:text><xsl:value-of select="name(..)"/>
      <xsl:text>“ kann nicht gedruckt werden; es stünde sonst nicht im Papier. Abhilfe: als Absatz, Liste oder Tabelle schreiben.</xsl:text>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="rw:p" mode="block">
  <xsl:variable name="danach" select="following-sibling::*[1]"/>
  <xsl:variable name="bild" select="rw:img and not(*[not(self::rw:img)]) and normalize-space(.) = ''"/>
  <xsl:call-template name="absatz">
    <xsl:with-param name="format">
      <xsl:choose>
        <xsl:when test="$bild">Abbildung</xsl:when>
        <xsl:when test="$danach[self::rw:ul or self::rw:ol or self::rw:table]">Texteinleitung</xsl:when>
        <xsl:when test="$danach[self::rw:p][rw:img and not(*[not(self::rw:img)]) and normalize-space(.) = '']">Texteinleitung</xsl:when>
        <xsl:otherwise>Text_20_body</xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="absatz">
  <xsl:param name="format"/>
  <text:p text:style-name="{$format}"><xsl:apply-templates select="node()" mode="fluss"/></text:p>
</xsl:template>

<!-- h1 is the title of the paper, h2 the heading of a section. -->
<xsl:template match="rw:h3|rw:h4|rw:h5" mode="block">
  <xsl:variable name="ebene" select="substring(local-name(), 2)"/>
  <text:h text:style-name="Heading_20_{$ebene}" text:outline-level="{$ebene}"><xsl:apply-templates select="node()" mode="fluss"/></text:h>
</xsl:template>

<!-- == lists == -->

<xsl:template match="rw:ul|rw:ol" mode="block">
  <xsl:variable name="start" select="@start"/>
  <text:list>
    <xsl:attribute name="text:style-name">
      <xsl:choose><xsl:when test="self::rw:ol">Nummerierung</xsl:when><xsl:otherwise>Aufzählung</xsl:otherwise></xsl:choose>
    </xsl:attribute>
    <xsl:apply-templates select="node()" mode="punkt">
      <xsl:with-param name="start" select="$start"/>
    </xsl:apply-templates>
  </text:list>
</xsl:template>

<xsl:template match="*" mode="punkt"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template match="text()" mode="punkt">
  <xsl:if test="normalize-space(.) != ''"><xsl:call-template name="unbekannt"/></xsl:if>
</xsl:template>

<xsl:template match="rw:li" mode="punkt">
  <xsl:param name="start"/>
  <text:list-item>
    <xsl:if test="$start != '' and not(preceding-sibling::rw:li[1])">
      <xsl:attribute name="text:start-value"><xsl:value-of select="number($start)"/></xsl:attribute>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="rw:p|rw:ul|rw:ol"><xsl:apply-templates select="node()" mode="im-punkt"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="listenabsatz"/></xsl:otherwise>
    </xsl:choose>
  </text:list-item>
</xsl:template>

<xsl:template match="rw:ul|rw:ol" mode="im-punkt"><xsl:apply-templates select="." mode="block"/></xsl:template>
<xsl:template match="rw:p" mode="im-punkt"><xsl:call-template name="listenabsatz"/></xsl:template>
<xsl:template match="*" mode="im-punkt"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template match="text()" mode="im-punkt">
  <xsl:if test="normalize-space(.) != ''"><xsl:call-template name="unbekannt"/></xsl:if>
</xsl:template>

<!-- The last paragraph of a whole list, however deep, closes it. -->
<xsl:template name="listenabsatz">
  <xsl:variable name="ende" select="not(self::rw:p and following-sibling::*[1])
    and not(ancestor-or-self::rw:li[following-sibling::rw:li[1]])
    and not(ancestor::*[self::rw:ul or self::rw:ol][parent::rw:li][following-sibling::*[1]])"/>
  <xsl:call-template name="absatz">
    <xsl:with-param name="format">
      <xsl:text>Listentext</xsl:text>
      <xsl:if test="$ende and not(ancestor::rw:td or ancestor::rw:th)">_20_Ende</xsl:if>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- == tables == -->

<xsl:template match="rw:table" mode="block">
  <xsl:apply-templates select="*[not(self::rw:caption or self::rw:thead or self::rw:tbody or self::s:spalte)]|text()" mode="block"/>
  <xsl:for-each select="rw:caption">
    <xsl:call-template name="absatz"><xsl:with-param name="format" select="'Tabellentitel'"/></xsl:call-template>
  </xsl:for-each>
  <xsl:variable name="nr" select="@nr"/>
  <table:table table:name="Text Tabelle {$nr}">
    <xsl:attribute name="table:style-name">
      <xsl:choose>
        <xsl:when test="$muster/@table:style-name"><xsl:value-of select="$muster/@table:style-name"/></xsl:when>
        <xsl:otherwise>Ratsweg.Tabelle</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:for-each select="s:spalte">
      <table:table-column table:style-name="Ratsweg.T{$nr}.{position()}"/>
    </xsl:for-each>
    <xsl:if test="rw:thead">
      <table:table-header-rows><xsl:apply-templates select="rw:thead/node()" mode="zeile"/></table:table-header-rows>
    </xsl:if>
    <xsl:apply-templates select="rw:tbody/node()" mode="zeile"/>
  </table:table>
</xsl:template>

<xsl:template match="rw:tr" mode="zeile">
  <table:table-row><xsl:apply-templates select="node()" mode="zelle"/></table:table-row>
</xsl:template>
<xsl:template match="*" mode="zeile"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template match="text()" mode="zeile">
  <xsl:if test="normalize-space(.) != ''"><xsl:call-template name="unbekannt"/></xsl:if>
</xsl:template>

<xsl:template match="*" mode="zelle"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template match="text()" mode="zelle">
  <xsl:if test="normalize-space(.) != ''"><xsl:call-template name="unbekannt"/></xsl:if>
</xsl:template>
<xsl:template match="s:verdeckt" mode="zelle"><table:covered-table-cell/></xsl:template>
<xsl:template match="s:luecke" mode="zelle">
  <table:table-cell office:value-type="string">
    <xsl:attribute name="table:style-name">
      <xsl:call-template name="zellformat"><xsl:with-param name="kopf" select="boolean(ancestor::rw:thead)"/></xsl:call-template>
    </xsl:attribute>
    <text:p text:style-name="Table_20_Contents"/>
  </table:table-cell>
</xsl:template>

<xsl:template match="rw:th|rw:td" mode="zelle">
  <xsl:variable name="kopf" select="self::rw:th or ancestor::rw:thead"/>
  <xsl:variable name="format">
    <xsl:choose><xsl:when test="$kopf">Table_20_Heading</xsl:when><xsl:otherwise>Table_20_Contents</xsl:otherwise></xsl:choose>
  </xsl:variable>
  <table:table-cell office:value-type="string">
    <xsl:attribute name="table:style-name">
      <xsl:call-template name="zellformat"><xsl:with-param name="kopf" select="$kopf"/></xsl:call-template>
    </xsl:attribute>
    <xsl:if test="@colspan &gt; 1"><xsl:attribute name="table:number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
    <xsl:if test="@rowspan &gt; 1"><xsl:attribute name="table:number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
    <xsl:choose>
      <xsl:when test="rw:p|rw:ul|rw:ol">
        <xsl:apply-templates select="node()" mode="in-zelle"><xsl:with-param name="format" select="$format"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="absatz"><xsl:with-param name="format" select="$format"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </table:table-cell>
</xsl:template>

<xsl:template match="rw:p" mode="in-zelle">
  <xsl:param name="format"/>
  <xsl:call-template name="absatz"><xsl:with-param name="format" select="$format"/></xsl:call-template>
</xsl:template>
<xsl:template match="rw:ul|rw:ol" mode="in-zelle"><xsl:apply-templates select="." mode="block"/></xsl:template>
<xsl:template match="*" mode="in-zelle"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template match="text()" mode="in-zelle">
  <xsl:if test="normalize-space(.) != ''"><xsl:call-template name="unbekannt"/></xsl:if>
</xsl:template>

<xsl:template name="zellformat">
  <xsl:param name="kopf"/>
  <xsl:variable name="zellen" select="$muster-kopf[$kopf]|$muster-zeile[not($kopf)]"/>
  <xsl:choose>
    <xsl:when test="$zellen and @rand = 'ja'"><xsl:value-of select="$zellen[last()]/@table:style-name"/></xsl:when>
    <xsl:when test="$zellen"><xsl:value-of select="$zellen[1]/@table:style-name"/></xsl:when>
    <xsl:when test="$kopf">Ratsweg.Kopfzelle</xsl:when>
    <xsl:otherwise>Ratsweg.Zelle</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- == running text == -->

<xsl:template match="*" mode="fluss"><xsl:call-template name="unbekannt"/></xsl:template>
<xsl:template match="text()" mode="fluss"><xsl:value-of select="."/></xsl:template>

<xsl:template match="s:leer" mode="fluss">
  <text:s><xsl:if test="@anzahl &gt; 1"><xsl:attribute name="text:c"><xsl:value-of select="@anzahl"/></xsl:attribute></xsl:if></text:s>
</xsl:template>
<xsl:template match="s:tab" mode="fluss"><text:tab/></xsl:template>
<xsl:template match="rw:br" mode="fluss"><text:line-break/></xsl:template>

<xsl:template match="rw:em" mode="fluss">
  <text:span text:style-name="Emphasis"><xsl:apply-templates select="node()" mode="fluss"/></text:span>
</xsl:template>
<xsl:template match="rw:strong" mode="fluss">
  <text:span text:style-name="Strong_20_Emphasis"><xsl:apply-templates select="node()" mode="fluss"/></text:span>
</xsl:template>
<xsl:template match="rw:sub" mode="fluss">
  <text:span text:style-name="Tiefgestellt"><xsl:apply-templates select="node()" mode="fluss"/></text:span>
</xsl:template>
<xsl:template match="rw:sup" mode="fluss">
  <text:span text:style-name="Hochgestellt"><xsl:apply-templates select="node()" mode="fluss"/></text:span>
</xsl:template>

<xsl:template match="rw:a" mode="fluss">
  <xsl:if test="ancestor::rw:a">
    <xsl:call-template name="fehler">
      <xsl:with-param name="satz" select="concat('Der Verweis auf „', @href, '“ steht in einem anderen Verweis und kann so nicht gedruckt werden. Abhilfe: beide nebeneinander schreiben.')"/>
    </xsl:call-template>
  </xsl:if>
  <text:a xlink:type="simple" xlink:href="{@href}" text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link">
    <xsl:apply-templates select="node()" mode="fluss"/>
  </text:a>
</xsl:template>

<xsl:template match="rw:footnote" mode="fluss">
  <xsl:if test="ancestor::rw:footnote">
    <xsl:call-template name="fehler">
      <xsl:with-param name="satz" select="concat('Die Fußnote „', substring(normalize-space(.), 1, 40), '“ steht in einer anderen Fußnote und kann so nicht gedruckt werden. Abhilfe: beide nacheinander schreiben.')"/>
    </xsl:call-template>
  </xsl:if>
  <text:note text:id="ftn{@nr}" text:note-class="footnote">
    <text:note-citation><xsl:value-of select="@nr"/></text:note-citation>
    <text:note-body>
      <xsl:call-template name="absatz"><xsl:with-param name="format" select="'Footnote'"/></xsl:call-template>
    </text:note-body>
  </text:note>
</xsl:template>

<xsl:template match="rw:img" mode="fluss">
  <draw:frame draw:style-name="Ratsweg.Bild" draw:name="Abbildung {@nr}" text:anchor-type="as-char" svg:width="{@breite}" svg:height="{@hoehe}">
    <draw:image xlink:href="{@datei}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
    <svg:title>Abbildung <xsl:value-of select="@nr"/></svg:title>
    <svg:desc><xsl:value-of select="normalize-space(@alt)"/></svg:desc>
  </draw:frame>
</xsl:template>

<!-- == automatic styles that the text needs == -->

<xsl:template name="formate">
  <xsl:param name="tabellen"/>
  <style:style style:name="Ratsweg.Bild" style:family="graphic" style:parent-style-name="Graphics">
    <style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" style:wrap="none" fo:border="none" fo:padding="0cm"/>
  </style:style>
  <xsl:if test="not($muster)">
    <style:style style:name="Ratsweg.Tabelle" style:family="table">
      <style:table-properties fo:margin-top="0.1cm" fo:margin-bottom="0.35cm" table:align="margins" table:border-model="collapsing"/>
    </style:style>
    <style:style style:name="Ratsweg.Kopfzelle" style:family="table-cell">
      <style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000" fo:background-color="#e6e6e6"/>
    </style:style>
    <style:style style:name="Ratsweg.Zelle" style:family="table-cell">
      <style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"/>
    </style:style>
  </xsl:if>
  <xsl:for-each select="$tabellen">
    <xsl:variable name="nr" select="@nr"/>
    <xsl:for-each select="s:spalte">
      <style:style style:name="Ratsweg.T{$nr}.{position()}" style:family="table-column">
        <style:table-column-properties style:column-width="{@breite}" style:rel-column-width="{@anteil}*"/>
      </style:style>
    </xsl:for-each>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
