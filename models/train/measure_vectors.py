#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measure sentence vectors: kept events of the packs, STS headlines, NAnCo.

usage: measure_vectors.py CHECKPOINT --packs DIR [--align DIR]

Packs: average precision of "one fact?" by cosine over all pairs of statements of a kept event. STS headlines 2016:
Spearman's rank correlation of cosine and score. NAnCo: balanced accuracy of "one answer?" for two answers to one
question (the answers' paragraphs are not read), at the threshold that is best on the first half of the questions,
measured on the second half.
"""
import argparse
import itertools
import json
import os

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

import nets
import pairs

BATCH = 64


def embed(model, tokenizer, texts):
    out = []
    with torch.no_grad():
        for at in range(0, len(texts), BATCH):
            e = tokenizer(texts[at:at + BATCH], padding=True, truncation=True, max_length=128, return_tensors="pt")
            out.append(nets.pooled(model(**e).last_hidden_state, e["attention_mask"]).numpy())
    return np.concatenate(out)


def average_precision(score, truth):
    order = np.argsort(-score, kind="stable")
    hit = np.cumsum(truth[order])
    return float((hit / np.arange(1, len(truth) + 1) * truth[order]).sum() / truth.sum())


def ranks(x):
    order = np.argsort(x, kind="stable")
    r = np.empty(len(x))
    r[order] = np.arange(len(x))
    for value in np.unique(x):
        r[x == value] = r[x == value].mean()
    return r


def measure_packs(embedded, folders):
    _, kept = pairs.load_events(folders)
    score, truth = [], []
    for event in kept:
        every = pairs.statements(event)
        v = embedded([s["text"] for s in every])
        for i, j in itertools.combinations(range(len(every)), 2):
            score.append(float(v[i] @ v[j]))
            truth.append(float(every[i]["fact"] == every[j]["fact"]))
    print(f"packs, one fact: average precision {average_precision(np.array(score), np.array(truth)):.3f} of {len(score)} pairs, {int(sum(truth))} true")


def measure_headlines(embedded, path):
    rows = [r for r in map(json.loads, open(path, encoding="utf-8")) if str(r["file"]) == "2016"]
    a, b = embedded([r["a"] for r in rows]), embedded([r["b"] for r in rows])
    rho = np.corrcoef(ranks((a * b).sum(1)), ranks(np.array([r["score"] for r in rows])))[0, 1]
    print(f"STS headlines 2016: Spearman {rho:.3f} of {len(rows)}")


def balanced(score, truth, at):
    return ((score[truth == 1] >= at).mean() + (score[truth == 0] < at).mean()) / 2


def measure_nanco(embedded, path):
    halves = [([], []), ([], [])]
    for k, question in enumerate(json.load(open(path, encoding="utf-8"))):
        answers = question["answers"]
        v = embedded([a["Answer"] for a in answers])
        for i, j in itertools.combinations(range(len(answers)), 2):
            halves[k % 2][0].append(float(v[i] @ v[j]))
            halves[k % 2][1].append(float(answers[i]["cluster_global"] == answers[j]["cluster_global"]))
    (s, t), (u, w) = [(np.array(x), np.array(y)) for x, y in halves]
    at = max(np.unique(s), key=lambda x: balanced(s, t, x))
    print(f"NAnCo: balanced accuracy {balanced(u, w, at):.3f} of {len(u)} pairs, threshold {at:.2f}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("--packs", action="append", required=True)
    p.add_argument("--align")
    args = p.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
    model = AutoModel.from_pretrained(args.checkpoint).eval()
    embedded = lambda texts: embed(model, tokenizer, texts)
    measure_packs(embedded, args.packs)
    if args.align:
        measure_headlines(embedded, os.path.join(args.align, "sts_headlines.jsonl"))
        measure_nanco(embedded, os.path.join(args.align, "nanco.json"))


if __name__ == "__main__":
    main()
