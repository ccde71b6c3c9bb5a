<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 Ratsweg contributors
     SPDX-License-Identifier: EUPL-1.2

     What is unknown, missing, doubled or lost in a letterhead.  Input: s:satz with s:briefkopf and s:plaetze
     (the s:stueck that is meant and the s:format list).  Output: s:befunde; art="fehler" keeps the piece
     from being printed, art="hinweis" does not. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:ratsweg:satz"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    exclude-result-prefixes="office meta style text table draw xlink">

<xsl:variable name="stueck" select="/s:satz/s:plaetze/s:stueck"/>
<xsl:variable name="kopf" select="/s:satz/s:briefkopf/office:document"/>
<!-- Inside a section that is filled nothing of the letterhead stays. -->
<xsl:variable name="felder" select="$kopf//text:user-defined[not(ancestor::text:section[@text:name = $stueck/s:bereich/@name])]"/>

<xsl:template match="/s:satz">
  <s:befunde>
    <xsl:choose>
      <xsl:when test="not($kopf/office:body/office:text)">
        <xsl:call-template name="fehler"><xsl:with-param name="satz">Der Briefkopf ist kein Textdokument im flachen Format (.fodt). Abhilfe: in LibreOffice als „Flaches XML-ODF-Textdokument“ speichern.</xsl:with-param></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$stueck/*" mode="platz"/>
        <xsl:apply-templates select="$kopf//text:user-defined" mode="feld"/>
        <xsl:apply-templates select="$kopf//text:section" mode="bereich"/>
        <xsl:call-template name="fremdes"/>
        <xsl:apply-templates select="s:plaetze/s:format" mode="format"/>
      </xsl:otherwise>
    </xsl:choose>
  </s:befunde>
</xsl:template>

<xsl:template name="fehler">
  <xsl:param name="satz"/>
  <s:befund art="fehler"><xsl:value-of select="$satz"/></s:befund>
</xsl:template>
<xsl:template name="hinweis">
  <xsl:param name="satz"/>
  <s:befund art="hinweis"><xsl:value-of select="$satz"/></s:befund>
</xsl:template>

<!-- == each place: is it there, once, where it counts? == -->

<xsl:template match="s:feld" mode="platz">
  <xsl:variable name="name" select="@name"/>
  <xsl:variable name="da" select="$felder[@text:name = $name]"/>
  <xsl:choose>
    <xsl:when test="not($da) and $kopf//text:user-defined[@text:name = $name]">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ steht nur in einem Bereich, der ersetzt wird, und geht dort verloren. Abhilfe: außerhalb des Bereichs einfügen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($da) and @pflicht = 'ja'">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ fehlt; ohne es fehlte die Angabe im Papier. Abhilfe: als Feldbefehl, Dokumentinfo, benutzerdefiniert, einfügen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($da)">
      <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ fehlt; die Angabe wird nicht gedruckt.')"/></xsl:call-template>
    </xsl:when>
  </xsl:choose>
  <xsl:if test="count($da[ancestor::office:body]) &gt; 1">
    <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ steht im Text ', count($da[ancestor::office:body]), ' Mal; die Angabe wird ebenso oft gedruckt.')"/></xsl:call-template>
  </xsl:if>
  <xsl:for-each select="$kopf/office:master-styles/style:master-page/*[count(.//text:user-defined[@text:name = $name]) &gt; 1]">
    <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ steht in einer Kopf- oder Fußzeile der Seitenvorlage „', ../@style:name, '“ doppelt.')"/></xsl:call-template>
  </xsl:for-each>
</xsl:template>

<xsl:template match="s:bereich" mode="platz">
  <xsl:variable name="name" select="@name"/>
  <xsl:variable name="da" select="$kopf/office:body//text:section[@text:name = $name]"/>
  <xsl:choose>
    <xsl:when test="count($da) &gt; 1">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Der Bereich „', $name, '“ ist doppelt vorhanden. Abhilfe: einen davon löschen oder umbenennen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($da) and @pflicht = 'ja'">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Der Bereich „', $name, '“ fehlt; sein Inhalt stünde nicht im Papier. Abhilfe: einen Bereich dieses Namens einfügen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($da)">
      <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Der Bereich „', $name, '“ fehlt; sein Inhalt wird nicht gedruckt.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="$da/ancestor::text:section[@text:name = $stueck/s:bereich/@name]">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Der Bereich „', $name, '“ liegt in einem anderen, der ersetzt wird, und geht dort verloren. Abhilfe: dahinter verschieben.')"/></xsl:call-template>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template match="s:tabelle" mode="platz">
  <xsl:variable name="name" select="@name"/>
  <xsl:variable name="da" select="$kopf//table:table[@table:name = $name][not(ancestor::text:section[@text:name = $stueck/s:bereich/@name])]"/>
  <xsl:variable name="zeilen" select="$da[1]//table:table-row[not(ancestor::table:table-header-rows)]"/>
  <xsl:choose>
    <xsl:when test="count($da) &gt; 1">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Die Tabelle „', $name, '“ ist doppelt vorhanden. Abhilfe: eine davon löschen oder umbenennen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($da) and @pflicht = 'ja'">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Die Tabelle „', $name, '“ fehlt; ihre Zeilen stünden nicht im Papier. Abhilfe: einer Tabelle unter Tabelleneigenschaften diesen Namen geben.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($da)">
      <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Die Tabelle „', $name, '“ fehlt; ihre Zeilen werden nicht gedruckt.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="not($zeilen)">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Die Tabelle „', $name, '“ hat unter ihrem Kopf keine Zeile, die wiederholt werden kann. Abhilfe: eine Zeile mit den Feldern anfügen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:for-each select="s:feld">
        <xsl:variable name="feld" select="@name"/>
        <xsl:if test="not($zeilen[last()]//text:user-defined[@text:name = $feld])">
          <s:befund>
            <xsl:attribute name="art"><xsl:choose><xsl:when test="@pflicht = 'ja'">fehler</xsl:when><xsl:otherwise>hinweis</xsl:otherwise></xsl:choose></xsl:attribute>
            <xsl:value-of select="concat('Das Feld „', $feld, '“ fehlt in der letzten Zeile der Tabelle „', $name, '“. Abhilfe: dort als benutzerdefiniertes Feld einfügen.')"/>
          </s:befund>
        </xsl:if>
      </xsl:for-each>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- == each field and section of the letterhead: is it known, and at its place? == -->

<xsl:template match="text:user-defined" mode="feld">
  <xsl:variable name="name" select="@text:name"/>
  <xsl:variable name="tabelle" select="$stueck/s:tabelle[s:feld/@name = $name]"/>
  <xsl:choose>
    <xsl:when test="not($stueck//s:feld[@name = $name])">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ ist unbekannt; gedruckt würde sein Beispielwert. Abhilfe: löschen oder den Namen berichtigen.')"/></xsl:call-template>
    </xsl:when>
    <xsl:when test="$tabelle and not(ancestor::table:table-row[ancestor::table:table[1]/@table:name = $tabelle/@name][not(following::table:table-row[ancestor::table:table[1]/@table:name = $tabelle/@name])])">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Das Feld „', $name, '“ steht außerhalb der letzten Zeile der Tabelle „', $tabelle/@name, '“ und bliebe dort leer. Abhilfe: in diese Zeile verschieben.')"/></xsl:call-template>
    </xsl:when>
  </xsl:choose>
  <xsl:if test="not($kopf/office:meta/meta:user-defined[@meta:name = $name]) and not(preceding::text:user-defined[@text:name = $name])">
    <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Zum Feld „', $name, '“ fehlt die Dokumenteigenschaft mit einem Beispielwert; LibreOffice zeigt es leer. Abhilfe: unter Datei, Eigenschaften, Benutzerdefiniert anlegen.')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="text:section" mode="bereich">
  <xsl:variable name="platz">
    <xsl:choose>
      <xsl:when test="starts-with(@text:name, 'Falls ')"><xsl:value-of select="substring-after(@text:name, 'Falls ')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@text:name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="falls" select="starts-with(@text:name, 'Falls ')"/>
  <xsl:if test="not($stueck/s:bereich[@name = $platz]) and not($falls and $stueck/*[@name = $platz])">
    <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Der Bereich „', @text:name, '“ ist unbekannt. Abhilfe: löschen oder den Namen berichtigen; bekannt sind die Namen der Plätze und „Falls “ mit einem solchen Namen.')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- == what must not travel with a printed paper == -->

<xsl:template name="fremdes">
  <xsl:if test="$kopf//text:tracked-changes/*">
    <xsl:call-template name="fehler"><xsl:with-param name="satz">Der Briefkopf enthält aufgezeichnete Änderungen; Gelöschtes käme wieder zum Vorschein. Abhilfe: alle Änderungen annehmen und speichern.</xsl:with-param></xsl:call-template>
  </xsl:if>
  <xsl:for-each select="$kopf//text:p//text:*|$kopf//text:h//text:*">
    <xsl:if test="not(self::text:user-defined or self::text:page-number or self::text:page-count or self::text:span or self::text:a or self::text:s
        or self::text:tab or self::text:line-break or self::text:soft-page-break or self::text:note or self::text:note-citation or self::text:note-body
        or self::text:p or self::text:h or self::text:list or self::text:list-item or self::text:list-header
        or starts-with(local-name(), 'bookmark') or starts-with(local-name(), 'reference-mark') or starts-with(local-name(), 'change'))">
      <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Der Feldbefehl „', local-name(), '“ (angezeigt als „', ., '“) wird bei jedem Öffnen neu berechnet; das Papier änderte sich. Abhilfe: durch Text oder einen Platz ersetzen.')"/></xsl:call-template>
    </xsl:if>
  </xsl:for-each>
  <xsl:for-each select="$kopf//table:table-cell[@table:formula]">
    <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Die Formel einer Tabellenzelle (angezeigt als „', ., '“) wird bei jedem Öffnen neu berechnet; das Papier änderte sich. Abhilfe: durch Text oder einen Platz ersetzen.')"/></xsl:call-template>
  </xsl:for-each>
  <xsl:for-each select="$kopf//draw:image[@xlink:href != '' and not(starts-with(@xlink:href, 'Pictures/'))]">
    <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Ein Bild ist nur verknüpft („', @xlink:href, '“) und läge dem Papier nicht bei. Abhilfe: die Verknüpfung in LibreOffice lösen (Bearbeiten, Verknüpfungen).')"/></xsl:call-template>
  </xsl:for-each>
  <xsl:for-each select="$kopf//draw:object|$kopf//draw:object-ole|$kopf//draw:applet|$kopf//draw:plugin|$kopf//draw:floating-frame|$kopf//text:section-source">
    <xsl:call-template name="fehler"><xsl:with-param name="satz" select="concat('Der Briefkopf enthält ein eingebettetes oder verknüpftes Objekt („', name(), '“). Abhilfe: durch ein Bild ersetzen.')"/></xsl:call-template>
  </xsl:for-each>
</xsl:template>

<xsl:template match="s:format" mode="format">
  <xsl:variable name="art" select="@art"/>
  <xsl:variable name="name" select="@name"/>
  <xsl:if test="not($kopf/office:styles/style:style[@style:family = $art and @style:name = $name])
      and not($art = 'liste' and $kopf/office:styles/text:list-style[@style:name = $name])">
    <xsl:call-template name="hinweis"><xsl:with-param name="satz" select="concat('Die Formatvorlage „', @wort, '“ fehlt; was sie braucht, wird in der Standardform gedruckt.')"/></xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
