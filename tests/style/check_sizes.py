# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""No function over 80 lines or 15 branches, no file over 1,000 lines. What is larger stands in
size-exceptions.txt with its size, and may only shrink; the list is full as it is."""
import ast
from c_source import functions
from tree import c_files, is_data

MAX_LINES, MAX_BRANCHES, MAX_FILE_LINES = 80, 15, 1000
EXCEPTIONS = "tests/style/size-exceptions.txt"
EXCEPTIONS_AT_MOST = 12  # lower it when one goes; never raise it
WRITTEN = (".c", ".h", ".py", ".def", ".md", ".build", ".sh", ".css", ".js", ".html")


def check(tree, options):
    allowed = dict(read_exceptions(tree.get(EXCEPTIONS, "")))
    if len(allowed) > EXCEPTIONS_AT_MOST:
        yield f"{EXCEPTIONS}: {len(allowed)} rows, and {EXCEPTIONS_AT_MOST} is the most"
    for place, what, size, limit in measure(tree):
        ceiling = allowed.pop((place, what), None)
        if ceiling is None and size > limit:
            yield f"{place}: {size} {what}, over {limit}"
        elif ceiling is not None and size > ceiling:
            yield f"{place}: {size} {what}, over its exception of {ceiling}"
        elif ceiling is not None and size <= limit:
            yield f"{place}: {size} {what}: take its exception out"
    for place, what in allowed:
        yield f"{EXCEPTIONS}: {place} ({what}) is not there any more"


def read_exceptions(text):
    """Rows "path:function<TAB>lines|branches<TAB>size"; a file's row has no function."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            place, what, size = line.split("\t")
            yield (place, what), int(size)


def measure(tree):
    for path, text in tree.items():
        if path.endswith(WRITTEN) and not is_data(path):
            yield path, "lines", text.count("\n"), MAX_FILE_LINES
    for path, text in c_files(tree):
        for function in functions(text):
            place = f"{path}:{function.name}"
            yield place, "lines", function.n_lines, MAX_LINES
            yield place, "branches", function.complexity, MAX_BRANCHES
    for path, text in tree.items():
        if path.endswith(".py"):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef):
                    yield (f"{path}:{node.name}", "lines", node.end_lineno - node.lineno + 1,
                           MAX_LINES)


def function(*lines):
    return {"src/base/a.c": "static int\nf(int a,\n  int b)\n{\n" + "\n".join(lines) + "\n}\n"}


GOOD = {
    **function(*["    a++;"] * 75, "    /* if if if && || */ b(\"? : if\");"),
    "src/base/b.c": "#define F(x) (x)\n\nF(1)\n\nvoid\ng(void)\n{\n" + "    if (a)\n" * 14 + "}\n",
}
BAD = {
    "80 lines and one": function(*["    a++;"] * 77),
    "16 branches": function(*["    if (a && b)"] * 7, "    while (c)"),
    "17 cases": function(*["    case 1:"] * 17),
    "1,001 lines": {"reports/a.c": "int a;\n" * 1001},
    "long script": {"tools/a.py": "def f():\n" + "    pass\n" * 80},
    "exception without a function": {EXCEPTIONS: "src/a.c:f\tlines\t90\n"},
    "exception too many": {EXCEPTIONS: "".join(
        f"src/a.c:f{i}\tlines\t90\n" for i in range(EXCEPTIONS_AT_MOST + 1))},
    "exception outgrown": {**function(*["    a++;"] * 90),
                           EXCEPTIONS: "src/base/a.c:f\tlines\t90\n"},
    "exception not needed": {**function("    a++;"), EXCEPTIONS: "src/base/a.c:f\tlines\t90\n"},
}
