#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Make data/en/vectors.bin: how near in meaning the words of the language are to each other.

usage: make-vectors.py MODEL_DIR OUT TEXT…

Every word that the texts (packs, MEANTIME, NewsMTSC, NLI premises: one JSON object a line, perhaps
.xz) use often enough is read alone by all-MiniLM-L6-v2 (MODEL_DIR: model.safetensors, tokenizer.json,
config.json; Apache-2.0); the vectors of a stem's forms are averaged by frequency, centred, reduced to
64 dimensions by PCA and rounded to bytes, as in static distillation (Tulkens and van Dongen 2024,
Model2Vec). Nothing of the transformer is needed at run time. Needs torch, transformers, tokenizers,
snowballstemmer.

Format, little endian: "CLDV", u32 version 1, u32 n, u32 dimensions, then n u32 offsets into the string
block, n x dimensions int8, then the string block: NUL-terminated stems in strcmp order.
"""
import collections
import json
import lzma
import re
import struct
import sys

import numpy as np
import snowballstemmer
import torch
from transformers import AutoModel, AutoTokenizer

MAX_STEMS = 22000
MIN_COUNT = 4
DIMENSIONS = 64
FORMS = 3
BATCH = 512


def texts(path):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from strings(json.loads(line))


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def count_words(paths):
    counts = collections.Counter()
    for path in paths:
        for text in texts(path):
            counts.update(re.findall(r"[a-z]+(?:[-'][a-z]+)*", text.lower().replace("’", "'")))
    return counts


def embed(words, folder):
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model = AutoModel.from_pretrained(folder, local_files_only=True).eval()
    rows = []
    with torch.inference_mode():
        for i in range(0, len(words), BATCH):
            batch = tokenizer(words[i:i + BATCH], padding=True, return_tensors="pt")
            hidden = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            mean = (hidden * mask).sum(1) / mask.sum(1)
            rows.append(torch.nn.functional.normalize(mean, dim=1).numpy())
    return np.concatenate(rows)


def main():
    folder, out, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
    stem = snowballstemmer.stemmer("english").stemWord
    forms = collections.defaultdict(collections.Counter)
    for word, n in count_words(paths).items():
        if len(word) > 2 and "'" not in word:
            forms[stem(word)][word] += n
    total = {s: sum(c.values()) for s, c in forms.items()}
    stems = sorted((s for s in forms if total[s] >= MIN_COUNT), key=lambda s: (-total[s], s))[:MAX_STEMS]
    stems = sorted(stems, key=lambda s: s.encode())
    words = sorted({w for s in stems for w, _ in forms[s].most_common(FORMS)})
    index = {w: i for i, w in enumerate(words)}
    vectors = embed(words, folder)
    rows = np.array([sum(vectors[index[w]] * n for w, n in forms[s].most_common(FORMS)) for s in stems])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows -= rows.mean(axis=0)
    _, _, basis = np.linalg.svd(rows, full_matrices=False)
    rows = rows @ basis[:DIMENSIONS].T
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    small = np.clip(np.rint(rows * 127), -127, 127).astype(np.int8)
    block, offsets = b"", []
    parts = []
    at = 0
    for s in stems:
        offsets.append(at)
        parts.append(s.encode() + b"\0")
        at += len(parts[-1])
    block = b"".join(parts)
    with open(out, "wb") as file:
        file.write(struct.pack("<4sIII", b"CLDV", 1, len(stems), DIMENSIONS))
        file.write(np.array(offsets, dtype="<u4").tobytes())
        file.write(small.tobytes())
        file.write(block)
    print(len(stems), "stems of", len(words), "words")


if __name__ == "__main__":
    main()
