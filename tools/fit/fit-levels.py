#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fit the weights of the levels that have a model: "vectors" (sentence vectors) and "model" (pair model).

usage: fit-levels.py vectors|model STORIES.jsonl [--write data/en/weights.txt]

STORIES.jsonl is what `story-votes.py --model=DIR …` prints of development stories. The packs cannot be used
here: the models were trained on them and are surer of them than of anything they will meet. With few stories
little can be fitted: the log-odds of the rules (groups align and judge) stay as they are but for one factor, and
what the model knows is added with a weight of its own. The alignment is then moved so that as many pairs pass the
threshold of the agreements as with rules alone: the thresholds keep their meaning. What is printed is measured by
leaving out one story at a time. Groups align-LEVEL (one subject?), judge-LEVEL (do they clash?), wording-LEVEL
and, for the model, time (update or contradiction?).
"""
import argparse
import collections
import json

import numpy as np

from fit import DETECTORS, SAME_SUBJECT, logistic

CLASH = {"contradiction", "update"}
LEVELS = {"vectors": 1, "model": 2}
ADDED = {"vectors": ["vector"], "model": ["vector", "model-same", "model-agree", "model-clash"]}
PENALTY = 1.0


def read(path, level):
    """Rows of one pair of sentences together; votes become features."""
    groups = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["level"] < level:
                continue
            row["voted"] = 0.0
            for d in DETECTORS:
                if "vote-" + d in row:
                    row["has-" + d] = 1.0
                    row[d] = row.pop("vote-" + d)
                    row["voted"] = max(row["voted"], row[d])
            groups[row["event"], row["a"], row["b"]].append(row)
    return groups


def read_weights(path):
    weights = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, tab, value = line.rstrip("\n").partition("\t")
            if tab:
                group, _, feature = name.partition(" ")
                weights[group][feature] = float(value)
    return weights


def rule_sum(row, weights):
    return sum(w * row.get(name, 0.0) for name, w in weights.items())


def average_precision(score, truth):
    order = np.argsort(-score, kind="stable")
    hit = np.cumsum(truth[order])
    return float((hit / np.arange(1, len(truth) + 1) * truth[order]).sum() / max(1, truth.sum()))


def measures(row, weights, added):
    return [1.0, rule_sum(row, weights)] + [row[name] for name in added]


def fit_group(groups, weights, added, target, name):
    """The best pair of claims of every two sentences stands for them."""
    keys = sorted(groups)
    best = {k: max((measures(r, weights, added) for r in groups[k]), key=lambda m: m[1] + 4 * m[2]) for k in keys}
    x = np.array([best[k] for k in keys])
    y = np.array([float(groups[k][0]["relation"] in target) for k in keys])
    story = np.array([k[0] for k in keys])
    scores = np.zeros(len(keys))
    for s in sorted(set(story)):
        w = logistic(x[story != s], y[story != s], np.ones((story != s).sum()), PENALTY)
        scores[story == s] = x[story == s] @ w
    rules = x[:, 1]
    print(f"{name}: {int(y.sum())} of {len(y)}, average precision {average_precision(scores, y):.3f} (rules {average_precision(rules, y):.3f}),"
          " one story left out at a time")
    w = logistic(x, y, np.ones(len(y)), PENALTY)
    if average_precision(scores, y) <= average_precision(rules, y):
        w = np.array([0.0, 1.0] + [0.0] * len(added))  # nothing is gained: the rules stand
    print("  ", dict(zip(["bias", "rules", *added], w.round(3))))
    return w, x


def merge(weights, w, added):
    """The rules' weights times their factor, and what is added."""
    merged = {name: value * w[1] for name, value in weights.items()}
    merged["bias"] = merged.get("bias", 0.0) + w[0]
    merged.update(dict(zip(added, w[2:])))
    return merged


def keep_meaning(w, x, threshold):
    """Moves and stretches the sum so that as many pairs pass the threshold, and 0.6, as with the rules alone."""
    odds = lambda p: np.log(p / (1 - p))
    rules, now = np.sort(x[:, 1])[::-1], np.sort(x @ w)[::-1]
    n_low, n_high = int((rules >= odds(threshold)).sum()), int((rules >= odds(0.6)).sum())
    factor = (odds(0.6) - odds(threshold)) / max(now[n_high] - now[n_low], 1e-6)
    w = w * factor
    w[0] += odds(threshold) - now[n_low] * factor
    return w


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
    f1 = {}
    for t in (0.2, 0.3, 0.4, 0.5):
        hit = score >= t
        f1[t] = 2 * y[hit].sum() / (hit.sum() + y.sum())
        print(f"  at {t:.1f}: precision {y[hit].sum() / max(1, hit.sum()):.2f} recall {y[hit].sum() / y.sum():.2f}")
    w = logistic(x, y, np.ones(len(y)), 1.0)
    best = max(f1, key=f1.get)
    w[0] -= np.log(best / (1 - best))  # what was best is what passes 0.5, the threshold of the wordings
    return dict(zip(columns, w))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("level", choices=sorted(LEVELS))
    ap.add_argument("stories")
    ap.add_argument("--write")
    args = ap.parse_args()
    weights = read_weights("data/en/weights.txt")
    groups = read(args.stories, LEVELS[args.level])
    added = ADDED[args.level]
    across = {k: v for k, v in groups.items() if not v[0]["same-article"]}
    w, x = fit_group(across, weights["align"], added, SAME_SUBJECT, "align")
    fitted = {f"align-{args.level}": merge(weights["align"], keep_meaning(w, x, weights["threshold"]["agreement"]), added)}
    voted = groups if args.level == "model" else {k: [r for r in v if r["voted"] > 0] for k, v in groups.items() if any(r["voted"] > 0 for r in v)}
    rules = {n: v for n, v in weights["judge"].items() if n not in ("model", "reversal")}
    w, _ = fit_group(voted, rules, added, CLASH, "judge")
    fitted[f"judge-{args.level}"] = merge(rules, w, added)
    fitted[f"wording-{args.level}"] = fit_wording(groups, args.level)
    if args.level == "model":
        fitted["time"] = fit_time(groups)
    if args.write:
        flat = {f"{g} {n}": v for g, m in fitted.items() for n, v in m.items()}
        keep = {"judge-model lead", "judge-model same-type"}
        drop = lambda name: name.split(" ")[0] in fitted and name not in keep
        lines = [l for l in open(args.write, encoding="utf-8") if not drop(l.split("\t")[0])]
        lines += [f"{name}\t{value:.4f}\n" for name, value in flat.items()]
        open(args.write, "w", encoding="utf-8").writelines(lines)


if __name__ == "__main__":
    main()
