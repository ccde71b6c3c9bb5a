<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 Ratsweg contributors
     SPDX-License-Identifier: EUPL-1.2

     Third stage: one part of the package out of the filled flat document.  Parameter teil: content,
     styles or meta.  Automatic styles go to the part that uses them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
<xsl:param name="teil"/>

<!-- Every attribute that can name a style; a name that is no style's does no harm. -->
<xsl:key name="nennt" match="@*[contains(local-name(), 'style-name') or local-name() = 'page-layout-name']" use="."/>

<xsl:template match="/office:document">
  <xsl:choose>
    <xsl:when test="$teil = 'content'">
      <office:document-content office:version="1.3">
        <xsl:copy-of select="office:font-face-decls"/>
        <office:automatic-styles>
          <xsl:apply-templates select="office:automatic-styles/*[not(self::style:page-layout)]"/>
        </office:automatic-styles>
        <xsl:copy-of select="office:body"/>
      </office:document-content>
    </xsl:when>
    <xsl:when test="$teil = 'styles'">
      <office:document-styles office:version="1.3">
        <xsl:copy-of select="office:font-face-decls"/>
        <xsl:copy-of select="office:styles"/>
        <office:automatic-styles>
          <xsl:apply-templates select="office:automatic-styles/*"/>
        </office:automatic-styles>
        <xsl:copy-of select="office:master-styles"/>
      </office:document-styles>
    </xsl:when>
    <xsl:when test="$teil = 'meta'">
      <office:document-meta office:version="1.3">
        <xsl:copy-of select="office:meta"/>
      </office:document-meta>
    </xsl:when>
    <xsl:otherwise>
      <xsl:message terminate="yes">Den Teil „<xsl:value-of select="$teil"/>“ gibt es nicht.</xsl:message>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="office:automatic-styles/*">
  <xsl:variable name="nennungen" select="key('nennt', @style:name)"/>
  <xsl:if test="$nennungen[ancestor::office:body][$teil = 'content'] or $nennungen[ancestor::office:master-styles][$teil = 'styles']
    or $nennungen[ancestor::office:automatic-styles]">
    <xsl:copy-of select="."/>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
