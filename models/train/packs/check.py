#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Check event packs of this folder (README.md): counts, and every mistake with its line.

usage: check.py FILE…      exit status 1 when there is a mistake
"""
import collections
import re
import sys

TYPES = {"contradiction": {"number", "date", "place", "negation", "antonym", "status", "attribution", "modality",
                           "order", "cause", "identity"},
         "update": {"number", "status", "position"}}
MODES = {"narration", "indirect", "direct", "mixed"}


class Reader:
    def __init__(self, path):
        self.path, self.errors, self.facts, self.actors = path, [], [], set()
        self.n_events, self.number = 0, 0

    def bad(self, why):
        self.errors.append(f"{self.path}:{self.number}: {why}")

    def read(self):
        with open(self.path, encoding="utf-8") as lines:
            for self.number, line in enumerate(lines, 1):
                line = line.strip()
                if line and not line.startswith("#"):
                    self.take(line)
        for fact in self.facts:
            self.check_relations(fact)

    def take(self, line):
        head, _, rest = line.partition(":")
        parts = [part.strip() for part in rest.split("|")]
        if head == "event":
            self.n_events += 1
            self.actors = {"outlet"}
            if len(parts) != 4:
                self.bad("an event has id, topic, date and places")
        elif head == "actor":
            self.actors.add(parts[0])
            if len(parts) != 3:
                self.bad("an actor has name, aliases and role")
        elif head == "fact":
            self.facts.append({"line": self.number, "statements": [], "relations": []})
        elif head == "rel":
            self.take_relation(parts)
        elif re.match(r"\d+ *\|", line):
            self.take_statement([part.strip() for part in line.split("|", 5)])
        else:
            self.bad("no line of a pack")

    def take_statement(self, parts):
        if len(parts) != 6:
            self.bad("a statement has six fields")
            return
        camp, published, _, holder, mode, text = parts
        if not re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", published):
            self.bad(f"no date: {published}")
        if mode not in MODES:
            self.bad(f"no mode: {mode}")
        if holder not in self.actors:
            self.bad(f"no actor: {holder}")
        self.facts[-1]["statements"].append((int(camp), text))

    def take_relation(self, parts):
        words = parts[0].split()
        if len(words) < 3 or not (words[0].isdigit() and words[1].isdigit()):
            self.bad("a relation has two camps and a name")
            return
        first, second, relation = int(words[0]), int(words[1]), words[2]
        if relation in TYPES and (len(words) < 4 or words[3] not in TYPES[relation]):
            self.bad("no type")
        elif relation not in TYPES and relation not in ("neutral", "agreement"):
            self.bad("no relation")
        if relation == "contradiction" and len(parts) == 3:
            for camp, span in ((first, parts[1]), (second, parts[2])):
                if not any(c == camp and span in text for c, text in self.facts[-1]["statements"]):
                    self.bad(f"camp {camp} does not say: {span}")
        elif relation == "contradiction":
            self.bad("a contradiction has two spans")
        self.facts[-1]["relations"].append((tuple(sorted((first, second))), " ".join(words[2:4])))

    def check_relations(self, fact):
        self.number = fact["line"]
        camps = sorted({camp for camp, _ in fact["statements"]})
        got = collections.Counter(pair for pair, _ in fact["relations"])
        want = {(a, b) for a in camps for b in camps if a < b}
        for pair in sorted(want - set(got)):
            self.bad(f"camps {pair} have no relation")
        for pair in sorted(pair for pair, n in got.items() if n > 1 or pair not in want):
            self.bad(f"camps {pair} have a relation too many")


def main():
    counts, errors = collections.Counter(), []
    for path in sys.argv[1:]:
        reader = Reader(path)
        reader.read()
        errors += reader.errors
        counts["events"] += reader.n_events
        counts["facts"] += len(reader.facts)
        counts["statements"] += sum(len(fact["statements"]) for fact in reader.facts)
        counts.update(name for fact in reader.facts for _, name in fact["relations"])
    print(", ".join(f"{n} {name}" for name, n in counts.items()))
    print("\n".join(errors) or "no mistakes")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
