#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""check-truth.py --tool PROGRAM [--regen] [--unlisted] [--root DIR] [STORY…]: asks whether the reports
on the samples say what a careful reader would. Prints TAP.

tests/golden/truth/STORY.expect has one entry after another, each a line with its name and what is
asked, then a line for each passage: which of the story's articles, and a piece of its text:

  wages: contradiction/negation,status between-outlets
    01: have not been paid
    02: were paid in full

KIND/TYPES RELATION  a finding with these passages on its sides (types, relation may be left out)
agreement            the passages are lined up
copy                 one article is known for a copy of the other
not KIND/TYPES       no finding sets the passages against each other
absent               none of the pieces, furniture all, is in a claim
read                 the articles have this outlet and date

What is known to go wrong stands in truth/known-misses.txt; a miss that is not listed fails, and so
does a listed one that is gone. --regen writes that list anew; --unlisted prints the contradictions
that no entry asks for."""
import argparse
import glob
import json
import os
import re
import subprocess
import sys

HEAD = re.compile(r"^([\w-]+): (not )?([\w-]+)(?:/([\w,-]+))?(?: ([\w-]+))?$")
PASSAGE = re.compile(r"^  (\d\d): (.+)$")
READING = ("absent", "read")  # asked of what is read, before anything is compared
# Detectors that share a finding when they see one dispute from different ends.
FAMILY = {"negation", "status", "antonym", "modality"}
SCHEMA = "claimdiff-report-1"
KNOWN = "known-misses.txt"
KNOWN_HEAD = """# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
# Entries of the .expect files that the rules do not meet yet; written by tests/golden/regen.
"""


class Entry:
    def __init__(self, name, is_not, what, types, relation):
        self.name, self.is_not, self.what = name, bool(is_not), what
        self.types, self.relation = set(types.split(",")) if types else set(), relation
        self.passages = []


def read_entries(path):
    entries = []
    with open(path, encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            line = line.rstrip("\n")
            head, passage = HEAD.match(line), PASSAGE.match(line)
            if head:
                entries.append(Entry(*head.groups()))
            elif passage and entries:
                entries[-1].passages.append(passage.groups())
            elif line and not line.startswith("#"):
                raise ValueError(f"{path}:{number}: {line}")
    if len({entry.name for entry in entries}) != len(entries):
        raise ValueError(f"{path}: one name twice")
    return entries


def is_opposed(one, other):
    """Sides of one camp say the same; where there are no camps, all sides differ."""
    return one is not other and (not one.get("camp") or one["camp"] != other.get("camp"))


class Report:
    """One story's report, and where the passages of the entries are in it."""

    def __init__(self, options, story):
        paths = sorted(path for path in glob.glob(f"{options.root}/samples/{story}/*")
                       if os.path.isfile(path))
        run = subprocess.run([os.path.abspath(options.tool), "compare", "--format=json", *paths],
                             capture_output=True, check=False,
                             env={**os.environ, "CLAIMDIFF_MODEL": "none"})
        self.data = json.loads(run.stdout)
        if run.returncode != 0 or self.data.get("schema") != SCHEMA:
            raise ValueError(run.stderr.decode(errors="replace") or "no report came back")
        places = {path: f"{place:02}" for place, path in enumerate(paths, 1)}
        self.numbers = {article["id"]: places[article["source"]]
                        for article in self.data["articles"]}
        self.claims = {claim["id"]: claim for claim in self.data["claims"]}
        self.sources = {}
        for path in paths:
            with open(path, encoding="utf-8") as stream:
                self.sources[places[path]] = stream.read()

    def is_passage(self, claim, passage):
        return self.numbers[claim["article"]] == passage[0] and passage[1] in claim["text"]

    def is_claim(self, passage):
        return any(self.is_passage(claim, passage) for claim in self.claims.values())

    def is_about(self, finding, entry):
        """The finding sets the passages of the entry against each other."""
        hits = [[side for side in finding["sides"] if self.is_passage(side, passage)]
                for passage in entry.passages]
        if not all(hits):
            return False
        return len(hits) == 1 or any(is_opposed(one, other) for one in hits[0] for other in hits[1])

    def is_of_type(self, finding, entry):
        types = {finding["type"]}
        if len(finding["sides"]) > 2 and types & FAMILY:
            types |= FAMILY
        return not entry.types or bool(entry.types & types)

    def has_finding(self, entry):
        return any(finding["kind"] == entry.what and self.is_of_type(finding, entry) and
                   entry.relation in (None, finding["relation"]) and self.is_about(finding, entry)
                   for finding in self.data["findings"])

    def has_agreement(self, entry):
        for agreement in self.data["agreements"]:
            claims = [self.claims[name] for name in agreement["claims"]]
            if all(any(self.is_passage(claim, passage) for claim in claims)
                   for passage in entry.passages):
                return True
        return False

    def has_copy(self, entry):
        numbers = {number for number, _ in entry.passages}
        return any(article["copy_of"] and
                   {self.numbers[article["id"]], self.numbers[article["copy_of"]]} == numbers
                   for article in self.data["articles"])

    def has_read(self, entry):
        facts = {(self.numbers[article["id"]], f"{article['outlet']}, {article['published']}")
                 for article in self.data["articles"]}
        return facts.issuperset(entry.passages)

    def is_met(self, entry):
        if entry.what == "absent":
            return not any(self.is_claim(passage) for passage in entry.passages)
        ask = {"agreement": self.has_agreement, "copy": self.has_copy, "read": self.has_read}
        return ask.get(entry.what, self.has_finding)(entry) != entry.is_not

    def find_unlisted(self, entries):
        """Contradictions that no entry asks for: false alarms, or the list is not complete."""
        for finding in self.data["findings"]:
            if finding["kind"] == "contradiction" and not any(
                    entry.what == "contradiction" and self.is_about(finding, entry)
                    for entry in entries):
                yield finding

    def find_errors(self, entry):
        """Passages that are not there: the entry would ask for nothing."""
        for passage in entry.passages:
            number, piece = passage
            is_there = self.is_claim(passage)
            if entry.what == "absent":
                is_there = piece in self.sources.get(number, "")
            if entry.what not in ("copy", "read") and not is_there:
                yield f"{entry.name}: no “{piece}” in article {number}"


