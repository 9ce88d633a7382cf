#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fit the weights of the levels that have a model: "vectors" (sentence vectors) and "model" (pair model).

usage: fit-levels.py vectors|model STORIES.jsonl [--beside PACKS.jsonl] [--write data/en/weights.txt]

STORIES.jsonl is what `story-votes.py --model=DIR …` prints of development stories, PACKS.jsonl of the kept events of the
packs (pack-stories.py), which weigh as much as the stories: the rules know the stories too well, and the model the
style of the packs, so each alone would tell too much of one of them. Events that a model was trained on are of no use. With few stories
little can be fitted: the log-odds of the level below (groups align and judge of the rules, then of the vectors) stay
as they are but for one factor, and what the model knows is added with a weight of its own, if that helps. The alignment is then moved so that as many pairs pass the
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
BELOW = {"vectors": "", "model": "-vectors"}  # the groups that a level builds on
ADDED = {"vectors": ["vector"], "model": ["vector", "model-same", "model-clash"]}
BY_HAND = {"reversal", "replaced", "continued"}  # set by hand in the group of the rules, and added there
VOTED = "voted"  # does any detector speak?
MIN_PRECISION = 0.5  # where no detector speaks the model may flag alone, if it is right this often
PENALTY = 1.0
MAX_LOSS = 0.03  # of average precision, on the stories or the packs, that a gain on the other may cost


def read(path, level):
    """Rows of one pair of sentences together; votes become features."""
    groups = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["level"] < level:
                continue
            row[VOTED] = 0.0
            for d in DETECTORS:
                if "vote-" + d in row:
                    row["has-" + d] = 1.0
                    row[d] = row.pop("vote-" + d)
                    row[VOTED] = 1.0 if row[d] > 0 else row[VOTED]
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


def table(groups, weights, added, target):
    """(measures, truth, event) a pair of sentences: its best pair of claims stands for it."""
    keys = sorted(groups)
    best = [max((measures(r, weights, added) for r in groups[k]), key=lambda m: m[1] + 4 * m[2]) for k in keys]
    truth = [float(groups[k][0]["relation"] in target) for k in keys]
    return np.array(best), np.array(truth), np.array([k[0] for k in keys])


def joint(stories, beside):
    """The rows of both with a weight each, so that either counts as much."""
    x, y, event = stories
    if beside is None or not len(beside[1]):
        return x, y, event, np.ones(len(y))
    share = max(1.0, len(beside[1]) / len(y))
    return (np.vstack([x, beside[0]]), np.r_[y, beside[1]], np.r_[event, beside[2]],
            np.r_[np.full(len(y), share), np.ones(len(beside[1]))])


def left_out(x, y, event, weight):
    """Score of every row by weights that were fitted without its event."""
    scores = np.zeros(len(y))
    for e in sorted(set(event)):
        out = event != e
        scores[~out] = x[~out] @ logistic(x[out], y[out], weight[out], PENALTY)
    return scores


def fit_group(stories, beside, added, name):
    """Weights of the level below's sum and of what is added. Returns (weights, measures, score with each event left out, truth) of the stories."""
    x, y, event, weight = joint(stories, beside)
    scores = left_out(x, y, event, weight)
    n = len(stories[1])
    parts = [slice(0, n)] + ([slice(n, None)] if len(y) > n else [])
    now = [average_precision(scores[p], y[p]) for p in parts]
    below = [average_precision(x[p, 1], y[p]) for p in parts]
    w = logistic(x, y, weight, PENALTY)
    print(f"{name}: {int(y[:n].sum())} of {n}, average precision {', '.join(f'{a:.3f} (level below {b:.3f})' for a, b in zip(now, below))}, one event left out at a time")
    if sum(now) <= sum(below) or any(a < b - MAX_LOSS for a, b in zip(now, below)):
        w = np.array([0.0, 1.0] + [0.0] * len(added))  # nothing is gained: the level below stands
    print("  ", dict(zip(["bias", "below", *added], w.round(3).tolist())))
    return w, x[:n], scores[:n], y[:n]


def merge(weights, w, added):
    """The weights of the level below times their factor, and what is added."""
    merged = {name: value * w[1] for name, value in weights.items()}
    for name, value in zip(["bias", *added], [w[0], *w[2:]]):
        merged[name] = merged.get(name, 0.0) + value
    return merged


def odds(p):
    return np.log(p / (1 - p))


def keep_meaning(w, x, threshold, rules):
    """Moves and stretches the sum so that as many pairs pass the threshold, and 0.6, as of the sums of the level below."""
    now = np.sort(x @ w)[::-1]
    n_low, n_high = int((rules >= odds(threshold)).sum()), int((rules >= odds(0.6)).sum())
    factor = (odds(0.6) - odds(threshold)) / max(now[n_high] - now[n_low], 1e-6)
    w = w * factor
    w[0] += odds(threshold) - now[n_low] * factor
    return w


def lead(w, x, scores, truth, threshold):
    """Moves the sum so that what passes the threshold is right often enough, story by story; None where nothing is."""
    order = np.argsort(-scores, kind="stable")
    precision = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    good = [n for n in range(5, len(order)) if precision[n - 1] >= MIN_PRECISION]
    print(f"   alone: {good[-1] if good else 0} flags would be right {MIN_PRECISION:.0%} of the time")
    if not good:
        return None
    w = w.copy()
    w[0] += odds(threshold) - np.sort(x @ w)[::-1][good[-1] - 1]
    return w


def split(groups):
    """(the pairs that a detector speaks of, the others of which the model may be believed)"""
    voted = {k: [r for r in g if r[VOTED]] for k, g in groups.items() if any(r[VOTED] for r in g)}
    grounded = {k: [r for r in g if r["ground"]] for k, g in groups.items() if k not in voted}
    return voted, {k: g for k, g in grounded.items() if g}


