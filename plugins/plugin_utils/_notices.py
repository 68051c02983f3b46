# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Warnings and deprecations that Python modules give while they are imported.

They belong to the result of each task whose module imports them. In a fork most are imported already and would say
nothing more, so it is noted who says what and who imports whom, and it is said again where a module is imported again.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import resolve_name
from itertools import accumulate
from types import FrameType
from typing import Any

from ansible.module_utils import _internal, basic
from ansible.module_utils._internal import _traceback
from ansible.module_utils.common import warnings

# Only what is below these can give notices of Ansible, or import something that does.
_ROOT = "ansible"
_KINDS = ("_global_warnings", "_global_deprecations")

_import = builtins.__import__
_notes: dict[str, dict[Any, None]] = {}
"""By module, in order: the names of modules that it imports, and its notices, each with its kind."""
_said: set[str] = set()
"""The modules whose notices the module that runs has given."""


class _Notices(dict):
    """The notices of one kind; one that is given while a module is imported is noted."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def __setitem__(self, notice: Any, nothing: Any) -> None:
        super().__setitem__(notice, nothing)
        frame: FrameType | None = sys._getframe(1)
        while frame and not _imports(frame):
            frame = frame.f_back
        if frame:
            _note(frame.f_globals["__name__"], (self._kind, notice))


def listen() -> None:
    """From here on this process is that of a module, which has read no arguments and given no notice yet."""
    _said.clear()
    for place, name, value in _of_a_module():
        setattr(place, name, value)


@contextmanager
def listening() -> Iterator[None]:
    """Let the controller import what modules use, as a module does."""
    before = [(place, name, getattr(place, name)) for place, name, _value in _of_a_module()]
    listen()
    try:
        yield
    finally:
        for place, name, value in before:
            setattr(place, name, value)


def _of_a_module() -> list[tuple[Any, str, Any]]:
    return [
        (builtins, "__import__", _import_again),
        (_internal, "is_controller", False),
        (basic, "_PARSED_MODULE_ARGS", None),
        # Arguments say for what a traceback is wanted. Until there are any, each notice has one: no two are equal.
        (_traceback, "_is_traceback_enabled", _traceback._is_module_traceback_enabled),
        (_traceback, "_module_tracebacks_enabled_events", None),
        *((warnings, kind, _Notices(kind)) for kind in _KINDS),
    ]


def _import_again(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> Any:
    """An import statement, as Python calls it."""
    base = resolve_name("." * level + name, globals["__package__"]) if level else name
    if base.startswith(_ROOT):
        # Packages first, as they are imported, and what is taken from the last may be a module, too.
        wanted = [*accumulate(base.split("."), "{}.{}".format), *(f"{base}.{one}" for one in fromlist or ())]
        for module in wanted:
            _say_again(module)
        if _imports(sys._getframe(1)):
            for module in wanted:
                _note(globals["__name__"], module)
    return _import(name, globals, locals, fromlist, level)


def _imports(frame: FrameType) -> bool:
    """Whether the frame is that of a module that is being imported, and not run."""
    return frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__", "").startswith(_ROOT)


def _note(module: str, what: Any) -> None:
    _notes.setdefault(module, {})[what] = None


def _say_again(module: str) -> None:
    if module in _said:
        return
    _said.add(module)
    for note in tuple(_notes.get(module, ())):
        if isinstance(note, str):
            _say_again(note)
        else:
            kind, notice = note
            dict.__setitem__(getattr(warnings, kind), notice, None)
