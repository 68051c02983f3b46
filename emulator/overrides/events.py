"""Rules of EventBridge: names and schedules are judged, and the Resource Groups Tagging API knows those with tags."""

import re
from collections.abc import Iterator
from typing import Any

from moto.core.resource_tagging import TaggedResource
from moto.events.exceptions import ValidationException
from moto.events.models import EventsBackend

from emulator.overrides.patch import around

NAME = re.compile(r"[.\-_A-Za-z0-9]{1,64}")
SCHEDULE = re.compile(r"rate\(1 (minute|hour|day)\)|rate\(([2-9]|[1-9]\d+) (minutes|hours|days)\)|cron\(\S+( \S+){5}\)")


def install() -> None:
    @around(EventsBackend, "put_rule")
    def put(moto: Any, self: Any, name: str, *args: Any, **more: Any) -> Any:
        schedule = more.get("scheduled_expression")
        if not NAME.fullmatch(name):
            raise ValidationException(
                f"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: "
                f"Member must satisfy regular expression pattern: {NAME.pattern}"
            )
        if schedule and not SCHEDULE.fullmatch(schedule):
            raise ValidationException("Parameter ScheduleExpression is not valid.")
        return moto(name, *args, **more)

    @around(EventsBackend, "iter_tagged_resources")
    def tagged(moto: Any, self: Any) -> Iterator[TaggedResource]:
        yield from moto()
        for bus in self.event_buses.values():
            for rule in bus.rules.values():
                yield TaggedResource(rule.arn, self.tagger.get_tag_dict_for_resource(rule.arn), "events:rule")
