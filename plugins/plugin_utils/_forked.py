# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Running an Ansible module in a fork of the task's worker instead of a new Python.

The fork has everything loaded that the worker has. Otherwise it is a process of its own, as a module expects: with its
own output, environment and globals, and whatever happens to it happens to it alone.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from typing import Any, BinaryIO, NoReturn

from ansible.module_utils import _internal
from ansible.module_utils._internal import _traceback
from ansible.module_utils._internal._ansiballz import _loader
from ansible.module_utils.common import warnings
from ansible.module_utils.common.json import Direction, get_module_encoder

PROFILE = "legacy"  # how modules of collections exchange JSON with the controller


def run(module: str, arguments: dict[str, Any], environment: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    """Run the Python module I(module) (its full name) and return its exit code, output and error output.

    I(environment) is added to the environment. An exception in the worker, such as a timeout or Ctrl-C, ends the fork.
    """
    encoder = get_module_encoder(PROFILE, Direction.CONTROLLER_TO_MODULE)
    parameters = json.dumps({"ANSIBLE_MODULE_ARGS": arguments}, cls=encoder).encode()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = os.fork()
        if child == 0:
            _become_module(module, parameters, environment, output, errors)
        try:
            _child, status = os.waitpid(child, 0)
        except BaseException:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise
        return os.waitstatus_to_exitcode(status), _content(output), _content(errors)


def _content(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()


def _become_module(
    module: str, parameters: bytes, environment: Mapping[str, str], output: BinaryIO, errors: BinaryIO
) -> NoReturn:
    """Turn this fork into the module's process; never returns into the worker's code."""
    code = 1
    try:
        _take_over_streams(output, errors)
        _forget_the_controller()
        os.environ.update(environment)
        sys.argv = [module]
        _loader.run_module(json_params=parameters, profile=PROFILE, module_fqn=module, modlib_path="", extensions={})
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _take_over_streams(output: BinaryIO, errors: BinaryIO) -> None:
    """The file descriptors too, for what programs print that the module starts."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(output.fileno(), 1)
    os.dup2(errors.fileno(), 2)
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="surrogateescape", closefd=False)


def _forget_the_controller() -> None:
    """What Ansible set up for the controller in this process, and a module must not find."""
    signal.alarm(0)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    _internal.is_controller = False
    _traceback._is_traceback_enabled = _traceback._is_module_traceback_enabled
    warnings._global_warnings.clear()
    warnings._global_deprecations.clear()
