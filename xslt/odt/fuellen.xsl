<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 Ratsweg contributors
     SPDX-License-Identifier: EUPL-1.2

     Second stage, the same for every piece: a letterhead and values give a filled flat document.  Input:
     s:satz with s:briefkopf/office:document, s:werte, s:ausgabe.  Places are fields (text:user-defined),
     sections, and the last body row of a named table; a section "Falls NAME" goes where NAME is empty.

     What LibreOffice adds and nobody should get stays behind: settings, forms, notes and tracked changes,
     authors, revision marks, everything outside the namespaces of ODF.  No field stays live but page
     number and page count. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:ratsweg:satz"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    exclude-result-prefixes="s">

<xsl:key name="feld" match="s:werte/s:feld" use="@name"/>
<xsl:key name="bereich" match="s:werte/s:bereich" use="@name"/>
<xsl:key name="tabelle" match="s:werte/s:tabelle" use="@name"/>
<xsl:key name="format" match="office:automatic-styles/style:style" use="concat(@style:family, ' ', @style:name)"/>

<xsl:template match="/s:satz">
  <xsl:apply-templates select="s:briefkopf/office:document"/>
</xsl:template>

<!-- == what is copied == -->

<xsl:template match="*">
  <xsl:param name="zeile" select="/.."/>
  <xsl:variable name="odf"><xsl:call-template name="namensraum"/></xsl:variable>
  <xsl:choose>
    <xsl:when test="$odf = 'ja'">
      <xsl:copy>
        <xsl:apply-templates select="@*"/>
        <xsl:apply-templates select="node()"><xsl:with-param name="zeile" select="$zeile"/></xsl:apply-templates>
      </xsl:copy>
    </xsl:when>
    <!-- foreign markup around text of a paragraph: the text stays (ODF 1.3 part 3, 2.2.3) -->
    <xsl:when test="ancestor::text:p or ancestor::text:h">
      <xsl:apply-templates select="node()"><xsl:with-param name="zeile" select="$zeile"/></xsl:apply-templates>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template match="@*">
  <xsl:variable name="odf"><xsl:call-template name="namensraum"/></xsl:variable>
  <xsl:if test="$odf = 'ja' or namespace-uri() = ''"><xsl:copy/></xsl:if>
</xsl:template>

<xsl:template name="namensraum">
  <xsl:variable name="u" select="namespace-uri()"/>
  <xsl:if test="starts-with($u, 'urn:oasis:names:tc:opendocument:xmlns:') or $u = 'http://www.w3.org/1999/xlink'
    or $u = 'http://purl.org/dc/elements/1.1/' or $u = 'http://www.w3.org/1998/Math/MathML'">ja</xsl:if>
</xsl:template>

<!-- Only running text holds blanks that count; the rest is how the letterhead's file was laid out. -->
<xsl:template match="text()">
  <xsl:if test="normalize-space(.) != '' or ancestor::text:p or ancestor::text:h"><xsl:value-of select="."/></xsl:if>
</xsl:template>
<xsl:template match="comment()|processing-instruction()"/>

<!-- == what stays behind == -->

<xsl:template match="@xml:id|@text:protection-key|@table:protection-key|@text:protection-key-digest-algorithm|@table:protection-key-digest-algorithm"/>
<xsl:template match="text:section/@text:display|text:section/@text:condition|text:section/@text:is-hidden"/>
<xsl:template match="office:settings|office:scripts|office:forms|office:event-listeners|office:annotation|office:annotation-end"/>
<xsl:template match="text:tracked-changes|text:change|text:change-start|text:change-end|text:soft-page-break"/>
<xsl:template match="text:sequence-decls|text:variable-decls|text:user-field-decls|text:dde-connection-decls"/>
<xsl:template match="text:bookmark|text:bookmark-start|text:bookmark-end|text:reference-mark|text:reference-mark-start|text:reference-mark-end"/>

<!-- == the parts of the document == -->

<xsl:template match="office:document">
  <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
    <xsl:call-template name="meta"/>
    <xsl:apply-templates select="office:font-face-decls"/>
    <xsl:apply-templates select="office:styles"/>
    <office:automatic-styles>
      <xsl:apply-templates select="office:automatic-styles/*"/>
      <xsl:copy-of select="/s:satz/s:werte/s:formate/*"/>
    </office:automatic-styles>
    <xsl:apply-templates select="office:master-styles"/>
    <xsl:apply-templates select="office:body"/>
  </office:document>
</xsl:template>

<!-- LibreOffice writes the styles of a header's table twice; our own names may not be taken. -->
<xsl:template match="office:automatic-styles/style:style">
  <xsl:if test="count(. | key('format', concat(@style:family, ' ', @style:name))[1]) = 1 and not(starts-with(@style:name, 'Ratsweg.'))">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:if>
</xsl:template>

<!-- Whatever language the office's own program has: the paper is German. -->
<xsl:template match="office:styles">
  <xsl:copy>
    <xsl:apply-templates select="@*"/>
    <xsl:if test="not(style:default-style[@style:family = 'paragraph'])">
      <style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="DE"/></style:default-style>
    </xsl:if>
    <xsl:apply-templates select="node()"/>
  </xsl:copy>
