# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Access to models of other vendors: the form, and the agreement."""

from __future__ import annotations

import json
from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource

_AVAILABLE = "AVAILABLE"

RESOURCE = Resource(
    service="bedrock",
    noun="FoundationModelAgreement",
    returns="model_access",
    read="GetFoundationModelAvailability",
    listing="",
)


def keep(context: Context) -> dict[str, Any]:
    """Work of bedrock_model_access. EngineError: no such model, none in this region, no offer, or no answer in time."""
    model, present = context.params["model_id"], context.params["state"] == "present"
    before = _availability(context, model)
    if present and before["regionAvailability"] != _AVAILABLE:
        raise EngineError(f"The model {model} is not offered in this region. Choose another region or model.")
    changes: dict[str, tuple[Any, Any]] = {}
    form = context.params["use_case_form"]
    if present and form is not None and _form(context) != form:
        changes["use_case_form"] = (_form(context), form)
        if not context.check_mode:
            context.api.call("PutUseCaseForModelAccess", formData=json.dumps(form).encode())
    agreed = before["agreementAvailability"]["status"]
    if present != (agreed in (_AVAILABLE, "PENDING")):
        wanted = _AVAILABLE if present else "NOT_AVAILABLE"
        changes["agreement"] = (agreed, wanted)
        (_agree if present else _leave)(context, model)
    after = before if context.check_mode or not changes else _settled(context, model, present)
    diff = {
        side: {name: pair[place] for name, pair in changes.items()} for place, side in enumerate(("before", "after"))
    }
    shown = {"model_id": model, **told(after)}
    if context.check_mode and "agreement" in changes:
        shown["agreement"] = changes["agreement"][1]
    return {"changed": bool(changes), "diff": diff, RESOURCE.returns: shown}


def told(availability: dict[str, Any]) -> dict[str, str]:
    """An answer of GetFoundationModelAvailability as results have it."""
    return {
        "agreement": availability["agreementAvailability"]["status"],
        "authorization": availability["authorizationStatus"],
        "entitlement": availability["entitlementAvailability"],
        "region": availability["regionAvailability"],
    }


def _availability(context: Context, model: str) -> dict[str, Any]:
    found = context.api.find(RESOURCE.operation("read"), modelId=model)
    if found is None:
        raise EngineError(f"There is no model {model}. model_id is that of a foundation model, without a region.")
    return found


def _form(context: Context) -> Any:
    """The form that was submitted, None when there is none; one that is no JSON is as good as any other text."""
    found = context.api.find("GetUseCaseForModelAccess")
    if found is None:
        return None
    try:
        return json.loads(found["formData"])
    except ValueError:
        return found["formData"].decode(errors="replace")


def _agree(context: Context, model: str) -> None:
    offers = context.api.call("ListFoundationModelAgreementOffers", modelId=model)["offers"]
    if not offers:
        raise EngineError(f"There is no offer for the model {model}, so its agreement cannot be made here.")
    if not context.check_mode:
        context.api.call("CreateFoundationModelAgreement", modelId=model, offerToken=offers[0]["offerToken"])


def _leave(context: Context, model: str) -> None:
    if not context.check_mode:
        context.api.call("DeleteFoundationModelAgreement", modelId=model)


def _settled(context: Context, model: str, present: bool) -> dict[str, Any]:
    """The availability once it is as wanted; as it is, where the user does not wait."""
    deadline = context.deadline()
    while True:
        found = _availability(context, model)
        status = found["agreementAvailability"]["status"]
        if (status == _AVAILABLE) == present or not context.params["wait"]:
            return found
        if status == "ERROR":
            reason = found["agreementAvailability"].get("errorMessage", "no reason was given")
            raise EngineError(f"The agreement for the model {model} failed: {reason}.")
        if not deadline.pause():
            raise EngineError(
                f"The agreement for the model {model} was not settled after {deadline.timeout:g} seconds, last seen "
                f"{status}. Run again to go on waiting, or raise wait_timeout."
            )
