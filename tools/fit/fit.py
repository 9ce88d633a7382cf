#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fit the weights of the alignment and of the judge on event packs.

usage: fit.py VOTES.jsonl [--stories STORIES.jsonl] [--write data/en/weights.txt]

VOTES.jsonl is what `build/tools/fit/pack-votes PACK.jsonl…` prints, STORIES.jsonl what story-votes.py
prints of development stories; a pair of a story counts several times, since it stands for running
text. Two logistic regressions with an L2
penalty: `align` (do two claims speak of one subject: agreement, contradiction, update against the
rest) and `judge` (do two claims with at least one vote clash). Events are split, never pairs: every
fifth event by the hash of its name is kept for measuring. Needs numpy.
"""
import argparse
import collections
import json
import re
import zlib

import numpy as np

FEATURES = re.findall(r'CLD_FEATURE\(\w+, "([^"]+)"\)', open("compare/cld-feature.def").read())
DETECTORS = "number date place negation antonym status attribution modality order cause identity".split()
SAME_SUBJECT = {"agreement", "contradiction", "update"}
ALIGN_STORY_WEIGHT = 1.0
JUDGE_STORY_WEIGHT = 4.0
# The judge sees fewer features than the alignment: chosen by leaving out one story at a time (average
# precision 0.60 against 0.58 with all of them and 0.53 with the alignment's sum alone).
JUDGE_FEATURES = ("bias sentence soft direction context names names-clash rarest parent same-article same-voice "
                  "headline short overlap").split()
PENALTY = 10.0
CLASH = {"contradiction", "update"}


def kept(event):
    """Stories that are given are all for fitting; those kept for reporting are not given."""
    return zlib.crc32(event.encode()) % 5 == 0


def weigh(row, story_weight):
    return story_weight if "story" in row else 0.5 if row["relation"] == "neutral" else 1.0


def read(path):
    """One row a pair of statements: of its pairs of claims the one that aligns (or clashes) best."""
    groups = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            groups[row["event"], row["a"], row["b"]].append(row)
    return groups


def logistic(x, y, weight, penalty=1.0, rounds=25):
    """Newton's method; the first column is the bias and is not penalised."""
    w = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * penalty
    ridge[0, 0] = 0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + ridge @ w
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def report(name, scores, truth, at=(0.2, 0.3, 0.4, 0.5, 0.6, 0.7)):
    print(f"{name}: {int(truth.sum())} of {len(truth)}")
    for t in at:
        hit = scores >= t
        right = float((hit & (truth > 0)).sum())
        print(f"  at {t:.1f}: precision {right / max(1, hit.sum()):.2f} recall {right / max(1, truth.sum()):.2f} flagged {int(hit.sum())}")


def fit(rows_train, rows_kept, columns, target, name, story_weight):
    vector = lambda r: [r.get(c, 0.0) for c in columns]
    x = np.array([vector(r) for r in rows_train])
    y = np.array([float(r["relation"] in target) for r in rows_train])
    weight = np.array([weigh(r, story_weight) for r in rows_train])
    w = logistic(x, y, weight, PENALTY)
    xk = np.array([vector(r) for r in rows_kept])
    yk = np.array([float(r["relation"] in target) for r in rows_kept])
    report(name, 1 / (1 + np.exp(-xk @ w)), yk)
    # What never varies in the packs (one article, headlines) cannot be fitted: its weight stays as it is.
    return {c: v for c, v, spread in zip(columns, w, x.std(axis=0)) if c == "bias" or spread > 0}


def choose(groups, score):
    return [max(rows, key=score) for rows in groups.values()]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("votes")
    ap.add_argument("--stories")
    ap.add_argument("--write")
    args = ap.parse_args()
    groups = read(args.votes)
    train = {k: v for k, v in groups.items() if not kept(k[0])}
    rest = {k: v for k, v in groups.items() if kept(k[0])}
    across = train
    if args.stories:
        stories = read(args.stories)
        # The gold does not line up the sentences of one article with each other: those pairs say nothing of
        # the alignment.
        across = dict(train)
        across.update({k: [r for r in v if not r["same-article"]] for k, v in stories.items()
                       if any(not r["same-article"] for r in v)})
        train.update(stories)
        groups.update(stories)
    best = lambda r: r["cosine"]
    for _ in range(2):
        align = fit(choose(across, best), choose(rest, best), FEATURES, SAME_SUBJECT, "align",
                    ALIGN_STORY_WEIGHT)
        best = lambda r, a=align: sum(a.get(f, 0.0) * r[f] for f in FEATURES)
    for rows in groups.values():
        for r in rows:
            for d in DETECTORS:
                if "vote-" + d in r:
                    r["has-" + d] = 1.0
                    r[d] = r.pop("vote-" + d)
    voted = lambda r: max([r.get(d, 0.0) for d in DETECTORS])
    has_vote = lambda g: {k: v for k, v in g.items() if max(map(voted, v)) > 0}
    columns = JUDGE_FEATURES + ["has-" + d for d in DETECTORS] + DETECTORS
    clash = lambda r: voted(r) + 0.1 * best(r)
    judge = None
    for _ in range(2):
        judge = fit(choose(has_vote(train), clash), choose(has_vote(rest), clash), columns, CLASH, "judge",
                    JUDGE_STORY_WEIGHT)
        clash = lambda r, j=judge: sum(j.get(c, 0.0) * r.get(c, 0.0) for c in columns) - (5 if voted(r) <= 0 else 0)
    if args.write:
        fitted = {f"{g} {n}": v for g, w in (("align", align), ("judge", judge)) for n, v in w.items()}
        gone = {f"judge {f}" for f in FEATURES} - set(fitted)
        gone -= {"judge same-article", "judge same-voice", "judge headline"}
        lines = [l for l in open(args.write, encoding="utf-8") if l.split("\t")[0] not in set(fitted) | gone]
        lines += [f"{name}\t{value:.4f}\n" for name, value in fitted.items()]
        open(args.write, "w", encoding="utf-8").writelines(lines)


if __name__ == "__main__":
    main()
