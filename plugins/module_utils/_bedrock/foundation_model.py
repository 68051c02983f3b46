# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which foundation models a region has, how long they will be there, and whether the account may use them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.resource import Resource
from .._engine.sdk import botocore
from .._engine.shapes import from_api
from .model_access import told

_AT_ONCE = 8  # questions for availability at the same time, one for each model
_FILTERS = {
    "by_provider": "byProvider",
    "by_customization_type": "byCustomizationType",
    "by_output_modality": "byOutputModality",
    "by_inference_type": "byInferenceType",
}

RESOURCE = Resource(service="bedrock", noun="FoundationModel", returns="foundation_models", read="", create="")


def tell(context: Context) -> dict[str, Any]:
    """Work of bedrock_foundation_model_info. EngineError: the service refuses to tell."""
    filters = {member: context.params[name] for name, member in _FILTERS.items() if context.params[name]}
    try:
        found = context.api.call("ListFoundationModels", **filters)["modelSummaries"]
        chosen = [model for model in found if _is_asked_for(context, model)]
        if context.params["availability"]:
            with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
                availability = list(pool.map(lambda model: _availability(context, model), chosen))
        else:
            availability = [{} for _model in chosen]
    except botocore.exceptions.ClientError as exception:
        raise failure("list the foundation models", exception) from exception
    shape = context.api.output("ListFoundationModels").members["modelSummaries"].member
    shown = [{**from_api(shape, model), **more} for model, more in zip(chosen, availability, strict=True)]
    return {"changed": False, RESOURCE.returns: shown}


def _is_asked_for(context: Context, model: dict[str, Any]) -> bool:
    wanted, several, status = (context.params[name] for name in ("model_id", "model_ids", "lifecycle_status"))
    return (
        wanted in (None, model["modelId"])
        and (several is None or model["modelId"] in several)
        and status in (None, (model.get("modelLifecycle") or {}).get("status"))
    )


def _availability(context: Context, model: dict[str, Any]) -> dict[str, Any]:
    """Not every model has one, such as those that are only there to be customized."""
    found = context.api.find("GetFoundationModelAvailability", modelId=model["modelId"])
    return {"availability": told(found) if found else None}
