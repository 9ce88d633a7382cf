#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measure a checkpoint of the pair model on the kept events of the packs and on NLI development sets.

usage: measure.py CHECKPOINT --packs DIR [--nli DEV.jsonl.xz] [--share S] [--limit N]

Packs: every pair of statements of a kept event, so that neutrals stand as thick as in life (about 60 to one);
--share reads only that part of the pairs of different facts and weighs them up. Contradiction is flagged where
P(contradiction) x P(same fact) passes the threshold; the table shows thresholds, the last line the temperature
that calibrates the relation. NLI: three-way accuracy of each set (update counts as contradiction there).
"""
import argparse
import collections
import json
import lzma
import random

import numpy as np
import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

import nets
import pairs

BATCH_TOKENS = 8000
SETS = {"vitaminc/real_test": ["vitaminc/real_test"],
        "te_new_protocols val": ["te_new_protocols/base_val", "te_new_protocols/edit_other_val",
                                 "te_new_protocols/edit_premise_val", "te_new_protocols/paragraph_val",
                                 "te_new_protocols/contrast_val"],
        "semi-automatic news": ["semi_automatic_nli/base_news_test", "semi_automatic_nli/sim_news_test"]}


def logits_of(model, tokenizer, rows):
    e = tokenizer([r[0] for r in rows], [r[1] for r in rows], truncation="longest_first", max_length=nets.MAX_TOKENS)
    lengths = [len(ids) for ids in e["input_ids"]]
    order = sorted(range(len(rows)), key=lambda i: lengths[i])
    out = np.zeros((len(rows), model.config.num_labels), "f4")
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in nets.by_tokens(order, lengths, BATCH_TOKENS):
            ids, types, mask = nets.padded([e["input_ids"][i] for i in batch], [e["token_type_ids"][i] for i in batch])
            out[batch] = model(input_ids=ids, token_type_ids=types, attention_mask=mask).logits.float().numpy()
    return out


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def kept_rows(folders, share, rng):
    """(row, weight) of every pair of statements of one kept event."""
    _, kept = pairs.load_events(folders)
    for event in kept:
        every = pairs.statements(event)
        for i, a in enumerate(every):
            for b in every[i + 1:]:
                label, same, kind = pairs.relation_of(event, a, b)
                if same or rng.random() < share:
                    yield pairs.as_row(a, b, label, same, kind), 1.0 if same else 1 / share


def table(name, score, truth, weight):
    order = np.argsort(-score)
    y, w = truth[order], weight[order]
    hit, flagged = np.cumsum(y * w), np.cumsum(w)
    precision, recall = hit / flagged, hit / (truth * weight).sum()
    print(f"{name}: {int(truth.sum())} true, average precision {(precision * y * w).sum() / (truth * weight).sum():.3f}")
    for least in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4):
        good = np.nonzero(precision >= least)[0]
        if len(good):
            k = good[-1]
            print(f"  precision {precision[k]:.2f}: recall {recall[k]:.2f} at {score[order[k]]:.3f}")


def temperature(logits, label, weight):
    best = min((-(weight * np.log(softmax(logits / t)[np.arange(len(label)), label] + 1e-9)).sum(), t)
               for t in np.arange(0.6, 2.6, 0.1))
    return best[1]


def measure_packs(model, tokenizer, args):
    rng = random.Random(1)
    rows, weight = zip(*kept_rows(args.packs, args.share, rng))
    weight = np.array(weight)
    out = logits_of(model, tokenizer, rows)
    p, same = softmax(out[:, :4]), 1 / (1 + np.exp(-out[:, 4]))
    label = np.array([r[2] for r in rows])
    for k in (pairs.CONTRADICTION, pairs.AGREEMENT, pairs.UPDATE):
        table(pairs.LABELS[k], p[:, k] * same, (label == k).astype(float), weight)
    table("same fact", same, np.array([float(r[3]) for r in rows]), weight)
    inside = np.array([r[3] for r in rows]) == 1
    right = p[inside].argmax(1) == label[inside]
    print(f"inside a fact: accuracy {right.mean():.3f}", {pairs.LABELS[k]: round(float(right[label[inside] == k].mean()), 3) for k in range(4)})
    kind = np.array([r[4] for r in rows])
    print(f"type of clash: accuracy {(out[kind >= 0, 5:].argmax(1) == kind[kind >= 0]).mean():.3f}")
    print(f"temperature {temperature(out[:, :4], label, weight):.1f}")


def measure_nli(model, tokenizer, args):
    by_source = collections.defaultdict(list)
    with lzma.open(args.nli, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"] in pairs.NLI_LABELS:
                by_source[row["source"]].append((pairs.detokenise(row["premise"]), pairs.detokenise(row["hypothesis"]),
                                                 pairs.NLI_LABELS[row["label"]]))
    for name, sources in SETS.items():
        rows = [row for source in sources for row in by_source[source]]
        random.Random(1).shuffle(rows)
        rows = rows[:args.limit] if args.limit else rows
        p = softmax(logits_of(model, tokenizer, rows)[:, :4])
        three = np.stack([p[:, 0], p[:, 1] + p[:, 2], p[:, 3]], 1).argmax(1)
        truth = np.array([{0: 0, 1: 1, 3: 2}[r[2]] for r in rows])
        print(f"{name}: accuracy {(three == truth).mean():.3f} of {len(rows)}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("--packs", action="append")
    p.add_argument("--nli")
    p.add_argument("--share", type=float, default=1.0)
    p.add_argument("--limit", type=int, default=0)
    args = p.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
    model = AutoModelForSequenceClassification.from_pretrained(args.checkpoint).eval()
    if args.packs:
        measure_packs(model, tokenizer, args)
    if args.nli:
        measure_nli(model, tokenizer, args)


if __name__ == "__main__":
    main()
