#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""five-articles.py --tool PROGRAM [--model MODEL] FOLDER…: what one run on five articles costs, as one
process; they are taken from the first folder that has five files. With a model the first run, which
fills the cache, is not counted."""
import argparse
import os
import statistics
import sys
import measure

N_RUNS = 15
N_ARTICLES = 5
MAX_WALL_S = 0.15
MAX_PEAK_MIB = 40
MAX_WALL_WITH_MODEL_S = 1.5
MAX_PEAK_WITH_MODEL_MIB = 350
SKIPPED = 77


def find_articles(folders):
    for folder in folders:
        for parent, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if name != "expected")
            if len(files) >= N_ARTICLES:
                return [os.path.join(parent, name) for name in sorted(files)[:N_ARTICLES]]
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--model", default="none")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    articles = find_articles(options.folders)
    if not articles:
        print("skipped: no folder with five articles")
        return SKIPPED
    command = [options.tool, "compare", "--format=html", f"--model={options.model}", *articles]
    has_model = options.model != "none"
    if has_model and measure.run(command).status != 0:
        print("skipped: no model or no runtime")
        return SKIPPED
    costs = [measure.run(command) for _ in range(N_RUNS)]
    wall = statistics.median(cost.wall_s for cost in costs)
    cpu = statistics.median(cost.cpu_s for cost in costs)
    peak = max(cost.peak_mib for cost in costs)
    max_wall = MAX_WALL_WITH_MODEL_S if has_model else MAX_WALL_S
    max_peak = MAX_PEAK_WITH_MODEL_MIB if has_model else MAX_PEAK_MIB
    print(f"five articles, model {options.model}: {wall:.3f} s (median of {N_RUNS}; target {max_wall}), "
          f"{cpu:.3f} s of processor, {peak:.1f} MiB at most (target {max_peak})")
    is_bad = any(cost.status != 0 for cost in costs)
    return 1 if is_bad or wall > max_wall or peak > max_peak else 0


if __name__ == "__main__":
    sys.exit(main())
