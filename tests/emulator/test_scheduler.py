"""Schedules and their groups."""

from typing import Any

import pytest

TARGET = "arn:aws:scheduler:::aws-sdk:bedrockagent:startIngestionJob"
NOW = {"FlexibleTimeWindow": {"Mode": "OFF"}, "ScheduleExpression": "rate(1 days)"}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("scheduler")


def test_an_update_replaces_the_schedule(client: Any, world: Any) -> None:
    target = {"Arn": TARGET, "RoleArn": world.role, "Input": '{"KnowledgeBaseId": "A"}'}
    made = client.create_schedule(Name="nightly", Description="first", State="DISABLED", Target=target, **NOW)
    assert made["ScheduleArn"].endswith(":schedule/default/nightly")
    found = client.get_schedule(Name="nightly")
    assert (found["State"], found["ScheduleExpressionTimezone"], found["GroupName"]) == ("DISABLED", "UTC", "default")
    assert found["Target"]["RetryPolicy"]["MaximumRetryAttempts"] == 185
    client.update_schedule(Name="nightly", Target=target, ActionAfterCompletion="DELETE", **NOW)
    found = client.get_schedule(Name="nightly")
    assert (found["State"], found["ActionAfterCompletion"]) == ("ENABLED", "DELETE")
    assert "Description" not in found


def test_a_group_goes_with_its_schedules(client: Any, world: Any, code: Any) -> None:
    tags = [{"Key": "team", "Value": "a"}]
    arn = client.create_schedule_group(Name="platform", Tags=tags)["ScheduleGroupArn"]
    assert client.list_tags_for_resource(ResourceArn=arn)["Tags"] == tags
    target = {"Arn": TARGET, "RoleArn": world.role}
    for group in ("platform", "default"):
        client.create_schedule(Name="nightly", GroupName=group, Target=target, **NOW)
    assert len(client.list_schedules()["Schedules"]) == 2
    assert len(client.list_schedules(GroupName="platform", NamePrefix="night")["Schedules"]) == 1
    client.delete_schedule_group(Name="platform")
    names = [group["Name"] for group in client.list_schedule_groups()["ScheduleGroups"]]
    assert names == ["default"]
    assert code(client.get_schedule, Name="nightly", GroupName="platform") == "ResourceNotFoundException"
    assert client.get_schedule(Name="nightly")["GroupName"] == "default"


def test_refusals(client: Any, world: Any, code: Any) -> None:
    target = {"Arn": TARGET, "RoleArn": world.role}
    client.create_schedule(Name="nightly", Target=target, **NOW)
    create = client.create_schedule
    assert code(create, Name="nightly", Target=target, **NOW) == "ConflictException"
    assert code(create, Name="other", GroupName="nothing", Target=target, **NOW) == "ResourceNotFoundException"
    assert code(client.update_schedule, Name="other", Target=target, **NOW) == "ResourceNotFoundException"
    assert code(client.delete_schedule, Name="other") == "ResourceNotFoundException"
    assert code(client.create_schedule_group, Name="default") == "ConflictException"
    assert code(client.delete_schedule_group, Name="default") == "ValidationException"
    wrong = [
        {"ScheduleExpression": "daily"},
        {"FlexibleTimeWindow": {"Mode": "FLEXIBLE"}},
        {"StartDate": "2020-01-01T00:00:00Z"},
        {"StartDate": "2036-01-02T00:00:00Z", "EndDate": "2036-01-01T00:00:00Z"},
        {"Target": {**target, "RoleArn": f"{world.role}-not"}},
        {"Target": {**target, "Input": "no JSON"}},
        {"Target": {**target, "Arn": "arn:aws:scheduler:::aws-sdk:s3:listBuckets"}},
    ]
    codes = [code(create, **{"Name": "other", "Target": target, **NOW, **one}) for one in wrong]
    assert codes == ["ValidationException"] * len(wrong)
