# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Running an Ansible module in this process, as if it were alone in it.

It has its own output, environment and arguments, and this process has its own back afterwards. What can't be given
back, its end by a signal for one, is the matter of whoever calls: M(_forked) and M(_watched).
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from ansible.module_utils._internal._ansiballz import _loader
from ansible.module_utils.common.json import Direction, get_module_encoder
from ansible_collections.bidops.platform.plugins.plugin_utils import _notices

PROFILE = "legacy"  # how modules of collections exchange JSON with the controller

# Ansible has handlers for them in the controller and its workers.
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)


def run(
    module: str, arguments: Mapping[str, Any], environment: Mapping[str, str], output: BinaryIO, errors: BinaryIO
) -> int:
    """Run the Python module I(module) (its full name) and return its exit code,
    which is the negative number of a signal for what would have ended by it.

    I(environment) is added to the environment. What it prints goes to the two files.
    """
    encoder = get_module_encoder(PROFILE, Direction.CONTROLLER_TO_MODULE)
    given = json.dumps({"ANSIBLE_MODULE_ARGS": arguments}, cls=encoder).encode()
    with _streams(output, errors), _signals(), _surroundings(), _notices.listening():
        os.environ.update(environment)
        sys.argv = [module]
        try:
            _loader.run_module(json_params=given, profile=PROFILE, module_fqn=module, modlib_path="", extensions={})
        except SystemExit as end:
            return _exit_code(end.code)
        except BaseException as error:  # what the loader does not report; Python would end like this
            sys.excepthook(*sys.exc_info())
            return -signal.SIGINT if isinstance(error, KeyboardInterrupt) else 1


def _exit_code(said: Any) -> int:
    """What Python makes of what sys.exit was told."""
    if said is None or isinstance(said, int):
        return said or 0
    print(said, file=sys.stderr)
    return 1


@contextmanager
def _streams(output: BinaryIO, errors: BinaryIO) -> Iterator[None]:
    """The file descriptors too, for what programs print that the module starts."""
    before = sys.stdin, sys.stdout, sys.stderr
    descriptors = [os.dup(number) for number in range(3)]
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, source in enumerate((nothing, output.fileno(), errors.fileno())):
        os.dup2(source, number)
    os.close(nothing)
    sys.stdin = os.fdopen(0, closefd=False)
    writers = [os.fdopen(number, "w", encoding="utf-8", errors="surrogateescape", closefd=False) for number in (1, 2)]
    sys.stdout, sys.stderr = writers
    try:
        yield
    finally:
        for writer in writers:
            writer.close()  # which writes what is left
        sys.stdin, sys.stdout, sys.stderr = before
        for number, source in enumerate(descriptors):
            os.dup2(source, number)
            os.close(source)


@contextmanager
def _signals() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _surroundings() -> Iterator[None]:
    environment, folder, arguments, path = dict(os.environ), Path.cwd(), sys.argv, list(sys.path)
    try:
        yield
    finally:
        os.chdir(folder)
        sys.argv, sys.path[:] = arguments, path
        # Setting each variable anew would write to memory that all workers share.
        if os.environ != environment:
            os.environ.clear()
            os.environ.update(environment)
