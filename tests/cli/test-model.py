#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model as its users choose it: --model, its like in files, and what the doctor finds."""
import json
import os
import sqlite3
import sys
import tap

NO_RUNTIME = "OpenVINO (libopenvino_c.so) is not installed"


def found(run):
    return {(row["topic"], row["name"]): row for row in json.loads(run.stdout)["found"]}


def doctor(bench, *flags, **more):
    run = bench.run("doctor", "--format=json", *flags, **more)
    return run, found(run)


def find_runtime(bench):
    """Also skips where the runtime cannot be loaded: sanitizers refuse it."""
    runtime = os.path.join(bench.options.root, "build/openvino")
    if os.environ.get("CLAIMDIFF_TEST_RUNTIME") == "no" or not os.path.isdir(runtime):
        raise tap.Skip("no runtime here")
    return runtime


def none(bench):
    run, rows = doctor(bench, "--model=none")
    yield from tap.complain_status(run, 0)
    if rows["engine", "judges"]["value"] != "rules only: none is wanted":
        yield f"{rows}"
    text = bench.run("doctor").stdout.decode()
    if "engine   judges     rules only" not in text or "lists, compiled in" not in text:
        yield text
    run = bench.run("compare", "--format=json", "--model=none", *bench.articles)
    if json.loads(run.stdout)["tool"]["model"] is not None:
        yield "a model judged"


def missing(bench):
    for model in ("nowhere", os.path.join(bench.folder, "nowhere")):
        run, rows = doctor(bench, f"--model={model}")
        yield from tap.complain_status(run, 2)
        if "nowhere/model.json: cannot be read" not in rows["model", "trouble"]["value"]:
            yield f"{rows}"
        run = bench.run("compare", f"--model={model}", *bench.articles)
        yield from tap.complain_status(run, 2)
        if b"nowhere/model.json" not in run.stderr or b"claimdiff doctor" not in run.stderr or run.stdout:
            yield f"{run.stderr!r}"


def no_runtime(bench):
    """A runtime that was named and is not there is trouble."""
    shipped = os.path.join(bench.options.root, "models/model.json")
    if not os.path.exists(shipped):
        raise tap.Skip("no model is shipped")
    bench.put("empty/note.txt", "no library\n")
    run, rows = doctor(bench, "--model=default", "--openvino=empty")
    yield from tap.complain_status(run, 2)
    said = rows["model", "trouble"]["value"]
    if said not in (f"{NO_RUNTIME} in empty", "this claimdiff was built without OpenVINO"):
        yield said


def no_library(bench):
    """Nor is a file a library by its name."""
    find_runtime(bench)
    bench.put("libs/libopenvino_c.so.1", "no library\n")
    run, rows = doctor(bench, "--model=default", "--openvino=libs")
    yield from tap.complain_status(run, 2)
    if "tokenizers" not in rows["model", "trouble"]["value"]:
        yield f"{rows}"
    bench.put("libs/libopenvino_tokenizers.so", "no library\n")
    run, rows = doctor(bench, "--model=default", "--openvino=libs")
    yield from tap.complain_status(run, 2)
    if "libs/libopenvino_c.so.1" not in rows["model", "trouble"]["value"]:
        yield f"{rows}"


def shipped(bench):
    runtime = find_runtime(bench)
    run, rows = doctor(bench, "--model=default", f"--openvino={runtime}")
    yield from tap.complain_status(run, 0)
    if not rows["runtime", "version"]["value"].startswith("OpenVINO 20") or ("model", "sha256") not in rows:
        yield f"{rows}"
    tools = []
    for flags in (["--jobs=1"], ["--jobs=2"]):
        run = bench.run("compare", "--format=json", "--model=default", f"--openvino={runtime}", *flags,
                        *bench.articles)
        yield from tap.complain_status(run, 0)
        tools.append(run.stdout)
    if tools[0] != tools[1]:
        yield "threads change the report"
    tool = json.loads(tools[0])["tool"]
    wanted = [rows["model", "name"]["value"], rows["model", "sha256"]["value"], rows["runtime", "version"]["value"]]
    if [tool["model"], tool["model_sha256"], tool["model_runtime"]] != wanted:
        yield f"{tool}"
    text = bench.run("compare", "--model=default", f"--openvino={runtime}", *bench.articles).stdout.decode()
    if wanted[0] not in text or wanted[1][:12] not in text:
        yield "the report does not say which model"


def no_cache(bench):
    """A cache that cannot be written to costs time only."""
    runtime = find_runtime(bench)
    bench.put("file", "no folder\n")
    run, rows = doctor(bench, "--model=default", f"--openvino={runtime}", env={"XDG_CACHE_HOME": bench.path("file")})
    yield from tap.complain_status(run, 0)
    if "cannot be written" not in rows["runtime", "cache"]["value"]:
        yield f"{rows}"


def trust(bench):
    """A file that lies about is not asked which code runs; the user's own and a named one are."""
    for setting in ("model=nowhere", "openvino=nowhere"):
        bench.put(".claimdiff.ini", f"[claimdiff]\n{setting}\n")
        run = bench.run("compare", *bench.articles)
        yield from tap.complain_status(run, 2)
        if b"--config" not in run.stderr:
            yield f"{setting}: {run.stderr!r}"
    os.remove(bench.path(".claimdiff.ini"))
    bench.put("own.ini", "[claimdiff]\nmodel=nowhere\n")
    unset = {"CLAIMDIFF_MODEL": ""}
    run = bench.run("compare", "--config=own.ini", *bench.articles, env=unset)
    if b"nowhere/model.json" not in run.stderr:
        yield f"named file: {run.stderr!r}"
    bench.put("xdg/claimdiff/claimdiff.ini", "[claimdiff]\nmodel=nowhere\n")
    run = bench.run("compare", *bench.articles, env={**unset, "XDG_CONFIG_HOME": bench.path("xdg")})
    if b"nowhere/model.json" not in run.stderr:
        yield f"user file: {run.stderr!r}"
    run = bench.run("compare", *bench.articles, env={"CLAIMDIFF_MODEL": "nowhere"})
    if b"nowhere/model.json" not in run.stderr:
        yield f"environment: {run.stderr!r}"


def words(bench):
    yield from tap.complain_status(bench.run("doctor", "--format=html"), 2)
    yield from tap.complain_status(bench.run("doctor", "--model="), 2)
    yield from tap.complain_status(bench.run("doctor", f"--openvino={'x' * 5000}"), 2)


def stored(bench):
    """A check that finds vectors in the collection says what it says without them; rebuild drops them."""
    runtime = find_runtime(bench)
    path = bench.path(".claimdiff/collection.db")
    bench.run("init")
    bench.run("add", *bench.articles)
    said, counts = [], []
    for _ in range(2):
        run = bench.run("check", "--format=json", "--model=default", f"--openvino={runtime}")
        yield from tap.complain_status(run, 1)
        said.append(run.stdout)
        counts.append(count_vectors(path))
    if said[0] != said[1] or json.loads(said[0])["tool"]["model"] is None:
        yield "the second check says something else"
    if counts[0] == 0 or counts[0] != counts[1]:
        yield f"vectors: {counts}"
    yield from tap.complain_status(bench.run("rebuild"), 0)
    if count_vectors(path) != 0:
        yield "rebuild left vectors"


def count_vectors(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT count(*) FROM vectors").fetchone()[0]


CASES = {"none": none, "missing": missing, "no runtime": no_runtime, "no library": no_library, "shipped": shipped,
         "no cache": no_cache, "trust": trust, "words": words,
         "stored vectors": stored}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
