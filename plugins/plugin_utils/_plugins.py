# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Plugins that nearly every task uses, loaded once in the controller.

Ansible loads a plugin where it is used first, which is in the worker of a task, and so in the next task's again. All
filters and tests of Ansible itself are loaded for the first one that is asked for. The filters of a collection are
looked for anew, file by file, by each template that uses one.
"""

from __future__ import annotations

import inspect
from pkgutil import iter_modules
from typing import Any

from ansible.errors import AnsibleError
from ansible.plugins import loader
from ansible_collections.bidops.platform.plugins import filter as filters

_OURS = "bidops.platform."
_FILTERS = tuple(_OURS + module.name for module in iter_modules(filters.__path__))
_USED = {
    loader.filter_loader: ("ansible.builtin.combine", *_FILTERS),
    loader.test_loader: ("ansible.builtin.match",),
    loader.lookup_loader: ("vars", "varnames", "ansible.builtin.env"),
    loader.action_loader: ("ansible.legacy.normal", "bidops.platform.in_process"),
    loader.connection_loader: ("ansible.builtin.local",),
    loader.shell_loader: ("ansible.builtin.sh",),
}


def load() -> None:
    """Load them; one that can't be loaded is left to the task that uses it, and that says so."""
    _remember(loader.filter_loader)
    for kind, names in _USED.items():
        for name in names:
            try:
                kind.get(name, class_only=True)
            except (AnsibleError, KeyError):
                continue


def know_callers() -> None:
    """Look through the files of all modules once: Python does so when a task that is skipped asks who called."""
    inspect.stack()


def _remember(plugins: Any) -> None:
    """Have the loader find a plugin of this collection once."""
    original, found = plugins.get_with_context, {}

    def get_with_context(name: str, *options: Any, **others: Any) -> Any:
        if not name.startswith(_OURS):
            return original(name, *options, **others)
        if name not in found:
            found[name] = original(name, *options, **others)
        return found[name]

    plugins.get_with_context = get_with_context
