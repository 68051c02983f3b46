"""Rules of EventBridge: the Resource Groups Tagging API knows those that have tags, as it knows event buses."""

from collections.abc import Iterator
from typing import Any

from moto.core.resource_tagging import TaggedResource
from moto.events.models import EventsBackend

from emulator.overrides.patch import around


def install() -> None:
    @around(EventsBackend, "iter_tagged_resources")
    def tagged(moto: Any, self: Any) -> Iterator[TaggedResource]:
        yield from moto()
        for bus in self.event_buses.values():
            for rule in bus.rules.values():
                yield TaggedResource(rule.arn, self.tagger.get_tag_dict_for_resource(rule.arn), "events:rule")
