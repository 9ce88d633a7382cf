# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function that a header declares is defined, with a comment above the definition that says
what it is for; a block in the long form names every parameter."""
import re
from c_source import comment_above, functions, parameter_names, prototypes
from tree import product_files

# Their names say it all, everywhere in GLib.
PLAIN = re.compile(r"_(?:ref|unref|free|get_type|quark)$")
MADE_BY_MACRO = re.compile(r"\bG_DEFINE_\w+\(\s*(\w+)\s*,\s*(\w+)")


def check(tree, options):
    defined, made = {}, set()
    for path, text in product_files(tree):
        for function in functions(text):
            defined[function.name] = (path, text, function)
        for match in MADE_BY_MACRO.finditer(text):
            made.update(name + end for name in match.groups() for end in ("_get_type", "_quark"))
    for path, text in product_files(tree):
        if path.endswith(".h"):
            for name in prototypes(text):
                yield from check_function(path, name, defined, made)


def check_function(header, name, defined, made):
    if name not in defined:
        if name not in made:
            yield f"{header}: {name}() is declared and nowhere defined"
        return
    path, text, function = defined[name]
    comment = comment_above(text, function.line)
    place = f"{path}:{function.line}: {name}()"
    if not comment and not PLAIN.search(name):
        yield f"{place} has no comment above it"
    if comment.startswith("/**"):
        if f"\n * {name}:" not in comment:
            yield f"{place}: its block is headed by another name"
        for parameter in parameter_names(function.parameters):
            if f"@{parameter}:" not in comment:
                yield f"{place}: its block does not explain @{parameter}"


HEADER = {"src/base/a.h": "char *\ncld_a_dup(const char *text, int n);\n"}


def source(comment, name="cld_a_dup"):
    return {**HEADER, "src/base/a.c": f"{comment}char *\n{name}(const char *text, int n)\n{{\n}}\n"}


GOOD = {
    "src/base/a.h": "typedef int (*CldF)(int cld_x(int));\nvoid cld_a_free(int *self);\n"
                    "char *cld_a_dup(const char *text,\n                int n[3]);\n",
    "src/base/a.c": "/**\n * cld_a_dup:\n * @text: a text\n * @n: how many, in bytes\n */\n"
                    "char *\ncld_a_dup(const char *text,\n          int n[3])\n{\n}\n\n"
                    "void\ncld_a_free(int *self)\n{\n}\n",
}
BAD = {
    "no comment": source(""),
    "comment of something else": source("/* A constant. */\nint a;\n\n"),
    "parameter left out": source("/**\n * cld_a_dup:\n * @text: a text\n */\n"),
    "another name": source("/**\n * cld_b:\n * @text: a text\n * @n: a number\n */\n"),
    "not defined": source("/* Copies. */\n", "cld_a_copy"),
}
