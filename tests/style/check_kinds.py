# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""docs/KINDS.md is what the table of kinds says (tools/kinds-doc writes it)."""
import importlib.machinery
import importlib.util
import os

TABLE, TEXT, PAGE = "src/record/cld-kind.def", "src/record/cld-kind.c", "docs/KINDS.md"
TYPE = 'CLD_TYPE(UPDATE, U, "status", LOW, "A later state.",\n         "Shut, then “open”.")\n'
HELP_TABLE = "src/record/cld-kind-help.def"
HELP = 'CLD_HELP(U, "Look at "\n         "the dates.")\n'
KINDS = ('} kinds[CLD_N_KINDS] = {\n    {"contradiction", "Both cannot be so."},\n'
         '    {"update", "Later."},\n    {"wording", "Words."},\n    {"framing", "Light."},\n'
         '    {"omission", "Not there."},\n};\n')


def load_writer(root):
    loader = importlib.machinery.SourceFileLoader("kinds_doc", os.path.join(root, "tools/kinds-doc"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("kinds_doc", loader))
    loader.exec_module(module)
    return module


def check(tree, options):
    wanted = load_writer(options.root).render(tree)
    if tree.get(PAGE) != wanted:
        yield f"{PAGE} is not what the table says: run tools/kinds-doc"


def prepare(options):
    """The good page is written by the tool itself; the bad ones are that page, spoiled."""
    good = {TABLE: TYPE, TEXT: KINDS, HELP_TABLE: HELP}
    page = load_writer(options.root).render(good)
    GOOD.update(good | {PAGE: page})
    BAD["no page"] = good
    BAD["another help"] = GOOD | {HELP_TABLE: HELP.replace("dates", "days")}
    BAD["another meaning"] = GOOD | {PAGE: page.replace("A later state", "A former state")}
    BAD["a type more"] = GOOD | {TABLE: TYPE + TYPE.replace('"status"', '"number"')}


GOOD, BAD = {}, {}
