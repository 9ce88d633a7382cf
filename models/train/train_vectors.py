#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tune the sentence vectors so that statements of one fact lie together, whatever they say of it.

usage: train_vectors.py --base DIR --packs DIR [--packs DIR] --out DIR [--epochs N] [--start CHECKPOINT] [--rate R] [--mix M]

A batch is the statements of one event and some of another. Supervised contrastive loss (Khosla et al. 2020): the
statements of one fact attract each other, agreeing or not; the other facts of the same event, with the same actors
and words, are the negatives that matter. A second term keeps the similarities near those of the base model, so that
what it knows of the rest of the world stays. Word embeddings are frozen, products are bf16, the weights averaged.
At the end the weights go only --mix of the way from the base to the tuned ones (WiSE-FT, Wortsman et al. 2022):
headlines of other kinds lose less that way. Needs minutes, not hours: every statement is read once an epoch and meets all others of its event.
"""
import argparse
import os
import random
import time

import torch
from transformers import AutoModel, AutoTokenizer

import nets
import pairs
import stories

MAX_TOKENS = 96
SHARPNESS = 0.07
KEEP = 2.0
RATE = 4e-5
STRANGERS = 16
AVERAGE = 0.99


def encode(model, tokenizer, texts):
    e = tokenizer(texts, padding=True, truncation=True, max_length=MAX_TOKENS, return_tensors="pt")
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model(**e).last_hidden_state
    return nets.pooled(hidden.float(), e["attention_mask"])


def keyed(told, prefix=""):
    """(text, facts it states) of the statements of an event, or of the sentences of a written story that state any."""
    if isinstance(told, stories.Story):
        lines = [(line.text, [letter for letter, _, _ in line.facts] + ["q" + name for name, _ in line.utterances]) for _, line in told.rows()]
        return [(text, {prefix + key for key in keys}) for text, keys in lines]
    return [(s["text"], {f"{prefix}{s['fact']}"}) for s in pairs.statements(told)]


def sharing(rows):
    """Which rows have a fact in common."""
    return torch.tensor([[bool(a & b) for _, b in rows] for _, a in rows])


def contrast(v, alike):
    """Mean over the positives of every statement of its log share among all others."""
    like = v @ v.T / SHARPNESS
    own = torch.eye(len(v), dtype=torch.bool)
    like = like.masked_fill(own, -1e9)
    share = like - like.logsumexp(1, keepdim=True)
    positive = alike & ~own
    count = positive.sum(1)
    return -(share.masked_fill(~positive, 0).sum(1) / count.clamp(min=1))[count > 0].mean()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--base", required=True)
    p.add_argument("--packs", action="append", required=True)
    p.add_argument("--stories", action="append", default=[], help="folder of written stories to train on")
    p.add_argument("--events", type=int, help="take that many events of the packs, by chance")
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=3)
    p.add_argument("--start", help="go on from an earlier run")
    p.add_argument("--rate", type=float, default=RATE)
    p.add_argument("--mix", type=float, default=0.6)
    p.add_argument("--seed", type=int, default=7)
    args = p.parse_args()
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    model = AutoModel.from_pretrained(args.start or args.base)
    base = AutoModel.from_pretrained(args.base).eval()
    for q in model.embeddings.parameters():
        q.requires_grad = False
    tuned = [(n, q) for n, q in model.named_parameters() if q.requires_grad]
    opt = torch.optim.AdamW([q for _, q in tuned], lr=args.rate, weight_decay=0.01, fused=True)
    average = {n: q.detach().clone() for n, q in tuned}
    events, _ = pairs.load_events(args.packs)
    events = rng.sample(events, args.events or len(events)) + stories.load(args.stories)
    known = {}
    steps, step, began = args.epochs * len(events), 0, time.time()
    model.train()
    for epoch in range(args.epochs):
        rng.shuffle(events)
        total = 0.0
        for k, event in enumerate(events):
            every = keyed(event)
            rng.shuffle(every)
            strangers = keyed(events[k - 1], "stranger ")
            rows = every[:72] + rng.sample(strangers, min(STRANGERS, len(strangers)))
            texts = [text for text, _ in rows]
            missing = [t for t in texts if t not in known]
            if missing:
                with torch.no_grad():
                    known.update(zip(missing, encode(base, tokenizer, missing)))
            before = torch.stack([known[t] for t in texts])
            v = encode(model, tokenizer, texts)
            loss = contrast(v, sharing(rows))
            loss = loss + KEEP * ((v @ v.T - before @ before.T) ** 2).mean()
            for g in opt.param_groups:
                g["lr"] = args.rate * min(1, (step + 1) / 20) * max(0.05, 1 - step / steps)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([q for _, q in tuned], 1.0)
            opt.step()
            opt.zero_grad(set_to_none=True)
            step += 1
            keep = min(AVERAGE, step / (step + 10))
            for n, q in tuned:
                average[n].mul_(keep).add_(q.detach(), alpha=1 - keep)
            total += loss.item()
            if step % 40 == 0:
                print(f"step {step} of {steps}, {time.time() - began:.0f} s, loss {total / (k + 1):.3f}", flush=True)
        print(f"epoch {epoch + 1}: loss {total / len(events):.3f}", flush=True)
        net = model.state_dict()
        now = {k: w.clone() for k, w in net.items()}
        part = args.mix if epoch == args.epochs - 1 else 1.0
        origin = base.state_dict()
        model.load_state_dict({k: torch.lerp(origin[k], average[k], part) if k in average else w for k, w in net.items()})
        model.save_pretrained(args.out)
        tokenizer.save_pretrained(args.out)
        model.load_state_dict(now)


if __name__ == "__main__":
    main()
