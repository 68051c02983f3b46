"""A service of ours: its types, its tag operations, and operations of its own."""

from collections.abc import Callable
from typing import Any

from moto.core.utils import get_service_model

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs
from emulator.modeled.resource import ResourceType
from emulator.modeled.tags import TagOperations
from emulator.site import Site

Handler = Callable[[Call], Any]
"""Gives the answer, or a function that does: it runs with the store unlocked, for what takes long."""


class Service:
    """Operations by name. An operation that isn't here is not implemented, even if moto would answer it:
    moto doesn't know our records, so its answer would be about another world.

    beside_moto: moto answers the operations that aren't here. For services of which some types are wholly ours and the
    others wholly moto's. A tag operation that knows no such resource of ours is moto's as well.
    kept_elsewhere: operations that change nothing which the local cloud itself keeps, or that others keep; they are in
    no journal and run beside others.
    sites: paths outside the API that the service serves.
    region: where a global service keeps everything, whatever region it is asked in.
    """

    def __init__(
        self,
        name: str,
        types: list[type[ResourceType]],
        untaggable: tuple[type[ResourceType], ...] = (),
        tag_operations: tuple[str, str, str] = ("TagResource", "UntagResource", "ListTagsForResource"),
        operations: dict[str, Handler] | None = None,
        on_reset: Callable[[], None] = lambda: None,
        beside_moto: bool = False,
        kept_elsewhere: tuple[str, ...] = (),
        sites: tuple[Site, ...] = (),
        region: str = "",
    ):
        self.name = name
        self.region = region
        self.beside_moto = beside_moto
        self.kept_elsewhere = kept_elsewhere
        self.on_reset = on_reset
        self.sites = sites
        self.types = [kind() for kind in types]
        known = set(get_service_model(name).operation_names)
        self.operations: dict[str, Handler] = {}
        for resource in self.types:
            self.operations.update(Verbs(resource).handlers())
        taggable = [resource for resource in self.types if type(resource) not in untaggable]
        tagging = TagOperations(taggable, beside_moto)
        if taggable:
            self.operations.update(zip(tag_operations, (tagging.tag, tagging.untag, tagging.list), strict=True))
        self.operations = {name: handler for name, handler in self.operations.items() if name in known}
        self.operations.update(operations or {})
        unknown = sorted(set(self.operations) - known)
        if unknown:
            raise ValueError(f"{name} has no operations {', '.join(unknown)}")

    def answers(self, operation: str | None) -> bool:
        """Whether an operation is ours to answer, if only by saying that there is none."""
        return not self.beside_moto or operation in self.operations
