"""Dashboards: names with a JSON text that the service checks and keeps as it came."""

import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

WIDGETS = ("alarm", "custom", "explorer", "log", "metric", "text", "trace")


def invalid(message: str) -> AwsError:
    return AwsError("DashboardInvalidInputError", f"The field DashboardBody must be a valid dashboard: {message}")


class Dashboard(ResourceType):
    service = "cloudwatch"
    noun = "Dashboard"
    id = "DashboardName"
    name = "DashboardName"
    arn = "arn:{partition}:cloudwatch::{account}:dashboard/{id}"
    arn_member = "DashboardArn"
    operations = {"create": "PutDashboard"}
    upserts = True

    def new_id(self, call: Call) -> str:
        return str(call.params["DashboardName"])

    def missing(self, key: str) -> AwsError:
        return AwsError("DashboardNotFoundError", f"Dashboard {key} does not exist")

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call.params["DashboardBody"])

    def before_update(self, call: Call, record: Record) -> None:
        check(call.params["DashboardBody"])

    def view(self, record: Record) -> dict[str, Any]:
        return {"LastModified": record.updated, "Size": len(record.members["DashboardBody"].encode())}


def check(text: str) -> None:
    try:
        body = json.loads(text)
    except ValueError as error:
        raise invalid(str(error)) from error
    if not isinstance(body, dict) or not isinstance(body.get("widgets"), list):
        raise invalid("it has no list of widgets")
    for place, widget in enumerate(body["widgets"]):
        if not isinstance(widget, dict) or widget.get("type") not in WIDGETS:
            raise invalid(f"/widgets/{place}/type should be one of {', '.join(WIDGETS)}")
        if "properties" not in widget:
            raise invalid(f"/widgets/{place} should have the property properties")


def listing(call: Call) -> dict[str, Any]:
    prefix = call.params.get("DashboardNamePrefix", "")
    records, token = page([record for record in call.records(Dashboard) if record.id.startswith(prefix)], call.params)
    return list_answer(call, [view(Dashboard(), record) for record in records], token)


def delete(call: Call) -> dict[str, Any]:
    """DeleteDashboards: all of them, or none when one isn't there."""
    for record in [call.find(Dashboard, name) for name in call.params["DashboardNames"]]:
        call.cloud.remove(record)
    return {}


OPERATIONS = {"DeleteDashboards": delete, "ListDashboards": listing}
