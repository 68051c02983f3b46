# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed policies of IAM: what a policy says is in its default version, of which a change makes another."""

from __future__ import annotations

from typing import Any

from ._account import account_id
from ._engine.context import Context
from ._engine.diff import same_policy
from ._engine.resource import Facet, Resource
from ._engine.tags import Tagging

Members = dict[str, Any]

_MOST_VERSIONS = 5
_GRANTS = "PermissionsPolicy"  # as what a policy is attached, where it is no boundary


def _arn(context: Context) -> str:
    place = f"arn:{context.api.client.meta.partition}:iam::{account_id(context)}"
    return f"{place}:policy{context.params['path'] or '/'}{context.params['name']}"


def _policy(live: Members) -> dict[str, str]:
    return {"PolicyArn": live["Arn"]}


def _read(context: Context, live: Members) -> Any:
    version = context.api.call("GetPolicyVersion", **_policy(live), VersionId=live["DefaultVersionId"])
    return version["PolicyVersion"]["Document"]


def _write(context: Context, live: Members, _current: Any, wanted: str) -> None:
    """Make another version the one that counts. Of versions that do not, the oldest makes room for it."""
    others = _others(context, live)
    if len(others) >= _MOST_VERSIONS - 1:
        _drop(context, live, min(others, key=lambda version: version["CreateDate"]))
    context.api.call("CreatePolicyVersion", **_policy(live), PolicyDocument=wanted, SetAsDefault=True)


def _others(context: Context, live: Members) -> list[Members]:
    versions = context.api.items("ListPolicyVersions", "Versions", **_policy(live))
    return [version for version in versions if not version["IsDefaultVersion"]]


def _drop(context: Context, live: Members, version: Members) -> None:
    context.api.call("DeletePolicyVersion", **_policy(live), VersionId=version["VersionId"])


def _empty(context: Context, live: Members) -> None:
    """Take off what would keep the policy from being deleted."""
    for kind in ("Role", "User", "Group"):
        attached = context.api.items(
            "ListEntitiesForPolicy", f"Policy{kind}s", **_policy(live), EntityFilter=kind, PolicyUsageFilter=_GRANTS
        )
        for entity in attached:
            context.api.call(f"Detach{kind}Policy", **_policy(live), **{f"{kind}Name": entity[f"{kind}Name"]})
    for version in _others(context, live):
        _drop(context, live, version)


RESOURCE = Resource(
    service="iam",
    noun="Policy",
    returns="policy",
    plural="policies",
    renames={"name": "PolicyName"},
    supplied={"PolicyArn": _arn},
    ids={"PolicyArn": "Arn"},
    rewritten=("PolicyArn",),
    update="",
    listing="",
    create_request=lambda context, request: {**request, "PolicyDocument": context.params["policy"]},
    before_delete=_empty,
    facets=(Facet("policy", _read, _write, same=same_policy),),
    tagging=Tagging(target={"PolicyArn": "Arn"}, tag="TagPolicy", untag="UntagPolicy", inline="Tags"),
    name_family="iam_policy",
)