</xsl:template>
<xsl:template match="office:styles/style:default-style[@style:family = 'paragraph']">
  <xsl:copy>
    <xsl:apply-templates select="@*|node()[not(self::style:text-properties)]"/>
    <style:text-properties>
      <xsl:apply-templates select="style:text-properties/@*[not(name() = 'fo:language' or name() = 'fo:country')]"/>
      <xsl:attribute name="fo:language">de</xsl:attribute>
      <xsl:attribute name="fo:country">DE</xsl:attribute>
    </style:text-properties>
  </xsl:copy>
</xsl:template>

<xsl:template name="meta">
  <xsl:variable name="w" select="/s:satz/s:werte"/>
  <xsl:variable name="a" select="/s:satz/s:ausgabe"/>
  <xsl:variable name="zeit" select="concat($w/s:angabe[@name = 'datum'], 'T00:00:00')"/>
  <office:meta>
    <meta:generator>Ratsweg</meta:generator>
    <dc:title><xsl:value-of select="$w/s:angabe[@name = 'titel']"/></dc:title>
    <xsl:if test="$w/s:angabe[@name = 'drucksache'] != ''">
      <dc:subject>Drucksache-Nr. <xsl:value-of select="$w/s:angabe[@name = 'drucksache']"/></dc:subject>
    </xsl:if>
    <meta:initial-creator><xsl:value-of select="$w/s:angabe[@name = 'urheber']"/></meta:initial-creator>
    <dc:creator><xsl:value-of select="$w/s:angabe[@name = 'urheber']"/></dc:creator>
    <meta:creation-date><xsl:value-of select="$zeit"/></meta:creation-date>
    <dc:date><xsl:value-of select="$zeit"/></dc:date>
    <dc:language>de-DE</dc:language>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Drucksache'"/><xsl:with-param name="wert" select="$w/s:angabe[@name = 'drucksache']"/></xsl:call-template>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Stück'"/><xsl:with-param name="wert" select="$a/@stueck"/></xsl:call-template>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Sicht'"/><xsl:with-param name="wert" select="$a/@sicht"/></xsl:call-template>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Stand'"/><xsl:with-param name="wert" select="$a/@stand"/></xsl:call-template>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Inhalt'"/><xsl:with-param name="wert" select="$a/@commitment"/></xsl:call-template>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Ereignis'"/><xsl:with-param name="wert" select="$a/@seq"/></xsl:call-template>
    <xsl:call-template name="eigenschaft"><xsl:with-param name="name" select="'Ratsweg Probeablage'"/><xsl:with-param name="wert" select="$a/@probe"/></xsl:call-template>
  </office:meta>
</xsl:template>

<xsl:template name="eigenschaft">
  <xsl:param name="name"/>
  <xsl:param name="wert"/>
  <xsl:if test="$wert != ''">
    <meta:user-defined meta:name="{$name}" meta:value-type="string"><xsl:value-of select="$wert"/></meta:user-defined>
  </xsl:if>
</xsl:template>

<!-- == places == -->

<xsl:template match="text:user-defined">
  <xsl:param name="zeile" select="/.."/>
  <xsl:variable name="name" select="@text:name"/>
  <xsl:choose>
    <xsl:when test="$zeile/s:feld[@name = $name]"><xsl:copy-of select="$zeile/s:feld[@name = $name]/node()"/></xsl:when>
    <xsl:when test="key('feld', $name)"><xsl:copy-of select="key('feld', $name)/node()"/></xsl:when>
    <xsl:otherwise>
      <xsl:message terminate="yes">Der Briefkopf nennt das Feld „<xsl:value-of select="$name"/>“, für das es hier keinen Wert gibt.</xsl:message>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="text:section">
  <xsl:param name="zeile" select="/.."/>
  <xsl:variable name="platz">
    <xsl:choose>
      <xsl:when test="starts-with(@text:name, 'Falls ')"><xsl:value-of select="substring-after(@text:name, 'Falls ')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@text:name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="voll" select="key('feld', $platz)/node() or key('bereich', $platz)/* or key('tabelle', $platz)/s:zeile"/>
  <xsl:if test="$voll">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:choose>
        <xsl:when test="key('bereich', @text:name)"><xsl:copy-of select="key('bereich', @text:name)/node()"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="node()"><xsl:with-param name="zeile" select="$zeile"/></xsl:apply-templates></xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:if>
</xsl:template>

<xsl:template match="table:table-row">
  <xsl:param name="zeile" select="/.."/>
  <xsl:variable name="tabelle" select="ancestor::table:table[1]"/>
  <xsl:variable name="muster" select="($tabelle//table:table-row[not(ancestor::table:table-header-rows)][count(ancestor::table:table[1] | $tabelle) = 1])[last()]"/>
  <xsl:variable name="diese" select="."/>
  <xsl:choose>
    <xsl:when test="key('tabelle', $tabelle/@table:name) and count(. | $muster) = 1">
      <xsl:for-each select="key('tabelle', $tabelle/@table:name)/s:zeile">
        <xsl:variable name="werte" select="."/>
        <xsl:for-each select="$diese">
          <xsl:copy>
            <xsl:apply-templates select="@*"/>
            <xsl:apply-templates select="node()"><xsl:with-param name="zeile" select="$werte"/></xsl:apply-templates>
          </xsl:copy>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:when>
    <xsl:otherwise>
      <xsl:copy>
        <xsl:apply-templates select="@*"/>
        <xsl:apply-templates select="node()"><xsl:with-param name="zeile" select="$zeile"/></xsl:apply-templates>
      </xsl:copy>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A row marked as repeated would show a filled value more than once. -->
<xsl:template match="table:table-row/@table:number-rows-repeated"/>

</xsl:stylesheet>
