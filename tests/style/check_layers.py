# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A folder includes only from the folders below it, and libraries only where they belong: the table
of docs/ARCHITECTURE.md. The build refuses most of it; this says why, and holds what it cannot."""
import os
import re
from c_source import blank, line_of
from tree import c_files

LAYERS = {
    "src/base": set(),
    "src/record": {"src/base"},
    "src/text": {"src/base"},
    "src/model": {"src/base"},
    "src/ingest": {"src/base", "src/record", "src/text"},
    "src/extract": {"src/base", "src/record", "src/text"},
    "src/store": {"src/base", "src/record"},
    "compare": {"src/base", "src/record", "src/text", "src/model"},
    "reports": {"src/base", "src/record"},
    "src/session": {"src/base", "src/record", "src/text", "src/model", "src/ingest", "src/extract",
                    "src/store", "compare", "reports"},
    "src/web": {"src/base", "src/record", "src/session", "reports"},
    "src/cli": {"src/base", "src/record", "src/session", "reports"},
    "src": {"src/base", "src/record", "src/session", "reports", "src/cli", "src/web"},
}

# Where the header of a library outside C and GLib may be seen.
LIBRARIES = {
    "json-glib/": {"src/base", "src/ingest", "src/store", "src/session", "reports", "tests"},
    "libxml/": {"src/ingest", "tests"},
    "unicode/": {"src/text", "src/ingest"},
    "sqlite3.h": {"src/store", "tests"},
    "libstemmer.h": {"src/text"},
    "libexttextcat/": {"src/ingest"},
    "libsoup/": {"src/web"},
    "glib": None,
    "gio/": None,
    "gmodule.h": {"src/model"},
    "openvino/": {"src/model"},
}

# Made by the build, and who may include it.
GENERATED = {"cld-data-en.h": "src/text", "cld-reports-assets.h": "reports",
             "cld-store-sql.h": "src/store", "cld-web-assets.h": "src/web"}

# Pure stages: the same records in, the same records out.
PURE = {"src/record", "src/text", "src/extract", "compare"}
IMPURE = re.compile(
    r"\b(?:fopen|open|read|socket|connect|time|clock|getenv|g_getenv|g_get_real_time|"
    r"g_get_monotonic_time|g_date_time_new_now\w*|g_file_\w+|g_random_\w+|g_spawn\w*)\s*\(")
LIBC = re.compile(r"^[a-z]+\.h$|^sys/\w+\.h$")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def folder_of(path):
    """Tests and tools stand outside the layers and may look into all of them."""
    return "tests" if path.startswith(("tests/", "tools/")) else os.path.dirname(path)


def check(tree, options):
    owners = {}
    for path, _ in c_files(tree):
        owners.setdefault(os.path.basename(path), []).append(path)
    for path in tree:
        if path.endswith(".def"):
            owners.setdefault(os.path.basename(path), []).append(path)
    for path, text in c_files(tree):
        folder = folder_of(path)
        if folder not in LAYERS and folder != "tests":
            yield f"{path}: {folder} is no layer: add it to the table"
            continue
        bare = blank(text, keep_strings=True)
        for match in INCLUDE.finditer(bare):
            complaint = (check_own if match.group(1) == '"' else check_library)(
                folder, match.group(2), owners)
            if complaint:
                yield f"{path}:{line_of(bare, match.start())}: {complaint}"
        yield from check_pure(path, folder, blank(text))


def check_own(folder, name, owners):
    if "/" in name:
        return f'"{name}": an include of ours has no folder in it'
    if GENERATED.get(name) == folder:
        return None
    places = [path for path in owners.get(name, []) if folder_of(path) != "tests"]
    local = [path for path in owners.get(name, []) if folder_of(path) == folder]
    if local or folder == "tests" or not places:
        return None if local or places else f'"{name}": no such header in the tree'
    if len(places) > 1:
        return f'"{name}": {len(places)} headers have this name'
    home = os.path.dirname(places[0])
    if home not in LAYERS[folder]:
        return f'"{name}": {folder} may not include from {home}'
    if name.endswith("-private.h"):
        return f'"{name}": private to {home}'
    return None


def check_library(folder, name, owners):
    for prefix, allowed in LIBRARIES.items():
        if name.startswith(prefix):
            return None if allowed is None or folder in allowed else \
                f"<{name}>: {folder} may not use this library"
    return None if LIBC.match(name) else f"<{name}>: a library that no layer is given"


def check_pure(path, folder, bare):
    if folder not in PURE:
        return
    for match in IMPURE.finditer(bare):
        yield (f"{path}:{line_of(bare, match.start())}: {match.group().rstrip('( ')}: {folder} "
               "sees no files, clock, network or environment")


HEADERS = {f"{folder}/cld-{os.path.basename(folder)}.h": "" for folder in LAYERS}


def source(path, text):
    return {**HEADERS, path: text}


GOOD = {
    **source("compare/a.c", '#include "cld-text.h"\n#include <glib.h>\n#include <string.h>\n'),
    "tests/unit/test-a.c": '#include "cld-compare.h"\n',
    "src/text/b.c": '#include "cld-data-en.h"\n',
    "src/ingest/cld-a-private.h": "",
    "src/ingest/b.c": '#include "cld-a-private.h"\n/* #include "cld-cli.h" */\n',
}
BAD = {
    "upwards": source("src/base/a.c", '#include "cld-record.h"\n'),
    "sideways": source("src/text/a.c", '#include "cld-record.h"\n'),
    "engine from the program": source("src/cli/a.c", '#include "cld-compare.h"\n'),
    "reports from compare": source("reports/a.c", '#include "cld-compare.h"\n'),
    "folder in the name": source("src/text/a.c", '#include "base/cld-base.h"\n'),
    "no such header": source("src/text/a.c", '#include "cld-nowhere.h"\n'),
    "generated, elsewhere": source("compare/a.c", '#include "cld-data-en.h"\n'),
    "two of one name": source("src/ingest/a.c", '#include "cld-base.h"\n')
                       | {"src/text/cld-base.h": ""},
    "private of another": source("src/session/a.c", '#include "cld-x-private.h"\n')
                          | {"src/text/cld-x-private.h": ""},
    "library out of place": source("compare/a.c", "#include <libxml/tree.h>\n"),
    "unknown library": source("compare/a.c", "#include <curl/curl.h>\n"),
    "unknown folder": source("src/other/a.c", "#include <glib.h>\n"),
    "clock": source("compare/a.c", "int a = g_get_real_time();\n"),
    "file": source("src/text/a.c", "void a(void) { fopen(x, y); }\n"),
}
