"""Tags in both shapes that AWS uses: a map, and a list of key and value."""

import re
from typing import TYPE_CHECKING, Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, validation
from emulator.modeled.store import Record

if TYPE_CHECKING:
    from emulator.modeled.resource import ResourceType

MEMBERS = ("tags", "Tags", "TagList", "ResourceTags", "BackupPlanTags")
KEY_MEMBERS = ("tagKeys", "TagKeys", "ResourceTagKeys", "TagKeyList")
LIMIT = 50
UNKNOWN = ("ResourceNotFoundException", "NotFoundException", "WAFNonexistentItemException", "BadRequestException")
"""What the services call the error of a resource that is not there."""


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


def pattern_of(resource: "ResourceType") -> re.Pattern[str]:
    """What ARNs of a type look like; none, if neither template nor type tell them from others of the service."""
    kind = resource.arn.partition("{account}:")[2].partition("{id}")[0]
    if kind.strip(":/"):
        return re.compile(rf"arn:[^:]*:(?:[^:]*:){{3}}{re.escape(kind).replace(re.escape('{parent}'), '.*')}.*")
    return re.compile(f".*{re.escape(resource.arn_holds)}.*" if resource.arn_holds else "(?!)")


class NotOurs(Exception):
    """The resource isn't ours, but may be moto's."""


class TagOperations:
    """The three tag operations of a service, for all its taggable types.

    beside_moto: the resource may be one of moto's.
    """

    def __init__(self, types: "list[ResourceType]", beside_moto: bool = False):
        self.kinds = [resource.kind() for resource in types]
        self.beside_moto = beside_moto
        self.arns = [pattern_of(resource) for resource in types]

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
        if self.beside_moto and not any(pattern.fullmatch(arn) for pattern in self.arns):
            raise NotOurs(arn)
        known = {error.name for error in call.operation.error_shapes}
        code = next((name for name in UNKNOWN if name in known), UNKNOWN[0])
        raise AwsError(code, f"No resource has the ARN {arn}")
