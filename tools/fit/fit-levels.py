#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fit the weights of the levels that have a model: "vectors" (sentence vectors) and "model" (pair model).

usage: fit-levels.py vectors|model STORIES.jsonl [--write data/en/weights.txt]

STORIES.jsonl is what `story-votes.py --model=DIR …` prints of development stories. The packs cannot be used
here: the pair model was trained on them and is surer of them than of anything it will meet. With few stories
there are few features and a strong L2 penalty; what is printed is measured by leaving out one story at a time.
Groups align-LEVEL (one subject?), judge-LEVEL (do they clash?) and, for the model, time (update or contradiction?).
"""
import argparse
import collections
import json

import numpy as np

from fit import DETECTORS, SAME_SUBJECT, logistic

CLASH = {"contradiction", "update"}
LEVELS = {"vectors": 1, "model": 2}
ALIGN = {"vectors": "bias vector sentence soft direction context unit names headline".split(),
         "model": "bias vector sentence model-same model-agree model-clash context unit headline".split()}
JUDGE = {"vectors": "bias vector sentence context rarest parent headline same-article names-clash".split(),
         "model": "bias model-clash model-same model-agree vector sentence rarest headline same-article names-clash".split()}
PENALTY = 3.0
VOTE_PENALTY = 6.0


def read(path, level):
    """Rows of one pair of sentences together; votes become features."""
    groups = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["level"] < level:
                continue
            for d in DETECTORS:
                if "vote-" + d in row:
                    row["has-" + d] = 1.0
                    row[d] = row.pop("vote-" + d)
            groups[row["event"], row["a"], row["b"]].append(row)
    return groups


def matrix(rows, columns):
    return np.array([[r.get(c, 0.0) for c in columns] for r in rows])


def average_precision(score, truth):
    order = np.argsort(-score, kind="stable")
    hit = np.cumsum(truth[order])
    return float((hit / np.arange(1, len(truth) + 1) * truth[order]).sum() / max(1, truth.sum()))


def fit_rows(rows, columns, target):
    y = np.array([float(r["relation"] in target) for r in rows])
    penalty = np.array([VOTE_PENALTY if c.startswith("has-") or c in DETECTORS else PENALTY for c in columns])
    scale = np.sqrt(penalty / PENALTY)
    return logistic(matrix(rows, columns) / scale, y, np.ones(len(rows)), PENALTY) / scale


def fit_group(groups, columns, target, name, rounds=2):
    """The best pair of claims of every two sentences stands for them."""
    def whole(keys):
        w = np.zeros(len(columns))
        w[1] = 1.0
        for _ in range(rounds):
            rows = [max(groups[k], key=lambda r: float(matrix([r], columns)[0] @ w)) for k in keys]
            w = fit_rows(rows, columns, target)
        return w

    keys = sorted(groups)
    scores, truth = [], []
    for story in sorted({k[0] for k in keys}):
        w = whole([k for k in keys if k[0] != story])
        for k in keys:
            if k[0] == story:
                scores.append(max(float(matrix([r], columns)[0] @ w) for r in groups[k]))
                truth.append(float(groups[k][0]["relation"] in target))
    scores, truth = 1 / (1 + np.exp(-np.array(scores))), np.array(truth)
    print(f"{name}: {int(truth.sum())} of {len(truth)}, average precision {average_precision(scores, truth):.3f}, one story left out at a time")
    for t in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        hit = scores >= t
        print(f"  at {t:.1f}: precision {truth[hit].sum() / max(1, hit.sum()):.2f} recall {truth[hit].sum() / truth.sum():.2f} flagged {int(hit.sum())}")
    return dict(zip(columns, whole(keys)))


def fit_time(groups):
    """Update against contradiction, on the pairs that are one of them."""
    rows = [g[0] for g in groups.values() if g[0]["relation"] in CLASH]
    clash = lambda r: 1 / (1 + np.exp(-r["model-clash"]))
    ratio = [np.log((r["update"] + 0.001) / (max(clash(r) - r["update"], 0) + 0.001)) for r in rows]
    x = np.array([[1.0, a, max(float(o["explained"]) for o in groups[r["event"], r["a"], r["b"]])] for a, r in zip(ratio, rows)])
    y = np.array([float(r["relation"] == "update") for r in rows])
    w = logistic(x, y, np.ones(len(y)), 1.0)
    print(f"time: {int(y.sum())} updates of {len(y)}, right {(((x @ w) > 0) == (y > 0)).mean():.2f}")
    return dict(zip(("bias", "ratio", "explained"), w))


def fit_wording(groups, level):
    """One utterance in two wordings: the pairs of one speaker."""
    columns = ["bias", "soft-short", "words", "spoken", "vector"] + (["model-agree", "model-clash"] if level == "model" else [])
    rows = [max((r for r in g if "wording" in r), key=lambda r: r["wording"]["words"]) for g in groups.values() if any("wording" in r for r in g)]
    x = np.array([[r["wording"][c] for c in columns] for r in rows])
    y = np.array([float(r["is-wording"]) for r in rows])
    score = np.zeros(len(y))
    story = np.array([r["event"] for r in rows])
    for s in set(story):
        out = story != s
        score[~out] = 1 / (1 + np.exp(-x[~out] @ logistic(x[out], y[out], np.ones(out.sum()), 1.0)))
    print(f"wording: {int(y.sum())} of {len(y)}, average precision {average_precision(score, y):.3f}, one story left out at a time")
    for t in (0.2, 0.3, 0.4, 0.5):
        hit = score >= t
        print(f"  at {t:.1f}: precision {y[hit].sum() / max(1, hit.sum()):.2f} recall {y[hit].sum() / y.sum():.2f}")
    return dict(zip(columns, logistic(x, y, np.ones(len(y)), 1.0)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("level", choices=sorted(LEVELS))
    ap.add_argument("stories")
    ap.add_argument("--write")
    args = ap.parse_args()
    groups = read(args.stories, LEVELS[args.level])
    across = {k: v for k, v in groups.items() if not v[0]["same-article"]}
    fitted = {f"align-{args.level}": fit_group(across, ALIGN[args.level], SAME_SUBJECT, "align")}
    columns = JUDGE[args.level] + ["has-" + d for d in DETECTORS] + DETECTORS
    fitted[f"judge-{args.level}"] = fit_group(groups, columns, CLASH, "judge")
    fitted[f"wording-{args.level}"] = fit_wording(groups, args.level)
    if args.level == "model":
        fitted["time"] = fit_time(groups)
    if args.write:
        flat = {f"{g} {n}": v for g, w in fitted.items() for n, v in w.items()}
        keep = {"judge-model lead", "judge-model same-type"}
        drop = lambda name: name.split(" ")[0] in fitted and name not in keep
        lines = [l for l in open(args.write, encoding="utf-8") if not drop(l.split("\t")[0])]
        lines += [f"{name}\t{value:.4f}\n" for name, value in flat.items()]
        open(args.write, "w", encoding="utf-8").writelines(lines)


if __name__ == "__main__":
    main()
