"""Run a program, and tell what it and all that it started and waited for have cost."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.memory import Watch
from tests.local_cloud import ROOT


class Failed(Exception):
    """A measure that can't be taken; the text says why."""


@dataclass(frozen=True)
class Usage:
    wall_s: float
    cpu_s: float
    controller_mb: float
    worker_mb: float
    worker: str
    together_mb: float


def run(command: Sequence[str], environment: Mapping[str, str], log: Path) -> Usage:
    """What the command used. One that fails is no measure."""
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        watch = Watch(process.pid)
        watch.start()
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        watch.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text(errors='replace')[-3000:]}")
    # The operating system has seen the largest process, however short it lived.
    largest = used.ru_maxrss / 1024
    return Usage(
        wall_s=wall,
        cpu_s=used.ru_utime + used.ru_stime,
        controller_mb=watch.controller_mb,
        worker_mb=watch.worker_mb if largest <= watch.controller_mb else max(watch.worker_mb, largest),
        worker=watch.worker,
        together_mb=watch.together_mb,
    )
