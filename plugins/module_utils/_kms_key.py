# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""KMS keys, each known by its alias, with policy and rotation, which have operations of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from ._engine.api import failure
from ._engine.context import Context
from ._engine.diff import same_policy
from ._engine.resource import Facet, Resource
from ._engine.sdk import botocore
from ._engine.state import GONE, PENDING, READY, State
from ._engine.tags import Tagging

Members = dict[str, Any]

_AT_ONCE = 5
_SHORTEST_WINDOW = 7  # days


def read_all(context: Context, names: list[str]) -> dict[str, Members]:
    """Alias -> key, of those that are there."""
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        keys = pool.map(partial(_key, context), names)
        return {name: key for name, key in zip(names, keys, strict=True) if key is not None}


def _key(context: Context, name: str) -> Members | None:
    try:
        answer = context.api.find("DescribeKey", KeyId=name)
    except botocore.exceptions.ClientError as exception:
        raise failure(f"look for the key '{name}'", exception) from exception
    return answer["KeyMetadata"] if answer else None


def _id(live: Members) -> dict[str, str]:
    return {"KeyId": live["KeyId"]}


def _with_alias(context: Context, answer: Members) -> Members:
    """The answer to the creation of a key, once it has its alias. Without one nobody would find it again."""
    if "KeyMetadata" in answer:
        key = _id(answer["KeyMetadata"])
        try:
            context.api.call("CreateAlias", AliasName=context.params["alias"], TargetKeyId=key["KeyId"])
        except botocore.exceptions.ClientError:
            context.api.call("ScheduleKeyDeletion", **key, PendingWindowInDays=_SHORTEST_WINDOW)
            raise
    return answer


def _read_policy(context: Context, live: Members) -> str:
    return str(context.api.call("GetKeyPolicy", **_id(live), PolicyName="default")["Policy"])


def _write_policy(context: Context, live: Members, _current: Any, wanted: str) -> None:
    context.api.call("PutKeyPolicy", **_id(live), PolicyName="default", Policy=wanted)


def _write_enabled(context: Context, live: Members, _current: Any, wanted: bool) -> None:
    context.api.call("EnableKey" if wanted else "DisableKey", **_id(live))


def _rotation(context: Context, live: Members) -> Members:
    return context.api.call("GetKeyRotationStatus", **_id(live))


def _write_rotation(context: Context, live: Members, _current: Any, wanted: bool) -> None:
    context.api.call("EnableKeyRotation" if wanted else "DisableKeyRotation", **_id(live))


def _write_period(context: Context, live: Members, _current: Any, wanted: int) -> None:
    context.api.call("EnableKeyRotation", **_id(live), RotationPeriodInDays=wanted)


def _with_policy(context: Context, request: Members) -> Members:
    policy = context.params["policy"]
    return {**request, "Policy": policy} if policy else request


def _with_window(context: Context, live: Members, request: Members) -> Members:
    days = context.params["pending_window_in_days"]
    return {**request, **_id(live), **({"PendingWindowInDays": days} if days else {})}


def _revive(context: Context, live: Members) -> None:
    """Take back the deletion. The key is disabled after that."""
    context.api.call("CancelKeyDeletion", **_id(live))
    context.api.call("EnableKey", **_id(live))


def _state(live: Members) -> State:
    status = str(live.get("KeyState", ""))
    return State({"PendingDeletion": GONE, "Creating": PENDING, "Updating": PENDING}.get(status, READY), status)


RESOURCE = Resource(
    service="kms",
    noun="KmsKey",
    returns="kms_key",
    create="CreateKey",
    read="DescribeKey",
    update="UpdateKeyDescription",
    delete="ScheduleKeyDeletion",
    wrapper="KeyMetadata",
    listing="",
    ids={"KeyId": "KeyId"},
    # A key is read by its alias, and changed by its id alone.
    renames={"alias": "KeyId"},
    rewritten=("KeyId",),
    local=("pending_window_in_days",),
    ticket=_with_alias,
    update_sends="changed",
    create_request=_with_policy,
    update_request=lambda _context, live, request, _changes: {**request, **_id(live)},
    delete_request=_with_window,
    revive=_revive,
    state=_state,
    # A role in a policy may not be known everywhere yet.
    transient={"MalformedPolicyDocumentException": "principal"},
    # Rotation is refused by a disabled key.
    facets=(
        Facet("enabled", lambda _context, live: live["Enabled"], _write_enabled),
        Facet("policy", _read_policy, _write_policy, same=same_policy),
        Facet(
            "enable_key_rotation",
            lambda context, live: _rotation(context, live)["KeyRotationEnabled"],
            _write_rotation,
        ),
        Facet(
            "rotation_period_in_days",
            lambda context, live: _rotation(context, live).get("RotationPeriodInDays"),
            _write_period,
            member="EnableKeyRotation.RotationPeriodInDays",
        ),
    ),
    tagging=Tagging(target={"KeyId": "Arn"}, listing="ListResourceTags"),
    name_family="kms_alias",
)
