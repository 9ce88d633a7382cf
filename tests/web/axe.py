# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""axe-core, the checker of accessibility: fetched by npm once, pinned by its digest, run in a page."""
import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import tap  # noqa: E402

VERSION = "4.10.3"
SHA512 = "Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg=="
GRAVE = ("serious", "critical")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def fetch(folder):
    """The package's archive, from the folder or from the registry; raises tap.Skip when it cannot be had."""
    path = os.path.join(folder, f"axe-core-{VERSION}.tgz")
    if not os.path.exists(path):
        if not shutil.which("npm"):
            raise tap.Skip("there is no npm to fetch axe-core with")
        with tempfile.TemporaryDirectory(dir=folder) as place:
            run = subprocess.run(["npm", "pack", "--silent", f"axe-core@{VERSION}"], cwd=place, check=False,
                                 capture_output=True, timeout=90)
            if run.returncode != 0:
                raise tap.Skip("axe-core cannot be fetched: " + run.stderr.decode(errors="replace").strip()[-120:])
            os.replace(os.path.join(place, os.path.basename(path)), path)
    with open(path, "rb") as archive:
        digest = base64.b64encode(hashlib.sha512(archive.read()).digest()).decode()
    if digest != SHA512:
        raise RuntimeError(f"{path} is not the axe-core that was looked at: sha512-{digest}")
    return path


def load(folder=None):
    """The script itself."""
    with tarfile.open(fetch(folder or tempfile.gettempdir())) as archive:
        return archive.extractfile("package/axe.min.js").read().decode()


def check(browser, script, name):
    """Yields what a reviewer with a screen reader or without a mouse would stumble over."""
    browser.run(script + "; true")
    found = json.loads(browser.run("axe.run(document, {runOnly: %s, resultTypes: ['violations']}).then((r) => JSON.stringify("
                                   "r.violations.map((v) => [v.impact, v.id, v.nodes.map((n) => n.target.join(' ') + ': ' "
                                   "+ n.any.concat(n.all).map((c) => c.message).join('; ')).slice(0, 3)])))"
                                   % json.dumps(RULES)))
    for impact, rule, nodes in found:
        if impact in GRAVE:
            yield f"{name}: {impact} {rule}: {nodes}"
        else:
            print(f"# {name}: {impact} {rule}: {nodes}")
