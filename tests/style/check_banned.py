# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Functions and forms of C that have a better one; the reason is printed with the place."""
import re
from c_source import TOKEN, blank, line_of
from tree import c_files

EVERYWHERE = (
    (r"\bg_assert\s*\(", "vanishes under G_DISABLE_ASSERT: g_assert_true() and the like in tests"),
    (r"\bgoto\b", "g_autoptr and early returns do it"),
    (r"\b(?:strtok|strcpy|strcat|sprintf|vsprintf|gets|scanf|sscanf|alloca|g_alloca)\s*\(",
     "no bound on what it reads or writes"),
    (r"\b(?:atoi|atol|atof|strtol|strtoul|strtod|g_strtod)\s*\(",
     "no error, or another decimal point in another locale: g_ascii_string_to_signed(), "
     "g_ascii_strtod()"),
    (r"\b(?:strcasecmp|strncasecmp|tolower|toupper|isalpha|isalnum|isdigit|isspace|isupper)\s*\(",
     "means another thing in another locale: g_ascii_…() or g_unichar_…()"),
    (r"\b(?:system|popen|tmpnam|mktemp)\s*\(", "unsafe"),
    (r"\bvolatile\b(?! sig_atomic_t)", "not for threads: g_atomic_…()"),
)
PRODUCT = (
    (r"\(\s*\*\s*error\s*\)\s*->", "callers may pass NULL: use a local GError"),
    (r"\b(?:malloc|calloc|realloc|free|strdup)\s*\(", "g_malloc() family, which never gives NULL"),
    (r"\b(?:abort|exit|_exit)\s*\(", "a library returns an error"),
    (r"\bsetlocale\s*\(", "the same bytes on every machine"),
)


def check(tree, options):
    for path, text in c_files(tree):
        bare = blank(text)
        for token in TOKEN.finditer(text):
            if token.group().startswith("//"):
                yield f"{path}:{line_of(text, token.start())}: comments are /* */"
        product = not path.startswith("tests/")
        for pattern, reason in EVERYWHERE + (PRODUCT if product else ()):
            for match in re.finditer(pattern, bare):
                yield f"{path}:{line_of(bare, match.start())}: {match.group().strip()}: {reason}"


def line(code, path="src/base/a.c"):
    return {path: f"void\nf(void)\n{{\n    {code}\n}}\n"}


GOOD = {
    "src/cli/a.c": "static volatile sig_atomic_t seen; /* for a signal handler */\n",
    **line('g_assert_true(a); /* goto sprintf(x) */ x("goto // strtok("); my_free(a); ok(*error);'),
    "tests/unit/a.c": "/* Fine in tests. */\nvoid\nf(void)\n{\n    free(a);\n}\n",
}
BAD = {code: line(code) for code in (
    "g_assert (a);", "goto end;", "strtok(a, b);", "sprintf(a, b);", "atoi(a);", "strtod(a, b);",
    "isdigit(a);", "system(a);", "f(); // why", "g_warning((*error)->message);", "free(a);",
    "exit(1);", "setlocale(a, b);", "volatile int a;")}
BAD["bare assertion in a test"] = line("g_assert(a);", "tests/unit/test-a.c")
