# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Guardrails."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_entries, same_set
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .versions import Versions

Members = dict[str, Any]

_POLICIES = ("topic", "content", "word", "sensitiveInformation", "contextualGrounding", "automatedReasoning")
_VERSIONS = Versions(
    create="CreateGuardrailVersion",
    identifier="guardrailIdentifier",
    version="guardrailVersion",
    not_content=("name", "description", "kmsKeyId"),
)
_AS_REQUESTED = ("policies", "confidenceThreshold")


def observe(_context: Context, live: Members) -> Members:
    """Answers call policies, and the lists in them, by other names than requests."""
    told: Members = {f"{policy}PolicyConfig": _requested(live.get(f"{policy}Policy") or {}) for policy in _POLICIES}
    profile = (live.get("crossRegionDetails") or {}).get("guardrailProfileId")
    told["crossRegionConfig"] = {"guardrailProfileIdentifier": profile} if profile else None
    return {**live, **told, "kmsKeyId": live.get("kmsKeyArn")}


def _requested(policy: Members) -> Members:
    return {name if name in _AS_REQUESTED else f"{name}Config": value for name, value in policy.items()}


def _sendable(_context: Context, request: Members) -> Members:
    """Without emptied policies, which the service does not take; what it says too late is said here."""
    policies = {f"{policy}PolicyConfig" for policy in _POLICIES}
    kept = {name: value for name, value in request.items() if name not in policies or _has_entries(value)}
    tiers = [name for name in policies & set(kept) if kept[name].get("tierConfig", {}).get("tierName") == "STANDARD"]
    if tiers and "crossRegionConfig" not in kept:
        raise EngineError("The tier STANDARD needs cross_region_config, with a guardrail_profile_identifier.")
    # An emptied list is as good as none beside one that has entries.
    return {
        name: {key: item for key, item in value.items() if item != []} if name in policies else value
        for name, value in kept.items()
    }


def _has_entries(policy: Members) -> bool:
    return any(isinstance(value, list) and value for value in policy.values())


def _same_id(wanted: str, current: str | None) -> bool:
    """An ARN and the id at its end mean the same."""
    return current is not None and wanted.rpartition("/")[2] == current.rpartition("/")[2]


RESOURCE = Resource(
    service="bedrock",
    noun="Guardrail",
    returns="guardrail",
    find=ByList(match={"name": "name"}),
    ids={"guardrailIdentifier": "guardrailId"},
    observe=observe,
    create_request=_sendable,
    update_request=lambda context, _live, request, _changes: _sendable(context, request),
    compare={
        "topicsConfig": same_entries("name"),
        "filtersConfig": same_entries("type"),
        "wordsConfig": same_entries("text"),
        "managedWordListsConfig": same_entries("type"),
        "piiEntitiesConfig": same_entries("type"),
        "regexesConfig": same_entries("name"),
        "policies": same_set,
        "guardrailProfileIdentifier": _same_id,
        "kmsKeyId": _same_id,
    },
    facets=(_VERSIONS.facet,),
    computed=_VERSIONS.told,
    tagging=Tagging(target={"resourceARN": "guardrailArn"}),
    name_family="bedrock_guardrail",
)
