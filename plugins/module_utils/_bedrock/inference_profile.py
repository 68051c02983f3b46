# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Application inference profiles."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .._engine.unknown import is_unknown

Members = dict[str, Any]


def _observe(context: Context, live: Members) -> Members:
    """Answers do not say what a profile was copied from, but which models it leads to."""
    models = _models(live)
    wanted = (context.wanted.get("modelSource") or {}).get("copyFrom")
    source = wanted if wanted and _leads_to(context, wanted) == models else ", ".join(models)
    return {**live, "modelSource": {"copyFrom": source}, "typeEquals": live.get("type")}


def _models(profile: Members) -> list[str]:
    return sorted(model["modelArn"] for model in profile.get("models") or [])


def _leads_to(context: Context, source: str) -> list[str]:
    if is_unknown(source) or ":foundation-model/" in source:
        return [source]
    found = context.api.find("GetInferenceProfile", inferenceProfileIdentifier=source)
    return _models(found or {})


def _refuse_delete(context: Context, live: Members) -> None:
    if live.get("type") == "SYSTEM_DEFINED":
        raise EngineError(f"{context.what} is one of AWS, which cannot be deleted.")


RESOURCE = Resource(
    service="bedrock",
    noun="InferenceProfile",
    returns="inference_profile",
    find=ByList(match={"inferenceProfileName": "inferenceProfileName"}),
    update="",
    ids={"inferenceProfileIdentifier": "inferenceProfileArn"},
    renames={"name": "inferenceProfileName", "type": "typeEquals"},
    observe=_observe,
    refuse_delete=_refuse_delete,
    tagging=Tagging(target={"resourceARN": "inferenceProfileArn"}),
    name_family="bedrock_inference_profile",
)
