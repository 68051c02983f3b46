"""Tags by which costs are told apart: the keys that some resource carries, active or not."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import tag_keys


class Activation(ResourceType):
    """Which tags of an account are active: a record without operations of its own."""

    service = "ce"
    noun = "Activation"
    id = "id"
    arn = ""


def activation(call: Call) -> Record:
    for record in call.records(Activation):
        return record
    now = call.cloud.timestamp()
    return Record(Activation.kind(), call.account, call.region, id="activation", arn="", created=now, updated=now)


def known(call: Call) -> set[str]:
    """AWS needs up to a day to see a tag. It is seen at once here."""
    ours = {key for record in call.cloud.store.everything() if record.account == call.account for key in record.tags}
    return ours | tag_keys(call.account)


def list_tags(call: Call) -> dict[str, Any]:
    active = activation(call).members
    tags = [
        {"TagKey": key, "Type": "UserDefined", "Status": active.get(key, "Inactive")} for key in sorted(known(call))
    ]
    wanted = {name: call.params.get(name) for name in ("Type", "Status")}
    keys = call.params.get("TagKeys")
    shown = [
        tag
        for tag in tags
        if (not keys or tag["TagKey"] in keys) and all(value in (None, tag[name]) for name, value in wanted.items())
    ]
    return call.answer({"CostAllocationTags": shown})


def update_status(call: Call) -> dict[str, Any]:
    record, there, errors = activation(call), known(call), []
    for entry in call.params["CostAllocationTagsStatus"]:
        key = entry["TagKey"]
        if key in there:
            record.members[key] = entry["Status"]
        else:
            error = {"Code": "TagKeysNotFoundException", "Message": f"Tag keys not found: {key}"}
            errors.append({"TagKey": key, **error})
    call.cloud.store.put(record)
    return call.answer({"Errors": errors})


OPERATIONS = {"ListCostAllocationTags": list_tags, "UpdateCostAllocationTagsStatus": update_status}
