#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Write data/en/idf.txt: how rare a word stem is in short pieces of news.

A document is one sentence, because a claim is compared with claims. A stem that is printed
with a capital inside sentences nearly every time is a name; names are weighed elsewhere.
Only data that may ship is read: statements of event packs, MEANTIME (CC BY 4.0) and
NewsMTSC (MIT).

    make-idf.py PACKS_DIR MEANTIME_JSONL FRAMING_JSONL... > data/en/idf.txt

Needs snowballstemmer 2.2, the stemmer that agrees with libstemmer of Debian 12.
"""
import json
import math
import pathlib
import re
import sys
from collections import Counter

import snowballstemmer

MIN_DOCUMENTS = 5
NAME_SHARE = 0.8
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")

HEADER = """# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by tools/make-idf.py: stem, ln(N / documents with it), N = {n} sentences of news, stems of
# {least} or more. A stem that is not here is rarer than any that is. Counts only, from the
# project's event packs, MEANTIME (CC BY 4.0, newsreader-project.eu) and NewsMTSC (MIT).
"""


def read_packs(folder):
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for fact in json.loads(line)["facts"]:
                yield from (statement["text"] for statement in fact["statements"])


def read_sentences(path):
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from row.get("sentences", [row.get("sentence_normalized", "")])


def count(texts):
    stem = snowballstemmer.stemmer("english").stemWord
    documents, names, inner = Counter(), Counter(), Counter()
    total = 0
    for text in texts:
        words = [m for m in WORD.finditer(text.replace("\u2019", "'"))]
        if len(words) < 3:
            continue
        total += 1
        documents.update({stem(m.group().lower()) for m in words})
        for match in words[1:]:
            key = stem(match.group().lower())
            inner[key] += 1
            names[key] += match.group()[0].isupper()
    return total, {
        key: df
        for key, df in documents.items()
        if df >= MIN_DOCUMENTS and names[key] < NAME_SHARE * max(1, inner[key])
    }


def main(packs, *others):
    texts = list(read_packs(packs))
    for path in others:
        texts.extend(read_sentences(path))
    total, documents = count(texts)
    print(HEADER.format(n=total, least=MIN_DOCUMENTS), end="")
    for key in sorted(documents):
        print(f"{key}\t{math.log(total / documents[key]):.2f}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
