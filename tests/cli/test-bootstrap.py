#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""./bootstrap on machines that are made up: every tool it calls is a stand-in that writes down how it
was called, so that nothing is installed and nothing is built."""
import os
import shutil
import subprocess
import sys
import tap

REAL = ("sh", "cat", "dirname", "env", "mkdir", "printf", "rm", "sort", "touch", "tr")
# Each stand-in writes its call to the log; then this happens.
STAND_INS = {
    "cc": "exit 0",
    "gcc": "exit 0",
    "shellcheck": "exit 0",
    "python3": "exit 0",
    "clang-format-14": "exit 0",
    "glib-compile-resources": "exit 0",
    "pkg-config": "exit 0",
    "id": "echo 0",
    "meson": 'if [ "$1" = setup ]; then mkdir -p build; touch build/build.ninja; fi',
    "ninja": 'printf "#!/bin/sh\\necho compared >>log\\n" >build/claimdiff; '
             "PATH=/usr/bin:/bin chmod +x build/claimdiff",
    "apt-get": "exit 0",
}
# What an installing apt-get brings into the folder of tools.
BRINGS_NINJA = 'if [ "$1" = install ]; then PATH=/usr/bin:/bin mv hidden/ninja bin/ninja; fi'


class Machine:
    def __init__(self, bench, system="debian-12", hidden=(), **changed):
        self.bench = bench
        shutil.copy(os.path.join(bench.options.root, "bootstrap"), bench.path("bootstrap"))
        bench.put("samples/story/a.txt", "A bell rang.\n")
        bench.put("samples/story/older/a.txt", "{}\n")
        name, _, version = system.partition("-")
        bench.put("os-release", f'ID={name}\nVERSION_ID="{version}"\n')
        os.mkdir(bench.path("bin"))
        for tool in REAL:
            os.symlink(shutil.which(tool), bench.path(f"bin/{tool}"))
        for tool, action in {**STAND_INS, **changed}.items():
            folder = "hidden" if tool in hidden else "bin"
            self.put_tool(f"{folder}/{tool}", action)

    def put_tool(self, path, action):
        name = os.path.basename(path)
        self.bench.put(path, f'#!/bin/sh\nprintf "%s\\n" "{name} $*" >>log\n{action}\n')
        os.chmod(self.bench.path(path), 0o755)

    def run(self, *words):
        """The ended process, and the calls it made."""
        self.bench.put("log", "")
        run = subprocess.run(
            [self.bench.path("bin/sh"), "./bootstrap", *words], cwd=self.bench.folder, check=False,
            capture_output=True, text=True, timeout=tap.LIMIT_S,
            env={"PATH": self.bench.path("bin"), "OS_RELEASE": self.bench.path("os-release"),
                 "XDG_CACHE_HOME": self.bench.path("cache")})
        return run, self.bench.get("log").decode().splitlines()


def expect(run, status, *words):
    if run.returncode != status:
        yield f"exit status {run.returncode}, not {status}: {run.stderr}"
    for word in words:
        if word not in run.stderr + run.stdout:
            yield f"nothing about {word!r}: {run.stdout}{run.stderr}"


def calls_of(calls, tool):
    return [call for call in calls if call.split()[0] == tool]


def fresh(bench):
    """What is missing is installed, and only that; then it builds."""
    machine = Machine(bench, hidden=("ninja",), **{"apt-get": BRINGS_NINJA})
    run, calls = machine.run("build")
    yield from expect(run, 0, "installing: ninja-build")
    installed = [call for call in calls_of(calls, "apt-get") if " install " in f" {call} "]
    if len(installed) != 1 or not installed[0].endswith("--no-install-recommends ninja-build"):
        yield f"{installed}"
    if not os.access(bench.path("build/claimdiff"), os.X_OK):
        yield "no program"


def twice(bench):
    machine = Machine(bench)
    machine.run("build")
    run, calls = machine.run("build")
    yield from expect(run, 0)
    if calls_of(calls, "meson") or calls_of(calls, "apt-get"):
        yield f"done again: {calls}"


def run_samples(bench):
    run, calls = Machine(bench).run("run")
    yield from expect(run, 0, bench.path("build/samples.html"))
    if "compared" not in calls:
        yield f"{calls}"


def run_without_samples(bench):
    machine = Machine(bench)
    shutil.rmtree(bench.path("samples"))
    run, _ = machine.run("run")
    yield from expect(run, 2, "no article in samples/")


def test_runs_tests(bench):
    run, calls = Machine(bench).run("test")
    yield from expect(run, 0)
    if "meson test -C build --print-errorlogs" not in calls:
        yield f"{calls}"


def test_that_fails(bench):
    run, _ = Machine(bench, meson='mkdir -p build; touch build/build.ninja; [ "$1" = setup ]').run(
        "test")
    if run.returncode == 0:
        yield "tests fail and it ends with 0"


def formatter_per_system(bench):
    """clang-format 14 is asked for only where it can be had."""
    machine = Machine(bench, system="debian-13", hidden=("clang-format-14",))
    run, calls = machine.run("test")
    yield from expect(run, 0)
    if calls_of(calls, "apt-get"):
        yield f"{calls}"
    bench.put("os-release", "ID=ubuntu\nVERSION_ID=24.04\n")
    run, _ = machine.run("test")
    yield from expect(run, 2, "still not there after installing: clang-format-14")


# A system without OpenVINO, and a pip that brings what it is asked for.
NO_OPENVINO = {"pkg-config": '[ "$2" != openvino ]'}
BRINGS_WHEELS = ('case "$*" in *download*) touch cache/claimdiff/wheels/openvino-2026.4.1-1-any.whl '
                 "cache/claimdiff/wheels/openvino_tokenizers-2026.4.1.0-any.whl ;; "
                 '*zipfile*) mkdir -p build/openvino ;; esac')


def runtime(bench):
    """The model's runtime is fetched once, unpacked once, and fetched no more when the build is gone."""
    machine = Machine(bench, python3=BRINGS_WHEELS, **NO_OPENVINO)
    run, calls = machine.run("build")
    yield from expect(run, 0, "fetching OpenVINO")
    if "rules only" in run.stderr or len(calls_of(calls, "python3")) != 4:
        yield f"{calls_of(calls, 'python3')}: {run.stderr}"
    _, calls = machine.run("build")
    if calls_of(calls, "python3") or calls_of(calls, "meson"):
        yield f"done again: {calls}"
    shutil.rmtree(bench.path("build"))
    _, calls = machine.run("build")
    if [call for call in calls_of(calls, "python3") if "zipfile" not in call]:
        yield f"fetched again: {calls}"


