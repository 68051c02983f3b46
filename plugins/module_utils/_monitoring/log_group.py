# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Log groups."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import ByList, Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_FOREVER = 0  # days, as the option says it


def _name(live: Members) -> dict[str, str]:
    return {"logGroupName": live["logGroupName"]}


def _write_retention(context: Context, live: Members, _current: Any, wanted: int) -> None:
    if wanted == _FOREVER:
        context.api.call("DeleteRetentionPolicy", **_name(live))
    else:
        context.api.call("PutRetentionPolicy", **_name(live), retentionInDays=wanted)


def _set_key(context: Context, live: Members, wanted: str) -> None:
    if wanted:
        context.api.call("AssociateKmsKey", **_name(live), kmsKeyId=wanted)
    else:
        context.api.call("DisassociateKmsKey", **_name(live))


def _set_protection(context: Context, live: Members, wanted: bool) -> None:
    identifier = live["logGroupName"]
    context.api.call("PutLogGroupDeletionProtection", logGroupIdentifier=identifier, deletionProtectionEnabled=wanted)


def _lifts_protection(context: Context) -> bool:
    return context.params["deletion_protection_enabled"] is False


def _refuse_delete(context: Context, live: Members) -> None:
    if live.get("deletionProtectionEnabled") and not _lifts_protection(context):
        raise EngineError(
            f"{context.what} is protected from deletion. Nothing was deleted. "
            "Say deletion_protection_enabled=false as well to delete it."
        )


def _unprotect(context: Context, live: Members) -> None:
    if live.get("deletionProtectionEnabled") and _lifts_protection(context):
        _set_protection(context, live, False)


RESOURCE = Resource(
    service="logs",
    noun="LogGroup",
    returns="log_group",
    read="",
    update="",
    listing="DescribeLogGroups",
    find=ByList(match={"logGroupName": "logGroupName"}, prefix="logGroupNamePrefix"),
    ids={"logGroupName": "logGroupName"},
    renames={"name": "logGroupName"},
    create_request=lambda _context, request: {name: value for name, value in request.items() if value != ""},
    updaters={"kmsKeyId": _set_key, "deletionProtectionEnabled": _set_protection},
    facets=(
        Facet(
            "retention_in_days",
            lambda _context, live: live.get("retentionInDays", _FOREVER),
            _write_retention,
            member="PutRetentionPolicy.retentionInDays",
        ),
    ),
    refuse_delete=_refuse_delete,
    before_delete=_unprotect,
    # The key's policy takes a moment to be known everywhere.
    transient={"InvalidParameterException": "KMS|key", "OperationAbortedException": ""},
    tagging=Tagging(target={"resourceArn": "logGroupArn"}),
    name_family="log_group",
)
