"""A moto resource's ``state`` that takes time to be reached."""

from typing import Any

from emulator.clock import CLOCK


class TimedState:
    """Descriptor: ``available`` is ``pending`` for a while, ``deleted`` is ``deleting`` for a while."""

    def __init__(self, kind: str, applies: Any = lambda resource: True):
        self.kind = kind
        self.applies = applies

    def __get__(self, resource: Any, owner: Any = None) -> Any:
        if resource is None:
            return self
        state, due = resource.__dict__["_timed_state"]
        if CLOCK.now() >= due or not self.applies(resource):
            return state
        return {"available": "pending", "deleted": "deleting"}.get(state, state)

    def __set__(self, resource: Any, state: str) -> None:
        verb = {"available": "create", "deleted": "delete"}.get(state)
        wait = CLOCK.seconds(f"{self.kind}:{verb}") if verb else 0
        resource.__dict__["_timed_state"] = (state, CLOCK.now() + wait)
