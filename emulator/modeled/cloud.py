"""All records and the clock that moves them: what the modeled operations share."""

from datetime import UTC, datetime

from emulator.clock import Clock
from emulator.faults import Fault
from emulator.modeled.failing import failed_status
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record, Step, Store


class Cloud:
    def __init__(self, clock: Clock):
        self.clock = clock
        self.store = Store()
        self._types: dict[str, ResourceType] = {}
        self.fault: Fault | None = None
        """What shall go wrong with what the request starts that is being answered (the store is locked meanwhile)."""

    def know(self, resource: ResourceType) -> None:
        self._types[resource.kind()] = resource

    def schedule(self, record: Record, *steps: tuple[str, str | None]) -> None:
        """Plan the record's next statuses: (entry of the provisioning table after the kind, status reached)."""
        due = self.clock.now()
        record.steps = []
        record.failure = None
        fault = self.fault or Fault()
        for what, status in steps:
            seconds = self.clock.seconds(f"{record.kind}:{what}")
            due += seconds if fault.seconds is None else fault.seconds
            record.steps.append(Step(due, status))
        if fault.failure:
            verb = steps[0][0]
            record.steps[-1].status = failed_status(self._types[record.kind], verb)
            record.failure = fault.failure

    def settle(self) -> None:
        """Let time pass: each record takes the statuses that are due."""
        now = self.clock.now()
        with self.store.lock:
            for record in self.store.changing():
                while record.steps and record.steps[0].due <= now:
                    record.status = record.steps.pop(0).status
                    if record.status is None:
                        self.remove(record)
                        break
                    self.store.put(record)
                    self._types[record.kind].on_status(self, record)

    def remove(self, record: Record) -> None:
        """Forget a record and everything under it."""
        self.store.remove(record)
        for resource in self._types.values():
            if resource.parent and resource.parent.kind() == record.kind:
                table = (resource.kind(), record.account, record.region)
                for child in [item for item in self.store.all(table) if item.parent == record.id]:
                    self.remove(child)

    @staticmethod
    def timestamp() -> datetime:
        return datetime.now(UTC).replace(microsecond=0)
