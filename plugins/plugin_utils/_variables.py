# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Variables made ready for templates once, and not for each template again.

For every template that it renders, Ansible wraps each variable that the task has, one after the other; of several
hundred variables a template uses two or three. The wrappers never change, so those of the template before can be taken
for as long as the variables are the same objects.
"""

from __future__ import annotations

from operator import is_
from typing import Any

try:
    from ansible._internal._templating._lazy_containers import (
        _AnsibleLazyTemplateDict,
        _LazyValueSource,
    )
except ImportError:  # another ansible-core, which goes on wrapping by itself
    _AnsibleLazyTemplateDict = None

_MANY = 64  # below that, looking whether they are the same costs as much


def share() -> None:
    """Have what Ansible wraps last kept for the next time."""
    if _AnsibleLazyTemplateDict is None:
        return
    original = _AnsibleLazyTemplateDict._lazy_values
    last: list[dict[Any, Any]] = [{}, {}]

    def lazy_values(values: dict[Any, Any], lazy_options: Any) -> _LazyValueSource:
        source = original(values, lazy_options)
        if len(values) < _MANY:
            return source
        variables, wrapped = last
        if not _same(variables, values):
            variables, wrapped = last[:] = dict(values), dict(source.source)
        return _LazyValueSource(source=wrapped, templar=source.templar, lazy_options=lazy_options)

    _AnsibleLazyTemplateDict._lazy_values = staticmethod(lazy_values)


def _same(some: dict[Any, Any], others: dict[Any, Any]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others)) and all(map(is_, some.values(), others.values()))
