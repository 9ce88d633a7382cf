# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Copyright and licence stand first in every file we write (reuse looks at the rest)."""
from tree import c_files, is_data

# In two pieces each, or the licence checker would take these lines for this file's own.
COPYRIGHT = "SPDX-FileCopyright" "Text: "
LICENCE = "SPDX-License-" "Identifier: "
C_HEADER = f"/* {COPYRIGHT}2026 The claimdiff authors */\n/* {LICENCE}LGPL-2.1-or-later */\n"
FIRST_LINES = 6
ELSEWHERE = (".reuse/", "LICENSES/")  # where licences are told for other files


def check(tree, options):
    for path, text in tree.items():
        if is_data(path) or path.startswith(ELSEWHERE):
            continue
        head = "\n".join(text.split("\n")[:FIRST_LINES])
        if path.endswith((".c", ".h", ".def")) and not text.startswith(C_HEADER):
            yield f"{path}: does not begin with the two SPDX lines"
        elif COPYRIGHT not in head or LICENCE not in head:
            yield f"{path}: no SPDX lines in the first {FIRST_LINES}"


GOOD = {
    "src/base/a.c": C_HEADER + "int a;\n",
    "tools/a": "#!/bin/sh\n# " + COPYRIGHT + "2026 X\n# " + LICENCE + "MIT\n",
    "samples/a.txt": "A fire broke out.\n",
}
BAD = {
    "none": {"src/base/a.c": "int a;\n"},
    "after a blank line": {"src/base/a.h": "\n" + C_HEADER},
    "no licence": {"tools/a": "# " + COPYRIGHT + "2026 X\n"},
    "too late": {"docs/A.md": "\n" * 9 + COPYRIGHT + "2026 X\n" + LICENCE + "MIT\n"},
}
