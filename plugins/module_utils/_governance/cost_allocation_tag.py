# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tags by which costs are told apart."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource

_UPDATE = "UpdateCostAllocationTagsStatus"

RESOURCE = Resource(service="ce", noun="CostAllocationTag", returns="cost_allocation_tags", create="", read="")


def keep(context: Context) -> dict[str, Any]:
    """Work of ce_cost_allocation_tag. EngineError: the service refuses a tag."""
    keys = list(dict.fromkeys(context.params["tag_keys"]))
    status = "Active" if context.params["state"] == "present" else "Inactive"
    asked = context.api.batches("ListCostAllocationTags", "TagKeys", keys)
    known = {entry["TagKey"]: entry for batch in asked for entry in _listed(context, batch)}
    changing = [key for key in keys if key in known and known[key]["Status"] != status]
    if not context.check_mode:
        for batch in context.api.batches(_UPDATE, "CostAllocationTagsStatus", changing):
            _set(context, batch, status)
    pending = [key for key in keys if key not in known]
    before = {key: known[key]["Status"] for key in changing}
    shown = [{"tag_key": key, "type": known[key]["Type"], "status": status} for key in keys if key in known]
    answer = {
        "changed": bool(changing),
        "diff": {"before": before, "after": dict.fromkeys(changing, status)},
        RESOURCE.returns: shown,
        "pending": pending,
    }
    if pending and status == "Active":
        answer["msg"] = (
            f"AWS has not seen these tags yet: {', '.join(pending)}. It sees a tag up to a day after a resource first "
            "carries it; run again then."
        )
    return answer


def _listed(context: Context, keys: list[str]) -> list[dict[str, Any]]:
    return context.api.items("ListCostAllocationTags", "CostAllocationTags", TagKeys=keys)


def _set(context: Context, keys: list[str], status: str) -> None:
    wanted = [{"TagKey": key, "Status": status} for key in keys]
    answer = context.api.call(_UPDATE, CostAllocationTagsStatus=wanted)
    refused = [
        f"{error['TagKey']}: {error['Code']}: {error.get('Message', '')}" for error in answer.get("Errors") or []
    ]
    if refused:
        raise EngineError(f"Could not set tags to {status}: {'; '.join(refused)}")
