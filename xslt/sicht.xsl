<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 Ratsweg contributors
     SPDX-License-Identifier: EUPL-1.2

     The public view, one pass before anything public is made of a document: what is gone here cannot
     leak later.  Input: a document, or a s:satz that holds one in s:papier beside s:regeln and s:profil
     (then kinds that the rules call oeffentlich="nein" go too).  Output: the same tree without

       - every element with oeffentlich="nein", and every comment and processing instruction
       - stations that were dropped (zustand="entfallen") and those of internal bodies (intern="ja")
       - sections and stations whose kind is oeffentlich="nein" in the rules
       - working matter of the administration: signatures, clerk, editions, objections, what hangs on it, old drafts' name,
         internal notes of orders and whether an order is due

     A document that is itself oeffentlich="nein" has no public view: the run stops. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:ratsweg:1" xmlns:s="urn:ratsweg:satz" exclude-result-prefixes="rw s">

<xsl:key name="art" match="rw:abschnittsart" use="@code"/>
<xsl:key name="zustaendigkeit" match="rw:zustaendigkeit" use="@code"/>

<!-- Rules, profile, letterhead and places are no content of the paper: copied whole. -->
<xsl:template match="s:regeln|s:profil|s:briefkopf|s:plaetze|s:ausgabe" priority="9">
  <xsl:copy-of select="."/>
</xsl:template>

<xsl:template match="@*|node()">
  <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
</xsl:template>

<xsl:template match="comment()|processing-instruction()"/>

<!-- A document of ours, wherever it stands.  (Tests inside the templates: predicates in a match count
     siblings, which costs on long papers.) -->
<xsl:template match="/rw:*|s:papier/rw:*" priority="2">
  <xsl:if test="@oeffentlich = 'nein'">
    <xsl:message terminate="yes">Die Vorlage<xsl:if test="@kennung"> „<xsl:value-of select="@kennung"/>“</xsl:if> ist nichtöffentlich; eine öffentliche Sicht davon gibt es nicht. Abhilfe: die interne Sicht drucken.</xsl:message>
  </xsl:if>
  <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
</xsl:template>

<xsl:template match="rw:*">
  <xsl:if test="not(@oeffentlich = 'nein')">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:if>
</xsl:template>

<xsl:template match="rw:mitzeichnung|rw:ausgaben|rw:kinder|rw:antworten|rw:einwand|rw:eilentscheidung/rw:grund|rw:intern|rw:station/@auftrag|@bearbeiter|@entwurf|@veroeffentlicht|@zurueckgenommen"/>

<xsl:template match="rw:abschnitt">
  <xsl:call-template name="falls-art-oeffentlich"><xsl:with-param name="arten" select="key('art', @art)"/></xsl:call-template>
</xsl:template>
<xsl:template match="rw:station">
  <xsl:if test="not(@zustand = 'entfallen' or @intern = 'ja')">
    <xsl:call-template name="falls-art-oeffentlich"><xsl:with-param name="arten" select="key('zustaendigkeit', @zustaendigkeit)"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- The profile's entry wins over the one of the law. -->
<xsl:template name="falls-art-oeffentlich">
  <xsl:param name="arten"/>
  <xsl:variable name="stadt" select="$arten[ancestor::s:profil]"/>
  <xsl:if test="not(@oeffentlich = 'nein') and not($stadt[@oeffentlich='nein']) and ($stadt or not($arten[@oeffentlich='nein']))">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
