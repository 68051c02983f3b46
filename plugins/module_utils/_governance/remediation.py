# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What mends resources that break a rule of AWS Config."""

from __future__ import annotations

from typing import Any

from .._engine.resource import ByKey, Resource

_PUT = "PutRemediationConfigurations"
_SEVERAL = "RemediationConfigurations"
_ONLY_TOLD = ("Arn", "CreatedByService")


def _sendable(_context: Any, _live: Any, request: dict[str, Any], _changes: Any) -> dict[str, Any]:
    return {name: value for name, value in request.items() if name not in _ONLY_TOLD}


RESOURCE = Resource(
    service="config",
    noun="RemediationConfiguration",
    returns="remediation",
    find=ByKey(),
    create=_PUT,
    read="DescribeRemediationConfigurations",
    update=_PUT,
    listing="",
    wrapper=_SEVERAL,
    envelopes={_PUT: _SEVERAL},
    ids={"ConfigRuleNames": "ConfigRuleName", "ConfigRuleName": "ConfigRuleName"},
    defaults={"TargetType": "SSM_DOCUMENT"},
    update_request=_sendable,
)
