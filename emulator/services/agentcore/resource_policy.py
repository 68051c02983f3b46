"""Resource policies: one for each runtime, endpoint or gateway, gone along with it."""

import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import not_found, validation
from emulator.modeled.store import Record


def put(call: Call) -> dict[str, Any]:
    record = holder(call)
    try:
        document = json.loads(call.params["policy"])
    except ValueError as error:
        raise validation(f"The policy is no JSON: {error}") from error
    if not isinstance(document, dict) or "Statement" not in document:
        raise validation("The policy has no Statement")
    record.hidden["policy"] = call.params["policy"]
    call.cloud.store.put(record)
    return call.answer({"policy": call.params["policy"]})


def get(call: Call) -> dict[str, Any]:
    policy = holder(call).hidden.get("policy")
    if policy is None:
        raise not_found(f"No resource policy was found for {call.params['resourceArn']}")
    return call.answer({"policy": policy})


def delete(call: Call) -> dict[str, Any]:
    record = holder(call)
    if record.hidden.pop("policy", None) is None:
        raise not_found(f"No resource policy was found for {call.params['resourceArn']}")
    call.cloud.store.put(record)
    return {}


def holder(call: Call) -> Record:
    """The record that the policy is for."""
    arn = call.params["resourceArn"]
    for record in call.cloud.store.everything():
        if record.arn == arn and (record.account, record.region) == (call.account, call.region):
            return record
    raise not_found(f"Resource {arn} was not found")
