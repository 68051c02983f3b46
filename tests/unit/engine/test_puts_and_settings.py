"""APIs that put rather than create and update, that list several types at once, or that have one thing only."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine import lookup, request
from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.module_utils._engine.diff import same_time
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import list_resources
from ansible_collections.bidops.platform.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByKey, ByList, Facet, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging

from tests.unit.engine.stand_ins import Module

TYPES = {"AlarmTypes": ["CompositeAlarm"]}
ALARM = Resource(
    service="cloudwatch",
    noun="CompositeAlarm",
    returns="alarm",
    create="PutCompositeAlarm",
    read="DescribeAlarms",
    read_request=lambda _context, keys: {**keys, **TYPES},
    update="PutCompositeAlarm",
    delete="DeleteAlarms",
    listing="DescribeAlarms",
    find=ByKey(request=TYPES),
    wrapper="CompositeAlarms",
    ids={"AlarmName": "AlarmName", "AlarmNames": "AlarmName"},
    renames={"name": "AlarmName"},
)
SOURCE = Resource(
    service="logs",
    noun="DeliverySource",
    returns="source",
    create="PutDeliverySource",
    update="PutDeliverySource",
    listing="DescribeDeliverySources",
    tagging=Tagging(target={"resourceArn": "arn"}, inline="tags"),
)
FILTER = Resource(
    service="logs",
    noun="MetricFilter",
    returns="filter",
    create="PutMetricFilter",
    read="",
    update="PutMetricFilter",
    listing="DescribeMetricFilters",
    find=ByList(match={"filterName": "filterName"}, prefix="filterNamePrefix"),
    parents=("logGroupName",),
    ids={"filterName": "filterName"},
    renames={"name": "filterName"},
)
RULE = Resource(
    service="xray",
    noun="SamplingRule",
    returns="rule",
    read="",
    listing="GetSamplingRules",
    find=ByList(match={"RuleName": "RuleName"}),
    wrapper="SamplingRule",
    envelopes={"CreateSamplingRule": "SamplingRule", "UpdateSamplingRule": "SamplingRuleUpdate"},
    ids={"RuleName": "RuleName"},
    renames={"name": "RuleName"},
    update_sends="changed",
)
ANY = {
    **dict.fromkeys(("ResourceARN", "ServiceName", "ServiceType", "Host", "HTTPMethod", "URLPath"), "*"),
    "Version": 1,
}
FIXED = {"RuleName": "health", "Priority": 1, "FixedRate": 0.0, "ReservoirSize": 0, **ANY}


class TestSeveralTypes:
    def test_one_is_asked_for_by_name_and_type(self, service, context_of):
        answer = {"CompositeAlarms": [{"AlarmName": "a", "AlarmRule": "TRUE"}], "MetricAlarms": []}
        service("cloudwatch").answers("describe_alarms", answer, AlarmNames=["a"], **TYPES)
        assert lookup.find(context_of(ALARM, {"name": "a"}))["AlarmRule"] == "TRUE"

    @pytest.mark.parametrize("answer", [{}, {"CompositeAlarms": []}])
    def test_an_empty_list_is_nothing(self, service, context_of, answer):
        service("cloudwatch").answers("describe_alarms", answer, AlarmNames=["a"], **TYPES)
        assert lookup.find(context_of(ALARM, {"name": "a"})) is None

    def test_entries_that_are_complete_are_not_read_again(self, service):
        alarms = [{"AlarmName": name} for name in "ab"]
        service("cloudwatch").answers("describe_alarms", {"CompositeAlarms": alarms, "MetricAlarms": []}, **TYPES)
        found = list_resources(Context(Module({}), ALARM, []))["alarms"]
        assert [alarm["alarm_name"] for alarm in found] == ["a", "b"]


class TestPuts:
    live = {"name": "s", "arn": "arn", "resourceArn": "x", "logType": "TRACES", "tags": {"team": "a"}}

    def test_tags_are_not_put_again(self, context_of):
        context = context_of(SOURCE, {"name": "s", "log_type": "TRACES"})
        sent = request.for_update(context, self.live, self.live, {"logType": ("USAGE_LOGS", "TRACES")})
        assert sent == {"name": "s", "resourceArn": "x", "logType": "TRACES"}

    def test_a_list_shows_tags_that_the_service_tells_with_it_asked_or_not(self, service):
        told = {name: self.live[name] for name in ("name", "arn", "logType", "tags")}
        stub = service("logs")
        for options in ({}, {"tags": {}}):
            stub.answers("describe_delivery_sources", {"deliverySources": [told]})
            stub.answers("get_delivery_source", {"deliverySource": told}, name="s")
            (found,) = list_resources(Context(Module(options), SOURCE, []))["sources"]
            assert found["tags"] == {"team": "a"}


class TestLists:
    def test_are_kept_short_by_the_beginning_of_the_name(self, service, context_of):
        filters = [{"filterName": name, "logGroupName": "/g", "filterPattern": ""} for name in ("err", "errors")]
        asked = {"logGroupName": "/g", "filterNamePrefix": "err"}
        service("logs").answers("describe_metric_filters", {"metricFilters": filters}, **asked)
        found = lookup.find(context_of(FILTER, {"name": "err", "log_group_name": "/g"}))
        assert found["filterName"] == "err"

    def test_a_parent_that_is_only_foretold_has_none_yet(self, service, context_of):
        options = {"name": "err", "log_group_name": "/g"}
        stub = service("logs")
        for _time in range(2):
            stub.fails("describe_metric_filters", "ResourceNotFoundException")
        assert lookup.find(context_of(FILTER, options, check=True)) is None
        with pytest.raises(EngineError, match="Could not look for"):
            lookup.find(context_of(FILTER, options))

    def test_what_equality_cannot_tell_is_looked_at(self, service, context_of):
        kinds = {"AnomalyDetectorTypes": ["METRIC_MATH"]}
        detector = Resource(
            service="cloudwatch",
            noun="AnomalyDetector",
            returns="detector",
            create="PutAnomalyDetector",
            read="",
            listing="DescribeAnomalyDetectors",
            find=ByList(agrees=lambda live, wanted: live["Stat"] == wanted["Stat"], request=kinds),
            ids={"AnomalyDetectorId": "AnomalyDetectorId"},
        )
        found = [{"AnomalyDetectorId": stat, "Stat": stat} for stat in ("Sum", "Average")]
        service("cloudwatch").answers("describe_anomaly_detectors", {"AnomalyDetectors": found}, **kinds)
        assert lookup.find(context_of(detector, {"stat": "Sum"}))["AnomalyDetectorId"] == "Sum"


class TestEnvelopes:
    def test_a_request_is_put_into_its_envelope_and_an_entry_taken_out(self, service, reconcile):
        stub = service("xray")
        stub.answers("get_sampling_rules", {"SamplingRuleRecords": []})
        stub.answers("create_sampling_rule", {"SamplingRuleRecord": {"SamplingRule": FIXED}}, SamplingRule=FIXED)
        stub.answers("get_sampling_rules", {"SamplingRuleRecords": [{"SamplingRule": FIXED}]})
        options = {
            "name": "health",
            "priority": 1,
            "fixed_rate": 0,
            "reservoir_size": 0,
            **dict.fromkeys(("resource_arn", "service_name", "service_type", "host", "http_method", "url_path"), "*"),
            "version": 1,
        }
        answer = reconcile(RULE, options)
        assert (answer["changed"], answer["rule"]["rule_name"]) == (True, "health")
        assert "sampling_rule" not in answer["rule"]

    def test_an_update_has_an_envelope_of_its_own(self, service, reconcile):
        stub = service("xray")
        stub.answers("get_sampling_rules", {"SamplingRuleRecords": [{"SamplingRule": FIXED}]})
        update = {"RuleName": "health", "FixedRate": 0.5}
        changed = {"SamplingRule": {**FIXED, "FixedRate": 0.5}}
        stub.answers("update_sampling_rule", {"SamplingRuleRecord": changed}, SamplingRuleUpdate=update)
        stub.answers("get_sampling_rules", {"SamplingRuleRecords": [changed]})
        assert reconcile(RULE, {"name": "health", "fixed_rate": 0.5})["diff"]["before"] == {"fixed_rate": 0.0}

    def test_what_is_missing_is_called_by_its_option(self, service, reconcile):
        service("xray").answers("get_sampling_rules", {"SamplingRuleRecords": []})
        with pytest.raises(EngineError, match="would refuse this: .*priority is required"):
            reconcile(RULE, {"name": "health"})


def test_a_setting_tells_what_its_parts_were_before(service, context_of):
    destination = Resource(
        service="xray",
        noun="TraceSegmentDestination",
        returns="destination",
        create="",
        listing="",
        status="Status",
        facets=(
            Facet(
                "encryption_config",
                lambda context, _live: context.api.call("GetEncryptionConfig")["EncryptionConfig"],
                lambda context, _live, _current, wanted: context.api.call("PutEncryptionConfig", **wanted),
                member="PutEncryptionConfig",
            ),
        ),
    )
    stub = service("xray")
    stub.answers("get_trace_segment_destination", {"Destination": "XRay", "Status": "ACTIVE"})
    for _time in range(2):
        stub.answers("get_encryption_config", {"EncryptionConfig": {"Type": "NONE"}})
    context = context_of(destination, {"encryption_config": {"type": "KMS", "key_id": "k"}}, check=True)
    answer = Reconciler(context).setting()
    assert answer["previous"] == {"destination": "XRay", "status": "ACTIVE", "encryption_config": {"type": "NONE"}}
    assert answer["changed"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2036-01-01T00:00:00Z", "2036-01-01T01:00:00+01:00", True),
        ("2036-01-01T00:00:00", "2036-01-01T00:00:00Z", True),
        ("2036-01-01T00:00:00Z", "2036-01-01T00:00:01Z", False),
        ("2036-01-01T00:00:00Z", None, False),
        ("some day", "2036-01-01T00:00:00Z", False),
    ],
)
def test_times_are_compared_as_times(one, other, same):
    assert same_time(one, other) is same