GROUPS = {
    "found": lambda entry: not entry.is_not and entry.what not in READING,
    "let alone": lambda entry: entry.is_not,
    "read right": lambda entry: entry.what in READING,
}


def count(word, names, misses):
    return f"{len(names) - len(misses.intersection(names))} of {len(names)} {word}"


def read_known(path):
    if not os.path.isfile(path):
        return set()
    with open(path, encoding="utf-8") as stream:
        return {line.strip() for line in stream if line.strip() and not line.startswith("#")}


def check_story(options, story, known):
    """Misses of a story by name, and what is to be said about them."""
    try:
        entries = read_entries(os.path.join(options.truth, story + ".expect"))
        report = Report(options, story)
    except (OSError, ValueError) as error:
        return set(), [str(error)]
    complaints = [error for entry in entries for error in report.find_errors(entry)]
    misses = {f"{story}/{entry.name}" for entry in entries if not report.is_met(entry)}
    expected = {name for name in known if name.startswith(story + "/")}
    if not options.regen:
        complaints += [f"not met: {name}" for name in sorted(misses - expected)]
        complaints += [f"met now, take it out of {KNOWN}: {name}"
                       for name in sorted(expected - misses)]
    unlisted = list(report.find_unlisted(entries))
    sums = ", ".join(count(word, [f"{story}/{entry.name}" for entry in entries if belongs(entry)],
                           misses) for word, belongs in GROUPS.items())
    print(f"# {story}: {sums}, {len(unlisted)} contradictions not listed")
    for finding in unlisted if options.unlisted else ():
        print(f"#   {finding['type']}: " + " | ".join(side["text"] for side in finding["sides"]))
    return misses, complaints


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--root", default=".")
    parser.add_argument("--regen", action="store_true")
    parser.add_argument("--unlisted", action="store_true", help="print what no entry asks for")
    parser.add_argument("stories", nargs="*")
    options = parser.parse_args()
    options.truth = os.path.join(options.root, "tests", "golden", "truth")
    return options


def main():
    options = parse_options()
    known = read_known(os.path.join(options.truth, KNOWN))
    stories = options.stories or sorted(
        os.path.basename(os.path.dirname(path)) for path in glob.glob(f"{options.root}/samples/*/"))
    print(f"1..{len(stories)}")
    n_bad = 0
    for number, story in enumerate(stories, 1):
        misses, complaints = check_story(options, story, known)
        known = {name for name in known if not name.startswith(story + "/")} | misses
        n_bad += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} - {story}")
        for line in complaints:
            print(f"# {line}")
    if options.regen:
        with open(os.path.join(options.truth, KNOWN), "w", encoding="utf-8") as stream:
            stream.write(KNOWN_HEAD + "".join(f"{name}\n" for name in sorted(known)))
    return 1 if n_bad else 0


if __name__ == "__main__":
    sys.exit(main())
