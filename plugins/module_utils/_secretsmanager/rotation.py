# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rotation of a secret: a part of the secret that can be on or off."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import Resource
from .._engine.state import PENDING, READY, State

Members = dict[str, Any]


def _state(live: Members) -> State:
    """A version that is only AWSPENDING is one that a rotation has not finished, or could not."""
    for stages in (live.get("VersionIdsToStages") or {}).values():
        if "AWSPENDING" in stages and "AWSCURRENT" not in stages:
            return State(PENDING, "AWSPENDING", "a rotation has not ended")
    return State(READY)


def _update_request(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """The rules are set as a whole: a number of days and an expression exclude each other."""
    settings = ("RotationLambdaARN", "RotationRules", "RotateImmediately")
    return {**request, **{name: context.wanted[name] for name in settings if name in context.wanted}}


RESOURCE = Resource(
    service="secretsmanager",
    noun="Rotation",
    returns="rotation",
    create="RotateSecret",
    read="DescribeSecret",
    update="RotateSecret",
    delete="CancelRotateSecret",
    exists=lambda live: bool(live.get("RotationEnabled")),
    update_sends="changed",
    update_request=_update_request,
    state=_state,
    explain={
        "InvalidRequestException": "Without rotation_lambda_arn, only a secret that a service such as RDS manages can "
        "rotate; a secret in its recovery window has to be restored first.",
    },
)
