#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Print the candidate pairs of development stories in the form that fit.py reads.

usage: story-votes.py [--model=DIR] PAIR_DUMP STORY_DIR…   (each with gold.json and its articles)

A pair of sentences that the gold has in different camps of a contradiction is one, a pair of an update
or of an agreement is that, a trap is a neutral look-alike, everything else is other.
"""
import json
import os
import re
import subprocess
import sys


def norm(text):
    return re.sub(r"\W+", " ", text).strip().lower()


def same(a, b):
    a, b = norm(a), norm(b)
    short, long = sorted((a, b), key=len)
    return bool(short) and (a == b or (short in long and len(short) >= 0.4 * len(long)))


def is_side(view, side):
    return os.path.basename(view["file"]) == side["file"] and same(view["text"], side["text"])


def stands_in(pair, sides):
    for i, x in enumerate(sides):
        for y in sides[i + 1:]:
            if x.get("camp", i) == y.get("camp", -1):
                continue
            if (is_side(pair["a"], x) and is_side(pair["b"], y)) or (is_side(pair["a"], y) and is_side(pair["b"], x)):
                return True
    return False


def label(pair, gold):
    for kind in ("contradiction", "update"):
        for finding in gold["findings"]:
            if finding["kind"] == kind and stands_in(pair, finding["sides"]):
                return kind, finding["type"]
    for name, relation in (("traps", "neutral"), ("agreements", "agreement")):
        if any(stands_in(pair, row["sides"]) for row in gold.get(name, [])):
            return relation, ""
    return "other", ""


def main():
    model = [a for a in sys.argv[1:] if a.startswith("--model=")]
    tool, *folders = [a for a in sys.argv[1:] if a not in model]
    for folder in folders:
        gold = json.load(open(os.path.join(folder, "gold.json"), encoding="utf-8"))
        files = [os.path.join(folder, a["file"]) for a in gold["articles"]]
        dump = subprocess.run([tool, *model, *files], capture_output=True, text=True, check=True)
        sentences = {}
        for line in dump.stdout.splitlines():
            pair = json.loads(line)
            relation, kind = label(pair, gold)
            number = lambda v: sentences.setdefault((v["file"], v["text"]), len(sentences))
            row = {"event": os.path.basename(folder), "a": number(pair["a"]), "b": number(pair["b"]),
                   "relation": relation, "type": kind, "story": True, "level": pair["level"],
                   "update": pair["update"], "days": pair["days"], "explained": pair["explained"], "ground": pair["ground"]}
            if "wording" in pair:
                row["wording"] = pair["wording"]
                row["is-wording"] = any(f["kind"] == "wording" and stands_in(pair, f["sides"]) for f in gold["findings"])
            row.update(pair["features"])
            row.update({"vote-" + k: v for k, v in pair["votes"].items()})
            print(json.dumps(row))


if __name__ == "__main__":
    main()
