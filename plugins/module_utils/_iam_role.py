# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""IAM roles, with what belongs to them and has operations of its own: trust, policies and boundary."""

from __future__ import annotations

import json
from typing import Any

from ._engine.context import Context
from ._engine.diff import same_policy, same_set
from ._engine.errors import EngineError
from ._engine.resource import Facet, Resource
from ._engine.tags import Tagging

Members = dict[str, Any]


class Told(Members):
    """A role as GetRole tells it, together with its policies, from what two listings tell of it."""

    def __init__(self, listed: Members, detail: Members) -> None:
        beside = ("RolePolicyList", "AttachedManagedPolicies", "InstanceProfileList")
        super().__init__({**listed, **{name: value for name, value in detail.items() if name not in beside}})
        self.inline = {policy["PolicyName"]: policy["PolicyDocument"] for policy in detail.get("RolePolicyList") or []}
        self.managed = sorted(policy["PolicyArn"] for policy in detail.get("AttachedManagedPolicies") or [])


def create_request(context: Context, request: Members) -> Members:
    """The create request with the parts that it takes; the others follow."""
    for option, member in _AT_CREATION.items():
        if context.params[option]:
            request[member] = context.params[option]
    return request


def empty(context: Context, live: Members) -> None:
    """Take off what would keep the role from being deleted."""
    for arn in _read_managed(context, live):
        context.api.call("DetachRolePolicy", **_role(live), PolicyArn=arn)
    for name in context.api.items("ListRolePolicies", "PolicyNames", **_role(live)):
        context.api.call("DeleteRolePolicy", **_role(live), PolicyName=name)
    for profile in context.api.items("ListInstanceProfilesForRole", "InstanceProfiles", **_role(live)):
        context.api.call(
            "RemoveRoleFromInstanceProfile", **_role(live), InstanceProfileName=profile["InstanceProfileName"]
        )


def _role(live: Members) -> dict[str, str]:
    return {"RoleName": live["RoleName"]}


def _write_trust(context: Context, live: Members, current: Any, wanted: str) -> None:
    context.api.call("UpdateAssumeRolePolicy", **_role(live), PolicyDocument=wanted)


def _read_inline(context: Context, live: Members) -> dict[str, Any]:
    if isinstance(live, Told):
        return live.inline
    names = context.api.items("ListRolePolicies", "PolicyNames", **_role(live))
    return {name: context.api.call("GetRolePolicy", **_role(live), PolicyName=name)["PolicyDocument"] for name in names}


def _write_inline(context: Context, live: Members, current: dict[str, Any], wanted: dict[str, Any]) -> None:
    for name, document in wanted.items():
        if not same_policy(document, current.get(name)):
            text = document if isinstance(document, str) else json.dumps(document)
            context.api.call("PutRolePolicy", **_role(live), PolicyName=name, PolicyDocument=text)
    for name in set(current) - set(wanted):
        context.api.call("DeleteRolePolicy", **_role(live), PolicyName=name)


def same_inline(wanted: dict[str, Any], current: dict[str, Any] | None) -> bool:
    """Whether two sets of inline policies, name to document, mean the same."""
    for name, document in wanted.items():
        if not isinstance(_parsed(document), dict):
            raise EngineError(f"inline_policies.{name} is not a policy document: give a dictionary, or JSON text.")
    current = current or {}
    return set(wanted) == set(current) and all(same_policy(wanted[name], current[name]) for name in wanted)


def _parsed(document: Any) -> Any:
    if not isinstance(document, str):
        return document
    try:
        return json.loads(document)
    except ValueError:
        return None


def _read_managed(context: Context, live: Members) -> list[str]:
    if isinstance(live, Told):
        return live.managed
    attached = context.api.items("ListAttachedRolePolicies", "AttachedPolicies", **_role(live))
    return sorted(policy["PolicyArn"] for policy in attached)


def _write_managed(context: Context, live: Members, current: list[str], wanted: list[str]) -> None:
    for arn in [arn for arn in wanted if arn not in current]:
        context.api.call("AttachRolePolicy", **_role(live), PolicyArn=arn)
    for arn in [arn for arn in current if arn not in wanted]:
        context.api.call("DetachRolePolicy", **_role(live), PolicyArn=arn)


def _read_boundary(context: Context, live: Members) -> str | None:
    return (live.get("PermissionsBoundary") or {}).get("PermissionsBoundaryArn")


def _write_boundary(context: Context, live: Members, current: Any, wanted: str) -> None:
    if wanted:
        context.api.call("PutRolePermissionsBoundary", **_role(live), PermissionsBoundary=wanted)
    else:
        context.api.call("DeleteRolePermissionsBoundary", **_role(live))


_AT_CREATION = {
    "assume_role_policy_document": "AssumeRolePolicyDocument",
    "permissions_boundary": "PermissionsBoundary",
}

# The boundary comes first: no permission should be there without it, not even for a moment.
FACETS = (
    Facet("permissions_boundary", _read_boundary, _write_boundary),
    Facet(
        "assume_role_policy_document",
        lambda context, live: live.get("AssumeRolePolicyDocument"),
        _write_trust,
        same=same_policy,
    ),
    Facet("managed_policy_arns", _read_managed, _write_managed, same=same_set),
    Facet("inline_policies", _read_inline, _write_inline, same=same_inline),
)

RESOURCE = Resource(
    service="iam",
    noun="Role",
    returns="role",
    renames={"name": "RoleName"},
    create_request=create_request,
    before_delete=empty,
    facets=FACETS,
    tagging=Tagging(target={"RoleName": "RoleName"}, tag="TagRole", untag="UntagRole", inline="Tags"),
    name_family="iam_role",
)
