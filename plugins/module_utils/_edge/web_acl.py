# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Web ACLs of AWS WAF."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_json, same_set
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

# What the service fills in where a rule says nothing.
_FILLED = {
    "EvaluationWindowSec": 300,
    "EnableMachineLearning": True,
    "ExcludedRules": [],
    "RuleActionOverrides": [],
    "RuleLabels": [],
}
# A resource that was made a moment ago, and one that was let go a moment ago, are not known everywhere yet.
TRANSIENT = {"WAFUnavailableEntityException": "."}
_REGIONAL = "REGIONAL"


def _plain(value: Any) -> Any:
    """A part of a rule without what the service fills in, and with search strings as text."""
    if isinstance(value, dict):
        told = {name: _plain(item) for name, item in value.items()}
        return {name: item for name, item in told.items() if name not in _FILLED or item != _FILLED[name]}
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return [_plain(item) for item in value] if isinstance(value, list) else value


def same_rules(wanted: list[Members], current: list[Members] | None) -> bool:
    """Whether two lists of rules mean the same: whole rules, since one that loses a member says something else."""
    return same_set(_plain(wanted), _plain(current or []))


def _within_limit(context: Context, rules: list[Members] | None) -> None:
    """EngineError where the rules take more capacity than the user allows. Asked before anything is changed."""
    limit = context.params.get("capacity_limit")
    if limit is None or not rules:
        return
    units = context.api.call("CheckCapacity", Scope=context.wanted["Scope"], Rules=rules)["Capacity"]
    if units > limit:
        raise EngineError(
            f"rules of {context.what} need {units} capacity units, and capacity_limit is {limit}. AWS WAF charges more "
            "for a web ACL above 1500. Nothing was changed. Leave out rules, or raise the limit."
        )


def _create_request(context: Context, request: Members) -> Members:
    _within_limit(context, request.get("Rules"))
    return {name: value for name, value in request.items() if value != ""}


def _update_request(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """An action has one member, and what is emptied is left out: the update replaces the web ACL."""
    _within_limit(context, request.get("Rules"))
    if "DefaultAction" in context.wanted:
        request["DefaultAction"] = context.wanted["DefaultAction"]
    return {name: value for name, value in request.items() if value or name == "Rules"}


def _refuse_delete(context: Context, live: Members) -> None:
    """EngineError for a web ACL that still stands before something."""
    if context.wanted.get("Scope") != _REGIONAL:
        return
    kinds = context.api.input("ListResourcesForWebACL").members["ResourceType"].enum
    asked = [
        context.api.call("ListResourcesForWebACL", WebACLArn=live["ARN"], ResourceType=kind)["ResourceArns"]
        for kind in kinds
    ]
    arns = sorted(arn for found in asked for arn in found)
    if arns:
        raise EngineError(
            f"{context.what} is associated with {', '.join(arns)}. Nothing was deleted. Remove the associations first."
        )


RESOURCE = Resource(
    service="wafv2",
    noun="WebACL",
    returns="web_acl",
    find=ByList(match={"Name": "Name"}),
    parents=("Scope",),
    ids={"ARN": "ARN"},
    wrapper="WebACL",
    beside=("LockToken", "ApplicationIntegrationURL"),
    local=("capacity_limit",),
    create_request=_create_request,
    update_request=_update_request,
    compare={"Rules": same_rules, "DefaultAction": same_json, "TokenDomains": same_set},
    refuse_delete=_refuse_delete,
    transient={**TRANSIENT, "WAFAssociatedItemException": "."},
    explain={
        "WAFInvalidParameterException": "The field and the parameter that are named tell where. Scope CLOUDFRONT is "
        "only known in the region that is home to CloudFront.",
        "WAFAssociatedItemException": "Something still uses it; remove the associations first.",
        "WAFOptimisticLockException": "Somebody changed it meanwhile; run again.",
    },
    tagging=Tagging(target={"ResourceARN": "ARN"}),
    name_family="wafv2_web_acl",
)
