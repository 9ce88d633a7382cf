#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""collection.py --tool PROGRAM --stories DIR [SIZE…]: how long a check of one new article takes.

Articles are variants of real stories in other words, names and numbers. Of some variants the last report
is held back; it is what is new. Figures are medians of several such checks, by rules only; the growth is taken
from processor time, which other work on the machine disturbs least."""
import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import measure
import scaling
import variants

SIZES = (10000, 40000)
TARGET_S, TARGET_GROWTH = 1.0, 1.3
CHUNK = 2000
SKIPPED = 77


class Source:
    """Articles without end, one story's variant after the other."""

    def __init__(self, stories):
        self.stories = stories
        self.vocabulary = variants.vocabulary_of(stories)
        self.copy = 0
        self.waiting = []
        self.held_back = []

    def refill(self):
        for index, texts in enumerate(self.stories):
            reports = variants.vary(texts, self.copy, self.vocabulary)
            if (self.copy + index) % len(self.stories) == 0:
                self.held_back.append(reports.pop())
            self.waiting += reports
        self.copy += 1

    def take(self):
        if not self.waiting:
            self.refill()
        return self.waiting.pop()


def run(options, folder, *words):
    environment = {**os.environ, "CLAIMDIFF_MODEL": "none"}
    return subprocess.run([options.tool, *words], cwd=folder, check=False, env=environment,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def grow(options, source, folder, n_from, n_to):
    """Adds articles up to that number, and takes them as checked."""
    start = time.monotonic()
    for first in range(n_from, n_to, CHUNK):
        with tempfile.TemporaryDirectory(dir=folder) as inbox:
            for n in range(first, min(first + CHUNK, n_to)):
                with open(os.path.join(inbox, f"{n:06}.txt"), "w", encoding="utf-8") as stream:
                    stream.write(source.take())
            done = run(options, folder, "add", "--quiet", "--no-progress", inbox)
            if done.returncode != 0:
                sys.exit(done.stderr.decode())
    with sqlite3.connect(os.path.join(folder, ".claimdiff/collection.db")) as base:
        base.execute("UPDATE revision SET is_settled = 1 WHERE is_settled = 0")
        stored = base.execute("SELECT count(*) FROM article").fetchone()[0]
    return time.monotonic() - start, stored


def check_one(options, folder, text, number):
    """Wall seconds of `check` after one `add`, and its exit status."""
    name = f"new-{number:06}.txt"
    with open(os.path.join(folder, name), "w", encoding="utf-8") as stream:
        stream.write(text)
    run(options, folder, "add", "--quiet", name)
    here = os.getcwd()
    os.chdir(folder)
    cost = measure.run([options.tool, "check", "--quiet", "--format=json"])
    os.chdir(here)
    with sqlite3.connect(os.path.join(folder, ".claimdiff/collection.db")) as base:
        base.execute("UPDATE revision SET is_settled = 1 WHERE is_settled = 0")
    return cost


def measure_size(options, source, folder, size):
    texts = source.held_back[-len(source.stories):]  # one of each story: long ones take longer
    costs = [check_one(options, folder, text, size + i) for i, text in enumerate(texts)]
    bad = [cost.status for cost in costs if cost.status not in (0, 1)]
    return (statistics.median(cost.wall_s for cost in costs),
            statistics.median(cost.cpu_s for cost in costs),
            max(cost.peak_mib for cost in costs), sum(cost.status == 1 for cost in costs), bad)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--stories", required=True)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    options = parser.parse_args()
    stories = scaling.read_stories(options.stories)
    if not stories:
        print(f"skipped: there are no stories in {options.stories}")
        return SKIPPED
    source, known, first, is_bad = Source(stories), 0, None, False
    print(f"{'stored':>8} {'MiB':>6} {'add s':>7} {'check s':>8} {'cpu s':>6} {'peak MiB':>9} "
          f"{'growth':>7}")
    with tempfile.TemporaryDirectory() as folder:
        run(options, folder, "init")
        for size in options.sizes:
            add_s, stored = grow(options, source, folder, known, size)
            known = size
            wall, cpu, peak, n_found, bad = measure_size(options, source, folder, size)
            mib = os.path.getsize(os.path.join(folder, ".claimdiff/collection.db")) / 2**20
            first = first or cpu
            is_bad |= bool(bad) or wall > TARGET_S or cpu / first > TARGET_GROWTH
            print(f"{stored:>8} {mib:>6.0f} {add_s:>7.0f} {wall:>8.3f} {cpu:>6.2f} {peak:>9.0f} "
                  f"{cpu / first:>7.2f}  {n_found} of {len(stories)} checks found a contradiction"
                  + (f", exit statuses {bad}" if bad else ""), flush=True)
    print(f"target: {TARGET_S} s, growth {TARGET_GROWTH}")
    return 1 if is_bad else 0


if __name__ == "__main__":
    sys.exit(main())