def runtime_later(bench):
    """A build that was made without it is told of it."""
    machine = Machine(bench, python3="exit 1", **NO_OPENVINO)
    run, _ = machine.run("build")
    yield from expect(run, 0, "rules only")
    machine.put_tool("bin/python3", BRINGS_WHEELS)
    run, calls = machine.run("build")
    yield from expect(run, 0)
    if calls_of(calls, "meson") != ["meson setup --reconfigure build"]:
        yield f"{calls_of(calls, 'meson')}"


def no_runtime(bench):
    """Where it cannot be had, there is a program all the same, and that is said."""
    for action in ("exit 0", '[ "$1" = -c ]', "exit 1"):
        machine = Machine(bench, python3=action, **NO_OPENVINO)
        run, _ = machine.run("build")
        yield from expect(run, 0, "rules only")
        if not os.access(bench.path("build/claimdiff"), os.X_OK):
            yield f"{action}: no program"
        shutil.rmtree(bench.path("bin"))
        shutil.rmtree(bench.path("build"))


def no_root(bench):
    run, calls = Machine(bench, hidden=("ninja",), id="echo 1000").run("build")
    yield from expect(run, 2, "apt-get install ninja-build")
    if calls_of(calls, "apt-get"):
        yield f"tried all the same: {calls}"


def by_sudo(bench):
    machine = Machine(bench, hidden=("ninja",), id="echo 1000", sudo='"$@"',
                      **{"apt-get": BRINGS_NINJA})
    run, calls = machine.run("build")
    yield from expect(run, 0)
    if len(calls_of(calls, "sudo")) != 2:
        yield f"{calls}"


def other_system(bench):
    run, calls = Machine(bench, system="fedora-42", hidden=("ninja", "meson")).run("build")
    yield from expect(run, 2, "meson ninja-build")
    if calls_of(calls, "apt-get"):
        yield f"{calls}"


def other_system_with_all(bench):
    """A compiler we do not know may warn of what it likes."""
    run, calls = Machine(bench, system="fedora-42").run("build")
    yield from expect(run, 0)
    if calls_of(calls, "meson") != ["meson setup --buildtype=debugoptimized -Dwerror=false build"]:
        yield f"{calls_of(calls, 'meson')}"


def unknown_system(bench):
    machine = Machine(bench, hidden=("ninja",))
    os.remove(bench.path("os-release"))
    run, _ = machine.run("build")
    yield from expect(run, 2, "ninja-build")


FAILURES = {
    "no network": ({"hidden": ("ninja",), "apt-get": "exit 100"}, "apt-get update"),
    "no package": ({"hidden": ("ninja",), "apt-get": '[ "$1" = update ]'},
                   "apt-get install ninja-build"),
    "no library": ({"pkg-config": '[ "$2" != icu-uc ]'}, "libicu-dev"),
    "no header": ({"cc": "exit 1"}, "libc6-dev libstemmer-dev"),
    "meson fails": ({"meson": "exit 1"}, "build/meson-logs/meson-log.txt"),
    "ninja fails": ({"ninja": "exit 1"}, "ninja -C build"),
    "no program": ({"ninja": "exit 0"}, "build/claimdiff is missing"),
}


def failure_case(changed, said):
    def check(bench):
        run, _ = Machine(bench, **changed).run("build")
        yield from expect(run, 2, said)
    return check


def words(bench):
    machine = Machine(bench)
    for typed, status in (((), 0), (("help",), 0), (("--help",), 0), (("biuld",), 2)):
        run, calls = machine.run(*typed)
        yield from expect(run, status, "Usage: ./bootstrap run|test|build|help")
        if [call for call in calls if call.split()[0] in STAND_INS]:
            yield f"{typed}: {calls}"


CASES = {"fresh machine": fresh, "second run": twice, "run": run_samples,
         "run without samples": run_without_samples, "test": test_runs_tests,
         "test that fails": test_that_fails, "formatter": formatter_per_system,
         "neither root nor sudo": no_root, "sudo": by_sudo, "other system": other_system,
         "model's runtime": runtime, "runtime later": runtime_later, "no runtime": no_runtime,
         "other system with all": other_system_with_all, "unknown system": unknown_system, "words": words}
CASES |= {name: failure_case(*row) for name, row in FAILURES.items()}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
