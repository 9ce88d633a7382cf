#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Check docs/FORMATS.md against the report of a check: every member is described, every member
described exists, and the lines of the examples stand in the expected files beside the report.

usage: check-formats.py FORMATS.md REPORT.json
       check-formats.py --self-test
"""
import json
import os
import re
import sys

SECTIONS = ("inputs", "articles", "events", "claims", "findings", "agreements", "not_compared", "check")
EXAMPLE = re.compile(r"^<!-- example of (\S+) -->\n```\w*\n(.*?)^```$", re.M | re.S)


def members(value):
    """Names of all members of the objects in a list, nested ones included."""
    found = set()
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            found |= set(item)
            for part in item.values():
                found |= members(part)
        elif isinstance(item, list):
            found |= members(item)
    return found


def described(text):
    """Section -> names in backticks in the first column of its table, and in all of it."""
    parts = re.split(r"^### (\w+)\n", text, flags=re.M)
    first, anywhere = {}, {}
    for name, body in zip(parts[1::2], parts[2::2]):
        body = re.split(r"^## ", body, flags=re.M)[0]
        rows = re.findall(r"^\| (`[^|]*)\|", body, flags=re.M)
        first[name] = set(re.findall(r"`(\w+)`", " ".join(rows)))
        anywhere[name] = set(re.findall(r"`(\w+)`", body))
    return first, anywhere


def check(text, report):
    faults = []
    first, anywhere = described(text)
    spans = {"start", "end", "from", "to"}  # described once, above the sections
    for name in SECTIONS:
        real = members(report[name])
        faults += [f"{name}: {m} is not described" for m in sorted(real - anywhere.get(name, set()) - spans)]
        faults += [f"{name}: {m} is described and not there" for m in sorted(first.get(name, set()) - real)]
    faults += [f"{m} is not described" for m in sorted(set(report)) if f"| `{m}` |" not in text]
    faults += [f"{m} of tool is not described" for m in sorted(report["tool"]) if f"`{m}`" not in text]
    return faults


def check_examples(text, read):
    """read(name): the text of an expected file."""
    for name, lines in EXAMPLE.findall(text):
        there = read(name)
        yield from (f"{name} has no line {line!r}" for line in lines.splitlines() if line not in there)


def self_test():
    report = {name: [{"id": 1}] for name in SECTIONS}
    report["tool"] = {"name": "x"}
    text = "`name`\n" + "".join(f"| `{m}` |\n" for m in report)
    text += "".join(f"### {name}\n| `id` | x |\n" for name in SECTIONS)
    bad = [] if not check(text, report) else [f"refused: {check(text, report)}"]
    more = json.loads(json.dumps(report))
    more["claims"].append({"new": [{"deep": 1}]})
    bad += [] if len(check(text, more)) == 2 else ["a new member is not seen"]
    bad += [] if check(text.replace("`id`", "`id`, `old`", 1), report) else ["an old member is not seen"]
    bad += [] if check(text, {**report, "extra": 1}) else ["a new top member is not seen"]
    example = "<!-- example of a.txt -->\n```json\n  one\ntwo\n```\n"
    bad += [] if not list(check_examples(example, lambda name: "  one\nthree two\n")) else ["a good example is refused"]
    bad += [] if len(list(check_examples(example, lambda name: "one\n"))) == 2 else ["a wrong example is not seen"]
    print(*bad or ["ok"], sep="\n")
    return 1 if bad else 0


def main(args):
    if args == ["--self-test"]:
        return self_test()
    with open(args[0], encoding="utf-8") as file:
        text = file.read()
    with open(args[1], encoding="utf-8") as file:
        faults = check(text, json.load(file))

    def read(name):
        with open(os.path.join(os.path.dirname(args[1]), name), encoding="utf-8") as file:
            return file.read()
    faults += check_examples(text, read)
    if not EXAMPLE.search(text):
        faults.append("there is no example")
    print(*faults or ["ok"], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
