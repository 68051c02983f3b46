# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Plugins that nearly every task uses, loaded once in the controller.

Ansible loads a plugin where it is used first, which is in the worker of a task, and so in the next task's again. All
filters and tests of Ansible itself are loaded for the first one that is asked for.
"""

from __future__ import annotations

from ansible.errors import AnsibleError
from ansible.plugins import loader

# One filter of a collection brings all of them.
_USED = {
    loader.filter_loader: ("ansible.builtin.combine", "bidops.platform.resource_name"),
    loader.test_loader: ("ansible.builtin.match",),
    loader.lookup_loader: ("vars", "varnames", "ansible.builtin.env"),
    loader.connection_loader: ("ansible.builtin.local",),
    loader.shell_loader: ("ansible.builtin.sh",),
}


def load() -> None:
    """Load them; one that can't be loaded is left to the task that uses it, and that says so."""
    for kind, names in _USED.items():
        for name in names:
            try:
                kind.get(name, class_only=True)
            except (AnsibleError, KeyError):
                continue
