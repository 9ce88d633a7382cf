# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Nothing in the tree knows the machine it was written on: no home folders, no hosts of a private
network."""
import re
from c_source import line_of

PLACES = (
    r"(?<![\w.])/(?:wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers)/[\w.]",
    r"\bC:\\\\?Users",
    r"\b[\w-]+\.(?:internal|corp|intranet|lan)\b",
    r"\b(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+\b",
    r"(?i)\bco-authored-by:",
)


def check(tree, options):
    for path, text in tree.items():
        for pattern in PLACES:
            for match in re.finditer(pattern, text):
                yield f"{path}:{line_of(text, match.start())}: {match.group()}"


GOOD = {"a.md": "See /usr/share/doc, www.example.org, 127.0.0.1, src/home/x and file:///etc/passwd."}
BAD = {name: {"a.md": text} for name, text in {
    "home": "in /ho" "me/me/claimdiff", "workplace": "cd /wo" "rk/main", "root": "/ro" "ot/.cache",
    "host": "from mirror" ".internal, port 80", "address": "http://10." "1.2.3/simple",
}.items()}
