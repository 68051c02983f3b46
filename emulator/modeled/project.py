"""Cut an answer to the members that the operation's output shape has."""

from typing import Any


def project(shape: Any, view: dict[str, Any]) -> dict[str, Any]:
    """The answer to an operation. A sole structure that the view doesn't name is a wrapper of the view itself."""
    if shape is None:
        return {}
    wrappers = [name for name, member in shape.members.items() if member.type_name == "structure" and name not in view]
    if len(shape.members) == 1 and wrappers:
        name = wrappers[0]
        return {name: cut(shape.members[name], view)}
    return cut(shape, view)


def cut(shape: Any, value: Any) -> Any:
    """Drop what the shape doesn't know, and members without a value."""
    if shape.type_name == "structure" and isinstance(value, dict) and not getattr(shape, "is_document_type", False):
        return {name: cut(member, value[name]) for name, member in shape.members.items() if value.get(name) is not None}
    if shape.type_name == "list":
        return [cut(shape.member, item) for item in value]
    if shape.type_name == "map":
        return {key: cut(shape.value, item) for key, item in value.items()}
    return value
