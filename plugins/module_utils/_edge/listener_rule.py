# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rules of listeners: who is sent where before the default actions."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .elb import same_actions, same_conditions, tagging

Members = dict[str, Any]
_ARN = "RuleArn"


def _has_priority(live: Members, wanted: Members) -> bool:
    """Requests have a number where answers have text, for that of the default rule is none."""
    return str(live.get("Priority")) == str(wanted.get("Priority"))


def _told(_context: Context, live: Members) -> Members:
    return {"priority": str(live.get("Priority"))}


RESOURCE = Resource(
    service="elbv2",
    noun="Rule",
    returns="listener_rule",
    find=ByList(agrees=_has_priority),
    read="",
    update="ModifyRule",
    update_sends="changed",
    listing="DescribeRules",
    parents=("ListenerArn",),
    ids={_ARN: _ARN},
    wrapper="Rules",
    compare={
        "Actions": same_actions,
        "Conditions": same_conditions,
        "Priority": lambda wanted, current: str(wanted) == str(current),
    },
    computed=_told,
    tagging=tagging(_ARN),
)
