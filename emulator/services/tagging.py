"""resourcegroupstaggingapi: tags of resources of any service, ours and moto's. moto has the keys and values alone."""

from collections.abc import Callable
from typing import Any

from moto.core.resource_tagging import TaggedResource, make_tag_matcher, match_resource_type

from emulator import neighbours
from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.service import Service
from emulator.modeled.store import Record
from emulator.modeled.tags import LIMIT

Change = Callable[[Call, Record], None]
ONCE_TAGGED = "once tagged"


def invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


def ours(call: Call) -> dict[str, Record]:
    """The records of this account and region by ARN; a global service keeps its own in us-east-1."""
    kept = call.cloud.store.everything()
    return {one.arn: one for one in kept if one.account == call.account and one.region == call.region}


def listed(call: Call) -> dict[str, Any]:
    """What carries tags, or once did."""
    arns, filters = call.params.get("ResourceARNList"), call.params.get("TagFilters") or []
    types = call.params.get("ResourceTypeFilters") or []
    if arns and (filters or types):
        raise invalid("ResourceARNList cannot be used together with filters")
    matches = make_tag_matcher(filters)
    there = [TaggedResource(arn, one.tags, ":".join(type_of(arn))) for arn, one in ours(call).items() if seen(one)]
    there += [one for one in neighbours.tagged(call.account, call.region) if one.tags]
    found = [one for one in there if matches(one.tags) and match_resource_type(one.resource_type, types)]
    found = [one for one in found if not arns or one.arn in arns]
    start, size = place(call.params.get("PaginationToken")), call.params.get("ResourcesPerPage", 100)
    told = [{"ResourceARN": one.arn, "Tags": as_list(one.tags)} for one in found[start : start + size]]
    return {"ResourceTagMappingList": told, "PaginationToken": str(start + size) if found[start + size :] else ""}


def seen(record: Record) -> bool:
    return bool(record.tags) or ONCE_TAGGED in record.hidden


def type_of(arn: str) -> tuple[str, str]:
    parts = arn.split(":", 5)
    return parts[2], parts[5].replace(":", "/").split("/")[0]


def place(token: str | None) -> int:
    """Where the page of a token starts."""
    if token and not token.isdecimal():
        raise AwsError("PaginationTokenExpiredException", "The token is not valid: use that of the previous answer")
    return int(token or 0)


def as_list(tags: dict[str, str]) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def changing(change: Change, motos: str) -> Callable[[Call], dict[str, Any]]:
    """An operation on several resources, of which each may fail by itself."""

    def handler(call: Call) -> dict[str, Any]:
        reserved = [key for key in (*call.params.get("Tags", {}), *call.params.get("TagKeys", [])) if is_reserved(key)]
        if reserved:
            raise invalid(f"Tag keys must not start with aws: {', '.join(reserved)}")
        records, failed = ours(call), {}
        for arn in call.params["ResourceARNList"]:
            if not arn.startswith("arn:") or arn.count(":") < 5:
                raise invalid(f"{arn} is no ARN")
            reason = None
            if arn not in records:
                given = call.params.get("Tags") or call.params["TagKeys"]
                reason = getattr(neighbours, motos)(call.account, call.region, arn, given)
            elif len({**records[arn].tags, **call.params.get("Tags", {})}) > LIMIT:
                reason = f"A resource can have {LIMIT} tags"
            else:
                change(call, records[arn])
                records[arn].hidden[ONCE_TAGGED] = True
                call.cloud.store.put(records[arn])
            if reason:
                failed[arn] = {"StatusCode": 400, "ErrorCode": "InvalidParameterException", "ErrorMessage": reason}
        return {"FailedResourcesMap": failed}

    return handler


def is_reserved(key: str) -> bool:
    return key.lower().startswith("aws:")


def tag(call: Call, record: Record) -> None:
    record.tags = {**record.tags, **call.params["Tags"]}


def untag(call: Call, record: Record) -> None:
    record.tags = {key: value for key, value in record.tags.items() if key not in call.params["TagKeys"]}


SERVICE = Service(
    "resourcegroupstaggingapi",
    types=[],
    operations={
        "GetResources": listed,
        "TagResources": changing(tag, "tag_resource"),
        "UntagResources": changing(untag, "untag_resource"),
    },
    beside_moto=True,
)
