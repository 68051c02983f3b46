# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Running an Ansible module in a fork of the task's worker instead of a new Python.

The fork has everything loaded that the worker has. Otherwise it is a process of its own, as a module expects, and
whatever happens to it happens to it alone. The items of a loop run in one fork, one after the other, for as long as
each comes to an ordinary end.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.util import Finalize
from typing import Any, BinaryIO, NoReturn

from ansible_collections.bidops.platform.plugins.plugin_utils import _module_run

_kept: list[_Fork] = []


def run(
    module: str, arguments: Mapping[str, Any], environment: Mapping[str, str], keep: bool = False
) -> tuple[int, bytes, bytes]:
    """Run the Python module I(module) (its full name) and return its exit code, output and error output.

    I(environment) is added to the environment. With I(keep) the fork stays for the next call, and ends with the worker.
    An exception in the worker, such as a timeout or Ctrl-C, ends the fork.
    """
    fork = _kept.pop() if _kept else _Fork()
    try:
        result = fork.run(module, arguments, environment)
    except BaseException:
        fork.kill()
        raise
    if keep and fork.alive:
        _kept.append(fork)
    else:
        fork.end()
    return result


class _Fork:
    """A process that runs the modules it is told to, with what this process had loaded when it was made."""

    def __init__(self) -> None:
        self._output, self._errors = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115
        self._orders, orders = Pipe()
        self._pid = os.fork()
        if self._pid == 0:
            self._orders.close()
            _serve(orders, self._output, self._errors)
        orders.close()
        self.alive = True
        # Whoever has started it waits for its end, so that its time counts. A worker ends through these, not atexit.
        self._at_exit = Finalize(self, self.end, exitpriority=0)

    def run(self, *order: Any) -> tuple[int, bytes, bytes]:
        for file in (self._output, self._errors):
            file.seek(0)
            file.truncate()
        try:
            self._orders.send(order)
            code = self._orders.recv()
        except (EOFError, ConnectionError):  # it ended without an answer
            code = self._ended()
        return code, content(self._output), content(self._errors)

    def end(self) -> None:
        self._orders.close()
        if self.alive:
            self._ended()

    def kill(self) -> None:
        if self.alive:
            os.kill(self._pid, signal.SIGKILL)
        self.end()

    def _ended(self) -> int:
        _child, status = os.waitpid(self._pid, 0)
        self.alive = False
        self._at_exit.cancel()
        return os.waitstatus_to_exitcode(status)


def content(file: BinaryIO) -> bytes:
    """All that was written to the file."""
    file.seek(0)
    return file.read()


def _serve(orders: Connection, output: BinaryIO, errors: BinaryIO) -> NoReturn:
    """Turn this fork into the process of one module after the other; never returns into the worker's code."""
    code = 1
    try:
        signal.alarm(0)  # the worker keeps the time, and ends what it has started
        for number in _module_run.SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        while True:
            orders.send(_module_run.run(*orders.recv(), output, errors))
    except EOFError:  # nobody has more to do
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    finally:
        os._exit(code)
