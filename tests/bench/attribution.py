#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who says what, against news in which every attribution is annotated.

usage: attribution.py PROGRAM POLNEAR.jsonl.xz [--holders N] [--contents N]

holder  Over all annotated attributions that have a source and whose content has words between
        quotation marks, four or more in a row: the claim that shares most characters with those
        words is looked up. Its holder is right if it is named by the annotated words (the spans
        overlap), or if the two names share a word that begins with a capital letter, or, when the
        source has no such word, their last words are the same.
content Over all annotated attributions with a source and a verb or phrase of saying as cue (see
        SAYING) or quoted words: the claims with one cue and holder are one predicted content, the
        union of their clauses and of the quoted words. Each annotation is set against the predicted
        content that shares most words with it: precision, recall and F1 of words, added up over
        all annotations; one that nothing overlaps counts as missed with all its words.
words   Every word of the text that stands in an annotated content (of any kind) against every word
        that stands in a claim with a holder: micro precision, recall, F1.
"""
import argparse
import json
import lzma
import os
import re
import subprocess
import sys

SAYING = re.compile(r"\b(sa(id|ys?|ying)|t(ell|old|ells|elling)|according|add(s|ed|ing)?|announc|argu|ask|assert|claim|"
                    r"confirm|conced|admit|acknowledg|den(y|ied|ies)|declar|emphasi|explain|insist|not(e|ed|es|ing)\b|"
                    r"report|respon|repl(y|ied)|reveal|stat(e|es|ed|ing)\b|stress|suggest|tweet|warn|wr(ote|ite)|"
                    r"point(s|ed|ing)? out|quot|cit(ed|ing|es)|continu|recall|reiterat|predict|describ|estimat|call(s|ed|ing)? )", re.I)
QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]?")
STOP = {"The", "A", "An", "He", "She", "They", "It", "In", "Mr", "Mrs", "Ms", "But", "And"}


def read(program, text):
    raw = text.encode()
    at = {}
    offset = 0
    for i, c in enumerate(text):
        at[offset] = i
        offset += len(c.encode())
    at[offset] = len(text)
    out = subprocess.run([program], input=raw, stdout=subprocess.PIPE, check=True).stdout.decode()
    claims = []
    for line in out.splitlines():
        row = line.split("\t")
        spans = [tuple(at[int(n)] for n in s.split(":")) for s in row[:4]]
        claims.append(dict(clause=spans[0], quote=spans[1], holder_span=spans[2], cue_span=spans[3],
                           mode=row[4], holder=row[5], cue=row[6]))
    return claims


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def capitals(name):
    return {w for w in re.findall(r"[A-Z][\w’'-]+", re.sub(r"[’']s\b", "", name))} - STOP


def last_word(name):
    words = re.findall(r"\w+", name.lower())
    return words[-1] if words else ""


def quoted(text, pieces):
    for start, end in pieces:
        for m in QUOTED.finditer(text[start:end]):
            if len(m.group(1).split()) >= 4:
                yield start + m.start(1), start + m.end(1)


def is_right(claim, text, source):
    if any(overlap(claim["holder_span"], s) for s in source):
        return True
    name = " ".join(text[a:b] for a, b in source)
    if capitals(name):
        return bool(capitals(name) & capitals(claim["holder"]))
    return claim["holder"] != "-" and last_word(name) == last_word(claim["holder"])


def words_in(spans, starts):
    return {w for w in starts if any(a <= w < b for a, b in spans)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("--holders", type=int, default=0)
    parser.add_argument("--contents", type=int, default=0)
    parser.add_argument("--articles", type=int, default=10**9)
    options = parser.parse_args()
    if not os.path.exists(options.data):
        print("SKIP: no data")
        return 77
    n = right = 0
    common = wanted = given = found = asked = 0
    w_common = w_gold = w_given = 0
    for number, line in enumerate(lzma.open(options.data, "rt", encoding="utf-8")):
        if number >= options.articles:
            break
        article = json.loads(line)
        text = article["text"]
        claims = read(options.program, text)
        starts = [m.start() for m in re.finditer(r"\w+(?:[’'-]\w+)*", text)]
        groups = {}
        for c in claims:
            if c["holder"] != "-":
                spans = groups.setdefault((c["cue_span"], c["holder_span"]), [])
                spans.append(c["clause"])
        groups = {k: words_in(v, starts) for k, v in groups.items()}
        gold_all = words_in([p for a in article["attributions"] for p in a["content"]], starts)
        pred_all = set().union(*groups.values()) if groups else set()
        w_common += len(gold_all & pred_all)
        w_gold += len(gold_all)
        w_given += len(pred_all)
        for a in article["attributions"]:
            if not a["source"]:
                continue
            if SAYING.fullmatch(" ".join(text[s:e] for s, e in a["source"])):
                a["source"], a["cue"] = a["cue"], a["source"]  # a slip of the annotators
            quotes = list(quoted(text, a["content"]))
            cue = " ".join(text[s:e] for s, e in a["cue"])
            name = " … ".join(text[s:e] for s, e in a["source"])
            if quotes:
                n += 1
                best = max(claims, key=lambda c: sum(overlap(c["clause"], q) for q in quotes), default=None)
                if best and sum(overlap(best["clause"], q) for q in quotes) and is_right(best, text, a["source"]):
                    right += 1
                elif options.holders:
                    options.holders -= 1
                    print("HOLDER wanted %r (%s) got %r (%s)\n   %s\n" % (
                        name, cue, best and best["holder"], best and best["cue"],
                        text[max(0, min(quotes[0][0], a["source"][0][0]) - 80):max(quotes[-1][1], a["source"][-1][1]) + 80]))
            if quotes or SAYING.search(cue):
                asked += 1
                gold = words_in(a["content"], starts)
                key, best = max(groups.items(), key=lambda g: len(g[1] & gold), default=(None, set()))
                if not best & gold:
                    key, best = None, set()
                found += bool(best)
                common += len(best & gold)
                wanted += len(gold)
                given += len(best)
                f = 2 * len(best & gold) / max(1, len(best) + len(gold))
                if f < 0.7 and options.contents:
                    options.contents -= 1
                    print("CONTENT %.2f wanted (%s / %s) %r\n   got (%s) %r\n   in %s\n" % (
                        f, name, cue, [text[s:e] for s, e in a["content"]],
                        key and text[key[0][0]:key[0][1]],
                        [text[c["clause"][0]:c["clause"][1]] for c in claims if (c["cue_span"], c["holder_span"]) == key],
                        text[max(0, a["content"][0][0] - 60):a["content"][-1][1] + 60]))
    p, r = common / max(1, given), common / max(1, wanted)
    print("holder   right %d of %d  %.3f" % (right, n, right / max(1, n)))
    print("content  found %d of %d  precision %.3f recall %.3f F1 %.3f" % (found, asked, p, r, 2 * p * r / max(1e-9, p + r)))
    p, r = w_common / max(1, w_given), w_common / max(1, w_gold)
    print("words    precision %.3f recall %.3f F1 %.3f" % (p, r, 2 * p * r / max(1e-9, p + r)))
    return 0


sys.exit(main())
