"""amazon.aws.cloudwatch_metric_alarm changes an alarm on metric math on every run."""

LIMIT = {"evaluation_periods": 1, "threshold": 5}
STATS = [
    {
        "id": name,
        "return_data": False,
        "metric_stat": {"metric": {"namespace": "Cases", "metric_name": name}, "period": 60, "stat": "Sum"},
    }
    for name in ("errors", "requests")
]
QUERIES = [{"id": "rate", "expression": "100 * errors / requests"}, *STATS]


def twice(module, options):
    return [{"name": "make", module: options}, {"name": "again", module: options}]


def test_the_stock_module_finds_a_change_each_time(play):
    options = {**LIMIT, "name": "rate", "comparison": "GreaterThanThreshold", "metrics": QUERIES, "state": "present"}
    results = play(twice("amazon.aws.cloudwatch_metric_alarm", options))
    assert results["make"]["changed"], results["make"]
    assert results["again"]["changed"], results["again"]


def test_ours_does_not(play, local_cloud):
    options = {**LIMIT, "name": "our-rate", "comparison_operator": "GreaterThanThreshold", "metrics": QUERIES}
    results = play(twice("bidops.platform.cloudwatch_alarm", options))
    assert results["make"]["changed"], results["make"]
    assert not results["again"]["changed"], results["again"]["diff"]
    found = local_cloud.client("cloudwatch").describe_alarms(AlarmNames=["our-rate"])["MetricAlarms"]
    assert [query["Id"] for query in found[0]["Metrics"]] == ["rate", "errors", "requests"]
