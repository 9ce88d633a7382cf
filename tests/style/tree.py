# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The files of the project as {path: text}, and what the checks share about them."""
import fnmatch
import os
import subprocess

# Neither written by us nor read by a compiler: only the checks that ask for them see these.
DATA = ("LICENSES/*", "samples/*", "tests/ingest/cases/*", "tests/fuzz/corpus/*",
        "tests/golden/reports/*", "tests/unit/golden-reports/*", "models/model.json",
        "models/vectors/*", "models/pair/*", "tests/unit/models/tiny/*")


def is_data(path):
    return any(fnmatch.fnmatch(path, pattern) for pattern in DATA)


def list_files(root):
    """Paths that git keeps or would keep; in an unpacked release, all but build folders."""
    command = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, capture_output=True, check=True).stdout
        return sorted({path for path in listing.decode().split("\0") if path})
    except (OSError, subprocess.CalledProcessError):
        return sorted(walk(root))


def walk(root):
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != ".git" and not name.startswith("build")]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), root)


def load(root):
    """Everything that is UTF-8 text; other files (there should be none) are left out."""
    tree = {}
    for path in list_files(root):
        full = os.path.join(root, path)
        if not os.path.isfile(full):
            continue
        with open(full, "rb") as stream:
            try:
                tree[path] = stream.read().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return tree


def c_files(tree, *folders):
    """C sources and headers under the folders (all of them without an argument)."""
    for path, text in tree.items():
        in_place = not folders or path.startswith(tuple(folder + "/" for folder in folders))
        if path.endswith((".c", ".h")) and in_place and not is_data(path):
            yield path, text


def product_files(tree):
    return c_files(tree, "src", "compare", "reports")
