"""Anomaly detectors: known by the metric, or the metric math, that they learn."""

import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, ResourceType, random_id
from emulator.modeled.store import Record

FLAT = ("Namespace", "MetricName", "Dimensions", "Stat")
SINGLE, MATH = "SingleMetricAnomalyDetector", "MetricMathAnomalyDetector"


class AnomalyDetector(ResourceType):
    service = "cloudwatch"
    noun = "AnomalyDetector"
    id = "AnomalyDetectorId"
    arn = "arn:{partition}:cloudwatch:{region}:{account}:anomaly-detector:{id}"
    operations = {"create": "PutAnomalyDetector", "read": "DescribeAnomalyDetectors"}
    upserts = True

    def new_id(self, call: Call) -> str:
        wanted = subject(call.params)
        known = [record.id for record in call.records(AnomalyDetector) if record.hidden.get("subject") == wanted]
        return known[0] if known else random_id(32, LOWER)

    def missing(self, key: str) -> AwsError:
        return AwsError("ResourceNotFoundException", f"Anomaly detector {key} does not exist")

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["subject"] = subject(call.params)

    def view(self, record: Record) -> dict[str, Any]:
        """A detector of one metric is told in both forms, whichever it was made with."""
        told = record.members
        single = told.get(SINGLE) or {name: told[name] for name in FLAT if name in told}
        forms = {} if MATH in told else {SINGLE: {"Dimensions": [], **single}, "Dimensions": [], **single}
        return {"Configuration": {}, **told, **forms, "StateValue": "PENDING_TRAINING"}


def subject(params: dict[str, Any]) -> str:
    """What a request means: exactly one of the three forms."""
    flat = {name: params[name] for name in FLAT if name in params}
    forms = [form for form in (flat, params.get(SINGLE), params.get(MATH)) if form]
    if len(forms) > 1:
        raise AwsError("InvalidParameterCombinationException", "Give one metric or one metric math expression")
    if not forms:
        raise AwsError("MissingRequiredParameterException", "A metric or a metric math expression is required")
    if MATH not in params and not {"Namespace", "MetricName", "Stat"} <= set(forms[0]):
        raise AwsError("MissingRequiredParameterException", "Namespace, MetricName and Stat are required")
    if MATH in params:
        return json.dumps(forms[0], sort_keys=True)
    dimensions = sorted(forms[0].get("Dimensions", []), key=lambda one: str(one["Name"]))
    return json.dumps({**forms[0], "Dimensions": dimensions}, sort_keys=True)


def describe(call: Call) -> dict[str, Any]:
    given = call.params
    kinds = given.get("AnomalyDetectorTypes") or ["SINGLE_METRIC"]
    ids = given.get("AnomalyDetectorIds")
    found = [
        (record, shown)
        for record in call.records(AnomalyDetector)
        for shown in [view(AnomalyDetector(), record)]
        if ("METRIC_MATH" if MATH in shown else "SINGLE_METRIC") in kinds
        and (not ids or record.id in ids)
        and all(given.get(name, shown.get(name)) == shown.get(name) for name in ("Namespace", "MetricName"))
        and given.get("Dimensions", shown.get("Dimensions")) == shown.get("Dimensions")
    ]
    records, token = page([record for record, _shown in found], given)
    return call.answer(
        {"AnomalyDetectors": [view(AnomalyDetector(), record) for record in records], "NextToken": token}
    )


def delete(call: Call) -> dict[str, Any]:
    if key := call.params.get("AnomalyDetectorId"):
        record = call.find(AnomalyDetector, key)
    else:
        wanted = subject(call.params)
        found = [one for one in call.records(AnomalyDetector) if one.hidden["subject"] == wanted]
        if not found:
            raise AnomalyDetector().missing(wanted)
        record = found[0]
    call.cloud.remove(record)
    return {}


OPERATIONS = {"DeleteAnomalyDetector": delete, "DescribeAnomalyDetectors": describe}
