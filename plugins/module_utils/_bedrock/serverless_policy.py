# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Policies of OpenSearch Serverless."""

from __future__ import annotations

import json
from typing import Any

from .._engine.resource import Resource


def same_policy(wanted: Any, current: Any) -> bool:
    """Whether two policies mean the same: order does not count, and what is false need not be said."""
    return _meaning(document(wanted)) == _meaning(document(current))


def document(policy: Any) -> Any:
    """A policy as an object: requests have it as text."""
    return json.loads(policy) if isinstance(policy, str) and policy[:1] in ("{", "[") else policy


def _meaning(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _meaning(item) for key, item in value.items() if item not in (None, False, "", [])}
    if isinstance(value, list):
        return sorted((_meaning(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


RESOURCE = Resource(
    service="opensearchserverless",
    noun="SecurityPolicy",
    returns="policy",
    plural="policies",
    listing="ListSecurityPolicies",
    local=("type",),
    # The update names the version that it is about, so that nobody's change is lost.
    update_sends="changed",
    compare={"policy": same_policy},
    computed=lambda context, live: {"policy": document(live.get("policy"))},
    name_family="opensearchserverless_policy",
)
