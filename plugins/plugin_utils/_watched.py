# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Running an Ansible module in the task's worker itself, without a process more.

A worker is forked for one task and ends with it, so nothing that a module leaves behind reaches another task. Should
the module take its worker with it, by a signal or by ending the process, then the controller, which would give up the
whole run, starts the worker once more. That one doesn't run the module again, but tells the task how it ended.
"""

from __future__ import annotations

import mmap
import tempfile
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from typing import Any

from ansible.executor.process.worker import WorkerProcess
from ansible.playbook.task import Task
from ansible_collections.bidops.platform.plugins.plugin_utils import _forked, _module_run

Outcome = tuple[int, bytes, bytes]
"""The exit code of a module, its output and its error output."""

COLLECTIONS = ("amazon.aws.", "community.aws.", "bidops.platform.")

_mine: Watch | None = None
"""In a worker that is watched, its watch. In the controller, only while it forks that worker."""


class Watch:
    """What the controller sees of the module in a worker."""

    def __init__(self) -> None:
        self._output, self._errors = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115
        self._running = mmap.mmap(-1, 1)  # memory that both share
        self._died: Outcome | None = None
        self.given_up = False

    def run(self, module: str, arguments: Mapping[str, Any], environment: Mapping[str, str]) -> Outcome:
        """Run the Python module I(module) (its full name); I(environment) is added to the environment."""
        if self._died:
            return self._died
        self._running[0] = 1
        code = _module_run.run(module, arguments, environment, self._output, self._errors)
        self._running[0] = 0
        return self._outcome(code)

    def died_of_module(self, code: int | None) -> bool:
        """Whether the worker that ended with this code ended while the module ran, and for the first time."""
        if not code or self.given_up or self._died or not self._running[0]:
            return False
        self._died = self._outcome(code)
        return True

    def _outcome(self, code: int) -> Outcome:
        return code, _forked.content(self._output), _forked.content(self._errors)


def watch() -> None:
    """Have the workers watched that run a module once; those of loops, tries and timeouts need a process more."""
    start, is_alive, terminate = WorkerProcess.start, WorkerProcess.is_alive, WorkerProcess.terminate
    exit_code = WorkerProcess.exitcode.fget

    def start_watched(self: WorkerProcess) -> None:
        global _mine
        if not hasattr(self, "_watch"):
            self._watch = Watch() if _is_single(self._task) else None
        _mine = self._watch
        try:
            start(self)
        finally:
            _mine = None

    def start_again(self: WorkerProcess) -> bool:
        watched = getattr(self, "_watch", None)
        again = bool(watched and watched.died_of_module(exit_code(self)))
        if again:
            BaseProcess.__init__(self)
            self.start()
        return again

    def terminate_for_good(self: WorkerProcess) -> None:
        if watched := getattr(self, "_watch", None):
            watched.given_up = True
        terminate(self)

    WorkerProcess.start = start_watched
    WorkerProcess.is_alive = lambda self: is_alive(self) or start_again(self)
    WorkerProcess.exitcode = property(lambda self: None if start_again(self) else exit_code(self))
    WorkerProcess.terminate = terminate_for_good


def run(module: str, arguments: Mapping[str, Any], environment: Mapping[str, str], keep: bool) -> Outcome:
    """Run the Python module here if this worker is watched, else in a fork, which I(keep) keeps for the next call."""
    if _mine:
        return _mine.run(module, arguments, environment)
    return _forked.run(module, arguments, environment, keep)


def _is_single(task: Task) -> bool:
    several = task.loop is not None or task.loop_with or task.until
    ours = str(task.resolved_action or task.action).startswith(COLLECTIONS)
    return ours and not (several or task.timeout or task.async_val)
