"""Tags in both shapes that AWS uses: a map, and a list of key and value."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.modeled.store import Record

MEMBERS = ("tags", "Tags", "TagList", "ResourceTags", "BackupPlanTags")
KEY_MEMBERS = ("tagKeys", "TagKeys", "ResourceTagKeys", "TagKeyList")
LIMIT = 50


def given(params: dict[str, Any]) -> dict[str, str]:
    """The tags of a request."""
    tags = next((params[name] for name in MEMBERS if params.get(name)), {})
    if isinstance(tags, list):
        tags = {tag.get("Key", tag.get("key")): tag.get("Value", tag.get("value", "")) for tag in tags}
    reserved = [key for key in tags if key.lower().startswith("aws:")]
    if reserved:
        raise validation(f"Tag keys must not start with aws: {', '.join(reserved)}")
    return dict(tags)


def told(shape: Any, tags: dict[str, str]) -> dict[str, Any]:
    """The answer that has the tags in the first map or list of the shape, which may be one level further down."""
    for member, inner in shape.members.items():
        if inner.type_name == "structure":
            return {member: told(inner, tags)}
        if inner.type_name == "map":
            return {member: dict(tags)}
        if inner.type_name == "list":
            key, value = list(inner.member.members)[:2]
            return {member: [{key: name, value: text} for name, text in tags.items()]}
    return {}


class NotOurs(Exception):
    """The resource isn't ours, but may be moto's."""


class TagOperations:
    """The three tag operations of a service, for all its taggable types.

    beside_moto: the resource may be one of moto's.
    """

    def __init__(self, kinds: list[str], beside_moto: bool = False):
        self.kinds = kinds
        self.beside_moto = beside_moto

    def tag(self, call: Call) -> dict[str, Any]:
        record = self.find(call)
        merged = {**record.tags, **given(call.params)}
        if len(merged) > LIMIT:
            code = "ServiceQuotaExceededException"
            known = {error.name for error in call.operation.error_shapes}
            raise AwsError(code if code in known else "ValidationException", f"A resource can have {LIMIT} tags")
        record.tags = merged
        call.cloud.store.put(record)
        return {}

    def untag(self, call: Call) -> dict[str, Any]:
        record = self.find(call)
        keys = next((call.params[name] for name in KEY_MEMBERS if call.params.get(name)), [])
        record.tags = {key: value for key, value in record.tags.items() if key not in keys}
        call.cloud.store.put(record)
        return {}

    def list(self, call: Call) -> dict[str, Any]:
        return told(call.operation.output_shape, self.find(call).tags)

    def find(self, call: Call) -> Record:
        arn = next(value for name, value in call.params.items() if name.lower().endswith("arn"))
        for kind in self.kinds:
            for record in call.all(kind):
                if record.arn == arn:
                    return record
        if self.beside_moto:
            raise NotOurs(arn)
        raise not_found(f"No resource has the ARN {arn}")
