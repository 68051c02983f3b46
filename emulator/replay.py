"""Carrying out again what the journal has, before the first request is answered."""

import io
from collections.abc import Callable
from typing import Any

import time_machine

from emulator import chance
from emulator.journal import Journal

Answer = Callable[[dict[str, Any]], int]


def replay(journal: Journal, answer: Answer) -> list[str]:
    """Carry out each line at its time, with its seed. I(answer) gives the status; what fails now is returned."""
    failed = []
    for line in journal.lines:
        environ: dict[str, Any] = {**line.environ, "wsgi.input": io.BytesIO(line.body), "wsgi.errors": io.StringIO()}
        with time_machine.travel(line.time, tick=False), chance.seeded(line.seed, line.time):
            status = answer(environ)
        if status >= 400:
            failed.append(f"{line.environ.get('REQUEST_METHOD')} {line.environ.get('PATH_INFO')}: {status}")
    journal.lines.clear()
    return failed
