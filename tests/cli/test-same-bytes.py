#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same input gives the same bytes, whatever else differs; and nothing leaves the machine."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tap

N_REPEATS = 5
WAYS = {
    "German": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "far east": {"TZ": "Pacific/Kiritimati"},
    "far west": {"TZ": "Pacific/Pago_Pago"},
    "no home": {"HOME": "/nonexistent"},
    "poisoned memory": {"MALLOC_PERTURB_": "165", "G_SLICE": "always-malloc"},
}


def list_inputs(bench):
    """The samples where there are some, else the articles of the tests."""
    found = sorted(path for path in glob.glob(f"{bench.options.root}/samples/*/*")
                   if os.path.isfile(path))
    return found or bench.articles


def compare(bench, *flags, env=None):
    run = bench.run("compare", "--format=json", *flags, *list_inputs(bench), env=env)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode(errors="replace"))
    return run.stdout


def way_case(env):
    def check(bench):
        if compare(bench) != compare(bench, env=env):
            yield "other bytes"
    return check


def jobs(bench):
    once = compare(bench, "--jobs=1")
    for n in (2, 8, 64):
        if compare(bench, f"--jobs={n}") != once:
            yield f"other bytes with {n} threads"


def repeats(bench):
    if len({compare(bench, "--jobs=8") for _ in range(N_REPEATS)}) != 1:
        yield "other bytes on another run"


def compiled_locales(bench):
    """The locales themselves, made here: a comma as decimal point, and i that has no dot."""
    if not shutil.which("localedef") or not os.path.isdir("/usr/share/i18n/locales"):
        raise tap.Skip("there is no localedef or no sources of locales")
    plain = compare(bench)
    for name in ("de_DE", "tr_TR"):
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", bench.path(name + ".UTF-8")],
                       check=False, capture_output=True)
        env = {"LOCPATH": bench.folder, "LC_ALL": name + ".UTF-8"}
        if compare(bench, env=env) != plain:
            yield f"other bytes in {name}"


def folder_and_files(bench):
    """A folder is the files in it, in one order."""
    for name in bench.articles:
        bench.put(f"both/{name}", bench.get(name))
    files = [f"both/{name}" for name in sorted(bench.articles)]
    if bench.run("compare", "--format=json", "both").stdout != \
            bench.run("compare", "--format=json", *files).stdout:
        yield "other bytes"


def order_of_inputs(bench):
    """The findings are the same findings in either order."""
    def ids(files):
        text = bench.run("compare", "--format=json", *files).stdout.decode()
        return sorted(re.findall(r'"id": ?"([0-9a-f]{8,})"', text))
    if ids(bench.articles) != ids(bench.articles[::-1]):
        yield "other findings"


def system_calls(bench):
    if not shutil.which("strace"):
        raise tap.Skip("there is no strace")
    trace = bench.path("trace")
    run = subprocess.run(
        ["strace", "-f", "-qq", "-o", trace, "-e", "trace=network,execve", bench.options.tool,
         "compare", "--format=html", *bench.articles],
        cwd=bench.folder, check=False, capture_output=True, stdin=subprocess.DEVNULL,
        env={**tap.CLEAN, "HOME": bench.folder}, timeout=tap.LIMIT_S)
    if b"ptrace" in run.stderr:
        raise tap.Skip("strace may not trace here")
    lines = bench.get("trace").decode(errors="replace").splitlines()
    bad = [line for line in lines if re.search(r"\b(socket|connect|sendto)\(", line)]
    bad += [line for line in lines if "execve(" in line][1:]
    yield from bad


def imports(bench):
    """The program has no function in it that could reach the network, or start another program than the
    browser of `review web`; what that page is served with can be reached, but cannot reach out."""
    if not shutil.which("nm"):
        raise tap.Skip("there is no nm")
    run = subprocess.run(["nm", "-D", "--undefined-only", bench.options.tool], check=True,
                         capture_output=True, text=True)
    names = {line.split()[-1].split("@")[0] for line in run.stdout.splitlines() if line.strip()}
    bad = re.compile(r"socket|connect|getaddrinfo|gethostby|exec[lv]|fork|system|popen|posix_spawn|"
                     r"g_(socket|spawn|subprocess|resolver|app_info|tcp|network)_?\w*|soup_\w+|"
                     r"xml(NanoHTTP|NanoFTP|IOHTTP)\w*")
    served = re.compile(r"soup_(server|message_body|message_headers|status)_\w+|g_app_info_launch_default_for_uri|"
                        r"g_socket_(listener_|service_|connection_get_|is_closed$|get_local_address$|send$|shutdown$)\w*")
    yield from sorted(name for name in names if bad.fullmatch(name) and not served.fullmatch(name))
    if not names:
        yield "no names at all"


CASES = {name: way_case(env) for name, env in WAYS.items()}
CASES |= {"threads": jobs, "repeats": repeats, "compiled locales": compiled_locales,
          "folder and files": folder_and_files, "order of inputs": order_of_inputs,
          "no network, no program": system_calls,
          "nothing imported for it": imports}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
