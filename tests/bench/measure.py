# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a program and says what it cost."""
import os
import time
from typing import NamedTuple


class Cost(NamedTuple):
    wall_s: float
    cpu_s: float  # user and system, all threads
    peak_mib: float  # resident; not below what the launching interpreter itself takes (about 10)
    status: int


def run(command):
    """Standard output and input are /dev/null; standard error is ours."""
    null_in, null_out = os.open(os.devnull, os.O_RDONLY), os.open(os.devnull, os.O_WRONLY)
    start = time.monotonic()
    child = os.posix_spawn(command[0], command, {"CLAIMDIFF_MODEL": "none", **os.environ}, file_actions=[
        (os.POSIX_SPAWN_DUP2, null_in, 0), (os.POSIX_SPAWN_DUP2, null_out, 1)])
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - start
    os.close(null_in)
    os.close(null_out)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                os.waitstatus_to_exitcode(status))
