# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: planned
short_description: A value of a task's result, also where check mode cannot know it yet
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - Reads a value from the registered result of a module, by a dotted path.
  - In check mode a resource that would be created has no id. The filter then gives the literal
    V((known after apply)), which the modules of this collection accept wherever an id or ARN is expected.
  - Outside check mode a missing value is an error that says what the result holds instead. That of a task that was
    skipped is undefined, so that loops over it are skipped as well.
positional: _input, path
options:
  _input:
    description: Registered result of a task.
    type: dict
    required: true
  path:
    description: Keys separated by dots; a number is an index into a list.
    type: str
    required: true
  check:
    description: Whether the run is in check mode; pass C(ansible_check_mode).
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: Remember the id of the VPC
  ansible.builtin.set_fact:
    network__vpc_id: "{{ network__vpc | bidops.platform.planned('vpc.id', check=ansible_check_mode) }}"
"""

RETURN = r"""
_value:
  description: The value at the path, or V((known after apply)) in check mode.
  type: raw
"""

from collections.abc import Mapping, Sequence

from ansible.errors import AnsibleFilterError
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN
from jinja2 import pass_environment


def _step(value, key):
    """The member I(key) of I(value), or None."""
    if isinstance(value, Mapping):
        return value.get(key)
    if isinstance(value, Sequence) and not isinstance(value, str) and key.isdigit() and int(key) < len(value):
        return value[int(key)]
    return None


def _missing(path, key, holder):
    there = ", ".join(sorted(map(str, holder))) if isinstance(holder, Mapping) and holder else repr(holder)
    return f"planned: no {path!r} in the result of the task; instead of {key!r} there is: {there}"


@pass_environment
def planned(environment, result, path, check=False):
    value = result
    for key in path.split("."):
        holder, value = value, _step(value, key)
        if value is None or value == "":
            if check:
                return UNKNOWN
            # Ansible reads the loop of a task before it knows whether to skip it, and forgives only what is undefined.
            if isinstance(result, Mapping) and result.get("skipped"):
                return environment.undefined(hint=f"planned: no {path!r}, because the task was skipped")
            raise AnsibleFilterError(_missing(path, key, holder))
    return value


class FilterModule:
    def filters(self):
        return {"planned": planned}
