# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The logging of model invocations."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_given
from .._engine.resource import Resource

_MEMBER = "loggingConfig"


def _observe(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """The answer is the setting itself; an account without one has an empty one."""
    return {_MEMBER: live}


def _same(wanted: dict[str, Any], current: dict[str, Any] | None) -> bool:
    """Whether all that is wanted is there; nothing is wanted of a setting that is to go."""
    return same_given(wanted, current) if wanted else not current


def _set(context: Context, _live: dict[str, Any], wanted: dict[str, Any]) -> None:
    if wanted:
        context.api.call("PutModelInvocationLoggingConfiguration", **{_MEMBER: wanted})
    else:
        context.api.call("DeleteModelInvocationLoggingConfiguration")


RESOURCE = Resource(
    service="bedrock",
    noun="ModelInvocationLoggingConfiguration",
    returns="model_invocation_logging",
    create="",
    update="PutModelInvocationLoggingConfiguration",
    listing="",
    observe=_observe,
    compare={_MEMBER: _same},
    updaters={_MEMBER: _set},
    # IAM takes a moment to spread the role.
    transient={"ValidationException": "role|permission"},
)
