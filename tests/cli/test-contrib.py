#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The pieces for other people's builds: the hooks of pre-commit, the action for GitHub and the job
for GitLab, each run as far as it runs away from those."""
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree
import tap

ACTION, JOB, HOOKS = "contrib/github-action/action.yml", "contrib/gitlab/claimdiff.yml", ".pre-commit-hooks.yaml"
# Stands in for the program: notes its arguments, writes its outputs, ends as it is told.
STUB = """#!/bin/sh
for word in "$@"; do
    printf '%s\\0' "$word" >>"$NOTES"
    case $word in --output=*) path=${word#--output=*=}; echo "made by the stub" >"$path" ;; esac
done
exit "$STUB_STATUS"
"""


def load(bench, path):
    try:
        import yaml
    except ImportError as missing:
        raise tap.Skip("no python3-yaml") from missing
    with open(os.path.join(bench.options.root, path), encoding="utf-8") as stream:
        return yaml.safe_load(stream)


def has_check(bench):
    return bench.run("check", "--help").returncode == 0


def put_on_path(bench, text=None):
    """A folder for $PATH in which claimdiff is the program, or a script with that text."""
    name = bench.put("bin/claimdiff", text or "")
    if text is None:
        os.remove(bench.path(name))
        os.symlink(bench.options.tool, bench.path(name))
    else:
        os.chmod(bench.path(name), 0o755)
    return bench.path("bin") + os.pathsep + os.environ["PATH"]


def run_action(bench, **inputs):
    """Runs the step "Check" as a runner does, with the inputs over their defaults."""
    action = load(bench, ACTION)
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
    values = {name: rules["default"] for name, rules in action["inputs"].items()} | inputs
    env = {name: values[value.split("inputs.")[1].split()[0]] for name, value in step["env"].items()}
    env |= {"GITHUB_ACTION_PATH": os.path.join(bench.options.root, os.path.dirname(ACTION)),
            "GITHUB_OUTPUT": bench.path("output"), "GITHUB_STEP_SUMMARY": bench.path("page.md"),
            "NOTES": bench.path("notes"), "STUB_STATUS": "1"}
    for name in ("output", "page.md", "notes"):
        bench.put(name, "")
    return subprocess.run(["bash", "-c", step["run"]], cwd=bench.folder, env=tap.CLEAN | env, check=False,
                          capture_output=True, timeout=tap.LIMIT_S)


def test_action_arguments(bench):
    put_on_path(bench, STUB)
    run = run_action(bench, program=bench.path("bin/claimdiff"), paths="a b\n-x\n\n$(touch pwned)\n",
                     baseline="known; true", **{"fail-on": "update\ncontradiction:low", "allow-unread": "true"})
    words = bench.get("notes").decode().split("\0")[:-1]
    yield from tap.complain_status(run, 1)
    wanted = ["check", "--no-progress", "--format=github", "--output=sarif=claimdiff.sarif", None, "--fail-on=update",
              "--fail-on=contradiction:low", "--baseline=known; true", "--allow-unread", "--", "a b", "-x",
              "$(touch pwned)"]
    if [word for word in words if not word.startswith("--output=summary=")] != [word for word in wanted if word]:
        yield f"arguments {words}"
    if bench.get("output").decode() != "status=1\nsarif=claimdiff.sarif\n":
        yield f"outputs {bench.get('output')}"
    if bench.get("page.md") != b"made by the stub\n":
        yield f"summary {bench.get('page.md')}"
    if os.path.exists(bench.path("pwned")):
        yield "a path was run"


def test_action_without_program(bench):
    run = run_action(bench, program=bench.path("nowhere"))
    yield from tap.complain_status(run, 2)
    if bench.get("output").decode() != "status=2\n":
        yield f"outputs {bench.get('output')}"


def test_action(bench):
    if not has_check(bench):
        raise tap.Skip("the program has no check")
    bench.run("init")
    run = run_action(bench, program=bench.options.tool, paths="\n".join(bench.articles))
    yield from tap.complain_status(run, 1)
    if not any(line.startswith(b"::error file=") for line in run.stdout.splitlines()):
        yield f"no annotation: {run.stdout!r}"
    if not bench.get("page.md").startswith(b"### claimdiff: "):
        yield f"summary {bench.get('page.md')!r}"
    if not json.loads(bench.get("claimdiff.sarif"))["runs"][0]["results"]:
        yield "no result in SARIF"


def test_gitlab(bench):
    job = load(bench, JOB)[".claimdiff"]
    real = has_check(bench)
    env = tap.CLEAN | {name: str(value) for name, value in job["variables"].items()}
    env |= {"PATH": put_on_path(bench, None if real else STUB), "NOTES": bench.path("notes"), "STUB_STATUS": "1",
            "HOME": bench.folder}
    bench.run("init")
    run = subprocess.run(["bash", "-e", "-c", "\n".join(job["script"])], cwd=bench.folder, env=env, check=False,
                         capture_output=True, timeout=tap.LIMIT_S)
    yield from tap.complain_status(run, 1)
    reports = job["artifacts"]["reports"]
    for path in [*job["artifacts"]["paths"], *reports.values()]:
        if not os.path.exists(bench.path(path)):
            yield f"{path} was not written"
    if real and not json.loads(bench.get(reports["codequality"])):
        yield "the code quality report is empty"
    if real and xml.etree.ElementTree.fromstring(bench.get(reports["junit"])).get("failures") == "0":
        yield "no failure in the JUnit file"


def git(bench, folder, *words):
    name = ["-c", "user.name=claimdiff", "-c", "user.email=dev@claimdiff.invalid", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *name, *words], cwd=bench.path(folder), check=True, capture_output=True,
                          env=tap.CLEAN | {"HOME": bench.folder}).stdout.decode().strip()


def run_hook(bench, hook, articles):
    """A repository with these articles in which pre-commit runs that hook on everything."""
    program = os.environ.get("PRE_COMMIT") or shutil.which("pre-commit")
    if not program or not shutil.which("git"):
        raise tap.Skip("no pre-commit")
    with open(os.path.join(bench.options.root, HOOKS), encoding="utf-8") as stream:
        bench.put("hooks/" + HOOKS, stream.read())
    git(bench, "hooks", "init", "-q")
    git(bench, "hooks", "add", "-A")
    git(bench, "hooks", "commit", "-qm", "hooks")
    config = {"repos": [{"repo": bench.path("hooks"), "rev": git(bench, "hooks", "rev-parse", "HEAD"),
                         "hooks": [{"id": hook, "args": ["articles"]}]}]}
    bench.put("project/.pre-commit-config.yaml", json.dumps(config))
    for name in articles:
        bench.put("project/articles/" + name, bench.get(name))
    git(bench, "project", "init", "-q")
    git(bench, "project", "add", "-A")
    env = tap.CLEAN | {"PATH": put_on_path(bench) if not os.path.exists(bench.path("bin/claimdiff"))
                       else bench.path("bin") + os.pathsep + os.environ["PATH"],
                       "HOME": bench.folder, "PRE_COMMIT_HOME": bench.path("cache"), "LC_ALL": "C.UTF-8"}
    if hook == "claimdiff-check":
        bench.run("init", cwd=bench.path("project"))
    return subprocess.run([program, "run", "--all-files", "--color=never"], cwd=bench.path("project"), env=env,
                          check=False, capture_output=True, timeout=tap.LIMIT_S)


def test_hook(bench, hook):
    run = run_hook(bench, hook, bench.articles[:1])
    if run.returncode != 0 or b"Passed" not in run.stdout:
        yield f"one article: {run.returncode} {run.stdout.decode()} {run.stderr.decode()}"
    for folder in ("project", "hooks"):
        shutil.rmtree(bench.path(folder))
    run = run_hook(bench, hook, bench.articles)
    if run.returncode != 1 or b"Failed" not in run.stdout or b"exit code: 1" not in run.stdout:
        yield f"two articles: {run.returncode} {run.stdout.decode()} {run.stderr.decode()}"


def test_hook_compare(bench):
    yield from test_hook(bench, "claimdiff-compare")


def test_hook_check(bench):
    if not has_check(bench):
        raise tap.Skip("the program has no check")
    yield from test_hook(bench, "claimdiff-check")


CASES = {
    "contrib/action/arguments": test_action_arguments,
    "contrib/action/no-program": test_action_without_program,
    "contrib/action/check": test_action,
    "contrib/gitlab": test_gitlab,
    "contrib/pre-commit/compare": test_hook_compare,
    "contrib/pre-commit/check": test_hook_check,
}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
