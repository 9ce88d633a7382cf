# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Just enough C to check a formatted source: it relies on clang-format's layout (a function's name
and its braces stand in column 0)."""
import re

TOKEN = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
DEFINITION = re.compile(r"^([A-Za-z_]\w*)\(", re.MULTILINE)
PROTOTYPE = re.compile(r"\b(cld_\w+)\(")
BRANCH = re.compile(r"\b(?:if|for|while|case)\b|&&|\|\||\?|^[ \t]*#[ \t]*(?:if|ifdef|elif)\b",
                    re.MULTILINE)


def blank(text, keep_strings=False):
    """The source with comments (and strings) turned into blanks; line numbers stay."""
    def spaces(match):
        token = match.group()
        if keep_strings and token[0] in "\"'":
            return token
        if token[0] in "\"'":
            return token[0] + " " * (len(token) - 2) + token[-1]
        return re.sub(r"[^\n]", " ", token)
    return TOKEN.sub(spaces, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Function:
    """A function definition: name, first and last line, parameters and body without comments."""

    def __init__(self, name, line, n_lines, parameters, body):
        self.name = name
        self.line = line
        self.n_lines = n_lines
        self.parameters = parameters
        self.body = body

    @property
    def complexity(self):
        """Cyclomatic complexity as lizard counts it: 1 and one for each branch."""
        return 1 + len(BRANCH.findall(self.body))


def functions(text):
    """The function definitions of a source."""
    bare = blank(text)
    for match in DEFINITION.finditer(bare):
        opening = bare.find("\n{", match.start())
        if opening < 0 or ";" in bare[match.start():opening]:
            continue
        closing = bare.find("\n}", opening)
        if closing < 0 or DEFINITION.search(bare, match.end(), opening):
            continue
        first = line_of(bare, match.start())
        parameters = bare[match.end():bare.rfind(")", match.end(), opening)]
        yield Function(match.group(1), first, line_of(bare, closing + 1) - first + 1, parameters,
                       bare[opening:closing])


def prototypes(text):
    """Names of the functions that a header declares (inline ones and macros are not)."""
    bare = re.sub(r"^[ \t]*#[^\n]*(?:\\\n[^\n]*)*", "", blank(text), flags=re.MULTILINE)
    bare = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"\{[^{}]*\}", "{}", bare))
    for statement in bare.split(";"):
        match = PROTOTYPE.search(statement)
        if match and "typedef" not in statement and "(*" not in statement[:match.start()]:
            yield match.group(1)


def parameter_names(parameters):
    """["self", "text"] of "CldThing *self, const char *text"."""
    names = []
    for part in re.sub(r"\([^()]*\)$", "", parameters).split(","):
        words = re.findall(r"\w+", re.sub(r"\[[^\]]*\]", "", part))
        if len(words) > 1:
            names.append(words[-1])
    return names


def comment_above(text, line):
    """The comment that ends just above the definition whose name stands on that line, or ""."""
    lines = text.split("\n")
    last = line - 2
    while last >= 0 and re.match(r"^[A-Za-z_][\w \t*]*\**$", lines[last]):
        last -= 1
    if last < 0 or not lines[last].rstrip().endswith("*/"):
        return ""
    first = last
    while first > 0 and not lines[first].lstrip().startswith("/*"):
        first -= 1
    return "\n".join(lines[first:last + 1])
