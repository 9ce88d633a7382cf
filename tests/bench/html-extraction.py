#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How much of an article is kept and how much furniture is dropped, on saved pages.

usage: html-extraction.py INGEST_DUMP PAGES.tar.xz [--list N] [--page NAME] [--all-languages]

PAGES holds <set>/<page>/{source.html,expected.html,expected-metadata.json}. The score is the F1 of
the word tokens of the text that was read against those of the expected text, as a multiset. Sub-headings
and labels, which are read but make no claims, count as read; figure captions count on neither side.
"""
import argparse
import collections
import html.parser
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile

SKIPPED = {"script", "style", "noscript", "template", "svg", "figcaption"}


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.skip = [], 0

    def handle_starttag(self, tag, attrs):
        self.parts.append(" " if tag not in ("a", "b", "i", "em", "strong", "span", "sup", "sub") else "")
        self.skip += tag in SKIPPED

    def handle_endtag(self, tag):
        self.parts.append(" " if tag not in ("a", "b", "i", "em", "strong", "span", "sup", "sub") else "")
        self.skip -= tag in SKIPPED and self.skip > 0

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def text_of(markup):
    parser = Text()
    parser.feed(markup)
    return "".join(parser.parts)


def tokens(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def read_dump(tool, path):
    out = subprocess.run([tool, path], capture_output=True, timeout=60).stdout.decode("utf-8")
    blocks, dropped, title = [], [], ""
    for line in out.split("\n"):
        fields = line.split("\t")
        if fields[0] == "block":
            blocks.append((fields[1], fields[4]))
        elif fields[0] == "dropped":
            dropped.append((fields[1], fields[3]))
        elif fields[0] == "title":
            title = fields[1]
    return title, blocks, dropped


def f1(got, want):
    both = sum((got & want).values())
    if not both:
        return 0.0, 0.0, 0.0
    p, r = both / sum(got.values()), both / sum(want.values())
    return 2 * p * r / (p + r), p, r


def is_english(metadata, text):
    lang = (metadata.get("lang") or "").lower()
    if lang:
        return lang.startswith("en")
    words = tokens(text)
    return sum(words[w] for w in ("the", "and", "of", "to", "in")) > 0.08 * sum(words.values())


def measure(tool, folder, everything):
    with open(os.path.join(folder, "expected.html"), encoding="utf-8") as file:
        expected = text_of(file.read())
    with open(os.path.join(folder, "expected-metadata.json"), encoding="utf-8") as file:
        metadata = json.load(file)
    if not everything and not is_english(metadata, expected):
        return None
    title, blocks, dropped = read_dump(tool, os.path.join(folder, "source.html"))
    blocks += [(reason, text) for reason, text in dropped if reason in ("subheading", "label")]
    body = " ".join(text for part, text in blocks if part != "headline")
    return f1(tokens(body), tokens(expected)), title == metadata.get("title"), blocks, dropped, expected


def show(result):
    _, _, blocks, dropped, expected = result
    got, want = tokens(" ".join(t for _, t in blocks)), tokens(expected)
    print("--- too much:")
    for part, text in blocks:
        words = tokens(text)
        if sum((words - want).values()) > 0.3 * sum(words.values()):
            print(f"  {part}: {text[:160]}")
    print("--- missing:")
    for line in re.split(r"\n\s*", expected):
        words = tokens(line)
        if words and sum((words - got).values()) > 0.5 * sum(words.values()):
            print(f"  {line.strip()[:160]}")
    print("--- dropped:")
    for reason, text in dropped:
        print(f"  {reason}: {text[:120]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("pages")
    parser.add_argument("--list", type=int, default=0, help="print the N worst pages")
    parser.add_argument("--page", help="show what went wrong on one page")
    parser.add_argument("--all-languages", action="store_true")
    args = parser.parse_args()
    if not os.path.exists(args.pages):
        print("skipped: no pages at", args.pages)
        return 77
    rows, titles = [], 0
    with tempfile.TemporaryDirectory() as folder:
        tarfile.open(args.pages).extractall(folder)
        for root, _, files in sorted(os.walk(folder)):
            name = os.path.basename(root)
            if "source.html" not in files or (args.page and name != args.page):
                continue
            result = measure(args.tool, root, args.all_languages)
            if result is None:
                continue
            if args.page:
                show(result)
            rows.append((result[0], name))
            titles += result[1]
    rows.sort()
    for (f, p, r), name in rows[: args.list]:
        print(f"{f:5.3f} P {p:5.3f} R {r:5.3f} {name}")
    n = len(rows)
    mean = sum(row[0][0] for row in rows) / n
    median = rows[n // 2][0][0]
    print(f"pages {n}: token F1 mean {mean:.3f} median {median:.3f}; precision {sum(r[0][1] for r in rows) / n:.3f}"
          f" recall {sum(r[0][2] for r in rows) / n:.3f}; title exact {titles}/{n}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
