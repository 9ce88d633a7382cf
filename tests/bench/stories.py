#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Print the figures of the development stories in two columns: those tuned on, and those kept.

usage: stories.py TOOL [SHARED]

SHARED (../shared) has stories/ and tools/score, which does the scoring. Skips with a word when it is
absent. A story is tuned on when its contradictions were read while the engine was written and its pairs
are among the rows that fit the weights; of the kept four only totals were looked at.
"""
import json
import os
import subprocess
import sys
import tempfile

COLUMNS = {
    "tuned on": "01-prisoner-exchange 02-dam-collapse 04-airline-crash 05-trade-tariffs "
                "08-wildfire-evacuation 10-border-incident d1-reservoir-drawdown d2-runway-excursion".split(),
    "kept": "03-arms-agreement 06-mine-strike 07-sanctions-vote 09-data-breach".split(),
}


def score(tool, shared, names):
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            os.symlink(os.path.join(shared, "stories", name), os.path.join(folder, name))
        run = subprocess.run([os.path.join(shared, "tools", "score"), folder, "--tool", tool, "--json"],
                             capture_output=True, text=True, check=True)
        return json.loads(run.stdout)


def rows(result):
    yield "contradiction precision", result["contradiction"]["precision"]
    yield "contradiction recall", result["contradiction"]["recall"]
    yield "contradiction recall of must", result["contradiction"]["recall_must"]
    yield "traps hit", f"{result['traps']['hit']} of {result['traps']['all']}"
    yield "update F1", result["update"]["f1"]
    yield "wording F1", result["wording"]["f1"]
    yield "framing recall of must", result["framing"]["recall_must"]
    yield "omission recall", result["omission"]["recall"]
    yield "agreements lined up", result["agreement"]["recall"]
    yield "outlet right", result["articles"]["outlet"]
    yield "date right", result["articles"]["date"]
    yield "boilerplate among claims", f"{result['boilerplate']['leaked']} of {result['boilerplate']['claims']}"


def groups(tool, shared):
    """How all the stories fall into events in one run."""
    names = sum(COLUMNS.values(), [])
    files = []
    for name in sorted(names):
        folder = os.path.join(shared, "stories", name)
        files += [os.path.join(folder, f) for f in sorted(os.listdir(folder)) if f != "gold.json"]
    run = subprocess.run([tool, "compare", "--format=json", *files], capture_output=True, text=True)
    events = {}
    for article in json.loads(run.stdout)["articles"]:
        events.setdefault(article["event"], set()).add(os.path.basename(os.path.dirname(article["source"])))
    mixed = sum(len(stories) > 1 for stories in events.values())
    return f"{len(files)} articles in {len(events)} groups, {mixed} of them mixed"


def main():
    tool = os.path.abspath(sys.argv[1])
    shared = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else "../shared")
    if not os.path.isdir(os.path.join(shared, "stories")):
        print("stories: skipped, no shared/ beside the tree")
        return 77
    show = lambda v: "-" if v is None else f"{v:.2f}" if isinstance(v, float) else str(v)
    columns = {name: dict(rows(score(tool, shared, names))) for name, names in COLUMNS.items()}
    columns["all"] = dict(rows(score(tool, shared, sum(COLUMNS.values(), []))))
    print(f"{'':30}" + "".join(f"{name:>14}" for name in columns))
    for row in columns["all"]:
        print(f"{row:30}" + "".join(f"{show(column[row]):>14}" for column in columns.values()))
    print(groups(tool, shared))
    return 0


if __name__ == "__main__":
    sys.exit(main())
