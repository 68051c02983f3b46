# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the resources of Elastic Load Balancing have in common: how they are tagged, and what their actions mean."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_set
from .._engine.tags import Tagging

Members = dict[str, Any]

# A condition on the host or the path may be written in two ways, and answers tell it in both.
_CONFIGS = {"host-header": "HostHeaderConfig", "path-pattern": "PathPatternConfig"}


def tagging(arn: str) -> Tagging:
    """The tags of the resource whose ARN is in the member I(arn)."""
    return Tagging(target={"ResourceArns": arn}, tag="AddTags", untag="RemoveTags", listing="DescribeTags")


def same_actions(wanted: list[Members], current: list[Members] | None) -> bool:
    """Whether actions are, in their order, what is wanted; what the service fills in does not count."""
    return _covers([_one_way(action) for action in _ordered(wanted)], [_one_way(one) for one in _ordered(current)])


def same_conditions(wanted: list[Members], current: list[Members] | None) -> bool:
    """Whether two lists of conditions mean the same, in whatever order and whichever way they are written."""
    return same_set([_condition(one) for one in wanted], [_condition(one) for one in current or []])


def _ordered(actions: list[Members] | None) -> list[Members]:
    return sorted(actions or [], key=lambda action: action.get("Order", 0))


def _one_way(action: Members) -> Members:
    """An action with its only target group in the short form, without its order, and without secrets."""
    told = {name: value for name, value in action.items() if name != "Order"}
    groups = told.get("ForwardConfig", {}).get("TargetGroups") or []
    if len(groups) == 1 and not told["ForwardConfig"].get("TargetGroupStickinessConfig", {}).get("Enabled"):
        told["TargetGroupArn"] = groups[0]["TargetGroupArn"]
        del told["ForwardConfig"]
    if "AuthenticateOidcConfig" in told:
        secrets = ("ClientSecret", "UseExistingClientSecret")
        kept = {name: value for name, value in told["AuthenticateOidcConfig"].items() if name not in secrets}
        told["AuthenticateOidcConfig"] = kept
    return told


def _covers(wanted: Any, current: Any) -> bool:
    """Whether all that is wanted is there, at any depth, whatever else is."""
    if isinstance(wanted, dict) and isinstance(current, dict):
        return all(_covers(item, current.get(name)) for name, item in wanted.items())
    if isinstance(wanted, list) and isinstance(current, list):
        return len(wanted) == len(current) and all(map(_covers, wanted, current))
    return bool(wanted == current)


def _condition(condition: Members) -> Members:
    field = condition.get("Field", "")
    told = condition.get(_CONFIGS.get(field, ""), {})
    values = told.get("Values") or condition.get("Values") or []
    patterns = told.get("RegexValues") or condition.get("RegexValues") or []
    if field in _CONFIGS:
        return {"Field": field, "Values": sorted(values), "RegexValues": sorted(patterns)}
    return {name: value for name, value in condition.items() if value}
