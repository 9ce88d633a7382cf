# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cases that run the program as its users do, printed as TAP. A case is a function that yields
complaints; it may raise Skip with the reason."""
import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import traceback

ARTICLES = {
    "harbour-gazette.txt": """Harbour Gazette
Ferry collision leaves nine injured, port says
12 March 2024, 18:30
By Nadia Okafor

Nine people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the port authority said.

"Both vessels were inspected last month," harbour master Tomas Reid said. "The fog signal was working."

The collision happened at 7:40 a.m., according to the coast guard.
""",
    "coast-herald.txt": """Coast Herald
Fourteen hurt as ferries collide off Velmouth
12 March 2024, 19:05
By Adam Lindqvist

Fourteen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said.

"The fog signal was not working," harbour master Tomas Reid said.

The collision happened at 8:15 a.m., witnesses said.
""",
}
# Nothing of the user's own settings may reach a case, and no model that this machine happens to run.
PASSED_ON = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "G_SLICE", "LLVM_PROFILE_FILE")
CLEAN = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC", "TERM": "xterm",
         "G_DEBUG": "fatal-criticals", "CLAIMDIFF_MODEL": "none",
         **{name: os.environ[name] for name in PASSED_ON if name in os.environ}}
LIMIT_S = 60


class Skip(Exception):
    """The machine cannot show this."""


class Bench:
    """A folder of its own with the articles in it, and the program."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.articles = list(ARTICLES)
        for name, text in ARTICLES.items():
            self.put(name, text)

    def path(self, name):
        return os.path.join(self.folder, name)

    def put(self, name, content):
        data = content.encode() if isinstance(content, str) else content
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as stream:
            stream.write(data)
        return name

    def get(self, name):
        with open(self.path(name), "rb") as stream:
            return stream.read()

    def run(self, *arguments, env=None, **more):
        """The ended process; standard output and error are bytes."""
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        more.setdefault("cwd", self.folder)
        if "input" not in more:
            more.setdefault("stdin", subprocess.DEVNULL)
        environment = {**CLEAN, "HOME": self.folder, **(env or {})}
        return subprocess.run([self.options.tool, *arguments], env=environment, check=False,
                              timeout=LIMIT_S, **more)


def complain_status(run, wanted):
    """Nothing, or what was wrong with the exit status."""
    if run.returncode != wanted:
        said = (run.stderr or b"").decode(errors="replace").strip()
        yield f"exit status {run.returncode}, not {wanted}: {said}"


def run_case(options, function):
    with tempfile.TemporaryDirectory() as folder:
        try:
            return list(function(Bench(options, folder)) or []), None
        except Skip as reason:
            return [], str(reason)
        except Exception:  # a case that breaks must not stop the others
            return traceback.format_exc().splitlines(), None
        finally:
            with contextlib.suppress(OSError):
                os.chmod(folder, 0o700)


def main(cases, description):
    """Runs {name: function}; returns the exit status."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--root", default=".", type=os.path.abspath)
    options = parser.parse_args()
    print(f"1..{len(cases)}")
    n_bad = 0
    for number, (name, function) in enumerate(cases.items(), 1):
        complaints, skipped = run_case(options, function)
        n_bad += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} - {name}"
              + (f" # SKIP {skipped}" if skipped else ""))
        for line in complaints:
            print(f"# {line}")
    sys.stdout.flush()
    return 1 if n_bad else 0
