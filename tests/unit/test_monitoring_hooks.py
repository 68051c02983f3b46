"""Hooks of the declarations for monitoring."""

from __future__ import annotations

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._monitoring import alarm, anomaly_detector, schedule


class Asked:
    def __init__(self, **wanted):
        self.wanted = wanted


SINGLE = {"MetricName": "a", "Namespace": "b", "Statistic": "Sum", "Period": 60, "Dimensions": []}
LIMIT = {"Threshold": 1.0, "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1}
QUERIES = [{"Id": "a", "Expression": "1"}]


@pytest.mark.parametrize(
    ("live", "wanted", "sent"),
    [
        ({**SINGLE, **LIMIT}, {"Metrics": QUERIES}, {**LIMIT, "Metrics": QUERIES}),
        ({"Metrics": QUERIES, "Dimensions": [], **LIMIT}, {"Threshold": 2.0}, {"Metrics": QUERIES, **LIMIT}),
        (
            {**SINGLE, **LIMIT},
            {"ExtendedStatistic": "p99"},
            {"MetricName": "a", "Namespace": "b", "Period": 60, **LIMIT, "ExtendedStatistic": "p99"},
        ),
        (
            {"Metrics": QUERIES, **LIMIT},
            {"ThresholdMetricId": "band"},
            {"Metrics": QUERIES, "ComparisonOperator": LIMIT["ComparisonOperator"], "EvaluationPeriods": 1,
             "ThresholdMetricId": "band"},
        ),
        ({**SINGLE, **LIMIT}, {"EvaluationCriteria": {}}, {}),
    ],
)  # fmt: skip
def test_what_an_alarm_watches_now_displaces_what_it_watched(live, wanted, sent):
    request = alarm._update_request(Asked(**wanted), live, {**live, **wanted}, {})
    expected = {**sent, **wanted}
    assert request == expected


def test_queries_of_an_alarm_go_by_their_ids():
    told = [{"Id": "b"}, {"Id": "a"}]
    observed = alarm._observe(Asked(Metrics=[{"Id": "a"}, {"Id": "b"}]), {"Metrics": told})
    assert [query["Id"] for query in observed["Metrics"]] == ["a", "b"]


FORM = "SingleMetricAnomalyDetector"
METRIC = {"Namespace": "n", "MetricName": "m", "Stat": "Sum"}
ONE, OTHER = {"Name": "a", "Value": "1"}, {"Name": "b", "Value": "2"}


@pytest.mark.parametrize(
    ("asked", "told", "same"),
    [
        ({**METRIC, "Dimensions": [ONE, OTHER]}, {**METRIC, "Dimensions": [OTHER, ONE]}, True),
        (METRIC, {**METRIC, "Dimensions": []}, True),
        (METRIC, {**METRIC, "Dimensions": [ONE]}, False),
        ({**METRIC, "Dimensions": [ONE]}, {**METRIC, "Dimensions": []}, False),
        ({**METRIC, "Stat": "p99"}, {**METRIC, "Dimensions": []}, False),
    ],
)
def test_a_detector_is_known_by_all_of_its_metric(asked, told, same):
    assert anomaly_detector._learns_the_same({FORM: told}, {FORM: asked}) is same


def test_one_of_metric_math_is_another():
    assert not anomaly_detector._learns_the_same(
        {"MetricMathAnomalyDetector": {"MetricDataQueries": []}}, {FORM: METRIC}
    )


PAST, FUTURE = "2020-01-01T00:00:00Z", "2096-01-01T00:00:00Z"


def test_a_start_in_the_past_is_not_sent_again():
    assert schedule._update_request(None, {}, {"StartDate": PAST}, {}) == {}
    assert schedule._update_request(None, {}, {"StartDate": PAST}, {"StartDate": (FUTURE, PAST)}) == {"StartDate": PAST}
    assert schedule._update_request(None, {}, {"StartDate": FUTURE}, {}) == {"StartDate": FUTURE}


def test_one_that_has_started_need_not_be_told():
    assert schedule._same_start(PAST, None)
    assert not schedule._same_start(FUTURE, None)
