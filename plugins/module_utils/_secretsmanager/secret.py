# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Secrets: the value, the policy and the replicas have operations of their own."""

from __future__ import annotations

import json
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_json, same_policy
from .._engine.resource import Facet, Resource
from .._engine.state import GONE, NO_STATE, State
from .._engine.tags import Tagging

Members = dict[str, Any]


def _state(live: Members) -> State:
    """A deleted secret can be read as long as it can be restored."""
    return State(GONE, "marked for deletion") if live.get("DeletedDate") else NO_STATE


def _secret(live: Members) -> Members:
    return {"SecretId": live["ARN"]}


# The value ------------------------------------------------------------------------------------------------------------


def _read_value(context: Context, live: Members) -> Any:
    """A value that is there is as good as the wanted one, for it may have been rotated, unless the user says always."""
    if not live.get("VersionIdsToStages"):
        return None
    if context.params["update_secret"] != "always":  # noqa: S105 (no password)
        return context.params["secret_string"]
    answer = context.api.find("GetSecretValue", **_secret(live)) or {}
    return answer.get("SecretString")


def _write_value(context: Context, live: Members, _current: Any, wanted: Any) -> None:
    text = wanted if isinstance(wanted, str) else json.dumps(wanted)
    context.api.call("PutSecretValue", **_secret(live), SecretString=text)


def _read_generated(context: Context, live: Members) -> Any:
    return context.params["generate"] if live.get("VersionIdsToStages") else None


def _write_generated(context: Context, live: Members, _current: Any, wanted: Members) -> None:
    _write_value(context, live, None, generated(context, wanted))


def generated(context: Context, rules: Members) -> Any:
    """A new value: a password alone, or inside the user's template under its key."""
    password = context.api.call("GetRandomPassword", **rules)["RandomPassword"]
    template = context.params["template"]
    return password if template is None else {**template, context.params["password_key"]: password}


# The policy -----------------------------------------------------------------------------------------------------------


def _read_policy(context: Context, live: Members) -> str | None:
    return context.api.call("GetResourcePolicy", **_secret(live)).get("ResourcePolicy")


def _write_policy(context: Context, live: Members, _current: Any, wanted: Any) -> None:
    if not wanted or wanted == "{}":
        context.api.call("DeleteResourcePolicy", **_secret(live))
        return
    text = wanted if isinstance(wanted, str) else json.dumps(wanted)
    block = context.params["block_public_policy"]
    context.api.call("PutResourcePolicy", **_secret(live), ResourcePolicy=text, BlockPublicPolicy=block)


# Replicas -------------------------------------------------------------------------------------------------------------


def _read_replicas(_context: Context, live: Members) -> list[Members]:
    told = ("Region", "KmsKeyId")
    there = live.get("ReplicationStatus") or []
    known = [{name: entry[name] for name in told if entry.get(name)} for entry in there]
    return sorted(known, key=lambda entry: entry["Region"])


def _same_replicas(wanted: list[Members], current: list[Members] | None) -> bool:
    there = {entry["Region"]: entry.get("KmsKeyId") for entry in current or []}
    asked = {entry["Region"]: entry.get("KmsKeyId") for entry in wanted}
    return set(there) == set(asked) and all(_same_key(key, there[region]) for region, key in asked.items())


def _same_key(wanted: str | None, current: str | None) -> bool:
    """Whether two names of a KMS key (id, ARN or alias) agree; no name means the key that AWS manages."""
    return wanted is None or _short(wanted) == _short(current or "alias/aws/secretsmanager")


def _short(key: str) -> str:
    return key.rpartition(":")[2].removeprefix("key/")


def _write_replicas(context: Context, live: Members, current: list[Members], wanted: list[Members]) -> None:
    """New copies come before others go, so that what cannot be made costs nothing; one with another key goes first."""
    there = [entry["Region"] for entry in current]
    kept = [entry["Region"] for entry in wanted if any(_same_replicas([entry], [other]) for other in current)]
    _add_replicas(context, live, [entry for entry in wanted if entry["Region"] not in there])
    _remove_replicas(context, live, [region for region in there if region not in kept])
    _add_replicas(
        context, live, [entry for entry in wanted if entry["Region"] in there and entry["Region"] not in kept]
    )


def _add_replicas(context: Context, live: Members, replicas: list[Members]) -> None:
    if replicas:
        context.api.call("ReplicateSecretToRegions", **_secret(live), AddReplicaRegions=replicas)


def _remove_replicas(context: Context, live: Members, regions: list[str]) -> None:
    if regions:
        context.api.call("RemoveRegionsFromReplication", **_secret(live), RemoveReplicaRegions=regions)


# Deleting -------------------------------------------------------------------------------------------------------------


def _without_replicas(context: Context, live: Members) -> None:
    _remove_replicas(context, live, [entry["Region"] for entry in live.get("ReplicationStatus") or []])


def _delete_request(context: Context, _live: Members, request: Members) -> Members:
    days = context.params["recovery_window_in_days"]
    window = {"ForceDeleteWithoutRecovery": True} if days == 0 else {"RecoveryWindowInDays": days}
    return {**request, **window}


def _restore(context: Context, live: Members) -> None:
    context.api.call("RestoreSecret", **_secret(live))


RESOURCE = Resource(
    service="secretsmanager",
    noun="Secret",
    returns="secret",
    read="DescribeSecret",
    renames={"name": "Name"},
    ids={"SecretId": "Name"},
    local=("recovery_window_in_days", "block_public_policy", "template", "password_key"),
    update_sends="changed",
    compare={"KmsKeyId": _same_key},
    secret=("secret_string",),
    state=_state,
    revive=_restore,
    before_delete=_without_replicas,
    delete_request=_delete_request,
    tagging=Tagging(target={"SecretId": "ARN"}, inline="Tags"),
    facets=(
        Facet("secret_string", _read_value, _write_value, same=same_json),
        Facet(
            "generate",
            _read_generated,
            _write_generated,
            member="GetRandomPassword",
            same=lambda wanted, current: current is not None,
        ),
        Facet("resource_policy", _read_policy, _write_policy, same=same_policy),
        Facet(
            "replicas",
            _read_replicas,
            _write_replicas,
            member="ReplicateSecretToRegions.AddReplicaRegions",
            same=_same_replicas,
        ),
    ),
    name_family="secretsmanager_secret",
)
