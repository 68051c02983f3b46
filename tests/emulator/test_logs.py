"""Deliveries, queries, filters and data protection, and what moto's log groups lacked."""

import json
from typing import Any

import pytest

LOGS = "arn:aws:logs:us-east-1:123456789012:log-group:/cases"
TRANSFORMATION = {"metricName": "errors", "metricNamespace": "Cases", "metricValue": "1"}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("logs")


def test_traces_of_a_runtime_go_to_x_ray(client: Any, world: Any, code: Any) -> None:
    arn = world.runtime["agentRuntimeArn"]
    client.put_delivery_source(name="traces", resourceArn=arn, logType="TRACES", tags={"team": "a"})
    client.put_delivery_source(name="usage", resourceArn=arn, logType="USAGE_LOGS")
    xray = client.put_delivery_destination(name="xray", deliveryDestinationType="XRAY")["deliveryDestination"]["arn"]
    group = {"destinationResourceArn": LOGS}
    logs = client.put_delivery_destination(name="logs", deliveryDestinationConfiguration=group)["deliveryDestination"]
    assert logs["deliveryDestinationType"] == "CWL"
    made = client.create_delivery(deliverySourceName="traces", deliveryDestinationArn=xray)["delivery"]
    assert client.get_delivery(id=made["id"])["delivery"]["deliveryDestinationType"] == "XRAY"
    create = client.create_delivery
    assert code(create, deliverySourceName="traces", deliveryDestinationArn=xray) == "ConflictException"
    assert code(create, deliverySourceName="traces", deliveryDestinationArn=logs["arn"]) == "ValidationException"
    assert code(create, deliverySourceName="usage", deliveryDestinationArn=xray) == "ValidationException"
    assert code(create, deliverySourceName="nothing", deliveryDestinationArn=xray) == "ResourceNotFoundException"
    assert code(client.delete_delivery_source, name="traces") == "ConflictException"
    assert code(client.delete_delivery_destination, name="xray") == "ConflictException"
    found = client.describe_deliveries(deliverySourceNames=["usage", "traces"])["deliveries"]
    assert [one["id"] for one in found] == [made["id"]]
    client.delete_delivery(id=made["id"])
    client.delete_delivery_source(name="traces")
    assert code(client.get_delivery_source, name="traces") == "ResourceNotFoundException"
    assert code(client.delete_delivery, id=made["id"]) == "ResourceNotFoundException"


def test_sources_and_destinations_keep_what_they_are(client: Any, world: Any, code: Any) -> None:
    arn = world.runtime["agentRuntimeArn"]
    client.put_delivery_source(name="source", resourceArn=arn, logType="TRACES")
    put = client.put_delivery_source
    assert code(put, name="source", resourceArn=arn, logType="USAGE_LOGS") == "ConflictException"
    assert code(put, name="source", resourceArn=arn, logType="TRACES", tags={"a": "b"}) == "ConflictException"
    assert code(put, name="other", resourceArn=arn, logType="ACCESS_LOGS") == "ValidationException"
    assert code(put, name="other", resourceArn=f"{arn}-not", logType="TRACES") == "ResourceNotFoundException"
    assert code(put, name="other", resourceArn="arn:aws:ec2:a:b:c", logType="TRACES") == "ResourceNotFoundException"
    target = {"destinationResourceArn": "arn:aws:s3:::logs"}
    client.put_delivery_destination(name="bucket", deliveryDestinationConfiguration=target, outputFormat="json")
    again = {"name": "bucket", "deliveryDestinationConfiguration": target}
    assert code(client.put_delivery_destination, **again, outputFormat="w3c") == "ConflictException"
    assert code(client.put_delivery_destination, name="nothing") == "ValidationException"
    policy = json.dumps({"Version": "2012-10-17", "Statement": []})
    name = {"deliveryDestinationName": "bucket"}
    client.put_delivery_destination_policy(**name, deliveryDestinationPolicy=policy)
    assert client.get_delivery_destination_policy(**name)["policy"]["deliveryDestinationPolicy"] == policy
    client.delete_delivery_destination_policy(**name)
    assert client.get_delivery_destination_policy(**name)["policy"] == {}


