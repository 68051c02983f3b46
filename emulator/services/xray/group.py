"""Groups of traces by a filter expression."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, ResourceType, random_id
from emulator.modeled.store import Record
from emulator.services.xray.errors import invalid


class Group(ResourceType):
    service = "xray"
    noun = "Group"
    id = "GroupName"
    name = "GroupName"
    arn = "arn:{partition}:xray:{region}:{account}:group/{id}"
    arn_member = "GroupARN"
    operations = {"list": "GetGroups"}
    update_replaces = False

    def key(self, call: Call) -> str:
        given = call.params.get("GroupARN") or call.params.get("GroupName")
        if not given:
            raise invalid("GroupName or GroupARN is required")
        name = next((record.id for record in call.records(Group) if given in (record.id, record.hidden["arn"])), given)
        return str(name)

    def new_id(self, call: Call) -> str:
        return str(call.params["GroupName"])

    def missing(self, key: str) -> AwsError:
        return invalid(f"Group not found: {key}")

    def duplicate(self, name: str) -> AwsError:
        return invalid(f"Group with name {name} already exists")

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call.params.get("InsightsConfiguration") or {})

    def before_update(self, call: Call, record: Record) -> None:
        check(call.params.get("InsightsConfiguration") or {})

    def on_create(self, call: Call, record: Record) -> None:
        record.arn = record.hidden["arn"] = f"{record.arn}/{random_id(48, LOWER).upper()}"

    def on_update(self, call: Call, record: Record) -> None:
        record.members.pop("GroupARN", None)

    def view(self, record: Record) -> dict[str, Any]:
        insights = {"InsightsEnabled": False, "NotificationsEnabled": False}
        given = record.members.get("InsightsConfiguration") or {}
        return {"GroupARN": record.arn, "InsightsConfiguration": {**insights, **given}}


def check(insights: dict[str, Any]) -> None:
    if insights.get("NotificationsEnabled") and not insights.get("InsightsEnabled"):
        raise invalid("Notifications can only be enabled together with insights")


def listing(call: Call) -> dict[str, Any]:
    records, token = page(call.records(Group), call.params)
    return list_answer(call, [view(Group(), record) for record in records], token)
