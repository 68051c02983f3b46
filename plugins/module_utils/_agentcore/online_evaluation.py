# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Online evaluations."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging


def _observe(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """Creating takes as a yes or no what answers and updates call executionStatus."""
    return {**live, "enableOnCreate": live.get("executionStatus") == "ENABLED"}


def _set_enabled(context: Context, live: dict[str, Any], enabled: bool) -> None:
    status = "ENABLED" if enabled else "DISABLED"
    key = live["onlineEvaluationConfigId"]
    context.api.call("UpdateOnlineEvaluationConfig", onlineEvaluationConfigId=key, executionStatus=status)


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="OnlineEvaluationConfig",
    returns="online_evaluation",
    find=ByList(match={"onlineEvaluationConfigName": "onlineEvaluationConfigName"}),
    renames={"name": "onlineEvaluationConfigName", "enabled": "enableOnCreate"},
    ids={"onlineEvaluationConfigId": "onlineEvaluationConfigId"},
    observe=_observe,
    defaults={"enableOnCreate": True},
    updaters={"enableOnCreate": _set_enabled},
    update_sends="changed",
    compare=dict.fromkeys(("evaluators", "logGroupNames", "serviceNames", "frequencies"), same_set),
    tagging=Tagging(target={"resourceArn": "onlineEvaluationConfigArn"}),
    # IAM takes a moment to spread a new role.
    transient={"ValidationException": "role", "AccessDeniedException": "assume"},
    name_family="agentcore_tool",
)
