"""The detector, with its features."""

import secrets
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

ALWAYS = ("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS")
BY_DEFAULT = ("S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS")
RUNTIMES = ("EKS_RUNTIME_MONITORING", "RUNTIME_MONITORING")
Features = dict[str, dict[str, Any]]


def bad_request(message: str) -> AwsError:
    return AwsError("BadRequestException", f"The request is rejected because {message}.")


class Detector(ResourceType):
    service = "guardduty"
    noun = "Detector"
    id = "DetectorId"
    arn = "arn:{partition}:guardduty:{region}:{account}:detector/{id}"
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return secrets.token_hex(16)

    def before_create(self, call: Call, parent: Record | None) -> None:
        if call.records(Detector):
            raise bad_request("a detector already exists for the current account")
        check(call.params.get("Features", []))

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("FindingPublishingFrequency", "SIX_HOURS")
        record.hidden["features"] = {name: {"Status": "ENABLED"} for name in (*ALWAYS, *BY_DEFAULT)}
        change(record)

    def before_update(self, call: Call, record: Record) -> None:
        check(call.params.get("Features", []))

    def on_update(self, call: Call, record: Record) -> None:
        change(record)

    def view(self, record: Record) -> dict[str, Any]:
        features = [
            {"Name": name, "UpdatedAt": record.updated, **told} for name, told in record.hidden["features"].items()
        ]
        role = "role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty"
        return {
            "Status": "ENABLED" if record.members["Enable"] else "DISABLED",
            "ServiceRole": f"arn:aws:iam::{record.account}:{role}",
            "Features": features,
            "CreatedAt": record.created.isoformat(),
            "UpdatedAt": record.updated.isoformat(),
            "Tags": record.tags,
        }

    def missing(self, key: str) -> AwsError:
        return bad_request("the input detectorId is not owned by the current account")


def check(features: list[dict[str, Any]]) -> None:
    if set(RUNTIMES) <= {feature["Name"] for feature in features}:
        raise bad_request("only one of EKS_RUNTIME_MONITORING and RUNTIME_MONITORING can be set")


def change(record: Record) -> None:
    """Features that a request leaves out stay as they are."""
    features: Features = dict(record.hidden["features"])
    for wanted in record.members.pop("Features", []):
        old = features.get(wanted["Name"], {})
        more = {one["Name"]: one for one in old.get("AdditionalConfiguration", [])}
        more.update({one["Name"]: one for one in wanted.get("AdditionalConfiguration", [])})
        changed = {**old, "Status": wanted.get("Status", old.get("Status"))}
        features[wanted["Name"]] = {**changed, "AdditionalConfiguration": list(more.values())}
    record.hidden["features"] = features


def list_ids(call: Call) -> dict[str, Any]:
    ids: list[Any] = [record.id for record in call.records(Detector)]
    return list_answer(call, ids, None)
