# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Security groups of a VPC, each known by its name, and their rules, which may name other groups."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from ._engine.context import Context
from ._engine.errors import EngineError, error_code, error_message
from ._engine.resource import ByList, Facet, Resource
from ._engine.sdk import botocore
from ._engine.tags import Tagging
from ._engine.unknown import has_unknown
from ._security_rules import Entry, Rules, described, given, listed, opened, permissions, told

Members = dict[str, Any]

_DEFAULT = "default"  # the group that every VPC has
_SPREADING = 60.0  # seconds that EC2 may take until all of it knows a new group


class _Way(NamedTuple):
    """The member that tells the rules of one direction, and the operations that change them."""

    member: str
    add: str
    describe: str
    remove: str


_WAYS = {
    "ingress": _Way(
        "IpPermissions",
        "AuthorizeSecurityGroupIngress",
        "UpdateSecurityGroupRuleDescriptionsIngress",
        "RevokeSecurityGroupIngress",
    ),
    "egress": _Way(
        "IpPermissionsEgress",
        "AuthorizeSecurityGroupEgress",
        "UpdateSecurityGroupRuleDescriptionsEgress",
        "RevokeSecurityGroupEgress",
    ),
}


# The groups of the VPC ------------------------------------------------------------------------------------------------


def read_all(context: Context, wanted: list[str]) -> dict[str, Members]:
    """VPC and name, joined by a colon, to group: all groups of the VPCs, because rules may name any of them."""
    found = {f"{group['VpcId']}:{group['GroupName']}": group for group in _groups(context)}
    return {name: found[name] for name in wanted if name in found}


def _groups(context: Context) -> list[Members]:
    """All groups of the VPCs that the task is about, as they were before it."""
    vpcs = {one.params["vpc_id"] for one in context.company}
    known = sorted(vpc for vpc in vpcs if not has_unknown(vpc))
    chosen = [{"Name": "vpc-id", "Values": known}]
    return context.once(
        "groups",
        lambda: context.api.items("DescribeSecurityGroups", "SecurityGroups", Filters=chosen) if known else [],
    )


def _names(context: Context) -> dict[str, str]:
    """Id -> name of the groups of the VPC."""
    mine = context.params["vpc_id"]
    return {group["GroupId"]: group["GroupName"] for group in _groups(context) if group["VpcId"] == mine}


def _fellows(context: Context) -> list[Context]:
    """Those of the list, this one included, that are in the same VPC."""
    return [one for one in context.company if one.params["vpc_id"] == context.params["vpc_id"]]


def _ids(context: Context) -> dict[str, str]:
    """Name -> id of the groups of the VPC, with those that this task has made."""
    before = {name: identity for identity, name in _names(context).items()}
    return {**before, **{one.params["name"]: one.live["GroupId"] for one in _fellows(context) if one.live}}


# Their rules ----------------------------------------------------------------------------------------------------------


def _read(option: str, context: Context, live: Members) -> list[Entry]:
    return listed(_rules_of(option, context, live))


def _rules_of(option: str, context: Context, live: Members) -> Rules:
    return told(live.get(_WAYS[option].member) or [], live.get("OwnerId"), partial(_names, context))


def _form(option: str, context: Context, value: list[Entry]) -> list[Entry]:
    rules = given(option, value, partial(_names, context))
    wanted = {rule.other for rule in rules if rule.kind == "group_names"}
    mine = {one.params["name"] for one in _fellows(context)}
    if wanted - mine and context.params["state"] == "present" and not has_unknown(context.params["vpc_id"]):
        _refuse_missing(option, context, wanted - mine - set(_names(context).values()))
    return listed(rules)


def _refuse_missing(option: str, context: Context, missing: set[str]) -> None:
    if missing:
        raise EngineError(
            f"{option} of {context.what} names {', '.join(sorted(missing))}: there is no such group in "
            f"{context.params['vpc_id']}. Make it first, or in the same list."
        )


def _write(option: str, context: Context, live: Members, current: list[Entry], wanted: list[Entry]) -> None:
    """New rules come before old ones go, so that no traffic is cut that both let through."""
    old, new, way = opened(current), opened(wanted), _WAYS[option]
    ids = _ids(context) if any(rule.kind == "group_names" for rule in (*old, *new)) else {}
    _refuse_missing(option, context, {rule.other for rule in new if rule.kind == "group_names"} - set(ids))
    for operation, rules in (
        (way.add, {rule: text for rule, text in new.items() if rule not in old}),
        (way.describe, {rule: text for rule, text in new.items() if old.get(rule, text) != text}),
        (way.remove, {rule: text for rule, text in old.items() if rule not in new}),
    ):
        _send(context, operation, live, rules, ids)


def _send(context: Context, operation: str, live: Members, rules: Rules, ids: dict[str, str]) -> None:
    """Change some rules, again while EC2 does not know everywhere yet the groups that it has told of."""
    there, deadline = {live["GroupId"], *ids.values()}, context.deadline(longest=_SPREADING)
    while rules:
        try:
            context.api.call(operation, GroupId=live["GroupId"], IpPermissions=permissions(rules, ids))
            return
        except botocore.exceptions.ClientError as exception:
            said = error_message(exception)
            new = error_code(exception) == "InvalidGroup.NotFound" and any(identity in said for identity in there)
            if not new or not deadline.pause(longest=5):
                raise


# Making and deleting --------------------------------------------------------------------------------------------------


def _create_request(context: Context, request: Members) -> Members:
    if request["GroupName"] != _DEFAULT:
        described("description", request.get("Description"))
        return request
    if not has_unknown(request["VpcId"]):
        raise EngineError(f"The group '{_DEFAULT}' comes with its VPC, and there is none in {request['VpcId']}.")
    return {"Description": "default VPC security group", **request}


def _refuse_delete(context: Context, live: Members) -> None:
    if live["GroupName"] == _DEFAULT:
        raise EngineError(
            f"The group '{_DEFAULT}' of {live['VpcId']} goes with its VPC and not before. Give it no rules to close it "
            "(ingress: [], egress: [])."
        )


def _let_go(context: Context, live: Members) -> None:
    """Take away the rules that name others that are to go: EC2 keeps a group that another one names."""
    if context.params["state"] != "absent":
        return
    going = {one.params["name"] for one in _fellows(context)} - {live["GroupName"]}
    for option, way in _WAYS.items() if going else ():
        rules = _rules_of(option, context, live)
        naming = {rule: text for rule, text in rules.items() if rule.kind == "group_names" and rule.other in going}
        _send(context, way.remove, live, naming, _ids(context))


RESOURCE = Resource(
    service="ec2",
    noun="SecurityGroup",
    returns="security_group",
    read="",
    update="",
    listing="DescribeSecurityGroups",
    find=ByList(filters={"vpc-id": "VpcId", "group-name": "GroupName"}),
    ids={"GroupId": "GroupId"},
    renames={"name": "GroupName"},
    create_request=_create_request,
    refuse_delete=_refuse_delete,
    before_delete=_let_go,
    linked=True,
    # Its rule for what goes out comes by itself.
    whole=lambda live: bool(live.get("IpPermissionsEgress")),
    facets=tuple(Facet(way, partial(_read, way), partial(_write, way), form=partial(_form, way)) for way in _WAYS),
    name_family="security_group",
    explain={
        "DependencyViolation": "An interface, or a rule of another group, still uses it.",
        "RulesPerSecurityGroupLimitExceeded": "New rules are added before old ones go; remove some first.",
    },
    tagging=Tagging(
        target={"Resources": "GroupId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="security-group",
    ),
)
