#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Ratsweg contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the state of each paper taken over agree with what its course says?

  uebernahme-pruefung.py VERLAEUFE.jsonl ABLAGE

Reads the raw words of the courses and derives from them alone what each paper must have come to; it knows neither
the profile nor the program.  Says each disagreement, and ends with status 1 if there is one.
"""
import json
import pathlib
import re
import sys
import urllib.parse

# Words of deciding bodies that settle a matter, and what it comes to.
SETTLES = {
    "ungeändert beschlossen": "beschlossen",
    "geändert beschlossen": "geaendert-beschlossen",
    "abgelehnt": "abgelehnt",
    "nicht beschlossen": "abgelehnt",
    "einzelabstimmung": "teilweise-beschlossen",
    "eilentscheidung der oberbürgermeisterin": "durch-eilentscheidung",
    "mit beschlussfassung zum änderungsantrag erledigt": "erledigt",
    "mit beschlussfassung zur vorlage gegenstandslos": "erledigt",
    "mit stellungnahme erledigt": "erledigt",
    "zur kenntnis genommen": "zur-kenntnis",
    "schriftliche stellungnahme": "beantwortet",
    "mündlich erledigt": "erledigt",
}
# Words that close a matter on which nobody decides, once no station is open.
CLOSES = {
    "zur kenntnis genommen": "zur-kenntnis",
    "schriftliche stellungnahme": "beantwortet",
    "mündlich erledigt": "beantwortet",
    "genehmigt ob": "genehmigt",
    "ungeändert beschlossen": "beschlossen",
    "geändert beschlossen": "geaendert-beschlossen",
    "abgelehnt": "abgelehnt",
    "mit stellungnahme erledigt": "erledigt",
    "mit beschlussfassung zum änderungsantrag erledigt": "erledigt",
    "mit beschlussfassung zur vorlage gegenstandslos": "erledigt",
}
# Words that leave the body still to deal with it.
PUTS_OFF = {"vertagt", "zurückgestellt", "in die ausschüsse verwiesen", "in die verwaltung zurückverwiesen", "lag nicht vor"}
WITHDRAWN = {"zurückgezogen", "von der verwaltung zurückgezogen", "vom einbringer zurückgezogen"}
DECIDES = "Beschlussfassung"
PREPARES = {"Beratung", "Genehmigung OB", "Vorbehaltsbeschluss"}


def word(result):
    return re.sub(r"\s+", " ", result).strip().lower() if result else None


def expected(course):
    """The states that agree with the course: usually one."""
    steps = sorted(course["consultations"], key=lambda s: s["date"])  # stable
    said = [s for s in steps if s["result"]]
    if not said:
        return {"eingereicht"}
    last = said[-1]
    # A result behind the last decision of the deciding body does not change it, unless it decides again.
    deciding = [s for s in said if s["role"] == DECIDES]
    behind = steps[steps.index(last) + 1 :]
    waiting = any(s["role"] == DECIDES for s in behind)
    if word(last["result"]) in WITHDRAWN and not (deciding and word(deciding[-1]["result"]) in SETTLES):
        return {"zurueckgezogen"}
    if deciding:
        own = word(deciding[-1]["result"])
        if own in SETTLES and not waiting:
            return {SETTLES[own]}
    return undecided(steps, said, last, bool(deciding) or waiting)


def undecided(steps, said, last, somebody_decides):
    own = word(last["result"])
    if own == "in die verwaltung zurückverwiesen":
        return {"zurueckverwiesen"}
    if own == "zurückgestellt":
        return {"ruhend"} if last is steps[-1] else {"ruhend", "in-beratung"}
    if own in PUTS_OFF or somebody_decides:
        return {"in-beratung"}
    if last is not steps[-1]:  # somebody has still to deal with it, or nobody waits any more
        return {"in-beratung", CLOSES.get(own, "in-beratung")}
    if last["role"] in PREPARES and own in ("abgelehnt", "ungeändert beschlossen", "geändert beschlossen", "nicht beschlossen"):
        return {"in-beratung"}  # what a preparing body decides is a recommendation
    if own == "mündlich erledigt" and last["role"] in PREPARES:
        return {"erledigt"}
    if own == "einzelabstimmung":
        return {"in-beratung"}  # a vote on the parts of a recommendation
    return {CLOSES.get(own, "in-beratung")}


def states(store):
    found = {}
    for path in pathlib.Path(store, "vorlagen").rglob("*.xml"):
        text = path.read_text(encoding="utf-8")
        head = re.search(r"<vorlage\b[^>]*>", text).group(0)
        results = len(re.findall(r"<ergebnis\b", text))
        found[urllib.parse.unquote(path.stem)] = re.search(r'\bzustand="([^"]*)"', head).group(1), results
    return found


def main():
    have = states(sys.argv[2])
    looked_at = wrong = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            course = json.loads(line)
            looked_at += 1
            (state, results), may = have.get(course["reference"], (None, 0)), expected(course)
            said = sum(1 for s in course["consultations"] if s["result"])
            if state not in may or results != said:
                wrong += 1
                print(f"{course['reference']}: {state}, erwartet {' oder '.join(sorted(may))}; {results} von {said} Ergebnissen")
                for s in course["consultations"]:
                    print(f"    {s['date'][:10]} {s['organization']} ({s['role']}): {s['result']}")
    print(f"{looked_at} Papiere, {wrong} Abweichungen")
    return 1 if wrong or not looked_at else 0


sys.exit(main())
