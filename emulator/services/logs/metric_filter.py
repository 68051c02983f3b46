"""Metric filters of log groups, which are moto's. Nothing counts events."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.neighbours import log_group_exists
from emulator.services.logs.errors import invalid, listed


class MetricFilter(ResourceType):
    service = "logs"
    noun = "MetricFilter"
    id = "filterName"
    arn = ""
    operations = {"create": "PutMetricFilter", "list": "DescribeMetricFilters"}
    upserts = True

    def key(self, call: Call) -> str:
        group = call.params["logGroupName"]
        if not log_group_exists(call.account, call.region, group):
            raise not_found("The specified log group does not exist.")
        return f"{group}:{call.params['filterName']}"

    def new_id(self, call: Call) -> str:
        return self.key(call)

    def missing(self, key: str) -> AwsError:
        return not_found("The specified metric filter does not exist.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        (transformation,) = call.params["metricTransformations"][:1] or [{}]
        if len(call.params["metricTransformations"]) != 1:
            raise invalid("Exactly one metric transformation is required.")
        if "defaultValue" in transformation and transformation.get("dimensions"):
            raise invalid("A metric transformation with dimensions can't have a default value.")

    def before_update(self, call: Call, record: Record) -> None:
        self.before_create(call, None)

    def view(self, record: Record) -> dict[str, Any]:
        group, _colon, name = record.id.partition(":")
        return {
            "applyOnTransformedLogs": False,
            **record.members,
            "filterName": name,
            "logGroupName": group,
            "creationTime": int(record.created.timestamp() * 1000),
        }


def describe(call: Call) -> dict[str, Any]:
    given = call.params
    wanted, prefix = given.get("logGroupName"), given.get("filterNamePrefix", "")
    if wanted and not log_group_exists(call.account, call.region, wanted):
        raise not_found("The specified log group does not exist.")
    found = []
    for record in call.records(MetricFilter):
        group, _colon, name = record.id.partition(":")
        (metric,) = record.members["metricTransformations"]
        if not log_group_exists(call.account, call.region, group):
            call.cloud.remove(record)  # it went with its group, which is moto's
        elif (
            wanted in (None, group)
            and name.startswith(prefix)
            and given.get("metricName", metric["metricName"]) == metric["metricName"]
            and given.get("metricNamespace", metric["metricNamespace"]) == metric["metricNamespace"]
        ):
            found.append(record)
    return listed(call, MetricFilter, found)


OPERATIONS = {"DescribeMetricFilters": describe}
