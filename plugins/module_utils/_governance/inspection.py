# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What Inspector scans in the caller's account."""

from __future__ import annotations

from typing import Any

from .._account import account_id
from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource

RESOURCE = Resource(
    service="inspector2", noun="AccountStatus", returns="account", create="Enable", delete="Disable", update="", read=""
)
_ON, _MOVING = ("ENABLED", "ENABLING"), ("ENABLING", "DISABLING", "SUSPENDING")
_MEMBERS = {
    "EC2": "ec2",
    "ECR": "ecr",
    "LAMBDA": "lambda",
    "LAMBDA_CODE": "lambdaCode",
    "CODE_REPOSITORY": "codeRepository",
}


def keep(context: Context) -> dict[str, Any]:
    """Work of inspector2_account. EngineError: the service refuses a type, or is not done in time."""
    present, asked = context.params["state"] == "present", context.params["resource_types"]
    previous = _enabled(context)
    wanted = sorted({*previous, *asked} if present else {*previous} - {*asked})
    if present and context.params["purge"]:
        wanted = sorted(asked)
    for operation, types in (
        ("Enable", [kind for kind in wanted if kind not in previous]),
        ("Disable", [kind for kind in previous if kind not in wanted]),
    ):
        if types and not context.check_mode:
            _send(context, operation, types)
    return {
        "changed": wanted != previous,
        "diff": {"before": {"resource_types": previous}, "after": {"resource_types": wanted}},
        RESOURCE.returns: {"resource_types": wanted},
        "previous": {"resource_types": previous},
    }


def _status(context: Context) -> dict[str, str]:
    """Type of resource -> status, such as ENABLED."""
    number = account_id(context)
    answer = context.api.call("BatchGetAccountStatus", accountIds=[number])
    for failed in answer.get("failedAccounts") or []:
        raise EngineError(f"Could not read the state of account {number}: {failed['errorMessage']}")
    told = answer["accounts"][0]["resourceState"]
    return {kind: told[member]["status"] for kind, member in _MEMBERS.items() if member in told}


def _enabled(context: Context) -> list[str]:
    return sorted(kind for kind, status in _status(context).items() if status in _ON)


def _send(context: Context, operation: str, types: list[str]) -> None:
    answer = context.api.call(operation, resourceTypes=types)
    for failed in answer.get("failedAccounts") or []:
        raise EngineError(f"{operation} of {', '.join(types)} failed: {failed['errorCode']}: {failed['errorMessage']}")
    deadline = context.deadline()
    while context.params["wait"] and any(_status(context)[kind] in _MOVING for kind in types):
        if not deadline.pause():
            raise EngineError(
                f"{operation} of {', '.join(types)} was not done after {deadline.timeout:g} seconds. Run again to see "
                "how it is, or raise wait_timeout."
            )
