"""What a moto resource passes through on its way: its ``state``, or its ``status``, takes time to be reached."""

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


class TimedStatus:
    """Descriptor: a status, and before it, for a while, another one such as ``creating``."""

    def __get__(self, resource: Any, owner: Any = None) -> Any:
        if resource is None:
            return self
        passing, due, status = resource.__dict__["_timed_status"]
        return passing if CLOCK.now() < due else status

    def __set__(self, resource: Any, status: str) -> None:
        resource.__dict__["_timed_status"] = ("", 0.0, status)


def on_its_way(resource: Any, passing: str, what: str, status: str = "available") -> None:
    """Let a resource with a timed status have another one for as long as an entry of the provisioning table says."""
    resource.__dict__["_timed_status"] = (passing, CLOCK.now() + CLOCK.seconds(what), status)


def is_on_its_way(resource: Any) -> bool:
    return bool(CLOCK.now() < resource.__dict__["_timed_status"][1])
