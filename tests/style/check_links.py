# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the documents point to is there: links to files, headings of a page, and paths in `code`."""
import os
import re

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE_PATH = re.compile(r"`((?:src|compare|reports|data|tests|docs|tools|samples|\.ci)/[\w./-]*)`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def check(tree, options):
    folders = {os.path.dirname(path) for path in tree}
    folders |= {parent for folder in folders for parent in parents(folder)}
    for path, text in tree.items():
        if not path.endswith(".md"):
            continue
        prose = FENCE.sub("", text)
        for target in LINK.findall(prose):
            if not re.match(r"[a-z]+:", target) and not leads_somewhere(path, target, tree, folders, getattr(options, "root", "")):
                yield f"{path}: the link {target} leads nowhere"
        for target in CODE_PATH.findall(prose):
            if target not in tree and target.rstrip("/") not in folders:
                yield f"{path}: there is no {target}"


def parents(folder):
    while folder:
        folder = os.path.dirname(folder)
        yield folder


def leads_somewhere(path, target, tree, folders, root):
    name, _, heading = target.partition("#")
    full = os.path.normpath(os.path.join(os.path.dirname(path), name)) if name else path
    is_picture = full.endswith(".png") and os.path.exists(os.path.join(root, full))  # the tree is of texts
    if full not in tree and full not in folders and not is_picture:
        return False
    return not heading or heading in headings(tree.get(full, ""))


def headings(text):
    """Anchors as code hosts make them."""
    titles = re.findall(r"^#+ +(.*)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


GOOD = {
    "docs/A.md": "# The `one` page\n[x](B.md) [y](../src/) [z](#the-one-page) [u](https://a.example)"
                 "\n`src/b.c` `src/`\n```\n[x](nowhere.md)\n```\n",
    "docs/B.md": "", "src/b.c": "",
}
BAD = {
    "no such file": {"docs/A.md": "[x](B.md)"},
    "outside": {"docs/A.md": "[x](../../B.md)"},
    "no such heading": {"docs/A.md": "# One\n[x](#two)"},
    "heading of another page": {"docs/A.md": "[x](B.md#two)", "docs/B.md": "# One"},
    "no such path": {"docs/A.md": "see `src/base/gone.c`"},
}
