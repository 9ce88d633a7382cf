#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""scaling.py --tool PROGRAM --stories DIR [SIZE…]: how the time grows with the number of articles.

Each size is four times the one before, so growth per doubling is the square root of the growth. It is
taken from processor time, which other work on the machine disturbs least."""
import argparse
import glob
import math
import os
import sys
import tempfile
import measure
import variants

SIZES = (1000, 4000, 16000)
TARGET = 2.2
SKIPPED = 77


def read_stories(folder):
    """The plain texts of each story; other forms would need care for their markup."""
    stories = []
    for story in sorted(glob.glob(os.path.join(folder, "*", ""))):
        paths = sorted(glob.glob(os.path.join(story, "*.txt")))
        texts = [open(path, encoding="utf-8").read() for path in paths]
        if len(texts) > 1:
            stories.append(texts)
    return stories


def write_articles(stories, n_articles, folder):
    vocabulary = variants.vocabulary_of(stories)
    n, copy = 0, 0
    while n < n_articles:
        for texts in stories:
            for text in variants.vary(texts, copy, vocabulary)[:n_articles - n]:
                with open(os.path.join(folder, f"{n:06}.txt"), "w", encoding="utf-8") as stream:
                    stream.write(text)
                n += 1
        copy += 1


def measure_size(options, stories, n_articles):
    with tempfile.TemporaryDirectory() as folder:
        write_articles(stories, n_articles, folder)
        return measure.run([options.tool, "compare", "--format=json", "--quiet", folder])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--stories", required=True)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    options = parser.parse_args()
    stories = read_stories(options.stories)
    if not stories:
        print(f"skipped: there are no stories in {options.stories}")
        return SKIPPED
    before, worst, is_bad = None, 0.0, False
    print(f"{'articles':>9} {'wall s':>8} {'cpu s':>8} {'peak MiB':>9} {'per doubling':>13}")
    for size in options.sizes:
        cost = measure_size(options, stories, size)
        is_bad |= cost.status != 0
        growth = ""
        if before is not None:
            factor = (cost.cpu_s / before[1]) ** (1 / math.log2(size / before[0]))
            worst = max(worst, factor)
            growth = f"{factor:.2f}"
        before = size, cost.cpu_s
        print(f"{size:>9} {cost.wall_s:>8.2f} {cost.cpu_s:>8.2f} {cost.peak_mib:>9.0f} "
              f"{growth:>13}" + ("" if cost.status == 0 else f"  exit status {cost.status}"),
              flush=True)
    print(f"growth of time per doubling: {worst:.2f} at most (target {TARGET})")
    return 1 if is_bad or worst > TARGET else 0


if __name__ == "__main__":
    sys.exit(main())
