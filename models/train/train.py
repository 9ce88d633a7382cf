#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Train the pair model: a cross-encoder over two statements, four relations and "same fact?".

usage: train.py --base DIR --packs DIR [--packs DIR] --nli FILE --out DIR --minutes N [--resume] [--threads-file F]

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

BATCH_TOKENS = 2400
PEAK_RATE = 1.5e-4
WARM_STEPS = 200
AVERAGE = 0.998
NEAR = 6
SAVE_SECONDS = 420


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True)
    p.add_argument("--packs", action="append", required=True)
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
    def near(self, event):
        every = pairs.statements(event)
        missing = [s["text"] for s in every if s["text"] not in self.known]
        if missing:
            e = self.tokenizer(missing, padding=True, truncation=True, max_length=96, return_tensors="pt")
            vectors = nets.pooled(self.model(**e).last_hidden_state, e["attention_mask"])
            self.known.update(zip(missing, vectors))
            torch.save(self.known, self.cache)
        v = torch.stack([self.known[s["text"]] for s in every])
        like = v @ v.T
        facts = torch.tensor([s["fact"] for s in every])
        like[facts.unsqueeze(0) == facts.unsqueeze(1)] = -1
        return like.topk(min(NEAR, len(every)), dim=1).indices.tolist()


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


class Rows:
    """Endless rows in rounds: NLI in its order, packs anew each pass (they may have grown)."""

    def __init__(self, args, tokenizer, rng):
        self.args, self.tokenizer, self.rng = args, tokenizer, rng
        self.embedder = Embedder(args.base, tokenizer, os.path.join(args.out, "vectors.pt"))
        self.nli = pairs.nli_rows(args.nli, rng)
        self.nli_at, self.pack, self.passes = 0, [], 0

    def round(self, share, size=4000):
        from_nli = int(size * share)
        rows = [self.nli[(self.nli_at + k) % len(self.nli)] for k in range(from_nli)]
        self.nli_at += from_nli
        while len(self.pack) < size - from_nli:
            events, _ = pairs.load_events(self.args.packs)
            more = pairs.pack_rows(events, self.rng, self.embedder.near)
            self.rng.shuffle(more)
            self.passes += 1
            print(f"pack pass {self.passes}: {len(events)} events, {len(more)} rows", flush=True)
            self.pack += more
        rows += self.pack[:size - from_nli]
        self.pack = self.pack[size - from_nli:]
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
    model = AutoModelForSequenceClassification.from_pretrained(args.base, config=config)
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