def fit_judge(groups, beside, weights, level):
    """The weights of the pairs that a detector speaks of; with the model, also of those where none does."""
    below = {n: v for n, v in weights["judge" + BELOW[level]].items() if n not in BY_HAND}
    tables = [[table(part, below, ADDED[level], CLASH) if part else None for part in split(g)] for g in (groups, beside)]
    w, x, _, _ = fit_group(tables[0][0], tables[1][0], ADDED[level], "judge")
    if level == "vectors":
        return {"judge-vectors": merge(below, w, ADDED[level])}
    threshold = weights["threshold"]["contradiction"]
    fitted = {"judge-model": merge(below, keep_meaning(w, x, threshold, x[:, 1]), ADDED[level])}
    w = lead(*fit_group(tables[0][1], tables[1][1], ADDED[level], "lead"), weights["threshold"]["contradiction-alone"])
    if w is not None:
        fitted["lead"] = merge(below, w, ADDED[level])
    return fitted


def time_table(groups):
    rows = {k: g[0] for k, g in sorted(groups.items()) if g[0]["relation"] in CLASH}
    clash = lambda r: 1 / (1 + np.exp(-r["model-clash"]))
    ratio = [np.log((r["update"] + 0.001) / (max(clash(r) - r["update"], 0) + 0.001)) for r in rows.values()]
    explained = [max(float(o["explained"]) for o in groups[k]) for k in rows]
    x = np.array([[1.0, *row] for row in zip(ratio, explained)])
    return x, np.array([float(r["relation"] == "update") for r in rows.values()]), np.array([k[0] for k in rows])


def fit_time(groups, beside):
    """Update against contradiction, on the pairs that are one of them."""
    stories = time_table(groups)
    x, y, _, weight = joint(stories, time_table(beside) if beside else None)
    w = logistic(x, y, weight, PENALTY)
    n = len(stories[1])
    print(f"time: {int(y[:n].sum())} updates of {n}, right {(((x[:n] @ w) > 0) == (y[:n] > 0)).mean():.2f}", w.round(2))
    return dict(zip(("bias", "ratio", "explained"), w))


def wording_row(group, columns):
    row = max((r for r in group if "wording" in r), key=lambda r: r["wording"]["words"])
    return [row["wording"][c] for c in columns]


def fit_wording(groups, weights, level):
    """One utterance in two wordings: the pairs of one speaker. The level below stands where nothing is gained."""
    columns = ["bias", "soft-short", "words", "spoken", "vector", "linked", "few", "polar"]
    columns += ["model-agree", "model-clash"] if level == "model" else []
    groups = {k: g for k, g in groups.items() if any("wording" in r for r in g)}
    x = np.array([wording_row(g, columns) for g in groups.values()])
    y = np.array([float(any(r.get("is-wording") for r in g)) for g in groups.values()])
    below = x @ np.array([weights["wording" + BELOW[level]].get(c, 0.0) for c in columns])
    score = 1 / (1 + np.exp(-left_out(x, y, np.array([k[0] for k in groups]), np.ones(len(y)))))
    print(f"wording: {int(y.sum())} of {len(y)}, average precision {average_precision(score, y):.3f} "
          f"(level below {average_precision(below, y):.3f}), one story left out at a time")
    f1 = {}
    for t in (0.2, 0.3, 0.4, 0.5):
        hit = score >= t
        f1[t] = 2 * y[hit].sum() / (hit.sum() + y.sum())
        print(f"  at {t:.1f}: precision {y[hit].sum() / max(1, hit.sum()):.2f} recall {y[hit].sum() / y.sum():.2f}")
    if average_precision(score, y) <= average_precision(below, y):
        return weights["wording" + BELOW[level]]
    w = logistic(x, y, np.ones(len(y)), PENALTY)
    best = max(f1, key=f1.get)
    w[0] -= np.log(best / (1 - best))  # what was best is what passes 0.5, the threshold of the wordings
    return dict(zip(columns, w))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("level", choices=sorted(LEVELS))
    ap.add_argument("stories")
    ap.add_argument("--beside")
    ap.add_argument("--write")
    args = ap.parse_args()
    weights = read_weights("data/en/weights.txt")
    groups = read(args.stories, LEVELS[args.level])
    beside = read(args.beside, LEVELS[args.level]) if args.beside else {}
    added = ADDED[args.level]
    below = weights["align" + BELOW[args.level]]
    across = [{k: v for k, v in g.items() if not v[0]["same-article"]} for g in (groups, beside)]
    tables = [table(g, below, added, SAME_SUBJECT) if g else None for g in across]
    w, x, _, _ = fit_group(*tables, added, "align")
    fitted = {f"align-{args.level}": merge(below, keep_meaning(w, x, weights["threshold"]["agreement"], x[:, 1]), added)}
    fitted.update(fit_judge(groups, beside, weights, args.level))
    fitted[f"wording-{args.level}"] = fit_wording(groups, weights, args.level)
    if args.level == "model":
        fitted["time"] = fit_time(groups, beside)
    if args.write:
        flat = {f"{g} {n}": v for g, m in fitted.items() for n, v in m.items()}
        keep = {"judge-model same-type"}
        drop = lambda name: name.split(" ")[0] in {*fitted, *(["lead"] if args.level == "model" else [])} and name not in keep
        lines = [l for l in open(args.write, encoding="utf-8") if not drop(l.split("\t")[0])]
        lines += [f"{name}\t{value:.4f}\n" for name, value in flat.items()]
        open(args.write, "w", encoding="utf-8").writelines(lines)


if __name__ == "__main__":
    main()
