# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""No header leads back to itself."""
import os
import re
from c_source import blank
from tree import c_files

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)


def check(tree, options):
    graph = {os.path.basename(path): INCLUDE.findall(blank(text, keep_strings=True))
             for path, text in c_files(tree) if path.endswith(".h")}
    done = set()
    for name in sorted(graph):
        yield from visit(name, graph, [], done)


def visit(name, graph, trail, done):
    if name in trail:
        yield "include cycle: " + " -> ".join(trail[trail.index(name):] + [name])
        return
    if name in done or name not in graph:
        return
    for other in graph[name]:
        yield from visit(other, graph, trail + [name], done)
    done.add(name)


GOOD = {"a.h": '#include "b.h"\n#include "c.h"\n', "b.h": '#include "c.h"\n', "c.h": ""}
BAD = {
    "itself": {"a.h": '#include "a.h"\n'},
    "each other": {"a.h": '#include "b.h"\n', "b.h": '#include "a.h"\n'},
    "round three": {"a.h": '#include "b.h"\n', "b.h": '#include "c.h"\n', "c.h": '#include "a.h"\n'},
}
