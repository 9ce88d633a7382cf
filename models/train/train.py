#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Train the pair model: a cross-encoder over two statements, four relations and "same fact?".

usage: train.py --base DIR --packs DIR [--packs DIR] [--stories DIR] --nli FILE --out DIR --minutes N [--start DIR] [--resume] [--threads-file F]

The network starts from BASE, or with --start from a checkpoint of its own (thaw.py makes one of the shipped model).
Outputs: logits of LABELS, one logit of same-fact, logits of TYPES. The share of NLI rows falls over the run. bf16
products, frozen word embeddings, a running average of the weights (which is what is saved), batches by token
budget and length, a schedule by the clock: the same script fits a night or an hour. Saves every few minutes to
OUT/ (weights, heads.json for export.py, log) and OUT/state.pt (for --resume). Seeds are fixed; the clock makes runs differ slightly.
"""
import argparse
import json
import os
import random
import time

import torch
from transformers import AutoConfig, AutoModel, AutoModelForSequenceClassification, AutoTokenizer

import nets
import pairs
import stories

BATCH_TOKENS = 2400
PEAK_RATE = 1.5e-4
WARM_STEPS = 200
AVERAGE = 0.998
NEAR = 6
SAVE_SECONDS = 420


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True)
    p.add_argument("--start", help="checkpoint of a pair model to go on from; the base still finds the hard neutrals")
    p.add_argument("--packs", action="append", required=True)
    p.add_argument("--stories", action="append", default=[], help="folder of written stories to train on")
    p.add_argument("--story-share", type=float, default=0.3, help="of the rows that are not NLI")
    p.add_argument("--nli", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--minutes", type=float, required=True)
    p.add_argument("--nli-from", type=float, default=0.75)
    p.add_argument("--nli-to", type=float, default=0.25)
    p.add_argument("--rate", type=float, default=PEAK_RATE)
    p.add_argument("--resume", action="store_true")
    p.add_argument("--threads-file")
    p.add_argument("--seed", type=int, default=7)
    return p.parse_args()


class Embedder:
    """Sentence vectors of the untouched base, for the hard neutrals; kept by text."""

    def __init__(self, base, tokenizer, cache):
        self.model = AutoModel.from_pretrained(base).eval()
        self.tokenizer = tokenizer
        self.cache = cache
        self.known = torch.load(cache) if os.path.exists(cache) else {}

    @torch.no_grad()
    def near(self, texts, groups):
        missing = [text for text in texts if text not in self.known]
        if missing:
            e = self.tokenizer(missing, padding=True, truncation=True, max_length=96, return_tensors="pt")
            vectors = nets.pooled(self.model(**e).last_hidden_state, e["attention_mask"])
            self.known.update(zip(missing, vectors))
            torch.save(self.known, self.cache)
        v = torch.stack([self.known[text] for text in texts])
        like = v @ v.T
        group = torch.tensor(groups)
        like[group.unsqueeze(0) == group.unsqueeze(1)] = -1
        return like.topk(min(NEAR, len(texts)), dim=1).indices.tolist()


def encode(tokenizer, rows):
    e = tokenizer([r[0] for r in rows], [r[1] for r in rows], truncation="longest_first", max_length=nets.MAX_TOKENS)
    return [(i, t, *r[2:]) for i, t, r in zip(e["input_ids"], e["token_type_ids"], rows)]


def batches(rows, rng):
    lengths = [len(row[0]) for row in rows]
    order = sorted(range(len(rows)), key=lambda i: lengths[i] + rng.random() * 12)
    out = [[rows[i] for i in batch] for batch in nets.by_tokens(order, lengths, BATCH_TOKENS)]
    rng.shuffle(out)
    return out


def collate(batch):
    ids, types, mask = nets.padded([r[0] for r in batch], [r[1] for r in batch])
    return ids, types, mask, torch.tensor([r[2] for r in batch]), torch.tensor([[float(r[3]), r[4]] for r in batch])


def loss_of(logits, label, more):
    loss = torch.nn.functional.cross_entropy(logits[:, :4], label, label_smoothing=0.03)
    same, kind = more[:, 0], more[:, 1].long()
    if (same >= 0).any():
        told = same >= 0
        loss = loss + 0.5 * torch.nn.functional.binary_cross_entropy_with_logits(logits[told, 4], same[told])
    if (kind >= 0).any():
        loss = loss + 0.2 * (kind >= 0).float().mean() * torch.nn.functional.cross_entropy(logits[kind >= 0, 5:], kind[kind >= 0])
    return loss


class Supply:
    """Rows of one kind without end: made anew on each pass, in which what they are made of may have grown."""

    def __init__(self, name, make, rng):
        self.name, self.make, self.rng = name, make, rng
        self.rows, self.passes = [], 0

    def take(self, n):
        while len(self.rows) < n:
            more = self.make()
            self.rng.shuffle(more)
            self.passes += 1
            print(f"{self.name}: pass {self.passes}, {len(more)} rows", flush=True)
            self.rows += more
        taken, self.rows = self.rows[:n], self.rows[n:]
        return taken


class Rows:
    """Rounds of rows: NLI in its order, packs and stories each in passes of their own."""

    def __init__(self, args, tokenizer, rng):
        self.tokenizer, self.rng = tokenizer, rng
        embedder = Embedder(args.base, tokenizer, os.path.join(args.out, "vectors.pt"))
        self.nli = pairs.nli_rows(args.nli, rng)
        self.nli_at = 0
        self.story_share = args.story_share if args.stories else 0
        self.packs = Supply("packs", lambda: pairs.pack_rows(pairs.load_events(args.packs)[0], rng, embedder.near), rng)
        self.stories = Supply("stories", lambda: pairs.story_rows(stories.load(args.stories), rng, embedder.near), rng)

    def round(self, share, size=4000):
        n_nli = int(size * share)
        n_stories = int((size - n_nli) * self.story_share)
        rows = [self.nli[(self.nli_at + k) % len(self.nli)] for k in range(n_nli)]
        self.nli_at += n_nli
        rows += self.stories.take(n_stories) + self.packs.take(size - n_nli - n_stories)
        return batches(encode(self.tokenizer, rows), self.rng)


HEADS = [{"kind": "softmax", "labels": pairs.LABELS, "temperature": 1.0},
         {"kind": "sigmoid", "labels": ["same_subject"], "temperature": 1.0},
         {"kind": "softmax", "labels": pairs.TYPES, "temperature": 1.0}]


def save(model, average, args, state):
    net = {k: v.clone() for k, v in model.state_dict().items()}
    keep = {k: v.clone() for k, v in net.items()}
    model.load_state_dict({k: average.get(k, v) for k, v in net.items()})
    model.save_pretrained(args.out)
    with open(os.path.join(args.out, "heads.json"), "w", encoding="utf-8") as out:
        json.dump(HEADS, out, indent=1)
    model.load_state_dict(keep)
    torch.save(state, os.path.join(args.out, "state.new"))
    os.replace(os.path.join(args.out, "state.new"), os.path.join(args.out, "state.pt"))


def main():
    args = arguments()
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    config = AutoConfig.from_pretrained(args.base, num_labels=5 + len(pairs.TYPES))
    model = AutoModelForSequenceClassification.from_pretrained(args.start or args.base, config=config)
    tokenizer.save_pretrained(args.out)
    for p in model.bert.embeddings.parameters():
        p.requires_grad = False
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    opt = torch.optim.AdamW([{"params": [p for n, p in named if p.ndim >= 2], "weight_decay": 0.01},
                             {"params": [p for n, p in named if p.ndim < 2], "weight_decay": 0}],
                            lr=args.rate, betas=(0.9, 0.98), fused=True)
    average = {n: p.detach().clone() for n, p in named}
    rows = Rows(args, tokenizer, rng)
    step, spent = 0, 0.0
    if args.resume:
        state = torch.load(os.path.join(args.out, "state.pt"))
        model.load_state_dict(state["model"])
        opt.load_state_dict(state["opt"])
        average, step, spent, rows.nli_at = state["average"], state["step"], state["spent"], state["nli_at"]
        rng.seed(args.seed + step)
    began = saved = time.time() - spent
    saved = time.time()
    budget = args.minutes * 60
    seen, run = 0, None
    log = open(os.path.join(args.out, "log.txt"), "a", encoding="utf-8")
    model.train()
    while True:
        done = (time.time() - began) / budget
        if done >= 1:
            break
        if args.threads_file and os.path.exists(args.threads_file):
            torch.set_num_threads(int(open(args.threads_file).read()))
        for batch in rows.round(args.nli_from + (args.nli_to - args.nli_from) * done):
            done = (time.time() - began) / budget
            if done >= 1:
                break
            rate = args.rate * min(1, (step + 1) / WARM_STEPS) * max(0.03, 1 - done)
            for g in opt.param_groups:
                g["lr"] = rate
            ids, types, mask, label, more = collate(batch)
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(input_ids=ids, token_type_ids=types, attention_mask=mask).logits
            loss = loss_of(logits.float(), label, more)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
            opt.step()
            opt.zero_grad(set_to_none=True)
            step += 1
            seen += len(batch)
            run = loss.item() if run is None else 0.99 * run + 0.01 * loss.item()
            keep = min(AVERAGE, step / (step + 10))
            for n, p in named:
                average[n].mul_(keep).add_(p.detach(), alpha=1 - keep)
            if time.time() - saved > SAVE_SECONDS:
                saved = time.time()
                line = f"{(saved - began) / 60:.0f} min step {step} seen {seen} ({seen / (saved - began + spent):.1f}/s) loss {run:.4f}"
                print(line, flush=True)
                log.write(line + "\n")
                log.flush()
                save(model, average, args, {"model": model.state_dict(), "opt": opt.state_dict(), "average": average,
                                            "step": step, "spent": time.time() - began, "nli_at": rows.nli_at})
    save(model, average, args, {"model": model.state_dict(), "opt": opt.state_dict(), "average": average,
                                "step": step, "spent": time.time() - began, "nli_at": rows.nli_at})
    print(f"end: step {step} seen {seen} loss {run:.4f}", flush=True)


if __name__ == "__main__":
    main()
