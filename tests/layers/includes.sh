#!/bin/bash
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Dependencies point downwards only: includes against tests/layers/table, and calls that have one home.
. "$top_srcdir/tests/layers/lib.sh"
cd "$top_srcdir/engine" || exit 99

# Code without comments, file:line: in front.
code() {
  local f
  for f; do
    awk -v f="$f" '{
      line = $0; out = ""
      while (line != "") {
        if (inside) {
          e = index(line, "*/")
          if (!e) { line = ""; break }
          line = substr(line, e + 2); inside = 0
        } else {
          s = index(line, "/*")
          if (!s) { out = out line; line = ""; break }
          out = out substr(line, 1, s - 1); line = substr(line, s + 2); inside = 1
        }
      }
      print f ":" FNR ":" out
    }' "$f"
  done
}

# foreign LAYER: includes of our own headers that this layer may not have.
foreign() {
  local may
  may=" $1 $(allowed "$1") "
  code "$1"/*.[ch] | sed -n 's/^\([^:]*:[0-9]*\):#include "\([^"]*\)".*/\1 \2/p' |
    while read -r where header; do
      case $may in *" ${header%%/*} "*) ;; *) printf '# engine/%s includes "%s"\n' "$where" "$header" ;; esac
    done
}

for layer in $(layers); do
  ls "$layer"/*.c >/dev/null 2>&1 || continue
  found=$(foreign "$layer")
  [ -z "$found" ]
  result $? "$layer/ includes only what it may use"
  [ -z "$found" ] || printf '%s\n' "$found"
done

# Commands and pages see ratsweg.h, base/ and their own folder; nobody below sees ratsweg.h or ui/.
if ls ui/*/*.c >/dev/null 2>&1; then
  found=$(code ui/*/*.[ch] | sed -n 's/^\([^:]*:[0-9]*\):#include "\([^"]*\)".*/\1 \2/p' |
    while read -r where header; do
      case $header in ratsweg.h | base/* | ui/*) ;; *) printf '# engine/%s includes "%s"\n' "$where" "$header" ;; esac
    done)
  [ -z "$found" ]
  result $? 'ui/ includes ratsweg.h, base/ and its own folder only'
  [ -z "$found" ] || printf '%s\n' "$found"
fi

# The table says what engine/README says.
while read -r layer direct; do
  readme=$(sed -n "s|^  $layer/ .*  ||p" README | tr ',' '\n' | tr -d ' ' | sort)
  wrong=
  for l in $direct; do
    printf '%s\n' "$readme" | grep -qx "$l" || wrong="$wrong $l"
  done
  for l in $readme; do
    case " $(layers | tr '\n' ' ') " in *" $l "*) case " $direct " in *" $l "*) ;; *) wrong="$wrong $l" ;; esac ;; esac
  done
  [ -z "$wrong" ]
  result $? "table and engine/README agree on $layer/"
  [ -z "$wrong" ] || echo "# differs:$wrong"
done < <(sed '/^#/d' "$top_srcdir/tests/layers/table")

# home PATTERN FILES TEXT: PATTERN occurs in no code outside FILES (a regular expression on the path).
home() {
  local found
  found=$(find . -name '*.[ch]' | sed 's|^\./||' | sort | grep -vE "^($2)$" | while IFS= read -r f; do
    code "$f" | grep -E "$1"
  done)
  [ -z "$found" ]
  result $? "$3"
  [ -z "$found" ] || printf '%s\n' "$found" | sed 's|^|# engine/|'
}
home '\b(xmlRead|xmlCtxtRead|xmlParse(File|Memory|Doc|Entity)\b|xmlSAX|xmlCreate[A-Za-z]*ParserCtxt|xmlReaderFor|xmlNewTextReader|html(Read|Parse)|xsltParseStylesheetFile)' \
  'doc/open\.c' 'XML is read in doc/open.c only'
# What libraries read on their own goes through its loader; nobody sets another, and nothing reads around it.
home '\b(xmlSetExternalEntityLoader|xmlRegister(Input|DefaultInput)|xmlParserInputBufferCreate)' 'doc/open\.c' \
  'what libraries load goes through doc/open.c'
home '\b(xmlXInclude|xmlLoad(External|Catalog|SGML)|xmlRelaxNGNew(Mem)?ParserCtxt|xmlSchema(New|Parse)|xsltLoad(Style)?Document|xsltParseStylesheetPI|g_markup_parse)' '-' \
  'nothing reads XML around it'
home '\b(XML_PARSE_(NOENT|DTD[A-Z]*|HUGE|RECOVER|XINCLUDE)|xmlRecover|xmlSubstituteEntities|xmlKeepBlanks)' '-' \
  'no entities, no repair, no parser without limits'
home '#include <sqlite3\.h>' 'store/[^/]*' 'SQLite is seen by store/ only'
home '#include <lib(xslt|exslt)/' 'typeset/[^/]*' 'libxslt is seen by typeset/ only'
home '#include <zip\.h>' 'typeset/[^/]*' 'libzip is seen by typeset/ only'
home '\b(_?[eE]xit|quick_exit|abort) *\(' 'ui/[^/]*/main\.c' 'only main.c ends the process'
home '\b(strcpy|strcat|sprintf|vsprintf|gets|system|popen|tmpnam|mktemp|alloca|strtok) *\(' '-' \
  'no call without bounds, and no shell'
echo "1..$n"
