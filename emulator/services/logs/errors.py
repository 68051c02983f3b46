"""Errors and pages as this service has them."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record


def invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


def listed(call: Call, kind: type[ResourceType], records: list[Record]) -> dict[str, Any]:
    """One page of records, limited by the service's own member."""
    size = call.params.get("limit") or call.params.get("maxResults") or 50
    chosen, token = page(records, {**call.params, "maxResults": size})
    return list_answer(call, [view(kind(), record) for record in chosen], token)
