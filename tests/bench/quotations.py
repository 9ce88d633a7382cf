#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How many annotated direct quotations coincide with the spans that are found.

usage: quotations.py PROGRAM POLNEAR.jsonl.xz [--misses N]

A piece of an annotated content is a direct quotation if it begins and ends with quotation marks.
It is found if one span, or the spans of one broken over paragraphs, covers the same words, and
partly found if the characters overlap by half. Also counted: the spans that no annotation touches.
"""
import json
import lzma
import os
import subprocess
import sys

OPENING = "\"“«„"
CLOSING = "\"”»“"


def find(program, text):
    raw = text.encode()
    out = subprocess.run([program], input=raw, stdout=subprocess.PIPE, check=True).stdout.decode()
    spans = []
    for line in out.splitlines():
        start, end, depth, signs = line.split()
        start, end = (len(raw[:int(n)].decode()) for n in (start, end))
        spans.append((start, end, int(depth), signs))
    return spans


def direct(text, pieces):
    """The annotated stretches between marks, without the marks, one a paragraph."""
    for start, end in pieces:
        piece = text[start:end]
        if len(piece) < 3 or piece[0] not in OPENING or not any(c in CLOSING for c in piece[1:]):
            continue
        if piece[-1] not in CLOSING + ",.":
            continue
        at = start
        for line in piece.split("\n"):
            inner = line.strip(" \t\"“”«»„")
            if inner:
                first = text.index(inner, at)
                yield first, first + len(inner)
            at += len(line) + 1


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def main():
    program, data = sys.argv[1:3]
    limit = int(sys.argv[4]) if len(sys.argv) > 4 and sys.argv[3] == "--misses" else 0
    if not os.path.exists(data):
        print("SKIP: no data")
        return 77
    total = same = partly = spans_all = untouched = shown = 0
    for line in lzma.open(data, "rt", encoding="utf-8"):
        article = json.loads(line)
        text = article["text"]
        spans = find(program, text)
        wanted = {w for a in article["attributions"] for w in direct(text, a["content"])}
        touched = [c for a in article["attributions"] for c in a["content"]]
        for want in sorted(wanted):
            best = max(spans, key=lambda s: overlap(s, want), default=(0, 0))
            union = max(best[1], want[1]) - min(best[0], want[0])
            total += 1
            bare = text[best[0]:best[1]].strip("\"“”.,")
            if bare and bare == text[want[0]:want[1]].strip("\"“”.,"):
                same += 1
            elif overlap(best, want) * 2 >= union:
                partly += 1
            if bare != text[want[0]:want[1]].strip("\"“”.,") and shown < limit:
                shown += 1
                around = text[max(0, want[0] - 60):want[1] + 60]
                print(f"--- {article['id']} {want}\n{around!r}\nfound: {text[best[0]:best[1]]!r}")
        for span in spans:
            spans_all += 1
            if not any(overlap(span, c) for c in touched):
                untouched += 1
    print(f"direct quotations {total}, same words {same} ({same / total:.3f}), "
          f"overlap by half {same + partly} ({(same + partly) / total:.3f})")
    print(f"spans {spans_all}, outside every attribution {untouched} ({untouched / spans_all:.3f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
