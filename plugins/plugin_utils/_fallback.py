# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Why an AWS module runs in a Python of its own, as Ansible does it; each reason is said once in a run, at -v."""

from __future__ import annotations

import mmap
from enum import Enum
from typing import Any

from ansible.utils.display import Display

SWITCH, PYTHON = "platform_in_process", "ansible_python_interpreter"


class Reason(Enum):
    SWITCHED_OFF = f"{SWITCH} is false"
    ASYNC = "a task is asynchronous"
    BECOME = "a task becomes another user"
    CONNECTION = "the connection is not local"
    ENVIRONMENT = "a task's environment has what Python and its libraries read when they start"
    OTHER_PYTHON = f"{PYTHON} is not ansible_playbook_python"


_REASONS = list(Reason)
_said: Any = bytearray(len(_REASONS))


def share() -> None:
    """Have all workers that are forked from now on know what one of them has said."""
    global _said
    _said = mmap.mmap(-1, len(_REASONS))


def say(reason: Reason) -> None:
    """Say it, unless this was done before. Workers that come to it at the same moment may each say it."""
    place = _REASONS.index(reason)
    said, _said[place] = _said[place], 1
    if not said:
        Display().v(f"AWS modules run in a Python of their own, which takes longer, where {reason.value}.")
