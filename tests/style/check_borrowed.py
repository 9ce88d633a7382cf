# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""No sentence of the material that the program is measured on stands in the tree: eight words in a
row, letter case and punctuation apart, are taken for a sentence."""
import glob
import html
import os
import re

RUN = 8
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
SOURCES = ("seeds/*.txt", "stories/*/*.txt", "stories/*/*.json", "stories/*/*.html",
           "stories/*/*.xml")
MEASURES = "gold.json"  # quotes the articles; its own words are field names
ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\n")


def find_skip(tree, options):
    shared = options.shared and os.path.isdir(os.path.join(options.shared, "stories"))
    return None if shared else "the stories are not beside this tree"


def words(text):
    return [word.lower() for word in WORD.findall(html.unescape(ESCAPE.sub(" ", text)))]


def runs(text):
    row = words(re.sub(r"<[^<>]*>", " ", text))
    return {tuple(row[i:i + RUN]): i for i in range(len(row) - RUN + 1)}


def read_sources(shared):
    for pattern in SOURCES:
        for path in sorted(glob.glob(os.path.join(shared, pattern))):
            if os.path.basename(path) != MEASURES:
                with open(path, encoding="utf-8", errors="replace") as stream:
                    yield stream.read()


def check(tree, options):
    sources = options.texts if options.texts is not None else read_sources(options.shared)
    borrowed = set()
    for text in sources:
        borrowed.update(runs(text))
    if not borrowed:
        yield "no story was read: the check would let everything pass"
    for path, text in tree.items():
        found = borrowed.intersection(runs(text))
        if found:
            yield f"{path}: “{' '.join(min(found))}” is not ours"


TEXTS = ["<p>The ferry left the harbour at dawn, with sixty people and nine cars on board.</p>"]
GOOD = {"samples/a/b.txt": "The ferry left the harbour at dawn. Sixty people and nine cars sank.",
        "data/c.txt": "the ferry left the harbour at dawn"}
BAD = {
    "copied": {"samples/a/b.txt": "They say the ferry left the harbour at dawn, with sixty."},
    "other case and marks": {"tests/a.c": '"the ferry left; THE harbour, at dawn with"'},
    "over lines": {"docs/A.md": "ferry left the harbour\nat dawn, with sixty"},
    "marked up": {"samples/a.html": "dawn, <b>with sixty</b> people and <i>nine</i> cars on board"},
}
