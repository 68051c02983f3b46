"""Groups of schedules. Every region has the group C(default), which can't be deleted."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError, conflict, not_found, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType, States
from emulator.modeled.store import Record

DEFAULT = "default"


class ScheduleGroup(ResourceType):
    service = "scheduler"
    noun = "ScheduleGroup"
    id = "Name"
    name = "Name"
    arn = "arn:{partition}:scheduler:{region}:{account}:schedule-group/{id}"
    arn_member = "Arn"
    states = States(ready="ACTIVE", deleting="DELETING")

    def new_id(self, call: Call) -> str:
        return str(call.params["Name"])

    def missing(self, key: str) -> AwsError:
        return not_found(f"Schedule group {key} does not exist.")

    def duplicate(self, name: str) -> AwsError:
        return conflict(f"Schedule group {name} already exists.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        if call.params["Name"] == DEFAULT:
            raise self.duplicate(DEFAULT)

    def on_create(self, call: Call, record: Record) -> None:
        record.status = self.states.ready

    def before_delete(self, call: Call, record: Record) -> None:
        from emulator.services.scheduler.schedule import Schedule

        if record.id == DEFAULT:
            raise validation("The default schedule group can't be deleted.")
        for schedule in call.records(Schedule):
            if schedule.members["GroupName"] == record.id:
                call.cloud.remove(schedule)

    def view(self, record: Record) -> dict[str, Any]:
        return {
            "State": record.status,
            "ScheduleGroupArn": record.arn,
            "CreationDate": record.created,
            "LastModificationDate": record.updated,
        }


def find(call: Call, name: str) -> Record:
    """A group by its name; the default one is made when it is first asked for."""
    if name != DEFAULT or any(record.id == DEFAULT for record in call.records(ScheduleGroup)):
        return call.find(ScheduleGroup, name)
    now = call.cloud.timestamp()
    where = {"partition": call.partition, "region": call.region, "account": call.account}
    record = Record(
        kind=ScheduleGroup.kind(),
        account=call.account,
        region=call.region,
        id=DEFAULT,
        arn=ScheduleGroup.arn.format(id=DEFAULT, **where),
        created=now,
        updated=now,
        status=ScheduleGroup.states.ready,
    )
    call.cloud.store.put(record)
    return record


def listing(call: Call) -> dict[str, Any]:
    find(call, DEFAULT)
    prefix = call.params.get("NamePrefix", "")
    records, token = page([one for one in call.records(ScheduleGroup) if one.id.startswith(prefix)], call.params)
    return list_answer(call, [view(ScheduleGroup(), record) for record in records], token)
