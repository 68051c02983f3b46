"""The failed end of what a record is on its way to: the words that the service's model has for it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from moto.core.utils import get_service_model

if TYPE_CHECKING:
    from emulator.modeled.resource import ResourceType

FAILED = re.compile(r"FAIL|UNSUCCESSFUL", re.IGNORECASE)
STATUS = re.compile(r"status", re.IGNORECASE)


def failed_status(resource: "ResourceType", verb: str) -> str:
    """The status in which a create, an update or a delete ends when it fails, such as CREATE_FAILED or FAILED."""
    words = _failed_words(resource, verb)
    if not words:
        raise NotImplementedError(f"{resource.kind()} has no status for a failed {verb}")
    return words[0]


def can_fail(resource: "ResourceType", verb: str) -> bool:
    """Whether the type has a status for that."""
    return bool(_failed_words(resource, verb))


def _failed_words(resource: "ResourceType", verb: str) -> list[str]:
    """Those of this verb first, then those of any; others speak of another verb."""
    if resource.failed:
        return [resource.failed]
    words = [word for word in statuses(resource) if FAILED.search(word)]
    own = [word for word in words if word.upper().startswith(verb.upper())]
    return [*own, *(word for word in words if FAILED.match(word))]


def statuses(resource: "ResourceType") -> list[str]:
    """The words that the status of the type can have, by the output of its reading operation."""
    model = get_service_model(resource.service)
    operation = resource.operation("read")
    shape = model.operation_model(operation).output_shape if operation in model.operation_names else None
    return next(_enumerations(shape), []) if shape else []


def _enumerations(shape: Any) -> Iterator[list[str]]:
    """The enumerations of members called status; answers that wrap the resource have them one level down."""
    members = shape.members.items()
    yield from (list(item.enum) for name, item in members if STATUS.fullmatch(name) and getattr(item, "enum", None))
    for _name, item in members:
        if item.type_name == "structure":
            yield from _enumerations(item)
        elif item.type_name == "list" and item.member.type_name == "structure":
            yield from _enumerations(item.member)


def tells_why(resource: "ResourceType") -> bool:
    """Whether an answer about a record of the type can say why it failed."""
    shape = get_service_model(resource.service).operation_model(resource.operation("read")).output_shape
    wrapped = [member for member in shape.members.values() if member.type_name == "structure"]
    told = [
        member for structure in (shape, *wrapped) for name, member in structure.members.items() if name in reason("")
    ]
    return any(member.type_name in ("list", "string") for member in told)


def reason(text: str) -> dict[str, Any]:
    """A reason under each of the names that services have for it; an answer shows those that its model knows."""
    several = ("failureReasons", "failureMessages", "statusReasons")
    one = ("failureReason", "statusReason", "failureMessage", "statusMessage")
    return {**{name: [text] for name in several}, **dict.fromkeys(one, text)}
