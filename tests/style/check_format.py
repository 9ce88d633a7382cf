# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""clang-format 14 leaves every C file as it is (other versions format differently)."""
import os
import shutil
import subprocess
import tempfile
from tree import c_files

PROGRAM = "clang-format-14"


def find_skip(tree, options):
    return None if shutil.which(PROGRAM) else PROGRAM + " is not installed"


def check(tree, options):
    with tempfile.TemporaryDirectory() as folder:
        paths = [put(folder, path, text) for path, text in c_files(tree)]
        if not paths:
            return
        put(folder, ".clang-format", open(os.path.join(options.root, ".clang-format")).read())
        run = subprocess.run([PROGRAM, "--dry-run", "-Werror", *paths], cwd=folder,
                             capture_output=True, text=True, check=False)
        for line in run.stderr.splitlines():
            if "error:" in line:
                yield line


def put(folder, path, text):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8") as stream:
        stream.write(text)
    return path


GOOD = {"src/base/a.c": "int\nmain(void)\n{\n    return 0;\n}\n"}
BAD = {
    "tab": {"src/base/a.c": "int\nmain(void)\n{\n\treturn 0;\n}\n"},
    "brace on the line": {"src/base/a.c": "int\nmain(void) {\n    return 0;\n}\n"},
    "too wide": {"src/base/a.h": "int a = 1" + " + 1" * 30 + ";\n"},
}
