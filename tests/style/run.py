# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""run.py CHECK --root DIR [--shared DIR]: first that the check can fail, then the tree itself.
Prints TAP."""
import argparse
import importlib
import sys
import tree as trees

MAX_COMPLAINTS = 40


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("check")
    parser.add_argument("--root", required=True)
    parser.add_argument("--shared")
    options = parser.parse_args()
    sys.dont_write_bytecode = True
    module = importlib.import_module("check_" + options.check)
    tree = trees.load(options.root)
    skip = getattr(module, "find_skip", lambda tree, options: None)(tree, options)
    if skip:
        print(f"1..0 # SKIP {skip}")
        return 0
    getattr(module, "prepare", lambda options: None)(options)
    return report(list(results(module, tree, options)))


def results(module, tree, options):
    """Yields (name, complaints that make it fail)."""
    options.texts = getattr(module, "TEXTS", None)
    yield "lets a good input pass", list(module.check(module.GOOD, options))
    for name, bad in module.BAD.items():
        complaints = list(module.check(bad, options))
        yield f"refuses: {name}", [] if complaints else ["it was let pass"]
    options.texts = None
    yield "the tree", list(module.check(tree, options))


def report(rows):
    print(f"1..{len(rows)}")
    for number, (name, complaints) in enumerate(rows, 1):
        print(f"{'not ok' if complaints else 'ok'} {number} - {name.replace('#', 'no.')}")
        for complaint in complaints[:MAX_COMPLAINTS]:
            print(f"# {complaint}")
        if len(complaints) > MAX_COMPLAINTS:
            print(f"# and {len(complaints) - MAX_COMPLAINTS} more")
    return 1 if any(complaints for _, complaints in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
