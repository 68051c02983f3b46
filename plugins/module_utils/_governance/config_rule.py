# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rules of AWS Config."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_set
from .._engine.resource import ByKey, Resource
from .._engine.state import GONE, READY, State
from .._engine.tags import Tagging

Members = dict[str, Any]

_PUT = "PutConfigRule"
_ONLY_TOLD = ("ConfigRuleState", "CreatedBy", "RuleEvaluationVisibility")


def _sendable(_context: Any, _live: Members, request: Members, _changes: Members) -> Members:
    return {name: value for name, value in request.items() if name not in _ONLY_TOLD}


def _state(live: Members) -> State:
    """A rule that is evaluating is there as well as one that is not."""
    status = str(live.get("ConfigRuleState", ""))
    return State(GONE if status.startswith("DELETING") else READY, status)


RESOURCE = Resource(
    service="config",
    noun="ConfigRule",
    returns="config_rule",
    find=ByKey(),
    create=_PUT,
    read="DescribeConfigRules",
    update=_PUT,
    listing="DescribeConfigRules",
    wrapper="ConfigRules",
    envelopes={_PUT: "ConfigRule"},
    ids={"ConfigRuleNames": "ConfigRuleName", "ConfigRuleName": "ConfigRuleName"},
    renames={"name": "ConfigRuleName"},
    update_request=_sendable,
    compare={"ComplianceResourceTypes": same_set},
    state=_state,
    tagging=Tagging(target={"ResourceArn": "ConfigRuleArn"}),
)
