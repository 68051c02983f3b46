"""What a region has once: where spans go, how many of them are indexed, and the key of the traces."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import not_found
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import log_policies
from emulator.services.xray.errors import invalid

XRAY, LOGS = "XRay", "CloudWatchLogs"
INDEXING = "Default"


class TraceSegmentDestination(ResourceType):
    service = "xray"
    noun = "TraceSegmentDestination"
    id = "id"
    arn = ""
    first = {"Destination": XRAY}
    ready = "ACTIVE"

    def view(self, record: Record) -> dict[str, Any]:
        return {"Status": record.status}


class EncryptionConfig(TraceSegmentDestination):
    noun = "EncryptionConfig"
    first = {"Type": "NONE"}


class IndexingRule(TraceSegmentDestination):
    noun = "IndexingRule"
    first = {"Rule": {"Probabilistic": {"DesiredSamplingPercentage": 1.0, "ActualSamplingPercentage": 1.0}}}


def the(kind: type[TraceSegmentDestination], call: Call) -> Record:
    for record in call.records(kind):
        return record
    now = call.cloud.timestamp()
    record = Record(
        kind=kind.kind(),
        account=call.account,
        region=call.region,
        id=INDEXING,
        arn="",
        created=now,
        updated=now,
        members=dict(kind.first),
        status=kind.ready,
    )
    call.cloud.store.put(record)
    return record


def changed(call: Call, kind: type[TraceSegmentDestination], members: dict[str, Any], passing: str = "") -> Record:
    record = the(kind, call)
    record.updated = call.cloud.timestamp()
    if members != record.members and passing:
        record.status = passing
        call.cloud.schedule(record, ("update", kind.ready))
    record.members = members
    call.cloud.store.put(record)
    return record


def get_destination(call: Call) -> dict[str, Any]:
    return call.answer(view(TraceSegmentDestination(), the(TraceSegmentDestination, call)))


def update_destination(call: Call) -> dict[str, Any]:
    """Spans can only go to CloudWatch Logs if its policies let X-Ray write."""
    wanted = call.params.get("Destination", XRAY)
    if wanted == LOGS:
        policies = [text for text in log_policies(call.account, call.region) if "xray.amazonaws.com" in text]
        for group in ("aws/spans", "/aws/application-signals/data"):
            if not any(f"{group}:*" in text or '"*"' in text for text in policies):
                raise invalid(f"XRay does not have permission to call PutLogEvents on the {group} Log Group")
    record = changed(call, TraceSegmentDestination, {"Destination": wanted}, "PENDING")
    return call.answer(view(TraceSegmentDestination(), record))


def get_encryption(call: Call) -> dict[str, Any]:
    return call.answer({"EncryptionConfig": view(EncryptionConfig(), the(EncryptionConfig, call))})


def put_encryption(call: Call) -> dict[str, Any]:
    kind, key = call.params["Type"], call.params.get("KeyId")
    if (kind == "KMS") != bool(key):
        raise invalid("KeyId must be given exactly when the type is KMS")
    members = {"Type": kind, **({"KeyId": key} if key else {})}
    record = changed(call, EncryptionConfig, members, "UPDATING")
    return call.answer({"EncryptionConfig": view(EncryptionConfig(), record)})


def rule(record: Record) -> dict[str, Any]:
    return {"Name": record.id, "ModifiedAt": record.updated, **record.members}


def get_indexing(call: Call) -> dict[str, Any]:
    return call.answer({"IndexingRules": [rule(the(IndexingRule, call))]})


def update_indexing(call: Call) -> dict[str, Any]:
    if call.params["Name"] != INDEXING:
        raise not_found(f"Indexing rule {call.params['Name']} was not found")
    wanted = call.params["Rule"]["Probabilistic"]["DesiredSamplingPercentage"]
    if not 0 <= wanted <= 100:
        raise invalid("DesiredSamplingPercentage must be between 0 and 100")
    both = {"DesiredSamplingPercentage": wanted, "ActualSamplingPercentage": wanted}
    return call.answer({"IndexingRule": rule(changed(call, IndexingRule, {"Rule": {"Probabilistic": both}}))})


TYPES: tuple[type[ResourceType], ...] = (TraceSegmentDestination, EncryptionConfig, IndexingRule)

OPERATIONS = {
    "GetEncryptionConfig": get_encryption,
    "GetIndexingRules": get_indexing,
    "GetTraceSegmentDestination": get_destination,
    "PutEncryptionConfig": put_encryption,
    "UpdateIndexingRule": update_indexing,
    "UpdateTraceSegmentDestination": update_destination,
}