def test_query_definitions(client: Any, code: Any) -> None:
    first = client.put_query_definition(name="a/one", queryString="fields @message")["queryDefinitionId"]
    client.put_query_definition(name="b/two", queryString="fields @message")
    client.put_query_definition(queryDefinitionId=first, name="a/one", queryString="fields @timestamp")
    (found,) = client.describe_query_definitions(queryDefinitionNamePrefix="a/")["queryDefinitions"]
    assert (found["queryDefinitionId"], found["queryString"]) == (first, "fields @timestamp")
    unknown = {"queryDefinitionId": "nothing", "name": "c", "queryString": "x"}
    assert code(client.put_query_definition, **unknown) == "ResourceNotFoundException"
    assert client.delete_query_definition(queryDefinitionId=first)["success"]
    assert code(client.delete_query_definition, queryDefinitionId=first) == "ResourceNotFoundException"


def test_metric_filters_are_put_once_and_go_with_their_group(client: Any, code: Any) -> None:
    wanted = {"logGroupName": "/cases", "filterName": "errors", "metricTransformations": [TRANSFORMATION]}
    assert code(client.put_metric_filter, **wanted, filterPattern="") == "ResourceNotFoundException"
    client.create_log_group(logGroupName="/cases")
    for pattern in ("one", "two"):
        client.put_metric_filter(**wanted, filterPattern=pattern)
    (found,) = client.describe_metric_filters(logGroupName="/cases")["metricFilters"]
    assert found["filterPattern"] == "two"
    both = {**TRANSFORMATION, "defaultValue": 0, "dimensions": {"a": "$.a"}}
    wrong = {**wanted, "metricTransformations": [both]}
    assert code(client.put_metric_filter, **wrong, filterPattern="") == "InvalidParameterException"
    absent = {"logGroupName": "/cases", "filterName": "nothing"}
    assert code(client.delete_metric_filter, **absent) == "ResourceNotFoundException"
    client.delete_log_group(logGroupName="/cases")
    assert client.describe_metric_filters()["metricFilters"] == []
    assert code(client.describe_metric_filters, logGroupName="/cases") == "ResourceNotFoundException"


def test_data_protection(client: Any, code: Any) -> None:
    group = {"logGroupIdentifier": "/cases"}
    assert code(client.get_data_protection_policy, **group) == "ResourceNotFoundException"
    client.create_log_group(logGroupName="/cases")
    assert "policyDocument" not in client.get_data_protection_policy(**group)
    data = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"]
    operations = ({"Audit": {"FindingsDestination": {}}}, {"Deidentify": {"MaskConfig": {}}})
    statements = [{"DataIdentifier": data, "Operation": operation} for operation in operations]
    document = json.dumps({"Name": "cases", "Version": "2021-06-01", "Statement": statements})
    client.put_data_protection_policy(**group, policyDocument=document)
    assert client.get_data_protection_policy(logGroupIdentifier=LOGS)["policyDocument"] == document
    for wrong in ("{", "{}", json.dumps({"Statement": statements[:1]})):
        assert code(client.put_data_protection_policy, **group, policyDocument=wrong) == "InvalidParameterException"
    client.delete_data_protection_policy(**group)
    assert code(client.delete_data_protection_policy, **group) == "ResourceNotFoundException"


def test_log_groups_tell_their_class_and_are_protected(client: Any, code: Any) -> None:
    client.create_log_group(logGroupName="/cases", logGroupClass="INFREQUENT_ACCESS", deletionProtectionEnabled=True)
    (found,) = client.describe_log_groups()["logGroups"]
    assert (found["logGroupClass"], found["deletionProtectionEnabled"]) == ("INFREQUENT_ACCESS", True)
    assert code(client.delete_log_group, logGroupName="/cases") == "ValidationException"
    assert code(client.put_retention_policy, logGroupName="/cases", retentionInDays=2) == "InvalidParameterException"
    client.put_log_group_deletion_protection(logGroupIdentifier="/cases", deletionProtectionEnabled=False)
    client.delete_log_group(logGroupName="/cases")


def test_one_of_two_subscription_filters_can_change(client: Any, code: Any) -> None:
    for name in ("/cases", "/sink"):
        client.create_log_group(logGroupName=name)
    sink = {"logGroupName": "/cases", "destinationArn": LOGS.replace("/cases", "/sink"), "filterPattern": ""}
    for name in ("one", "two"):
        client.put_subscription_filter(filterName=name, **sink)
    client.put_subscription_filter(filterName="two", **sink, distribution="Random")
    assert code(client.put_subscription_filter, filterName="three", **sink) == "LimitExceededException"
    (found,) = client.describe_subscription_filters(logGroupName="/cases", filterNamePrefix="tw")["subscriptionFilters"]
    assert found["distribution"] == "Random"
